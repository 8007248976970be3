"""One pace for all workers: a throttle whose overall limit is shared by way of the database."""

import asyncio
from collections import deque
from datetime import datetime, timedelta

from bot.base.clock import Clock
from bot.telegram.throttle import Limits, Throttle
from bot.telegram.window import SLACK
from models.database import Database
from services.outbox import pace
from services.outbox.pace import PaceOrder

ZERO = timedelta(0)
# How much of the limit one reservation takes at most; a single message where that is longer apart.
STRETCH = timedelta(seconds=0.05)
# How soon to ask for a moment that is being reserved.
LOOK_AGAIN = timedelta(seconds=0.005)
# Whoever asks twice within this time has something to send; the first time may be out of curiosity.
IN_EARNEST = timedelta(seconds=0.1)
# A moment that was missed by more than this is given back: used later, it would come too close to others'.
TOO_LATE = timedelta(seconds=0.015)
# Moments are so much closer together than the limit asks: what was given back is made up for.
CLOSER = 0.9


class SharedPace(Throttle):
    """Tells how long a message must wait for a moment that is reserved for this worker alone.

    `step` reserves such moments, in a loop of its own; words for which there was none are counted with the next.
    A chat's own limit is each worker's alone.
    """

    def __init__(self, limits: Limits, database: Database, clock: Clock) -> None:
        super().__init__(limits)
        if limits.overall is None:
            raise ValueError("without a limit there is no pace to keep")
        self._rate = limits.overall
        # The window is the database's; one of this worker alone would only add its own clock's faults.
        self._overall = None
        self._at_once = max(1, int(STRETCH / self._rate.interval))
        self._database = database
        self._clock = clock
        # By this machine's clock, and as the database knows them.
        self._moments: deque[tuple[datetime, float]] = deque()
        self._unused: list[float] = []
        self._unasked = 0
        self._pause = ZERO
        self._asked_at: datetime | None = None
        self._wanted = asyncio.Event()

    def wait(self, now: datetime) -> timedelta:
        """Tell how long every broadcast must wait, or when to ask again while a moment is being reserved."""
        while self._moments and self._moments[0][0] < now - TOO_LATE:
            self._unused.append(self._moments.popleft()[1])
        asked_at, self._asked_at = self._asked_at, now
        alone = super().wait(now)
        if self._moments:
            return max(alone, self._moments[0][0] - now)
        if asked_at is not None and now - asked_at <= IN_EARNEST:
            self._wanted.set()
        return max(alone, LOOK_AGAIN)

    def take(self, chat_id: int, now: datetime) -> None:
        """Count a message that goes now, at a reserved moment or without one."""
        super().take(chat_id, now)
        if self._moments and self._moments[0][0] <= now:
            self._moments.popleft()
        else:
            self._unasked += 1
        self._want_more()

    def take_for_words(self, chat_id: int, now: datetime) -> timedelta:
        """Count words to a person who acts: a broadcast's next moment is theirs; without one they go at once."""
        super().take_for_words(chat_id, now)
        self.wait(now)
        if not self._moments:
            self._unasked += 1
            self._want_more()
            return ZERO
        moment, _ = self._moments.popleft()
        self._want_more()
        return max(ZERO, moment - now)

    def pause(self, until: datetime) -> None:
        """Stop every broadcast of every worker until then."""
        super().pause(until)
        self._pause = max(self._pause, until - self._clock.now())
        self._wanted.set()

    async def step(self) -> None:
        """Wait until moments are wanted, reserve some, and tell the others of what was sent and asked for."""
        await self._wanted.wait()
        self._wanted.clear()
        ahead = self._at_once if len(self._moments) <= self._at_once // 2 else 0
        order = PaceOrder(ahead, self._unasked, tuple(self._unused), self._pause)
        heard_at = self._clock.now()

        def heard() -> None:
            nonlocal heard_at
            heard_at = self._clock.now()

        async with self._database.writing_beside_others() as session:
            now, given = await pace.reserve(
                session,
                order=order,
                most=self._rate.most,
                period=self._rate.period + SLACK,
                apart=self._rate.interval * CLOSER,
                heard=heard,
            )
        self._unasked -= order.unasked
        del self._unused[: len(order.unused)]
        self._pause = ZERO if self._pause == order.pause else self._pause
        self._moments.extend((heard_at + (moment - now), pace.seconds(moment)) for moment in given)

    def _want_more(self) -> None:
        if self._unasked or len(self._moments) <= self._at_once // 2:
            self._wanted.set()
