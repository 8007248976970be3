"""A quick drill that something real overtakes rests: nobody is reminded, all are told, and it goes on afterwards."""

from dataclasses import replace
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind
from models.identity import id_of
from models.incidents import Incident, IncidentKind, IncidentStatus
from models.responses import Answer
from services.incidents import reminders, responses
from services.scripts import running
from services.tasks import ladder
from services.updates import due as updates
from services.waves import overtaken
from services.workbooks import exports
from tests.network import CABLE_CUT, MORNING, Network, found_network
from tests.services.scripting import tick as tick_script
from tests.services.scripting import timed, write
from tests.services.tasking import after, assignment, give, told

DRILL = replace(CABLE_CUT, kind=IncidentKind.DRILL)


async def tick(network: Network, *moments: datetime) -> None:
    for now in moments:
        await overtaken.follow(network.session, now=now)
        await reminders.remind_due(network.session, now=now)


async def said(network: Network, kind: BroadcastKind, drill: Incident) -> list[str]:
    query = select(Broadcast).where(Broadcast.kind == kind, Broadcast.subject_id == id_of(drill))
    found = await network.session.exec(query.order_by(col(Broadcast.id)))
    return [str((one.details or {}).get("is")) for one in found]


async def test_a_quick_drill_rests_while_something_real_is_under_way_and_everybody_is_told(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    before = await network.declare()
    drill = await network.declare(DRILL, now=after(minutes=1))
    await tick(network, after(minutes=2))
    # What was there before the drill does not let it rest.
    assert await said(network, BroadcastKind.COURSE, drill) == []

    real = await network.declare(now=after(minutes=3))
    await tick(network, *(after(minutes=one) for one in (4, 5, 17, 40)))
    assert await said(network, BroadcastKind.COURSE, drill) == ["rests_for_real"]
    (told,) = await network.recipients(BroadcastKind.COURSE, drill)
    assert set(told) == {id_of(one) for one in (network.an, network.binh, network.chi, network.dung)} | {
        id_of(network.coordinator),
        id_of(network.colleague),
    }
    assert await said(network, BroadcastKind.REMINDER, drill) == []
    assert await said(network, BroadcastKind.REMINDER, real) != []

    real.status = before.status = IncidentStatus.CLOSED
    await session.flush()
    await tick(network, after(minutes=41), after(minutes=42))
    assert await said(network, BroadcastKind.COURSE, drill) == ["rests_for_real", "goes_on_again"]
    assert await said(network, BroadcastKind.REMINDER, drill) == []
    await tick(network, after(minutes=60))
    assert len(await said(network, BroadcastKind.REMINDER, drill)) == 1


async def test_tasks_updates_and_playbooks_of_a_quick_drill_rest_with_it(session: AsyncSession) -> None:
    network = await found_network(session)
    script = await write(network, timed("Báo cấp trên", 5))
    drill = await network.declare(DRILL)
    await give(network, assignment(network.telecom, incident=drill))
    await updates.plan(session, incident=drill, now=MORNING)
    await running.start(session, script=script, incident_id=id_of(drill), by=network.coordinator, now=MORNING)
    real = await network.declare(now=after(minutes=1))

    async def heard(hours: int) -> list[int]:
        await ladder.remind_due(session, now=after(hours=hours))
        await updates.tell_due(session, now=after(hours=hours))
        owed = await said(network, BroadcastKind.UPDATE_WATCH, drill)
        reminded = await told(network, BroadcastKind.TASK_REMINDER)
        return [len(owed), len(reminded), len(await tick_script(network, hours=hours))]

    assert await heard(3) == [0, 0, 0]
    real.status = IncidentStatus.CLOSED
    await session.flush()
    assert await heard(4) == [1, 1, 1]


async def test_answers_to_drills_stand_in_no_workbook_of_all_answers(session: AsyncSession) -> None:
    network = await found_network(session)
    drill, real = await network.declare(DRILL), await network.declare()
    for incident in (drill, real):
        await responses.respond(
            session, incident=incident, person=network.an, answer=Answer.READY, now=after(minutes=1)
        )

    async def codes(incident_id: int | None) -> list[str]:
        rows = [row async for some in exports.answer_rows(session, incident_id=incident_id) for row in some]
        steps = [row async for some in exports.answer_steps(session, incident_id=incident_id) for row in some]
        assert len(rows) == len(steps) == await exports.count_answers(session, incident_id=incident_id)
        return [row.incident.code for row in rows]

    assert await codes(None) == [real.code]
    assert await codes(id_of(drill)) == [drill.code]
