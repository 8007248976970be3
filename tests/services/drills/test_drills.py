"""Planned drills: they begin by the clock, rest for what is real, go on by hand, and end with a score."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.drills import Drill, DrillState, InjectReply
from models.identity import id_of
from models.incidents import Incident, IncidentKind
from models.people import Person
from models.scripts import ScriptStep, StepRole, StepStart
from models.tasks import Task
from services.drills import course, injects, planning, scoring
from services.incidents import lifecycle
from services.privacy import records
from services.wings import WINGS
from tests.network import CABLE_CUT, MORNING, TIME_ZONE, found_network, speak
from tests.services.cast import told
from tests.services.drills.drilling import (
    SCRIPT,
    STARTS_AT,
    answer,
    begun,
    events,
    let_pass,
    planned,
    replies,
    step_forward,
)
from tests.services.tasking import after

FIRST, SECOND = STARTS_AT, STARTS_AT + timedelta(minutes=15)


def at(**duration: float) -> datetime:
    return STARTS_AT + timedelta(**duration)


async def sent(session: AsyncSession) -> int:
    """Count the injects that went out."""
    return len((await session.exec(select(Broadcast.id).where(Broadcast.kind == BroadcastKind.INJECT))).all())


async def test_a_drill_begins_by_the_clock_and_each_inject_comes_once_at_its_time(session: AsyncSession) -> None:
    network = await found_network(session)
    drill = await planned(network)
    everybody = [id_of(one) for one in (network.an, network.binh, network.chi, network.dung)]

    await let_pass(network, STARTS_AT - timedelta(seconds=1))
    assert (drill.state, await sent(session)) == (DrillState.PLANNED, 0)
    await let_pass(network, FIRST, FIRST, SECOND - timedelta(seconds=1))
    assert (drill.state, await sent(session)) == (DrillState.RUNNING, 1)
    assert sorted(await told(session, BroadcastKind.INJECT)) == sorted(everybody)
    await let_pass(network, SECOND, SECOND)

    assert await sent(session) == 2
    assert sorted((await told(session, BroadcastKind.INJECT))[4:]) == sorted([id_of(network.an), id_of(network.binh)])


async def test_who_takes_part_is_told_a_week_before_unless_it_comes_unannounced(session: AsyncSession) -> None:
    network = await found_network(session)
    await planned(network)

    await let_pass(network, after(minutes=1))
    assert await events(network, BroadcastKind.DRILL_NEWS) == ["announced"]
    await let_pass(network, after(minutes=2))
    assert await events(network, BroadcastKind.DRILL_NEWS) == ["announced"]


async def test_nobody_hears_of_an_unannounced_drill_before_its_first_inject(session: AsyncSession) -> None:
    network = await found_network(session)
    await begun(network, announced=False)

    assert await told(session, BroadcastKind.DRILL_NEWS) == []
    assert await sent(session) == 1
    assert await events(network, BroadcastKind.DRILL_BOARD) == ["began"]


async def test_a_drill_is_planned_once_whatever_is_tapped_twice(session: AsyncSession) -> None:
    network = await found_network(session)
    drill = await planned(network)
    again = await planning.plan(
        session,
        said=planning.DrillPlan(drill.script_id, STARTS_AT),
        draft_key="1:k",
        by=network.colleague,
        now=MORNING,
        time_zone=TIME_ZONE,
    )

    assert again is drill
    assert drill.code == "DK-2026-0001"


async def test_what_nobody_answered_is_missed_by_itself_and_the_drill_ends_with_its_last_inject(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    drill = await begun(network)
    telecom, postal, it = (id_of(one) for one in (network.telecom, network.postal, network.it))
    await answer(network, drill, 0, network.an, now=at(minutes=2))

    await let_pass(network, at(minutes=9, seconds=59))
    assert await replies(network) == [(telecom, "answered"), (postal, "open"), (it, "open")]
    await let_pass(network, at(minutes=10))
    assert await replies(network) == [(telecom, "answered"), (postal, "missed"), (it, "missed")]
    with pytest.raises(injects.InjectOver):
        await answer(network, drill, 0, network.dung, now=at(minutes=11))

    await let_pass(network, at(minutes=15), at(minutes=35))
    assert drill.state is DrillState.OVER
    assert await events(network, BroadcastKind.DRILL_BOARD) == ["began", "over"]
    assert (await events(network, BroadcastKind.DRILL_NEWS))[-1] == "result"


async def test_an_inject_is_over_when_everybody_has_answered(session: AsyncSession) -> None:
    network = await found_network(session)
    drill = await begun(network)
    await let_pass(network, SECOND)
    # The second inject goes to the telecom business alone.
    await answer(network, drill, 1, network.binh, now=at(minutes=16))

    with pytest.raises(injects.InjectOver):
        await answer(network, drill, 1, network.an, now=at(minutes=17))
    await let_pass(network, at(minutes=17))
    assert drill.state is DrillState.OVER


async def test_one_answer_counts_for_all_businesses_of_a_person_and_for_no_other(session: AsyncSession) -> None:
    network = await found_network(session)
    drill = await begun(network)
    telecom, postal, it = (id_of(one) for one in (network.telecom, network.postal, network.it))

    await answer(network, drill, 0, network.chi, now=at(minutes=1))

    assert await replies(network) == [(telecom, "open"), (postal, "answered"), (it, "answered")]
    with pytest.raises(injects.NotYourInject):
        await answer(network, drill, 0, network.coordinator, now=at(minutes=2))


async def test_a_real_incident_lets_a_drill_rest_and_everybody_is_told_once(session: AsyncSession) -> None:
    network = await found_network(session)
    drill = await begun(network)
    incident = await network.declare(now=at(minutes=5))

    await let_pass(network, at(minutes=5), at(minutes=6), SECOND, at(minutes=40))

    assert await course.rests(session, drill=drill)
    assert drill.rests_for_id == incident.id
    assert await events(network, BroadcastKind.DRILL_NEWS) == ["announced", "began", "rests"]
    assert (await events(network, BroadcastKind.DRILL_BOARD)) == ["began", "rests"]
    # Neither does the next inject come, nor is anything missed.
    assert await sent(session) == 1
    assert {state for _, state in await replies(network)} == {"open"}
    with pytest.raises(course.DrillRests):
        await step_forward(network, drill, 1, now=at(minutes=41))


async def test_a_drill_goes_on_by_hand_with_everything_so_much_later(session: AsyncSession) -> None:
    network = await found_network(session)
    drill = await begun(network)
    incident = await network.declare(now=at(minutes=5))
    await let_pass(network, at(minutes=5))

    await course.go_on(session, drill_id=id_of(drill), by=network.coordinator, now=at(minutes=65))
    await let_pass(network, at(minutes=66), at(minutes=69, seconds=59))
    # The real incident is known by now, and lets it rest no more.
    assert not await course.rests(session, drill=drill)
    assert {state for _, state in await replies(network)} == {"open"}
    await answer(network, drill, 0, network.an, now=at(minutes=69))
    await let_pass(network, at(minutes=70), at(minutes=74, seconds=59))
    assert await sent(session) == 1
    await let_pass(network, at(minutes=75))
    assert await sent(session) == 2
    took = (await session.exec(select(InjectReply.took_seconds).where(col(InjectReply.answered_at).is_not(None)))).all()
    assert took == [9 * 60]

    await lifecycle.close(
        session, incident_id=id_of(incident), summary="Xong", by=network.coordinator, now=at(minutes=76)
    )
    await network.declare(now=at(minutes=77))
    await let_pass(network, at(minutes=77))
    assert await course.rests(session, drill=drill)


async def test_another_drill_or_a_problem_lets_no_drill_rest(session: AsyncSession) -> None:
    network = await found_network(session)
    drill = await begun(network)
    for kind in (IncidentKind.DRILL, IncidentKind.PROBLEM):
        await network.declare(replace(CABLE_CUT, kind=kind), now=at(minutes=1))

    await let_pass(network, at(minutes=2))

    assert not await course.rests(session, drill=drill)


async def test_a_drill_does_not_begin_by_itself_while_something_real_is_under_way(session: AsyncSession) -> None:
    network = await found_network(session)
    drill = await planned(network)
    await let_pass(network, after(minutes=1))
    await network.declare(now=after(minutes=30))

    await let_pass(network, STARTS_AT, at(minutes=1))
    assert drill.state is DrillState.PLANNED
    assert (await events(network, BroadcastKind.DRILL_NEWS)) == ["announced", "held"]
    await course.begin(session, drill_id=id_of(drill), by=network.coordinator, now=at(minutes=20))
    await let_pass(network, at(minutes=20))

    assert (drill.state, await sent(session)) == (DrillState.RUNNING, 1)


async def test_stepping_forward_sends_the_inject_that_was_meant_at_once_and_none_after_it(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    drill = await begun(network, *SCRIPT, replace(SCRIPT[1], minutes=30))

    await step_forward(network, drill, 1, now=at(minutes=1))
    for meant in (0, 1):
        with pytest.raises(injects.InjectSent):
            await step_forward(network, drill, meant, now=at(minutes=1))
    assert await sent(session) == 2
    await step_forward(network, drill, 2, now=at(minutes=2))
    await let_pass(network, SECOND)

    assert await sent(session) == 3


async def test_points_are_for_seeing_answering_doing_and_soon(session: AsyncSession) -> None:
    network = await found_network(session)
    drill = await begun(network)
    first = (await injects.of_drill(session, drill=drill))[0]
    await injects.see(session, run_step_id=id_of(first.row), person=network.dung, now=at(minutes=1))
    await answer(network, drill, 0, network.an, now=at(minutes=5))
    await let_pass(network, at(minutes=10), SECOND, at(minutes=35))

    result = await scoring.of_drill(session, drill=drill)

    # Seen 10, answered 40, done 40, half of 10 for half of the time; the second inject brought nothing.
    assert [(one.member.name, one.score.points) for one in result.ranked] == [
        ("Viễn thông Sông Hồng", 48),
        ("Công nghệ Hoa Sen", 10),
        ("Bưu chính Long Biên", 0),
    ]
    whole = result.whole
    assert (whole.given, whole.seen, whole.answered, whole.done, whole.minutes) == (4, 2, 1, 1, 5.0)
    assert result.before is None


@pytest.mark.parametrize(
    ("seen", "took_seconds", "done", "points"),
    [
        (False, None, None, 0),
        (True, None, None, 10),
        (True, 0, False, 60),
        (True, 0, True, 100),
        (True, 300, True, 95),
        (True, 600, True, 90),
        (True, 900, True, 90),
    ],
)
def test_the_points_of_an_answer_follow_from_what_was_done_and_how_soon(
    seen: bool, took_seconds: int | None, done: bool | None, points: float
) -> None:
    reply = InjectReply(
        run_step_id=1,
        member_id=1,
        seen_at=MORNING if seen else None,
        answered_at=MORNING if took_seconds is not None else None,
        took_seconds=took_seconds,
        done=done,
    )

    step = ScriptStep(
        script_id=1, place=1, text="x", role=StepRole.EVERYONE, starts=StepStart.BEGINNING, minutes=0, within=10
    )

    assert scoring.points_of(reply, step) == points


async def test_the_first_answer_says_how_long_it_took_and_the_last_one_counts(session: AsyncSession) -> None:
    network = await found_network(session)
    drill = await begun(network)

    await answer(network, drill, 0, network.an, now=at(minutes=2), done=False)
    await answer(network, drill, 0, network.binh, now=at(minutes=5), done=True)

    (reply,) = (await session.exec(select(InjectReply).where(col(InjectReply.answered_at).is_not(None)))).all()
    assert (reply.answered_at, reply.took_seconds, reply.done) == (at(minutes=2), 120, True)


async def test_an_inject_that_nobody_gets_is_over_at_once(session: AsyncSession) -> None:
    network = await found_network(session)
    network.telecom.unavailable_until = STARTS_AT + timedelta(days=1)
    drill = await begun(network)

    await let_pass(network, SECOND)

    # The second inject is for the telecom business, which was away when the drill began.
    assert await sent(session) == 1
    assert drill.state is DrillState.OVER


async def test_whoever_coordinates_and_speaks_for_a_business_is_told_by_the_board_alone(session: AsyncSession) -> None:
    network = await found_network(session)
    await speak(session, network.colleague, network.it)

    await begun(network)

    assert id_of(network.colleague) not in await told(session, BroadcastKind.DRILL_NEWS)
    assert id_of(network.colleague) in await told(session, BroadcastKind.DRILL_BOARD)


async def test_what_is_answered_while_a_drill_rests_took_the_time_until_it_rested(session: AsyncSession) -> None:
    network = await found_network(session)
    drill = await begun(network)
    await course.rest(session, drill_id=id_of(drill), by=network.coordinator, now=at(minutes=4))

    await answer(network, drill, 0, network.an, now=at(minutes=50))

    took = await session.exec(select(InjectReply.took_seconds).where(col(InjectReply.answered_at).is_not(None)))
    assert took.all() == [4 * 60]


async def test_a_yearly_drill_is_planned_again_with_last_time_beside_it(session: AsyncSession) -> None:
    network = await found_network(session)
    drill = await begun(network, yearly=True)
    await answer(network, drill, 0, network.an, now=at(minutes=5))
    await course.end(session, drill_id=id_of(drill), by=network.coordinator, now=at(minutes=12), time_zone=TIME_ZONE)

    again = (await session.exec(select(Drill).where(Drill.before_id == id_of(drill)))).one()
    assert (again.state, again.starts_at) == (DrillState.PLANNED, datetime(2027, 11, 20, 3, 0, tzinfo=UTC))
    assert again.announce_at == again.starts_at - timedelta(days=7)
    result = await scoring.of_drill(session, drill=again)
    assert result.before is not None
    assert result.before.drill is drill
    assert result.before.members[id_of(network.telecom)] == 95


async def test_the_twenty_ninth_of_february_comes_again_on_the_twenty_eighth() -> None:
    leap = datetime(2028, 2, 29, 2, 0, tzinfo=UTC)

    assert planning.a_year_later(leap, TIME_ZONE) == datetime(2029, 2, 28, 2, 0, tzinfo=UTC)


async def test_a_drill_ended_by_hand_sends_nothing_more_and_what_is_open_is_missed(session: AsyncSession) -> None:
    network = await found_network(session)
    drill = await begun(network)

    await course.end(session, drill_id=id_of(drill), by=network.coordinator, now=at(minutes=1), time_zone=TIME_ZONE)
    await let_pass(network, SECOND, at(hours=2))

    assert await sent(session) == 1
    assert {state for _, state in await replies(network)} == {"missed"}
    with pytest.raises(injects.InjectOver):
        await answer(network, drill, 0, network.an, now=at(minutes=2))
    with pytest.raises(course.DrillNotRunning):
        await course.end(session, drill_id=id_of(drill), by=network.coordinator, now=at(minutes=2), time_zone=TIME_ZONE)


async def test_a_cancelled_drill_never_begins_and_whoever_was_told_hears_of_it(session: AsyncSession) -> None:
    network = await found_network(session)
    drill = await planned(network)
    await let_pass(network, after(minutes=1))

    await planning.cancel(session, drill_id=id_of(drill), by=network.coordinator, now=after(minutes=2))
    await let_pass(network, STARTS_AT)

    assert await sent(session) == 0
    assert await events(network, BroadcastKind.DRILL_NEWS) == ["announced", "cancelled"]
    with pytest.raises(planning.DrillNotPlanned):
        await course.begin(session, drill_id=id_of(drill), by=network.coordinator, now=STARTS_AT)


async def test_a_drill_leaves_no_incident_and_no_task_behind(session: AsyncSession) -> None:
    network = await found_network(session)
    await begun(network)
    await let_pass(network, SECOND, at(hours=2))

    assert (await session.exec(select(Incident.id))).all() == []
    assert (await session.exec(select(Task.id))).all() == []


async def test_the_file_of_a_person_names_the_drill_of_each_inject_and_what_they_answered(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    drill = await begun(network)
    await answer(network, drill, 0, network.an, now=at(minutes=2))

    parts = (await records.gather(session, person=network.an, wings=WINGS)).parts

    named = {(message[1].kind, message[-1]) for message in parts["messages"]}
    assert {(BroadcastKind.INJECT, drill.code), (BroadcastKind.DRILL_NEWS, drill.code)} <= named
    assert [(one.done, of.code, member.name) for one, of, member in parts["inject-replies"]] == [
        (True, drill.code, "Viễn thông Sông Hồng")
    ]


async def heard(session: AsyncSession, kind: BroadcastKind, *people: Person) -> None:
    """Let messages of a kind that wait have reached some people."""
    of_kind = select(Broadcast.id).where(Broadcast.kind == kind)
    await session.exec(
        update(Delivery)
        .where(col(Delivery.broadcast_id).in_(of_kind), col(Delivery.person_id).in_([id_of(one) for one in people]))
        .values(state=DeliveryState.SENT, message_id=1, sent_at=FIRST)
    )


async def waiting(session: AsyncSession, kind: BroadcastKind) -> list[tuple[int | None, int]]:
    """List to whom messages of a kind are on their way, each with how often that was tried before."""
    query = (
        select(Delivery.person_id, Delivery.attempts)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(Broadcast.kind == kind, Delivery.state == DeliveryState.PENDING)
        .order_by(col(Delivery.id))
    )
    return list((await session.exec(query)).all())


async def test_injects_not_sent_yet_when_a_drill_comes_to_rest_go_out_when_it_goes_on(session: AsyncSession) -> None:
    network = await found_network(session)
    drill = await begun(network)
    await heard(session, BroadcastKind.INJECT, network.an)
    others = [one for one, _ in await waiting(session, BroadcastKind.INJECT)]

    await network.declare(now=at(seconds=2))
    await let_pass(network, at(seconds=2))
    assert await waiting(session, BroadcastKind.INJECT) == []
    await course.go_on(session, drill_id=id_of(drill), by=network.coordinator, now=at(minutes=30))

    assert await waiting(session, BroadcastKind.INJECT) == [(one, 0) for one in others]
    assert id_of(network.an) not in others


async def test_who_has_heard_nothing_of_a_drill_does_not_hear_that_it_rests_and_for_them_it_begins_when_it_goes_on(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    drill = await begun(network)
    silent = {id_of(network.chi), id_of(network.dung)}
    await heard(session, BroadcastKind.DRILL_NEWS, network.an)
    await heard(session, BroadcastKind.INJECT, network.binh)

    await course.rest(session, drill_id=id_of(drill), by=network.coordinator, now=at(seconds=2))
    # What was to tell the others that it began is stale by now.
    began = col(Delivery.state) == DeliveryState.PENDING, col(Delivery.person_id).in_(silent)
    await session.exec(update(Delivery).where(*began).values(state=DeliveryState.DROPPED))
    await course.go_on(session, drill_id=id_of(drill), by=network.coordinator, now=at(minutes=30))

    having = {id_of(network.an), id_of(network.binh)}
    assert await events(network, BroadcastKind.DRILL_NEWS) == ["announced", "began", "rests", "goes_on", "began"]
    assert (await by_broadcast(session, BroadcastKind.DRILL_NEWS))[2:] == [having, having, silent]


async def by_broadcast(session: AsyncSession, kind: BroadcastKind) -> list[set[int | None]]:
    """List, for each broadcast of a kind, to whom (ids) it goes."""
    ids = (await session.exec(select(Broadcast.id).where(Broadcast.kind == kind).order_by(col(Broadcast.id)))).all()
    query = select(Delivery.person_id)
    return [set((await session.exec(query.where(Delivery.broadcast_id == one))).all()) for one in ids]
