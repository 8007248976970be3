"""Nobody is left out: every way in which somebody can be called only now, and every state of an incident and a task."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.channels import Reach
from models.duty import DutyHours, DutyWeek
from models.identity import id_of
from models.incidents import IncidentKind, NoticeAudience, NoticeKind
from models.invitations import InvitationKind
from models.latecomers import Latecomer
from models.members import ContactKind, MemberStatus, Sector
from models.people import Language, Person, Purpose
from models.responses import Answer
from models.tasks import TaskStep
from services.applications import decisions
from services.applications import requests as applications
from services.applications.requests import Candidate, Registration
from services.business import card, suspension
from services.groups import bindings
from services.incidents import audience, lifecycle, notices, reminders, responses
from services.incidents import latecomers as incident_latecomers
from services.people import accounts, invitations
from services.people.latecomers import Latecomers
from services.tally import counting as tally
from services.tasks import latecomers as task_latecomers
from services.tasks import orders as tasks
from services.tasks import steps as task_steps
from services.tasks.latecomers import call_due
from services.wings import KINDS
from tests.network import (
    CABLE_CUT,
    HOAN_KIEM,
    MORNING,
    TIME_ZONE,
    Network,
    found_group,
    found_network,
    lose,
    person,
    speak,
)
from tests.services.tasking import assignment, give

LATER = MORNING + timedelta(minutes=4)
ALERT, ALL_CLEAR, TASK = BroadcastKind.ALERT, BroadcastKind.ALL_CLEAR, BroadcastKind.TASK
CHAT = -4_000_009
NEWCOMER = Candidate("Mới", "Trưởng phòng", "+84987654321", ContactKind.PRIMARY)
Step = Callable[[Network], Awaitable[None]]


async def nothing(_network: Network) -> None:
    """Let nothing happen."""


# The ways: how somebody cannot be called at first (`before`), and how they can be later (`come`).


async def blocks(network: Network) -> None:
    await lose(network.an, network.session, now=MORNING - timedelta(days=1))


async def writes(network: Network) -> None:
    an = network.an
    await accounts.recognise(
        network.session, telegram_id=an.telegram_id or 0, name=an.name, language=Language.VIETNAMESE, now=LATER
    )


async def registers(network: Network) -> None:
    who = await person(network.session, 1010, "Mới")
    await accounts.consent(network.session, person=who, purpose=Purpose.MEMBERSHIP, now=MORNING)
    registration = Registration("0799001012", "Viễn thông Tây Hồ", (Sector.TELECOM,), HOAN_KIEM, NEWCOMER)
    await applications.register(network.session, person=who, registration=registration, now=MORNING)


async def joins(network: Network) -> None:
    who = await person(network.session, 1010, "Mới")
    await accounts.consent(network.session, person=who, purpose=Purpose.MEMBERSHIP, now=MORNING)
    await applications.join(network.session, person=who, member=network.telecom, candidate=NEWCOMER, now=MORNING)


async def is_approved(network: Network) -> None:
    await decisions.approve(network.session, application_id=1, by=network.coordinator, now=LATER)


async def is_suspended(network: Network) -> None:
    await suspension.suspend(
        network.session, member_id=id_of(network.telecom), reason="Kiểm tra", by=network.coordinator, now=MORNING
    )


async def is_reinstated(network: Network) -> None:
    await suspension.reinstate(network.session, member_id=id_of(network.telecom), by=network.coordinator, now=LATER)


async def goes_away(network: Network) -> None:
    await card.go_away(network.session, member_id=id_of(network.telecom), until=LATER, person=network.binh, now=MORNING)


async def comes_back(network: Network) -> None:
    at = LATER - timedelta(seconds=1)
    await card.come_back(network.session, member_id=id_of(network.telecom), person=network.binh, now=at)


async def is_off_duty(network: Network) -> None:
    """Let Bình be on duty at first, and An from LATER on: the week and the hours of the day are cut there."""
    member_id = id_of(network.telecom)
    await put_on_duty(network, network.binh)
    # LATER is four minutes past nine.
    network.session.add(DutyHours(member_id=member_id, weekday=4, begins=0, ends=9 * 60 + 4))


async def put_on_duty(network: Network, who: Person) -> None:
    network.session.add(
        DutyWeek(
            member_id=id_of(network.telecom),
            monday=date(2026, 11, 16),
            person_id=id_of(who),
            remind_at=MORNING,
            reminded_at=MORNING,
        )
    )


async def duty_begins(network: Network) -> None:
    member_id = id_of(network.telecom)
    week = (await network.session.exec(select(DutyWeek).where(DutyWeek.member_id == member_id))).one()
    hours = (await network.session.exec(select(DutyHours).where(DutyHours.member_id == member_id))).one()
    week.person_id, hours.begins, hours.ends = id_of(network.an), hours.ends, hours.ends + 60


async def asks_for_a_group(network: Network) -> None:
    await bindings.invite(network.session, member=network.telecom, by=network.an, now=MORNING)


async def binds(network: Network) -> None:
    living = await invitations.living(network.session, kind=InvitationKind.GROUP, now=LATER)
    await bindings.bind(
        network.session,
        invitation=living[0],
        person=network.an,
        chat_id=CHAT,
        title="Trực ban",
        kinds=KINDS,
        now=LATER,
    )


@dataclass(frozen=True)
class Way:
    """One way of being called only now: `who` (a Telegram id, or the group's chat) gets the card.

    `has_tasks`: the business could be given a task before.
    """

    before: Step
    come: Step
    who: int
    has_tasks: bool


WAYS = {
    "unblocks": Way(blocks, writes, 1001, has_tasks=True),
    "is approved": Way(registers, is_approved, 1010, has_tasks=False),
    "joins": Way(joins, is_approved, 1010, has_tasks=True),
    "is reinstated": Way(is_suspended, is_reinstated, 1001, has_tasks=False),
    "comes back": Way(goes_away, comes_back, 1001, has_tasks=False),
    "the absence ends": Way(goes_away, nothing, 1001, has_tasks=False),
    "duty begins": Way(is_off_duty, duty_begins, 1001, has_tasks=True),
    "a group is bound": Way(asks_for_a_group, binds, CHAT, has_tasks=True),
}


async def clock(network: Network) -> None:
    """Let the clock look, and the post go."""
    await network.session.flush()
    await call_due(network.session, now=LATER, time_zone=TIME_ZONE)
    await post(network)


async def post(network: Network) -> None:
    """Deliver what waits: to whom cannot be written to it fails."""
    await network.session.flush()
    lost = set((await network.session.exec(select(Reach.person_id))).all())
    waiting = await network.session.exec(select(Delivery).where(Delivery.state == DeliveryState.PENDING))
    for one in waiting.all():
        failed = one.person_id in lost
        one.state = DeliveryState.FAILED if failed else DeliveryState.SENT
        one.sent_at, one.message_id = (None, None) if failed else (LATER, one.id)
    await network.session.flush()


async def got(network: Network, way: Way, kind: BroadcastKind) -> int:
    """Count the messages of a kind that have arrived at whom the way is about."""
    query = (
        select(Delivery)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(Broadcast.kind == kind, Delivery.address == str(way.who), Delivery.state == DeliveryState.SENT)
        .execution_options(populate_existing=True)
    )
    return len((await network.session.exec(query)).all())


# The states of an incident: what happens to it before somebody comes, and what they then get.


async def open_incident(network: Network) -> None:
    await network.declare(delivered=False)
    await post(network)


async def incident_being_handled(network: Network) -> None:
    await open_incident(network)
    await lifecycle.mark_handling(network.session, incident_id=1, by=network.coordinator, now=MORNING)


async def answered_by_a_colleague(network: Network) -> None:
    await open_incident(network)
    incident = await lifecycle.by_id(network.session, incident_id=1)
    answering = network.binh if network.telecom.status is MemberStatus.APPROVED else network.chi
    try:
        await responses.respond(network.session, incident=incident, person=answering, answer=Answer.READY, now=MORNING)
    except responses.NotAlerted:
        await responses.respond(
            network.session, incident=incident, person=network.chi, answer=Answer.READY, now=MORNING
        )


async def ended_incident(network: Network) -> None:
    await open_incident(network)
    await notices.all_clear(network.session, incident_id=1, summary="Xong.", by=network.coordinator, now=MORNING)
    await post(network)


def of_kind(kind: IncidentKind) -> Step:
    async def declared(network: Network) -> None:
        await network.declare(replace(CABLE_CUT, kind=kind), delivered=False)
        await post(network)

    return declared


INCIDENTS: dict[str, tuple[Step, int]] = {
    "none": (nothing, 0),
    "open": (open_incident, 1),
    "being handled": (incident_being_handled, 1),
    "answered by a colleague": (answered_by_a_colleague, 1),
    "ended": (ended_incident, 0),
    "a drill": (of_kind(IncidentKind.DRILL), 1),
    "a problem": (of_kind(IncidentKind.PROBLEM), 1),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("state", INCIDENTS)
async def test_whoever_can_be_called_only_now_gets_the_card_of_what_is_open_once(
    session: AsyncSession, way: str, state: str
) -> None:
    network = await found_network(session)
    (happens, cards), how = INCIDENTS[state], WAYS[way]
    await how.before(network)
    await session.flush()
    await happens(network)
    assert await got(network, how, ALERT) == 0

    await how.come(network)
    await clock(network)
    await clock(network)

    assert await got(network, how, ALERT) == cards
    assert await got(network, how, ALL_CLEAR) == 0
    assert (await session.exec(select(Latecomer))).first() is None


# The states of a task.


async def given(network: Network) -> None:
    await tasks.assign(
        network.session,
        assignment=assignment(network.telecom),
        draft_key="1:key",
        by=network.coordinator,
        now=MORNING,
        time_zone=TIME_ZONE,
    )
    await post(network)


def with_step(*steps: TaskStep) -> Step:
    async def happens(network: Network) -> None:
        await given(network)
        for step in steps:
            await task_steps.take(network.session, task_id=1, step=step, person=network.binh, note="Vì", now=MORNING)

    return happens


async def cancelled(network: Network) -> None:
    await given(network)
    await task_steps.cancel(network.session, task_id=1, reason="Thôi", by=network.coordinator, now=MORNING)
    await post(network)


async def given_to_another(network: Network) -> None:
    await given(network)
    await task_steps.reassign(
        network.session,
        task_id=1,
        member_id=id_of(network.it),
        by=network.coordinator,
        now=MORNING,
        time_zone=TIME_ZONE,
    )
    await post(network)


TASKS: dict[str, tuple[Step, int]] = {
    "none": (nothing, 0),
    "given": (given, 1),
    "acknowledged": (with_step(TaskStep.ACKNOWLEDGED), 1),
    "on its way": (with_step(TaskStep.ACKNOWLEDGED, TaskStep.STARTED), 1),
    "declined": (with_step(TaskStep.DECLINED), 0),
    "cancelled": (cancelled, 0),
    "given to another": (given_to_another, 0),
}


@pytest.mark.parametrize("way", [name for name, way in WAYS.items() if way.has_tasks])
@pytest.mark.parametrize("state", TASKS)
async def test_whoever_can_be_called_only_now_gets_the_card_of_an_open_task_once(
    session: AsyncSession, way: str, state: str
) -> None:
    network = await found_network(session)
    (happens, cards), how = TASKS[state], WAYS[way]
    await how.before(network)
    await session.flush()
    await happens(network)
    assert await got(network, how, TASK) == 0

    await how.come(network)
    await clock(network)
    await clock(network)

    assert await got(network, how, TASK) == cards


# Who had the alert before they could be reached no more.


async def test_whoever_had_the_alert_and_missed_the_end_gets_the_all_clear_once_and_nobody_else(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    await open_incident(network)
    how = WAYS["unblocks"]
    await lose(network.an, session, now=MORNING)
    await notices.all_clear(session, incident_id=1, summary="Xong.", by=network.coordinator, now=MORNING)
    await post(network)
    assert await got(network, how, ALL_CLEAR) == 0

    await writes(network)
    await clock(network)
    await clock(network)

    assert (await got(network, how, ALERT), await got(network, how, ALL_CLEAR)) == (1, 1)


async def test_a_group_that_had_the_alert_and_missed_the_end_gets_the_all_clear_too(session: AsyncSession) -> None:
    network = await found_network(session)
    group = await found_group(network)
    incident = await network.declare()
    await notices.all_clear(session, incident_id=id_of(incident), summary="Xong.", by=network.coordinator, now=MORNING)
    await network.mark(incident, DeliveryState.FAILED, kind=BroadcastKind.ALL_CLEAR)
    telecom = Latecomers(people=(), members=(id_of(network.telecom),))

    await incident_latecomers.call(session, late=telecom, now=LATER, time_zone=TIME_ZONE)

    waiting = (
        select(Delivery.group_id, Delivery.person_id)
        .join(Broadcast, col(Broadcast.id) == Delivery.broadcast_id)
        .where(Broadcast.kind == ALL_CLEAR, Delivery.state == DeliveryState.PENDING)
    )
    assert set(await session.exec(waiting)) == {
        (group.id, None),
        (None, network.an.id),
        (None, network.binh.id),
    }


async def test_a_newcomer_waits_for_a_task_with_those_in_reserve(session: AsyncSession) -> None:
    network = await found_network(session)
    await put_on_duty(network, network.binh)
    await give(network, assignment(network.telecom))
    newcomer = await person(session, 1010, "Mới")
    await speak(session, newcomer, network.telecom)

    async def has_the_card(*late: Person) -> bool:
        those = Latecomers(people=[id_of(one) for one in late], members=())
        await task_latecomers.call(session, late=those, now=LATER, time_zone=TIME_ZONE)
        found = await session.exec(select(Delivery.id).where(Delivery.person_id == newcomer.id))
        return found.first() is not None

    assert not await has_the_card(newcomer)
    # The cards of the others say who speaks for the business now.
    edited = await session.exec(select(Delivery.person_id).where(col(Delivery.edit_due_at).is_not(None)))
    assert edited.all() == [network.binh.id]
    assert await has_the_card(newcomer, network.an)


async def test_an_end_long_past_is_no_news(session: AsyncSession) -> None:
    network = await found_network(session)
    await open_incident(network)
    await lose(network.an, session, now=MORNING)
    long_ago = MORNING - timedelta(days=7)
    await notices.all_clear(session, incident_id=1, summary="Xong.", by=network.coordinator, now=long_ago)
    await post(network)

    await writes(network)
    await clock(network)

    assert await got(network, WAYS["unblocks"], ALL_CLEAR) == 0


async def test_whoever_has_the_card_already_has_it_edited_and_gets_no_second_one(session: AsyncSession) -> None:
    network = await found_network(session)
    await open_incident(network)
    await lose(network.an, session, now=MORNING)
    before = await session.exec(select(Delivery).where(Delivery.address == "1001"))
    (own,) = before.all()

    await writes(network)
    await network.session.flush()
    await call_due(session, now=LATER, time_zone=TIME_ZONE)
    await session.refresh(own)

    assert (own.state, own.edit_due_at) == (DeliveryState.SENT, LATER)
    assert await got(network, WAYS["unblocks"], ALERT) == 1


async def test_updates_that_were_missed_come_after_the_card(session: AsyncSession) -> None:
    network = await found_network(session)
    await blocks(network)
    await open_incident(network)
    await notices.say(
        session,
        incident_id=1,
        kind=NoticeKind.UPDATE,
        audience=NoticeAudience.ALL,
        text="Đã khoanh vùng.",
        by=network.coordinator,
        now=MORNING,
    )
    await post(network)

    await writes(network)
    await clock(network)

    assert await got(network, WAYS["unblocks"], BroadcastKind.UPDATE) == 1


# What follows: the tally, the reminders.


async def heaps(network: Network) -> tuple[int, int]:
    counted = await tally.count(
        network.session, incident=await lifecycle.by_id(network.session, incident_id=1), now=LATER
    )
    return counted.groups[tally.AnswerGroup.UNREACHABLE], counted.groups[tally.AnswerGroup.SILENT]


async def test_the_tally_and_the_reminders_follow(session: AsyncSession) -> None:
    network = await found_network(session)
    for one in (network.an, network.binh):
        await lose(one, session, now=MORNING - timedelta(days=1))
    await open_incident(network)
    assert await heaps(network) == (1, 2)
    assert id_of(network.an) not in await reminders.silent_people(session, incident_id=1)

    await writes(network)
    await clock(network)

    assert await heaps(network) == (0, 3)
    incident = await lifecycle.by_id(session, incident_id=1)
    reminded = await reminders.remind_now(session, incident=incident, by=network.coordinator, now=LATER)
    await post(network)
    assert reminded.people == 3
    assert await got(network, WAYS["unblocks"], BroadcastKind.REMINDER) == 1


async def test_a_business_that_does_not_match_is_not_called_by_coming_back(session: AsyncSession) -> None:
    network = await found_network(session)
    await is_suspended(network)
    await network.declare(replace(CABLE_CUT, wanted=audience.Wanted(sectors=(Sector.IT,))), delivered=False)
    await post(network)

    await is_reinstated(network)
    await clock(network)

    assert await got(network, WAYS["is reinstated"], ALERT) == 0


async def test_of_a_business_that_comes_late_those_on_duty_are_called_and_the_others_after_the_reminder(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    await is_suspended(network)
    await put_on_duty(network, network.binh)
    await open_incident(network)

    await is_reinstated(network)
    await clock(network)
    assert await got(network, WAYS["is reinstated"], ALERT) == 0
    assert await network.recipients(ALERT, await lifecycle.by_id(session, incident_id=1)) == [
        sorted([id_of(network.chi), id_of(network.dung)]),
        [id_of(network.binh)],
    ]

    await reminders.remind_due(session, now=LATER + timedelta(minutes=10))
    await post(network)
    assert await got(network, WAYS["is reinstated"], ALERT) == 1


async def test_somebody_who_comes_by_two_ways_at_once_gets_one_card(session: AsyncSession) -> None:
    network = await found_network(session)
    await blocks(network)
    await is_suspended(network)
    await open_incident(network)

    await writes(network)
    await is_reinstated(network)
    await clock(network)
    await clock(network)

    assert await got(network, WAYS["unblocks"], ALERT) == 1


async def test_whoever_writes_and_blocks_again_is_called_when_they_can_be(session: AsyncSession) -> None:
    network = await found_network(session)
    await blocks(network)
    await open_incident(network)

    await writes(network)
    await lose(network.an, session, now=LATER)
    await clock(network)
    assert await got(network, WAYS["unblocks"], ALERT) == 0
    await writes(network)
    await clock(network)

    assert await got(network, WAYS["unblocks"], ALERT) == 1
