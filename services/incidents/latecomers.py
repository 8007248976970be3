"""Whoever can be called only now gets what is under way: the one rule, whatever let them be called."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Delivery, DeliveryState, Lane
from models.identity import id_of
from models.incidents import Alerted, Incident, IncidentStatus
from models.tlp import NARROW, Tlp
from services.duty import watchers as duty
from services.groups import bindings
from services.incidents import audience, cards, lifecycle, reminders, under_way
from services.incidents.audience import Audience, Wanted
from services.incidents.kinds import ALERT, ALL_CLEAR, REOPENED, REPLY, SUBJECT, TALLY, UPDATE
from services.incidents.sharing import naming
from services.outbox import again, broadcasts
from services.people.businesses import speaking_for
from services.people.latecomers import Latecomers

# What is sent again while the incident is under way.
SHOWN = (ALERT, UPDATE, REPLY, REOPENED, TALLY)
# Who had the alert hears of its end for so long.
END_IS_NEWS = timedelta(days=7)


async def call(session: AsyncSession, *, late: Latecomers, now: datetime, time_zone: ZoneInfo) -> None:
    """Give latecomers the card of every incident under way that is theirs, and of the end to whom had the alert.

    A message that went astray goes out by its own row, and a card that is there is edited: nobody gets two. Of a
    business that was alerted those who are held in reserve stay so; one that was not is called if it matches.
    """
    speaking = await speaking_for(session, people=late.people, members=late.members)
    people = {*late.people, *(person_id for _, person_id in speaking)}
    groups = await bindings.bound_to(session, members=late.members)
    members = {member_id for member_id, _ in speaking}
    open_ones = (await session.exec(under_way.every().order_by(col(Incident.id)))).all()
    ids = [id_of(incident) for incident in open_ones]
    await again.send_missed(
        session, subject=SUBJECT, subject_ids=ids, kinds=SHOWN, people=people, groups=groups, now=now
    )
    for incident in open_ones:
        await _call_to(session, incident, late=late, members=members, now=now, time_zone=time_zone)
        await cards.redraw_tally(session, incident_id=id_of(incident), now=now)
    ended = await _ended_lately(session, now=now)
    for incident_id in ended:
        await _tell_the_end(session, incident_id, people=people, groups=groups, now=now)
    for incident_id in (*ids, *ended):
        await cards.redraw(session, incident_id=incident_id, people=people, groups=groups, lane=Lane.UPDATE, now=now)


async def _call_to(
    session: AsyncSession,
    incident: Incident,
    *,
    late: Latecomers,
    members: Collection[int],
    now: datetime,
    time_zone: ZoneInfo,
) -> None:
    incident_id = id_of(incident)
    was_alerted = select(Alerted.member_id).where(
        Alerted.incident_id == incident_id, col(Alerted.member_id).in_(members)
    )
    alerted = set((await session.exec(was_alerted)).all())
    new = set(members) - alerted
    # What is for an organisation at most goes to nobody by itself: a coordinator adds whom it is for.
    if new and incident.tlp not in NARROW:
        wanted = await lifecycle.wanted_now(session, incident=incident)
        await call_businesses(session, incident, new, wanted=wanted, now=now, time_zone=time_zone)
    uncalled = await audience.not_called(session, incident_id=incident_id, members=alerted, now=now)
    on_duty = await duty.on_duty(session, members=alerted, now=now, time_zone=time_zone)
    waiting = {one for one, person_id in uncalled if person_id not in late.people}
    pairs = [
        (one, person_id)
        for one, person_id in uncalled
        if person_id in late.people and (one not in waiting or person_id in on_duty.get(one, ()))
    ]
    await audience.call(session, incident_id=incident_id, pairs=pairs, now=now)


async def call_businesses(
    session: AsyncSession,
    incident: Incident,
    members: Collection[int],
    *,
    wanted: Wanted,
    now: datetime,
    time_zone: ZoneInfo,
) -> Audience:
    """Call those of some businesses (ids) that match what is wanted, as all were called at the beginning.

    Their groups get it too, and those held in reserve later. Give who was called, and who is held back.
    """
    found = await audience.find(session, wanted=wanted, members=members, now=now, time_zone=time_zone)
    if incident.tlp is Tlp.RED:
        people = {person_id for _, person_id in (*found.pairs, *found.reserve)}
        await naming.add(session, incident_id=id_of(incident), people=people)
    called = {member_id for member_id, _ in found.pairs}
    groups = await bindings.bound_to(session, members=called)
    await audience.call(session, incident_id=id_of(incident), pairs=found.pairs, groups=groups, now=now)
    if found.reserve:
        await reminders.plan_widening(session, incident=incident, now=now, time_zone=time_zone)
    return found


async def _ended_lately(session: AsyncSession, *, now: datetime) -> Sequence[int]:
    ended = select(Incident).where(
        Incident.status == IncidentStatus.CLOSED, col(Incident.closed_at) > now - END_IS_NEWS
    )
    return [id_of(incident) for incident in (await session.exec(ended)).all()]


async def _tell_the_end(
    session: AsyncSession, incident_id: int, *, people: Collection[int], groups: Collection[int], now: datetime
) -> None:
    """Send the all-clear that was missed, but only to whom had the alert: others never heard of it."""
    had_it = (
        select(Delivery.person_id, Delivery.group_id)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(
            *broadcasts.about(ALERT, incident_id),
            col(Delivery.state).in_((DeliveryState.SENT, DeliveryState.UNCERTAIN)),
            col(Delivery.person_id).in_(people) | col(Delivery.group_id).in_(groups),
        )
    )
    rows = (await session.exec(had_it)).all()
    await again.send_missed(
        session,
        subject=SUBJECT,
        subject_ids=[incident_id],
        kinds=(ALL_CLEAR,),
        people=[person_id for person_id, _ in rows if person_id is not None],
        groups=[group_id for _, group_id in rows if group_id is not None],
        now=now,
    )


async def call_whose_duty_began(session: AsyncSession, *, now: datetime, time_zone: ZoneInfo) -> None:
    """Call whose duty has begun since their business was alerted, while those on duty before them had the card."""
    for incident in (await session.exec(under_way.every().order_by(col(Incident.id)))).all():
        pairs = await audience.on_duty_and_not_called(
            session, incident_id=id_of(incident), now=now, time_zone=time_zone
        )
        await audience.call(session, incident_id=id_of(incident), pairs=pairs, now=now)
