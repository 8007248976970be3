"""Stays on site: a business's people say that they are there and that they have gone, each in one tap."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import SQLColumnExpression, exists, func
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from models.people import Person
from models.presence import PRESENCE_SUBJECT, Presence
from services.ground import attachments, audit
from services.ground.attachments import Attachment
from services.ground.refusals import Refusal
from services.incidents import responses
from services.incidents.answer_steps import ENGAGED
from services.incidents.offers import MAY_STAND_DOWN, AnswerFirst
from services.people import businesses

# For so long after a tap a place that is shared is taken for the place of the stay.
PLACE_IS_MEANT = timedelta(minutes=30)


class OnSiteAlready(Refusal):
    """The business is on site since `at`, as somebody of it said."""


class NotOnSite(Refusal):
    """Nobody of the business is on site, as far as was said."""


async def arrive(
    session: AsyncSession, *, incident: Incident, person: Person, now: datetime, only_for: int | None = None
) -> Sequence[Presence]:
    """Keep that a person's businesses that take part, or `only_for` one (id), are on site.

    Raises IncidentClosed, NotAlerted, AnswerFirst or OnSiteAlready.
    """
    members = await responses.speaking(session, incident=incident, person=person)
    spoken_for = [member for member in members if only_for in (None, member.id)]
    if not spoken_for:
        raise responses.NotAlerted
    held = await responses.held_by(session, incident=incident, members=spoken_for)
    engaged = [member_id for member_id, one in held.items() if one.answer in ENGAGED]
    if not engaged:
        raise AnswerFirst
    there = await there_now(session, incident_id=id_of(incident), members=engaged)
    coming = [member_id for member_id in engaged if member_id not in there]
    if not coming:
        raise OnSiteAlready(at=max(one.arrived_at for one in there.values()))
    return [
        await _begin(session, incident_id=id_of(incident), member_id=member_id, person=person, now=now)
        for member_id in coming
    ]


async def note_arrival(
    session: AsyncSession, *, incident_id: int, member_id: int, person: Person, now: datetime
) -> None:
    """Keep that a business (id) is on site because something else says so, unless that is known, or all is over."""
    incident = await session.get_one(Incident, incident_id)
    if incident.status is IncidentStatus.CLOSED:
        return
    if not await there_now(session, incident_id=incident_id, members=[member_id]):
        await _begin(session, incident_id=incident_id, member_id=member_id, person=person, now=now)


async def _begin(session: AsyncSession, *, incident_id: int, member_id: int, person: Person, now: datetime) -> Presence:
    stay = Presence(incident_id=incident_id, member_id=member_id, person_id=id_of(person), arrived_at=now)
    session.add(stay)
    await session.flush()
    await _follow(session, stay, "on-site", by=person, now=now)
    return stay


async def leave(
    session: AsyncSession, *, incident: Incident, person: Person, now: datetime, only_for: int | None = None
) -> Sequence[Presence]:
    """Keep that a person's businesses, or `only_for` one (id), have gone from the site; raises NotOnSite.

    A suspended one has people there too.
    """
    theirs = businesses.may_be_spoken_for(id_of(person), standing=MAY_STAND_DOWN)
    spoken_for = {id_of(member) for member in (await session.exec(theirs)).all()}
    mine = spoken_for if only_for is None else spoken_for & {only_for}
    there = await there_now(session, incident_id=id_of(incident), members=mine)
    if not there:
        raise NotOnSite
    for stay in there.values():
        stay.left_at, stay.left_by_id = now, id_of(person)
        await session.flush()
        await _follow(session, stay, "left-site", by=person, now=now)
    return list(there.values())


async def _follow(session: AsyncSession, stay: Presence, action: str, *, by: Person, now: datetime) -> None:
    """Put a step on record, and have what shows it edited."""
    audit.record(
        session,
        person=by,
        action=action,
        subject="incident",
        subject_id=stay.incident_id,
        now=now,
        after={"member_id": stay.member_id},
    )
    await responses.redraw(session, incident_id=stay.incident_id, members=[stay.member_id], now=now)


async def share_place(
    session: AsyncSession, *, person: Person, place: Attachment, now: datetime, after: datetime | None = None
) -> Sequence[Presence]:
    """Keep a place with the stays that a person has just begun, if `after` a moment, and that have none; give them."""
    since = now - PLACE_IS_MEANT if after is None else max(after, now - PLACE_IS_MEANT)
    query = (
        select(Presence)
        .join(Incident, col(Incident.id) == col(Presence.incident_id))
        .where(
            Presence.person_id == id_of(person),
            col(Presence.left_at).is_(None),
            col(Presence.arrived_at) > since,
            Incident.status != IncidentStatus.CLOSED,
        )
        .order_by(col(Presence.id))
    )
    begun = (await session.exec(query)).all()
    known = await places(session, stays=begun)
    without = [stay for stay in begun if stay.id not in known]
    for stay in without:
        await attachments.keep(session, subject=PRESENCE_SUBJECT, subject_id=id_of(stay), attachments=[place])
    return without


async def places(session: AsyncSession, *, stays: Collection[Presence]) -> Mapping[int, Sequence[Attachment]]:
    """List the places that were shared with some stays, by the stay's id."""
    ids = [id_of(stay) for stay in stays]
    return await attachments.of_each(session, subject=PRESENCE_SUBJECT, subject_ids=ids)


async def there_now(
    session: AsyncSession, *, incident_id: int, members: Collection[int] | None = None
) -> Mapping[int, Presence]:
    """Find who is on site of an incident (id), of some businesses (ids) or of all: by business, by arrival."""
    query = select(Presence).where(Presence.incident_id == incident_id, col(Presence.left_at).is_(None))
    if members is not None:
        query = query.where(col(Presence.member_id).in_(members))
    found = await session.exec(query.order_by(col(Presence.arrived_at), col(Presence.id)))
    return {stay.member_id: stay for stay in found}


async def newest(session: AsyncSession, *, incident_id: int) -> Mapping[int, Presence]:
    """Give the last stay of each business (id) that is or was on site of an incident (id)."""
    query = select(Presence).where(Presence.incident_id == incident_id)
    found = await session.exec(query.order_by(col(Presence.arrived_at), col(Presence.id)))
    return {stay.member_id: stay for stay in found}


async def count_gone(session: AsyncSession, *, incident_id: int) -> int:
    """Count the businesses that were on site of an incident (id) and are no more."""
    ever = select(func.count(func.distinct(Presence.member_id))).where(Presence.incident_id == incident_id)
    there = ever.where(col(Presence.left_at).is_(None))
    return (await session.exec(ever)).one() - (await session.exec(there)).one()


def has_gone(incident_id: SQLColumnExpression[int], member_id: SQLColumnExpression[int]) -> ColumnElement[bool]:
    """Make the condition that a business was on site of an incident and is no more; both are columns of a query."""
    theirs = (col(Presence.incident_id) == incident_id, col(Presence.member_id) == member_id)
    was_there = exists().where(*theirs, col(Presence.left_at).is_not(None))
    return was_there & ~exists().where(*theirs, col(Presence.left_at).is_(None))


async def count_there(session: AsyncSession, *, incident_id: int) -> int:
    """Count the businesses that are on site of an incident (id) now."""
    query = select(func.count()).where(Presence.incident_id == incident_id, col(Presence.left_at).is_(None))
    return (await session.exec(query)).one()
