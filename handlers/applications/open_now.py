"""Applications that are not decided yet, as the main menu of whoever sent them begins with them."""

from collections.abc import Sequence

from handlers.applications.views import open_now as views
from handlers.frame.context import Context
from handlers.frame.views.open_things import OpenThing
from services.applications import requests


async def tell(context: Context) -> Sequence[OpenThing]:
    """Say which of a person's applications wait for a decision, and which wait for them."""
    found = await requests.open_of(context.session, person=context.person)
    return [views.waiting(context.reader, application, member) for application, member in found]
