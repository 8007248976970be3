"""Coordinators decide what a report is: looked at, asked back, laid to another, joined to an incident, or settled."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Incident, IncidentKind
from models.people import Person
from models.reports import ENDED, REPORT_SUBJECT, UNDECIDED, Report, ReportChange, ReportState, ReportStep
from services.ground import audit
from services.ground.refusals import Refusal
from services.incidents import lifecycle, under_way
from services.reports import cards, declared, ladder
from services.reports.kinds import ReportNews, ReportRung
from services.reports.reports import ReportStepTaken, by_id, check_words, history, laid_to

# The steps that take words, and what state each leads to; a question leaves the state as it is.
IN_WORDS = {
    ReportStep.ASKED_BACK: None,
    ReportStep.ADVISORY: ReportState.ADVISORY,
    ReportStep.HANDED_UP: ReportState.HANDED_UP,
    ReportStep.NOTHING: ReportState.NOTHING,
}
NEWS = {
    ReportStep.ASKED_BACK: ReportNews.ASKED_BACK,
    ReportStep.ADVISORY: ReportNews.ADVISORY,
    ReportStep.HANDED_UP: ReportNews.HANDED_UP,
    ReportStep.NOTHING: ReportNews.NOTHING,
    ReportStep.LAID: ReportNews.LAID,
    ReportStep.JOINED: ReportNews.INCIDENT,
    ReportStep.DECLARED: ReportNews.INCIDENT,
    ReportStep.TAKEN_UP: ReportNews.TAKEN_UP,
    ReportStep.PARTED: ReportNews.PARTED,
}


# What lays a report together with something else, and can be undone.
TOGETHER = (ReportStep.LAID, ReportStep.JOINED)


class ReportSettled(Refusal):
    """A colleague, `by`, has decided on the report `code` at `at`: it is in a `state`."""


class ReportNotAlike(Refusal):
    """The report cannot be laid to itself."""


class NoIncidentToJoin(Refusal):
    """No incident is under way to which a report could be added; drills and problems are none."""


async def undecided(session: AsyncSession, *, report_id: int) -> Report:
    """Find a report on which coordinators have still to decide, nobody else meanwhile.

    Raises ReportUnknown or ReportSettled, or ReportDeclared where a colleague has just sent what they declare from it.
    """
    report = await by_id(session, report_id=report_id, lock=True)
    settled = await decision(session, report=report)
    if settled is not None:
        raise settled
    await declared.check_undeclared(session, report=report)
    return report


async def decision(session: AsyncSession, *, report: Report) -> ReportSettled | None:
    """Tell what was decided on a report, by whom and when; None while that is to come."""
    if report.state in UNDECIDED:
        return None
    last = next((one for one in reversed(await history(session, report=report)) if one.step in NEWS), None)
    return ReportSettled(
        code=report.code, state=report.state, by=last.by if last else "", at=last.at if last else report.state_at
    )


async def look(session: AsyncSession, *, report: Report, by: Person, now: datetime) -> None:
    """Keep that a coordinator looked at a report, the first time: it climbs no further, and its reporter sees it."""
    if report.state is not ReportState.NEW:
        return
    await _change(session, report, ReportStep.SEEN, ReportState.SEEN, by=by, now=now)
    await cards.redraw(session, report=report, now=now)


async def put_back(session: AsyncSession, *, report: Report, by: Person, now: datetime) -> None:
    """Let a report wait and climb again that a coordinator had taken up, and given up without a word."""
    await _change(session, report, ReportStep.PUT_BACK, ReportState.NEW, by=by, now=now)
    await ladder.plan(session, report=report, now=now)
    await cards.redraw(session, report=report, now=now)


async def say(
    session: AsyncSession, *, report_id: int, step: ReportStep, words: str, by: Person, now: datetime
) -> Report:
    """Decide on a report with words, which its reporter is told, or ask the reporter back.

    Those laid to it follow. Raises what `undecided` raises, or ReportWordsLength.
    """
    report = await undecided(session, report_id=report_id)
    check_words(words)
    state = IN_WORDS[step] or (ReportState.SEEN if report.state is ReportState.NEW else report.state)
    await _decide(session, report, step, state, by=by, now=now, note=words)
    if step is ReportStep.HANDED_UP:
        await cards.tell_coordinators(
            session, report=report, rung=ReportRung.OWNERS, news=ReportNews.HANDED_UP, now=now
        )
    return report


async def take_up(session: AsyncSession, *, report_id: int, by: Person, now: datetime) -> Report:
    """Look again at a report that was ended with words, and at those laid to it; their reporters are told.

    One that waits for a decision already stays as it is. Raises ReportUnknown, or ReportSettled for what has become a
    part of something.
    """
    report = await by_id(session, report_id=report_id, lock=True)
    if report.state in UNDECIDED:
        return report
    settled = await decision(session, report=report)
    if settled is not None and report.state not in ENDED:
        raise settled
    report.laid_to_id = None
    for one in (report, *await laid_to(session, report=report)):
        if one.state not in ENDED:
            continue
        one.naming_asked_at = None
        state = ReportState.SEEN if one is report else ReportState.LAID
        await _change(session, one, ReportStep.TAKEN_UP, state, by=by, now=now)
        await cards.tell_reporter(session, report=one, news=ReportNews.TAKEN_UP, now=now)
        await cards.redraw(session, report=one, now=now)
    return report


async def part(session: AsyncSession, *, report_id: int, by: Person, now: datetime) -> Report:
    """Take a report out again of that to which it was laid or added; its reporter is told that this holds no more.

    What was laid to it before an incident stays with it. Raises ReportUnknown, or ReportSettled for any other decision.
    """
    report = await by_id(session, report_id=report_id, lock=True)
    if report.state in UNDECIDED:
        return report
    settled = await decision(session, report=report)
    if settled is not None and not was_put_together(await history(session, report=report)):
        raise settled
    following = await laid_to(session, report=report)
    report.laid_to_id = None
    for one in (report, *following):
        one.incident_id, one.naming_asked_at = None, None
        state = ReportState.SEEN if one is report else ReportState.LAID
        await _change(session, one, ReportStep.PARTED, state, by=by, now=now)
        await cards.tell_reporter(session, report=one, news=ReportNews.PARTED, now=now)
        await cards.redraw(session, report=one, now=now)
    return report


def was_put_together(steps: Sequence[ReportStepTaken]) -> bool:
    """Tell whether the last decision laid a report to another, or added it to an incident under way."""
    last = next((one for one in reversed(steps) if one.step in NEWS), None)
    return last is not None and last.step in TOGETHER


async def join(session: AsyncSession, *, report_id: int, incident_id: int, by: Person, now: datetime) -> Report:
    """Add a report to an incident under way, with those laid to it.

    Raises ReportUnknown, ReportSettled, IncidentUnknown, IncidentClosed, or NoIncidentToJoin for a drill or a problem.
    """
    report = await undecided(session, report_id=report_id)
    incident = await lifecycle.still_open(session, incident_id=incident_id)
    if incident.kind is not IncidentKind.INCIDENT:
        raise NoIncidentToJoin
    await become(session, report=report, incident=incident, step=ReportStep.JOINED, by=by, now=now)
    return report


async def become(
    session: AsyncSession, *, report: Report, incident: Incident, step: ReportStep, by: Person, now: datetime
) -> None:
    """Link a report, and those laid to it, with an incident."""
    for one in (report, *await laid_to(session, report=report)):
        one.incident_id = id_of(incident)
        # What was taken to be over is not: they are asked when the incident is.
        one.naming_asked_at = None
    await _decide(session, report, step, ReportState.INCIDENT, by=by, now=now)


async def open_incidents(session: AsyncSession) -> Sequence[Incident]:
    """List the incidents under way to which a report can be added, the newest first."""
    query = under_way.every().where(Incident.kind == IncidentKind.INCIDENT).order_by(col(Incident.id).desc())
    return (await session.exec(query)).all()


async def lay(session: AsyncSession, *, report_id: int, to_id: int, by: Person, now: datetime) -> Report:
    """Lay a report, and those laid to it, to another one: from now on they follow that one.

    Raises ReportUnknown, ReportSettled or ReportNotAlike.
    """
    report = await undecided(session, report_id=report_id)
    main = await by_id(session, report_id=to_id)
    if main is report:
        raise ReportNotAlike
    settled = await decision(session, report=main)
    if settled is not None:
        raise settled
    report.laid_to_id = to_id
    await session.exec(
        update(Report)
        .where(col(Report.laid_to_id) == report_id)
        .values(laid_to_id=to_id)
        .execution_options(synchronize_session="fetch")
    )
    await look(session, report=main, by=by, now=now)
    await _change(session, report, ReportStep.LAID, ReportState.LAID, by=by, now=now)
    await cards.tell_reporter(session, report=report, news=ReportNews.LAID, now=now)
    for one in (report, main):
        await cards.redraw(session, report=one, now=now)
    return report


async def _decide(
    session: AsyncSession,
    report: Report,
    step: ReportStep,
    state: ReportState,
    *,
    by: Person,
    now: datetime,
    note: str | None = None,
) -> None:
    """Bring a report and those laid to it into a state, and tell each reporter; a question is the report's alone."""
    following = () if step is ReportStep.ASKED_BACK else await laid_to(session, report=report)
    for one in (report, *following):
        # Those that follow stay laid until the matter is over for all of them.
        follows = one is not report and state is ReportState.HANDED_UP
        await _change(session, one, step, ReportState.LAID if follows else state, by=by, now=now, note=note)
        if state in ENDED:
            one.naming_asked_at = now
        await session.flush()
        await cards.tell_reporter(session, report=one, news=NEWS[step], now=now)
        await cards.redraw(session, report=one, now=now)


async def _change(
    session: AsyncSession,
    report: Report,
    step: ReportStep,
    state: ReportState,
    *,
    by: Person,
    now: datetime,
    note: str | None = None,
) -> None:
    """Bring a report into a state, keep the step, and leave an audit row; whatever is done, it was looked at."""
    before, report.state = report.state, state
    report.state_at = now
    session.add(ReportChange(report_id=id_of(report), person_id=id_of(by), step=step, at=now, note=note))
    await ladder.end(session, report=report, now=now)
    audit.record(
        session,
        person=by,
        action=f"report-{step.replace('_', '-')}",
        subject=REPORT_SUBJECT,
        subject_id=report.id,
        now=now,
        before={"state": before},
        after={"state": state, "incident_id": report.incident_id, "laid_to_id": report.laid_to_id},
    )
    await session.flush()


async def of_incident(session: AsyncSession, *, incident_id: int) -> int:
    """Count the reports of an incident."""
    return (await session.exec(select(func.count()).where(Report.incident_id == incident_id))).one()
