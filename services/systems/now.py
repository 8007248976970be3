"""Whom to call first for a system at a moment: those in hours, those out of hours, and the leadership last."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from models.systems import ContactHours
from services.duty.hours import OFFICE_HOURS
from services.systems.entries import Called

MINUTES_AN_HOUR = 60


def hours_at(now: datetime, time_zone: ZoneInfo) -> ContactHours:
    """Tell whether a moment lies within office hours or without."""
    local = now.astimezone(time_zone)
    minute = local.hour * MINUTES_AN_HOUR + local.minute
    spans = OFFICE_HOURS.get(local.weekday(), ())
    within = any(span.begins <= minute < span.ends for span in spans)
    return ContactHours.IN_HOURS if within else ContactHours.OUT_OF_HOURS


def first_to_call(contacts: Sequence[Called], *, now: datetime, time_zone: ZoneInfo) -> Sequence[Called]:
    """Put those first whose hours it is, then the others, the leadership last."""
    hours = hours_at(now, time_zone)
    order = {hours: 0, ContactHours.LEADERSHIP: 2}
    return sorted(contacts, key=lambda one: order.get(one.hours, 1))
