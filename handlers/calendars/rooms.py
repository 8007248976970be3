"""The calendar (`/lich`): its link is made, shown once, made anew, taken back."""

from telegram import Update

from handlers.calendars.taps import CalendarMakeTap, CalendarRevokeTap
from handlers.calendars.views import links as views
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from services.calendars import links
from services.calendars.links import READERS


@allow(READERS)
async def on_calendar(update: Update, context: Context) -> None:
    """Tell what the calendar is, and whether there is a link (`/lich`)."""
    await _show(context)


async def _show(context: Context) -> None:
    for_office = bool(context.turn.roles & COORDINATORS)
    if not context.office.calendar_address:
        context.show(views.unavailable(context.reader, for_office=for_office))
        return
    link = await links.of(context.session, person=context.person)
    context.show(views.page(context.reader, link, for_office=for_office))


@allow(READERS)
async def on_make(update: Update, context: Context) -> None:
    """Make the link, in the place of the one before, and show it this once."""
    tap = CalendarMakeTap.unpack(tapped_data(update))
    if not context.office.calendar_address:
        await _show(context)
        return
    token = await links.make(context.session, person=context.person, number=tap.times, now=context.now)
    address = f"{context.office.calendar_address}/calendar/{token}.ics"
    context.show(views.made(context.reader, address, times=tap.times + 1))


@allow(READERS)
async def on_revoke(update: Update, context: Context) -> None:
    """Take the link back."""
    tap = CalendarRevokeTap.unpack(tapped_data(update))
    await links.revoke(context.session, person=context.person, number=tap.times, now=context.now)
    context.notice(views.revoked(context.reader))
    await _show(context)
