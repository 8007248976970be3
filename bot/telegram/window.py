"""One limit of messages as a sliding window: no stretch of its period holds more than so many.

A message has a place in it from its departure until a period after Telegram counted it. When that was is not known: it
lies between departure and answer, so that the answer's arrival frees the place a period later. What every journey takes
at least is no part of that doubt.
"""

import heapq
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain, islice

ZERO = timedelta(0)
# A message whose answer nobody told of is kept so much longer: it may have been longer on its way than those after it.
SLACK = timedelta(seconds=0.025)
# Clocks tick unevenly by less than this.
TICK = timedelta(seconds=0.001)
# The journeys of so many periods tell how long the shortest one is.
LOOKED_AT = 3
# How soon to look again for an answer that is late.
LOOK_AGAIN = timedelta(seconds=0.005)
# A stall of so much of a period is made up for at once, while a window is more than half full; else it would be lost.
MADE_UP_FOR = 0.2


@dataclass(frozen=True)
class Rate:
    """So many messages in a period, of which `burst` may go at once."""

    messages: int
    period: timedelta
    burst: int = 1

    @property
    def interval(self) -> timedelta:
        """Tell the time between two messages at this rate."""
        return self.period / self.messages

    @property
    def most(self) -> int:
        """Tell how many any stretch of the period holds at most."""
        return max(self.messages, self.burst)


class Journey:
    """What every journey to Telegram and back takes at least, by those of some seconds.

    One second's alone may all have been heard of late, for the loop stood still.
    """

    def __init__(self, rate: Rate) -> None:
        self._looked_at = LOOKED_AT * rate.most
        self._count = 0
        self._shortest, self._before = timedelta.max, ZERO

    @property
    def sure(self) -> timedelta:
        """Tell how much of a journey is sure: the shortest one's time, less some slack."""
        return max(ZERO, min(self._shortest, self._before) - SLACK)

    def took(self, time: timedelta) -> None:
        """Look at one more journey."""
        self._shortest = min(self._shortest, time)
        self._count += 1
        if self._count == self._looked_at:
            self._before, self._shortest, self._count = self._shortest, timedelta.max, 0


class Window:
    """The places of one rate: each is free again from some instant on, or held by a message that is on its way."""

    def __init__(self, rate: Rate) -> None:
        self._rate = rate
        self._free_at: list[datetime] = []
        self._on_their_way: dict[int, datetime] = {}
        self._departed = 0
        self._latest: datetime | None = None
        self._even: datetime | None = None
        self._journey = Journey(rate)

    @property
    def _taken(self) -> int:
        return len(self._free_at) + len(self._on_their_way)

    def room(self, now: datetime) -> timedelta:
        """Tell how long it takes until a place is free; for messages on their way that is a guess."""
        if self._latest is None:
            return ZERO
        self._forget(now)
        return max(ZERO, max(self._latest, self._free_from(now)) - now)

    def _forget(self, now: datetime) -> None:
        while self._free_at and self._free_at[0] <= now:
            heapq.heappop(self._free_at)

    def _free_from(self, now: datetime) -> datetime:
        missing = self._taken - self._rate.most + 1
        if missing <= 0:
            return now
        guesses = (max(at + self._rate.period + SLACK, now + LOOK_AGAIN) for at in self._on_their_way.values())
        if missing == 1:
            # They departed in this order, but for some milliseconds.
            return min(chain(self._free_at[:1], islice(guesses, 1)))
        return heapq.nsmallest(missing, chain(self._free_at, guesses))[-1]

    def wait(self, now: datetime) -> timedelta:
        """Tell how long a message of a broadcast must wait: for room, and for its even time.

        It may go up to `burst - 1` intervals before that.
        """
        if self._even is None:
            return self.room(now)
        return max(self.room(now), self._even - (self._rate.burst - 1) * self._rate.interval - now)

    def take(self, at: datetime) -> None:
        """Count a message of whose answer nobody will tell."""
        self._count(at)
        heapq.heappush(self._free_at, at + self._rate.period + SLACK)

    def depart(self, at: datetime) -> int:
        """Count a message that holds its place until its answer has come; return its number."""
        self._count(at)
        self._departed += 1
        self._on_their_way[self._departed] = at
        return self._departed

    def arrive(self, number: int, now: datetime) -> None:
        """Free the place of a message a period from now, for its answer has come, or none will."""
        departed = self._on_their_way.pop(number)
        self._journey.took(now - departed)
        counted_by = max(departed, now - self._journey.sure)
        heapq.heappush(self._free_at, counted_by + self._rate.period + TICK)

    def _count(self, at: datetime) -> None:
        self._forget(at)
        self._latest = max(at, self._latest or at)
        behind = self._rate.period * MADE_UP_FOR if 2 * self._taken > self._rate.most else ZERO
        self._even = max(self._even or at, at - behind) + self._rate.interval

    def counts(self, now: datetime) -> bool:
        """Tell whether what is in it still makes anything wait."""
        return self._even is not None and (self._even > now or max(self._free_at, default=now) > now)

    def forget_beyond(self, now: datetime) -> None:
        """Let no even time lie further off than a period."""
        if self._even is not None:
            self._even = min(self._even, now + self._rate.period)
