"""Outages: Telegram keeps a tap for 150 seconds, so what was tapped while it was out of reach may be gone.

After such a time whoever was alerted and has no stored answer is asked again, once, and told why.
Source: docs/telegram.md, "Updates" (lifetimes of what waits).
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.channels import Channel
from models.identity import id_of
from models.outages import ONLY, Contact
from services.incidents import reminders, under_way
from services.incidents.kinds import REMINDER, AfterOutage
from services.outbox import again, broadcasts

# A longer silence may have cost taps.
LONGEST_SILENCE = timedelta(minutes=2)
# Time for what Telegram still kept to be fetched and applied: who has answered after all is not asked.
CATCHING_UP = timedelta(seconds=10)


async def hear(
    session: AsyncSession, *, now: datetime, skipped_since: Callable[[datetime], timedelta] = lambda _: timedelta(0)
) -> timedelta | None:
    """Keep that Telegram was heard; return how long it was not, where that may have cost taps.

    `skipped_since` tells how much of the time since an instant the clock only jumped over: that was no silence.
    Reminders that wait since then are let go, for everybody will be asked again; what else rests goes out at once.
    """
    contact = await _contact(session)
    if contact is None:
        session.add(Contact(heard_at=now))
        return None
    silence = now - contact.heard_at - skipped_since(contact.heard_at)
    if silence > LONGEST_SILENCE:
        contact.lost_at = contact.lost_at or contact.heard_at
        contact.back_at = now
        await _let_go_of_reminders(session)
        await again.wait_no_longer(session, channel=Channel.TELEGRAM, now=now)
    contact.heard_at = now
    return silence if silence > LONGEST_SILENCE else None


async def last_heard(session: AsyncSession) -> datetime | None:
    """Tell when Telegram was last heard; None where it never was."""
    contact = await session.get(Contact, ONLY)
    return contact.heard_at if contact is not None else None


async def is_catching_up(session: AsyncSession) -> bool:
    """Tell whether Telegram is back while nobody was asked again yet."""
    contact = await _contact(session)
    return contact is not None and contact.back_at is not None


async def ask_due(session: AsyncSession, *, now: datetime) -> int:
    """Ask everybody again whose tap may be lost, once for each outage. Return how many are asked."""
    contact = await _contact(session)
    # A clock that was set back meanwhile does not keep them waiting.
    if contact is None or contact.back_at is None or timedelta(0) <= now - contact.back_at < CATCHING_UP:
        return 0
    reached_before = contact.back_at - LONGEST_SILENCE
    contact.lost_at = contact.back_at = None
    open_ones = await session.exec(under_way.every())
    asked = 0
    for incident in open_ones.all():
        asked += await _ask_again(session, incident_id=id_of(incident), reached_before=reached_before, now=now)
    return asked


async def _ask_again(session: AsyncSession, *, incident_id: int, reached_before: datetime, now: datetime) -> int:
    silent = await reminders.silent_people(session, incident_id=incident_id, reached_before=reached_before)
    if silent:
        await broadcasts.queue(
            session, kind=REMINDER, people=silent, subject_id=incident_id, details=AfterOutage(), now=now
        )
    return len(silent)


async def _contact(session: AsyncSession) -> Contact | None:
    return await session.get(Contact, ONLY, with_for_update=True)


async def _let_go_of_reminders(session: AsyncSession) -> None:
    about = select(col(Broadcast.id)).where(col(Broadcast.kind) == BroadcastKind.REMINDER)
    await session.exec(
        update(Delivery)
        .where(col(Delivery.broadcast_id).in_(about), col(Delivery.state) == DeliveryState.PENDING)
        .values(state=DeliveryState.DROPPED)
    )
