"""Runs of scripts: steps come due by the clock or by hand, one after the other where they wait, each once.

A wing that has scripts asks for what came due (`take_due`), does what a step says in the same transaction, and says
when a step is over (`settle`). What it does of a step is its own business.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from models.people import Person
from models.scripts import (
    UNSETTLED,
    RunStep,
    RunStepState,
    Script,
    ScriptKind,
    ScriptRun,
    ScriptStep,
    StepStart,
)
from services.ground import audit
from services.ground.refusals import Refusal
from services.incidents import under_way as incidents
from services.scripts import versions

REASON_LENGTH = 300


class RunUnknown(Refusal):
    """There is no such run, or no such step of one."""


class RunOver(Refusal):
    """The run ended at `at`."""


class RunStepSettled(Refusal):
    """The step `place` is over already since `at`."""


class RunStepNotDone(Refusal):
    """Nobody said that the step `place` is done."""


class NothingToStepTo(Refusal):
    """No step is to come by the clock: what is left waits for the step before it, or all is over."""


class SkipReasonMissing(Refusal):
    """A step is skipped with a reason only."""


class SkipReasonLength(Refusal):
    """The reason is longer than `limit` characters; it has `length`."""


@dataclass(frozen=True)
class Running:
    """A step of a run with all that it stands in."""

    row: RunStep
    step: ScriptStep
    run: ScriptRun
    script: Script


async def start(
    session: AsyncSession,
    *,
    script: Script,
    by: Person,
    now: datetime,
    incident_id: int | None = None,
    owners: Mapping[int, int | None] | None = None,
) -> ScriptRun:
    """Start a version: each step gets its moment, or waits for the one before; nothing is done yet.

    `owners` names by the step (id) the businesses (ids) that were chosen, None where nobody is to have it.
    """
    run = ScriptRun(script_id=id_of(script), incident_id=incident_id, began_at=now, began_by_id=id_of(by))
    session.add(run)
    await session.flush()
    steps = await versions.steps_of(session, script_id=id_of(script))
    session.add_all(
        RunStep(
            run_id=id_of(run),
            step_id=id_of(step),
            place=place,
            state=RunStepState.WAITING,
            due_at=_begins(step, first=place == 1, now=now),
            member_id=(owners or {}).get(id_of(step), step.member_id),
        )
        for place, step in enumerate(steps, 1)
    )
    await session.flush()
    _record(session, run, "run-started", by=by, now=now)
    return run


def _begins(step: ScriptStep, *, first: bool, now: datetime) -> datetime | None:
    """Tell when a step is due, which of the first one is known even where it waits for the one before."""
    if step.starts is StepStart.STEP_BEFORE and not first:
        return None
    return now + timedelta(minutes=step.minutes)


async def take_due(session: AsyncSession, *, kind: ScriptKind, now: datetime) -> Sequence[Running]:
    """Let the steps of a kind of script come due whose moment has come, and give them in their order.

    Whoever asks does in the same transaction what the steps say. Those of runs that are paused or over, or whose
    incident is over or a drill that rests for what is real, are left.
    """
    due = [Running(*found) for found in await session.exec(_due(kind), params={"now": now})]
    for one in due:
        _come_due(one, now=now)
    await session.flush()
    return due


@cache
def _due(kind: ScriptKind) -> Any:
    """Make what asks for the steps of a kind that come due, once: it is asked each second."""
    return (
        _whole()
        .outerjoin(Incident, col(Incident.id) == col(ScriptRun.incident_id))
        .where(
            RunStep.state == RunStepState.WAITING,
            col(RunStep.due_at) <= bindparam("now"),
            Script.kind == kind,
            col(ScriptRun.paused_at).is_(None),
            col(ScriptRun.ended_at).is_(None),
            col(Incident.id).is_(None) | ((col(Incident.status) != IncidentStatus.CLOSED) & ~incidents.rests()),
        )
        .order_by(col(RunStep.due_at), col(RunStep.id))
    )


def _come_due(one: Running, *, now: datetime) -> None:
    one.row.state = RunStepState.DUE
    one.row.came_at = now
    one.row.until_at = now + timedelta(minutes=one.step.within)


@cache
def _whole() -> Any:
    """Select steps of runs with all that they stand in."""
    return (
        select(RunStep, ScriptStep, ScriptRun, Script)
        .join(ScriptStep, col(ScriptStep.id) == col(RunStep.step_id))
        .join(ScriptRun, col(ScriptRun.id) == col(RunStep.run_id))
        .join(Script, col(Script.id) == col(ScriptRun.script_id))
    )


async def run_by_id(session: AsyncSession, *, run_id: int) -> ScriptRun:
    """Find a run; raises RunUnknown."""
    run = await session.get(ScriptRun, run_id)
    if run is None:
        raise RunUnknown
    return run


async def by_id(session: AsyncSession, *, run_step_id: int) -> Running:
    """Find a step of a run with all that it stands in; raises RunUnknown."""
    found = (await session.exec(_whole().where(RunStep.id == run_step_id))).first()
    if found is None:
        raise RunUnknown
    return Running(*found)


async def of_run(session: AsyncSession, *, run_id: int) -> Sequence[Running]:
    """List the steps of a run in their order."""
    found = await session.exec(_whole().where(RunStep.run_id == run_id).order_by(col(RunStep.place)))
    return [Running(*one) for one in found]


async def under_way(session: AsyncSession, *, incident_id: int, kind: ScriptKind) -> Sequence[ScriptRun]:
    """List the runs of an incident that are not over, the oldest first."""
    query = (
        select(ScriptRun)
        .join(Script, col(Script.id) == col(ScriptRun.script_id))
        .where(ScriptRun.incident_id == incident_id, Script.kind == kind, col(ScriptRun.ended_at).is_(None))
        .order_by(col(ScriptRun.id))
    )
    return (await session.exec(query)).all()


async def settle(session: AsyncSession, *, one: Running, by: Person | None, now: datetime) -> None:
    """Let a step be done: the one that waits for it gets its moment, and the run ends with its last step.

    `by` is None where the clock saw it. Raises RunStepSettled.
    """
    await _end_step(session, one, RunStepState.DONE, by=by, now=now)


async def undo(session: AsyncSession, *, one: Running, by: Person, now: datetime) -> None:
    """Let a step that somebody said was done be under way again: what waits for it waits again, unless it has come due.

    A run that ended with it goes on. Raises RunStepNotDone, or RunOver for a run that ended otherwise.
    """
    if not was_done_by_hand(one):
        raise RunStepNotDone(place=one.row.place)
    if not ended_with(one):
        refuse_over(one.run)
    one.run.ended_at = None
    for other in await of_run(session, run_id=id_of(one.run)):
        if _follows(other, one):
            other.row.due_at = None
    one.row.state, one.row.done_at, one.row.done_by_id = RunStepState.DUE, None, None
    await session.flush()
    _record(session, one.run, "run-step-undone", by=by, now=now, after={"place": one.row.place})


def was_done_by_hand(one: Running) -> bool:
    """Tell whether a person said that a step is done, which no task reported."""
    return one.row.state is RunStepState.DONE and one.row.done_by_id is not None and one.row.task_id is None


def ended_with(one: Running) -> bool:
    """Tell whether a run ended with this step."""
    return one.run.ended_at is not None and one.run.ended_at == one.row.done_at


async def skip(session: AsyncSession, *, one: Running, reason: str, by: Person | None, now: datetime) -> None:
    """Leave a step out, for a reason; what waits for it goes on.

    Raises RunStepSettled, SkipReasonMissing or SkipReasonLength.
    """
    one.row.reason = check_reason(reason)
    await _end_step(session, one, RunStepState.SKIPPED, by=by, now=now)


def check_reason(reason: str) -> str:
    """Give a reason back; raises SkipReasonMissing or SkipReasonLength."""
    if not reason:
        raise SkipReasonMissing
    if len(reason) > REASON_LENGTH:
        raise SkipReasonLength(limit=REASON_LENGTH, length=len(reason))
    return reason


async def _end_step(
    session: AsyncSession, one: Running, state: RunStepState, *, by: Person | None, now: datetime
) -> None:
    refuse_settled(one)
    one.row.state = state
    one.row.done_at = now
    one.row.done_by_id = id_of(by) if by is not None else None
    await session.flush()
    left = [other for other in await of_run(session, run_id=id_of(one.run)) if other.row.state in UNSETTLED]
    for other in left:
        if _follows(other, one):
            # While the run rests its time stands still.
            other.row.due_at = (one.run.paused_at or now) + timedelta(minutes=other.step.minutes)
    if not left:
        one.run.ended_at = now
    await session.flush()
    if by is not None:
        _record(session, one.run, f"run-step-{state}", by=by, now=now, after={"place": one.row.place})


def _follows(other: Running, one: Running) -> bool:
    """Tell whether a step to come waits for one."""
    follows = other.row.place == one.row.place + 1 and other.step.starts is StepStart.STEP_BEFORE
    return follows and other.row.state is RunStepState.WAITING


def count_from(one: Running, *, now: datetime) -> None:
    """Let the time for a step that is due begin anew where its deadline has passed."""
    if one.row.until_at is None or one.row.until_at <= now:
        one.row.until_at = now + timedelta(minutes=one.step.within)


def refuse_settled(one: Running) -> None:
    """Raise RunStepSettled for a step that is over, RunOver for one of a run that is."""
    if one.row.state not in UNSETTLED:
        raise RunStepSettled(place=one.row.place, at=one.row.done_at)
    refuse_over(one.run)


def refuse_over(run: ScriptRun) -> None:
    """Raise RunOver for a run that is over."""
    if run.ended_at is not None:
        raise RunOver(at=run.ended_at)


async def pause(session: AsyncSession, *, run: ScriptRun, by: Person | None, now: datetime) -> bool:
    """Let a run rest; tell whether it did not rest already. Raises RunOver."""
    refuse_over(run)
    if run.paused_at is not None:
        return False
    run.paused_at = now
    await session.flush()
    _record(session, run, "run-paused", by=by, now=now)
    return True


async def go_on(session: AsyncSession, *, run: ScriptRun, by: Person | None, now: datetime) -> bool:
    """Let a run go on: what is to come, and each deadline, moves by the pause. Tell whether it rested.

    Raises RunOver.
    """
    refuse_over(run)
    if run.paused_at is None:
        return False
    await _shift(session, run, by_time=now - run.paused_at)
    run.paused_at = None
    await session.flush()
    _record(session, run, "run-went-on", by=by, now=now)
    return True


async def _shift(session: AsyncSession, run: ScriptRun, *, by_time: timedelta, deadlines: bool = True) -> None:
    """Move the moments of what is to come, and the deadlines of what is under way."""
    rows = await session.exec(select(RunStep).where(RunStep.run_id == id_of(run), col(RunStep.state).in_(UNSETTLED)))
    for row in rows:
        if row.state is RunStepState.WAITING and row.due_at is not None:
            row.due_at += by_time
        if deadlines and row.state is RunStepState.DUE and row.until_at is not None:
            row.until_at += by_time


async def step_forward(session: AsyncSession, *, run: ScriptRun, by: Person, now: datetime) -> Sequence[Running]:
    """Let the next moment of a run come at once, by hand, and everything after it so much earlier.

    Gives the steps that came due, for whoever asks to do what they say; works while the run rests as well. Raises
    RunOver or NothingToStepTo.
    """
    refuse_over(run)
    steps = [one for one in await of_run(session, run_id=id_of(run)) if one.row.state is RunStepState.WAITING]
    moments = [one.row.due_at for one in steps if one.row.due_at is not None]
    if not moments:
        raise NothingToStepTo
    nearest, stands_at = min(moments), run.paused_at or now
    if nearest > stands_at:
        await _shift(session, run, by_time=stands_at - nearest, deadlines=False)
    due = [one for one in steps if one.row.due_at is not None and one.row.due_at <= stands_at]
    for one in due:
        _come_due(one, now=now)
    await session.flush()
    _record(session, run, "run-stepped-forward", by=by, now=now, after={"places": [one.row.place for one in due]})
    return due


async def end(session: AsyncSession, *, run: ScriptRun, by: Person | None, now: datetime) -> None:
    """End a run before its last step; what was to come does not come any more. Raises RunOver."""
    refuse_over(run)
    run.ended_at = now
    await session.flush()
    _record(session, run, "run-ended", by=by, now=now)


def _record(
    session: AsyncSession,
    run: ScriptRun,
    what: str,
    *,
    by: Person | None,
    now: datetime,
    after: dict[str, Any] | None = None,
) -> None:
    said = {"script_id": run.script_id, "incident_id": run.incident_id, **(after or {})}
    audit.record(session, person=by, action=what, subject="script_run", subject_id=run.id, now=now, after=said)
