"""The catalogue of capabilities: coordinators look at it, add to it and retire from it."""

from dataclasses import replace

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, TapUnreadable
from handlers.frame.views.dialogues import buttons_only, with_loss, words_only
from handlers.frame.views.message import Message
from handlers.members import views
from handlers.members.forms import CapabilityForm
from handlers.members.taps import CapabilityTap, CapabilityUnitTap
from models.capabilities import Unit
from models.drafts import Dialogue, Draft
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.members import capabilities
from services.notation.spelling import tidy_line


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
        case views.UNITS:
            known = await capabilities.catalogue(context.session, language=context.reader.language)
            context.show(views.units(context.reader, known, tap.capability_id))
        case views.UNIT_OF:
            chosen = await capabilities.in_use(context.session, capability_id=tap.capability_id)
            context.show(views.other_units(context.reader, chosen))
        case views.CONFIRM:
            await _retire(context, tap.capability_id)
        case _:
            raise TapUnreadable


@allow(COORDINATORS)
async def on_unit(update: Update, context: Context) -> None:
    """Take a button by which a capability gets another unit; where businesses said numbers, it is asked first."""
    tap = CapabilityUnitTap.unpack(tapped_data(update))
    if tap.verb not in (views.ASK_UNIT, views.CHANGE_UNIT):
        raise TapUnreadable
    chosen = await capabilities.in_use(context.session, capability_id=tap.capability_id)
    holders = await capabilities.holders(context.session, capability_id=tap.capability_id)
    if tap.verb == views.ASK_UNIT and holders:
        context.show(views.confirm_unit(context.reader, chosen, tap.unit, holders=holders))
        return
    await _change_unit(context, tap.capability_id, tap.unit)


async def _change_unit(context: Context, capability_id: int, unit: Unit) -> None:
    changed = await capabilities.change_unit(
        context.session, capability_id=capability_id, unit=unit, by=context.person, now=context.now
    )
    context.notice(views.unit_changed(context.reader, changed))
    await _show_catalogue(context)


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
    """Ask for the name under way, or for the unit."""
    if draft.step == views.UNIT:
        return views.ask_unit(context.reader, draft)
    return views.ask_name(context.reader, draft)


@allow(COORDINATORS)
async def _on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear the Vietnamese name, then the English one; the unit has buttons."""
    message = update.effective_message
    if message is None or not message.text or message.text.startswith("/"):
        context.show(words_only(context.reader, await _step(context, draft)))
        return
    name = capabilities.check_name(tidy_line(message.text))
    if draft.step == views.NAME_VI:
        await capabilities.check_new(context.session, name_vi=name)
        drafts.go(draft, step=views.NAME_EN, now=context.now, form=CapabilityForm(name))
    elif draft.step == views.NAME_EN:
        drafts.go(draft, step=views.UNIT, now=context.now, form=replace(CapabilityForm.of(draft), name_en=name))
    else:
        context.show(buttons_only(context.reader, await _step(context, draft)))
        return
    context.show(await _step(context, draft))


@allow(COORDINATORS)
async def _on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Go back a step, or take the unit, with which all is said."""
    if tap.verb == views.UNIT and draft.step == views.UNIT and tap.value in set(Unit):
        await _add(context, draft, Unit(tap.value))
        return
    earlier = {views.NAME_EN: views.NAME_VI, views.UNIT: views.NAME_EN}.get(draft.step)
    if tap.verb != "back" or earlier is None:
        raise StepPassed
    drafts.go(draft, step=earlier, now=context.now)
    context.show(await _step(context, draft))


async def _add(context: Context, draft: Draft, unit: Unit) -> None:
    form = CapabilityForm.of(draft)
    added = await capabilities.add(
        context.session, name_vi=form.name_vi, name_en=form.name_en, unit=unit, by=context.person, now=context.now
    )
    await drafts.discard(context.session, person=context.person)
    context.show(views.added(context.reader, added))


CONVERSATION = Conversation(on_message=_on_message, on_tap=_on_tap, step=_step)
