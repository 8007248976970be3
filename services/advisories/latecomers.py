"""Whoever can be called only now gets the advisories that are open."""

from collections.abc import Collection
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.advisories import ADVISORY_SUBJECT, Advisory, AdvisoryReceipt, AdvisoryState
from models.broadcasts import Broadcast, Delivery
from models.identity import id_of
from models.tlp import NARROW
from services.advisories import advisories, circles
from services.advisories.kinds import ADVISORY
from services.outbox import again, broadcasts
from services.people import latecomers
from services.people.businesses import speaking_for
from services.people.latecomers import Latecomers

# So long after it was sent an advisory without a deadline is news to whoever comes late.
NEWS = timedelta(days=30)


async def give_due(session: AsyncSession, *, now: datetime, time_zone: ZoneInfo) -> None:
    """Give latecomers what is open; the wing of tasks lets go of them later in the same tick."""
    late = await latecomers.due(session, now=now)
    if late is None:
        return
    open_ones = select(Advisory).where(
        Advisory.state == AdvisoryState.OPEN,
        or_(col(Advisory.due_at) > now, col(Advisory.due_at).is_(None) & (col(Advisory.sent_at) > now - NEWS)),
    )
    for advisory in (await session.exec(open_ones.order_by(col(Advisory.id)))).all():
        await _give(session, advisory, late, now=now, time_zone=time_zone)


async def _give(
    session: AsyncSession, advisory: Advisory, late: Latecomers, *, now: datetime, time_zone: ZoneInfo
) -> None:
    """Give one advisory: what went astray by its own row, and a card to whom it concerns and who has none."""
    speaking = await speaking_for(session, people=late.people, members=late.members)
    members = {member_id for member_id, _ in speaking}
    if not members:
        return
    await _let_in(session, advisory, members, now=now, time_zone=time_zone)
    query = select(AdvisoryReceipt.member_id).where(
        AdvisoryReceipt.advisory_id == id_of(advisory), col(AdvisoryReceipt.member_id).in_(members)
    )
    concerned = set((await session.exec(query)).all())
    people = list(dict.fromkeys(person_id for member_id, person_id in speaking if member_id in concerned))
    subject_ids = [id_of(advisory)]
    await again.send_missed(
        session, subject=ADVISORY_SUBJECT, subject_ids=subject_ids, kinds=(ADVISORY,), people=people, now=now
    )
    had = await session.exec(
        select(Delivery.person_id)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(*broadcasts.about(ADVISORY, id_of(advisory)), col(Delivery.person_id).in_(people))
    )
    having = set(had.all())
    new = [one for one in people if one not in having]
    if new:
        await broadcasts.queue(session, kind=ADVISORY, people=new, subject_id=id_of(advisory), now=now)
    if people:
        await advisories.redraw(session, advisory=advisory, now=now)


async def _let_in(
    session: AsyncSession, advisory: Advisory, members: Collection[int], *, now: datetime, time_zone: ZoneInfo
) -> None:
    """Keep that businesses (ids) are concerned too; what is for an organisation at most never widens by itself."""
    if advisory.is_chosen or advisory.tlp in NARROW:
        return
    found = await circles.pairs(session, circle=circles.of(advisory), now=now, time_zone=time_zone, members=members)
    query = select(AdvisoryReceipt.member_id).where(AdvisoryReceipt.advisory_id == id_of(advisory))
    known = set((await session.exec(query)).all())
    new = dict.fromkeys(member_id for member_id, _ in found if member_id not in known)
    session.add_all(AdvisoryReceipt(advisory_id=id_of(advisory), member_id=member_id) for member_id in new)
    await session.flush()
