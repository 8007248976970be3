"""What people are told of a business's place in the network: each topic has a composer in its own wing."""

from handlers.frame.compose import Occasion
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.wings import TOGETHER
from services.outbox.deliveries import Claimed


async def compose(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make the message of a topic; None when it is stale, or its topic is no longer told."""
    composer = TOGETHER.news.get(claimed.topic or "")
    return await composer(occasion, claimed, reader) if composer is not None else None
