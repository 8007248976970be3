"""The question to a coordinator what is to become of words: an answer, an update, or a declaration."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.conversations.views.asking import quoted
from handlers.conversations.views.cards import whose
from handlers.frame.taps import DialogueTap, MenuTap
from handlers.frame.views.dialogues import button, way_out
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from models.drafts import Draft
from models.identity import id_of
from models.incidents import Incident, IncidentKind
from services.conversations.threads import Sheet

DECLARE, ASK, ANSWER, TELL = "declare", "ask", "answer", "tell"
KINDS = (IncidentKind.INCIDENT, IncidentKind.DRILL)
# With the kinds and the way out these fill a phone's five rows.
MOST_ANSWERS, MOST_INCIDENTS, MOST_ROWS = 2, 3, 3
IN_BUTTON = 40


def ask(
    reader: Reader,
    draft: Draft,
    text: str,
    waiting: Sequence[Sheet],
    under_way: Sequence[Incident],
    *,
    with_files: Markup | None = None,
    speaks: bool = False,
) -> Message:
    """Ask whether words answer a question that waits, are told to the businesses of an incident, or are declared.

    Who `speaks` for a business that was called may ask them.
    """
    own = [button(draft, ASK, reader.label("declare-words-as-question"))] if speaks else []
    answers = [_answer(reader, draft, one, is_first=one is waiting[0]) for one in waiting]
    # Files alone answer; what is told or declared needs words.
    told = [
        button(draft, TELL, reader.label("clear-words-tell", code=one.code), str(id_of(one)))
        for one in (under_way[: MOST_ROWS - len(answers) - len(own)] if text else ())
    ]
    kinds = tuple(button(draft, DECLARE, reader.label(f"declare-words-{kind}"), kind) for kind in KINDS if text)
    menu = Button(reader.label("button-menu"), MenuTap("menu").pack())
    lines = [reader.say(_asking(text, answers, told), text=quoted(text))]
    if with_files:
        lines.append(with_files)
    first = ((one,) for one in (*answers, *told))
    return Message(
        Markup("\n").join(lines),
        rows=(
            *first,
            *((kinds,) if kinds else ()),
            *((one,) for one in own),
            (*way_out(reader, draft, back=False), menu),
        ),
    )


def _asking(text: str, answers: Sequence[Button], told: Sequence[Button]) -> str:
    """Choose the question: what words are for, or which question files answer that came without any."""
    if not text:
        return "clear-files-ask" if answers else "clear-files-alone"
    return "clear-words-ask" if answers or told else "declare-words-ask"


def _answer(reader: Reader, draft: Draft, sheet: Sheet, *, is_first: bool) -> Button:
    label = reader.label("clear-words-answer", member=shorten(whose(reader, sheet), IN_BUTTON))
    tap = DialogueTap(draft.key, ANSWER, str(id_of(sheet.question)))
    return Button(label, tap.pack(), Style.PRIMARY if is_first else None)
