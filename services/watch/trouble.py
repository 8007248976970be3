"""Trouble in the system itself, as its owners are told of it: at most once for each cause and hour."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import case, func, or_, text
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.identity import id_of
from models.incidents import Incident
from models.people import Language
from services.ground import inbox
from services.jobs.kinds import TROUBLE
from services.outbox import broadcasts
from services.people import accounts
from services.watch.backlog import LaneBacklog

ONCE_IN = timedelta(hours=1)
# A broadcast is looked at for so long: one to tens of thousands takes its time.
RECENT = timedelta(hours=6)
MOST_FAILED = 0.05
# Of fewer messages a share says little; each coordinator's tally shows who was not reached.
FEWEST_MESSAGES = 5
# Stands for the inbox where lanes are listed.
INBOX = 0


class Cause(StrEnum):
    """What is wrong; also the first word of a broadcast's topic."""

    QUARANTINED = "quarantined"
    LATE = "late"
    FAILURES = "failures"
    DATABASE = "database"
    TELEGRAM = "telegram"
    CLOCK = "clock"


@dataclass(frozen=True)
class Waited:
    """A lane (or INBOX) that has not kept its promise, and for how many seconds its oldest message has waited."""

    lane: int
    seconds: int


@dataclass(frozen=True)
class Failing:
    """A broadcast of which too much failed, by its id."""

    broadcast_id: int
    failed: int
    recipients: int


@dataclass(frozen=True)
class Failures:
    """A broadcast of which too much failed."""

    kind: BroadcastKind
    incident_code: str | None
    failed: int
    recipients: int


async def touch(session: AsyncSession) -> None:
    """Write something that changes nothing, to know that the database can be written; others who do so wait."""
    connection = await session.connection()
    await connection.execute(text("UPDATE alembic_version SET version_num = version_num"))


async def listeners(session: AsyncSession) -> Sequence[tuple[int, Language]]:
    """List the owners' chats and languages, for when the outbox cannot be used."""
    return [(person.telegram_id, person.language) for person in await accounts.owners(session)]


async def tell_quarantined(session: AsyncSession, *, now: datetime) -> bool:
    """Tell the owners of the updates that were set aside since they were told last; tell whether they are."""
    # Before there were topics, a word of trouble without one was about an update.
    theirs = or_(col(Broadcast.topic).startswith(Cause.QUARANTINED), col(Broadcast.topic).is_(None))
    told = select(func.max(col(Broadcast.created_at))).where(Broadcast.kind == BroadcastKind.TROUBLE, theirs)
    told_at = (await session.exec(told)).one()
    if told_at is not None and told_at > now - ONCE_IN:
        return False
    aside = await inbox.quarantined_since(session, since=told_at)
    if not aside:
        return False
    await _tell(session, topic=f"{Cause.QUARANTINED}:{len(aside)}", update_id=aside[-1], now=now)
    return True


def aside_of(topic: str) -> int:
    """Tell how many updates a word of trouble is about."""
    return int(topic.partition(":")[2])


async def tell_late(session: AsyncSession, *, late: Collection[Waited], now: datetime) -> bool:
    """Tell the owners which lanes have not kept their promise; tell whether one is among them that is news."""
    told = {one.lane for topic in await _told(session, Cause.LATE, since=now - ONCE_IN) for one in late_of(topic)}
    if not {one.lane for one in late} - told:
        return False
    await _tell(session, topic=_topic(Cause.LATE, *(f"{one.lane}={one.seconds}" for one in late)), now=now)
    return True


def late_of(topic: str) -> Sequence[Waited]:
    """Tell which lanes a word of trouble is about."""
    pairs = (part.split("=") for part in topic.split(":")[1:])
    return [Waited(int(lane), int(seconds)) for lane, seconds in pairs]


def waited(lanes: Collection[LaneBacklog]) -> list[Waited]:
    """Say of late lanes what the owners are told."""
    return [Waited(lane.lane, int(lane.age.total_seconds())) for lane in lanes]


async def failing(session: AsyncSession, *, now: datetime) -> Sequence[Failing]:
    """List the recent broadcasts of which more than a twentieth failed, the worst first; counting takes its time."""
    failed = func.sum(case((col(Delivery.state) == DeliveryState.FAILED, 1), else_=0))
    recent = (
        select(col(Delivery.broadcast_id), failed, func.count())
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(Broadcast.created_at > now - RECENT, Broadcast.kind != BroadcastKind.TROUBLE)
        .group_by(col(Delivery.broadcast_id))
        .having(failed > MOST_FAILED * func.count(), func.count() >= FEWEST_MESSAGES)
        .order_by(failed.desc())
    )
    return [Failing(*row) for row in (await session.exec(recent)).all()]


async def tell_failures(session: AsyncSession, *, failing: Collection[Failing], now: datetime) -> bool:
    """Tell the owners of the worst of these broadcasts that they have not heard of; tell whether they are told."""
    if await _told(session, Cause.FAILURES, since=now - ONCE_IN):
        return False
    known = {topic.split(":")[1] for topic in await _told(session, Cause.FAILURES, since=now - 2 * RECENT)}
    for one in failing:
        if str(one.broadcast_id) not in known:
            topic = _topic(Cause.FAILURES, str(one.broadcast_id), str(one.failed), str(one.recipients))
            await _tell(session, topic=topic, now=now)
            return True
    return False


async def failures_of(session: AsyncSession, *, topic: str) -> Failures:
    """Look up the broadcast that a word of trouble is about."""
    broadcast_id, failed, recipients = (int(part) for part in topic.split(":")[1:])
    broadcast = await session.get_one(Broadcast, broadcast_id)
    incident = await session.get(Incident, broadcast.incident_id) if broadcast.incident_id is not None else None
    return Failures(broadcast.kind, incident.code if incident else None, failed, recipients)


async def tell_answered_by_another(session: AsyncSession, *, count: int, now: datetime) -> bool:
    """Tell the owners that something else answered so many requests to Telegram; tell whether that is news."""
    if await _told(session, Cause.TELEGRAM, since=now - ONCE_IN):
        return False
    await _tell(session, topic=_topic(Cause.TELEGRAM, str(count)), now=now)
    return True


def answers_of(topic: str) -> int:
    """Tell how many answers a word of trouble is about."""
    return int(topic.partition(":")[2])


async def tell_clock(session: AsyncSession, *, ahead: timedelta, now: datetime) -> None:
    """Tell the owners that the clock was ahead by so much, and that what was stored then is pulled back."""
    await _tell(session, topic=_topic(Cause.CLOCK, str(round(ahead.total_seconds()))), now=now)


def ahead_of(topic: str) -> timedelta:
    """Tell by how much the clock was ahead."""
    return timedelta(seconds=int(topic.partition(":")[2]))


def cause_of(topic: str | None) -> Cause | None:
    """Tell what a word of trouble is about; None for what is not of this room, such as a job."""
    first = (topic or Cause.QUARANTINED).partition(":")[0]
    return Cause(first) if first in set(Cause) else None


async def _told(session: AsyncSession, cause: Cause, *, since: datetime) -> Sequence[str]:
    """List the topics of what the owners were told of a cause."""
    query = select(Broadcast.topic).where(
        Broadcast.kind == BroadcastKind.TROUBLE,
        col(Broadcast.topic).startswith(cause),
        Broadcast.created_at > since,
    )
    return [topic for topic in (await session.exec(query)).all() if topic is not None]


def _topic(cause: Cause, *parts: str) -> str:
    return ":".join((cause, *parts))


async def _tell(session: AsyncSession, *, topic: str, now: datetime, update_id: int | None = None) -> None:
    owners = [id_of(person) for person in await accounts.owners(session)]
    await broadcasts.queue(session, kind=TROUBLE, people=owners, topic=topic, update_id=update_id, now=now)
