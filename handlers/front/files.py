"""The files that follow a message: sent under it as what they were, several as an album."""

from dataclasses import replace

from markupsafe import Markup

from handlers.frame.compose import Occasion
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from models.broadcasts import Broadcast
from services.outbox import under
from services.outbox.deliveries import Claimed
from services.outbox.kinds import Under
from services.wings import KINDS


async def compose(occasion: Occasion, claimed: Claimed, _: Reader) -> Message | None:
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
        return Message(Markup.escape(name), quiet=True, files=tuple(parts[which.part]))

    shared = await occasion.once(claimed, gather)
    if shared is None:
        return None
    above = await under.message_above(occasion.session, claimed=claimed, broadcast_id=which.broadcast_id)
    return replace(shared, answers=above)
