"""What the wing `staff` adds to the chat."""

from handlers.frame.faces import Command, HandlerFace, MenuEntry, MenuKind
from handlers.staff import appointing
from handlers.staff.taps import StaffOfferTap, StaffTap
from models.broadcasts import BroadcastKind
from models.invitations import InvitationKind

OF_OWNERS = frozenset({MenuKind.OWNER})

FACE = HandlerFace(
    "staff",
    commands=(Command("canbo", "staff", appointing.on_staff, OF_OWNERS, rank=110),),
    entries={"staff": MenuEntry(appointing.on_staff, OF_OWNERS, row=900, column=10)},
    taps={StaffTap: appointing.on_tap, StaffOfferTap: appointing.on_offer},
    invitations={InvitationKind.STAFF: appointing.on_opened},
    composers={BroadcastKind.STAFF: appointing.compose},
)
