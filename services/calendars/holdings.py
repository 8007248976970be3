"""What calendars hold about people: that they have a link, since when, and what their phones were told."""

from typing import Any

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.calendars import CalendarEntry, CalendarLink
from models.identity import id_of
from models.people import Person
from services.ground.holding_types import Erased, FilePart, Leaving, OfPerson


def _link(person: Person) -> Any:
    return select(CalendarLink).where(CalendarLink.person_id == id_of(person))


def _said(person: Person) -> Any:
    theirs = select(CalendarEntry).where(CalendarEntry.person_id == id_of(person))
    return theirs.order_by(col(CalendarEntry.starts_at), col(CalendarEntry.uid))


async def _forget(session: AsyncSession, leaving: Leaving) -> None:
    for table in (CalendarEntry, CalendarLink):
        await session.exec(delete(table).where(col(table.person_id) == leaving.person_id))


PARTS = (FilePart("calendar", _link), FilePart("calendar-entries", _said))
PEOPLE = (
    OfPerson(col(CalendarLink.person_id), "calendar", Erased(_forget)),
    OfPerson(col(CalendarEntry.person_id), "calendar-entries", Erased(_forget)),
)
