"""What is said of the roles of the staff."""

from dataclasses import dataclass
from enum import StrEnum

from models.broadcasts import BroadcastKind, Lane
from models.people import Role
from services.ground.details import Details
from services.ground.faces import MessageKind


class StaffEvent(StrEnum):
    """What the people concerned are told; the first three are about an invitation."""

    ASKED = "asked"
    APPOINTED = "appointed"
    DECLINED = "declined"
    DISMISSED = "dismissed"
    STEPPED_DOWN = "stepped-down"


@dataclass(frozen=True)
class StaffNews(Details):
    """What has happened, and which role has ended by it, if one has."""

    word = "staff"
    what: StaffEvent
    role: Role | None = None


STAFF = MessageKind(BroadcastKind.STAFF, Lane.REPLY, "invitation", named=None, details=(StaffNews,))
KINDS = (STAFF,)
