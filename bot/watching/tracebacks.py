"""Tracebacks that tell where something went wrong, and never what a person wrote.

The message of an exception often quotes the value that it stumbled over; only where it cannot is it told.
"""

import re
import sqlite3
import sys
import traceback
from types import TracebackType

from pydantic import ValidationError
from sqlalchemy.exc import (
    DataError,
    IntegrityError,
    OperationalError,
    ProgrammingError,
    SQLAlchemyError,
    StatementError,
)

Raised = tuple[type[BaseException], BaseException, TracebackType | None]
UNTOLD = "[not logged]"
# Their messages are made of names in code, of Telegram's words, or of the system's.
TELLING = (AttributeError, ImportError, NameError, NotImplementedError, OSError, SQLAlchemyError, TypeError)
# What else a driver says may quote the values of a statement: asyncpg has no DataError for one that does not fit.
TOLD_OF_STATEMENTS = (IntegrityError, OperationalError, ProgrammingError)
# PostgreSQL quotes the row in its details, Telegram our text where it cannot read it.
QUOTES = re.compile(r"^(DETAIL|CONTEXT|HINT):.*\n?", re.MULTILINE)
UNREADABLE = re.compile(r"(can't parse [a-z ]*entities|can't find end of).*", re.IGNORECASE | re.DOTALL)
CAUSED = "\nThe above exception was the direct cause of the following exception:\n\n"
MEANWHILE = "\nDuring handling of the above exception, another exception occurred:\n\n"


def told(exc_info: Raised) -> str:
    """Write an exception with those that led to it."""
    return "".join(_told(exc_info[1], seen=set())).rstrip()


def said(error: BaseException) -> str:
    """Say what an exception says, where its message cannot quote what a person wrote."""
    match error:
        case ValidationError():
            found = error.errors(include_url=False, include_context=False, include_input=False)
            return "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['type']}" for one in found)
        case _ if _is_of_telegram(error):
            return without_quotes(str(error))
        case DataError():
            return UNTOLD
        case StatementError() if not (isinstance(error, TOLD_OF_STATEMENTS) or isinstance(error.orig, sqlite3.Error)):
            return UNTOLD
        case sqlite3.Error() | BaseExceptionGroup():
            return str(error)
        case _ if isinstance(error, TELLING):
            return QUOTES.sub("", str(error))
        case _:
            return UNTOLD if str(error) else ""


def _is_of_telegram(error: BaseException) -> bool:
    """Tell whether an error is Telegram's; where its library was never loaded, as by most commands, none is."""
    errors = sys.modules.get("telegram.error")
    return errors is not None and isinstance(error, errors.TelegramError)


def in_short(error: BaseException) -> str:
    """Give an exception's kind and what it says, fit to be kept."""
    return f"{type(error).__name__}: {said(error)}"


def without_quotes(description: str) -> str:
    """Take out of Telegram's words what they quote of ours."""
    return UNREADABLE.sub(r"\1", description)


def _told(error: BaseException, *, seen: set[int]) -> list[str]:
    """Write an exception, those before it first; none twice, for they may go in circles."""
    seen.add(id(error))
    lines: list[str] = []
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in seen:
        lines += [*_told(before, seen=seen), CAUSED if error.__cause__ else MEANWHILE]
    if error.__traceback__ is not None:
        lines += ["Traceback (most recent call last):\n", *traceback.format_tb(error.__traceback__)]
    words = said(error)
    lines.append(f"{type(error).__module__}.{type(error).__qualname__}{': ' if words else ''}{words}\n")
    if isinstance(error, BaseExceptionGroup):
        for number, one in enumerate(error.exceptions, 1):
            lines += [f"--- {number} of {len(error.exceptions)} ---\n", *_told(one, seen=seen)]
    return lines
