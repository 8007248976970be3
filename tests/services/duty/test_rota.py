"""A business sets its roster, and those concerned are told."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.broadcasts import Broadcast, Delivery
from models.duty import DutyHours, DutyWeek
from models.identity import id_of
from models.members import MemberStatus, RepresentativeStatus
from models.people import Person
from services.duty import rota
from services.duty import watchers as duty
from services.duty.hours import OFFICE_HOURS
from services.duty.rota import BEGINS, GIVEN, WEEKS, DutyHoursEmpty, NobodyChosen, NotForDuty, NotOnTheRoster, Roster
from services.duty.watchers import AROUND_THE_CLOCK, Span
from services.people import businesses
from tests.network import MORNING, TIME_ZONE, Network, found_network, lose

THIS_MONDAY = date(2026, 11, 16)
NEXT_MONDAY = THIS_MONDAY + timedelta(days=7)
SEVEN = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)  # 07:00 in Việt Nam, on the Monday after MORNING


async def assign(network: Network, weeks: dict[date, Person | None], *, by: Person | None = None) -> None:
    await rota.assign(
        network.session,
        member=network.telecom,
        weeks={monday: id_of(one) if one else None for monday, one in weeks.items()},
        by=by or network.an,
        now=MORNING,
        time_zone=TIME_ZONE,
    )


async def shown(network: Network, *, now: datetime = MORNING) -> Roster:
    return await rota.of_member(network.session, member=network.telecom, now=now, time_zone=TIME_ZONE)


async def on_duty(network: Network, now: datetime = MORNING) -> frozenset[int]:
    member_id = id_of(network.telecom)
    found = await duty.on_duty(network.session, members=[member_id], now=now, time_zone=TIME_ZONE)
    return found.get(member_id, frozenset())


async def told(session: AsyncSession, topic: str) -> list[int | None]:
    query = (
        select(Delivery.person_id)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(col(Broadcast.details)["what"].as_string() == topic)
        .order_by(col(Delivery.id))
    )
    return list((await session.exec(query)).all())


async def test_without_a_roster_the_coming_weeks_are_empty_and_hours_around_the_clock(session: AsyncSession) -> None:
    roster = await shown(await found_network(session))

    assert list(roster.weeks) == [THIS_MONDAY + timedelta(days=7 * number) for number in range(WEEKS)]
    assert set(roster.weeks.values()) == {None}
    assert roster.hours == AROUND_THE_CLOCK
    assert [one.name for one in roster.people] == ["Nguyễn Văn An", "Lê Thị Bình"]
    assert not roster.is_set


async def test_hours_replace_each_other_and_around_the_clock_is_kept_as_none(session: AsyncSession) -> None:
    network = await found_network(session)
    for hours in (OFFICE_HOURS, {6: (Span(450, 690), Span(1320, 1800))}):
        await rota.set_hours(session, member=network.telecom, hours=hours, by=network.an, now=MORNING)
        assert (await shown(network)).hours == hours

    await rota.set_hours(session, member=network.telecom, hours=AROUND_THE_CLOCK, by=network.an, now=MORNING)

    assert (await session.exec(select(DutyHours))).all() == []
    with pytest.raises(DutyHoursEmpty):
        await rota.set_hours(session, member=network.telecom, hours={}, by=network.an, now=MORNING)
    last = (await session.exec(select(AuditEntry).where(AuditEntry.action == "duty-hours"))).all()[1]
    assert (last.person_id, last.subject_id, last.after) == (
        network.an.id,
        network.telecom.id,
        {"hours": {"6": [[450, 690], [1320, 1800]]}},
    )


async def test_who_was_chosen_is_on_duty_and_told_unless_they_chose_themselves(session: AsyncSession) -> None:
    network = await found_network(session)

    await assign(network, {THIS_MONDAY: network.an, NEXT_MONDAY: network.binh})

    assert await on_duty(network) == {network.an.id}
    assert await on_duty(network, SEVEN) == {network.binh.id}
    assert await told(session, GIVEN) == [network.binh.id]


async def test_who_is_relieved_is_told_too(session: AsyncSession) -> None:
    network = await found_network(session)
    await assign(network, {THIS_MONDAY: network.binh})

    await assign(network, {THIS_MONDAY: None}, by=network.an)

    assert await on_duty(network) == frozenset()
    assert await told(session, GIVEN) == [network.binh.id, network.binh.id]
    (entry,) = (await session.exec(select(AuditEntry).where(AuditEntry.action == "duty-weeks"))).all()[1:]
    assert (entry.before, entry.after) == ({"2026-11-16": network.binh.id}, {"2026-11-16": None})


async def test_the_same_choice_again_changes_nothing_and_tells_nobody(session: AsyncSession) -> None:
    network = await found_network(session)
    await assign(network, {NEXT_MONDAY: network.binh})

    await assign(network, {NEXT_MONDAY: network.binh})

    assert await told(session, GIVEN) == [network.binh.id]
    assert len((await session.exec(select(DutyWeek))).all()) == 1


@pytest.mark.parametrize("days", [-7, 1, 7 * WEEKS])
async def test_a_week_that_is_over_or_far_or_none_is_refused(session: AsyncSession, days: int) -> None:
    network = await found_network(session)

    with pytest.raises(NotForDuty):
        await assign(network, {THIS_MONDAY + timedelta(days=days): network.an})


async def test_who_does_not_speak_for_the_business_cannot_be_on_duty(session: AsyncSession) -> None:
    network = await found_network(session)

    with pytest.raises(NotForDuty):
        await assign(network, {THIS_MONDAY: network.chi})
    with pytest.raises(NotOnTheRoster):
        await rota.spoken_for(session, member_id=id_of(network.telecom), person_id=id_of(network.chi))


async def test_an_order_fills_the_coming_weeks(session: AsyncSession) -> None:
    network = await found_network(session)

    await rota.rotate(
        session,
        member=network.telecom,
        order=[id_of(network.binh), id_of(network.an)],
        by=network.an,
        now=MORNING,
        time_zone=TIME_ZONE,
    )

    names = [one.name if one else None for one in (await shown(network)).weeks.values()]
    assert names == ["Lê Thị Bình", "Nguyễn Văn An"] * 4
    assert await told(session, GIVEN) == [network.binh.id]
    with pytest.raises(NobodyChosen):
        await rota.rotate(session, member=network.telecom, order=[], by=network.an, now=MORNING, time_zone=TIME_ZONE)


async def test_a_cleared_roster_is_none(session: AsyncSession) -> None:
    network = await found_network(session)
    await assign(network, {THIS_MONDAY: network.binh, NEXT_MONDAY: network.an})
    await rota.set_hours(session, member=network.telecom, hours=OFFICE_HOURS, by=network.an, now=MORNING)
    assert (await shown(network)).is_set

    await rota.clear(session, member=network.telecom, by=network.an, now=MORNING, time_zone=TIME_ZONE)

    assert not (await shown(network)).is_set
    assert await on_duty(network) == frozenset()


async def test_who_was_removed_is_shown_no_more(session: AsyncSession) -> None:
    network = await found_network(session)
    await assign(network, {THIS_MONDAY: network.binh})
    standing = await businesses.representative(session, member_id=id_of(network.telecom), person_id=id_of(network.binh))
    assert standing is not None

    standing.status = RepresentativeStatus.REMOVED
    await session.flush()

    assert set((await shown(network)).weeks.values()) == {None}


async def test_who_cannot_be_written_to_is_shown_as_such(session: AsyncSession) -> None:
    network = await found_network(session)
    await assign(network, {THIS_MONDAY: network.binh})

    await lose(network.binh, session, now=MORNING)
    await session.flush()

    watcher = (await shown(network)).weeks[THIS_MONDAY]
    assert watcher is not None
    assert not watcher.reachable


async def test_a_week_is_reminded_of_once_at_seven_on_its_monday(session: AsyncSession) -> None:
    network = await found_network(session)
    await assign(network, {THIS_MONDAY: network.an, NEXT_MONDAY: network.an})

    await rota.remind_due(session, now=SEVEN - timedelta(seconds=1))
    assert await told(session, BEGINS) == []
    for minutes in (0, 1):
        await rota.remind_due(session, now=SEVEN + timedelta(minutes=minutes))

    assert await told(session, BEGINS) == [network.an.id]


async def test_seven_is_local_time(session: AsyncSession) -> None:
    network = await found_network(session)
    await rota.assign(
        session,
        member=network.telecom,
        weeks={NEXT_MONDAY: id_of(network.an)},
        by=network.an,
        now=MORNING,
        time_zone=ZoneInfo("America/New_York"),
    )

    assert (await session.exec(select(DutyWeek.remind_at))).one() == datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


async def test_a_week_that_changes_hands_is_reminded_of_to_its_new_person_only(session: AsyncSession) -> None:
    network = await found_network(session)
    await assign(network, {NEXT_MONDAY: network.an})
    await assign(network, {NEXT_MONDAY: network.binh})

    await rota.remind_due(session, now=SEVEN)

    assert await told(session, BEGINS) == [network.binh.id]


async def test_a_bot_that_was_away_for_the_whole_week_reminds_nobody_of_it(session: AsyncSession) -> None:
    network = await found_network(session)
    await assign(network, {NEXT_MONDAY: network.an})

    await rota.remind_due(session, now=SEVEN + timedelta(days=7))

    assert await told(session, BEGINS) == []


async def test_nobody_of_a_suspended_business_is_reminded(session: AsyncSession) -> None:
    network = await found_network(session)
    await assign(network, {NEXT_MONDAY: network.an})
    network.telecom.status = MemberStatus.SUSPENDED
    await session.flush()

    await rota.remind_due(session, now=SEVEN)

    assert await told(session, BEGINS) == []


async def test_weeks_are_forgotten_after_a_year(session: AsyncSession) -> None:
    network = await found_network(session)
    await assign(network, {THIS_MONDAY: network.an, NEXT_MONDAY: network.an})

    await rota.forget_old(session, now=SEVEN + timedelta(days=365))

    assert [week.monday for week in await session.exec(select(DutyWeek))] == [NEXT_MONDAY]


async def test_hours_alone_or_people_alone_are_a_roster(session: AsyncSession) -> None:
    network = await found_network(session)
    assert not await rota.is_kept(session, member_id=id_of(network.telecom))
    await rota.set_hours(session, member=network.telecom, hours=OFFICE_HOURS, by=network.an, now=MORNING)
    assert (await shown(network)).is_set
    assert await rota.is_kept(session, member_id=id_of(network.telecom))
    await rota.set_hours(session, member=network.telecom, hours=AROUND_THE_CLOCK, by=network.an, now=MORNING)
    assert not (await shown(network)).is_set
    await assign(network, {NEXT_MONDAY: network.an})
    assert (await shown(network)).is_set
    assert await rota.is_kept(session, member_id=id_of(network.telecom))
    assert not await rota.is_kept(session, member_id=id_of(network.it))


async def test_what_one_business_sets_leaves_the_roster_of_another(session: AsyncSession) -> None:
    network = await found_network(session)
    for member, person in ((network.telecom, network.an), (network.it, network.dung)):
        await rota.set_hours(session, member=member, hours=OFFICE_HOURS, by=person, now=MORNING)
        await rota.assign(
            session,
            member=member,
            weeks={NEXT_MONDAY: id_of(person)},
            by=person,
            now=MORNING,
            time_zone=TIME_ZONE,
        )

    await rota.clear(session, member=network.it, by=network.dung, now=MORNING, time_zone=TIME_ZONE)

    left = await shown(network)
    assert dict(left.hours) == dict(OFFICE_HOURS)
    assert [one.name for one in left.weeks.values() if one] == ["Nguyễn Văn An"]


async def test_who_was_removed_or_left_is_reminded_of_nothing(session: AsyncSession) -> None:
    network = await found_network(session)
    await assign(network, {NEXT_MONDAY: network.binh})
    standing = await businesses.representative(session, member_id=id_of(network.telecom), person_id=id_of(network.binh))
    assert standing is not None
    standing.status = RepresentativeStatus.REMOVED
    await session.flush()

    await rota.remind_due(session, now=SEVEN)

    assert await told(session, BEGINS) == []


async def test_who_begins_and_ends_duty_by_a_colleagues_choice_is_told_once(session: AsyncSession) -> None:
    network = await found_network(session)
    await assign(network, {THIS_MONDAY: network.binh, NEXT_MONDAY: network.binh}, by=network.an)
    await assign(network, {THIS_MONDAY: None, NEXT_MONDAY: network.an}, by=network.binh)

    assert await told(session, GIVEN) == [network.binh.id, network.an.id]
