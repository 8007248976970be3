"""Words that fit no dialogue: a coordinator may have meant to declare, and a member to report what happened."""

from telegram import Update

from handlers.conversations.forms import ClearWordsForm
from handlers.conversations.views import asking as asking_views
from handlers.conversations.views import clear_words as views
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import album_of, attached, words_of
from handlers.frame.context import Context
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap
from handlers.frame.views.message import Message
from handlers.incidents import declarations
from models.drafts import Dialogue, Draft
from models.incidents import IncidentKind
from models.people import Role
from services.conversations import asking
from services.conversations.asking import Spoken
from services.ground import drafts
from services.ground.drafts import StepPassed

ASKED = "asked"


async def hear_clear_words(update: Update, context: Context) -> bool:
    """Ask a coordinator whether what they wrote is to be declared; the text is kept until they say so."""
    words = words_of(update.effective_message)
    if not words or words.startswith("/") or not context.turn.roles & COORDINATORS:
        return False
    await _ask(context, words)
    return True


async def _ask(context: Context, words: str) -> None:
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.CLEAR_WORDS,
        step=ASKED,
        data=ClearWordsForm(words).write(),
        now=context.now,
    )
    context.show(await step(context, draft))


async def step(context: Context, draft: Draft) -> Message:
    """Make the question whether words are to be declared."""
    return views.ask(context.reader, draft, ClearWordsForm.of(draft).text)


@allow(COORDINATORS)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Take what is written next in the place of what was written before."""
    await _ask(context, words_of(update.effective_message) or ClearWordsForm.of(draft).text)


@allow(COORDINATORS)
async def on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Begin a declaration with the words."""
    if tap.verb != views.DECLARE or tap.value not in views.KINDS:
        raise StepPassed
    await declarations.begin_with(context, line=ClearWordsForm.of(draft).text, kind=IncidentKind(tap.value))


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
    context.show(asking_views.ask_report(context.reader, question))


CONVERSATION = Conversation(on_message=on_message, on_tap=on_tap, step=step, goes_on=False)
