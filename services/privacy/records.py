"""Everything that is stored about one person, record by record, for the file that they may ask for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from models.people import Person
from services.ground.faces import MessageKind, ServiceFace
from services.ground.holding_types import FilePart


@dataclass(frozen=True)
class Records:
    """What is stored about a person, by parts of the file; what belongs to a business or incident stands beside it."""

    person: Person
    parts: Mapping[str, Sequence[Any]]


async def gather(session: AsyncSession, *, person: Person, wings: Iterable[ServiceFace]) -> Records:
    """Read everything that the wings hold about a person, the oldest first."""
    laid = tuple(wings)
    kinds = tuple(kind for wing in laid for kind in wing.kinds)
    parts = {part.name: (await session.exec(_query(part, person, kinds))).all() for wing in laid for part in wing.parts}
    return Records(person, parts)


def _query(part: FilePart, person: Person, kinds: Sequence[MessageKind]) -> Any:
    return part.query(person, kinds=kinds) if part.wants_kinds else part.query(person)
