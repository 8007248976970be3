"""Confirmations: who is asked when, at most so many at once, and who is overdue."""

from datetime import datetime, timedelta

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind
from models.identity import id_of
from models.members import MemberStatus, Sector
from services.applications import decisions
from services.business import confirmations
from services.business.confirmations import AGAIN_AFTER, AskedJustNow, NobodyToAsk, NothingToConfirm
from services.members import freshness
from services.members.freshness import EVERY
from services.members.representatives import NotYourBusiness
from tests.network import MORNING, TIME_ZONE, business, found_network, speak
from tests.services.cast import coordinator, newcomer, registered, told

HALF_A_YEAR_ON = MORNING + EVERY


async def test_a_business_is_first_asked_half_a_year_after_it_came_in(session: AsyncSession) -> None:
    application = await registered(session, await newcomer(session))
    by = await coordinator(session)
    await decisions.approve(session, application_id=id_of(application), by=by, now=MORNING)
    early = HALF_A_YEAR_ON - timedelta(seconds=1)
    assert await confirmations.ask_due(session, now=early, time_zone=TIME_ZONE) == 0
    assert await confirmations.ask_due(session, now=HALF_A_YEAR_ON, time_zone=TIME_ZONE) == 1
    assert await confirmations.ask_due(session, now=HALF_A_YEAR_ON, time_zone=TIME_ZONE) == 0
    assert await told(session, BroadcastKind.CONFIRMATION) == [application.person_id]


@pytest.mark.parametrize(
    ("hour", "asked"), [(7, 0), (8, 3), (16, 3), (17, 0)], ids=["seven", "eight", "sixteen", "seventeen"]
)
async def test_people_are_asked_from_eight_to_seventeen_local_time(
    session: AsyncSession, hour: int, asked: int
) -> None:
    network = await found_network(session)
    for member in (network.telecom, network.postal, network.it):
        freshness.plan(member, now=MORNING - EVERY - timedelta(days=1))
    at = MORNING.astimezone(TIME_ZONE).replace(hour=hour, minute=0)
    assert await confirmations.ask_due(session, now=at, time_zone=TIME_ZONE) == asked


async def test_only_so_many_are_asked_at_once_those_who_waited_longest_first(
    session: AsyncSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confirmations, "AT_ONCE", 2)
    network = await found_network(session)
    for days, member in enumerate((network.telecom, network.postal, network.it)):
        freshness.plan(member, now=MORNING - EVERY + timedelta(days=-days))
    assert await confirmations.ask_due(session, now=MORNING, time_zone=TIME_ZONE) == 2
    assert [freshness.is_asked(one) for one in (network.telecom, network.postal, network.it)] == [
        False,
        True,
        True,
    ]


@pytest.mark.parametrize("status", [MemberStatus.SUSPENDED, MemberStatus.LEFT, MemberStatus.INVITED])
async def test_who_is_not_in_the_network_is_not_asked(session: AsyncSession, status: MemberStatus) -> None:
    network = await found_network(session)
    freshness.plan(network.postal, now=MORNING - EVERY)
    network.postal.status = status
    assert await confirmations.ask_due(session, now=MORNING, time_zone=TIME_ZONE) == 0


async def test_whoever_is_silent_is_asked_after_a_fortnight_and_then_at_the_next_half_year(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    freshness.plan(network.postal, now=MORNING - EVERY)
    moments: list[datetime] = []
    for day in range(400):
        now = MORNING + timedelta(days=day)
        if await confirmations.ask_due(session, now=now, time_zone=TIME_ZONE):
            moments.append(now)
    assert [moment - MORNING for moment in moments] == [
        timedelta(0),
        AGAIN_AFTER,
        AGAIN_AFTER + EVERY,
        AGAIN_AFTER + 2 * EVERY,
    ]


async def test_a_confirmation_counts_for_half_a_year_and_comes_from_the_business_itself(session: AsyncSession) -> None:
    network = await found_network(session)
    freshness.plan(network.telecom, now=MORNING - EVERY)
    await confirmations.ask_due(session, now=MORNING, time_zone=TIME_ZONE)
    assert await told(session, BroadcastKind.CONFIRMATION) == [network.an.id]
    member_id = id_of(network.telecom)
    with pytest.raises(NotYourBusiness):
        await confirmations.confirm(session, member_id=member_id, person=network.chi, now=MORNING)

    await confirmations.confirm(session, member_id=member_id, person=network.binh, now=MORNING)
    assert (network.telecom.confirmed_at, network.telecom.confirmation_due_at) == (MORNING, HALF_A_YEAR_ON)
    with pytest.raises(NothingToConfirm):
        await confirmations.confirm(session, member_id=member_id, person=network.an, now=MORNING)


async def test_the_overdue_are_listed_page_by_page_the_longest_waiting_first(session: AsyncSession) -> None:
    network = await found_network(session)
    for days, member in enumerate((network.telecom, network.postal, network.it)):
        member.confirmed_at = MORNING - EVERY - timedelta(days=days)
        freshness.plan(member, now=member.confirmed_at)
    await session.flush()
    await confirmations.ask_due(session, now=MORNING, time_zone=TIME_ZONE)

    first = await confirmations.overdue(session, page=0, size=2)
    assert ([one.id for one in first.members], first.count) == ([network.it.id, network.postal.id], 3)
    for page in (1, 7):
        last = await confirmations.overdue(session, page=page, size=2)
        assert [one.id for one in last.members] == [network.telecom.id]


async def test_a_coordinator_asks_again_once_a_day_and_only_whom_somebody_speaks_for(session: AsyncSession) -> None:
    network = await found_network(session)
    lonely = await business(session, "0100000009", "Không người", (Sector.IT,), "00070")
    for member in (network.postal, lonely):
        freshness.plan(member, now=MORNING - EVERY)
    await confirmations.ask_due(session, now=MORNING, time_zone=TIME_ZONE)
    later = MORNING + timedelta(days=1)
    by = network.coordinator
    with pytest.raises(AskedJustNow):
        await confirmations.ask_again(session, member_id=id_of(network.postal), by=by, now=later - timedelta(hours=1))
    await confirmations.ask_again(session, member_id=id_of(network.postal), by=by, now=later)
    assert await told(session, BroadcastKind.CONFIRMATION) == [network.chi.id, network.chi.id]
    with pytest.raises(NobodyToAsk):
        await confirmations.ask_again(session, member_id=id_of(lonely), by=by, now=later)
    with pytest.raises(NothingToConfirm):
        await confirmations.ask_again(session, member_id=id_of(network.it), by=by, now=later)


async def test_who_speaks_for_it_but_was_removed_is_not_asked(session: AsyncSession) -> None:
    network = await found_network(session)
    lonely = await business(session, "0100000009", "Một mình", (Sector.IT,), "00070")
    await speak(session, network.dung, lonely)
    freshness.plan(lonely, now=MORNING - EVERY)
    await confirmations.ask_due(session, now=MORNING, time_zone=TIME_ZONE)
    assert await told(session, BroadcastKind.CONFIRMATION) == [network.dung.id]
