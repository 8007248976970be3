"""Logs: one line an event, without the bot's token wherever it may come from."""

import logging
import re
import sys
from typing import Any

import structlog

TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{10,64}")
# Libraries that write addresses, which hold the token, at their lower levels.
TALKATIVE = ("httpx", "httpcore", "aiohttp", "telegram", "uvicorn", "asyncio", "aiosqlite", "sqlalchemy")


def redact(_logger: Any, _method: str, line: Any) -> str:
    """Blot out tokens in the finished line, wherever in it they stand; runs last before it is written."""
    return TOKEN.sub("[token]", line)


def set_up(level: str) -> None:
    """Write logs to standard error: for people on a terminal, as JSON lines elsewhere."""
    on_terminal = sys.stderr.isatty()
    processors: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    last: Any = (
        structlog.dev.ConsoleRenderer() if on_terminal else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    structlog.configure(
        processors=[*processors, last, redact],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
