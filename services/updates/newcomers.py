"""Whoever is called after an update gets the newest one under their card, and is asked and counted like the others."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Delivery, Lane
from models.identity import id_of
from models.incidents import Alerted, Incident, IncidentStatus, Notice, NoticeAudience, NoticeKind
from models.updates import Acknowledgement
from services.groups import bindings
from services.incidents import cards
from services.incidents.kinds import ALERT, SUBJECT, UPDATE, OfNotice
from services.outbox import broadcasts
from services.outbox.deliveries import Claimed, Outcome, Result
from services.updates import seen


async def settle(session: AsyncSession, *, results: Sequence[Result], now: datetime) -> None:
    """Let an update follow the cards that have just arrived, or were edited for one more business."""
    arrived: dict[int, list[Claimed]] = {}
    for result in results:
        claimed = result.claimed
        if claimed.kind == ALERT.name and result.outcome is Outcome.SENT and claimed.subject_id is not None:
            arrived.setdefault(claimed.subject_id, []).append(claimed)
    for notice in await _holding(session, incidents=arrived):
        cards_of = arrived[notice.incident_id]
        people = {one.person_id for one in cards_of if one.person_id is not None}
        groups = {one.group_id for one in cards_of if one.group_id is not None}
        await _give(session, notice, people=people, groups=groups, now=now)


async def _holding(session: AsyncSession, *, incidents: Iterable[int]) -> Sequence[Notice]:
    """Find, of each open incident (ids), the newest update to all that says something, and the last that asks."""
    ids = list(incidents)
    if not ids:
        return ()
    query = (
        select(Notice)
        .join(Incident, col(Incident.id) == col(Notice.incident_id))
        .where(
            col(Notice.incident_id).in_(ids),
            Notice.kind == NoticeKind.UPDATE,
            Notice.audience == NoticeAudience.ALL,
            col(Notice.is_unchanged).is_(False),
            col(Notice.taken_back_at).is_(None),
            Incident.status != IncidentStatus.CLOSED,
        )
        .order_by(col(Notice.id))
    )
    held: dict[tuple[int, bool], Notice] = {}
    for notice in (await session.exec(query)).all():
        held[notice.incident_id, False] = notice
        if notice.asks_seen:
            held[notice.incident_id, True] = notice
    return sorted({id_of(one): one for one in held.values()}.values(), key=id_of)


async def _give(session: AsyncSession, notice: Notice, *, people: set[int], groups: set[int], now: datetime) -> None:
    """Send an update to those who do not have it, and ask for their businesses too, where it asks."""
    having = await session.exec(
        select(Delivery.person_id, Delivery.group_id)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(
            *broadcasts.about(UPDATE, notice.incident_id),
            col(Broadcast.details)["notice_id"].as_integer() == id_of(notice),
            col(Delivery.person_id).in_(people) | col(Delivery.group_id).in_(groups),
        )
    )
    had = having.all()
    without = people - {person_id for person_id, _ in had}
    groups_without = groups - {group_id for _, group_id in had}
    if without or groups_without:
        await broadcasts.queue(
            session,
            kind=UPDATE,
            people=sorted(without),
            groups=sorted(groups_without),
            subject_id=notice.incident_id,
            details=OfNotice(id_of(notice)),
            now=now,
        )
    if notice.asks_seen:
        await _expect(session, notice, people=people, now=now)


async def _expect(session: AsyncSession, notice: Notice, *, people: set[int], now: datetime) -> None:
    """Ask the businesses too for which some people (ids) were called, and which are not asked yet."""
    asked = select(Acknowledgement.member_id).where(
        Acknowledgement.notice_id == id_of(notice), col(Acknowledgement.member_id).is_not(None)
    )
    called = await session.exec(
        select(Alerted.member_id)
        .where(
            Alerted.incident_id == notice.incident_id,
            col(Alerted.person_id).in_(people),
            col(Alerted.member_id).not_in(asked),
        )
        .distinct()
    )
    members = called.all()
    if not members:
        return
    seen.expect(session, notice_id=id_of(notice), members=members, observers=())
    await session.flush()
    # Whoever has the update for another business is asked once more, in the message that they have.
    await broadcasts.redraw(
        session,
        kinds=(UPDATE,),
        subject=SUBJECT,
        subject_id=notice.incident_id,
        lane=Lane.UPDATE,
        people=people,
        groups=await bindings.bound_to(session, members=members),
        now=now,
    )
    await cards.redraw_tally(session, incident_id=notice.incident_id, now=now)
