"""Two entries of one business become one: a coordinator chooses which stays and which values count.

All that belonged to the other one moves to the one that stays, in one transaction. It cannot be undone: nobody could
tell afterwards whose each answer was.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import func, insert, literal, update
from sqlalchemy.orm import aliased
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import Application, ApplicationKind
from models.broadcasts import Broadcast
from models.duty import DutyHours, DutyWeek
from models.groups import Group
from models.identity import id_of
from models.incidents import Alerted
from models.invitations import Invitation
from models.members import (
    ContactKind,
    Member,
    MemberCapability,
    MemberSector,
    MemberStatus,
    Representative,
    RepresentativeStatus,
)
from models.people import Person
from models.responses import Response
from models.roster import ContactLook, RosterEntry
from models.tasks import Task, TaskChange
from services.applications import requests as applications
from services.business import suspension
from services.ground import audit
from services.ground.refusals import Refusal
from services.ground.spelling import search_key, tidy_line
from services.groups import bindings
from services.members import entries, freshness, representatives
from services.people import accounts, businesses
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
        on_duty=await _is_on_duty(session, member_id),
    )


async def _is_on_duty(session: AsyncSession, member_id: int) -> bool:
    for table in (DutyHours, DutyWeek):
        if (await session.exec(select(table).where(table.member_id == member_id).limit(1))).first() is not None:
            return True
    return False


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
    by: Person,
    now: datetime,
) -> Member:
    """Merge the other entry into the one that stays, with the other's values of some fields; give what stays.

    Raises as `sides` does.
    """
    kept, other = await sides(session, kept_id=kept_id, other_id=other_id)
    if other.group is not None:
        await _settle_group(session, kept, other.group, by=by, now=now)
    await _take_values(session, kept, other, others)
    _take_standing(kept.member, other.member, now=now)
    await _move_people(session, kept, other, by=by, now=now)
    await _move_capabilities(session, kept, other)
    await _move_answers(session, kept_id, other_id)
    await _move_duty(session, kept, other)
    await _move_the_rest(session, kept_id, other_id)
    other.member.status, other.member.merged_into_id = MemberStatus.MERGED, kept_id
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


async def _settle_group(session: AsyncSession, kept: Side, group: Group, *, by: Person, now: datetime) -> None:
    """Give the other's group to the one that stays, unless that has its own: then it is let go, and told."""
    if kept.group is not None:
        await bindings.unbind(session, group=group, by=by, now=now)
    else:
        group.member_id = id_of(kept.member)
    await session.flush()


async def _take_values(session: AsyncSession, kept: Side, other: Side, others: Sequence[Field]) -> None:
    """Let the other's values of some fields count; those that they replace stay with the entry that is merged."""
    one, two = kept.member, other.member
    if Field.NAME in others:
        one.name, two.name = two.name, one.name
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


async def _move_people(session: AsyncSession, kept: Side, other: Side, *, by: Person, now: datetime) -> None:
    """Let everybody who speaks for the other speak for the one that stays, which keeps its own primary contact."""
    kept_id, other_id = id_of(kept.member), id_of(other.member)
    await _settle_double_applications(session, kept_id, other_id, by=by, now=now)
    has_primary = any(one.contact is ContactKind.PRIMARY for one in kept.speaking)
    of_kept = select(Representative).where(Representative.member_id == kept_id)
    known = {one.person_id: one for one in (await session.exec(of_kept)).all()}
    moving = (await session.exec(select(Representative).where(Representative.member_id == other_id))).all()
    for one in moving:
        one.primary_offered_by_id = one.primary_offered_at = None
        if has_primary:
            one.contact = ContactKind.BACKUP
        double = known.get(one.person_id)
        if double is None:
            one.member_id = kept_id
        else:
            _prefer(double, one)
            await session.delete(one)
    await session.flush()


def _prefer(kept: Representative, other: Representative) -> None:
    """Of two entries of one person, let the better standing count."""
    order = (RepresentativeStatus.APPROVED, RepresentativeStatus.PENDING)
    ranks = [order.index(one.status) if one.status in order else len(order) for one in (kept, other)]
    if ranks[1] < ranks[0]:
        kept.name, kept.title, kept.phone = other.name, other.title, other.phone
        kept.contact, kept.status = other.contact, other.status


async def _settle_double_applications(
    session: AsyncSession, kept_id: int, other_id: int, *, by: Person, now: datetime
) -> None:
    """Let only one application of a person wait, and none of a person who speaks for the one that stays."""
    in_kept = select(Application.person_id).where(
        Application.member_id == kept_id, col(Application.status).in_(applications.OPEN)
    )
    speaking = select(Representative.person_id).where(
        Representative.member_id == kept_id, Representative.status == RepresentativeStatus.APPROVED
    )
    query = select(Application).where(
        Application.member_id == other_id,
        col(Application.status).in_(applications.OPEN),
        col(Application.person_id).in_(in_kept) | col(Application.person_id).in_(speaking),
    )
    for application in (await session.exec(query)).all():
        await applications.withdraw(session, application=application, person=by, now=now)


async def _move_capabilities(session: AsyncSession, kept: Side, other: Side) -> None:
    """Add what only the other had; where both say a headcount, that of the one that stays counts."""
    kept_id, other_id = id_of(kept.member), id_of(other.member)
    await session.exec(
        update(MemberCapability)
        .where(
            col(MemberCapability.member_id) == other_id,
            col(MemberCapability.capability_id).not_in(kept.profile.capabilities),
        )
        .values(member_id=kept_id)
        .execution_options(synchronize_session=False)
    )
    left = delete(MemberCapability).where(col(MemberCapability.member_id) == other_id)
    await session.exec(left.execution_options(synchronize_session=False))


async def _move_answers(session: AsyncSession, kept_id: int, other_id: int) -> None:
    """Move the record of the alerted, and the answers to incidents to which the one that stays gave none."""
    double = aliased(Alerted)
    twice = (
        select(literal(1))
        .where(
            double.incident_id == col(Alerted.incident_id),
            double.person_id == col(Alerted.person_id),
            double.member_id == kept_id,
        )
        .exists()
    )
    await session.exec(
        update(Alerted)
        .where(col(Alerted.member_id) == other_id, ~twice)
        .values(member_id=kept_id)
        .execution_options(synchronize_session=False)
    )
    await session.exec(
        delete(Alerted).where(col(Alerted.member_id) == other_id).execution_options(synchronize_session=False)
    )
    answered = select(Response.incident_id).where(Response.member_id == kept_id)
    query = select(Response).where(Response.member_id == other_id, col(Response.incident_id).not_in(answered))
    for response in (await session.exec(query)).all():
        response.member_id = kept_id
    await session.flush()


async def _move_duty(session: AsyncSession, kept: Side, other: Side) -> None:
    """Take over the other's duty roster where there is none; two would contradict each other."""
    for table in (DutyHours, DutyWeek):
        theirs = col(table.member_id) == id_of(other.member)
        if not kept.on_duty:
            moved = update(table).where(theirs).values(member_id=id_of(kept.member))
            await session.exec(moved.execution_options(synchronize_session=False))
        await session.exec(delete(table).where(theirs).execution_options(synchronize_session=False))


async def _move_the_rest(session: AsyncSession, kept_id: int, other_id: int) -> None:
    """Move tasks, applications, links, looks and messages, and what was merged into the other before."""
    for table in (Task, TaskChange, Application, Invitation, ContactLook, Broadcast):
        await session.exec(
            update(table)
            .where(col(table.member_id) == other_id)
            .values(member_id=kept_id)
            .execution_options(synchronize_session="fetch")
        )
    await session.exec(update(Member).where(col(Member.merged_into_id) == other_id).values(merged_into_id=kept_id))


async def _tell(session: AsyncSession, kept_id: int, *, now: datetime) -> None:
    """Tell everyone who speaks for the business now, bring their menus and cards in line."""
    speaking = [one.person_id for one in await representatives.of(session, member_id=kept_id)]
    for person_id in speaking:
        person = await session.get_one(Person, person_id)
        await accounts.refresh_menu(session, person=person)
    await representatives.tell(session, topic=MERGED, member_id=kept_id, people=speaking, now=now)
    await suspension.redraw_what_is_open(session, member_id=kept_id, now=now)
