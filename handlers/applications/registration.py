"""Registration: a newcomer agrees, describes the business and themselves, looks it over and hands it in."""

from dataclasses import replace

from telegram import Update

from handlers.applications import registration_steps as steps
from handlers.applications.views import registration as views
from handlers.frame.access import EVERYONE, allow
from handlers.frame.context import Context
from handlers.frame.conversation import Conversation
from handlers.frame.links import Link
from handlers.frame.taps import DialogueTap, TapUnreadable
from handlers.frame.views.dialogues import after_loss, with_loss
from handlers.frame.views.message import Message
from models.drafts import Dialogue, Draft
from models.invitations import Invitation
from models.people import Purpose
from services.applications import form as registration_form
from services.applications import registration
from services.applications import requests as applications
from services.applications.form import Form, Step
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.people import accounts


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


@allow(EVERYONE)
async def on_invitation(_update: Update, context: Context, invitation: Invitation) -> None:
    """Let whoever opened a link say who they are, or go on where they stopped with the same link."""
    draft = await drafts.current(context.session, person=context.person)
    if draft is not None and _came_by(draft, invitation):
        context.show(await _step(context, draft))
        return
    begun = await _open(
        context, await registration.invited(context.session, person=context.person, invitation=invitation)
    )
    step = await _step(context, begun)
    context.show(step if draft is None else after_loss(context.reader, step))


def _came_by(draft: Draft, invitation: Invitation) -> bool:
    return draft.dialogue is Dialogue.REGISTRATION and Form.of(draft).invitation_id == invitation.id


async def resume(context: Context, draft: Draft) -> Message:
    """Ask whether to go on or to start anew; where nothing was said yet, the step itself is shown."""
    form = Form.of(draft)
    if form == registration_form.anew(form):
        return await _step(context, draft)
    return views.go_on_or_anew(context.reader, draft, form)


async def correct(context: Context, application_id: int) -> None:
    """Open a registration that was sent back, filled in; what was corrected already stays."""
    form = await registration.to_correct(context.session, application_id=application_id, person=context.person)
    draft = await drafts.current(context.session, person=context.person)
    if draft is not None and _corrects(draft, application_id):
        context.send(await _step(context, draft))
        return
    begun = await _open(context, form)
    context.send(with_loss(context.reader, await _step(context, begun), before=draft, now=begun))


def _corrects(draft: Draft, application_id: int) -> bool:
    return draft.dialogue is Dialogue.REGISTRATION and Form.of(draft).application_id == application_id


async def _open(context: Context, form: Form) -> Draft:
    """Start the dialogue; the consent comes first unless the person agreed to the text in force."""
    agreed = await _agreed(context)
    return await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.REGISTRATION,
        step=registration_form.next_step(form) if agreed else Step.CONSENT,
        data=form.write(),
        now=context.now,
    )


async def _agreed(context: Context) -> bool:
    given = await accounts.valid_consent(context.session, person=context.person, purpose=Purpose.MEMBERSHIP)
    return given is not None


async def _step(context: Context, draft: Draft) -> Message:
    """Make the message of a step."""
    return views.step(context.reader, await steps.sheet(context, draft))


@allow(EVERYONE)
async def _on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear what is typed or shared at a step."""
    await steps.hear(update, context, draft, show=_step)


@allow(EVERYONE)
async def _on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take a button: of the question whether to go on, or of the step under way; older ones get StepPassed."""
    form, step = Form.of(draft), Step(draft.step)
    if tap.verb == views.RESUME:
        context.show(await _step(context, draft))
    elif tap.verb == views.RESTART:
        again = registration_form.anew(form)
        steps.take_contact_button_away(context, draft, again)
        context.show(await _step(context, await _open(context, again)))
    elif tap.verb != views.stage(draft.step, form):
        raise StepPassed
    elif step is Step.CONSENT:
        await _take_consent(context, draft, form, tap.value)
    elif step is Step.REVIEW and tap.value == views.SUBMIT:
        await _submit(context, draft, form)
    else:
        await _move(context, draft, await steps.take(context, form, step, tap.value))


async def _take_consent(context: Context, draft: Draft, form: Form, value: str) -> None:
    """Keep what is agreed to and go on, or take leave and keep nothing; the roster is a choice of its own."""
    if value == views.AGREE:
        for purpose in (Purpose.MEMBERSHIP, Purpose.LISTING) if form.listed else (Purpose.MEMBERSHIP,):
            await accounts.consent(context.session, person=context.person, purpose=purpose, now=context.now)
        await _move(context, draft, steps.onward(form))
    elif value == views.LISTED:
        await _move(context, draft, (replace(form, listed=not form.listed), Step.CONSENT))
    elif value in (views.TERMS, views.TERMS_2):
        page = 1 if value == views.TERMS else 2
        context.show(views.terms(context.reader, await steps.sheet(context, draft), page=page))
    elif value == views.DECLINE:
        await drafts.discard(context.session, person=context.person)
        context.show(views.declined(context.reader, form))
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
    await steps.move(context, draft, moved, show=_step)


CONVERSATION = Conversation(on_message=_on_message, on_tap=_on_tap, step=resume)
