"""Renders what is due to be sent or edited: late, in each recipient's language, and not at all when it is stale."""

from handlers.frame.compose import Occasion
from handlers.frame.views.message import Message
from handlers.front.face import ALL_FACES
from services.outbox.deliveries import Claimed


async def compose(occasion: Occasion, claimed: Claimed) -> Message | None:
    """Make the message of a claimed delivery; None where it has gone stale."""
    reader = occasion.office.reader(claimed.language)
    return await ALL_FACES.composers[claimed.kind](occasion, claimed, reader)
