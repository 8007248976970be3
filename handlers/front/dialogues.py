"""Leads what a person says or taps in a dialogue to that dialogue's own room."""

from collections.abc import Coroutine
from typing import Any

from telegram import Update

from handlers.applications import deciding as application_room
from handlers.applications import registration
from handlers.business import membership as business
from handlers.business import mergers, suspension
from handlers.duty import editing as duty_editing
from handlers.frame.access import COORDINATORS, EVERYONE, allow, allowed_roles
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap
from handlers.frame.views import dialogues as views
from handlers.frame.views import refusals
from handlers.front.menu import show_menu
from handlers.incidents import declarations, notices, responses
from handlers.members import capabilities
from handlers.roster import search as roster
from handlers.tasks import assigning as task_assigning
from handlers.tasks import words as task_words
from handlers.workbooks import exchange as workbook_room
from models.drafts import Dialogue, Draft
from models.people import Role
from services.applications.decisions import DecisionNotYours
from services.business.mergers import NotMergeable
from services.business.suspension import NotInNetwork
from services.duty.rota import NotOnTheRoster
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.incidents.lifecycle import IncidentClosed
from services.incidents.responses import NotAlerted
from services.members.representatives import NotYourBusiness
from services.people.invitations import InvitationExpired, InvitationTaken, InvitationUnknown, InvitationUsed

CONVERSATIONS: dict[Dialogue, Conversation] = {
    Dialogue.REGISTRATION: registration.CONVERSATION,
    Dialogue.INCIDENT: declarations.CONVERSATION,
    Dialogue.DECISION: application_room.CONVERSATION,
    Dialogue.NOTICE: notices.CONVERSATION,
    Dialogue.OFFER: responses.CONVERSATION,
    Dialogue.CAPABILITY: capabilities.CONVERSATION,
    Dialogue.DUTY: duty_editing.CONVERSATION,
    Dialogue.BUSINESS: business.CONVERSATION,
    Dialogue.TASK: task_assigning.CONVERSATION,
    Dialogue.TASK_WORD: task_words.CONVERSATION,
    Dialogue.SUSPENSION: suspension.CONVERSATION,
    Dialogue.MERGER: mergers.CONVERSATION,
    Dialogue.ROSTER: roster.CONVERSATION,
}
CANCEL = "cancel"
# Dialogues in which a file is part of what is said.
WITH_FILES = (Dialogue.INCIDENT, Dialogue.TASK_WORD)
# What somebody else did meanwhile, and with which a dialogue is over.
OVER = (
    DecisionNotYours,
    IncidentClosed,
    InvitationExpired,
    InvitationTaken,
    InvitationUnknown,
    InvitationUsed,
    NotAlerted,
    NotInNetwork,
    NotMergeable,
    NotOnTheRoster,
    NotYourBusiness,
)
NOBODY: frozenset[Role] = frozenset()


@allow(EVERYONE)
async def on_tap(update: Update, context: Context) -> None:
    """Take a button of a dialogue; one of an older dialogue gets DraftGone."""
    tap = DialogueTap.unpack(tapped_data(update))
    draft = await drafts.tapped(context.session, person=context.person, key=tap.key)
    if tap.verb == CANCEL:
        await _leave(context, draft)
    elif tap.verb in views.OF_ONE_STEP and tap.value not in ("", draft.step):
        raise StepPassed
    else:
        await _led(update, context, CONVERSATIONS[draft.dialogue].on_tap(update, context, draft, tap))


@allow(EVERYONE)
async def on_message(update: Update, context: Context) -> None:
    """Hear text, a contact or a file: in a dialogue it belongs there, else the menu helps on."""
    draft = await _current(context)
    if draft is None:
        await show_menu(context, greeting=False)
        return
    await _led(update, context, CONVERSATIONS[draft.dialogue].on_message(update, context, draft))


@allow(EVERYONE)
async def on_file(update: Update, context: Context) -> None:
    """Check a list that a coordinator sends, unless a dialogue waits for a file or the person is somebody else."""
    document = update.effective_message.document if update.effective_message is not None else None
    if document is None or not context.turn.roles & COORDINATORS or await _is_said_in_dialogue(context):
        await on_message(update, context)
        return
    await workbook_room.receive(context, document)


async def _is_said_in_dialogue(context: Context) -> bool:
    draft = await drafts.current(context.session, person=context.person)
    return draft is not None and draft.dialogue in WITH_FILES


async def _current(context: Context) -> Draft | None:
    """Find the person's dialogue; one that their role no longer includes is dropped."""
    draft = await drafts.current(context.session, person=context.person)
    if draft is None or context.turn.roles & (allowed_roles(CONVERSATIONS[draft.dialogue].on_message) or NOBODY):
        return draft
    await drafts.discard(context.session, person=context.person)
    return None


async def _led(update: Update, context: Context, step: Coroutine[Any, Any, None]) -> None:
    """Let a dialogue go on; one about what has ended meanwhile is over."""
    try:
        await step
    except OVER as late:
        # Not left to the dispatcher, which would undo the end of this dialogue as well.
        await drafts.discard(context.session, person=context.person)
        if update.callback_query is not None:
            context.notice(refusals.plain(late, context.reader), urgent=True)
        else:
            context.send(refusals.message(late, context.reader))


@allow(EVERYONE)
async def on_cancel(update: Update, context: Context) -> None:
    """Drop the dialogue under way (`/huy`)."""
    draft = await drafts.current(context.session, person=context.person)
    if draft is None:
        context.show(views.nothing_to_cancel(context.reader))
        return
    await _leave(context, draft)


async def _leave(context: Context, draft: Draft) -> None:
    await drafts.discard(context.session, person=context.person)
    context.show(CONVERSATIONS[draft.dialogue].leave(context, draft))


async def resume(context: Context) -> bool:
    """Show the step at which the person stopped; tell whether there is one. Nobody goes on with a look-up."""
    draft = await _current(context)
    if draft is None or draft.dialogue is Dialogue.ROSTER:
        return False
    try:
        context.show(await CONVERSATIONS[draft.dialogue].step(context, draft))
    except OVER as late:
        await drafts.discard(context.session, person=context.person)
        context.send(refusals.message(late, context.reader))
        return False
    return True
