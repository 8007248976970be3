"""What happened, in words: the lines of a time line."""

from handlers.frame.views.reader import Reader
from services.timelines.events import EventKind, TimelineEvent


def answer_name(reader: Reader, answer: str) -> str:
    """Name an answer without its mark."""
    return reader.label(f"paper-answer-{answer.replace('_', '-')}")


def event_line(reader: Reader, event: TimelineEvent) -> str:
    """Say what happened, as a line of a time line."""
    answer = answer_name(reader, event.answer) if event.answer else ""
    key = f"timeline-{event.kind.replace('_', '-')}"
    if event.kind is EventKind.REPORTED and not event.who:
        key = "timeline-reported-quietly"
    head = reader.label(key, who=event.who, count=event.count or 0, answer=answer)
    return f"{head}: {event.words}" if event.words else head
