"""The link of a person's calendar, and what it told their phone, as their file shows it."""

from collections.abc import Mapping

from handlers.calendars.views.summaries import summary
from handlers.frame.record_sheets import RecordRow, RecordSheet
from handlers.frame.views.reader import Reader
from models.calendars import CalendarEntry, CalendarLink


def _link(_: Reader, one: CalendarLink) -> RecordRow:
    return one.made_at, one.revoked_at


def _said(reader: Reader, one: CalendarEntry) -> RecordRow:
    return summary(reader, one), one.starts_at, one.ends_at


SHEETS: Mapping[str, RecordSheet] = {
    "calendar": RecordSheet(62, ("made", "revoked"), _link),
    "calendar-entries": RecordSheet(63, ("what", "at", "until"), _said),
}
