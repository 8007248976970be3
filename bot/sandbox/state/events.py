"""What the chat page hears: every change, to everyone who listens."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

BACKLOG = 10_000


class Events:
    """A small broadcaster; it costs nothing while nobody listens."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[dict[str, Any] | None]] = set()
        self._closed = False

    def publish(self, kind: str, **facts: Any) -> None:
        """Tell every listener. A listener that lags too far behind is let go, and may come back."""
        for queue in tuple(self._listeners):
            if queue.qsize() >= BACKLOG:
                self._listeners.discard(queue)
                queue.put_nowait(None)
            else:
                queue.put_nowait({"type": kind, **facts})

    def open(self) -> None:
        """Take listeners (again)."""
        self._closed = False

    def close(self) -> None:
        """End every listener's stream."""
        self._closed = True
        for queue in tuple(self._listeners):
            queue.put_nowait(None)

    async def listen(self, heartbeat: float) -> AsyncIterator[dict[str, Any] | None]:
        """Yield events as they come, and None after each `heartbeat` seconds of silence."""
        if self._closed:
            return
        queue: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue()
        self._listeners.add(queue)
        try:
            while True:
                try:
                    event = await asyncio.wait_for(queue.get(), heartbeat)
                except TimeoutError:
                    yield None
                    continue
                if event is None:
                    return
                yield event
        finally:
            self._listeners.discard(queue)
