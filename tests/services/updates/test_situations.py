"""An update goes to those it is meant for, and the next one is watched for."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind
from models.identity import id_of
from models.incidents import Incident, Notice, NoticeAudience
from models.people import Person, Role
from models.responses import Answer
from models.tlp import Tlp
from models.updates import UpdateDue
from services.command import handing
from services.incidents import lifecycle, responses
from services.incidents.notices import NobodyToTell
from services.updates import due, seen, situations
from services.updates.situations import Situation
from tests.network import MORNING, Network, found_network, person

LATER = MORNING + timedelta(minutes=20)


def ids(*people: Person) -> list[int]:
    return sorted(id_of(one) for one in people)


def at(minutes: float) -> datetime:
    return MORNING + timedelta(minutes=minutes)


async def begun(session: AsyncSession) -> tuple[Network, Incident, Person]:
    """Let an incident be declared of which an observer can hear, and An's business be ready."""
    network = await found_network(session)
    observer = await person(session, 9100, "Hồ Quan Sát", role=Role.OBSERVER)
    incident = await network.declare()
    await responses.respond(session, incident=incident, person=network.an, answer=Answer.READY, now=MORNING)
    return network, incident, observer


async def say(network: Network, incident: Incident, *, now: datetime = LATER, **parts: Any) -> int:
    situation = replace(Situation(id_of(incident), text="Đã khoanh vùng."), **parts)
    return await situations.say(network.session, situation=situation, by=network.coordinator, now=now)


@pytest.mark.parametrize(
    ("audience", "observers", "names"),
    [
        (NoticeAudience.ALL, False, ("an", "binh", "chi", "dung")),
        (NoticeAudience.ALL, True, ("an", "binh", "chi", "dung", "observer")),
        (NoticeAudience.READY, False, ("an", "binh")),
        (NoticeAudience.READY, True, ("an", "binh", "observer")),
        (NoticeAudience.OBSERVERS, False, ("observer",)),
    ],
)
async def test_an_update_reaches_exactly_those_it_is_meant_for(
    session: AsyncSession, audience: NoticeAudience, observers: bool, names: tuple[str, ...]
) -> None:
    network, incident, observer = await begun(session)
    people = ids(*(observer if name == "observer" else getattr(network, name) for name in names))
    expected = await situations.recipients(session, incident=incident, audience=audience, observers=observers)

    told = await say(network, incident, audience=audience, observers=observers)

    assert told == len(people)
    assert sorted(expected) == people
    assert [sorted(one) for one in await network.recipients(BroadcastKind.UPDATE, incident)] == [people]


async def test_all_parts_of_an_update_are_kept(session: AsyncSession) -> None:
    network, incident, _ = await begun(session)

    await say(
        network,
        incident,
        actions="Đã cô lập",
        needs="2 xe",
        ruled_out="x" * 400,
        next_at=at(90),
        asks_seen=True,
    )

    (notice,) = (await session.exec(select(Notice))).all()
    assert (notice.text, notice.actions, notice.needs, notice.ruled_out, notice.next_at) == (
        "Đã khoanh vùng.",
        "Đã cô lập",
        "2 xe",
        "x" * 400,
        at(90),
    )


@pytest.mark.parametrize(
    ("parts", "refusal"),
    [
        ({"needs": "x" * 401}, situations.UpdatePartLength),
        ({"next_at": LATER}, situations.NextUpdatePast),
        ({"next_at": LATER + timedelta(days=8)}, situations.NextUpdatePast),
        ({"audience": NoticeAudience.READY}, NobodyToTell),
    ],
)
async def test_what_cannot_be_is_refused_and_nothing_is_kept(
    session: AsyncSession, parts: dict[str, Any], refusal: type[Exception]
) -> None:
    network = await found_network(session)
    incident = await network.declare()

    with pytest.raises(refusal):
        await say(network, incident, **parts)

    assert (await session.exec(select(Notice))).all() == []


async def test_nothing_new_goes_to_those_who_got_the_last_update_and_only_once(session: AsyncSession) -> None:
    network, incident, observer = await begun(session)
    await say(network, incident, audience=NoticeAudience.READY, observers=True)

    async def unchanged(minutes: float) -> int:
        return await situations.say_unchanged(
            session, incident_id=id_of(incident), by=network.colleague, now=at(minutes)
        )

    with pytest.raises(situations.UpdatedJustNow):
        await unchanged(20.5)
    assert await unchanged(21) == 3
    with pytest.raises(situations.UpdatedJustNow):
        await unchanged(21.5)

    _, second = await network.recipients(BroadcastKind.UPDATE, incident)
    assert sorted(second) == ids(network.an, network.binh, observer)
    last = await situations.latest(session, incident_id=id_of(incident))
    assert last is not None
    assert (last.is_unchanged, last.next_at) == (True, at(81))


async def test_nothing_new_can_be_taken_back_for_a_minute_and_the_next_update_is_due_as_before(
    session: AsyncSession,
) -> None:
    network, incident, _ = await begun(session)
    await say(network, incident)
    first = await situations.latest(session, incident_id=id_of(incident))
    before = await due.of_incident(session, incident=incident)
    assert before is not None
    was_due = before.due_at
    await situations.say_unchanged(session, incident_id=id_of(incident), by=network.colleague, now=at(30))
    said = await situations.latest(session, incident_id=id_of(incident))
    assert said is not None

    taken = await situations.take_back(session, notice_id=id_of(said), by=network.colleague, now=at(30.5))

    assert taken.taken_back_at == at(30.5)
    assert await situations.latest(session, incident_id=id_of(incident)) == first
    planned = await due.of_incident(session, incident=incident)
    assert planned is not None
    assert planned.due_at == was_due
    with pytest.raises(situations.UpdateStands):
        await situations.take_back(session, notice_id=id_of(said), by=network.colleague, now=at(30.6))


async def test_what_was_promised_is_due_again_when_nothing_new_is_taken_back(session: AsyncSession) -> None:
    network, incident, _ = await begun(session)
    await say(network, incident, next_at=at(45))
    await situations.say_unchanged(session, incident_id=id_of(incident), by=network.colleague, now=at(30))
    said = await situations.latest(session, incident_id=id_of(incident))
    assert said is not None

    await situations.take_back(session, notice_id=id_of(said), by=network.colleague, now=at(30.5))

    planned = await due.of_incident(session, incident=incident)
    assert planned is not None
    assert planned.due_at == at(45)


async def test_what_was_written_is_taken_back_within_the_minute_and_the_one_before_counts_again(
    session: AsyncSession,
) -> None:
    network, incident, _ = await begun(session)
    await say(network, incident, next_at=at(45))
    first = await situations.latest(session, incident_id=id_of(incident))
    await say(network, incident, now=at(30), next_at=at(200), asks_seen=True)
    asking = await situations.asking(session, incident_id=id_of(incident))
    assert asking is not None

    await situations.take_back(session, notice_id=id_of(asking), by=network.coordinator, now=at(31))

    assert await situations.latest(session, incident_id=id_of(incident)) == first
    assert await situations.asking(session, incident_id=id_of(incident)) is None
    assert (await session.get_one(UpdateDue, id_of(incident))).due_at == at(45)
    with pytest.raises(seen.NothingToAcknowledge):
        await seen.acknowledge(session, notice_id=id_of(asking), person=network.an, now=at(32))
    with pytest.raises(situations.UpdateStands):
        await situations.still_said(session, notice_id=id_of(asking))


async def test_what_was_written_or_said_longer_ago_is_not_taken_back(session: AsyncSession) -> None:
    network, incident, _ = await begun(session)
    await say(network, incident)
    written = await situations.latest(session, incident_id=id_of(incident))
    await situations.say_unchanged(session, incident_id=id_of(incident), by=network.colleague, now=at(30))
    said = await situations.latest(session, incident_id=id_of(incident))
    assert written is not None
    assert said is not None

    with pytest.raises(situations.UpdateStands):
        await situations.take_back(session, notice_id=id_of(written), by=network.colleague, now=at(21.1))
    with pytest.raises(situations.UpdateStands):
        await situations.take_back(session, notice_id=id_of(said), by=network.colleague, now=at(31.1))


async def test_nothing_new_goes_to_no_observer_of_what_has_become_for_an_organisation_at_most(
    session: AsyncSession,
) -> None:
    network, incident, _ = await begun(session)
    await say(network, incident, audience=NoticeAudience.READY, observers=True)
    incident.tlp = Tlp.AMBER

    await situations.say_unchanged(session, incident_id=id_of(incident), by=network.colleague, now=at(30))

    _, second = await network.recipients(BroadcastKind.UPDATE, incident)
    assert sorted(second) == ids(network.an, network.binh)


async def told(network: Network, incident: Incident) -> list[tuple[bool, list[int]]]:
    """List the reminders of updates: whether late, and to whom."""
    rows = await network.session.exec(
        select(Broadcast).where(Broadcast.kind == BroadcastKind.UPDATE_WATCH).order_by(col(Broadcast.id))
    )
    people = await network.recipients(BroadcastKind.UPDATE_WATCH, incident)
    return [((one.details or {})["is_late"], who) for one, who in zip(rows.all(), people, strict=True)]


async def test_the_commander_is_reminded_before_an_update_is_due_and_all_when_it_is_late_each_once(
    session: AsyncSession,
) -> None:
    network, incident, _ = await begun(session)

    for minutes in (49, 50, 51, 59, 60, 61, 500):
        await due.tell_due(session, now=at(minutes))

    commander, everybody = ids(network.coordinator), ids(network.coordinator, network.colleague)
    assert await told(network, incident) == [(False, commander), (True, everybody)]


async def test_the_reminder_follows_command_and_the_hour_that_was_promised(session: AsyncSession) -> None:
    network, incident, _ = await begun(session)
    offered = await handing.offer(
        session,
        incident_id=id_of(incident),
        to_id=id_of(network.colleague),
        note="",
        by=network.coordinator,
        now=MORNING,
    )
    await handing.answer(session, offer_id=id_of(offered), accepts=True, by=network.colleague, now=MORNING)
    await say(network, incident, next_at=at(200))

    for minutes in (60, 189, 190):
        await due.tell_due(session, now=at(minutes))

    assert await told(network, incident) == [(False, ids(network.colleague))]


@pytest.mark.parametrize(("wait", "before"), [(60, 10), (20, 10), (12, 6)])
async def test_the_commander_is_reminded_ten_minutes_before_or_when_half_of_a_short_wait_has_passed(
    session: AsyncSession, wait: int, before: int
) -> None:
    _, incident, _ = await begun(session)

    await due.plan(session, incident=incident, now=MORNING, next_at=at(wait))

    planned = await session.get_one(UpdateDue, id_of(incident))
    assert planned.warn_at == at(wait - before)


@pytest.mark.parametrize(("minutes", "due_at"), [(30, 200), (200, 260), (210, 270)])
async def test_what_is_planned_anew_keeps_a_promise_that_is_still_to_come(
    session: AsyncSession, minutes: int, due_at: int
) -> None:
    _, incident, _ = await begun(session)
    await due.plan(session, incident=incident, now=MORNING, next_at=at(200))

    await due.plan_anew(session, incident=incident, now=at(minutes))

    assert (await session.get_one(UpdateDue, id_of(incident))).due_at == at(due_at)


async def test_after_a_silence_of_the_bot_only_the_lateness_is_told(session: AsyncSession) -> None:
    network, incident, _ = await begun(session)

    await due.tell_due(session, now=at(300))

    assert [is_late for is_late, _ in await told(network, incident)] == [True]


async def test_a_new_update_sets_the_clock_anew_and_the_end_stops_it(session: AsyncSession) -> None:
    network, incident, _ = await begun(session)
    await due.tell_due(session, now=at(55))
    await say(network, incident, now=at(58))

    await due.tell_due(session, now=at(70))
    assert len(await told(network, incident)) == 1
    planned = await session.get_one(UpdateDue, id_of(incident))
    assert (planned.due_at, planned.warned_at) == (at(118), None)

    await lifecycle.close(session, incident_id=id_of(incident), summary="Xong.", by=network.coordinator, now=at(80))
    await due.tell_due(session, now=at(500))
    assert len(await told(network, incident)) == 1
    assert await due.of_incident(session, incident=incident) is None
