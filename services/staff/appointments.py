"""Coordinators, duty officers and observers: an owner appoints them by one-time links, and dismisses them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Lane
from models.identity import id_of
from models.invitations import Invitation, InvitationKind
from models.people import Person, Role
from services.business.links import LinksChanged, LinksEnough
from services.ground import audit
from services.ground.details import read
from services.ground.holding_types import Leaving
from services.ground.refusals import Refusal
from services.notation.spelling import sort_key
from services.outbox import broadcasts
from services.people import accounts, invitations
from services.people.invitations import InvitationUnknown, InvitationUsed
from services.staff.kinds import STAFF, StaffEvent, StaffNews

# Whom an owner appoints; owners themselves follow from the settings.
APPOINTED_ROLES = (Role.COORDINATOR, Role.DUTY_OFFICER, Role.OBSERVER)
STAFF_ROLES = (Role.OWNER, *APPOINTED_ROLES)
MOST_LINKS = 10
DECISIONS = ("invitation-used", "invitation-revoked")


class OwnersStay(Refusal):
    """Owners follow from the settings: nobody appoints or dismisses them here."""


class RoleHeld(Refusal):
    """The person has this role already."""


class NoStaff(Refusal):
    """The person has no role of the staff, or no longer."""


class RequestDecided(Refusal):
    """Another owner was faster, or it was withdrawn; `name` says whose word it was, `at` when."""


@dataclass(frozen=True)
class StaffLinks:
    """The living links, the newest first, each with who opened it; `last` is the newest ever made, or 0."""

    living: Sequence[tuple[Invitation, Person | None]]
    last: int


@dataclass(frozen=True)
class StaffRequest:
    """Who accepts the role of a link; `decided_by` and `decided_at` tell of the decision, if there is one."""

    invitation: Invitation
    person: Person
    role: Role
    decided_by: Person | None
    decided_at: datetime | None

    @property
    def is_open(self) -> bool:
        """Tell whether it waits for an owner."""
        return self.invitation.used_at is None and self.invitation.revoked_at is None


async def everyone(session: AsyncSession) -> Sequence[Person]:
    """List the staff, owners first, then by role, each in Vietnamese order."""
    found = (await session.exec(select(Person).where(col(Person.staff_role).is_not(None)))).all()
    return sorted(found, key=lambda one: (STAFF_ROLES.index(one.staff_role or Role.OBSERVER), sort_key(one.name)))


async def by_id(session: AsyncSession, *, person_id: int) -> Person:
    """Find one of the staff; raises NoStaff."""
    person = await session.get(Person, person_id)
    if person is None or person.staff_role is None:
        raise NoStaff
    return person


async def links(session: AsyncSession, *, now: datetime) -> StaffLinks:
    """List the links that could still be opened, or wait for their opener's word."""
    living = await invitations.living(session, kind=InvitationKind.STAFF, now=now)
    openers = {one.opened_by_id for one in living if one.opened_by_id is not None}
    known = {person.id: person for person in await session.exec(select(Person).where(col(Person.id).in_(openers)))}
    newest = select(func.max(col(Invitation.id))).where(Invitation.kind == InvitationKind.STAFF)
    return StaffLinks(
        living=[(one, known.get(one.opened_by_id)) for one in living],
        last=(await session.exec(newest)).one() or 0,
    )


async def invite(session: AsyncSession, *, role: Role, after: int, by: Person, now: datetime) -> tuple[str, datetime]:
    """Make a link for a role: its token, told this once, and when it runs out.

    `after` is the newest link that the owner saw (`Links.last`). Raises LinksChanged, LinksEnough, or OwnersStay
    for a role that is none of the staff's.
    """
    if role not in APPOINTED_ROLES:
        raise OwnersStay
    before = await links(session, now=now)
    if before.last != after:
        raise LinksChanged
    if len(before.living) >= MOST_LINKS:
        raise LinksEnough(limit=MOST_LINKS)
    token = await invitations.mint(session, kind=InvitationKind.STAFF, by=by, role=role, now=now)
    return token, now + invitations.LIFETIME[InvitationKind.STAFF]


async def living_link(
    session: AsyncSession, *, invitation_id: int, now: datetime
) -> tuple[Invitation, Person | None] | None:
    """Find a link with its opener; None where it no longer lives. Raises InvitationUnknown."""
    await _invitation(session, invitation_id)
    living = (await links(session, now=now)).living
    return next((one for one in living if one[0].id == invitation_id), None)


async def revoke(session: AsyncSession, *, invitation_id: int, by: Person, now: datetime) -> None:
    """Take a link back; who accepted already is turned down by it. Doing so twice changes nothing.

    Raises InvitationUnknown or InvitationUsed.
    """
    found = await _invitation(session, invitation_id)
    if found.used_at is not None:
        raise InvitationUsed
    if found.revoked_at is not None:
        return
    if await _is_accepted(session, invitation_id):
        await decline(session, invitation_id=invitation_id, by=by, now=now)
    else:
        invitations.revoke(session, invitation=found, by=by, now=now)
        await session.flush()


async def _invitation(session: AsyncSession, invitation_id: int) -> Invitation:
    found = await session.get(Invitation, invitation_id)
    if found is None or found.kind is not InvitationKind.STAFF:
        raise InvitationUnknown
    return found


async def _is_accepted(session: AsyncSession, invitation_id: int) -> bool:
    told = await session.exec(select(Broadcast.details).where(*broadcasts.about(STAFF, invitation_id)))
    return any(read(one, StaffNews) == StaffNews(StaffEvent.ASKED) for one in told)


def check(person: Person, invitation: Invitation) -> Role:
    """Give the role that a link is for, if the person may take it; raises OwnersStay, RoleHeld or InvitationUnknown."""
    if person.staff_role is Role.OWNER:
        raise OwnersStay
    if invitation.role is None:
        raise InvitationUnknown
    if person.staff_role is invitation.role:
        raise RoleHeld
    return invitation.role


async def accept(session: AsyncSession, *, invitation_id: int, person: Person, now: datetime) -> bool:
    """Accept the role of a link that the person opened: the owners are asked. Tell whether they were not asked before.

    Raises as `invitations.opened_by` and `check` do.
    """
    invitation = await invitations.opened_by(session, invitation_id=invitation_id, person=person, now=now)
    check(person, invitation)
    if await _is_accepted(session, invitation_id):
        return False
    owners = [id_of(owner) for owner in await accounts.owners(session)]
    await broadcasts.queue(
        session, kind=STAFF, people=owners, subject_id=invitation_id, details=StaffNews(StaffEvent.ASKED), now=now
    )
    _record(session, invitation_id, action="role-accepted", by=person, now=now)
    return True


def _record(session: AsyncSession, invitation_id: int, *, action: str, by: Person, now: datetime) -> None:
    audit.record(session, person=by, action=action, subject="invitation", subject_id=invitation_id, now=now)


async def request(session: AsyncSession, *, invitation_id: int) -> StaffRequest:
    """Find who accepts a role, and what became of it; raises InvitationUnknown."""
    invitation = await _invitation(session, invitation_id)
    person = await session.get(Person, invitation.opened_by_id) if invitation.opened_by_id else None
    if person is None or invitation.role is None or not await _is_accepted(session, invitation_id):
        raise InvitationUnknown
    entry = await audit.latest(session, subject="invitation", subject_id=invitation_id, actions=DECISIONS)
    by = await session.get(Person, entry.person_id) if entry is not None and entry.person_id else None
    return StaffRequest(
        invitation=invitation,
        person=person,
        role=invitation.role,
        decided_by=by,
        decided_at=invitation.used_at or invitation.revoked_at,
    )


async def open_request(session: AsyncSession, invitation_id: int) -> StaffRequest:
    """Find who accepts a role and waits for a decision; raises InvitationUnknown or RequestDecided."""
    asked = await request(session, invitation_id=invitation_id)
    if not asked.is_open:
        raise RequestDecided(name=(asked.decided_by and asked.decided_by.name) or "—", at=asked.decided_at)
    return asked


async def appoint(session: AsyncSession, *, invitation_id: int, by: Person, now: datetime) -> StaffRequest:
    """Give the role to who accepted it; raises InvitationUnknown, RequestDecided or OwnersStay."""
    asked = await open_request(session, invitation_id)
    if asked.person.staff_role is Role.OWNER:
        raise OwnersStay
    invitations.use(session, invitation=asked.invitation, person=by, now=now)
    await accounts.assign_role(session, person=asked.person, role=asked.role, by=by, now=now)
    await _settle(session, asked, what=StaffEvent.APPOINTED, by=by, now=now)
    return await request(session, invitation_id=invitation_id)


async def decline(session: AsyncSession, *, invitation_id: int, by: Person, now: datetime) -> StaffRequest:
    """Turn down who accepted the role; raises InvitationUnknown or RequestDecided."""
    asked = await open_request(session, invitation_id)
    invitations.revoke(session, invitation=asked.invitation, by=by, now=now)
    await _settle(session, asked, what=StaffEvent.DECLINED, by=by, now=now)
    return await request(session, invitation_id=invitation_id)


async def _settle(session: AsyncSession, asked: StaffRequest, *, what: StaffEvent, by: Person, now: datetime) -> None:
    """Show every owner whose word it was, and tell the person, unless it was their own."""
    await session.flush()
    invitation_id = id_of(asked.invitation)
    await show(session, invitation_id=invitation_id, now=now)
    if by.id == asked.person.id:
        return
    await broadcasts.queue(
        session,
        kind=STAFF,
        people=[id_of(asked.person)],
        subject_id=invitation_id,
        details=StaffNews(what),
        now=now,
    )


async def show(session: AsyncSession, *, invitation_id: int, now: datetime) -> None:
    """Have the owners' cards of a request edited in place."""
    await broadcasts.redraw(session, subject=STAFF.subject, subject_id=invitation_id, lane=Lane.REPLY, now=now)


async def redraw_revoked(session: AsyncSession, leaving: Leaving) -> None:
    """Have the owners' cards edited of requests by a person whose links were taken back because they leave."""
    own = leaving.person_id
    query = select(Invitation.id).where(
        or_(col(Invitation.opened_by_id) == own, col(Invitation.created_by_id) == own),
        Invitation.revoked_at == leaving.now,
    )
    for invitation_id in (await session.exec(query)).all():
        if invitation_id is not None:
            await show(session, invitation_id=invitation_id, now=leaving.now)


async def dismiss(session: AsyncSession, *, person_id: int, by: Person, now: datetime) -> Person:
    """Take a person's role away, and tell them; raises NoStaff or OwnersStay."""
    person = await by_id(session, person_id=person_id)
    if person.staff_role is Role.OWNER:
        raise OwnersStay
    news = StaffNews(StaffEvent.DISMISSED, person.staff_role)
    await accounts.assign_role(session, person=person, role=None, by=by, now=now)
    await broadcasts.queue(session, kind=STAFF, people=[person_id], details=news, now=now)
    return person


async def step_down(session: AsyncSession, *, person: Person, now: datetime) -> None:
    """Give up one's own role; the owners are told."""
    news = StaffNews(StaffEvent.STEPPED_DOWN, person.staff_role)
    await accounts.assign_role(session, person=person, role=None, by=person, now=now)
    owners = [id_of(owner) for owner in await accounts.owners(session)]
    await broadcasts.queue(session, kind=STAFF, people=owners, details=news, now=now)
