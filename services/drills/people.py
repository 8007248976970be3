"""Who takes part in a drill: the businesses of its circle, and the people who speak for them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from models.drills import Drill, DrillMember
from models.identity import id_of
from models.members import Member, MemberSector, MemberStatus, Representative, RepresentativeStatus, Sector
from models.scripts import ScriptStep, StepRole
from services.ground.refusals import Refusal
from services.people import businesses
from services.people.businesses import may_be_spoken_for

PARTAKING = SQLModel.metadata.tables[DrillMember.__tablename__]
# The sectors of which businesses get an inject that is meant for one.
SECTORS = {StepRole.TELECOM: Sector.TELECOM, StepRole.POSTAL: Sector.POSTAL, StepRole.IT: Sector.IT}


class NobodyToDrill(Refusal):
    """Nobody takes part: no business of the circle has anybody who speaks for it."""


@dataclass(frozen=True)
class DrillCircle:
    """Whose drill it is: a sector's, that of some communes (codes), of those in an earlier one (id), or everybody's."""

    sector: Sector | None = None
    communes: tuple[str, ...] = ()
    as_in_id: int | None = None


EVERYBODY = DrillCircle()


def circle_of(drill: Drill) -> DrillCircle:
    """Tell whose drill one is."""
    return DrillCircle(drill.sector, tuple(drill.communes), drill.as_in_id)


async def in_circle(session: AsyncSession, *, circle: DrillCircle, now: datetime) -> Sequence[int]:
    """List the businesses (ids) of a circle for which somebody speaks, and that are there."""
    query = (
        select(Representative.member_id)
        .join(Member, col(Member.id) == col(Representative.member_id))
        .where(*spoken_for(circle.sector, now=now))
        .distinct()
        .order_by(col(Representative.member_id))
    )
    if circle.communes:
        query = query.where(col(Member.commune_code).in_(circle.communes))
    if circle.as_in_id is not None:
        as_in = partaking_in(circle.as_in_id)
        query = query.where(col(Representative.member_id).in_(as_in))
    return (await session.exec(query)).all()


def spoken_for(sector: Sector | None, *, now: datetime) -> Sequence[ColumnElement[bool]]:
    """Make the conditions that a person speaks for a business of a sector, or of any, which can be called now."""
    speaks = col(Representative.status) == RepresentativeStatus.APPROVED
    if sector is None:
        return speaks, businesses.may_be_called(now)
    of_sector = col(Member.id).in_(select(MemberSector.member_id).where(MemberSector.sector == sector))
    return speaks, businesses.may_be_called(now), of_sector


async def enrol(session: AsyncSession, *, drill: Drill, now: datetime) -> None:
    """Keep who takes part from now on, whatever changes in the network afterwards."""
    named = {*await _kept(session, drill), *await _taken_out(session, drill)}
    members = [one for one in await in_circle(session, circle=circle_of(drill), now=now) if one not in named]
    rows = [{"drill_id": id_of(drill), "member_id": member_id} for member_id in members]
    if rows:
        await (await session.connection()).execute(insert(PARTAKING), rows)


async def count(session: AsyncSession, *, drill: Drill, now: datetime) -> int:
    """Count the businesses that take part, or would if it began now."""
    return len(await members_of(session, drill=drill, now=now))


async def members_of(session: AsyncSession, *, drill: Drill, now: datetime) -> Sequence[int]:
    """List the businesses (ids) that take part, or would if it began now."""
    kept = await _kept(session, drill)
    if drill.began_at is not None:
        return kept
    out = set(await _taken_out(session, drill))
    circle = [one for one in await in_circle(session, circle=circle_of(drill), now=now) if one not in out]
    return list(dict.fromkeys([*circle, *kept]))


def partaking_in(drill_id: int) -> SelectOfScalar[int]:
    """Select the businesses (ids) that are kept as those of a drill (id)."""
    return select(DrillMember.member_id).where(
        DrillMember.drill_id == drill_id, col(DrillMember.taken_out_at).is_(None)
    )


async def _kept(session: AsyncSession, drill: Drill) -> Sequence[int]:
    return (await session.exec(partaking_in(id_of(drill)))).all()


async def _taken_out(session: AsyncSession, drill: Drill) -> Sequence[int]:
    query = select(DrillMember.member_id).where(
        DrillMember.drill_id == id_of(drill), col(DrillMember.taken_out_at).is_not(None)
    )
    return (await session.exec(query)).all()


async def added(session: AsyncSession, *, drill: Drill) -> Sequence[int]:
    """List the businesses (ids) that were added by name."""
    query = partaking_in(id_of(drill)).where(col(DrillMember.added_at).is_not(None))
    return (await session.exec(query.order_by(col(DrillMember.member_id)))).all()


async def add(session: AsyncSession, *, drill: Drill, member_id: int, now: datetime) -> None:
    """Let a business take part that was named; of a drill that has begun, it gets what is still to come."""
    await session.merge(DrillMember(drill_id=id_of(drill), member_id=member_id, added_at=now, taken_out_at=None))
    await session.flush()


async def take_out(session: AsyncSession, *, drill: Drill, member_id: int, now: datetime) -> None:
    """Let a business take no part, of the circle or added by name."""
    await session.merge(DrillMember(drill_id=id_of(drill), member_id=member_id, added_at=None, taken_out_at=now))
    await session.flush()


async def getting(session: AsyncSession, *, drill: Drill, step: ScriptStep) -> Sequence[int]:
    """List those who take part (business ids) and get an inject."""
    query = partaking_in(id_of(drill))
    if step.role is StepRole.NAMED:
        query = query.where(DrillMember.member_id == step.member_id)
    elif step.role in SECTORS:
        of_sector = select(MemberSector.member_id).where(MemberSector.sector == SECTORS[step.role])
        query = query.where(col(DrillMember.member_id).in_(of_sector))
    return (await session.exec(query.order_by(col(DrillMember.member_id)))).all()


async def speakers(session: AsyncSession, *, members: Collection[int]) -> Sequence[int]:
    """List the people (ids) who speak for some businesses, the primary contacts first."""
    query = (
        select(Representative.person_id)
        .join(Member, col(Member.id) == col(Representative.member_id))
        .where(
            col(Representative.member_id).in_(members),
            Representative.status == RepresentativeStatus.APPROVED,
            Member.status == MemberStatus.APPROVED,
        )
        .order_by(col(Representative.contact).desc(), col(Representative.id))
    )
    return list(dict.fromkeys((await session.exec(query)).all()))


async def partaking_of(session: AsyncSession, *, drill: Drill, person_id: int) -> Sequence[Member]:
    """List the businesses of a person that take part in a drill."""
    partaking = partaking_in(id_of(drill))
    return (await session.exec(may_be_spoken_for(person_id).where(col(Member.id).in_(partaking)))).all()
