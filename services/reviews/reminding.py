"""Reminders of reviews climb as those of tasks do: the owner first, then those who coordinate, then the owners."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import aliased
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Incident, IncidentKind, IncidentStatus
from models.people import Role
from models.reviews import Review, ReviewState
from services.incidents import under_way
from services.notation import daytime
from services.outbox import broadcasts
from services.people import accounts
from services.reviews import reviews
from services.reviews.kinds import REVIEW_REMINDER, ReviewDue, ReviewStage, lane_of

# From which day after the date on the others hear of it, and whoever owns the network.
OTHERS_FROM, OWNERS_FROM = 2, 3


async def remind_due(session: AsyncSession, *, now: datetime, time_zone: ZoneInfo) -> None:
    """Remind of reviews at half of their time, at their date, and each morning after it.

    What is reopened waits for its next end; what is about a drill waits while something real is under way.
    """
    query = (
        select(Review)
        .outerjoin(Incident, col(Incident.id) == col(Review.incident_id))
        .where(
            Review.state != ReviewState.DONE,
            col(Review.remind_at) <= now,
            reviews.holds(),
            ~under_way.rests(),
            ~_overtaken(),
        )
        .order_by(col(Review.id))
    )
    for review in (await session.exec(query)).all():
        await _remind(session, review, now=now, time_zone=time_zone)


def _overtaken() -> ColumnElement[bool]:
    """Make the condition that a review is of a planned drill, and something real is under way that came after it."""
    real = aliased(Incident)
    since = select(real.id).where(
        col(real.kind) == IncidentKind.INCIDENT,
        col(real.status) != IncidentStatus.CLOSED,
        col(real.declared_at) >= col(Review.ended_at),
    )
    return col(Review.drill_id).is_not(None) & since.exists()


async def _remind(session: AsyncSession, review: Review, *, now: datetime, time_zone: ZoneInfo) -> None:
    if now < review.due_at:
        stage, review.remind_at = ReviewStage.HALF, daytime.by_day(review.due_at, time_zone)
    else:
        stage = ReviewStage.DUE if review.late_days == 0 else ReviewStage.LATE
        review.remind_at = daytime.next_morning(now, time_zone)
    people = await _told(session, review)
    if stage is not ReviewStage.HALF:
        review.late_days += 1
    await session.flush()
    await broadcasts.queue(
        session,
        kind=REVIEW_REMINDER,
        people=people,
        subject_id=id_of(review),
        details=ReviewDue(stage),
        lane=lane_of(await reviews.about(session, review=review)),
        now=now,
    )
    # From now on the page says that it is late.
    await reviews.redraw(session, review=review, now=now)


async def _told(session: AsyncSession, review: Review) -> Sequence[int]:
    """List whom (ids) to remind; where the owner coordinates no longer, all who do."""
    everyone = await accounts.coordinators(session)
    ids = [id_of(one) for one in everyone]
    if review.owner_id not in ids or review.late_days >= OWNERS_FROM:
        return ids
    if review.late_days >= OTHERS_FROM:
        return [id_of(one) for one in everyone if one.staff_role is not Role.OWNER or one.id == review.owner_id]
    return [review.owner_id]
