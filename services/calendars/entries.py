"""What a calendar has said, held against what it holds now: what is new, other than before, or not to be any more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.calendars import CalendarEntry, CalendarLink
from services.calendars import content
from services.calendars.content import KEPT, CalendarFact
from services.calendars.links import CalendarReader


@dataclass(frozen=True)
class CalendarChanges:
    """What has changed since a calendar was read last."""

    new: Sequence[CalendarFact]
    altered: Sequence[tuple[CalendarEntry, CalendarFact]]
    cancelled: Sequence[CalendarEntry]
    forgotten: Sequence[CalendarEntry]

    @property
    def are_any(self) -> bool:
        """Tell whether anything is to be kept."""
        return bool(self.new or self.altered or self.cancelled or self.forgotten)


async def listed(session: AsyncSession, *, reader: CalendarReader) -> Sequence[CalendarEntry]:
    """List what a calendar says, the earliest first."""
    query = (
        select(CalendarEntry)
        .where(CalendarEntry.person_id == reader.person_id)
        .order_by(col(CalendarEntry.starts_at), col(CalendarEntry.uid))
    )
    return (await session.exec(query)).all()


async def changes(
    session: AsyncSession, *, reader: CalendarReader, now: datetime, time_zone: ZoneInfo
) -> CalendarChanges:
    """Tell what has changed. What is over and not found any more stays as it was said until it is forgotten."""
    said = {one.uid: one for one in await listed(session, reader=reader)}
    facts = {one.uid: one for one in await content.of(session, reader=reader, now=now, time_zone=time_zone)}
    gone = [one for uid, one in said.items() if uid not in facts]
    return CalendarChanges(
        new=[one for uid, one in facts.items() if uid not in said],
        altered=[(said[uid], one) for uid, one in facts.items() if uid in said and not _says(said[uid], one)],
        cancelled=[one for one in gone if one.ends_at > now and not one.is_cancelled],
        forgotten=[one for one in gone if one.ends_at <= now - KEPT],
    )


def _says(entry: CalendarEntry, fact: CalendarFact) -> bool:
    same = (entry.name, entry.about, entry.starts_at, entry.ends_at)
    return not entry.is_cancelled and same == (fact.name, fact.about, fact.starts_at, fact.ends_at)


async def keep(session: AsyncSession, *, reader: CalendarReader, now: datetime, time_zone: ZoneInfo) -> None:
    """Keep what has changed, each change with a number above the one before; two readers at once keep it once."""
    locked = select(CalendarLink).where(CalendarLink.person_id == reader.person_id).with_for_update()
    if (await session.exec(locked)).first() is None:
        return
    found = await changes(session, reader=reader, now=now, time_zone=time_zone)
    session.add_all(
        CalendarEntry(
            person_id=reader.person_id,
            uid=one.uid,
            thing=one.thing,
            name=one.name,
            about=one.about,
            starts_at=one.starts_at,
            ends_at=one.ends_at,
            changed_at=now,
        )
        for one in found.new
    )
    for entry, fact in found.altered:
        entry.name, entry.about, entry.is_cancelled = fact.name, fact.about, False
        entry.starts_at, entry.ends_at = fact.starts_at, fact.ends_at
        _count(entry, now)
    for entry in found.cancelled:
        entry.is_cancelled = True
        _count(entry, now)
    for entry in found.forgotten:
        await session.delete(entry)
    await session.flush()


def _count(entry: CalendarEntry, now: datetime) -> None:
    entry.sequence, entry.changed_at = entry.sequence + 1, now
