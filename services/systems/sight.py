"""Who sees which systems: coordinators all, others those that their own business owns, operates or provides for."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import or_
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.people import Person, Role
from models.systems import InformationSystem, SystemLook, SystemProvider
from services.people import businesses
from services.people.accounts import COORDINATORS
from services.systems import register
from services.systems.register import SystemUnknown

# Whoever looks again within that time still looks at the same thing.
ONE_LOOK = timedelta(minutes=1)


def concerning(members: Collection[int]) -> ColumnElement[bool]:
    """Make the condition that a system is owned, operated or provided for by one of some businesses (ids)."""
    provided = select(SystemProvider.system_id).where(col(SystemProvider.member_id).in_(members))
    return or_(
        col(InformationSystem.owner_id).in_(members),
        col(InformationSystem.operator_id).in_(members),
        col(InformationSystem.id).in_(provided),
    )


async def seen_by(session: AsyncSession, *, person: Person, roles: Collection[Role]) -> ColumnElement[bool]:
    """Make the condition that a person may see a system."""
    if set(roles) & COORDINATORS:
        return col(InformationSystem.retired_at).is_(None)
    members = [id_of(one) for one in await businesses.spoken_for(session, person=person)]
    return col(InformationSystem.retired_at).is_(None) & concerning(members)


async def one(session: AsyncSession, *, system_id: int, person: Person, roles: Collection[Role]) -> InformationSystem:
    """Find a system that a person may see; raises SystemUnknown."""
    system = await register.in_use(session, system_id=system_id)
    visible = await seen_by(session, person=person, roles=roles)
    query = select(InformationSystem.id).where(InformationSystem.id == system_id, visible)
    if (await session.exec(query)).first() is None:
        raise SystemUnknown
    return system


async def keep_look(session: AsyncSession, *, system_id: int, person: Person, now: datetime) -> None:
    """Keep that a person saw whom to call for a system."""
    person_id = id_of(person)
    again = select(SystemLook.id).where(
        SystemLook.system_id == system_id,
        SystemLook.person_id == person_id,
        col(SystemLook.is_export).is_(False),
        col(SystemLook.at) > now - ONE_LOOK,
    )
    if (await session.exec(again)).first() is None:
        session.add(SystemLook(system_id=system_id, person_id=person_id, at=now))
