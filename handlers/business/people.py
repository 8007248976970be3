"""The people of a business: looked at, removed, stepping down, and who of them is the primary contact."""

from telegram import Update

from handlers.business.taps import PrimaryTap, RepresentativeTap
from handlers.business.views import people as views
from handlers.frame.access import allow
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, tapped_data
from handlers.frame.taps import TapUnreadable
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from models.people import Person, Role
from models.roster import LookKind
from services.applications import changes
from services.applications import requests as applications
from services.business import card as business
from services.business import departures, primary_contacts
from services.ground import audit
from services.members import representatives
from services.members.representatives import NotYourBusiness
from services.outbox.deliveries import Claimed
from services.people import businesses, looks
from services.people.kinds import News

REPRESENTATIVES = frozenset({Role.REPRESENTATIVE})


async def show_people(context: Context, member_id: int, *, page: int = 0) -> None:
    """List the people of a business, and to who manages them those who wait to be approved."""
    speaker = await representatives.speaking(context.session, member_id=member_id, person=context.person)
    waiting = await applications.waiting_for(context.session, member_id=member_id) if speaker.manages else ()
    context.show(views.people(context.reader, speaker, waiting, page=page))


@allow(REPRESENTATIVES)
async def on_tap(update: Update, context: Context) -> None:
    """Take a button of one of a business's people."""
    tap = RepresentativeTap.unpack(tapped_data(update))
    match tap.verb:
        case views.SHOW:
            await _show(context, tap)
        case views.ASK_REMOVE | views.ASK_STEP_DOWN | views.ASK_OFFER:
            await _ask(context, tap)
        case views.REMOVE:
            await _remove(context, tap)
        case views.STEP_DOWN:
            await _step_down(context, tap)
        case views.OFFER | views.TAKE_BACK | views.TAKE:
            await _hand_over(context, tap)
        case _:
            raise TapUnreadable


async def _show(context: Context, tap: RepresentativeTap) -> None:
    speaker = await representatives.speaking(context.session, member_id=tap.member_id, person=context.person)
    if tap.person_id == context.person.id:
        context.show(views.oneself(context.reader, speaker))
        return
    chosen = representatives.other(speaker, person_id=tap.person_id)
    await looks.keep(
        context.session, person=context.person, member_id=tap.member_id, how=LookKind.COLLEAGUE, now=context.now
    )
    offered = primary_contacts.offered_to(speaker, now=context.now)
    context.show(views.colleague(context.reader, speaker, chosen, offered=offered is chosen))


async def _ask(context: Context, tap: RepresentativeTap) -> None:
    """Ask whether it is meant, and say what follows from it."""
    speaker = await representatives.speaking(context.session, member_id=tap.member_id, person=context.person)
    if tap.verb == views.ASK_STEP_DOWN:
        context.show(views.ask_step_down(context.reader, speaker))
        return
    await representatives.managing(context.session, member_id=tap.member_id, person=context.person)
    chosen = representatives.other(speaker, person_id=tap.person_id)
    ask = views.ask_remove if tap.verb == views.ASK_REMOVE else views.ask_offer
    context.show(ask(context.reader, speaker, chosen))


async def _remove(context: Context, tap: RepresentativeTap) -> None:
    removed = await representatives.remove(
        context.session, member_id=tap.member_id, person_id=tap.person_id, by=context.person, now=context.now
    )
    context.notice(views.removed(context.reader, removed))
    await show_people(context, tap.member_id)


async def _step_down(context: Context, tap: RepresentativeTap) -> None:
    member = await representatives.step_down(
        context.session, member_id=tap.member_id, person=context.person, now=context.now
    )
    context.show(views.stepped_down(context.reader, member))


async def _hand_over(context: Context, tap: RepresentativeTap) -> None:
    """Offer the primary contact, take the offer back, or become the primary contact where there is none."""
    session, person, now = context.session, context.person, context.now
    if tap.verb == views.OFFER:
        chosen = await primary_contacts.offer(
            session, member_id=tap.member_id, person_id=tap.person_id, by=person, now=now
        )
        context.notice(views.offered(context.reader, chosen))
    elif tap.verb == views.TAKE_BACK:
        await primary_contacts.take_back(session, member_id=tap.member_id, by=person, now=now)
        context.notice(views.taken_back(context.reader))
    else:
        await primary_contacts.take(session, member_id=tap.member_id, person=person, now=now)
        context.notice(views.taken(context.reader))
    await show_people(context, tap.member_id)


@allow(REPRESENTATIVES)
async def on_offer(update: Update, context: Context) -> None:
    """Take the answer to the offer of the primary contact."""
    tap = PrimaryTap.unpack(tapped_data(update))
    if tap.accept not in (0, 1):
        raise TapUnreadable
    answer = primary_contacts.accept if tap.accept else primary_contacts.decline
    member = await answer(context.session, member_id=tap.member_id, person=context.person, now=context.now)
    context.show(views.answered(context.reader, member, accepted=bool(tap.accept)))


async def compose_offer(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Put the offer of the primary contact before a person; one that ended is shown as ended, or not sent."""
    over = views.offer_over(reader) if claimed.is_edit else None
    person = await occasion.session.get(Person, claimed.person_id)
    if person is None or claimed.subject_id is None:
        return over
    try:
        speaker = await representatives.speaking(occasion.session, member_id=claimed.subject_id, person=person)
    except NotYourBusiness:
        return over
    giver = primary_contacts.offered_by(speaker, now=occasion.now)
    return views.offer(reader, speaker, giver) if giver is not None else over


async def compose_news(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell what happened to a business, once; None when it is so no longer."""
    news = claimed.read(News)
    if claimed.is_edit or claimed.subject_id is None or news is None:
        return None
    member = await businesses.by_id(occasion.session, member_id=claimed.subject_id)
    away = businesses.is_away(member, now=occasion.now)
    if (news.what == business.AWAY and not away) or (news.what == business.BACK and away):
        return None
    by = await _name_of_doer(occasion, claimed.subject_id, NEWS[news.what])
    return views.news(reader, news.what, member, by=by)


async def _name_of_doer(occasion: Occasion, member_id: int, action: str) -> str | None:
    """Name who did something to a business last, as its people know them, or by the account's name if they left.

    The name of a person who withdrew consent is empty.
    """
    entry = await audit.latest(occasion.session, subject="member", subject_id=member_id, actions=(action,))
    if entry is None or entry.person_id is None:
        return None
    standing = await businesses.representative(occasion.session, member_id=member_id, person_id=entry.person_id)
    if standing is not None and standing.name:
        return standing.name
    return (await occasion.session.get_one(Person, entry.person_id)).name


# What people are told of, and under which action it is on record who did it.
NEWS = {
    representatives.REMOVED: "representative-removed",
    representatives.STEPPED_DOWN: "representative-removed",
    primary_contacts.ACCEPTED: "primary-accepted",
    primary_contacts.DECLINED: "primary-declined",
    business.AWAY: "member-away",
    business.BACK: "member-back",
    departures.OWN_BUSINESS_LEFT: "member-left",
    departures.MEMBER_LEFT: "member-left",
    changes.REPLACED: "application-withdrawn",
}
