"""Who may say or decide what of a task, in which state; and who hears of it."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from models.attachments import AttachmentKind
from models.audit import AuditEntry
from models.broadcasts import Broadcast, BroadcastKind, Delivery
from models.groups import Group
from models.identity import id_of
from models.members import Member, MemberStatus
from models.people import Language, Person
from models.tasks import TASK_CHANGE_SUBJECT, Task, TaskChange, TaskReminder, TaskState, TaskStep, TaskWatch
from services.ground.arrivals import Arrival
from services.ground.attachments import Attachment, TooManyFiles, read, written_of
from services.incidents.offers import NoteLength
from services.people import accounts
from services.tasks import orders as tasks
from services.tasks import steps as task_steps
from services.tasks.kinds import Head
from services.tasks.orders import DeadlinePast, TaskOwnerMissing
from services.tasks.steps import (
    NotYourTask,
    TaskBegunAnew,
    TaskGivenAway,
    TaskHeldAlready,
    TaskStepStands,
    TaskStepUntimely,
    TaskWordsMissing,
)
from services.workbooks import exports
from tests.network import MORNING, TIME_ZONE, Network, found_network
from tests.services.tasking import after, assignment, deliver, give, ids, take, told

PHOTO = Attachment(AttachmentKind.PHOTO, "photo-1")
# The steps that lead to each state.
WAYS = {
    TaskState.ASSIGNED: (),
    TaskState.ACKNOWLEDGED: (TaskStep.ACKNOWLEDGED,),
    TaskState.STARTED: (TaskStep.ACKNOWLEDGED, TaskStep.STARTED),
    TaskState.ON_SITE: (TaskStep.ACKNOWLEDGED, TaskStep.ON_SITE),
    TaskState.BLOCKED: (TaskStep.ACKNOWLEDGED, TaskStep.BLOCKED),
    TaskState.DONE: (TaskStep.ACKNOWLEDGED, TaskStep.DONE),
    TaskState.DECLINED: (TaskStep.DECLINED,),
    TaskState.VERIFIED: (TaskStep.ACKNOWLEDGED, TaskStep.DONE, TaskStep.VERIFIED),
    TaskState.CANCELLED: (TaskStep.CANCELLED,),
}
OWNERS = (
    TaskStep.ACKNOWLEDGED,
    TaskStep.DECLINED,
    TaskStep.STARTED,
    TaskStep.ON_SITE,
    TaskStep.DONE,
    TaskStep.BLOCKED,
)

# What its owner may say in each state, and the state that each of these steps leads to.
SAID = {
    TaskState.ASSIGNED: {TaskStep.ACKNOWLEDGED: TaskState.ACKNOWLEDGED, TaskStep.DECLINED: TaskState.DECLINED},
    TaskState.ACKNOWLEDGED: {
        TaskStep.STARTED: TaskState.STARTED,
        TaskStep.ON_SITE: TaskState.ON_SITE,
        TaskStep.DONE: TaskState.DONE,
        TaskStep.BLOCKED: TaskState.BLOCKED,
    },
    TaskState.STARTED: {
        TaskStep.ON_SITE: TaskState.ON_SITE,
        TaskStep.DONE: TaskState.DONE,
        TaskStep.BLOCKED: TaskState.BLOCKED,
    },
    TaskState.ON_SITE: {TaskStep.DONE: TaskState.DONE, TaskStep.BLOCKED: TaskState.BLOCKED},
    TaskState.BLOCKED: {
        TaskStep.STARTED: TaskState.STARTED,
        TaskStep.ON_SITE: TaskState.ON_SITE,
        TaskStep.DONE: TaskState.DONE,
        # Another obstacle may stand behind the first.
        TaskStep.BLOCKED: TaskState.BLOCKED,
    },
    TaskState.DONE: {},
    TaskState.DECLINED: {},
    TaskState.VERIFIED: {},
    TaskState.CANCELLED: {},
}
# What coordinators may decide in each state.
ANYTIME = {TaskStep.REASSIGNED, TaskStep.CANCELLED}
DECIDED = {
    TaskState.ASSIGNED: ANYTIME,
    TaskState.ACKNOWLEDGED: ANYTIME,
    TaskState.STARTED: ANYTIME,
    TaskState.ON_SITE: ANYTIME,
    TaskState.BLOCKED: {TaskStep.SENT_BACK, *ANYTIME},
    TaskState.DONE: {TaskStep.VERIFIED, TaskStep.SENT_BACK, *ANYTIME},
    TaskState.DECLINED: ANYTIME,
    TaskState.VERIFIED: set[TaskStep](),
    TaskState.CANCELLED: set[TaskStep](),
}


async def in_state(network: Network, state: TaskState) -> Task:
    """Give a task and bring it into a state."""
    task = await give(network, assignment(network.telecom))
    for step in WAYS[state]:
        if step is TaskStep.VERIFIED:
            await task_steps.verify(network.session, task_id=id_of(task), by=network.coordinator, now=MORNING)
        elif step is TaskStep.CANCELLED:
            await cancel(network, task)
        else:
            await take(network, task, network.an, step, note="Lý do")
    await deliver(network)
    return task


async def cancel(network: Network, task: Task, reason: str | None = None) -> None:
    await task_steps.cancel(network.session, task_id=id_of(task), reason=reason, by=network.coordinator, now=MORNING)


async def send_back(
    network: Network, task: Task, reason: str = "Làm lại", *, now: datetime = MORNING, due_at: datetime | None = None
) -> None:
    await task_steps.send_back(
        network.session,
        task_id=id_of(task),
        reason=reason,
        due_at=due_at,
        by=network.coordinator,
        now=now,
        time_zone=TIME_ZONE,
    )


async def reassign(
    network: Network,
    task: Task,
    member: Member,
    *,
    now: datetime = MORNING,
    due_at: datetime | None = None,
    came: Arrival | None = None,
) -> None:
    await task_steps.reassign(
        network.session,
        task_id=id_of(task),
        member_id=id_of(member),
        due_at=due_at,
        by=network.coordinator,
        now=now,
        came=came,
        time_zone=TIME_ZONE,
    )


@pytest.mark.parametrize("state", TaskState)
@pytest.mark.parametrize("step", OWNERS)
async def test_the_owner_says_only_what_follows(session: AsyncSession, state: TaskState, step: TaskStep) -> None:
    network = await found_network(session)
    task = await in_state(network, state)

    if step in SAID[state]:
        await take(network, task, network.binh, step, note="Lý do")
        assert task.state is SAID[state][step]
        assert task.state_at == MORNING
        return
    with pytest.raises((TaskStepStands, TaskStepUntimely)):
        await take(network, task, network.binh, step, note="Lý do")
    assert task.state is state


@pytest.mark.parametrize("state", TaskState)
@pytest.mark.parametrize("step", [TaskStep.VERIFIED, TaskStep.SENT_BACK, TaskStep.REASSIGNED, TaskStep.CANCELLED])
async def test_a_coordinator_decides_only_what_follows(session: AsyncSession, state: TaskState, step: TaskStep) -> None:
    network = await found_network(session)
    task = await in_state(network, state)

    if step in DECIDED[state]:
        assert await task_steps.may_order(session, task_id=id_of(task), step=step) is task
        return
    with pytest.raises((TaskStepStands, TaskStepUntimely)):
        await task_steps.may_order(session, task_id=id_of(task), step=step)


async def test_only_who_speaks_for_the_owner_may_act(session: AsyncSession) -> None:
    network = await found_network(session)
    task = await give(network, assignment(network.telecom))

    for stranger in (network.chi, network.coordinator):
        with pytest.raises(NotYourTask):
            await take(network, task, stranger, TaskStep.ACKNOWLEDGED)
    network.telecom.status = MemberStatus.SUSPENDED
    await session.flush()
    with pytest.raises(NotYourTask):
        await take(network, task, network.an, TaskStep.ACKNOWLEDGED)


async def test_a_task_that_was_never_ones_own_is_not_said_to_be_given_away(session: AsyncSession) -> None:
    network = await found_network(session)
    await give(network, assignment(network.telecom))
    at_the_post = await give(network, assignment(network.postal), draft_key="2:key")

    with pytest.raises(NotYourTask):
        await take(network, at_the_post, network.an, TaskStep.ACKNOWLEDGED)


async def test_sent_back_a_task_is_edited_wherever_it_stands(session: AsyncSession) -> None:
    network = await found_network(session)
    task = await in_state(network, TaskState.DONE)
    await deliver(network)
    await session.exec(update(Delivery).values(edit_due_at=None))

    await send_back(network, task)

    about = (Broadcast.subject == "task", Broadcast.subject_id == task.id, col(Delivery.edit_due_at).is_not(None))
    edited = await session.exec(select(Delivery.person_id).join(Broadcast).where(*about).distinct())
    assert set(ids(network.an, network.binh)) <= set(edited)


async def test_in_the_group_of_another_of_ones_businesses_nothing_is_said_of_a_task(session: AsyncSession) -> None:
    network = await found_network(session)
    task = await give(network, assignment(network.postal))

    with pytest.raises(NotYourTask):
        await task_steps.may_take(
            session,
            task_id=id_of(task),
            step=TaskStep.ACKNOWLEDGED,
            person=network.chi,
            only_for=id_of(network.it),
        )
    assert await task_steps.may_take(
        session,
        task_id=id_of(task),
        step=TaskStep.ACKNOWLEDGED,
        person=network.chi,
        only_for=id_of(network.postal),
    )


async def test_the_same_twice_says_when_and_by_whom_it_was_said(session: AsyncSession) -> None:
    network = await found_network(session)
    task = await give(network, assignment(network.telecom))
    await take(network, task, network.an, TaskStep.ACKNOWLEDGED, now=after(minutes=3))

    with pytest.raises(TaskStepStands) as refused:
        await take(network, task, network.binh, TaskStep.ACKNOWLEDGED, now=after(minutes=4))

    assert refused.value.values == {"at": after(minutes=3), "by": "Nguyễn Văn An"}


async def test_what_was_said_before_a_task_was_sent_back_may_be_said_again(session: AsyncSession) -> None:
    network = await found_network(session)
    task = await in_state(network, TaskState.DONE)
    await send_back(network, task)

    with pytest.raises(TaskStepUntimely):
        await take(network, task, network.an, TaskStep.DONE)
    await take(network, task, network.an, TaskStep.ACKNOWLEDGED, TaskStep.DONE)

    assert task.state is TaskState.DONE


async def test_sending_back_twice_says_that_it_was_done(session: AsyncSession) -> None:
    network = await found_network(session)
    task = await in_state(network, TaskState.DONE)
    await send_back(network, task)

    with pytest.raises(TaskStepStands):
        await send_back(network, task)
    await take(network, task, network.an, TaskStep.ACKNOWLEDGED, TaskStep.DONE)
    await task_steps.verify(session, task_id=id_of(task), by=network.coordinator, now=MORNING)
    with pytest.raises(TaskStepUntimely):
        await send_back(network, task)


@pytest.mark.parametrize("step", [TaskStep.DECLINED, TaskStep.BLOCKED])
async def test_a_reason_must_be_said(session: AsyncSession, step: TaskStep) -> None:
    network = await found_network(session)
    task = await in_state(network, TaskState.ASSIGNED if step is TaskStep.DECLINED else TaskState.STARTED)

    with pytest.raises(TaskWordsMissing):
        await take(network, task, network.an, step)
    with pytest.raises(NoteLength) as refused:
        await take(network, task, network.an, step, note="x" * 301)
    assert refused.value.values == {"limit": 300, "length": 301}


async def test_a_reason_for_taking_a_task_back_has_at_most_300_characters(session: AsyncSession) -> None:
    network = await found_network(session)
    task = await give(network, assignment(network.telecom))

    with pytest.raises(NoteLength):
        await cancel(network, task, reason="x" * 301)
    await cancel(network, task, reason="x" * 300)

    assert task.state is TaskState.CANCELLED


async def test_sending_back_must_be_explained(session: AsyncSession) -> None:
    network = await found_network(session)
    task = await in_state(network, TaskState.DONE)

    with pytest.raises(TaskWordsMissing):
        await send_back(network, task, reason="")


async def test_photos_and_places_stay_with_the_step_that_they_came_with(session: AsyncSession) -> None:
    network = await found_network(session)
    task = await give(network, assignment(network.telecom))
    files = (PHOTO, Attachment(AttachmentKind.LOCATION, "21.322700,105.402000", name="Trạm Lâm Thao"))

    await take(network, task, network.an, TaskStep.ACKNOWLEDGED, TaskStep.DONE, note="Xong", files=files)

    sent = await tasks.files(session, task=task)
    assert [(one.attachment, one.step, one.by) for one in sent] == [
        (PHOTO, TaskStep.DONE, "Nguyễn Văn An"),
        (files[1], TaskStep.DONE, "Nguyễn Văn An"),
    ]
    assert (await tasks.sheet(session, task=task)).files == 2
    written = select(written_of(TaskChange, TASK_CHANGE_SUBJECT)).where(TaskChange.step == TaskStep.DONE)
    assert read((await session.exec(written)).one()) == [
        (AttachmentKind.PHOTO, ""),
        (AttachmentKind.LOCATION, "Trạm Lâm Thao 21.322700,105.402000"),
    ]


async def test_of_two_steps_of_one_second_the_files_of_the_one_that_came_in_last_stand_first(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    task = await in_state(network, TaskState.STARTED)
    for update_id, name, person in ((7, "photo-7", network.binh), (5, "photo-5", network.an)):
        await task_steps.take(
            session,
            task_id=id_of(task),
            step=TaskStep.BLOCKED,
            person=person,
            note="Cổng khóa",
            now=after(minutes=9),
            came=Arrival(after(minutes=2), update_id),
            files=[Attachment(AttachmentKind.PHOTO, name)],
        )

    assert [one.attachment.file_id for one in await tasks.files(session, task=task)] == ["photo-7", "photo-5"]


async def test_more_files_than_ten_are_too_many(session: AsyncSession) -> None:
    network = await found_network(session)
    task = await in_state(network, TaskState.STARTED)

    with pytest.raises(TooManyFiles) as refused:
        await take(network, task, network.an, TaskStep.DONE, files=(PHOTO,) * 11)

    assert refused.value.values == {"limit": 10}


@pytest.mark.parametrize("step", [TaskStep.DECLINED, TaskStep.BLOCKED, TaskStep.DONE])
async def test_what_needs_a_word_is_told_to_the_one_who_asked(session: AsyncSession, step: TaskStep) -> None:
    network = await found_network(session)
    task = await in_state(network, TaskState.ASSIGNED if step is TaskStep.DECLINED else TaskState.STARTED)

    await take(network, task, network.an, step, note="Lý do")

    assert await told(network, BroadcastKind.TASK_ALARM) == [(step, ids(network.coordinator))]


async def test_when_the_one_who_asked_coordinates_no_more_all_coordinators_are_told(session: AsyncSession) -> None:
    network = await found_network(session)
    task = await in_state(network, TaskState.STARTED)
    await accounts.assign_role(session, person=network.coordinator, role=None, by=None, now=MORNING)

    await take(network, task, network.an, TaskStep.DONE)

    assert await told(network, BroadcastKind.TASK_ALARM) == [("done", ids(network.colleague))]


async def test_what_goes_well_alarms_nobody_and_edits_every_card(session: AsyncSession) -> None:
    network = await found_network(session)
    task = await give(network, assignment(network.telecom))

    await take(network, task, network.an, TaskStep.ACKNOWLEDGED, now=after(minutes=1))

    assert await told(network, BroadcastKind.TASK_ALARM) == []
    edits = await session.exec(
        select(Delivery.edit_due_at).join(Broadcast).where(Broadcast.subject == "task", Broadcast.subject_id == task.id)
    )
    assert edits.all() == [after(minutes=1), after(minutes=1)]


async def test_the_group_of_the_owner_has_the_card_too(session: AsyncSession) -> None:
    network = await found_network(session)
    group = Group(
        chat_id=-100,
        member_id=id_of(network.telecom),
        title="Nhóm",
        language=Language.VIETNAMESE,
        bound_by_id=id_of(network.an),
        bound_at=MORNING,
    )
    session.add(group)
    await session.flush()

    await give(network, assignment(network.telecom))

    addresses = await session.exec(select(Delivery.address).where(Delivery.group_id == group.id))
    assert addresses.all() == ["-100"]


async def test_a_task_passes_to_another_owner_with_its_files_and_both_are_told(session: AsyncSession) -> None:
    network = await found_network(session)
    task = await give(network, assignment(network.telecom))
    await take(network, task, network.an, TaskStep.ACKNOWLEDGED, TaskStep.BLOCKED, note="Thiếu xe", files=(PHOTO,))

    await reassign(network, task, network.it, now=after(minutes=5))

    assert task.member_id == network.it.id
    assert task.state is TaskState.ASSIGNED
    assert (await told(network, BroadcastKind.TASK))[1:] == [
        (Head.GIVEN_AWAY, ids(network.an, network.binh)),
        (None, ids(network.chi, network.dung)),
    ]
    assert len(await tasks.files(session, task=task)) == 1
    with pytest.raises(TaskGivenAway) as refused:
        await take(network, task, network.an, TaskStep.STARTED)
    assert refused.value.values == {"code": "NV-2026-0001", "member": "Công nghệ Hoa Sen"}


async def test_who_declined_is_not_told_that_another_has_the_task(session: AsyncSession) -> None:
    network = await found_network(session)
    task = await in_state(network, TaskState.DECLINED)

    await reassign(network, task, network.it)

    assert [topic for topic, _ in (await told(network, BroadcastKind.TASK))] == [None, None]


async def test_the_owner_is_given_its_task_again_only_when_it_declined(session: AsyncSession) -> None:
    network = await found_network(session)
    task = await in_state(network, TaskState.STARTED)
    with pytest.raises(TaskHeldAlready) as refused:
        await reassign(network, task, network.telecom)
    assert refused.value.values == {"code": "NV-2026-0001", "member": "Viễn thông Sông Hồng"}
    with pytest.raises(TaskOwnerMissing):
        await task_steps.reassign(
            session, task_id=id_of(task), member_id=99, by=network.coordinator, now=MORNING, time_zone=TIME_ZONE
        )


async def test_a_deadline_that_is_over_must_be_set_anew(session: AsyncSession) -> None:
    network = await found_network(session)
    task = await in_state(network, TaskState.DONE)
    late = after(hours=3)

    with pytest.raises(DeadlinePast):
        await send_back(network, task, now=late)
    with pytest.raises(DeadlinePast):
        await reassign(network, task, network.it, now=late)
    await send_back(network, task, now=late, due_at=after(hours=4))

    assert task.due_at == after(hours=4)
    rungs = await session.exec(select(TaskReminder).where(TaskReminder.watch == TaskWatch.OVERDUE))
    assert [one.due_at for one in rungs if one.done_at is None] == [
        after(hours=4),
        after(hours=4, minutes=15),
        after(hours=4, minutes=30),
    ]


async def test_a_business_that_nobody_speaks_for_is_sent_nothing_back(session: AsyncSession) -> None:
    network = await found_network(session)
    task = await in_state(network, TaskState.DONE)
    network.telecom.status = MemberStatus.SUSPENDED
    await session.flush()

    with pytest.raises(TaskOwnerMissing):
        await send_back(network, task)


async def test_cancelling_tells_those_who_have_the_card_unless_they_declined(session: AsyncSession) -> None:
    network = await found_network(session)
    task = await in_state(network, TaskState.STARTED)
    await cancel(network, task, reason="Đã tự thông")
    assert (await told(network, BroadcastKind.TASK))[1:] == [(Head.CANCELLED, ids(network.an, network.binh))]

    declined = await give(network, assignment(network.it), draft_key="1:other")
    await take(network, declined, network.chi, TaskStep.DECLINED, note="Bận")
    before = len(await told(network, BroadcastKind.TASK))
    await cancel(network, declined)
    assert len(await told(network, BroadcastKind.TASK)) == before


async def test_every_step_leaves_an_audit_row_without_words(session: AsyncSession) -> None:
    network = await found_network(session)
    task = await give(network, assignment(network.telecom))
    await take(network, task, network.an, TaskStep.DECLINED, note="Anh Minh đi vắng")
    await reassign(network, task, network.it)

    entries = (await session.exec(select(AuditEntry).where(AuditEntry.subject == "task"))).all()

    telecom, it = network.telecom.id, network.it.id
    assert [(one.action, one.person_id, one.before, one.after) for one in entries[1:]] == [
        (
            "task-declined",
            network.an.id,
            {"state": "assigned", "member_id": telecom},
            {"state": "declined", "member_id": telecom},
        ),
        (
            "task-reassigned",
            network.coordinator.id,
            {"state": "declined", "member_id": telecom},
            {"state": "assigned", "member_id": it},
        ),
    ]


async def taken_as_they_came(network: Network, task: Task, *said: tuple[Person, TaskStep, int]) -> list[TaskStep]:
    """Let steps be taken that came in at some minutes; returns those that are new, in the order of the history."""
    before = len(await tasks.history(network.session, task=task))
    for person, step, minute in said:
        await task_steps.take(
            network.session,
            task_id=id_of(task),
            step=step,
            person=person,
            note="Lý do",
            now=after(minutes=9),
            came=Arrival(after(minutes=minute)),
        )
    return [one.step for one in await tasks.history(network.session, task=task)][before:]


async def test_a_step_that_is_taken_after_others_stands_at_the_time_of_the_last_though_telegram_counts_anew(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    task = await in_state(network, TaskState.STARTED)
    for step, minute, update_id in ((TaskStep.BLOCKED, 2, 900), (TaskStep.BLOCKED, 5, 3), (TaskStep.DONE, 1, 899)):
        await task_steps.take(
            session,
            task_id=id_of(task),
            step=step,
            person=network.an,
            note="Lý do",
            now=after(minutes=9),
            came=Arrival(after(minutes=minute), update_id),
        )

    last = (await tasks.history(session, task=task))[-1]
    assert (last.step, last.at, task.state) == (TaskStep.DONE, after(minutes=5), TaskState.DONE)


async def test_a_step_stands_at_its_own_time_whatever_was_said_later_of_another_task(session: AsyncSession) -> None:
    network = await found_network(session)
    task = await give(network, assignment(network.telecom))
    other = await give(network, assignment(network.telecom), draft_key="2:key")
    await taken_as_they_came(network, other, (network.binh, TaskStep.ACKNOWLEDGED, 5))

    await taken_as_they_came(network, task, (network.an, TaskStep.ACKNOWLEDGED, 1))

    assert [step.at for step in await tasks.history(session, task=task)] == [MORNING, after(minutes=1)]


@pytest.mark.parametrize(
    ("beginning", "earlier", "later", "history"),
    [
        # Stands before the later one, which follows from it.
        (TaskState.ACKNOWLEDGED, TaskStep.STARTED, TaskStep.BLOCKED, "started blocked"),
        (TaskState.ACKNOWLEDGED, TaskStep.STARTED, TaskStep.ON_SITE, "started on_site"),
        (TaskState.ACKNOWLEDGED, TaskStep.STARTED, TaskStep.DONE, "started done"),
        (TaskState.ACKNOWLEDGED, TaskStep.BLOCKED, TaskStep.STARTED, "blocked started"),
        (TaskState.ACKNOWLEDGED, TaskStep.BLOCKED, TaskStep.BLOCKED, "blocked blocked"),
        (TaskState.STARTED, TaskStep.BLOCKED, TaskStep.ON_SITE, "blocked on_site"),
        (TaskState.STARTED, TaskStep.BLOCKED, TaskStep.DONE, "blocked done"),
        (TaskState.STARTED, TaskStep.ON_SITE, TaskStep.BLOCKED, "on_site blocked"),
        # The later one could not have followed: the earlier is taken after it, and ends in the same state.
        (TaskState.ACKNOWLEDGED, TaskStep.DONE, TaskStep.BLOCKED, "blocked done"),
        (TaskState.ACKNOWLEDGED, TaskStep.DONE, TaskStep.STARTED, "started done"),
        (TaskState.ACKNOWLEDGED, TaskStep.ON_SITE, TaskStep.STARTED, "started on_site"),
    ],
)
async def test_what_came_in_earlier_ends_in_the_state_that_the_order_of_arrival_gives(
    session: AsyncSession, beginning: TaskState, earlier: TaskStep, later: TaskStep, history: str
) -> None:
    network = await found_network(session)
    task = await in_state(network, beginning)
    steps = await taken_as_they_came(network, task, (network.binh, later, 2), (network.an, earlier, 1))

    assert steps == history.split()
    assert task.state == history.split()[-1]
    exported = [row.step async for rows in exports.task_steps(session) for row in rows]
    assert exported[-2:] == history.split()


@pytest.mark.parametrize(
    ("beginning", "earlier", "later", "refusal"),
    [
        (TaskState.ASSIGNED, TaskStep.ACKNOWLEDGED, TaskStep.DECLINED, TaskStepUntimely),
        (TaskState.ASSIGNED, TaskStep.DECLINED, TaskStep.ACKNOWLEDGED, TaskStepUntimely),
        (TaskState.ACKNOWLEDGED, TaskStep.DONE, TaskStep.DONE, TaskStepStands),
        (TaskState.ACKNOWLEDGED, TaskStep.STARTED, TaskStep.STARTED, TaskStepStands),
    ],
)
async def test_what_came_in_earlier_undoes_nothing_that_a_colleague_was_told_is_recorded(
    session: AsyncSession, beginning: TaskState, earlier: TaskStep, later: TaskStep, refusal: type[Exception]
) -> None:
    network = await found_network(session)
    task = await in_state(network, beginning)
    await taken_as_they_came(network, task, (network.binh, later, 2))

    with pytest.raises(refusal):
        await taken_as_they_came(network, task, (network.an, earlier, 1))

    assert task.state is SAID[beginning][later]


async def test_a_passed_obstacle_alarms_nobody_and_keeps_its_words_and_photos(session: AsyncSession) -> None:
    network = await found_network(session)
    task = await in_state(network, TaskState.ACKNOWLEDGED)
    await taken_as_they_came(network, task, (network.binh, TaskStep.STARTED, 2))
    alarms = await told(network, BroadcastKind.TASK_ALARM)

    await task_steps.take(
        session,
        task_id=id_of(task),
        step=TaskStep.BLOCKED,
        person=network.an,
        note="Thiếu cáp",
        files=[PHOTO],
        now=after(minutes=9),
        came=Arrival(after(minutes=1)),
    )

    assert await told(network, BroadcastKind.TASK_ALARM) == alarms
    assert [(one.note, one.files) for one in await tasks.history(session, task=task)][-2] == ("Thiếu cáp", 1)
    assert (task.state, task.state_at) == (TaskState.STARTED, after(minutes=2))


async def test_a_step_that_came_in_before_the_task_was_given_stands_after_its_beginning(session: AsyncSession) -> None:
    network = await found_network(session)
    task = await in_state(network, TaskState.ASSIGNED)
    (beginning,) = await tasks.history(session, task=task)

    await task_steps.take(
        session,
        task_id=id_of(task),
        step=TaskStep.ACKNOWLEDGED,
        person=network.an,
        now=after(minutes=1),
        came=Arrival(beginning.at - timedelta(seconds=10)),
    )

    assert [one.step for one in await tasks.history(session, task=task)] == [beginning.step, TaskStep.ACKNOWLEDGED]
    assert task.state is TaskState.ACKNOWLEDGED


async def test_what_came_in_before_a_task_was_sent_back_is_not_said_of_the_new_beginning(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    task = await in_state(network, TaskState.DONE)
    await send_back(network, task, now=after(minutes=5))

    with pytest.raises(TaskBegunAnew):
        await taken_as_they_came(network, task, (network.an, TaskStep.ACKNOWLEDGED, 1))

    assert task.state is TaskState.ASSIGNED


async def test_of_two_coordinators_who_give_a_task_away_the_one_who_came_in_last_has_the_word(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    task = await in_state(network, TaskState.ASSIGNED)
    await reassign(network, task, network.postal, now=after(minutes=9), came=Arrival(after(minutes=2)))

    with pytest.raises(TaskBegunAnew):
        await reassign(network, task, network.it, now=after(minutes=9), came=Arrival(after(minutes=1)))

    assert task.member_id == id_of(network.postal)


async def test_steps_stand_under_the_registered_name_whatever_telegram_says(session: AsyncSession) -> None:
    network = await found_network(session)
    network.an.name = "🔥 An pro 🔥"
    task = await give(network, assignment(network.telecom))

    await take(network, task, network.an, TaskStep.ACKNOWLEDGED)

    assert [one.by for one in await tasks.history(session, task=task)][-1] == "Nguyễn Văn An"
