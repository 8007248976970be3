"""The tasks that are a person's to do, as the main menu begins with them."""

from collections.abc import Sequence

from handlers.frame.context import Context
from handlers.frame.views.open_things import OpenThing
from handlers.tasks.views import lists as views
from models.identity import id_of
from services.people import businesses
from services.tasks import lists

# So many stand in the menu; the list has them all.
MOST = 2


async def tell(context: Context) -> Sequence[OpenThing]:
    """List what a person's businesses still have to do, by deadline."""
    members = [id_of(member) for member in await businesses.spoken_for(context.session, person=context.person)]
    found = await lists.unfinished(context.session, members=members, reader=id_of(context.person), limit=MOST)
    return [views.open_now(context.reader, task, now=context.now) for task in found]
