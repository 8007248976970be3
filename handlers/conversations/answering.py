"""Coordinators answer: by a reply to the question, or in a dialogue that shows it."""

from dataclasses import replace

from telegram import Update

from handlers.conversations.forms import AnswerForm
from handlers.conversations.views import answering as views
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap
from handlers.frame.views.dialogues import buttons_only, with_loss, words_only
from handlers.frame.views.message import Message
from handlers.incidents import notices
from models.conversations import Question
from models.drafts import Dialogue, Draft
from models.identity import id_of
from services.conversations import answering, asking, threads
from services.ground import drafts
from services.ground.attachments import Attachment
from services.ground.drafts import StepPassed
from services.ground.refusals import Refusal
from services.incidents.notices import TEXT_LENGTH
from services.notation.spelling import tidy_text

# The steps: the answer is typed; a colleague was faster, and it may be sent all the same.
TEXT, AGAIN = "text", "again"


class AnswerInWords(Refusal):
    """An answer is made of words; a file came with it."""


async def begin(context: Context, question: Question, *, to_all: bool = False) -> None:
    """Ask for the answer below the question; with `to_all` an update to everybody follows."""
    before = await drafts.current(context.session, person=context.person)
    draft = await _begin(context, AnswerForm(id_of(question), to_all), TEXT)
    context.send(with_loss(context.reader, await step(context, draft), before=before, now=draft))


async def _begin(context: Context, form: AnswerForm, step_: str) -> Draft:
    return await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.QUESTION_ANSWER,
        step=step_,
        data=form.write(),
        now=context.now,
    )


async def step(context: Context, draft: Draft) -> Message:
    """Make the question for the answer, or whether to send one beside a colleague's."""
    form = AnswerForm.of(draft)
    question = await asking.by_id(context.session, question_id=form.question_id)
    sheet = await threads.sheet(context.session, question=question)
    if draft.step == AGAIN and question.settled_at is not None:
        at = context.reader.short_moment(question.settled_at, context.now)
        return views.ask_again(context.reader, draft, sheet, form.text, at=at)
    return views.ask(context.reader, draft, sheet, to_all=form.to_all)


async def answer_by_reply(context: Context, question: Question, text: str, file: Attachment | None) -> None:
    """Take a reply to a question as its answer, in words alone; a dialogue that is under way goes on.

    Raises AnswerInWords.
    """
    if file is not None:
        raise AnswerInWords
    await answering.to_settle(context.session, question_id=id_of(question))
    form = AnswerForm(id_of(question), text=answering.check_answer(text))
    if await _is_free(context, form):
        await _answer(context, form)
        return
    draft = await _begin(context, form, AGAIN)
    context.send(await step(context, draft))


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
    """Hear the answer, and send it unless a colleague was faster."""
    message = update.effective_message
    text = tidy_text((message and message.text) or "")
    if not text or text.startswith("/"):
        context.show(words_only(context.reader, await step(context, draft)))
    elif draft.step != TEXT:
        context.show(buttons_only(context.reader, await step(context, draft)))
    else:
        await _take(context, draft, replace(AnswerForm.of(draft), text=answering.check_answer(text)))


async def _take(context: Context, draft: Draft, form: AnswerForm) -> None:
    if not form.to_all and not await _is_free(context, form):
        drafts.go(draft, step=AGAIN, now=context.now, form=form)
        context.show(await step(context, draft))
        return
    await drafts.discard(context.session, person=context.person)
    await _answer(context, form)


@allow(COORDINATORS)
async def on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Send an answer beside a colleague's."""
    if tap.verb != views.SEND or draft.step != AGAIN:
        raise StepPassed
    form = AnswerForm.of(draft)
    await drafts.discard(context.session, person=context.person)
    await _answer(context, form)


async def _answer(context: Context, form: AnswerForm) -> None:
    """Send an answer to the person who asked, and go on with an update to everybody if that was wished."""
    question = await answering.answer(
        context.session,
        question_id=form.question_id,
        text=form.text,
        by=context.person,
        now=context.now,
        further=True,
    )
    sheet = await threads.sheet(context.session, question=question)
    context.show(views.answered(context.reader, sheet, form.text))
    if form.to_all and question.incident_id is not None:
        await propose_to_all(context, question, form.text)


async def propose_to_all(context: Context, question: Question, answer: str) -> None:
    """Open an update to everybody with a question and its answer in it, to be looked at and sent."""
    text = views.to_everybody(context.reader, question.text, answer, TEXT_LENGTH)
    await notices.propose(context, incident_id=question.incident_id or 0, text=text)


CONVERSATION = Conversation(on_message=on_message, on_tap=on_tap, step=step)
