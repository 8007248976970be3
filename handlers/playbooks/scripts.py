"""The office's playbooks (`/kichban`): which there are, and what each step says."""

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from handlers.playbooks.taps import PlaybookListTap, PlaybookStepTap, PlaybookTap
from handlers.playbooks.views import scripts as views
from models.identity import id_of
from models.scripts import ScriptKind, ScriptStep
from services.playbooks import naming, shipped_playbooks
from services.scripts import versions, writing


@allow(COORDINATORS)
async def on_list(_update: Update, context: Context) -> None:
    """List the playbooks (`/kichban`)."""
    await show_list(context, 0)


@allow(COORDINATORS)
async def on_list_tap(update: Update, context: Context) -> None:
    """Show a page of the playbooks in the place of the tapped message."""
    await show_list(context, PlaybookListTap.unpack(tapped_data(update)).page)


async def show_list(context: Context, number: int) -> None:
    """Show a page of the playbooks."""
    await shipped_playbooks.lay_down(context.session, now=context.now)
    listed = await versions.listed(context.session, kind=ScriptKind.PLAYBOOK)
    out_of_use = await versions.listed(context.session, kind=ScriptKind.PLAYBOOK, retired=True)
    context.show(views.listing(context.reader, listed, out_of_use=len(out_of_use), number=number))


@allow(COORDINATORS)
async def on_playbook(update: Update, context: Context) -> None:
    """Show a version with its steps."""
    tap = PlaybookTap.unpack(tapped_data(update))
    await show(context, tap.script_id, number=tap.page)


async def show(context: Context, script_id: int, *, number: int = 0) -> None:
    """Show a version with its steps, in the place of the tapped message."""
    script = await versions.by_id(context.session, script_id=script_id)
    steps = await versions.steps_of(context.session, script_id=script_id)
    names = await naming.names_of(context.session, steps=steps)
    worked_on = await versions.worked_on(context.session, kind=script.kind, name=script.name)
    context.show(views.checklist(context.reader, script, steps, names=names, worked_on=worked_on, number=number))


@allow(COORDINATORS)
async def on_step(update: Update, context: Context) -> None:
    """Show a step whole."""
    step = await writing.any_step(context.session, step_id=PlaybookStepTap.unpack(tapped_data(update)).step_id)
    await show_step(context, step)


async def show_step(context: Context, step: ScriptStep) -> None:
    """Show a step whole, in the place of the tapped message."""
    script = await versions.by_id(context.session, script_id=step.script_id)
    names = await naming.names_of(context.session, steps=[step])
    files = await writing.files_of(context.session, step_id=id_of(step))
    context.show(views.step(context.reader, script, step, names=names, files=files))
