"""What is said about updates: that one is due or late, and that one is still to be acknowledged."""

from dataclasses import dataclass
from datetime import datetime

from models.broadcasts import BroadcastKind, Lane
from models.incidents import Incident
from services.ground.details import Details
from services.ground.faces import MessageKind, called
from services.incidents.kinds import SUBJECT, OfNotice


@dataclass(frozen=True)
class Owed(Details):
    """The moment at which an update is due, and whether it has passed."""

    word = "owed"
    due_at: datetime
    is_late: bool


CALLED = called(Incident.code)
UPDATE_WATCH = MessageKind(
    BroadcastKind.UPDATE_WATCH, Lane.REPLY, SUBJECT, named=CALLED, details=(Owed,), sent_again=True
)
UPDATE_REMINDER = MessageKind(BroadcastKind.UPDATE_REMINDER, Lane.REMINDER, SUBJECT, named=CALLED, details=(OfNotice,))
KINDS = (UPDATE_WATCH, UPDATE_REMINDER)
