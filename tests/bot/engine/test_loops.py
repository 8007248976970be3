"""The loops go on after whatever Telegram says, and say so in a line."""

import asyncio

import pytest
from aiohttp import web
from structlog.testing import capture_logs
from telegram.error import NetworkError, RetryAfter, TelegramError

from bot.engine.loops import _forever, _poll
from bot.telegram.transport import NotTelegram
from tests.story import Story


@pytest.mark.parametrize("error", [RetryAfter(7), NetworkError("the connection broke"), NotTelegram("a web page")])
async def test_what_telegram_refuses_a_loop_is_a_line_and_no_traceback(story: Story, error: TelegramError) -> None:
    stopping = asyncio.Event()

    async def step() -> None:
        stopping.set()
        raise error

    with capture_logs() as lines:
        await _forever(story.clock, stopping, step)

    (line,) = lines
    assert line["log_level"] == "warning"
    assert "exc_info" not in line
    assert line["rests"] == (7 if isinstance(error, RetryAfter) else 3)


async def test_who_says_at_once_that_there_is_nothing_is_not_asked_without_end(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = 0

    async def answer(_request: web.Request) -> web.Response:
        nonlocal asked
        asked += 1
        return web.json_response({"ok": True, "result": []})

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    monkeypatch.setattr(story.house.poller, "_url", f"http://127.0.0.1:{runner.addresses[0][1]}/bot/getUpdates")
    monkeypatch.setattr(story.house.poller, "_has_begun", True)
    before = story.clock.now()

    for _ in range(10):
        await _poll(story.house)
    await runner.cleanup()

    assert asked == 10
    assert (story.clock.now() - before).total_seconds() >= 5
