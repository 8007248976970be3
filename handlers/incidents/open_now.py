"""What is under way, as the main menu begins with it: to members with their answer, to coordinators with its sum."""

from collections.abc import Sequence

from handlers.frame.access import COORDINATORS
from handlers.frame.context import Context
from handlers.frame.views.open_things import OpenThing
from handlers.incidents.views import open_now as views
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from services.incidents import lifecycle as incidents
from services.incidents import standings as answers
from services.tally import counting as tally

# So many stand in the menu; the list has them all.
MOST = 3


async def tell(context: Context) -> Sequence[OpenThing]:
    """List the incidents under way that are a person's, the newest first."""
    if context.turn.roles & COORDINATORS:
        found = _open(await incidents.recent(context.session, limit=MOST))
        return [await _summed(context, one) for one in found]
    found = _open(await incidents.recent_for(context.session, person=context.person, limit=MOST))
    return [await _answered(context, one) for one in found]


def _open(found: Sequence[Incident]) -> Sequence[Incident]:
    return [one for one in found if one.status is not IncidentStatus.CLOSED]


async def _summed(context: Context, incident: Incident) -> OpenThing:
    counted = await tally.count(context.session, incident=incident, now=context.now)
    return views.summed(context.reader, incident, counted)


async def _answered(context: Context, incident: Incident) -> OpenThing:
    standings = await answers.standings(context.session, incident=incident, person_id=id_of(context.person))
    return views.answered(context.reader, incident, standings)
