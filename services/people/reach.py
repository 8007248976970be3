"""By which channels people can be written to, and whom a channel does not reach."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache

from sqlalchemy import String, cast, or_
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.channels import Channel, Reach
from models.identity import id_of
from models.people import Person

# Where each channel finds a person; it has no way to those of whom this is NULL.
ADDRESSES: Mapping[Channel, ColumnElement[str]] = {Channel.TELEGRAM: cast(col(Person.telegram_id), String)}


@cache
def in_reach() -> ColumnElement[bool]:
    """Make the condition that a person can be written to by any channel. For queries over people."""
    return or_(*(in_reach_by(channel) for channel in ADDRESSES))


@cache
def in_reach_by(channel: Channel) -> ColumnElement[bool]:
    """Make the condition that a person can be written to by one channel. For queries over people."""
    return ADDRESSES[channel].is_not(None) & ~_lost(channel)


def _lost(channel: Channel) -> ColumnElement[bool]:
    lost = select(Reach.person_id).where(Reach.person_id == col(Person.id), Reach.channel == channel)
    return lost.correlate(Person).exists()


async def is_in_reach(session: AsyncSession, *, person: Person) -> bool:
    """Tell whether a person can be written to by any channel."""
    return (await session.exec(select(Person.id).where(Person.id == id_of(person), in_reach()))).first() is not None


async def lose(session: AsyncSession, *, person: Person, channel: str, reason: str, now: datetime) -> None:
    """Keep that a person can no longer be written to by a channel, and why."""
    lost = Reach(person_id=id_of(person), channel=channel, unreachable_since=now, reason=reason)
    await session.merge(lost)
    await session.flush()


async def regain(session: AsyncSession, *, lost: Reach) -> None:
    """Keep that a person can be written to again."""
    await session.delete(lost)
    await session.flush()
