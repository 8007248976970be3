"""The house put together: database, bot, inbox, delivery and clock; `loops.py` keeps it going."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta

import structlog
from telegram.ext import ApplicationBuilder, ContextTypes, ExtBot

from bot.base import catalogue
from bot.base.clock import Clock
from bot.base.part import Part
from bot.base.settings import Settings
from bot.base.shared_locks import SharedLocks
from bot.carriers.fetching import Fetcher
from bot.carriers.telegram import TelegramCarrier, chat_of
from bot.engine.delivery import DeliveryEngine
from bot.engine.inbox import Dispatcher
from bot.engine.jobs import Jobs
from bot.engine.menus import Menus
from bot.engine.peers import PeerPuller
from bot.engine.topics import Topics
from bot.engine.transactions import App, keep_failure
from bot.telegram.ingress import Poller
from bot.telegram.shared_pace import SharedPace
from bot.telegram.speech import Speech
from bot.telegram.throttle import Limits, Throttle
from bot.telegram.transport import AiohttpRequest
from bot.telegram.webhook import Webhook
from bot.telegram.window import Rate
from bot.watching import metrics
from bot.watching.watch import Watch
from handlers.frame.context import Context
from handlers.frame.views import own_words
from handlers.front.routes import beside, routes
from models.channels import Channel
from models.database import Database
from services.members import entries
from services.outbox import lately, pace
from services.people import accounts
from services.watch import ahead, outages, trouble

log = structlog.get_logger(__name__)
SECOND = timedelta(seconds=1)


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
    delivery: DeliveryEngine
    menus: Menus
    topics: Topics
    jobs: Jobs
    peers: PeerPuller
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
        # Read now, so that the first who taps does not wait for it.
        own_words.read_ahead(settings.office.reader(settings.office.language).home)
        await application.initialize()
        await _resume_the_clock(database, clock)
        throttle = await _throttle(settings, database, clock, shared=part is Part.WORKER)
        house = _house(settings, database, clock, application, throttle, requests, polls, locks, part)
        metrics.time_transactions(database)
        await _prepare_database(settings, database, clock, part)
        await _pull_back_future_moments(database, clock)
        yield house
    finally:
        await bot.shutdown()


def _house(
    settings: Settings,
    database: Database,
    clock: Clock,
    application: App,
    throttle: Throttle,
    requests: AiohttpRequest,
    polls: AiohttpRequest,
    locks: SharedLocks | None,
    part: Part,
) -> House:
    """Join the parts of a house; whatever is committed wakes those who may have something to do then."""
    bot = application.bot
    office = replace(settings.office, bot=bot.username)
    telegram = TelegramCarrier(bot, requests, clock, throttle)
    delivery = DeliveryEngine(database, {Channel.TELEGRAM: telegram}, office, clock)
    menus = Menus(database, bot, office)
    topics = Topics(database, bot, office, clock, throttle)
    jobs = Jobs(database, bot, office, clock, throttle)

    def wake() -> None:
        for each in (delivery, menus, topics, jobs):
            each.wake.set()

    dispatcher = Dispatcher(database, application, office, clock, Speech(bot, clock, throttle), wake, locks)
    poller, webhook = Poller(database, bot, clock, polls), _webhook(settings, database, clock, dispatcher)
    tells = part in (Part.ALL, Part.CLOCK)
    watch = Watch(database, bot, office, clock, settings, tells_of_database=tells, unheard=(webhook or poller).unheard)
    return House(
        settings=settings,
        clock=clock,
        database=database,
        bot=bot,
        locks=locks,
        poller=poller,
        webhook=webhook,
        dispatcher=dispatcher,
        throttle=throttle,
        telegram=telegram,
        delivery=delivery,
        menus=menus,
        topics=topics,
        jobs=jobs,
        peers=PeerPuller(database, clock, Fetcher(settings.peer_networks), own_sender=settings.cap_sender),
        watch=watch,
    )


def _application(bot: ExtBot[None]) -> App:
    """Make PTB's application for its routing alone: no updater, no persistence, no job queue."""
    application: App = (
        ApplicationBuilder().bot(bot).updater(None).job_queue(None).context_types(ContextTypes(context=Context)).build()
    )
    application.add_handlers({0: list(routes()), 1: list(beside())})
    application.add_error_handler(keep_failure)
    return application


async def _resume_the_clock(database: Database, clock: Clock) -> None:
    """Go on where the last run was, though the machine's clock be set back since: what is due must not wait for it."""
    async with database.reading() as session:
        heard_at = await outages.last_heard(session)
    if heard_at is not None:
        clock.go_on_from(heard_at)


async def _prepare_database(settings: Settings, database: Database, clock: Clock, part: Part) -> None:
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


async def _pull_back_future_moments(database: Database, clock: Clock) -> None:
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
    throttle = SharedPace(limits, database, clock) if shared else Throttle(limits)
    now = clock.now()
    async with database.reading() as session:
        sent = await lately.sent_since(session, channel=Channel.TELEGRAM, since=now - timedelta(minutes=1))
        paused_until = await pace.paused_until(session, now=now)
    throttle.recall([(chat_of(address), at) for address, at in sent], now)
    if paused_until is not None:
        throttle.pause(paused_until)
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
