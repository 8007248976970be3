"""Logs: one line an event, with the incident's code, and without tokens, phone numbers and what people wrote."""

import logging
import re
import sys
import threading
from collections.abc import Collection, Iterator, MutableMapping
from contextlib import contextmanager
from contextvars import ContextVar
from time import monotonic as _now
from types import TracebackType
from typing import Any, TextIO, cast

import structlog
from sqlalchemy import event

from bot.watching.tracebacks import told, without_quotes
from models.incidents import Incident

TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{10,64}")
# The password in an address; one that was not encoded may hold the strokes and signs that end it.
PASSWORD = re.compile(r"""(://[^\s:@/]*:)[^\s"']*@""")
# One that stands behind an address's question mark, as libpq allows.
PARAMETER = re.compile(r"""([?&](?:ssl)?password=)[^&\s"']+""")
# Numbers as Vietnamese people and Telegram write them; ids, instants and fractions are not among them.
PHONE = re.compile(r"(?<![\w.+-])(?:\+\d(?:[ .-]?\d){7,14}|84(?:[ .-]?\d){9}|0[235789](?:[ .-]?\d){8,9})(?!\w)")
# Libraries that write addresses, which hold the token, at their lower levels.
TALKATIVE = ("httpx", "httpcore", "aiohttp", "telegram", "uvicorn", "asyncio", "aiosqlite", "sqlalchemy")
# The shortest secret that is looked for word by word: a shorter one would be found everywhere.
SHORTEST_SECRET = 6
MOST_CODES = 10_000
# Whatever comes again and again is written once in so many seconds.
SELDOM_SECONDS = 1.0

Line = MutableMapping[str, Any]
_secrets: list[str] = []
_codes: dict[int, str] = {}
_written: dict[tuple[object, ...], tuple[float, int]] = {}
_concerned: ContextVar[set[str] | None] = ContextVar("concerned", default=None)


@contextmanager
def about_update(update_id: int) -> Iterator[None]:
    """Let every line that is written meanwhile name the update, and the incident that it turns out to be about."""
    token = _concerned.set(set())
    try:
        with structlog.contextvars.bound_contextvars(update_id=update_id):
            yield
    finally:
        _concerned.reset(token)


def _note(incident: Incident) -> None:
    """Keep the code of an incident that was read or stored just now."""
    if incident.id is not None:
        if len(_codes) >= MOST_CODES:
            _codes.clear()
        _codes[incident.id] = incident.code
    concerned = _concerned.get()
    if concerned is not None:
        concerned.add(incident.code)


event.listen(Incident, "load", lambda incident, _context: _note(incident))
event.listen(Incident, "after_insert", lambda _mapper, _connection, incident: _note(incident))


def name_incident(_logger: Any, _method: str, line: Line) -> Line:
    """Name the one incident that a line is about: by the `incident_id` given, or as the update under way has it."""
    concerned = _concerned.get() or set()
    given = line.pop("incident_id", None)
    code = _codes.get(given) if given is not None else None
    if code is None and len(concerned) == 1:
        (code,) = concerned
    if code is not None:
        line["incident"] = code
    return line


def take_out_quotes(_logger: Any, _method: str, line: Line) -> Line:
    """Take out of Telegram's words what they quote of ours."""
    if isinstance(line.get("error"), str):
        line["error"] = without_quotes(line["error"])
    return line


def thin_out(_logger: Any, _method: str, line: Line) -> Line:
    """Let a line that is marked `seldom` pass once a second, with how many of its kind were left out before it."""
    if not line.pop("seldom", False):
        return line
    exc_info = line.get("exc_info")
    kind = exc_info[0] if isinstance(exc_info, tuple) else None
    cause = (line.get("event"), line.get("logger"), line.get("error"), kind)
    now = _now()
    last, left_out = _written.get(cause, (float("-inf"), 0))
    if now - last < SELDOM_SECONDS:
        _written[cause] = (last, left_out + 1)
        raise structlog.DropEvent
    if len(_written) >= MOST_CODES:
        _written.clear()
    _written[cause] = (now, 0)
    return {**line, "left_out": left_out} if left_out else line


def redact(_logger: Any, _method: str, line: Any) -> str:
    """Blot out secrets and phone numbers in the finished line, wherever they stand; runs last before it is written."""
    return PHONE.sub("[phone]", without_secrets(line))


def without_secrets(text: str) -> str:
    """Blot out tokens, passwords in addresses, and the secrets among the settings."""
    for secret in _secrets:
        text = text.replace(secret, "[secret]")
    return PARAMETER.sub(r"\1***", PASSWORD.sub(r"\1***@", TOKEN.sub("[token]", text)))


class Bridge(logging.Handler):
    """Lets what libraries log go the same way as our own lines."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record; of its message only the first line, for others may show values."""
        first = (record.getMessage().splitlines() or [""])[0]
        structlog.get_logger().log(record.levelno, first, logger=record.name, exc_info=record.exc_info, seldom=True)


class _Out:
    """Standard error as it is at the moment of writing, or a file in its place."""

    file: TextIO | None = None

    def write(self, text: str) -> int:
        return (self.file or sys.stderr).write(text)

    def flush(self) -> None:
        (self.file or sys.stderr).flush()


_out = _Out()


def set_up(level: str, *, secrets: Collection[str | None] = (), file: TextIO | None = None) -> None:
    """Write logs to standard error, for people on a terminal, as JSON lines elsewhere; or to a file, as JSON lines."""
    _out.file = file
    _secrets[:] = [secret for secret in secrets if secret and len(secret) >= SHORTEST_SECRET]
    _written.clear()
    processors: list[Any] = [
        thin_out,
        structlog.contextvars.merge_contextvars,
        name_incident,
        take_out_quotes,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.ExceptionRenderer(told),
    ]
    for_people = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    last: Any = (
        for_people if file is None and sys.stderr.isatty() else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    structlog.configure(
        processors=[*processors, last, redact],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=structlog.PrintLoggerFactory(cast("TextIO", _out)),
        cache_logger_on_first_use=False,
    )
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    root = logging.getLogger()
    for bridge in [handler for handler in root.handlers if isinstance(handler, Bridge)]:
        root.removeHandler(bridge)
    root.addHandler(Bridge())


def last_word(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
    """Log what ended the program, in place of Python's own traceback; for `sys.excepthook`."""
    if issubclass(kind, KeyboardInterrupt):
        return
    structlog.get_logger().critical("the program ended", exc_info=(kind, error, where))


def last_word_of_thread(ended: threading.ExceptHookArgs) -> None:
    """Log what ended a thread; for `threading.excepthook`."""
    if ended.exc_value is not None:
        last_word(ended.exc_type, ended.exc_value, ended.exc_traceback)
