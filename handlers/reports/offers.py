"""The reports of an incident, on the page of what else can be done with it."""

from collections.abc import Sequence

from handlers.frame.context import Context
from handlers.frame.views.message import Button
from handlers.reports.taps import ReportListTap
from models.identity import id_of
from models.incidents import Incident
from services.reports import triage


async def give(context: Context, incident: Incident) -> Sequence[Button]:
    """Lead to the reports that belong to an incident, if any do."""
    count = await triage.of_incident(context.session, incident_id=id_of(incident))
    if not count:
        return ()
    text = context.reader.label("report-button-of-incident", count=count)
    return (Button(text, ReportListTap(id_of(incident), 0).pack()),)
