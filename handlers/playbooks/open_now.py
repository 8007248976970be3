"""The steps of playbooks that wait for the office itself, as the main menu of those who coordinate begins with them."""

from collections.abc import Sequence

from handlers.frame.access import COORDINATORS
from handlers.frame.context import Context
from handlers.frame.views.open_things import OpenThing
from handlers.playbooks.views import runs as views
from services.playbooks import runs

# So many stand in the menu; the page of the playbook has them all.
MOST = 2


async def tell(context: Context) -> Sequence[OpenThing]:
    """List what the office is to do, by deadline."""
    if not context.turn.roles & COORDINATORS:
        return ()
    found = await runs.with_office(context.session, limit=MOST)
    return [views.open_now(context.reader, one, incident, now=context.now) for one, incident in found]
