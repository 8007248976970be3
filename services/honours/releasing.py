"""Those who agreed are named to the network, in one message that a coordinator releases.

Drills have a message of their own, and so has what is for few: it is read by those alone who know of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.honours import HONOUR_RELEASE_SUBJECT, Honour, HonourRelease, HonourState
from models.identity import id_of
from models.lessons import LessonAnswer
from models.members import Member, MemberStatus, Representative, RepresentativeStatus
from models.people import Person
from models.tlp import Tlp
from services.ground import audit
from services.ground.refusals import Refusal
from services.honours import honours
from services.honours.honours import HonourSheet
from services.honours.kinds import NAMED
from services.incidents.sharing import readers
from services.outbox import broadcasts
from services.people import accounts, businesses

# Together they are one message.
MOST_NAMED = 10


class NobodyToHonour(Refusal):
    """Nobody who agreed to be named waits for it any more."""


class HonourCircle(StrEnum):
    """Who reads a naming: the network, the network of a drill, or those who know of one thing that is for few."""

    NETWORK = "network"
    DRILL = "drill"
    FEW = "few"


@dataclass(frozen=True)
class HonourBatch:
    """What one message would say, and to whom (people, ids); `honour_id` tells one for few from the others."""

    circle: HonourCircle
    honour_id: int
    lines: Sequence[HonourSheet]
    people: Sequence[int]

    @property
    def is_drill(self) -> bool:
        """Tell whether it is of a drill."""
        return self.lines[0].honour.is_drill


async def batches(session: AsyncSession) -> Sequence[HonourBatch]:
    """List what could be released now; what is for named people alone never is."""
    query = honours.sheets().where(
        Honour.state == HonourState.CONFIRMED,
        col(Honour.may_be_named).is_(True),
        col(Honour.release_id).is_(None),
        # Nothing new names a business that is suspended or has left.
        Member.status == MemberStatus.APPROVED,
    )
    found: dict[tuple[object, ...], list[HonourSheet]] = {}
    for one in await honours.read(session, query.order_by(col(Honour.happened_at), col(Honour.id))):
        if one.label is not Tlp.RED:
            found.setdefault(_key(one), []).append(one)
    return [await _batch(session, key, lines[:MOST_NAMED]) for key, lines in found.items()]


def _key(one: HonourSheet) -> tuple[object, ...]:
    if not one.is_for_many:
        return HonourCircle.FEW, one.honour.incident_id, one.honour.lesson_id
    return (HonourCircle.DRILL if one.honour.is_drill else HonourCircle.NETWORK,)


async def _batch(session: AsyncSession, key: tuple[object, ...], lines: Sequence[HonourSheet]) -> HonourBatch:
    first = lines[0].honour
    if key[0] is not HonourCircle.FEW:
        return HonourBatch(HonourCircle(str(key[0])), 0, lines, await _network(session))
    return HonourBatch(HonourCircle.FEW, id_of(first), lines, await _knowing(session, first))


async def _knowing(session: AsyncSession, honour: Honour) -> Sequence[int]:
    """List who knows of that for which an honour is."""
    if honour.incident_id is not None:
        return await readers.people(session, incident_id=honour.incident_id)
    return await _taught(session, honour)


async def _network(session: AsyncSession) -> Sequence[int]:
    """List everybody who speaks for a business."""
    query = (
        select(Representative.person_id)
        .join(Member, col(Member.id) == col(Representative.member_id))
        .where(Representative.status == RepresentativeStatus.APPROVED, Member.status == MemberStatus.APPROVED)
        .order_by(col(Representative.id))
    )
    return list(dict.fromkeys((await session.exec(query)).all()))


async def _taught(session: AsyncSession, honour: Honour) -> Sequence[int]:
    """List who speaks for the businesses that were sent the lesson, or learnt it."""
    sent = select(LessonAnswer.member_id).where(LessonAnswer.lesson_id == honour.lesson_id)
    members = [honour.member_id, *(await session.exec(sent)).all()]
    pairs = await businesses.speaking_for(session, people=(), members=members)
    return list(dict.fromkeys(person_id for _, person_id in pairs))


async def batch(session: AsyncSession, *, circle: HonourCircle, honour_id: int) -> HonourBatch:
    """Find what could be released; raises NobodyToHonour."""
    for one in await batches(session):
        if one.circle is circle and (circle is not HonourCircle.FEW or one.honour_id == honour_id):
            return one
    raise NobodyToHonour


async def release(
    session: AsyncSession, *, circle: HonourCircle, honour_id: int, by: Person, now: datetime
) -> HonourBatch:
    """Name to its readers those who agreed, each once; raises NobodyToHonour."""
    found = await batch(session, circle=circle, honour_id=honour_id)
    meant = [id_of(one.honour) for one in found.lines]
    locked = select(Honour).where(col(Honour.id).in_(meant), col(Honour.release_id).is_(None)).with_for_update()
    waiting = (await session.exec(locked.execution_options(populate_existing=True))).all()
    if not waiting:
        raise NobodyToHonour
    made = HonourRelease(is_drill=found.is_drill, released_by_id=id_of(by), released_at=now)
    session.add(made)
    await session.flush()
    for honour in waiting:
        honour.release_id = id_of(made)
    await session.flush()
    await broadcasts.queue(session, kind=NAMED, people=found.people, subject_id=id_of(made), now=now)
    audit.record(
        session,
        person=by,
        action="honours-released",
        subject=HONOUR_RELEASE_SUBJECT,
        subject_id=id_of(made),
        now=now,
        after={"honours": [id_of(one) for one in waiting], "people": len(found.people)},
    )
    return found


async def released(session: AsyncSession, *, release_id: int) -> Sequence[HonourSheet]:
    """List whom a message names, without those who have taken their consent back, and what is for named people now."""
    query = honours.sheets().where(Honour.release_id == release_id, col(Honour.may_be_named).is_(True))
    found = await honours.read(session, query.order_by(col(Honour.happened_at), col(Honour.id)))
    return [one for one in found if one.label is not Tlp.RED]


async def read_by(session: AsyncSession, *, found: Sequence[HonourSheet], person: Person) -> Sequence[HonourSheet]:
    """List what a person may read of what a message names: what has become for few since is for those who know of it.

    Those who coordinate know of all.
    """
    if person.staff_role in accounts.COORDINATORS:
        return found
    return [one for one in found if one.is_for_many or id_of(person) in await _knowing(session, one.honour)]
