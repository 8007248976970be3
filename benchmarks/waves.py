"""Three waves over 60,000 members: how long each takes until its calls are committed."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlmodel import col, func, select, update

from benchmarks import bot_api, network
from benchmarks.house import Found, house_over
from bot.engine import schedule
from models.circles import WaveCircle
from models.database import Database
from models.incidents import Alerted, Severity
from models.members import Member
from services.declarations import declaring as declarations
from services.declarations.declaring import Declaration
from services.incidents.audience import Wanted
from services.policies import versions
from services.policies.terms import DEFAULTS, Wave

MANY, CALLED_FIRST = 60_000, 60
# A commune, one that shares a border with it, one behind that, and one at the other end of the city.
HERE, NEXT, BEHIND, FAR = "00070", "00004", "00008", "09700"
RINGS = (WaveCircle.NEIGHBOURS, WaveCircle.NEXT_NEIGHBOURS, WaveCircle.PROVINCE)


async def three_waves() -> Found:
    """Let three waves call some 20,000 businesses each, as the clock does, one tick each."""
    with bot_api.running() as url:
        async with house_over(url, MANY) as house:
            now = datetime.now(UTC)
            await _spread(house.database)
            await _declare(house.database, now=now)
            took, of_processor = [], time.process_time()
            for place, _ in enumerate(RINGS, start=1):
                begun = time.perf_counter()
                await schedule.tick(house.database, now=now + timedelta(minutes=10 * place), time_zone=network.ZONE)
                took.append(time.perf_counter() - begun)
            of_processor = time.process_time() - of_processor
            called = await _called(house.database)
    if called != MANY:
        raise SystemExit(f"{called} businesses were called, not {MANY}")
    return {
        "committed_s": [round(one, 2) for one in took],
        "longest_s": round(max(took), 2),
        "of_processor_each_s": round(of_processor / len(took), 2),
    }


async def _spread(database: Database) -> None:
    """Let a few businesses stand where help is wanted, and a third of the others in each circle around."""
    async with database.writing() as session:
        for rest, commune in enumerate((NEXT, BEHIND, FAR)):
            await session.exec(update(Member).where(col(Member.id) % 3 == rest).values(commune_code=commune))
        await session.exec(update(Member).where(col(Member.id) <= CALLED_FIRST).values(commune_code=HERE))


async def _declare(database: Database, *, now: datetime) -> None:
    """Declare where the few are, with a policy of three waves ten minutes apart."""
    waves = tuple(Wave(circle, 10 * place) for place, circle in enumerate(RINGS, start=1))
    policy = replace(DEFAULTS[Severity.SERIOUS], reminders=(), waves=waves)
    async with database.writing() as session:
        owner = (await session.exec(network.owner())).one()
        await versions.change(session, severity=Severity.SERIOUS, policy=policy, by=owner, now=now)
        await declarations.declare(
            session,
            declaration=Declaration(
                title=network.TITLE, description="Đề nghị hỗ trợ.", wanted=Wanted(commune_codes=(HERE,))
            ),
            draft_key="waves",
            province_code="01",
            by=owner,
            now=now,
            time_zone=network.ZONE,
        )


async def _called(database: Database) -> int:
    async with database.reading() as session:
        return (await session.exec(select(func.count(func.distinct(col(Alerted.member_id)))))).one()
