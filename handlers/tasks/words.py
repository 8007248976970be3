"""What goes with a step of a task: a reason, what is missing, a note, photos and documents; kept when all is said."""

from dataclasses import replace
from datetime import datetime

from telegram import Message, Update

from handlers.conversations import hearing
from handlers.frame.access import COORDINATORS, EVERYONE, NotAllowed, allow
from handlers.frame.attachments import album_of, attached, is_next_of, words_of
from handlers.frame.context import Context
from handlers.frame.conversation import Conversation, edited_words
from handlers.frame.taps import DialogueTap
from handlers.frame.views import refusals
from handlers.frame.views.dialogues import with_loss, words_only, words_or_files_only
from handlers.frame.views.message import Message as Shown
from handlers.incidents import sharing
from handlers.incidents.views import sharing as sharing_views
from handlers.incidents.views.sharing import AskedOfWords
from handlers.tasks import deadlines
from handlers.tasks.cards import bring_tally_down
from handlers.tasks.forms import TaskWordForm
from handlers.tasks.views import cards as task_views
from handlers.tasks.views import words as views
from models.drafts import Dialogue, Draft
from models.identity import id_of
from models.tasks import Task, TaskStep
from services.conversations.asking import Spoken
from services.conversations.meaning import About
from services.ground import attachments, drafts
from services.ground.attachments import Attachment
from services.ground.drafts import StepPassed
from services.ground.refusals import Refusal
from services.tasks import orders as tasks
from services.tasks import steps as task_steps
from services.tasks.steps import NotYourTask, TaskBegunAnew, TaskGivenAway, TaskStepStands, TaskStepUntimely

WORDS = "words"
# A label that the words name is asked about.
LABELLED = "labelled"
RAISE, UNLABEL = "raise", "unlabel"
# For these steps one message of words is enough: it ends the dialogue.
OF_ONE_MESSAGE = (TaskStep.DECLINED, TaskStep.SENT_BACK, TaskStep.CANCELLED)
ORDERS = (TaskStep.SENT_BACK, TaskStep.CANCELLED)
TOO_LATE = (NotYourTask, TaskBegunAnew, TaskGivenAway, TaskStepStands, TaskStepUntimely)


async def begin(context: Context, task: Task, step_taken: TaskStep) -> None:
    """Ask for the words of a step, below the card; tapped in a group, in the private chat."""
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.TASK_WORD,
        step=WORDS,
        data=TaskWordForm(
            task_id=id_of(task),
            code=task.code,
            began_with=await task_steps.beginning(context.session, task=task),
            step=step_taken,
        ).write(),
        now=context.now,
    )
    if context.turn.group is not None:
        context.notice(task_views.asked_in_private(context.reader))
    context.whisper(with_loss(context.reader, await step(context, draft), before=before, now=draft))


async def step(context: Context, draft: Draft) -> Shown:
    """Make the question where the dialogue stands."""
    form = TaskWordForm.of(draft)
    if draft.step == views.UNTIL:
        five = deadlines.five_today(context) is not None
        return views.ask_until(context.reader, draft, code=form.code, five=five)
    if draft.step == LABELLED:
        asked = await _label_asked(context, form)
        if asked is not None:
            return views.ask_label(context.reader, draft, sharing_views.ask_of_words(context.reader, draft, asked))
    return views.ask(
        context.reader,
        draft,
        form.step,
        code=form.code,
        note=form.words,
        files=len(form.files),
        is_album=bool(form.album),
    )


async def _label_asked(context: Context, form: TaskWordForm) -> AskedOfWords | None:
    """Find the label that an order names, where that is for fewer than the task's incident; members label nothing."""
    if form.step not in ORDERS:
        return None
    task = await tasks.by_id(context.session, task_id=form.task_id)
    return await sharing.asked_of_words(context, form.words, incident_id=task.incident_id)


async def _settle_label(context: Context, draft: Draft, verb: str) -> None:
    """Give the incident the label that an order names, or take it out of the order; then the order is given.

    Raises NotAllowed, or TaskWordsMissing where nothing else is said that has to be.
    """
    if not context.turn.roles & COORDINATORS:
        raise NotAllowed
    form = TaskWordForm.of(draft)
    task = await tasks.by_id(context.session, task_id=form.task_id)
    if verb == RAISE and task.incident_id is not None:
        await sharing.raise_label(context, form.words, incident_id=task.incident_id)
    else:
        form = form.without_labels()
        task_steps.check_words(form.step, form.words)
    drafts.go(draft, step=WORDS, now=context.now, form=form)
    await _keep(context, draft)


@allow(EVERYONE)
async def on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take the button that ends the dialogue, or a new deadline."""
    if tap.verb == views.END and draft.step == WORDS:
        await _keep(context, draft)
    elif tap.verb == views.UNTIL and draft.step == views.UNTIL:
        await _keep(context, draft, due_at=deadlines.of_button(context, tap.value))
    elif tap.verb in (RAISE, UNLABEL) and draft.step == LABELLED:
        await _settle_label(context, draft, tap.verb)
    else:
        raise StepPassed


@allow(EVERYONE)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear words and files, one after the other or as an album; words alone may be all that is asked for."""
    message = update.effective_message
    if message is None:
        return
    text, file = words_of(message), attached(message)
    form = TaskWordForm.of(draft)
    welcome = file is None or draft.step == WORDS
    if not welcome or text.startswith("/") or not (text or file):
        expected = words_or_files_only if draft.step == WORDS else words_only
        context.show(expected(context.reader, await step(context, draft)))
        return
    if draft.step == views.UNTIL:
        await _keep(context, draft, due_at=deadlines.written(context, text))
        return
    is_next = is_next_of(form.album, message)
    _add(context, draft, message, text, file)
    if form.step in OF_ONE_MESSAGE and file is None:
        await _keep(context, draft)
    elif not is_next:
        # An album comes as so many messages: one word for all of them.
        context.show(await step(context, draft))


def _add(context: Context, draft: Draft, message: Message, text: str, file: Attachment | None) -> None:
    """Add what came to what was said before, or put it in the place of what it was before it was edited.

    Raises NoteLength or TooManyFiles.
    """
    form = TaskWordForm.of(draft)
    files = attachments.joined(form.files, file) if file else form.files
    said = {**form.said, message.message_id: text}
    form = replace(form, said=said, files=files, album=album_of(message))
    task_steps.check_note(form.words)
    drafts.go(draft, step=WORDS, now=context.now, form=form)


async def _keep(context: Context, draft: Draft, *, due_at: datetime | None = None) -> None:
    """Take the step with all that was said; where the task has gone on meanwhile, the dialogue is over too."""
    form = TaskWordForm.of(draft)
    taken = form.step
    if taken in ORDERS and not context.turn.roles & COORDINATORS:
        raise NotAllowed
    if await _label_asked(context, form) is not None:
        drafts.go(draft, step=LABELLED, now=context.now)
        context.show(await step(context, draft))
        return
    task = await tasks.by_id(context.session, task_id=form.task_id)
    if taken is TaskStep.SENT_BACK and due_at is None and task.due_at <= context.now:
        drafts.go(draft, step=views.UNTIL, now=context.now)
        context.show(await step(context, draft))
        return
    try:
        await _take(context, form, task, due_at)
    except TOO_LATE as late:
        await _end_too_late(context, draft, late)
        return
    await drafts.discard(context.session, person=context.person)
    context.show(views.said(context.reader, taken, code=task.code, task_id=id_of(task), coordinating=taken in ORDERS))
    if taken in ORDERS:
        await bring_tally_down(context, task)


async def _take(context: Context, form: TaskWordForm, task: Task, due_at: datetime | None) -> None:
    session, by, now, came = context.session, context.person, context.now, context.came
    taken, note = form.step, form.words
    if taken not in ORDERS:
        await task_steps.check_owner(session, task=task, person=by)
    await task_steps.check_beginning(session, task=task, began_with=form.began_with)
    task_id = id_of(task)
    if taken is TaskStep.CANCELLED:
        await task_steps.cancel(
            session, task_id=task_id, reason=note or None, files=form.files, by=by, now=now, came=came
        )
    elif taken is TaskStep.SENT_BACK:
        await task_steps.send_back(
            session,
            task_id=task_id,
            reason=note,
            files=form.files,
            due_at=due_at,
            by=by,
            now=now,
            came=came,
            time_zone=context.office.time_zone,
        )
    else:
        await task_steps.take(
            session,
            task_id=task_id,
            step=taken,
            person=by,
            note=note or None,
            files=form.files,
            now=now,
            came=came,
        )


async def _end_too_late(context: Context, draft: Draft, late: Refusal) -> None:
    """Say why it is too late, and end the dialogue: a refusal left to the dispatcher would keep it alive."""
    await drafts.discard(context.session, person=context.person)
    context.show(refusals.message(late, context.reader))
    await pass_on(context, draft)


async def check(context: Context, draft: Draft) -> None:
    """See that the words are still wanted; raises one of TOO_LATE."""
    form, session = TaskWordForm.of(draft), context.session
    if form.step in ORDERS:
        await task_steps.may_order(session, task_id=form.task_id, step=form.step)
        return
    task = await tasks.by_id(session, task_id=form.task_id)
    await task_steps.check_owner(session, task=task, person=context.person)
    await task_steps.check_beginning(session, task=task, began_with=form.began_with)
    await task_steps.may_take(session, task_id=form.task_id, step=form.step, person=context.person)


async def pass_on(context: Context, draft: Draft) -> None:
    """Bring what a member said of a task, before it was too late, to the coordinators as words of their own."""
    form = TaskWordForm.of(draft)
    if form.step in ORDERS or not form.said:
        return
    task = await tasks.by_id(context.session, task_id=form.task_id)
    spoken = Spoken(form.words, max(form.said), context.came, further=form.files)
    await hearing.take_over(context, spoken, About(incident_id=task.incident_id, task_id=id_of(task)))


async def hear_edit(update: Update, context: Context) -> bool:
    """Tell who edits what was sent with a task that it stands, and how what is right still gets there."""
    message = await edited_words(update, context)
    if message is None:
        return False
    said = await tasks.said_from(context.session, by=context.person, written_at=message.date, text=words_of(message))
    if said is None:
        return False
    task, taken = said
    to_owner = taken in (TaskStep.ASSIGNED, *ORDERS)
    context.send(views.stands(context.reader, taken, code=task.code, task_id=id_of(task), to_owner=to_owner))
    return True


CONVERSATION = Conversation(
    check=check,
    pass_on=pass_on,
    on_message=on_message,
    on_tap=on_tap,
    step=step,
    takes_files=True,
    told=frozenset({WORDS}),
)
