"""Where a contact test stands: who has confirmed, who has not, and who cannot be reached and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import sqlalchemy
from sqlalchemy import Integer, Subquery, and_, case, cast, exists, func
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Delivery, DeliveryState
from models.channels import Reach
from models.contact_tests import ContactTest, ContactTestPerson
from models.identity import id_of
from models.members import Member, MemberSector, MemberStatus
from models.people import Person
from services.drills.kinds import CONTACT_TEST
from services.ground.paging import nearest_page
from services.outbox import broadcasts, receipt
from services.people import businesses

PAGE = 8
# Why somebody cannot be reached of whom no message says it.
NOBODY, AWAY, NOT_SENT, GONE = "nobody", "away", "not-sent", "gone"


class ContactHeap(StrEnum):
    """The heaps into which the people asked fall; each is in exactly one."""

    CONFIRMED = "confirmed"
    SILENT = "silent"
    WAITING = "waiting"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True)
class ContactCount:
    """Where a contact test stands.

    `people` counts those asked by heap, `members` the businesses asked and `confirmed` those of which somebody
    confirmed; `nobody` are businesses for which nobody speaks, `away` those that are not called now.
    """

    people: Mapping[ContactHeap, int]
    members: int
    confirmed: int
    nobody: int
    away: int
    counted_at: datetime

    @property
    def asked(self) -> int:
        """Count the people."""
        return sum(self.people.values())

    @property
    def out_of_reach(self) -> int:
        """Count what stands in the list of those who cannot be reached: people, and businesses without any."""
        return self.people[ContactHeap.UNREACHABLE] + self.nobody + self.away


@dataclass(frozen=True)
class ContactLine:
    """A person of a list, or a business alone; `why` tells why they cannot be reached, until when they are away."""

    member: Member
    person: str | None
    confirmed_at: datetime | None = None
    why: str | None = None
    until_at: datetime | None = None


@dataclass(frozen=True)
class ContactPage:
    """A part of a list: `number` counts from 0."""

    lines: Sequence[ContactLine]
    number: int
    pages: int
    total: int


async def count(session: AsyncSession, *, test: ContactTest, now: datetime) -> ContactCount:
    """Count where a contact test stands, by some queries whatever the size of the network."""
    asked = _asked(id_of(test))
    rows = await session.exec(select(asked.c.heap, func.count()).group_by(asked.c.heap))
    counted = {ContactHeap(heap): number for heap, number in rows}
    of_businesses = select(
        func.count(func.distinct(col(ContactTestPerson.member_id))),
        func.count(
            func.distinct(case((col(ContactTestPerson.confirmed_at).is_not(None), col(ContactTestPerson.member_id))))
        ),
    ).where(ContactTestPerson.test_id == id_of(test))
    members, confirmed = (await session.exec(of_businesses)).one()
    away = await _number(session, *_uncalled(test), _was_away(test))
    uncalled = await _number(session, *_uncalled(test))
    return ContactCount(
        people={heap: counted.get(heap, 0) for heap in ContactHeap},
        members=members,
        confirmed=confirmed,
        nobody=uncalled - away,
        away=away,
        counted_at=now,
    )


async def _number(session: AsyncSession, *conditions: ColumnElement[bool]) -> int:
    return (await session.exec(select(func.count()).select_from(Member).where(*conditions))).one()


def _asked(test_id: int) -> Subquery:
    """Select each person asked: the heap, when they confirmed, and what their channel says against them."""
    question = select(col(Broadcast.id)).where(*broadcasts.about(CONTACT_TEST, test_id))
    reached = _any(receipt.reached())
    waiting = _any(col(Delivery.state).in_((DeliveryState.PENDING, DeliveryState.SENDING)))
    heap = case(
        (func.max(col(ContactTestPerson.confirmed_at)).is_not(None), ContactHeap.CONFIRMED.value),
        (reached == 1, ContactHeap.SILENT.value),
        (waiting == 1, ContactHeap.WAITING.value),
        else_=ContactHeap.UNREACHABLE.value,
    )
    error = func.max(func.coalesce(col(Delivery.error), col(Reach.reason)))
    why = case(
        (error.is_not(None), error),
        (func.max(col(Delivery.id)).is_(None), GONE),
        else_=NOT_SENT,
    )
    return (
        sqlalchemy.select(
            col(ContactTestPerson.person_id).label("person_id"),
            func.min(col(ContactTestPerson.member_id)).label("member_id"),
            func.max(col(ContactTestPerson.confirmed_at)).label("confirmed_at"),
            heap.label("heap"),
            why.label("why"),
        )
        .outerjoin(
            Delivery,
            and_(col(Delivery.person_id) == col(ContactTestPerson.person_id), col(Delivery.broadcast_id).in_(question)),
        )
        .outerjoin(Reach, receipt.lost())
        .where(col(ContactTestPerson.test_id) == test_id)
        .group_by(col(ContactTestPerson.person_id))
        .subquery()
    )


def _any(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """Make an aggregate that is 1 when a condition holds for any row of the group."""
    return func.max(cast(condition, Integer))


def _uncalled(test: ContactTest) -> tuple[ColumnElement[bool], ...]:
    """Make the conditions that a business was in the circle of a test, and nobody of it was asked."""
    called = exists().where(
        col(ContactTestPerson.test_id) == id_of(test), col(ContactTestPerson.member_id) == col(Member.id)
    )
    since = func.coalesce(col(Member.approved_at), col(Member.registered_at))
    there = (col(Member.status) == MemberStatus.APPROVED, since <= test.asked_at, ~called)
    if test.sector is None:
        return there
    of_sector = select(MemberSector.member_id).where(MemberSector.sector == test.sector)
    return (*there, col(Member.id).in_(of_sector))


def _was_away(test: ContactTest) -> ColumnElement[bool]:
    return col(Member.unavailable_until) > test.asked_at


async def people_of(session: AsyncSession, *, test: ContactTest, heap: ContactHeap) -> Sequence[int]:
    """List the people (ids) of a heap."""
    asked = _asked(id_of(test))
    query = select(asked.c.person_id).where(asked.c.heap == heap.value).order_by(asked.c.person_id)
    return (await session.exec(query)).all()


async def listing(session: AsyncSession, *, test: ContactTest, heap: ContactHeap, number: int) -> ContactPage:
    """List a heap, a page at a time; after the people out of reach come businesses of which nobody was asked."""
    asked = _asked(id_of(test))
    people = (await session.exec(select(func.count()).select_from(asked).where(asked.c.heap == heap.value))).one()
    alone = await _number(session, *_uncalled(test)) if heap is ContactHeap.UNREACHABLE else 0
    number, pages = nearest_page(number, total=people + alone, size=PAGE)
    lines = await _people(session, asked, heap, offset=number * PAGE)
    if alone and len(lines) < PAGE:
        offset = max(0, number * PAGE - people)
        lines += await _alone(session, test, offset=offset, limit=PAGE - len(lines))
    return ContactPage(lines, number, pages, people + alone)


async def _people(session: AsyncSession, asked: Subquery, heap: ContactHeap, *, offset: int) -> list[ContactLine]:
    query = (
        select(Member, businesses.registered_name(), asked.c.confirmed_at, asked.c.why)
        .join(asked, asked.c.member_id == Member.id)
        .join(Person, col(Person.id) == asked.c.person_id)
        .where(asked.c.heap == heap.value)
        .order_by(col(Member.name), asked.c.person_id)
        .limit(PAGE)
        .offset(offset)
    )
    out = heap is ContactHeap.UNREACHABLE
    return [
        ContactLine(member, name, confirmed_at, why if out else None)
        for member, name, confirmed_at, why in await session.exec(query)
    ]


async def _alone(session: AsyncSession, test: ContactTest, *, offset: int, limit: int) -> list[ContactLine]:
    query = select(Member).where(*_uncalled(test)).order_by(col(Member.name), col(Member.id))
    found = []
    for member in (await session.exec(query.limit(limit).offset(offset))).all():
        away = member.unavailable_until is not None and member.unavailable_until > test.asked_at
        found.append(
            ContactLine(member, None, why=AWAY if away else NOBODY, until_at=member.unavailable_until if away else None)
        )
    return found
