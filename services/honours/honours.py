"""Honours as they are kept: found by those who may see them, and all that is said of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.honours import Honour, HonourState
from models.identity import id_of
from models.incidents import Incident
from models.lessons import Lesson
from models.members import Member
from models.people import Person
from models.tlp import NARROW, UNLABELLED, Tlp
from services.ground.refusals import Refusal
from services.honours.kinds import THANKS
from services.incidents.sharing import naming
from services.notation.tlp import narrowest
from services.outbox import broadcasts
from services.people import businesses


class HonourUnknown(Refusal):
    """There is no such honour, or it is nothing for the person."""


@dataclass(frozen=True)
class HonourSheet:
    """All that is said of an honour: whose it is, and the incident or the lesson for which it is."""

    honour: Honour
    member: Member
    incident: Incident | None
    lesson: Lesson | None

    @property
    def label(self) -> Tlp | None:
        """Give the label of what it is for."""
        if self.incident is not None:
            return self.incident.tlp
        return self.lesson.tlp if self.lesson is not None else None

    @property
    def is_for_many(self) -> bool:
        """Tell whether the whole network may read of it."""
        return self.label not in NARROW


def named_among(found: Sequence[HonourSheet]) -> Sequence[HonourSheet]:
    """Give the honours whose businesses agreed to be named: silence is no consent."""
    return [one for one in found if one.honour.may_be_named is True]


def label_of_all(found: Sequence[HonourSheet]) -> Tlp:
    """Give the label of what tells of several honours: the narrowest of theirs."""
    return narrowest(*(one.label or UNLABELLED for one in found)) or UNLABELLED


def sheets() -> Any:
    """Select honours, each with what is said of it."""
    return (
        select(Honour, Member, Incident, Lesson)
        .join(Member, col(Member.id) == col(Honour.member_id))
        .outerjoin(Incident, col(Incident.id) == col(Honour.incident_id))
        .outerjoin(Lesson, col(Lesson.id) == col(Honour.lesson_id))
    )


async def read(session: AsyncSession, query: Any) -> Sequence[HonourSheet]:
    """Read what `sheets` selects."""
    return [HonourSheet(*row) for row in (await session.exec(query)).all()]


async def by_id(session: AsyncSession, *, honour_id: int, lock: bool = False) -> Honour:
    """Find an honour, and with `lock` let nobody else change it meanwhile; raises HonourUnknown."""
    await session.flush()
    honour = await session.get(Honour, honour_id, with_for_update=lock, populate_existing=lock)
    if honour is None:
        raise HonourUnknown
    return honour


async def sheet(session: AsyncSession, *, honour_id: int) -> HonourSheet:
    """Gather all that is said of an honour; raises HonourUnknown."""
    await session.flush()
    found = await read(session, sheets().where(col(Honour.id) == honour_id))
    if not found:
        raise HonourUnknown
    return found[0]


async def own(session: AsyncSession, *, honour_id: int, person: Person) -> HonourSheet:
    """Find an honour that a person's business was told of, and that they may read; raises HonourUnknown."""
    found = await sheet(session, honour_id=honour_id)
    members = {one.id for one in await businesses.spoken_for(session, person=person)}
    is_theirs = found.member.id in members and found.honour.state is HonourState.CONFIRMED
    if not is_theirs or await _is_hidden(session, found, person):
        raise HonourUnknown
    return found


async def to_take_back(session: AsyncSession, *, honour_id: int, person: Person) -> HonourSheet:
    """Find an honour of which a person may say no: that of a business they stand for, or to which they said yes.

    A business that is suspended or has left, and a label that became narrower, keep nobody from it. Raises
    HonourUnknown.
    """
    found = await sheet(session, honour_id=honour_id)
    is_theirs = await businesses.stands_for(session, person=person, member_id=id_of(found.member))
    said_yes = found.honour.named_by_id == id_of(person)
    if found.honour.state is not HonourState.CONFIRMED or not (is_theirs or said_yes):
        raise HonourUnknown
    return found


async def _is_hidden(session: AsyncSession, found: HonourSheet, person: Person) -> bool:
    """Tell whether what an honour is for is read by named people alone, and a person is none of them."""
    if found.incident is None:
        return False
    return await naming.is_hidden(session, incident=found.incident, person_id=person.id or 0)


async def thank(session: AsyncSession, *, honour: Honour, now: datetime) -> None:
    """Thank the people of an honour's business; the thanks ask whether it may be named."""
    pairs = await businesses.speaking_for(session, people=(), members=[honour.member_id])
    people = [person_id for member_id, person_id in pairs if member_id == honour.member_id]
    await broadcasts.queue(session, kind=THANKS, people=people, subject_id=id_of(honour), now=now)
