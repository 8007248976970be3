"""Changing a policy, part by part; it holds from the moment at which it is saved, after it was tried out."""

from dataclasses import replace

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap
from handlers.frame.views.dialogues import BACK, buttons_only, words_only
from handlers.policies import pages
from handlers.policies.forms import PolicyForm
from handlers.policies.views import pages as page_views
from handlers.policies.views import steps as views
from models.circles import WaveCircle
from models.drafts import Draft
from models.people import Role
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.notation.spelling import tidy_line
from services.policies import editing
from services.policies.simulation import Scenario
from services.policies.terms import Policy

# Where "back" leads from the steps that are not parts of the first.
BEFORE = {views.WAVE: views.WAVES, views.NUMBER: views.TIMES}


@allow(COORDINATORS)
async def _on_tap(_update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take a button of a change; each belongs to one step."""
    form = PolicyForm.of(draft)
    match draft.step, tap.verb:
        case step, verb if verb == BACK and step != views.HOME:
            await _go(context, draft, BEFORE.get(step, views.HOME), form)
        case views.HOME, views.PART if tap.value in views.PARTS:
            if tap.value == views.QUIET and form.policy.quiet is None:
                editing.check_quiet(form.severity)
            await _go(context, draft, tap.value, form)
        case views.HOME, views.TOLD:
            await _go(context, draft, views.HOME, form.saying(editing.toggled(form.policy, Role.OBSERVER)))
        case views.WAVES, views.SUGGESTED:
            await _go(context, draft, views.WAVES, form.saying(editing.with_suggested_waves(form.policy)))
        case views.WAVES, views.CIRCLE if tap.value in set(WaveCircle):
            await _go(context, draft, views.WAVE, replace(form, circle=WaveCircle(tap.value)))
        case views.TIMES, views.ITEM if tap.value in views.ITEMS:
            await _go(context, draft, views.NUMBER, replace(form, item=tap.value))
        case _, views.NONE:
            await _leave_out(context, draft, form)
        case views.TRY, views.SCENARIO if tap.value in set(Scenario):
            await _go(context, draft, views.TRY, replace(form, scenario=Scenario(tap.value)))
        case views.TRY, views.SAVE:
            await _save(context, form)
        case _:
            raise StepPassed


async def _go(context: Context, draft: Draft, step: str, form: PolicyForm) -> None:
    drafts.go(draft, step=step, now=context.now, form=form)
    context.show(await pages.step(context, draft))


async def _leave_out(context: Context, draft: Draft, form: PolicyForm) -> None:
    """Leave a part out of the policy: no reminders, no such wave, no quiet hours, no raising."""
    policy = form.policy
    match draft.step:
        case views.REMINDERS:
            without = replace(policy, reminders=())
        case views.WAVE:
            without = editing.without_wave(policy, form.circle)
        case views.QUIET:
            without = replace(policy, quiet=None)
        case views.RAISE:
            without = replace(policy, raise_after=None)
        case _:
            raise StepPassed
    await _go(context, draft, BEFORE.get(draft.step, views.HOME), form.saying(without))


async def _save(context: Context, form: PolicyForm) -> None:
    await editing.save(
        context.session,
        severity=form.severity,
        policy=form.policy,
        after=form.number,
        by=context.person,
        now=context.now,
    )
    await drafts.discard(context.session, person=context.person)
    context.notice(page_views.saved(context.reader))
    context.show(await pages.page(context, form.severity))


@allow(COORDINATORS)
async def _on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear numbers and hours; the other steps are answered by buttons."""
    message, form = update.effective_message, PolicyForm.of(draft)
    if draft.step not in views.WRITTEN:
        context.show(buttons_only(context.reader, await pages.step(context, draft)))
    elif message is None or not message.text or message.text.startswith("/"):
        context.show(words_only(context.reader, await pages.step(context, draft)))
    else:
        policy = _with_said(form, draft.step, tidy_line(message.text))
        await _go(context, draft, BEFORE.get(draft.step, views.HOME), form.saying(policy))


def _with_said(form: PolicyForm, step: str, said: str) -> Policy:
    """Read what was typed at a step into the policy; raises what `services/policies/editing.py` refuses."""
    match step:
        case views.REMINDERS:
            return replace(form.policy, reminders=editing.read_several(said))
        case views.WAVE:
            return editing.with_wave(form.policy, editing.read_wave(form.circle, said))
        case views.QUIET:
            return replace(form.policy, quiet=editing.read_quiet(said, severity=form.severity))
        case views.RAISE:
            return replace(form.policy, raise_after=editing.read_minutes(said))
        case _:
            return editing.with_number(form.policy, form.item, said)


CONVERSATION = Conversation(on_message=_on_message, on_tap=_on_tap, step=pages.step)
