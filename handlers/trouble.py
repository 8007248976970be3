"""What the owners are told when something is wrong with the system itself."""

from handlers.compose import Occasion
from handlers.views import trouble as views
from handlers.views.message import Message
from handlers.views.reader import Reader
from services.deliveries import Claimed


async def compose(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell of an update that was set aside after three attempts."""
    return views.quarantined(reader, update_id=claimed.update_id or 0)
