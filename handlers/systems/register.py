"""The register (`/hethong`): systems found by whatever a person types, the page of one, and whom to call for it."""

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, TapUnreadable
from handlers.frame.views.dialogues import words_only
from handlers.frame.views.message import Message
from handlers.systems import editing
from handlers.systems.forms import SystemsForm
from handlers.systems.taps import SystemsTap, SystemTap
from handlers.systems.views import register as views
from models.drafts import LOOKING_UP, Dialogue, Draft
from models.people import Role
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.notation.spelling import search_key, tidy_line
from services.systems import businesses, register, search, sight
from services.systems.now import first_to_call, hours_at
from services.systems.register import SystemUnknown

READERS = COORDINATORS | {Role.REPRESENTATIVE}
STEP = "search"


@allow(READERS)
async def on_systems(update: Update, context: Context) -> None:
    """Open the register, or search at once for what stands after the command (`/hethong cong dich vu`)."""
    typed = update.message.text if update.message is not None else None
    _, _, after = tidy_line(typed or "").partition(" ")
    await _begin_search(context)
    context.show(await _list(context, text=views.short_key(after)))


async def _begin_search(context: Context) -> None:
    """Hear what is typed next as a search, unless another dialogue is under way: looking something up ends none."""
    under_way = await drafts.current(context.session, person=context.person)
    if under_way is None or under_way.dialogue in LOOKING_UP:
        await drafts.begin(
            context.session,
            person=context.person,
            dialogue=Dialogue.SYSTEMS,
            step=STEP,
            data=SystemsForm().write(),
            now=context.now,
        )


async def _list(context: Context, *, text: str, page: int = 0) -> Message:
    visible = await sight.seen_by(context.session, person=context.person, roles=context.turn.roles)
    found = await search.find(context.session, text=text, visible=visible, page=page)
    return views.listing(context.reader, found, text=text, coordinating=_coordinates(context))


def _coordinates(context: Context) -> bool:
    return bool(context.turn.roles & COORDINATORS)


@allow(READERS)
async def on_list(update: Update, context: Context) -> None:
    """Turn a page of the register."""
    tap = SystemsTap.unpack(tapped_data(update))
    if tap.text != search_key(tap.text):
        raise TapUnreadable
    context.show(await _list(context, text=tap.text, page=tap.page))


@allow(READERS)
async def on_system(update: Update, context: Context) -> None:
    """Take a button of a system that the person may see; only coordinators change it."""
    tap = SystemTap.unpack(tapped_data(update))
    match tap.verb:
        case views.SHOW:
            context.show(await _page(context, tap.system_id))
        case views.PEOPLE:
            context.show(await _people(context, tap.system_id))
        case views.ADD | views.EDIT | views.RETIRE | views.SURELY if _coordinates(context):
            await _change(context, tap)
        case _:
            raise SystemUnknown


async def _change(context: Context, tap: SystemTap) -> None:
    """Begin to add or edit a system, or take it out after asking."""
    match tap.verb:
        case views.ADD:
            await editing.begin(context, system=None)
        case views.EDIT:
            await editing.begin(context, system=await register.in_use(context.session, system_id=tap.system_id))
        case views.RETIRE:
            context.show(
                views.ask_retire(context.reader, await register.in_use(context.session, system_id=tap.system_id))
            )
        case _:
            gone = await register.retire(context.session, system_id=tap.system_id, by=context.person, now=context.now)
            context.notice(views.retired(context.reader, gone))
            context.show(await _list(context, text=""))


async def _page(context: Context, system_id: int) -> Message:
    system = await sight.one(context.session, system_id=system_id, person=context.person, roles=context.turn.roles)
    entry = await register.entry_of(context.session, system=system)
    named = await businesses.names(context.session, ids={*entry.connectivity, *entry.security})
    return views.page(context.reader, system, entry, named, coordinating=_coordinates(context))


async def _people(context: Context, system_id: int) -> Message:
    """Show whom to call, those first whose hours it is, and keep that the person looked."""
    system = await sight.one(context.session, system_id=system_id, person=context.person, roles=context.turn.roles)
    entry = await register.entry_of(context.session, system=system)
    await sight.keep_look(context.session, system_id=system_id, person=context.person, now=context.now)
    zone = context.office.time_zone
    in_order = first_to_call(entry.contacts, now=context.now, time_zone=zone)
    return views.people(context.reader, system, in_order, hours=hours_at(context.now, zone))


@allow(READERS)
async def _on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear what to search for."""
    message = update.effective_message
    if message is None or not message.text or message.text.startswith("/"):
        context.show(words_only(context.reader, await _step(context, draft)))
        return
    text = views.short_key(tidy_line(message.text))
    drafts.go(draft, step=STEP, now=context.now, form=SystemsForm(text))
    context.show(await _list(context, text=text))


@allow(READERS)
async def _on_tap(_update: Update, _context: Context, _draft: Draft, _tap: DialogueTap) -> None:
    """Refuse: a search has no buttons of its own."""
    raise StepPassed


async def _step(context: Context, draft: Draft) -> Message:
    form = SystemsForm.of(draft)
    return await _list(context, text=form.text, page=form.page)


CONVERSATION = Conversation(on_message=_on_message, on_tap=_on_tap, step=_step, goes_on=False, seeks_sentences=True)
