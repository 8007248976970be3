"""Telegram is out of reach for so long that taps are lost: who may have tapped in vain is asked again, once."""

import asyncio

from bot.sandbox.traffic.updates import CALLBACK_LIFETIME
from tests.faults.broadcast import Hurt, Play
from tests.faults.crowd import crowd
from tests.faults.watch import Watch

WHY = "Hệ thống vừa mất kết nối"
# Time for the bot to notice, to catch up and to ask.
SOON = 120.0


def be_away(seconds: float) -> Hurt:
    """Let Telegram be away for so long, more than a tap lives, after those who answer have; some tap in vain."""
    assert seconds > CALLBACK_LIFETIME

    async def hurt(play: Play) -> int:
        watch, everybody = play.watch, crowd(play.plan.people)
        assert await watch.until(lambda: all(map(watch.cards, everybody)), 60), "not everybody was alerted"
        await watch.all_tapped()
        silent = [person for person in everybody if person not in watch.taps]
        lines = len(play.stage.log)
        await play.stage.tell("faults", {"kind": "away", "times": None})
        await watch.tap_in_vain(silent[::2])
        async with asyncio.TaskGroup() as both:
            both.create_task(asyncio.sleep(seconds))
            both.create_task(play.stage.says("telegram: no answer.*not all is well", since=lines, seconds=seconds))
        await play.stage.forget_faults()
        assert await watch.until(lambda: all(_asked(watch, person) for person in silent), SOON), "not all are asked"
        await play.stage.says("telegram was out of reach; taps may be lost", since=lines)
        watch.storm(silent[::2], 1)
        await watch.all_tapped()
        asked = {person: _asked(watch, person) for person in everybody}
        assert {person for person in everybody if asked[person]} == set(silent), "somebody was asked who had answered"
        assert set(asked.values()) <= {0, 1}, "somebody was asked twice"
        return 0

    return hurt


def _asked(watch: Watch, person: int) -> int:
    return sum(WHY in each["text"] for each in watch.reminders(person))
