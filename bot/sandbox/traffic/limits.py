"""How many messages Telegram takes: for the whole bot, for one chat, for one group."""

import math
from dataclasses import dataclass, field

from bot.sandbox.errors import too_many_requests


@dataclass(frozen=True)
class FloodRate:
    """So many a second in the long run, and so many at once."""

    per_second: float
    burst: int


@dataclass
class FloodLimits:
    """Token buckets fed by the sandbox's clock; a refused call takes no token."""

    everywhere: FloodRate | None = FloodRate(30, 30)
    chat: FloodRate | None = FloodRate(1, 3)
    group: FloodRate | None = FloodRate(20 / 60, 20)
    _buckets: dict[object, tuple[float, float]] = field(default_factory=dict, repr=False)

    def take(self, chat_id: int, is_group: bool, now: float) -> None:
        """Count one message to this chat; raises the 429 that Telegram would answer."""
        wanted: list[tuple[object, FloodRate | None]] = [("everywhere", self.everywhere), (chat_id, self.chat)]
        if is_group:
            wanted.append((("group", chat_id), self.group))
        left = [(key, rate, self._left(key, rate, now)) for key, rate in wanted if rate is not None]
        waits = [(1 - tokens) / rate.per_second for _, rate, tokens in left if tokens < 1]
        if waits:
            raise too_many_requests(max(1, math.ceil(max(waits) - 1e-9)))
        for key, _, tokens in left:
            self._buckets[key] = (tokens - 1, now)

    def _left(self, key: object, rate: FloodRate, now: float) -> float:
        tokens, at = self._buckets.get(key, (float(rate.burst), now))
        # the small addition keeps rounding from refusing a message that is exactly due
        return min(float(rate.burst), tokens + max(0.0, now - at) * rate.per_second + 1e-9)
