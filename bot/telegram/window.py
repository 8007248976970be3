"""One limit of messages as a sliding window: no stretch of its period holds more than so many."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

ZERO = timedelta(0)
# A period is kept so much longer than it is: Telegram counts when messages arrive, and one that was longer on its way
# than those after it comes closer to them. Of 30 a second this leaves 29.3.
SLACK = timedelta(seconds=0.025)


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


class Window:
    """The moments of the latest messages under one rate, in order, as many as its period holds."""

    def __init__(self, rate: Rate, moments: Iterable[datetime] = ()) -> None:
        self._rate = rate
        self._moments = deque(moments, maxlen=rate.most)
        self._even: datetime | None = None

    def room(self, now: datetime) -> timedelta:
        """Tell how long it takes until the period holds one less than it may."""
        if not self._moments:
            return ZERO
        free = self._moments[-1]
        if len(self._moments) == self._rate.most:
            free = max(free, self._moments[0] + self._rate.period + SLACK)
        return max(ZERO, free - now)

    def wait(self, now: datetime) -> timedelta:
        """Tell how long a message of a broadcast must wait: for room, and for its even time.

        It may go up to `burst - 1` intervals before that.
        """
        if self._even is None:
            return self.room(now)
        return max(self.room(now), self._even - (self._rate.burst - 1) * self._rate.interval - now)

    def take(self, at: datetime) -> None:
        """Count a message."""
        self._moments.append(max(at, self._moments[-1]) if self._moments else at)
        self._even = max(self._even or at, at) + self._rate.interval

    def counts(self, now: datetime) -> bool:
        """Tell whether what is in it still makes anything wait."""
        return self._even is not None and (self._even > now or self._moments[-1] + self._rate.period + SLACK > now)

    def forget_beyond(self, now: datetime) -> None:
        """Let no even time lie further off than a period."""
        if self._even is not None:
            self._even = min(self._even, now + self._rate.period)
