"""The files that follow a message: sent under it as what they were, several as an album."""

from dataclasses import replace

from markupsafe import Markup
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.frame.compose import Occasion
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from models.broadcasts import Broadcast, BroadcastKind
from models.incidents import IncidentKind
from services.incidents import lifecycle as incidents
from services.incidents.cards import incident_of
from services.outbox import under
from services.outbox.deliveries import Claimed
from services.outbox.kinds import Under
from services.wings import KINDS


async def compose(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make a part of the files of a message; None where they were forgotten meanwhile."""
    which = claimed.read(Under)
    if which is None:
        return None

    async def gather() -> Message | None:
        broadcast = await occasion.session.get_one(Broadcast, which.broadcast_id)
        parts = await under.parts(occasion.session, broadcast=broadcast, kinds=KINDS)
        if which.part >= len(parts):
            return None
        name = await under.name_of(occasion.session, broadcast=broadcast, kinds=KINDS)
        if name and await _is_of_drill(occasion.session, broadcast):
            name = reader.label("files-of-drill", code=name)
        return Message(Markup.escape(name), quiet=True, files=tuple(parts[which.part]))

    shared = await occasion.once(claimed, gather)
    if shared is None:
        return None
    above = await under.message_above(occasion.session, claimed=claimed, broadcast_id=which.broadcast_id)
    return replace(shared, answers=above)


async def _is_of_drill(session: AsyncSession, broadcast: Broadcast) -> bool:
    """Tell whether files belong to a drill: one that is planned, or an incident of that kind."""
    incident_id = incident_of(broadcast)
    if incident_id is None:
        return broadcast.kind is BroadcastKind.INJECT
    return (await incidents.by_id(session, incident_id=incident_id)).kind is IncidentKind.DRILL
