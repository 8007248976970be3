"""After the end those engaged say that they stood down; who has not is listed once for those who lead, and asked."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import BindParameter, bindparam, exists, func
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select, SelectOfScalar

from models.broadcasts import Broadcast, Lane
from models.identity import id_of
from models.incidents import Alerted, Incident, IncidentKind, IncidentStatus
from models.members import Member
from models.people import Person
from models.presence import Presence, StandDownCheck
from models.responses import Response
from services.command.holding import commanders
from services.ground import audit
from services.ground.refusals import Refusal
from services.groups import bindings, in_reach
from services.incidents import answer_steps, cards, offers
from services.incidents.offers import NothingToStandDown
from services.incidents.reminders import PAUSE, RemindedJustNow
from services.incidents.responses import NotAlerted, shown_to
from services.outbox import broadcasts
from services.people.businesses import speaking_for
from services.policies import versions as policies
from services.presence import stays
from services.presence.kinds import ASKED, KINDS, LATE, SUBJECT
from services.presence.stays import NotOnSite

# An end that is older is history: nobody is asked about it any more.
WORTH_ASKING = timedelta(days=7)


class NobodyOfThemInReach(Refusal):
    """Of those who have not stood down nobody can be written to."""


class NobodyLate(Refusal):
    """Everyone who took part has stood down."""


@dataclass(frozen=True)
class LateOne:
    """A business that took part and has not said that it stood down; `stay` where it is on site, as far as is known.

    `asked` tells whether anybody of it could be asked in the bot.
    """

    member: Member
    stay: Presence | None
    asked: bool = True


async def stand_down(
    session: AsyncSession, *, incident: Incident, person: Person, now: datetime, only_for: int | None = None
) -> None:
    """Keep that a business called its people back after the end: each of a person's, or `only_for` one (id).

    Raises NotAlerted, StoodDownAlready or NothingToStandDown.
    """
    if incident.status is not IncidentStatus.CLOSED:
        raise NothingToStandDown
    gone: Sequence[Presence] = ()
    with suppress(NotOnSite):
        gone = await stays.leave(session, incident=incident, person=person, now=now, only_for=only_for)
    try:
        await offers.stand_down(session, incident=incident, person=person, now=now, only_for=only_for)
    except (NotAlerted, NothingToStandDown):
        # Whoever came for a task may have answered nothing, or may not have been called.
        if not gone:
            raise
        people, groups = await shown_to(session, incident_id=id_of(incident), members=[stay.member_id for stay in gone])
        await cards.redraw_ends(session, incident_id=id_of(incident), people=people, groups=groups, now=now)
    await broadcasts.redraw(session, kinds=KINDS, subject=SUBJECT, subject_id=id_of(incident), lane=Lane.TALLY, now=now)


async def late(session: AsyncSession, *, incident: Incident) -> Sequence[LateOne]:
    """List who took part and has neither stood down nor gone from the site, those on site first."""
    incident_id = id_of(incident)
    there = await stays.there_now(session, incident_id=incident_id)
    query = select(Member).where(
        col(Member.id).in_(answer_steps.members_taking_part(incident_id)), _waited_for(incident_id)
    )
    found = (await session.exec(query.order_by(col(Member.id)))).all()
    written_to = await in_reach.of(session, members=[id_of(member) for member in found])
    lines = [LateOne(member, there.get(id_of(member)), id_of(member) in written_to) for member in found]
    return sorted(lines, key=lambda one: one.stay is None)


def _waited_for(incident_id: int | BindParameter[int]) -> ColumnElement[bool]:
    """Make the condition that a business is on site, or has neither stood down nor gone from there."""
    stays_of_it = (col(Presence.incident_id) == incident_id, col(Presence.member_id) == col(Member.id))
    is_there = exists().where(*stays_of_it, col(Presence.left_at).is_(None))
    has_gone = exists().where(*stays_of_it, col(Presence.left_at).is_not(None))
    has_stood_down = exists().where(
        col(Response.incident_id) == incident_id,
        col(Response.member_id) == col(Member.id),
        col(Response.stood_down_at).is_not(None),
    )
    return is_there | ~(has_gone | has_stood_down)


async def count(session: AsyncSession, *, incident_id: int) -> tuple[int, int]:
    """Count those of an incident (id) for whom nobody waits any more, and all that took part."""
    asked = {"incident_id": incident_id, "here": [incident_id]}
    took_part, stood_down = (await session.exec(_counts(), params=asked)).one()
    return stood_down, took_part


@cache
def _counts() -> Select[int, int]:
    part = answer_steps.taking_part_in(bindparam("here", expanding=True))
    return select(func.count(), func.count().filter(~_waited_for(bindparam("incident_id")))).where(
        col(Member.id).in_(select(part.c.member_id))
    )


async def check_due(session: AsyncSession, *, now: datetime) -> None:
    """Tell once after each end, when the policy's time has passed, who has not stood down; of a drill nobody has to."""
    for incident in (await session.exec(_unchecked(), params={"since": now - WORTH_ASKING})).all():
        policy = await policies.of_incident(session, incident=incident)
        ended_at = incident.closed_at or now
        if ended_at + timedelta(minutes=policy.stand_down_after) <= now:
            session.add(StandDownCheck(incident_id=id_of(incident), ended_at=ended_at, checked_at=now))
            await _tell(session, incident, now=now)


@cache
def _unchecked() -> SelectOfScalar[Incident]:
    checked = exists().where(
        col(StandDownCheck.incident_id) == col(Incident.id), col(StandDownCheck.ended_at) == col(Incident.closed_at)
    )
    return (
        select(Incident)
        .where(
            Incident.status == IncidentStatus.CLOSED,
            Incident.kind != IncidentKind.DRILL,
            col(Incident.closed_at) > bindparam("since"),
            ~checked,
        )
        .order_by(col(Incident.id))
    )


async def _tell(session: AsyncSession, incident: Incident, *, now: datetime) -> None:
    if not await late(session, incident=incident):
        return
    leading = await commanders(session, incident=incident)
    await broadcasts.queue(session, kind=LATE, people=leading, subject_id=id_of(incident), now=now)


async def remind(session: AsyncSession, *, incident: Incident, by: Person, now: datetime) -> int:
    """Ask those who have not stood down and can be written to; return how many businesses.

    Raises NobodyLate, NobodyOfThemInReach or RemindedJustNow.
    """
    waiting = await late(session, incident=incident)
    if incident.status is not IncidentStatus.CLOSED or not waiting:
        raise NobodyLate
    members = [id_of(one.member) for one in waiting if one.asked]
    if not members:
        raise NobodyOfThemInReach
    last = await _last_asked(session, incident_id=id_of(incident))
    if last is not None and now - last < PAUSE:
        raise RemindedJustNow(at=last)
    await broadcasts.queue(
        session,
        kind=ASKED,
        people=await _people(session, incident_id=id_of(incident), members=members),
        groups=await bindings.bound_to(session, members=members),
        subject_id=id_of(incident),
        now=now,
    )
    audit.record(
        session,
        person=by,
        action="stand-down-asked",
        subject="incident",
        subject_id=incident.id,
        now=now,
        after={"members": members},
    )
    return len(members)


async def strike(session: AsyncSession, *, incident: Incident, member_id: int, by: Person, now: datetime) -> None:
    """Keep, by a coordinator's word, that a business (id) stood down which nobody can ask in the bot.

    Raises NobodyLate where it is not waited for, or can be asked.
    """
    waiting = {id_of(one.member): one for one in await late(session, incident=incident) if not one.asked}
    if incident.status is not IncidentStatus.CLOSED or member_id not in waiting:
        raise NobodyLate
    incident_id = id_of(incident)
    answers = select(Response).where(Response.incident_id == incident_id, Response.member_id == member_id)
    for response in (await session.exec(answers)).all():
        response.stood_down_at = now
    stay = waiting[member_id].stay
    if stay is not None:
        stay.left_at, stay.left_by_id = now, id_of(by)
    await session.flush()
    audit.record(
        session,
        person=by,
        action="stand-down-noted",
        subject="incident",
        subject_id=incident_id,
        now=now,
        after={"member_id": member_id},
    )
    await broadcasts.redraw(session, kinds=KINDS, subject=SUBJECT, subject_id=incident_id, lane=Lane.TALLY, now=now)
    await cards.redraw_tally(session, incident_id=incident_id, now=now)


async def _last_asked(session: AsyncSession, *, incident_id: int) -> datetime | None:
    query = select(Broadcast.created_at).where(*broadcasts.about(ASKED, incident_id))
    return (await session.exec(query.order_by(col(Broadcast.id).desc()).limit(1))).first()


async def _people(session: AsyncSession, *, incident_id: int, members: Sequence[int]) -> Sequence[int]:
    """List who is asked: of each business those who were called and speak for it, or else all who speak for it."""
    called = select(Alerted.member_id, Alerted.person_id).where(
        Alerted.incident_id == incident_id, col(Alerted.member_id).in_(members)
    )
    alerted = set((await session.exec(called)).all())
    speaking = await speaking_for(session, people=(), members=members)
    found: dict[int, list[int]] = {}
    for member_id, person_id in speaking:
        found.setdefault(member_id, []).append(person_id)
    chosen = []
    for member_id, people in found.items():
        chosen += [one for one in people if (member_id, one) in alerted] or people
    return list(dict.fromkeys(chosen))
