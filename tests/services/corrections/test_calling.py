"""One more business is called, whatever was wanted, by the way in which all were called."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind
from models.identity import id_of
from models.incidents import Incident
from models.members import Member, Sector
from services.corrections import calling
from services.corrections.calling import AwayNow, Callability, CalledAlready, CallPage, NobodySpeaks
from services.incidents import responses
from services.incidents.audience import Wanted
from services.members import entries
from tests.network import CABLE_CUT, HOAN_KIEM, MORNING, TIME_ZONE, Network, business, found_network

OF_TELECOM = replace(CABLE_CUT, wanted=Wanted(sectors=(Sector.TELECOM,)))
HOUR = timedelta(hours=1)


async def find(network: Network, incident: Incident, text: str = "") -> CallPage:
    return await calling.find(
        network.session, incident=incident, text=text, by=network.coordinator, number=0, now=MORNING + HOUR
    )


async def call(network: Network, incident: Incident, member: Member) -> int:
    called = await calling.call(
        network.session,
        incident_id=id_of(incident),
        member_id=id_of(member),
        by=network.coordinator,
        now=MORNING + HOUR,
        time_zone=TIME_ZONE,
    )
    return len(called.people)


async def test_a_business_that_was_not_wanted_is_found_by_any_spelling_and_called_once(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare(OF_TELECOM)
    members = [id_of(one) for one in (network.telecom, network.postal, network.it)]
    await entries.refresh(session, member_ids=members)

    found = await find(network, incident, "hoa sen")
    assert [(one.member.id, one.state) for one in found.candidates] == [(network.it.id, Callability.FREE)]
    assert [one.state for one in (await find(network, incident, "song hong")).candidates] == [Callability.CALLED]

    assert await call(network, incident, network.it) == 2
    with pytest.raises(CalledAlready):
        await call(network, incident, network.it)
    assert await network.recipients(BroadcastKind.ALERT, incident) == [
        [network.an.id, network.binh.id],
        [network.chi.id, network.dung.id],
    ]
    assert await responses.was_alerted(session, incident=incident, person=network.dung)


async def test_who_joined_or_came_back_since_is_offered_without_a_word_typed(session: AsyncSession) -> None:
    network = await found_network(session)
    network.postal.unavailable_until = MORNING + HOUR / 2
    # Who is away still has not come back.
    network.it.unavailable_until = MORNING + 2 * HOUR
    network.it.approved_at = MORNING - HOUR
    incident = await network.declare(OF_TELECOM)
    new = await business(session, "0100000009", "Công ty An Bình", (Sector.IT,), HOAN_KIEM)
    new.approved_at = MORNING + HOUR / 2
    await session.flush()

    page = await find(network, incident)

    assert [(one.member.id, one.state) for one in page.candidates] == [
        (network.postal.id, Callability.FREE),
        (new.id, Callability.NOBODY),
    ]


async def test_who_is_away_or_has_nobody_is_refused_with_the_reason(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare(OF_TELECOM)
    network.postal.unavailable_until = MORNING + 2 * HOUR
    alone = await business(session, "0100000009", "Công ty An Bình", (Sector.IT,), HOAN_KIEM)

    for member, refusal in ((network.postal, AwayNow), (alone, NobodySpeaks)):
        with pytest.raises(refusal):
            await call(network, incident, member)
    assert len(await network.recipients(BroadcastKind.ALERT, incident)) == 1
