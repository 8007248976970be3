"""Changing playbooks by buttons: a version is begun, its steps moved and taken out, then saved or dropped."""

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from handlers.playbooks import scripts, writing
from handlers.playbooks.taps import RetiredTap, ScriptActTap, ScriptNewTap, ScriptVerb, StepActTap, StepVerb
from handlers.playbooks.views import editing as views
from handlers.playbooks.views import scripts as script_views
from models.identity import id_of
from models.scripts import ScriptKind
from services.scripts import versions
from services.scripts import writing as steps

ASKED_OF_SCRIPT = {ScriptVerb.ADD: writing.ADD, ScriptVerb.RENAME: writing.TITLE, ScriptVerb.TYPES: writing.TYPES}
ASKED_FIRST = (ScriptVerb.DROP, ScriptVerb.RETIRE)
BY = {StepVerb.UP: -1, StepVerb.DOWN: 1}


@allow(COORDINATORS)
async def on_new(update: Update, context: Context) -> None:
    """Begin a playbook of one's own."""
    ScriptNewTap.unpack(tapped_data(update))
    await writing.begin(context, writing.NEW)


@allow(COORDINATORS)
async def on_retired(update: Update, context: Context) -> None:
    """List the playbooks that are out of use."""
    tap = RetiredTap.unpack(tapped_data(update))
    listed = await versions.listed(context.session, kind=ScriptKind.PLAYBOOK, retired=True)
    context.show(script_views.retired(context.reader, listed, number=tap.page))


@allow(COORDINATORS)
async def on_script(update: Update, context: Context) -> None:
    """Do what is wished of a playbook; what cannot be undone is asked first."""
    tap = ScriptActTap.unpack(tapped_data(update))
    if tap.verb in ASKED_OF_SCRIPT:
        await versions.in_work(context.session, script_id=tap.script_id)
        await writing.begin(context, ASKED_OF_SCRIPT[tap.verb], script_id=tap.script_id)
    elif tap.verb in ASKED_FIRST:
        await _ask_first(context, tap)
    else:
        await _act(context, tap)


async def _ask_first(context: Context, tap: ScriptActTap) -> None:
    find = versions.in_work if tap.verb is ScriptVerb.DROP else versions.usable
    script = await find(context.session, script_id=tap.script_id)
    context.show(views.ask_first(context.reader, script, tap.verb))


async def _act(context: Context, tap: ScriptActTap) -> None:
    acts = {
        ScriptVerb.CHANGE: versions.begin_work,
        ScriptVerb.SAVE: versions.save,
        ScriptVerb.DROP_NOW: versions.drop,
        ScriptVerb.RETIRE_NOW: versions.retire,
        ScriptVerb.BRING_BACK: versions.bring_back,
    }
    script = await acts[tap.verb](context.session, script_id=tap.script_id, by=context.person, now=context.now)
    if tap.verb is not ScriptVerb.CHANGE:
        context.notice(context.reader.label(f"script-did-{tap.verb.replace('_', '-')}"))
    if script is None or tap.verb is ScriptVerb.RETIRE_NOW:
        await scripts.show_list(context, 0)
    else:
        await scripts.show(context, id_of(script))


@allow(COORDINATORS)
async def on_step(update: Update, context: Context) -> None:
    """Do what is wished of a step of the version that is worked on."""
    tap = StepActTap.unpack(tapped_data(update))
    step = await steps.step_by_id(context.session, step_id=tap.step_id)
    if tap.verb in BY:
        await steps.move(context.session, step_id=tap.step_id, places=BY[tap.verb], by=context.person, now=context.now)
        await scripts.show_step(context, step)
    elif tap.verb is StepVerb.OUT:
        context.show(views.ask_out(context.reader, step))
    elif tap.verb is StepVerb.OUT_NOW:
        script_id = await steps.take_out(context.session, step_id=tap.step_id, by=context.person, now=context.now)
        await scripts.show(context, script_id)
    else:
        await writing.begin(context, tap.verb, step_id=tap.step_id)
