"""A broadcast during which the bot is killed again and again, at moments that a seed draws."""

import asyncio
import random
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlmodel import col, update

from bot.delivery import IN_FLIGHT
from models.broadcasts import BroadcastKind, Delivery, DeliveryState
from models.database import Database, opened
from models.inbox import InboxState
from services.tally import Group
from tests.faults import books
from tests.faults.books import Books
from tests.faults.crowd import COLLEAGUE, COORDINATOR, crowd
from tests.faults.stage import Stage, staged
from tests.faults.watch import Watch, is_card, watching

AGAIN = "↻"
# Every so many kills one comes while the bot is still starting.
AT_THE_START = 8
STARTING_SECONDS = 2.0
# A bot that waits for the leases of the one before has nothing to do, and is killed all the same.
LONGEST_RUN = 6.0


@dataclass(frozen=True)
class Plan:
    """How much is hurt: people, kills, pace, and whether a dead bot's leases are counted as run out at once."""

    people: int
    kills: int
    rate: int
    seed: int
    patience: float
    leases_run_out: bool = False
    url: str = ""


@dataclass(frozen=True)
class Account:
    """What came of it; `repeats` are the copies beyond each person's first."""

    plan: Plan
    taps: int
    messages: int
    repeats: int
    unmarked: int
    most_copies: int
    alerts: dict[str, int]
    refused_for_pace: int
    seconds: float

    def as_line(self) -> str:
        """Say it in one line."""
        return (
            f"{self.plan.people} people, {self.plan.kills} kills, seed {self.plan.seed}: {self.taps} taps, "
            f"each applied once; {self.messages} cards arrived, {self.repeats} of them repeats "
            f"(allowed: {self.plan.kills} × {IN_FLIGHT} = {self.plan.kills * IN_FLIGHT}), {self.unmarked} unmarked, "
            f"at most {self.most_copies} to one person; alerts {self.alerts}; "
            f"{self.refused_for_pace} × 429; {self.seconds:.0f} s"
        )


async def carry_out(plan: Plan, folder: Path) -> Account:
    """Play the plan, and check the books; raises AssertionError for whatever does not add up."""
    begin = time.monotonic()
    answering = frozenset(crowd(plan.people)[::2])
    async with (
        staged(folder, people=plan.people, rate=plan.rate, url=plan.url) as stage,
        watching(stage, answering=answering, seed=plan.seed) as watch,
        opened(stage.url) as database,
    ):
        await stage.start()
        await declare(watch)
        await _kill_often(plan, stage, watch, database)
        await stage.start()
        await _come_to_rest(plan, watch, database)
        account = await _check(plan, stage, watch, await books.read(database), begin)
        assert await stage.end(10) == 0
    return account


async def declare(watch: Watch) -> None:
    """Let the coordinator declare to everybody; of low severity, so that the first reminder is far."""
    await watch.stage.tell(f"chats/{COORDINATOR}/say", {"text": "/suco Mất kết nối cáp quang tại Hoàn Kiếm"})
    await watch.press(COORDINATOR, "⚪ Thấp")
    await watch.press(COORDINATOR, "📨 Gửi tới")
    await watch.press(COORDINATOR, "🚨 Xác nhận gửi")
    assert await watch.until(lambda: any(map(is_card, _messages(watch))), 60), "no alert came"


def _messages(watch: Watch) -> list[dict[str, object]]:
    return [message for chat_id, copies in watch.copies.items() if chat_id > COLLEAGUE for message in copies]


async def _kill_often(plan: Plan, stage: Stage, watch: Watch, database: Database) -> None:
    dice = random.Random(plan.seed)
    # So that the last kill still comes while the broadcast goes out.
    share = 1.2 * plan.people / plan.kills
    for number in range(1, plan.kills + 1):
        if stage.bot is None or stage.bot.returncode is not None:
            if number % AT_THE_START == 0:
                await stage.spawn()
                await asyncio.sleep(dice.uniform(0, STARTING_SECONDS))
                await stage.kill()
                continue
            await stage.start()
        target = watch.events + dice.randint(1, max(2, round(2 * share)))
        await watch.until(lambda target=target: watch.events >= target, LONGEST_RUN)  # type: ignore[misc]
        await asyncio.sleep(dice.uniform(0, 0.1))
        await stage.kill()
        if plan.leases_run_out:
            await _let_leases_run_out(database)


async def _let_leases_run_out(database: Database) -> None:
    """Let it be as if the next bot were started when the dead one's leases have ended."""
    async with database.writing() as session:
        past = datetime.now(UTC) - timedelta(seconds=1)
        await session.exec(update(Delivery).where(col(Delivery.leased_until).is_not(None)).values(leased_until=past))


async def _come_to_rest(plan: Plan, watch: Watch, database: Database) -> None:
    """Wait until nothing is left to do."""
    async with asyncio.timeout(plan.patience):
        while True:
            await watch.all_tapped()
            counters = await watch.stage.ask("counters")
            if not counters["updates"]["queued"] and await books.is_quiet(database):
                return
            seen = watch.events
            await watch.until(lambda seen=seen: watch.events > seen, 0.5)  # type: ignore[misc]


async def _check(plan: Plan, stage: Stage, watch: Watch, kept: Books, begin: float) -> Account:
    assert not watch.broke, "not everything was seen"
    counters = await stage.ask("counters")
    cards = {person: watch.cards(person) for person in crowd(plan.people)}
    repeats = [card for copies in cards.values() for card in copies[1:]]
    account = Account(
        plan=plan,
        taps=sum(map(len, watch.taps.values())),
        messages=sum(map(len, cards.values())),
        repeats=len(repeats),
        unmarked=sum(not card["text"].startswith(AGAIN) for card in repeats),
        most_copies=max(map(len, cards.values())),
        alerts={state.value: number for state, number in kept.alerts.items()},
        refused_for_pace=counters["calls_429"],
        seconds=time.monotonic() - begin,
    )
    said = account.as_line()
    # Every tap that was handed over was applied, once, in its order.
    assert counters["updates"]["expired"] == 0
    assert kept.updates.keys() == {InboxState.DONE}, kept.updates
    assert kept.histories == watch.taps, said
    assert kept.standing == {person: answers[-1] for person, answers in watch.taps.items()}
    assert kept.groups == books.tally_of(watch.taps, plan.people), said
    # Every alert arrived; what came twice says so, and is no more than was on its way when the bot died.
    assert [person for person, copies in cards.items() if not copies] == [], said
    assert account.unmarked == 0, said
    assert account.repeats <= plan.kills * IN_FLIGHT, said
    assert kept.alerts.keys() <= {DeliveryState.SENT, DeliveryState.UNCERTAIN}, said
    # Nothing else came twice.
    assert kept.broadcasts[BroadcastKind.ALERT] == 1
    assert kept.broadcasts.keys() <= {BroadcastKind.ALERT, BroadcastKind.TALLY, BroadcastKind.REMINDER}
    reminded = max(len(watch.reminders(person)) for person in crowd(plan.people))
    assert reminded <= kept.broadcasts.get(BroadcastKind.REMINDER, 0), said
    assert len(watch.copies.get(COLLEAGUE, ())) <= 1
    assert all(is_card(message) for message in _messages(watch)), said
    _check_tally_shown(watch, kept)
    return account


def _check_tally_shown(watch: Watch, kept: Books) -> None:
    """The coordinator's tally shows what is stored."""
    shown = max(watch.shown[COORDINATOR].items())[1]["text"]
    # The last two groups are shown only while they count somebody.
    stored = [kept.groups.get(group, 0) for group in Group][:-2]
    assert books.numbers_shown(shown)[: len(stored)] == stored, shown
