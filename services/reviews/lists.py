"""Reviews in lists: the late ones first, those that are done by themselves, and those of drills apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import func
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.drills import Drill
from models.incidents import Incident, IncidentKind, IncidentStatus
from models.people import Person
from models.reviews import Review, ReviewState, ReviewVoice
from services.ground.paging import nearest_page
from services.incidents.sharing import naming
from services.people import businesses
from services.reviews.reviewed import Reviewed

PAGE = 6


class ReviewHeap(StrEnum):
    """The heaps into which reviews fall; those of drills have their own, whatever their state."""

    OPEN = "open"
    DONE = "done"
    DRILLS = "drills"


@dataclass(frozen=True)
class ReviewLine:
    """A review with what it looks back at, and its owner's name."""

    review: Review
    about: Reviewed
    owner: str


@dataclass(frozen=True)
class ReviewPage:
    """A part of a heap: `number` counts from 0; `counts` are those of all heaps."""

    heap: ReviewHeap
    lines: Sequence[ReviewLine]
    number: int
    pages: int
    counts: Mapping[ReviewHeap, int]


@dataclass(frozen=True)
class EndedPage:
    """A part of what has ended and has no review: `number` counts from 0."""

    incidents: Sequence[Incident]
    number: int
    pages: int


_IS_DRILL = col(Review.drill_id).is_not(None) | (col(Incident.kind) == IncidentKind.DRILL)
_IS_DONE = col(Review.state) == ReviewState.DONE
_IN: Mapping[ReviewHeap, ColumnElement[bool]] = {
    ReviewHeap.OPEN: ~_IS_DRILL & ~_IS_DONE,
    ReviewHeap.DONE: ~_IS_DRILL & _IS_DONE,
    ReviewHeap.DRILLS: _IS_DRILL,
}


async def page(session: AsyncSession, *, heap: ReviewHeap, number: int) -> ReviewPage:
    """List the reviews of a heap: by date what is open, the newest first what is done."""
    counts = {one: await _count(session, one) for one in ReviewHeap}
    number, pages = nearest_page(number, total=counts[heap], size=PAGE)
    order = (col(Review.done_at).desc(),) if heap is ReviewHeap.DONE else (_IS_DONE, col(Review.due_at))
    query = _lines().where(_IN[heap]).order_by(*order, col(Review.id)).limit(PAGE).offset(number * PAGE)
    return ReviewPage(heap, await _read(session, query), number, pages, counts)


def _lines() -> Any:
    return (
        select(Review, Incident, Drill, Person.name)
        .outerjoin(Incident, col(Incident.id) == col(Review.incident_id))
        .outerjoin(Drill, col(Drill.id) == col(Review.drill_id))
        .join(Person, col(Person.id) == col(Review.owner_id))
    )


async def _read(session: AsyncSession, query: Any) -> Sequence[ReviewLine]:
    return [
        ReviewLine(review, incident or drill, owner)
        for review, incident, drill, owner in (await session.exec(query)).all()
    ]


async def _count(session: AsyncSession, heap: ReviewHeap) -> int:
    query = select(func.count(col(Review.id))).outerjoin(Incident, col(Incident.id) == col(Review.incident_id))
    return (await session.exec(query.where(_IN[heap]))).one()


async def late(session: AsyncSession, *, now: datetime) -> int:
    """Count the reviews of real incidents whose date is over."""
    query = select(func.count(col(Review.id))).outerjoin(Incident, col(Incident.id) == col(Review.incident_id))
    return (await session.exec(query.where(_IN[ReviewHeap.OPEN], col(Review.due_at) <= now))).one()


async def due(session: AsyncSession, *, since: datetime, reader_id: int) -> Sequence[ReviewLine]:
    """List the reviews that are not done and due after a moment, of drills too, as a person (id) may read of them."""
    shown = (~_IS_DONE, col(Review.due_at) > since, ~naming.hides(col(Incident.id), reader_id))
    query = _lines().where(*shown).order_by(col(Review.due_at), col(Review.id))
    return await _read(session, query)


async def ended(session: AsyncSession, *, number: int) -> EndedPage:
    """List what has ended and nobody has looked back at, the newest first."""
    without = (
        col(Incident.status) == IncidentStatus.CLOSED,
        col(Incident.id).not_in(select(Review.incident_id).where(col(Review.incident_id).is_not(None))),
    )
    total = (await session.exec(select(func.count(col(Incident.id))).where(*without))).one()
    number, pages = nearest_page(number, total=total, size=PAGE)
    query = select(Incident).where(*without).order_by(col(Incident.closed_at).desc(), col(Incident.id).desc())
    found = (await session.exec(query.limit(PAGE).offset(number * PAGE))).all()
    return EndedPage(found, number, pages)


async def asked_of(session: AsyncSession, *, person: Person) -> Sequence[ReviewLine]:
    """List the reviews of which a person's businesses are asked, the newest first."""
    members = [one.id for one in await businesses.spoken_for(session, person=person)]
    asked = select(ReviewVoice.review_id).where(col(ReviewVoice.member_id).in_(members))
    query = (
        _lines()
        .where(col(Review.id).in_(asked), ~naming.hides(col(Incident.id), person.id or 0))
        .order_by(col(Review.id).desc())
        .limit(PAGE)
    )
    return await _read(session, query)


async def by_code(session: AsyncSession, *, code: str) -> Reviewed | None:
    """Find an incident or a planned drill by its code, as somebody types it."""
    typed = code.strip().upper()
    incident = (await session.exec(select(Incident).where(Incident.code == typed))).first()
    return incident or (await session.exec(select(Drill).where(Drill.code == typed))).first()
