"""Registration: a newcomer agrees, describes the business and themselves, looks it over and hands it in."""

from telegram import Update

from handlers import registration_steps as steps
from handlers.access import EVERYONE, allow
from handlers.context import Context, tapped_data
from handlers.conversation import Conversation
from handlers.links import Link
from handlers.taps import CorrectionTap, DialogueTap, TapUnreadable
from handlers.views import registration as views
from handlers.views.dialogues import buttons_only, with_loss, words_only
from handlers.views.message import Message
from models.drafts import Dialogue, Draft
from models.people import Purpose
from services import applications, capabilities, drafts, members, people, registration
from services.drafts import StepPassed
from services.registration import Form, Step


@allow(EVERYONE)
async def on_register(update: Update, context: Context) -> None:
    """Begin to register (`/dangky`), or ask whether to go on where the person stopped."""
    draft = await drafts.current(context.session, person=context.person)
    if draft is not None and draft.dialogue is Dialogue.REGISTRATION:
        context.show(await resume(context, draft))
        return
    begun = await _open(context, Form())
    context.show(with_loss(context.reader, await _step(context, begun), before=draft, now=begun))


@allow(EVERYONE)
async def on_link(update: Update, context: Context, _link: Link) -> None:
    """Begin to register by a link, such as the one that an inline query offers to strangers."""
    await on_register(update, context)


async def resume(context: Context, draft: Draft) -> Message:
    """Ask whether to go on or to start anew; where nothing was said yet, the step itself is shown."""
    form = Form.read(draft.data)
    if form == Form():
        return await _step(context, draft)
    return views.go_on_or_anew(context.reader, draft, form)


@allow(EVERYONE)
async def on_correct(update: Update, context: Context) -> None:
    """Open the applicant's own application that was sent back, filled in; what was corrected already stays."""
    tap = CorrectionTap.unpack(tapped_data(update))
    form = await registration.to_correct(context.session, application_id=tap.application_id, person=context.person)
    draft = await drafts.current(context.session, person=context.person)
    if draft is not None and _corrects(draft, tap.application_id):
        context.send(await _step(context, draft))
        return
    begun = await _open(context, form)
    context.send(with_loss(context.reader, await _step(context, begun), before=draft, now=begun))


def _corrects(draft: Draft, application_id: int) -> bool:
    return draft.dialogue is Dialogue.REGISTRATION and Form.read(draft.data).application_id == application_id


async def _open(context: Context, form: Form) -> Draft:
    """Start the dialogue; the consent comes first unless the person agreed to the text in force."""
    agreed = await _agreed(context)
    return await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.REGISTRATION,
        step=registration.next_step(form) if agreed else Step.CONSENT,
        data=form.write(),
        now=context.now,
    )


async def _agreed(context: Context) -> bool:
    given = await people.valid_consent(context.session, person=context.person, purpose=Purpose.MEMBERSHIP)
    return given is not None


async def _step(context: Context, draft: Draft) -> Message:
    """Make the message of a step; for the phone, a second one offers the button below the input line."""
    form = Form.read(draft.data)
    if draft.step == Step.PHONE:
        context.send(views.share_contact(context.reader))
    known = form.member_id
    sheet = views.Sheet(
        draft=draft,
        form=form,
        department=context.office.department,
        province_code=context.office.province_code,
        own_name=steps.own_name(context.person),
        consent_version=people.CONSENT_VERSION,
        catalogue=await capabilities.catalogue(context.session, language=context.reader.language),
        chosen=await capabilities.named(context.session, ids=form.capabilities or {}, language=context.reader.language),
        known=await members.by_id(context.session, member_id=known) if known is not None else None,
    )
    return views.step(context.reader, sheet)


@allow(EVERYONE)
async def _on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear what is typed or shared at a step; a wrong kind of input gets a word and the step once more."""
    message, step = update.effective_message, Step(draft.step)
    if message is None:
        return
    form = Form.read(draft.data)
    if step is Step.PHONE and message.contact is not None:
        await _move(context, draft, steps.share_phone(form, message.contact, update.effective_user))
    elif step not in steps.TYPED:
        context.show(buttons_only(context.reader, await _step(context, draft)))
    elif message.text is None or message.text.startswith("/"):
        context.show(words_only(context.reader, await _step(context, draft)))
    else:
        await _move(context, draft, await steps.TYPED[step](context, form, message.text))


@allow(EVERYONE)
async def _on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take a button: of the question whether to go on, or of the step under way; older ones get StepPassed."""
    form, step = Form.read(draft.data), Step(draft.step)
    if tap.verb == views.RESUME:
        context.show(await _step(context, draft))
    elif tap.verb == views.RESTART:
        _take_contact_button_away(context, draft, Form())
        context.show(await _step(context, await _open(context, Form())))
    elif tap.verb != views.stage(draft.step, form):
        raise StepPassed
    elif step is Step.CONSENT:
        await _take_consent(context, draft, form, tap.value)
    elif step is Step.REVIEW and tap.value == views.SUBMIT:
        await _submit(context, draft, form)
    else:
        await _move(context, draft, await steps.take(context, form, step, tap.value))


async def _take_consent(context: Context, draft: Draft, form: Form, value: str) -> None:
    """Keep the consent and go on, or take leave and keep nothing."""
    if value == views.AGREE:
        await people.consent(context.session, person=context.person, purpose=Purpose.MEMBERSHIP, now=context.now)
        await _move(context, draft, steps.onward(form))
    elif value == views.DECLINE:
        await drafts.discard(context.session, person=context.person)
        context.show(views.declined(context.reader))
    else:
        raise TapUnreadable


async def _submit(context: Context, draft: Draft, form: Form) -> None:
    """Hand the application in; a consent to an older text is asked for anew first."""
    if not await _agreed(context):
        await _move(context, draft, (form, Step.CONSENT))
        return
    application = await registration.submit(context.session, person=context.person, form=form, now=context.now)
    await drafts.discard(context.session, person=context.person)
    member, _ = await applications.parties(context.session, application=application)
    context.show(
        views.submitted(
            context.reader,
            name=member.name,
            number=application.id or 0,
            department=context.office.department,
            joining=form.joining,
        )
    )


async def _move(context: Context, draft: Draft, moved: steps.Moved) -> None:
    """Go to a step with what was said, and show it."""
    form, step = moved
    if step != draft.step:
        form = registration.enter(form, step)
        _take_contact_button_away(context, draft, form)
    drafts.go(draft, step=step, now=context.now, **form.write())
    context.show(await _step(context, draft))


def _take_contact_button_away(context: Context, draft: Draft, form: Form) -> None:
    """Remove the button below the input line when its step is over."""
    if draft.step == Step.PHONE:
        context.send(views.contact_button_gone(context.reader, form))


CONVERSATION = Conversation(on_message=_on_message, on_tap=_on_tap, step=resume)
COMMANDS = ((("dangky", "register"), on_register),)
TAPS = ((CorrectionTap, on_correct),)
