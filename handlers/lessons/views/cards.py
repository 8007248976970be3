"""A lesson as it is read: by those whom it was sent to, by its author, and by those who coordinate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from handlers.frame.views import attached, tlp
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.lessons.taps import (
    LessonAnswerTap,
    LessonCloseTap,
    LessonDropTap,
    LessonEvidenceTap,
    LessonFilesTap,
    LessonHeap,
    LessonHeapTap,
    LessonListTap,
    LessonNamingTap,
    LessonPartTap,
    LessonPreviewTap,
    LessonReach,
    LessonSendTap,
    LessonSureTap,
    LessonTap,
)
from handlers.lessons.views import copying
from models.identity import id_of
from models.incidents import Incident
from models.lessons import Lesson, LessonPart, LessonState, LessonVerdict
from models.members import Sector
from models.tlp import NARROW, Tlp
from services.lessons import names_in_words, sending
from services.lessons.lessons import LessonSheet
from services.lessons.sending import LessonCircle
from services.notation.business_names import with_short_form
from services.notation.links import without_links

LABEL = 40
Rows = tuple[tuple[Button, ...], ...]
STYLES: Mapping[LessonVerdict, Style | None] = {
    LessonVerdict.APPLIED: Style.SUCCESS,
    LessonVerdict.UNCONCERNED: None,
    LessonVerdict.HELP: Style.DANGER,
}


@dataclass(frozen=True)
class SaidBy:
    """What was said of a lesson for a business, by whom and when; no `verdict` waits for one."""

    member: str
    verdict: LessonVerdict | None
    by: str | None = None
    at: datetime | None = None


def told(reader: Reader, text: str, hidden: Sequence[str]) -> str:
    """Give words of a lesson with those businesses unnamed that may not be named any more."""
    return names_in_words.without(text, hidden, reader.label("lesson-somebody"))


def titled(reader: Reader, lesson: Lesson, hidden: Sequence[str]) -> str:
    """Give a lesson's title, without names that may not be told, and with no link that opens."""
    return told(reader, without_links(lesson.title), hidden)


def head(reader: Reader, lesson: Lesson, hidden: Sequence[str] = ()) -> Markup:
    """Begin with the label and the code; the title does not tell `hidden` names."""
    key = "lesson-head-drill" if lesson.is_drill else "lesson-head"
    return reader.say(key, label=tlp.label(lesson.tlp), code=lesson.code, title=titled(reader, lesson, hidden))


def body(reader: Reader, sheet: LessonSheet) -> Markup:
    """Write what was learnt, without the name of its business unless that may be told."""
    lesson = sheet.lesson
    parts = [
        head(reader, lesson, sheet.hidden),
        _source(reader, sheet),
        *(
            reader.say("lesson-part", name=reader.label(f"lesson-name-{part}"), text=told(reader, text, sheet.hidden))
            for part, text in (
                # What is to be done may lead to a patch; what happened led to the attacker.
                (LessonPart.HAPPENED, without_links(lesson.happened)),
                (LessonPart.FOUND, without_links(lesson.found)),
                (LessonPart.TODO, lesson.todo),
            )
            # What is but one sentence stands in the title already.
            if text and (part is not LessonPart.HAPPENED or lesson.happened.rstrip(".") != lesson.title.rstrip("."))
        ),
        reader.say("lesson-products", text=told(reader, lesson.products, sheet.hidden)) if lesson.products else None,
        _indicators(reader, sheet),
    ]
    return Markup("\n\n").join(part for part in parts if part)


def _source(reader: Reader, sheet: LessonSheet) -> Markup:
    if sheet.lesson.member_id is None:
        return reader.say("lesson-source-office")
    return reader.say("lesson-source", name=sheet.named) if sheet.named else reader.say("lesson-source-unnamed")


def _indicators(reader: Reader, sheet: LessonSheet) -> Markup | None:
    """Write the signs so that each is copied by a tap, and opened by none."""
    if not sheet.indicators:
        return None
    lines = [
        reader.say("lesson-indicator", kind=reader.label(f"lesson-indicator-{one.kind}"), value=one.defanged)
        for one in sheet.indicators
    ]
    return Markup("\n").join([reader.say("lesson-indicators"), *lines])


def card(
    reader: Reader,
    sheet: LessonSheet,
    said: Sequence[SaidBy],
    *,
    again: bool = False,
    is_author: bool = False,
    is_opened: bool = False,
) -> Message:
    """Make the card of whoever was sent a lesson: three buttons, and what was said by whom.

    Files follow the card that was sent; behind one that `is_opened` from the list they are sent by a button.
    """
    lesson = sheet.lesson
    is_open = lesson.state is LessonState.SENT and bool(said)
    parts = [
        body(reader, sheet),
        attached.behind(reader, sheet.files) if is_opened else attached.below(reader, sheet.files, again=again),
        Markup("\n").join(_said(reader, one, lesson) for one in said if one.verdict is not None),
        reader.say("lesson-asks-again" if again else "lesson-asks")
        if is_open and any(one.verdict is None for one in said)
        else None,
        reader.say("lesson-is-out") if is_author and not said else None,
        reader.say("lesson-is-closed") if lesson.state is LessonState.CLOSED else None,
    ]
    rows = _answers(reader, lesson) if is_open else ()
    copied = copying.at_hand(reader, sheet)
    return Message(Markup("\n\n").join(part for part in parts if part), rows=(*rows, *copied))


def _said(reader: Reader, one: SaidBy, lesson: Lesson) -> Markup:
    at = reader.short_moment(one.at, lesson.sent_at or one.at) if one.at is not None else ""
    return reader.say(
        "lesson-said",
        member=with_short_form(one.member),
        said=reader.label(f"lesson-verdict-{one.verdict}"),
        by=reader.known_as(one.by),
        at=at,
    )


def _answers(reader: Reader, lesson: Lesson) -> Rows:
    return tuple(
        (
            Button(
                reader.label(f"lesson-button-{verdict}"),
                LessonAnswerTap(id_of(lesson), verdict).pack(),
                STYLES[verdict],
            ),
        )
        for verdict in LessonVerdict
    )


def locked(reader: Reader, lesson: Lesson) -> Message:
    """Show in the place of a lesson that it is for others: those who are named, or whom it was sent to."""
    named = "yes" if lesson.tlp is Tlp.RED else "no"
    return Message(reader.say("lesson-locked", code=lesson.code, label=tlp.label(lesson.tlp), named=named))


def own(reader: Reader, sheet: LessonSheet, said: Sequence[SaidBy]) -> Message:
    """Show a lesson to one of the business's people that learnt it, who says whether the business may be named."""
    lesson = sheet.lesson
    shown = card(reader, sheet, said, is_opened=True)
    state = reader.say(f"lesson-state-{lesson.state}")
    naming = reader.say("lesson-naming", name=sheet.member.name if sheet.member else "")
    rows = (
        tuple(
            Button(
                reader.label(
                    f"lesson-button-named-{word}", tick=tick(on=(lesson.may_be_named is True) is bool(accepts))
                ),
                LessonNamingTap(id_of(lesson), accepts).pack(),
            )
            for word, accepts in (("yes", 1), ("no", 0))
        ),
        *_below(reader, sheet),
    )
    return Message(Markup("\n\n").join([shown.text, state, naming]), rows=rows)


def tick(*, on: bool) -> str:
    """Give the mark of what is chosen, or not."""
    return "☑" if on else "☐"


def read(reader: Reader, sheet: LessonSheet, said: Sequence[SaidBy]) -> Message:
    """Show a lesson to whoever opens it from the list."""
    shown = card(reader, sheet, said, is_opened=True)
    return Message(shown.text, rows=(*shown.rows, *_below(reader, sheet)))


def _below(reader: Reader, sheet: LessonSheet) -> Rows:
    lesson_id = id_of(sheet.lesson)
    files = Button(reader.label("lesson-button-files", count=len(sheet.files)), LessonFilesTap(lesson_id).pack())
    back = Button(reader.label("lesson-button-list"), LessonListTap(0).pack())
    return ((files, back),) if sheet.files else ((back,),)


def page(reader: Reader, sheet: LessonSheet, counts: Mapping[LessonVerdict | None, int]) -> Message:
    """Show a lesson to those who coordinate: what there is to do with it, or who says what of it."""
    lesson = sheet.lesson
    parts = [
        body(reader, sheet),
        attached.behind(reader, sheet.files),
        _naming(reader, sheet),
        _learnt_from(reader, lesson, sheet.incident) if sheet.incident is not None else None,
        reader.say(f"lesson-state-{lesson.state}"),
        _counts(reader, lesson, counts) if lesson.sent_at is not None else None,
        reader.say("lesson-evidence", text=lesson.evidence) if lesson.evidence else None,
    ]
    rows = _editing(reader, sheet) if lesson.state is LessonState.WAITING else _heaps(reader, lesson, counts)
    close = Button(reader.label("lesson-button-close"), LessonCloseTap(id_of(lesson)).pack())
    closing: Rows = () if lesson.state is LessonState.CLOSED else ((close,),)
    text = Markup("\n\n").join(part for part in parts if part)
    return Message(
        text, rows=(*rows, *copying.behind(reader, sheet), *closing, *_proof(reader, sheet), *_below(reader, sheet))
    )


def _proof(reader: Reader, sheet: LessonSheet) -> Rows:
    """Open the files on which a lesson was closed, if there are any."""
    if not sheet.proof:
        return ()
    label = reader.label("lesson-button-evidence", count=sheet.proof)
    return ((Button(label, LessonEvidenceTap(id_of(sheet.lesson)).pack()),),)


def _learnt_from(reader: Reader, lesson: Lesson, incident: Incident) -> Markup:
    """Say from what a lesson was learnt, and what follows where that is for fewer than the lesson was to be."""
    if lesson.tlp is lesson.chosen_tlp:
        return reader.say("lesson-learnt-from", code=incident.code)
    return reader.say(
        "lesson-learnt-from-narrower",
        code=incident.code,
        label=tlp.label(lesson.tlp),
        chosen=tlp.label(lesson.chosen_tlp),
        sent=_reach(lesson),
    )


def _reach(lesson: Lesson) -> str:
    """Tell who still reads a lesson that became for fewer: nobody yet, the named people, or whoever it was sent to."""
    if lesson.sent_at is None:
        return "no"
    return "named" if lesson.tlp is Tlp.RED else "told"


def _naming(reader: Reader, sheet: LessonSheet) -> Markup | None:
    """Tell those who coordinate whose lesson it is, and whether others may be told."""
    if sheet.member is None:
        return None
    return reader.say("lesson-named" if sheet.named else "lesson-unnamed", name=sheet.member.name)


def _counts(reader: Reader, lesson: Lesson, counts: Mapping[LessonVerdict | None, int]) -> Markup:
    return reader.say(
        "lesson-counts",
        circle=circle_name(reader, lesson.sector),
        asked=reader.number(sum(counts.values())),
        applied=reader.number(counts[LessonVerdict.APPLIED]),
        unconcerned=reader.number(counts[LessonVerdict.UNCONCERNED]),
        help=reader.number(counts[LessonVerdict.HELP]),
        silent=reader.number(counts[None]),
    )


def circle_name(reader: Reader, sector: Sector | None) -> str:
    """Name to whom a lesson goes."""
    return reader.label("lesson-circle-all" if sector is None else f"sector-{sector}")


def _editing(reader: Reader, sheet: LessonSheet) -> Rows:
    lesson_id = id_of(sheet.lesson)
    parts = [
        Button(reader.label(f"lesson-button-edit-{part}"), LessonPartTap(lesson_id, part).pack()) for part in LessonPart
    ]
    preview = Button(reader.label("lesson-button-preview"), LessonPreviewTap(lesson_id).pack(), Style.PRIMARY)
    if sheet.files:
        parts.append(Button(reader.label("lesson-button-drop"), LessonDropTap(lesson_id, 0).pack()))
    return ((preview,), *(tuple(parts[at : at + 2]) for at in range(0, len(parts), 2)))


def dropping(reader: Reader, sheet: LessonSheet) -> Message:
    """Show the files of a lesson that waits, each behind a button that takes it out."""
    lesson_id = id_of(sheet.lesson)
    said = reader.say("lesson-drop" if sheet.files else "lesson-drop-none")
    rows = tuple(
        (
            Button(
                reader.label(
                    "lesson-button-drop-one",
                    number=number,
                    name=shorten(one.name, LABEL) if one.name else attached.listed(reader, [one]),
                ),
                LessonDropTap(lesson_id, one.kept_id).pack(),
            ),
        )
        for number, one in enumerate(sheet.files, start=1)
    )
    back = Button(reader.label("button-back"), LessonTap(lesson_id).pack())
    return Message(Markup("\n\n").join([head(reader, sheet.lesson), said]), rows=(*rows, (back,)))


def _heaps(reader: Reader, lesson: Lesson, counts: Mapping[LessonVerdict | None, int]) -> Rows:
    buttons = [
        Button(
            reader.label(f"lesson-heap-{heap}", count=reader.number(counts[heap.verdict])),
            LessonHeapTap(id_of(lesson), heap, 0).pack(),
        )
        for heap in LessonHeap
        if counts[heap.verdict]
    ]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def preview(reader: Reader, sheet: LessonSheet, circles: Sequence[LessonCircle]) -> Message:
    """Show a lesson as its readers would get it, with whom it would reach: one tap sends it."""
    lesson, lesson_id, mark = sheet.lesson, id_of(sheet.lesson), sending.mark_of(sheet)
    shown = card(reader, sheet, ())
    narrow = "narrow" if lesson.tlp in NARROW else "wide"
    parts = [
        reader.say(f"lesson-preview-{narrow}", label=tlp.label(lesson.tlp)),
        reader.say("lesson-preview-sharer") if sheet.member is not None else None,
        reader.say("lesson-preview-where"),
    ]
    text = Markup("\n\n").join([shown.text, Markup("\n").join(part for part in parts if part)])
    rows = [
        (
            Button(
                reader.label(
                    "lesson-button-send",
                    circle=circle_name(reader, one.sector),
                    members=one.members,
                    people=one.people,
                ),
                LessonSendTap(lesson_id, LessonReach(one.sector or "all"), mark).pack(),
                Style.PRIMARY if one.sector is None else None,
            ),
        )
        for one in circles
        if one.members
    ]
    return Message(text, rows=(*rows, (Button(reader.label("button-back"), LessonTap(lesson_id).pack()),)))


def sure(reader: Reader, lesson: Lesson, circle: LessonCircle, tap: LessonSendTap) -> Message:
    """Ask once more before many people get a lesson."""
    said = reader.say(
        "lesson-ask-sure",
        label=tlp.label(lesson.tlp),
        title=lesson.title,
        circle=circle_name(reader, circle.sector),
        members=reader.number(circle.members),
        people=reader.number(circle.people),
    )
    wish = LessonSureTap(tap.lesson_id, tap.reach, tap.seen).pack()
    send = Button(reader.label("lesson-button-sure"), wish, Style.PRIMARY)
    back = Button(reader.label("button-back"), LessonPreviewTap(tap.lesson_id).pack())
    return Message(said, rows=((send,), (back,)))


def waiting(reader: Reader, sheet: LessonSheet) -> Message:
    """Tell those who coordinate that a lesson waits, with the button that opens it."""
    lesson = sheet.lesson
    text = Markup("\n").join(
        [
            head(reader, lesson, sheet.hidden),
            reader.say("lesson-waits", name=sheet.member.name if sheet.member else ""),
            reader.say(f"lesson-state-{lesson.state}"),
        ]
    )
    return Message(text, rows=((Button(reader.label("lesson-button-open"), LessonTap(id_of(lesson)).pack()),),))
