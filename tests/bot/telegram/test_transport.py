"""Requests over aiohttp: what is surely not sent is told from what may have been, and no error holds the token."""

import gzip
import socket
import time
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack

import pytest
from aiohttp import web
from telegram import Bot, InputFile
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.sandbox.state.people import TelegramUser
from bot.sandbox.traffic.faults import Fault
from bot.sandbox.web.server import serve
from bot.telegram.transport import AiohttpRequest, NotSent, NotTelegram
from bot.watching import metrics
from tests.bot.sandbox.world import World

TOKEN = "7123456789:AAFxyz-abcdefghijklmnopqrstuvwxyz01"
MAI = 1001


@pytest.fixture
def world() -> World:
    world = World(token=TOKEN)
    world.add_people([TelegramUser(MAI, "Mai", started=True)])
    return world


@pytest.fixture
async def url(world: World) -> AsyncIterator[str]:
    async with serve(world) as address:
        yield address


def bot_at(address: str, *, token: str = TOKEN, proxy: str | None = None) -> Bot:
    return Bot(
        token,
        f"{address}/bot",
        f"{address}/file/bot",
        request=AiohttpRequest(proxy=proxy),
        get_updates_request=AiohttpRequest(proxy=proxy),
    )


@pytest.fixture
async def bot(url: str) -> AsyncIterator[Bot]:
    bot = bot_at(url)
    async with bot:
        yield bot


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def texts(world: World) -> list[str]:
    return [each["text"] for each in world.messages(MAI)]


async def test_a_message_goes_out_and_its_answer_comes_back(bot: Bot, world: World) -> None:
    sent = await bot.send_message(MAI, "Xin chào & “tạm biệt”")

    assert sent.text == "Xin chào & “tạm biệt”"
    assert texts(world) == ["Xin chào & “tạm biệt”"]


async def test_a_refused_connection_is_surely_not_sent() -> None:
    bot = bot_at(f"http://127.0.0.1:{free_port()}")

    with pytest.raises(NotSent):
        await bot.initialize()
    await bot.shutdown()


async def test_a_proxy_that_is_not_there_is_surely_not_sent(url: str, world: World) -> None:
    bot = bot_at(url, proxy=f"http://127.0.0.1:{free_port()}")

    with pytest.raises(NotSent):
        await bot.initialize()
    await bot.shutdown()
    assert not world.calls


@pytest.mark.parametrize(("kind", "arrived"), [("drop_before", []), ("drop_after", ["một"])])
async def test_after_a_dropped_connection_nobody_knows(bot: Bot, world: World, kind: str, arrived: list[str]) -> None:
    world.faults.add(Fault("drop_before" if kind == "drop_before" else "drop_after", "sendMessage"))

    with pytest.raises(NetworkError) as dropped:
        await bot.send_message(MAI, "một")

    assert not isinstance(dropped.value, NotSent)
    assert texts(world) == arrived


async def test_an_answer_that_does_not_come_in_time_is_unknown(bot: Bot, world: World) -> None:
    world.faults.add(Fault("slow", "sendMessage", seconds=5))

    with pytest.raises(TimedOut):
        await bot.send_message(MAI, "một", read_timeout=0.1)


async def test_an_answer_of_telegram_is_told_by_its_kind(bot: Bot, world: World) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(4711, "một")
    world.faults.add(Fault("429", "sendMessage", seconds=7))
    with pytest.raises(RetryAfter):
        await bot.send_message(MAI, "một")
    world.block(MAI)
    with pytest.raises(Forbidden):
        await bot.send_message(MAI, "một")
    world.faults.add(Fault("500", "sendMessage"))
    with pytest.raises(NetworkError):
        await bot.send_message(MAI, "một")


@pytest.fixture
async def somebody_else() -> AsyncIterator[Callable[[int, bytes], Awaitable[Bot]]]:
    """Give what makes a bot whose every request is answered by something else, with this status and body."""
    async with AsyncExitStack() as stack:

        async def answering(status: int, body: bytes) -> Bot:
            async def answer(_request: web.Request) -> web.Response:
                where = {"Location": "/login"} if status in (302, 307) else None
                return web.Response(status=status, body=body, headers=where)

            app = web.Application()
            app.router.add_route("*", "/{path:.*}", answer)
            runner = web.AppRunner(app)
            await runner.setup()
            stack.push_async_callback(runner.cleanup)
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            bot = bot_at(f"http://127.0.0.1:{runner.addresses[0][1]}")
            for request in bot._request:
                await request.initialize()
                stack.push_async_callback(request.shutdown)
            return bot

        yield answering


PAGE = b"<html>Please log in</html>"
BLOCKED = b'"error_code":403,"description":"Forbidden: bot was blocked by the user"'
NO_ANSWERS = [
    *((status, PAGE) for status in (200, 204, 302, 307, 400, 401, 403, 404, 407, 409, 413, 429)),
    *((status, b"") for status in (200, 400, 403)),
    *((200, body) for body in (b"null", b"[]", b"7", b'"ok"', b"{}", b'{"ok":tr', b"[" * 100_000, b"\xff\xfe\x00")),
    (200, b'{"result":{"message_id":1}}'),
    (200, b'{"ok":true}'),
    (200, b'{"ok":true,"result":null}'),
    (200, b'{"ok":"true","result":{"message_id":1}}'),
    (200, b'{"ok":false,' + BLOCKED + b"}"),
    (403, b'{"ok":true,"result":{"message_id":1}}'),
    (403, b'{"ok":false}'),
    (403, b'{"ok":false,"description":"denied by policy"}'),
    (403, b'{"ok":false,"error_code":403}'),
    (403, b'{"ok":false,"error_code":403,"description":null}'),
    (403, b"{" + BLOCKED + b"}"),
    (404, b'{"ok":false,' + BLOCKED + b"}"),
    (429, b'{"ok":false,"error_code":429,"description":"wait","parameters":{"retry_after":"long"}}'),
    (400, b'{"ok":false,"error_code":400,"description":"moved","parameters":[1]}'),
]


@pytest.mark.parametrize(("status", "body"), NO_ANSWERS)
async def test_only_an_answer_of_the_bot_api_is_one(
    somebody_else: Callable[[int, bytes], Awaitable[Bot]], status: int, body: bytes
) -> None:
    bot = await somebody_else(status, body)

    with pytest.raises(NotTelegram):
        await bot.send_message(MAI, "một")


@pytest.mark.parametrize("body", [PAGE, b"", b"[]", b'{"ok":false}'])
async def test_a_server_in_trouble_is_unknown_whatever_it_says(
    somebody_else: Callable[[int, bytes], Awaitable[Bot]], body: bytes
) -> None:
    bot = await somebody_else(502, body)

    with pytest.raises(NetworkError) as failed:
        await bot.send_message(MAI, "một")
    assert not isinstance(failed.value, NotTelegram)


async def test_silence_lasts_while_something_else_answers(
    somebody_else: Callable[[int, bytes], Awaitable[Bot]], monkeypatch: pytest.MonkeyPatch
) -> None:
    bot = await somebody_else(200, PAGE)
    monkeypatch.setattr(metrics, "_answered_at", time.monotonic() - 100)

    with pytest.raises(NotTelegram):
        await bot.get_me()

    assert metrics.telegram_silence() >= 100


async def test_files_are_uploaded_and_come_back_as_they_were(bot: Bot, world: World) -> None:
    content = "Biên bản sự cố".encode() * 1000

    sent = await bot.send_document(
        MAI, InputFile(content, "biên bản.txt"), caption="<b>Biên bản</b>", parse_mode="HTML"
    )

    assert sent.document is not None
    assert sent.document.file_name == "biên bản.txt"
    assert sent.caption == "Biên bản"
    file = await sent.document.get_file()
    assert bytes(await file.download_as_bytearray()) == content


async def test_no_error_holds_the_token(url: str, world: World) -> None:
    for bot, fault in (
        (bot_at(url), Fault("drop_before", "getMe")),
        (bot_at(url), Fault("500", "getMe")),
        (bot_at(url), Fault("502", "getMe")),
        (bot_at(f"http://127.0.0.1:{free_port()}"), None),
        (bot_at("http://not a host"), None),
        (bot_at(url, proxy=f"http://127.0.0.1:{free_port()}"), None),
    ):
        if fault is not None:
            world.faults.add(fault)
        with pytest.raises(TelegramError) as failed:
            await bot.initialize()
        await bot.shutdown()
        assert TOKEN not in "".join(traceback.format_exception(failed.value))
        assert TOKEN.partition(":")[2] not in repr(failed.value)


async def test_a_wrong_token_is_said_to_be_wrong_without_being_shown(url: str) -> None:
    wrong = "7123456789:" + "Z" * 35
    request = AiohttpRequest()
    await request.initialize()

    with pytest.raises(InvalidToken) as refused:
        await request.post(f"{url}/bot{wrong}/getMe")
    await request.shutdown()

    assert "Z" * 35 not in "".join(traceback.format_exception(refused.value))


async def test_before_it_is_opened_and_after_it_is_closed_nothing_is_sent() -> None:
    request = AiohttpRequest()
    for _ in range(2):
        with pytest.raises(NotSent):
            await request.post("http://127.0.0.1:1/x")
        await request.initialize()
        await request.initialize()
        await request.shutdown()
        await request.shutdown()


@pytest.mark.parametrize(
    ("method", "result"),
    [
        ("getMe", "[]"),
        ("getMe", "true"),
        ("sendMessage", '"sent"'),
        ("answerCallbackQuery", "{}"),
        ("getUpdates", "{}"),
    ],
)
async def test_a_result_of_another_type_than_the_methods_is_no_answer_of_telegrams(
    somebody_else: Callable[[int, bytes], Awaitable[Bot]], method: str, result: str
) -> None:
    bot = await somebody_else(200, f'{{"ok":true,"result":{result}}}'.encode())

    with pytest.raises(NotTelegram):
        await bot._request[1].post(f"{bot.base_url}/{method}")


async def test_an_answer_that_unpacks_to_more_than_telegram_sends_is_not_read_to_its_end() -> None:
    packed = gzip.compress(b" " * 200 * 1024**2)

    async def answer(_request: web.Request) -> web.Response:
        return web.Response(body=packed, headers={"Content-Encoding": "gzip"})

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    async with AiohttpRequest() as request:
        with pytest.raises(NotTelegram, match="larger"):
            await request.post(f"http://127.0.0.1:{runner.addresses[0][1]}/bot1:x/getMe")
    await runner.cleanup()
