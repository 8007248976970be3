"""The watch: looks every few seconds whether all is well, tells the owners where it is not, and feeds a heartbeat."""

import asyncio
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import aiohttp
import structlog
from sqlalchemy.exc import SQLAlchemyError
from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.base.clock import Clock
from bot.base.settings import Settings
from bot.watching import metrics
from bot.watching.tracebacks import said
from handlers.frame.office import Office
from handlers.watch import views
from models.database import Database
from models.people import Language
from services.watch import backlog, trouble
from services.watch.backlog import InboxBacklog, LaneBacklog
from services.watch.kinds import Failing, Waited
from services.watch.trouble import Cause

log = structlog.get_logger(__name__)
# Between two rounds, in seconds.
PAUSE = 15.0
# A look is good for so long: whoever asks more often gets the same answer.
FRESH_SECONDS = 5.0
# A write that takes longer is a database in trouble, though its locks be waited for still longer.
WRITE_SECONDS = 10.0
# After so much silence Telegram is asked, and after so much it is away. A poll is answered every half minute.
ASK_AFTER, SILENT_SECONDS = 45.0, 90.0
# So many answers in a row that were refusals of the token, or none of Telegram's, are no accident.
IN_VAIN = 3
# A moment's lock is no reason to wake anybody: the owners are told at the second round in trouble.
ROUNDS_IN_TROUBLE = 2
# A share of failures changes slowly, and counting takes its time.
ROUNDS_BETWEEN_COUNTS = 4
HEARTBEAT_SECONDS = 10.0
Waiting = TypeVar("Waiting", LaneBacklog, InboxBacklog)


@dataclass(frozen=True)
class WatchFinding:
    """Something that is not well at this moment, in words for the log and for /readyz."""

    cause: Cause
    what: str


@dataclass(frozen=True)
class Inspection:
    """What was found at one look, and which lanes are late."""

    findings: Sequence[WatchFinding] = ()
    late: Sequence[Waited] = ()

    @property
    def all_is_well(self) -> bool:
        """Tell whether nothing was found."""
        return not self.findings


class Watch:
    """Looks after the house that it stands in.

    Of several processes one `tells_of_database`: where nothing can be stored, nobody knows what others have told.
    `unheard` tells for how many seconds this process has asked Telegram for updates in vain.
    """

    def __init__(
        self,
        database: Database,
        bot: Bot,
        office: Office,
        clock: Clock,
        settings: Settings,
        *,
        tells_of_database: bool = True,
        unheard: Callable[[], float] = lambda: 0.0,
    ) -> None:
        self._database = database
        self._bot = bot
        self._office = office
        self._clock = clock
        self._settings = settings
        self._tells_of_database = tells_of_database
        self._unheard = unheard
        self._looking = asyncio.Lock()
        self._last = Inspection()
        self._looked_at = float("-inf")
        self._writing: asyncio.Task[None] | None = None
        self._asking: asyncio.Task[None] | None = None
        self._owners: Sequence[tuple[int, Language]] = [(one, office.language) for one in settings.owner_ids]
        self._rounds = 0
        self._by_another = metrics.answers_by_another()
        self._rounds_in_trouble = 0
        self._told_of_database_at: datetime | None = None

    async def step(self) -> Inspection:
        """Make one round: look, tell the owners, feed the heartbeat if all is well."""
        look = await self._look_anew()
        if any(finding.cause is Cause.DATABASE for finding in look.findings):
            self._rounds_in_trouble += 1
            if self._rounds_in_trouble >= ROUNDS_IN_TROUBLE:
                await self._tell_of_database()
        else:
            self._rounds_in_trouble = 0
            await self._tell(look)
        if look.all_is_well:
            await self._feed()
        else:
            log.warning("not all is well", found=[f"{finding.cause}: {finding.what}" for finding in look.findings])
        return look

    async def look(self) -> Inspection:
        """Look whether all is well, or give what was found a moment ago."""
        async with self._looking:
            if time.monotonic() - self._looked_at < FRESH_SECONDS:
                return self._last
            return await self._look_now()

    async def _look_anew(self) -> Inspection:
        async with self._looking:
            return await self._look_now()

    async def _look_now(self) -> Inspection:
        findings: list[WatchFinding] = []
        late: list[Waited] = []
        try:
            await self._write_in_time()
            late = await self._late()
        except (SQLAlchemyError, OSError) as error:
            findings.append(WatchFinding(Cause.DATABASE, said(error).partition("\n")[0] or type(error).__name__))
        findings += [WatchFinding(Cause.LATE, f"lane {one.lane} for {one.seconds} s") for one in late]
        findings += [WatchFinding(Cause.TELEGRAM, what) for what in self._telegram()]
        self._last, self._looked_at = Inspection(findings, late), time.monotonic()
        for cause in Cause:
            metrics.TROUBLE.labels(cause.value).set(any(finding.cause is cause for finding in findings))
        return self._last

    async def _write_in_time(self) -> None:
        """Write something; raises SQLAlchemyError or OSError where that fails, TimeoutError where it takes too long.

        A write that hangs is left to its end, for to cut it off would cost a connection, and is looked at again.
        """
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())
        done, _ = await asyncio.wait({self._writing}, timeout=WRITE_SECONDS)
        if not done:
            raise TimeoutError
        written, self._writing = self._writing, None
        await written

    async def _write(self) -> None:
        async with self._database.writing() as session:
            await trouble.touch(session)
            self._owners = await trouble.listeners(session)

    async def _late(self) -> list[Waited]:
        """List the lanes that have not kept their promise, the inbox first; show on the way what waits."""
        now = self._clock.now()
        async with self._database.reading() as session:
            lanes = [self._awake(one, now) for one in await backlog.of_lanes(session, now=now)]
            inbox = self._awake(await backlog.of_inbox(session, now=now), now)
            metrics.show_backlog(lanes, inbox)
            late = await backlog.late_lanes(
                session, lanes=lanes, messages_per_second=self._settings.messages_per_second, now=now
            )
            inbox_is_late = await backlog.is_inbox_late(session, inbox=inbox, now=now)
        first = [Waited(trouble.INBOX, int(inbox.age.total_seconds()))] if inbox_is_late else []
        return [*first, *trouble.waited(late)]

    def _telegram(self) -> Iterator[str]:
        """Say what is wrong with Telegram: an answer alone does not show that it works for us."""
        if (silence := self._silence()) > SILENT_SECONDS:
            yield f"no answer for {silence:.0f} s"
        if (in_vain := metrics.answers_in_vain()) >= IN_VAIN:
            yield f"{in_vain} answers in a row were refusals of the token, or none of Telegram's"
        if (unheard := self._unheard()) > SILENT_SECONDS:
            yield f"no updates could be had for {unheard:.0f} s"

    def _awake(self, waiting: Waiting, now: datetime) -> Waiting:
        """Take off an age what the clock only jumped over, while nothing could be done."""
        return replace(waiting, age=waiting.age - self._clock.skipped_since(now - waiting.age))

    def _silence(self) -> float:
        """Tell for how many seconds Telegram has not answered; ask it when nobody else does."""
        silence = metrics.telegram_silence()
        if silence > ASK_AFTER and (self._asking is None or self._asking.done()):
            self._asking = asyncio.create_task(self._ask())
        return silence

    async def _ask(self) -> None:
        try:
            await self._bot.get_me()
        except TelegramError as error:
            log.info("telegram does not answer", error=str(error))

    async def _tell(self, look: Inspection) -> None:
        """Queue for the owners what they should know; the services see to it that they are not told too often."""
        now = self._clock.now()
        failing = await self._failing(now)
        by_another = metrics.answers_by_another() - self._by_another
        async with self._database.writing() as session:
            # Another process that watches at the same time waits here, and then finds what was told.
            await trouble.touch(session)
            await trouble.tell_quarantined(session, now=now)
            if look.late:
                await trouble.tell_late(session, late=look.late, now=now)
            if failing:
                await trouble.tell_failures(session, failing=failing, now=now)
            if by_another:
                await trouble.tell_answered_by_another(session, count=by_another, now=now)
        if by_another:
            log.warning("answers were none of telegram's", answers=by_another)
            self._by_another += by_another

    async def _failing(self, now: datetime) -> Sequence[Failing]:
        """Count failures at every few rounds, where nobody who writes has to wait for it."""
        self._rounds += 1
        if self._rounds % ROUNDS_BETWEEN_COUNTS != 1:
            return ()
        async with self._database.reading() as session:
            return await trouble.failing(session, now=now)

    async def _tell_of_database(self) -> None:
        """Tell the owners directly that nothing can be stored, for then the outbox is closed as well."""
        now = self._clock.now()
        if self._told_of_database_at is not None and now < self._told_of_database_at + trouble.ONCE_IN:
            return
        self._told_of_database_at = now
        log.critical("the database cannot be written")
        if not self._tells_of_database:
            return
        for chat_id, language in self._owners:
            reader = self._office.reader(language)
            try:
                await self._bot.send_message(chat_id, views.database(reader).text, parse_mode=ParseMode.HTML)
            except TelegramError as error:
                log.warning("an owner could not be told", error=str(error))

    async def _feed(self) -> None:
        """Give a sign of life where somebody waits for it; without one they know that something is wrong."""
        where = self._settings.heartbeat
        if where is None:
            return
        try:
            if "://" in where:
                await _ping(where, self._settings.bot_proxy)
            else:
                _mark(Path(where), self._clock.now())
        except (aiohttp.ClientError, OSError) as error:
            # The address may be a secret; it stands in no line.
            log.warning("the heartbeat could not be fed", error=type(error).__name__)


def _mark(file: Path, now: datetime) -> None:
    file.write_text(f"{now.isoformat()}\n")


async def _ping(address: str, proxy: str | None) -> None:
    timeout = aiohttp.ClientTimeout(total=HEARTBEAT_SECONDS)
    async with aiohttp.ClientSession(timeout=timeout) as web, web.get(address, proxy=proxy) as answer:
        answer.raise_for_status()
