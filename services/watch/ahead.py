"""Moments that lie ahead of the clock: stored while it was ahead, they would silence the bot until they come.

What has happened cannot lie in the future, and what is due cannot lie further off than the longest wait there is.
Records alone (the audit, when an incident was declared) stay as they were written.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache, reduce
from typing import Any

import sqlalchemy
from sqlalchemy import FromClause, Select, bindparam, case, func, literal, or_, true, update
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Delivery
from models.channels import Reach
from models.columns import UtcDateTime
from models.groups import Group
from models.incidents import Reminder
from models.members import Member
from models.outages import Contact
from models.people import Person
from models.responses import Response, ResponseChange
from models.tasks import Task, TaskChange
from services.outbox.deliveries import LEASE, LONGEST_REST
from services.policies import versions as policies

# Clocks of several machines differ a little.
TOLERANCE = timedelta(minutes=2)
# Where all that is stored lies further ahead, it is this clock that stands still in the past.
LONGEST_AHEAD = timedelta(days=30)
HAPPENED: Mapping[type[SQLModel], Sequence[str]] = {
    Delivery: ("sent_at", "edited_at"),
    Broadcast: ("created_at",),
    Contact: ("heard_at", "lost_at", "back_at"),
    Reach: ("unreachable_since",),
    Group: ("hinted_at",),
    Member: ("confirmation_asked_at",),
    Response: ("answered_at",),
    ResponseChange: ("answered_at",),
    Task: ("state_at",),
    TaskChange: ("at",),
}
# How far ahead what is awaited may rightly lie.
AWAITED: Mapping[type[SQLModel], Mapping[str, timedelta]] = {
    Delivery: {"due_at": LONGEST_REST, "edit_due_at": LONGEST_REST, "leased_until": LEASE},
}
Moments = Mapping[type[SQLModel], Mapping[str, timedelta]]


async def furthest(session: AsyncSession, *, now: datetime) -> timedelta | None:
    """Tell how far ahead of the clock the furthest moment lies that can't be right; None where all of them are.

    None as well where the clock itself stands before everything that is stored.
    """
    first = (await session.exec(select(func.min(col(Person.created_at))))).one()
    if first is not None and first > now + LONGEST_AHEAD:
        return None
    moments = await _moments(session)
    latest = _latest(tuple((table, tuple(longest)) for table, longest in moments.items()))
    row = (await (await session.connection()).execute(latest, _limits(moments, now))).one()
    waits = [wait for longest in moments.values() for wait in longest.values()]
    return max((at - now - wait for at, wait in zip(row, waits, strict=True) if at is not None), default=None)


@cache
def _latest(moments: tuple[tuple[type[SQLModel], tuple[str, ...]], ...]) -> Select[Any]:
    """Select the latest of each of some moments that lie too far ahead, once: the watch asks all day long.

    It is one row of each table, side by side: each is gone through once, and all of them in one statement.
    """
    tables: list[FromClause] = [
        sqlalchemy.select(*(func.max(getattr(table, name)).label(name) for name in names))
        .where(_wrong(table, names))
        .subquery()
        for table, names in moments
    ]
    latest = sqlalchemy.select(*(column for table in tables for column in table.c))
    return latest.select_from(reduce(lambda left, right: left.join(right, true()), tables))


async def pull_back(session: AsyncSession, *, now: datetime) -> None:
    """Let every moment that lies too far ahead be now."""
    moments = await _moments(session)
    limits = _limits(moments, now)
    for table, longest in moments.items():
        moved = {
            name: case((_is_ahead(table, name), literal(now, UtcDateTime())), else_=getattr(table, name))
            for name in longest
        }
        statement = update(table).where(_wrong(table, longest)).values(moved)
        await session.exec(statement.execution_options(synchronize_session=False), params=limits)


async def _moments(session: AsyncSession) -> Moments:
    """List all moments that steer something, and how far ahead each may lie."""
    awaited: Moments = {**AWAITED, Reminder: {"due_at": await policies.longest(session)}}
    return {
        table: {**dict.fromkeys(HAPPENED.get(table, ()), timedelta(0)), **awaited.get(table, {})}
        for table in {**HAPPENED, **awaited}
    }


def _limits(moments: Moments, now: datetime) -> Mapping[str, datetime]:
    """Tell after when each moment lies too far ahead, by the names that `_is_ahead` gives them."""
    return {
        _limit_of(table, name): now + wait + TOLERANCE
        for table, longest in moments.items()
        for name, wait in longest.items()
    }


def _limit_of(table: type[SQLModel], name: str) -> str:
    return f"limit_of_{table.__tablename__}_{name}"


def _wrong(table: type[SQLModel], names: Collection[str]) -> ColumnElement[bool]:
    return or_(*(_is_ahead(table, name) for name in names))


def _is_ahead(table: type[SQLModel], name: str) -> ColumnElement[bool]:
    return col(getattr(table, name)) > bindparam(_limit_of(table, name))
