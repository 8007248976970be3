"""What the figures of an incident say for an update: filled in before anybody types, and changed like any part."""

from dataclasses import replace
from typing import Any

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

# The parts that are filled in from the figures, until somebody writes their own.
PREFILLED = ("actions", "needs")


async def prefilled(context: Context, incident: Incident, form: UpdateForm) -> UpdateForm:
    """Fill in what is done, what is missing and when the next update comes."""
    counted = await counting.count(context.session, incident=incident, now=context.now)
    filled = await _with_figures(context, incident, counted, replace(form, proposed=PREFILLED))
    return replace(filled, next_at=await due.usual(context.session, incident=incident, now=context.now))


async def refreshed(context: Context, incident: Incident, counted: Tally, form: UpdateForm) -> UpdateForm:
    """Fill in anew what still stands as it was filled in, so that one update says the figures of one moment."""
    return await _with_figures(context, incident, counted, form)


async def _with_figures(context: Context, incident: Incident, counted: Tally, form: UpdateForm) -> UpdateForm:
    figures = views.Figures(
        engaged=counted.groups[AnswerGroup.READY] + counted.groups[AnswerGroup.REMOTE],
        on_site=await stays.count_there(context.session, incident_id=id_of(incident)),
        tasks=len(await tasks.unfinished_of(context.session, incident_id=id_of(incident))),
        missing=_missing(incident, counted),
    )
    parts = {"actions": views.actions(context.reader, figures), "needs": views.needs(context.reader, figures)}
    filled = {name: part for name, part in parts.items() if name in form.proposed}
    whole: dict[str, Any] = {**filled, "proposed": tuple(name for name, part in filled.items() if part)}
    return replace(form, **whole)


def _missing(incident: Incident, counted: Tally) -> int:
    """Tell how many people are wanted beside those that come at least."""
    in_people = incident.headcount_unit is Unit.PEOPLE
    return max(0, incident.headcount_wanted - counted.people_at_least) if in_people else 0
