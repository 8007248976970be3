"""What Telegram's carrier takes of the outbox, as the delivery engine claims it."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from models.channels import Channel
from services.outbox import deliveries
from services.outbox.deliveries import Claimed
from tests.network import MORNING


async def sends(session: AsyncSession, *, now: datetime = MORNING, limit: int = 50) -> Sequence[Claimed]:
    return await deliveries.claim_sends(session, channel=Channel.TELEGRAM, now=now, limit=limit)


async def edits(session: AsyncSession, *, now: datetime = MORNING, limit: int = 50) -> Sequence[Claimed]:
    return await deliveries.claim_edits(session, channel=Channel.TELEGRAM, now=now, limit=limit)
