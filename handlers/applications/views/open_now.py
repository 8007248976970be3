"""An application that is not decided yet, as a line of the main menu."""

from handlers.applications.taps import CorrectionTap
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button
from handlers.frame.views.open_things import OpenThing
from handlers.frame.views.reader import Reader
from models.applications import Application, ApplicationStatus
from models.identity import id_of
from models.members import Member

NAME = 60


def waiting(reader: Reader, application: Application, member: Member) -> OpenThing:
    """Say that the decision will come here, or lead to the correction of what was sent back."""
    values = {"number": str(id_of(application)), "member": shorten(member.name, NAME)}
    if application.status is ApplicationStatus.SUBMITTED:
        return OpenThing(reader.say("application-open-now", **values))
    correct = Button(reader.label("decision-button-correct"), CorrectionTap(id_of(application)).pack())
    return OpenThing(reader.say("application-open-now-asked-back", **values), correct)
