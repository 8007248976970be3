"""The duty roster of a business (`/lichtruc`): shown to those who speak for it, and told to those on duty."""

from datetime import date

from telegram import Update

from handlers.duty import views
from handlers.duty.forms import DutyForm
from handlers.duty.taps import DutyTap
from handlers.frame.access import allow
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, tapped_data
from handlers.frame.taps import TapUnreadable
from handlers.frame.views.dialogues import with_loss
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from models.drafts import Dialogue, Draft
from models.identity import id_of
from models.members import Member
from models.people import Role
from services.duty import rota
from services.duty import watchers as duty
from services.duty.rota import NotOnTheRoster, Roster
from services.ground import drafts
from services.outbox.deliveries import Claimed
from services.people import businesses as members

REPRESENTATIVES = frozenset({Role.REPRESENTATIVE})


@allow(REPRESENTATIVES)
async def on_rosters(_update: Update, context: Context) -> None:
    """Show the roster of a person's business, or ask of which one (`/lichtruc`)."""
    businesses = await members.spoken_for(context.session, person=context.person)
    if len(businesses) == 1:
        context.show(await page(context, businesses[0]))
    else:
        context.show(views.choose(context.reader, businesses))


async def page(context: Context, member: Member) -> Message:
    """Make the page of a business's roster."""
    roster = await roster_of(context, member)
    on_duty = await duty.on_duty(
        context.session, members=[id_of(member)], now=context.now, time_zone=context.office.time_zone
    )
    return views.roster(context.reader, roster, on_duty=on_duty.get(id_of(member), frozenset()))


async def roster_of(context: Context, member: Member) -> Roster:
    """Gather the roster of a business from this week on."""
    return await rota.of_member(context.session, member=member, now=context.now, time_zone=context.office.time_zone)


async def spoken_for(context: Context, member_id: int) -> Member:
    """Find a business whose roster the person may set; raises NotOnTheRoster."""
    return await rota.spoken_for(context.session, member_id=member_id, person_id=id_of(context.person))


@allow(REPRESENTATIVES)
async def on_duty_tap(update: Update, context: Context) -> None:
    """Take a button of a roster: look at it, or begin to change a part of it."""
    tap = DutyTap.unpack(tapped_data(update))
    member = await spoken_for(context, tap.member_id)
    if tap.verb == views.SHOW:
        context.show(await page(context, member))
    elif tap.verb in views.PARTS:
        await _begin(context, member, tap.verb)
    else:
        raise TapUnreadable


async def _begin(context: Context, member: Member, part: str) -> None:
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.DUTY,
        step=part,
        data=DutyForm(id_of(member)).write(),
        now=context.now,
    )
    context.show(with_loss(context.reader, await step(context, draft), before=before, now=draft))


async def step(context: Context, draft: Draft) -> Message:
    """Make the message of the step where a change of the roster stands."""
    roster = await roster_of(context, await spoken_for(context, DutyForm.of(draft).member_id))
    return views.step(context.reader, draft, roster)


async def compose_given(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell a person in which weeks they are on duty from now on, or that they are not any more."""
    roster = await _told(occasion, claimed)
    if roster is None:
        return None
    return views.told(reader, roster, _weeks_of(roster, claimed.person_id))


async def compose_beginning(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Remind a person that their week has begun; None when it is somebody else's by now."""
    roster = await _told(occasion, claimed)
    if roster is None or min(roster.weeks) not in _weeks_of(roster, claimed.person_id):
        return None
    return views.told_beginning(reader, roster)


async def _told(occasion: Occasion, claimed: Claimed) -> Roster | None:
    """Find the roster that a message is about; None for a person who no longer speaks for the business."""
    if claimed.subject_id is None or claimed.person_id is None:
        return None
    try:
        member = await rota.spoken_for(occasion.session, member_id=claimed.subject_id, person_id=claimed.person_id)
    except NotOnTheRoster:
        return None
    return await rota.of_member(occasion.session, member=member, now=occasion.now, time_zone=occasion.office.time_zone)


def _weeks_of(roster: Roster, person_id: int | None) -> list[date]:
    return [monday for monday, one in roster.weeks.items() if one is not None and one.person_id == person_id]
