"""The question before an end is taken back."""

from datetime import datetime

from handlers.corrections.taps import ReopenNowTap, ReopenTap
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import labelled
from handlers.tally.taps import TallyTap
from models.identity import id_of
from models.incidents import Incident


def button(reader: Reader, incident: Incident) -> Button:
    """Make the button that asks whether the end is to be taken back."""
    return Button(reader.label("button-reopen"), ReopenTap(id_of(incident)).pack())


def ask(reader: Reader, incident: Incident, *, people: int, now: datetime) -> Message:
    """Ask, and say what follows from it."""
    incident_id = id_of(incident)
    ended = reader.short_moment(incident.closed_at, now) if incident.closed_at else ""
    text = reader.say(
        "reopen-ask",
        code=incident.code,
        title=labelled(reader.own(incident.title), incident.tlp),
        at=ended,
        people=people,
    )
    reopen = Button(reader.label("button-reopen-now", people=people), ReopenNowTap(incident_id).pack(), Style.DANGER)
    back = Button(reader.label("button-to-tally"), TallyTap(incident_id).pack())
    return Message(text, rows=((reopen,), (back,)))


def reopened(reader: Reader, incident: Incident, *, people: int) -> str:
    """Confirm that the end is taken back."""
    return reader.label("notice-sent-reopened", code=incident.code, people=people)
