"""One pace for all workers: a throttle whose overall limit is shared by way of the database."""

import asyncio
from collections import deque
from datetime import datetime, timedelta

from bot.base.clock import Clock
from bot.telegram.throttle import Limits, Throttle
from bot.telegram.window import LOOK_AGAIN, TICK, Journey
from models.database import Database
from services.outbox import pace
from services.outbox.pace import PaceOrder, PacePlace

ZERO = timedelta(0)
# How much of the limit one reservation takes at most; a single message where that is longer apart.
STRETCH = timedelta(seconds=0.05)
# A place is reserved only for a second question within this time: the first one may only ask how long to wait.
IN_EARNEST = timedelta(seconds=0.1)
# A place that was missed by more than this is given back, long before others might think it free.
TOO_LATE = timedelta(seconds=0.3)
# Places follow each other in this share of the time that the limit asks for, since some are given back unused.
CLOSER = 0.9


class SharedPace(Throttle):
    """Tells how long a message must wait for a place that is reserved for this worker alone.

    `step` reserves such places, in a loop of its own; words for which there was none are counted with the next.
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
        self._places: deque[PacePlace] = deque()
        self._departed = 0
        self._on_their_way: dict[int, PacePlace] = {}
        self._journey = Journey(self._rate)
        self._answered: dict[float, datetime] = {}
        self._unused: list[float] = []
        self._unasked = 0
        self._pause = ZERO
        self._asked_at: datetime | None = None
        self._wanted = asyncio.Event()

    def wait(self, now: datetime) -> timedelta:
        """Tell how long every broadcast must wait, or when to ask again while a place is being reserved."""
        while self._places and self._places[0].at < now - TOO_LATE:
            self._unused.append(self._places.popleft().moment)
        asked_at, self._asked_at = self._asked_at, now
        alone = super().wait(now)
        if self._places:
            return max(alone, self._places[0].at - now)
        if asked_at is not None and now - asked_at <= IN_EARNEST:
            self._wanted.set()
        return max(alone, LOOK_AGAIN)

    def depart(self, chat_id: int, now: datetime) -> int:
        """Count a message that goes now, at a reserved place or without one."""
        super().depart(chat_id, now)
        return self._go(now) if self._places and self._places[0].at <= now else self._go_unasked()

    def depart_for_words(self, chat_id: int, now: datetime) -> tuple[timedelta, int]:
        """Count words to a person who acts: a broadcast's next place is theirs; without one they go at once."""
        super().depart(chat_id, now)
        self.wait(now)
        if not self._places:
            return ZERO, self._go_unasked()
        at = max(now, self._places[0].at)
        return at - now, self._go(at)

    def arrive(self, number: int, now: datetime) -> None:
        """Note that a message's answer has come; the others hear of it with the next reservation."""
        if number not in self._on_their_way:
            return
        place = self._on_their_way.pop(number)
        self._journey.took(now - place.at)
        self._answered[place.moment] = now - self._journey.sure

    def pause(self, until: datetime) -> None:
        """Stop every broadcast of every worker until then."""
        super().pause(until)
        self._pause = max(self._pause, until - self._clock.now())
        self._wanted.set()

    async def step(self) -> None:
        """Wait until places are wanted, reserve some, and tell the others of what was sent and asked for."""
        await self._wanted.wait()
        self._wanted.clear()
        ahead = self._at_once if len(self._places) <= self._at_once // 2 else 0
        order = PaceOrder(ahead, self._unasked, tuple(self._unused), dict(self._answered), self._pause)
        async with self._database.writing_beside_others() as session:
            given = await pace.reserve(
                session,
                order=order,
                most=self._rate.most,
                period=self._rate.period + TICK,
                apart=self._rate.interval * CLOSER,
                clock=self._clock.now,
            )
        self._unasked -= order.unasked
        del self._unused[: len(order.unused)]
        for moment in order.answered:
            del self._answered[moment]
        self._pause = ZERO if self._pause == order.pause else self._pause
        self._places.extend(given)

    def _go(self, at: datetime) -> int:
        place = self._places.popleft()
        self._departed += 1
        self._on_their_way[self._departed] = PacePlace(place.moment, at)
        self._want_more()
        return self._departed

    def _go_unasked(self) -> int:
        self._unasked += 1
        self._want_more()
        return 0

    def _want_more(self) -> None:
        if self._unasked or len(self._places) <= self._at_once // 2:
            self._wanted.set()
