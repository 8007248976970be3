"""Command passes on: offered and accepted, asked for and given, or taken over when nobody answers."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import bindparam
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from models.broadcasts import Lane
from models.command import CommandAnswer, CommandChange, CommandOffer, CommandTerm, CommandWish
from models.identity import id_of
from models.incidents import Incident
from models.people import Person
from services.command import holding
from services.command.holding import Holder
from services.command.kinds import COMMAND, KINDS, OfCommand, OfEnd, OfOffer
from services.ground import audit
from services.ground.details import Details
from services.ground.refusals import Refusal
from services.incidents import cards, lifecycle
from services.incidents.kinds import SUBJECT
from services.outbox import broadcasts
from services.people import accounts
from services.policies import versions

# What is filled in alone may be longer than a thousand.
NOTE_LENGTH, REASON_LENGTH = 2000, 300


class CommandNotHeld(Refusal):
    """Only whoever holds command may hand it over; `name` holds it."""


class CommandHeldAlready(Refusal):
    """The person holds command already."""


class CommandNotForThem(Refusal):
    """The person coordinates no longer, or is the one who holds command."""


class CommandWishOver(Refusal):
    """What was asked was answered, or something else was asked meanwhile."""


class CommandTooEarly(Refusal):
    """The holder still has time to answer: `name` until `at`."""


class CommandNotAskedFor(Refusal):
    """Whoever takes command over has asked the holder for it before; `name` holds it."""


class CommandAskedBefore(Refusal):
    """Another, `by`, asked `name` for command before; from `at` on, without an answer, everybody may take it over."""


class CommandOfferedToAnother(Refusal):
    """The holder has offered command to `name`, who has time to answer until `at`."""


class CommandNoteLength(Refusal):
    """The note is longer than `limit` characters; it has `length`."""


class CommandReasonLength(Refusal):
    """The reason is empty or longer than `limit` characters; it has `length`."""


def check_note(note: str) -> str:
    """Give a handover note back; raises CommandNoteLength."""
    if len(note) > NOTE_LENGTH:
        raise CommandNoteLength(limit=NOTE_LENGTH, length=len(note))
    return note


def check_reason(reason: str) -> str:
    """Give a reason back; raises CommandReasonLength."""
    if not 0 < len(reason) <= REASON_LENGTH:
        raise CommandReasonLength(limit=REASON_LENGTH, length=len(reason))
    return reason


async def offer(
    session: AsyncSession, *, incident_id: int, to_id: int, note: str, by: Person, now: datetime
) -> CommandOffer:
    """Offer command to another coordinator (id), with a note; it passes on when they accept.

    Whoever else had asked for it is told that it was offered elsewhere.
    Raises IncidentUnknown, IncidentClosed, CommandNotHeld, CommandNotForThem or CommandNoteLength.
    """
    incident = await lifecycle.still_open(session, incident_id=incident_id)
    await check_holds(session, incident=incident, person=by)
    await check_successor(session, person_id=to_id, holder_id=id_of(by))
    check_note(note)
    before = await holding.waiting(session, incident_id=incident_id)
    asked = await _ask(session, incident, CommandWish.TAKE, to_id=to_id, note=note, by=by, now=now)
    if before is not None and before.wish is CommandWish.GIVE and before.by_id != to_id:
        await _tell(session, incident, [before.by_id], OfOffer(id_of(before)), now=now)
    return asked


async def ask(session: AsyncSession, *, incident_id: int, by: Person, now: datetime) -> CommandOffer:
    """Ask whoever holds command for it; asking again changes nothing, and silence counts from the first who asked.

    Raises IncidentUnknown, IncidentClosed, CommandHeldAlready, CommandAskedBefore or CommandOfferedToAnother.
    """
    incident = await lifecycle.still_open(session, incident_id=incident_id)
    held = await holding.holder(session, incident=incident)
    if held.person.id == by.id:
        raise CommandHeldAlready
    open_wish = await holding.waiting(session, incident_id=incident_id)
    if open_wish is not None and open_wish.wish is CommandWish.GIVE and open_wish.by_id == by.id:
        return open_wish
    if open_wish is not None:
        await _check_leaves_room(session, open_wish, held=held, by=by, now=now)
    return await _ask(session, incident, CommandWish.GIVE, to_id=id_of(held.person), note="", by=by, now=now)


async def _check_leaves_room(
    session: AsyncSession, waiting: CommandOffer, *, held: Holder, by: Person, now: datetime
) -> None:
    """See that a wish does not wipe out another's; raises CommandAskedBefore or CommandOfferedToAnother."""
    if waiting.wish is CommandWish.GIVE:
        first = await session.get_one(Person, waiting.by_id)
        raise CommandAskedBefore(by=first.name, name=held.person.name, at=waiting.silent_at)
    if waiting.to_id != by.id and now < waiting.silent_at:
        offered = await session.get_one(Person, waiting.to_id)
        raise CommandOfferedToAnother(name=offered.name, at=waiting.silent_at)


async def _ask(
    session: AsyncSession, incident: Incident, wish: CommandWish, *, to_id: int, note: str, by: Person, now: datetime
) -> CommandOffer:
    """Keep what one asks of another in the place of what was asked before, and tell the other."""
    await _lapse(session, incident, now=now)
    policy = await versions.of_incident(session, incident=incident)
    asked = CommandOffer(
        incident_id=id_of(incident),
        wish=wish,
        by_id=id_of(by),
        to_id=to_id,
        note=note,
        asked_at=now,
        silent_at=now + timedelta(minutes=policy.command_silence),
    )
    session.add(asked)
    await session.flush()
    await _redraw(session, incident, now=now)
    await _tell(session, incident, [to_id], OfOffer(id_of(asked)), now=now)
    audit.record(
        session,
        person=by,
        action=f"command-{'offered' if wish is CommandWish.TAKE else 'asked'}",
        subject="incident",
        subject_id=incident.id,
        now=now,
        after={"to": to_id},
    )
    return asked


async def answer(
    session: AsyncSession, *, offer_id: int, accepts: bool, by: Person, now: datetime
) -> CommandTerm | None:
    """Answer what was asked; with a yes command passes on. The other one is told.

    Raises CommandWishOver, IncidentClosed or CommandNotHeld.
    """
    asked = await session.get(CommandOffer, offer_id)
    if asked is None or asked.to_id != by.id or asked.answered_at is not None:
        raise CommandWishOver
    incident = await lifecycle.still_open(session, incident_id=asked.incident_id)
    gives, takes = (asked.by_id, asked.to_id) if asked.wish is CommandWish.TAKE else (asked.to_id, asked.by_id)
    await check_holds(session, incident=incident, person=await session.get_one(Person, gives))
    if accepts:
        await check_successor(session, person_id=takes, holder_id=gives)
    asked.answered_at, asked.answer = now, CommandAnswer.ACCEPTED if accepts else CommandAnswer.DECLINED
    await session.flush()
    if not accepts:
        await _redraw(session, incident, now=now)
        await _tell(session, incident, [asked.by_id], OfOffer(offer_id), now=now)
        audit.record(session, person=by, action="command-declined", subject="incident", subject_id=incident.id, now=now)
        return None
    return await _pass_on(
        session, incident, CommandChange.HANDED_OVER, to_id=takes, before_id=gives, note=asked.note, by=by, now=now
    )


async def take_over(session: AsyncSession, *, incident_id: int, reason: str, by: Person, now: datetime) -> CommandTerm:
    """Take command because its holder does not answer, or cannot act any more.

    Raises IncidentUnknown, IncidentClosed, CommandHeldAlready, CommandNotAskedFor, CommandTooEarly or
    CommandReasonLength.
    """
    incident = await lifecycle.still_open(session, incident_id=incident_id)
    held = await check_may_take_over(session, incident=incident, person=by, now=now)
    check_reason(reason)
    await _lapse(session, incident, now=now)
    return await _pass_on(
        session,
        incident,
        CommandChange.TAKEN_OVER,
        to_id=id_of(by),
        before_id=id_of(held.person),
        note=reason,
        by=by,
        now=now,
    )


async def check_holds(session: AsyncSession, *, incident: Incident, person: Person) -> None:
    """Raise CommandNotHeld where a person does not hold command."""
    held = await holding.holder(session, incident=incident)
    if held.person.id != person.id:
        raise CommandNotHeld(name=held.person.name)


async def check_successor(session: AsyncSession, *, person_id: int, holder_id: int) -> Person:
    """Find whom (id) command may pass to; raises CommandNotForThem."""
    person = await session.get(Person, person_id)
    if person is None or person_id == holder_id or person.staff_role not in accounts.COORDINATORS:
        raise CommandNotForThem
    return person


async def check_may_take_over(session: AsyncSession, *, incident: Incident, person: Person, now: datetime) -> Holder:
    """Give the holder whose command a person may take.

    That may be whoever can act no more, or has left a wish for it unanswered for too long, whoever asked.

    Raises CommandHeldAlready, CommandNotAskedFor or CommandTooEarly.
    """
    held = await holding.holder(session, incident=incident)
    if held.person.id == person.id:
        raise CommandHeldAlready
    if not held.acts:
        return held
    asked = await holding.waiting(session, incident_id=id_of(incident))
    if asked is None or asked.wish is not CommandWish.GIVE:
        raise CommandNotAskedFor(name=held.person.name)
    if now < asked.silent_at:
        raise CommandTooEarly(name=held.person.name, at=asked.silent_at)
    return held


async def tell_of_silence(session: AsyncSession, *, now: datetime) -> None:
    """Tell those who asked for command, once, that the holder stays silent: they may take it over."""
    for asked in (await session.exec(_silent(), params={"now": now})).all():
        asked.told_at = now
        incident = await lifecycle.by_id(session, incident_id=asked.incident_id)
        await session.flush()
        await _redraw(session, incident, now=now)
        await _tell(session, incident, [asked.by_id], OfOffer(id_of(asked), silent=True), now=now)


@cache
def _silent() -> SelectOfScalar[CommandOffer]:
    return (
        select(CommandOffer)
        .where(
            col(CommandOffer.answered_at).is_(None),
            col(CommandOffer.told_at).is_(None),
            col(CommandOffer.silent_at) <= bindparam("now"),
        )
        .order_by(col(CommandOffer.id))
    )


async def tell_of_end(session: AsyncSession, *, incident: Incident, by: Person, now: datetime) -> None:
    """Tell whoever holds command that another has ended the incident."""
    held = await holding.holder(session, incident=incident)
    if held.coordinates and held.person.id != by.id:
        await _tell(session, incident, [id_of(held.person)], OfEnd(now), now=now)


async def _lapse(session: AsyncSession, incident: Incident, *, now: datetime) -> None:
    """Let what waits for an answer be over."""
    before = await holding.waiting(session, incident_id=id_of(incident))
    if before is not None:
        before.answered_at, before.answer = now, CommandAnswer.LAPSED
        await session.flush()
        await _redraw(session, incident, now=now)


async def _redraw(session: AsyncSession, incident: Incident, *, now: datetime) -> None:
    """Have what was asked edited, and the pages that show it: what is answered keeps no buttons."""
    await broadcasts.redraw(session, kinds=KINDS, subject=SUBJECT, subject_id=id_of(incident), lane=Lane.REPLY, now=now)


async def _pass_on(
    session: AsyncSession,
    incident: Incident,
    change: CommandChange,
    *,
    to_id: int,
    before_id: int,
    note: str,
    by: Person,
    now: datetime,
) -> CommandTerm:
    """Keep that command is another's from now on: every coordinator is told, and sees it in the tally."""
    passed = CommandTerm(
        incident_id=id_of(incident), person_id=to_id, before_id=before_id, change=change, at=now, note=note
    )
    session.add(passed)
    await session.flush()
    await _redraw(session, incident, now=now)
    everybody = await accounts.coordinator_ids(session)
    await _tell(session, incident, dict.fromkeys([*everybody, before_id]), OfCommand(id_of(passed)), now=now)
    await cards.redraw_tally(session, incident_id=id_of(incident), now=now)
    audit.record(
        session,
        person=by,
        action=f"command-{change.replace('_', '-')}",
        subject="incident",
        subject_id=incident.id,
        now=now,
        before={"holder": before_id},
        after={"holder": to_id},
    )
    return passed


async def _tell(
    session: AsyncSession, incident: Incident, people: Iterable[int], details: Details, *, now: datetime
) -> None:
    await broadcasts.queue(session, kind=COMMAND, people=people, subject_id=id_of(incident), details=details, now=now)
