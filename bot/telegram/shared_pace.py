"""One pace for all workers: a throttle whose overall limit is shared by way of the database."""

import asyncio
from collections import deque
from datetime import datetime, timedelta

from bot.base.clock import Clock
from bot.telegram.throttle import Limits, Throttle
from models.database import Database
from services.outbox import pace

ZERO = timedelta(0)
# How much of the limit one reservation takes at most; a single message where that is longer apart.
STRETCH = timedelta(seconds=0.05)
# How soon to ask for a moment that is being reserved.
LOOK_AGAIN = timedelta(seconds=0.005)
# Whoever asks twice within this time has something to send; the first time may be out of curiosity.
IN_EARNEST = timedelta(seconds=0.1)
# A moment that was missed by more than this is let go: made up for later, it would be somebody else's.
TOO_LATE = timedelta(seconds=0.03)
# Moments are so much further apart than the limit asks, so that a second's own, the latest of those before it, and what
# was as long again on its way are never more than the limit.
SLACK = 1.06


class SharedPace(Throttle):
    """Tells how long a message must wait for a moment that is reserved for this worker alone.

    `step` reserves such moments, in a loop of its own; what else is sent without waiting is counted with the next.
    A chat's own limit is each worker's alone.
    """

    def __init__(self, limits: Limits, database: Database, clock: Clock) -> None:
        super().__init__(limits)
        if limits.overall is None:
            raise ValueError("without a limit there is no pace to keep")
        self._interval = limits.overall.interval * SLACK
        self._at_once = max(1, int(STRETCH / self._interval))
        self._database = database
        self._clock = clock
        self._moments: deque[datetime] = deque()
        self._unasked = 0
        self._pause = ZERO
        self._asked_at: datetime | None = None
        self._wanted = asyncio.Event()

    def wait(self, now: datetime) -> timedelta:
        """Tell how long every broadcast must wait, or when to ask again while a moment is being reserved."""
        while self._moments and self._moments[0] < now - TOO_LATE:
            self._moments.popleft()
        asked_at, self._asked_at = self._asked_at, now
        alone = super().wait(now)
        if self._moments:
            return max(alone, self._moments[0] - now)
        if asked_at is not None and now - asked_at <= IN_EARNEST:
            self._wanted.set()
        return max(alone, LOOK_AGAIN)

    def take(self, chat_id: int, now: datetime) -> None:
        """Count a message that goes now: at a reserved moment, or without one where a person is answered."""
        super().take(chat_id, now)
        if self._moments and self._moments[0] <= now:
            self._moments.popleft()
        else:
            self._unasked += 1
        if self._unasked or len(self._moments) <= self._at_once // 2:
            self._wanted.set()

    def pause(self, until: datetime) -> None:
        """Stop every broadcast of every worker until then, as Telegram asked by a 429."""
        super().pause(until)
        self._pause = max(self._pause, until - self._clock.now())
        self._wanted.set()

    async def step(self) -> None:
        """Wait until moments are wanted, reserve some, and tell the others of what was sent and asked for."""
        await self._wanted.wait()
        self._wanted.clear()
        unasked, pause = self._unasked, self._pause
        ahead = self._at_once if len(self._moments) <= self._at_once // 2 else 0
        async with self._database.writing_beside_others() as session:
            end = await pace.reserve(session, lasting=(unasked + ahead) * self._interval, pause=pause)
        self._unasked -= unasked
        self._pause = ZERO if self._pause == pause else self._pause
        last = self._clock.now() + end
        self._moments.extend(last - left * self._interval for left in range(ahead, 0, -1))
