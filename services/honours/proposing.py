"""Whom to honour is proposed from the records: who found early, who recovered in time, who shared what they learnt.

Nobody is ever measured against others: what was late or left undone proposes nothing, and is told nowhere.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import bindparam, exists, func, true
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from models.honours import Honour, HonourKind, HonourLook, HonourState
from models.identity import id_of
from models.incidents import Incident, IncidentKind, IncidentStatus
from models.lessons import Lesson, LessonState
from models.members import Member, MemberStatus
from models.presence import Presence
from models.reports import Report, ReportState
from models.responses import Response
from models.tasks import Task, TaskChange, TaskState, TaskStep
from services.honours.kinds import PROPOSED
from services.incidents.answer_steps import ENGAGED
from services.outbox import broadcasts
from services.people import accounts

# The night is over, and its papers are written, before anybody is asked to look at it again.
AFTER_THE_END = timedelta(days=1)
# An end that is older is history: coordinators are told nothing of it by themselves.
WORTH_TELLING = timedelta(days=7)
# How far back the records are read when coordinators open the list.
LOOKED_BACK = timedelta(days=366)


async def propose(session: AsyncSession, *, now: datetime, incident_id: int | None = None) -> Sequence[Honour]:
    """Propose what the records of the last year know and was not proposed yet, or those of one incident (id) alone."""
    since = now - LOOKED_BACK
    ended = (
        Incident.status == IncidentStatus.CLOSED,
        col(Incident.closed_at) > since,
        col(Incident.id) == incident_id if incident_id is not None else true(),
    )
    found = [one for gather in (_early, _done_in_time, _ended_in_time) for one in await gather(session, ended, now)]
    if incident_id is None:
        found += await _shared(session, since, now)
    return await _keep(session, found)


async def propose_due(session: AsyncSession, *, now: datetime) -> None:
    """Look once, a day after each end, whom to honour, and tell coordinators where there is somebody."""
    ended = {"ended_before": now - AFTER_THE_END, "ended_after": now - WORTH_TELLING}
    for incident in (await session.exec(_not_looked_at(), params=ended)).all():
        session.add(HonourLook(incident_id=id_of(incident), ended_at=incident.closed_at or now, looked_at=now))
        if await propose(session, now=now, incident_id=id_of(incident)):
            people = await accounts.coordinator_ids(session)
            await broadcasts.queue(session, kind=PROPOSED, people=people, subject_id=id_of(incident), now=now)


@cache
def _not_looked_at() -> SelectOfScalar[Incident]:
    looked = exists().where(
        col(HonourLook.incident_id) == col(Incident.id), col(HonourLook.ended_at) == col(Incident.closed_at)
    )
    return (
        select(Incident)
        .where(
            Incident.status == IncidentStatus.CLOSED,
            col(Incident.closed_at) <= bindparam("ended_before"),
            col(Incident.closed_at) > bindparam("ended_after"),
            ~looked,
        )
        .order_by(col(Incident.id))
    )


async def _keep(session: AsyncSession, found: Iterable[Honour]) -> Sequence[Honour]:
    """Keep what is new of what was found."""
    known = set(await session.exec(select(Honour.member_id, Honour.kind, Honour.incident_id, Honour.lesson_id)))
    new = []
    for one in found:
        key = (one.member_id, one.kind, one.incident_id, one.lesson_id)
        if key not in known:
            known.add(key)
            new.append(one)
    session.add_all(new)
    await session.flush()
    return new


def _made(kind: HonourKind, member_id: int, incident: Incident, at: datetime, now: datetime, **facts: Any) -> Honour:
    return Honour(
        member_id=member_id,
        kind=kind,
        incident_id=id_of(incident),
        is_drill=incident.kind is IncidentKind.DRILL,
        happened_at=at,
        state=HonourState.PROPOSED,
        proposed_at=now,
        **facts,
    )


def _minutes(before: datetime, after: datetime) -> int:
    return int((after - before) / timedelta(minutes=1))


async def _early(session: AsyncSession, ended: Sequence[Any], now: datetime) -> Sequence[Honour]:
    """Find whose report came before the alert: it became the incident, joined it, or was laid to one that did.

    What is confidential is between its reporter and the coordinators: it proposes nothing.
    """
    main = aliased(Report)
    of_incident = func.coalesce(col(Report.incident_id), col(main.incident_id))
    query = (
        select(Report, Incident)
        .outerjoin(main, col(main.id) == col(Report.laid_to_id))
        .join(Incident, col(Incident.id) == of_incident)
        .join(Member, col(Member.id) == col(Report.member_id))
        .where(
            *ended,
            Member.status == MemberStatus.APPROVED,
            col(Report.state).in_((ReportState.INCIDENT, ReportState.LAID)),
            ~col(Report.is_confidential),
            col(Report.reported_at) < col(Incident.declared_at),
        )
        .order_by(col(Report.reported_at), col(Report.id))
    )
    return [
        _made(
            HonourKind.EARLY,
            report.member_id,
            incident,
            report.reported_at,
            now,
            minutes=_minutes(report.reported_at, incident.declared_at),
            code=report.code,
        )
        for report, incident in await session.exec(query)
    ]


async def _done_in_time(session: AsyncSession, ended: Sequence[Any], now: datetime) -> Sequence[Honour]:
    """Find who did what they were asked for before its deadline: of several tasks the last one tells the time won."""
    done = (
        select(col(TaskChange.task_id).label("task_id"), func.max(col(TaskChange.at)).label("at"))
        .where(TaskChange.step == TaskStep.DONE)
        .group_by(col(TaskChange.task_id))
        .subquery()
    )
    query = (
        select(Task, Incident, done.c.at)
        .join(Incident, col(Incident.id) == col(Task.incident_id))
        .join(Member, col(Member.id) == col(Task.member_id))
        .join(done, done.c.task_id == col(Task.id))
        .where(
            *ended,
            Member.status == MemberStatus.APPROVED,
            col(Task.state).in_((TaskState.DONE, TaskState.VERIFIED)),
            done.c.at <= col(Task.due_at),
        )
        .order_by(done.c.at, col(Task.id))
    )
    found: dict[tuple[int, int], Honour] = {}
    for task, incident, at in await session.exec(query):
        key = (task.member_id, id_of(incident))
        before = found.pop(key, None)
        count = before.count + 1 if before is not None else 1
        found[key] = _made(
            HonourKind.RECOVERY, task.member_id, incident, at, now, minutes=_minutes(at, task.due_at), count=count
        )
    return list(found.values())


async def _ended_in_time(session: AsyncSession, ended: Sequence[Any], now: datetime) -> Sequence[Honour]:
    """Find who took part to the end of what was over before help was wanted no more."""
    was_there = exists().where(
        col(Presence.incident_id) == col(Incident.id), col(Presence.member_id) == col(Response.member_id)
    )
    query = (
        select(Response.member_id, Incident)
        .join(Incident, col(Incident.id) == col(Response.incident_id))
        .join(Member, col(Member.id) == col(Response.member_id))
        .where(
            *ended,
            Member.status == MemberStatus.APPROVED,
            col(Response.answer).in_(ENGAGED),
            col(Response.stood_down_at).is_not(None) | was_there,
            col(Incident.closed_at) <= col(Incident.until_at),
        )
        .order_by(col(Incident.id), col(Response.member_id))
    )
    return [
        _made(
            HonourKind.RECOVERY,
            member_id,
            incident,
            incident.closed_at,
            now,
            minutes=_minutes(incident.closed_at, until),
        )
        for member_id, incident in await session.exec(query)
        if incident.closed_at is not None and (until := incident.until_at) is not None
    ]


async def _shared(session: AsyncSession, since: datetime, now: datetime) -> Sequence[Honour]:
    """Find whose lesson went to the network."""
    query = (
        select(Lesson)
        .join(Member, col(Member.id) == col(Lesson.member_id))
        .where(
            Member.status == MemberStatus.APPROVED,
            col(Lesson.state) != LessonState.WAITING,
            col(Lesson.sent_at) > since,
        )
        .order_by(col(Lesson.id))
    )
    return [
        Honour(
            member_id=one.member_id,
            kind=HonourKind.LESSON,
            lesson_id=id_of(one),
            happened_at=one.sent_at,
            state=HonourState.PROPOSED,
            proposed_at=now,
        )
        for one in (await session.exec(query)).all()
        if one.member_id is not None and one.sent_at is not None
    ]
