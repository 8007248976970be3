"""What the duty roster holds about people and businesses: the weeks, and the hours of each business."""

from typing import Any

from sqlalchemy import update
from sqlmodel import col, delete
from sqlmodel.ext.asyncio.session import AsyncSession

from models.duty import DutyHours, DutyWeek
from models.identity import id_of
from models.people import Person
from services.duty import rota
from services.ground.holding_types import (
    Erased,
    FilePart,
    Leaving,
    Merging,
    Moved,
    OfMember,
    OfPerson,
    beside_member,
)


def _weeks(person: Person) -> Any:
    return beside_member(DutyWeek).where(DutyWeek.person_id == id_of(person)).order_by(col(DutyWeek.monday))


async def _clear_weeks(session: AsyncSession, leaving: Leaving) -> None:
    await session.exec(delete(DutyWeek).where(col(DutyWeek.person_id) == leaving.person_id))


async def _move(session: AsyncSession, merging: Merging) -> None:
    """Take over the other's duty roster where there is none; two would contradict each other."""
    has_own = await rota.is_kept(session, member_id=merging.kept_id)
    for table in (DutyHours, DutyWeek):
        theirs = col(table.member_id) == merging.other_id
        if not has_own:
            moved = update(table).where(theirs).values(member_id=merging.kept_id)
            await session.exec(moved.execution_options(synchronize_session=False))
        await session.exec(delete(table).where(theirs).execution_options(synchronize_session=False))


PARTS = (FilePart("duty", _weeks),)
PEOPLE = (OfPerson(col(DutyWeek.person_id), "duty", Erased(_clear_weeks)),)
# Hours and weeks are one roster.
MEMBERS = (
    OfMember(col(DutyHours.member_id), Moved(_move)),
    OfMember(col(DutyWeek.member_id), Moved(_move)),
)
