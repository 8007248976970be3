"""What is said of command, to coordinators: what one asks of another, and who holds it from now on."""

from dataclasses import dataclass
from datetime import datetime

from models.broadcasts import BroadcastKind, Lane
from models.incidents import Incident
from services.ground.details import Details
from services.ground.faces import MessageKind, called
from services.incidents.kinds import SUBJECT


@dataclass(frozen=True)
class OfOffer(Details):
    """What one coordinator asked of another (id); `silent` says that no answer came in time."""

    word = "offer"
    offer_id: int
    silent: bool = False


@dataclass(frozen=True)
class OfCommand(Details):
    """The change of hands (id) that everybody is told of."""

    word = "command"
    command_id: int


@dataclass(frozen=True)
class OfVacancy(Details):
    """The change of hands (id) after which command lies with nobody; 0 where whoever declared the incident is gone."""

    word = "vacancy"
    command_id: int


@dataclass(frozen=True)
class OfEnd(Details):
    """Tells the holder of command that another ended the incident, at this moment."""

    word = "command-end"
    ended_at: datetime


COMMAND = MessageKind(
    BroadcastKind.COMMAND,
    Lane.REPLY,
    SUBJECT,
    named=called(Incident.code),
    details=(OfOffer, OfCommand, OfVacancy, OfEnd),
    sent_again=True,
)
# The page of who holds command, kept true where somebody opened it.
PAGE = MessageKind(BroadcastKind.COMMAND_PAGE, Lane.REPLY, SUBJECT, named=called(Incident.code), replaceable=True)
KINDS = (COMMAND, PAGE)
