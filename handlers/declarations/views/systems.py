"""The systems that a declaration names by hand: looked for by any spelling, turned on and off."""

from collections.abc import Sequence

from handlers.declarations.views.steps import done, toggles
from handlers.frame.views.dialogues import way_out
from handlers.frame.views.fitting import ECHOED, shorten
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from models.drafts import Draft
from models.identity import id_of
from models.systems import InformationSystem
from services.systems.search import Found

# So much of a name stands on its button, beside the sign that it is chosen.
NAME = 34
# So many are offered; with more letters there are fewer.
OFFERED = 4


def ask_systems(
    reader: Reader,
    draft: Draft,
    chosen: Sequence[InformationSystem],
    found: Found,
    *,
    asked: str,
    to_preview: bool,
) -> Message:
    """Ask which systems are touched; those that are chosen and those that were found are buttons that turn them."""
    on = [str(id_of(one)) for one in chosen]
    offered = [one for one in found.systems if str(id_of(one)) not in on][:OFFERED]
    names = [(str(id_of(one)), shorten(one.name, NAME)) for one in (*chosen, *offered)]
    buttons = toggles(reader, draft, names, on)
    key = "declare-ask-systems-found" if found.total else "declare-ask-systems-none"
    said = reader.say(key if asked else "declare-ask-systems", asked=shorten(asked, ECHOED))
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    return Message(said, rows=(*rows, (done(reader, draft, to_preview=to_preview),), way_out(reader, draft)))
