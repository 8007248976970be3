"""What is said of the roles of the staff."""

from models.broadcasts import BroadcastKind, Lane
from services.ground.faces import MessageKind

STAFF = MessageKind(BroadcastKind.STAFF, Lane.REPLY)
