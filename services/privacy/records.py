"""Everything that is stored about one person, record by record, for the file that they may ask for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from models.people import Person
from services.ground.faces import ServiceFace


@dataclass(frozen=True)
class Records:
    """What is stored about a person, by parts of the file; what belongs to a business or incident stands beside it."""

    person: Person
    parts: Mapping[str, Sequence[Any]]


async def gather(session: AsyncSession, *, person: Person, wings: Iterable[ServiceFace]) -> Records:
    """Read everything that the wings hold about a person, the oldest first."""
    parts = {part.name: (await session.exec(part.query(person))).all() for wing in wings for part in wing.parts}
    return Records(person, parts)
