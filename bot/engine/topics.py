"""The operations group's errands to Telegram: its rights are asked for, topics made, named, pinned in, and closed."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta

import structlog
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, RetryAfter, TelegramError

from bot.base.clock import Clock
from bot.telegram.failures import SOON, is_of_topic, judge
from bot.telegram.throttle import Throttle
from handlers.frame.office import Office
from handlers.operations import naming
from models.database import Database
from models.operations import OperationsGroup
from services.operations import errands, outcomes
from services.operations.errands import Errand, ErrandKind, Hindrance
from services.operations.rooms import Checked
from services.outbox.deliveries import Outcome

log = structlog.get_logger(__name__)
ZERO = timedelta(0)
NOT_MODIFIED = "not_modified"


@dataclass(frozen=True)
class Done:
    """What came of an errand: the thread that was made, the name that was given, or how the group stands."""

    thread_id: int | None = None
    name: str = ""
    found: Checked | None = None


class Topics:
    """Does one errand after the other, at the group's own pace; what waits is rows, and a crash loses nothing."""

    def __init__(self, database: Database, bot: Bot, office: Office, clock: Clock, throttle: Throttle) -> None:
        self.wake = asyncio.Event()
        self._database = database
        self._bot = bot
        self._office = office
        self._clock = clock
        self._throttle = throttle

    def keep_to(self, throttle: Throttle) -> None:
        """Keep this pace from now on."""
        self._throttle = throttle

    async def drain(self) -> int:
        """Do what is due; return how many errands were taken."""
        total = 0
        while await self.step():
            total += 1
        return total

    async def step(self) -> bool:
        """Do the next errand; tell whether there was one."""
        async with self._database.reading() as session:
            errand = await errands.next_due(session, now=self._clock.now())
        if errand is None:
            return False
        wait = self._throttle.wait_for_chat(errand.chat_id, self._clock.now())
        if errand.kind is not ErrandKind.CHECK and wait > ZERO:
            await self._postpone(errand, wait)
            return True
        async with self._database.writing() as session:
            await errands.begin(session, errand=errand, now=self._clock.now())
        try:
            async with self._throttle.for_words(errand.chat_id, self._clock):
                done = await self._do(errand)
        except TelegramError as error:
            await self._hindered(errand, error)
            return True
        await self._record(errand, done)
        return True

    async def _do(self, errand: Errand) -> Done:
        chat, thread = errand.chat_id, errand.thread_id or 0
        match errand.kind:
            case ErrandKind.CHECK:
                return Done(found=await self._look(chat), name=(await self._bot.get_chat(chat)).title or "")
            case ErrandKind.MAKE:
                topic = await self._bot.create_forum_topic(chat, name := await self._name(errand))
                return Done(thread_id=topic.message_thread_id, name=name)
            case ErrandKind.RENAME:
                await self._bot.edit_forum_topic(chat, thread, name := await self._name(errand))
                return Done(name=name)
            case ErrandKind.PIN:
                await self._bot.pin_chat_message(chat, errand.message_id or 0, disable_notification=True)
            case ErrandKind.CLOSE:
                await self._bot.close_forum_topic(chat, thread)
            case ErrandKind.REOPEN:
                await self._bot.reopen_forum_topic(chat, thread)
        return Done()

    async def _look(self, chat_id: int) -> Checked:
        """Ask whether the group has topics, and what the bot may do there."""
        chat = await self._bot.get_chat(chat_id)
        member = await self._bot.get_chat_member(chat_id, self._bot.id)
        return naming.checked(bool(chat.is_forum), member, reads_all=bool(self._bot.can_read_all_group_messages))

    async def _name(self, errand: Errand) -> str:
        async with self._database.reading() as session:
            return await naming.name_of(session, incident_id=errand.incident_id or 0, office=self._office)

    async def _record(self, errand: Errand, done: Done) -> None:
        now = self._clock.now()
        async with self._database.writing() as session:
            if done.found is not None:
                await errands.checked(session, errand=errand, found=done.found, title=done.name, now=now)
            else:
                await errands.done(session, errand=errand, thread_id=done.thread_id, name=done.name, now=now)

    async def _postpone(self, errand: Errand, wait: timedelta) -> None:
        async with self._database.writing() as session:
            await errands.postpone(session, errand=errand, until=self._clock.now() + wait)

    async def _hindered(self, errand: Errand, error: TelegramError) -> None:
        log.info("an errand was not done", kind=errand.kind, incident_id=errand.incident_id, error=str(error))
        now = self._clock.now()
        if isinstance(error, ChatMigrated):
            async with self._database.writing() as session:
                group = await session.get_one(OperationsGroup, errand.group_id)
                await outcomes.move(session, group=group, chat_id=error.new_chat_id, now=now)
        elif isinstance(error, BadRequest) and NOT_MODIFIED in error.message.lower():
            await self._record(errand, Done(name=await self._name(errand)))
        elif judge(error).outcome in (Outcome.REFUSED_FOR_NOW, Outcome.IN_DOUBT):
            wait = judge(error).wait or SOON
            if isinstance(error, RetryAfter):
                self._throttle.refused(errand.chat_id, now, now + wait)
            await self._postpone(errand, wait)
        else:
            async with self._database.writing() as session:
                await errands.hindered(session, errand=errand, why=_hindrance(error), now=now)


def _hindrance(error: TelegramError) -> Hindrance:
    """Tell what a refusal means."""
    if is_of_topic(error):
        return Hindrance.TOPIC_GONE
    match judge(error).outcome:
        case Outcome.UNREACHABLE:
            return Hindrance.GROUP_LOST
        case Outcome.UNKNOWN:
            return Hindrance.UNKNOWN
        case _:
            return Hindrance.REFUSED
