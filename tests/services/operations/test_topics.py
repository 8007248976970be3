"""An incident's topic: opened, furnished, told what happens in its order, closed with the incident; or done without."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind, Delivery, DeliveryState
from models.identity import id_of
from models.incidents import IncidentStatus, NoticeAudience, NoticeKind, Severity
from models.operations import IncidentTopic, TopicState
from models.tasks import TaskState
from models.tlp import Tlp
from services.command import handing
from services.incidents import lifecycle, notices
from services.incidents.sharing import naming
from services.operations import errands, outcomes, picture, rooms, topics
from services.operations.errands import ErrandKind, Hindrance
from services.outbox.deliveries import Outcome, Result
from services.reports import triage
from services.reports.reporting import Sign
from services.updates import due
from tests.network import CABLE_CUT, MORNING, found_network
from tests.services.operations.room import ALL_WELL, CHAT, NO_TOPICS, THREAD, Room, open_room
from tests.services.reporting import WORDS, report
from tests.services.sending import sends
from tests.services.tasking import assignment, give

CARD, TALLY = BroadcastKind.TOPIC_CARD, BroadcastKind.TALLY
TASKS, NEWS = BroadcastKind.TOPIC_TASKS, BroadcastKind.TOPIC_NEWS
TROUBLE = BroadcastKind.OPERATIONS_TROUBLE
LIVE = (DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.SENT)


async def told_of_trouble(session: AsyncSession) -> int:
    """Count the people who were told that something is wrong with the group."""
    return sum(one.kind is TROUBLE for one in await sends(session, limit=200))


@pytest.mark.parametrize(
    ("severity", "has_topic"),
    [(Severity.LOW, False), (Severity.MEDIUM, True), (Severity.SERIOUS, True), (Severity.CRITICAL, True)],
)
async def test_incidents_of_medium_severity_and_above_get_a_topic(
    session: AsyncSession, severity: Severity, has_topic: bool
) -> None:
    room = await open_room(session)
    await room.network.declare(replace(CABLE_CUT, severity=severity))

    await room.follow()
    await room.follow()

    assert len((await session.exec(select(IncidentTopic))).all()) == has_topic


async def test_a_topic_is_made_then_furnished_then_its_cards_are_pinned(session: AsyncSession) -> None:
    room = await open_room(session)
    incident = await room.network.declare()

    await room.follow()
    assert await room.said(incident) == []
    did = await room.run()

    assert did == [ErrandKind.MAKE, ErrandKind.PIN, ErrandKind.PIN]
    assert await room.said(incident) == [CARD, TALLY]
    assert (await room.topic(incident)).thread_id == THREAD + 1


async def test_what_is_said_and_done_is_told_once_in_its_order(session: AsyncSession) -> None:
    room = await open_room(session)
    incident = await room.network.declare()
    await room.run()
    for text in ("Một", "Hai"):
        await notices.say(
            session,
            incident_id=id_of(incident),
            kind=NoticeKind.UPDATE,
            audience=NoticeAudience.ALL,
            text=text,
            by=room.network.coordinator,
            now=room.now,
        )
    offer = await handing.offer(
        session,
        incident_id=id_of(incident),
        to_id=id_of(room.network.colleague),
        note="Đang chờ đội kéo cáp.",
        by=room.network.coordinator,
        now=room.now,
    )
    await handing.answer(session, offer_id=id_of(offer), accepts=True, by=room.network.colleague, now=room.now)

    await room.run()
    await room.run()

    assert await room.said(incident) == [CARD, TALLY, NEWS, NEWS, NEWS]


@pytest.mark.parametrize(("minutes", "news"), [(2, [NEWS]), (3, [])])
async def test_who_registers_a_group_amidst_an_incident_is_told_the_last_two_minutes_and_not_its_past(
    session: AsyncSession, minutes: int, news: list[BroadcastKind]
) -> None:
    room = await open_room(session)
    incident = await room.network.declare()
    await notices.say(
        session,
        incident_id=id_of(incident),
        kind=NoticeKind.UPDATE,
        audience=NoticeAudience.ALL,
        text="Từ lâu",
        by=room.network.coordinator,
        now=room.now,
    )
    room.pass_time(minutes=minutes)

    await room.run()

    assert await room.said(incident) == [CARD, TALLY, *news]


@pytest.mark.parametrize(("is_confidential", "news"), [(False, [NEWS]), (True, [])])
async def test_a_report_that_comes_to_an_incident_is_told_unless_it_is_confidential(
    session: AsyncSession, is_confidential: bool, news: list[BroadcastKind]
) -> None:
    room = await open_room(session)
    incident = await room.network.declare()
    await room.run()
    made = await report(room.network, Sign(text=WORDS, is_confidential=is_confidential))

    await triage.join(
        session, report_id=id_of(made), incident_id=id_of(incident), by=room.network.coordinator, now=room.now
    )
    await room.run()

    assert await room.said(incident) == [CARD, TALLY, *news]


async def test_what_was_open_before_the_group_was_registered_gets_its_topics_in_order(session: AsyncSession) -> None:
    network = await found_network(session)
    grave = [
        await network.declare(replace(CABLE_CUT, severity=severity))
        for severity in (Severity.MEDIUM, Severity.LOW, Severity.CRITICAL)
    ]
    group = await rooms.register(session, chat_id=CHAT, title="Điều hành Sở", by=network.coordinator, now=MORNING)
    room = Room(network, group)
    room.pass_time(hours=3)

    did = await room.run()

    assert did[0] is ErrandKind.CHECK
    assert await topics.of_incident(session, incident_id=id_of(grave[1])) is None
    assert [(await room.topic(one)).thread_id for one in (grave[0], grave[2])] == [THREAD + 1, THREAD + 2]
    assert await room.said(grave[0], *LIVE) == [CARD, TALLY]


async def test_a_card_of_tasks_comes_with_the_first_one_and_is_edited_from_then_on(session: AsyncSession) -> None:
    room = await open_room(session)
    incident = await room.network.declare()
    await room.run()

    await give(room.network, assignment(room.network.telecom, incident=incident))
    await room.run()
    await give(room.network, assignment(room.network.it, incident=incident), draft_key="2:key")
    await room.follow()

    assert await room.said(incident) == [CARD, TALLY, TASKS]
    cards = select(Delivery).where(Delivery.incident_topic_id == (await room.topic(incident)).id)
    *_, tasks = (await session.exec(cards.order_by(col(Delivery.id)))).all()
    assert tasks.edit_due_at == room.now


async def test_at_the_end_everything_is_said_before_the_topic_is_renamed_and_closed(session: AsyncSession) -> None:
    room = await open_room(session)
    incident = await room.network.declare()
    await room.run()
    await notices.all_clear(
        session, incident_id=id_of(incident), summary="Xong", by=room.network.coordinator, now=room.now
    )

    # Whoever looks for errands before the clock has told the end does not close the door on it.
    errand = await room.next()
    assert errand is not None
    assert errand.kind is ErrandKind.RENAME
    await room.do(errand)
    assert await room.next() is None
    did = await room.run()

    assert did == [ErrandKind.CLOSE]
    assert await room.said(incident) == [CARD, TALLY, NEWS]
    assert (await room.topic(incident)).state is TopicState.CLOSED


async def test_an_incident_that_is_opened_again_has_its_topic_again_and_is_renamed_twice_at_most(
    session: AsyncSession,
) -> None:
    room = await open_room(session)
    incident = await room.network.declare()
    await room.run()
    did = []
    for _ in range(2):
        await lifecycle.close(
            session, incident_id=id_of(incident), summary="Xong", by=room.network.coordinator, now=room.now
        )
        did += await room.run()
        incident.status, incident.closed_at = IncidentStatus.OPEN, None
        did += await room.run()

    assert did.count(ErrandKind.RENAME) == 2
    assert did.count(ErrandKind.CLOSE) == did.count(ErrandKind.REOPEN) == 2


async def test_a_corrected_title_renames_the_topic_once_and_leaves_the_other_time_for_the_end(
    session: AsyncSession,
) -> None:
    room = await open_room(session)
    incident = await room.network.declare()
    await room.run()
    topic = await room.topic(incident)
    topic.name = f"🔴 {incident.code} · {incident.title}"
    assert ErrandKind.RENAME not in await room.run()

    did = []
    for title in ("Mất điện toàn trạm", "Mất điện hai trạm"):
        topic.name, incident.title = f"🔴 {incident.code} · {incident.title}", title
        did += await room.run()
    assert did.count(ErrandKind.RENAME) == 1

    await lifecycle.close(
        session, incident_id=id_of(incident), summary="Xong", by=room.network.coordinator, now=room.now
    )
    assert (await room.run()).count(ErrandKind.RENAME) == 1


# Without topics


async def test_a_group_without_topics_serves_itself_and_coordinators_are_told_once(session: AsyncSession) -> None:
    room = await open_room(session, NO_TOPICS)
    first, second = await room.network.declare(), await room.network.declare()

    did = await room.run()

    assert did == [ErrandKind.PIN, ErrandKind.PIN]
    assert await room.said(first) == await room.said(second) == [CARD, TALLY]
    assert (await room.topic(first)).thread_id is None
    assert await told_of_trouble(session) == 2


async def test_a_topic_that_cannot_be_made_is_done_without(session: AsyncSession) -> None:
    room = await open_room(session)
    incident = await room.network.declare()
    await room.follow()
    errand = await room.next()
    assert errand is not None

    await errands.hindered(session, errand=errand, why=Hindrance.REFUSED, now=room.now)
    did = await room.run()

    # That Telegram says all is well does not make it try once more.
    assert did == [ErrandKind.CHECK, ErrandKind.PIN]
    assert (await room.topic(incident)).state is TopicState.WITHOUT
    assert await told_of_trouble(session) == 2


async def test_a_making_whose_fate_is_unknown_is_repeated_once(session: AsyncSession) -> None:
    room = await open_room(session)
    incident = await room.network.declare()
    await room.follow()
    for _ in range(2):
        errand = await room.next()
        assert errand is not None
        assert errand.kind is ErrandKind.MAKE
        await errands.begin(session, errand=errand, now=room.now)
        await errands.hindered(session, errand=errand, why=Hindrance.UNKNOWN, now=room.now)
        assert (await room.next()) is None or (await room.next()).kind is ErrandKind.CHECK  # type: ignore[union-attr]
        room.pass_time(seconds=29)
        assert (await room.next()) is None or (await room.next()).kind is ErrandKind.CHECK  # type: ignore[union-attr]
        room.pass_time(seconds=1)

    assert (await room.topic(incident)).state is TopicState.WITHOUT


async def test_an_errand_that_is_postponed_counts_as_not_tried(session: AsyncSession) -> None:
    room = await open_room(session)
    incident = await room.network.declare()
    await room.follow()
    errand = await room.next()
    assert errand is not None
    await errands.begin(session, errand=errand, now=room.now)

    await errands.postpone(session, errand=errand, until=room.now)

    assert (await room.topic(incident)).attempts == 0
    assert await room.next() == errand


async def test_the_group_is_told_where_something_belongs_once_in_ten_minutes(session: AsyncSession) -> None:
    room = await open_room(session)

    said = [rooms.may_hint(room.group, now=MORNING + timedelta(minutes=one)) for one in (0, 1, 9, 10, 11)]

    assert said == [True, False, False, True, False]


async def test_of_the_open_tasks_the_blocked_ones_are_named_first(session: AsyncSession) -> None:
    room = await open_room(session)
    incident = await room.network.declare()
    soon, blocked = [
        await give(
            room.network,
            assignment(member, incident=incident, due_at=MORNING + timedelta(hours=hours)),
            draft_key=f"{hours}:key",
        )
        for hours, member in ((1, room.network.telecom), (2, room.network.it))
    ]
    blocked.state = TaskState.BLOCKED
    await session.flush()

    found = await picture.tasks_of(session, incident=incident, now=room.now)

    assert [line.task for line in found.lines] == [blocked, soon]


async def test_what_a_topic_does_not_take_stands_in_the_group_and_its_cards_follow_once(session: AsyncSession) -> None:
    room = await open_room(session)
    incident = await room.network.declare()
    await room.run()
    await notices.all_clear(
        session, incident_id=id_of(incident), summary="Xong", by=room.network.coordinator, now=room.now
    )
    await room.follow()
    (news,) = (one for one in await sends(session) if one.kind is NEWS)
    assert news.topic_id == THREAD + 1

    result = Result(news, Outcome.SENT, message_id=77, left_topic=True)
    delivery = await session.get_one(Delivery, news.id)
    delivery.state, delivery.message_id, delivery.leased_until = DeliveryState.SENT, 77, None
    await outcomes.settle(session, results=[result, result], now=room.now)
    await room.run()

    assert await room.said(incident, *LIVE) == [NEWS, CARD, TALLY]
    assert await told_of_trouble(session) == 2


async def test_topics_that_become_possible_again_are_made_for_what_is_open(session: AsyncSession) -> None:
    room = await open_room(session, NO_TOPICS)
    incident = await room.network.declare()
    await room.run()

    await topics.learn(session, group=room.group, found=ALL_WELL, now=room.now)
    did = await room.run()

    assert did[0] is ErrandKind.MAKE
    assert (await room.topic(incident)).state is TopicState.OPEN
    assert await room.said(incident, *LIVE) == [CARD, TALLY]


async def test_a_card_that_somebody_deleted_comes_once_more(session: AsyncSession) -> None:
    room = await open_room(session)
    incident = await room.network.declare()
    await room.follow()
    errand = await room.next()
    assert errand is not None
    await room.do(errand)
    await room.follow()
    (card,) = (one for one in await sends(session) if one.kind is CARD)
    delivery = await session.get_one(Delivery, card.id)
    delivery.state, delivery.message_id, delivery.leased_until = DeliveryState.SENT, 5, None

    edit = replace(card, message_id=5)
    await outcomes.settle(session, results=[Result(edit, Outcome.FAILED, error="not found")], now=room.now)
    await room.run()

    assert sorted(await room.said(incident, *LIVE)) == sorted([TALLY, CARD])


# The group itself


async def test_a_lost_group_is_told_of_once_and_nothing_more_goes_there(session: AsyncSession) -> None:
    room = await open_room(session)
    incident = await room.network.declare()
    await room.run()
    for _ in range(2):
        await rooms.lose(session, group=room.group, now=room.now)

    await room.run()

    assert await told_of_trouble(session) == 2
    assert await room.said(incident, *LIVE) == []
    assert await rooms.current(session) is None


async def test_a_group_that_becomes_a_supergroup_gets_its_cards_anew_at_its_new_address(session: AsyncSession) -> None:
    room = await open_room(session, NO_TOPICS)
    incident = await room.network.declare()
    await room.run()

    await outcomes.move(session, group=room.group, chat_id=-100777, now=room.now)
    await outcomes.move(session, group=room.group, chat_id=-100777, now=room.now)
    await room.run()

    topic = await room.topic(incident)
    there = select(Delivery.address, Delivery.state).where(Delivery.incident_topic_id == topic.id)
    rows = (await session.exec(there)).all()
    assert sorted(address for address, state in rows if state is DeliveryState.SENT) == ["-100777", "-100777"]


async def test_another_group_takes_the_place_of_the_one_of_before(session: AsyncSession) -> None:
    room = await open_room(session)
    incident = await room.network.declare()
    await room.run()

    other = await rooms.register(session, chat_id=-100888, title="Mới", by=room.network.coordinator, now=room.now)
    await topics.learn(session, group=other, found=ALL_WELL, now=room.now)
    await room.run()

    assert (await room.topic(incident)).operations_group_id == other.id
    with pytest.raises(rooms.OperationsGroupAlready):
        await rooms.register(session, chat_id=-100888, title="Mới", by=room.network.coordinator, now=MORNING)


async def test_a_late_update_and_calls_to_those_above_are_told_once_each(session: AsyncSession) -> None:
    room = await open_room(session)
    incident = await room.network.declare(replace(CABLE_CUT, severity=Severity.SERIOUS))
    await room.run()
    planned = await due.of_incident(session, incident=incident)
    assert planned is not None
    room.pass_time(seconds=(planned.due_at - room.now).total_seconds() + 1)
    await due.tell_due(session, now=room.now)

    await room.run()
    await room.run()

    assert await room.said(incident) == [CARD, TALLY, NEWS]
    found = await picture.of(session, incident=incident, now=room.now)
    assert (found.commander, found.next_update_at) == (room.network.coordinator, planned.due_at)


async def test_what_is_for_named_people_alone_has_no_topic(session: AsyncSession) -> None:
    room = await open_room(session)
    incident = await room.network.declare()
    incident.tlp = Tlp.RED

    await room.run()

    assert await topics.of_incident(session, incident_id=id_of(incident)) is None


async def test_what_becomes_for_named_people_alone_is_told_in_its_topic_no_more_which_is_said_once(
    session: AsyncSession,
) -> None:
    room = await open_room(session)
    incident = await room.network.declare()
    await room.run()

    async def say(text: str) -> None:
        await notices.say(
            session,
            incident_id=id_of(incident),
            kind=NoticeKind.UPDATE,
            audience=NoticeAudience.ALL,
            text=text,
            by=room.network.coordinator,
            now=room.now,
        )

    incident.tlp = Tlp.RED
    await naming.propose(session, incident_id=id_of(incident), people=[id_of(room.network.an)])
    await room.follow()
    cards = (await session.exec(select(Delivery).where(col(Delivery.edit_due_at) == room.now))).all()
    assert sum(one.incident_topic_id is not None for one in cards) == 2
    await say("Mật")
    await room.run()
    await room.run()
    assert await room.said(incident) == [CARD, TALLY, NEWS]

    incident.tlp = Tlp.AMBER
    await room.run()
    assert await room.said(incident) == [CARD, TALLY, NEWS]
    await say("Cho đơn vị")
    await room.run()
    assert await room.said(incident) == [CARD, TALLY, NEWS, NEWS]

    incident.tlp = Tlp.RED
    await lifecycle.close(
        session, incident_id=id_of(incident), summary="Xong", by=room.network.coordinator, now=room.now
    )
    await room.run()
    assert (await room.topic(incident)).state is TopicState.CLOSED


async def test_a_name_that_tells_what_is_for_named_people_alone_is_changed_however_often_it_was(
    session: AsyncSession,
) -> None:
    room = await open_room(session)
    incident = await room.network.declare()
    await room.run()
    (await room.topic(incident)).renamed = errands.MOST_RENAMED
    incident.tlp = Tlp.RED

    assert (await room.run())[:1] == [ErrandKind.RENAME]
    assert (await room.topic(incident)).named_red
    assert await room.run() == []

    incident.tlp = Tlp.AMBER
    await lifecycle.close(
        session, incident_id=id_of(incident), summary="Xong", by=room.network.coordinator, now=room.now
    )
    assert await room.run() == [ErrandKind.CLOSE]
    (await room.topic(incident)).named_red = False
    incident.tlp = Tlp.RED
    assert await room.run() == [ErrandKind.RENAME]
