"""What was begun with a report, a declaration or words: by its draft it is known what came of it."""

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.drafts import Draft
from models.identity import id_of
from models.incidents import Incident, IncidentKind
from models.people import Person
from models.reports import Report, ReportDeclaration, ReportState
from services.ground.refusals import Refusal
from services.people import businesses
from services.reports.reports import laid_to


class ReportDeclared(Refusal):
    """A coordinator, `by`, declared `incident` (its code) from the report `code` at `at`: there is no second one."""


async def begin(session: AsyncSession, *, report: Report, draft: Draft, now: datetime) -> None:
    """Keep that a declaration was begun from a report, or words of a coordinator on it."""
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


async def main_of(session: AsyncSession, *, report: Report, lock: bool = False) -> Report:
    """Give the report whose matter another one is by now: that to which it was laid, or itself.

    With `lock` nobody else decides on it meanwhile.
    """
    is_laid = report.state is ReportState.LAID and report.laid_to_id is not None
    if not lock:
        return await session.get_one(Report, report.laid_to_id) if is_laid else report
    main_id = report.laid_to_id if is_laid else id_of(report)
    return await session.get_one(Report, main_id, with_for_update=True, populate_existing=True)


async def check_undeclared(session: AsyncSession, *, report: Report) -> None:
    """See that no incident was declared from a report, or from one of the same matter, be they linked yet or not.

    Of two who decide at one moment the second waits for the first. Raises ReportDeclared.
    """
    await session.flush()
    main = await main_of(session, report=report, lock=True)
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
