"""What comes next by itself as things stand: the first planned step that would be taken, or why none would be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.circles import WaveCircle
from models.identity import id_of
from models.incidents import Incident, Reminder, ReminderKind
from services.incidents import audience, lifecycle, reminders, standings
from services.incidents.sharing import labels
from services.policies import steps
from services.policies.steps import Turnout
from services.waves.calling import WAVES


class Rest(StrEnum):
    """Why nothing more comes by itself."""

    ALL_ANSWERED = "all_answered"
    NOBODY_REACHED = "nobody_reached"
    ENOUGH_READY = "enough_ready"
    ALL_CALLED = "all_called"
    PLAN_DONE = "plan_done"


@dataclass(frozen=True)
class NextStep:
    """What happens next by itself, and when; a wave calls a circle.

    It is taken while fewer than `fewer_than` businesses are ready, as `ready` are now, or while the headcount that
    is wanted is not there (`counts_people`); unconditionally where neither stands.
    """

    kind: ReminderKind
    at: datetime
    circle: WaveCircle | None = None
    fewer_than: int = 0
    ready: int = 0
    counts_people: bool = False


async def look(session: AsyncSession, *, incident: Incident, now: datetime) -> NextStep | Rest:
    """Find the first planned step that would be taken if nothing changed before, or tell why none would be."""
    turnout = await standings.turnout(session, incident=incident)
    planned = await _planned(session, incident, now=now)
    for row in planned:
        if await _would_do_something(session, incident, row, turnout, now=now):
            return _step(row, turnout)
    return await _rest(session, incident, [row for row in planned if row.kind in WAVES], turnout, now=now)


async def that_widen(
    session: AsyncSession, *, incident: Incident, rows: Sequence[Reminder], now: datetime
) -> Sequence[Reminder]:
    """Leave out of an incident's waves those to come that would find nobody: they are no promise."""
    return [row for row in rows if row.done_at is not None or await _reaches_anybody(session, incident, row, now=now)]


async def _planned(session: AsyncSession, incident: Incident, *, now: datetime) -> list[Reminder]:
    """List the steps that lie ahead and that nobody holds back, in order."""
    held: tuple[ReminderKind, ...] = WAVES if incident.waves_held_at is not None else ()
    if labels.is_narrow(incident.tlp):
        # What is for an organisation at most never widens by itself.
        held = (*held, ReminderKind.WAVE)
    query = select(Reminder).where(
        Reminder.incident_id == id_of(incident),
        col(Reminder.done_at).is_(None),
        col(Reminder.due_at) > now,
        col(Reminder.kind).not_in(held),
    )
    return list((await session.exec(query.order_by(col(Reminder.due_at), col(Reminder.id)))).all())


async def _would_do_something(
    session: AsyncSession, incident: Incident, row: Reminder, turnout: Turnout, *, now: datetime
) -> bool:
    """Tell whether a step is needed as things stand, and whether there is anybody whom it would reach."""
    if not steps.is_taken(row.kind, fewer_than=row.fewer_than, turnout=turnout):
        return False
    return await _reaches_anybody(session, incident, row, now=now)


async def _reaches_anybody(session: AsyncSession, incident: Incident, row: Reminder, *, now: datetime) -> bool:
    match row.kind:
        case ReminderKind.RAISE:
            return steps.graver(incident.severity) is not None
        case ReminderKind.REMIND:
            return await reminders.waits_for_anybody(session, incident_id=id_of(incident))
        case ReminderKind.WIDEN:
            return await audience.holds_anybody_back(session, incident=incident, now=now)
        case ReminderKind.WAVE:
            circle = row.circle or WaveCircle.OFF_DUTY
            wanted = (await lifecycle.wanted_now(session, incident=incident)).widened({circle})
            return await audience.is_there(session, wanted=wanted, besides=id_of(incident), now=now)


def _step(row: Reminder, turnout: Turnout) -> NextStep:
    if row.kind not in WAVES:
        return NextStep(row.kind, row.due_at)
    if turnout.counts_people:
        return NextStep(row.kind, row.due_at, row.circle, counts_people=True)
    return NextStep(row.kind, row.due_at, row.circle, fewer_than=row.fewer_than, ready=turnout.ready)


async def _rest(
    session: AsyncSession, incident: Incident, waves: Sequence[Reminder], turnout: Turnout, *, now: datetime
) -> Rest:
    """Tell why none of the steps that are left would be taken, some `waves` among them."""
    if not await reminders.waits_for_anybody(session, incident_id=id_of(incident)):
        return Rest.ALL_ANSWERED if turnout.answered else Rest.NOBODY_REACHED
    if not waves:
        return Rest.PLAN_DONE if await _is_anybody_left(session, incident, now=now) else Rest.ALL_CALLED
    needed = any(steps.is_taken(row.kind, fewer_than=row.fewer_than, turnout=turnout) for row in waves)
    return Rest.ALL_CALLED if needed else Rest.ENOUGH_READY


async def _is_anybody_left(session: AsyncSession, incident: Incident, *, now: datetime) -> bool:
    """Tell whether a coordinator could still call anybody, by whatever circle."""
    if await audience.holds_anybody_back(session, incident=incident, now=now):
        return True
    widest = (await lifecycle.wanted_now(session, incident=incident)).widened(set(WaveCircle) - steps.UNBUILT)
    return await audience.is_there(session, wanted=widest, besides=id_of(incident), now=now)
