"""Deadlines as coordinators set them: a usual one by a button, any other by writing it."""

from datetime import datetime, timedelta

from handlers.frame.context import Context
from handlers.frame.taps import TapUnreadable, number_of
from handlers.tasks.views.words import DELAYS, FIVE
from services.ground.working_days import end_of_work
from services.notation.deadlines import read_deadline
from services.tasks.orders import check_deadline


def five_today(context: Context) -> datetime | None:
    """Give five in the afternoon of this day, unless it has passed."""
    local = context.now.astimezone(context.office.time_zone)
    five = end_of_work(local.date(), context.office.time_zone)
    return five if five > context.now else None


def of_button(context: Context, value: str) -> datetime:
    """Read the deadline of a button; raises DeadlinePast, or TapUnreadable for one that is not ours."""
    if value == FIVE:
        return check_deadline(five_today(context), now=context.now)
    if value not in map(str, DELAYS):
        raise TapUnreadable
    return context.now + timedelta(minutes=number_of(value))


def written(context: Context, text: str) -> datetime:
    """Read a deadline that was typed; raises MomentUnclear, MomentPast or DeadlinePast."""
    return check_deadline(read_deadline(text, now=context.now, time_zone=context.office.time_zone), now=context.now)
