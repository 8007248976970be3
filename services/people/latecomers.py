"""Whoever can be called only after the call went out: kept by whatever lets them be called, until the clock looks."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.latecomers import Latecomer
from models.people import Person
from services.people import reach


@dataclass(frozen=True)
class Latecomers:
    """People (ids) who can be written to, and businesses (ids), since a moment ago."""

    people: Collection[int]
    members: Collection[int]


def expect(session: AsyncSession, *, at: datetime, person_id: int | None = None, member_id: int | None = None) -> None:
    """Keep that a person, or a business with all who speak for it, can be called from a moment on.

    Said by every way in which that comes about; `services/tasks/latecomers.py` gives them what is under way.
    """
    session.add(Latecomer(person_id=person_id, member_id=member_id, due_at=at))


async def due(session: AsyncSession, *, now: datetime) -> Latecomers | None:
    """List whose moment has come, but for people who cannot be written to after all; None where it is nobody's."""
    rows = (await session.exec(select(Latecomer).where(Latecomer.due_at <= now))).all()
    if not rows:
        return None
    people = {one.person_id for one in rows if one.person_id is not None}
    there = (await session.exec(select(Person.id).where(col(Person.id).in_(people), reach.in_reach()))).all()
    return Latecomers({one for one in there if one}, {one.member_id for one in rows if one.member_id is not None})


async def let_go(session: AsyncSession, *, now: datetime) -> None:
    """Forget those whose moment has come: they have what is under way."""
    await session.exec(delete(Latecomer).where(col(Latecomer.due_at) <= now))
