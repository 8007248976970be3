"""Trouble in the system itself, as its owners are told of it: at most once for each cause and hour."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import case, func, text
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from models.people import Language
from services.ground import inbox
from services.ground.details import TYPE, AnyDetails, Details, read
from services.incidents.cards import incident_of
from services.incidents.kinds import ALERT
from services.outbox import broadcasts
from services.people import accounts
from services.tally import counting
from services.tally.counting import AnswerGroup
from services.watch.backlog import LaneBacklog
from services.watch.kinds import TROUBLE, AnsweredByAnother, ClockAhead, Failing, Late, SetAside, Stumbled, Waited

ONCE_IN = timedelta(hours=1)
# A broadcast is looked at for so long: one to tens of thousands takes its time.
RECENT = timedelta(hours=6)
MOST_FAILED = 0.05
# Of fewer messages a share says little; each coordinator's tally shows who was not reached.
FEWEST_MESSAGES = 5
# Stands for the inbox where lanes are listed.
INBOX = 0


class Cause(StrEnum):
    """What is wrong."""

    QUARANTINED = "quarantined"
    LATE = "late"
    FAILURES = "failures"
    DATABASE = "database"
    TELEGRAM = "telegram"
    CLOCK = "clock"


@dataclass(frozen=True)
class Failures:
    """A broadcast of which too much failed.

    `unreached` counts, of an alert that is not over, the businesses of which nobody could be written to.
    """

    kind: BroadcastKind
    incident_code: str | None
    failed: int
    recipients: int
    unreached: int | None = None


async def touch(session: AsyncSession) -> None:
    """Write something that changes nothing, to know that the database can be written; others who do so wait."""
    connection = await session.connection()
    await connection.execute(text("UPDATE alembic_version SET version_num = version_num"))


async def listeners(session: AsyncSession) -> Sequence[tuple[int, Language]]:
    """List the owners' chats and languages, for when the outbox cannot be used."""
    return [(person.telegram_id, person.language) for person in await accounts.owners(session)]


async def tell_quarantined(session: AsyncSession, *, now: datetime) -> bool:
    """Tell the owners of the updates that were set aside since they were told last; tell whether they are."""
    told = select(func.max(col(Broadcast.created_at))).where(*_about(SetAside))
    told_at = (await session.exec(told)).one()
    if told_at is not None and told_at > now - ONCE_IN:
        return False
    aside = await inbox.quarantined_since(session, since=told_at)
    if not aside:
        return False
    await _tell(session, SetAside(len(aside), update_id=aside[-1]), now=now)
    return True


async def tell_late(session: AsyncSession, *, late: Collection[Waited], now: datetime) -> bool:
    """Tell the owners which lanes have not kept their promise; tell whether one is among them that is news."""
    told = {one.lane for before in await _told(session, Late, since=now - ONCE_IN) for one in before.lanes}
    if not {one.lane for one in late} - told:
        return False
    await _tell(session, Late(tuple(late)), now=now)
    return True


def waited(lanes: Collection[LaneBacklog]) -> list[Waited]:
    """Say of late lanes what the owners are told."""
    return [Waited(lane.lane, int(lane.age.total_seconds())) for lane in lanes]


async def failing(session: AsyncSession, *, now: datetime) -> Sequence[Failing]:
    """List the recent broadcasts of which more than a twentieth failed, the worst first; counting takes its time."""
    failed = func.sum(case((col(Delivery.state) == DeliveryState.FAILED, 1), else_=0))
    recent = (
        select(col(Delivery.broadcast_id), failed, func.count())
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(Broadcast.created_at > now - RECENT, Broadcast.kind != TROUBLE.name)
        .group_by(col(Delivery.broadcast_id))
        .having(failed > MOST_FAILED * func.count(), func.count() >= FEWEST_MESSAGES)
        .order_by(failed.desc())
    )
    rows = (await session.exec(recent)).all()
    # PostgreSQL gives a sum of whole numbers as a decimal one.
    return [Failing(broadcast_id, int(lost), recipients) for broadcast_id, lost, recipients in rows]


async def tell_failures(session: AsyncSession, *, failing: Collection[Failing], now: datetime) -> bool:
    """Tell the owners of the worst of these broadcasts that they have not heard of; tell whether they are told.

    What is said of an incident after its alert fails for the same people: it is news only where more of it failed.
    """
    if await _told(session, Failing, since=now - ONCE_IN):
        return False
    before = await _told(session, Failing, since=now - 2 * RECENT)
    known = {one.broadcast_id for one in before}
    most: dict[int | None, int] = {}
    for one in before:
        incident_id = await _incident_id(session, one)
        most[incident_id] = max(one.failed, most.get(incident_id, 0))
    for one in failing:
        incident_id = await _incident_id(session, one)
        is_known = incident_id is not None and one.failed <= most.get(incident_id, 0)
        if one.broadcast_id not in known and not is_known:
            await _tell(session, one, now=now)
            return True
    return False


async def _incident_id(session: AsyncSession, failing: Failing) -> int | None:
    broadcast = await session.get(Broadcast, failing.broadcast_id)
    return incident_of(broadcast) if broadcast is not None else None


async def failures_of(session: AsyncSession, *, failing: Failing, now: datetime) -> Failures:
    """Look up the broadcast of which the owners are told."""
    broadcast = await session.get_one(Broadcast, failing.broadcast_id)
    incident_id = incident_of(broadcast)
    incident = await session.get(Incident, incident_id) if incident_id is not None else None
    failures = Failures(broadcast.kind, incident.code if incident else None, failing.failed, failing.recipients)
    if incident is None or broadcast.kind != ALERT.name or incident.status is IncidentStatus.CLOSED:
        return failures
    counted = await counting.count(session, incident=incident, now=now)
    return replace(failures, unreached=counted.groups[AnswerGroup.UNREACHABLE])


async def tell_answered_by_another(session: AsyncSession, *, count: int, now: datetime) -> bool:
    """Tell the owners that something else answered so many requests to Telegram; tell whether that is news."""
    if await _told(session, AnsweredByAnother, since=now - ONCE_IN):
        return False
    await _tell(session, AnsweredByAnother(count), now=now)
    return True


async def tell_clock(session: AsyncSession, *, ahead: timedelta, now: datetime) -> None:
    """Tell the owners that the clock was ahead by so much, and that what was stored then is pulled back."""
    await _tell(session, ClockAhead(round(ahead.total_seconds())), now=now)


async def tell_stumbled(session: AsyncSession, *, duty: str, now: datetime) -> bool:
    """Tell the owners which duty of the clock could not be done; tell whether that is news."""
    if duty in {one.duty for one in await _told(session, Stumbled, since=now - ONCE_IN)}:
        return False
    await _tell(session, Stumbled(duty), now=now)
    return True


def _about(cause: type[Details]) -> tuple[ColumnElement[bool], ...]:
    """Make the conditions that a broadcast tells the owners of a cause."""
    return (col(Broadcast.kind) == TROUBLE.name, col(Broadcast.details)[TYPE].as_string() == cause.word)


async def _told(session: AsyncSession, cause: type[AnyDetails], *, since: datetime) -> Sequence[AnyDetails]:
    """List what the owners were told of a cause."""
    query = select(Broadcast.details).where(*_about(cause), Broadcast.created_at > since)
    told = [read(one, cause) for one in (await session.exec(query)).all()]
    return [one for one in told if one is not None]


async def _tell(session: AsyncSession, trouble: Details, *, now: datetime) -> None:
    owners = [id_of(person) for person in await accounts.owners(session)]
    await broadcasts.queue(session, kind=TROUBLE, people=owners, details=trouble, now=now)
