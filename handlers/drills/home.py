"""The room from which drills are planned, led and looked back at."""

from telegram import Update

from handlers.drills import planning, scripts
from handlers.drills.taps import DrillsTap
from handlers.drills.views import boards as views
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.taps import TapUnreadable
from services.drills import planning as drills


@allow(COORDINATORS)
async def on_list(_update: Update, context: Context) -> None:
    """List what is planned, under way and over (`/dientap`)."""
    context.show(views.listing(context.reader, await drills.listed(context.session)))


@allow(COORDINATORS)
async def on_drills(update: Update, context: Context) -> None:
    """Take a button of the list."""
    tap = DrillsTap.unpack(tapped_data(update))
    match tap.verb:
        case "list":
            await on_list(update, context)
        case "plan":
            await planning.begin(context)
        case "scripts":
            await scripts.show_all(context)
        case "write":
            await scripts.begin(context)
        case "sample":
            await scripts.take_sample(context)
        case _:
            raise TapUnreadable
