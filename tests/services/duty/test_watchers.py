"""Who is on duty, at every hour of the week and at its edges."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.duty import DutyHours, DutyWeek
from models.identity import id_of
from models.members import ContactKind, Member, RepresentativeStatus
from models.people import Person
from services.duty import watchers as duty
from services.duty.watchers import monday_of
from services.people import businesses
from tests.network import TIME_ZONE, Network, found_network, lose, speak

MONDAY = date(2026, 11, 16)
NEXT_MONDAY = MONDAY + timedelta(days=7)


def local(day: date, hours: int, minutes: int = 0, *, time_zone: ZoneInfo = TIME_ZONE) -> datetime:
    return datetime(day.year, day.month, day.day, hours, minutes, tzinfo=time_zone).astimezone(UTC)


async def watch(session: AsyncSession, member: Member, person: Person, *, monday: date = MONDAY) -> None:
    session.add(DutyWeek(member_id=id_of(member), monday=monday, person_id=id_of(person), remind_at=local(monday, 7)))
    await session.flush()


async def open_at(session: AsyncSession, member: Member, weekday: int, begins: int, ends: int) -> None:
    session.add(DutyHours(member_id=id_of(member), weekday=weekday, begins=begins, ends=ends))
    await session.flush()


async def who(network: Network, now: datetime, *, time_zone: ZoneInfo = TIME_ZONE) -> set[str]:
    """Name those who are on duty for the telecom business."""
    member_id = id_of(network.telecom)
    found = await duty.on_duty(network.session, members=[member_id], now=now, time_zone=time_zone)
    names = {id_of(one): one.name for one in (network.an, network.binh, network.chi)}
    return {names[person_id] for person_id in found.get(member_id, ())}


async def test_without_a_roster_nobody_is_on_duty(session: AsyncSession) -> None:
    network = await found_network(session)

    everyone = [id_of(one) for one in (network.telecom, network.postal, network.it)]

    assert await duty.on_duty(session, members=everyone, now=local(MONDAY, 9), time_zone=TIME_ZONE) == {}
    assert await duty.on_duty(session, members=[], now=local(MONDAY, 9), time_zone=TIME_ZONE) == {}


async def test_hours_without_a_person_put_nobody_on_duty(session: AsyncSession) -> None:
    network = await found_network(session)
    await open_at(session, network.telecom, 0, 0, 1440)

    assert await who(network, local(MONDAY, 9)) == set()


async def test_without_hours_the_person_of_the_week_is_on_duty_around_the_clock(session: AsyncSession) -> None:
    network = await found_network(session)
    await watch(session, network.telecom, network.an)
    await watch(session, network.telecom, network.binh, monday=NEXT_MONDAY)

    assert await who(network, local(MONDAY, 0) - timedelta(seconds=1)) == set()
    assert await who(network, local(MONDAY, 0)) == {"Nguyễn Văn An"}
    assert await who(network, local(NEXT_MONDAY, 0) - timedelta(seconds=1)) == {"Nguyễn Văn An"}
    assert await who(network, local(NEXT_MONDAY, 0)) == {"Lê Thị Bình"}
    assert await who(network, local(NEXT_MONDAY + timedelta(days=7), 0)) == set()


async def test_duty_begins_with_its_hour_and_ends_before_the_last_minute(session: AsyncSession) -> None:
    network = await found_network(session)
    await watch(session, network.telecom, network.an)
    await open_at(session, network.telecom, 0, 7 * 60 + 30, 17 * 60)

    assert await who(network, local(MONDAY, 7, 30) - timedelta(seconds=1)) == set()
    assert await who(network, local(MONDAY, 7, 30)) == {"Nguyễn Văn An"}
    assert await who(network, local(MONDAY, 17) - timedelta(seconds=1)) == {"Nguyễn Văn An"}
    assert await who(network, local(MONDAY, 17)) == set()
    assert await who(network, local(MONDAY + timedelta(days=1), 9)) == set()


async def test_at_a_break_between_two_spans_nobody_is_on_duty(session: AsyncSession) -> None:
    network = await found_network(session)
    await watch(session, network.telecom, network.an)
    await open_at(session, network.telecom, 0, 7 * 60 + 30, 11 * 60 + 30)
    await open_at(session, network.telecom, 0, 13 * 60 + 30, 17 * 60)

    hours = (local(MONDAY, 9), local(MONDAY, 12), local(MONDAY, 14), local(MONDAY, 17))
    assert [bool(await who(network, at)) for at in hours] == [True, False, True, False]


async def test_a_night_belongs_to_the_day_with_which_it_begins(session: AsyncSession) -> None:
    network = await found_network(session)
    await watch(session, network.telecom, network.an)
    await open_at(session, network.telecom, 2, 22 * 60, 30 * 60)
    thursday = MONDAY + timedelta(days=3)

    assert await who(network, local(thursday, 0)) == {"Nguyễn Văn An"}
    assert await who(network, local(thursday, 5, 59)) == {"Nguyễn Văn An"}
    assert await who(network, local(thursday, 6)) == set()
    assert await who(network, local(thursday, 22)) == set()


async def test_the_night_to_monday_is_still_the_last_weeks(session: AsyncSession) -> None:
    network = await found_network(session)
    await watch(session, network.telecom, network.an)
    await watch(session, network.telecom, network.binh, monday=NEXT_MONDAY)
    await open_at(session, network.telecom, 6, 22 * 60, 30 * 60)
    await open_at(session, network.telecom, 0, 5 * 60, 12 * 60)

    assert await who(network, local(NEXT_MONDAY, 4, 59)) == {"Nguyễn Văn An"}
    assert await who(network, local(NEXT_MONDAY, 5, 30)) == {"Nguyễn Văn An", "Lê Thị Bình"}
    assert await who(network, local(NEXT_MONDAY, 6)) == {"Lê Thị Bình"}


async def test_midnight_is_the_local_one(session: AsyncSession) -> None:
    network = await found_network(session)
    await watch(session, network.telecom, network.an)
    berlin = ZoneInfo("Europe/Berlin")
    instant = local(MONDAY, 3)  # Sunday, 21:00 in Berlin

    assert await who(network, instant) == {"Nguyễn Văn An"}
    assert await who(network, instant, time_zone=berlin) == set()
    assert await who(network, local(MONDAY, 0, time_zone=berlin), time_zone=berlin) == {"Nguyễn Văn An"}


async def test_an_hour_that_the_clock_repeats_is_on_duty_twice(session: AsyncSession) -> None:
    network = await found_network(session)
    berlin = ZoneInfo("Europe/Berlin")
    sunday = date(2026, 10, 25)
    await watch(session, network.telecom, network.an, monday=monday_of(sunday))
    await open_at(session, network.telecom, 6, 2 * 60, 3 * 60)

    on_duty = [await who(network, datetime(2026, 10, 25, hour, 30, tzinfo=UTC), time_zone=berlin) for hour in range(3)]

    assert on_duty == [{"Nguyễn Văn An"}, {"Nguyễn Văn An"}, set()]


@pytest.mark.parametrize(
    ("day", "monday"),
    [
        (date(2028, 2, 29), date(2028, 2, 28)),
        (date(2027, 1, 1), date(2026, 12, 28)),
        (date(2027, 1, 3), date(2026, 12, 28)),
        (date(2027, 1, 4), date(2027, 1, 4)),
    ],
)
async def test_weeks_run_over_leap_days_and_the_end_of_the_year(session: AsyncSession, day: date, monday: date) -> None:
    network = await found_network(session)
    await watch(session, network.telecom, network.an, monday=monday)

    assert await who(network, local(day, 12)) == {"Nguyễn Văn An"}


async def test_who_was_removed_is_not_on_duty(session: AsyncSession) -> None:
    network = await found_network(session)
    await watch(session, network.telecom, network.an)
    standing = await businesses.representative(session, member_id=id_of(network.telecom), person_id=id_of(network.an))
    assert standing is not None

    standing.status = RepresentativeStatus.REMOVED
    await session.flush()

    assert await who(network, local(MONDAY, 9)) == set()


async def test_who_cannot_be_written_to_is_not_on_duty(session: AsyncSession) -> None:
    network = await found_network(session)
    await watch(session, network.telecom, network.an)

    await lose(network.an, session, now=local(MONDAY, 8))
    await session.flush()

    assert await who(network, local(MONDAY, 9)) == set()


async def test_each_business_has_its_own_person(session: AsyncSession) -> None:
    network = await found_network(session)
    await speak(session, network.chi, network.telecom, contact=ContactKind.BACKUP)
    await watch(session, network.telecom, network.chi)
    await watch(session, network.it, network.dung)
    await open_at(session, network.it, 0, 0, 60)
    three = [id_of(one) for one in (network.telecom, network.postal, network.it)]

    assert await duty.on_duty(session, members=three, now=local(MONDAY, 9), time_zone=TIME_ZONE) == {
        id_of(network.telecom): {id_of(network.chi)}
    }
