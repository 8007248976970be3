"""What follows from what was begun with a report: sent, it is linked with its incident; given up, it waits again."""

from datetime import datetime, timedelta
from functools import cache

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from models.drafts import Draft
from models.incidents import Incident, IncidentKind
from models.people import Person
from models.reports import Report, ReportDeclaration, ReportState, ReportStep
from services.ground import drafts
from services.reports import triage
from services.reports.declared import main_of
from services.reports.reports import history

# A draft is forgotten after this time, and so is what was begun with it.
KEPT = drafts.KEEP + timedelta(days=1)
# What shows that a report is in somebody's hands; that its reporter said more does not.
OF_REPORTERS = (ReportStep.ADDED, ReportStep.EDITED)


async def link_due(session: AsyncSession, *, now: datetime) -> None:
    """Link the reports with the incidents that were declared from them, each once; a drill is none.

    Whoever sent was told what a colleague decided meanwhile: the last word is theirs. What was laid to another follows
    that one, and what belongs to an incident already stays with it.
    """
    for begun, report, incident in (await session.exec(_declared())).all():
        begun.done_at = now
        main = await main_of(session, report=report)
        if incident.kind is IncidentKind.DRILL or main.state is ReportState.INCIDENT:
            continue
        by = await session.get_one(Person, incident.declared_by_id)
        await triage.become(session, report=main, incident=incident, step=ReportStep.DECLARED, by=by, now=now)


@cache
def _declared() -> Select[ReportDeclaration, Report, Incident]:
    return (
        select(ReportDeclaration, Report, Incident)
        .join(Incident, col(Incident.draft_key) == col(ReportDeclaration.draft_key))
        .join(Report, col(Report.id) == col(ReportDeclaration.report_id))
        .where(col(ReportDeclaration.done_at).is_(None))
        .order_by(col(Incident.id))
    )


async def let_go_due(session: AsyncSession, *, now: datetime) -> None:
    """Put reports back among those that wait where a coordinator began something with them and gave it up.

    A report stays as it is where somebody else has begun or done something with it meanwhile.
    """
    begun = (await session.exec(_begun())).all()
    busy = {one.report_id for one, _ in begun if await _is_under_way(session, one)}
    over = [(one, report) for one, report in begun if one.report_id not in busy]
    for one, _ in over:
        one.done_at = now
    for one, report in over:
        if report.state is ReportState.SEEN and await _was_all_of_it(session, one, report):
            by = await session.get_one(Person, _person_id(one))
            await triage.put_back(session, report=report, by=by, now=now)


@cache
def _begun() -> Select[ReportDeclaration, Report]:
    return (
        select(ReportDeclaration, Report)
        .join(Report, col(Report.id) == col(ReportDeclaration.report_id))
        .where(col(ReportDeclaration.done_at).is_(None))
        .order_by(col(ReportDeclaration.id))
    )


async def _is_under_way(session: AsyncSession, begun: ReportDeclaration) -> bool:
    """Tell whether a dialogue goes on, or waits until another one is over."""
    draft = await session.get(Draft, _person_id(begun))
    keys = (draft.key, drafts.waits_for(draft)) if draft is not None else ()
    return begun.draft_key.partition(":")[2] in keys


def _person_id(begun: ReportDeclaration) -> int:
    return int(begun.draft_key.partition(":")[0])


async def _was_all_of_it(session: AsyncSession, begun: ReportDeclaration, report: Report) -> bool:
    """Tell whether a report was first looked at by what was begun with it, and nothing was done with it after that.

    Who had looked before, by a tap of their own or a colleague's, has it in their hands still.
    """
    steps = [one for one in await history(session, report=report) if one.step not in OF_REPORTERS]
    return bool(steps) and steps[-1].step is ReportStep.SEEN and steps[-1].at == begun.begun_at


async def forget_old(session: AsyncSession, *, now: datetime) -> None:
    """Forget what was begun and never sent."""
    await session.exec(
        delete(ReportDeclaration).where(
            col(ReportDeclaration.done_at).is_(None), col(ReportDeclaration.begun_at) < now - KEPT
        )
    )
