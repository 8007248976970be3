"""The loops that keep the house going: each repeats one step, until the program is told to end."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from functools import partial

import structlog
from starlette.routing import Route
from telegram.error import TelegramError

from bot.base import garbage
from bot.base.clock import Clock
from bot.base.listener import serving
from bot.base.part import Part
from bot.base.shared_locks import ASK_AGAIN, HEARTBEAT, Seat
from bot.engine import calendars, cap, schedule
from bot.engine.assembly import House
from bot.engine.delivery import SIDE_BY_SIDE
from bot.telegram.failures import SOON, judge
from bot.telegram.ingress import HEARD_EVERY, LONG_POLL_SECONDS
from bot.telegram.shared_pace import SharedPace
from bot.watching import health
from bot.watching.tracebacks import said
from bot.watching.watch import PAUSE
from models.channels import Channel
from services.roster import memory as roster_memory

log = structlog.get_logger(__name__)
# How soon a loop looks again when nothing woke it, and how long it rests after a failure, in seconds.
IDLE = 0.5
REST = 2.0
AT_ONCE = 1.0
MINUTE = 60.0
HOUR = 3600.0
# How long Telegram's answers are waited for when the bot is about to end, in seconds; in all it ends within ten.
GRACE = 4.0


async def run(
    house: House, stopping: asyncio.Event, *, part: Part = Part.ALL, at_work: Callable[[], None] = lambda: None
) -> None:
    """Keep the house going until `stopping` is set; then finish what is under way and confirm it.

    `at_work` is called once its ports are open and Telegram knows of the webhook.

    Raises CannotListen when the webhook's port cannot be had, TelegramError when Telegram refuses what it is told.
    """
    garbage.collect_seldom()
    garbage.keep_what_is_loaded()
    # What others read is served where this process listens anyway.
    feeds = _feeds(house) if part in (Part.ALL, Part.INGRESS) else ()
    watched = health.served(house.watch, house.settings.watch_port, beside=feeds)
    async with watched, _listening(house, part, feeds), asyncio.TaskGroup() as loops:
        at_work()
        if part in (Part.ALL, Part.WORKER):
            await house.menus.show_default()
        going = [
            (step, loops.create_task(_forever(house.clock, stopping, partial(step, house))))
            for step in _steps(house, part)
        ]
        await stopping.wait()
        house.jobs.stop()
        house.delivery.stop()
        # A job ends at its next portion; what hangs on the network longer than this is done again by the next start.
        loop = asyncio.get_running_loop()
        ends = loop.time() + GRACE
        for step, task in going:
            if step in ENDED_AT_ONCE:
                task.cancel()
            elif step not in ENDED_BY_ITSELF:
                loop.call_at(ends, task.cancel)
        for wake in (house.dispatcher.wake, house.menus.wake, house.topics.wake):
            wake.set()
    await house.dispatcher.finish(seconds=max(0.0, ends - loop.time()))
    await house.poller.confirm()
    await house.peers.close()


def _feeds(house: House) -> Sequence[Route]:
    """List what others may pull: other systems what they are told, phones the calendars of their people."""
    known = house.database, house.clock, house.settings
    return *cap.routes(*known), *calendars.routes(*known)


@asynccontextmanager
async def _listening(house: House, part: Part, feeds: Sequence[Route]) -> AsyncIterator[None]:
    """Let Telegram hand updates over, if they come by a webhook and this process takes them."""
    if house.webhook is None or part not in (Part.ALL, Part.INGRESS):
        yield
        return
    async with serving(house.webhook.app(beside=feeds), house.settings.listen_host, house.settings.listen_port):
        await house.webhook.announce(house.bot)
        yield


async def _forever(clock: Clock, stopping: asyncio.Event, step: Callable[[], Awaitable[None]]) -> None:
    """Repeat a step; a failure is logged with its cause, and after a rest the loop goes on."""
    while not stopping.is_set():
        try:
            await step()
        except TelegramError as error:
            # It passes by itself, and the watch tells the owners where it does not.
            wait = (judge(error).wait or SOON).total_seconds()
            log.warning("telegram did not do what was asked", error=said(error), rests=wait)
            await _rest(stopping, wait)
        except Exception:
            log.exception("a loop stumbled")
            await _rest(stopping, REST)


async def _rest(stopping: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(stopping.wait(), seconds)


async def _poll(house: House) -> None:
    if not await _has(house, Seat.POLLER):
        house.poller.rest()
        return
    loop = asyncio.get_running_loop()
    begun = loop.time()
    await house.poller.begin()
    if await house.poller.poll(wait_seconds=LONG_POLL_SECONDS):
        house.dispatcher.wake.set()
    elif loop.time() - begun < AT_ONCE:
        # Telegram waits before it says that there is nothing; whoever says so at once would be asked without end.
        await house.clock.sleep(IDLE)


async def _hear(house: House) -> None:
    if house.webhook is not None:
        await house.webhook.hear(house.bot)
    await house.clock.sleep(HEARD_EVERY.total_seconds())


async def _dispatch(house: House) -> None:
    if not await house.dispatcher.start_waiting():
        await _wait_for(house.dispatcher.wake)


async def _deliver(house: House, channel: Channel) -> None:
    if not await house.delivery.step(channel):
        await _wait_for(house.delivery.wake)


async def _set_menus(house: House) -> None:
    if await _has(house, Seat.ERRANDS) and not await house.menus.drain():
        await _wait_for(house.menus.wake)


async def _run_errands(house: House) -> None:
    if await _has(house, Seat.ERRANDS) and not await house.topics.drain():
        await _wait_for(house.topics.wake)


async def _tick(house: House) -> None:
    if await _has(house, Seat.CLOCK):
        settings = house.settings
        await schedule.tick(
            house.database, now=house.clock.now(), time_zone=settings.office.time_zone, cap_sender=settings.cap_sender
        )
        await house.clock.sleep(1)


async def _tidy(house: House) -> None:
    if await _has(house, Seat.CLOCK):
        await schedule.tidy(house.database, now=house.clock.now())
        await house.clock.sleep(HOUR)


async def _watch(house: House) -> None:
    await house.watch.step()
    await house.clock.sleep(PAUSE)


async def _remember(house: House) -> None:
    async with house.database.reading() as session:
        await roster_memory.keep(session)
    await house.clock.sleep(MINUTE)


async def _work(house: House) -> None:
    if not await _has(house, Seat.ERRANDS):
        # Whichever process does them now may end in the midst of one.
        house.jobs.recover_anew()
    elif not await house.jobs.step():
        await _wait_for(house.jobs.wake)


async def _pull(house: House) -> None:
    """Read the neighbours' feeds that are due."""
    if await _has(house, Seat.ERRANDS):
        await house.peers.start()
        await house.clock.sleep(AT_ONCE)


async def _reserve(house: House) -> None:
    if isinstance(house.throttle, SharedPace):
        await house.throttle.step()


async def _keep_locks(house: House) -> None:
    if house.locks is not None:
        await house.locks.keep()
    await house.clock.sleep(HEARTBEAT)


async def _has(house: House, seat: Seat) -> bool:
    """Tell whether this process does what one process alone may do; a while passes where another one does it."""
    if house.locks is None or await house.locks.take([seat]):
        return True
    await house.clock.sleep(ASK_AGAIN)
    return False


Step = Callable[[House], Awaitable[None]]
STEPS: Mapping[Part, Sequence[Step]] = {
    Part.INGRESS: (_poll, _hear),
    Part.WORKER: (_dispatch, _set_menus, _run_errands, _work, _pull, _reserve, _remember),
    Part.CLOCK: (_tick, _tidy),
}
# What is not waited for when the bot is told to end, and what ends within its own round.
ENDED_AT_ONCE = frozenset({_poll, _hear, _pull, _tidy, _watch, _remember, _keep_locks, _reserve})
ENDED_BY_ITSELF = frozenset({_dispatch, _tick})


def _steps(house: House, part: Part) -> Sequence[Step]:
    """List what this process repeats; where Telegram hands updates over, nobody asks for them."""
    of_parts = [step for each, steps in STEPS.items() if part in (Part.ALL, each) for step in steps]
    needless: Mapping[Step, bool] = {
        _poll: house.webhook is not None,
        _hear: house.webhook is None,
        _reserve: not isinstance(house.throttle, SharedPace),
        _keep_locks: house.locks is None,
    }
    delivering = _delivering(house) if part in (Part.ALL, Part.WORKER) else ()
    return [step for step in (*of_parts, *delivering, _watch, _keep_locks) if not needless.get(step, False)]


def _delivering(house: House) -> Sequence[Step]:
    """List the loops of each channel: one goes on with the next batch while another one is on its way."""
    return [partial(_deliver, channel=channel) for channel in house.delivery.channels for _ in range(SIDE_BY_SIDE)]


async def _wait_for(wake: asyncio.Event) -> None:
    """Wait until there is something to do, or for a moment: what another process stored wakes nobody here."""
    with suppress(TimeoutError):
        await asyncio.wait_for(wake.wait(), IDLE)
    wake.clear()
