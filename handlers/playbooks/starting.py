"""Starting a playbook on an incident: who would do what is shown, can be changed, and counts with one tap."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, number_of
from handlers.frame.views.dialogues import buttons_only, with_loss
from handlers.frame.views.message import Button, Message
from handlers.playbooks.forms import StartForm
from handlers.playbooks.runs import show_run
from handlers.playbooks.taps import PlaybookOffersTap, PlaybookStartTap
from handlers.playbooks.views import starting as views
from models.drafts import Dialogue, Draft
from models.identity import id_of
from models.incidents import Incident
from models.scripts import ScriptStep
from services.ground import drafts
from services.ground.drafts import DraftGone, StepPassed
from services.incidents import lifecycle as incidents
from services.playbooks import naming, proposing, runs
from services.playbooks.proposing import ReadyMember
from services.scripts import versions

OWNERS, CHOOSE = "owners", "choose"


async def offer(context: Context, incident: Incident) -> Sequence[Button]:
    """Offer the playbooks of an incident: to start one, or to look at those that were."""
    label = context.reader.label("playbook-button-offers")
    return (Button(label, PlaybookOffersTap(id_of(incident), 0).pack()),)


async def hand_over(context: Context, incident: Incident) -> Sequence[str]:
    """Tell whoever takes over the command of an incident how far the playbooks are that are under way."""
    started = await runs.of_incident(context.session, incident_id=id_of(incident))
    going = [run for run, _ in started if run.ended_at is None]
    sheets = [await runs.sheet(context.session, run_id=id_of(run)) for run in going]
    return views.handover(context.reader, sheets)


async def left_open(context: Context, incident: Incident) -> Sequence[str]:
    """Tell whoever ends an incident which playbooks are under way: they stop with it."""
    started = await runs.of_incident(context.session, incident_id=id_of(incident))
    return views.left_open(context.reader, len([run for run, _ in started if run.ended_at is None]))


@allow(COORDINATORS)
async def on_offers(update: Update, context: Context) -> None:
    """Show which playbooks fit an incident, and which are under way."""
    tap = PlaybookOffersTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    fitting = await proposing.fitting(context.session, incident=incident, now=context.now)
    started = await runs.of_incident(context.session, incident_id=tap.incident_id)
    context.show(views.offers(context.reader, incident, fitting, started, page=tap.page))


@allow(COORDINATORS)
async def on_start(update: Update, context: Context) -> None:
    """Begin to start a playbook: propose who does what."""
    tap = PlaybookStartTap.unpack(tapped_data(update))
    await runs.may_start(context.session, script_id=tap.script_id, incident_id=tap.incident_id)
    helping = await proposing.ready(context.session, incident_id=tap.incident_id)
    steps = await versions.steps_of(context.session, script_id=tap.script_id)
    proposed = proposing.owners(helping, steps)
    owners = {step_id: id_of(one.member) for step_id, one in proposed.items()}
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.PLAYBOOK,
        step=OWNERS,
        data=StartForm(tap.incident_id, tap.script_id, owners).write(),
        now=context.now,
    )
    context.show(with_loss(context.reader, await _step(context, draft), before=before, now=draft))


async def _step(context: Context, draft: Draft) -> Message:
    """Make the message of the step where the dialogue stands."""
    form = StartForm.of(draft)
    steps = await versions.steps_of(context.session, script_id=form.script_id)
    helping = await proposing.ready(context.session, incident_id=form.incident_id)
    if draft.step == CHOOSE:
        step = _of(steps, form.step_id)
        names = await naming.names_of(context.session, steps=[step])
        return views.choose(context.reader, draft, form, step, helping, names, context.now)
    return views.preview(
        context.reader,
        draft,
        form,
        await versions.by_id(context.session, script_id=form.script_id),
        await incidents.by_id(context.session, incident_id=form.incident_id),
        steps,
        _by_id(helping),
        await naming.names_of(context.session, steps=steps),
    )


def _by_id(helping: Sequence[ReadyMember]) -> Mapping[int, ReadyMember]:
    return {id_of(one.member): one for one in helping}


def _of(steps: Sequence[ScriptStep], step_id: int) -> ScriptStep:
    found = next((step for step in steps if step.id == step_id), None)
    if found is None:
        raise DraftGone
    return found


@allow(COORDINATORS)
async def on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take the buttons of the dialogue."""
    form = StartForm.of(draft)
    match tap.verb:
        case "start" if draft.step == OWNERS:
            await _start(update, context, form)
            return
        case "page":
            _go(context, draft, draft.step, form, page=number_of(tap.value))
        case "step" if draft.step == OWNERS:
            _go(context, draft, CHOOSE, form, page=0, step_id=number_of(tap.value))
        case "owner" if draft.step == CHOOSE:
            await _choose(context, draft, form, number_of(tap.value))
        case "back" if draft.step == CHOOSE:
            _go(context, draft, OWNERS, form, page=0)
        case _:
            raise StepPassed
    context.show(await _step(context, draft))


def _go(context: Context, draft: Draft, step: str, form: StartForm, **changed: Any) -> None:
    drafts.go(draft, step=step, now=context.now, form=replace(form, **changed))


async def _choose(context: Context, draft: Draft, form: StartForm, member_id: int) -> None:
    """Keep who is to do a step: a business that is ready now, the one that is named for it, or the office."""
    helping = await proposing.ready(context.session, incident_id=form.incident_id)
    step = _of(await versions.steps_of(context.session, script_id=form.script_id), form.step_id)
    if member_id not in (views.OFFICE, step.member_id) and member_id not in _by_id(helping):
        raise DraftGone
    _go(context, draft, OWNERS, form, page=0, owners={**form.owners, form.step_id: member_id})


async def _start(update: Update, context: Context, form: StartForm) -> None:
    """Start the playbook as the preview shows it; the preview turns into the page of the run."""
    run = await runs.start(
        context.session,
        script_id=form.script_id,
        incident_id=form.incident_id,
        owners={step_id: member_id or None for step_id, member_id in form.owners.items()},
        by=context.person,
        now=context.now,
    )
    await drafts.discard(context.session, person=context.person)
    context.notice(context.reader.label("playbook-started"))
    await show_run(update, context, id_of(run))


@allow(COORDINATORS)
async def on_message(_update: Update, context: Context, draft: Draft) -> None:
    """Ask for a button to be tapped: nothing is written here."""
    context.show(buttons_only(context.reader, await _step(context, draft)))


CONVERSATION = Conversation(on_message=on_message, on_tap=on_tap, step=_step)
