"""Reports as they are kept: found by those who may see them, and all that a card says of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Alerted, Incident
from models.members import ContactKind, Member, Representative, RepresentativeStatus
from models.people import Person
from models.reports import REPORT_SUBJECT, Report, ReportChange, ReportStep
from models.systems import InformationSystem
from models.tlp import Tlp
from services.ground import attachments
from services.ground.codes import Series
from services.ground.refusals import Refusal
from services.notation.tlp import label_in, narrowest
from services.people import businesses, reach

WORDS_LENGTH = 1000
SERIES = Series("BC", col(Report.year), col(Report.number))


class ReportUnknown(Refusal):
    """There is no such report."""


class NotYourReport(Refusal):
    """The report is of another business, or confidential and another person's."""


class ReportWordsLength(Refusal):
    """The words are empty or longer than `limit` characters; they have `length`."""


@dataclass(frozen=True)
class ReportStepTaken:
    """One step of a report's history: which, by whom, when and with which words."""

    step: ReportStep
    by: str
    at: datetime
    note: str | None = None


@dataclass(frozen=True)
class ReportSheet:
    """All that a card says of a report; `steps` begin with the oldest, `laid` are the codes of those laid to it.

    `owner` and `system` say whose it is, if another's and known. `unreached`: the reporter gets nothing in the bot;
    `contact` is then whom to call instead, the reporter first. `is_alerted`: the
    reporter was called to the incident.
    """

    report: Report
    member: Member
    reporter: str
    steps: Sequence[ReportStepTaken] = ()
    files: int = 0
    incident: Incident | None = None
    laid_to: str | None = None
    laid: Sequence[str] = ()
    owner: Member | None = None
    system: InformationSystem | None = None
    unreached: bool = False
    contact: Representative | None = None
    is_alerted: bool = False


async def by_id(session: AsyncSession, *, report_id: int, lock: bool = False) -> Report:
    """Find a report, and with `lock` let nobody else change it meanwhile; raises ReportUnknown."""
    await session.flush()
    report = await session.get(Report, report_id, with_for_update=lock, populate_existing=lock)
    if report is None:
        raise ReportUnknown
    return report


async def seen_by(session: AsyncSession, *, report_id: int, person: Person) -> Report:
    """Find a report that a member's person may see: their own, or a colleague's that is not confidential.

    Raises ReportUnknown or NotYourReport.
    """
    report = await by_id(session, report_id=report_id)
    spoken_for = {one.id for one in await businesses.spoken_for(session, person=person)}
    if report.member_id not in spoken_for or (report.is_confidential and report.person_id != person.id):
        raise NotYourReport
    return report


async def own(session: AsyncSession, *, report_id: int, person: Person) -> Report:
    """Find a person's own report, while they speak for its business; raises ReportUnknown or NotYourReport."""
    report = await seen_by(session, report_id=report_id, person=person)
    if report.person_id != person.id:
        raise NotYourReport
    return report


def check_words(text: str) -> str:
    """Give the words back; raises ReportWordsLength."""
    if not 0 < len(text) <= WORDS_LENGTH:
        raise ReportWordsLength(limit=WORDS_LENGTH, length=len(text))
    return text


async def laid_to(session: AsyncSession, *, report: Report) -> Sequence[Report]:
    """List the reports that were laid to one, the oldest first."""
    query = select(Report).where(Report.laid_to_id == id_of(report))
    return (await session.exec(query.order_by(col(Report.id)))).all()


async def sheet(session: AsyncSession, *, report: Report) -> ReportSheet:
    """Gather all that a card says of a report."""
    report_id = id_of(report)
    files = await attachments.count_of_each(session, subject=REPORT_SUBJECT, subject_ids=[report_id])
    main = await session.get(Report, report.laid_to_id) if report.laid_to_id is not None else None
    unreached = not await _is_reached(session, report)
    return ReportSheet(
        report=report,
        member=await session.get_one(Member, report.member_id),
        reporter=await businesses.registered_name_of(session, person_id=report.person_id),
        steps=await history(session, report=report),
        files=files.get(report_id, 0),
        incident=await session.get(Incident, report.incident_id) if report.incident_id is not None else None,
        laid_to=main.code if main is not None else None,
        laid=[one.code for one in await laid_to(session, report=report)],
        owner=await session.get(Member, report.owner_id) if report.owner_id is not None else None,
        system=await session.get(InformationSystem, report.system_id) if report.system_id is not None else None,
        unreached=unreached,
        contact=await _contact(session, report) if unreached else None,
        is_alerted=await _is_alerted(session, report),
    )


async def _is_reached(session: AsyncSession, report: Report) -> bool:
    """Tell whether the reporter gets what is said of a report: they can be written to, and still speak for it."""
    person = await session.get_one(Person, report.person_id)
    if person.erased_at is not None or not await reach.is_in_reach(session, person=person):
        return False
    return report.member_id in {one.id for one in await businesses.spoken_for(session, person=person)}


async def _contact(session: AsyncSession, report: Report) -> Representative | None:
    """Find whom to call of a report's business: the reporter, or the primary contact, or another."""
    is_reporter = col(Representative.person_id) == report.person_id
    is_primary = col(Representative.contact) == ContactKind.PRIMARY
    query = (
        select(Representative)
        .where(Representative.member_id == report.member_id, Representative.status == RepresentativeStatus.APPROVED)
        .order_by(case((is_reporter, 0), (is_primary, 1), else_=2), col(Representative.id))
        .limit(1)
    )
    return (await session.exec(query)).first()


async def _is_alerted(session: AsyncSession, report: Report) -> bool:
    """Tell whether the reporter was called to the incident of a report."""
    if report.incident_id is None:
        return False
    query = select(Alerted.person_id).where(
        Alerted.incident_id == report.incident_id, Alerted.person_id == report.person_id
    )
    return (await session.exec(query.limit(1))).first() is not None


async def history(session: AsyncSession, *, report: Report) -> Sequence[ReportStepTaken]:
    """List the steps of a report, the oldest first."""
    query = (
        select(ReportChange, businesses.registered_name())
        .join(Person, col(Person.id) == col(ReportChange.person_id))
        .where(ReportChange.report_id == id_of(report))
        .order_by(col(ReportChange.id))
    )
    return [ReportStepTaken(one.step, by, one.at, one.note) for one, by in (await session.exec(query)).all()]


def label_of(report: Report) -> Tlp | None:
    """Give the label of a report: RED where it is confidential, or else the narrowest in its words, if any."""
    return Tlp.RED if report.is_confidential else narrowest(report.tlp, label_in(report.text))
