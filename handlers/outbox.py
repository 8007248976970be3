"""Renders what is due to be sent or edited: late, in each recipient's language, and not at all when it is stale."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers import applications, incidents, notices, tally, trouble
from handlers.compose import Composer, Occasion
from handlers.office import Office
from handlers.views.message import Message
from handlers.views.reader import Reader
from models.broadcasts import BroadcastKind
from services.deliveries import Claimed

COMPOSERS: Mapping[BroadcastKind, Composer] = {
    BroadcastKind.ALERT: incidents.compose_alert,
    BroadcastKind.REMINDER: incidents.compose_reminder,
    BroadcastKind.REPLY: notices.compose,
    BroadcastKind.UPDATE: notices.compose,
    BroadcastKind.ALL_CLEAR: notices.compose,
    BroadcastKind.TALLY: tally.compose,
    BroadcastKind.APPLICATION: applications.compose_request,
    BroadcastKind.DECISION: applications.compose_decision,
    BroadcastKind.TROUBLE: trouble.compose,
}


async def compose(
    session: AsyncSession, *, batch: Sequence[Claimed], office: Office, now: datetime
) -> Mapping[int, Message | None]:
    """Make the message of each claimed delivery, by its id; None where it has gone stale."""
    occasion = Occasion(session=session, office=office, now=now)
    return {
        claimed.id: await COMPOSERS[claimed.kind](occasion, claimed, Reader(claimed.language, office.time_zone))
        for claimed in batch
    }
