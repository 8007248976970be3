"""The machine's clock is wrong: hours ahead at a start, set right over the next one, and back while the bot runs."""

from pathlib import Path

from tests.faults.broadcast import Hurt, Play

OFFSET = "clock-offset"
# A bot whose clock is the machine's, moved by the hours that stand in a file beside it.
PROGRAM = f"""
import pathlib, datetime as d
import bot.base.clock as its
file = pathlib.Path({OFFSET!r})
def wall():
    return d.datetime.now(d.UTC) + d.timedelta(hours=float(file.read_text()))
its.SystemClock.__init__.__kwdefaults__["wall"] = wall
from bot.cli import app
app(["run"])
"""


def set_clock(folder: Path, hours: float) -> None:
    """Move the clock of the bots in a folder."""
    # In one step: a bot may look at it at any moment.
    coming = folder / f"{OFFSET}.new"
    coming.write_text(str(hours))
    coming.replace(folder / OFFSET)


def set_right_and_back(*, back: float) -> Hurt:
    """Set a clock that was ahead right over a restart, and then back by so many hours while the bot runs."""

    async def hurt(play: Play) -> int:
        await play.go_on(play.plan.people // 6)
        await play.stage.end()
        set_clock(play.stage.folder, 0)
        await play.stage.start()
        assert await play.go_on(play.plan.people // 6), "the bot does not go on"
        set_clock(play.stage.folder, -back)
        assert await play.go_on(1), "the bot does not go on"
        return 0

    return hurt
