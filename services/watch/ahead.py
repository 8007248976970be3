"""Moments that lie ahead of the clock: stored while it was ahead, they would silence the bot until they come.

What has happened cannot lie in the future, and what is due cannot lie further off than the longest wait there is.
Records alone (the audit, when an incident was declared) stay as they were written.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import reduce

import sqlalchemy
from sqlalchemy import FromClause, case, func, literal, or_, true, update
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
    # One row of each table, side by side: each is gone through once, and all of them in one statement.
    tables: list[FromClause] = [
        sqlalchemy.select(*(func.max(getattr(table, name)).label(name) for name in longest))
        .where(_wrong(table, longest, now))
        .subquery()
        for table, longest in moments.items()
    ]
    latest = sqlalchemy.select(*(column for table in tables for column in table.c))
    beside = latest.select_from(reduce(lambda left, right: left.join(right, true()), tables))
    row = (await (await session.connection()).execute(beside)).one()
    waits = [wait for longest in moments.values() for wait in longest.values()]
    return max((at - now - wait for at, wait in zip(row, waits, strict=True) if at is not None), default=None)


async def pull_back(session: AsyncSession, *, now: datetime) -> None:
    """Let every moment that lies too far ahead be now."""
    for table, longest in (await _moments(session)).items():
        moved = {
            name: case((_is_ahead(table, name, wait, now), literal(now, UtcDateTime())), else_=getattr(table, name))
            for name, wait in longest.items()
        }
        statement = update(table).where(_wrong(table, longest, now)).values(moved)
        await session.exec(statement.execution_options(synchronize_session=False))


async def _moments(session: AsyncSession) -> Moments:
    """List all moments that steer something, and how far ahead each may lie."""
    awaited: Moments = {**AWAITED, Reminder: {"due_at": await policies.longest(session)}}
    return {
        table: {**dict.fromkeys(HAPPENED.get(table, ()), timedelta(0)), **awaited.get(table, {})}
        for table in {**HAPPENED, **awaited}
    }


def _wrong(table: type[SQLModel], longest: Mapping[str, timedelta], now: datetime) -> ColumnElement[bool]:
    return or_(*(_is_ahead(table, name, wait, now) for name, wait in longest.items()))


def _is_ahead(table: type[SQLModel], name: str, wait: timedelta, now: datetime) -> ColumnElement[bool]:
    return col(getattr(table, name)) > now + wait + TOLERANCE
