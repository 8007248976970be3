"""The bot's webhook: where updates are pushed to, in each person's order, until they are taken."""

import asyncio
import heapq
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from bot.sandbox.traffic.faults import Faults
from bot.sandbox.traffic.updates import QueuedUpdate, UpdateQueue

FIRST_RETRY = 1.0
LONGEST_RETRY = 60.0
ANSWER_SECONDS = 60.0


@dataclass
class WebhookInfo:
    """What setWebhook set, and how the last push went. An empty url means that there is no webhook."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    last_error_date: int = 0
    last_error_message: str = ""

    def headers(self) -> dict[str, str]:
        """Return the headers of a push."""
        return {"X-Telegram-Bot-Api-Secret-Token": self.secret_token} if self.secret_token else {}


@dataclass
class _Line:
    """One person's updates that wait, in order, and how long to wait after the next failure."""

    waiting: deque[int] = field(default_factory=deque)
    retry_after: float = FIRST_RETRY


class Pusher:
    """Pushes the queue to the webhook: people side by side, one person's updates in order.

    What is not taken is pushed again after 1 s, then 2 s, doubling to 60 s of the sandbox's clock.
    """

    def __init__(self, queue: UpdateQueue, faults: Faults, clock: Callable[[], float]) -> None:
        self.webhook = WebhookInfo()
        self._queue = queue
        self._faults = faults
        self._clock = clock
        self._lines: dict[int, _Line] = {}
        self._ready: deque[int] = deque()
        self._later: list[tuple[float, int]] = []
        self._pushing = 0
        self._wake = asyncio.Event()
        queue.listen(self._take)

    def point_to(self, webhook: WebhookInfo) -> None:
        """Push to this webhook from now on, beginning with what waits already. One without a url ends pushing."""
        self.webhook = webhook
        self._lines, self._ready, self._later = {}, deque(), []
        for entry in self._queue.entries.values():
            self._take(entry)

    @property
    def postponed(self) -> int:
        """How many people's updates wait for another attempt."""
        return len(self._later)

    def retry(self, now: float) -> None:
        """Push again what is due to be."""
        while self._later and self._later[0][0] <= now:
            _, sender = heapq.heappop(self._later)
            self._ready.append(sender)
            self._wake.set()

    async def run(self) -> None:
        """Push until cancelled."""
        timeout = aiohttp.ClientTimeout(total=ANSWER_SECONDS)
        async with aiohttp.ClientSession(timeout=timeout) as session, asyncio.TaskGroup() as tasks:
            while True:
                await self._wake.wait()
                self._wake.clear()
                while self._ready and self._pushing < self.webhook.max_connections:
                    self._pushing += 1
                    tasks.create_task(self._push_line(session, self.webhook, self._ready.popleft()))

    def _take(self, entry: QueuedUpdate) -> None:
        if not self.webhook.url:
            return
        line = self._lines.get(entry.sender)
        if line is None:
            line = self._lines[entry.sender] = _Line()
            self._ready.append(entry.sender)
            self._wake.set()
        line.waiting.append(entry.id)

    async def _push_line(self, session: aiohttp.ClientSession, webhook: WebhookInfo, sender: int) -> None:
        """Push one person's updates until none waits or the webhook does not take one."""
        try:
            while webhook is self.webhook and (line := self._lines.get(sender)):
                if not line.waiting:
                    del self._lines[sender]
                elif not await self._push(session, webhook, line):
                    if webhook is not self.webhook:
                        return
                    heapq.heappush(self._later, (self._clock() + line.retry_after, sender))
                    line.retry_after = min(LONGEST_RETRY, line.retry_after * 2)
                    return
        finally:
            self._pushing -= 1
            self._wake.set()

    async def _push(self, session: aiohttp.ClientSession, webhook: WebhookInfo, line: _Line) -> bool:
        """Push a line's first update; returns whether the line may go on."""
        self._queue.expire()
        entry = self._queue.entries.get(line.waiting[0])
        if entry is not None:
            for update in self._faults.twist(self._queue, [entry.update]):
                error = await _post(session, webhook, update)
                if webhook is not self.webhook:
                    return False
                if error:
                    webhook.last_error_date = int(self._clock())
                    webhook.last_error_message = error
                    return False
            self._queue.mark_handed_over(entry)
            self._queue.remove(entry.id)
        line.waiting.popleft()
        line.retry_after = FIRST_RETRY
        return True


async def _post(session: aiohttp.ClientSession, webhook: WebhookInfo, update: dict[str, Any]) -> str:
    """Post one update. Returns what went wrong, or an empty text."""
    try:
        async with session.post(webhook.url, json=update, headers=webhook.headers()) as answer:
            return "" if answer.ok else f"Wrong response from the webhook: {answer.status} {answer.reason}"
    except (aiohttp.ClientError, TimeoutError) as broken:
        return f"Connection to the webhook failed: {type(broken).__name__}"
