"""Playbooks under way as coordinators see them: the page of a run, its steps, and what is done about them."""

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, keep_tapped, tapped_data
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.playbooks.taps import (
    RunPauseTap,
    RunStepDoneTap,
    RunStepGiveTap,
    RunStepOwnersTap,
    RunStepTap,
    RunStepUndoneTap,
    RunTap,
    RunWish,
)
from handlers.playbooks.views import runs as views
from models.identity import id_of
from services.outbox.deliveries import Claimed
from services.people import accounts, businesses
from services.playbooks import naming, proposing, runs
from services.playbooks.kinds import PLAYBOOK_RUN, PLAYBOOK_STEP, PastDeadline
from services.scripts import running


async def show_run(update: Update, context: Context, run_id: int, *, number: int = 0) -> None:
    """Show the page of a run in the place of the tapped message; its first page is kept true from now on."""
    sheet = await runs.sheet(context.session, run_id=run_id)
    context.show(views.page(context.reader, sheet, number=number, now=context.now))
    if number == 0:
        await keep_tapped(update, context, kind=PLAYBOOK_RUN, subject_id=run_id)


async def show_step(update: Update, context: Context, run_step_id: int) -> None:
    """Show a step in the place of the tapped message, and keep it true from now on."""
    message = await _step_message(Occasion(context.session, context.office, context.now), context.reader, run_step_id)
    context.show(message)
    await keep_tapped(update, context, kind=PLAYBOOK_STEP, subject_id=run_step_id)


async def _step_message(occasion: Occasion, reader: Reader, run_step_id: int) -> Message:
    session = occasion.session
    one = await running.by_id(session, run_step_id=run_step_id)
    sheet = await runs.sheet(session, run_id=id_of(one.run))
    by = one.row.done_by_id
    return views.step(
        reader,
        sheet,
        one,
        done_by=reader.known_as(await businesses.registered_name_of(session, person_id=by)) if by is not None else "",
        proposed=await proposing.now_for(session, one=one),
        lost=await runs.lost_doer(session, one=one),
        now=occasion.now,
    )


@allow(COORDINATORS)
async def on_run(update: Update, context: Context) -> None:
    """Show where the steps of a run stand."""
    tap = RunTap.unpack(tapped_data(update))
    await show_run(update, context, tap.run_id, number=tap.page)


@allow(COORDINATORS)
async def on_step(update: Update, context: Context) -> None:
    """Show a step whole, with what can be done about it."""
    await show_step(update, context, RunStepTap.unpack(tapped_data(update)).run_step_id)


@allow(COORDINATORS)
async def on_done(update: Update, context: Context) -> None:
    """Keep that the office did a step."""
    tap = RunStepDoneTap.unpack(tapped_data(update))
    one = await runs.finish(context.session, run_step_id=tap.run_step_id, by=context.person, now=context.now)
    context.notice(context.reader.label("playbook-done", number=one.row.place))
    await show_step(update, context, tap.run_step_id)


@allow(COORDINATORS)
async def on_undone(update: Update, context: Context) -> None:
    """Keep that the office did not do a step: it is to be done again."""
    tap = RunStepUndoneTap.unpack(tapped_data(update))
    one = await runs.undo(context.session, run_step_id=tap.run_step_id, by=context.person, now=context.now)
    context.notice(context.reader.label("playbook-undone", number=one.row.place))
    await show_step(update, context, tap.run_step_id)


@allow(COORDINATORS)
async def on_owners(update: Update, context: Context) -> None:
    """List the businesses to which a step can be given."""
    tap = RunStepOwnersTap.unpack(tapped_data(update))
    one = await runs.due_step(context.session, run_step_id=tap.run_step_id)
    helping = await proposing.for_step(context.session, one=one)
    names = await naming.names_of(context.session, steps=[one.step])
    context.show(views.owners(context.reader, one, helping, names=names, number=tap.page, now=context.now))


@allow(COORDINATORS)
async def on_give(update: Update, context: Context) -> None:
    """Give a step to a business, as a task."""
    tap = RunStepGiveTap.unpack(tapped_data(update))
    task = await runs.give(
        context.session,
        run_step_id=tap.run_step_id,
        member_id=tap.member_id,
        by=context.person,
        now=context.now,
        time_zone=context.office.time_zone,
    )
    member = await businesses.by_id(context.session, member_id=task.member_id)
    context.notice(context.reader.label("task-given", code=task.code, member=member.name))
    await show_step(update, context, tap.run_step_id)


@allow(COORDINATORS)
async def on_pause(update: Update, context: Context) -> None:
    """Let a run rest, or go on."""
    tap = RunPauseTap.unpack(tapped_data(update))
    run = await running.run_by_id(context.session, run_id=tap.run_id)
    change = running.pause if tap.wish is RunWish.REST else running.go_on
    if await change(context.session, run=run, by=context.person, now=context.now):
        await runs.redraw_run(context.session, run=run, now=context.now)
    await show_run(update, context, tap.run_id)


async def compose_step(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make the card of a step for a coordinator: one that was settled before it was sent is not sent any more."""
    if claimed.subject_id is None or not await _coordinates(occasion, claimed):
        return None
    one = await running.by_id(occasion.session, run_step_id=claimed.subject_id)
    if not claimed.is_edit and (one.row.task_id is not None or one.row.done_at is not None):
        return None
    message = await _step_message(occasion, reader, claimed.subject_id)
    is_late = claimed.read(PastDeadline) is not None and runs.is_overdue(one, now=occasion.now)
    return views.reminding(reader, message) if is_late else message


async def compose_run(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make the page of a run that a coordinator opened."""
    if claimed.subject_id is None or not await _coordinates(occasion, claimed):
        return None
    sheet = await runs.sheet(occasion.session, run_id=claimed.subject_id)
    return views.page(reader, sheet, number=0, now=occasion.now)


async def _coordinates(occasion: Occasion, claimed: Claimed) -> bool:
    return claimed.person_id in {id_of(person) for person in await accounts.coordinators(occasion.session)}
