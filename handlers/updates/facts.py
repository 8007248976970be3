"""What the figures of an incident say for an update: filled in before anybody types, and changed like any part."""

from dataclasses import replace

from handlers.frame.context import Context
from handlers.updates.forms import UpdateForm
from handlers.updates.views import facts as views
from models.capabilities import Unit
from models.identity import id_of
from models.incidents import Incident
from services.presence import stays
from services.tally import counting
from services.tally.counting import AnswerGroup, Tally
from services.tasks import lists as tasks
from services.updates import due


async def prefilled(context: Context, incident: Incident, form: UpdateForm) -> UpdateForm:
    """Fill in what is done, what is missing and when the next update comes."""
    counted = await counting.count(context.session, incident=incident, now=context.now)
    figures = views.Figures(
        engaged=counted.groups[AnswerGroup.READY] + counted.groups[AnswerGroup.REMOTE],
        on_site=await stays.count_there(context.session, incident_id=id_of(incident)),
        tasks=len(await tasks.unfinished_of(context.session, incident_id=id_of(incident))),
        missing=_missing(incident, counted),
    )
    actions, needs = views.actions(context.reader, figures), views.needs(context.reader, figures)
    return replace(
        form,
        actions=actions,
        needs=needs,
        next_at=await due.usual(context.session, incident=incident, now=context.now),
        proposed=tuple(name for name, part in (("actions", actions), ("needs", needs)) if part),
    )


def _missing(incident: Incident, counted: Tally) -> int:
    """Tell how many people are wanted beside those offered."""
    in_people = incident.headcount_unit is Unit.PEOPLE
    return max(0, incident.headcount_wanted - counted.headcount) if in_people else 0
