"""Whoever had a role and has none is erased by the clock, as the text of the consent says; they are told before.

A person has a role while they are of the staff, speak for a business, have an application open, or have opened a link
that may still be used. Whoever never had one is left alone: by that text their data stay until they withdraw.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import exists, or_, update
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import Application, ApplicationStatus
from models.audit import AuditEntry
from models.identity import id_of
from models.invitations import Invitation
from models.members import Member, MemberStatus, Representative, RepresentativeStatus
from models.people import Person
from services.ground.faces import ServiceFace
from services.outbox import broadcasts
from services.privacy import withdrawal
from services.privacy.expiry import KEPT, WARNED_BEFORE
from services.privacy.kinds import ERASURE

# They are told only by day, which may be hours later: told a day earlier, they still have the whole time of warning.
TOLD_AFTER = KEPT - WARNED_BEFORE - timedelta(days=1)
FIRST_HOUR, LAST_HOUR = 8, 17
AT_ONCE = 20
GONE = (MemberStatus.REJECTED, MemberStatus.LEFT, MemberStatus.MERGED)
OPEN = (ApplicationStatus.SUBMITTED, ApplicationStatus.ASKED_BACK)


async def forget_old(session: AsyncSession, *, now: datetime) -> None:
    """Note who has no role any more, and forget it of those who have one again."""
    holds = _holds_something(now)
    again = update(Person).where(col(Person.roleless_since).is_not(None), holds)
    await session.exec(again.values(roleless_since=None, erasure_told_at=None).execution_options(**_FETCHED))
    left = update(Person).where(
        col(Person.roleless_since).is_(None), col(Person.erased_at).is_(None), _had_a_role(), ~holds
    )
    await session.exec(left.values(roleless_since=now).execution_options(**_FETCHED))


_FETCHED = {"synchronize_session": "fetch"}


def _holds_something(now: datetime) -> ColumnElement[bool]:
    own = col(Person.id)
    speaks = (
        exists()
        .where(col(Representative.person_id) == own, col(Representative.status) == RepresentativeStatus.APPROVED)
        .where(col(Member.id) == col(Representative.member_id), col(Member.status).not_in(GONE))
    )
    applied = exists().where(col(Application.person_id) == own, col(Application.status).in_(OPEN))
    opened = exists().where(
        col(Invitation.opened_by_id) == own,
        col(Invitation.used_at).is_(None),
        col(Invitation.revoked_at).is_(None),
        col(Invitation.expires_at) > now,
    )
    return or_(col(Person.staff_role).is_not(None), speaks, applied, opened)


def _had_a_role() -> ColumnElement[bool]:
    """Make the condition that somebody once spoke for a business or wished to, or was of the staff."""
    own = col(Person.id)
    was_staff = exists().where(
        col(AuditEntry.subject) == "person", col(AuditEntry.subject_id) == own, col(AuditEntry.action) == "role"
    )
    return or_(exists().where(col(Representative.person_id) == own), was_staff)


async def tell_due(session: AsyncSession, *, now: datetime, time_zone: ZoneInfo) -> None:
    """Tell, by day and once, those who are erased in a week."""
    if not FIRST_HOUR <= now.astimezone(time_zone).hour < LAST_HOUR:
        return
    people = await _roleless(session, now - TOLD_AFTER, col(Person.erasure_told_at).is_(None))
    staying = await _holding(session, people, now=now)
    told = [person for person in people if person.id not in staying]
    for person in told:
        person.erasure_told_at = now
    await session.flush()
    if told:
        await broadcasts.queue(session, kind=ERASURE, people=[id_of(person) for person in told], now=now)


async def erase_due(session: AsyncSession, *, wings: Sequence[ServiceFace], now: datetime) -> None:
    """Erase those who have had no role for long enough, and were told."""
    people = await _roleless(session, now - KEPT, col(Person.erasure_told_at) <= now - WARNED_BEFORE)
    staying = await _holding(session, people, now=now)
    for person in people:
        if person.id not in staying:
            await withdrawal.expire(session, person=person, wings=wings, now=now)


async def _roleless(session: AsyncSession, since: datetime, meant: ColumnElement[bool]) -> Sequence[Person]:
    query = select(Person).where(col(Person.roleless_since) <= since, meant).order_by(col(Person.roleless_since))
    return (await session.exec(query.limit(AT_ONCE))).all()


async def _holding(session: AsyncSession, people: Sequence[Person], *, now: datetime) -> set[int | None]:
    """Find those who have a role again since it was noted, so that nobody is erased by an old note."""
    if not people:
        return set()
    ids = [id_of(person) for person in people]
    return set((await session.exec(select(Person.id).where(col(Person.id).in_(ids), _holds_something(now)))).all())
