"""Incidents are found, marked as handled, and ended once."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.broadcasts import Delivery, Lane
from models.identity import id_of
from models.incidents import IncidentStatus
from services.incidents import lifecycle as incidents
from services.incidents.audience import Wanted
from services.incidents.lifecycle import IncidentClosed, IncidentUnknown
from tests.network import BA_VI, CABLE_CUT, MORNING, found_network, person

LATER = MORNING + timedelta(minutes=30)


async def test_an_incident_that_does_not_exist_is_refused(session: AsyncSession) -> None:
    with pytest.raises(IncidentUnknown):
        await incidents.by_id(session, incident_id=2**31)


async def test_what_is_under_way_is_listed_first_then_the_newest(session: AsyncSession) -> None:
    network = await found_network(session)
    first, second, third = [await network.declare() for _ in range(3)]
    await incidents.close(session, incident_id=id_of(third), summary="Xong.", by=network.coordinator, now=LATER)

    assert [one.id for one in await incidents.recent(session)] == [second.id, first.id, third.id]
    assert [one.id for one in await incidents.recent(session, limit=1)] == [second.id]
    shown = await incidents.recent_for(session, person=network.chi)
    assert [one.id for one in shown] == [second.id, first.id, third.id]


async def test_members_see_only_what_they_were_alerted_of(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    stranger = await person(session, 1099, "Người lạ")

    assert [one.id for one in await incidents.recent_for(session, person=network.chi)] == [incident.id]
    assert await incidents.recent_for(session, person=stranger) == []
    assert await incidents.recent_for(session, person=network.coordinator) == []


async def test_what_was_asked_for_is_known_of_each_incident_by_itself(session: AsyncSession) -> None:
    network = await found_network(session)
    in_ba_vi = await network.declare(replace(CABLE_CUT, wanted=Wanted(commune_codes=(BA_VI,))))
    everywhere = await network.declare()

    assert await incidents.wanted_by(session, incident=in_ba_vi) == Wanted(commune_codes=(BA_VI,))
    assert await incidents.wanted_by(session, incident=everywhere) == Wanted()


async def test_the_end_is_stored_and_every_card_is_drawn_anew(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()

    await incidents.close(session, incident_id=id_of(incident), summary="Đã nối lại.", by=network.colleague, now=LATER)

    assert incident.status is IncidentStatus.CLOSED
    assert (incident.closed_at, incident.closed_by_id, incident.summary) == (LATER, network.colleague.id, "Đã nối lại.")
    redrawn = await session.exec(
        select(Delivery.person_id).where(col(Delivery.edit_due_at) == LATER, col(Delivery.edit_lane) == Lane.UPDATE)
    )
    assert set(redrawn) == {one.id for one in (network.an, network.binh, network.chi, network.dung)}


async def test_the_second_to_end_it_is_told_when_it_ended(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await incidents.close(session, incident_id=id_of(incident), summary="Một", by=network.coordinator, now=LATER)

    with pytest.raises(IncidentClosed) as refused:
        await incidents.close(
            session, incident_id=id_of(incident), summary="Hai", by=network.colleague, now=LATER + timedelta(hours=1)
        )

    assert refused.value.values == {"code": incident.code, "at": LATER}
    assert (incident.summary, incident.closed_by_id) == ("Một", network.coordinator.id)


async def test_marking_as_handled_twice_leaves_one_record(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()

    for by in (network.coordinator, network.colleague):
        await incidents.mark_handling(session, incident_id=id_of(incident), by=by, now=LATER)

    assert incident.status is IncidentStatus.HANDLING
    entries = (await session.exec(select(AuditEntry).where(AuditEntry.action == "incident-status"))).all()
    assert [(entry.person_id, entry.before, entry.after) for entry in entries] == [
        (network.coordinator.id, {"status": "open"}, {"status": "handling"})
    ]


async def test_what_is_over_is_not_handled_any_more(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await incidents.close(session, incident_id=id_of(incident), summary="Xong.", by=network.coordinator, now=LATER)

    with pytest.raises(IncidentClosed):
        await incidents.mark_handling(session, incident_id=id_of(incident), by=network.coordinator, now=LATER)
