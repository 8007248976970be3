"""An end is taken back within a day: everyone is told, answers stand, and what was kept back goes out."""

from datetime import timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind, Delivery, DeliveryState
from models.identity import id_of
from models.incidents import Incident, IncidentStatus, Reminder
from models.responses import Answer, Response
from services.corrections import reopening
from services.corrections.reopening import EndedTooLongAgo, NotEnded
from services.incidents import lifecycle, notices, reminders, responses
from services.presence import standing_down
from services.updates import due as updates
from tests.network import MORNING, Network, found_network

HOUR = timedelta(hours=1)


async def ended(network: Network, incident: Incident) -> None:
    await notices.all_clear(
        network.session, incident_id=id_of(incident), summary="Xong", by=network.coordinator, now=MORNING
    )


async def reopen(network: Network, incident: Incident, *, after: timedelta = HOUR) -> int:
    return await reopening.reopen(
        network.session, incident_id=id_of(incident), by=network.coordinator, now=MORNING + after
    )


@pytest.mark.parametrize("handled", [True, False])
async def test_it_stands_as_before_the_end_answers_stand_and_everyone_is_told_once(
    session: AsyncSession, *, handled: bool
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await responses.respond(session, incident=incident, person=network.an, answer=Answer.READY, now=MORNING)
    if handled:
        await lifecycle.mark_handling(session, incident_id=id_of(incident), by=network.coordinator, now=MORNING)
    await ended(network, incident)
    await standing_down.stand_down(session, incident=incident, person=network.an, now=MORNING)

    told = await reopen(network, incident)

    assert incident.status is (IncidentStatus.HANDLING if handled else IncidentStatus.OPEN)
    assert (incident.closed_at, incident.closed_by_id, incident.summary) == (None, None, None)
    everyone = [network.an.id, network.binh.id, network.chi.id, network.dung.id]
    assert await network.recipients(BroadcastKind.REOPENED, incident) == [everyone]
    assert told == len(everyone)
    answer = (await session.exec(select(Response))).one()
    assert (answer.answer, answer.stood_down_at) == (Answer.READY, None)
    with pytest.raises(NotEnded):
        await reopen(network, incident)


async def test_an_alert_that_the_end_kept_back_goes_out_after_all(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await network.mark(incident, DeliveryState.DROPPED, network.dung)
    await ended(network, incident)

    await reopen(network, incident)

    query = select(Delivery).where(Delivery.person_id == network.dung.id, Delivery.state == DeliveryState.PENDING)
    waiting = (await session.exec(query)).all()
    assert len(waiting) == 3  # the alert, the end, which its composer drops, and that it is reopened


async def test_after_a_day_it_is_declared_anew(session: AsyncSession) -> None:
    network = await found_network(session)
    incident, other = await network.declare(), await network.declare()
    await ended(network, incident)
    with pytest.raises(NotEnded):
        await reopen(network, other)

    with pytest.raises(EndedTooLongAgo):
        await reopen(network, incident, after=24 * HOUR + timedelta(seconds=1))
    await reopen(network, incident, after=24 * HOUR)


async def test_what_was_planned_comes_as_much_later_as_it_was_over(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    planned = (await session.exec(select(Reminder).order_by(col(Reminder.due_at), col(Reminder.id)))).all()
    before = [one.due_at for one in planned]
    assert before
    await ended(network, incident)
    await reminders.remind_due(session, now=MORNING + 5 * HOUR)
    await updates.tell_due(session, now=MORNING + 5 * HOUR)

    await reopen(network, incident, after=5 * HOUR)

    assert [(one.due_at, one.done_at) for one in planned] == [(at + 5 * HOUR, None) for at in before]
    due = await updates.of_incident(session, incident=incident)
    assert due is not None
    assert due.due_at > MORNING + 5 * HOUR
    assert due.late_at is None


async def test_what_was_done_before_the_end_is_not_done_again(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    first = (await session.exec(select(Reminder).order_by(col(Reminder.due_at)))).first()
    assert first is not None
    first.done_at = MORNING
    await ended(network, incident)

    await reopen(network, incident)

    assert first.done_at == MORNING
