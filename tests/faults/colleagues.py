"""Colleagues of one business tap while the bot is down: what came in last counts, and the history is in that order."""

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.database import Database, opened
from models.members import ContactKind, Representative
from models.people import Person
from models.responses import Answer, Response, ResponseChange
from tests.faults.broadcast import Plan, Play, come_to_rest, declare
from tests.faults.crowd import crowd
from tests.faults.stage import Stage, staged
from tests.faults.watch import ANSWERS, watching

Tap = tuple[int, Answer]


@dataclass(frozen=True)
class WaitingTaps:
    """What came of taps that waited over a stop; `wrong` must be empty."""

    businesses: int
    taps: int
    seconds: float
    wrong: Sequence[str]

    def as_lines(self) -> Iterator[str]:
        """Say it."""
        yield f"{self.taps} taps at {self.businesses} businesses waited over a stop; {self.seconds:.0f} s"
        for what in self.wrong:
            yield f"WRONG: {what}"


async def wait_over_a_stop(plan: Plan, folder: Path) -> WaitingTaps:
    """Let two people speak for each business, end the bot, let all tap in turns, and start it again."""
    begin, people = time.monotonic(), crowd(plan.people)
    dice = random.Random(plan.seed)
    pairs = list(zip(people[::2], people[1::2], strict=True))
    async with (
        staged(folder, people=plan.people, rate=plan.rate, url=plan.url, program=plan.program) as stage,
        opened(stage.url) as database,
    ):
        await _join(database, pairs)
        taps = await _play(plan, stage, database, pairs, dice)
        wrong = await _compared(database, taps)
    return WaitingTaps(len(pairs), sum(map(len, taps)), time.monotonic() - begin, wrong)


async def _join(database: Database, pairs: Sequence[tuple[int, int]]) -> None:
    """Let the second of each pair speak for the business of the first."""
    async with database.writing() as session:
        for first, second in pairs:
            own, other = await _spoken(session, first), await _spoken(session, second)
            other.member_id = own.member_id
            other.contact = ContactKind.BACKUP
            session.add(other)


async def _spoken(session: AsyncSession, telegram_id: int) -> Representative:
    query = select(Representative).join(Person, col(Person.id) == Representative.person_id)
    return (await session.exec(query.where(Person.telegram_id == telegram_id))).one()


async def _play(
    plan: Plan, stage: Stage, database: Database, pairs: Sequence[tuple[int, int]], dice: random.Random
) -> Sequence[Sequence[Tap]]:
    async with watching(stage, answering=frozenset(), seed=plan.seed) as watch:
        await stage.start()
        await declare(watch)
        everybody = [person for pair in pairs for person in pair]
        assert await watch.until(lambda: all(map(watch.cards, everybody)), 60), "not everybody was alerted"
        await stage.end()
        taps = []
        for first, second in pairs:
            # The one who tapped first is served first, and also tapped last but one.
            answers = dice.sample(ANSWERS, 3)
            taps.append(list(zip((first, first, second), answers, strict=True)))
        for number in range(3):
            for each in taps:
                person, answer = each[number]
                await watch.tap(person, answer)
        await stage.start()
        await come_to_rest(Play(plan, stage, watch, database))
        await stage.end()
    return taps


async def _compared(database: Database, taps: Sequence[Sequence[Tap]]) -> list[str]:
    """Hold what is stored against what was tapped."""
    wrong = []
    async with database.reading() as session:
        for each in taps:
            query = (
                select(Person.telegram_id, ResponseChange.answer)
                .join(ResponseChange, col(ResponseChange.person_id) == Person.id)
                .where(col(Person.telegram_id).in_([person for person, _ in each]))
                .order_by(col(ResponseChange.answered_at), col(ResponseChange.update_id))
            )
            history = [(person, Answer(answer)) for person, answer in await session.exec(query)]
            if history != each:
                wrong.append(f"the history is {history}, the taps were {each}")
            last = select(Response.answer).join(Person, col(Person.id) == Response.person_id)
            standing = list(await session.exec(last.where(Person.telegram_id == each[-1][0])))
            if standing != [each[-1][1]]:
                wrong.append(f"the answer of {each[-1][0]} is {standing}, tapped was {each[-1][1]}")
    return wrong[:5]
