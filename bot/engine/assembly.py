"""The house put together: database, bot, inbox, delivery and clock, and the loops that keep them going."""

import asyncio
import gc
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

import structlog
from telegram.ext import ApplicationBuilder, ContextTypes, ExtBot

from bot.base import catalogue
from bot.base.clock import Clock
from bot.base.listener import serving
from bot.base.part import Part
from bot.base.settings import Settings
from bot.base.shared_locks import ASK_AGAIN, HEARTBEAT, Seat, SharedLocks
from bot.engine import schedule
from bot.engine.delivery import SIDE_BY_SIDE, Delivery
from bot.engine.inbox import Dispatcher
from bot.engine.jobs import Jobs
from bot.engine.menus import Menus
from bot.engine.transactions import App, keep_failure
from bot.telegram.carrier import TelegramCarrier
from bot.telegram.ingress import HEARD_EVERY, LONG_POLL_SECONDS, Poller
from bot.telegram.pace import Pace
from bot.telegram.speech import Speech
from bot.telegram.throttle import Limits, Rate, Throttle
from bot.telegram.transport import AiohttpRequest
from bot.telegram.webhook import Webhook
from bot.watching import health, metrics
from bot.watching.watch import PAUSE, Watch
from handlers.frame import texts
from handlers.frame.context import Context
from handlers.front.routes import routes
from models.channels import Channel
from models.database import Database
from models.people import Language
from services.members import entries
from services.outbox import deliveries, pace
from services.people import accounts
from services.roster import memory as roster_memory
from services.watch import ahead, outages, trouble

log = structlog.get_logger(__name__)
SECOND = timedelta(seconds=1)
# How soon a loop looks again when nothing woke it, and how long it rests after a failure, in seconds.
IDLE = 0.5
REST = 2.0
MINUTE = 60.0
HOUR = 3600.0
# How long Telegram's answers are waited for when the bot is about to end, in seconds; in all it ends within ten.
GRACE = 4.0


@dataclass(frozen=True)
class House:
    """Everything that runs, put together but not yet going."""

    settings: Settings
    clock: Clock
    database: Database
    bot: ExtBot[None]
    locks: SharedLocks | None
    poller: Poller
    webhook: Webhook | None
    dispatcher: Dispatcher
    throttle: Throttle
    telegram: TelegramCarrier
    delivery: Delivery
    menus: Menus
    jobs: Jobs
    watch: Watch


@asynccontextmanager
async def assemble(
    settings: Settings,
    database: Database,
    *,
    clock: Clock,
    token: str,
    api_url: str,
    locks: SharedLocks | None = None,
    part: Part = Part.ALL,
) -> AsyncIterator[House]:
    """Put the house together over a migrated database; raises TelegramError when the API refuses the token.

    With `locks` it shares the database with other processes, and has only a part of the work.
    """
    requests = AiohttpRequest(proxy=settings.bot_proxy)
    polls = AiohttpRequest(connections=2, proxy=settings.bot_proxy)
    bot = ExtBot(token, f"{api_url}/bot", f"{api_url}/file/bot", request=requests, get_updates_request=polls)
    try:
        application = _application(bot)
        for language in Language:
            # Read now, so that the first who taps does not wait for it.
            texts.bundle(language)
        await application.initialize()
        await _go_on(database, clock)
        throttle = await _throttle(settings, database, clock, shared=part is Part.WORKER)
        office = replace(settings.office, bot=bot.username)
        telegram = TelegramCarrier(bot, requests, clock, throttle)
        delivery = Delivery(database, {Channel.TELEGRAM: telegram}, office, clock)
        menus = Menus(database, bot, office)
        jobs = Jobs(database, bot, office, clock, throttle)

        def wake() -> None:
            delivery.wake.set()
            menus.wake.set()
            jobs.wake.set()

        speech = Speech(bot, clock, throttle)
        dispatcher = Dispatcher(database, application, office, clock, speech, wake, locks)
        metrics.time_transactions(database)
        await _stock(settings, database, clock, part)
        await _set_right(database, clock)
        yield House(
            settings=settings,
            clock=clock,
            database=database,
            bot=bot,
            locks=locks,
            poller=Poller(database, bot, clock, polls),
            webhook=_webhook(settings, database, clock, dispatcher),
            dispatcher=dispatcher,
            throttle=throttle,
            telegram=telegram,
            delivery=delivery,
            menus=menus,
            jobs=jobs,
            watch=Watch(database, bot, office, clock, settings, tells_of_database=part in (Part.ALL, Part.CLOCK)),
        )
    finally:
        await bot.shutdown()


def _application(bot: ExtBot[None]) -> App:
    """Make PTB's application for its routing alone: no updater, no persistence, no job queue."""
    application: App = (
        ApplicationBuilder().bot(bot).updater(None).job_queue(None).context_types(ContextTypes(context=Context)).build()
    )
    application.add_handlers(list(routes()))
    application.add_error_handler(keep_failure)
    return application


async def _go_on(database: Database, clock: Clock) -> None:
    """Go on where the last run was, though the machine's clock be set back since: what is due must not wait for it."""
    async with database.reading() as session:
        heard_at = await outages.last_heard(session)
    if heard_at is not None:
        clock.go_on_from(heard_at)


async def _stock(settings: Settings, database: Database, clock: Clock, part: Part) -> None:
    """Put into the database what the house stands on, and see whether Telegram was out of reach meanwhile."""
    now = clock.now()
    async with database.writing() as session:
        await catalogue.stock(session, now=now)
        await entries.index_missing(session)
        await accounts.appoint_owners(
            session, telegram_ids=settings.owner_ids, language=settings.office.language, now=now
        )
        if part in (Part.ALL, Part.INGRESS):
            await outages.hear(session, now=now)


async def _set_right(database: Database, clock: Clock) -> None:
    """Pull back what was stored while the clock was ahead, and tell the owners."""
    now = clock.now()
    async with database.reading() as session:
        by = await ahead.furthest(session, now=now)
    if by is None:
        return
    log.warning("the clock was ahead in an earlier run", seconds=round(by.total_seconds()))
    async with database.writing() as session:
        await ahead.pull_back(session, now=now)
        await trouble.tell_clock(session, ahead=by, now=now)


async def _throttle(settings: Settings, database: Database, clock: Clock, *, shared: bool) -> Throttle:
    """Make the throttle, with what was sent in the last minute counted: a restart keeps the pace."""
    rate = settings.messages_per_second
    limits = Limits(overall=Rate(rate, SECOND, burst=max(1, rate // 10)))
    throttle = Pace(limits, database, clock) if shared else Throttle(limits)
    now = clock.now()
    async with database.reading() as session:
        throttle.recall(await deliveries.sent_since(session, since=now - timedelta(minutes=1)), now)
    if shared:
        async with database.writing_beside_others() as session:
            await pace.let_go(session)
    return throttle


def _webhook(settings: Settings, database: Database, clock: Clock, dispatcher: Dispatcher) -> Webhook | None:
    """Make the webhook, if updates come that way."""
    if settings.webhook_url is None or settings.webhook_secret is None:
        return None
    return Webhook(
        database,
        clock,
        url=settings.webhook_url,
        secret=settings.webhook_secret,
        after_store=dispatcher.wake.set,
    )


def collect_seldom() -> None:
    """Let Python look for garbage less often: what is loaded stays, and a message leaves next to none behind.

    By Python's own settings a fifth of the processor's time of sending would go into it, more the more is loaded.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


async def run(house: House, stopping: asyncio.Event, *, part: Part = Part.ALL) -> None:
    """Keep the house going until `stopping` is set; then finish what is under way and confirm it.

    Raises CannotListen when the webhook's port cannot be had, TelegramError when Telegram refuses what it is told.
    """
    collect_seldom()
    if part in (Part.ALL, Part.WORKER):
        await house.menus.show_default()
    watched = health.served(house.watch, house.settings.watch_port)
    async with watched, _listening(house, part), asyncio.TaskGroup() as loops:
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
        for wake in (house.dispatcher.wake, house.menus.wake):
            wake.set()
    await house.dispatcher.finish(seconds=max(0.0, ends - loop.time()))
    await house.poller.confirm()


@asynccontextmanager
async def _listening(house: House, part: Part) -> AsyncIterator[None]:
    """Let Telegram hand updates over, if they come by a webhook and this process takes them."""
    if house.webhook is None or part not in (Part.ALL, Part.INGRESS):
        yield
        return
    async with serving(house.webhook.app(), house.settings.listen_host, house.settings.listen_port):
        await house.webhook.announce(house.bot)
        yield


async def _forever(clock: Clock, stopping: asyncio.Event, step: Callable[[], Awaitable[None]]) -> None:
    """Repeat a step; a failure is logged with its cause, and after a rest the loop goes on."""
    while not stopping.is_set():
        try:
            await step()
        except Exception:
            log.exception("a loop stumbled")
            with suppress(TimeoutError):
                await asyncio.wait_for(stopping.wait(), REST)


async def _poll(house: House) -> None:
    if not await _has(house, Seat.POLLER):
        return
    await house.poller.begin()
    if await house.poller.poll(wait_seconds=LONG_POLL_SECONDS):
        house.dispatcher.wake.set()


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


async def _tick(house: House) -> None:
    if await _has(house, Seat.CLOCK):
        await schedule.tick(house.database, now=house.clock.now(), time_zone=house.settings.office.time_zone)
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
        # Who does them now may end in the midst of one.
        house.jobs.recover_anew()
    elif not await house.jobs.step():
        await _wait_for(house.jobs.wake)


async def _reserve(house: House) -> None:
    if isinstance(house.throttle, Pace):
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
    Part.WORKER: (_dispatch, _set_menus, _work, _reserve, _remember),
    Part.CLOCK: (_tick, _tidy),
}
# What is not waited for when the bot is told to end, and what ends within its own round.
ENDED_AT_ONCE = frozenset({_poll, _hear, _tidy, _watch, _remember, _keep_locks, _reserve})
ENDED_BY_ITSELF = frozenset({_dispatch, _tick})


def _steps(house: House, part: Part) -> Sequence[Step]:
    """List what this process repeats; where Telegram hands updates over, nobody asks for them."""
    of_parts = [step for each, steps in STEPS.items() if part in (Part.ALL, each) for step in steps]
    needless: Mapping[Step, bool] = {
        _poll: house.webhook is not None,
        _hear: house.webhook is None,
        _reserve: not isinstance(house.throttle, Pace),
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
