"""Waves: the circle of those called widens until enough are ready, nearest first, and each wave comes once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.broadcasts import BroadcastKind, DeliveryState
from models.capabilities import Capability
from models.circles import WaveCircle
from models.duty import DutyWeek
from models.identity import id_of
from models.incidents import Incident, Severity
from models.members import MemberStatus, Representative, Sector
from models.people import Person
from models.responses import Answer
from models.tlp import Tlp
from services.incidents import latecomers, lifecycle, reminders, responses
from services.incidents.audience import Wanted
from services.people.latecomers import Latecomers
from services.policies import circles, versions
from services.policies.terms import DEFAULTS, Quiet, Wave
from services.waves import calling
from services.waves.calling import NoCircleLeft, WaveCalled
from tests.network import CABLE_CUT, HOAN_KIEM, MORNING, TIME_ZONE, Network, business, found_network, person, speak

# Cửa Nam is nearer to Hoàn Kiếm than Ba Đình; both share a border with it. Ngọc Hà lies behind Ba Đình.
CUA_NAM, BA_DINH, NGOC_HA = "00082", "00004", "00008"
IN_HOAN_KIEM = replace(CABLE_CUT, wanted=Wanted(commune_codes=(HOAN_KIEM,)))
RINGS = (Wave(WaveCircle.NEIGHBOURS, 10, 2), Wave(WaveCircle.NEXT_NEIGHBOURS, 20, 2), Wave(WaveCircle.PROVINCE, 30, 2))


def after(minutes: float) -> datetime:
    return MORNING + timedelta(minutes=minutes)


@dataclass
class Town:
    """The small network, with businesses around it: two in neighbouring communes and one behind these."""

    network: Network
    ba_dinh: Person
    cua_nam: Person
    ngoc_ha: Person

    async def waves(self, incident: Incident) -> list[list[int]]:
        """Tell whom the alert and each wave called (people's ids, in order)."""
        return await self.network.recipients(BroadcastKind.ALERT, incident)

    async def answer(self, incident: Incident, who: Person, answer: Answer = Answer.READY) -> None:
        await responses.respond(
            self.network.session, incident=incident, person=who, answer=answer, now=incident.declared_at
        )


async def found_town(session: AsyncSession, *waves: Wave, **terms: object) -> Town:
    network = await found_network(session)
    people = []
    for number, commune in ((5, BA_DINH), (6, CUA_NAM), (7, NGOC_HA)):
        who = await person(session, 1000 + number, f"Người {number}")
        member = await business(session, f"010000000{number}", f"Đơn vị {number}", (Sector.IT,), commune)
        await speak(session, who, member)
        people.append(who)
    changed = replace(DEFAULTS[Severity.SERIOUS], reminders=(), waves=waves, **terms)  # type: ignore[arg-type]
    await versions.change(session, severity=Severity.SERIOUS, policy=changed, by=network.coordinator, now=MORNING)
    return Town(network, *people)


async def divers(session: AsyncSession) -> Person:
    """Take in a business that alone has the capability number 1."""
    session.add(Capability(id=1, name_vi="Thợ lặn", name_en="Divers"))
    await session.flush()
    member = await business(session, "0100000020", "Thợ lặn", (Sector.IT,), HOAN_KIEM, capabilities={1: 5})
    who = await person(session, 1020, "Lặn")
    await speak(session, who, member)
    return who


async def tick(session: AsyncSession, minutes: float) -> None:
    """Let the clock do what it does about silence at so many minutes after the alert."""
    await reminders.remind_due(session, now=after(minutes))
    await calling.call_due(session, now=after(minutes), time_zone=TIME_ZONE)


def ids(*those: Person) -> list[int]:
    return [id_of(one) for one in those]


async def test_the_circle_widens_from_the_commune_to_its_neighbours_to_theirs_to_the_province(
    session: AsyncSession,
) -> None:
    town = await found_town(session, *RINGS)
    incident = await town.network.declare(IN_HOAN_KIEM)
    first = ids(town.network.an, town.network.binh, town.network.chi, town.network.dung)

    called = []
    for minutes in (9, 10, 19, 20, 29, 30, 60):
        await tick(session, minutes)
        called.append(len(await town.waves(incident)))

    # The postal business lies far away, and Chi, who speaks for it, has the alert already.
    assert called == [1, 2, 2, 3, 3, 3, 3]
    assert await circles.called(session, incident_id=id_of(incident)) == frozenset(circles.OF_PLACES)
    assert (await town.waves(incident))[:3] == [first, ids(town.ba_dinh, town.cua_nam), ids(town.ngoc_ha)]


async def test_within_a_circle_the_nearest_are_called_first(session: AsyncSession) -> None:
    town = await found_town(session, Wave(WaveCircle.NEIGHBOURS, 10))
    incident = await town.network.declare(IN_HOAN_KIEM)

    following = await calling.next_wave(session, incident=incident, now=after(1), time_zone=TIME_ZONE)

    assert following is not None
    assert (following.circle, following.at) == (WaveCircle.NEIGHBOURS, after(10))
    assert following.found.people == ids(town.cua_nam, town.ba_dinh)


async def test_after_the_capability_the_whole_sector_is_called(session: AsyncSession) -> None:
    town = await found_town(session, Wave(WaveCircle.SECTOR, 10))
    who = await divers(session)
    wanted = Wanted(sectors=(Sector.IT,), capability_ids=(1,), commune_codes=(HOAN_KIEM,))
    incident = await town.network.declare(replace(CABLE_CUT, wanted=wanted))

    await tick(session, 10)

    assert await town.waves(incident) == [ids(who), ids(town.network.chi, town.network.dung)]


async def test_the_first_answer_stops_no_wave_and_enough_ready_businesses_do(session: AsyncSession) -> None:
    town = await found_town(session, *RINGS)
    one, two = await town.network.declare(IN_HOAN_KIEM), await town.network.declare(IN_HOAN_KIEM)
    for incident in (one, two):
        await town.answer(incident, town.network.an)
    await town.answer(two, town.network.dung)

    await tick(session, 10)

    assert len(await town.waves(one)) == 2
    assert len(await town.waves(two)) == 1
    (skipped,) = [row for row in await calling.of_incident(session, incident=two) if row.done_at]
    assert (skipped.done_at, skipped.called) == (after(10), None)


@pytest.mark.parametrize(("ready", "is_called"), [(0, True), (1, False)])
async def test_those_off_duty_are_called_in_a_wave_like_the_others(
    session: AsyncSession, ready: int, is_called: bool
) -> None:
    town = await found_town(session, Wave(WaveCircle.OFF_DUTY, 10, 1))
    network = town.network
    session.add(
        DutyWeek(
            member_id=id_of(network.telecom),
            person_id=id_of(network.binh),
            monday=date(2026, 11, 16),
            remind_at=MORNING,
            reminded_at=MORNING,
        )
    )
    await session.flush()
    incident = await network.declare()
    for who in (network.dung,)[:ready]:
        await town.answer(incident, who)

    await tick(session, 10)

    assert (await town.waves(incident))[1:] == ([ids(network.an)] if is_called else [])


async def test_a_wave_comes_once_however_often_the_clock_looks(session: AsyncSession) -> None:
    town = await found_town(session, *RINGS)
    incident = await town.network.declare(IN_HOAN_KIEM)

    for _ in range(3):
        await tick(session, 10)

    assert len(await town.waves(incident)) == 2


async def test_after_a_standstill_waves_come_one_by_one_as_far_apart_as_they_were_planned(
    session: AsyncSession,
) -> None:
    town = await found_town(session, *RINGS)
    incident = await town.network.declare(IN_HOAN_KIEM)

    called = []
    for minutes in (70, 71, 79, 80):
        await tick(session, minutes)
        called.append(len(await town.waves(incident)))

    assert called == [2, 2, 2, 3]


@pytest.mark.parametrize(("late", "next_at"), [(1, 20), (2, 22)])
async def test_a_wave_that_was_kept_waiting_for_more_than_a_minute_moves_those_after_it(
    session: AsyncSession, late: int, next_at: int
) -> None:
    town = await found_town(session, *RINGS)
    incident = await town.network.declare(IN_HOAN_KIEM)

    await tick(session, 10 + late)

    following, _ = await calling.to_come(session, incident=incident)
    assert following.due_at == after(next_at)


async def test_nothing_is_called_after_the_end(session: AsyncSession) -> None:
    town = await found_town(session, *RINGS)
    incident = await town.network.declare(IN_HOAN_KIEM)
    await lifecycle.close(
        session, incident_id=id_of(incident), summary="Xong", by=town.network.coordinator, now=after(5)
    )

    await tick(session, 10)

    assert len(await town.waves(incident)) == 1
    assert await calling.next_wave(session, incident=incident, now=after(11), time_zone=TIME_ZONE) is None


async def test_in_quiet_hours_a_wave_waits(session: AsyncSession) -> None:
    town = await found_town(session, RINGS[0], quiet=Quiet(9 * 60, 9 * 60 + 30))
    incident = await town.network.declare(IN_HOAN_KIEM)

    await tick(session, 39)
    assert len(await town.waves(incident)) == 1
    await tick(session, 40)
    assert len(await town.waves(incident)) == 2


async def test_what_is_for_an_organisation_at_most_calls_no_wave(session: AsyncSession) -> None:
    town = await found_town(session, *RINGS)
    incident = await town.network.declare(replace(IN_HOAN_KIEM, tlp=Tlp.RED))

    for minutes in (10, 20, 30):
        await tick(session, minutes)

    assert len(await town.waves(incident)) == 1
    assert await calling.next_wave(session, incident=incident, now=after(31), time_zone=TIME_ZONE) is None


# By hand


async def call_now(town: Town, incident: Incident, circle: WaveCircle, *, minutes: float = 2) -> int:
    return await calling.call_now(
        town.network.session,
        incident_id=id_of(incident),
        circle=circle,
        by=town.network.coordinator,
        now=after(minutes),
        time_zone=TIME_ZONE,
    )


async def test_a_coordinator_calls_the_next_wave_at_once_and_the_clock_does_not_call_it_again(
    session: AsyncSession,
) -> None:
    town = await found_town(session, *RINGS)
    incident = await town.network.declare(IN_HOAN_KIEM)

    assert await call_now(town, incident, WaveCircle.NEIGHBOURS) == 2
    await tick(session, 10)

    assert len(await town.waves(incident)) == 2
    (entry,) = (await session.exec(select(AuditEntry).where(AuditEntry.action == "wave-called"))).all()
    assert (entry.person_id, entry.after) == (town.network.coordinator.id, {"circle": "neighbours", "members": 2})


async def test_of_two_coordinators_who_tap_at_once_one_is_told(session: AsyncSession) -> None:
    town = await found_town(session, *RINGS)
    incident = await town.network.declare(IN_HOAN_KIEM)
    await call_now(town, incident, WaveCircle.NEIGHBOURS)

    with pytest.raises(WaveCalled):
        await call_now(town, incident, WaveCircle.NEIGHBOURS)

    assert len(await town.waves(incident)) == 2


async def test_where_no_wave_is_planned_each_wider_circle_is_offered_until_none_is_left(session: AsyncSession) -> None:
    town = await found_town(session)
    wanted = Wanted(capability_ids=(1,), commune_codes=(HOAN_KIEM,), any_capability=False)
    await divers(session)
    incident = await town.network.declare(replace(CABLE_CUT, wanted=wanted))

    offered = []
    while (
        following := await calling.next_wave(session, incident=incident, now=after(2), time_zone=TIME_ZONE)
    ) is not None:
        offered.append((following.circle, following.found.members))
        assert await call_now(town, incident, following.circle) == following.found.members

    # The telecom, the postal and the IT business: the postal one lies in Ba Vì.
    assert offered == [("sector", 2), ("neighbours", 2), ("next_neighbours", 1), ("province", 1)]
    with pytest.raises(NoCircleLeft):
        await call_now(town, incident, WaveCircle.PROVINCE)


async def test_a_circle_in_which_nobody_is_left_is_passed_over_for_the_next_that_finds_somebody(
    session: AsyncSession,
) -> None:
    town = await found_town(session)
    for who in (town.ba_dinh, town.cua_nam):
        spoken = await session.exec(select(Representative).where(Representative.person_id == who.id))
        await session.delete(spoken.one())
    incident = await town.network.declare(IN_HOAN_KIEM)

    upcoming = await calling.next_wave(session, incident=incident, now=after(1), time_zone=TIME_ZONE)

    assert upcoming is not None
    assert (upcoming.circle, upcoming.found.members) == (WaveCircle.NEXT_NEIGHBOURS, 1)
    assert await call_now(town, incident, WaveCircle.NEXT_NEIGHBOURS) == 1
    assert (await town.waves(incident))[-1] == [id_of(town.ngoc_ha)]


async def test_waves_that_are_held_back_do_not_come_and_come_as_much_later_when_released(
    session: AsyncSession,
) -> None:
    town = await found_town(session, *RINGS)
    incident = await town.network.declare(IN_HOAN_KIEM)
    by = {"incident_id": id_of(incident), "by": town.network.coordinator}

    await calling.hold(session, **by, now=after(5))  # type: ignore[arg-type]
    await calling.hold(session, **by, now=after(20))  # type: ignore[arg-type]
    await tick(session, 25)
    assert len(await town.waves(incident)) == 1
    await calling.release(session, **by, now=after(30))  # type: ignore[arg-type]
    await tick(session, 34)
    assert len(await town.waves(incident)) == 1
    await tick(session, 35)

    assert len(await town.waves(incident)) == 2
    actions = await session.exec(select(AuditEntry.action).where(col(AuditEntry.action).startswith("waves-")))
    assert actions.all() == ["waves-held", "waves-released"]


# Who comes late


async def approve_late(town: Town, commune: str) -> tuple[Person, Sequence[int]]:
    """Let a business be approved after the alert."""
    session = town.network.session
    who = await person(session, 1040, "Đến sau")
    member = await business(session, "0100000040", "Đến sau", (Sector.IT,), commune, status=MemberStatus.APPROVED)
    await speak(session, who, member)
    return who, [id_of(member)]


@pytest.mark.parametrize(("minutes", "is_called"), [(5, False), (15, True)])
async def test_who_comes_late_is_called_as_far_as_the_circle_has_been_widened(
    session: AsyncSession, minutes: int, is_called: bool
) -> None:
    town = await found_town(session, *RINGS)
    incident = await town.network.declare(IN_HOAN_KIEM)
    await tick(session, minutes)
    who, members = await approve_late(town, BA_DINH)

    late = Latecomers(people=frozenset({id_of(who)}), members=frozenset(members))
    await latecomers.call(session, late=late, now=after(minutes), time_zone=TIME_ZONE)

    everybody = {one for wave in await town.waves(incident) for one in wave}
    assert (id_of(who) in everybody) is is_called


async def test_who_was_called_in_a_wave_gets_the_same_card_and_is_asked_again_when_silent(
    session: AsyncSession,
) -> None:
    town = await found_town(session, RINGS[0])
    incident = await town.network.declare(IN_HOAN_KIEM)
    await tick(session, 10)
    await town.network.mark(incident, DeliveryState.SENT)

    silent = await reminders.silent_people(session, incident_id=id_of(incident))

    assert set(ids(town.ba_dinh, town.cua_nam)) <= set(silent)
    await town.answer(incident, town.ba_dinh)
    assert id_of(town.ba_dinh) not in await reminders.silent_people(session, incident_id=id_of(incident))
