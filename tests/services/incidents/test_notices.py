"""What coordinators say after the alert reaches exactly those it is meant for."""

from datetime import timedelta

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.broadcasts import BroadcastKind, Delivery, DeliveryState, Lane
from models.identity import id_of
from models.incidents import Incident, IncidentStatus, Notice, NoticeAudience, NoticeKind
from models.people import Person
from models.responses import Answer
from services.incidents import notices, responses
from services.incidents.lifecycle import IncidentClosed
from services.incidents.notices import NobodyToTell, NoticeLength
from tests.network import MORNING, Network, found_network

LATER = MORNING + timedelta(minutes=20)


async def answered(network: Network) -> Incident:
    """Let An be ready, Chi need information for both businesses, and Dũng then help remotely for the IT one."""
    incident = await network.declare()
    said = ((network.an, Answer.READY_60), (network.chi, Answer.NEEDS_INFO), (network.dung, Answer.REMOTE))
    for who, what in said:
        await responses.respond(network.session, incident=incident, person=who, answer=what, now=MORNING)
    return incident


def ids(*people: Person) -> list[int]:
    return sorted(id_of(one) for one in people)


async def test_each_audience_is_who_it_says(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await answered(network)

    async def recipients(audience: NoticeAudience) -> list[int]:
        return sorted(await notices.recipients(session, incident=incident, audience=audience))

    assert await recipients(NoticeAudience.ALL) == ids(network.an, network.binh, network.chi, network.dung)
    assert await recipients(NoticeAudience.READY) == ids(network.an, network.binh, network.chi, network.dung)
    assert await recipients(NoticeAudience.NEEDS_INFO) == ids(network.chi)


async def test_an_update_to_the_ready_ones_goes_to_all_who_speak_for_them(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await responses.respond(session, incident=incident, person=network.an, answer=Answer.READY, now=MORNING)

    told = await notices.say(
        session,
        incident_id=id_of(incident),
        kind=NoticeKind.UPDATE,
        audience=NoticeAudience.READY,
        text="Tập trung tại cổng số 2.",
        by=network.coordinator,
        now=LATER,
    )

    assert told == 2
    assert await network.recipients(BroadcastKind.UPDATE, incident) == [ids(network.an, network.binh)]
    (notice,) = (await session.exec(select(Notice))).all()
    assert (notice.text, notice.said_by_id, notice.said_at) == (
        "Tập trung tại cổng số 2.",
        network.coordinator.id,
        LATER,
    )
    (entry,) = (await session.exec(select(AuditEntry).where(AuditEntry.action == "notice-update"))).all()
    assert (entry.subject_id, entry.after) == (incident.id, {"audience": "ready", "people": 2})


async def test_an_answer_to_those_who_asked_goes_before_updates(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await answered(network)

    await notices.say(
        session,
        incident_id=id_of(incident),
        kind=NoticeKind.REPLY,
        audience=NoticeAudience.NEEDS_INFO,
        text="Cần 5 người.",
        by=network.coordinator,
        now=LATER,
    )

    assert await network.recipients(BroadcastKind.REPLY, incident) == [ids(network.chi)]
    lanes = await session.exec(
        select(Delivery.lane).where(Delivery.due_at == LATER, Delivery.state == DeliveryState.PENDING)
    )
    assert lanes.all() == [Lane.REPLY]
    assert Lane.REPLY < Lane.UPDATE


@pytest.mark.parametrize("audience", [NoticeAudience.READY, NoticeAudience.NEEDS_INFO])
async def test_where_nobody_gave_that_answer_nothing_is_said(session: AsyncSession, audience: NoticeAudience) -> None:
    network = await found_network(session)
    incident = await network.declare()

    with pytest.raises(NobodyToTell):
        await notices.say(
            session,
            incident_id=id_of(incident),
            kind=NoticeKind.UPDATE,
            audience=audience,
            text="Không ai đọc.",
            by=network.coordinator,
            now=LATER,
        )

    assert (await session.exec(select(Notice))).all() == []


@pytest.mark.parametrize("text", ["", "x" * 1001])
async def test_a_text_that_is_empty_or_too_long_is_refused(session: AsyncSession, text: str) -> None:
    network = await found_network(session)
    incident = await network.declare()

    with pytest.raises(NoticeLength) as refused:
        await notices.all_clear(session, incident_id=id_of(incident), summary=text, by=network.coordinator, now=LATER)

    assert refused.value.values == {"limit": 1000, "length": len(text)}
    assert incident.status is IncidentStatus.OPEN


async def test_the_all_clear_ends_the_incident_and_reaches_everyone_alerted(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await answered(network)
    await network.mark(incident, DeliveryState.FAILED, network.binh)

    told = await notices.all_clear(
        session, incident_id=id_of(incident), summary="Đã nối lại cáp.", by=network.coordinator, now=LATER
    )

    assert told == 4
    assert incident.status is IncidentStatus.CLOSED
    assert incident.summary == "Đã nối lại cáp."
    everyone = ids(network.an, network.binh, network.chi, network.dung)
    assert await network.recipients(BroadcastKind.ALL_CLEAR, incident) == [everyone]


async def test_after_the_end_nothing_more_is_said(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await answered(network)
    await notices.all_clear(session, incident_id=id_of(incident), summary="Xong.", by=network.coordinator, now=LATER)

    with pytest.raises(IncidentClosed):
        await notices.all_clear(session, incident_id=id_of(incident), summary="Xong.", by=network.colleague, now=LATER)
    with pytest.raises(IncidentClosed):
        await notices.say(
            session,
            incident_id=id_of(incident),
            kind=NoticeKind.UPDATE,
            audience=NoticeAudience.ALL,
            text="Muộn",
            by=network.coordinator,
            now=LATER,
        )

    assert len(await network.recipients(BroadcastKind.ALL_CLEAR, incident)) == 1
    assert await network.recipients(BroadcastKind.UPDATE, incident) == []
