"""Tasks: one business is asked to do something at a place until a moment, once; everyone concerned sees the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from models.identity import id_of
from models.incidents import Incident, IncidentStatus, Severity
from models.members import Member
from models.people import Person
from models.tasks import TASK_CHANGE_SUBJECT, TASK_PLACE_LENGTH, Task, TaskChange, TaskState, TaskStep
from services.ground import attachments, audit, codes
from services.ground.attachments import Attachment
from services.ground.codes import Series
from services.ground.refusals import Refusal
from services.ground.working_days import end_of_work, working_day_after
from services.incidents import cards as incident_cards
from services.incidents import lifecycle as incidents
from services.incidents.sharing import labels
from services.notation.likeness import is_correction
from services.people import businesses
from services.policies import versions as policies
from services.tasks import cards, ladder

WHAT_LENGTH = 500
PLACE_LENGTH = TASK_PLACE_LENGTH
FROM_WRITING_TO_SENDING = timedelta(minutes=10)
DAYS_AFTER_THE_END = 5
SERIES = Series("NV", col(Task.year), col(Task.number))


class TaskUnknown(Refusal):
    """There is no such task."""


class TaskOwnerMissing(Refusal):
    """The business is not in the network now, or nobody speaks for it."""


class TaskNobodyNamed(Refusal):
    """The incident `code` is for named people alone, and nobody of `member` is one of them: no card would arrive."""


class TaskAlreadyGiven(Refusal):
    """The task was given already; `code` names it."""


class TaskWordsLength(Refusal):
    """What is to be done is empty or longer than `limit` characters; it has `length`."""


class TaskPlaceLength(Refusal):
    """The place is empty or longer than `limit` characters; it has `length`."""


class DeadlinePast(Refusal):
    """The moment until which something is to be done has passed."""


@dataclass(frozen=True)
class Assignment:
    """All that a coordinator says of a task before it is given; without an incident it stands on its own.

    `drill_id` is the planned drill whose review it comes from.

    `task_id` is the task that is given to another business, where it is one; its files stay with it.
    """

    member_id: int = 0
    incident_id: int | None = None
    drill_id: int | None = None
    task_id: int | None = None
    what: str = ""
    place: str = ""
    due_at: datetime | None = None
    severity: Severity = Severity.MEDIUM
    files: tuple[Attachment, ...] = ()


@dataclass(frozen=True)
class StepTaken:
    """One step of a task's history: which, by whom, when, with which words and how many files, to whose task."""

    step: TaskStep
    member_id: int
    member: str
    by: str
    at: datetime
    note: str | None = None
    files: int = 0


@dataclass(frozen=True)
class FileSent:
    """Something attached, and the step with which it came."""

    attachment: Attachment
    step: TaskStep
    by: str
    at: datetime


@dataclass(frozen=True)
class TaskSheet:
    """All that a card says of a task; `steps` begin with the oldest.

    `spoken_for` tells whether somebody can act for the owner now.
    """

    task: Task
    member: Member
    incident: Incident | None
    asked_by: str
    steps: Sequence[StepTaken]
    spoken_for: bool = True

    @property
    def corrected_at(self) -> datetime | None:
        """Tell when what the incident says was corrected, since the task was given and before it was over."""
        at = self.incident.corrected_at if self.incident is not None else None
        if at is None or at < self.task.asked_at:
            return None
        is_later = self.task.state in (TaskState.VERIFIED, TaskState.CANCELLED) and self.task.state_at <= at
        return None if is_later else at

    @property
    def files(self) -> int:
        """Count the photos and documents of all steps."""
        return sum(step.files for step in self.steps)


async def by_id(session: AsyncSession, *, task_id: int) -> Task:
    """Find a task; raises TaskUnknown."""
    task = await session.get(Task, task_id)
    if task is None:
        raise TaskUnknown
    return task


async def owner(session: AsyncSession, *, member_id: int, incident_id: int | None = None) -> Member:
    """Find a business that can be given a task, of an incident where one is meant.

    Raises TaskOwnerMissing, or TaskNobodyNamed where nobody of the business may read of the incident.
    """
    member = await session.get(Member, member_id)
    if member is None or not await cards.spokespeople(session, member_id=member_id):
        raise TaskOwnerMissing
    if incident_id is not None and not await cards.readers(session, member_id=member_id, incident_id=incident_id):
        incident = await incidents.by_id(session, incident_id=incident_id)
        raise TaskNobodyNamed(code=incident.code, member=member.name)
    return member


def check_what(what: str) -> str:
    """Give the text back; raises TaskWordsLength."""
    if not 0 < len(what) <= WHAT_LENGTH:
        raise TaskWordsLength(limit=WHAT_LENGTH, length=len(what))
    return what


def check_place(place: str) -> str:
    """Give the place back; raises TaskPlaceLength."""
    if not 0 < len(place) <= PLACE_LENGTH:
        raise TaskPlaceLength(limit=PLACE_LENGTH, length=len(place))
    return place


def check_deadline(due_at: datetime | None, *, now: datetime) -> datetime:
    """Give the deadline back; raises DeadlinePast."""
    if due_at is None or due_at <= now:
        raise DeadlinePast
    return due_at


async def assign(
    session: AsyncSession,
    *,
    assignment: Assignment,
    draft_key: str,
    by: Person,
    now: datetime,
    time_zone: ZoneInfo,
) -> Task:
    """Give a task to a business, once for each draft: its people get a card, and both ladders are set.

    Raises TaskAlreadyGiven on the second tap, TaskOwnerMissing, TaskNobodyNamed, DeadlinePast, TaskWordsLength,
    TaskPlaceLength, TooManyFiles, LabelStricter or IncidentUnknown.
    """
    await refuse_second_tap(session, draft_key=draft_key)
    await owner(session, member_id=assignment.member_id, incident_id=assignment.incident_id)
    task = await _to_be(session, assignment, draft_key, by=by, now=now, time_zone=time_zone)
    check_what(task.what)
    check_place(task.place)
    check_deadline(assignment.due_at, now=now)
    await labels.check_words(session, f"{task.what}\n{task.place}", incident_id=task.incident_id)
    files = attachments.check_number(assignment.files)
    session.add(task)
    await session.flush()
    given = TaskChange(
        task_id=id_of(task), member_id=task.member_id, person_id=id_of(by), step=TaskStep.ASSIGNED, at=now
    )
    session.add(given)
    await session.flush()
    await attachments.keep(session, subject=TASK_CHANGE_SUBJECT, subject_id=id_of(given), attachments=files)
    await ladder.plan(session, task=task, now=now)
    await cards.give(session, task=task, now=now, time_zone=time_zone)
    if task.incident_id is not None:
        await incident_cards.redraw_tally(session, incident_id=task.incident_id, now=now)
    audit.record(
        session,
        person=by,
        action="task-assigned",
        subject="task",
        subject_id=task.id,
        now=now,
        after={"code": task.code, "member_id": task.member_id, "incident_id": task.incident_id},
    )
    return task


async def suggested_deadline(
    session: AsyncSession, *, assignment: Assignment, now: datetime, time_zone: ZoneInfo
) -> datetime:
    """Suggest until when a task is to be done; the preview shows it and lets it be changed.

    While something is under way its policy says so. What is changed after the end takes working days.
    """
    if await _comes_after(session, assignment):
        return end_of_work(working_day_after(now.astimezone(time_zone).date(), DAYS_AFTER_THE_END), time_zone)
    policy = await policies.of_something(session, incident_id=assignment.incident_id, severity=assignment.severity)
    return now + timedelta(minutes=policy.task_time)


async def _comes_after(session: AsyncSession, assignment: Assignment) -> bool:
    """Tell whether a task is given after the end of the incident or the drill that it comes from."""
    incident = await _incident(session, assignment.incident_id)
    return assignment.drill_id is not None or (incident is not None and incident.status is IncidentStatus.CLOSED)


async def refuse_second_tap(session: AsyncSession, *, draft_key: str) -> None:
    """Raise TaskAlreadyGiven where a draft has become a task."""
    given = (await session.exec(select(Task).where(Task.draft_key == draft_key))).first()
    if given is not None:
        raise TaskAlreadyGiven(code=given.code)


async def _to_be(
    session: AsyncSession, assignment: Assignment, draft_key: str, *, by: Person, now: datetime, time_zone: ZoneInfo
) -> Task:
    """Make the task of an assignment, not stored yet; one of an incident is as grave as that."""
    incident = await _incident(session, assignment.incident_id)
    code = await codes.following(session, series=SERIES, now=now, time_zone=time_zone)
    return Task(
        year=code.year,
        number=code.number,
        code=str(code),
        incident_id=assignment.incident_id,
        drill_id=assignment.drill_id,
        member_id=assignment.member_id,
        severity=incident.severity if incident else assignment.severity,
        what=assignment.what,
        place=assignment.place,
        due_at=assignment.due_at or now,
        state=TaskState.ASSIGNED,
        state_at=now,
        asked_by_id=id_of(by),
        asked_at=now,
        draft_key=draft_key,
    )


async def _incident(session: AsyncSession, incident_id: int | None) -> Incident | None:
    return await incidents.by_id(session, incident_id=incident_id) if incident_id is not None else None


async def preview(
    session: AsyncSession, *, assignment: Assignment, by: Person, now: datetime, time_zone: ZoneInfo
) -> TaskSheet:
    """Show what a task will be for its owner, with the code that it will get or has.

    Raises TaskOwnerMissing, TaskUnknown or IncidentUnknown.
    """
    member = await owner(session, member_id=assignment.member_id)
    task = await _to_be(session, assignment, "", by=by, now=now, time_zone=time_zone)
    if assignment.task_id is not None:
        before = await by_id(session, task_id=assignment.task_id)
        task.code, task.severity, task.asked_by_id = before.code, before.severity, before.asked_by_id
    return TaskSheet(
        task=task,
        member=member,
        incident=await _incident(session, assignment.incident_id),
        asked_by=await _name(session, task.asked_by_id),
        steps=(
            StepTaken(
                step=TaskStep.ASSIGNED,
                member_id=task.member_id,
                member=member.name,
                by=await _name(session, id_of(by)),
                at=now,
            ),
        ),
    )


async def _name(session: AsyncSession, person_id: int) -> str:
    return await businesses.registered_name_of(session, person_id=person_id)


async def sheet(session: AsyncSession, *, task: Task) -> TaskSheet:
    """Gather all that a card says of a task."""
    return TaskSheet(
        task=task,
        member=await session.get_one(Member, task.member_id),
        incident=await _incident(session, task.incident_id),
        asked_by=await _name(session, task.asked_by_id),
        steps=await history(session, task=task),
        spoken_for=bool(await cards.spokespeople(session, member_id=task.member_id)),
    )


async def history(session: AsyncSession, *, task: Task) -> Sequence[StepTaken]:
    """List the steps of a task in the order in which they came in."""
    rows = (await session.exec(_steps_taken(), params={"task_id": id_of(task)})).all()
    files = await attachments.count_of_each(
        session, subject=TASK_CHANGE_SUBJECT, subject_ids=[id_of(change) for change, _, _ in rows]
    )
    return [
        StepTaken(
            step=change.step,
            member_id=change.member_id,
            member=member,
            by=by,
            at=change.at,
            note=change.note,
            files=files.get(id_of(change), 0),
        )
        for change, member, by in rows
    ]


@cache
def _steps_taken() -> Select[TaskChange, str, str]:
    return (
        select(TaskChange, Member.name, businesses.registered_name())
        .join(Member, col(Member.id) == col(TaskChange.member_id))
        .join(Person, col(Person.id) == col(TaskChange.person_id))
        .where(TaskChange.task_id == bindparam("task_id"))
        .order_by(col(TaskChange.at), col(TaskChange.update_id), col(TaskChange.id))
    )


async def files(session: AsyncSession, *, task: Task) -> Sequence[FileSent]:
    """List what is attached to the steps of a task, that of the newest step first."""
    query = (
        select(TaskChange, businesses.registered_name())
        .join(Person, col(Person.id) == col(TaskChange.person_id))
        .where(TaskChange.task_id == id_of(task))
        .order_by(col(TaskChange.at).desc(), col(TaskChange.update_id).desc(), col(TaskChange.id).desc())
    )
    steps = (await session.exec(query)).all()
    sent = await attachments.of_each(
        session, subject=TASK_CHANGE_SUBJECT, subject_ids=[id_of(change) for change, _ in steps]
    )
    return [
        FileSent(attachment=one, step=change.step, by=by, at=change.at)
        for change, by in steps
        for one in sent.get(id_of(change), ())
    ]


async def said_from(
    session: AsyncSession, *, by: Person, written_at: datetime, text: str
) -> tuple[Task, TaskStep] | None:
    """Find the task, and the step of it, that came of what a person wrote at a moment, by what it says corrected.

    It is the first such one within ten minutes after it; the words of an order are the task's.
    """
    query = (
        select(TaskChange, Task)
        .join(Task, col(Task.id) == col(TaskChange.task_id))
        .where(
            TaskChange.person_id == id_of(by),
            col(TaskChange.at) >= written_at,
            col(TaskChange.at) <= written_at + FROM_WRITING_TO_SENDING,
        )
        .order_by(col(TaskChange.id))
    )
    for change, task in (await session.exec(query)).all():
        words = task.what if change.step is TaskStep.ASSIGNED else change.note
        if words and is_correction(text, of=words):
            return task, change.step
    return None
