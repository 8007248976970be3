"""The time: read from one place, so that tests and the sandbox can move it."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Something that tells the time and lets it pass."""

    def now(self) -> datetime:
        """Tell the instant, aware."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Let so many seconds pass."""
        ...


class SystemClock:
    """The machine's clock, moved by `offset` while it follows a sandbox whose clock was moved."""

    def __init__(self) -> None:
        self.offset = timedelta(0)

    def now(self) -> datetime:
        """Tell the instant, aware."""
        return datetime.now(UTC) + self.offset

    async def sleep(self, seconds: float) -> None:
        """Let so many seconds pass."""
        await asyncio.sleep(seconds)
