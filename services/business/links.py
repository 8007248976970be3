"""Links by which a business's own people, or coordinators, invite somebody to speak for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.invitations import Invitation, InvitationKind
from models.members import ContactKind, Member, MemberStatus
from models.people import Person
from services.ground.refusals import Refusal
from services.members import representatives
from services.members.representatives import NotYourBusiness
from services.people import accounts, invitations
from services.people.invitations import InvitationUnknown, InvitationUsed

MOST = 8
INVITING = (MemberStatus.APPROVED, MemberStatus.INVITED)


class LinksChanged(Refusal):
    """Another link was made since the list was shown: a second tap makes no second one."""


class LinksEnough(Refusal):
    """A business has `limit` living links already."""


@dataclass(frozen=True)
class Links:
    """A business's living links, the newest first, each with its opener; `last` is the newest ever made, or 0."""

    member: Member
    living: Sequence[tuple[Invitation, Person | None]]
    last: int


async def of(session: AsyncSession, *, member_id: int, by: Person, now: datetime) -> Links:
    """List the living links of a business to a person who may invite; raises NotYourBusiness or PrimaryContactOnly."""
    member = await _inviting(session, member_id=member_id, by=by)
    return await _links(session, member, now=now)


async def _links(session: AsyncSession, member: Member, *, now: datetime) -> Links:
    member_id = id_of(member)
    living = await invitations.living(session, kind=InvitationKind.REPRESENTATIVE, member_id=member_id, now=now)
    openers = {one.opened_by_id for one in living if one.opened_by_id is not None}
    known = {person.id: person for person in await session.exec(select(Person).where(col(Person.id).in_(openers)))}
    newest = select(func.max(col(Invitation.id))).where(
        Invitation.kind == InvitationKind.REPRESENTATIVE, Invitation.member_id == member_id
    )
    return Links(
        member=member,
        living=[(one, known.get(one.opened_by_id)) for one in living],
        last=(await session.exec(newest)).one() or 0,
    )


async def _inviting(session: AsyncSession, *, member_id: int, by: Person) -> Member:
    """Find a business for which a person may invite: a coordinator, or one who manages its people."""
    if by.staff_role not in accounts.COORDINATORS:
        return (await representatives.managing(session, member_id=member_id, person=by)).member
    member = await session.get(Member, member_id)
    if member is None or member.status not in INVITING:
        raise NotYourBusiness
    return member


async def make(
    session: AsyncSession, *, member_id: int, contact: ContactKind, after: int, by: Person, now: datetime
) -> tuple[str, Invitation]:
    """Make a link for a primary or a backup contact: its token, told this once, and what is kept of it.

    `after` is the newest link that the person saw (`Links.last`). Raises NotYourBusiness, PrimaryContactOnly,
    LinksChanged or LinksEnough.
    """
    member = await _inviting(session, member_id=member_id, by=by)
    before = await _links(session, member, now=now)
    if before.last != after:
        raise LinksChanged
    if len(before.living) >= MOST:
        raise LinksEnough(limit=MOST)
    token = await invitations.mint(
        session, kind=InvitationKind.REPRESENTATIVE, by=by, member_id=member_id, contact=contact, now=now
    )
    made, _ = (await _links(session, member, now=now)).living[0]
    return token, made


async def beside(session: AsyncSession, *, invitation_id: int, by: Person, now: datetime) -> Links:
    """List the living links of the business whose link one is, or was; raises what `revoke` raises."""
    _, member = await _to_revoke(session, invitation_id=invitation_id, by=by)
    return await _links(session, member, now=now)


async def revoke(session: AsyncSession, *, invitation_id: int, by: Person, now: datetime) -> Member:
    """Take a link back; doing so twice changes nothing.

    Raises InvitationUnknown, NotYourBusiness, PrimaryContactOnly or InvitationUsed.
    """
    found, member = await _to_revoke(session, invitation_id=invitation_id, by=by)
    if found.revoked_at is None:
        invitations.revoke(session, invitation=found, by=by, now=now)
        await session.flush()
    return member


async def _to_revoke(session: AsyncSession, *, invitation_id: int, by: Person) -> tuple[Invitation, Member]:
    """Find a link that a person may take back, with its business."""
    found = await session.get(Invitation, invitation_id)
    if found is None or found.kind is not InvitationKind.REPRESENTATIVE or found.member_id is None:
        raise InvitationUnknown
    member = await _inviting(session, member_id=found.member_id, by=by)
    if found.used_at is not None:
        raise InvitationUsed
    return found, member


async def revoke_all(session: AsyncSession, *, member_id: int, by: Person, now: datetime) -> None:
    """Take back all living links of a business that leaves."""
    for kind in (InvitationKind.REPRESENTATIVE, InvitationKind.GROUP):
        for living in await invitations.living(session, kind=kind, member_id=member_id, now=now):
            invitations.revoke(session, invitation=living, by=by, now=now)
