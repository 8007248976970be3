"""What a channel brought lately: a restart keeps the pace by it."""

from collections.abc import Sequence
from datetime import datetime
from operator import itemgetter

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Delivery
from models.channels import Channel
from services.outbox.deliveries import LEASE


async def sent_since(session: AsyncSession, *, since: datetime, channel: Channel) -> Sequence[tuple[str, datetime]]:
    """List what a channel sent or edited lately, as (address, instant), so that a restart keeps the pace.

    What was on its way when a worker died may have gone out as well: it counts from when it was claimed.
    """
    latest = func.coalesce(col(Delivery.edited_at), col(Delivery.sent_at))
    by_this = Delivery.channel == channel
    settled = await session.exec(select(Delivery.address, latest).where(by_this, latest >= since))
    on_its_way = await session.exec(
        select(Delivery.address, col(Delivery.leased_until)).where(by_this, col(Delivery.leased_until) >= since + LEASE)
    )
    known = [(address, at) for address, at in settled if at is not None]
    perhaps = [(address, until - LEASE) for address, until in on_its_way if until is not None]
    return sorted(known + perhaps, key=itemgetter(1))
