"""The words of an entry of a calendar."""

from datetime import date, datetime, time
from typing import Any

from handlers.frame.views.drill_word import OF_DRILL
from handlers.frame.views.reader import Reader
from models.calendars import CalendarEntry, CalendarThing


def summary(reader: Reader, entry: CalendarEntry) -> str:
    """Say in a line what an entry is, and that it is off where it is."""
    values: dict[str, Any] = {"name": entry.name}
    if entry.thing is CalendarThing.NOTICE:
        values["what"] = reader.label(f"duty-law-{entry.about}")
    if entry.thing is CalendarThing.REPORT:
        values["what"] = reader.label(f"half-year-rule-{entry.about}")
        values["before"] = reader.day(_late_on(reader, entry))
    of_drill = entry.thing is CalendarThing.REVIEW and OF_DRILL.match(entry.name)
    key = "calendar-entry-review-of-drill" if of_drill else f"calendar-entry-{entry.thing}"
    said = reader.label(key, **values)
    return reader.label("calendar-entry-cancelled", what=said) if entry.is_cancelled else said


def _late_on(reader: Reader, entry: CalendarEntry) -> datetime:
    """Give the day on which a report is late; what was told before it was named stood on that day itself."""
    if not entry.name:
        return entry.ends_at
    return datetime.combine(date.fromisoformat(entry.name), time(), tzinfo=reader.time_zone)
