"""What figures hold about people: which digests they want."""

from typing import Any

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.figures import DigestWish
from models.identity import id_of
from models.people import Person
from services.ground.holding_types import Erased, FilePart, Leaving, OfPerson


def _wishes(person: Person) -> Any:
    return select(DigestWish).where(DigestWish.person_id == id_of(person)).order_by(col(DigestWish.rhythm))


async def _want_none(session: AsyncSession, leaving: Leaving) -> None:
    await session.exec(delete(DigestWish).where(col(DigestWish.person_id) == leaving.person_id))


PARTS = (FilePart("digests", _wishes),)
PEOPLE = (OfPerson(col(DigestWish.person_id), "digests", Erased(_want_none)),)
