"""A drill of the small network, for the tests of the services."""

from datetime import datetime

from sqlmodel import col, select

from models.broadcasts import Broadcast, BroadcastKind
from models.drills import Drill, InjectReply
from models.identity import id_of
from models.people import Person
from models.scripts import ScriptKind, StepRole, StepStart
from services.drills import course, injects, planning
from services.drills.people import EVERYBODY, DrillCircle
from services.drills.planning import DrillPlan
from services.scripts import versions, writing
from services.scripts.writing import StepWords
from tests.network import MORNING, TIME_ZONE, Network
from tests.services.tasking import after

STARTS_AT = after(hours=1)
SCRIPT = (
    StepWords("Mất điện diện rộng.", StepRole.EVERYONE, None, StepStart.BEGINNING, 0, 10, "Báo tình trạng trạm"),
    StepWords("Mất cáp trục.", StepRole.TELECOM, None, StepStart.BEGINNING, 15, 20, "Chuyển hướng lưu lượng"),
)


async def script(network: Network, *steps: StepWords) -> int:
    """Write a script of a drill."""
    session, by = network.session, network.coordinator
    begun = await versions.begin_new(session, kind=ScriptKind.DRILL, title="Mất điện", by=by, now=MORNING)
    for step in steps or SCRIPT:
        await writing.add(session, script_id=id_of(begun), words=step, by=by, now=MORNING)
    return id_of(await versions.save(session, script_id=id_of(begun), by=by, now=MORNING))


async def planned(
    network: Network,
    *steps: StepWords,
    announced: bool = True,
    yearly: bool = False,
    circle: DrillCircle = EVERYBODY,
) -> Drill:
    """Plan a drill of a circle in an hour."""
    said = DrillPlan(await script(network, *steps), STARTS_AT, circle, announced=announced, yearly=yearly)
    return await planning.plan(
        network.session, said=said, draft_key="1:k", by=network.coordinator, now=MORNING, time_zone=TIME_ZONE
    )


async def let_pass(network: Network, *moments: datetime) -> None:
    """Let the clock look at some moments."""
    for now in moments:
        await course.run_due(network.session, now=now, time_zone=TIME_ZONE)


async def begun(network: Network, *steps: StepWords, announced: bool = True, yearly: bool = False) -> Drill:
    """Let a drill begin by the clock; its first inject is out."""
    drill = await planned(network, *steps, announced=announced, yearly=yearly)
    await let_pass(network, STARTS_AT)
    return drill


async def answer(
    network: Network, drill: Drill, number: int, person: Person, *, now: datetime, done: bool | None = True
) -> None:
    """Answer an inject, counted from 0."""
    inject = (await injects.of_drill(network.session, drill=drill))[number]
    await injects.answer(network.session, run_step_id=id_of(inject.row), person=person, now=now, done=done)


async def step_forward(network: Network, drill: Drill, number: int, *, now: datetime) -> None:
    """Send an inject, counted from 0, before its time."""
    inject = (await injects.of_drill(network.session, drill=drill))[number]
    await course.step_forward(network.session, run_step_id=id_of(inject.row), by=network.coordinator, now=now)


async def replies(network: Network) -> list[tuple[int, str]]:
    """Tell, for each inject and business in their order, whether it was answered, missed or still open."""
    rows = await network.session.exec(
        select(InjectReply).order_by(col(InjectReply.run_step_id), col(InjectReply.member_id))
    )
    return [(row.member_id, "answered" if row.answered_at else "missed" if row.missed_at else "open") for row in rows]


async def events(network: Network, kind: BroadcastKind) -> list[str]:
    """List what was told of drills, in its order."""
    found = await network.session.exec(select(Broadcast).where(Broadcast.kind == kind).order_by(col(Broadcast.id)))
    return [str((one.details or {}).get("what") or (one.details or {}).get("is")) for one in found]
