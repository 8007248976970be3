"""Everybody taps as fast as they can, again and again, while the bot is told to end (SIGTERM) and started again.

Each end takes at most ten seconds, and leaves nothing on its way.
"""

import random

from services.ground.inbox import FLOOD
from tests.faults import books
from tests.faults.broadcast import Hurt, Play
from tests.faults.crowd import crowd
from tests.faults.killing import let_leases_run_out


def end_in_a_storm(times: int, *, taps: int) -> Hurt:
    """End the bot so many times, each time while everybody taps so often; of a flood some would be shed."""
    assert times * taps <= FLOOD

    async def hurt(play: Play) -> int:
        dice, watch, people = random.Random(play.plan.seed), play.watch, crowd(play.plan.people)
        assert await watch.until(lambda: all(map(watch.cards, people)), 60), "not everybody was alerted"
        for _ in range(times):
            soon = watch.tapped + dice.randint(1, len(people) * taps // 2)
            watch.storm(people, taps)
            assert await watch.until(lambda soon=soon: watch.tapped >= soon, 60)  # type: ignore[misc]
            await play.stage.end()
            assert not await books.on_its_way(play.database), "something that was sent is not written down"
            await play.stage.start()
            await watch.all_tapped()
        return 0

    return hurt


def end_while_telegram_is_slow(seconds: float) -> Hurt:
    """End the bot while each answer of Telegram takes so long; what was on its way may come twice, as after a crash."""

    async def hurt(play: Play) -> int:
        await play.stage.tell("faults", {"kind": "slow", "times": None, "seconds": seconds})
        play.watch.storm([person for person in crowd(play.plan.people) if play.watch.cards(person)], 2)
        await play.watch.all_tapped()
        await play.stage.end()
        await play.stage.forget_faults()
        await let_leases_run_out(play.database)
        await play.stage.start()
        return 1

    return hurt
