"""The bot is killed between injects of a drill and steps of a playbook, and while they go out: each comes once."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind
from models.database import Database, opened
from models.identity import id_of
from models.incidents import Incident, IncidentKind, IncidentStatus, IncidentType, Severity
from models.members import Member
from models.people import Person
from models.scripts import RunStep, RunStepState, ScriptKind, StepRole, StepStart
from models.tasks import Task
from services.drills import course, planning
from services.drills.planning import DrillPlan
from services.playbooks import runs
from services.scripts import versions, writing
from services.scripts.writing import StepWords
from tests.faults.broadcast import Plan, Play, come_to_rest
from tests.faults.crowd import COLLEAGUE, crowd
from tests.faults.killing import let_leases_run_out
from tests.faults.stage import Json, Stage, staged
from tests.faults.watch import Watch, watching

PATIENCE = 60
AGAIN = "↻"
TIME_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
# Far enough that only this test lets a moment come.
HOUR = 60


@dataclass(frozen=True)
class StepsCame:
    """What came of the injects and steps; `wrong` must be empty."""

    people: int
    moments: int
    kills: int
    repeats: int
    seconds: float
    wrong: Sequence[str]

    def as_lines(self) -> Iterator[str]:
        """Say it."""
        what = f"{self.moments} injects to {self.people} people and {self.moments} steps of a playbook"
        yield f"{what}; {self.kills} kills; {self.repeats} repeats; {self.seconds:.0f} s"
        for each in self.wrong:
            yield f"WRONG: {each}"


async def kill_between_steps(plan: Plan, folder: Path, *, moments: int = 3, at_the_tick: int = 2) -> StepsCame:
    """Let the bot die before each moment at which an inject and a step are due, at the tick, and as they go out."""
    begin, kills, dice = time.monotonic(), 0, random.Random(plan.seed)
    async with (
        staged(folder, people=plan.people, rate=plan.rate, url=plan.url, program=plan.program) as stage,
        opened(stage.url) as database,
        watching(stage, answering=frozenset(), seed=plan.seed) as watch,
    ):
        await _begin(database, moments)
        for place in range(1, moments + 1):
            await _let_come(database)
            for _ in range(at_the_tick):
                await stage.start()
                await asyncio.sleep(dice.uniform(0, 0.4))
                await stage.kill()
            kills += at_the_tick
            # What was on its way to the last ones when it died comes with the next moment.
            if place < moments:
                await _live_and_die(stage, database, watch, place)
                kills += 1
        await stage.start()
        await _until_all(watch, moments, plan)
        await come_to_rest(Play(plan, stage, watch, database))
        wrong = [*_seen(watch, plan, moments, kills), *await _stored(database, moments)]
        await stage.end()
    repeats = sum(AGAIN in each["text"] for copies in watch.copies.values() for each in copies)
    return StepsCame(plan.people, moments, kills, repeats, time.monotonic() - begin, wrong)


async def _begin(database: Database, moments: int) -> None:
    """Begin a drill beside an incident that is known, and a playbook on that, each with so many moments to come."""
    now = datetime.now(UTC)
    async with database.writing() as session:
        by = (await session.exec(select(Person).where(Person.telegram_id == COLLEAGUE))).one()
        members = (await session.exec(select(Member.id).order_by(col(Member.id)).limit(moments))).all()
        incident_id = await _happen(session, by, now)
        playbook = await _write(session, ScriptKind.PLAYBOOK, moments, by, now)
        steps = await versions.steps_of(session, script_id=playbook)
        owners = {id_of(step): member or 0 for step, member in zip(steps, members, strict=True)}
        await runs.start(session, script_id=playbook, incident_id=incident_id, owners=owners, by=by, now=now)
        said = DrillPlan(await _write(session, ScriptKind.DRILL, moments, by, now), now.replace(year=now.year + 1))
        drill = await planning.plan(session, said=said, draft_key="k", by=by, now=now, time_zone=TIME_ZONE)
        await course.begin(session, drill_id=id_of(drill), by=by, now=now)


async def _happen(session: AsyncSession, by: Person, now: datetime) -> int:
    """Let an incident be under way to which nobody was called."""
    incident = Incident(
        kind=IncidentKind.INCIDENT,
        year=now.year,
        number=1,
        code=f"SC-{now.year}-0001",
        type=IncidentType.OTHER,
        severity=Severity.LOW,
        title="Mất điện",
        description="Mất điện diện rộng.",
        province_code="01",
        headcount_wanted=1,
        status=IncidentStatus.HANDLING,
        draft_key="k",
        declared_by_id=id_of(by),
        declared_at=now,
    )
    session.add(incident)
    await session.flush()
    return id_of(incident)


async def _write(session: AsyncSession, kind: ScriptKind, moments: int, by: Person, now: datetime) -> int:
    script = await versions.begin_new(session, kind=kind, title="Mất điện", by=by, now=now)
    for place in range(1, moments + 1):
        words = StepWords(f"Việc {place}", StepRole.EVERYONE, None, StepStart.BEGINNING, place * HOUR, HOUR)
        if kind is ScriptKind.PLAYBOOK:
            words = StepWords(f"Việc {place}", StepRole.ANY, None, StepStart.BEGINNING, place * HOUR, HOUR)
        await writing.add(session, script_id=id_of(script), words=words, by=by, now=now)
    return id_of(await versions.save(session, script_id=id_of(script), by=by, now=now))


async def _let_come(database: Database) -> None:
    """Let the next inject and the next step be due while the bot is dead."""
    async with database.writing() as session:
        query = select(RunStep).where(RunStep.state == RunStepState.WAITING).order_by(col(RunStep.place))
        waiting = (await session.exec(query)).all()
        for row in waiting:
            if row.place == waiting[0].place:
                row.due_at = datetime.now(UTC)


async def _live_and_die(stage: Stage, database: Database, watch: Watch, place: int) -> None:
    """Let the bot live until the first have the inject, and kill it while it goes out to the others."""
    await stage.start()
    assert await watch.until(lambda: any(_injects(watch, person, place) for person in watch.copies), PATIENCE), (
        "an inject went to nobody"
    )
    await stage.kill()
    await let_leases_run_out(database)


async def _until_all(watch: Watch, moments: int, plan: Plan) -> None:
    """Wait until everybody has every inject, and each owner of a step its task."""
    people, places = crowd(plan.people), range(1, moments + 1)
    assert await watch.until(
        lambda: all(_injects(watch, person, place) for person in people for place in places), PATIENCE
    ), "an inject did not come"
    assert await watch.until(lambda: all(_tasks(watch, person) for person in people[:moments]), PATIENCE), (
        "a step did not come"
    )


def _injects(watch: Watch, person: int, place: int) -> Sequence[Json]:
    """Give the copies of an inject that arrived in a chat."""
    return [
        each
        for each in watch.copies.get(person, ())
        if f"Việc {place}" in each["text"] and "Tình huống" in each["text"]
    ]


def _tasks(watch: Watch, person: int) -> Sequence[Json]:
    """Give the tasks that arrived in a chat."""
    return [each for each in watch.copies.get(person, ()) if "NV-" in each["text"]]


def _seen(watch: Watch, plan: Plan, moments: int, kills: int) -> Iterator[str]:
    """Compare what people have got with what they should have."""
    copies = [
        copy
        for person in crowd(plan.people)
        for place in range(1, moments + 1)
        for copy in _injects(watch, person, place)[1:]
    ]
    if unmarked := [copy for copy in copies if AGAIN not in copy["text"]]:
        yield f"{len(unmarked)} repeats of injects are not marked"
    if len(copies) > kills * plan.in_flight:
        yield f"{len(copies)} repeats of injects"
    for place, person in enumerate(crowd(plan.people)):
        tasks = _tasks(watch, person)
        if bool(tasks) != (place < moments) or [each for each in tasks[1:] if AGAIN not in each["text"]]:
            yield f"{person} got {len(tasks)} tasks"


async def _stored(database: Database, moments: int) -> Sequence[str]:
    async with database.reading() as session:
        queued = (await session.exec(select(Broadcast.kind, Broadcast.subject_id))).all()
        tasks = len((await session.exec(select(Task.id))).all())
        left = (await session.exec(select(RunStep.id).where(RunStep.state == RunStepState.WAITING))).all()
    times = Counter(kind for kind, _ in queued)
    wrong = [
        f"{kind} was queued {times[kind]} times"
        for kind in (BroadcastKind.INJECT, BroadcastKind.TASK)
        if times[kind] != moments or len({row for row in queued if row[0] == kind}) != moments
    ]
    if tasks != moments:
        wrong.append(f"{tasks} tasks were made")
    if left:
        wrong.append(f"{len(left)} steps never came")
    return wrong
