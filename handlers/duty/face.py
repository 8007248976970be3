"""What the wing `duty` adds to the chat."""

from handlers.duty import editing, record_sheets, rota
from handlers.duty.taps import DutyTap
from handlers.frame.faces import Command, HandlerFace, MenuEntry, MenuKind
from models.drafts import Dialogue
from services.duty.rota import BEGINS, GIVEN, NotOnTheRoster

FACE = HandlerFace(
    "duty",
    commands=(Command("lichtruc", "duty", rota.on_rosters, frozenset({MenuKind.REPRESENTATIVE}), rank=90),),
    entries={"duty": MenuEntry(rota.on_rosters)},
    taps={DutyTap: rota.on_duty_tap},
    conversations={Dialogue.DUTY: editing.CONVERSATION},
    over=(NotOnTheRoster,),
    news={GIVEN: rota.compose_given, BEGINS: rota.compose_beginning},
    sheets=record_sheets.SHEETS,
)
