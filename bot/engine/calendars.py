"""The calendars that phones subscribe to, each behind a link that only its person was told."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.base.clock import Clock
from bot.base.settings import Settings
from bot.engine.served import Served, answer, nothing, tag_of
from models.database import Database
from services.calendars import entries, links
from services.calendars.links import CalendarReader

CALENDAR = "text/calendar; charset=utf-8"
# What one person alone may read is in nobody else's store, and in no search engine's.
HEADERS = {"Cache-Control": "private, no-cache", "X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"}


def routes(database: Database, clock: Clock, settings: Settings) -> Sequence[Route]:
    """Make the route, to be served beside others; without a public address there is none."""
    if settings.calendar_address is None:
        return ()
    office = settings.office

    async def calendar(request: Request) -> Response:
        """Give a calendar as its person may read it now; to a link that is dead there is none."""
        # What phones read is written with a library that nobody else needs at the start.
        from handlers.calendars.views import feed

        async with database.reading() as session:
            reader = await links.opened(session, token=request.path_params["token"])
        if reader is None:
            return nothing()
        await keep(reader)
        async with database.reading() as session:
            listed = await entries.listed(session, reader=reader)
        body = feed.written(office.reader(reader.person.language), office.province_code, listed)
        return answer(request, Served(body, tag_of(body)), kind=CALENDAR, headers=HEADERS)

    async def keep(reader: CalendarReader) -> None:
        """Keep what has changed since it was read last; where nothing has, nobody is kept from writing."""
        now = clock.now()
        async with database.reading() as session:
            found = await entries.changes(session, reader=reader, now=now, time_zone=office.time_zone)
        if found.are_any:
            async with database.writing_beside_others() as session:
                await entries.keep(session, reader=reader, now=now, time_zone=office.time_zone)

    return [Route("/calendar/{token}.ics", calendar)]
