"""Coordinators answer: by a reply to the question, or in a dialogue that shows it."""

from dataclasses import replace

from markupsafe import Markup
from telegram import Message as TelegramMessage
from telegram import Update

from handlers.conversations.forms import AnswerForm
from handlers.conversations.views import answering as views
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import attached, words_of
from handlers.frame.context import Context, keep_tapped, tapped_message_id
from handlers.frame.conversation import Conversation
from handlers.frame.gathering import Gathered
from handlers.frame.taps import DialogueTap
from handlers.frame.views import attached as attached_views
from handlers.frame.views.dialogues import buttons_only, with_loss, words_or_files_only
from handlers.frame.views.message import Message
from handlers.incidents import sharing
from handlers.incidents.views import sharing as sharing_views
from handlers.incidents.views.sharing import AskedOfWords
from handlers.updates import writing as updates
from models.conversations import Question
from models.drafts import Dialogue, Draft
from models.identity import id_of
from services.conversations import answering, asking, cards, hearers, threads
from services.conversations.kinds import QUESTION, AnswerGiven
from services.ground import drafts
from services.ground.attachments import Attachment
from services.ground.drafts import StepPassed
from services.incidents.notices import TEXT_LENGTH

# The steps: the answer is typed; it has files and waits to be sent; a colleague was faster, or the question was changed
# meanwhile, and it may be sent all the same; it names a label that is for fewer than its incident.
TEXT, READY, AGAIN, CHANGED, LABELLED = "text", "ready", "again", "changed", "labelled"
# Words that no message of the dialogue brought stand under this number.
NOT_TYPED = 0


async def begin(context: Context, question: Question, *, to_all: bool = False) -> None:
    """Ask for the answer below the question; with `to_all` an update to everybody follows."""
    before = await drafts.current(context.session, person=context.person)
    draft = await _begin(context, AnswerForm(id_of(question), to_all, seen=question.text), TEXT)
    context.send(with_loss(context.reader, await step(context, draft), before=before, now=draft))


async def _begin(context: Context, form: AnswerForm, step_: str) -> Draft:
    return await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.QUESTION_ANSWER,
        step=step_,
        data=form.write(),
        now=context.now,
        keeps_before=True,
    )


async def step(context: Context, draft: Draft) -> Message:
    """Make the question for the answer, what it is so far, or whether to send one beside a colleague's."""
    form, reader = AnswerForm.of(draft), context.reader
    question = await asking.by_id(context.session, question_id=form.question_id)
    sheet = await threads.sheet(context.session, question=question)
    with_files = _with_files(context, form)
    if draft.step == AGAIN and question.settled_at is not None:
        at = reader.short_moment(question.settled_at, context.now)
        return views.ask_again(reader, draft, sheet, form.words, at=at, with_files=with_files)
    if draft.step == CHANGED:
        return views.ask_changed(reader, draft, sheet, form.words, with_files=with_files)
    if draft.step == READY:
        return views.ready(reader, draft, sheet, form.words, with_files)
    asked = await _label_asked(context, form, question) if draft.step == LABELLED else None
    if asked is not None:
        asking_of_it = sharing_views.ask_of_words(reader, draft, asked)
        return views.ready(reader, draft, sheet, form.words, with_files, asked=asking_of_it)
    return views.ask(reader, draft, sheet, to_all=form.to_all)


async def _label_asked(context: Context, form: AnswerForm, question: Question) -> AskedOfWords | None:
    """Find the label that an answer names, where that is for fewer than the incident of its question."""
    if question.incident_id is None:
        return None
    return await sharing.asked_of_words(context, form.words, incident_id=question.incident_id)


def _with_files(context: Context, form: AnswerForm) -> Markup | None:
    return attached_views.gathered(context.reader, form.gathered.files, is_album=bool(form.gathered.album))


async def answer_by_reply(update: Update, context: Context, question: Question, message: TelegramMessage) -> None:
    """Take a reply to a question as its answer; a dialogue that is under way goes on.

    Of an answer with files more may follow: it is shown, and sent at a tap.
    """
    await answering.to_settle(context.session, question_id=id_of(question))
    if attached(message) is not None:
        await _answer_with_files(context, question, message)
        return
    form = AnswerForm(id_of(question), text=answering.check_answer(words_of(message)))
    if await _is_free(context, form):
        await _answer(update, context, form)
        return
    draft = await _begin(context, form, AGAIN)
    context.send(await step(context, draft))


async def answer_with(
    update: Update, context: Context, question: Question, text: str, files: tuple[Attachment, ...]
) -> None:
    """Send what was written before as the answer to a question, in the place of the tapped message.

    A colleague who was faster is shown first.
    """
    form = AnswerForm(id_of(question), gathered=Gathered(said={NOT_TYPED: text}, files=files))
    if await _is_free(context, form):
        await _answer(update, context, form)
        return
    context.show(await step(context, await _begin(context, form, AGAIN)))


async def _answer_with_files(context: Context, question: Question, message: TelegramMessage) -> None:
    """Go on with the dialogue in which a question is being answered, or begin it in the place of another one."""
    before = await drafts.current(context.session, person=context.person)
    if before is not None and _is_about(before, question):
        await _gather(context, before, message)
        return
    draft = await _begin(context, AnswerForm(id_of(question), seen=question.text), READY)
    await _gather(context, draft, message, before=before)


def _is_about(draft: Draft, question: Question) -> bool:
    return draft.dialogue is Dialogue.QUESTION_ANSWER and AnswerForm.of(draft).question_id == question.id


async def _gather(context: Context, draft: Draft, message: TelegramMessage, *, before: Draft | None = None) -> None:
    """Add words or a file to an answer with files, and show what it is so far; raises AnswerLength or TooManyFiles."""
    form = AnswerForm.of(draft)
    is_next = form.gathered.is_next(message)
    gathered = form.gathered.joined_by(message, anew=True)
    answering.check_answer(gathered.words, gathered.files)
    drafts.go(draft, step=READY, now=context.now, form=replace(form, gathered=gathered))
    # An album comes as so many messages: one word for all of them.
    if not is_next:
        context.send(with_loss(context.reader, await step(context, draft), before=before, now=draft))


async def _is_free(context: Context, form: AnswerForm) -> bool:
    """Tell whether no colleague was faster."""
    question = await answering.to_settle(context.session, question_id=form.question_id)
    try:
        await answering.check_free(context.session, question=question, by=context.person)
    except answering.QuestionAnswered:
        return False
    return True


@allow(COORDINATORS)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear the answer: words alone are sent unless a colleague was faster, after a file more may follow."""
    message = update.effective_message
    text, file = words_of(message), attached(message)
    if message is None or text.startswith("/") or not (text or file):
        context.show(words_or_files_only(context.reader, await step(context, draft)))
    elif draft.step in (AGAIN, LABELLED):
        context.show(buttons_only(context.reader, await step(context, draft)))
    elif file is not None or draft.step == READY or AnswerForm.of(draft).gathered.files:
        await _gather(context, draft, message)
    else:
        form = replace(AnswerForm.of(draft), text=answering.check_answer(text))
        await _take(update, context, draft, form)


async def _take(update: Update, context: Context, draft: Draft, form: AnswerForm) -> None:
    if not form.to_all and not await _is_free(context, form):
        drafts.go(draft, step=AGAIN, now=context.now, form=form)
        context.show(await step(context, draft))
        return
    question = await asking.by_id(context.session, question_id=form.question_id)
    if form.seen is not None and question.text != form.seen:
        drafts.go(draft, step=CHANGED, now=context.now, form=replace(form, seen=question.text))
        context.show(await step(context, draft))
        return
    await drafts.discard(context.session, person=context.person)
    await _answer(update, context, form)


@allow(COORDINATORS)
async def on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Send an answer with its files, or one beside a colleague's; first settle the label that it names."""
    if draft.step == LABELLED and tap.verb in ("raise", "unlabel"):
        await _settle_label(context, draft, tap.verb)
        context.show(await step(context, draft))
        return
    if tap.verb != views.SEND or draft.step in (TEXT, LABELLED):
        raise StepPassed
    form = AnswerForm.of(draft)
    if draft.step in (READY, CHANGED):
        await _take(update, context, draft, form)
        return
    await drafts.discard(context.session, person=context.person)
    await _answer(update, context, form)


async def _settle_label(context: Context, draft: Draft, verb: str) -> None:
    """Give the incident the label that an answer names, or take it out of the answer; then it waits to be sent."""
    form = AnswerForm.of(draft)
    question = await asking.by_id(context.session, question_id=form.question_id)
    if verb == "raise" and question.incident_id is not None:
        await sharing.raise_label(context, form.words, incident_id=question.incident_id)
    else:
        form = form.without_labels()
    step_ = READY if form.words or form.gathered.files else TEXT
    drafts.go(draft, step=step_, now=context.now, form=form)


async def _answer(update: Update, context: Context, form: AnswerForm) -> None:
    """Send an answer to the person who asked, and go on with an update to everybody if that was wished.

    What names a label that is for fewer than the incident is asked about first.
    """
    about = await answering.to_settle(context.session, question_id=form.question_id)
    if await _label_asked(context, form, about) is not None:
        context.show(await step(context, await _begin(context, form, LABELLED)))
        return
    question = await answering.answer(
        context.session,
        question_id=form.question_id,
        text=form.words,
        files=form.gathered.files,
        by=context.person,
        now=context.now,
        further=True,
    )
    if not form.to_all or tapped_message_id(update) is not None:
        # Else the update to everybody is next, and the question's own card tells how far the answer is.
        await _confirm(update, context, question)
    if form.to_all and question.incident_id is not None:
        await propose_to_all(context, question, form.words, form.gathered.files)


async def _confirm(update: Update, context: Context, question: Question) -> None:
    """Say how far the answer is that was just given, and keep that true, in the place of the tapped message if any."""
    sheet = await threads.sheet(context.session, question=question)
    given = sheet.answers[-1]
    if tapped_message_id(update) is None:
        await cards.confirm_answer(
            context.session, question=question, answer=given.answer, to=id_of(context.person), now=context.now
        )
        return
    others = await hearers.only_others(context.session, question=question)
    context.show(views.answered(context.reader, sheet, given, to_others=others))
    details = AnswerGiven(question.incident_id, id_of(given.answer))
    await keep_tapped(update, context, kind=QUESTION, subject_id=id_of(question), details=details)


async def propose_to_all(context: Context, question: Question, answer: str, files: tuple[Attachment, ...]) -> None:
    """Open an update to everybody with a question and its answer in it, to be looked at and sent."""
    text = views.to_everybody(context.reader, question.text, answer, TEXT_LENGTH)
    await updates.propose(
        context,
        incident_id=question.incident_id or 0,
        text=text,
        files=files,
        quotes=id_of(question) if question.text else 0,
        unquoted=answer[:TEXT_LENGTH],
    )


CONVERSATION = Conversation(on_message=on_message, on_tap=on_tap, step=step, takes_files=True)
