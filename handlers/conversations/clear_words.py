"""Words that fit no dialogue: a coordinator may have meant to declare, and a member to report what happened."""

from dataclasses import replace

from telegram import Update

from handlers.conversations import answering, hearing
from handlers.conversations.forms import ClearWordsForm
from handlers.conversations.views import asking as asking_views
from handlers.conversations.views import clear_words as views
from handlers.conversations.views.danger import with_whom_to_call
from handlers.declarations import dialogue as declarations
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import album_of, attached, is_next_of, spoken_words, words_of
from handlers.frame.context import Context
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, number_of
from handlers.frame.views.attached import gathered
from handlers.frame.views.dialogues import words_or_files_only
from handlers.frame.views.message import Message
from handlers.updates.writing import propose
from models.conversations import QuestionState
from models.drafts import Dialogue, Draft
from models.incidents import IncidentKind
from models.people import Role
from services.conversations import answering as rules
from services.conversations import asking, cards, meaning, threads, waiting
from services.conversations.asking import Spoken
from services.conversations.meaning import About
from services.ground import attachments, drafts
from services.ground.drafts import StepPassed
from services.incidents import lifecycle, notices

ASKED = "asked"


async def hear_clear_words(update: Update, context: Context) -> bool:
    """Ask a coordinator whether what they wrote is to be declared; the text is kept until they say so."""
    message = update.effective_message
    words, file = spoken_words(message), attached(message)
    if message is None or not (words or file) or not context.turn.roles & COORDINATORS:
        return False
    question = await asked(context, ClearWordsForm(words, (file,) if file is not None else (), album_of(message)))
    context.show(with_whom_to_call(context.reader, question, words))
    return True


async def asked(context: Context, form: ClearWordsForm) -> Message:
    """Begin to ask what is to become of words, and give the question."""
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.CLEAR_WORDS,
        step=ASKED,
        data=form.write(),
        now=context.now,
    )
    return await step(context, draft)


async def step(context: Context, draft: Draft) -> Message:
    """Make the question whether words are to be declared."""
    form = ClearWordsForm.of(draft)
    with_files = gathered(context.reader, form.files, is_album=bool(form.album))
    speaks = bool(await meaning.concerns(context.session, person=context.person, at=context.now))
    waiting = await threads.newest_waiting(context.session, by=context.person, limit=views.MOST_ANSWERS)
    under_way = await lifecycle.newest_open(context.session, limit=views.MOST_INCIDENTS)
    return views.ask(context.reader, draft, form.text, waiting, under_way, with_files=with_files, speaks=speaks)


@allow(COORDINATORS)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Take what is written next in the place of what was written before; files come to those that there are."""
    message, before = update.effective_message, ClearWordsForm.of(draft)
    file = attached(message)
    if message is None:
        return
    words = spoken_words(message)
    if file is None and not words:
        context.show(words_or_files_only(context.reader, await step(context, draft)))
        return
    if file is None:
        context.show(await asked(context, replace(before, text=words)))
        return
    files = attachments.joined(before.files, file)
    form = ClearWordsForm(words_of(message) or before.text, files, album_of(message))
    if is_next_of(before.album, message):
        # An album comes as so many messages: one question for all of them.
        drafts.go(draft, step=ASKED, now=context.now, form=form)
        return
    context.show(await asked(context, form))


@allow(COORDINATORS)
async def on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Answer a question with the words, tell them to the businesses of an incident, ask them, or declare them."""
    form = ClearWordsForm.of(draft)
    match tap.verb:
        case views.ANSWER:
            await _answer(update, context, form, number_of(tap.value))
        case views.TELL:
            notices.check_text(form.text)
            # Nothing of it is lost: the words go on in the update.
            await drafts.discard(context.session, person=context.person)
            await propose(context, incident_id=number_of(tap.value), text=form.text, files=form.files)
        case views.ASK:
            await _ask_for_business(context, draft)
        case views.DECLARE if tap.value in views.KINDS and form.text:
            await declarations.begin_with(context, line=form.text, kind=IncidentKind(tap.value), files=form.files)
        case _:
            raise StepPassed


async def _answer(update: Update, context: Context, form: ClearWordsForm, question_id: int) -> None:
    question = await rules.to_settle(context.session, question_id=question_id)
    text = rules.check_answer(form.text, form.files)
    await drafts.discard(context.session, person=context.person)
    await answering.answer_with(update, context, question, text, form.files)


async def _ask_for_business(context: Context, draft: Draft) -> None:
    if not await meaning.concerns(context.session, person=context.person, at=context.now):
        raise StepPassed
    form = ClearWordsForm.of(draft)
    await drafts.discard(context.session, person=context.person)
    # Which message it was is not kept: an edit of it changes nothing that was sent.
    spoken = Spoken(form.text, message_id=0, came=context.came, further=form.files)
    await hearing.take_over(context, spoken, About())


@allow(frozenset({Role.REPRESENTATIVE}))
async def on_member_declares(update: Update, context: Context) -> None:
    """Offer a member who would declare an incident to report it to the coordinating body."""
    message = update.message
    _, _, text = words_of(message).partition(" ")
    if message is None or not text.strip():
        context.show(asking_views.how_to_report(context.reader))
        return
    spoken = Spoken(text.strip(), message.message_id, context.came, file=attached(message), album=album_of(message))
    question = await asking.hold(context.session, person=context.person, spoken=spoken)
    await waiting.wait(context.session, question=question, now=context.now)
    if question.state is QuestionState.HELD:
        context.show(asking_views.ask_report(context.reader, question))
    else:
        await cards.confirm(context.session, question=question, now=context.now)


CONVERSATION = Conversation(on_message=on_message, on_tap=on_tap, step=step, goes_on=False, takes_files=True)
