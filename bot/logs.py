"""Logs: one line an event, without the bot's token wherever it may come from."""

import logging
import re
import sys
from typing import Any

import structlog
from structlog.typing import EventDict

TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{10,64}")
# Libraries that write addresses, which hold the token, at their lower levels.
TALKATIVE = ("httpx", "httpcore", "aiohttp", "telegram", "uvicorn", "asyncio", "aiosqlite", "sqlalchemy")


def redact(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """Blot out tokens in every value, tracebacks included; runs last before the line is written."""
    return {key: TOKEN.sub("[token]", value) if isinstance(value, str) else value for key, value in event.items()}


def set_up(level: str) -> None:
    """Write logs to standard error: for people on a terminal, as JSON lines elsewhere."""
    on_terminal = sys.stderr.isatty()
    processors: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        redact,
    ]
    last: Any = (
        structlog.dev.ConsoleRenderer() if on_terminal else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    structlog.configure(
        processors=[*processors, last],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
