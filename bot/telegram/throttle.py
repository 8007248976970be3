"""The pace of sending: one pure object that is fed the time and keeps Telegram's limits.

Each limit is a generic cell rate (GCRA): an earliest time of the next message that moves on with each one.
Sources: docs/telegram.md, "Limits" (30/s over all chats, 1/s to one chat, 20/min to one group).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

ZERO = timedelta(0)
HALF_A_SECOND = timedelta(seconds=0.5)
VERY_MANY = 1_000_000


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


@dataclass(frozen=True)
class Limits:
    """The rates that Telegram allows; `overall` is None where no limit holds, as in a benchmark."""

    overall: Rate | None = Rate(30, timedelta(seconds=1), burst=3)
    chat: Rate = Rate(1, timedelta(seconds=1), burst=2)
    group: Rate = Rate(20, timedelta(minutes=1), burst=4)


@dataclass
class Throttle:
    """Tells how long a message must wait, and counts the ones that went."""

    limits: Limits = field(default_factory=Limits)
    _overall: datetime | None = None
    _chats: dict[int, datetime] = field(default_factory=dict)
    _paused_until: datetime | None = None

    @property
    def in_half_a_second(self) -> int:
        """Tell how many messages half a second lets through; very many where no limit holds."""
        overall = self.limits.overall
        return int(HALF_A_SECOND / overall.interval) if overall is not None else VERY_MANY

    def wait(self, now: datetime) -> timedelta:
        """Tell how long every broadcast must wait: for the overall rate, or for a pause that was asked for."""
        pause = max(ZERO, self._paused_until - now) if self._paused_until else ZERO
        if self.limits.overall is None:
            return pause
        return max(pause, _wait(self._overall, self.limits.overall, now))

    def wait_for_chat(self, chat_id: int, now: datetime) -> timedelta:
        """Tell how long messages to one chat must wait."""
        return _wait(self._chats.get(chat_id), self._rate_of(chat_id), now)

    def take(self, chat_id: int, now: datetime) -> None:
        """Count a message that goes now, whether it waited or not: words to a person who tapped never do."""
        if self.limits.overall is not None:
            self._overall = _after(self._overall, self.limits.overall, now)
        self._chats[chat_id] = _after(self._chats.get(chat_id), self._rate_of(chat_id), now)
        if len(self._chats) > 10_000:
            self._chats = {chat: due for chat, due in self._chats.items() if due > now}

    def recall(self, sent: Iterable[tuple[int, datetime]], now: datetime) -> None:
        """Count what an earlier run sent, as (chat id, instant): nothing of it is waited for longer than its period.

        A moment of the future counts as now, for the clock was wrong then.
        """
        for chat_id, at in sent:
            Throttle.take(self, chat_id, min(at, now))
        if self._overall is not None and self.limits.overall is not None:
            self._overall = min(self._overall, now + self.limits.overall.period)
        self._chats = {chat: min(due, now + self._rate_of(chat).period) for chat, due in self._chats.items()}

    def pause(self, until: datetime) -> None:
        """Stop every broadcast until then, as Telegram asked by a 429."""
        self._paused_until = max(until, self._paused_until or until)

    def _rate_of(self, chat_id: int) -> Rate:
        return self.limits.group if chat_id < 0 else self.limits.chat


def _wait(due: datetime | None, rate: Rate, now: datetime) -> timedelta:
    """Let a message go up to `burst - 1` intervals before its even time."""
    if due is None:
        return ZERO
    return max(ZERO, due - (rate.burst - 1) * rate.interval - now)


def _after(due: datetime | None, rate: Rate, now: datetime) -> datetime:
    return max(due or now, now) + rate.interval
