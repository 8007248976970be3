"""What a business is asked twice a year."""

from models.broadcasts import BroadcastKind, Lane
from services.ground.faces import MessageKind

CONFIRMATION = MessageKind(BroadcastKind.CONFIRMATION, Lane.DIGEST, "member")
KINDS = (CONFIRMATION,)
