"""Invitation sheets: businesses that were imported and have nobody yet, and a link for each of them.

Only a hash of a link is kept, so that the sheet is the one place where it can be read.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from models.invitations import Invitation, InvitationKind
from models.members import SPEAKING_OR_WAITING, ContactKind, Member, MemberStatus, Representative
from models.people import Person
from services.ground import audit
from services.notation.spelling import sort_key
from services.people import invitations
from services.places import communes

LIFETIME = timedelta(days=60)
# So many links in one transaction: each is a row and a line in the record.
AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Invited:
    """A business that waits for a representative."""

    member_id: int
    tax_code: str
    name: str
    commune_code: str


async def waiting(
    session: AsyncSession, *, commune_code: str | None = None, registered_at: datetime | None = None
) -> list[Invited]:
    """List the invited businesses without a representative, of one commune or one import if asked, in no order."""
    query = select(Member.id, Member.tax_code, Member.name, Member.commune_code).where(*_waits())
    if commune_code is not None:
        query = query.where(Member.commune_code == commune_code)
    if registered_at is not None:
        query = query.where(Member.registered_at == registered_at)
    return [Invited(number or 0, tax_code, name, code) for number, tax_code, name, code in await session.exec(query)]


async def count_printed(
    session: AsyncSession, *, commune_code: str | None = None, registered_at: datetime | None = None, now: datetime
) -> int:
    """Count the businesses that wait and hold a link that nobody has opened: new sheets would make it void."""
    waits = await waiting(session, commune_code=commune_code, registered_at=registered_at)
    query = select(Invitation.member_id).where(*_unopened(), col(Invitation.expires_at) > now)
    holding = set(await session.exec(query))
    return sum(business.member_id in holding for business in waits)


async def count_by_commune(session: AsyncSession, *, province_code: str) -> list[tuple[str, int]]:
    """Count the businesses that wait by commune (code), the communes in Vietnamese order."""
    query = select(Member.commune_code, func.count()).where(*_waits()).group_by(col(Member.commune_code))
    counts = dict((await session.exec(query)).all())
    return [(code, counts[code]) for code in _order(counts, province_code)]


def _waits() -> tuple[ColumnElement[bool], ...]:
    """Tell which businesses wait: invited ones for which nobody speaks or asked to."""
    spoken_for = select(Representative.id).where(
        Representative.member_id == Member.id, col(Representative.status).in_(SPEAKING_OR_WAITING)
    )
    return col(Member.status) == MemberStatus.INVITED, ~spoken_for.exists()


def in_order(businesses: Collection[Invited], *, province_code: str) -> list[Invited]:
    """Put businesses in Vietnamese order: by commune, then by name."""
    there = {business.commune_code for business in businesses}
    places = {code: place for place, code in enumerate(_order(there, province_code))}
    return sorted(businesses, key=lambda one: (places[one.commune_code], sort_key(one.name), one.member_id))


def _order(there: Collection[str], province_code: str) -> list[str]:
    """Put communes (codes) in Vietnamese order; those of another province come last."""
    own = [commune.code for commune in communes.communes(province_code) if commune.code in there]
    return [*own, *sorted(set(there) - set(own))]


async def invite(
    session: AsyncSession, *, businesses: Sequence[Invited], by: Person | None, now: datetime
) -> dict[int, str]:
    """Make a link for each of at most some hundred businesses: tokens by member id, told this once.

    Older links of the same businesses that nobody has opened are taken back.
    """
    await _revoke_unopened(session, [business.member_id for business in businesses], by=by, now=now)
    return {
        business.member_id: await invitations.mint(
            session,
            kind=InvitationKind.REPRESENTATIVE,
            by=by,
            member_id=business.member_id,
            contact=ContactKind.PRIMARY,
            lifetime=LIFETIME,
            now=now,
        )
        for business in businesses
    }


def _unopened() -> tuple[ColumnElement[bool], ...]:
    """Tell which links to represent a business nobody has opened, and nobody taken back."""
    return (
        col(Invitation.kind) == InvitationKind.REPRESENTATIVE,
        col(Invitation.opened_by_id).is_(None),
        col(Invitation.used_at).is_(None),
        col(Invitation.revoked_at).is_(None),
    )


async def _revoke_unopened(
    session: AsyncSession, member_ids: Sequence[int], *, by: Person | None, now: datetime
) -> None:
    unopened = (*_unopened(), col(Invitation.member_id).in_(member_ids))
    older = (await session.exec(select(Invitation.id, Invitation.member_id).where(*unopened))).all()
    if not older:
        return
    await session.exec(update(Invitation).where(*unopened).values(revoked_at=now))
    for invitation_id, member_id in older:
        audit.record(
            session,
            person=by,
            action="invitation-revoked",
            subject="invitation",
            subject_id=invitation_id,
            now=now,
            after={"kind": InvitationKind.REPRESENTATIVE, "member_id": member_id},
        )


async def invited_at(session: AsyncSession, *, moments: Collection[datetime]) -> set[int]:
    """Tell which businesses (ids) got their links at some instants: those of sheets that went out already."""
    query = select(Invitation.member_id).where(
        Invitation.kind == InvitationKind.REPRESENTATIVE, col(Invitation.created_at).in_(moments)
    )
    return {member_id for member_id in await session.exec(query) if member_id is not None}
