"""A person withdraws consent, or has had no role for long: how they are erased in one transaction, and what follows.

What remains is a number (Luật 91/2025/QH15; decision 0015): answers and steps belong to the businesses, the audit and
the proofs of consent are kept for `audit.KEPT`.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.duty import DutyWeek
from models.identity import id_of
from models.members import IN_NETWORK, ContactKind, Member, Representative, RepresentativeStatus
from models.people import Consent, Person, Role
from models.tasks import Task
from services.business import suspension
from services.ground import audit, inbox
from services.ground.faces import ServiceFace
from services.ground.holding_types import Erased, Leaving
from services.ground.refusals import Refusal
from services.members import representatives
from services.people import accounts
from services.privacy import held, household_numbers
from services.staff import appointments as staff

REPRESENTATIVE_WITHDREW, NOBODY_LEFT = "representative-withdrew", "nobody-left"
# Why a person who was erased cannot be written to, as the tally reads it.
WITHDREW, ROLELESS = "withdrew", "roleless"
# Why somebody is erased once more: a backup from before was put back.
RESTORED = "restored"


class OwnerBySettings(Refusal):
    """An owner is one by the settings: they must be changed first."""


class Ending(StrEnum):
    """What a business comes to without a person."""

    NOBODY = "nobody"
    SUCCESSOR = "successor"
    OTHERS = "others"


@dataclass(frozen=True)
class Loss:
    """What a business comes to: how many others speak for it, who is called first now, which weeks nobody watches."""

    member: Member
    ending: Ending
    others: int
    successor: Representative | None
    weeks: int
    tasks: Sequence[Task]


async def losses(session: AsyncSession, *, person: Person) -> Sequence[Loss]:
    """Tell what becomes of each business for which a person speaks, also of a suspended one."""
    spoken = await held.standings(session, person=person)
    return [
        await _loss(session, one.member, one.standing)
        for one in spoken
        if one.standing.status is RepresentativeStatus.APPROVED and one.member.status in IN_NETWORK
    ]


async def _loss(session: AsyncSession, member: Member, own: Representative) -> Loss:
    member_id = id_of(member)
    others = [one for one in await representatives.of(session, member_id=member_id) if one.id != own.id]
    weeks = select(func.count()).where(DutyWeek.member_id == member_id, DutyWeek.person_id == own.person_id)
    heir = others[0] if others and others[0].contact is not ContactKind.PRIMARY else None
    return Loss(
        member=member,
        ending=Ending.NOBODY if not others else Ending.SUCCESSOR if heir else Ending.OTHERS,
        others=len(others),
        successor=heir,
        weeks=(await session.exec(weeks)).one(),
        tasks=await suspension.open_tasks(session, member_id=member_id) if not others else (),
    )


def stamp(losses: Sequence[Loss]) -> str:
    """Write briefly what was told, so that nobody confirms what has changed since: eight characters."""
    told = [
        (
            one.member.id,
            one.ending,
            one.successor.id if one.successor else None,
            one.weeks,
            [task.id for task in one.tasks],
        )
        for one in losses
    ]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:8]


def check(person: Person) -> None:
    """Let only those pass who may be erased; raises OwnerBySettings."""
    if person.staff_role is Role.OWNER:
        raise OwnerBySettings


async def withdraw(
    session: AsyncSession, *, person: Person, wings: Sequence[ServiceFace], now: datetime
) -> Sequence[Loss]:
    """Erase a person from all that the wings hold, at once and for good; tell what their businesses come to.

    Raises OwnerBySettings. They are written to no more, so that the last words must be said to them directly.
    """
    check(person)
    if not await _end_consents(session, person, now=now):
        _record(session, person, action="data-erased", now=now)
    return await _erase(session, person, wings, why=WITHDREW, now=now)


async def expire(
    session: AsyncSession, *, person: Person, wings: Sequence[ServiceFace], now: datetime, because: str = ROLELESS
) -> None:
    """Erase a person as a withdrawal does, though nobody asks for it now; the record says `because` of what."""
    for one in await _consents(session, person):
        one.withdrawn_at = now
    audit.record(
        session,
        person=None,
        action="data-erased",
        subject="person",
        subject_id=person.id,
        now=now,
        after={"because": because},
    )
    await _erase(session, person, wings, why=ROLELESS, now=now)


async def _erase(
    session: AsyncSession, person: Person, wings: Sequence[ServiceFace], *, why: str, now: datetime
) -> Sequence[Loss]:
    following = await losses(session, person=person)
    leaving = Leaving(person, members=[id_of(one.member) for one in following], why=why, now=now)
    if person.staff_role is not None:
        await staff.step_down(session, person=person, now=now)
    await _leave_businesses(session, person, following, now=now)
    # From above, so that whatever a wing still had to say to the person is let go of by the outbox below it.
    for wing in reversed(wings):
        for mention in wing.people:
            if isinstance(mention.erasure, Erased):
                await mention.erasure.by(session, leaving)
    await household_numbers.forget(session, person=person, now=now)
    _forget(person, now=now)
    await session.flush()
    for wing in wings:
        for redraw in wing.redrawn:
            await redraw(session, leaving)
    return following


async def forget_passer_by(session: AsyncSession, *, person: Person) -> None:
    """Keep nothing of who came with this very update, and only to go: nothing else refers to them yet."""
    await inbox.forget_sender(session, sender_id=person.telegram_id)
    await session.delete(person)
    await session.flush()


async def _end_consents(session: AsyncSession, person: Person, *, now: datetime) -> bool:
    """Keep that consents are withdrawn; tell whether there was one."""
    withdrawn = await _consents(session, person)
    for one in withdrawn:
        one.withdrawn_at = now
        _record(
            session,
            person,
            action="consent-withdrawn",
            now=now,
            after={"purpose": one.purpose, "text_version": one.text_version},
        )
    return bool(withdrawn)


async def _consents(session: AsyncSession, person: Person) -> Sequence[Consent]:
    """List what a person agreed to and did not withdraw."""
    query = select(Consent).where(Consent.person_id == id_of(person), col(Consent.withdrawn_at).is_(None))
    return (await session.exec(query)).all()


def _record(
    session: AsyncSession, person: Person, *, action: str, now: datetime, after: dict[str, str] | None = None
) -> None:
    audit.record(session, person=person, action=action, subject="person", subject_id=person.id, now=now, after=after)


async def _leave_businesses(session: AsyncSession, person: Person, following: Sequence[Loss], *, now: datetime) -> None:
    """Let the person speak for no business any more; where they were called first, a backup is from now on."""
    query = select(Representative).where(Representative.person_id == id_of(person))
    own = {one.member_id: one for one in (await session.exec(query)).all()}
    for loss in following:
        await representatives.release(
            session, member=loss.member, leaving=[own[id_of(loss.member)]], by=person, now=now
        )
        await _hand_on(session, person, loss, now=now)


async def _hand_on(session: AsyncSession, person: Person, loss: Loss, *, now: datetime) -> None:
    """Tell those who stay; where nobody does, the coordinators."""
    member_id = id_of(loss.member)
    if loss.successor is not None:
        loss.successor.contact = ContactKind.PRIMARY
        await session.flush()
        _record_successor(session, person, loss.successor, now=now)
    staying = [one.person_id for one in await representatives.of(session, member_id=member_id)]
    coordinators = [id_of(one) for one in await accounts.coordinators(session) if one.id != person.id]
    await representatives.tell(
        session,
        what=REPRESENTATIVE_WITHDREW if staying else NOBODY_LEFT,
        member_id=member_id,
        people=staying or coordinators,
        now=now,
    )


def _record_successor(session: AsyncSession, person: Person, successor: Representative, *, now: datetime) -> None:
    audit.record(
        session,
        person=person,
        action="primary-succeeded",
        subject="member",
        subject_id=successor.member_id,
        now=now,
        after={"person_id": successor.person_id},
    )


def _forget(person: Person, *, now: datetime) -> None:
    """Leave a number: no name, and in the place of the Telegram id what is nobody's."""
    person.name = ""
    person.telegram_id = -id_of(person)
    person.erased_at = now
    person.roleless_since = person.erasure_told_at = None
    person.menu_wanted = person.menu_shown = ""
