"""What the owners are told when something is wrong with the system itself."""

from models.broadcasts import BroadcastKind, Lane
from services.ground.faces import MessageKind

TROUBLE = MessageKind(BroadcastKind.TROUBLE, Lane.REPLY)
