"""What reports hold about people and businesses: who reported, who took which step, and whose the report is."""

from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.identity import id_of
from models.members import Member
from models.people import Person
from models.reports import REPORT_SUBJECT, Report, ReportChange
from services.ground import attachments
from services.ground.holding_types import FilePart, Leaving, NumberKept, OfPerson, all_of
from services.outbox import broadcasts


def _reported(person: Person) -> Any:
    return (
        select(Report, Member, attachments.written_of(Report, REPORT_SUBJECT))
        .join(Member, col(Member.id) == col(Report.member_id))
        .where(Report.person_id == id_of(person))
        .order_by(col(Report.id))
    )


def _steps(person: Person) -> Any:
    return (
        select(ReportChange, Report)
        .join(Report, col(Report.id) == col(ReportChange.report_id))
        .where(ReportChange.person_id == id_of(person))
        .order_by(col(ReportChange.id))
    )


async def redraw_reports(session: AsyncSession, leaving: Leaving) -> None:
    """Let nobody name a person who leaves, and have the cards edited of what they reported or took a step of."""
    theirs = select(Report).where(Report.person_id == leaving.person_id, col(Report.may_be_named).is_(True))
    for report in (await session.exec(theirs)).all():
        report.may_be_named = False
    reported = select(Report.id).where(Report.person_id == leaving.person_id)
    did = select(ReportChange.report_id).where(ReportChange.person_id == leaving.person_id)
    for reports in (reported, did):
        await broadcasts.redraw(session, subject=REPORT_SUBJECT, subject_id=reports, lane=Lane.UPDATE, now=leaving.now)


PARTS = (FilePart("reports", _reported), FilePart("report-steps", _steps))
PEOPLE = (
    OfPerson(col(Report.person_id), "reports", NumberKept("what a business reported is the network's to act on")),
    OfPerson(col(ReportChange.person_id), "report-steps", NumberKept("the steps of a report are the office's")),
)
MEMBERS = (all_of(col(Report.member_id)), all_of(col(Report.owner_id)))
