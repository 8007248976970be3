"""Gathers what runs beside the calls of an incident, for its tally."""

from collections.abc import Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.tally.views.beside import Above, PlaybookNext, RunsBeside
from models.escalation import EscalationStage
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from models.scripts import UNSETTLED, RunStepState, ScriptKind, ScriptRun
from services.escalation import calling
from services.scripts import running
from services.updates import due


async def of(session: AsyncSession, *, incident: Incident) -> RunsBeside:
    """Find the escalation, the playbooks and the next update of an incident; nothing once it is over."""
    if incident.status is IncidentStatus.CLOSED:
        return RunsBeside()
    owed = await due.of_incident(session, incident=incident)
    return RunsBeside(
        above=await _above(session, incident),
        playbooks=await _playbooks(session, incident),
        update_at=owed.due_at if owed is not None else None,
    )


async def _above(session: AsyncSession, incident: Incident) -> Above | None:
    escalation = await calling.of_incident(session, incident_id=id_of(incident))
    if escalation is None:
        return None
    waited_for = [one.due_at for one in await calling.calls_of(session, escalation=escalation) if one.due_at]
    until = min(waited_for, default=escalation.asks_at if escalation.stage is EscalationStage.MEETING else None)
    return Above(escalation.stage, until)


async def _playbooks(session: AsyncSession, incident: Incident) -> Sequence[PlaybookNext]:
    runs = await running.under_way(session, incident_id=id_of(incident), kind=ScriptKind.PLAYBOOK)
    found = [await _next_of(session, run) for run in runs]
    return [one for one in found if one is not None]


async def _next_of(session: AsyncSession, run: ScriptRun) -> PlaybookNext | None:
    steps = await running.of_run(session, run_id=id_of(run))
    for one in steps:
        if one.row.state in UNSETTLED:
            at = one.row.until_at if one.row.state is RunStepState.DUE else one.row.due_at
            return PlaybookNext(one.script.title, one.row.place, len(steps), at)
    return None
