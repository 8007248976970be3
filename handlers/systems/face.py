"""What the wing `systems` adds to the chat."""

from handlers.frame.faces import OF_COORDINATORS, Command, HandlerFace, MenuEntry, MenuKind, MenuPage
from handlers.systems import editing, record_sheets, register
from handlers.systems.taps import SystemsTap, SystemTap
from models.drafts import Dialogue

FACE = HandlerFace(
    "systems",
    commands=(
        Command("hethong", "systems", register.on_systems, OF_COORDINATORS | {MenuKind.REPRESENTATIVE}, rank=95),
    ),
    entries={"systems": MenuEntry(register.on_systems, OF_COORDINATORS, row=30, column=10, page=MenuPage.PREPARE)},
    taps={SystemsTap: register.on_list, SystemTap: register.on_system},
    conversations={Dialogue.SYSTEMS: register.CONVERSATION, Dialogue.SYSTEM: editing.CONVERSATION},
    sheets=record_sheets.SHEETS,
)
