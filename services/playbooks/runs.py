"""Playbooks under way: what comes due becomes a task or the office's own step, and ends with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from models.broadcasts import Broadcast, Lane
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from models.members import Member
from models.people import Person
from models.scripts import RUN_STEP_SUBJECT, SCRIPT_RUN_SUBJECT, RunStep, RunStepState, Script, ScriptKind, ScriptRun
from models.tasks import Task, TaskChange, TaskState, TaskStep
from services.ground.details import TYPE, read
from services.ground.refusals import Refusal
from services.incidents import cards as incident_cards
from services.incidents import lifecycle as incidents
from services.incidents.sharing import labels
from services.outbox import broadcasts
from services.people import accounts
from services.places import communes
from services.playbooks import naming
from services.playbooks.kinds import PLAYBOOK_STEP, LostDoer, PastDeadline
from services.scripts import running, versions, writing
from services.scripts.running import Running
from services.tasks import orders as tasks
from services.tasks import states as task_states
from services.tasks import steps as task_steps
from services.tasks.orders import PLACE_LENGTH, WHAT_LENGTH, Assignment, TaskNobodyNamed, TaskOwnerMissing

PLAYBOOK = ScriptKind.PLAYBOOK
# What a business reported done is done for the step that waits for it; the coordinators' word is not awaited.
FINISHED = (TaskState.DONE, TaskState.VERIFIED)


class PlaybookUnderWay(Refusal):
    """The playbook `title` is under way on this incident, since `at`."""


class StepHasTask(Refusal):
    """The step was given already, as the task `code`."""


class StepNotDue(Refusal):
    """The step `place` is still to come, or waits for the one before."""


@dataclass(frozen=True)
class RunSheet:
    """All that the page of a run says: the steps in their order, each with the business and the task it has."""

    run: ScriptRun
    script: Script
    incident: Incident
    steps: Sequence[Running]
    members: Mapping[int, Member]
    tasks: Mapping[int, Task]
    names: Mapping[int, str]


async def start(
    session: AsyncSession,
    *,
    script_id: int,
    incident_id: int,
    owners: Mapping[int, int | None],
    by: Person,
    now: datetime,
) -> ScriptRun:
    """Start a playbook on an incident; `owners` are the businesses (ids) chosen by the step (id), None for the office.

    What is due at once comes with the next stroke of the clock. Raises what `versions.usable` raises, IncidentUnknown,
    IncidentClosed or PlaybookUnderWay.
    """
    script = await may_start(session, script_id=script_id, incident_id=incident_id)
    return await running.start(session, script=script, incident_id=incident_id, owners=owners, by=by, now=now)


async def may_start(session: AsyncSession, *, script_id: int, incident_id: int) -> Script:
    """Find a playbook that may be started on an incident now; raises what `start` raises."""
    await incidents.still_open(session, incident_id=incident_id)
    script = await versions.usable(session, script_id=script_id)
    for run in await running.under_way(session, incident_id=incident_id, kind=PLAYBOOK):
        other = await versions.by_id(session, script_id=run.script_id)
        if other.name == script.name:
            raise PlaybookUnderWay(title=script.title, at=run.began_at)
    return script


async def do_due(session: AsyncSession, *, now: datetime, time_zone: ZoneInfo) -> None:
    """Let go on what waited for a task, then do what has come due; each in the transaction that marks it."""
    await _follow_tasks(session, now=now)
    for one in await running.take_due(session, kind=PLAYBOOK, now=now):
        chosen = one.row.member_id
        if chosen is None or not await _give(session, one, chosen, now=now, time_zone=time_zone):
            await _tell_office(session, one, lost=chosen, now=now)
        await _redraw(session, one, now=now)
    await _remind_office(session, now=now)


async def _remind_office(session: AsyncSession, *, now: datetime) -> None:
    """Remind everybody who coordinates, once, of what the office itself was to have done by now."""
    for row, _ in (await session.exec(_late_at_office(), params={"now": now})).all():
        await broadcasts.queue(
            session,
            kind=PLAYBOOK_STEP,
            people=await accounts.coordinator_ids(session),
            subject_id=id_of(row),
            details=PastDeadline(),
            now=now,
        )


@cache
def _late_at_office() -> Select[RunStep, Incident]:
    reminded = select(Broadcast.id).where(
        *broadcasts.about(PLAYBOOK_STEP, col(RunStep.id)),
        col(Broadcast.details)[TYPE].as_string() == PastDeadline.word,
    )
    return _waiting_for_office().where(col(RunStep.until_at) <= bindparam("now"), ~reminded.exists())


async def _follow_tasks(session: AsyncSession, *, now: datetime) -> None:
    """End the steps whose tasks were reported done or taken back."""
    for row, task in (await session.exec(_with_settled_tasks())).all():
        one = await running.by_id(session, run_step_id=id_of(row))
        if task.state is TaskState.CANCELLED:
            reason = await _said_last(session, task) or task.code
            await running.skip(session, one=one, reason=reason, by=None, now=now)
        else:
            await running.settle(session, one=one, by=None, now=now)
        await _redraw(session, one, now=now)


@cache
def _with_settled_tasks() -> Select[RunStep, Task]:
    return (
        select(RunStep, Task)
        .join(Task, col(Task.id) == col(RunStep.task_id))
        .join(ScriptRun, col(ScriptRun.id) == col(RunStep.run_id))
        .where(
            RunStep.state == RunStepState.DUE,
            col(ScriptRun.ended_at).is_(None),
            col(Task.state).in_((*FINISHED, TaskState.CANCELLED)),
        )
        .order_by(col(RunStep.id))
    )


async def _said_last(session: AsyncSession, task: Task) -> str | None:
    query = select(TaskChange.note).where(TaskChange.task_id == id_of(task)).order_by(col(TaskChange.id).desc())
    return (await session.exec(query.limit(1))).first()


async def _give(
    session: AsyncSession,
    one: Running,
    member_id: int,
    *,
    now: datetime,
    time_zone: ZoneInfo,
) -> bool:
    """Make the task of a step that has come due; tell whether its business could be given it."""
    asked_by = await session.get_one(Person, one.run.began_by_id)
    try:
        await _hand(session, one, member_id, by=asked_by, now=now, time_zone=time_zone)
    except (TaskOwnerMissing, TaskNobodyNamed):
        one.row.member_id = None
        return False
    return True


async def _hand(
    session: AsyncSession, one: Running, member_id: int, *, by: Person, now: datetime, time_zone: ZoneInfo
) -> None:
    """Make the task of a step; raises TaskOwnerMissing or TaskNobodyNamed before anything is stored."""
    member = await tasks.owner(session, member_id=member_id, incident_id=one.run.incident_id)
    said = Assignment(
        member_id=member_id,
        incident_id=one.run.incident_id,
        what=_order(one),
        place=await _place(session, one, member),
        due_at=one.row.until_at,
        files=tuple(await writing.files_of(session, step_id=id_of(one.step))),
    )
    task = await tasks.assign(
        session, assignment=said, draft_key=f"run-step:{one.row.id}", by=by, now=now, time_zone=time_zone
    )
    one.row.member_id, one.row.task_id = member_id, id_of(task)
    await session.flush()


def _order(one: Running) -> str:
    """Say what is to be done, and below it what is expected, where both fit."""
    whole = f"{one.step.text}\n🎯 {one.step.expected}" if one.step.expected else one.step.text
    return whole if len(whole) <= WHAT_LENGTH else one.step.text


async def _place(session: AsyncSession, one: Running, member: Member) -> str:
    """Name the communes of the incident if they fit, or else the business's own."""
    codes: Sequence[str] = ()
    if one.run.incident_id is not None:
        incident = await incidents.by_id(session, incident_id=one.run.incident_id)
        codes = (await incidents.wanted_by(session, incident=incident)).commune_codes
    named = ", ".join(communes.commune(code).name for code in codes)
    return named if 0 < len(named) <= PLACE_LENGTH else communes.commune(member.commune_code).name


async def _tell_office(session: AsyncSession, one: Running, *, lost: int | None, now: datetime) -> None:
    """Tell everybody who coordinates that a step is the office's, and which business (id) it was `lost` by."""
    everybody = await accounts.coordinator_ids(session)
    details = LostDoer(lost) if lost is not None else None
    await broadcasts.queue(
        session, kind=PLAYBOOK_STEP, people=everybody, subject_id=id_of(one.row), details=details, now=now
    )


async def lost_doer(session: AsyncSession, *, one: Running) -> Member | None:
    """Find the business that was chosen for a step that nobody has, and could not be given it."""
    if one.row.member_id is not None or one.row.done_at is not None:
        return None
    told = await session.exec(select(Broadcast.details).where(*broadcasts.about(PLAYBOOK_STEP, id_of(one.row))))
    lost = next((said for said in (read(details, LostDoer) for details in told) if said is not None), None)
    return await session.get(Member, lost.member_id) if lost is not None else None


async def _redraw(session: AsyncSession, one: Running, *, now: datetime) -> None:
    """Have the messages edited in place that show a step, or the run that it is of."""
    for subject, about in ((RUN_STEP_SUBJECT, id_of(one.row)), (SCRIPT_RUN_SUBJECT, id_of(one.run))):
        await broadcasts.redraw(session, subject=subject, subject_id=about, lane=Lane.REPLY, now=now)
    if one.run.incident_id is not None:
        await incident_cards.redraw_tally(session, incident_id=one.run.incident_id, now=now)


async def redraw_run(session: AsyncSession, *, run: ScriptRun, now: datetime) -> None:
    """Have the pages edited in place that show a run."""
    await broadcasts.redraw(session, subject=SCRIPT_RUN_SUBJECT, subject_id=id_of(run), lane=Lane.REPLY, now=now)


async def give(
    session: AsyncSession, *, run_step_id: int, member_id: int, by: Person, now: datetime, time_zone: ZoneInfo
) -> Task:
    """Give a step that is due to a business, as a task; its deadline counts from now where it had passed.

    Raises RunUnknown, RunStepSettled, RunOver, StepNotDue, StepHasTask, TaskOwnerMissing or TaskNobodyNamed.
    """
    one = await due_step(session, run_step_id=run_step_id)
    if one.row.task_id is not None:
        task = await tasks.by_id(session, task_id=one.row.task_id)
        raise StepHasTask(code=task.code)
    running.count_from(one, now=now)
    await _hand(session, one, member_id, by=by, now=now, time_zone=time_zone)
    await _redraw(session, one, now=now)
    return await session.get_one(Task, one.row.task_id)


async def with_office(session: AsyncSession, *, limit: int) -> Sequence[tuple[Running, Incident]]:
    """List the steps that wait for the office itself, the earliest deadline first; those of runs that rest are left."""
    found = (await session.exec(_waiting_for_office().limit(limit))).all()
    return [(await running.by_id(session, run_step_id=id_of(row)), incident) for row, incident in found]


@cache
def _waiting_for_office() -> Select[RunStep, Incident]:
    return (
        select(RunStep, Incident)
        .join(ScriptRun, col(ScriptRun.id) == col(RunStep.run_id))
        .join(Script, col(Script.id) == col(ScriptRun.script_id))
        .join(Incident, col(Incident.id) == col(ScriptRun.incident_id))
        .where(
            RunStep.state == RunStepState.DUE,
            col(RunStep.task_id).is_(None),
            Script.kind == PLAYBOOK,
            col(ScriptRun.ended_at).is_(None),
            col(ScriptRun.paused_at).is_(None),
            Incident.status != IncidentStatus.CLOSED,
        )
        .order_by(col(RunStep.until_at), col(RunStep.id))
    )


def is_overdue(one: Running, *, now: datetime) -> bool:
    """Tell whether a step that is with the office was to be done by now."""
    until, waits = one.row.until_at, one.row.state is RunStepState.DUE and one.row.task_id is None
    return waits and until is not None and until <= now


async def due_step(session: AsyncSession, *, run_step_id: int) -> Running:
    """Find a step that is under way; raises RunUnknown, RunStepSettled, RunOver or StepNotDue."""
    one = await running.by_id(session, run_step_id=run_step_id)
    running.refuse_settled(one)
    if one.row.state is not RunStepState.DUE:
        raise StepNotDue(place=one.row.place)
    return one


async def finish(session: AsyncSession, *, run_step_id: int, by: Person, now: datetime) -> Running:
    """Let a step that the office did be done; what a business has is its business's to report.

    Raises what `due_step` raises, or StepHasTask.
    """
    one = await due_step(session, run_step_id=run_step_id)
    if one.row.task_id is not None:
        task = await tasks.by_id(session, task_id=one.row.task_id)
        raise StepHasTask(code=task.code)
    await running.settle(session, one=one, by=by, now=now)
    await _redraw(session, one, now=now)
    return one


async def undo(session: AsyncSession, *, run_step_id: int, by: Person, now: datetime) -> Running:
    """Let a step that the office said it did be the office's to do again; what has come due since stays.

    Raises RunUnknown, RunStepNotDone, RunOver or IncidentClosed.
    """
    one = await running.by_id(session, run_step_id=run_step_id)
    if one.run.incident_id is not None:
        await incidents.still_open(session, incident_id=one.run.incident_id)
    await running.undo(session, one=one, by=by, now=now)
    await _redraw(session, one, now=now)
    return one


async def skip(session: AsyncSession, *, run_step_id: int, reason: str, by: Person, now: datetime) -> Running:
    """Leave a step out, for a reason; the business that has its task hears that it is cancelled, and why.

    Raises what `running.skip` raises, TaskStepUntimely where the task was just reported done, or LabelStricter.
    """
    one = await running.by_id(session, run_step_id=run_step_id)
    running.refuse_settled(one)
    running.check_reason(reason)
    if one.row.task_id is not None:
        task = await tasks.by_id(session, task_id=one.row.task_id)
        await labels.check_words(session, reason, incident_id=task.incident_id)
        if TaskStep.CANCELLED in task_states.ORDERED.get(task.state, ()):
            await task_steps.cancel(session, task_id=id_of(task), reason=reason, by=by, now=now)
    await running.skip(session, one=one, reason=reason, by=by, now=now)
    await _redraw(session, one, now=now)
    return one


async def sheet(session: AsyncSession, *, run_id: int) -> RunSheet:
    """Gather all that the page of a run says; raises RunUnknown."""
    run = await running.run_by_id(session, run_id=run_id)
    if run.incident_id is None:
        raise running.RunUnknown
    steps = await running.of_run(session, run_id=run_id)
    member_ids = {one.row.member_id for one in steps if one.row.member_id is not None}
    task_ids = {one.row.task_id for one in steps if one.row.task_id is not None}
    members = await session.exec(select(Member).where(col(Member.id).in_(member_ids)))
    given = await session.exec(select(Task).where(col(Task.id).in_(task_ids)))
    return RunSheet(
        run=run,
        script=await versions.by_id(session, script_id=run.script_id),
        incident=await incidents.by_id(session, incident_id=run.incident_id),
        steps=steps,
        members={id_of(member): member for member in members},
        tasks={id_of(task): task for task in given},
        names=await naming.names_of(session, steps=[one.step for one in steps]),
    )


async def of_incident(session: AsyncSession, *, incident_id: int) -> Sequence[tuple[ScriptRun, Script]]:
    """List the playbooks that were started on an incident, those under way first, then the newest."""
    query = (
        select(ScriptRun, Script)
        .join(Script, col(Script.id) == col(ScriptRun.script_id))
        .where(ScriptRun.incident_id == incident_id, Script.kind == PLAYBOOK)
        .order_by(col(ScriptRun.ended_at).is_not(None), col(ScriptRun.id).desc())
    )
    return (await session.exec(query)).all()
