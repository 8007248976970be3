"""Who holds command, and how it passes on: offered and accepted, or asked for and given."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import Update

from handlers.command.taps import CommandAnswerTap, CommandAskTap, CommandChooseTap, CommandTap
from handlers.command.views import cards as views
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, keep_tapped, tapped_data
from handlers.frame.views.message import Button, Message
from handlers.frame.views.reader import Reader
from models.command import CommandOffer, CommandTerm
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from models.people import Person
from services.command import handing, holding
from services.command.kinds import PAGE, OfCommand, OfEnd, OfOffer, OfVacancy
from services.incidents import lifecycle as incidents
from services.outbox.deliveries import Claimed
from services.people import accounts
from services.tally import asked
from services.tasks import lists


@allow(COORDINATORS)
async def on_command(update: Update, context: Context) -> None:
    """Show who holds command, and what the person who looks can do about it."""
    tap = CommandTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    await show_page(update, context, incident)


async def show_page(update: Update, context: Context, incident: Incident) -> None:
    """Show the page of the command of an incident in the place of the tapped message, and keep it true."""
    context.show(await _page(context.session, context.reader, incident, viewer=context.person, now=context.now))
    await keep_tapped(update, context, kind=PAGE, subject_id=id_of(incident))


async def _page(session: AsyncSession, reader: Reader, incident: Incident, *, viewer: Person, now: datetime) -> Message:
    """Make the page of the command of an incident, as one coordinator sees it."""
    waiting = await holding.waiting(session, incident_id=id_of(incident))
    held = await holding.holder(session, incident=incident)
    return views.page(
        reader,
        incident,
        held,
        before=await _named(session, held.last.before_id) if held.last else None,
        wish=await _wish(session, waiting),
        viewer=viewer,
        now=now,
    )


async def _named(session: AsyncSession, person_id: int) -> Person:
    return await session.get_one(Person, person_id)


async def _wish(session: AsyncSession, asked: CommandOffer | None) -> views.Wish | None:
    """Put the two people beside what one asked of the other."""
    if asked is None:
        return None
    return views.Wish(asked, by=await _named(session, asked.by_id), to=await _named(session, asked.to_id))


async def offers(context: Context, incident: Incident) -> Sequence[Button]:
    """Lead from what can be done with an incident to its command."""
    if incident.status is IncidentStatus.CLOSED:
        return ()
    held = await holding.holder(context.session, incident=incident)
    return (views.door(context.reader, id_of(incident), held),)


@allow(COORDINATORS)
async def on_choose(update: Update, context: Context) -> None:
    """Show to whom command can be handed over, a page at a time."""
    tap = CommandChooseTap.unpack(tapped_data(update))
    incident = await incidents.still_open(context.session, incident_id=tap.incident_id)
    await handing.check_holds(context.session, incident=incident, person=context.person)
    others = [one for one in await accounts.coordinators(context.session) if one.id != context.person.id]
    context.show(views.choose(context.reader, incident, others, number=tap.page))


@allow(COORDINATORS)
async def on_ask(update: Update, context: Context) -> None:
    """Ask the holder for command."""
    tap = CommandAskTap.unpack(tapped_data(update))
    asked = await handing.ask(context.session, incident_id=tap.incident_id, by=context.person, now=context.now)
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    context.notice(views.asked(context.reader, await _named(context.session, asked.to_id)))
    await show_page(update, context, incident)


@allow(COORDINATORS)
async def on_answer(update: Update, context: Context) -> None:
    """Take or give command, or leave it where it is."""
    tap = CommandAnswerTap.unpack(tapped_data(update))
    await handing.answer(
        context.session, offer_id=tap.offer_id, accepts=bool(tap.accepts), by=context.person, now=context.now
    )
    asked = await context.session.get_one(CommandOffer, tap.offer_id)
    incident = await incidents.by_id(context.session, incident_id=asked.incident_id)
    wish = views.Wish(
        asked, by=await _named(context.session, asked.by_id), to=await _named(context.session, asked.to_id)
    )
    context.show(views.answered(context.reader, incident, wish))


async def compose(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Say what one coordinator asks of another, or who holds command from now on; only coordinators hear of it."""
    if claimed.subject_id is None or claimed.person_id is None:
        return None
    session = occasion.session
    person = await session.get(Person, claimed.person_id)
    incident = await incidents.by_id(session, incident_id=claimed.subject_id)
    if person is None or person.staff_role not in accounts.COORDINATORS:
        return None
    asked, passed, vacancy = claimed.read(OfOffer), claimed.read(OfCommand), claimed.read(OfVacancy)
    if asked is not None:
        return await _offer(session, incident, asked, claimed, reader)
    if vacancy is not None:
        return await _vacancy(session, incident, vacancy, claimed, reader)
    ended = claimed.read(OfEnd)
    if ended is not None:
        return await _ended(occasion, incident, ended, reader)
    if passed is None:
        return None
    command = await session.get_one(CommandTerm, passed.command_id)
    return views.passed(
        reader,
        incident,
        command,
        to=await _named(session, command.person_id),
        before=await _named(session, command.before_id),
        is_theirs=command.person_id == person.id,
        now=occasion.now,
    )


async def _ended(occasion: Occasion, incident: Incident, said: OfEnd, reader: Reader) -> Message | None:
    """Say who ended the incident and what is still open; where the end was taken back since, nothing."""
    if incident.closed_at != said.ended_at or incident.closed_by_id is None:
        return None
    return views.ended(
        reader,
        incident,
        by=await _named(occasion.session, incident.closed_by_id),
        tasks=len(await lists.unfinished_of(occasion.session, incident_id=id_of(incident))),
        questions=await asked.waiting(occasion.session, incident_id=id_of(incident)),
        at=reader.short_moment(said.ended_at, occasion.now),
    )


async def compose_page(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make the page of the command of an incident anew, for a coordinator who has it open."""
    if claimed.subject_id is None or claimed.person_id is None:
        return None
    person = await occasion.session.get_one(Person, claimed.person_id)
    if person.staff_role not in accounts.COORDINATORS:
        return None
    incident = await incidents.by_id(occasion.session, incident_id=claimed.subject_id)
    return await _page(occasion.session, reader, incident, viewer=person, now=occasion.now)


async def _vacancy(
    session: AsyncSession, incident: Incident, said: OfVacancy, claimed: Claimed, reader: Reader
) -> Message | None:
    """Say that nobody holds command any more; once somebody does, or the incident is over, it keeps no button."""
    term = await session.get(CommandTerm, said.command_id) if said.command_id else None
    before = await _named(session, term.person_id if term is not None else incident.declared_by_id)
    held = await holding.holder(session, incident=incident)
    is_over = held.coordinates or incident.status is IncidentStatus.CLOSED
    if is_over and not claimed.is_edit:
        return None
    return views.vacant(reader, incident, before, now_held=held.person if held.coordinates else None, is_over=is_over)


async def _offer(
    session: AsyncSession, incident: Incident, said: OfOffer, claimed: Claimed, reader: Reader
) -> Message | None:
    wish = await _wish(session, await session.get(CommandOffer, said.offer_id))
    if wish is None:
        return None
    is_over = wish.asked.answered_at is not None or incident.status is IncidentStatus.CLOSED
    if said.silent:
        return None if is_over and not claimed.is_edit else views.silent(reader, incident, wish, is_over=is_over)
    if claimed.person_id == wish.asked.by_id:
        return views.declined(reader, incident, wish)
    if is_over:
        return views.answered(reader, incident, wish) if claimed.is_edit else None
    return views.asking(reader, incident, wish)
