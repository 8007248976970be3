"""Invitations: links that are used once, kept as a hash, bound to the first who opens them, and running out."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.invitations import Invitation, InvitationKind
from models.members import ContactKind
from models.people import Person, Role
from services.ground import audit
from services.ground.refusals import Refusal

# 192 bits: nobody guesses one (docs/telegram.md asks for 128), and 32 characters fit into a deep link's 64.
TOKEN_BYTES = 24
LIFETIME = {
    InvitationKind.REPRESENTATIVE: timedelta(days=14),
    InvitationKind.STAFF: timedelta(days=2),
    InvitationKind.GROUP: timedelta(hours=1),
}
KEEP = timedelta(days=365)


class InvitationUnknown(Refusal):
    """There is no such link, or it was taken back."""


class InvitationExpired(Refusal):
    """The link ran out at `at`."""


class InvitationUsed(Refusal):
    """The link has done its work already."""


class InvitationTaken(Refusal):
    """Somebody else opened the link first; it is theirs."""


async def mint(
    session: AsyncSession,
    *,
    kind: InvitationKind,
    by: Person | None,
    now: datetime,
    member_id: int | None = None,
    contact: ContactKind | None = None,
    role: Role | None = None,
    lifetime: timedelta | None = None,
) -> str:
    """Make a link's token; it is told this once, and only its hash is kept."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    invitation = Invitation(
        token_hash=_hash(token),
        kind=kind,
        member_id=member_id,
        contact=contact,
        role=role,
        created_by_id=by.id if by else None,
        created_at=now,
        expires_at=now + (lifetime or LIFETIME[kind]),
    )
    session.add(invitation)
    await session.flush()
    _record(session, invitation, action="invitation-made", person=by, now=now)
    return token


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


async def open_by(session: AsyncSession, *, token: str, person: Person, now: datetime) -> Invitation:
    """Open a link: the first person to do so is bound to it, and may open it again until it is used.

    Raises InvitationUnknown, InvitationExpired, InvitationUsed or InvitationTaken.
    """
    found = (await session.exec(select(Invitation).where(Invitation.token_hash == _hash(token)))).first()
    if found is None:
        raise InvitationUnknown
    return _opened(session, found, person=person, now=now)


async def opened_by(session: AsyncSession, *, invitation_id: int, person: Person, now: datetime) -> Invitation:
    """Find a link that this person has opened and may still use; raises as `open_by` does."""
    found = await session.get(Invitation, invitation_id)
    if found is None or found.opened_by_id is None:
        raise InvitationUnknown
    return _opened(session, found, person=person, now=now)


def _opened(session: AsyncSession, found: Invitation, *, person: Person, now: datetime) -> Invitation:
    if found.revoked_at is not None:
        raise InvitationUnknown
    if found.opened_by_id not in (None, person.id):
        raise InvitationTaken
    if found.used_at is not None:
        raise InvitationUsed
    if found.expires_at <= now:
        raise InvitationExpired(at=found.expires_at)
    if found.opened_by_id is None:
        found.opened_by_id, found.opened_at = id_of(person), now
        _record(session, found, action="invitation-opened", person=person, now=now)
    return found


def use(session: AsyncSession, *, invitation: Invitation, person: Person, now: datetime) -> None:
    """Keep that a link has done its work."""
    invitation.used_at = now
    _record(session, invitation, action="invitation-used", person=person, now=now)


async def living(
    session: AsyncSession, *, kind: InvitationKind, now: datetime, member_id: int | None = None
) -> Sequence[Invitation]:
    """List the links of a kind (of one business) that could still be opened or used, the newest first."""
    query = (
        select(Invitation)
        .where(
            Invitation.kind == kind,
            col(Invitation.used_at).is_(None),
            col(Invitation.revoked_at).is_(None),
            Invitation.expires_at > now,
        )
        .order_by(col(Invitation.id).desc())
    )
    if member_id is not None:
        query = query.where(Invitation.member_id == member_id)
    return (await session.exec(query)).all()


def revoke(session: AsyncSession, *, invitation: Invitation, by: Person, now: datetime) -> None:
    """Take a link back."""
    invitation.revoked_at = now
    _record(session, invitation, action="invitation-revoked", person=by, now=now)


async def forget_old(session: AsyncSession, *, now: datetime) -> None:
    """Delete links that ran out a year ago and never led to anything."""
    await session.exec(
        delete(Invitation).where(col(Invitation.expires_at) < now - KEEP, col(Invitation.used_at).is_(None))
    )


def _record(
    session: AsyncSession, invitation: Invitation, *, action: str, person: Person | None, now: datetime
) -> None:
    audit.record(
        session,
        person=person,
        action=action,
        subject="invitation",
        subject_id=invitation.id,
        now=now,
        after={"kind": invitation.kind, "member_id": invitation.member_id, "role": invitation.role},
    )
