"""What the owners are told when something is wrong with the system itself."""

from handlers.frame.compose import Occasion
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.watch import views
from handlers.workbooks.views import jobs as job_views
from services.jobs.queue import job_of
from services.outbox.deliveries import Claimed
from services.watch import trouble
from services.watch.trouble import Cause


async def compose(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell of updates that were set aside, of trouble on the way to people, or of a job that was given up."""
    topic = claimed.topic or ""
    match trouble.cause_of(claimed.topic):
        case None:
            return job_views.trouble(reader, number=job_of(topic))
        case Cause.LATE:
            return views.late(reader, late=trouble.late_of(topic))
        case Cause.FAILURES:
            return views.failures(reader, failures=await trouble.failures_of(occasion.session, topic=topic))
        case Cause.TELEGRAM:
            return views.answered_by_another(reader, count=trouble.answers_of(topic))
        case Cause.CLOCK:
            return views.clock(reader, ahead=trouble.ahead_of(topic))
        case _:
            count = trouble.aside_of(topic) if topic else 1
            return views.quarantined(reader, update_id=claimed.update_id or 0, count=count)
