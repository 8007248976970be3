"""The stage of stories on the chat page: a sandbox that runs, its cast, and the bot played call by call.

A test module takes it over by `scene = stage.scene`, with `pytestmark = pytest.mark.asyncio(loop_scope="module")`.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest_asyncio
from playwright.async_api import Page

from bot.sandbox.state.clock import SandboxClock
from bot.sandbox.state.people import TelegramUser
from bot.sandbox.web.server import serve
from tests.bot.sandbox.world import World

MAI, HUNG, ANH = 101, 102, 105
CAST = [
    TelegramUser(MAI, "Trần Thị", "Mai", note="Điều phối viên", phone="+84912345101", featured=True, started=True),
    TelegramUser(HUNG, "Nguyễn Văn", "Hùng", note="Viễn thông", phone="+84912345102", featured=True, started=True),
    TelegramUser(ANH, "Đỗ Minh", "Anh", note="Người mới", featured=True),
    TelegramUser(1001, "Đặng Thị", "Yến", group="Bưu chính", started=True),
]


@dataclass
class Scene:
    """A sandbox that runs, and the bot's side of it."""

    world: World
    url: str
    session: aiohttp.ClientSession

    async def bot(self, method: str, **parameters: Any) -> Any:
        """Call the Bot API as the bot does; returns the result."""
        address = f"{self.url}/bot{self.world.token}/{method}"
        async with self.session.post(address, json=parameters) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def greet(self, person_id: int, text: str = "Xin chào", **more: Any) -> int:
        """Send a message as the bot; returns its id."""
        message = await self.bot("sendMessage", chat_id=person_id, text=text, **more)
        return int(message["message_id"])

    async def heard(self, kind: str) -> Any:
        """Wait until the bot is told of something of this kind; returns the newest of it."""
        found: list[Any] = []
        while not found:
            updates = await self.bot("getUpdates", timeout=10)
            assert updates, f"the bot was told of no {kind}"
            await self.bot("getUpdates", offset=updates[-1]["update_id"] + 1)
            found = [each[kind] for each in updates if kind in each]
        return found[-1]

    async def tap(self) -> Any:
        """Wait until the bot is told of a tap; returns the callback query."""
        return await self.heard("callback_query")

    async def offer(self, results: list[dict[str, Any]], **more: Any) -> str:
        """Wait for an inline query and answer it; returns its words."""
        query = await self.heard("inline_query")
        await self.bot("answerInlineQuery", inline_query_id=query["id"], results=results, cache_time=0, **more)
        return str(query["query"])

    async def send_file(self, chat_id: int, kind: str, name: str, content: bytes, **more: Any) -> int:
        """Upload a photo or document as the bot; returns the message's id."""
        form = aiohttp.FormData({"chat_id": str(chat_id), **more}, quote_fields=False)
        form.add_field(kind, content, filename=name)
        address = f"{self.url}/bot{self.world.token}/send{kind.title()}"
        async with self.session.post(address, data=form) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return int(answer["result"]["message_id"])

    def chat(self, person_id: int, query: str = "") -> str:
        """Return the address of a person's chat."""
        return f"{self.url}/{query}#/{person_id}"


@asynccontextmanager
async def running(world: World) -> AsyncIterator[Scene]:
    async with serve(world) as url, aiohttp.ClientSession() as session:
        yield Scene(world, url, session)


@pytest_asyncio.fixture(loop_scope="module")
async def scene() -> AsyncIterator[Scene]:
    async with running(new_world()) as scene:
        yield scene


def new_world() -> World:
    world = World(token="123456:TEST", clock=SandboxClock())
    world.limits = None
    world.add_people(CAST)
    return world


def buttons(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def bubble(page: Page, message_id: int) -> Any:
    return page.locator(f'[data-message="{message_id}"]')
