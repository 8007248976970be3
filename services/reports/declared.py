"""What is declared from a report is linked with it once it was sent: known by the draft from which it came."""

from datetime import datetime, timedelta

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.drafts import Draft
from models.identity import id_of
from models.incidents import Incident, IncidentKind
from models.people import Person
from models.reports import Report, ReportDeclaration, ReportState, ReportStep
from services.ground import drafts
from services.ground.refusals import Refusal
from services.people import businesses
from services.reports import triage
from services.reports.reports import laid_to

# A draft is forgotten after this time, and so is what was begun with it.
KEPT = drafts.KEEP + timedelta(days=1)


class ReportDeclared(Refusal):
    """A coordinator, `by`, declared `incident` (its code) from the report `code` at `at`: there is no second one."""


async def begin(session: AsyncSession, *, report: Report, draft: Draft, now: datetime) -> None:
    """Keep that a declaration was begun from a report."""
    key = f"{draft.person_id}:{draft.key}"
    session.add(ReportDeclaration(report_id=id_of(report), draft_key=key, begun_at=now))
    await session.flush()


async def source(session: AsyncSession, *, draft: Draft) -> Report | None:
    """Find the report from which a declaration was begun."""
    query = (
        select(Report)
        .join(ReportDeclaration, col(ReportDeclaration.report_id) == col(Report.id))
        .where(ReportDeclaration.draft_key == f"{draft.person_id}:{draft.key}")
    )
    return (await session.exec(query)).first()


async def main_of(session: AsyncSession, *, report: Report) -> Report:
    """Give the report whose matter another one is by now: that to which it was laid, or itself."""
    if report.state is not ReportState.LAID or report.laid_to_id is None:
        return report
    return await session.get_one(Report, report.laid_to_id)


async def check_undeclared(session: AsyncSession, *, report: Report) -> None:
    """See that no incident was declared from a report, or from one of the same matter, be they linked yet or not.

    Raises ReportDeclared.
    """
    main = await main_of(session, report=report)
    of_one_matter = [id_of(one) for one in (main, *await laid_to(session, report=main))]
    query = (
        select(Incident, businesses.registered_name())
        .join(ReportDeclaration, col(ReportDeclaration.draft_key) == col(Incident.draft_key))
        .join(Person, col(Person.id) == col(Incident.declared_by_id))
        .where(col(ReportDeclaration.report_id).in_(of_one_matter), Incident.kind != IncidentKind.DRILL)
        .order_by(col(Incident.id))
    )
    first = (await session.exec(query)).first()
    if first is not None:
        incident, by = first
        raise ReportDeclared(code=report.code, incident=incident.code, by=by, at=incident.declared_at)


async def link_due(session: AsyncSession, *, now: datetime) -> None:
    """Link the reports with the incidents that were declared from them, each once; a drill is none.

    Whoever sent was told what a colleague decided meanwhile: the last word is theirs. What was laid to another follows
    that one, and what belongs to an incident already stays with it.
    """
    query = (
        select(ReportDeclaration, Report, Incident)
        .join(Incident, col(Incident.draft_key) == col(ReportDeclaration.draft_key))
        .join(Report, col(Report.id) == col(ReportDeclaration.report_id))
        .where(col(ReportDeclaration.done_at).is_(None))
        .order_by(col(Incident.id))
    )
    for begun, report, incident in (await session.exec(query)).all():
        begun.done_at = now
        main = await main_of(session, report=report)
        if incident.kind is IncidentKind.DRILL or main.state is ReportState.INCIDENT:
            continue
        by = await session.get_one(Person, incident.declared_by_id)
        await triage.become(session, report=main, incident=incident, step=ReportStep.DECLARED, by=by, now=now)


async def forget_old(session: AsyncSession, *, now: datetime) -> None:
    """Forget what was begun and never sent."""
    await session.exec(
        delete(ReportDeclaration).where(
            col(ReportDeclaration.done_at).is_(None), col(ReportDeclaration.begun_at) < now - KEPT
        )
    )
