"""What is said of a correction to those who act on what stood before it."""

from dataclasses import dataclass

from models.broadcasts import BroadcastKind, Lane
from models.incidents import Incident
from services.ground.details import Details
from services.ground.faces import MessageKind, called
from services.incidents.kinds import SUBJECT


@dataclass(frozen=True)
class OfCorrection(Details):
    """The correction (id) that a message tells of."""

    word = "correction"
    correction_id: int


NEWS = MessageKind(
    BroadcastKind.CORRECTION,
    Lane.TASK,
    SUBJECT,
    named=called(Incident.code),
    details=(OfCorrection,),
    sent_again=True,
)
KINDS = (NEWS,)
