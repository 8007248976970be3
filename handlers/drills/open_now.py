"""What is under way of drills, as the main menu begins with it: for coordinators the drill, for members its injects."""

from collections.abc import Sequence

from handlers.drills.views import boards as views
from handlers.drills.views.injects import open_now
from handlers.frame.access import COORDINATORS
from handlers.frame.context import Context
from handlers.frame.views.open_things import OpenThing
from models.identity import id_of
from services.drills import injects, planning

# So many stand in the menu.
MOST = 1


async def tell(context: Context) -> Sequence[OpenThing]:
    """List the drills that are running, and the injects that wait for an answer of a person's businesses."""
    found = await injects.unanswered(context.session, person_id=id_of(context.person), limit=MOST)
    waiting = [open_now(context.reader, one, now=context.now) for one in found]
    if not context.turn.roles & COORDINATORS:
        return waiting
    running = await planning.running(context.session, limit=MOST)
    return [*waiting, *(views.open_now(context.reader, drill) for drill in running)]
