"""A drill from its beginning to its end: begun by the clock or by hand, resting for what is real, stepped forward."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from models.drills import DRILL_SUBJECT, Drill, DrillState
from models.identity import id_of
from models.incidents import Incident, IncidentKind, IncidentStatus
from models.people import Person
from models.scripts import RunStep, RunStepState, ScriptRun
from services.drills import injects, news, people, planning
from services.drills.kinds import DrillEvent
from services.drills.people import NobodyToDrill
from services.ground import audit
from services.ground.refusals import Refusal
from services.scripts import running, versions


class DrillNotRunning(Refusal):
    """The drill has not begun, or is over."""


class DrillRests(Refusal):
    """The drill rests; it is let go on first."""


class DrillGoesOn(Refusal):
    """The drill does not rest."""


async def under_way(session: AsyncSession, *, drill_id: int) -> tuple[Drill, ScriptRun]:
    """Find a drill that is running, with its run; raises DrillUnknown or DrillNotRunning."""
    drill = await planning.by_id(session, drill_id=drill_id)
    if drill.state is not DrillState.RUNNING or drill.run_id is None:
        raise DrillNotRunning
    return drill, await running.run_by_id(session, run_id=drill.run_id)


async def rests(session: AsyncSession, *, drill: Drill) -> bool:
    """Tell whether a drill that has begun rests."""
    if drill.state is not DrillState.RUNNING or drill.run_id is None:
        return False
    return (await running.run_by_id(session, run_id=drill.run_id)).paused_at is not None


async def begin(session: AsyncSession, *, drill_id: int, by: Person, now: datetime) -> Drill:
    """Begin a drill by hand, whatever else is under way; raises DrillUnknown, DrillNotPlanned or NobodyToDrill."""
    drill = await planning.still_planned(session, drill_id=drill_id)
    if not await people.members_of(session, drill=drill, now=now):
        raise NobodyToDrill
    await _begin(session, drill, by=by, now=now)
    _record(session, drill, by, "drill-begun", now)
    return drill


async def _begin(session: AsyncSession, drill: Drill, *, by: Person, now: datetime) -> None:
    script = await versions.by_id(session, script_id=drill.script_id)
    run = await running.start(session, script=script, by=by, now=now)
    drill.state, drill.run_id, drill.began_at = DrillState.RUNNING, id_of(run), now
    drill.known_real = await _real(session)
    drill.announce_at = drill.rests_for_id = None
    await session.flush()
    await people.enrol(session, drill=drill, now=now)
    # Of one that comes unannounced, its first inject is the first that anybody hears.
    await news.tell(session, drill=drill, what=DrillEvent.BEGAN, members=drill.announced, now=now)


async def begin_due(session: AsyncSession, *, now: datetime) -> None:
    """Begin the drills whose moment has come; while something real is under way they wait for a word by hand."""
    query = select(Drill).where(
        Drill.state == DrillState.PLANNED, col(Drill.starts_at) <= now, col(Drill.held_at).is_(None)
    )
    for drill in (await session.exec(query.order_by(col(Drill.starts_at), col(Drill.id)))).all():
        real = await _real(session)
        nobody = not await people.members_of(session, drill=drill, now=now)
        if real or nobody:
            incident_id = real[0] if real else None
            drill.held_at, drill.rests_for_id = now, incident_id
            await session.flush()
            await news.tell(
                session, drill=drill, what=DrillEvent.HELD, incident_id=incident_id, members=drill.announced, now=now
            )
            continue
        await _begin(session, drill, by=await session.get_one(Person, drill.planned_by_id), now=now)


async def _real(session: AsyncSession) -> list[int]:
    """List the real incidents (ids) under way."""
    query = select(Incident).where(
        Incident.kind == IncidentKind.INCIDENT, col(Incident.status) != IncidentStatus.CLOSED
    )
    return [id_of(one) for one in (await session.exec(query.order_by(col(Incident.id)))).all()]


async def rest_for_real(session: AsyncSession, *, now: datetime) -> None:
    """Let a drill rest when something real is declared that was not known when it began or went on; all are told."""
    running_now = select(Drill).where(Drill.state == DrillState.RUNNING)
    for drill in (await session.exec(running_now.order_by(col(Drill.id)))).all():
        _, run = await under_way(session, drill_id=id_of(drill))
        new = [one for one in await _real(session) if one not in drill.known_real]
        if new and run.paused_at is None:
            await _rest(session, drill, run, by=None, incident_id=new[0], now=now)


async def rest(session: AsyncSession, *, drill_id: int, by: Person, now: datetime) -> Drill:
    """Let a drill rest by hand; raises DrillUnknown, DrillNotRunning or DrillRests."""
    drill, run = await under_way(session, drill_id=drill_id)
    if run.paused_at is not None:
        raise DrillRests
    await _rest(session, drill, run, by=by, incident_id=None, now=now)
    return drill


async def _rest(
    session: AsyncSession, drill: Drill, run: ScriptRun, *, by: Person | None, incident_id: int | None, now: datetime
) -> None:
    await running.pause(session, run=run, by=by, now=now)
    drill.rests_for_id = incident_id
    await session.flush()
    await injects.hold_back(session, drill=drill)
    # Whoever has heard nothing of it yet need not hear that it rests, least of all while something real goes out.
    having = await news.having(session, drill=drill, sent=True)
    await news.tell(session, drill=drill, what=DrillEvent.RESTS, incident_id=incident_id, people_in=having, now=now)
    await _redraw(session, drill, now=now)


async def go_on(session: AsyncSession, *, drill_id: int, by: Person, now: datetime) -> Drill:
    """Let a drill go on, all that is to come so much later; raises DrillUnknown, DrillNotRunning or DrillGoesOn."""
    drill, run = await under_way(session, drill_id=drill_id)
    if run.paused_at is None:
        raise DrillGoesOn
    await running.go_on(session, run=run, by=by, now=now)
    drill.known_real, drill.rests_for_id = await _real(session), None
    await session.flush()
    await _tell_of_going_on(session, drill, now=now)
    await injects.let_on(session, drill=drill, now=now)
    await _redraw(session, drill, now=now)
    return drill


async def _tell_of_going_on(session: AsyncSession, drill: Drill, *, now: datetime) -> None:
    """Tell those who have heard of a drill that it goes on; for the others it begins, if it is announced."""
    having = await news.having(session, drill=drill, sent=False)
    await news.tell(session, drill=drill, what=DrillEvent.GOES_ON, people_in=having, now=now)
    if drill.announced:
        partaking = await people.members_of(session, drill=drill, now=now)
        others = set(await people.speakers(session, members=partaking)) - having
        if others:
            await news.tell(session, drill=drill, what=DrillEvent.BEGAN, people_in=others, coordinators=False, now=now)


async def step_forward(session: AsyncSession, *, run_step_id: int, by: Person, now: datetime) -> Drill:
    """Let an inject that comes next come at once, and all after it so much earlier.

    Raises InjectUnknown, DrillNotRunning, DrillRests, or InjectSent where it came meanwhile, as by a double tap.
    """
    inject = await injects.by_id(session, run_step_id=run_step_id)
    drill, run = await under_way(session, drill_id=id_of(inject.drill))
    if run.paused_at is not None:
        raise DrillRests
    if inject.row.state is not RunStepState.WAITING:
        raise injects.InjectSent(at=inject.row.came_at or now)
    due = await running.step_forward(session, run=run, by=by, now=now)
    await injects.give(session, drill=drill, due=due, now=now)
    await news.redraw_board(session, drill=drill, now=now)
    return drill


async def end(session: AsyncSession, *, drill_id: int, by: Person, now: datetime, time_zone: ZoneInfo) -> Drill:
    """End a drill before its last inject; raises DrillUnknown or DrillNotRunning."""
    drill, run = await under_way(session, drill_id=drill_id)
    for inject in await _open(session, drill):
        await injects.miss(session, inject=inject, now=now)
    await running.end(session, run=run, by=by, now=now)
    await _finish(session, drill, now=now, time_zone=time_zone)
    return drill


async def _open(session: AsyncSession, drill: Drill) -> Sequence[injects.Inject]:
    return [one for one in await injects.of_drill(session, drill=drill) if one.is_open]


async def close_due(session: AsyncSession, *, now: datetime, time_zone: ZoneInfo) -> None:
    """Let the injects be over whose time is, and the drills whose last inject is."""
    for run_step_id in (await session.exec(_to_be_closed(), params={"now": now})).all():
        one = await running.by_id(session, run_step_id=run_step_id or 0)
        await running.settle(session, one=one, by=None, now=now)
        inject = await injects.by_id(session, run_step_id=run_step_id or 0)
        await injects.miss(session, inject=inject, now=now)
        await news.redraw_board(session, drill=inject.drill, now=now)
    for drill in (await session.exec(_ended())).all():
        await _finish(session, drill, now=now, time_zone=time_zone)


@cache
def _ended() -> SelectOfScalar[Drill]:
    return (
        select(Drill)
        .join(ScriptRun, col(ScriptRun.id) == col(Drill.run_id))
        .where(Drill.state == DrillState.RUNNING, col(ScriptRun.ended_at).is_not(None))
        .order_by(col(Drill.id))
    )


@cache
def _to_be_closed() -> SelectOfScalar[int] | SelectOfScalar[None]:
    return (
        select(RunStep.id)
        .join(ScriptRun, col(ScriptRun.id) == col(RunStep.run_id))
        .join(Drill, col(Drill.run_id) == col(ScriptRun.id))
        .where(
            Drill.state == DrillState.RUNNING,
            RunStep.state == RunStepState.DUE,
            col(RunStep.until_at) <= bindparam("now"),
            col(ScriptRun.paused_at).is_(None),
        )
        .order_by(col(RunStep.until_at), col(RunStep.id))
    )


async def _finish(session: AsyncSession, drill: Drill, *, now: datetime, time_zone: ZoneInfo) -> None:
    drill.state, drill.ended_at, drill.rests_for_id = DrillState.OVER, now, None
    await session.flush()
    await planning.repeat(session, drill=drill, now=now, time_zone=time_zone)
    await news.tell(session, drill=drill, what=DrillEvent.OVER, members=False, now=now)
    await news.tell_results(session, drill=drill, now=now)
    await news.ask_for_charts(session, drill=drill, now=now)
    await _redraw(session, drill, now=now)


async def _redraw(session: AsyncSession, drill: Drill, *, now: datetime) -> None:
    """Have the cards of what is still shown as open, and the boards, edited in place."""
    for inject in await injects.of_drill(session, drill=drill):
        if inject.row.state is not RunStepState.WAITING:
            await injects.redraw(session, run_step_id=id_of(inject.row), now=now)
    await news.redraw_board(session, drill=drill, now=now)


def _record(session: AsyncSession, drill: Drill, by: Person, action: str, now: datetime) -> None:
    audit.record(session, person=by, action=action, subject=DRILL_SUBJECT, subject_id=id_of(drill), now=now)


async def run_due(session: AsyncSession, *, now: datetime, time_zone: ZoneInfo) -> None:
    """Do what drills have due, in this order: rest for what is real, begin, send injects, close them, end."""
    await rest_for_real(session, now=now)
    await planning.announce_due(session, now=now)
    await begin_due(session, now=now)
    await injects.give_due(session, now=now)
    await close_due(session, now=now, time_zone=time_zone)
