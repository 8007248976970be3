"""What the owners are told when something is wrong with the system itself."""

from datetime import timedelta

from handlers.frame.compose import Occasion
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.watch import views
from handlers.workbooks.views import jobs as job_views
from services.ground.details import Details
from services.jobs.kinds import GivenUp
from services.outbox.deliveries import Claimed
from services.watch import trouble
from services.watch.kinds import TROUBLE, AnsweredByAnother, ClockAhead, Failing, Late, SetAside, Stumbled


async def compose(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell of updates that were set aside, of trouble on the way to people, or of a job that was given up."""
    told: Details | None = claimed.read(*TROUBLE.details)
    match told:
        case GivenUp(job_id):
            return job_views.trouble(reader, number=job_id)
        case Late(lanes):
            return views.late(reader, late=lanes)
        case Failing():
            found = await trouble.failures_of(occasion.session, failing=told, now=occasion.now)
            return views.failures(reader, failures=found)
        case AnsweredByAnother(count):
            return views.answered_by_another(reader, count=count)
        case ClockAhead(seconds):
            return views.clock(reader, ahead=timedelta(seconds=seconds))
        case Stumbled(duty):
            return views.stumbled(reader, duty=duty)
        case SetAside(count, update_id):
            return views.quarantined(reader, update_id=update_id, count=count)
        case _:
            return None
