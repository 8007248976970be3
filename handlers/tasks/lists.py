"""Tasks as people use them: lists by state, cards with their buttons, photos and documents."""

from itertools import groupby

from telegram import Update

from handlers.frame.access import COORDINATORS, EVERYONE, PRIVATE_OR_GROUP, NotAllowed, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.links import Link
from handlers.frame.taps import TapUnreadable
from handlers.tasks import assigning, words
from handlers.tasks.cards import show_card, show_watch
from handlers.tasks.taps import TaskFilesTap, TaskListTap, TaskOrderTap, TaskStepTap, TaskTap, TaskVerifyTap
from handlers.tasks.views import cards as views
from handlers.tasks.views import lists as list_views
from models.identity import id_of
from models.people import Role
from models.tasks import TaskStep
from services.incidents import lifecycle as incidents
from services.outbox import broadcasts
from services.people import businesses
from services.tasks import lists as task_lists
from services.tasks import orders as tasks
from services.tasks import steps as task_steps
from services.tasks.kinds import TASK, TASK_WATCH, CoordinatorsCard, OwnersCard
from services.tasks.lists import Heap, Scope

MEMBERS_AND_COORDINATORS = COORDINATORS | {Role.REPRESENTATIVE}
# What is said in one tap; the rest takes words.
AT_ONCE = (TaskStep.ACKNOWLEDGED, TaskStep.STARTED, TaskStep.ON_SITE)
IN_WORDS = (TaskStep.DECLINED, TaskStep.BLOCKED, TaskStep.DONE)
# So many photos and documents come at a tap.
FILES_AT_ONCE = 10


@allow(MEMBERS_AND_COORDINATORS)
async def on_list(update: Update, context: Context) -> None:
    """List tasks (`/nhiemvu`): to coordinators all of them, to members those of their businesses."""
    await _show_list(context, Heap.ALL, incident_id=0, number=0)


@allow(MEMBERS_AND_COORDINATORS)
async def on_list_tap(update: Update, context: Context) -> None:
    """Show a heap of tasks, or another page of it, in the place of the tapped message."""
    tap = TaskListTap.unpack(tapped_data(update))
    await _show_list(context, tap.heap, incident_id=tap.incident_id, number=tap.page)


async def _show_list(context: Context, heap: Heap, *, incident_id: int, number: int) -> None:
    spoken_for = reader = None
    if not context.turn.roles & COORDINATORS:
        # No button of theirs names an incident, and not every incident is theirs to know of.
        if incident_id:
            raise NotAllowed
        spoken_for = [id_of(member) for member in await businesses.spoken_for(context.session, person=context.person)]
        reader = id_of(context.person)
    incident = await incidents.by_id(context.session, incident_id=incident_id) if incident_id else None
    scope = Scope(members=spoken_for, incident_id=incident_id or None, reader=reader)
    shown = heap if heap in scope.heaps else Heap.ALL
    page = await task_lists.page(context.session, scope=scope, heap=shown, number=number, now=context.now)
    context.show(list_views.listing(context.reader, scope, shown, page, incident=incident, now=context.now))


@allow(EVERYONE)
async def on_task(update: Update, context: Context) -> None:
    """Turn the tapped message into a task's live card, for a person whom it concerns."""
    tap = TaskTap.unpack(tapped_data(update))
    task = await tasks.by_id(context.session, task_id=tap.task_id)
    if context.turn.roles & COORDINATORS:
        await show_watch(update, context, task)
        return
    await task_steps.check_owner(context.session, task=task, person=context.person)
    await show_card(update, context, task)


@allow(EVERYONE)
async def on_link(_update: Update, context: Context, link: Link) -> None:
    """Send a task's live card to a person who opened a link to it, if the task is theirs to see."""
    task = await tasks.by_id(context.session, task_id=link.number)
    coordinating = bool(context.turn.roles & COORDINATORS)
    if not coordinating:
        await task_steps.check_owner(context.session, task=task, person=context.person)
    incident_id = task.incident_id
    opened = OwnersCard(task.member_id, incident_id, opened=True)
    await broadcasts.queue(
        context.session,
        kind=TASK_WATCH if coordinating else TASK,
        people=[id_of(context.person)],
        subject_id=id_of(task),
        details=CoordinatorsCard(incident_id) if coordinating else opened,
        now=context.now,
    )


@allow(EVERYONE, places=PRIVATE_OR_GROUP)
async def on_step(update: Update, context: Context) -> None:
    """Keep what a representative says of a task; a reason, a note or photos are asked for in the private chat."""
    tap = TaskStepTap.unpack(tapped_data(update))
    only_for = context.turn.group.member_id if context.turn.group else None
    if tap.step in IN_WORDS:
        task = await task_steps.may_take(
            context.session, task_id=tap.task_id, step=tap.step, person=context.person, only_for=only_for
        )
        await words.begin(context, task, tap.step)
    elif tap.step in AT_ONCE:
        task = await task_steps.take(
            context.session,
            task_id=tap.task_id,
            step=tap.step,
            person=context.person,
            only_for=only_for,
            now=context.now,
            came=context.came,
        )
        context.notice(views.taken(context.reader, task, tap.step))
    else:
        raise TapUnreadable


@allow(COORDINATORS)
async def on_order(update: Update, context: Context) -> None:
    """Ask for what goes with a coordinator's decision: a reason, another business, or only whether it is meant."""
    tap = TaskOrderTap.unpack(tapped_data(update))
    if tap.step not in words.ORDERS and tap.step not in (TaskStep.VERIFIED, TaskStep.REASSIGNED):
        raise TapUnreadable
    task = await task_steps.may_order(context.session, task_id=tap.task_id, step=tap.step)
    if tap.step is TaskStep.VERIFIED:
        sheet = await tasks.sheet(context.session, task=task)
        context.show(views.ask_verify(context.reader, sheet, now=context.now))
    elif tap.step is TaskStep.REASSIGNED:
        await assigning.begin_again(context, task)
    else:
        await words.begin(context, task, tap.step)


@allow(COORDINATORS)
async def on_verify(update: Update, context: Context) -> None:
    """Confirm that a task is done, and show its card again."""
    tap = TaskVerifyTap.unpack(tapped_data(update))
    task = await task_steps.verify(
        context.session, task_id=tap.task_id, by=context.person, now=context.now, came=context.came
    )
    context.notice(views.taken(context.reader, task, TaskStep.VERIFIED))
    await show_watch(update, context, task)


@allow(EVERYONE)
async def on_files(update: Update, context: Context) -> None:
    """Send the photos and documents of a task to a person who may see it, so many at a time."""
    tap = TaskFilesTap.unpack(tapped_data(update))
    task = await tasks.by_id(context.session, task_id=tap.task_id)
    if not context.turn.roles & COORDINATORS:
        await task_steps.check_owner(context.session, task=task, person=context.person)
    start = max(0, tap.start)
    sent = await tasks.files(context.session, task=task)
    captioned = (
        (views.caption(context.reader, task, file, now=context.now), file) for file in sent[start:][:FILES_AT_ONCE]
    )
    for caption, files in groupby(captioned, key=lambda one: one[0]):
        context.send_attachments([file.attachment for _, file in files], caption)
    left = len(sent) - start - FILES_AT_ONCE
    if left > 0:
        context.send(views.more_files(context.reader, task, start=start + FILES_AT_ONCE, left=left))
