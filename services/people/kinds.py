"""What people are told of the businesses that they have to do with."""

from models.broadcasts import BroadcastKind, Lane
from services.ground.faces import MessageKind

MEMBERSHIP = MessageKind(BroadcastKind.MEMBERSHIP, Lane.REPLY)
