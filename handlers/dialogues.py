"""Leads what a person says or taps in a dialogue to that dialogue's own room."""

from telegram import Update

from handlers import applications as application_room
from handlers import capabilities, declarations, notices, registration, responses
from handlers.access import EVERYONE, allow
from handlers.context import Context, tapped_data
from handlers.conversation import Conversation
from handlers.people import show_menu
from handlers.taps import DialogueTap
from handlers.views import dialogues as views
from models.drafts import Dialogue
from services import drafts

CONVERSATIONS: dict[Dialogue, Conversation] = {
    Dialogue.REGISTRATION: registration.CONVERSATION,
    Dialogue.INCIDENT: declarations.CONVERSATION,
    Dialogue.DECISION: application_room.CONVERSATION,
    Dialogue.NOTICE: notices.CONVERSATION,
    Dialogue.OFFER: responses.CONVERSATION,
    Dialogue.CAPABILITY: capabilities.CONVERSATION,
}
CANCEL = "cancel"


@allow(EVERYONE)
async def on_tap(update: Update, context: Context) -> None:
    """Take a button of a dialogue; one of an older dialogue gets DraftGone."""
    tap = DialogueTap.unpack(tapped_data(update))
    draft = await drafts.tapped(context.session, person=context.person, key=tap.key)
    if tap.verb == CANCEL:
        await drafts.discard(context.session, person=context.person)
        context.show(views.cancelled(context.reader))
        return
    await CONVERSATIONS[draft.dialogue].on_tap(update, context, draft, tap)


@allow(EVERYONE)
async def on_message(update: Update, context: Context) -> None:
    """Hear text, a contact or a file: in a dialogue it belongs there, else the menu helps on."""
    draft = await drafts.current(context.session, person=context.person)
    if draft is None:
        await show_menu(context, greeting=False)
        return
    await CONVERSATIONS[draft.dialogue].on_message(update, context, draft)


@allow(EVERYONE)
async def on_cancel(update: Update, context: Context) -> None:
    """Drop the dialogue under way (`/huy`)."""
    dropped = await drafts.discard(context.session, person=context.person)
    context.show(views.cancelled(context.reader) if dropped else views.nothing_to_cancel(context.reader))


async def resume(context: Context) -> bool:
    """Show the step at which the person stopped; tell whether there is one."""
    draft = await drafts.current(context.session, person=context.person)
    if draft is None:
        return False
    context.show(await CONVERSATIONS[draft.dialogue].step(context, draft))
    return True
