"""What a business is asked twice a year."""

from models.broadcasts import BroadcastKind, Lane
from models.members import Member
from services.ground.faces import MessageKind, called

CONFIRMATION = MessageKind(BroadcastKind.CONFIRMATION, Lane.DIGEST, "member", named=called(Member.name))
KINDS = (CONFIRMATION,)
