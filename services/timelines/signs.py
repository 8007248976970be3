"""When an incident was found out: by the first sign that a member reported before the alert, or by the alert itself."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.incidents import Incident
from models.members import Member
from models.reports import Report, ReportChange, ReportStep


@dataclass(frozen=True)
class FirstSign:
    """The report (its code) by which an incident was found out, with the business that sent it, and when."""

    code: str
    who: str
    at: datetime


async def first(session: AsyncSession, *, incidents: Collection[int]) -> Mapping[int, FirstSign]:
    """Give the first sign of each incident (id) that has one: the earliest report that led to it or joined it.

    A confidential one is none, for it stays between its reporter and those who coordinate. What came after the alert
    found nothing out.
    """
    came = select(ReportChange.report_id).where(col(ReportChange.step).in_((ReportStep.DECLARED, ReportStep.JOINED)))
    query = (
        select(Report.incident_id, Report.code, Member.name, Report.reported_at)
        .join(Incident, col(Incident.id) == col(Report.incident_id))
        .join(Member, col(Member.id) == col(Report.member_id))
        .where(
            col(Report.incident_id).in_(incidents),
            col(Report.id).in_(came),
            ~col(Report.is_confidential),
            col(Report.reported_at) <= col(Incident.declared_at),
        )
        .order_by(col(Report.reported_at), col(Report.id))
    )
    found: dict[int, FirstSign] = {}
    for incident_id, code, who, at in await session.exec(query):
        if incident_id is not None:
            found.setdefault(incident_id, FirstSign(code, who, at))
    return found


def found_at(incident: Incident, sign: FirstSign | None) -> datetime:
    """Tell when an incident was found out: at its first sign, or when it was declared."""
    return sign.at if sign is not None else incident.declared_at


def found_after(incident: Incident, sign: FirstSign | None) -> timedelta | None:
    """Tell how long it took to find out; None where nobody knows since when it was so."""
    at, began = found_at(incident, sign), incident.began_at
    return at - began if began is not None and began <= at else None
