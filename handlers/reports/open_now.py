"""The reports that nobody has looked at, as the main menu of those who coordinate begins with them."""

from collections.abc import Sequence

from handlers.frame.access import COORDINATORS
from handlers.frame.context import Context
from handlers.frame.views.open_things import OpenThing
from handlers.reports.views import lists as views
from services.reports import lists


async def tell(context: Context) -> Sequence[OpenThing]:
    """Say how many wait, if any do."""
    if not context.turn.roles & COORDINATORS:
        return ()
    waiting = await lists.waiting(context.session)
    return [views.open_now(context.reader, waiting)] if waiting else ()
