"""The steps in which a lesson is written, one question each, and those in which a coordinator changes or closes one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from handlers.frame.views import tlp
from handlers.frame.views.attached import gathered
from handlers.frame.views.dialogues import button, way_out
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from models.drafts import Draft
from models.identity import id_of
from models.lessons import Lesson, LessonPart
from models.members import Member
from models.tlp import Tlp
from services.ground.attachments import Attachment
from services.lessons.changing import labels_for
from services.lessons.closing import EVIDENCE_LENGTH
from services.lessons.indicators import MOST_INDICATORS
from services.lessons.lessons import LENGTHS, OPTIONAL
from services.lessons.writing import LessonSaid

BUSINESS, CHECK = "business", "check"
STEPS = (
    BUSINESS,
    LessonPart.HAPPENED.value,
    LessonPart.FOUND.value,
    LessonPart.TODO.value,
    LessonPart.INDICATORS.value,
    LessonPart.PRODUCTS.value,
    LessonPart.LABEL.value,
    CHECK,
)
SEND, NAME, SKIP, LABEL, END = "send", "name", "skip", "label", "end"
BUTTON, SHOWN = 40, 200
# So many lines that are no sign are named.
MOST_UNREAD = 5
Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class LessonSoFar:
    """What a person said so far of what was learnt, with the files that came; some may be one album.

    At the end `label` is the one that the lesson will carry.
    """

    said: LessonSaid
    files: Sequence[Attachment]
    is_album: bool
    label: Tlp | None = None


@dataclass(frozen=True)
class EvidenceSoFar:
    """The files that came as evidence for closing a lesson (its code); `helpless` businesses wait for help with it."""

    code: str
    files: Sequence[Attachment]
    is_album: bool
    helpless: int


def ask(reader: Reader, draft: Draft, form: LessonSoFar, members: Sequence[Member], *, is_first: bool) -> Message:
    """Ask the question of a step."""
    last = way_out(reader, draft, back=not is_first)
    rows = _answers(reader, draft, form, members)
    parts = [_question(reader, draft.step), _before(reader, draft.step, form)]
    parts.append(gathered(reader, form.files, is_album=form.is_album))
    return Message(Markup("\n\n").join(part for part in parts if part), rows=(*rows, last))


def ask_unread(reader: Reader, step: Message, count: int, unread: Sequence[str]) -> Message:
    """Say above the question how many signs are kept, and name the lines that are none."""
    lines = "; ".join(reader.label("lesson-unread-line", line=shorten(one, BUTTON)) for one in unread[:MOST_UNREAD])
    said = reader.say("lesson-unread", count=count, lines=lines, more=max(0, len(unread) - MOST_UNREAD))
    return replace(step, text=Markup("\n\n").join([said, step.text]))


def _question(reader: Reader, step: str) -> Markup:
    limit = LENGTHS.get(LessonPart(step), 0) if step in set(LessonPart) else 0
    return reader.say(f"lesson-ask-{step}", limit=limit, most=MOST_INDICATORS)


def _before(reader: Reader, step: str, form: LessonSoFar) -> Markup | None:
    """Show what stands in a step already, and at the end all of it."""
    said = form.said
    if step == CHECK:
        texts = [(one, getattr(said, one)) for one in STEPS[1:-2]]
        lines = [
            reader.say("lesson-check-line", name=reader.label(f"lesson-name-{one}"), text=shorten(text, SHOWN))
            for one, text in texts
            if text
        ]
        label = form.label or said.tlp
        narrower = reader.say("lesson-check-narrower", label=tlp.label(label), chosen=tlp.label(said.tlp))
        return Markup("\n").join([*lines, narrower if label is not said.tlp else Markup.escape(tlp.label(label))])
    now = getattr(said, step, "") if step in set(LessonPart) else ""
    return reader.say("lesson-said-now", text=shorten(str(now), SHOWN)) if now else None


def _answers(reader: Reader, draft: Draft, form: LessonSoFar, members: Sequence[Member]) -> Rows:
    step = draft.step
    if step == BUSINESS:
        return tuple((button(draft, BUSINESS, shorten(one.name, BUTTON), str(id_of(one))),) for one in members[:4])
    if step == CHECK:
        send = Button(reader.label("lesson-button-hand-in"), button(draft, SEND, "").data, Style.PRIMARY)
        return ((send,), _naming(reader, draft, form)) if form.said.member_id is not None else ((send,),)
    if step == LessonPart.LABEL:
        return labels(reader, draft, list(Tlp))
    part = LessonPart(step)
    row = []
    if getattr(form.said, step):
        row.append(button(draft, SKIP, reader.label("lesson-button-keep"), step))
    elif part in OPTIONAL:
        row.append(button(draft, SKIP, reader.label("lesson-button-skip"), step))
    return (tuple(row),) if row else ()


def _naming(reader: Reader, draft: Draft, form: LessonSoFar) -> tuple[Button, ...]:
    """Ask whether the business may be named; nothing said is no."""
    on = form.said.may_be_named is True
    tick = "☑" if on else "☐"
    return (button(draft, NAME, reader.label("lesson-button-named-yes", tick=tick), "0" if on else "1"),)


def labels(reader: Reader, draft: Draft, offered: Sequence[Tlp]) -> Rows:
    """Make a button of each label, with how far it lets a lesson go."""
    return tuple(
        (button(draft, LABEL, reader.label(f"lesson-label-{one.replace('_', '-')}", label=tlp.label(one)), one.value),)
        for one in offered
    )


def ask_part(reader: Reader, draft: Draft, lesson: Lesson, part: LessonPart) -> Message:
    """Ask a coordinator for a part in other words, or for a label no wider than that of the business."""
    now = "" if part is LessonPart.LABEL else getattr(lesson, part.value)
    parts = [
        reader.say("lesson-edit", code=lesson.code, name=reader.label(f"lesson-name-{part}")),
        reader.say(f"lesson-ask-{part}", limit=LENGTHS.get(part, 0), most=MOST_INDICATORS),
        reader.say("lesson-edit-now", text=now) if now else None,
        reader.say("lesson-label-theirs", label=tlp.label(lesson.widest))
        if part is LessonPart.LABEL and lesson.widest
        else None,
    ]
    rows: Rows = labels(reader, draft, labels_for(lesson)) if part is LessonPart.LABEL else ()
    if part in OPTIONAL and now:
        rows = ((button(draft, END, reader.label("lesson-button-empty")),),)
    return Message(Markup("\n\n").join(one for one in parts if one), rows=(*rows, way_out(reader, draft, back=False)))


def ask_evidence(reader: Reader, draft: Draft, shown: EvidenceSoFar) -> Message:
    """Ask a coordinator for what shows that a lesson was learnt; files alone are enough, and a tap ends them."""
    parts = [
        reader.say("lesson-ask-evidence", code=shown.code, limit=EVIDENCE_LENGTH),
        reader.say("lesson-helpless", count=shown.helpless) if shown.helpless else None,
        gathered(reader, shown.files, is_album=shown.is_album),
    ]
    end = Button(reader.label("lesson-button-close-now"), button(draft, END, "").data, Style.PRIMARY)
    rows: Rows = ((end,), way_out(reader, draft, back=False))
    return Message(Markup("\n\n").join(one for one in parts if one), rows=rows)
