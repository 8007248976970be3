"""The bot is killed again and again, at moments that a seed draws."""

import asyncio
import random
from datetime import UTC, datetime, timedelta

from sqlmodel import col, update

from models.broadcasts import Delivery
from models.database import Database
from tests.faults.broadcast import Hurt, Play

# Every so many kills one comes while the bot is still starting.
AT_THE_START = 8
STARTING_SECONDS = 2.0
# A bot that waits for the leases of the one before has nothing to do, and is killed all the same.
LONGEST_RUN = 6.0


def kill(times: int, *, leases_run_out: bool = False) -> Hurt:
    """Kill the bot so many times; a dead bot's leases may be counted as run out at once, as if long time had passed."""

    async def hurt(play: Play) -> int:
        dice = random.Random(play.plan.seed)
        # So that the last kill still comes while the broadcast goes out.
        share = 1.2 * play.plan.people / times
        for number in range(1, times + 1):
            await _live_and_die(play, dice, share, at_the_start=number > 1 and number % AT_THE_START == 0)
            if leases_run_out:
                await let_leases_run_out(play.database)
        await play.stage.start()
        return times

    return hurt


async def _live_and_die(play: Play, dice: random.Random, share: float, *, at_the_start: bool) -> None:
    """Let the bot live for a while, unless it is to die while it starts, and kill it."""
    if at_the_start:
        await play.stage.spawn()
        await asyncio.sleep(dice.uniform(0, STARTING_SECONDS))
    else:
        if not play.stage.is_up:
            await play.stage.start()
        await play.go_on(dice.randint(1, max(2, round(2 * share))), LONGEST_RUN)
        await asyncio.sleep(dice.uniform(0, 0.1))
    await play.stage.kill()


async def let_leases_run_out(database: Database) -> None:
    """Let it be as if the next bot were started when the dead one's leases have ended."""
    async with database.writing() as session:
        past = datetime.now(UTC) - timedelta(seconds=1)
        await session.exec(update(Delivery).where(col(Delivery.leased_until).is_not(None)).values(leased_until=past))
