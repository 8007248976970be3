"""Two entries of one business become one: a coordinator chooses which stays and which values count.

All that belonged to the other one moves to the one that stays, in one transaction. It cannot be undone: nobody could
tell afterwards whose each answer was.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import func, insert, literal
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import Application, ApplicationKind
from models.groups import Group
from models.identity import id_of
from models.members import (
    Member,
    MemberSector,
    MemberStatus,
    Representative,
    RepresentativeStatus,
)
from models.people import Person
from models.responses import Response
from models.roster import RosterEntry
from models.tasks import Task
from services.applications import requests as applications
from services.business import suspension
from services.duty import rota
from services.ground import audit
from services.ground.faces import ServiceFace
from services.ground.holding_types import Merging, Moved
from services.ground.refusals import Refusal
from services.groups import bindings
from services.members import entries, freshness, renaming, representatives
from services.notation.spelling import search_key, tidy_line
from services.people import accounts, businesses, latecomers
from services.people.businesses import Profile

MERGEABLE = (MemberStatus.APPROVED, MemberStatus.INVITED)
OFFERED = 8
ECHOED = 40
MERGED = "merged"


class NotMergeable(Refusal):
    """Only businesses that are in the network or invited are merged; `name` is what this one is called."""


class SameBusiness(Refusal):
    """A business is not merged with itself."""


class ChangeWaits(Refusal):
    """A change of `name` waits for a decision, which comes first."""


class NobodyLikeThat(Refusal):
    """No business that could be merged is called like `text`."""


class Field(StrEnum):
    """What two entries may say differently, and a coordinator chooses between."""

    NAME = "name"
    SECTORS = "sectors"
    COMMUNE = "commune"
    PHONE = "phone"


@dataclass(frozen=True)
class Side:
    """One of two entries, and how much hangs on it."""

    profile: Profile
    answers: int
    tasks: int
    group: Group | None
    on_duty: bool

    @property
    def member(self) -> Member:
        """The entry itself."""
        return self.profile.member

    @property
    def speaking(self) -> Sequence[Representative]:
        """Those who speak for it now."""
        return [one for one in self.profile.representatives if one.status is RepresentativeStatus.APPROVED]

    def value(self, field: Field) -> Any:
        """Tell what it says of a field."""
        return {
            Field.NAME: self.member.name,
            Field.SECTORS: tuple(self.profile.sectors),
            Field.COMMUNE: self.member.commune_code,
            Field.PHONE: self.member.phone,
        }[field]


def differing(one: Side, other: Side) -> Sequence[Field]:
    """List the fields that two entries say differently."""
    return [field for field in Field if one.value(field) != other.value(field)]


async def find(session: AsyncSession, *, text: str, apart_from: int) -> Sequence[Member]:
    """Find what a business (id) may be merged with, by tax code or words of the name; raises NobodyLikeThat."""
    words = search_key(text).split()
    name = literal(" ") + col(RosterEntry.name_key)
    fitting: list[ColumnElement[bool]] = [
        name.contains(f" {word}", autoescape=True) | col(Member.tax_code).startswith(word, autoescape=True)
        for word in words
    ]
    query = (
        select(Member)
        .join(RosterEntry, col(RosterEntry.member_id) == col(Member.id))
        .where(col(Member.id) != apart_from, col(Member.status).in_(MERGEABLE), *fitting)
        .order_by(col(RosterEntry.sort_key))
        .limit(OFFERED)
    )
    found = (await session.exec(query)).all() if words else ()
    if not found:
        raise NobodyLikeThat(text=tidy_line(text)[:ECHOED])
    return found


async def side(session: AsyncSession, *, member_id: int) -> Side:
    """Gather what is known of one entry; raises MemberUnknown, NotMergeable or ChangeWaits."""
    member = await suspension.by_id(session, member_id=member_id)
    if member.status not in MERGEABLE:
        raise NotMergeable(name=member.name)
    changing = select(Application.id).where(
        Application.member_id == member_id,
        Application.kind == ApplicationKind.CHANGE,
        col(Application.status).in_(applications.OPEN),
    )
    if (await session.exec(changing)).first() is not None:
        raise ChangeWaits(name=member.name)
    answers = select(func.count()).where(Response.member_id == member_id)
    tasks = select(func.count()).where(Task.member_id == member_id)
    return Side(
        profile=await businesses.profile(session, member=member),
        answers=(await session.exec(answers)).one(),
        tasks=(await session.exec(tasks)).one(),
        group=await bindings.of_member(session, member_id=member_id),
        on_duty=await rota.is_kept(session, member_id=member_id),
    )


async def sides(session: AsyncSession, *, kept_id: int, other_id: int) -> tuple[Side, Side]:
    """Gather both entries; raises SameBusiness, or as `side` does."""
    if kept_id == other_id:
        raise SameBusiness
    return await side(session, member_id=kept_id), await side(session, member_id=other_id)


async def merge(
    session: AsyncSession,
    *,
    kept_id: int,
    other_id: int,
    others: Sequence[Field],
    wings: Sequence[ServiceFace],
    by: Person,
    now: datetime,
) -> Member:
    """Merge the other entry into the one that stays, with the other's values of some fields; give what stays.

    The wings say what goes along of what they hold. Raises as `sides` does.
    """
    kept, other = await sides(session, kept_id=kept_id, other_id=other_id)
    merging = Merging(kept_id, other_id, by=by, now=now)
    steps = [held.merger for wing in wings for held in wing.members if isinstance(held.merger, Moved)]
    for settle in dict.fromkeys(step.settled for step in steps if step.settled):
        await settle(session, merging)
    await _take_values(session, kept, other, others)
    _take_standing(kept.member, other.member, now=now)
    other.member.merged_into_id = kept_id
    for move in dict.fromkeys(step.by for step in steps):
        await move(session, merging)
    other.member.status = MemberStatus.MERGED
    other.member.confirmation_asked_at = other.member.confirmation_due_at = None
    await session.flush()
    await entries.refresh(session, member_ids=[kept_id, other_id])
    _record(session, kept_id, other_id, others, by=by, now=now)
    await _tell(session, kept_id, now=now)
    return kept.member


def _record(
    session: AsyncSession, kept_id: int, other_id: int, others: Sequence[Field], *, by: Person, now: datetime
) -> None:
    """Put the merger on record for both entries."""
    after = {"kept_id": kept_id, "merged_id": other_id, "fields_of_merged": [field.value for field in others]}
    for member_id in (kept_id, other_id):
        audit.record(
            session, person=by, action="members-merged", subject="member", subject_id=member_id, now=now, after=after
        )


async def _take_values(session: AsyncSession, kept: Side, other: Side, others: Sequence[Field]) -> None:
    """Take over the other entry's values of some fields. The replaced values stay with the merged entry."""
    one, two = kept.member, other.member
    if Field.NAME in others:
        ones, twos = one.name, two.name
        renaming.rename(one, name=twos)
        renaming.rename(two, name=ones)
    if Field.COMMUNE in others:
        one.commune_code, two.commune_code = two.commune_code, one.commune_code
    if Field.PHONE in others:
        one.phone, two.phone = two.phone, one.phone
    if Field.SECTORS in others:
        pairs = ((one, other.profile.sectors), (two, kept.profile.sectors))
        both = (id_of(one), id_of(two))
        await session.exec(delete(MemberSector).where(col(MemberSector.member_id).in_(both)))
        rows = [{"member_id": id_of(member), "sector": sector} for member, sectors in pairs for sector in sectors]
        await session.exec(insert(MemberSector), params=rows)
    await session.flush()


def _take_standing(kept: Member, other: Member, *, now: datetime) -> None:
    """Be in the network if either was."""
    if kept.status is MemberStatus.INVITED and other.status is MemberStatus.APPROVED:
        kept.status, kept.approved_at = MemberStatus.APPROVED, other.approved_at
        kept.confirmed_at = other.confirmed_at
        freshness.plan(kept, now=now)


async def _tell(session: AsyncSession, kept_id: int, *, now: datetime) -> None:
    """Tell everyone who speaks for the business now, bring their menus and cards in line."""
    speaking = [one.person_id for one in await representatives.of(session, member_id=kept_id)]
    for person_id in speaking:
        person = await session.get_one(Person, person_id)
        await accounts.refresh_menu(session, person=person)
        latecomers.expect(session, person_id=person_id, at=now)
    await representatives.tell(session, what=MERGED, member_id=kept_id, people=speaking, now=now)
    await suspension.redraw_what_is_open(session, member_id=kept_id, now=now)
