"""The webhook takes updates from Telegram alone, says "taken" only of what is stored, and survives hostile bodies."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing, suppress
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlmodel import col, select

from bot.base.clock import Clock, SystemClock
from bot.base.listener import CannotListen, serving
from bot.sandbox.state.clock import SandboxClock
from bot.sandbox.state.people import TelegramUser
from bot.sandbox.traffic.faults import Fault
from bot.sandbox.web.server import serve
from bot.telegram.webhook import HEADER, LARGEST_BODY, Webhook
from models.database import Database
from models.inbox import InboxState, InboxUpdate
from services.watch import outages
from tests.bot.command_line import end, start
from tests.bot.sandbox.world import World
from tests.story import COORDINATOR, TOKEN, Story

SECRET = "s3cret_of-the-webhook"
PATIENCE = 20.0
SOUND: dict[str, Any] = {"update_id": 7, "message": {"from": {"id": COORDINATOR}, "text": "/menu"}}


@dataclass
class Door:
    """A webhook that listens, with what it has stored."""

    database: Database
    webhook: Webhook
    port: int
    web: aiohttp.ClientSession
    came: asyncio.Event

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/telegram"

    async def push(self, body: Any, *, secret: str | None = SECRET, kind: str = "application/json") -> int:
        """Hand over a body, as bytes or as JSON; returns the status of the answer."""
        content = BytesIO(body if isinstance(body, bytes) else json.dumps(body).encode())
        headers = {"Content-Type": kind} | ({HEADER: secret} if secret is not None else {})
        async with self.web.post(self.url, data=content, headers=headers) as answer:
            return answer.status

    async def stored(self) -> list[InboxUpdate]:
        async with self.database.reading() as session:
            return list(await session.exec(select(InboxUpdate).order_by(col(InboxUpdate.update_id))))


@asynccontextmanager
async def opened(database: Database, clock: Clock) -> AsyncIterator[Door]:
    """Open a webhook over a database, on a free port."""
    came = asyncio.Event()
    # The port is known before the webhook is: Telegram is told of it by its address.
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}/telegram"
    webhook = Webhook(database, clock, url=url, secret=SECRET, after_store=came.set)
    async with serving(webhook.app(), "127.0.0.1", port), aiohttp.ClientSession() as web:
        yield Door(database, webhook, port, web, came)


@pytest.fixture
async def door(database: Database) -> AsyncIterator[Door]:
    """A webhook of a bot that does nothing else."""
    async with opened(database, SystemClock()) as door:
        yield door


async def raw(port: int, *parts: bytes) -> bytes:
    """Send bytes as they are, as no honest client would, and read the answer to its end."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for part in parts:
        writer.write(part)
    await writer.drain()
    async with asyncio.timeout(PATIENCE):
        answer = await reader.read()
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()
    return answer


async def test_what_telegram_pushes_is_stored_before_it_hears_that_it_was_taken(story: Story) -> None:
    async with opened(story.database, story.clock) as door:
        await is_served(story, door)


async def is_served(story: Story, door: Door) -> None:
    """See a push through its whole way, from being asked for to the answer."""
    await door.webhook.announce(story.house.bot)
    hook = story.world.webhook
    assert (hook.url, hook.secret_token, hook.max_connections) == (door.url, SECRET, 40)
    assert set(story.world.queue.allowed or ()) == {
        "message",
        "edited_message",
        "callback_query",
        "inline_query",
        "my_chat_member",
    }

    await story.world.say(COORDINATOR, "/menu")
    async with asyncio.timeout(PATIENCE):
        await door.came.wait()

    (row,) = await door.stored()
    assert (row.state, row.sender_id) == (InboxState.STORED, COORDINATOR)
    await story.house.dispatcher.drain()
    assert len(story.arrived(COORDINATOR)) == 1


async def test_an_update_that_is_pushed_twice_is_stored_once(door: Door) -> None:
    assert [await door.push(SOUND), await door.push(SOUND)] == [200, 200]

    assert [row.update_id for row in await door.stored()] == [7]


async def test_who_does_not_know_the_secret_is_refused(door: Door) -> None:
    for secret in (None, "", SECRET[:-1], SECRET + "x", SECRET.upper(), f" {SECRET} x"):
        assert await door.push(SOUND, secret=secret) == 403

    assert await door.stored() == []


async def test_a_secret_in_letters_beyond_ascii_is_refused_and_breaks_nothing(door: Door) -> None:
    answer = await raw(
        door.port,
        b"POST /telegram HTTP/1.1\r\nHost: x\r\nX-Telegram-Bot-Api-Secret-Token: \xe1\xbb\xb1\xff\r\n"
        b"Content-Length: 0\r\n\r\n",
    )

    assert answer.startswith(b"HTTP/1.1 403 ")


NO_UPDATES = (
    b"",
    b"{",
    b"\xff\xfe",
    b"null",
    b"[]",
    b'"update_id"',
    b"{}",
    b'{"update_id": null}',
    b'{"update_id": "7"}',
    b'{"update_id": 7.0}',
    b'{"update_id": true}',
    b'{"update_id": -1}',
    b'{"update_id": 9223372036854775808}',
    b'{"update_id": ' + b"9" * 5_000 + b"}",
    b'{"update_id": 7, "x": ' + b"[" * 10_000 + b"]" * 10_000 + b"}",
    b'{"update_id": 7, "x": ' + b'{"x":' * 10_000 + b"1" + b"}" * 10_000 + b"}",
    b"[" * 500_000,
)


async def test_what_is_no_update_is_refused_and_the_next_is_taken(door: Door) -> None:
    assert [await door.push(body) for body in NO_UPDATES] == [400] * len(NO_UPDATES)
    assert await door.stored() == []

    assert await door.push(SOUND) == 200


async def test_whatever_depth_can_still_be_read_is_stored_or_refused_but_breaks_nothing(story: Story) -> None:
    async with opened(story.database, story.clock) as door:
        statuses = set()
        for number, depth in enumerate(range(900, 1000)):
            nested = b"[" * depth + b"]" * depth
            statuses.add(await door.push(b'{"update_id": %d, "x": %s}' % (number, nested)))

        assert statuses == {200, 400}
        await story.house.dispatcher.drain()
        assert {row.state for row in await door.stored()} <= {InboxState.DONE, InboxState.QUARANTINED}


async def test_what_is_not_sent_as_json_is_refused(door: Door) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "", "application/jsonp"):
        assert await door.push(SOUND, kind=kind) == 415

    assert await door.stored() == []


async def test_a_body_that_says_how_large_it_is_is_refused_unread(door: Door) -> None:
    answer = await raw(door.port, head(f"Content-Length: {LARGEST_BODY + 1}"))

    assert answer.startswith(b"HTTP/1.1 413 ")


async def test_a_body_that_does_not_say_how_large_it_is_is_refused_once_it_is_too_large(door: Door) -> None:
    half = LARGEST_BODY // 2
    chunks = [b"%x\r\n%s\r\n" % (size, b"x" * size) for size in (half, half, 1)]

    # The last chunk never comes: an answer shows that nothing more was waited for.
    answer = await raw(door.port, head("Transfer-Encoding: chunked"), *chunks)

    assert answer.startswith(b"HTTP/1.1 413 ")
    assert await door.stored() == []


async def test_the_largest_body_is_still_read(door: Door) -> None:
    sound = json.dumps(SOUND).encode()

    assert await door.push(sound + b" " * (LARGEST_BODY - len(sound))) == 200
    assert await door.push(sound + b" " * (LARGEST_BODY - len(sound) + 1)) == 413


async def test_a_sender_with_a_number_that_no_database_holds_is_stored_as_nobodys(door: Door) -> None:
    assert await door.push({"update_id": 7, "message": {"from": {"id": 2**70}, "text": "x"}}) == 200

    (row,) = await door.stored()
    assert row.sender_id == 0


async def test_only_pushes_to_the_address_of_the_webhook_are_answered(door: Door) -> None:
    async with door.web.get(door.url) as answer:
        assert answer.status == 405
    async with door.web.post(door.url + "/more", json=SOUND, headers={HEADER: SECRET}) as answer:
        assert answer.status == 404


async def rename(database: Database, name: str, to: str) -> None:
    async with database.writing() as session:
        connection = await session.connection()
        await connection.exec_driver_sql(f"ALTER TABLE {name} RENAME TO {to}")


async def test_while_the_database_is_in_trouble_telegram_is_asked_to_come_again(door: Door) -> None:
    await rename(door.database, "inbox", "away")

    assert await door.push(SOUND) == 503
    assert not door.came.is_set()

    await rename(door.database, "away", "inbox")
    assert await door.push(SOUND) == 200
    assert [row.update_id for row in await door.stored()] == [7]


async def test_a_port_that_is_taken_is_named(door: Door) -> None:
    with pytest.raises(CannotListen, match=f"port {door.port}"):
        async with serving(door.webhook.app(), "127.0.0.1", door.port):
            pass


async def test_when_several_tell_telegram_at_once_they_wait_their_turn(story: Story) -> None:
    story.world.faults.add(Fault("429", "setWebhook", seconds=3))
    begin = story.clock.now()
    webhook = Webhook(
        story.database, story.clock, url="http://127.0.0.1:9/x", secret=SECRET, after_store=asyncio.Event().set
    )

    await webhook.announce(story.house.bot)

    assert (story.clock.now() - begin).total_seconds() == 3
    assert story.world.webhook.url == "http://127.0.0.1:9/x"


async def test_telegram_is_heard_by_a_webhook_unless_what_it_has_does_not_come_through(story: Story) -> None:
    async with opened(story.database, story.clock) as door:
        await door.webhook.announce(story.house.bot)
        story.clock.advance(600)
        await door.webhook.hear(story.house.bot)
        heard_at = story.clock.now()
        assert await last_heard(story) == heard_at

        story.clock.advance(600)
        await rename(door.database, "inbox", "away")
        await story.world.say(COORDINATOR, "/menu")
        await seen(story, lambda: story.world.pusher.postponed == 1)
        await door.webhook.hear(story.house.bot)
        assert await last_heard(story) == heard_at

        await rename(door.database, "away", "inbox")
        await story.world.advance(60)
        await seen(story, lambda: story.world.pending_updates == 0)
        await door.webhook.hear(story.house.bot)
        assert await last_heard(story) == story.clock.now()


async def last_heard(story: Story) -> datetime | None:
    async with story.database.reading() as session:
        return await outages.last_heard(session)


async def seen(story: Story, happened: Callable[[], bool]) -> None:
    """Go on asking until something has happened."""
    async with asyncio.timeout(PATIENCE):
        while not happened():
            await story.house.bot.get_me()


def head(*more: str) -> bytes:
    """Write the head of a push."""
    lines = ("POST /telegram HTTP/1.1", "Host: x", f"{HEADER}: {SECRET}", "Content-Type: application/json", *more)
    return "\r\n".join([*lines, "", ""]).encode()


async def test_the_program_takes_updates_by_its_webhook_and_by_asking_when_it_has_none(tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        port = str(probe.getsockname()[1])
    world = World(token=TOKEN, clock=SandboxClock())
    world.add_people([TelegramUser(id=COORDINATOR, first_name="Hạ", started=True)])
    async with serve(world, port=0) as url:
        settings = {"BOT_TOKEN": TOKEN, "BOT_API_URL": url, "OWNER_IDS": str(COORDINATOR), "LISTEN_PORT": port}
        pushed = {"WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram", "WEBHOOK_SECRET": SECRET}
        await world.say(COORDINATOR, "/menu")
        await serve_one(tmp_path, world, url, 1, **settings, **pushed)
        assert world.webhook.url == pushed["WEBHOOK_URL"]

        await world.say(COORDINATOR, "/trogiup")
        await serve_one(tmp_path, world, url, 2, **settings)
        assert world.webhook.url == ""
        assert world.pending_updates == 0


async def serve_one(folder: Path, world: World, url: str, many: int, **settings: str) -> None:
    """Run the program until the bot has sent so many messages, and end it."""
    program = await start(folder, "run", **settings)
    async with asyncio.timeout(PATIENCE), aiohttp.ClientSession(url) as web, web.get("/sandbox/events") as events:
        while sum(message["from"]["is_bot"] for message in world.messages(COORDINATOR)) < many:
            await events.content.readline()
    program.terminate()
    ended = await end(program)
    assert (ended.code, ended.complained) == (0, "")
