"""Every six months a business confirms in one tap that its data are right; coordinators see those that do not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.identity import id_of
from models.members import Member, MemberStatus, Representative, RepresentativeStatus
from models.people import Person
from services.business import suspension
from services.business.kinds import CONFIRMATION
from services.ground import audit
from services.ground.paging import nearest_page
from services.ground.refusals import Refusal
from services.members import freshness, representatives
from services.outbox import broadcasts

AGAIN_AFTER = timedelta(days=14)
# Nobody is asked outside these hours of the local day.
FIRST_HOUR, LAST_HOUR = 8, 17
# In a second no more are asked than can be written to.
AT_ONCE = 50
PAUSE = timedelta(days=1)


class NothingToConfirm(Refusal):
    """The business confirmed its data at `at`, and is not asked now."""


class AskedJustNow(Refusal):
    """The business was asked at `at`, less than a day ago."""


class NobodyToAsk(Refusal):
    """Nobody speaks for the business, `name`, so that nobody can be asked."""


@dataclass(frozen=True)
class Overdue:
    """A page of the businesses that were asked and have not confirmed, the longest waiting first; `count` is of all."""

    members: Sequence[Member]
    count: int


async def ask_due(session: AsyncSession, *, now: datetime, time_zone: ZoneInfo) -> int:
    """Ask the businesses whose time has come, by day and some dozens at a time; return how many."""
    if not FIRST_HOUR <= now.astimezone(time_zone).hour < LAST_HOUR:
        return 0
    query = (
        select(Member)
        .where(Member.status == MemberStatus.APPROVED, col(Member.confirmation_due_at) <= now)
        .order_by(col(Member.confirmation_due_at))
        .limit(AT_ONCE)
    )
    due = (await session.exec(query)).all()
    speakers = await _speakers(session, [id_of(member) for member in due])
    for member in due:
        await _ask(session, member, speakers.get(id_of(member), []), now=now)
    return len(due)


async def _speakers(session: AsyncSession, member_ids: Sequence[int]) -> dict[int, list[Representative]]:
    query = select(Representative).where(
        col(Representative.member_id).in_(member_ids), Representative.status == RepresentativeStatus.APPROVED
    )
    found: dict[int, list[Representative]] = {}
    for one in await session.exec(query):
        found.setdefault(one.member_id, []).append(one)
    return found


async def _ask(session: AsyncSession, member: Member, people: Sequence[Representative], *, now: datetime) -> None:
    """Ask once; the first time again after a fortnight, then at the next half-year."""
    first = member.confirmation_asked_at is None
    member.confirmation_asked_at = now
    member.confirmation_due_at = now + (AGAIN_AFTER if first else freshness.EVERY)
    asked = [one.person_id for one in representatives.managers(people)]
    await session.flush()
    if asked:
        await broadcasts.queue(session, kind=CONFIRMATION, people=asked, subject_id=id_of(member), now=now)


async def confirm(session: AsyncSession, *, member_id: int, person: Person, now: datetime) -> Member:
    """Keep that a business's data are right, as one of its people says; the cards that asked show it.

    Raises NotYourBusiness or NothingToConfirm.
    """
    speaker = await representatives.speaking(session, member_id=member_id, person=person)
    if not freshness.is_asked(speaker.member):
        raise NothingToConfirm(at=freshness.known_since(speaker.member))
    await keep(session, member=speaker.member, person=person, now=now)
    return speaker.member


async def keep(session: AsyncSession, *, member: Member, person: Person, now: datetime) -> None:
    """Keep that somebody who looked all data over found them right."""
    before, member.confirmed_at = member.confirmed_at, now
    freshness.plan(member, now=now)
    audit.record(
        session,
        person=person,
        action="data-confirmed",
        subject="member",
        subject_id=id_of(member),
        now=now,
        before={"confirmed_at": before.isoformat() if before else None},
    )
    await session.flush()
    await broadcasts.redraw(
        session,
        kinds=(CONFIRMATION,),
        subject=CONFIRMATION.subject,
        subject_id=id_of(member),
        lane=Lane.REPLY,
        now=now,
    )


async def ask_again(session: AsyncSession, *, member_id: int, by: Person, now: datetime) -> Member:
    """Ask a business once more because a coordinator wants it.

    Raises MemberUnknown, NothingToConfirm, AskedJustNow or NobodyToAsk.
    """
    member = (await session.exec(select(Member).where(Member.id == member_id, *_overdue()))).first()
    if member is None:
        found = await suspension.by_id(session, member_id=member_id)
        raise NothingToConfirm(at=freshness.known_since(found))
    asked_at = member.confirmation_asked_at
    if asked_at is not None and now - asked_at < PAUSE:
        raise AskedJustNow(at=asked_at)
    people = await representatives.of(session, member_id=member_id)
    if not people:
        raise NobodyToAsk(name=member.name)
    await _ask(session, member, people, now=now)
    audit.record(session, person=by, action="confirmation-asked", subject="member", subject_id=member_id, now=now)
    return member


def _overdue() -> tuple[ColumnElement[bool], ...]:
    """Make the condition that a business was asked and has not confirmed."""
    return (col(Member.status) == MemberStatus.APPROVED, col(Member.confirmation_asked_at).is_not(None))


async def count_overdue(session: AsyncSession) -> int:
    """Count the businesses that were asked and have not confirmed."""
    return (await session.exec(select(func.count()).select_from(Member).where(*_overdue()))).one()


async def overdue(session: AsyncSession, *, page: int, size: int) -> Overdue:
    """List the businesses that were asked and have not confirmed, a page (from 0) of `size` at a time."""
    count = await count_overdue(session)
    number, _ = nearest_page(page, total=count, size=size)
    since = func.coalesce(col(Member.confirmed_at), col(Member.approved_at), col(Member.registered_at))
    query = select(Member).where(*_overdue()).order_by(since, col(Member.id)).offset(number * size).limit(size)
    return Overdue(members=(await session.exec(query)).all(), count=count)
