"""What an incident's topic is told as it happens: for each kind of row, which ones belong to an incident."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast
from models.command import CommandTerm
from models.escalation import EscalationStage
from models.identity import id_of
from models.incidents import Incident, Notice
from models.reports import Report, ReportChange, ReportStep
from services.command.kinds import OfCommand
from services.escalation import calling
from services.ground.details import Details
from services.incidents.kinds import OfNotice
from services.operations.kinds import OfLateness, OfReportChange, OfStage
from services.outbox import broadcasts
from services.updates.kinds import UPDATE_WATCH


@dataclass(frozen=True)
class NewsSource:
    """Rows that a topic is told of, each once and in their order.

    `of_incident` selects the ids of an incident (id) with the moment of each; `details` say of which one a message is.
    """

    name: str
    of_incident: Callable[[int], Any]
    row: Any
    at: Any
    details: Callable[[int], Details]


def _notices(incident_id: int) -> Any:
    return select(col(Notice.id)).where(Notice.incident_id == incident_id)


def _commands(incident_id: int) -> Any:
    return select(col(CommandTerm.id)).where(CommandTerm.incident_id == incident_id)


def _reports(incident_id: int) -> Any:
    """Select the steps by which reports came to an incident; what is confidential is for coordinators alone."""
    joined = col(ReportChange.step).in_((ReportStep.DECLARED, ReportStep.JOINED))
    query = select(col(ReportChange.id)).join(Report, col(Report.id) == col(ReportChange.report_id))
    return query.where(Report.incident_id == incident_id, joined, ~col(Report.is_confidential))


def _latenesses(incident_id: int) -> Any:
    """Select what coordinators heard of updates that were late."""
    late = col(Broadcast.details)["is_late"].as_boolean()
    return select(col(Broadcast.id)).where(*broadcasts.about(UPDATE_WATCH, incident_id), late)


SOURCES = (
    NewsSource("notices", _notices, col(Notice.id), col(Notice.said_at), OfNotice),
    NewsSource("commands", _commands, col(CommandTerm.id), col(CommandTerm.at), OfCommand),
    NewsSource("reports", _reports, col(ReportChange.id), col(ReportChange.at), OfReportChange),
    NewsSource("latenesses", _latenesses, col(Broadcast.id), col(Broadcast.created_at), OfLateness),
)


@dataclass(frozen=True)
class NewsTurn:
    """A turn that something about an incident has taken, under a name; it is told where its `mark` is another one."""

    name: str
    mark: int
    details: Details


async def turns(session: AsyncSession, *, incident: Incident) -> Sequence[NewsTurn]:
    """Tell what has come to a turn: the stage of calls to those above."""
    escalation = await calling.of_incident(session, incident_id=id_of(incident))
    if escalation is None:
        return ()
    mark = id_of(escalation) * len(EscalationStage) + list(EscalationStage).index(escalation.stage)
    return (NewsTurn("escalation", mark, OfStage(escalation.stage)),)


async def newer(session: AsyncSession, *, source: NewsSource, incident_id: int, told: int) -> Sequence[int]:
    """List the rows (ids) of an incident (id) that came after the last one that was told."""
    query = source.of_incident(incident_id).where(source.row > told).order_by(source.row)
    return list((await session.exec(query)).all())


async def told_before(session: AsyncSession, *, incident_id: int, since: datetime) -> dict[str, int]:
    """Tell of each source the last row (id) that is no news any more: what came before an instant."""
    found = {}
    for source in SOURCES:
        rows = source.of_incident(incident_id).where(source.at < since).subquery()
        found[source.name] = (await session.exec(select(func.max(rows.c.id)))).one() or 0
    return found
