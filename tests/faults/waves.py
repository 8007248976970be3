"""The bot is killed between waves and in the middle of each: each is called once, and each repeat says so."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlmodel import col, select

from models.broadcasts import Broadcast, BroadcastKind
from models.circles import WaveCircle
from models.database import Database, opened
from models.identity import id_of
from models.incidents import Incident, Reminder, ReminderKind
from models.members import Member
from tests.faults.account import AGAIN
from tests.faults.broadcast import Plan, Play, come_to_rest
from tests.faults.crowd import COORDINATOR, HOAN_KIEM, crowd
from tests.faults.killing import let_leases_run_out
from tests.faults.stage import Stage, staged
from tests.faults.watch import Watch, is_card, watching

# Where help is wanted, a commune that shares a border with it, and one behind that.
COMMUNES = (HOAN_KIEM, "00004", "00008")
CIRCLES = (WaveCircle.NEIGHBOURS, WaveCircle.NEXT_NEIGHBOURS)
PATIENCE = 60


@dataclass(frozen=True)
class WavesCame:
    """What came of the waves; `wrong` must be empty."""

    people: int
    repeats: int
    seconds: float
    wrong: Sequence[str]

    def as_lines(self) -> Iterator[str]:
        """Say it."""
        yield f"{self.people} people called in {1 + len(CIRCLES)} circles; {self.repeats} repeats; {self.seconds:.0f} s"
        for what in self.wrong:
            yield f"WRONG: {what}"


async def kill_between_waves(plan: Plan, folder: Path) -> WavesCame:
    """Let the bot die before each wave is called, and again while it goes out."""
    begin = time.monotonic()
    async with (
        staged(folder, people=plan.people, rate=plan.rate, url=plan.url, program=plan.program) as stage,
        opened(stage.url) as database,
        watching(stage, answering=frozenset(), seed=plan.seed) as watch,
    ):
        await _spread(database)
        await stage.start()
        await _declare(watch)
        await _until_called(watch, _living_in(plan, 0))
        for place, circle in enumerate(CIRCLES, start=1):
            await stage.kill()
            await _plan(database, circle)
            await _live_and_die(stage, database, watch, _living_in(plan, place))
            await _until_called(watch, _living_in(plan, place))
        await come_to_rest(Play(plan, stage, watch, database))
        wrong = [*_seen(watch, plan), *await _stored(database)]
        await stage.end()
    repeats = sum(len(watch.cards(person)) - 1 for person in crowd(plan.people))
    return WavesCame(plan.people, repeats, time.monotonic() - begin, wrong)


def _living_in(plan: Plan, place: int) -> Sequence[int]:
    return crowd(plan.people)[place :: len(COMMUNES)]


async def _spread(database: Database) -> None:
    """Let a third of the businesses stand in each of the communes."""
    async with database.writing() as session:
        for place, member in enumerate((await session.exec(select(Member).order_by(col(Member.id)))).all()):
            member.commune_code = COMMUNES[place % len(COMMUNES)]


async def _declare(watch: Watch) -> None:
    await watch.stage.tell(f"chats/{COORDINATOR}/say", {"text": "/suco Mất kết nối cáp quang tại phường Hoàn Kiếm"})
    for button in ("1️⃣ Thấp", "📨 Gửi tới", "🚨 Xác nhận gửi"):
        await watch.press(COORDINATOR, button)


async def _until_called(watch: Watch, people: Sequence[int]) -> None:
    assert await watch.until(lambda: all(map(watch.cards, people)), PATIENCE), "a circle was not called"


async def _plan(database: Database, circle: WaveCircle) -> None:
    """Let a wave be due while the bot is dead."""
    async with database.writing() as session:
        incident = (await session.exec(select(Incident))).one()
        session.add(
            Reminder(incident_id=id_of(incident), kind=ReminderKind.WAVE, circle=circle, due_at=datetime.now(UTC))
        )


async def _live_and_die(stage: Stage, database: Database, watch: Watch, people: Sequence[int]) -> None:
    """Let the bot live until the first of some people is called, kill it, and start it again."""
    await stage.start()
    assert await watch.until(lambda: any(map(watch.cards, people)), PATIENCE), "nobody of a circle was called"
    await stage.kill()
    await let_leases_run_out(database)
    await stage.start()


def _seen(watch: Watch, plan: Plan) -> Iterator[str]:
    """Compare what people have got with what they should have."""
    copies = [card for person in crowd(plan.people) for card in watch.cards(person)[1:]]
    if unmarked := [card for card in copies if not card["text"].startswith(AGAIN)]:
        yield f"{len(unmarked)} repeats are not marked"
    if len(copies) > len(CIRCLES) * plan.in_flight:
        yield f"{len(copies)} repeats"
    for person in crowd(plan.people):
        if others := [one for one in watch.copies.get(person, ()) if not is_card(one)]:
            yield f"{person} got {len(others)} other messages"


async def _stored(database: Database) -> Iterator[str]:
    async with database.reading() as session:
        kinds = Counter((await session.exec(select(Broadcast.kind))).all())
        waves = (await session.exec(select(Reminder).where(Reminder.kind == ReminderKind.WAVE))).all()
    wrong = []
    if kinds[BroadcastKind.ALERT] != 1 + len(CIRCLES):
        wrong.append(f"the alert was queued {kinds[BroadcastKind.ALERT]} times")
    if not all(wave.done_at and wave.called for wave in waves):
        wrong.append("a wave was called in vain")
    return iter(wrong)
