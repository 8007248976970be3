"""What people are told of their own data, unasked."""

from models.broadcasts import BroadcastKind, Lane
from services.ground.faces import MessageKind

ERASURE = MessageKind(BroadcastKind.ERASURE, Lane.DIGEST, "", named=None)
KINDS = (ERASURE,)
