"""The dialogue by which a drill is planned: its script, its moment, who takes part, whether they know of it."""

from dataclasses import replace

from telegram import Update

from handlers.drills import boards
from handlers.drills.forms import PlanForm
from handlers.drills.views import plans as views
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import attached, words_of
from handlers.frame.context import Context
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, TapUnreadable, number_of
from handlers.frame.views.dialogues import BACK, buttons_only, with_loss
from handlers.frame.views.message import Message
from models.drafts import Dialogue, Draft
from models.members import Sector
from models.scripts import ScriptKind
from services.drills import people, planning
from services.drills.planning import DrillPlan
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.notation.moments import read_moment
from services.scripts import versions

SCRIPT, WHEN, CIRCLE, TOLD, YEARLY, PREVIEW = views.STEPS
CIRCLES = {"all": None, **{sector.value: sector for sector in Sector}}
YES_OR_NO = {"yes": True, "no": False}


async def begin(context: Context) -> None:
    """Begin to plan a drill."""
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.DRILL,
        step=SCRIPT,
        data=PlanForm().write(),
        now=context.now,
    )
    context.show(with_loss(context.reader, await _step(context, draft), before=before, now=draft))


async def _step(context: Context, draft: Draft) -> Message:
    """Ask what is still to be said, or show all of it."""
    form, session = PlanForm.of(draft), context.session
    if draft.step == SCRIPT:
        listed = await versions.listed(session, kind=ScriptKind.DRILL)
        return views.ask_script(context.reader, draft, [one for one in listed if one.saved_at is not None])
    if draft.step == CIRCLE:
        sizes = {
            word: len(await people.in_circle(session, sector=sector, now=context.now))
            for word, sector in CIRCLES.items()
        }
        return views.ask_circle(context.reader, draft, sizes)
    if draft.step == PREVIEW:
        members = await people.in_circle(session, sector=form.sector, now=context.now)
        steps = await versions.steps_of(session, script_id=form.script_id)
        return views.preview(context.reader, draft, form, members=len(members), steps=steps)
    return views.ask(context.reader, draft)


@allow(COORDINATORS)
async def _on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear the moment; everything else has buttons."""
    text = words_of(update.effective_message)
    if draft.step != WHEN or not text or text.startswith("/") or attached(update.effective_message):
        context.show(buttons_only(context.reader, await _step(context, draft)))
        return
    moment = read_moment(text, now=context.now, time_zone=context.office.time_zone)
    planning.check_moment(moment, now=context.now)
    await _go(context, draft, replace(PlanForm.of(draft), starts_at=moment))


async def _go(context: Context, draft: Draft, form: PlanForm) -> None:
    """Go on to the next step."""
    following = views.STEPS[views.STEPS.index(draft.step) + 1]
    drafts.go(draft, step=following, now=context.now, form=form)
    context.show(await _step(context, draft))


@allow(COORDINATORS)
async def _on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take what a button says, or go back a step."""
    form = PlanForm.of(draft)
    if tap.verb == BACK and draft.step != SCRIPT:
        drafts.go(draft, step=views.STEPS[views.STEPS.index(draft.step) - 1], now=context.now)
        context.show(await _step(context, draft))
        return
    if tap.verb != draft.step:
        raise StepPassed
    if draft.step == PREVIEW:
        await _plan(update, context, draft, form)
    else:
        await _go(context, draft, await _taken(context, draft.step, form, tap.value))


async def _taken(context: Context, step: str, form: PlanForm, value: str) -> PlanForm:
    """Give the form with what a button says at a step; raises TapUnreadable for what is none of its buttons."""
    if step == SCRIPT:
        script = await versions.usable(context.session, script_id=number_of(value))
        if script.kind is not ScriptKind.DRILL:
            raise TapUnreadable
        return replace(form, script_id=number_of(value), title=script.title)
    if step == CIRCLE and value in CIRCLES:
        return replace(form, sector=CIRCLES[value])
    if step == TOLD and value in YES_OR_NO:
        return replace(form, announced=YES_OR_NO[value])
    if step == YEARLY and value in YES_OR_NO:
        return replace(form, yearly=YES_OR_NO[value])
    raise TapUnreadable


async def _plan(update: Update, context: Context, draft: Draft, form: PlanForm) -> None:
    """Plan the drill as the preview shows it, and show its board."""
    if form.starts_at is None:
        raise StepPassed
    said = DrillPlan(form.script_id, form.starts_at, form.sector, announced=form.announced, yearly=form.yearly)
    drill = await planning.plan(
        context.session,
        said=said,
        draft_key=f"{context.person.id}:{draft.key}",
        by=context.person,
        now=context.now,
        time_zone=context.office.time_zone,
    )
    await drafts.discard(context.session, person=context.person)
    context.notice(views.planned(context.reader, drill))
    await boards.show(update, context, drill)


CONVERSATION = Conversation(on_message=_on_message, on_tap=_on_tap, step=_step)
