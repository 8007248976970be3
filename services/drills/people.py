"""Who takes part in a drill: the businesses of its circle, and the people who speak for them."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, insert
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.drills import Drill, DrillMember
from models.identity import id_of
from models.members import Member, MemberSector, MemberStatus, Representative, RepresentativeStatus, Sector
from models.scripts import ScriptStep, StepRole
from services.people import businesses
from services.people.businesses import may_be_spoken_for

PARTAKING = SQLModel.metadata.tables[DrillMember.__tablename__]
# The sectors of which businesses get an inject that is meant for one.
SECTORS = {StepRole.TELECOM: Sector.TELECOM, StepRole.POSTAL: Sector.POSTAL, StepRole.IT: Sector.IT}


async def in_circle(session: AsyncSession, *, sector: Sector | None, now: datetime) -> Sequence[int]:
    """List the businesses (ids) of a sector, or of the whole network, for which somebody speaks, and that are there."""
    query = (
        select(Representative.member_id)
        .join(Member, col(Member.id) == col(Representative.member_id))
        .where(*circle(sector, now=now))
        .distinct()
        .order_by(col(Representative.member_id))
    )
    return (await session.exec(query)).all()


def circle(sector: Sector | None, *, now: datetime) -> Sequence[ColumnElement[bool]]:
    """Make the conditions that a person speaks for a business of a sector, or of any, which can be called now."""
    speaks = col(Representative.status) == RepresentativeStatus.APPROVED
    if sector is None:
        return speaks, businesses.may_be_called(now)
    of_sector = col(Member.id).in_(select(MemberSector.member_id).where(MemberSector.sector == sector))
    return speaks, businesses.may_be_called(now), of_sector


async def enrol(session: AsyncSession, *, drill: Drill, now: datetime) -> None:
    """Keep who takes part from now on, whatever changes in the network afterwards."""
    members = await in_circle(session, sector=drill.sector, now=now)
    rows = [{"drill_id": id_of(drill), "member_id": member_id} for member_id in members]
    if rows:
        await (await session.connection()).execute(insert(PARTAKING), rows)


async def count(session: AsyncSession, *, drill: Drill, now: datetime) -> int:
    """Count the businesses that take part, or would if it began now."""
    kept = select(func.count()).where(DrillMember.drill_id == id_of(drill))
    return (await session.exec(kept)).one() or len(await in_circle(session, sector=drill.sector, now=now))


async def members_of(session: AsyncSession, *, drill: Drill, now: datetime) -> Sequence[int]:
    """List the businesses (ids) that take part, or would if it began now."""
    kept = await session.exec(select(DrillMember.member_id).where(DrillMember.drill_id == id_of(drill)))
    return kept.all() or await in_circle(session, sector=drill.sector, now=now)


async def getting(session: AsyncSession, *, drill: Drill, step: ScriptStep) -> Sequence[int]:
    """List those who take part (business ids) and get an inject."""
    query = select(DrillMember.member_id).where(DrillMember.drill_id == id_of(drill))
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
    partaking = select(DrillMember.member_id).where(DrillMember.drill_id == id_of(drill))
    return (await session.exec(may_be_spoken_for(person_id).where(col(Member.id).in_(partaking)))).all()
