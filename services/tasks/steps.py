"""The life of a task: what its owner says of it, and what coordinators decide; each step has its time and person."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Incident
from models.members import Member
from models.people import Person
from models.tasks import TASK_CHANGE_SUBJECT, Task, TaskChange, TaskState, TaskStep
from services.ground import attachments, audit
from services.ground.arrivals import Arrival
from services.ground.attachments import Attachment
from services.ground.refusals import Refusal
from services.incidents import cards as incident_cards
from services.incidents.offers import NoteLength
from services.incidents.sharing import labels, naming
from services.notation.tlp import unlabelled
from services.people import businesses
from services.presence import stays
from services.tasks import cards, ladder, order, orders
from services.tasks.kinds import Head
from services.tasks.states import ALARMING, BEGINNINGS, ORDERED, STATE_AFTER, TAKEN, WITH_WORDS

NOTE_LENGTH = 300


class NotYourTask(Refusal):
    """The task was never given to a business for which the person speaks, or not to the one whose group this is."""


class TaskGivenAway(Refusal):
    """The task `code` has passed to another business, `member`."""


class TaskStepStands(Refusal):
    """The same was said already: `by` did, at `at`."""


class TaskStepUntimely(Refusal):
    """The task `code` is in a `state` since `at` in which this cannot be said."""


class TaskBegunAnew(Refusal):
    """The task `code` was given again, or sent back, since something about it was begun to be said."""


class TaskWordsMissing(Refusal):
    """The reason, or what is missing, must be said."""


class TaskHeldAlready(Refusal):
    """The business `member` has the task `code` already."""


async def take(
    session: AsyncSession,
    *,
    task_id: int,
    step: TaskStep,
    person: Person,
    now: datetime,
    note: str | None = None,
    files: Sequence[Attachment] = (),
    only_for: int | None = None,
    came: Arrival | None = None,
) -> Task:
    """Keep what a representative of the owner says of a task, with words and files where they belong.

    `only_for` is the business in whose group it was said. What came in before a colleague's step that was taken
    already stands before it. Raises what `may_take` raises, TaskBegunAnew, TaskWordsMissing, NoteLength or
    TooManyFiles.
    """
    came = came or Arrival(now)
    task = await orders.by_id(session, task_id=task_id)
    await check_owner(session, task=task, person=person, only_for=only_for)
    is_passed = await _is_passed(session, task, step, came=came, now=now)
    if not is_passed:
        await _refuse_untimely(session, task, step, TAKEN)
    check_words(step, note)
    await _change(session, task, step, by=person, now=now, note=note, came=came, is_passed=is_passed, files=files)
    await ladder.settle(session, task=task)
    if task.state is TaskState.ON_SITE and task.incident_id is not None:
        await stays.note_arrival(
            session, incident_id=task.incident_id, member_id=task.member_id, person=person, now=now
        )
    if step in ALARMING and task.state is STATE_AFTER[step]:
        await cards.alarm(session, task=task, why=task.state, now=now)
    await cards.redraw(session, task=task, now=now)
    return task


async def _is_passed(session: AsyncSession, task: Task, step: TaskStep, *, came: Arrival, now: datetime) -> bool:
    """Tell whether a step stands before those that were taken already: it came in earlier, and they follow from it.

    Where they do not follow from it, it is taken after them or refused, as their order allows: nothing that somebody
    was told is recorded is undone. Raises TaskBegunAnew.
    """
    before, after = await order.around(session, task=task, came=came, now=now)
    if any(one.step in BEGINNINGS for one in after):
        raise TaskBegunAnew(code=task.code)
    state = STATE_AFTER[before[-1].step]
    for following in (step, *(one.step for one in after)):
        if following not in (*TAKEN.get(state, ()), *ORDERED.get(state, ())):
            return False
        state = STATE_AFTER[following]
    return bool(after)


async def may_take(
    session: AsyncSession, *, task_id: int, step: TaskStep, person: Person, only_for: int | None = None
) -> Task:
    """Find a task of which a person may say a step now.

    Raises TaskUnknown, NotYourTask, TaskGivenAway, TaskStepStands or TaskStepUntimely.
    """
    task = await orders.by_id(session, task_id=task_id)
    await check_owner(session, task=task, person=person, only_for=only_for)
    await _refuse_untimely(session, task, step, TAKEN)
    return task


async def check_owner(session: AsyncSession, *, task: Task, person: Person, only_for: int | None = None) -> None:
    """Let only those pass who speak for the owner of a task; raises NotYourTask or TaskGivenAway."""
    spoken_for = {id_of(member) for member in await businesses.spoken_for(session, person=person)}
    mine = spoken_for if only_for is None else spoken_for & {only_for}
    incident = await session.get(Incident, task.incident_id) if task.incident_id is not None else None
    if incident is not None and await naming.is_hidden(session, incident=incident, person_id=id_of(person)):
        raise NotYourTask
    if task.member_id in mine:
        return
    if await _was_given_to(session, task, mine):
        holder = await session.get_one(Member, task.member_id)
        raise TaskGivenAway(code=task.code, member=holder.name)
    raise NotYourTask


async def beginning(session: AsyncSession, *, task: Task) -> int:
    """Give the step (id) with which a task began for its owner, the last time that it did."""
    query = select(func.max(col(TaskChange.id))).where(
        TaskChange.task_id == id_of(task), col(TaskChange.step).in_(BEGINNINGS)
    )
    return (await session.exec(query)).one() or 0


async def check_beginning(session: AsyncSession, *, task: Task, began_with: int) -> None:
    """Refuse what was meant for an earlier time that a task was given; raises TaskBegunAnew."""
    if await beginning(session, task=task) != began_with:
        raise TaskBegunAnew(code=task.code)


async def _was_given_to(session: AsyncSession, task: Task, those: Collection[int]) -> bool:
    query = select(TaskChange.id).where(TaskChange.task_id == id_of(task), col(TaskChange.member_id).in_(those))
    return (await session.exec(query.limit(1))).first() is not None


async def _refuse_untimely(
    session: AsyncSession, task: Task, step: TaskStep, allowed: Mapping[TaskState, Sequence[TaskStep]]
) -> None:
    """Say no to a step that was taken since the task began, or that does not follow from its state."""
    if step in allowed.get(task.state, ()):
        return
    last, *earlier = reversed(await orders.history(session, task=task))
    for taken in (last, *earlier):
        if taken.step is step and (taken is last or step not in BEGINNINGS):
            raise TaskStepStands(at=taken.at, by=taken.by)
        if taken.step in BEGINNINGS:
            break
    raise TaskStepUntimely(code=task.code, state=task.state, at=task.state_at)


def check_words(step: TaskStep, note: str | None) -> None:
    """Raise TaskWordsMissing where a step needs words and has none, NoteLength where they are too many."""
    if step in WITH_WORDS and not note:
        raise TaskWordsMissing
    check_note(note)


def check_note(note: str | None) -> None:
    """Raise NoteLength."""
    if note is not None and len(note) > NOTE_LENGTH:
        raise NoteLength(limit=NOTE_LENGTH, length=len(note))


async def may_order(session: AsyncSession, *, task_id: int, step: TaskStep) -> Task:
    """Find a task of which a coordinator may decide a step now.

    Raises TaskUnknown, TaskStepStands or TaskStepUntimely.
    """
    task = await orders.by_id(session, task_id=task_id)
    await _refuse_untimely(session, task, step, ORDERED)
    return task


async def verify(
    session: AsyncSession, *, task_id: int, by: Person, now: datetime, came: Arrival | None = None
) -> Task:
    """Confirm that a task is done; raises what `may_order` raises."""
    task = await may_order(session, task_id=task_id, step=TaskStep.VERIFIED)
    await _change(session, task, TaskStep.VERIFIED, by=by, now=now, came=came)
    await ladder.settle(session, task=task)
    await cards.redraw(session, task=task, now=now)
    return task


async def send_back(
    session: AsyncSession,
    *,
    task_id: int,
    reason: str,
    by: Person,
    now: datetime,
    time_zone: ZoneInfo,
    due_at: datetime | None = None,
    came: Arrival | None = None,
    files: Sequence[Attachment] = (),
) -> Task:
    """Ask the owner for more, by a new deadline if one is given; both ladders begin anew.

    Raises what `may_order` raises, TaskOwnerMissing, TaskNobodyNamed, TaskWordsMissing, NoteLength, TooManyFiles, or
    DeadlinePast where the old deadline is over.
    """
    task = await may_order(session, task_id=task_id, step=TaskStep.SENT_BACK)
    await orders.owner(session, member_id=task.member_id, incident_id=task.incident_id)
    check_words(TaskStep.SENT_BACK, reason)
    task.due_at = orders.check_deadline(due_at or task.due_at, now=now)
    await _change(session, task, TaskStep.SENT_BACK, by=by, now=now, came=came, note=reason, files=files)
    await ladder.plan(session, task=task, now=now)
    await cards.redraw(session, task=task, now=now)
    await cards.give(session, task=task, head=Head.SENT_BACK, now=now, time_zone=time_zone)
    return task


async def reassign(
    session: AsyncSession,
    *,
    task_id: int,
    member_id: int,
    by: Person,
    now: datetime,
    time_zone: ZoneInfo,
    due_at: datetime | None = None,
    came: Arrival | None = None,
    without_label: bool = False,
) -> Task:
    """Give a task to another business, by a new deadline if one is given; what was sent with it stays with it.

    Who declined it may be given it again. Of two who give it away the word that came in last counts. Its words are read
    again, since the incident's label may have become wider; `without_label` takes theirs out. Raises what `may_order`
    raises, TaskHeldAlready, TaskOwnerMissing, TaskNobodyNamed, TaskBegunAnew, DeadlinePast, TaskWordsLength or
    LabelStricter.
    """
    task = await may_pass_to(session, task_id=task_id, member_id=member_id)
    if without_label:
        task.what = orders.check_what(unlabelled(task.what))
        task.place = orders.check_place(unlabelled(task.place))
    await labels.check_words(session, f"{task.what}\n{task.place}", incident_id=task.incident_id)
    _, after = await order.around(session, task=task, came=came or Arrival(now), now=now)
    if any(one.step in BEGINNINGS for one in after):
        raise TaskBegunAnew(code=task.code)
    former, declined = task.member_id, task.state is TaskState.DECLINED
    task.due_at = orders.check_deadline(due_at or task.due_at, now=now)
    task.member_id = member_id
    await _change(session, task, TaskStep.REASSIGNED, by=by, now=now, came=came, former=former)
    await ladder.plan(session, task=task, now=now)
    await cards.redraw(session, task=task, now=now)
    if not declined:
        await cards.tell_holders(session, task=task, member_id=former, head=Head.GIVEN_AWAY, now=now)
    await cards.give(session, task=task, now=now, time_zone=time_zone)
    return task


async def may_pass_to(session: AsyncSession, *, task_id: int, member_id: int) -> Task:
    """Find a task that may be given to a business now.

    Raises what `may_order` raises, TaskHeldAlready, TaskOwnerMissing or TaskNobodyNamed.
    """
    task = await may_order(session, task_id=task_id, step=TaskStep.REASSIGNED)
    member = await orders.owner(session, member_id=member_id, incident_id=task.incident_id)
    if task.member_id == member_id and task.state is not TaskState.DECLINED:
        raise TaskHeldAlready(code=task.code, member=member.name)
    return task


async def cancel(
    session: AsyncSession,
    *,
    task_id: int,
    reason: str | None,
    by: Person,
    now: datetime,
    came: Arrival | None = None,
    files: Sequence[Attachment] = (),
) -> Task:
    """Take a task back for good; those who are at it are told.

    Raises what `may_order` raises, NoteLength or TooManyFiles.
    """
    task = await may_order(session, task_id=task_id, step=TaskStep.CANCELLED)
    check_words(TaskStep.CANCELLED, reason)
    declined = task.state is TaskState.DECLINED
    await _change(session, task, TaskStep.CANCELLED, by=by, now=now, came=came, note=reason, files=files)
    await ladder.settle(session, task=task)
    await cards.redraw(session, task=task, now=now)
    if not declined:
        await cards.tell_holders(session, task=task, member_id=task.member_id, head=Head.CANCELLED, now=now)
    return task


async def _change(
    session: AsyncSession,
    task: Task,
    step: TaskStep,
    *,
    by: Person,
    now: datetime,
    came: Arrival | None,
    note: str | None = None,
    former: int | None = None,
    is_passed: bool = False,
    files: Sequence[Attachment] = (),
) -> None:
    """Bring a task into the state after a step unless it is passed, keep the step, and leave an audit row.

    Raises TooManyFiles.
    """
    attachments.check_number(files)
    was = task.state
    before = {"state": was, "member_id": former or task.member_id}
    came = came or Arrival(now)
    if not is_passed:
        came = await order.at_the_end(session, task=task, came=came, now=now)
        task.state, task.state_at = STATE_AFTER[step], came.at
    await _keep(session, task, step, by=by, came=came, note=note, files=files)
    # The tally says what waits to be verified.
    if task.incident_id is not None and TaskState.DONE in (was, task.state):
        await incident_cards.redraw_tally(session, incident_id=task.incident_id, now=now)
    audit.record(
        session,
        person=by,
        action=f"task-{step.replace('_', '-')}",
        subject="task",
        subject_id=task.id,
        now=now,
        before=before,
        after={"state": task.state, "member_id": task.member_id},
    )


async def _keep(
    session: AsyncSession,
    task: Task,
    step: TaskStep,
    *,
    by: Person,
    came: Arrival,
    note: str | None,
    files: Sequence[Attachment],
) -> None:
    """Keep a step with what came beside it."""
    change = TaskChange(
        task_id=id_of(task),
        member_id=task.member_id,
        person_id=id_of(by),
        step=step,
        at=came.at,
        update_id=came.update_id,
        note=note or None,
    )
    session.add(change)
    await session.flush()
    await attachments.keep(session, subject=TASK_CHANGE_SUBJECT, subject_id=id_of(change), attachments=files)
