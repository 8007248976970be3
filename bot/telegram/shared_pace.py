"""One pace for all workers: a throttle whose overall limit is shared by way of the database."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta

from bot.base.clock import Clock
from bot.telegram.throttle import LONGEST_FOR_WORDS, Limits, Throttle
from bot.telegram.window import LOOK_AGAIN, TICK, Journey
from models.database import Database
from services.outbox import pace
from services.outbox.pace import PaceOrder, PacePlace

ZERO = timedelta(0)
# How much of the limit one reservation takes at most; a single message where that is longer apart.
STRETCH = timedelta(seconds=0.07)
# A place that was missed by more than this is given back, long before others might think it free.
TOO_LATE = timedelta(seconds=0.3)
# What nobody here waits for is told to the others all the same, in seconds: until then it keeps a place from them.
TOLD_WITHIN = 0.25
# Places follow each other in this share of the time that the limit asks for, since some are given back unused.
CLOSER = 0.9


class SharedPace(Throttle):
    """Tells how long a message must wait for a place that is reserved for this worker alone.

    `step` reserves such places, in a loop of its own: for words that wait for one, and ahead for the messages in line.
    Words for which none came in time are counted with the next. A chat's own limit is each worker's alone.
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
        self._in_line = 0
        self._words: deque[asyncio.Future[PacePlace]] = deque()
        self._departed = 0
        self._on_their_way: dict[int, PacePlace] = {}
        self._journey = Journey(self._rate)
        self._answered: dict[float, datetime] = {}
        self._unused: list[float] = []
        self._unasked = 0
        self._pause = ZERO
        self._asking = False
        self._wanted = asyncio.Event()

    def wait(self, now: datetime, in_line: int = 0) -> timedelta:
        """Tell how long every broadcast must wait, or when to ask again while a place is being reserved.

        Places are reserved only for those that are said to be in line.
        """
        self._give_back(now)
        self._in_line = in_line or self._in_line
        alone = super().wait(now)
        if in_line and not alone and not self._asking and self._short_of:
            self._wanted.set()
        return max(alone, self._places[0].at - now if self._places else LOOK_AGAIN)

    @property
    def _short_of(self) -> int:
        """Tell how many places are to be reserved ahead; none while more than half of them are in hand."""
        ahead = min(self._in_line, self._at_once)
        return ahead - len(self._places) if len(self._places) <= ahead // 2 else 0

    def _give_back(self, now: datetime) -> None:
        while self._places and self._places[0].at < now - TOO_LATE:
            self._unused.append(self._places.popleft().moment)
            # Whoever stands in line says so again.
            self._in_line = 0

    def depart(self, chat_id: int, now: datetime) -> int:
        """Count a message that goes now, at a reserved place or without one."""
        super().depart(chat_id, now)
        self._in_line = max(0, self._in_line - 1)
        return self._go(now) if self._places and self._places[0].at <= now else self._go_unasked()

    @asynccontextmanager
    async def for_words(self, chat_id: int, clock: Clock) -> AsyncIterator[None]:
        """Wait for the next place as in one process; where none is in hand, one is reserved first."""
        self._give_back(clock.now())
        if not self._places and (place := await self._asked_for()) is not None:
            self._places.appendleft(place)
        async with super().for_words(chat_id, clock):
            yield

    async def _asked_for(self) -> PacePlace | None:
        """Ask for a place for words; None where none was reserved for as long as words wait at most."""
        place: asyncio.Future[PacePlace] = asyncio.get_running_loop().create_future()
        self._words.append(place)
        self._wanted.set()
        with suppress(TimeoutError):
            return await asyncio.wait_for(place, LONGEST_FOR_WORDS.total_seconds())
        return None

    def depart_for_words(self, chat_id: int, now: datetime) -> tuple[timedelta, int]:
        """Count words to a person who acts: a broadcast's next place is theirs; without one they go at once."""
        super().depart(chat_id, now)
        self._give_back(now)
        if not self._places:
            return ZERO, self._go_unasked()
        wait = min(max(ZERO, self._places[0].at - now), LONGEST_FOR_WORDS)
        return wait, self._go(now + wait)

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
        with suppress(TimeoutError):
            async with asyncio.timeout(TOLD_WITHIN):
                await self._wanted.wait()
        self._wanted.clear()
        self._give_back(self._clock.now())
        while self._words and self._words[0].done():
            self._words.popleft()
        wanted = self._short_of + len(self._words)
        order = PaceOrder(wanted, self._unasked, tuple(self._unused), dict(self._answered), self._pause)
        if order == PaceOrder(0):
            return
        self._asking = True
        try:
            given = await self._reserve(order)
        finally:
            self._asking = False
        self._unasked -= order.unasked
        del self._unused[: len(order.unused)]
        for moment in order.answered:
            del self._answered[moment]
        self._pause = ZERO if self._pause == order.pause else self._pause
        for place in given:
            self._hand_over(place)

    def _hand_over(self, place: PacePlace) -> None:
        """Give a place to the words that wait longest; to the broadcasts where none do any more."""
        while self._words:
            if not (asked := self._words.popleft()).done():
                asked.set_result(place)
                return
        self._places.append(place)

    async def _reserve(self, order: PaceOrder) -> Sequence[PacePlace]:
        async with self._database.writing_beside_others() as session:
            return await pace.reserve(
                session,
                order=order,
                most=self._rate.most,
                period=self._rate.period + TICK,
                apart=self._rate.interval * CLOSER,
                clock=self._clock.now,
            )

    def _go(self, at: datetime) -> int:
        place = self._places.popleft()
        self._departed += 1
        self._on_their_way[self._departed] = PacePlace(place.moment, at)
        if not self._asking and self._short_of:
            self._wanted.set()
        return self._departed

    def _go_unasked(self) -> int:
        self._unasked += 1
        self._wanted.set()
        return 0
