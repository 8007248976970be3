"""What the outbox says by itself: the files that follow a message."""

from dataclasses import dataclass

from models.broadcasts import BroadcastKind, Lane
from services.ground.details import Details
from services.ground.faces import MessageKind


@dataclass(frozen=True)
class Under(Details):
    """Which part of its files goes under the messages of a broadcast (id), which is about an incident (id) or none."""

    word = "under"
    broadcast_id: int
    part: int
    incident_id: int | None


# It goes by the lane of the message that it follows.
FILES = MessageKind(BroadcastKind.FILES, Lane.UPDATE, "", named=None, details=(Under,), sent_again=True)
KINDS = (FILES,)
