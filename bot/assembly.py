"""The house put together: database, bot, inbox, delivery and clock, and the loops that keep them going."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import timedelta

import structlog
from telegram.ext import ApplicationBuilder, ContextTypes, ExtBot

from bot import catalogue, health, metrics, schedule
from bot.clock import Clock
from bot.delivery import Delivery
from bot.inbox import App, Dispatcher, keep_failure
from bot.ingress import LONG_POLL_SECONDS, Poller
from bot.jobs import Jobs
from bot.menus import Menus
from bot.settings import Settings
from bot.speech import Speech
from bot.throttle import Limits, Rate, Throttle
from bot.transport import AiohttpRequest
from bot.watch import PAUSE, Watch
from handlers.context import Context
from handlers.routes import routes
from models.database import Database
from services import deliveries, outages, people, roster

log = structlog.get_logger(__name__)
SECOND = timedelta(seconds=1)
# How soon a loop looks again when nothing woke it, and how long it rests after a failure, in seconds.
IDLE = 0.5
REST = 2.0
HOUR = 3600.0
# How long a file may still be on its way when the bot is about to end, in seconds.
GRACE = 10.0


@dataclass(frozen=True)
class House:
    """Everything that runs, put together but not yet going."""

    settings: Settings
    clock: Clock
    database: Database
    bot: ExtBot[None]
    poller: Poller
    dispatcher: Dispatcher
    delivery: Delivery
    menus: Menus
    jobs: Jobs
    watch: Watch


@asynccontextmanager
async def assemble(
    settings: Settings, database: Database, *, clock: Clock, token: str, api_url: str
) -> AsyncIterator[House]:
    """Put the house together over a migrated database; raises TelegramError when the API refuses the token."""
    requests = AiohttpRequest(proxy=settings.bot_proxy)
    polls = AiohttpRequest(connections=2, proxy=settings.bot_proxy)
    bot = ExtBot(token, f"{api_url}/bot", f"{api_url}/file/bot", request=requests, get_updates_request=polls)
    try:
        application = _application(bot)
        await application.initialize()
        await _go_on(database, clock)
        throttle = await _throttle(settings, database, clock)
        office = replace(settings.office, bot=bot.username)
        delivery = Delivery(database, bot, office, clock, throttle, requests)
        menus = Menus(database, bot, office)
        jobs = Jobs(database, bot, office, clock, throttle)

        def wake() -> None:
            delivery.wake.set()
            menus.wake.set()
            jobs.wake.set()

        speech = Speech(bot, clock, throttle)
        dispatcher = Dispatcher(database, application, office, clock, speech, wake)
        metrics.time_transactions(database)
        async with database.writing() as session:
            await catalogue.stock(session, now=clock.now())
            await roster.index_missing(session)
            await outages.hear(session, now=clock.now())
            await people.appoint_owners(
                session, telegram_ids=settings.owner_ids, language=office.language, now=clock.now()
            )
        yield House(
            settings=settings,
            clock=clock,
            database=database,
            bot=bot,
            poller=Poller(database, bot, clock, polls),
            dispatcher=dispatcher,
            delivery=delivery,
            menus=menus,
            jobs=jobs,
            watch=Watch(database, bot, office, clock, settings),
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


async def _throttle(settings: Settings, database: Database, clock: Clock) -> Throttle:
    """Make the throttle, with what was sent in the last minute counted: a restart keeps the pace."""
    rate = settings.messages_per_second
    throttle = Throttle(Limits(overall=Rate(rate, SECOND, burst=max(1, rate // 10))))
    async with database.reading() as session:
        for chat_id, at in await deliveries.sent_since(session, since=clock.now() - timedelta(minutes=1)):
            throttle.take(chat_id, at)
    return throttle


async def run(house: House, stopping: asyncio.Event) -> None:
    """Keep the house going until `stopping` is set; then finish what is under way and confirm it."""
    await house.menus.show_default()
    async with health.served(house.watch, house.settings.watch_port), asyncio.TaskGroup() as loops:
        polling = loops.create_task(_forever(house.clock, stopping, lambda: _poll(house)))
        loops.create_task(_forever(house.clock, stopping, lambda: _dispatch(house)))
        loops.create_task(_forever(house.clock, stopping, lambda: _deliver(house)))
        loops.create_task(_forever(house.clock, stopping, lambda: _set_menus(house)))
        loops.create_task(_forever(house.clock, stopping, lambda: _tick(house)))
        tidying = loops.create_task(_forever(house.clock, stopping, lambda: _tidy(house)))
        watching = loops.create_task(_forever(house.clock, stopping, lambda: _watch(house)))
        working = loops.create_task(_forever(house.clock, stopping, lambda: _work(house)))
        await stopping.wait()
        polling.cancel()
        tidying.cancel()
        watching.cancel()
        house.jobs.stop()
        # A job ends at its next portion; what hangs on the network longer than this is done again by the next start.
        asyncio.get_running_loop().call_later(GRACE, working.cancel)
        for wake in (house.dispatcher.wake, house.delivery.wake, house.menus.wake):
            wake.set()
    await house.dispatcher.finish()
    await house.poller.confirm()


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
    if await house.poller.poll(wait_seconds=LONG_POLL_SECONDS):
        house.dispatcher.wake.set()


async def _dispatch(house: House) -> None:
    if not await house.dispatcher.start_waiting():
        await _wait_for(house.dispatcher.wake)


async def _deliver(house: House) -> None:
    if not await house.delivery.step():
        await _wait_for(house.delivery.wake)


async def _set_menus(house: House) -> None:
    if not await house.menus.drain():
        await _wait_for(house.menus.wake)


async def _tick(house: House) -> None:
    await schedule.tick(house.database, now=house.clock.now(), time_zone=house.settings.office.time_zone)
    await house.clock.sleep(1)


async def _tidy(house: House) -> None:
    await schedule.tidy(house.database, now=house.clock.now())
    await house.clock.sleep(HOUR)


async def _watch(house: House) -> None:
    await house.watch.step()
    await house.clock.sleep(PAUSE)


async def _work(house: House) -> None:
    if not await house.jobs.step():
        await _wait_for(house.jobs.wake)


async def _wait_for(wake: asyncio.Event) -> None:
    """Wait until there is something to do, or for a moment: what another process stored wakes nobody here."""
    with suppress(TimeoutError):
        await asyncio.wait_for(wake.wait(), IDLE)
    wake.clear()
