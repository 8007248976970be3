"""The question to a coordinator whether words are to be declared."""

from markupsafe import Markup

from handlers.conversations.views.asking import quoted
from handlers.frame.taps import MenuTap
from handlers.frame.views.dialogues import button, way_out
from handlers.frame.views.message import Button, Message
from handlers.frame.views.reader import Reader
from models.drafts import Draft
from models.incidents import IncidentKind

DECLARE, ASK = "declare", "ask"
KINDS = (IncidentKind.INCIDENT, IncidentKind.DRILL)


def ask(reader: Reader, draft: Draft, text: str, *, with_files: Markup | None = None, speaks: bool = False) -> Message:
    """Ask whether words are to be declared, and as what; who `speaks` for a business that was called may ask them."""
    kinds = tuple(button(draft, DECLARE, reader.label(f"declare-words-{kind}"), kind) for kind in KINDS)
    menu = Button(reader.label("button-menu"), MenuTap("menu").pack())
    own = ((button(draft, ASK, reader.label("declare-words-as-question")),),) if speaks else ()
    lines = [reader.say("declare-words-ask", text=quoted(text))]
    if with_files:
        lines.append(with_files)
    return Message(Markup("\n").join(lines), rows=(kinds, *own, (*way_out(reader, draft, back=False), menu)))
