"""The dialogue by which a drill is planned: its script, its moment, who takes part, whether they know of it."""

from collections.abc import Sequence
from dataclasses import replace

from telegram import Update

from handlers.drills import boards, changing
from handlers.drills.forms import PlanForm
from handlers.drills.taps import DrillChange, DrillChangeTap
from handlers.drills.views import plans as views
from handlers.drills.views.lines import circle_name
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import attached, words_of
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, TapUnreadable, number_of
from handlers.frame.views.dialogues import BACK, buttons_only, with_loss, words_only
from handlers.frame.views.message import Message
from models.drafts import Dialogue, Draft
from models.identity import id_of
from models.members import Sector
from models.scripts import ScriptKind
from services.drills import joining, people, planning
from services.drills.people import DrillCircle
from services.drills.planning import CommunesUnread, DrillPlan
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.notation.moments import read_moment
from services.notation.spelling import tidy_line
from services.places import choosing
from services.scripts import versions

SCRIPT, WHEN, CIRCLE, TOLD, YEARLY, PREVIEW = views.STEPS
ADD = changing.ADD
TYPED = (WHEN, CIRCLE, ADD)
OFFERED, LONGEST_ASKED = 4, 100
CIRCLES = {"all": None, **{sector.value: sector for sector in Sector}}
YES_OR_NO = {"yes": True, "no": False}


async def begin(context: Context) -> None:
    """Begin to plan a drill."""
    await _begin(context, SCRIPT, PlanForm())


async def _begin(context: Context, step: str, form: PlanForm) -> None:
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.DRILL,
        step=step,
        data=form.write(),
        now=context.now,
    )
    context.show(with_loss(context.reader, await _step(context, draft), before=before, now=draft))


@allow(COORDINATORS)
async def on_change(update: Update, context: Context) -> None:
    """Begin to ask for what is to be changed of a drill that is planned or running."""
    tap = DrillChangeTap.unpack(tapped_data(update))
    if tap.verb is DrillChange.ADD:
        await joining.open_to(context.session, drill_id=tap.drill_id)
    else:
        await planning.still_planned(context.session, drill_id=tap.drill_id)
    await _begin(context, tap.verb, PlanForm(drill_id=tap.drill_id))


async def _name(context: Context, circle: DrillCircle) -> str:
    as_in = await planning.code_of(context.session, drill_id=circle.as_in_id)
    return circle_name(context.reader, circle, as_in=as_in)


async def _step(context: Context, draft: Draft) -> Message:
    """Ask what is still to be said, or show all of it."""
    form, session = PlanForm.of(draft), context.session
    if draft.step == SCRIPT:
        listed = await versions.listed(session, kind=ScriptKind.DRILL)
        return views.ask_script(context.reader, draft, [one for one in listed if one.saved_at is not None])
    if draft.step == CIRCLE:
        return views.ask_circle(context.reader, draft, await _choices(context, form))
    if draft.step == PREVIEW:
        members = await people.in_circle(session, circle=form.circle, now=context.now)
        steps = await versions.steps_of(session, script_id=form.script_id)
        said = views.PlanSaid(form, await _name(context, form.circle), len(members), steps)
        return views.preview(context.reader, draft, said, now=context.now)
    if draft.step == ADD:
        return await changing.ask_business(context, draft, form)
    return views.ask(context.reader, draft, form, now=context.now)


async def _choices(context: Context, form: PlanForm) -> Sequence[views.Choice]:
    """List the circles that have a button, each with its size: what was typed first, then all, sectors, last time's."""
    session, circles = context.session, {f"c{code}": DrillCircle(communes=(code,)) for code in form.offered}
    if len(form.offered) > 1:
        circles["c"] = DrillCircle(communes=form.offered)
    if not form.offered:
        circles |= {word: DrillCircle(sector) for word, sector in CIRCLES.items()}
        last = await planning.latest(session)
        circles |= {"last": DrillCircle(as_in_id=id_of(last))} if last is not None else {}
    return [
        views.Choice(
            word,
            await _name(context, circle),
            len(await people.in_circle(session, circle=circle, now=context.now)),
        )
        for word, circle in circles.items()
    ]


@allow(COORDINATORS)
async def _on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear the moment, the communes, or the business that is looked for; everything else has buttons."""
    text, form = words_of(update.effective_message), PlanForm.of(draft)
    if draft.step not in TYPED or attached(update.effective_message):
        context.show(buttons_only(context.reader, await _step(context, draft)))
    elif not text or text.startswith("/"):
        context.show(words_only(context.reader, await _step(context, draft)))
    elif draft.step == CIRCLE:
        offer = choosing.offered(text, province_code=context.office.province_code)
        codes = tuple(one.code for one in offer.communes)
        if not codes:
            raise CommunesUnread
        drafts.go(draft, step=CIRCLE, now=context.now, form=replace(form, offered=codes[:OFFERED]))
        context.show(await _step(context, draft))
    elif draft.step == ADD:
        drafts.go(draft, step=ADD, now=context.now, form=replace(form, asked=tidy_line(text)[:LONGEST_ASKED]))
        context.show(await _step(context, draft))
    else:
        await _hear_moment(context, draft, form, text)


async def _hear_moment(context: Context, draft: Draft, form: PlanForm, text: str) -> None:
    moment = read_moment(text, now=context.now, time_zone=context.office.time_zone)
    planning.check_moment(moment, now=context.now)
    if form.drill_id:
        await changing.move(context, form, moment)
    else:
        await _go(context, draft, replace(form, starts_at=moment))


async def _go(context: Context, draft: Draft, form: PlanForm) -> None:
    """Go on to the next step."""
    following = views.STEPS[views.STEPS.index(draft.step) + 1]
    drafts.go(draft, step=following, now=context.now, form=form)
    context.show(await _step(context, draft))


@allow(COORDINATORS)
async def _on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take what a button says, or go back a step."""
    form = PlanForm.of(draft)
    if form.drill_id:
        await _on_change(update, context, draft, tap)
        return
    if tap.verb == BACK and draft.step == CIRCLE and form.offered:
        drafts.go(draft, step=CIRCLE, now=context.now, form=replace(form, offered=()))
        context.show(await _step(context, draft))
        return
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


async def _on_change(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take what a button says of a drill that is planned already."""
    form = PlanForm.of(draft)
    if tap.verb == BACK:
        await changing.leave(update, context, form)
    elif tap.verb != draft.step:
        raise StepPassed
    elif draft.step == CIRCLE:
        await changing.change_circle(update, context, await _taken(context, CIRCLE, form, tap.value))
    elif draft.step == ADD:
        await changing.add(update, context, form, number_of(tap.value))
    else:
        raise TapUnreadable


async def _taken(context: Context, step: str, form: PlanForm, value: str) -> PlanForm:
    """Give the form with what a button says at a step; raises TapUnreadable for what is none of its buttons."""
    if step == SCRIPT:
        script = await versions.usable(context.session, script_id=number_of(value))
        if script.kind is not ScriptKind.DRILL:
            raise TapUnreadable
        return replace(form, script_id=number_of(value), title=script.title)
    if step == CIRCLE:
        return form.within(await _circle(context, form, value))
    if step == TOLD and value in YES_OR_NO:
        return replace(form, announced=YES_OR_NO[value])
    if step == YEARLY and value in YES_OR_NO:
        return replace(form, yearly=YES_OR_NO[value])
    raise TapUnreadable


async def _circle(context: Context, form: PlanForm, value: str) -> DrillCircle:
    if value in CIRCLES:
        return DrillCircle(CIRCLES[value])
    if value == "c" and form.offered:
        return DrillCircle(communes=form.offered)
    if value[:1] == "c" and value[1:] in form.offered:
        return DrillCircle(communes=(value[1:],))
    last = await planning.latest(context.session) if value == "last" else None
    if last is None:
        raise TapUnreadable
    return DrillCircle(as_in_id=id_of(last))


async def _plan(update: Update, context: Context, draft: Draft, form: PlanForm) -> None:
    """Plan the drill as the preview shows it, and show its board."""
    if form.starts_at is None:
        raise StepPassed
    said = DrillPlan(form.script_id, form.starts_at, form.circle, announced=form.announced, yearly=form.yearly)
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
