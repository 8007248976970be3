"""Who comes to a listener, and how long each may take: whoever says nothing must not keep others out."""

import asyncio
import resource
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

# How long a head may take from its first moment, and a body from the end of its head, in seconds.
HEAD_SECONDS = 10.0
BODY_SECONDS = 30.0


class Places:
    """The connections that a listener holds: at most so many, and half of what the system lets a process open."""

    def __init__(self, most: int) -> None:
        limit, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
        self._most = most if limit == resource.RLIM_INFINITY else min(most, max(1, limit // 2))
        self._taken: dict[Visitor, None] = {}

    def take(self, visitor: "Visitor") -> bool:
        """Take a place, if all are taken that of the first who says nothing; tell whether there was one."""
        if len(self._taken) >= self._most:
            silent = next((each for each in self._taken if each.is_silent), None)
            if silent is None:
                return False
            silent.send_away()
        self._taken[visitor] = None
        return True

    def leave(self, visitor: "Visitor") -> None:
        """Give a place back, if it was taken."""
        self._taken.pop(visitor, None)


class Visitor(H11Protocol):
    """A connection as uvicorn serves it, that is ended when a head or a body takes too long."""

    def __init__(self, *, places: Places, head_seconds: float, body_seconds: float, **given: Any) -> None:
        super().__init__(**given)
        self._places = places
        self._patience = {h11.IDLE: head_seconds, h11.SEND_BODY: body_seconds}
        self._awaited: object = None
        self._deadline: asyncio.TimerHandle | None = None

    @property
    def is_silent(self) -> bool:
        """Tell whether nothing was asked that is not answered yet."""
        return self.conn.their_state is h11.IDLE

    def send_away(self) -> None:
        """End the connection at once."""
        self._places.leave(self)
        self.transport.abort()

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Let somebody in, if there is a place."""
        super().connection_made(transport)
        if self._places.take(self):
            self._wait()
        else:
            transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """Give the place back."""
        self._places.leave(self)
        self._wait_no_longer()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what comes; a little at a time moves no deadline."""
        super().data_received(data)
        self._wait()

    def _wait(self) -> None:
        awaited = self.conn.their_state
        if awaited is self._awaited:
            return
        self._wait_no_longer()
        if awaited in self._patience:
            self._awaited = awaited
            self._deadline = self.loop.call_later(self._patience[awaited], self.send_away)

    def _wait_no_longer(self) -> None:
        self._awaited = None
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
