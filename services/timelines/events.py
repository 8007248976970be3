"""The time line of an incident, from the first sign to the end of the night, as the records have it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.command import CommandChange, CommandTerm
from models.corrections import Correction
from models.escalation import Escalation, EscalationCall
from models.identity import id_of
from models.incidents import Incident, Notice, NoticeKind, Reminder, ReminderKind
from models.members import Member
from models.people import Person
from models.presence import Presence
from models.reports import Report, ReportChange, ReportStep
from models.responses import Response, ResponseChange
from models.tasks import Task, TaskChange, TaskStep


class EventKind(StrEnum):
    """What happened."""

    BEGAN = "began"
    REPORTED = "reported"
    DECLARED = "declared"
    ANSWERED = "answered"
    REMINDED = "reminded"
    WAVE = "wave"
    RAISED = "raised"
    ENOUGH = "enough"
    CORRECTED = "corrected"
    UPDATE = "update"
    COMMAND = "command"
    TASK_GIVEN = "task_given"
    TASK_DONE = "task_done"
    TASK_BLOCKED = "task_blocked"
    ARRIVED = "arrived"
    LEFT = "left"
    ESCALATED = "escalated"
    ENDED = "ended"
    REOPENED = "reopened"


@dataclass(frozen=True)
class TimelineEvent:
    """Something that happened: when, what, who or which business did it, and its words or code."""

    at: datetime
    kind: EventKind
    who: str = ""
    words: str = ""
    # How many businesses a wave called, and what an answer was.
    count: int | None = None
    answer: str = ""


async def of(session: AsyncSession, *, incident: Incident) -> Sequence[TimelineEvent]:
    """Put together what happened in an incident, the earliest first."""
    events = list(_own(incident))
    for gather in (_reports, _answers, _waves, _corrections, _notices, _commands, _tasks, _stays, _escalations):
        events += await gather(session, incident)
    order = list(EventKind)
    return sorted(events, key=lambda one: (one.at, order.index(one.kind)))


def _own(incident: Incident) -> Sequence[TimelineEvent]:
    """Tell what stands in the incident's own row."""
    found = [TimelineEvent(incident.declared_at, EventKind.DECLARED)]
    if incident.began_at is not None:
        found.append(TimelineEvent(incident.began_at, EventKind.BEGAN))
    if incident.enough_at is not None:
        found.append(TimelineEvent(incident.enough_at, EventKind.ENOUGH))
    return found


async def _reports(session: AsyncSession, incident: Incident) -> Sequence[TimelineEvent]:
    """Tell which reports came to the incident; of a confidential one neither words nor business are told."""
    query = (
        select(Report, Member.name)
        .join(Member, col(Member.id) == col(Report.member_id))
        .where(
            col(Report.id).in_(
                select(ReportChange.report_id).where(
                    col(ReportChange.step).in_((ReportStep.DECLARED, ReportStep.JOINED))
                )
            ),
            Report.incident_id == id_of(incident),
        )
    )
    return [
        TimelineEvent(report.reported_at, EventKind.REPORTED, words=report.code)
        if report.is_confidential
        else TimelineEvent(report.reported_at, EventKind.REPORTED, name, f"{report.code}: {report.text}")
        for report, name in await session.exec(query)
    ]


async def _answers(session: AsyncSession, incident: Incident) -> Sequence[TimelineEvent]:
    """Tell when each business first answered, and each other answer that it gave later."""
    query = (
        select(ResponseChange, Response.member_id, Member.name)
        .join(Response, col(Response.id) == col(ResponseChange.response_id))
        .join(Member, col(Member.id) == col(Response.member_id))
        .where(Response.incident_id == id_of(incident))
        .order_by(col(ResponseChange.answered_at), col(ResponseChange.id))
    )
    last: dict[int, str] = {}
    found = []
    for change, member_id, name in await session.exec(query):
        if last.get(member_id) != change.answer:
            found.append(TimelineEvent(change.answered_at, EventKind.ANSWERED, name, answer=change.answer.value))
        last[member_id] = change.answer
    return found


async def _waves(session: AsyncSession, incident: Incident) -> Sequence[TimelineEvent]:
    """Tell when people were reminded, when more were called, and when the severity was raised."""
    query = select(Reminder).where(Reminder.incident_id == id_of(incident), col(Reminder.done_at).is_not(None))
    kinds = {ReminderKind.REMIND: EventKind.REMINDED, ReminderKind.RAISE: EventKind.RAISED}
    return [
        TimelineEvent(one.done_at, kinds.get(one.kind, EventKind.WAVE), count=one.called)
        for one in (await session.exec(query)).all()
        # What was not needed called nobody.
        if one.done_at is not None
        and not (one.kind in (ReminderKind.WAVE, ReminderKind.WIDEN) and not one.called)
        # What was still to come at the end reached nobody.
        and not (incident.closed_at is not None and one.done_at > incident.closed_at)
    ]


async def _corrections(session: AsyncSession, incident: Incident) -> Sequence[TimelineEvent]:
    query = select(Correction, Person.name).join(Person, col(Person.id) == col(Correction.person_id))
    found = await session.exec(query.where(Correction.incident_id == id_of(incident)))
    return [TimelineEvent(one.at, EventKind.CORRECTED, name, ", ".join(sorted(one.after))) for one, name in found]


async def _notices(session: AsyncSession, incident: Incident) -> Sequence[TimelineEvent]:
    """Tell of updates, of the end and of reopening; what was replied to single businesses is left out."""
    kinds = {
        NoticeKind.UPDATE: EventKind.UPDATE,
        NoticeKind.ALL_CLEAR: EventKind.ENDED,
        NoticeKind.REOPENED: EventKind.REOPENED,
    }
    query = select(Notice, Person.name).join(Person, col(Person.id) == col(Notice.said_by_id))
    found = await session.exec(query.where(Notice.incident_id == id_of(incident), col(Notice.kind).in_(kinds)))
    return [
        TimelineEvent(one.said_at, kinds[one.kind], name, "\n".join(filter(None, (one.text, one.actions, one.needs))))
        for one, name in found
    ]


async def _commands(session: AsyncSession, incident: Incident) -> Sequence[TimelineEvent]:
    query = select(CommandTerm, Person.name).join(Person, col(Person.id) == col(CommandTerm.person_id))
    found = await session.exec(query.where(CommandTerm.incident_id == id_of(incident)))
    # What was handed over is the two people's own; why command was taken is everybody's.
    return [
        TimelineEvent(one.at, EventKind.COMMAND, name, one.note if one.change is CommandChange.TAKEN_OVER else "")
        for one, name in found
    ]


async def _tasks(session: AsyncSession, incident: Incident) -> Sequence[TimelineEvent]:
    """Tell when tasks were given, got stuck and were done."""
    kinds = {
        TaskStep.ASSIGNED: EventKind.TASK_GIVEN,
        TaskStep.REASSIGNED: EventKind.TASK_GIVEN,
        TaskStep.BLOCKED: EventKind.TASK_BLOCKED,
        TaskStep.DONE: EventKind.TASK_DONE,
    }
    query = (
        select(TaskChange, Task, Member.name)
        .join(Task, col(Task.id) == col(TaskChange.task_id))
        .join(Member, col(Member.id) == col(TaskChange.member_id))
        .where(Task.incident_id == id_of(incident), col(TaskChange.step).in_(kinds))
    )
    return [
        TimelineEvent(change.at, kinds[change.step], name, f"{task.code}: {task.what}")
        for change, task, name in await session.exec(query)
    ]


async def _stays(session: AsyncSession, incident: Incident) -> Sequence[TimelineEvent]:
    query = select(Presence, Member.name).join(Member, col(Member.id) == col(Presence.member_id))
    found = []
    for stay, name in await session.exec(query.where(Presence.incident_id == id_of(incident))):
        found.append(TimelineEvent(stay.arrived_at, EventKind.ARRIVED, name))
        if stay.left_at is not None:
            found.append(TimelineEvent(stay.left_at, EventKind.LEFT, name))
    return found


async def _escalations(session: AsyncSession, incident: Incident) -> Sequence[TimelineEvent]:
    """Tell when those above were called, and which offices were."""
    query = select(Escalation).where(Escalation.incident_id == id_of(incident))
    found = []
    for one in (await session.exec(query)).all():
        calls = select(col(EscalationCall.office)).where(EscalationCall.escalation_id == id_of(one)).distinct()
        offices = "; ".join(sorted(one for one in (await session.exec(calls)).all() if one))
        found.append(TimelineEvent(one.begun_at, EventKind.ESCALATED, words=offices))
    return found
