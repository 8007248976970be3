"""What the owners are told when something is wrong with the system itself."""

from handlers.compose import Occasion
from handlers.views import jobs as job_views
from handlers.views import trouble as views
from handlers.views.message import Message
from handlers.views.reader import Reader
from services.deliveries import Claimed
from services.jobs import job_of


async def compose(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell of an update that was set aside, or a job that was given up, after three attempts."""
    if claimed.topic is not None:
        return job_views.trouble(reader, number=job_of(claimed.topic))
    return views.quarantined(reader, update_id=claimed.update_id or 0)
