"""Long work as the person who asked for it sees it: how far it is, or that it failed."""

from handlers.views.message import Message
from handlers.views.reader import Reader
from handlers.workbook_desk import Progress


def progress(reader: Reader, progress: Progress) -> Message:
    """Tell how far a job is."""
    done = reader.number(progress.done)
    if progress.total is not None:
        done = reader.label("job-progress-of", done=done, total=reader.number(progress.total))
    return Message(reader.say(f"job-progress-{progress.stage}", done=done))


def failed(reader: Reader) -> Message:
    """Tell the person that a job was given up."""
    return Message(reader.say("job-failed"))


def trouble(reader: Reader, *, number: int) -> Message:
    """Tell the owners that a job was given up."""
    return Message(reader.say("job-trouble", number=str(number)))
