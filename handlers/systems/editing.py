"""Adding and changing a system: its name, then an overview from which each part is opened, and saved at once."""

from dataclasses import replace

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, number_of
from handlers.frame.views.dialogues import BACK, buttons_only, with_loss, words_only
from handlers.frame.views.message import Message
from handlers.systems import fields
from handlers.systems.forms import SystemForm
from handlers.systems.views import editing as views
from models.drafts import Dialogue, Draft
from models.identity import id_of
from models.systems import InformationSystem, SystemMark
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.notation.spelling import tidy_text
from services.places import choosing, communes
from services.places.communes import CommuneUnknown
from services.systems import businesses, register
from services.systems.entries import Party, check_level


async def begin(context: Context, *, system: InformationSystem | None) -> None:
    """Begin to add a system, by its name, or to change one."""
    before = await drafts.current(context.session, person=context.person)
    form = SystemForm()
    if system is not None:
        entry = await register.entry_of(context.session, system=system)
        form = SystemForm(entry, id_of(system), system.revision)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.SYSTEM,
        step=views.NAME if system is None else views.HUB,
        data=form.write(),
        now=context.now,
    )
    context.show(with_loss(context.reader, await step(context, draft), before=before, now=draft))


async def step(context: Context, draft: Draft) -> Message:
    """Make the message of the step at which a change stands."""
    form, reader = SystemForm.of(draft), context.reader
    entry = form.entry
    named = await businesses.names(context.session, ids={*entry.connectivity, *entry.security, *form.offered})
    if draft.step == views.HUB:
        return views.hub(reader, draft, form, named)
    if draft.step == views.COMMUNE:
        offer = choosing.offered(form.typed, province_code=context.office.province_code) if form.typed else None
        return views.ask_commune(reader, draft, form, offer.communes if offer is not None else ())
    return views.ask(reader, draft, form, named)


@allow(COORDINATORS)
async def _on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear the part that is open; a wrong kind of input gets a word."""
    message = update.effective_message
    if message is None or not message.text or message.text.startswith("/"):
        context.show(words_only(context.reader, await step(context, draft)))
    elif draft.step not in views.TYPED:
        context.show(buttons_only(context.reader, await step(context, draft)))
    else:
        heard = await fields.heard(context, draft.step, SystemForm.of(draft), tidy_text(message.text))
        drafts.go(draft, step=_after(draft.step, heard), now=context.now, form=heard)
        context.show(await step(context, draft))


def _after(open_part: str, form: SystemForm) -> str:
    """Tell where one comes after something was typed: it stays open where there is something to choose."""
    if form.offered or (open_part == views.COMMUNE and form.typed):
        return open_part
    return fields.BEFORE.get(open_part, views.HUB)


@allow(COORDINATORS)
async def _on_tap(_update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take the buttons of a change; each belongs to one step."""
    match tap.verb, draft.step:
        case verb, _ if verb == BACK:
            _go(context, draft, fields.BEFORE.get(draft.step, views.HUB), SystemForm.of(draft))
        case views.OPEN, views.HUB | views.CONTACTS if tap.value in views.PARTS:
            _go(context, draft, tap.value, SystemForm.of(draft))
        case views.SAVE, views.HUB:
            await _save(context, draft)
            return
        case views.SET | views.EMPTY | views.REMOVE | views.AS_TYPED, _:
            await _set(context, draft, tap)
        case _:
            raise StepPassed
    context.show(await step(context, draft))


def _go(context: Context, draft: Draft, where: str, form: SystemForm) -> None:
    drafts.go(draft, step=where, now=context.now, form=replace(form, typed="", offered=()))


async def _set(context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take a choice for the part that is open."""
    form, part = SystemForm.of(draft), draft.step
    entry = form.entry
    match tap.verb, part:
        case views.SET, views.LEVEL:
            entry = replace(entry, level=check_level(number_of(tap.value)))
        case views.SET, views.MARK if tap.value in set(SystemMark):
            entry = replace(entry, mark=SystemMark(tap.value))
        case views.SET, views.COMMUNE:
            entry = replace(entry, commune_code=_commune(tap.value))
        case views.SET, views.OWNER | views.OPERATOR | views.CONNECTIVITY | views.SECURITY:
            entry = await fields.with_business(context, part, form, number_of(tap.value))
        case views.AS_TYPED, views.OWNER | views.OPERATOR if form.typed:
            entry = fields.with_party(entry, part, Party(form.typed))
        case views.EMPTY, _ if part in views.MAY_BE_EMPTY:
            entry = fields.emptied(entry, part)
        case views.REMOVE, views.CONNECTIVITY | views.SECURITY:
            entry = fields.without_provider(entry, part, number_of(tap.value))
        case _:
            raise StepPassed
    stays = tap.verb == views.REMOVE or (tap.verb == views.SET and part in (views.CONNECTIVITY, views.SECURITY))
    _go(context, draft, part if stays else fields.BEFORE.get(part, views.HUB), replace(form, entry=entry))


def _commune(code: str) -> str:
    try:
        return communes.commune(code).code
    except CommuneUnknown as unknown:
        raise StepPassed from unknown


async def _save(context: Context, draft: Draft) -> None:
    """Keep the system, and show its page's button; what a colleague changed meanwhile is never written over."""
    form = SystemForm.of(draft)
    if form.system_id is None:
        system = await register.add(context.session, entry=form.entry, by=context.person, now=context.now)
    else:
        system = await register.change(
            context.session,
            system_id=form.system_id,
            seen=form.seen,
            entry=form.entry,
            by=context.person,
            now=context.now,
        )
    await drafts.discard(context.session, person=context.person)
    context.show(views.saved(context.reader, system, is_new=form.system_id is None))


CONVERSATION = Conversation(on_message=_on_message, on_tap=_on_tap, step=step)
