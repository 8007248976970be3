"""What is for everybody is posted in the public channel too, and edited there."""

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.advisories import ADVISORY_SUBJECT, Advisory
from models.broadcasts import Broadcast, BroadcastKind, Delivery
from models.identity import id_of
from models.public_channels import PublicChannel
from models.tlp import Tlp
from services.advisories.kinds import ADVISORY_POST
from services.outbox import broadcasts


async def channel(session: AsyncSession) -> PublicChannel | None:
    """Find the channel that is bound, if the bot may post there."""
    query = select(PublicChannel).where(
        col(PublicChannel.bound_at).is_not(None), col(PublicChannel.left_at).is_(None), col(PublicChannel.may_post)
    )
    return (await session.exec(query.order_by(col(PublicChannel.bound_at).desc()))).first()


async def post(session: AsyncSession, *, advisory: Advisory, now: datetime) -> None:
    """Post an advisory that is for everybody, if a channel is bound."""
    if advisory.tlp is not Tlp.CLEAR:
        return
    bound = await channel(session)
    if bound is not None:
        await broadcasts.queue(
            session, kind=ADVISORY_POST, people=(), posts=[id_of(bound)], subject_id=id_of(advisory), now=now
        )


async def of(session: AsyncSession, *, advisory: Advisory) -> Delivery | None:
    """Find the newest post of an advisory."""
    query = (
        select(Delivery)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(
            Broadcast.subject == ADVISORY_SUBJECT,
            Broadcast.subject_id == id_of(advisory),
            Broadcast.kind == BroadcastKind.ADVISORY_POST,
        )
        .order_by(col(Delivery.id).desc())
    )
    return (await session.exec(query)).first()
