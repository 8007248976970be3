"""What a wing holds about people and businesses.

What of it a person's file shows, what of it an erasure leaves, and where it goes when two businesses are merged.
"""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import inspect, update
from sqlalchemy.orm import Mapped
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.members import Member
from models.people import Person


@dataclass(frozen=True)
class FilePart:
    """One kind of record in the file that a person may ask for; `query` selects theirs, the oldest first.

    It gets the person, and with `wants_kinds` every kind of message as well, as `kinds`.
    """

    name: str
    query: Callable[..., Any]
    wants_kinds: bool = False


@dataclass(frozen=True)
class Leaving:
    """A person who is being erased, the businesses (ids) that they spoke for until now, and why, in one word."""

    person: Person
    members: Collection[int]
    why: str
    now: datetime

    @property
    def person_id(self) -> int:
        """Tell the number that is left of the person."""
        return id_of(self.person)


Erasure = Callable[[AsyncSession, Leaving], Awaitable[None]]


@dataclass(frozen=True)
class Erased:
    """What is deleted, emptied or ended when a person is erased."""

    by: Erasure


@dataclass(frozen=True)
class NumberKept:
    """What stays when a person is erased, and why: it leads to a row without a name."""

    because: str


@dataclass(frozen=True)
class OfPerson:
    """A column that leads to a person, the part of their file that shows it, and what an erasure does with it."""

    column: Mapped[Any]
    part: str
    erasure: Erased | NumberKept


@dataclass(frozen=True)
class Merging:
    """Two businesses (ids) of which the other goes into the one that is kept, and the coordinator who says so."""

    kept_id: int
    other_id: int
    by: Person
    now: datetime


MergerStep = Callable[[AsyncSession, Merging], Awaitable[None]]


@dataclass(frozen=True)
class Moved:
    """What goes to the business that is kept. `settled` runs first, before anything is moved."""

    by: MergerStep
    settled: MergerStep | None = None


@dataclass(frozen=True)
class Stays:
    """What a merger leaves where it is, and why."""

    because: str


@dataclass(frozen=True)
class OfMember:
    """A column that leads to a business, and what a merger does with it."""

    column: Mapped[Any]
    merger: Moved | Stays


def all_of(column: Mapped[Any], *, settled: MergerStep | None = None) -> OfMember:
    """Let every row of the other business go to the one that is kept."""

    async def move(session: AsyncSession, merging: Merging) -> None:
        await session.exec(
            update(inspect(column).class_)
            .where(column == merging.other_id)
            .values({column: merging.kept_id})
            .execution_options(synchronize_session="fetch")
        )

    return OfMember(column, Moved(move, settled))


def beside_member(table: Any) -> Any:
    """Select the rows of a table, each with the business that it belongs to."""
    return select(table, Member).join(Member, col(Member.id) == col(table.member_id))
