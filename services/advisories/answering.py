"""What businesses say of an advisory: one answer each, the latest counts, and a tally of all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import and_, case, func
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.advisories import ADVISORY_SUBJECT, Advisory, AdvisoryAnswer, AdvisoryReceipt
from models.broadcasts import Lane
from models.identity import id_of
from models.members import Member, MemberStatus, Representative, RepresentativeStatus
from models.people import Person
from services.advisories import advisories, steps
from services.advisories.kinds import ADVISORY, ADVISORY_NOTE, ADVISORY_PAGE
from services.ground import audit
from services.ground.paging import nearest_page
from services.ground.refusals import Refusal
from services.groups import bindings, in_reach
from services.people import businesses

PAGE = 10


class AdvisoryHeap(StrEnum):
    """Which of those who were sent an advisory: by what they say of it, or silent within reach or out of it."""

    DONE = "done"
    ACKNOWLEDGED = "acknowledged"
    UNCONCERNED = "unconcerned"
    SILENT = "silent"
    UNREACHABLE = "unreachable"


# Who is late when the deadline is over.
LATE = (AdvisoryHeap.UNREACHABLE, AdvisoryHeap.SILENT, AdvisoryHeap.ACKNOWLEDGED)


class NotAdvised(Refusal):
    """The advisory was sent to none of the person's businesses."""


class SaidOfAdvisoryAlready(Refusal):
    """The business said the same of the advisory at `at`."""


@dataclass(frozen=True)
class AdvisoryLine:
    """A business that was sent an advisory; `by` said something of it for the business, if anybody did."""

    receipt: AdvisoryReceipt
    member: str
    by: str | None
    heap: AdvisoryHeap


@dataclass(frozen=True)
class AdvisoryLines:
    """A part of those who say one thing of an advisory: `number` counts from 0."""

    lines: Sequence[AdvisoryLine]
    number: int
    pages: int
    total: int


async def standing(session: AsyncSession, *, advisory_id: int, person: Person) -> Sequence[AdvisoryReceipt]:
    """List what a person can say of an advisory, or has: for the businesses they speak for that were sent it."""
    members = [id_of(member) for member in await businesses.spoken_for(session, person=person)]
    return await standing_of(session, advisory_id=advisory_id, members=members)


async def standing_of(session: AsyncSession, *, advisory_id: int, members: Sequence[int]) -> Sequence[AdvisoryReceipt]:
    """List what some businesses (ids) can say of an advisory, or have: those that were sent it."""
    query = select(AdvisoryReceipt).where(
        AdvisoryReceipt.advisory_id == advisory_id, col(AdvisoryReceipt.member_id).in_(members)
    )
    return (await session.exec(query.order_by(col(AdvisoryReceipt.id)))).all()


async def answer(
    session: AsyncSession,
    *,
    advisory_id: int,
    said: AdvisoryAnswer,
    by: Person,
    now: datetime,
    only_for: int | None = None,
) -> Advisory:
    """Keep what a person says of an advisory for their businesses, or `only_for` one (id).

    Raises AdvisoryUnknown, NotAdvised, AdvisoryOver or SaidOfAdvisoryAlready.
    """
    advisory = await advisories.by_id(session, advisory_id=advisory_id)
    standing_now = await standing(session, advisory_id=advisory_id, person=by)
    mine = [one for one in standing_now if only_for in (None, one.member_id)]
    if not mine:
        raise NotAdvised
    await steps.open_one(session, advisory_id=advisory_id)
    changed = [one for one in mine if one.answer is not said]
    if not changed:
        raise SaidOfAdvisoryAlready(at=max(one.at for one in mine if one.at is not None))
    before = [one.answer for one in changed]
    for one in changed:
        one.answer, one.person_id, one.at = said, id_of(by), now
    await session.flush()
    members = [one.member_id for one in changed]
    audit.record(
        session,
        person=by,
        action="advisory-answered",
        subject=ADVISORY_SUBJECT,
        subject_id=advisory_id,
        now=now,
        before={"answers": before},
        after={"answer": said, "members": members},
    )
    await _redraw(session, advisory, members, now=now)
    return advisory


async def _redraw(session: AsyncSession, advisory: Advisory, members: Sequence[int], *, now: datetime) -> None:
    """Have the cards edited of all who speak for some businesses (ids), and the pages of coordinators."""
    colleagues = select(Representative.person_id).where(
        col(Representative.member_id).in_(members), Representative.status == RepresentativeStatus.APPROVED
    )
    people = (await session.exec(colleagues)).all()
    cards = (ADVISORY, ADVISORY_NOTE)
    groups = await bindings.bound_to(session, members=members)
    await advisories.redraw(
        session, advisory=advisory, kinds=cards, people=people, groups=groups, lane=Lane.TALLY, now=now
    )
    await advisories.redraw(session, advisory=advisory, kinds=(ADVISORY_PAGE,), lane=Lane.TALLY, now=now)


def _heap() -> ColumnElement[str]:
    """Give the heap of a receipt as a word."""
    return case(
        (col(AdvisoryReceipt.answer).is_not(None), col(AdvisoryReceipt.answer)),
        (~in_reach.anybody(col(AdvisoryReceipt.member_id)), AdvisoryHeap.UNREACHABLE.value),
        else_=AdvisoryHeap.SILENT.value,
    )


def _counted(advisory_id: int) -> ColumnElement[bool]:
    """Make the condition of a receipt that counts: of one that has left the network only what it said."""
    there = col(AdvisoryReceipt.answer).is_not(None) | (col(Member.status) == MemberStatus.APPROVED)
    return and_(col(AdvisoryReceipt.advisory_id) == advisory_id, there)


async def count(session: AsyncSession, *, advisory_id: int) -> Mapping[AdvisoryHeap, int]:
    """Count the businesses by what they say of an advisory."""
    heap = _heap().label("heap")
    rows = await session.exec(
        select(heap, func.count())
        .select_from(AdvisoryReceipt)
        .join(Member, col(Member.id) == col(AdvisoryReceipt.member_id))
        .where(_counted(advisory_id))
        .group_by(heap)
    )
    found = {AdvisoryHeap(word): number for word, number in rows.all()}
    return {one: found.get(one, 0) for one in AdvisoryHeap}


async def listing(
    session: AsyncSession, *, advisory_id: int, heaps: Sequence[AdvisoryHeap], number: int = 0, size: int = PAGE
) -> AdvisoryLines:
    """List the businesses of some heaps, a page at a time."""
    counts = await count(session, advisory_id=advisory_id)
    total = sum(counts[one] for one in heaps)
    number, pages = nearest_page(number, total=total, size=size)
    heap = _heap()
    query = (
        select(AdvisoryReceipt, Member.name, Person.name, heap)
        .join(Member, col(Member.id) == col(AdvisoryReceipt.member_id))
        .outerjoin(Person, col(Person.id) == col(AdvisoryReceipt.person_id))
        .where(_counted(advisory_id), heap.in_([one.value for one in heaps]))
        .order_by(col(AdvisoryReceipt.at), col(Member.name), col(AdvisoryReceipt.id))
        .limit(size)
        .offset(number * size)
    )
    lines = [AdvisoryLine(one, member, by, AdvisoryHeap(said)) for one, member, by, said in await session.exec(query)]
    return AdvisoryLines(lines, number, pages, total)
