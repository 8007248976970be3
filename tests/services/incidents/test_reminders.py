"""The silent ones are reminded, and nobody else."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.duty import DutyWeek
from models.identity import id_of
from models.incidents import Incident, Reminder, ReminderKind, Severity
from models.members import MemberStatus, RepresentativeStatus
from models.people import Person
from models.responses import Answer
from services.incidents import lifecycle as incidents
from services.incidents import reminders, responses
from services.incidents.reminders import NobodySilent, Reminded, RemindedJustNow, RemindTooEarly
from services.people import businesses
from tests.network import CABLE_CUT, MORNING, Network, found_network, lose


def after(**duration: float) -> datetime:
    return MORNING + timedelta(**duration)


async def reminded(network: Network, incident: Incident) -> list[list[int]]:
    return await network.recipients(BroadcastKind.REMINDER, incident)


def ids(*those: Person) -> list[int]:
    return sorted(id_of(one) for one in those)


@pytest.mark.parametrize(
    ("severity", "minutes"),
    [
        (Severity.LOW, [15, 60]),
        (Severity.MEDIUM, [5, 15]),
        (Severity.SERIOUS, [5, 15]),
        (Severity.CRITICAL, [3, 8]),
    ],
)
async def test_the_graver_the_sooner(session: AsyncSession, severity: Severity, minutes: list[int]) -> None:
    network = await found_network(session)

    incident = await network.declare(replace(CABLE_CUT, severity=severity))

    due = (await session.exec(select(Reminder.due_at).order_by(col(Reminder.due_at)))).all()
    assert due == [after(minutes=one) for one in minutes]
    for minute in minutes:
        before = len(await reminded(network, incident))
        await reminders.remind_due(session, now=after(minutes=minute) - timedelta(seconds=1))
        assert len(await reminded(network, incident)) == before
        await reminders.remind_due(session, now=after(minutes=minute))
        assert len(await reminded(network, incident)) == before + 1
    await reminders.remind_due(session, now=after(days=1))
    assert len(await reminded(network, incident)) == 2


async def test_after_a_silence_of_the_bot_what_was_due_first_is_said_first(session: AsyncSession) -> None:
    network = await found_network(session)
    serious = await network.declare()
    critical = await network.declare(replace(CABLE_CUT, severity=Severity.CRITICAL), now=after(minutes=1))

    await reminders.remind_due(session, now=after(minutes=10))

    query = select(Broadcast.subject_id).where(Broadcast.kind == BroadcastKind.REMINDER).order_by(col(Broadcast.id))
    # The critical one was due after four minutes, the serious one after five.
    assert (await session.exec(query)).all() == [critical.id, serious.id]


async def test_only_the_silent_are_reminded(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await responses.respond(session, incident=incident, person=network.an, answer=Answer.CANNOT, now=after(minutes=1))

    await reminders.remind_due(session, now=after(minutes=5))

    assert await reminded(network, incident) == [ids(network.chi, network.dung)]


async def test_who_speaks_for_two_businesses_is_reminded_while_one_of_them_is_silent(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await responses.respond(session, incident=incident, person=network.dung, answer=Answer.READY, now=after(minutes=1))
    assert not await reminders.has_spoken(session, incident_id=id_of(incident), person_id=id_of(network.chi))

    await reminders.remind_due(session, now=after(minutes=5))

    assert await reminded(network, incident) == [ids(network.an, network.binh, network.chi)]


async def test_who_has_answered_for_both_businesses_is_left_alone(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await responses.respond(session, incident=incident, person=network.chi, answer=Answer.READY, now=after(minutes=1))

    for who in (network.chi, network.dung):
        assert await reminders.has_spoken(session, incident_id=id_of(incident), person_id=id_of(who))
    assert await reminders.silent_people(session, incident_id=id_of(incident)) == ids(network.an, network.binh)


async def test_whom_the_alert_never_reached_is_not_reminded(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await network.mark(incident, DeliveryState.FAILED, network.an)
    await network.mark(incident, DeliveryState.PENDING, network.binh)
    await network.mark(incident, DeliveryState.UNCERTAIN, network.chi)

    await reminders.remind_due(session, now=after(minutes=5))

    assert await reminded(network, incident) == [ids(network.chi, network.dung)]


async def test_who_has_become_unreachable_meanwhile_is_not_tried_again(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await lose(network.an, session, now=after(minutes=2))
    await session.flush()

    await reminders.remind_due(session, now=after(minutes=5))

    assert await reminded(network, incident) == [ids(network.binh, network.chi, network.dung)]


async def test_who_was_removed_from_a_business_is_not_reminded_for_it(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    removed = await businesses.representative(session, member_id=id_of(network.telecom), person_id=id_of(network.an))
    assert removed is not None
    removed.status = RepresentativeStatus.REMOVED
    await session.flush()

    await reminders.remind_due(session, now=after(minutes=5))

    assert await reminded(network, incident) == [ids(network.binh, network.chi, network.dung)]
    assert await reminders.has_spoken(session, incident_id=id_of(incident), person_id=id_of(network.an))


async def test_a_suspended_business_is_not_reminded(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    network.telecom.status = MemberStatus.SUSPENDED
    await session.flush()

    await reminders.remind_due(session, now=after(minutes=5))

    assert await reminded(network, incident) == [ids(network.chi, network.dung)]


async def test_an_answer_to_one_incident_leaves_another_to_be_asked_about(session: AsyncSession) -> None:
    network = await found_network(session)
    other, incident = await network.declare(), await network.declare()
    await responses.respond(session, incident=other, person=network.an, answer=Answer.READY, now=after(minutes=1))

    silent = await reminders.silent_people(session, incident_id=id_of(incident))

    assert sorted(silent) == ids(network.an, network.binh, network.chi, network.dung)
    assert not await reminders.has_spoken(session, incident_id=id_of(incident), person_id=id_of(network.an))


async def test_whom_the_alert_reached_only_after_a_moment_is_left_out_of_who_was_silent_by_then(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    sent = (await session.exec(select(Delivery).where(Delivery.person_id == network.an.id))).one()
    sent.sent_at = after(minutes=2)
    await session.flush()

    at = after(minutes=2)
    by_then = await reminders.silent_people(session, incident_id=id_of(incident), reached_before=at)
    before = await reminders.silent_people(
        session, incident_id=id_of(incident), reached_before=at - timedelta(seconds=1)
    )

    assert sorted(by_then) == ids(network.an, network.binh, network.chi, network.dung)
    assert sorted(before) == ids(network.binh, network.chi, network.dung)


async def test_a_reminder_by_hand_is_offered_from_half_the_first_and_a_minute_after_the_last(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    assert await reminders.may_be_asked_from(session, incident=incident) == after(minutes=2, seconds=30)

    await reminders.remind_now(session, incident=incident, by=network.coordinator, now=after(minutes=3))

    assert await reminders.may_be_asked_from(session, incident=incident) == after(minutes=4)


@pytest.mark.parametrize("state", [DeliveryState.PENDING, DeliveryState.SENDING])
async def test_while_an_alert_is_on_its_way_no_reminder_by_hand_is_offered(
    session: AsyncSession, state: DeliveryState
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await network.mark(incident, state, network.an)

    assert await reminders.may_be_asked_from(session, incident=incident) is None


async def test_once_it_is_over_no_reminder_by_hand_is_offered(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await incidents.close(
        session, incident_id=id_of(incident), summary="Xong.", by=network.coordinator, now=after(minutes=1)
    )
    await network.mark(incident, DeliveryState.SENT)

    assert await reminders.may_be_asked_from(session, incident=incident) is None


async def test_after_the_end_nobody_is_reminded(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await incidents.close(
        session, incident_id=id_of(incident), summary="Xong.", by=network.coordinator, now=after(minutes=1)
    )

    await reminders.remind_due(session, now=after(minutes=5))
    await reminders.remind_due(session, now=after(minutes=15))

    assert await reminded(network, incident) == []
    assert (await session.exec(select(Reminder).where(col(Reminder.done_at).is_(None)))).all() == []


async def test_a_coordinator_reminds_in_one_tap(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()

    done = await reminders.remind_now(session, incident=incident, by=network.coordinator, now=after(minutes=3))

    assert done == Reminded(people=4, called=0)
    assert await reminded(network, incident) == [ids(network.an, network.binh, network.chi, network.dung)]
    (entry,) = (await session.exec(select(AuditEntry).where(AuditEntry.action == "reminded"))).all()
    assert (entry.person_id, entry.after) == (network.coordinator.id, {"people": 4, "called": 0})


@pytest.mark.parametrize(
    ("severity", "seconds"),
    [(Severity.LOW, 450), (Severity.MEDIUM, 150), (Severity.SERIOUS, 150), (Severity.CRITICAL, 90)],
)
async def test_nobody_is_reminded_by_hand_before_the_first_reminder_is_half_due(
    session: AsyncSession, severity: Severity, seconds: int
) -> None:
    network = await found_network(session)
    incident = await network.declare(replace(CABLE_CUT, severity=severity))

    with pytest.raises(RemindTooEarly) as refused:
        await reminders.remind_now(
            session, incident=incident, by=network.coordinator, now=after(seconds=seconds) - timedelta(seconds=1)
        )

    assert refused.value.values == {"at": after(seconds=seconds)}
    assert await reminded(network, incident) == []
    done = await reminders.remind_now(session, incident=incident, by=network.coordinator, now=after(seconds=seconds))
    assert done.people == 4


async def test_two_coordinators_at_once_mean_one_reminder(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await reminders.remind_now(session, incident=incident, by=network.coordinator, now=after(minutes=3))

    with pytest.raises(RemindedJustNow) as refused:
        await reminders.remind_now(session, incident=incident, by=network.colleague, now=after(minutes=3, seconds=59))
    assert refused.value.values == {"at": after(minutes=3)}

    again = await reminders.remind_now(session, incident=incident, by=network.colleague, now=after(minutes=4))
    assert again.people == 4


async def test_the_clock_reminds_again_a_minute_after_a_coordinator_did(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await reminders.remind_now(session, incident=incident, by=network.coordinator, now=after(minutes=4))

    await reminders.remind_due(session, now=after(minutes=5))

    assert len(await reminded(network, incident)) == 2


async def test_the_clock_does_not_remind_right_after_a_coordinator_did(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await reminders.remind_now(session, incident=incident, by=network.coordinator, now=after(minutes=4, seconds=30))

    await reminders.remind_due(session, now=after(minutes=5))

    assert len(await reminded(network, incident)) == 1


async def test_with_nobody_silent_there_is_nobody_to_remind(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    for who in (network.an, network.chi):
        await responses.respond(session, incident=incident, person=who, answer=Answer.READY, now=MORNING)

    with pytest.raises(NobodySilent):
        await reminders.remind_now(session, incident=incident, by=network.coordinator, now=after(minutes=3))
    await reminders.remind_due(session, now=after(minutes=5))

    assert await reminded(network, incident) == []


# Those in reserve


async def with_reserve(session: AsyncSession) -> Network:
    """Found the network with Bình on duty for the telecom business, so that An is held in reserve."""
    network = await found_network(session)
    session.add(
        DutyWeek(
            member_id=id_of(network.telecom),
            monday=date(2026, 11, 16),
            person_id=id_of(network.binh),
            remind_at=MORNING,
            reminded_at=MORNING,
        )
    )
    await session.flush()
    return network


async def called(network: Network, incident: Incident) -> list[list[int]]:
    return await network.recipients(BroadcastKind.ALERT, incident)


@pytest.mark.parametrize(
    ("severity", "minutes"), [(Severity.LOW, 30), (Severity.MEDIUM, 10), (Severity.SERIOUS, 10), (Severity.CRITICAL, 6)]
)
async def test_the_reserve_is_called_when_the_first_reminder_was_of_no_use(
    session: AsyncSession, severity: Severity, minutes: int
) -> None:
    network = await with_reserve(session)
    incident = await network.declare(replace(CABLE_CUT, severity=severity))
    assert await called(network, incident) == [ids(network.binh, network.chi, network.dung)]

    await reminders.remind_due(session, now=after(minutes=minutes) - timedelta(seconds=1))
    assert len(await called(network, incident)) == 1
    assert (await reminded(network, incident))[0] == ids(network.binh, network.chi, network.dung)
    for _ in range(2):
        await reminders.remind_due(session, now=after(minutes=minutes))

    assert (await called(network, incident))[1:] == [ids(network.an)]


async def test_without_a_reserve_no_widening_is_planned(session: AsyncSession) -> None:
    network = await found_network(session)

    await network.declare()

    assert set(await session.exec(select(Reminder.kind))) == {ReminderKind.REMIND}


async def test_a_business_that_has_answered_by_then_keeps_its_others_in_peace(session: AsyncSession) -> None:
    network = await with_reserve(session)
    incident = await network.declare()
    await responses.respond(session, incident=incident, person=network.binh, answer=Answer.READY, now=after(minutes=9))

    await reminders.remind_due(session, now=after(minutes=10))

    assert len(await called(network, incident)) == 1


async def test_those_called_from_the_reserve_are_reminded_like_all_others(session: AsyncSession) -> None:
    network = await with_reserve(session)
    incident = await network.declare()
    await reminders.remind_due(session, now=after(minutes=10))
    await network.mark(incident, DeliveryState.SENT)

    await reminders.remind_due(session, now=after(minutes=15))

    assert (await reminded(network, incident))[-1] == ids(network.an, network.binh, network.chi, network.dung)


async def test_a_coordinators_reminder_calls_the_reserve_at_once_and_only_once(session: AsyncSession) -> None:
    network = await with_reserve(session)
    incident = await network.declare()

    done = await reminders.remind_now(session, incident=incident, by=network.coordinator, now=after(minutes=3))

    assert done == Reminded(people=3, called=1)
    assert (await called(network, incident))[1:] == [ids(network.an)]
    again = await reminders.remind_now(session, incident=incident, by=network.coordinator, now=after(minutes=4))
    assert again.called == 0
    await reminders.remind_due(session, now=after(minutes=10))
    assert len(await called(network, incident)) == 2


async def test_a_reminder_by_hand_calls_the_reserve_of_its_own_incident_alone(session: AsyncSession) -> None:
    network = await with_reserve(session)
    other, incident = await network.declare(), await network.declare()

    await reminders.remind_now(session, incident=incident, by=network.coordinator, now=after(minutes=3))
    await reminders.remind_due(session, now=after(minutes=10))

    assert (await called(network, incident))[1:] == [ids(network.an)]
    assert (await called(network, other))[1:] == [ids(network.an)]
