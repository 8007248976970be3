"""A business's own side of its membership: its card, its data, its absence, its leave."""

from dataclasses import replace
from datetime import datetime, timedelta

from telegram import Update

from handlers.business import editing, people
from handlers.business.card import show_card
from handlers.business.forms import AbsenceForm
from handlers.business.taps import BusinessTap
from handlers.business.views import membership as views
from handlers.frame.access import allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, TapUnreadable, number_of
from handlers.frame.views import ways
from handlers.frame.views.dialogues import with_loss, words_only
from handlers.frame.views.message import Message
from models.drafts import Dialogue, Draft
from models.people import Role
from services.business import card as business
from services.business import departures
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.members import representatives as representative_rules
from services.members.representatives import Speaker
from services.notation.moments import read_moment
from services.people import businesses

REPRESENTATIVES = frozenset({Role.REPRESENTATIVE})


@allow(REPRESENTATIVES)
async def on_business(update: Update, context: Context) -> None:
    """Show one's business (`/donvi`), or ask which one is meant."""
    await _choose(context, page=0)


async def _choose(context: Context, *, page: int) -> None:
    mine = await businesses.spoken_for(context.session, person=context.person)
    if len(mine) == 1:
        await show_card(context, mine[0].id or 0)
    else:
        context.show(views.choice(context.reader, mine, page))


@allow(REPRESENTATIVES)
async def on_tap(update: Update, context: Context) -> None:
    """Take a button of a business's pages."""
    tap = BusinessTap.unpack(tapped_data(update))
    match tap.verb:
        case views.LIST:
            await _choose(context, page=tap.page)
        case ways.CARD:
            await show_card(context, tap.member_id)
        case views.EDIT:
            await editing.begin(context, member_id=tap.member_id)
        case views.PEOPLE:
            await people.show_people(context, tap.member_id, page=tap.page)
        case views.AWAY:
            await _ask_return(context, tap.member_id)
        case views.BACK:
            await business.come_back(context.session, member_id=tap.member_id, person=context.person, now=context.now)
            context.notice(views.is_back(context.reader))
            await show_card(context, tap.member_id)
        case views.LEAVE | views.LEAVE_SURELY | views.LEAVE_NOW:
            await _leave(context, tap)
        case _:
            raise TapUnreadable


async def _leave(context: Context, tap: BusinessTap) -> None:
    """Explain, ask once more, and let a business leave."""
    if tap.verb == views.LEAVE_NOW:
        member = await departures.leave(
            context.session, member_id=tap.member_id, person=context.person, now=context.now
        )
        context.show(views.left(context.reader, member))
        return
    ahead = await departures.outlook(context.session, member_id=tap.member_id, person=context.person)
    if tap.verb == views.LEAVE or ahead.tasks:
        context.show(views.leaving(context.reader, ahead))
    else:
        context.show(views.leaving_surely(context.reader, ahead))


async def _ask_return(context: Context, member_id: int) -> None:
    await representative_rules.speaking(context.session, member_id=member_id, person=context.person)
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.BUSINESS,
        step=views.AWAY,
        data=AbsenceForm(member_id).write(),
        now=context.now,
    )
    context.show(with_loss(context.reader, await _step(context, draft), before=before, now=draft))


async def _speaking(context: Context, draft: Draft) -> Speaker:
    """Check again whose business this is, for much may have happened since the dialogue began.

    Raises NotYourBusiness.
    """
    about = AbsenceForm.of(draft).member_id if draft.step == views.AWAY else editing.business_of(draft)
    return await representative_rules.speaking(context.session, member_id=about, person=context.person)


async def _step(context: Context, draft: Draft) -> Message:
    """Make the message of the step under way: of an absence, or of editing."""
    speaker = await _speaking(context, draft)
    if draft.step == views.AWAY:
        return views.ask_return(context.reader, draft, speaker.member)
    return await editing.step(context, draft)


@allow(REPRESENTATIVES)
async def _on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear until when a business is away, or what is edited."""
    speaker = await _speaking(context, draft)
    if draft.step != views.AWAY:
        await editing.hear(update, context, draft)
        return
    message = update.effective_message
    if message is None or not message.text or message.text.startswith("/"):
        context.show(words_only(context.reader, await _step(context, draft)))
        return
    until = read_moment(message.text, now=context.now, time_zone=context.office.time_zone)
    business.check_return(until, now=context.now)
    drafts.go(draft, step=views.AWAY, now=context.now, form=replace(AbsenceForm.of(draft), until=until))
    context.show(views.ask_whether_until(context.reader, draft, speaker.member, until=until))


@allow(REPRESENTATIVES)
async def _on_tap(_update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take a ready-made length of absence, or a button of editing."""
    await _speaking(context, draft)
    if draft.step != views.AWAY:
        await editing.take(context, draft, tap)
    elif tap.verb == views.BACK:
        context.show(await _step(context, draft))
    elif tap.verb != views.AWAY:
        raise StepPassed
    else:
        await _go_away(context, draft, until=_chosen_return(context, draft, tap.value))


def _chosen_return(context: Context, draft: Draft, value: str) -> datetime:
    """Tell until when a button means: so many days, or the moment that was typed. Raises TapUnreadable."""
    if value in map(str, views.DAYS):
        return context.now + timedelta(days=number_of(value))
    typed = AbsenceForm.of(draft).until
    if value != views.UNTIL or typed is None:
        raise TapUnreadable
    return typed


async def _go_away(context: Context, draft: Draft, *, until: datetime) -> None:
    member_id = AbsenceForm.of(draft).member_id
    member = await business.go_away(
        context.session, member_id=member_id, until=until, person=context.person, now=context.now
    )
    await drafts.discard(context.session, person=context.person)
    context.notice(views.is_away(context.reader, member))
    await show_card(context, member_id)


CONVERSATION = Conversation(on_message=_on_message, on_tap=_on_tap, step=_step)
