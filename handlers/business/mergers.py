"""Coordinators merge two entries of one business: find the other, compare, choose, confirm."""

from dataclasses import replace

from telegram import Update

from handlers.business.forms import MergerForm
from handlers.business.views import mergers as views
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.compose import Occasion
from handlers.frame.context import Context
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, number_of
from handlers.frame.views.dialogues import BACK, NEXT, buttons_only, with_loss, words_only
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from models.drafts import Dialogue, Draft
from models.identity import id_of
from models.members import Member
from services.business import mergers, suspension
from services.business.mergers import Field, Side
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.members import capabilities
from services.outbox.deliveries import Claimed
from services.wings import WINGS

FIND, COMPARE, VALUES, CONFIRM = "find", "compare", "values", "confirm"


async def begin(context: Context, member_id: int) -> None:
    """Ask for the other entry, below the card of the first one."""
    await mergers.side(context.session, member_id=member_id)
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.MERGER,
        step=FIND,
        data=MergerForm(member_id).write(),
        now=context.now,
    )
    context.send(with_loss(context.reader, await _step(context, draft), before=before, now=draft))


async def _step(context: Context, draft: Draft) -> Message:
    """Make the message of the step where a merger stands."""
    reader, form = context.reader, MergerForm.of(draft)
    if draft.step == FIND:
        member = await suspension.by_id(context.session, member_id=form.member_id)
        found = [await suspension.by_id(context.session, member_id=number) for number in form.found]
        return views.ask(reader, draft, member, found)
    if draft.step == COMPARE:
        first, second = await mergers.sides(context.session, kept_id=form.member_id, other_id=form.other_id)
        names = await capabilities.names(context.session, language=reader.language)
        return views.compare(reader, draft, first, second, names=names)
    kept, other = await _sides(context, draft)
    fields = mergers.differing(kept, other)
    view = views.values if draft.step == VALUES else views.confirm
    return view(reader, draft, kept, other, fields=fields, others=form.others)


async def _sides(context: Context, draft: Draft) -> tuple[Side, Side]:
    """Gather both entries, the one that stays first."""
    form = MergerForm.of(draft)
    merged = form.other_id if form.kept_id == form.member_id else form.member_id
    return await mergers.sides(context.session, kept_id=form.kept_id, other_id=merged)


@allow(COORDINATORS)
async def _on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear which entry is meant."""
    message = update.effective_message
    if draft.step != FIND:
        context.show(buttons_only(context.reader, await _step(context, draft)))
    elif message is None or not message.text or message.text.startswith("/"):
        context.show(words_only(context.reader, await _step(context, draft)))
    else:
        await _find(context, draft, message.text)


async def _find(context: Context, draft: Draft, text: str) -> None:
    form = MergerForm.of(draft)
    found = await mergers.find(context.session, text=text, apart_from=form.member_id)
    if len(found) == 1:
        await _pick(context, draft, id_of(found[0]))
        return
    form = replace(form, found=tuple(id_of(one) for one in found))
    drafts.go(draft, step=FIND, now=context.now, form=form)
    context.show(await _step(context, draft))


async def _pick(context: Context, draft: Draft, other_id: int) -> None:
    drafts.go(draft, step=COMPARE, now=context.now, form=replace(MergerForm.of(draft), other_id=other_id))
    context.show(await _step(context, draft))


@allow(COORDINATORS)
async def _on_tap(_update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take a button: an entry, which one stays, a value, on, back, the confirmation."""
    form = MergerForm.of(draft)
    match tap.verb:
        case views.PICK if draft.step == FIND and number_of(tap.value) in form.found:
            await _pick(context, draft, number_of(tap.value))
            return
        case views.KEEP if draft.step == COMPARE and number_of(tap.value) in (form.member_id, form.other_id):
            await _keep(context, draft, number_of(tap.value))
        case views.TAKE if draft.step == VALUES and tap.value[:-1] in set(Field):
            _take(context, draft, Field(tap.value[:-1]), of_other=tap.value[-1] == "-")
        case str(verb) if verb == NEXT and draft.step == VALUES:
            drafts.go(draft, step=CONFIRM, now=context.now)
        case str(verb) if verb == NEXT and draft.step == CONFIRM:
            await _merge(context, draft)
            return
        case str(verb) if verb == BACK:
            drafts.go(draft, step=await _earlier(context, draft), now=context.now)
        case _:
            raise StepPassed
    context.show(await _step(context, draft))


async def _keep(context: Context, draft: Draft, kept_id: int) -> None:
    """Go on to the values that differ, or straight to the confirmation where none does."""
    form = replace(MergerForm.of(draft), kept_id=kept_id, others=())
    drafts.go(draft, step=VALUES, now=context.now, form=form)
    kept, other = await _sides(context, draft)
    if not mergers.differing(kept, other):
        drafts.go(draft, step=CONFIRM, now=context.now)


def _take(context: Context, draft: Draft, field: Field, *, of_other: bool) -> None:
    form = MergerForm.of(draft)
    without = tuple(one for one in form.others if one is not field)
    form = replace(form, others=(*without, field) if of_other else without)
    drafts.go(draft, step=VALUES, now=context.now, form=form)


async def _earlier(context: Context, draft: Draft) -> str:
    if draft.step == CONFIRM:
        kept, other = await _sides(context, draft)
        return VALUES if mergers.differing(kept, other) else COMPARE
    return FIND if draft.step == COMPARE else COMPARE


async def _merge(context: Context, draft: Draft) -> None:
    kept, other = await _sides(context, draft)
    member = await mergers.merge(
        context.session,
        kept_id=id_of(kept.member),
        other_id=id_of(other.member),
        others=MergerForm.of(draft).others,
        wings=WINGS,
        by=context.person,
        now=context.now,
    )
    await drafts.discard(context.session, person=context.person)
    context.show(views.done(context.reader, member))


async def compose_merged(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell everyone who speaks for the business that stays."""
    member = await occasion.session.get(Member, claimed.subject_id)
    if member is None or member.status not in mergers.MERGEABLE:
        return None
    return views.told(reader, member, department=occasion.office.department)


CONVERSATION = Conversation(on_message=_on_message, on_tap=_on_tap, step=_step)
