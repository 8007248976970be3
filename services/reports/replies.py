"""What a reply in Telegram answers: a message of ours that shows a report."""

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Delivery
from models.reports import REPORT_SUBJECT, Report


async def report_of(session: AsyncSession, *, address: str, message_id: int) -> Report | None:
    """Find the report that one of our messages (id) in a chat shows; None for any other message."""
    query = (
        select(Broadcast.subject, Broadcast.subject_id)
        .join(Delivery, col(Delivery.broadcast_id) == col(Broadcast.id))
        .where(Delivery.address == address, Delivery.message_id == message_id)
        .order_by(col(Delivery.id).desc())
        .limit(1)
    )
    found = (await session.exec(query)).first()
    if found is None or found[0] != REPORT_SUBJECT or found[1] is None:
        return None
    return await session.get(Report, found[1])
