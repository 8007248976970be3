"""What a report may be the same as: of its kind, near its place, of its day; nothing else."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import IncidentKind, IncidentType
from models.reports import ReportKind, ReportStep
from services.incidents import lifecycle
from services.incidents.audience import Wanted
from services.places import nearness
from services.reports import alike, triage
from services.reports.reporting import Sign
from tests.network import BA_VI, CABLE_CUT, HOAN_KIEM, MORNING, found_network
from tests.services.reporting import WORDS, minutes, report

SIGN = Sign(kind=ReportKind.LINE, text="Mất mạng cả khu")


async def test_an_earlier_report_of_the_same_kind_and_place_is_offered_the_one_that_shares_words_first(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    near = await report(network, SIGN)
    likely = await report(network, replace(SIGN, text="Mất mạng cả khu từ sáng"), by=network.binh)
    await report(network, replace(SIGN, kind=ReportKind.LEAK))
    later = await report(network, replace(SIGN, text="mat mang tu sang"), now=minutes(60))
    await report(network, SIGN, now=minutes(61))

    found = await alike.to(session, report=later)

    assert list(found.reports) == [likely, near]


@pytest.mark.parametrize(
    ("sign", "hours"),
    [
        (replace(SIGN, text="Mất mạng tại xã Ba Vì"), 1),
        (SIGN, 24),
    ],
)
async def test_far_away_or_a_day_later_is_another_matter(session: AsyncSession, sign: Sign, hours: int) -> None:
    network = await found_network(session)
    await report(network, SIGN)

    later = await report(network, sign, now=MORNING + timedelta(hours=hours))

    assert not (await alike.to(session, report=later)).reports


async def test_a_neighbour_and_an_unknown_place_may_be_the_same(session: AsyncSession) -> None:
    network = await found_network(session)
    beside = next(one for one in nearness.neighbours(HOAN_KIEM) if one.startswith("00"))
    first = await report(network, SIGN)
    first.commune_code = beside
    unknown = await report(network, replace(SIGN, is_own=False))

    third = await report(network, SIGN)

    assert list((await alike.to(session, report=third)).reports) == [unknown, first]


@pytest.mark.parametrize(("hours", "is_offered"), [(1, True), (2, False)])
async def test_another_kind_from_the_same_place_at_the_same_time_is_offered_apart(
    session: AsyncSession, hours: int, is_offered: bool
) -> None:
    network = await found_network(session)
    power = await report(network, SIGN)
    await report(network, replace(SIGN, is_own=False))
    away = await report(network, replace(SIGN, text="Mất mạng tại xã Ba Vì"))

    signal = await report(network, replace(SIGN, kind=ReportKind.FAILURE), now=MORNING + timedelta(hours=hours))

    found = await alike.to(session, report=signal)
    assert list(found.of_other_kinds) == ([power] if is_offered else [])
    assert away not in found.of_other_kinds
    assert list(found.reports) == []


async def test_the_same_place_weighs_more_than_the_same_words(session: AsyncSession) -> None:
    network = await found_network(session)
    beside = next(one for one in nearness.neighbours(HOAN_KIEM) if one.startswith("00"))
    here = await report(network, replace(SIGN, text="Điện thoại bàn hỏng"))
    there = await report(network, SIGN)
    there.commune_code = beside

    last = await report(network, SIGN)

    assert list((await alike.to(session, report=last)).reports) == [here, there]


async def test_of_many_that_may_be_the_same_the_two_latest_are_offered(session: AsyncSession) -> None:
    network = await found_network(session)
    _, second, third, last = [await report(network, SIGN, now=minutes(number)) for number in range(4)]

    assert list((await alike.to(session, report=last)).reports) == [third, second]


async def test_what_was_decided_on_or_laid_to_another_is_not_offered(session: AsyncSession) -> None:
    network = await found_network(session)
    first, second, third = [await report(network, SIGN) for _ in range(3)]
    await triage.lay(session, report_id=id_of(second), to_id=id_of(first), by=network.coordinator, now=MORNING)
    step = ReportStep.NOTHING
    await triage.say(session, report_id=id_of(third), step=step, words="Bảo trì", by=network.coordinator, now=MORNING)

    last = await report(network, SIGN)

    assert list((await alike.to(session, report=last)).reports) == [first]


@pytest.mark.parametrize(
    ("change", "offered"),
    [
        ({}, True),
        ({"type": IncidentType.DISASTER}, True),
        ({"type": IncidentType.PHISHING}, False),
        ({"kind": IncidentKind.DRILL}, False),
        ({"kind": IncidentKind.PROBLEM}, False),
        ({"wanted": Wanted(commune_codes=(BA_VI,), any_place=True)}, False),
        ({"wanted": Wanted(commune_codes=(HOAN_KIEM, BA_VI), any_place=True)}, True),
    ],
)
async def test_an_incident_under_way_is_offered_where_kind_and_place_fit(
    session: AsyncSession, change: dict[str, object], offered: bool
) -> None:
    network = await found_network(session)
    incident = await network.declare(replace(CABLE_CUT, **change))  # type: ignore[arg-type]

    made = await report(network, SIGN)

    assert list(await alike.incidents(session, report=made)) == ([incident] if offered else [])


async def test_an_incident_that_is_over_is_not_offered(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await lifecycle.close(session, incident_id=id_of(incident), summary="Xong", by=network.coordinator, now=MORNING)

    assert not await alike.incidents(session, report=await report(network, Sign(text=WORDS)))


async def test_two_signs_of_which_nobody_knows_the_place_did_not_come_from_the_same(session: AsyncSession) -> None:
    network = await found_network(session)
    await report(network, replace(SIGN, is_own=False))

    signal = await report(network, replace(SIGN, kind=ReportKind.FAILURE, is_own=False), now=minutes(5))

    assert signal.commune_code is None
    assert list((await alike.to(session, report=signal)).of_other_kinds) == []
