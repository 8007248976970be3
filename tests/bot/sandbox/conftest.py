"""A sandbox on a free port, its clock, two people and a real bot that talks to it."""

from collections.abc import AsyncIterator

import httpx
import pytest
from telegram import Bot

from bot.sandbox.state.people import TelegramUser
from bot.sandbox.web.server import serve
from tests.bot.sandbox.world import World

TOKEN = "123456:TEST"
MAI, LAN, NEWCOMER = 1001, 1002, 1003


class MovedClock:
    """Epoch seconds that stand still until they are moved."""

    def __init__(self) -> None:
        self.now = 1_790_000_000.0

    def __call__(self) -> float:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture(autouse=True)
def _durations_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the library give durations in its coming way, so that it does not warn of the old one."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
def clock() -> MovedClock:
    return MovedClock()


@pytest.fixture
def world(clock: MovedClock) -> World:
    world = World(token=TOKEN, clock=clock)
    world.add_people(
        [
            TelegramUser(MAI, "Mai", "Trần", "mai_tran", phone="+84901234567", started=True),
            TelegramUser(LAN, "Lan", phone="+84907654321", language_code="en", started=True),
            TelegramUser(NEWCOMER, "Bình"),
        ]
    )
    return world


@pytest.fixture
async def url(world: World) -> AsyncIterator[str]:
    async with serve(world) as address:
        yield address


@pytest.fixture
async def bot(url: str) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot") as bot:
        yield bot


@pytest.fixture
async def http(url: str) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=url) as client:
        yield client


@pytest.fixture
def api() -> str:
    return f"/bot{TOKEN}"
