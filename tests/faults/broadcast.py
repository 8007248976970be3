"""A broadcast to many people, some of whom answer while it runs, during which something is hurt."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.engine.delivery import LARGEST_BATCH, SMALLEST_BATCH
from models.database import Database, opened
from tests.faults import books
from tests.faults.account import Account, draw_up
from tests.faults.crowd import COLLEAGUE, COORDINATOR, crowd
from tests.faults.stage import Stage, staged
from tests.faults.watch import Watch, is_card, watching


@dataclass(frozen=True)
class Plan:
    """How large it is: people, messages a second, what a seed draws, and for how many seconds its end is awaited.

    `answering` is one person in so many; 0 is nobody. `program` is what Python runs as the bot.
    """

    people: int
    rate: int
    seed: int
    patience: float
    answering: int = 2
    url: str = ""
    program: Sequence[str] = ("-m", "bot", "run")

    @property
    def in_flight(self) -> int:
        """Tell how many messages may be on their way when the bot dies: one batch."""
        return min(max(self.rate // 2, SMALLEST_BATCH), LARGEST_BATCH)


@dataclass(frozen=True)
class Play:
    """A broadcast that is under way: who looks on, and the bot's database as another program has it open."""

    plan: Plan
    stage: Stage
    watch: Watch
    database: Database

    async def go_on(self, events: int, seconds: float = 30) -> bool:
        """Wait until so much more was seen, or for so long; tell which."""
        target = self.watch.events + events
        return await self.watch.until(lambda: self.watch.events >= target, seconds)


Hurt = Callable[[Play], Awaitable[int]]


async def carry_out(plan: Plan, folder: Path, hurt: Hurt) -> Account:
    """Play it; `hurt` returns how often the bot crashed, which is how often messages may come twice."""
    begin = time.monotonic()
    answering = frozenset(crowd(plan.people)[:: plan.answering] if plan.answering else ())
    async with (
        staged(folder, people=plan.people, rate=plan.rate, url=plan.url, program=plan.program) as stage,
        watching(stage, answering=answering, seed=plan.seed) as watch,
        opened(stage.url) as database,
    ):
        play = Play(plan, stage, watch, database)
        await stage.start()
        await declare(watch)
        crashes = await hurt(play)
        await come_to_rest(play)
        account = draw_up(
            watch,
            await books.read(database),
            await stage.ask("counters"),
            people=plan.people,
            repeats=(crashes, plan.in_flight),
            seconds=time.monotonic() - begin,
        )
        await stage.end()
    return account


async def declare(watch: Watch) -> None:
    """Let the coordinator declare to everybody; of low severity, so that the first reminder is far."""
    await watch.stage.tell(f"chats/{COORDINATOR}/say", {"text": "/suco Mất kết nối cáp quang tại Hoàn Kiếm"})
    await watch.press(COORDINATOR, "🗺 Toàn thành phố")
    await watch.press(COORDINATOR, "1️⃣ Thấp")
    await watch.press(COORDINATOR, "📨 Gửi tới")
    await watch.press(COORDINATOR, "🚨 Xác nhận gửi")
    assert await watch.until(lambda: any(map(is_card, _to_members(watch))), 60), "no alert came"


def _to_members(watch: Watch) -> list[dict[str, object]]:
    return [message for chat_id, copies in watch.copies.items() if chat_id > COLLEAGUE for message in copies]


async def come_to_rest(play: Play) -> None:
    """Wait until nothing is left to do."""
    async with asyncio.timeout(play.plan.patience):
        while True:
            await play.watch.all_tapped()
            counters = await play.stage.ask("counters")
            if not counters["updates"]["queued"] and await books.is_quiet(play.database):
                return
            await play.go_on(1, 0.5)
