"""A review as those who coordinate see it: what went well first, then causes and changes, then what the records say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from handlers.frame.views import tlp
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.lessons.taps import LessonReviewTap
from handlers.reviews.taps import (
    ReviewChange,
    ReviewDetailsTap,
    ReviewListTap,
    ReviewMoveTap,
    ReviewPartTap,
    ReviewRecordsTap,
    ReviewStep,
    ReviewStepTap,
    ReviewTap,
    ReviewTasksTap,
    ReviewVoicesTap,
)
from handlers.reviews.views import drill_records, records
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from models.reviews import Review, ReviewPart, ReviewState
from services.reviews.drill_facts import DrillFacts
from services.reviews.facts import ReviewFacts
from services.reviews.kinds import ReviewNews, ReviewStage
from services.reviews.lists import ReviewHeap
from services.reviews.reviewed import Reviewed, is_drill
from services.reviews.reviews import WRITTEN
from services.reviews.voices import VoiceCounts
from services.reviews.writing import ReviewTask

Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class ReviewSheet:
    """All that the page of a review says."""

    review: Review
    about: Reviewed
    owner: str
    facts: ReviewFacts | DrillFacts
    voices: VoiceCounts
    tasks: Sequence[ReviewTask]


def head(reader: Reader, about: Reviewed) -> Markup:
    """Begin with the code and the title, as every page of a review does."""
    label = about.tlp if isinstance(about, Incident) else None
    key = "review-head-drill" if is_drill(about) else "review-head"
    return reader.say(key, code=about.code, title=tlp.labelled(reader.own(about.title), label))


def page(reader: Reader, sheet: ReviewSheet, *, now: datetime, news: ReviewNews = ReviewNews.SHOWN) -> Message:
    """Show what a review says, in short what the records know, and what is next."""
    review = sheet.review
    words = [_written(reader, review, part) for part in WRITTEN]
    if review.detected:
        words.append(_written(reader, review, ReviewPart.DETECTED))
    parts = [
        head(reader, sheet.about),
        reader.say(f"review-news-{news.replace('_', '-')}") if news is not ReviewNews.SHOWN else None,
        _stands(reader, sheet, now=now),
        Markup("\n").join(words),
        _in_short(reader, sheet),
    ]
    return Message(Markup("\n\n").join(part for part in parts if part), rows=_rows(reader, sheet))


def details(reader: Reader, sheet: ReviewSheet) -> Message:
    """Show all that the records know, and whatever else can be done with a review."""
    review_id = id_of(sheet.review)
    text = Markup("\n\n").join([head(reader, sheet.about), _known(reader, sheet)])
    back = (Button(reader.label("button-back"), ReviewTap(review_id).pack()),)
    looks = (
        Button(reader.label("review-button-records"), ReviewRecordsTap(review_id, 0).pack()),
        _lesson(reader, sheet.review),
    )
    if sheet.review.state is ReviewState.DONE:
        return Message(text, rows=(looks, (_step(reader, sheet.review, ReviewStep.TAKE_BACK),), back))
    return Message(text, rows=(*_writing(reader, sheet.review), looks, _moving(reader, sheet.review), back))


def _in_short(reader: Reader, sheet: ReviewSheet) -> Markup:
    if isinstance(sheet.facts, DrillFacts):
        return drill_records.in_short(reader, sheet.facts)
    return records.in_short(reader, sheet.facts, sheet.tasks)


def _known(reader: Reader, sheet: ReviewSheet) -> Markup:
    if isinstance(sheet.facts, DrillFacts):
        return drill_records.facts(reader, sheet.facts, sheet.voices)
    return records.facts(reader, sheet.facts, sheet.tasks, sheet.voices)


def _stands(reader: Reader, sheet: ReviewSheet, *, now: datetime) -> Markup:
    review = sheet.review
    is_late = review.state is not ReviewState.DONE and review.due_at <= now
    key = "review-owner-late" if is_late else "review-owner"
    lines = [
        reader.say(f"review-state-{review.state.replace('_', '-')}"),
        reader.say(key, name=reader.known_as(sheet.owner), at=reader.moment(review.due_at)),
    ]
    if review.moved_because:
        lines.append(reader.say("review-moved-because", reason=review.moved_because))
    if isinstance(sheet.about, Incident) and sheet.about.status is not IncidentStatus.CLOSED:
        lines.append(reader.say("review-reopened"))
    return Markup("\n").join(lines)


def _written(reader: Reader, review: Review, part: ReviewPart) -> Markup:
    text = getattr(review, part.value)
    name = reader.label(f"review-name-{part}")
    return reader.say("review-part", name=name, text=text) if text else reader.say("review-part-empty", name=name)


def _rows(reader: Reader, sheet: ReviewSheet) -> Rows:
    review, review_id = sheet.review, id_of(sheet.review)
    to_do = sum(one.is_open for one in sheet.tasks)
    looks = (
        Button(reader.label("review-button-voices", count=sheet.voices.answered), ReviewVoicesTap(review_id, 0).pack()),
        Button(reader.label("review-button-tasks", count=to_do), ReviewTasksTap(review_id, 0).pack()),
    )
    heap = ReviewHeap.DRILLS if is_drill(sheet.about) else ReviewHeap.OPEN
    foot = (
        Button(reader.label("review-button-details"), ReviewDetailsTap(review_id).pack()),
        Button(reader.label("review-button-list"), ReviewListTap(heap, 0).pack()),
    )
    return (_next(reader, review), looks, foot)


def _next(reader: Reader, review: Review) -> tuple[Button, ...]:
    """Offer what comes next: the first part that is not written, to hand it in, to call it done, or a lesson of it."""
    if review.state is ReviewState.DONE:
        return (_lesson(reader, review),)
    if review.state is ReviewState.IN_REVIEW:
        return (_step(reader, review, ReviewStep.FINISH, Style.PRIMARY), _step(reader, review, ReviewStep.TAKE_BACK))
    unwritten = next((part for part in WRITTEN if not getattr(review, part.value)), None)
    if unwritten is None:
        return (_step(reader, review, ReviewStep.HAND_IN, Style.PRIMARY),)
    return (_write(reader, review, unwritten, Style.PRIMARY),)


def _lesson(reader: Reader, review: Review) -> Button:
    return Button(reader.label("review-button-lesson"), LessonReviewTap(id_of(review)).pack())


def _write(reader: Reader, review: Review, part: ReviewPart, style: Style | None = None) -> Button:
    return Button(reader.label(f"review-button-{part}"), ReviewPartTap(id_of(review), part).pack(), style)


def _writing(reader: Reader, review: Review) -> Rows:
    # A drill that was planned is detected by nobody.
    parts = WRITTEN if review.drill_id is not None else tuple(ReviewPart)
    buttons = [_write(reader, review, part) for part in parts]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def unheard(reader: Reader, about: Reviewed, review: Review, count: int) -> Message:
    """Ask once more before a review is done without those who were not asked, or did not answer."""
    key = "review-unasked" if review.asked_at is None else "review-unanswered"
    back = Button(reader.label("button-back"), ReviewTap(id_of(review)).pack())
    text = Markup("\n\n").join([head(reader, about), reader.say(key, count=count)])
    return Message(text, rows=((_step(reader, review, ReviewStep.FINISH_ANYWAY),), (back,)))


def _step(reader: Reader, review: Review, step: ReviewStep, style: Style | None = None) -> Button:
    text = reader.label(f"review-button-{step.replace('_', '-')}")
    return Button(text, ReviewStepTap(id_of(review), step).pack(), style)


def _moving(reader: Reader, review: Review) -> tuple[Button, ...]:
    return tuple(
        Button(reader.label(f"review-button-{change}"), ReviewMoveTap(id_of(review), change).pack())
        for change in ReviewChange
    )


def reminder(reader: Reader, sheet: ReviewSheet, stage: ReviewStage, *, now: datetime) -> Message:
    """Remind of a review, with what is missing of it and the button that opens it."""
    review = sheet.review
    is_over = review.state is ReviewState.DONE
    missing = [reader.label(f"review-name-{part}") for part in WRITTEN if not getattr(review, part.value)]
    waiting = [one.task.code for one in sheet.tasks if one.waits]
    parts = [
        head(reader, sheet.about),
        reader.say("review-state-done") if is_over else reader.say(f"review-reminder-{stage}"),
        _stands(reader, sheet, now=now) if not is_over else None,
        reader.say("review-reminder-missing", names=", ".join(missing)) if missing and not is_over else None,
        reader.say("review-reminder-tasks", codes=", ".join(waiting)) if waiting and not is_over else None,
    ]
    button = Button(reader.label("review-button-open"), ReviewTap(id_of(review)).pack(), Style.PRIMARY)
    return Message(Markup("\n\n").join(part for part in parts if part), rows=((button,),))
