"""An honour as it is read: by those who coordinate, by the business that is thanked, and by the network."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from markupsafe import Markup

from handlers.frame.views import tlp
from handlers.frame.views.dialogues import button, way_out
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.honours.taps import (
    HonourConfirmTap,
    HonourListTap,
    HonourNamingTap,
    HonourPreviewTap,
    HonourReleasesTap,
    HonourReleaseTap,
    HonourTap,
    HonourWish,
    HonourWordsTap,
)
from models.drafts import Draft
from models.honours import Honour, HonourKind, HonourState
from models.identity import id_of
from models.incidents import Incident
from services.honours.deciding import REASON_LENGTH, SENTENCE_LENGTH
from services.honours.honours import HonourSheet
from services.honours.lists import HonourHeap
from services.honours.releasing import HonourBatch, HonourCircle

Rows = tuple[tuple[Button, ...], ...]
AGAIN = "again"


def code_of(sheet: HonourSheet) -> str:
    """Give the code of what an honour is for."""
    if sheet.incident is not None:
        return sheet.incident.code
    return sheet.lesson.code if sheet.lesson is not None else ""


def title_of(reader: Reader, sheet: HonourSheet) -> str:
    """Give the title of what an honour is for."""
    if sheet.incident is not None:
        return reader.own(sheet.incident.title)
    return sheet.lesson.title if sheet.lesson is not None else ""


def sentence(reader: Reader, sheet: HonourSheet) -> str:
    """Say for what a business is honoured: in a coordinator's words, or in those that the records give."""
    return sheet.honour.sentence or known_sentence(reader, sheet)


def sentence_word(honour: Honour) -> str:
    """Give the word of the sentence: in time are tasks, or the end of the whole."""
    if honour.kind is not HonourKind.RECOVERY:
        return honour.kind.value
    return "tasks" if honour.count else "end"


def known_sentence(reader: Reader, sheet: HonourSheet) -> str:
    """Say what the records know."""
    return reader.label(f"honour-sentence-{sentence_word(sheet.honour)}", **_values(reader, sheet))


def outside(reader: Reader, sheet: HonourSheet) -> str:
    """Say for what a business is honoured to those who know no codes: what it was, and when."""
    word = sentence_word(sheet.honour)
    return sheet.honour.sentence or reader.label(f"honour-letter-sentence-{word}", **_values(reader, sheet))


def _values(reader: Reader, sheet: HonourSheet) -> dict[str, Any]:
    honour = sheet.honour
    # What was won is named where it is a minute or more.
    minutes = honour.minutes or 0
    return {
        "code": code_of(sheet),
        "title": title_of(reader, sheet),
        "at": reader.moment(honour.happened_at),
        "day": reader.day(honour.happened_at),
        "count": honour.count,
        "minutes": minutes,
        "won": reader.duration(timedelta(minutes=minutes)),
    }


def head(reader: Reader, sheet: HonourSheet) -> Markup:
    """Begin with the kind and the code, by which it is known whether it is of a drill."""
    return reader.say("honour-head", kind=reader.label(f"honour-kind-{sheet.honour.kind}"), code=code_of(sheet))


def page(reader: Reader, sheet: HonourSheet) -> Message:
    """Show an honour to those who coordinate, with what there is to do."""
    honour = sheet.honour
    facts = [
        reader.say("honour-business", name=sheet.member.name),
        Markup.escape(sentence(reader, sheet)),
        reader.say("honour-happened", at=reader.moment(honour.happened_at)),
    ]
    if honour.code:
        facts.append(reader.say("honour-report", code=honour.code))
    parts = [head(reader, sheet), Markup("\n").join(facts), Markup("\n").join(_standing(reader, honour))]
    return Message(Markup("\n\n").join(parts), rows=_deeds(reader, honour))


def _standing(reader: Reader, honour: Honour) -> Sequence[Markup]:
    """Tell where an honour stands, and what its business says of being named."""
    lines = [reader.say(f"honour-state-{honour.state}")]
    if honour.reason:
        lines.append(reader.say("honour-reason", text=honour.reason))
    if honour.state is HonourState.CONFIRMED:
        lines.append(reader.say(f"honour-consent-{consent_word(honour)}"))
    if honour.release_id is not None:
        lines.append(reader.say("honour-is-out"))
    return lines


def consent_word(honour: Honour) -> str:
    """Give the word for what a business says of being named."""
    return {None: "open", True: "yes", False: "no"}[honour.may_be_named]


def _deeds(reader: Reader, honour: Honour) -> Rows:
    honour_id = id_of(honour)
    wish = HonourConfirmTap(honour_id, honour.state).pack()
    confirm = Button(reader.label("honour-button-confirm"), wish, Style.PRIMARY)
    reword = Button(reader.label("honour-button-sentence"), HonourWordsTap(honour_id, HonourWish.SENTENCE).pack())
    drop = Button(reader.label("honour-button-drop"), HonourWordsTap(honour_id, HonourWish.REASON).pack())
    heaps = {
        HonourState.PROPOSED: HonourHeap.PROPOSED,
        HonourState.CONFIRMED: HonourHeap.THANKED,
        HonourState.DROPPED: HonourHeap.DROPPED,
    }
    back = (Button(reader.label("honour-button-list"), HonourListTap(heaps[honour.state], 0, 0).pack()),)
    rows: dict[HonourState, Rows] = {
        HonourState.PROPOSED: ((confirm,), (reword, drop)),
        HonourState.CONFIRMED: ((reword,),),
        HonourState.DROPPED: ((confirm,),),
    }
    return (*rows[honour.state], back)


def thanks(reader: Reader, sheet: HonourSheet, department: str) -> Message:
    """Thank a business, and ask whether it may be named; what it said can be changed at any time."""
    honour = sheet.honour
    parts = [
        head(reader, sheet),
        reader.say("honour-thanks", department=department, name=sheet.member.name),
        Markup.escape(sentence(reader, sheet)),
        reader.say(f"honour-ask-{consent_word(honour)}"),
    ]
    return Message(Markup("\n\n").join(parts), rows=_naming(reader, honour))


def _naming(reader: Reader, honour: Honour) -> Rows:
    honour_id = id_of(honour)
    yes = Button(reader.label("honour-button-yes"), HonourNamingTap(honour_id, 1).pack(), Style.SUCCESS)
    no = Button(reader.label("honour-button-no"), HonourNamingTap(honour_id, 0).pack())
    back = Button(reader.label("honour-button-take-back"), HonourNamingTap(honour_id, 0).pack())
    return {None: ((yes,), (no,)), True: ((back,),), False: ((yes,),)}[honour.may_be_named]


def proposed(reader: Reader, incident: Incident, found: Sequence[HonourSheet]) -> Message:
    """Tell those who coordinate, a day after an end, whom the records propose."""
    text = [reader.say("honours-proposed", code=incident.code, count=len(found)), reader.say("honours-proposed-note")]
    row = (Button(reader.label("honours-button-look"), HonourListTap(HonourHeap.PROPOSED, 0, 0).pack()),)
    return Message(Markup("\n\n").join(text), rows=(row,))


def named(reader: Reader, lines: Sequence[HonourSheet], department: str, *, is_drill: bool) -> Message:
    """Name to the network those who agreed; where all have taken that back, say so."""
    begun = reader.say("honours-named-drill" if is_drill else "honours-named")
    if not lines:
        return Message(Markup("\n\n").join([begun, reader.say("honours-named-nobody")]))
    parts = [
        begun,
        reader.say("honours-named-words", department=department),
        Markup("\n").join(line(reader, one) for one in lines),
        reader.say("honours-named-foot"),
    ]
    return Message(Markup("\n\n").join(parts))


def line(reader: Reader, sheet: HonourSheet) -> Markup:
    """Write a line of those who are named."""
    return reader.say("honour-line", name=sheet.member.name, text=sentence(reader, sheet))


def releases(reader: Reader, found: Sequence[HonourBatch]) -> Message:
    """List what could be told to the network: real ones, those of drills, and what is for few, each apart."""
    rows = [
        (Button(_batch_name(reader, one), HonourPreviewTap(one.circle, one.honour_id).pack(), Style.PRIMARY),)
        for one in found
    ]
    back = (Button(reader.label("honour-button-list"), HonourListTap(HonourHeap.PROPOSED, 0, 0).pack()),)
    key = "honours-releases" if found else "honours-releases-none"
    return Message(reader.say(key), rows=(*rows, back))


def _batch_name(reader: Reader, one: HonourBatch) -> str:
    return reader.label(f"honours-button-batch-{one.circle}", code=code_of(one.lines[0]), count=len(one.lines))


def preview(reader: Reader, one: HonourBatch, department: str) -> Message:
    """Show a message to the network as it will be read, and to how many people it goes."""
    shown = named(reader, one.lines, department, is_drill=one.is_drill)
    labels = [first.label for first in one.lines[:1] if first.label is not None and one.circle is HonourCircle.FEW]
    if labels:
        shown = tlp.marked(shown, labels[0])
    send = Button(
        reader.label("honours-button-release", people=len(one.people)),
        HonourReleaseTap(one.circle, one.honour_id).pack(),
        Style.PRIMARY,
    )
    back = Button(reader.label("button-back"), HonourReleasesTap().pack())
    return Message(shown.text, rows=((send,), (back,)))


def ask(reader: Reader, draft: Draft, sheet: HonourSheet, wish: HonourWish) -> Message:
    """Ask a coordinator for the sentence in other words, or for the reason."""
    limit = SENTENCE_LENGTH if wish is HonourWish.SENTENCE else REASON_LENGTH
    parts = [
        head(reader, sheet),
        reader.say("honour-business", name=sheet.member.name),
        reader.say(f"honour-ask-{wish}", limit=limit),
    ]
    rows: Rows = ()
    if wish is HonourWish.SENTENCE:
        parts.append(reader.say("honour-sentence-now", text=sentence(reader, sheet)))
        if sheet.honour.sentence:
            rows = ((button(draft, AGAIN, reader.label("honour-button-known")),),)
    return Message(Markup("\n\n").join(parts), rows=(*rows, way_out(reader, draft, back=False)))


def opened(sheet: HonourSheet, number: int) -> Button:
    """Make the button that opens an honour of a list, by its number there."""
    return Button(str(number), HonourTap(id_of(sheet.honour)).pack())
