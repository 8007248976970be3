"""The posts above (`/chuyencap`): coordinators see who holds each, owners fill them."""

from dataclasses import replace

from telegram import Update

from handlers.escalation.forms import PostForm
from handlers.escalation.taps import PostEmptyTap, PostTap
from handlers.escalation.views import posts as views
from handlers.escalation.views.posts import NAME, NO_WAY, NOBODY, OFFICE, PERSON, PHONE
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import words_of
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, number_of
from handlers.frame.views.dialogues import buttons_only, with_loss, words_only
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from models.drafts import Dialogue, Draft
from models.identity import id_of
from models.people import Role
from services.escalation import posts as rules
from services.escalation.kinds import PostVacated
from services.ground import drafts
from services.ground.drafts import DraftGone, StepPassed
from services.notation.phones import PhoneInvalid, read_phone
from services.outbox.deliveries import Claimed
from services.people import accounts

OWNERS = frozenset({Role.OWNER})
BEFORE = {OFFICE: NAME, PHONE: OFFICE, PERSON: PHONE}


@allow(COORDINATORS)
async def on_posts(_update: Update, context: Context) -> None:
    """List the posts above (`/chuyencap`)."""
    await _show(context)


async def _show(context: Context) -> None:
    lines = await rules.lines(context.session)
    context.show(views.listing(context.reader, lines, may_fill=Role.OWNER in context.turn.roles))


@allow(OWNERS)
async def on_post(update: Update, context: Context) -> None:
    """Begin to fill a post."""
    tap = PostTap.unpack(tapped_data(update))
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.ESCALATION_POST,
        step=NAME,
        data=PostForm(tap.post).write(),
        now=context.now,
    )
    context.show(with_loss(context.reader, await step(context, draft), before=before, now=draft))


@allow(OWNERS)
async def on_empty(update: Update, context: Context) -> None:
    """Leave a post empty."""
    tap = PostEmptyTap.unpack(tapped_data(update))
    await rules.end(context.session, post=tap.post, by=context.person, now=context.now)
    await drafts.discard(context.session, person=context.person)
    await _show(context)


async def step(context: Context, draft: Draft) -> Message:
    """Make the question where the dialogue stands."""
    if draft.step not in views.STEPS:
        raise DraftGone
    form = PostForm.of(draft)
    staff = await accounts.coordinators(context.session)
    is_held = any(line.post is form.post and line.holder for line in await rules.lines(context.session))
    return views.ask(context.reader, draft, form, staff=staff, is_held=is_held)


@allow(OWNERS)
async def on_tap(_update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take the buttons of the dialogue."""
    form = PostForm.of(draft)
    match tap.verb:
        case "back":
            drafts.go(draft, step=BEFORE.get(draft.step, NAME), now=context.now)
        case "phone" if draft.step == PHONE:
            drafts.go(draft, step=PERSON, now=context.now, form=replace(form, phone=""))
        case "person" if draft.step == PERSON:
            await _keep(context, form, tap.value)
            return
        case _:
            raise StepPassed
    context.show(await step(context, draft))


async def _keep(context: Context, form: PostForm, value: str) -> None:
    """Fill the post, and show all of them; raises PostUnreachable where none can be called and nobody said so."""
    person_id = None
    if value not in (NOBODY, NO_WAY):
        staff = await accounts.coordinator_ids(context.session)
        person_id = number_of(value)
        if person_id not in staff:
            raise DraftGone
    await rules.fill(
        context.session,
        post=form.post,
        name=form.name,
        office=form.office,
        phone=form.phone,
        person_id=person_id,
        by=context.person,
        now=context.now,
        knowingly=value == NO_WAY,
    )
    if value == NO_WAY:
        context.notice(views.kept_without_a_way(context.reader))
    await drafts.discard(context.session, person=context.person)
    await _show(context)


@allow(OWNERS)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear a name, an office or a number."""
    text, form = words_of(update.effective_message), PostForm.of(draft)
    if draft.step == PERSON:
        context.show(buttons_only(context.reader, await step(context, draft)))
        return
    if not text or text.startswith("/"):
        context.show(words_only(context.reader, await step(context, draft)))
        return
    match draft.step:
        case "name":
            drafts.go(draft, step=OFFICE, now=context.now, form=replace(form, name=rules.check_name(text)))
        case "office":
            drafts.go(draft, step=PHONE, now=context.now, form=replace(form, office=rules.check_name(text)))
        case _:
            await _hear_phone(context, draft, form, text)
            return
    context.show(await step(context, draft))


async def _hear_phone(context: Context, draft: Draft, form: PostForm, text: str) -> None:
    """Keep a number; one that is none is asked for again, beside the way on without."""
    try:
        number = read_phone(text)
    except PhoneInvalid as wrong:
        context.show(views.ask_again(context.reader, await step(context, draft), wrong))
        return
    drafts.go(draft, step=PERSON, now=context.now, form=replace(form, phone=number))
    context.show(await step(context, draft))


async def compose_vacated(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell an owner that whoever held a post is called in the bot no more."""
    told = claimed.read(PostVacated)
    owners = {id_of(owner) for owner in await accounts.owners(occasion.session)}
    if told is None or claimed.person_id not in owners:
        return None
    return views.vacated(reader, told.post, by_phone=told.by_phone)


CONVERSATION = Conversation(on_message=on_message, on_tap=on_tap, step=step)
