"""Policies (`/chinhsach`): what happens by itself after an alert, by severity; shown, and tried out as they are."""

from datetime import datetime, timedelta

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.taps import TapUnreadable
from handlers.frame.views.dialogues import with_loss
from handlers.frame.views.message import Message
from handlers.policies.forms import PolicyForm
from handlers.policies.taps import PolicyTap
from handlers.policies.views import pages as views
from handlers.policies.views import steps as step_views
from models.drafts import Dialogue, Draft
from models.incidents import Severity
from services.ground import drafts
from services.policies import circles, editing, simulation, versions
from services.policies.simulation import Scenario
from services.policies.terms import Policy, written

# The hour of the night at which a trial begins.
TRIAL_HOUR = 3


@allow(COORDINATORS)
async def on_policies(_update: Update, context: Context) -> None:
    """List the policies, one for each severity (`/chinhsach`)."""
    policies = {one: await versions.current(context.session, severity=one) for one in Severity}
    context.show(views.policies(context.reader, policies))


@allow(COORDINATORS)
async def on_policy(update: Update, context: Context) -> None:
    """Show a policy, try it out as it is, or begin to change it."""
    tap = PolicyTap.unpack(tapped_data(update))
    policy = await versions.current(context.session, severity=tap.severity)
    match tap.verb:
        case views.SHOW:
            context.show(await page(context, tap.severity))
        case views.EDIT:
            await _begin(context, tap.severity, policy)
        case Scenario.SILENCE | Scenario.SOME:
            scenario = Scenario(tap.verb)
            context.show(
                views.trial_as_it_is(context.reader, tap.severity, await trial(context, tap.severity, policy, scenario))
            )
        case _:
            raise TapUnreadable


async def page(context: Context, severity: Severity) -> Message:
    """Make the page of a severity's policy."""
    policy = await versions.current(context.session, severity=severity)
    newest = await versions.newest(context.session, severity=severity)
    businesses = await circles.businesses(context.session)
    return views.policy(context.reader, severity, policy, newest, businesses=businesses)


async def trial(context: Context, severity: Severity, policy: Policy, scenario: Scenario) -> views.Trial:
    """Try a policy out on an alert of tomorrow night."""
    since = _tomorrow_night(context)
    zone = context.office.time_zone
    tried = simulation.tried(policy, scenario, severity=severity, since=since, time_zone=zone)
    flags, businesses = simulation.flags(policy, severity=severity), await circles.businesses(context.session)
    return views.Trial(policy, scenario, since, tried, flags, businesses)


def _tomorrow_night(context: Context) -> datetime:
    local = context.now.astimezone(context.office.time_zone) + timedelta(days=1)
    return local.replace(hour=TRIAL_HOUR, minute=0, second=0, microsecond=0)


async def _begin(context: Context, severity: Severity, policy: Policy) -> None:
    before = await drafts.current(context.session, person=context.person)
    number = await editing.number(context.session, severity=severity)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.POLICY,
        step=step_views.HOME,
        data=PolicyForm(severity, written(policy), number).write(),
        now=context.now,
    )
    context.show(with_loss(context.reader, await step(context, draft), before=before, now=draft))


async def step(context: Context, draft: Draft) -> Message:
    """Make the message of the step under way."""
    form = PolicyForm.of(draft)
    if draft.step == step_views.TRY:
        tried = await trial(context, form.severity, form.policy, form.scenario)
        return step_views.try_out(context.reader, draft, tried)
    return step_views.step(context.reader, draft, form)
