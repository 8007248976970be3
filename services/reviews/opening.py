"""Reviews are opened a while after the end, by the clock where an incident was grave, else by a coordinator."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import exists
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from models.drills import Drill, DrillState
from models.identity import id_of
from models.incidents import Incident, IncidentStatus, Severity
from models.people import Person
from models.reviews import Review, ReviewState
from services.command import holding
from services.drills import planning as drills
from services.ground.refusals import Refusal
from services.ground.working_days import end_of_work, working_day_after
from services.incidents import lifecycle as incidents
from services.notation import daytime
from services.outbox import broadcasts
from services.people import accounts
from services.reviews import reviews, voices
from services.reviews.kinds import REVIEW, ReviewNews, ReviewTold, lane_of
from services.reviews.reviewed import Reviewed, ended_of

# The end has messages of its own, and may be taken back: the review does not bury them.
OPENED_AFTER = timedelta(hours=2)
# What ended longer ago is looked back at if somebody wishes so: nobody is asked of last year.
WORTH_OPENING = timedelta(days=3)
GRAVE = (Severity.SERIOUS, Severity.CRITICAL)
FOR_THE_GRAVEST = timedelta(days=3)
WORKING_DAYS = 5


@dataclass(frozen=True)
class ReviewToCome:
    """A review that the clock opens, when it does so, and whose it becomes (a name)."""

    about: Reviewed
    opens_at: datetime
    owner: str


class ReviewTooEarly(Refusal):
    """The incident or drill `code` is not over."""


class NobodyToReview(Refusal):
    """Nobody coordinates who could own the review."""


async def open_due(session: AsyncSession, *, now: datetime, time_zone: ZoneInfo) -> None:
    """Open the reviews of what ended a while ago; where an end was taken back and came again, they begin anew."""
    query = _incidents_to_open(now).where(col(Incident.closed_at) <= now - OPENED_AFTER)
    for incident in (await session.exec(query.order_by(col(Incident.id)))).all():
        review = await reviews.of_incident(session, incident_id=id_of(incident))
        if review is None:
            await _open(session, incident, by=None, now=now, time_zone=time_zone)
        else:
            await _begin_anew(session, review, incident, now=now, time_zone=time_zone)
    await _open_of_drills(session, now=now, time_zone=time_zone)


def _incidents_to_open(now: datetime) -> SelectOfScalar[Incident]:
    """Select the incidents whose end a review is still to look back from, now or in a while."""
    looked_back_at = exists().where(col(Review.incident_id) == col(Incident.id))
    at_this_end = looked_back_at.where(col(Review.ended_at) == col(Incident.closed_at))
    return select(Incident).where(
        Incident.status == IncidentStatus.CLOSED,
        col(Incident.severity).in_(GRAVE) | looked_back_at,
        col(Incident.closed_at) > now - WORTH_OPENING,
        ~at_this_end,
    )


def _drills_to_open(now: datetime) -> SelectOfScalar[Drill]:
    """Select the planned drills that a review is still to look back at, now or in a while."""
    return select(Drill).where(
        Drill.state == DrillState.OVER,
        col(Drill.ended_at) > now - WORTH_OPENING,
        ~exists().where(col(Review.drill_id) == col(Drill.id)),
    )


async def coming(session: AsyncSession, *, now: datetime) -> Sequence[ReviewToCome]:
    """List the reviews that the clock opens in a while, by that moment."""
    incidents = (await session.exec(_incidents_to_open(now))).all()
    drills_over = (await session.exec(_drills_to_open(now))).all()
    ended: Sequence[Reviewed] = (*incidents, *drills_over)
    found = [await _to_come(session, one) for one in ended]
    return sorted((one for one in found if one is not None), key=lambda one: (one.opens_at, one.about.code))


async def coming_of(session: AsyncSession, *, incident: Incident, now: datetime) -> ReviewToCome | None:
    """Tell when the clock opens the review of an incident, and whose it becomes; None where it does not."""
    query = _incidents_to_open(now).where(Incident.id == id_of(incident))
    return await _to_come(session, incident) if (await session.exec(query)).first() is not None else None


async def _to_come(session: AsyncSession, about: Reviewed) -> ReviewToCome | None:
    owner_id, ended_at = await _owner(session, about), ended_of(about)
    if owner_id is None or ended_at is None:
        return None
    return ReviewToCome(about, ended_at + OPENED_AFTER, (await session.get_one(Person, owner_id)).name)


async def _open_of_drills(session: AsyncSession, *, now: datetime, time_zone: ZoneInfo) -> None:
    """Open the reviews of planned drills that were over a while ago: what was learnt is why they were held."""
    query = _drills_to_open(now).where(col(Drill.ended_at) <= now - OPENED_AFTER)
    for drill in (await session.exec(query.order_by(col(Drill.id)))).all():
        await _open(session, drill, by=None, now=now, time_zone=time_zone)


async def open_by_hand(
    session: AsyncSession, *, incident_id: int, by: Person, now: datetime, time_zone: ZoneInfo
) -> Review:
    """Open the review of whatever has ended, or give the one that there is.

    Raises IncidentUnknown, ReviewTooEarly or NobodyToReview.
    """
    incident = await incidents.by_id(session, incident_id=incident_id)
    found = await reviews.of_incident(session, incident_id=incident_id)
    if found is not None:
        return found
    if incident.status is not IncidentStatus.CLOSED:
        raise ReviewTooEarly(code=incident.code)
    return await _opened(session, incident, by=by, now=now, time_zone=time_zone)


async def open_of_drill(
    session: AsyncSession, *, drill_id: int, by: Person, now: datetime, time_zone: ZoneInfo
) -> Review:
    """Open the review of a planned drill that is over, or give the one that there is.

    Raises DrillUnknown, ReviewTooEarly or NobodyToReview.
    """
    drill = await drills.by_id(session, drill_id=drill_id)
    found = await reviews.of_drill(session, drill_id=drill_id)
    if found is not None:
        return found
    if drill.state is not DrillState.OVER:
        raise ReviewTooEarly(code=drill.code)
    return await _opened(session, drill, by=by, now=now, time_zone=time_zone)


async def _opened(session: AsyncSession, about: Reviewed, *, by: Person, now: datetime, time_zone: ZoneInfo) -> Review:
    review = await _open(session, about, by=by, now=now, time_zone=time_zone)
    if review is None:
        raise NobodyToReview
    return review


def due_of(about: Reviewed, *, since: datetime, time_zone: ZoneInfo) -> datetime:
    """Tell until when a review is to be done: the end of the third day where it was gravest, else five working days."""
    if isinstance(about, Incident) and about.severity is Severity.CRITICAL:
        return end_of_work((since + FOR_THE_GRAVEST).astimezone(time_zone).date(), time_zone)
    day = working_day_after(since.astimezone(time_zone).date(), WORKING_DAYS)
    return end_of_work(day, time_zone)


async def _open(
    session: AsyncSession, about: Reviewed, *, by: Person | None, now: datetime, time_zone: ZoneInfo
) -> Review | None:
    owner_id = await _owner(session, about)
    if owner_id is None:
        return None
    ended_at = ended_of(about) or now
    due_at = due_of(about, since=_since(ended_at, now), time_zone=time_zone)
    review = Review(
        incident_id=about.id if isinstance(about, Incident) else None,
        drill_id=about.id if isinstance(about, Drill) else None,
        owner_id=owner_id,
        opened_by_id=by.id if by is not None else None,
        opened_at=now,
        ended_at=ended_at,
        due_at=due_at,
        # Whoever opens one by hand wants answers today.
        asks_at=_asks_at(ended_at, now, time_zone) if by is None else daytime.by_day(now, time_zone),
        remind_at=reviews.half_way(now, due_at, time_zone),
    )
    session.add(review)
    await session.flush()
    reviews.record(
        session,
        review,
        "review-opened",
        by=by,
        now=now,
        after={"incident": about.code, "owner_id": owner_id, "due_at": due_at.isoformat()},
    )
    return review


def _asks_at(ended_at: datetime, now: datetime, time_zone: ZoneInfo) -> datetime:
    """Tell when those concerned hear of a review that nobody asked for: on the morning after the end, or now."""
    morning = daytime.next_morning(ended_at + OPENED_AFTER, time_zone)
    return morning if now <= morning else daytime.by_day(now, time_zone)


def _since(ended_at: datetime, now: datetime) -> datetime:
    """Tell from when the time runs: from the end, unless that is long ago."""
    return ended_at if now - ended_at < timedelta(days=1) else now


async def _owner(session: AsyncSession, about: Reviewed) -> int | None:
    """Find whose a review is (id): of whoever held command or planned the drill, else of the first coordinator."""
    coordinators = await accounts.coordinator_ids(session)
    wanted: tuple[int | None, ...]
    if isinstance(about, Drill):
        wanted = (about.planned_by_id,)
    else:
        held = await holding.holder(session, incident=about)
        wanted = (id_of(held.person), about.closed_by_id, about.declared_by_id)
    return next((one for one in wanted if one in coordinators), next(iter(coordinators), None))


async def _begin_anew(
    session: AsyncSession, review: Review, incident: Incident, *, now: datetime, time_zone: ZoneInfo
) -> None:
    """Let a review look back from the new end: its words stay, its time runs again."""
    before = {"state": review.state, "due_at": review.due_at.isoformat()}
    ended_at = incident.closed_at or now
    review.ended_at, review.state = ended_at, ReviewState.DRAFT
    review.done_at = review.done_by_id = None
    review.due_at = due_of(incident, since=_since(ended_at, now), time_zone=time_zone)
    review.asks_at, review.asked_at = _asks_at(ended_at, now, time_zone), None
    review.remind_at, review.late_days = reviews.half_way(now, review.due_at, time_zone), 0
    await session.flush()
    after = {"state": review.state, "due_at": review.due_at.isoformat()}
    reviews.record(session, review, "review-begun-anew", by=None, now=now, before=before, after=after)
    await reviews.redraw(session, review=review, now=now)


async def ask_due(session: AsyncSession, *, now: datetime) -> None:
    """Tell owners of the reviews that are theirs, and ask those engaged; what was reopened waits for its next end."""
    query = (
        select(Review)
        .outerjoin(Incident, col(Incident.id) == col(Review.incident_id))
        .where(
            col(Review.asked_at).is_(None),
            col(Review.asks_at) <= now,
            col(Review.state) != ReviewState.DONE,
            reviews.holds(),
        )
        .order_by(col(Review.id))
    )
    for review in (await session.exec(query)).all():
        review.asked_at = now
        await session.flush()
        about = await reviews.about(session, review=review)
        if review.opened_by_id != review.owner_id:
            await tell(session, review=review, about=about, news=ReviewNews.OPENED, now=now)
        await voices.ask(session, review=review, about=about, now=now)


async def tell(session: AsyncSession, *, review: Review, about: Reviewed, news: ReviewNews, now: datetime) -> None:
    """Tell the owner of a review why it comes to them."""
    await broadcasts.queue(
        session,
        kind=REVIEW,
        people=[review.owner_id],
        subject_id=id_of(review),
        details=ReviewTold(news),
        lane=lane_of(about),
        now=now,
    )
