"""An incident's log: a page of what was written, with who and when."""

from datetime import datetime

from markupsafe import Markup

from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message
from handlers.frame.views.pages import Page, turning
from handlers.frame.views.reader import Reader
from handlers.operations.taps import LogFilesTap, LogTap
from handlers.tally.views.buttons import to_tally
from models.identity import id_of
from models.incidents import Incident
from services.operations.log import LogLine, LogPage

# Five entries fit a screen.
TEXT, BEFORE = 300, 120


def page(reader: Reader, incident: Incident, shown: LogPage, *, in_group: bool, now: datetime) -> Message:
    """Show a page of a log, its newest entry last, as in the chat that it was written in."""
    incident_id = id_of(incident)
    head = reader.say("log-head", code=incident.code, count=shown.total)
    lines = [_line(reader, line, now) for line in reversed(shown.lines)]
    text = Markup("\n\n").join([head, *(lines or [reader.say("log-empty")])])
    files = sum(line.files for line in shown.lines)
    rows = list(
        turning(Page(shown.lines, shown.number, shown.count), lambda number: LogTap(incident_id, number).pack())
    )
    if files:
        label = reader.label("button-log-files", count=files)
        rows.append((Button(label, LogFilesTap(incident_id, shown.number).pack()),))
    return Message(text, rows=tuple(rows) if in_group else (*rows, to_tally(reader, incident_id)), quiet=True)


def _line(reader: Reader, line: LogLine, now: datetime) -> Markup:
    entry = line.entry
    at, author = reader.short_moment(entry.said_at, now), reader.known_as(line.author)
    parts = [reader.say("log-line-edit" if entry.changes_id else "log-line", at=at, author=author)]
    if entry.text:
        parts.append(Markup.escape(shorten(entry.text, TEXT)))
    elif not line.files:
        parts.append(reader.say("log-words-gone"))
    if line.before:
        parts.append(reader.say("log-before", text=shorten(line.before, BEFORE)))
    if line.files:
        parts.append(reader.say("log-files", count=line.files))
    return Markup("\n").join(parts)
