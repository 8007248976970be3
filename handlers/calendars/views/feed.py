"""A calendar as phones read it (RFC 5545): moments in UTC, weeks as whole days, what is off marked so."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from handlers.calendars.views.summaries import summary
from handlers.frame.views.reader import Reader
from models.calendars import CalendarEntry, CalendarThing

PRODUCT = "-//San Sang//Calendar//VI"
# How often a phone is asked to look again.
LOOK_AGAIN = timedelta(hours=1)


def written(reader: Reader, place: str, entries: Sequence[CalendarEntry]) -> bytes:
    """Write a calendar; `place` makes the names of its entries different from those of every other office."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", reader.label("calendar-name"))
    calendar.add("x-wr-timezone", reader.time_zone.key)
    calendar.add("refresh-interval", LOOK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for entry in entries:
        calendar.add_component(_event(reader, place, entry))
    return bytes(calendar.to_ical())


def _event(reader: Reader, place: str, entry: CalendarEntry) -> Event:
    event = Event()
    event.add("uid", f"{entry.uid}@{place}.san-sang")
    event.add("dtstamp", entry.changed_at.astimezone(UTC))
    event.add("last-modified", entry.changed_at.astimezone(UTC))
    event.add("sequence", entry.sequence)
    event.add("dtstart", _moment(reader, entry, entry.starts_at))
    event.add("dtend", _moment(reader, entry, entry.ends_at))
    event.add("summary", summary(reader, entry))
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    # A week on duty leaves its days free for appointments.
    event.add("transp", "OPAQUE" if entry.thing is CalendarThing.DRILL else "TRANSPARENT")
    return event


def _moment(reader: Reader, entry: CalendarEntry, at: datetime) -> date | datetime:
    """Give a local day of what lasts whole days, else the instant."""
    if entry.thing is CalendarThing.DUTY:
        return at.astimezone(reader.time_zone).date()
    return at.astimezone(UTC)
