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

from models.incidents import Incident, IncidentKind, IncidentStatus
from models.people import Person
from models.reviews import Review, ReviewState, ReviewVoice
from services.ground.paging import nearest_page
from services.incidents.sharing import naming
from services.people import businesses

PAGE = 6


class ReviewHeap(StrEnum):
    """The heaps into which reviews fall; those of drills have their own, whatever their state."""

    OPEN = "open"
    DONE = "done"
    DRILLS = "drills"


@dataclass(frozen=True)
class ReviewLine:
    """A review with its incident and its owner's name."""

    review: Review
    incident: Incident
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


_IS_DRILL = col(Incident.kind) == IncidentKind.DRILL
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
    query = _with_incident().where(_IN[heap]).order_by(*order, col(Review.id)).limit(PAGE).offset(number * PAGE)
    lines = [ReviewLine(*row) for row in (await session.exec(query)).all()]
    return ReviewPage(heap, lines, number, pages, counts)


def _with_incident() -> Any:
    return (
        select(Review, Incident, Person.name)
        .join(Incident, col(Incident.id) == col(Review.incident_id))
        .join(Person, col(Person.id) == col(Review.owner_id))
    )


async def _count(session: AsyncSession, heap: ReviewHeap) -> int:
    query = select(func.count(col(Review.id))).join(Incident, col(Incident.id) == col(Review.incident_id))
    return (await session.exec(query.where(_IN[heap]))).one()


async def late(session: AsyncSession, *, now: datetime) -> int:
    """Count the reviews of real incidents whose date is over."""
    query = select(func.count(col(Review.id))).join(Incident, col(Incident.id) == col(Review.incident_id))
    return (await session.exec(query.where(_IN[ReviewHeap.OPEN], col(Review.due_at) <= now))).one()


async def due(session: AsyncSession, *, since: datetime, reader_id: int) -> Sequence[ReviewLine]:
    """List the reviews that are not done and due after a moment, of drills too, as a person (id) may read of them."""
    shown = (~_IS_DONE, col(Review.due_at) > since, ~naming.hides(col(Incident.id), reader_id))
    query = _with_incident().where(*shown).order_by(col(Review.due_at), col(Review.id))
    return [ReviewLine(*row) for row in (await session.exec(query)).all()]


async def ended(session: AsyncSession, *, number: int) -> EndedPage:
    """List what has ended and nobody has looked back at, the newest first."""
    without = (
        col(Incident.status) == IncidentStatus.CLOSED,
        col(Incident.id).not_in(select(Review.incident_id)),
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
        _with_incident()
        .where(col(Review.id).in_(asked), ~naming.hides(col(Incident.id), person.id or 0))
        .order_by(col(Review.id).desc())
        .limit(PAGE)
    )
    return [ReviewLine(*row) for row in (await session.exec(query)).all()]


async def by_code(session: AsyncSession, *, code: str) -> Incident | None:
    """Find an incident by its code, as somebody types it."""
    return (await session.exec(select(Incident).where(Incident.code == code.strip().upper()))).first()
