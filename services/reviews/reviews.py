"""Reviews as they are kept: found, their words checked, and the moments at which somebody is told of one."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.drills import Drill
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from models.people import Person
from models.reviews import REVIEW_SUBJECT, Review, ReviewPart, ReviewState
from services.ground import audit
from services.ground.refusals import Refusal
from services.notation.daytime import by_day
from services.notation.spelling import tidy_text
from services.outbox import broadcasts
from services.reviews.reviewed import Reviewed

# The words of a review are one message together with what the records say.
LENGTHS = {
    ReviewPart.WELL: 600,
    ReviewPart.CAUSES: 600,
    ReviewPart.CHANGES: 600,
    ReviewPart.DETECTED: 300,
}
REASON_LENGTH = 200
# What a review cannot be done without; how something was found out stands in the records too.
WRITTEN = (ReviewPart.WELL, ReviewPart.CAUSES, ReviewPart.CHANGES)


class ReviewUnknown(Refusal):
    """There is no such review."""


class ReviewOver(Refusal):
    """The review of `code` is done: what it says stays, unless it is opened again."""


class ReviewWordsLength(Refusal):
    """The words are empty or longer than `limit` characters; they have `length`."""


class ReviewReasonLength(Refusal):
    """The reason is empty or longer than `limit` characters; it has `length`."""


async def by_id(session: AsyncSession, *, review_id: int, lock: bool = False) -> Review:
    """Find a review, and with `lock` let nobody else change it meanwhile; raises ReviewUnknown."""
    await session.flush()
    review = await session.get(Review, review_id, with_for_update=lock, populate_existing=lock)
    if review is None:
        raise ReviewUnknown
    return review


async def of_incident(session: AsyncSession, *, incident_id: int) -> Review | None:
    """Find the review of an incident, if there is one."""
    return (await session.exec(select(Review).where(Review.incident_id == incident_id))).first()


async def of_drill(session: AsyncSession, *, drill_id: int) -> Review | None:
    """Find the review of a planned drill, if there is one."""
    return (await session.exec(select(Review).where(Review.drill_id == drill_id))).first()


async def about(session: AsyncSession, *, review: Review) -> Reviewed:
    """Give the incident or the planned drill that a review looks back at."""
    if review.drill_id is not None:
        return await session.get_one(Drill, review.drill_id)
    return await session.get_one(Incident, review.incident_id)


def holds() -> ColumnElement[bool]:
    """Make the condition that the end which a review looks back from stands: only an incident may be reopened."""
    at_this_end = (col(Incident.status) == IncidentStatus.CLOSED) & (col(Incident.closed_at) == col(Review.ended_at))
    return col(Review.drill_id).is_not(None) | at_this_end


async def still_open(session: AsyncSession, *, review_id: int) -> Review:
    """Find a review that is not done, and let nobody else change it; raises ReviewUnknown or ReviewOver."""
    review = await by_id(session, review_id=review_id, lock=True)
    if review.state is ReviewState.DONE:
        raise ReviewOver(code=(await about(session, review=review)).code)
    return review


def tidied(part: ReviewPart, text: str) -> str:
    """Give the words of a part as they are kept; raises ReviewWordsLength."""
    words = tidy_text(text)
    if not 0 < len(words) <= LENGTHS[part]:
        raise ReviewWordsLength(limit=LENGTHS[part], length=len(words))
    return words


def check_reason(text: str) -> str:
    """Give a reason as it is kept; raises ReviewReasonLength."""
    words = tidy_text(text)
    if not 0 < len(words) <= REASON_LENGTH:
        raise ReviewReasonLength(limit=REASON_LENGTH, length=len(words))
    return words


def half_way(now: datetime, due_at: datetime, time_zone: ZoneInfo) -> datetime:
    """Tell when half of the time is over, by day."""
    return by_day(now + (due_at - now) / 2, time_zone)


async def redraw(session: AsyncSession, *, review: Review, now: datetime) -> None:
    """Have every message that shows a review edited in place."""
    await broadcasts.redraw(session, subject=REVIEW_SUBJECT, subject_id=id_of(review), lane=Lane.UPDATE, now=now)


def record(
    session: AsyncSession,
    review: Review,
    action: str,
    *,
    by: Person | None,
    now: datetime,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
) -> None:
    """Put on record what was done with a review."""
    audit.record(
        session,
        person=by,
        action=action,
        subject=REVIEW_SUBJECT,
        subject_id=id_of(review),
        now=now,
        before=dict(before) if before is not None else None,
        after=dict(after) if after is not None else None,
    )
