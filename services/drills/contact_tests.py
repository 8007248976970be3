"""A contact test from its first tap to its end: who is asked, who confirms, who is asked once more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import insert, or_, update
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from models.broadcasts import Broadcast, Delivery, DeliveryState, Lane
from models.contact_tests import CONTACT_TEST_SUBJECT, ContactTest, ContactTestPerson
from models.identity import id_of
from models.members import Member, MemberStatus, Representative, RepresentativeStatus, Sector
from models.people import Person
from services.drills import contact_counting
from services.drills.contact_counting import ContactHeap
from services.drills.kinds import CONTACT_COUNT, CONTACT_TEST
from services.drills.people import spoken_for
from services.ground import audit
from services.ground.codes import Series, following
from services.ground.refusals import Refusal
from services.outbox import broadcasts

SERIES = Series("KT", col(ContactTest.year), col(ContactTest.number))
# A test that nobody ends is over by itself.
LASTS = timedelta(days=1)
# Whoever was asked is asked once more after so long at the earliest.
REMINDED_AFTER = timedelta(minutes=10)
# How old the figures of a count may be.
FRESH = timedelta(seconds=30)
PEOPLE = SQLModel.metadata.tables[ContactTestPerson.__tablename__]


class ContactTestUnknown(Refusal):
    """There is no such contact test."""


class ContactTestUnderWay(Refusal):
    """The contact test `code` asks the same people already, since `at`."""


class NobodyToTest(Refusal):
    """Nobody speaks for a business of that circle."""


class ContactTestOver(Refusal):
    """The contact test is over."""


class NotTested(Refusal):
    """The person was not asked by this contact test, or speaks for none of the businesses any more."""


class AskedTooLately(Refusal):
    """Those who stay silent were asked at `at`, a moment ago."""


class NobodyLeftToAsk(Refusal):
    """Everybody whom the contact test reached has confirmed."""


@dataclass(frozen=True)
class TestCircle:
    """Whom a contact test would ask: a sector or, without one, the whole network."""

    sector: Sector | None
    members: int
    people: int


async def circles(session: AsyncSession, *, now: datetime) -> Sequence[TestCircle]:
    """Count whom a test of the whole network, and one of each sector, would ask."""
    found = []
    for sector in (None, *Sector):
        pairs = await _pairs(session, sector, now)
        found.append(TestCircle(sector, len({one for one, _ in pairs}), len({one for _, one in pairs})))
    return found


async def _pairs(session: AsyncSession, sector: Sector | None, now: datetime) -> Sequence[tuple[int, int]]:
    """List (business, person) of all who would be asked, primary contacts first."""
    query: Select[int, int] = (
        select(Representative.member_id, Representative.person_id)
        .join(Member, col(Member.id) == col(Representative.member_id))
        .where(*spoken_for(sector, now=now))
        .order_by(col(Representative.contact).desc(), col(Representative.id))
    )
    return [(member_id, person_id) for member_id, person_id in await session.exec(query)]


async def by_id(session: AsyncSession, *, test_id: int) -> ContactTest:
    """Find a contact test; raises ContactTestUnknown."""
    found = await session.get(ContactTest, test_id)
    if found is None:
        raise ContactTestUnknown
    return found


async def still_open(session: AsyncSession, *, test_id: int) -> ContactTest:
    """Find a contact test that is under way; raises ContactTestUnknown or ContactTestOver."""
    test = await by_id(session, test_id=test_id)
    if test.ended_at is not None:
        raise ContactTestOver
    return test


async def latest(session: AsyncSession, *, limit: int) -> Sequence[ContactTest]:
    """List the newest contact tests."""
    query = select(ContactTest).order_by(col(ContactTest.id).desc()).limit(limit)
    return (await session.exec(query)).all()


async def ask(
    session: AsyncSession, *, sector: Sector | None, by: Person, now: datetime, time_zone: ZoneInfo
) -> ContactTest:
    """Ask everybody who speaks for a business of a sector, or of the network, to confirm.

    Raises ContactTestUnderWay where some of them are asked already, as by a second tap, and NobodyToTest.
    """
    await _check_free(session, sector)
    pairs = await _pairs(session, sector, now)
    if not pairs:
        raise NobodyToTest
    code = await following(session, series=SERIES, now=now, time_zone=time_zone)
    test = ContactTest(
        year=code.year,
        number=code.number,
        code=str(code),
        sector=sector,
        asked_by_id=id_of(by),
        asked_at=now,
        ends_at=now + LASTS,
    )
    session.add(test)
    await session.flush()
    rows = [{"test_id": id_of(test), "member_id": one, "person_id": person_id} for one, person_id in pairs]
    await (await session.connection()).execute(insert(PEOPLE), rows)
    people = [person_id for _, person_id in pairs]
    await broadcasts.queue(session, kind=CONTACT_TEST, people=people, subject_id=id_of(test), now=now)
    _record(session, test, by, "contact-test-asked", now)
    return test


async def _check_free(session: AsyncSession, sector: Sector | None) -> None:
    query = select(ContactTest).where(col(ContactTest.ended_at).is_(None))
    if sector is not None:
        query = query.where(or_(col(ContactTest.sector).is_(None), col(ContactTest.sector) == sector))
    running = (await session.exec(query.order_by(col(ContactTest.id)).limit(1))).first()
    if running is not None:
        raise ContactTestUnderWay(code=running.code, at=running.asked_at)


def _record(session: AsyncSession, test: ContactTest, by: Person, action: str, now: datetime) -> None:
    audit.record(session, person=by, action=action, subject=CONTACT_TEST_SUBJECT, subject_id=id_of(test), now=now)


async def confirm(session: AsyncSession, *, test_id: int, person: Person, now: datetime) -> ContactTest:
    """Keep that a person has the question; a second tap changes nothing.

    Raises ContactTestUnknown, NotTested, or ContactTestOver for whoever comes only after the end.
    """
    test = await by_id(session, test_id=test_id)
    asked = await asked_of(session, test_id=test_id, person_id=id_of(person))
    if asked is None:
        raise NotTested
    if asked.confirmed_at is not None:
        return test
    if test.ended_at is not None:
        raise ContactTestOver
    theirs = (col(ContactTestPerson.test_id) == test_id, col(ContactTestPerson.person_id) == id_of(person))
    await session.exec(update(ContactTestPerson).where(*theirs).values(confirmed_at=now))
    await _redraw(session, test, people=[id_of(person)], now=now)
    await redraw_count(session, test=test, now=now)
    return test


async def asked_of(session: AsyncSession, *, test_id: int, person_id: int) -> ContactTestPerson | None:
    """Find for which business a person was asked who speaks for it still."""
    query = (
        select(ContactTestPerson)
        .join(
            Representative,
            (col(Representative.member_id) == col(ContactTestPerson.member_id))
            & (col(Representative.person_id) == col(ContactTestPerson.person_id)),
        )
        .join(Member, col(Member.id) == col(ContactTestPerson.member_id))
        .where(
            ContactTestPerson.test_id == test_id,
            ContactTestPerson.person_id == person_id,
            Representative.status == RepresentativeStatus.APPROVED,
            Member.status == MemberStatus.APPROVED,
        )
        .limit(1)
    )
    return (await session.exec(query)).first()


async def ask_again(session: AsyncSession, *, test_id: int, by: Person, now: datetime) -> int:
    """Ask those once more who have the question and have not confirmed; return how many.

    Raises ContactTestUnknown, ContactTestOver, AskedTooLately or NobodyLeftToAsk.
    """
    test = await still_open(session, test_id=test_id)
    asked_at = test.reminded_at or test.asked_at
    if now - asked_at < REMINDED_AFTER:
        raise AskedTooLately(at=asked_at)
    silent = await contact_counting.people_of(session, test=test, heap=ContactHeap.SILENT)
    if not silent:
        raise NobodyLeftToAsk
    test.reminded_at = now
    await session.flush()
    await broadcasts.queue(session, kind=CONTACT_TEST, people=silent, subject_id=test_id, now=now)
    _record(session, test, by, "contact-test-asked-again", now)
    await redraw_count(session, test=test, now=now)
    return len(silent)


async def end(session: AsyncSession, *, test_id: int, by: Person, now: datetime) -> ContactTest:
    """End a contact test before its time; raises ContactTestUnknown or ContactTestOver."""
    test = await still_open(session, test_id=test_id)
    _record(session, test, by, "contact-test-ended", now)
    await _end(session, test, now)
    return test


async def end_due(session: AsyncSession, *, now: datetime) -> None:
    """End the contact tests whose time is over."""
    query = select(ContactTest).where(col(ContactTest.ended_at).is_(None), col(ContactTest.ends_at) <= now)
    for test in (await session.exec(query)).all():
        await _end(session, test, now)


async def _end(session: AsyncSession, test: ContactTest, now: datetime) -> None:
    """Take the button away from those who have not confirmed, and let the counts say how it ended."""
    test.ended_at = now
    await session.flush()
    query = select(ContactTestPerson.person_id).where(
        ContactTestPerson.test_id == id_of(test), col(ContactTestPerson.confirmed_at).is_(None)
    )
    await _redraw(session, test, people=(await session.exec(query)).all(), now=now)
    await redraw_count(session, test=test, now=now)


async def _redraw(session: AsyncSession, test: ContactTest, *, people: Sequence[int], now: datetime) -> None:
    await broadcasts.redraw(
        session,
        kinds=(CONTACT_TEST,),
        subject=CONTACT_TEST_SUBJECT,
        subject_id=id_of(test),
        people=people,
        lane=Lane.REPLY,
        now=now,
    )


async def redraw_count(session: AsyncSession, *, test: ContactTest, now: datetime) -> None:
    """Have every coordinator's count of a test edited in place."""
    await broadcasts.redraw(
        session,
        kinds=(CONTACT_COUNT,),
        subject=CONTACT_TEST_SUBJECT,
        subject_id=id_of(test),
        lane=Lane.TALLY,
        now=now,
    )


async def keep_true(session: AsyncSession, *, now: datetime) -> None:
    """Have the counts of tests under way edited that have stood still: what became of messages changes by itself."""
    running = select(ContactTest).where(col(ContactTest.ended_at).is_(None))
    for test in (await session.exec(running)).all():
        shown_at = select(Delivery.id).join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        old = shown_at.where(
            *broadcasts.about(CONTACT_COUNT, id_of(test)),
            Delivery.state == DeliveryState.SENT,
            col(Delivery.edit_due_at).is_(None),
            or_(col(Delivery.edited_at).is_(None), col(Delivery.edited_at) <= now - FRESH),
        )
        if (await session.exec(old.limit(1))).first() is not None:
            await redraw_count(session, test=test, now=now)
