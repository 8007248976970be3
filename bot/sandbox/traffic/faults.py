"""What can go wrong between the bot and Telegram, on demand."""

from dataclasses import asdict, dataclass, field
from typing import Any, Literal, get_args

from bot.sandbox.errors import ApiError, SandboxError, bad_request, too_many_requests
from bot.sandbox.traffic.updates import UpdateQueue

Json = dict[str, Any]
Kind = Literal[
    "400",
    "429",
    "500",
    "502",
    "drop_before",
    "drop_after",
    "slow",
    "away",
    "malformed_update",
    "duplicate_update",
    "unparsable_html",
    "page_200",
    "page_403",
    "empty",
    "cut",
    "not_ok",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
PAGE = b"<!DOCTYPE html><title>Login</title><p>Please log in to use this network.</p>"
# What something between the bot and Telegram may answer instead of it: HTTP status and body.
FOREIGN: dict[Kind, tuple[int, bytes]] = {
    "page_200": (200, PAGE),
    "page_403": (403, PAGE),
    "empty": (200, b""),
    "cut": (200, b'{"ok":true,"result":{"message_id":'),
    "not_ok": (200, b'{"error":"denied"}'),
}
REFUSALS: tuple[Kind, ...] = ("400", "429", "500", "502", "unparsable_html")


@dataclass
class Fault:
    """One fault, for the calls of `method` and `chat_id` (None: all of them).

    It happens `times` times (None: until it is removed, as "away" always does). With `every` 10 it befalls the tenth
    such call, the twentieth and so on; `spared` counts those in between.

    `says` is what a "400" says, such as TOPIC_CLOSED. `seconds` is the retry_after of a "429", and the real delay of
    "slow". A slow call is handled at once and answered late.
    """

    kind: Kind
    method: str | None = None
    chat_id: int | None = None
    times: int | None = 1
    seconds: float = 1.0
    every: int = 1
    spared: int = 0
    says: str = "CHAT_RESTRICTED"

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise SandboxError(f"A fault is one of {', '.join(KINDS)}.")

    def concerns(self, method: str, chat_id: Any) -> bool:
        """Return whether it befalls this call."""
        is_method = self.method is None or self.method.lower() == method.lower()
        return is_method and (self.chat_id is None or str(self.chat_id) == str(chat_id))

    def spares(self) -> bool:
        """Count a call that it concerns, and return whether it lets the call pass."""
        self.spared = (self.spared + 1) % max(1, self.every)
        return self.spared != 0

    def as_refusal(self) -> ApiError:
        """Return what Telegram would answer."""
        if self.kind == "429":
            return too_many_requests(int(self.seconds))
        if self.kind == "400":
            return bad_request(self.says)
        if self.kind == "unparsable_html":
            return bad_request('can\'t parse entities: Unsupported start tag "fault" at byte offset 0')
        names = {"500": "Internal Server Error", "502": "Bad Gateway"}
        return ApiError(int(self.kind), names[self.kind])


@dataclass
class Faults:
    """The faults that are active, oldest first."""

    active: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> None:
        """Let this go wrong from now on."""
        self.active.append(fault)

    def clear(self, kind: str | None = None) -> None:
        """Let nothing go wrong any more, or nothing of this kind."""
        self.active[:] = [each for each in self.active if kind is not None and each.kind != kind]

    def remove(self, fault: Fault) -> None:
        """End this fault."""
        self.active.remove(fault)

    def as_list(self) -> list[Json]:
        """Return what is active, as JSON."""
        return [asdict(each) for each in self.active]

    def take(self, kinds: tuple[Kind, ...], method: str, chat_id: Any = None) -> Fault | None:
        """Return the fault that befalls this call, and count it."""
        for fault in self.active:
            if fault.kind in kinds and fault.concerns(method, chat_id) and not fault.spares():
                self._count(fault)
                return fault
        return None

    def _count(self, fault: Fault) -> None:
        if fault.times is None or fault.kind == "away":
            return
        fault.times -= 1
        if fault.times <= 0:
            self.active.remove(fault)

    def twist(self, queue: UpdateQueue, updates: list[Json]) -> list[Json]:
        """Spoil or double the first of the updates that are about to be handed over.

        A spoiled one stays spoiled until it is confirmed, as a real one would.
        """
        if not updates:
            return updates
        if self.take(("malformed_update",), "getUpdates"):
            first = updates[0]
            spoiled = {"update_id": first["update_id"], "message": {"message_id": 0, "date": "yesterday"}}
            queue.entries[first["update_id"]].update = spoiled
            updates = [spoiled, *updates[1:]]
        if self.take(("duplicate_update",), "getUpdates"):
            updates = [updates[0], *updates]
        return updates
