"""What stands in the records of an incident: in a few lines on the page, and on pages of their own."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from markupsafe import Markup

from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message
from handlers.frame.views.pages import Page, page_of, turning
from handlers.frame.views.reader import Reader
from handlers.papers.views.events import event_line
from handlers.reviews.taps import ReviewKeepTap, ReviewRecordsTap, ReviewTap, ReviewTasksTap, ReviewVoicesTap
from handlers.tasks.taps import AssignAfterDrillTap, AssignTap, TaskTap
from handlers.tasks.views.cards import MARKS
from models.identity import id_of
from models.reviews import Review, ReviewState
from services.notation.business_names import with_short_form
from services.reviews.facts import Answers, LateKind, LateThing, ReviewFacts
from services.reviews.voices import VoiceCounts, VoiceLine, VoicePage
from services.reviews.writing import ReviewTask
from services.timelines.events import EventKind, TimelineEvent

EVENTS, TASKS = 8, 4
IN_LINE, WORDS, LATE_SHOWN = 90, 300, 4


def in_short(reader: Reader, known: ReviewFacts, tasks: Sequence[ReviewTask]) -> Markup:
    """Say in a line or three how many answered, what was late, and how many tasks wait for a decision."""
    waiting = sum(one.waits for one in tasks)
    lines = [
        _answered(reader, known.answers),
        reader.say("review-waiting", count=waiting) if waiting else None,
        _late(reader, known.late),
    ]
    return Markup("\n").join(one for one in lines if one)


def facts(reader: Reader, known: ReviewFacts, tasks: Sequence[ReviewTask], voices: VoiceCounts) -> Markup:
    """Say in some lines what the records know."""
    lines = [
        reader.say("review-facts"),
        found(reader, known),
        _answered(reader, known.answers),
        _times(reader, known.answers, known.enough_after) if known.answers.answered else None,
        reader.say(
            "review-fact-counts",
            waves=known.counts[EventKind.WAVE],
            reminded=known.counts[EventKind.REMINDED],
            raised=known.counts[EventKind.RAISED],
            updates=known.counts[EventKind.UPDATE],
        ),
        reader.say("review-fact-lasted", time=reader.duration(known.lasted)),
        reader.say(
            "review-fact-tasks",
            count=len(tasks),
            done=known.tasks_done,
            waiting=sum(one.waits for one in tasks),
        ),
        _late(reader, known.late),
        heard(reader, voices),
    ]
    return Markup("\n").join(one for one in lines if one)


def heard(reader: Reader, voices: VoiceCounts) -> Markup:
    """Say in a line how many answered when they were asked, and what."""
    return reader.say(
        "review-fact-voices",
        asked=voices.asked,
        answered=voices.answered,
        useful=voices.useful,
        not_useful=voices.not_useful,
    )


def found(reader: Reader, known: ReviewFacts) -> Markup:
    """Say by whom and how soon it was found out, and how soon the alert went out."""
    sign = known.sign
    return reader.say(
        "review-found-reported" if sign is not None else "review-found-noticed",
        who=with_short_form(sign.who) if sign is not None else "",
        at=reader.moment(known.found_at),
        known="yes" if known.found_after is not None else "no",
        after=_span(reader, known.found_after),
        alert=_span(reader, known.told_after),
    )


def _span(reader: Reader, span: timedelta | None) -> str:
    """Write a length of time; what took less than a minute is none to speak of."""
    if span is None:
        return "—"
    return reader.duration(span) if span >= timedelta(minutes=1) else reader.label("review-at-once")


def _answered(reader: Reader, answers: Answers) -> Markup:
    return reader.say("review-fact-answers", called=answers.called, answered=answers.answered, engaged=answers.engaged)


def _times(reader: Reader, answers: Answers, enough_after: timedelta | None) -> Markup:
    return reader.say(
        "review-fact-times",
        first=_span(reader, answers.first_after),
        middle=_span(reader, answers.median_after),
        ready=_span(reader, answers.ready_after),
        enough=_span(reader, enough_after),
    )


def _late(reader: Reader, late: Sequence[LateThing]) -> Markup:
    if not late:
        return reader.say("review-nothing-late")
    words = [_late_words(reader, one) for one in late[:LATE_SHOWN]]
    return reader.say("review-late", what="; ".join(words), more=max(len(late) - LATE_SHOWN, 0))


def _late_words(reader: Reader, one: LateThing) -> str:
    name = reader.label(f"duty-law-{one.name}") if one.kind is LateKind.DUTY else one.name
    never = "review-late-unsent" if one.kind is LateKind.UPDATE else "review-late-still"
    by = reader.label("review-late-by", time=_span(reader, one.by)) if one.by else reader.label(never)
    return reader.label(f"review-late-{one.kind}", name=name, at=reader.moment(one.due_at), by=by)


def time_line(reader: Reader, head: Markup, review: Review, lines: Sequence[Markup], number: int) -> Message:
    """Show what happened when, a page at a time."""
    shown = page_of(lines, number, size=EVENTS)
    rows = turning(shown, lambda at: ReviewRecordsTap(id_of(review), at).pack())
    text = Markup("\n").join([head, reader.say("review-records-head", count=len(lines)), *shown.items])
    return Message(text, rows=(*rows, _back(reader, review)))


def event(reader: Reader, happened: TimelineEvent, end: datetime) -> Markup:
    """Say in a line what happened when."""
    line = shorten(" ".join(event_line(reader, happened).split()), IN_LINE)
    return reader.say("review-record", at=reader.short_moment(happened.at, end), what=line)


def _back(reader: Reader, review: Review) -> tuple[Button, ...]:
    return (Button(reader.label("button-back"), ReviewTap(id_of(review)).pack()),)


def voices(reader: Reader, head: Markup, review: Review, found: VoicePage) -> Message:
    """Show what those who took part say, a page at a time."""
    if not found.counts.asked:
        waits = "review-voices-none" if review.asked_at is not None else "review-voices-later"
        said = [reader.say(waits, at=reader.moment(review.asks_at))]
    else:
        counts = found.counts
        said = [
            reader.say("review-voices-head", asked=counts.asked, answered=counts.answered, named=counts.named),
            *(_voice(reader, one) for one in found.lines),
        ]
    rows = turning(Page(found.lines, found.number, found.pages), lambda at: ReviewVoicesTap(id_of(review), at).pack())
    return Message(Markup("\n\n").join([head, *said]), rows=(*rows, _back(reader, review)))


def _voice(reader: Reader, line: VoiceLine) -> Markup:
    voice = line.voice
    parts = [
        reader.say(
            "review-voice",
            name=with_short_form(line.member),
            useful=answer(voice.useful),
            named=answer(voice.may_be_named),
        ),
        reader.say("review-voice-missing", text=shorten(voice.missing, WORDS)) if voice.missing else None,
    ]
    return Markup("\n").join(part for part in parts if part)


def answer(said: bool | None) -> str:
    """Give the word by which texts choose what was said: yes, no, or nothing."""
    return {True: "yes", False: "no", None: "open"}[said]


def tasks(
    reader: Reader,
    head: Markup,
    review: Review,
    found: Sequence[ReviewTask],
    number: int,
    *,
    now: datetime,
) -> Message:
    """Show what is to be done, and which of it stays open on purpose; a task more is an ordinary one."""
    shown = page_of(found, number, size=TASKS)
    lines = [_task(reader, one, now=now) for one in shown.items] or [reader.say("review-tasks-none")]
    rows: list[tuple[Button, ...]] = [_of_task(reader, review, one) for one in shown.items]
    rows += turning(shown, lambda at: ReviewTasksTap(id_of(review), at).pack())
    if review.state is not ReviewState.DONE:
        rows.append((Button(reader.label("review-button-assign"), _assign(review)),))
    text = Markup("\n\n").join([head, reader.say("review-tasks-head", count=len(found)), *lines])
    return Message(text, rows=(*rows, _back(reader, review)))


def _assign(review: Review) -> str:
    if review.incident_id is not None:
        return AssignTap(review.incident_id, 0).pack()
    return AssignAfterDrillTap(review.drill_id or 0).pack()


def _task(reader: Reader, one: ReviewTask, *, now: datetime) -> Markup:
    task = one.task
    parts = [
        reader.say(
            "review-task",
            mark=MARKS[task.state],
            code=task.code,
            what=shorten(" ".join(reader.own(task.what).split()), IN_LINE),
            member=with_short_form(one.member),
            at=reader.short_moment(task.due_at, now),
            state=reader.label(f"task-state-{task.state.replace('_', '-')}"),
        )
    ]
    if one.is_open and one.decision is not None:
        parts.append(reader.say("review-task-kept", reason=one.decision.reason))
    elif one.is_open:
        parts.append(reader.say("review-task-waits"))
    return Markup("\n").join(parts)


def _of_task(reader: Reader, review: Review, one: ReviewTask) -> tuple[Button, ...]:
    look = Button(f"{MARKS[one.task.state]} {one.task.code}", TaskTap(id_of(one.task)).pack())
    if not one.is_open or review.state is ReviewState.DONE:
        return (look,)
    keep = reader.label("review-button-keep-open")
    return (look, Button(keep, ReviewKeepTap(id_of(review), id_of(one.task)).pack()))
