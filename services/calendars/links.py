"""The personal link of a calendar: made, made anew, taken back, and opened by whoever has it."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.calendars import CalendarEntry, CalendarLink
from models.identity import id_of
from models.people import Person, Role
from services.ground import audit
from services.ground.refusals import Refusal
from services.people import accounts
from services.people.accounts import COORDINATORS

# As of other links (docs/decisions/0014): 192 bits.
TOKEN_BYTES = 24
READERS = COORDINATORS | {Role.REPRESENTATIVE}


class CalendarLinkPassed(Refusal):
    """The link was made anew or taken back meanwhile, by an earlier tap."""


@dataclass(frozen=True)
class CalendarReader:
    """Whose calendar a link opens, and whether they see what those who coordinate do."""

    person: Person
    is_office: bool

    @property
    def person_id(self) -> int:
        """Tell whose calendar it is."""
        return id_of(self.person)


async def of(session: AsyncSession, *, person: Person) -> CalendarLink | None:
    """Find what is kept of a person's link, one that was taken back too."""
    return await session.get(CalendarLink, id_of(person))


async def make(session: AsyncSession, *, person: Person, number: int, now: datetime) -> str:
    """Make a person's link, in the place of the one before; its token is told this once.

    `number` is what the person saw when they asked; raises CalendarLinkPassed if it is not so any more.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    link = await _still(session, person=person, number=number)
    if link is None:
        link = CalendarLink(person_id=id_of(person), number=0, made_at=now)
        session.add(link)
    link.number, link.token_hash, link.made_at, link.revoked_at = number + 1, _hash(token), now, None
    _record(session, person, "calendar-link-made", now)
    await session.flush()
    return token


async def revoke(session: AsyncSession, *, person: Person, number: int, now: datetime) -> None:
    """Take a person's link back: whoever reads it gets nothing any more. Raises CalendarLinkPassed."""
    link = await _still(session, person=person, number=number)
    if link is None or link.token_hash is None:
        raise CalendarLinkPassed
    link.number, link.token_hash, link.revoked_at = number + 1, None, now
    await session.exec(delete(CalendarEntry).where(col(CalendarEntry.person_id) == link.person_id))
    _record(session, person, "calendar-link-revoked", now)
    await session.flush()


async def _still(session: AsyncSession, *, person: Person, number: int) -> CalendarLink | None:
    link = await of(session, person=person)
    if (link.number if link is not None else 0) != number:
        raise CalendarLinkPassed
    return link


async def opened(session: AsyncSession, *, token: str) -> CalendarReader | None:
    """Tell whose calendar a token opens now; None for an unknown one, and for whoever has no part in the network."""
    query = (
        select(Person)
        .join(CalendarLink, col(CalendarLink.person_id) == col(Person.id))
        .where(CalendarLink.token_hash == _hash(token), col(Person.erased_at).is_(None))
    )
    person = (await session.exec(query)).first()
    if person is None:
        return None
    roles = await accounts.roles(session, person=person)
    return CalendarReader(person, bool(roles & COORDINATORS)) if roles & READERS else None


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _record(session: AsyncSession, person: Person, action: str, now: datetime) -> None:
    audit.record(session, person=person, action=action, subject="person", subject_id=person.id, now=now)
