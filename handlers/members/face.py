"""What the wing `members` adds to the chat."""

from handlers.frame.faces import OF_COORDINATORS, Command, HandlerFace, MenuEntry, MenuPage
from handlers.members import capabilities, record_sheets
from handlers.members.taps import CapabilityTap, CapabilityUnitTap
from models.drafts import Dialogue

FACE = HandlerFace(
    "members",
    commands=(Command("nangluc", "capabilities", capabilities.on_catalogue, OF_COORDINATORS, rank=60),),
    entries={
        "capabilities": MenuEntry(capabilities.on_catalogue, OF_COORDINATORS, row=900, column=20, page=MenuPage.PREPARE)
    },
    taps={CapabilityTap: capabilities.on_capability, CapabilityUnitTap: capabilities.on_unit},
    conversations={Dialogue.CAPABILITY: capabilities.CONVERSATION},
    sheets=record_sheets.SHEETS,
)
