"""A person greets the coordinators, who hear it at once and once more after an hour."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind, Lane
from models.greetings import Greeting
from models.identity import id_of
from models.people import Person
from services.ground.details import Details
from services.ground.faces import MessageKind
from services.ground.holding_types import Erased, FilePart, Leaving, OfPerson
from services.outbox import broadcasts
from services.people import accounts


@dataclass(frozen=True)
class Greeted(Details):
    """Whether the greeting is said once more."""

    word = "greeted"
    again: bool


GREETING = MessageKind(BroadcastKind.GREETING, Lane.REPLY, "greeting", named=None, details=(Greeted,))


async def greet(session: AsyncSession, *, person: Person, now: datetime) -> None:
    """Tell the coordinators that a person greets them."""
    greeting = Greeting(person_id=id_of(person), due_at=now + timedelta(hours=1))
    session.add(greeting)
    await session.flush()
    await _tell(session, greeting, again=False, now=now)


async def repeat_due(session: AsyncSession, *, now: datetime) -> None:
    """Say once more what was said an hour ago."""
    for greeting in (await session.exec(select(Greeting).where(col(Greeting.due_at) <= now))).all():
        greeting.due_at = None
        await _tell(session, greeting, again=True, now=now)


async def _tell(session: AsyncSession, greeting: Greeting, *, again: bool, now: datetime) -> None:
    people = [id_of(one) for one in await accounts.coordinators(session)]
    told = Greeted(again)
    await broadcasts.queue(session, kind=GREETING, people=people, subject_id=id_of(greeting), details=told, now=now)


async def greeter(session: AsyncSession, *, greeting_id: int | None) -> Person | None:
    """Find who greeted; None when the greeting is gone."""
    greeting = await session.get(Greeting, greeting_id)
    return await session.get(Person, greeting.person_id) if greeting is not None else None


def _theirs(person: Person) -> Any:
    return select(Greeting).where(Greeting.person_id == id_of(person)).order_by(col(Greeting.id))


async def _clear(session: AsyncSession, leaving: Leaving) -> None:
    await session.exec(delete(Greeting).where(col(Greeting.person_id) == leaving.person_id))


PARTS = (FilePart("greetings", _theirs),)
PEOPLE = (OfPerson(col(Greeting.person_id), "greetings", Erased(_clear)),)
