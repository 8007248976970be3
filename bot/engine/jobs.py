"""The job loop: takes long work one piece at a time, tells how far it is, and hands over what comes of it.

What a job does and says stands in its wing, mostly `handlers/workbooks/`; here it is carried. Nothing of it holds up a
tap or an alert: files come and go beside everything else, rows are written a few hundred in a transaction.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from math import ceil
from typing import TypeVar

import structlog
from telegram import Bot, File, InputFile
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.base.clock import Clock
from bot.telegram.failures import SOON, judge
from bot.telegram.speech import NO_PREVIEW, inline_keyboard
from bot.telegram.throttle import Throttle
from bot.telegram.transport import NotSent, NotTelegram, answered_by_another
from bot.watching.tracebacks import in_short, said
from handlers.frame.desk import Desk, Progress
from handlers.frame.office import Office
from handlers.frame.views.message import Message
from handlers.frame.words import (
    Send,
    SendNewFile,
)
from handlers.front.face import ALL_FACES
from handlers.workbooks.views import jobs as views
from handlers.workbooks.writing import clear_away_abandoned
from models.attachments import AttachmentKind
from models.database import Database
from models.identity import id_of
from models.jobs import Job
from models.people import Person
from services.ground.refusals import Refusal
from services.jobs import queue as jobs
from services.people import accounts
from services.workbooks.lists import LARGEST_FILE, FileTooLarge

log = structlog.get_logger(__name__)
# Quick work says nothing on the way; an edit every three seconds stays far below Telegram's limits.
FIRST_WORD_AFTER = timedelta(seconds=1)
BETWEEN_WORDS = timedelta(seconds=3)
# A job has time: while Telegram hardly took anything, it waits, for some ten minutes in all.
LONGEST_WAIT = timedelta(minutes=2)
WAITS = 60
# What Telegram did with a request may be unknown: it is made again, for a file that comes twice does no harm.
ATTEMPTS = 3
FILE_SECONDS = 120.0
Answer = TypeVar("Answer")


class Interrupted(Exception):
    """The bot is about to end; the job goes on with the next start."""


class ProgressMessage:
    """The one message in which a job tells how far it is, gone when it is done."""

    def __init__(self, bot: Bot, clock: Clock, throttle: Throttle, chat_id: int, message_id: int | None = None) -> None:
        self.message_id = message_id
        self._bot = bot
        self._clock = clock
        self._throttle = throttle
        self._chat_id = chat_id
        self._next_at = clock.now() + FIRST_WORD_AFTER
        self._shown = ""

    async def tell(self, message: Message) -> bool:
        """Show how far the work is, unless it was shown a moment ago; tell whether a new message was sent for it.

        Whatever Telegram says to it, the work goes on.
        """
        if self._clock.now() < self._next_at or message.text == self._shown:
            return False
        self._next_at = self._clock.now() + BETWEEN_WORDS
        try:
            async with self._throttle.for_words(self._chat_id, self._clock):
                return await self._show(message)
        except RetryAfter as error:
            self._next_at = self._clock.now() + (judge(error).wait or BETWEEN_WORDS)
        except TelegramError as error:
            log.info("progress not told", error=str(error))
        return False

    async def _show(self, message: Message) -> bool:
        self._shown = message.text
        if self.message_id is not None:
            await self._bot.edit_message_text(message.text, self._chat_id, self.message_id, parse_mode=ParseMode.HTML)
            return False
        sent = await self._bot.send_message(
            self._chat_id, message.text, parse_mode=ParseMode.HTML, disable_notification=True
        )
        self.message_id = sent.message_id
        return True

    async def clear(self) -> None:
        """Take the message away: the result stands in its place."""
        if self.message_id is None:
            return
        try:
            await self._bot.delete_message(self._chat_id, self.message_id)
        except TelegramError as error:
            log.info("progress not taken away", error=str(error))


class Jobs:
    """Does what was asked for, in order; what a crash interrupted is done again."""

    def __init__(self, database: Database, bot: Bot, office: Office, clock: Clock, throttle: Throttle) -> None:
        self.wake = asyncio.Event()
        self._database = database
        self._bot = bot
        self._office = office
        self._clock = clock
        self._throttle = throttle
        self._recovered = False
        self._stopping = False

    def stop(self) -> None:
        """End the job under way at its next portion; it goes on with the next start."""
        self._stopping = True
        self.wake.set()

    def recover_anew(self) -> None:
        """Look for interrupted jobs before the next one: another process did the work meanwhile."""
        self._recovered = False

    async def drain(self) -> int:
        """Do jobs until none waits; return how many were taken."""
        total = 0
        while await self.step():
            total += 1
        return total

    async def step(self) -> bool:
        """Take the job that has waited longest through its whole way; tell whether there was one."""
        if self._stopping:
            return False
        if not self._recovered:
            await self._recover()
        async with self._database.reading() as session:
            if not await jobs.anything_waiting(session):
                return False
        async with self._database.writing() as session:
            job = await jobs.claim(session)
            if job is None:
                return False
            person = await session.get_one(Person, job.person_id)
            allowed = bool(await accounts.roles(session, person=person) & accounts.COORDINATORS)
        await self._see_through(job, person, allowed=allowed)
        return True

    async def _recover(self) -> None:
        """Take up what an earlier run left, delete its files, and tell whom it concerns what is given up."""
        if deleted := await asyncio.to_thread(clear_away_abandoned):
            log.warning("rows of a run that was killed are deleted", folders=deleted)
        async with self._database.writing() as session:
            over = await jobs.recover(session, now=self._clock.now())
            concerned = [(job, await session.get_one(Person, job.person_id)) for job in over]
        self._recovered = True
        for job, person in concerned:
            log.error("a job ended every run that began it", job_id=job.id, kind=job.kind)
            await self._tell_failure(person, self._progress_of(job, person))

    def _progress_of(self, job: Job, person: Person) -> ProgressMessage:
        return ProgressMessage(self._bot, self._clock, self._throttle, person.telegram_id, job.message_id)

    async def _see_through(self, job: Job, person: Person, *, allowed: bool) -> None:
        """Do a job and record what came of it."""
        job_id = id_of(job)
        shown = self._progress_of(job, person)
        try:
            if not allowed:
                await self._drop(job_id, "not a coordinator any more")
                return
            await self._do(job, person, shown)
        except Interrupted:
            async with self._database.writing() as session:
                await jobs.put_back(session, job_id=job_id)
            return
        except Forbidden as error:
            await self._drop(job_id, said(error))
            return
        except Exception as error:
            log.exception("a job failed", job_id=job_id, kind=job.kind)
            # Should this fail too, the database is in trouble: what still runs then is found at the next step.
            self._recovered = False
            await self._fail(job_id, person, shown, in_short(error))
            self._recovered = True
            return
        await shown.clear()
        async with self._database.writing() as session:
            await jobs.finish(session, job_id=job_id, now=self._clock.now())

    async def _do(self, job: Job, person: Person, shown: ProgressMessage) -> None:
        """Do a job and say what it leaves to be said; an expected "no" is a result as well."""
        reader = self._office.reader(person.language)

        async def tell(progress: Progress) -> None:
            if self._stopping:
                raise Interrupted
            if await shown.tell(views.progress(reader, progress)):
                async with self._database.writing() as session:
                    await jobs.keep_message(session, job_id=id_of(job), message_id=shown.message_id)

        desk = Desk(
            database=self._database,
            office=self._office,
            reader=reader,
            person=person,
            now=self._clock.now,
            tell=tell,
        )
        try:
            async for word in ALL_FACES.works[job.kind](desk, job, self._fetch):
                await self._say(person.telegram_id, word)
        except Refusal as refusal:
            await self._say(person.telegram_id, Send(views.refused(reader, job, refusal)))

    async def _fetch(self, file_id: str) -> bytes:
        """Download a file that somebody sent; raises FileTooLarge for what Telegram does not hand out."""
        try:
            file = await self._patiently(lambda: self._bot.get_file(file_id))
        except BadRequest as error:
            if "too big" in error.message.lower():
                limit = LARGEST_FILE // 1024**2
                raise FileTooLarge(megabytes=limit + 1, limit=limit) from error
            raise
        return await self._patiently(lambda: _download(file))

    async def _say(self, chat_id: int, word: Send | SendNewFile) -> None:
        if isinstance(word, SendNewFile):
            await self._patiently(lambda: self._send_file(chat_id, word))
        else:
            await self._patiently(lambda: self._send(chat_id, word.message))

    async def _send(self, chat_id: int, message: Message) -> None:
        async with self._throttle.for_words(chat_id, self._clock):
            await self._bot.send_message(
                chat_id,
                message.text,
                parse_mode=ParseMode.HTML,
                reply_markup=inline_keyboard(message),
                link_preview_options=NO_PREVIEW,
            )

    async def _send_file(self, chat_id: int, word: SendNewFile) -> None:
        file = InputFile(word.content, filename=word.name)
        send = self._bot.send_photo if word.kind is AttachmentKind.PHOTO else self._bot.send_document
        async with self._throttle.for_words(chat_id, self._clock):
            await send(
                chat_id,
                file,
                caption=word.caption,
                read_timeout=FILE_SECONDS,
                protect_content=word.protected or None,
            )

    async def _patiently(self, request: Callable[[], Awaitable[Answer]]) -> Answer:
        """Make a request until Telegram takes it, as patiently as long work may; raises what stays wrong."""
        unknown = 0
        for _ in range(WAITS):
            try:
                return await request()
            except (RetryAfter, NotSent, NotTelegram) as error:
                wait = judge(error).wait or SOON
                if wait > LONGEST_WAIT:
                    raise
            except BadRequest:
                raise
            except NetworkError:
                unknown += 1
                if unknown == ATTEMPTS:
                    raise
                wait = SOON
            await self._rest(wait)
        return await request()

    async def _rest(self, wait: timedelta) -> None:
        """Wait, but not past the moment at which the bot is about to end."""
        for _ in range(ceil(wait.total_seconds())):
            if self._stopping:
                raise Interrupted
            await self._clock.sleep(1)

    async def _drop(self, job_id: int, reason: str) -> None:
        log.info("a job is dropped", job_id=job_id, reason=reason)
        async with self._database.writing() as session:
            await jobs.drop(session, job_id=job_id, reason=reason, now=self._clock.now())

    async def _fail(self, job_id: int, person: Person, shown: ProgressMessage, error: str) -> None:
        """Count a failure; a job that is given up is told to its person, and to the owners by the outbox."""
        async with self._database.writing() as session:
            given_up = await jobs.fail(session, job_id=job_id, error=error, now=self._clock.now())
        if given_up:
            await self._tell_failure(person, shown)

    async def _tell_failure(self, person: Person, shown: ProgressMessage) -> None:
        """Say to its person that a job was given up."""
        await shown.clear()
        reader = self._office.reader(person.language)
        try:
            await self._say(person.telegram_id, Send(views.failed(reader)))
        except (TelegramError, Interrupted) as failure:
            log.warning("a failure could not be told", person_id=person.id, error=str(failure))


async def _download(file: File) -> bytes:
    """Download a file; raises NotTelegram where what came is not as long as Telegram said."""
    content = bytes(await file.download_as_bytearray(read_timeout=FILE_SECONDS))
    if file.file_size is not None and len(content) != file.file_size:
        raise answered_by_another("the file is not as long as it should be")
    return content
