"""The tasks of which whoever takes over the command of an incident, or ends it, should know."""

from collections.abc import Sequence

from handlers.frame.context import Context
from handlers.tasks.views import lists as views
from models.identity import id_of
from models.incidents import Incident
from services.tasks import lists


async def tell(context: Context, incident: Incident) -> Sequence[str]:
    """List what is still to be done for an incident."""
    found = await lists.unfinished_of(context.session, incident_id=id_of(incident))
    return views.handover(context.reader, found, now=context.now)


async def left_open(context: Context, incident: Incident) -> Sequence[str]:
    """Count what is still to be done for an incident."""
    found = await lists.unfinished_of(context.session, incident_id=id_of(incident))
    return views.left_open(context.reader, len(found))
