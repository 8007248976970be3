"""What people are told of the businesses that they have to do with."""

from dataclasses import dataclass

from models.broadcasts import BroadcastKind, Lane
from models.members import Member
from services.ground.details import Details
from services.ground.faces import MessageKind, called


@dataclass(frozen=True)
class News(Details):
    """What has happened to a business, in the word of the wing that tells it."""

    word = "news"
    what: str


MEMBERSHIP = MessageKind(BroadcastKind.MEMBERSHIP, Lane.REPLY, "member", named=called(Member.name), details=(News,))
KINDS = (MEMBERSHIP,)
