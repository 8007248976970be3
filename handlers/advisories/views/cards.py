"""An advisory as it is read: by those whom it concerns, in public, and by those who coordinate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from handlers.advisories.taps import (
    AdvisoryAnswerTap,
    AdvisoryChangeTap,
    AdvisoryHeapTap,
    AdvisoryListTap,
    AdvisoryRemindTap,
    AdvisoryTap,
    AdvisoryWish,
)
from handlers.frame.views import tlp
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import Page, turning
from handlers.frame.views.reader import Reader
from models.advisories import Advisory, AdvisoryAnswer, AdvisoryPart, AdvisoryState
from models.broadcasts import DeliveryState
from models.identity import id_of
from services.advisories import steps
from services.advisories.answering import AdvisoryHeap, AdvisoryLine, AdvisoryLines
from services.advisories.kinds import AdvisoryNoted, AdvisoryNoteKind
from services.advisories.sending import AdvisorySaid, label_of
from services.notation.business_names import with_short_form
from services.notation.links import without_links

Rows = tuple[tuple[Button, ...], ...]
STYLES: Mapping[AdvisoryAnswer, Style | None] = {
    AdvisoryAnswer.ACKNOWLEDGED: Style.PRIMARY,
    AdvisoryAnswer.DONE: Style.SUCCESS,
    AdvisoryAnswer.UNCONCERNED: None,
}
POSTED = {
    DeliveryState.PENDING: "waiting",
    DeliveryState.SENDING: "waiting",
    DeliveryState.SENT: "posted",
    DeliveryState.UNCERTAIN: "uncertain",
    DeliveryState.FAILED: "failed",
    DeliveryState.DROPPED: "left",
}


@dataclass(frozen=True)
class AdvisorySaidBy:
    """What was said of an advisory for a business, by whom and when; no `answer` waits for one."""

    member: str
    answer: AdvisoryAnswer | None
    by: str | None = None
    at: datetime | None = None


@dataclass(frozen=True)
class AdvisoryFacts:
    """All that the coordinators' page says: to whom it went, who says what, who is `late`, where it is `posted`."""

    advisory: Advisory
    circle: str
    counts: Mapping[AdvisoryHeap, int]
    late: AdvisoryLines | None = None
    posted: DeliveryState | None = None


def head(reader: Reader, advisory: Advisory) -> Markup:
    """Begin with the label and the code."""
    return reader.say(
        "advisory-head", label=tlp.label(advisory.tlp), code=advisory.code, title=without_links(advisory.title)
    )


def body(reader: Reader, advisory: Advisory) -> Markup:
    """Write what is warned of, what to do and by when; what was changed or withdrawn stands first."""
    parts = [
        head(reader, advisory),
        _fate(reader, advisory),
        Markup.escape(without_links(advisory.what)) if advisory.what.rstrip(".") != advisory.title else None,
        reader.say("advisory-todo", text=advisory.todo),
        _due(reader, advisory.due_at),
    ]
    return Markup("\n\n").join(part for part in parts if part)


def _fate(reader: Reader, advisory: Advisory) -> Markup | None:
    if advisory.withdrawn_at is not None:
        at = reader.moment(advisory.withdrawn_at)
        return reader.say("advisory-withdrawn", at=at, because=advisory.withdrawn_because)
    if advisory.changed_at is None or advisory.changed is None:
        return None
    part = reader.label(f"advisory-name-{advisory.changed}")
    return reader.say("advisory-changed", at=reader.moment(advisory.changed_at), part=part)


def _due(reader: Reader, due_at: datetime | None) -> Markup | None:
    return reader.say("advisory-due", at=reader.full_moment(due_at)) if due_at is not None else None


def card(reader: Reader, advisory: Advisory, said: Sequence[AdvisorySaidBy]) -> Message:
    """Show an advisory to one of those whom it concerns, who acknowledge it in one tap."""
    lines = [_said_line(reader, one, advisory) for one in said if one.answer is not None]
    is_open = advisory.state is AdvisoryState.OPEN
    asks = reader.say("advisory-asks") if is_open and any(one.answer is None for one in said) else None
    parts = [body(reader, advisory), Markup("\n").join(lines) if lines else None, asks]
    rows = answers(reader, id_of(advisory)) if said and is_open else ()
    return Message(Markup("\n\n").join(part for part in parts if part), rows=rows)


def _said_line(reader: Reader, one: AdvisorySaidBy, advisory: Advisory) -> Markup:
    at = reader.short_moment(one.at, advisory.sent_at) if one.at is not None else ""
    said = reader.label(f"advisory-answer-{one.answer}")
    return reader.say("advisory-said", member=one.member, said=said, by=reader.known_as(one.by), at=at)


def answers(reader: Reader, advisory_id: int) -> Rows:
    """Make the buttons that say something of an advisory."""
    return tuple(
        (Button(reader.label(f"advisory-button-{one}"), AdvisoryAnswerTap(advisory_id, one).pack(), STYLES[one]),)
        for one in AdvisoryAnswer
    )


def note(reader: Reader, advisory: Advisory, noted: AdvisoryNoted, *, is_answered: bool) -> Message:
    """Make the short message that follows a card: a reminder, or that it was changed or withdrawn."""
    key = f"advisory-note-{noted.why}"
    part = reader.label(f"advisory-name-{noted.part}") if noted.part is not None else ""
    said = reader.say(key, code=advisory.code, title=advisory.title, part=part)
    asks_anew = noted.why is AdvisoryNoteKind.CHANGED and noted.part is AdvisoryPart.TODO
    parts = [said, reader.say("advisory-todo", text=advisory.todo) if asks_anew else None]
    if noted.why is not AdvisoryNoteKind.WITHDRAWN:
        parts.append(_due(reader, advisory.due_at))
    asks = advisory.state is AdvisoryState.OPEN and not is_answered
    rows = answers(reader, id_of(advisory)) if asks else ()
    text = Markup("\n\n").join(part for part in parts if part)
    return Message(Markup(" · ").join([tlp.label(advisory.tlp), text]), rows=rows)


def post(reader: Reader, advisory: Advisory) -> Message:
    """Write an advisory as it stands in the public channel."""
    return Message(body(reader, advisory))


def read(reader: Reader, advisory: Advisory, said: Sequence[AdvisorySaidBy]) -> Message:
    """Show an advisory to whoever opens it from the list."""
    shown = card(reader, advisory, said)
    return Message(shown.text, rows=(*shown.rows, _back(reader)))


def _back(reader: Reader) -> tuple[Button, ...]:
    return (Button(reader.label("advisory-button-list"), AdvisoryListTap(0).pack()),)


def page(reader: Reader, facts: AdvisoryFacts, *, now: datetime) -> Message:
    """Show an advisory to those who coordinate: who says what of it, who is late, and what there is to do."""
    advisory, is_open = facts.advisory, facts.advisory.state is AdvisoryState.OPEN
    parts = [
        body(reader, advisory),
        _counts(reader, facts),
        _late(reader, facts),
        _reminded(reader, advisory, now=now) if is_open else None,
        reader.say(f"advisory-post-{POSTED[facts.posted]}") if facts.posted is not None else None,
    ]
    text = Markup("\n\n").join(part for part in parts if part)
    rows = (*_heaps(reader, facts), *(_doing(reader, facts) if is_open else ()), _back(reader))
    return Message(text, rows=rows)


def _counts(reader: Reader, facts: AdvisoryFacts) -> Markup:
    numbers = {one.value: reader.number(number) for one, number in facts.counts.items()}
    asked = reader.number(sum(facts.counts.values()))
    return reader.say("advisory-counts", circle=facts.circle, asked=asked, **numbers)


def _late(reader: Reader, facts: AdvisoryFacts) -> Markup | None:
    """Name who is late, once the deadline is over."""
    late = facts.late
    if late is None:
        return None
    if not late.total:
        return reader.say("advisory-nobody-late")
    more = late.total - len(late.lines)
    lines = [_line(reader, facts.advisory, one) for one in late.lines]
    lines += [reader.say("advisory-more", count=reader.number(more))] if more else []
    return Markup("\n").join([reader.say("advisory-late", count=reader.number(late.total)), *lines])


def _reminded(reader: Reader, advisory: Advisory, *, now: datetime) -> Markup | None:
    lines = []
    if advisory.reminded_at is not None:
        lines.append(reader.say("advisory-reminded", at=reader.short_moment(advisory.reminded_at, now)))
    if advisory.step is not None and advisory.step_at is not None:
        at = steps.acts_at(advisory, advisory.step_at, reader.time_zone)
        lines.append(reader.say(f"advisory-step-{advisory.step}", at=reader.moment(at)))
    return Markup("\n").join(lines) if lines else None


def _heaps(reader: Reader, facts: AdvisoryFacts) -> Rows:
    buttons = [
        Button(
            reader.label(f"advisory-heap-{heap}", count=reader.number(number)),
            AdvisoryHeapTap(id_of(facts.advisory), heap, 0).pack(),
        )
        for heap, number in facts.counts.items()
        if number
    ]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def _doing(reader: Reader, facts: AdvisoryFacts) -> Rows:
    advisory_id, silent = id_of(facts.advisory), facts.counts[AdvisoryHeap.SILENT]
    remind = Button(
        reader.label("advisory-button-remind", count=reader.number(silent)),
        AdvisoryRemindTap(advisory_id).pack(),
        Style.PRIMARY,
    )
    wishes = [
        Button(
            reader.label(f"advisory-button-change-{wish}"),
            AdvisoryChangeTap(advisory_id, wish).pack(),
            Style.DANGER if wish is AdvisoryWish.WITHDRAW else None,
        )
        for wish in AdvisoryWish
    ]
    changing = tuple(tuple(wishes[at : at + 2]) for at in range(0, len(wishes), 2))
    return ((remind,), *changing) if silent else changing


def heap(reader: Reader, advisory: Advisory, which: AdvisoryHeap, found: AdvisoryLines) -> Message:
    """List the businesses that say one thing of an advisory, or nothing."""
    title = reader.label(f"advisory-heap-{which}", count=reader.number(found.total))
    lines = [_line(reader, advisory, one) for one in found.lines]
    rows = turning(
        Page(found.lines, found.number, found.pages), lambda at: AdvisoryHeapTap(id_of(advisory), which, at).pack()
    )
    text = Markup("\n").join([head(reader, advisory), Markup.escape(title), *lines])
    return Message(text, rows=(*rows, (Button(reader.label("button-back"), AdvisoryTap(id_of(advisory)).pack()),)))


def _line(reader: Reader, advisory: Advisory, line: AdvisoryLine) -> Markup:
    name, at = with_short_form(line.member), line.receipt.at
    if at is None:
        return reader.say(f"advisory-line-{line.heap}", name=name)
    said = reader.label(f"advisory-answer-{line.heap}")
    moment = reader.short_moment(at, advisory.sent_at)
    return reader.say("advisory-line-said", name=name, said=said, by=reader.known_as(line.by), at=moment)


def preview(reader: Reader, said: AdvisorySaid, title: str) -> Message:
    """Show a warning that is not sent yet as its readers will get it, without its code."""
    parts = [
        reader.say("advisory-head-new", label=tlp.label(label_of(said)), title=without_links(title)),
        Markup.escape(without_links(said.what)) if said.what.rstrip(".") != title else None,
        reader.say("advisory-todo", text=said.todo),
        _due(reader, said.due_at),
        reader.say("advisory-asks"),
    ]
    return Message(Markup("\n\n").join(part for part in parts if part), rows=answers(reader, 0))
