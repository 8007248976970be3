"""A review is written, looked at and called done; it may go to another owner or another date, with a reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.members import Member
from models.people import Person
from models.reviews import Review, ReviewDecision, ReviewPart, ReviewState
from models.tasks import Task, TaskState
from services.ground.refusals import Refusal
from services.incidents.sharing import labels
from services.notation import daytime
from services.outbox import broadcasts
from services.people import accounts
from services.reviews import opening, reviews, voices
from services.reviews.kinds import REVIEW, REVIEW_OUTCOME, ReviewNews, ReviewTold, lane_of

# A task in these states needs no word any more.
SETTLED = (TaskState.VERIFIED, TaskState.CANCELLED)


class ReviewUnwritten(Refusal):
    """A part of the review is not written yet: `part` is its word."""


class ReviewTaskOpen(Refusal):
    """A task is open without a decision: `code` is to be done by `member`; there are `more` of them."""


class ReviewTaskSettled(Refusal):
    """The task `code` is settled, or belongs to another incident: nothing is to be decided of it."""


class ReviewStands(Refusal):
    """The review is in that state already."""


class ReviewOwnerGone(Refusal):
    """The person does not coordinate, or owns the review already."""


class ReviewDatePast(Refusal):
    """The date is over."""


@dataclass(frozen=True)
class ReviewTask:
    """A task that a review looks at, its owner, and the decision to leave it open, if there is one."""

    task: Task
    member: str
    decision: ReviewDecision | None

    @property
    def is_open(self) -> bool:
        """Tell whether it is still to be done, to be verified, or given to somebody else."""
        return self.task.state not in SETTLED

    @property
    def waits(self) -> bool:
        """Tell whether the review cannot be done because of it."""
        return self.is_open and self.decision is None


async def tasks_of(session: AsyncSession, *, review: Review) -> Sequence[ReviewTask]:
    """List the tasks of a review's incident, or those that come from that of a drill.

    Those that wait for a word stand first, then they go by deadline.
    """
    is_its = (
        col(Task.incident_id) == review.incident_id
        if review.incident_id is not None
        else col(Task.drill_id) == review.drill_id
    )
    query = (
        select(Task, Member.name, ReviewDecision)
        .join(Member, col(Member.id) == col(Task.member_id))
        .outerjoin(
            ReviewDecision,
            (col(ReviewDecision.task_id) == col(Task.id)) & (col(ReviewDecision.review_id) == id_of(review)),
        )
        .where(is_its)
        .order_by(col(Task.due_at), col(Task.id))
    )
    found = [ReviewTask(task, member, decision) for task, member, decision in (await session.exec(query)).all()]
    return sorted(found, key=lambda one: (not one.waits, not one.is_open))


async def write(
    session: AsyncSession, *, review_id: int, part: ReviewPart, text: str, by: Person, now: datetime
) -> Review:
    """Put words into a part of a review.

    Raises ReviewUnknown, ReviewOver, ReviewWordsLength, or LabelStricter: those who answered are told what changes.
    """
    review = await reviews.still_open(session, review_id=review_id)
    words = reviews.tidied(part, text)
    await labels.check_words(session, words, incident_id=review.incident_id)
    before = getattr(review, part.value)
    setattr(review, part.value, words)
    await session.flush()
    reviews.record(
        session,
        review,
        "review-written",
        by=by,
        now=now,
        before={"part": part.value, "length": len(before)},
        after={"part": part.value, "length": len(words)},
    )
    await reviews.redraw(session, review=review, now=now)
    return review


async def add(
    session: AsyncSession, *, review_id: int, part: ReviewPart, text: str, by: Person, now: datetime
) -> Review:
    """Add words to those of a part of a review, in lines of their own; raises what `write` does."""
    review = await reviews.still_open(session, review_id=review_id)
    words = f"{getattr(review, part.value)}\n{text}"
    return await write(session, review_id=review_id, part=part, text=words, by=by, now=now)


async def hand_in(session: AsyncSession, *, review_id: int, by: Person, now: datetime) -> Review:
    """Let the others look at a review; raises ReviewUnknown, ReviewOver, ReviewStands or ReviewUnwritten."""
    review = await reviews.still_open(session, review_id=review_id)
    if review.state is ReviewState.IN_REVIEW:
        raise ReviewStands
    _check_written(review)
    await _change_state(session, review, ReviewState.IN_REVIEW, by=by, now=now)
    about = await reviews.about(session, review=review)
    others = [one for one in await accounts.coordinator_ids(session) if one != by.id]
    await broadcasts.queue(
        session,
        kind=REVIEW,
        people=others,
        subject_id=id_of(review),
        details=ReviewTold(ReviewNews.HANDED_IN),
        lane=lane_of(about),
        now=now,
    )
    return review


async def finish(session: AsyncSession, *, review_id: int, by: Person, now: datetime) -> Review:
    """Call a review done, once each open task is decided on; those who answered are told what changes.

    Raises ReviewUnknown, ReviewOver, ReviewUnwritten or ReviewTaskOpen.
    """
    review = await reviews.still_open(session, review_id=review_id)
    _check_written(review)
    waiting = [one for one in await tasks_of(session, review=review) if one.waits]
    if waiting:
        raise ReviewTaskOpen(code=waiting[0].task.code, member=waiting[0].member, more=len(waiting) - 1)
    review.done_at, review.done_by_id = now, id_of(by)
    await _change_state(session, review, ReviewState.DONE, by=by, now=now)
    about = await reviews.about(session, review=review)
    people = await voices.who_answered(session, review=review)
    await broadcasts.queue(
        session, kind=REVIEW_OUTCOME, people=people, subject_id=id_of(review), lane=lane_of(about), now=now
    )
    return review


async def take_back(session: AsyncSession, *, review_id: int, by: Person, now: datetime, time_zone: ZoneInfo) -> Review:
    """Make a review a draft again, to be written on; raises ReviewUnknown or ReviewStands."""
    review = await reviews.by_id(session, review_id=review_id, lock=True)
    if review.state is ReviewState.DRAFT:
        raise ReviewStands
    review.done_at = review.done_by_id = None
    review.remind_at = max(review.remind_at, daytime.next_morning(now, time_zone))
    await _change_state(session, review, ReviewState.DRAFT, by=by, now=now)
    return review


def _check_written(review: Review) -> None:
    for part in reviews.WRITTEN:
        if not getattr(review, part.value):
            raise ReviewUnwritten(part=part.value)


async def _change_state(
    session: AsyncSession, review: Review, state: ReviewState, *, by: Person, now: datetime
) -> None:
    before, review.state = review.state, state
    await session.flush()
    reviews.record(session, review, "review-state", by=by, now=now, before={"state": before}, after={"state": state})
    await reviews.redraw(session, review=review, now=now)


async def keep_open(
    session: AsyncSession, *, review_id: int, task_id: int, reason: str, by: Person, now: datetime
) -> Review:
    """Decide that a task stays open on purpose, and why; the latest decision counts.

    Raises ReviewUnknown, ReviewOver, ReviewTaskSettled or ReviewReasonLength.
    """
    review = await reviews.still_open(session, review_id=review_id)
    found = await waiting_task(session, review=review, task_id=task_id)
    words = reviews.check_reason(reason)
    decision = found.decision
    if decision is None:
        decision = ReviewDecision(review_id=review_id, task_id=task_id, person_id=id_of(by), reason=words, at=now)
        session.add(decision)
    decision.person_id, decision.reason, decision.at = id_of(by), words, now
    await session.flush()
    after: dict[str, object] = {"task": found.task.code, "length": len(words)}
    reviews.record(session, review, "review-task-kept-open", by=by, now=now, after=after)
    await reviews.redraw(session, review=review, now=now)
    return review


async def waiting_task(session: AsyncSession, *, review: Review, task_id: int) -> ReviewTask:
    """Find a task that something can be decided of; raises ReviewTaskSettled."""
    found = next((one for one in await tasks_of(session, review=review) if one.task.id == task_id), None)
    if found is None or not found.is_open:
        raise ReviewTaskSettled(code=found.task.code if found is not None else "")
    return found


async def possible_owners(session: AsyncSession, *, review: Review) -> Sequence[Person]:
    """List to whom a review can go."""
    return [one for one in await accounts.coordinators(session) if one.id != review.owner_id and one.erased_at is None]


async def check_owner(session: AsyncSession, *, review: Review, person_id: int) -> Person:
    """Find to whom (id) a review is to go; raises ReviewOwnerGone."""
    found = next((one for one in await possible_owners(session, review=review) if one.id == person_id), None)
    if found is None:
        raise ReviewOwnerGone
    return found


async def give(
    session: AsyncSession, *, review_id: int, person_id: int, reason: str, by: Person, now: datetime
) -> Review:
    """Give a review to another owner, who is told of it, with a reason.

    Raises ReviewUnknown, ReviewOver, ReviewOwnerGone or ReviewReasonLength.
    """
    review = await reviews.still_open(session, review_id=review_id)
    owner = await check_owner(session, review=review, person_id=person_id)
    review.moved_because = reviews.check_reason(reason)
    before, review.owner_id = review.owner_id, id_of(owner)
    await session.flush()
    _record_move(session, review, {"owner_id": before}, {"owner_id": review.owner_id}, by=by, now=now)
    about = await reviews.about(session, review=review)
    if owner.id != by.id:
        await opening.tell(session, review=review, about=about, news=ReviewNews.GIVEN, now=now)
    await reviews.redraw(session, review=review, now=now)
    return review


def check_date(due_at: datetime | None, *, now: datetime) -> datetime:
    """Give a date back that is to come; raises ReviewDatePast."""
    if due_at is None or due_at <= now:
        raise ReviewDatePast
    return due_at


async def put_off(
    session: AsyncSession,
    *,
    review_id: int,
    due_at: datetime | None,
    reason: str,
    by: Person,
    now: datetime,
    time_zone: ZoneInfo,
) -> Review:
    """Set another date for a review, with a reason; it is reminded of by that date.

    Raises ReviewUnknown, ReviewOver, ReviewDatePast or ReviewReasonLength.
    """
    review = await reviews.still_open(session, review_id=review_id)
    due_at = check_date(due_at, now=now)
    review.moved_because = reviews.check_reason(reason)
    before, review.due_at = review.due_at, due_at
    review.remind_at, review.late_days = reviews.half_way(now, due_at, time_zone), 0
    await session.flush()
    _record_move(session, review, {"due_at": before.isoformat()}, {"due_at": due_at.isoformat()}, by=by, now=now)
    await reviews.redraw(session, review=review, now=now)
    return review


def _record_move(
    session: AsyncSession,
    review: Review,
    before: Mapping[str, object],
    after: Mapping[str, object],
    *,
    by: Person,
    now: datetime,
) -> None:
    told = {**after, "length": len(review.moved_because)}
    reviews.record(session, review, "review-moved", by=by, now=now, before={**before}, after=told)
