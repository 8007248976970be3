"""Editing a business's data: its people change one thing after the other, look all of them over and save."""

from telegram import Update

from handlers.applications import registration
from handlers.applications import registration_steps as steps
from handlers.applications.taps import CorrectionTap
from handlers.applications.views import registration as step_views
from handlers.business.card import show_card
from handlers.business.forms import EditForm
from handlers.business.views import editing as views
from handlers.business.views import membership as card_views
from handlers.frame.access import EVERYONE, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.taps import DialogueTap
from handlers.frame.views.dialogues import with_loss
from handlers.frame.views.message import Message
from models.applications import Application, ApplicationKind
from models.drafts import Dialogue, Draft
from services.applications import changes
from services.applications import requests as applications
from services.applications.form import Form, Step
from services.business import editing
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.people import businesses


async def begin(context: Context, *, member_id: int) -> None:
    """Show all data of a business to be edited."""
    form = await editing.begin(context.session, member_id=member_id, person=context.person)
    context.show(await _open(context, form))


@allow(EVERYONE)
async def on_correct(update: Update, context: Context) -> None:
    """Open an application that was sent back, filled in: a change of a business, or a registration."""
    tap = CorrectionTap.unpack(tapped_data(update))
    application = await applications.by_id(context.session, application_id=tap.application_id)
    if application.kind is ApplicationKind.CHANGE:
        await _correct(context, application)
        return
    await registration.correct(context, tap.application_id)


async def _correct(context: Context, application: Application) -> None:
    """Open a change that was sent back; what was corrected already stays."""
    form = await editing.to_correct(context.session, application=application, person=context.person)
    draft = await drafts.current(context.session, person=context.person)
    if draft is not None and _corrects(draft, application):
        context.send(await step(context, draft))
        return
    context.send(await _open(context, form))


def _corrects(draft: Draft, application: Application) -> bool:
    under_way = draft.dialogue is Dialogue.BUSINESS and draft.step != card_views.AWAY
    return under_way and EditForm.of(draft).application_id == application.id


async def _open(context: Context, form: Form) -> Message:
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.BUSINESS,
        step=Step.REVIEW,
        data=EditForm.read({**form.write(), "before": form}).write(),
        now=context.now,
    )
    return with_loss(context.reader, await step(context, draft), before=before, now=draft)


def business_of(draft: Draft) -> int:
    """Tell which business (id) is edited."""
    return EditForm.of(draft).editing or 0


async def step(context: Context, draft: Draft) -> Message:
    """Make the message of the step where editing stands."""
    sheet = await steps.sheet(context, draft)
    if draft.step != Step.REVIEW:
        return step_views.step(context.reader, sheet)
    member = await businesses.by_id(context.session, member_id=sheet.form.editing or 0)
    edited = views.Edited(
        sheet=sheet,
        before=EditForm.of(draft).before,
        known_by=await changes.identity(context.session, member=member),
        waiting=await changes.under_way(context.session, member_id=sheet.form.editing or 0),
    )
    return views.review(context.reader, edited)


async def hear(update: Update, context: Context, draft: Draft) -> None:
    """Hear what is typed or shared at a step."""
    await steps.hear(update, context, draft, show=step)


async def take(context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take a button of the step under way; older ones get StepPassed."""
    form, stands = Form.of(draft), Step(draft.step)
    if tap.verb != step_views.stage(draft.step, form):
        raise StepPassed
    if stands is Step.REVIEW and tap.value == step_views.SUBMIT:
        await _save(context, draft, form)
    else:
        await steps.move(context, draft, await steps.take(context, form, stands, tap.value), show=step)


async def _save(context: Context, draft: Draft, form: Form) -> None:
    before = EditForm.of(draft).before
    saved = await editing.save(context.session, form=form, before=before, person=context.person, now=context.now)
    await drafts.discard(context.session, person=context.person)
    context.notice(card_views.is_saved(context.reader, sent=saved.application is not None))
    heading = card_views.saved(
        context.reader,
        changed=bool(saved.changed),
        application=saved.application,
        withdrawn=saved.withdrawn,
    )
    await show_card(context, form.editing or 0, heading=heading)
