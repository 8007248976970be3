"""How an update is asked for part by part, and shown before it goes."""

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from handlers.frame.views.dialogues import as_text, button, way_out
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import label
from models.drafts import Draft
from models.incidents import NoticeAudience
from models.tlp import Tlp
from services.updates.situations import Situation

TEXT, PREVIEW, NEXT, WHO = "text", "preview", "next", "who"
# The parts that may stand beside how things stand, each a field of the situation and a step of the dialogue.
PARTS = ("actions", "needs", "ruled_out")
ASKED = {"actions": "update-ask-actions", "needs": "update-ask-needs", "ruled_out": "update-ask-ruled-out"}
EDIT = {"actions": "button-update-actions", "needs": "button-update-needs", "ruled_out": "button-update-ruled-out"}
# Minutes until the next update, as buttons.
DELAYS = (15, 30, 60, 120, 240)
DELAY_NAMES = {
    15: "button-update-in-15",
    30: "button-update-in-30",
    60: "button-update-in-60",
    120: "button-update-in-120",
    240: "button-update-in-240",
}


# What words that are typed at the preview take the place of.
CHANGED_TEXT, CHANGED_NEXT = "text", "next"
# So much of what was replaced is said back.
SHOWN_BEFORE = 80


@dataclass(frozen=True)
class Change:
    """What the last words that were typed took the place of: the text, or the moment of the next update; or nothing."""

    of: str
    text: str
    next_at: datetime | None
    now: datetime


def ask_text(reader: Reader, draft: Draft, situation: Situation, *, code: str, people: int) -> Message:
    """Ask how things stand, and say to whom it will go."""
    suggest = button(draft, "suggest", reader.label("button-suggest"))
    text = reader.say(f"notice-ask-{situation.audience.replace('_', '-')}", code=code, people=people)
    return Message(text, rows=((suggest,), way_out(reader, draft, back=bool(situation.text))))


def ask_part(reader: Reader, draft: Draft, situation: Situation, *, code: str) -> Message:
    """Ask for a part; what stands there can be left out."""
    said = getattr(situation, draft.step)
    parts = [reader.say(ASKED[draft.step], code=code), Markup.escape(reader.own(said))]
    clear = ((button(draft, "clear", reader.label("button-update-clear")),),) if said else ()
    text = Markup("\n\n").join(part for part in parts if part)
    return Message(text, rows=(*clear, way_out(reader, draft)))


def ask_next(reader: Reader, draft: Draft, situation: Situation, *, code: str) -> Message:
    """Ask when the next update comes: by a button, or in words."""
    delays = [button(draft, "next", reader.label(DELAY_NAMES[one]), str(one)) for one in DELAYS]
    none = button(draft, "clear", reader.label("button-update-no-next"))
    rows = (tuple(delays[:3]), tuple(delays[3:]), (none,), way_out(reader, draft))
    return Message(reader.say("update-ask-next", code=code), rows=rows)


def ask_who(
    reader: Reader, draft: Draft, situation: Situation, *, everybody: int, ready: int, observers: int
) -> Message:
    """Ask who gets it: those alerted, those who join, observers alone, or observers beside them."""
    choices = [
        (NoticeAudience.ALL, reader.label("update-who-all", count=everybody), everybody),
        (NoticeAudience.READY, reader.label("update-who-ready", count=ready), ready),
        (NoticeAudience.OBSERVERS, reader.label("update-who-observers", count=observers), observers),
    ]
    rows = [
        (button(draft, "who", _ticked(reader, name, on=situation.audience is audience), audience),)
        for audience, name, count in choices
        if count
    ]
    if observers and situation.audience is not NoticeAudience.OBSERVERS:
        beside = reader.label("update-who-beside", count=observers)
        rows.append((button(draft, "who", _ticked(reader, beside, on=situation.observers), "beside"),))
    return Message(reader.say("update-ask-who"), rows=(*rows, way_out(reader, draft)))


def _ticked(reader: Reader, name: str, *, on: bool) -> str:
    return reader.label("update-ticked" if on else "update-unticked", name=name)


def preview(
    reader: Reader,
    draft: Draft,
    situation: Situation,
    shown: Message,
    *,
    people: int,
    proposed: bool,
    change: Change,
    wider: Tlp | None = None,
    asked: tuple[Markup, tuple[tuple[Button, ...], ...]] | None = None,
) -> Message:
    """Show the update as its readers will see it, what can be added, and the button that sends it.

    What is `asked` about a label that the words name takes the place of that button.
    """
    parts = [reader.say("preview-head"), shown.text, as_text(reader, shown.rows)]
    if wider is not None:
        parts.append(reader.say("update-wider", label=label(wider)))
    if proposed:
        parts.append(reader.say("update-proposed"))
    parts.append(_changed(reader, change))
    send = button(draft, "send", reader.label("button-send-notice", people=people))
    taking_back = (_taking_back(reader, draft, change),) if change.of else ()
    drop = ((button(draft, "drop", reader.label("button-without-files")),),) if situation.files else ()
    edits = tuple(button(draft, "edit", reader.label(EDIT[name]), name) for name in PARTS)
    further = (
        button(draft, "edit", reader.label("button-update-next"), NEXT),
        button(draft, "edit", reader.label("button-update-who"), WHO),
        button(draft, "ask", _ticked(reader, reader.label("button-update-ask"), on=situation.asks_seen)),
    )
    question, sending = asked or (Markup(), ((Button(send.text, send.data, Style.PRIMARY),),))
    parts.append(question)
    rows = (
        *sending,
        *(taking_back or drop),
        edits,
        further,
        way_out(reader, draft),
    )
    return Message(Markup("\n\n").join(part for part in parts if part), rows=rows)


def _changed(reader: Reader, change: Change) -> Markup:
    """Say what the last words took the place of; where they took nothing's, what words would do."""
    if change.of == CHANGED_TEXT:
        return reader.say("update-changed-text", text=shorten(" ".join(change.text.split()), SHOWN_BEFORE))
    if change.of != CHANGED_NEXT:
        return reader.say("update-typing")
    if change.next_at is None:
        return reader.say("update-set-next")
    return reader.say("update-changed-next", at=reader.short_moment(change.next_at, change.now))


def _taking_back(reader: Reader, draft: Draft, change: Change) -> tuple[Button, ...]:
    """Offer to take the last words back, or to have them after what stood there."""
    undo = button(draft, "undo", reader.label("button-update-undo"))
    both = (button(draft, "both", reader.label("button-update-both")),) if change.of == CHANGED_TEXT else ()
    return (undo, *both)


def quotes_no_more(reader: Reader) -> str:
    """Say that words that were quoted are gone, before what is left of the update goes out."""
    return reader.label("update-quotes-no-more")
