"""What long work is: an asynchronous generator of words, done at a desk by the engine."""

from collections.abc import AsyncIterator, Awaitable, Callable

from handlers.frame.desk import Desk
from handlers.frame.words import (
    Send,
    SendNewFile,
)
from models.jobs import Job

# Downloads a file that Telegram keeps, by its id.
Fetch = Callable[[str], Awaitable[bytes]]
Words = AsyncIterator[Send | SendNewFile]
Work = Callable[[Desk, Job, Fetch], Words]
