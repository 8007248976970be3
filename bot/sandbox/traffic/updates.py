"""The queue of updates: order, lifetimes, confirmation by offset, one poller at a time."""

import asyncio
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from bot.sandbox.errors import ApiError

Json = dict[str, Any]
DAY = 86_400.0
CALLBACK_LIFETIME = 150.0
LIFETIMES = {"callback_query": CALLBACK_LIFETIME, "inline_query": 30.0, "chosen_inline_result": 600.0}
KINDS = frozenset(
    {
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "business_connection",
        "business_message",
        "edited_business_message",
        "deleted_business_messages",
        "message_reaction",
        "message_reaction_count",
        "inline_query",
        "chosen_inline_result",
        "callback_query",
        "shipping_query",
        "pre_checkout_query",
        "purchased_paid_media",
        "poll",
        "poll_answer",
        "my_chat_member",
        "chat_member",
        "chat_join_request",
        "chat_boost",
        "removed_chat_boost",
    }
)
ON_REQUEST_ONLY = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass
class QueuedUpdate:
    """One update that waits. `sender` is the person whose updates a webhook gets in order."""

    update: Json
    expires_at: float
    sender: int
    handed_over: bool = False

    def as_record(self) -> Json:
        """Return what is kept over a restart."""
        return {**self.__dict__}

    @property
    def id(self) -> int:
        """The update's id."""
        return int(self.update["update_id"])


class UpdateQueue:
    """Updates by id, oldest first; `changed` is told of every entry that comes, changes or goes.

    `waiting` is set while a long poll waits.
    """

    def __init__(self, clock: Callable[[], float], changed: Callable[[int, QueuedUpdate | None], None]) -> None:
        self.entries: dict[int, QueuedUpdate] = {}
        self.next_id = random.SystemRandom().randrange(100_000_000, 900_000_000)
        self.allowed: frozenset[str] | None = None
        self.handed_over = 0
        self.expired = 0
        self.confirmed = 0
        self._counted_from = self.next_id
        self._earliest_expiry = float("inf")
        self._clock = clock
        self._changed = changed
        self._poll: asyncio.Future[None] | None = None
        self._closed = False
        self.waiting = asyncio.Event()
        self._listeners: list[Callable[[QueuedUpdate], None]] = []

    def count_from_now(self) -> int:
        """Count as confirmed only what comes from now on; returns the id of the first that will."""
        self._counted_from = self.next_id
        return self.next_id

    def __len__(self) -> int:
        self.expire()
        return len(self.entries)

    def allow(self, kinds: Iterable[str]) -> None:
        """Take only these kinds from now on. An empty list means all kinds but those that are given on request only."""
        self.allowed = frozenset(kinds) & KINDS or None

    def accepts(self, kind: str) -> bool:
        """Whether the bot wants updates of this kind."""
        return kind in self.allowed if self.allowed is not None else kind not in ON_REQUEST_ONLY

    def put(self, kind: str, body: Json, sender: int) -> int | None:
        """Queue an update and wake whoever waits. Returns its id, or None when the bot does not want the kind."""
        if not self.accepts(kind):
            return None
        entry = QueuedUpdate({"update_id": self.next_id, kind: body}, self._clock() + LIFETIMES.get(kind, DAY), sender)
        self.next_id += 1
        self.restore(entry)
        self._changed(entry.id, entry)
        self.wake()
        for listener in self._listeners:
            listener(entry)
        return entry.id

    def restore(self, entry: QueuedUpdate) -> None:
        """Take an entry as it is."""
        self.entries[entry.id] = entry
        self._earliest_expiry = min(self._earliest_expiry, entry.expires_at)

    def listen(self, listener: Callable[[QueuedUpdate], None]) -> None:
        """Call this with every update that comes."""
        self._listeners.append(listener)

    def wake(self) -> None:
        """Let the long poll that waits look again."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    def interrupt(self) -> None:
        """End the poll that waits with a 409, as Telegram does when a webhook is set."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(conflict())

    def open(self) -> None:
        """Let polls wait (again)."""
        self._closed = False

    def close(self) -> None:
        """End the poll that waits, and let none wait any more."""
        self._closed = True
        self.wake()

    def remove(self, update_id: int) -> None:
        """Forget one update."""
        if self.entries.pop(update_id, None) is not None:
            self._changed(update_id, None)

    def clear(self) -> None:
        """Forget every update that waits."""
        for update_id in list(self.entries):
            self.remove(update_id)

    def expire(self) -> None:
        """Forget updates that outlived their time; those never handed over are counted."""
        now = self._clock()
        if now < self._earliest_expiry:
            return
        for entry in [each for each in self.entries.values() if each.expires_at <= now]:
            self.expired += not entry.handed_over
            self.remove(entry.id)
        self._earliest_expiry = min((each.expires_at for each in self.entries.values()), default=float("inf"))

    def confirm(self, offset: int) -> None:
        """Forget what the offset confirms: lower ids, or all but the last -offset ones when negative."""
        known = list(self.entries)
        gone = known[:offset] if offset < 0 else [each for each in known if each < offset]
        for update_id in gone:
            self.confirmed += update_id >= self._counted_from
            self.remove(update_id)

    def hand_over(self, limit: int) -> list[Json]:
        """Return the oldest updates; they stay until confirmed."""
        self.expire()
        taken = list(islice(self.entries.values(), limit))
        for entry in taken:
            self.mark_handed_over(entry)
        return [entry.update for entry in taken]

    def mark_handed_over(self, entry: QueuedUpdate) -> None:
        """Remember that the bot has been given this update."""
        if not entry.handed_over:
            entry.handed_over = True
            self.handed_over += 1
            self._changed(entry.id, entry)

    async def poll(self, offset: int, limit: int, timeout: float) -> list[Json]:
        """getUpdates: confirm, then hand over what waits, waiting up to `timeout` real seconds for it.

        Raises the 409 in a call that waits when another one begins.
        """
        self.interrupt()
        if offset:
            self.confirm(offset)
        updates = self.hand_over(limit)
        if updates or timeout <= 0 or self._closed:
            return updates
        poll = self._poll = asyncio.get_running_loop().create_future()
        self.waiting.set()
        try:
            await asyncio.wait_for(poll, timeout)
        except TimeoutError:
            return []
        finally:
            if self._poll is poll:
                self._poll = None
                self.waiting.clear()
        return self.hand_over(limit)


def conflict() -> ApiError:
    """Return the 409 that the first of two pollers gets."""
    return ApiError(
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )
