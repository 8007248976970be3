"""Changing a duty roster: hours by ready-made choices or day by day, people week by week or in an order."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from telegram import Update

from handlers.duty import rota as room
from handlers.duty import views
from handlers.duty.forms import DutyForm, minutes, of_day
from handlers.frame.access import allow
from handlers.frame.context import Context
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, TapUnreadable, number_of
from handlers.frame.views.dialogues import BACK, buttons_only, words_only
from handlers.frame.views.message import Message
from models.drafts import Draft
from services.duty import rota
from services.duty.hours import OFFICE_HOURS, read_spans
from services.duty.rota import NotForDuty
from services.duty.watchers import AROUND_THE_CLOCK, Hours, Spans
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.notation.spelling import tidy_line

READY_MADE: dict[str, Hours] = {views.ALWAYS: AROUND_THE_CLOCK, views.OFFICE: OFFICE_HOURS}
# Where "back" leads from the steps that are not the first of their part.
BEFORE = {views.DAYS: views.HOURS, views.DAY: views.DAYS, views.WHO: views.WEEKS}


@allow(room.REPRESENTATIVES)
async def _on_tap(_update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take a button of a change; each belongs to one step."""
    await room.spoken_for(context, DutyForm.of(draft).member_id)
    match draft.step, tap.verb:
        case _, verb if verb in (BACK, views.DONE):
            await _go_back(context, draft)
        case views.HOURS, views.PRESET:
            await _take_preset(context, draft, tap.value)
        case views.DAYS, _:
            await _take_days(context, draft, tap)
        case views.DAY, views.SPAN:
            await _keep_spans(context, draft, _chosen(tap.value))
        case views.WEEKS, views.WEEK:
            _keep(context, draft, views.WHO, replace(DutyForm.of(draft), week=_monday(context, tap.value), page=0))
            await _show(context, draft)
        case views.WHO | views.ORDER, views.PAGE:
            _keep(context, draft, draft.step, replace(DutyForm.of(draft), page=number_of(tap.value)))
            await _show(context, draft)
        case views.WHO, views.PERSON:
            await _assign(context, draft, number_of(tap.value) or None)
        case views.ORDER, _:
            await _take_order(context, draft, tap)
        case views.CLEAR, views.CLEAR:
            await _clear(context, draft)
        case _:
            raise StepPassed


def _keep(context: Context, draft: Draft, step: str, form: DutyForm) -> None:
    drafts.go(draft, step=step, now=context.now, form=form)


async def _show(context: Context, draft: Draft) -> None:
    context.show(await room.step(context, draft))


async def _go_back(context: Context, draft: Draft) -> None:
    """Go one step back; from the first one, and when all is done, to the roster."""
    if draft.step not in BEFORE:
        await _close(context, draft)
        return
    drafts.go(draft, step=BEFORE[draft.step], now=context.now)
    await _show(context, draft)


async def _close(context: Context, draft: Draft) -> None:
    """Show the roster as it stands now."""
    member = await room.spoken_for(context, DutyForm.of(draft).member_id)
    await drafts.discard(context.session, person=context.person)
    context.show(await room.page(context, member))


async def _take_preset(context: Context, draft: Draft, value: str) -> None:
    """Keep ready-made hours at once, or begin to set each day from the hours that hold now."""
    member = await room.spoken_for(context, DutyForm.of(draft).member_id)
    if value == views.DAYS:
        held = (await room.roster_of(context, member)).hours
        _keep(context, draft, views.DAYS, replace(DutyForm.of(draft), hours=minutes(held)))
        await _show(context, draft)
    elif value in READY_MADE:
        await _set_hours(context, draft, READY_MADE[value])
    else:
        raise TapUnreadable


async def _set_hours(context: Context, draft: Draft, hours: Hours) -> None:
    member = await room.spoken_for(context, DutyForm.of(draft).member_id)
    await rota.set_hours(context.session, member=member, hours=hours, by=context.person, now=context.now)
    context.notice(views.hours_kept(context.reader))
    await _close(context, draft)


async def _take_days(context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Open a day, let the working days be like Monday, or keep the week's hours."""
    form = DutyForm.of(draft)
    if tap.verb == views.SAVE:
        await _set_hours(context, draft, form.spans)
    elif tap.verb == views.COPY:
        others = {weekday: held for weekday, held in form.hours.items() if weekday not in range(5)}
        monday = form.hours.get(0)
        like_monday = dict.fromkeys(range(5), monday) if monday else {}
        _keep(context, draft, views.DAYS, replace(form, hours={**others, **like_monday}))
        await _show(context, draft)
    elif tap.verb == views.DAY and tap.value in map(str, range(7)):
        _keep(context, draft, views.DAY, replace(form, day=number_of(tap.value)))
        await _show(context, draft)
    else:
        raise StepPassed


def _chosen(value: str) -> Spans:
    """Give the hours of a ready-made choice for one day; raises TapUnreadable."""
    if value not in views.SPANS:
        raise TapUnreadable
    return views.SPANS[value]


async def _keep_spans(context: Context, draft: Draft, spans: Spans) -> None:
    """Put the hours of a day down in the draft; they hold when the week is kept."""
    form = DutyForm.of(draft)
    hours = {weekday: held for weekday, held in form.hours.items() if weekday != form.day}
    if spans:
        hours[form.day] = of_day(spans)
    _keep(context, draft, views.DAYS, replace(form, hours=hours))
    await _show(context, draft)


def _monday(context: Context, value: str) -> str:
    """Give the Monday of a week that can be set back; raises NotForDuty."""
    if value not in map(str, rota.coming(context.now, context.office.time_zone)):
        raise NotForDuty
    return value


async def _assign(context: Context, draft: Draft, person_id: int | None) -> None:
    """Put somebody on duty for the week that is open, or nobody."""
    member = await room.spoken_for(context, DutyForm.of(draft).member_id)
    await rota.assign(
        context.session,
        member=member,
        weeks={date.fromisoformat(DutyForm.of(draft).week): person_id},
        by=context.person,
        now=context.now,
        time_zone=context.office.time_zone,
    )
    drafts.go(draft, step=views.WEEKS, now=context.now)
    await _show(context, draft)


async def _take_order(context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Add somebody to the order, begin it anew, or fill the coming weeks by it."""
    form = DutyForm.of(draft)
    order = form.order
    if tap.verb == views.PERSON:
        chosen = await _one_of_them(context, draft, number_of(tap.value))
        # Tapped once more, somebody is taken out again.
        changed = tuple(one for one in order if one != chosen) if chosen in order else (*order, chosen)
        _keep(context, draft, views.ORDER, replace(form, order=changed))
        await _show(context, draft)
    elif tap.verb == views.AGAIN:
        _keep(context, draft, views.ORDER, replace(form, order=()))
        await _show(context, draft)
    elif tap.verb == views.APPLY:
        await _rotate(context, draft, order)
    else:
        raise StepPassed


async def _one_of_them(context: Context, draft: Draft, person_id: int) -> int:
    """Give the person back if they speak for the business; raises NotForDuty for anybody else."""
    roster = await room.roster_of(context, await room.spoken_for(context, DutyForm.of(draft).member_id))
    if person_id not in [one.person_id for one in roster.people]:
        raise NotForDuty
    return person_id


async def _rotate(context: Context, draft: Draft, order: Sequence[int]) -> None:
    member = await room.spoken_for(context, DutyForm.of(draft).member_id)
    await rota.rotate(
        context.session,
        member=member,
        order=order,
        by=context.person,
        now=context.now,
        time_zone=context.office.time_zone,
    )
    context.notice(views.order_kept(context.reader))
    await _close(context, draft)


async def _clear(context: Context, draft: Draft) -> None:
    member = await room.spoken_for(context, DutyForm.of(draft).member_id)
    await rota.clear(
        context.session, member=member, by=context.person, now=context.now, time_zone=context.office.time_zone
    )
    context.notice(views.cleared(context.reader))
    await _close(context, draft)


@allow(room.REPRESENTATIVES)
async def _on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear the hours of a day; the other steps are answered by buttons."""
    message = update.effective_message
    if draft.step != views.DAY:
        context.show(buttons_only(context.reader, await room.step(context, draft)))
    elif message is None or not message.text or message.text.startswith("/"):
        context.show(words_only(context.reader, await room.step(context, draft)))
    else:
        await _keep_spans(context, draft, read_spans(tidy_line(message.text)))


async def _leave(context: Context, _draft: Draft) -> Message:
    return views.stopped(context.reader)


CONVERSATION = Conversation(on_message=_on_message, on_tap=_on_tap, step=room.step, leave=_leave)
