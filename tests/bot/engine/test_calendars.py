"""A phone reads a calendar: by a living link alone, only what its person may know now, and what has changed since."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import httpx
import pytest
from icalendar import Calendar
from icalendar.cal import Component
from sqlmodel import select
from starlette.applications import Starlette

from bot.base.settings import Settings
from bot.engine import calendars, schedule
from models.calendars import CalendarEntry
from models.database import Database
from models.identity import id_of
from models.people import Language, Person, Role
from models.reviews import Review, ReviewState
from models.systems import IncidentDuty
from services.calendars import links
from services.drills import planning
from services.drills.planning import DrillPlan
from services.duty import rota
from services.incidents.touched import duties
from services.people import accounts
from tests.network import MORNING, TIME_ZONE, Network, found_network
from tests.services.drills.drilling import script
from tests.story import StoryClock

MONDAY = date(2026, 11, 23)


@dataclass
class Phone:
    """A phone that subscribed to a calendar, and the network whose calendar it is."""

    database: Database
    clock: StoryClock
    web: httpx.AsyncClient
    network: Network
    path: str = ""

    async def subscribe(self, person: Person) -> None:
        """Make the person's link, and have it in the phone."""
        async with self.database.writing() as session:
            link = await links.of(session, person=person)
            times = link.number if link is not None else 0
            token = await links.make(session, person=person, number=times, now=self.clock.now())
        self.path = f"/calendar/{token}.ics"

    async def read(self, *, with_reports: bool = False) -> Sequence[Component]:
        """Read what is in the calendar; the reports of each year, which all of the office have, only if wanted."""
        answer = await self.web.get(self.path)
        assert (answer.status_code, answer.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
        found = Calendar.from_ical(answer.content).walk("VEVENT")
        return [one for one in found if with_reports or not str(one["uid"]).startswith("report-")]


@pytest.fixture
async def phone(database: Database) -> AsyncIterator[Phone]:
    """A phone at a department that serves calendars."""
    clock = StoryClock(MORNING)
    settings = Settings(_env_file=None, calendar_address="https://sansang.example", province="01")
    app = Starlette(routes=calendars.routes(database, clock, settings))
    async with database.writing() as session:
        network = await found_network(session)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://calendars") as web:
        yield Phone(database, clock, web, network)


async def put_on_duty(phone: Phone, person: Person | None, *, monday: date = MONDAY) -> None:
    """Let the coordinator put somebody of the telecom business on duty for a week."""
    weeks = {monday: id_of(person) if person is not None else None}
    network, now = phone.network, phone.clock.now()
    async with phone.database.writing() as session:
        await rota.assign(
            session, member=network.telecom, weeks=weeks, by=network.coordinator, now=now, time_zone=TIME_ZONE
        )


async def plan_drill(phone: Phone, *, announced: bool) -> int:
    """Plan a drill of everybody in ten days."""
    async with phone.database.writing() as session:
        phone.network.session = session
        starts_at = phone.clock.now() + timedelta(days=10)
        said = DrillPlan(await script(phone.network), starts_at, announced=announced)
        drill = await planning.plan(
            session,
            said=said,
            draft_key="plan",
            by=phone.network.coordinator,
            now=phone.clock.now(),
            time_zone=TIME_ZONE,
        )
        return id_of(drill)


async def test_without_a_public_address_there_are_no_calendars(database: Database) -> None:
    assert calendars.routes(database, StoryClock(MORNING), Settings(_env_file=None)) == ()


async def test_a_week_on_duty_is_a_week_of_whole_days_and_names_nobody(phone: Phone) -> None:
    await put_on_duty(phone, phone.network.an)
    await phone.subscribe(phone.network.an)

    (week,) = await phone.read()

    assert (week.decoded("dtstart"), week.decoded("dtend")) == (MONDAY, MONDAY + timedelta(days=7))
    assert str(week["summary"]) == "Tuần trực: Viễn thông Sông Hồng"
    assert str(week["uid"]).endswith("@01.san-sang")
    assert (week["sequence"], str(week["status"])) == (0, "CONFIRMED")
    await phone.subscribe(phone.network.binh)
    assert await phone.read() == []


async def test_what_is_taken_back_is_cancelled_under_the_same_name_with_a_higher_number(phone: Phone) -> None:
    await put_on_duty(phone, phone.network.an)
    await phone.subscribe(phone.network.an)
    (before,) = await phone.read()

    phone.clock.advance(3600)
    await put_on_duty(phone, phone.network.binh)
    (after,) = await phone.read()

    assert after["uid"] == before["uid"]
    assert (after["sequence"], str(after["status"])) == (1, "CANCELLED")
    assert after.decoded("last-modified") > before.decoded("last-modified")
    assert str(after["summary"]) == "Đã huỷ: Tuần trực: Viễn thông Sông Hồng"

    await put_on_duty(phone, phone.network.an)
    (again,) = await phone.read()
    assert (again["sequence"], str(again["status"])) == (2, "CONFIRMED")
    phone.clock.advance(60 * 86400)
    assert await phone.read() == []


async def test_whoever_has_it_is_told_so_and_nothing_is_written_meanwhile(phone: Phone) -> None:
    await put_on_duty(phone, phone.network.an)
    await phone.subscribe(phone.network.an)
    first = await phone.web.get(phone.path)

    phone.clock.advance(3600)
    again = await phone.web.get(phone.path, headers={"If-None-Match": first.headers["etag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert first.headers["cache-control"] == "private, no-cache"
    await put_on_duty(phone, None)
    assert (await phone.web.get(phone.path, headers={"If-None-Match": first.headers["etag"]})).status_code == 200


async def test_a_link_is_dead_once_it_is_made_anew_or_taken_back_or_its_person_is_out(phone: Phone) -> None:
    coordinator, dead = phone.network.coordinator, []
    await phone.subscribe(coordinator)
    dead.append(phone.path)
    await phone.subscribe(coordinator)
    assert await phone.read() == []
    dead.append(phone.path)
    async with phone.database.writing() as session:
        person = await session.get_one(Person, coordinator.id)
        await accounts.assign_role(session, person=person, role=None, by=None, now=phone.clock.now())

    for path in (*dead, "/calendar/.ics", "/calendar/đ.ics", f"/calendar/{'x' * 32}.ics"):
        assert (await phone.web.get(path)).status_code == 404


async def test_an_announced_drill_is_in_the_calendar_of_whoever_was_told_and_of_those_who_coordinate(
    phone: Phone,
) -> None:
    drill_id = await plan_drill(phone, announced=True)
    await phone.subscribe(phone.network.an)
    assert await phone.read() == []

    phone.clock.advance(4 * 86400)
    await schedule.tick(phone.database, now=phone.clock.now(), time_zone=TIME_ZONE)
    (drill,) = await phone.read()
    assert str(drill["summary"]).startswith("[DIỄN TẬP] DK-2026-0001")
    assert drill.decoded("dtstart") == MORNING + timedelta(days=10)

    async with phone.database.writing() as session:
        await planning.cancel(session, drill_id=drill_id, by=phone.network.coordinator, now=phone.clock.now())
    (drill,) = await phone.read()
    assert str(drill["status"]) == "CANCELLED"


async def test_an_unannounced_drill_is_in_nobodys_calendar_but_of_those_who_coordinate(phone: Phone) -> None:
    await plan_drill(phone, announced=False)
    await phone.subscribe(phone.network.an)

    phone.clock.advance(10 * 86400)
    await schedule.tick(phone.database, now=phone.clock.now(), time_zone=TIME_ZONE)
    assert await phone.read() == []

    await phone.subscribe(phone.network.coordinator)
    assert len(await phone.read()) == 1


async def test_a_legal_deadline_is_in_the_calendar_of_those_who_coordinate_until_it_is_met(phone: Phone) -> None:
    network, now = phone.network, phone.clock.now()
    async with phone.database.writing() as session:
        network.session = session
        incident = await network.declare(now=now)
        await network.touch(incident, now=now)
    await phone.subscribe(network.coordinator)
    found = {str(one["summary"]): one for one in await phone.read(with_reports=True)}
    report = found["Hạn: Báo cáo năm, nội bộ (nộp trước ngày 20/12/2026)"]
    assert f"{report.decoded('dtend').astimezone(TIME_ZONE):%d/%m/%Y}" == "18/12/2026"
    notice = found["Hạn: Thông báo ban đầu (SC-2026-0001)"]
    assert notice.decoded("dtend") == now + timedelta(hours=24)

    async with phone.database.writing() as session:
        (duty,) = (await session.exec(select(IncidentDuty).where(IncidentDuty.rule == "first-notice"))).all()
        await duties.tell(session, duty_id=id_of(duty), by=network.coordinator, now=now)
    statuses = {str(one["uid"]): str(one["status"]) for one in await phone.read()}
    assert statuses[str(notice["uid"])] == "CANCELLED"

    await phone.subscribe(network.an)
    assert await phone.read(with_reports=True) == []


async def test_a_review_is_in_the_calendar_of_those_who_coordinate_until_it_is_done(phone: Phone) -> None:
    network, now = phone.network, phone.clock.now()
    async with phone.database.writing() as session:
        network.session = session
        incident = await network.declare(now=now)
        review = Review(
            incident_id=id_of(incident),
            owner_id=id_of(network.coordinator),
            opened_at=now,
            ended_at=now,
            due_at=now + timedelta(days=3),
            asks_at=now,
            remind_at=now,
        )
        session.add(review)
    await phone.subscribe(network.coordinator)
    (due,) = await phone.read()
    assert (str(due["summary"]), due.decoded("dtstart")) == (
        "Hạn đánh giá sau sự cố (SC-2026-0001)",
        now + timedelta(days=3),
    )

    async with phone.database.writing() as session:
        (await session.get_one(Review, review.id)).state = ReviewState.DONE
    (due,) = await phone.read()
    assert str(due["status"]) == "CANCELLED"


async def test_it_is_written_in_the_language_of_its_person(phone: Phone) -> None:
    await put_on_duty(phone, phone.network.an)
    await phone.subscribe(phone.network.an)
    async with phone.database.writing() as session:
        person = await session.get_one(Person, phone.network.an.id)
        await accounts.choose_language(session, person=person, language=Language.ENGLISH, now=phone.clock.now())

    (week,) = await phone.read()

    assert str(week["summary"]) == "On duty: Viễn thông Sông Hồng"


async def test_an_observer_has_no_calendar_and_two_readings_at_once_keep_an_entry_once(phone: Phone) -> None:
    await put_on_duty(phone, phone.network.an)
    await phone.subscribe(phone.network.an)
    await phone.read()
    await phone.read()
    async with phone.database.reading() as session:
        assert len((await session.exec(select(CalendarEntry))).all()) == 1

    await phone.subscribe(phone.network.coordinator)
    async with phone.database.writing() as session:
        person = await session.get_one(Person, phone.network.coordinator.id)
        await accounts.assign_role(session, person=person, role=Role.OBSERVER, by=None, now=phone.clock.now())
    assert (await phone.web.get(phone.path)).status_code == 404
