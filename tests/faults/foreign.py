"""Something answers in Telegram's place for a while, in the middle of a broadcast: nobody is marked, nothing lost."""

import asyncio
from collections.abc import Mapping

from bot.sandbox.traffic.faults import Kind
from tests.faults.broadcast import Hurt, Play

ANSWERS: Mapping[str, Kind] = {
    "a captive portal": "page_200",
    "a proxy's 403": "page_403",
    "an empty body": "empty",
    "broken JSON": "cut",
}


def answer_for_telegram(kind: Kind, seconds: float) -> Hurt:
    """Let something else answer every request for so long; the bot never ends, and says nothing twice."""

    async def hurt(play: Play) -> int:
        starts = play.stage.starts
        await play.go_on(play.plan.people // 6)
        await play.stage.tell("faults", {"kind": kind, "times": None})
        await asyncio.sleep(seconds)
        await play.stage.forget_faults()
        assert await play.go_on(1), "the bot does not go on"
        assert (play.stage.is_up, play.stage.starts) == (True, starts), play.stage.logged()
        return 0

    return hurt
