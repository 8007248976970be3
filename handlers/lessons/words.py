"""What a coordinator types of a lesson: a part in other words, or the evidence on which it is closed."""

from dataclasses import replace

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import attached, words_of
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap
from handlers.frame.views.dialogues import buttons_only, cancelled, under, with_loss, words_only
from handlers.frame.views.message import Message
from handlers.lessons import cards
from handlers.lessons.forms import LessonWordsForm
from handlers.lessons.taps import LessonCloseTap, LessonPartTap
from handlers.lessons.views import writing as views
from models.drafts import Dialogue, Draft
from models.identity import id_of
from models.lessons import Lesson, LessonPart, LessonState
from models.tlp import Tlp
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.lessons import answering, changing, closing, lessons, writing
from services.lessons.answering import LessonOver
from services.lessons.lessons import OPTIONAL

SAID = "said"


@allow(COORDINATORS)
async def on_part(update: Update, context: Context) -> None:
    """Ask for a part of a lesson in other words."""
    tap = LessonPartTap.unpack(tapped_data(update))
    lesson = await writing.waiting(context.session, lesson_id=tap.lesson_id)
    await _begin(context, lesson, tap.part)


@allow(COORDINATORS)
async def on_close(update: Update, context: Context) -> None:
    """Ask for the evidence on which a lesson is closed."""
    lesson = await lessons.by_id(context.session, lesson_id=LessonCloseTap.unpack(tapped_data(update)).lesson_id)
    if lesson.state is LessonState.CLOSED:
        raise LessonOver(code=lesson.code)
    await _begin(context, lesson, None)


async def _begin(context: Context, lesson: Lesson, part: LessonPart | None) -> None:
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.LESSON_WORDS,
        step=SAID,
        data=LessonWordsForm(id_of(lesson), lesson.code, part).write(),
        now=context.now,
        keeps_before=True,
    )
    context.show(with_loss(context.reader, await step(context, draft), before=before, now=draft))


async def step(context: Context, draft: Draft) -> Message:
    """Make the question."""
    form = LessonWordsForm.of(draft)
    if form.part is None:
        gathered = form.gathered
        helpless = await answering.open_help(context.session, lesson_id=form.lesson_id)
        shown = views.EvidenceSoFar(form.code, gathered.files, is_album=bool(gathered.album), helpless=helpless)
        return views.ask_evidence(context.reader, draft, shown)
    lesson = await lessons.by_id(context.session, lesson_id=form.lesson_id)
    return views.ask_part(context.reader, draft, lesson, form.part)


@allow(COORDINATORS)
async def on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take a label, leave a part empty, or close with what came."""
    form = LessonWordsForm.of(draft)
    if tap.verb == views.LABEL and form.part is LessonPart.LABEL and tap.value in set(Tlp):
        await _change(update, context, form, tap.value)
    elif tap.verb == views.END and form.part is None:
        await _close(update, context, form)
    elif tap.verb == views.END and form.part in OPTIONAL:
        await _change(update, context, form, "")
    else:
        raise StepPassed


@allow(COORDINATORS)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear the words of the part, or of the evidence, to which files may belong."""
    message, form = update.effective_message, LessonWordsForm.of(draft)
    if message is None:
        return
    text, file = words_of(message), attached(message)
    if form.part is LessonPart.LABEL:
        context.show(buttons_only(context.reader, await step(context, draft)))
        return
    if text.startswith("/") or not (text or file) or (file is not None and form.part is not None):
        context.show(words_only(context.reader, await step(context, draft)))
        return
    if form.part is not None:
        await _change(update, context, form, text)
        return
    is_next = form.gathered.is_next(message)
    form = replace(form, gathered=form.gathered.joined_by(message))
    drafts.go(draft, step=SAID, now=context.now, form=form)
    if file is None:
        await _close(update, context, form)
    elif not is_next:
        context.show(await step(context, draft))


async def _change(update: Update, context: Context, form: LessonWordsForm, value: str) -> None:
    if form.part is None:
        raise StepPassed
    lesson = await changing.change(
        context.session, lesson_id=form.lesson_id, part=form.part, value=value, by=context.person, now=context.now
    )
    await _after(update, context, lesson)


async def _close(update: Update, context: Context, form: LessonWordsForm) -> None:
    lesson = await closing.close(
        context.session,
        lesson_id=form.lesson_id,
        words=form.gathered.words,
        files=form.gathered.files,
        by=context.person,
        now=context.now,
    )
    await _after(update, context, lesson)


async def _after(update: Update, context: Context, lesson: Lesson) -> None:
    await drafts.discard(context.session, person=context.person)
    await cards.show_page(update, context, lesson)


async def leave(context: Context, draft: Draft) -> Message:
    """Show the page of the lesson again to whoever stops changing or closing it."""
    stopped = cancelled(context.reader)
    if not context.turn.roles & COORDINATORS:
        return stopped
    lesson = await lessons.by_id(context.session, lesson_id=LessonWordsForm.of(draft).lesson_id)
    return under(stopped, await cards.page_of(context.session, context.reader, lesson))


CONVERSATION = Conversation(
    on_message=on_message, on_tap=on_tap, step=step, leave=leave, takes_files=True, in_parts=True
)
