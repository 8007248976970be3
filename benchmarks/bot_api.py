"""A lean Bot API on this machine: answers every request as Telegram would, at once, and counts what came.

It runs as a process of its own, so that a benchmark's processor time is the program's alone. Where `--limit` is given
it is strict: every send and every edit counts in any second that slides, and what would be one too many gets a 429
that asks for three seconds.
"""

import argparse
import asyncio
import json
import re
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast
from urllib.request import urlopen

ME = {"id": 123456, "is_bot": True, "first_name": "Sẵn Sàng", "username": "san_sang_bot"}
CHAT = '{"id":1,"type":"private","first_name":"A"}'
CHAT_ID = re.compile(rb'"chat_id": ?(-?\d+)')
QUERY_ID = re.compile(rb"callback_query_id\W+(\d+)")
ANSWERS = ("ready", "ready_30", "remote", "needs_info", "cannot")
AT_ONCE = 100
LOOK = 0.005
BOT = json.dumps(ME)
METHODS_OF_MESSAGES = (
    b"sendMessage",
    b"sendPhoto",
    b"sendDocument",
    b"sendContact",
    b"editMessageText",
    b"editMessageReplyMarkup",
)
REFUSAL = (
    '{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 3","parameters":{"retry_after":3}}'
)


class Counts:
    """What came in: requests by method, messages by second, chats, 429s, and the first and last instant."""

    def __init__(self, limit: int | None, follow: int | None) -> None:
        self.limit = limit
        self.follow = None if follow is None else str(follow).encode()
        self.shown: list[str] = []
        self.answered: dict[str, float] = {}
        self.taps: Taps | None = None
        self.methods: Counter[str] = Counter()
        self.refused = 0
        self.instants: list[float] = []
        self.people: Counter[bytes] = Counter()

    def may_go(self) -> bool:
        """Count a message, unless the second that ends now is full."""
        now = time.monotonic()
        if self.limit is not None and len(self.instants) >= self.limit and self.instants[-self.limit] > now - 1:
            self.refused += 1
            return False
        self.instants.append(now)
        return True

    def as_json(self) -> str:
        """Tell the counts; `busiest` is the most messages in any second."""
        instants = self.instants
        busiest, start = 0, 0
        for end, at in enumerate(instants):
            while instants[start] <= at - 1:
                start += 1
            busiest = max(busiest, end - start + 1)
        span = instants[-1] - instants[0] if instants else 0.0
        return json.dumps(
            {
                "methods": self.methods,
                "refused": self.refused,
                "messages": len(instants),
                "people": len(self.people),
                "twice": [int(chat) for chat, times in self.people.items() if times > 1],
                "seconds": span,
                "busiest": busiest,
                "first": instants[0] if instants else None,
                "last": instants[-1] if instants else None,
            }
        )


class Taps:
    """People's taps, which come at a steady rate from now on; each answers an incident, no two people the same way.

    Every so many (`looks`) ask for details instead, which are said directly; none where it is 0.
    """

    def __init__(self, incident: int, first: int, count: int, rate: int, looks: int) -> None:
        self._incident, self._first, self._count, self._rate, self._looks = incident, first, count, rate, looks
        self._begun = time.monotonic()

    def after(self, offset: int) -> list[dict[str, Any]]:
        """List those that have come and are not confirmed yet, by the id of the first that is wanted."""
        come = min(self._count, int((time.monotonic() - self._begun) * self._rate))
        numbers = range(offset, min(come, offset + AT_ONCE))
        return [self._tap(number) for number in numbers]

    def _tap(self, number: int) -> dict[str, Any]:
        if self._looks and number % self._looks == 0:
            return press(number, self._first + number, f"i:{self._incident}")
        return tap(number, self._incident, self._first)


def tap(number: int, incident_id: int, first: int) -> dict[str, Any]:
    """Make the tap of a person on an answer; its query has the number of the update."""
    return press(number, first + number, f"a:{incident_id}:{ANSWERS[number % len(ANSWERS)]}")


def press(number: int, telegram_id: int, data: str) -> dict[str, Any]:
    """Make a person's tap on a button that carries this."""
    person = {"id": telegram_id, "is_bot": False, "first_name": f"Người {number}"}
    chat = {"id": telegram_id, "type": "private", "first_name": person["first_name"]}
    return {
        "update_id": number,
        "callback_query": {
            "id": str(number),
            "from": person,
            "chat_instance": "1",
            "data": data,
            "message": {"message_id": number + 1, "date": 1795140000, "chat": chat, "text": "x"},
        },
    }


def say(number: int, telegram_id: int, text: str) -> dict[str, Any]:
    """Make a message of a person."""
    person = {"id": telegram_id, "is_bot": False, "first_name": f"Người {number}"}
    chat = {"id": telegram_id, "type": "private", "first_name": person["first_name"]}
    message = {"message_id": number + 1, "date": 1795140000, "chat": chat, "from": person, "text": text}
    return {"update_id": number, "message": message}


class Server(asyncio.Protocol):
    """One connection: whole requests are cut out of what arrives, and answered in order."""

    def __init__(self, counts: Counts) -> None:
        self._counts = counts
        self._rest = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the connection."""
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        """Answer every request that is there as a whole."""
        self._rest += data
        while (end := self._rest.find(b"\r\n\r\n")) >= 0:
            head = self._rest[:end]
            length = _length(head)
            if len(self._rest) < end + 4 + length:
                return
            sent, self._rest = self._rest[end + 4 : end + 4 + length], self._rest[end + 4 + length :]
            method = head.split(b" ", 2)[1].rpartition(b"/")[2]
            if method == b"getUpdates":
                self._polling = asyncio.create_task(self._hand_over(json.loads(sent)))
            else:
                self._write(*self._answer(method, sent))

    def _write(self, status: int, body: str) -> None:
        content = body.encode()
        self._transport.write(
            b"HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % (status, len(content))
            + content
        )

    async def _hand_over(self, asked: dict[str, Any]) -> None:
        """Answer once there are taps, or when the time that was given is over."""
        until = time.monotonic() + asked.get("timeout", 0)
        updates: list[dict[str, Any]] = []
        while not updates and time.monotonic() < until:
            await asyncio.sleep(LOOK)
            updates = self._counts.taps.after(asked.get("offset", 0)) if self._counts.taps else []
        self._write(200, json.dumps({"ok": True, "result": updates}))

    def _answer(self, method: bytes, sent: bytes) -> tuple[int, str]:
        counts = self._counts
        if method == b"counts":
            return 200, counts.as_json()
        if method == b"answered":
            return 200, json.dumps(counts.answered)
        if method == b"shown":
            return 200, json.dumps(counts.shown)
        if method == b"taps":
            counts.taps = Taps(**json.loads(sent))
            return 200, "{}"
        counts.methods[method.decode()] += 1
        if query := QUERY_ID.search(sent):
            counts.answered[query[1].decode()] = time.time()
        if method == b"getMe":
            return 200, f'{{"ok":true,"result":{BOT}}}'
        if method not in METHODS_OF_MESSAGES:
            return 200, '{"ok":true,"result":true}'
        if not counts.may_go():
            return 429, REFUSAL
        if chat := CHAT_ID.search(sent):
            counts.people[chat[1]] += 1
            if chat[1] == counts.follow:
                counts.shown.append(json.loads(sent)["text"])
        number = len(counts.instants)
        return 200, (
            f'{{"ok":true,"result":{{"message_id":{number},"date":1795140000,"chat":{CHAT},"from":{BOT},"text":"x"}}}}'
        )


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0


async def _serve(port: int, limit: int | None, follow: int | None) -> None:
    counts = Counts(limit, follow)
    loop = asyncio.get_running_loop()
    listener = socket.create_server(("127.0.0.1", port), backlog=512)
    server = await loop.create_server(lambda: Server(counts), sock=listener)
    sys.stdout.write(f"{listener.getsockname()[1]}\n")
    sys.stdout.flush()
    async with server:
        await server.serve_forever()


@contextmanager
def running(*, limit: int | None = None, follow: int | None = None) -> Iterator[str]:
    """Run the server as a process of its own, which keeps what one chat is shown; gives its address."""
    given = {"--limit": limit, "--follow": follow}
    options = [f"{name}={value}" for name, value in given.items() if value]
    command = [sys.executable, str(Path(__file__)), *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 - this very file
    try:
        yield f"http://127.0.0.1:{int(process.stdout.readline() if process.stdout else 0)}"
    finally:
        process.terminate()
        process.wait()


def counts_of(address: str) -> dict[str, Any]:
    """Ask a running server what came in."""
    counts: dict[str, Any] = _ask(f"{address}/counts")
    return counts


def answered(address: str) -> dict[str, float]:
    """Ask which taps were answered, by the id of the query, and when."""
    instants: dict[str, float] = _ask(f"{address}/answered")
    return instants


def shown(address: str) -> list[str]:
    """Ask for the texts that the chat was shown that is followed."""
    texts: list[str] = _ask(f"{address}/shown")
    return texts


def let_tap(address: str, *, incident_id: int, first: int, count: int, rate: int, looks: int = 0) -> None:
    """Let people tap from now on, so many a second, whose ids begin with `first`; each `looks`th asks for details."""
    _ask(f"{address}/taps", {"incident": incident_id, "first": first, "count": count, "rate": rate, "looks": looks})


def _ask(url: str, body: dict[str, int] | None = None) -> Any:
    with urlopen(url, None if body is None else json.dumps(body).encode()) as answer:  # noqa: S310 - our own server
        return json.load(answer)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--limit", type=int)
    parser.add_argument("--follow", type=int)
    parser.add_argument("--port", type=int, default=0)
    given = parser.parse_args()
    asyncio.run(_serve(given.port, given.limit, given.follow))
