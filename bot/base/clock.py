"""The time: read from one place, so that tests and the sandbox can move it."""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

import structlog

log = structlog.get_logger(__name__)
WORTH_SAYING = timedelta(seconds=2)
# A clock that is further behind than this was wrong before, and is right now.
LITTLE = timedelta(hours=2)
# What the clock goes on by, and no ticks tell of, is a jump: somebody set it, or the machine slept.
JUMP = timedelta(seconds=15)
KEPT_JUMPS = 20


class Clock(Protocol):
    """Something that tells the time and lets it pass."""

    def now(self) -> datetime:
        """Tell the instant, aware."""
        ...

    def go_on_from(self, instant: datetime) -> None:
        """Take the last run's last instant as the first of this one, if need be."""
        ...

    def skipped_since(self, instant: datetime) -> timedelta:
        """Tell how much of the time since an instant never passed, for the clock jumped over it."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Let so many seconds pass."""
        ...


def on_the_wall() -> datetime:
    """Tell what the machine's clock says."""
    return datetime.now(UTC)


class SystemClock:
    """The machine's clock, moved by `offset` while it follows a sandbox whose clock was moved.

    It never goes back: what is due at an instant, a pace or a lease would stand still until that instant came again.
    Where the machine's clock is set back, this one goes on at half the pace until both agree.
    """

    def __init__(
        self, *, wall: Callable[[], datetime] = on_the_wall, ticks: Callable[[], float] = time.monotonic
    ) -> None:
        self.offset = timedelta(0)
        self._wall = wall
        self._ticks = ticks
        self._told: datetime | None = None
        self._told_at = 0.0
        self._is_ahead = False
        self._jumps: deque[tuple[datetime, timedelta]] = deque(maxlen=KEPT_JUMPS)

    def now(self) -> datetime:
        """Tell the instant, aware."""
        now, ticks = self._wall() + self.offset, self._ticks()
        if self._told is not None:
            if self._told - now > WORTH_SAYING and not self._is_ahead:
                log.warning("the clock was set back", seconds=round((self._told - now).total_seconds()))
            self._is_ahead = self._told > now
            jumped = now - self._told - timedelta(seconds=ticks - self._told_at)
            if jumped > JUMP:
                log.warning("the clock jumped", seconds=round(jumped.total_seconds()))
                self._jumps.append((now, jumped))
            now = max(now, self._told + timedelta(seconds=(ticks - self._told_at) / 2))
        self._told, self._told_at = now, ticks
        return now

    def go_on_from(self, instant: datetime) -> None:
        """Take a bot's last instant as the first: while it was down, the clock may have been set back a little."""
        if timedelta(0) < instant - self.now() <= LITTLE:
            self._told = instant

    def skipped_since(self, instant: datetime) -> timedelta:
        """Tell how much of the time since an instant never passed, for the clock jumped over it."""
        self.now()
        return sum((by for at, by in self._jumps if at > instant), timedelta(0))

    async def sleep(self, seconds: float) -> None:
        """Let so many seconds pass."""
        await asyncio.sleep(seconds)
