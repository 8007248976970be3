"""Long work as the person who asked for it sees it: how far it is, or that it failed."""

from handlers.frame.desk import Progress
from handlers.frame.views import refusals
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from models.jobs import Job
from services.ground.refusals import Refusal

LONGEST_NAME = 60


def progress(reader: Reader, progress: Progress) -> Message:
    """Tell how far a job is."""
    done = reader.number(progress.done)
    if progress.total is not None:
        done = reader.label("job-progress-of", done=done, total=reader.number(progress.total))
    return Message(reader.say(f"job-progress-{progress.stage}", done=done))


def refused(reader: Reader, job: Job, refusal: Refusal) -> Message:
    """Say why a job comes to nothing, and of which file, since several may have been sent."""
    if "name" not in job.asked:
        return refusals.message(refusal, reader)
    file = shorten(str(job.asked["name"]), LONGEST_NAME)
    return Message(reader.say("job-refused", file=file, why=refusals.plain(refusal, reader)))


def failed(reader: Reader) -> Message:
    """Tell the person that a job was given up."""
    return Message(reader.say("job-failed"))


def trouble(reader: Reader, *, number: int) -> Message:
    """Tell the owners that a job was given up."""
    return Message(reader.say("job-trouble", number=str(number)))
