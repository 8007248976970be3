"""What the records know of an incident for its review: found out how and when, answers, waves, tasks, what was late."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import zip_longest

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Alerted, Incident, IncidentKind, Notice, NoticeKind
from models.responses import Response, ResponseChange
from models.tasks import UNFINISHED, Task, TaskChange, TaskState, TaskStep
from services.ground.percentiles import MEDIAN, percentile
from services.incidents import answer_steps
from services.incidents.answer_steps import READY
from services.incidents.touched import duties
from services.policies import versions
from services.reviews.reviewed import kept_open
from services.timelines import events, signs
from services.timelines.events import EventKind, TimelineEvent
from services.timelines.signs import FirstSign


class LateKind(StrEnum):
    """What was late: a task, an update that was promised, something that the law asks for."""

    TASK = "task"
    UPDATE = "update"
    DUTY = "duty"


@dataclass(frozen=True)
class LateThing:
    """Something that came late, by how much (None while it is open): `name` is a task's code or a duty's rule."""

    kind: LateKind
    due_at: datetime
    name: str = ""
    by: timedelta | None = None


@dataclass(frozen=True)
class Answers:
    """How the businesses that were called answered; times count from the alert, and are None where nobody did."""

    called: int = 0
    answered: int = 0
    engaged: int = 0
    first_after: timedelta | None = None
    median_after: timedelta | None = None
    ready_after: timedelta | None = None


@dataclass(frozen=True)
class ReviewFacts:
    """What the records know.

    `found_after` counts from the beginning to the first sign, or to the alert where there was none, and `told_after`
    from there to the alert.
    """

    sign: FirstSign | None
    found_at: datetime
    found_after: timedelta | None
    told_after: timedelta
    lasted: timedelta
    answers: Answers
    enough_after: timedelta | None
    counts: Mapping[EventKind, int]
    tasks: Mapping[TaskState, int]
    late: Sequence[LateThing]
    time_line: Sequence[TimelineEvent]

    @property
    def tasks_done(self) -> int:
        """Count the tasks that were done, verified or not."""
        return self.tasks.get(TaskState.DONE, 0) + self.tasks.get(TaskState.VERIFIED, 0)


async def of(session: AsyncSession, *, incident: Incident, now: datetime) -> ReviewFacts:
    """Gather what is known of an incident."""
    line = await events.of(session, incident=incident)
    declared_at = incident.declared_at
    sign = (await signs.first(session, incidents=[id_of(incident)])).get(id_of(incident))
    found_at = signs.found_at(incident, sign)
    kinds = [one.kind for one in line]
    return ReviewFacts(
        sign=sign,
        found_at=found_at,
        found_after=signs.found_after(incident, sign),
        told_after=declared_at - found_at,
        lasted=(incident.closed_at or now) - declared_at,
        answers=await _answers(session, incident),
        enough_after=incident.enough_at - declared_at if incident.enough_at is not None else None,
        counts={kind: kinds.count(kind) for kind in EventKind},
        tasks=await _tasks(session, incident),
        late=await _late(session, incident, now=now),
        time_line=line,
    )


async def _answers(session: AsyncSession, incident: Incident) -> Answers:
    incident_id = id_of(incident)
    called = select(func.count(func.distinct(col(Alerted.member_id)))).where(Alerted.incident_id == incident_id)
    engaged = select(func.count()).select_from(answer_steps.members_taking_part(incident_id).subquery())
    steps = (
        select(Response.member_id, ResponseChange.answer, ResponseChange.answered_at)
        .join(Response, col(Response.id) == col(ResponseChange.response_id))
        .where(Response.incident_id == incident_id)
        .order_by(col(ResponseChange.answered_at), col(ResponseChange.id))
    )
    first: dict[int, timedelta] = {}
    ready: list[timedelta] = []
    for member_id, answer, at in (await session.exec(steps)).all():
        first.setdefault(member_id, at - incident.declared_at)
        if answer in READY:
            ready.append(at - incident.declared_at)
    return Answers(
        called=(await session.exec(called)).one(),
        answered=len(first),
        engaged=(await session.exec(engaged)).one(),
        first_after=min(first.values(), default=None),
        median_after=percentile(sorted(first.values()), MEDIAN) if first else None,
        ready_after=min(ready, default=None),
    )


async def _tasks(session: AsyncSession, incident: Incident) -> Mapping[TaskState, int]:
    query = select(Task.state, func.count(col(Task.id))).where(Task.incident_id == id_of(incident))
    return {TaskState(state): count for state, count in (await session.exec(query.group_by(col(Task.state)))).all()}


async def _late(session: AsyncSession, incident: Incident, *, now: datetime) -> Sequence[LateThing]:
    """List what was late, by its date."""
    found = [
        *await _late_tasks(session, incident, now=now),
        *await _late_updates(session, incident, now=now),
        *await _late_duties(session, incident, now=now),
    ]
    return sorted(found, key=lambda one: one.due_at)


async def _late_tasks(session: AsyncSession, incident: Incident, *, now: datetime) -> Sequence[LateThing]:
    done = (
        select(func.max(TaskChange.at))
        .where(TaskChange.task_id == Task.id, TaskChange.step == TaskStep.DONE)
        .scalar_subquery()
    )
    query = select(Task, done, kept_open(col(Task.id))).where(
        Task.incident_id == id_of(incident), Task.state != TaskState.CANCELLED
    )
    found = []
    for task, done_at, is_kept in (await session.exec(query)).all():
        if task.state in UNFINISHED and task.due_at < now and not is_kept:
            found.append(LateThing(LateKind.TASK, task.due_at, task.code))
        elif task.state not in UNFINISHED and done_at is not None and done_at > task.due_at:
            found.append(LateThing(LateKind.TASK, task.due_at, task.code, done_at - task.due_at))
    return found


async def _late_updates(session: AsyncSession, incident: Incident, *, now: datetime) -> Sequence[LateThing]:
    """List the updates that came after they were owed, by a promise or the policy, or not before the end."""
    kinds = (NoticeKind.UPDATE, NoticeKind.ALL_CLEAR, NoticeKind.REOPENED)
    query = select(Notice).where(
        Notice.incident_id == id_of(incident), col(Notice.kind).in_(kinds), col(Notice.taken_back_at).is_(None)
    )
    said = (await session.exec(query.order_by(col(Notice.said_at), col(Notice.id)))).all()
    every = timedelta(minutes=(await versions.of_incident(session, incident=incident)).update_every)
    owed = [incident.declared_at + every, *(_owed_after(one, every) for one in said)]
    until = incident.closed_at or now
    late = [
        LateThing(LateKind.UPDATE, due_at, by=_late_by(following, due_at))
        for due_at, following in zip_longest(owed, said)
        if due_at is not None and due_at < (following.said_at if following is not None else until)
    ]
    return [one for one in late if not await _rested(session, incident, one.due_at)]


def _owed_after(notice: Notice, every: timedelta) -> datetime | None:
    """Tell when the next update is owed after one, or after the incident was opened again: none after the end."""
    if notice.kind is NoticeKind.ALL_CLEAR:
        return None
    return notice.next_at or notice.said_at + every


def _late_by(following: Notice | None, due_at: datetime) -> timedelta | None:
    """Tell by how much an update came late; None where nothing came of it but the end."""
    if following is None or following.kind is not NoticeKind.UPDATE:
        return None
    return following.said_at - due_at


async def _rested(session: AsyncSession, incident: Incident, at: datetime) -> bool:
    """Tell whether it is a drill that rested at a moment for what was real: meanwhile nothing is owed of it."""
    if incident.kind is not IncidentKind.DRILL:
        return False
    real = select(Incident.id).where(
        Incident.kind == IncidentKind.INCIDENT,
        col(Incident.declared_at).between(incident.declared_at, at),
        col(Incident.closed_at).is_(None) | (col(Incident.closed_at) > at),
    )
    return (await session.exec(real.limit(1))).first() is not None


async def _late_duties(session: AsyncSession, incident: Incident, *, now: datetime) -> Sequence[LateThing]:
    found = []
    for one in await duties.all_of(session, incident_id=id_of(incident)):
        due_at, done_at = one.duty.due_at, one.duty.done_at
        if due_at is None or one.duty.dropped_at is not None:
            continue
        if (done_at or now) > due_at:
            found.append(
                LateThing(LateKind.DUTY, due_at, one.duty.rule, done_at - due_at if done_at is not None else None)
            )
    return found
