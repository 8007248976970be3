"""The pace of sending: one pure object that is fed the time and keeps Telegram's limits.

Each limit is a sliding window: no stretch of its period ever holds more than so many messages. Within it a generic cell
rate (GCRA) keeps messages apart, so that there is always room soon for who writes or taps.
Sources: docs/telegram.md, "Limits" (30/s over all chats, 1/s to one chat, 20/min to one group).
"""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.base.clock import Clock
from bot.telegram.window import Rate, Window

ZERO = timedelta(0)
HALF_A_SECOND = timedelta(seconds=0.5)
VERY_MANY = 1_000_000
# Two chats that are refused within this time are no trouble of a chat: everybody waits.
TOGETHER = timedelta(seconds=5)
# Words to a person go without a place in the second when none is free so soon.
LONGEST_FOR_WORDS = timedelta(seconds=1)
MANY_CHATS = 10_000
OVERALL = Rate(30, timedelta(seconds=1), burst=3)
CHAT = Rate(1, timedelta(seconds=1), burst=2)
GROUP = Rate(20, timedelta(minutes=1), burst=4)


@dataclass(frozen=True)
class Limits:
    """The rates that Telegram allows; `overall` is None where no limit holds, as in a benchmark."""

    overall: Rate | None = OVERALL
    chat: Rate = CHAT
    group: Rate = GROUP


class Throttle:
    """Tells how long a message must wait, and counts the ones that went."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._overall = Window(self.limits.overall) if self.limits.overall is not None else None
        self._chats: dict[int, Window] = {}
        self._paused_until: datetime | None = None
        self._resting: dict[int, datetime] = {}
        self._refused: tuple[int, datetime] | None = None

    @property
    def in_half_a_second(self) -> int:
        """Tell how many messages half a second lets through; very many where no limit holds."""
        overall = self.limits.overall
        return int(HALF_A_SECOND / overall.interval) if overall is not None else VERY_MANY

    def wait(self, now: datetime, in_line: int = 0) -> timedelta:
        """Tell how long every broadcast must wait: for the overall rate, or for a pause that was asked for.

        How many messages are `in_line`, the one that asks among them, matters to a pace that is shared.
        """
        pause = max(ZERO, self._paused_until - now) if self._paused_until else ZERO
        return max(pause, self._overall.wait(now)) if self._overall is not None else pause

    def wait_for_chat(self, chat_id: int, now: datetime) -> timedelta:
        """Tell how long messages to one chat must wait: for its own rate, or because Telegram asked for it."""
        rest = max(ZERO, self._resting[chat_id] - now) if chat_id in self._resting else ZERO
        window = self._chats.get(chat_id)
        return max(rest, window.wait(now)) if window is not None else rest

    def depart(self, chat_id: int, now: datetime) -> int:
        """Count a message that goes now; it has its place until `arrive` is told its number, which is returned."""
        self._take_of_chat(chat_id, now)
        return self._overall.depart(now) if self._overall is not None else 0

    def depart_for_words(self, chat_id: int, now: datetime) -> tuple[timedelta, int]:
        """Count words to a person who acts: they have the next place, before every broadcast.

        Return how far off it is, and the number for `arrive`. It is off by nothing or some milliseconds, unless very
        many act at once; a second is the most.
        """
        wait = min(self._overall.room(now), LONGEST_FOR_WORDS) if self._overall is not None else ZERO
        return wait, Throttle.depart(self, chat_id, now + wait)

    def arrive(self, number: int, now: datetime) -> None:
        """Note that a message's answer has come, or that none will: its place is free a period later."""
        if self._overall is not None:
            self._overall.arrive(number, now)

    @asynccontextmanager
    async def for_words(self, chat_id: int, clock: Clock) -> AsyncIterator[None]:
        """Wait for the next place, and hold it while words to a person who acts are on their way."""
        wait, number = self.depart_for_words(chat_id, clock.now())
        try:
            if wait:
                await clock.sleep(wait.total_seconds())
            yield
        finally:
            self.arrive(number, clock.now())

    def recall(self, sent: Iterable[tuple[int, datetime]], now: datetime) -> None:
        """Count what an earlier run sent, as (chat id, instant), in order.

        A moment of the future counts as now, for the clock was wrong then. No period is waited for twice.
        """
        for chat_id, at in sent:
            self._take_of_chat(chat_id, min(at, now))
            if self._overall is not None:
                self._overall.take(min(at, now))
        for window in (*self._chats.values(), *([self._overall] if self._overall is not None else [])):
            window.forget_beyond(now)

    def refused(self, chat_id: int, now: datetime, until: datetime) -> bool:
        """Let a chat rest until then, as Telegram asked by a 429; everybody where another chat was refused just now.

        Return whether everybody pauses.
        """
        self._resting = {chat: end for chat, end in self._resting.items() if end > now}
        self._resting[chat_id] = max(until, self._resting.get(chat_id, until))
        before, self._refused = self._refused, (chat_id, now)
        together = before is not None and before[0] != chat_id and abs(now - before[1]) <= TOGETHER
        if together:
            self.pause(until)
        return together

    def pause(self, until: datetime) -> None:
        """Stop every broadcast until then."""
        self._paused_until = max(until, self._paused_until or until)

    def _take_of_chat(self, chat_id: int, now: datetime) -> None:
        window = self._chats.get(chat_id)
        if window is None:
            rate = self.limits.group if chat_id < 0 else self.limits.chat
            window = self._chats[chat_id] = Window(rate)
        window.take(now)
        if len(self._chats) > MANY_CHATS:
            self._chats = {chat: each for chat, each in self._chats.items() if each.counts(now)}
