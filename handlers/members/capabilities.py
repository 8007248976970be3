"""The catalogue of capabilities: coordinators look at it, add to it and retire from it."""

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, TapUnreadable
from handlers.frame.views.dialogues import with_loss, words_only
from handlers.frame.views.message import Message
from handlers.members import views
from handlers.members.forms import CapabilityForm
from handlers.members.taps import CapabilityTap
from models.drafts import Dialogue, Draft
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.ground.spelling import tidy_line
from services.members import capabilities


@allow(COORDINATORS)
async def on_catalogue(update: Update, context: Context) -> None:
    """Show the catalogue (`/nangluc`)."""
    await _show_catalogue(context)


async def _show_catalogue(context: Context, *, page: int = 0) -> None:
    known = await capabilities.catalogue(context.session, language=context.reader.language)
    context.show(views.catalogue(context.reader, known, page))


@allow(COORDINATORS)
async def on_capability(update: Update, context: Context) -> None:
    """Take a button of the catalogue."""
    tap = CapabilityTap.unpack(tapped_data(update))
    match tap.verb:
        case views.LIST:
            await _show_catalogue(context, page=tap.capability_id)
        case views.ADD:
            await _begin(context)
        case views.CHOOSE:
            known = await capabilities.catalogue(context.session, language=context.reader.language)
            context.show(views.choice(context.reader, known, tap.capability_id))
        case views.RETIRE:
            chosen = await capabilities.in_use(context.session, capability_id=tap.capability_id)
            holders = await capabilities.holders(context.session, capability_id=tap.capability_id)
            context.show(views.confirmation(context.reader, chosen, holders=holders))
        case views.CONFIRM:
            await _retire(context, tap.capability_id)
        case _:
            raise TapUnreadable


async def _retire(context: Context, capability_id: int) -> None:
    retired = await capabilities.retire(
        context.session, capability_id=capability_id, by=context.person, now=context.now
    )
    context.notice(views.retired(context.reader, retired))
    await _show_catalogue(context)


async def _begin(context: Context) -> None:
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.CAPABILITY,
        step=views.NAME_VI,
        data=CapabilityForm().write(),
        now=context.now,
    )
    context.show(with_loss(context.reader, await _step(context, draft), before=before, now=draft))


async def _step(context: Context, draft: Draft) -> Message:
    """Ask for the name under way."""
    return views.ask_name(context.reader, draft)


@allow(COORDINATORS)
async def _on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear the Vietnamese name, then the English one."""
    message = update.effective_message
    if message is None or not message.text or message.text.startswith("/"):
        context.show(words_only(context.reader, await _step(context, draft)))
        return
    name = capabilities.check_name(tidy_line(message.text))
    if draft.step == views.NAME_VI:
        await capabilities.check_new(context.session, name_vi=name)
        drafts.go(draft, step=views.NAME_EN, now=context.now, form=CapabilityForm(name))
        context.show(await _step(context, draft))
        return
    added = await capabilities.add(
        context.session, name_vi=CapabilityForm.of(draft).name_vi, name_en=name, by=context.person, now=context.now
    )
    await drafts.discard(context.session, person=context.person)
    context.show(views.added(context.reader, added))


@allow(COORDINATORS)
async def _on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Go back to the Vietnamese name."""
    if tap.verb != "back" or draft.step != views.NAME_EN:
        raise StepPassed
    drafts.go(draft, step=views.NAME_VI, now=context.now)
    context.show(await _step(context, draft))


CONVERSATION = Conversation(on_message=_on_message, on_tap=_on_tap, step=_step)
