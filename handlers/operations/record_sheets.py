"""What a person wrote in incident logs, and the operations groups that they registered, as their file shows it."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordRow, RecordSheet, files_said
from handlers.frame.views.reader import Reader
from models.operations import LogEntry


def _log(reader: Reader, one: LogEntry, code: str | None, files: str | None) -> RecordRow:
    return code, one.said_at, one.text, files_said(reader, files)


SHEETS: Mapping[str, RecordSheet] = {
    "log": RecordSheet(157, ("code", "at", "text", "files"), _log),
    "operations": RecordSheet(
        52, ("group", "bound", "left"), lambda _, one: (one.title, one.registered_at, one.left_at)
    ),
}
