"""Who comes to a listener and says nothing keeps nobody out: heads and bodies have their time, connections a limit."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

import aiohttp
import pytest
import structlog
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.base import visitors
from bot.base.listener import serving
from bot.watching import logs

Ends = tuple[asyncio.StreamReader, asyncio.StreamWriter]
CROWD, PLACES = 300, 50
SOON, PATIENCE = 0.3, 20.0
POST = b"POST / HTTP/1.1\r\nHost: here\r\n"


@dataclass
class House:
    """A small application: it answers at once, reads what is sent, or answers when it is told to."""

    port: int = 0
    given_up: int = 0
    late: int = 0
    both_ask: asyncio.Event = field(default_factory=asyncio.Event)
    go_on: asyncio.Event = field(default_factory=asyncio.Event)

    def app(self) -> Starlette:
        routes = [Route("/", self._take, methods=["POST"]), Route("/", self._answer), Route("/late", self._late)]
        return Starlette(routes=routes)

    async def _answer(self, request: Request) -> Response:
        """Say from which port it was asked."""
        assert request.client is not None
        return PlainTextResponse(f"here, {request.client.port}")

    async def _late(self, _request: Request) -> Response:
        self.late += 1
        if self.late == 2:
            self.both_ask.set()
        await self.go_on.wait()
        return PlainTextResponse("late")

    async def _take(self, request: Request) -> Response:
        try:
            return PlainTextResponse(str(len(await request.body())))
        except ClientDisconnect:
            self.given_up += 1
            return PlainTextResponse("gone", 400)

    async def enter(self) -> Ends:
        return await asyncio.open_connection("127.0.0.1", self.port)


@asynccontextmanager
async def open_house(*, connections: int = PLACES) -> AsyncIterator[House]:
    house = House()
    limits = {"head_seconds": SOON, "body_seconds": SOON}
    async with serving(house.app(), "127.0.0.1", 0, connections=connections, **limits) as house.port:
        yield house


async def ask_late(house: House) -> Ends:
    """Ask for what is answered when it is told to."""
    reader, writer = await house.enter()
    writer.write(b"GET /late HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n")
    return reader, writer


async def end(ends: Ends) -> bytes:
    """Read until the other side ends it; a cut is an end."""
    try:
        async with asyncio.timeout(PATIENCE):
            return await ends[0].read()
    except ConnectionError:
        return b""
    finally:
        ends[1].close()
        with suppress(ConnectionError):
            await ends[1].wait_closed()


async def test_hundreds_who_say_nothing_keep_nobody_out_and_are_sent_away() -> None:
    async with open_house() as house, aiohttp.ClientSession(f"http://127.0.0.1:{house.port}") as web:
        crowd = [await house.enter() for _ in range(CROWD)]
        async with asyncio.timeout(PATIENCE), web.get("/") as answer:
            assert "here" in await answer.text()

        assert await asyncio.gather(*map(end, crowd)) == [b""] * CROWD


async def test_there_are_never_more_than_so_many() -> None:
    async with open_house(connections=2) as house:
        busy = [await ask_late(house) for _ in range(2)]
        async with asyncio.timeout(PATIENCE):
            await house.both_ask.wait()
        third = await house.enter()
        assert await end(third) == b""

        house.go_on.set()
        for each in busy:
            assert (await end(each)).endswith(b"late")


@pytest.mark.parametrize(
    "parts", [(b"GET / HT", *[b"T"] * 500), (POST + b"Content-Length: 900\r\n\r\n", *[b"x"] * 500)]
)
async def test_who_says_it_letter_by_letter_is_ended_all_the_same(parts: tuple[bytes, ...]) -> None:
    async with open_house() as house:
        reader, writer = await house.enter()
        ending = asyncio.create_task(end((reader, writer)))
        said = 0
        for part in parts:
            if ending.done():
                break
            writer.write(part)
            said += 1
            await asyncio.wait({ending}, timeout=0.02)

        assert await ending == b""
        assert said < len(parts)
    assert house.given_up == (1 if parts[0].startswith(POST) else 0)


async def test_who_waits_for_an_answer_or_rests_between_two_questions_is_left_in_peace() -> None:
    async with open_house() as house, aiohttp.ClientSession(f"http://127.0.0.1:{house.port}") as web:
        async with web.get("/") as answer:
            port = await answer.text()
        waiting = asyncio.create_task(end(await ask_late(house)))
        # Longer than any head may take.
        done, _ = await asyncio.wait({waiting}, timeout=2 * SOON)
        assert not done

        house.go_on.set()
        assert (await waiting).endswith(b"late")
        async with web.get("/") as answer:
            assert await answer.text() == port
        async with web.post("/", data=b"x" * 900) as answer:
            assert await answer.text() == "900"


def test_the_times_are_generous_to_a_slow_line_and_short_for_a_hanger_on() -> None:
    assert (visitors.HEAD_SECONDS, visitors.BODY_SECONDS) == (10, 30)


def test_one_cause_is_one_line_a_second_with_how_many_were_left_out(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    logs.set_up("WARNING")
    now = 100.0
    monkeypatch.setattr(logs, "_now", lambda: now)
    library = logging.getLogger("asyncio")
    for _ in range(2000):
        library.error("socket.accept() out of system resource")
    library.error("something else")
    structlog.get_logger().error("a loop stumbled")
    structlog.get_logger().error("a loop stumbled")
    now = 101.5
    library.error("socket.accept() out of system resource")

    lines = capsys.readouterr().err.splitlines()

    assert [line.count("out of system resource") for line in lines] == [1, 0, 0, 0, 1]
    assert '"left_out": 1999' in lines[-1]
