"""A calendar names the minute at which a review is due, and keeps for a month what is over."""

from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from models.calendars import CalendarThing
from services.calendars import content
from services.calendars.content import CalendarFact
from services.calendars.links import CalendarReader
from tests.network import MORNING, TIME_ZONE, found_network
from tests.services.reviewing import after_end, ended, opened

MINUTE, MONTH = timedelta(minutes=1), timedelta(days=30)


async def test_a_review_stands_at_the_minute_at_which_it_is_due_until_that_is_a_month_ago(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    review = await opened(network, await ended(network))
    due_at = review.due_at
    # One that was opened before due dates were whole minutes.
    review.due_at = due_at + timedelta(seconds=37, microseconds=5)
    await session.flush()
    reader = CalendarReader(network.coordinator, is_office=True)

    async def reviews(now: datetime) -> list[CalendarFact]:
        found = await content.of(session, reader=reader, now=now, time_zone=TIME_ZONE)
        return [one for one in found if one.thing is CalendarThing.REVIEW]

    (fact,) = await reviews(after_end(hours=3))
    assert fact.starts_at == due_at

    assert [one.uid for one in await reviews(due_at + MONTH)] == [fact.uid]
    assert await reviews(due_at + MONTH + MINUTE) == []


async def test_a_report_stands_on_the_last_working_day_on_which_it_is_in_time(session: AsyncSession) -> None:
    network = await found_network(session)
    reader = CalendarReader(network.coordinator, is_office=True)

    found = await content.of(session, reader=reader, now=MORNING, time_zone=TIME_ZONE)

    # It is late on the 20th, a Sunday; the other one on the 25th, a Friday.
    reports = [one for one in found if one.thing is CalendarThing.REPORT]
    assert [(one.name, f"{one.ends_at.astimezone(TIME_ZONE):%d/%m %H:%M}") for one in reports] == [
        ("2026-12-20", "18/12 17:00"),
        ("2026-12-25", "24/12 17:00"),
    ]
