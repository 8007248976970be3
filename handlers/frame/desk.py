"""What long work is done with: the database, the time, the person who asked, and a way to tell how far it is.

The same work is done for a chat and for the command line.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from handlers.frame.office import Office
from handlers.frame.views.reader import Reader
from models.database import Database
from models.people import Person


class Stage(StrEnum):
    """What is being done."""

    READING = "reading"
    COMPARING = "comparing"
    SAVING = "saving"
    WRITING = "writing"
    INVITING = "inviting"


@dataclass(frozen=True)
class Progress:
    """How far a stage is; `total` is None where nobody knows yet."""

    stage: Stage
    done: int
    total: int | None = None


@dataclass(frozen=True)
class Desk:
    """Where a job is done; `person` is None at the command line.

    `tell` is awaited between two portions of work, and may let others have their turn, or end it all by an exception.
    """

    database: Database
    office: Office
    reader: Reader
    person: Person | None
    now: Callable[[], datetime]
    tell: Callable[[Progress], Awaitable[None]]
