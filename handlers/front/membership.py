"""What people are told of a business's place in the network: each piece of news has a composer in its own wing."""

from handlers.frame.compose import Occasion
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.wings import WING_FACES
from services.outbox.deliveries import Claimed
from services.people.kinds import News


async def compose(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make the message of a piece of news; None when it is stale, or no longer told."""
    news = claimed.read(News)
    composer = WING_FACES.news.get(news.what) if news is not None else None
    return await composer(occasion, claimed, reader) if composer is not None else None
