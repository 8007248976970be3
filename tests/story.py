"""Stories: people act in the sandbox, time passes, and what arrives is exactly what the story says.

The real bot runs against the sandbox over HTTP on a real database. Nothing sleeps: `settle` lets the bot work until
nothing is left to do, and `pass_time` moves the one clock that bot and sandbox share.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from sqlalchemy import Connection, bindparam, event, update
from sqlmodel import col, select

from bot.base.settings import Settings
from bot.engine import schedule
from bot.engine.assembly import House, assemble
from bot.sandbox.state.people import TelegramUser as Actor
from bot.sandbox.web.server import serve
from models.broadcasts import Delivery, DeliveryState
from models.database import Database
from models.inbox import InboxState, InboxUpdate
from models.latecomers import Latecomer
from models.outages import Contact
from services.tasks import latecomers
from tests.bot.sandbox.world import World

TOKEN = "123456:story-token"
COORDINATOR = 101
SECOND_COORDINATOR = 102
# For how many seconds a message may wait for its turn before a story goes on without it.
PATIENCE = 6
# As often as this the clock does what is due; seconds in which a story waits for its turn bring nothing new.
TICK = timedelta(seconds=10)
# What is left to do, asked after each step of each story: the statement is made once.
LATE = select(Latecomer.id).where(col(Latecomer.due_at) <= bindparam("now"))
WAITS = select(Delivery.id).where(
    ((col(Delivery.state) == DeliveryState.PENDING) & (col(Delivery.due_at) <= bindparam("soon")))
    | ((col(Delivery.state) == DeliveryState.SENT) & (col(Delivery.edit_due_at) <= bindparam("soon")))
)
FAILED = (col(InboxUpdate.attempts) > 0) | (col(InboxUpdate.state) == InboxState.QUARANTINED)
LEFT = select(LATE.exists(), WAITS.exists(), select(InboxUpdate.error).where(FAILED).exists())
LONGEST_TEXT = 1500
LONGEST_DATA = 64
PROVINCE = "01"
Json = dict[str, Any]


class StoryClock:
    """A clock that stands still until the story moves it; bot and sandbox read the same one."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self._jumps: list[tuple[datetime, timedelta]] = []

    def __call__(self) -> float:
        """Tell epoch seconds, for the sandbox."""
        return self.at.timestamp()

    def now(self) -> datetime:
        """Tell the instant, for the bot."""
        return self.at

    def go_on_from(self, instant: datetime) -> None:
        """Stay as it is: the story's clock is right."""

    async def sleep(self, seconds: float) -> None:
        """Let time pass at once."""
        self.at += timedelta(seconds=seconds)
        await asyncio.sleep(0)

    def skipped_since(self, instant: datetime) -> timedelta:
        """Tell how much of the time since an instant the story jumped over."""
        return sum((by for at, by in self._jumps if at > instant), timedelta(0))

    def jump(self, **duration: float) -> None:
        """Set the clock forward, while nothing passes."""
        self.at += timedelta(**duration)
        self._jumps.append((self.at, timedelta(**duration)))

    def advance(self, seconds: float) -> None:
        """Move the clock, as the sandbox's own can be moved."""
        self.at += timedelta(seconds=seconds)


class Queue(Protocol):
    """What works off what waits."""

    async def drain(self) -> int:
        """Work until nothing is left; return how much was done."""


@dataclass(frozen=True)
class Outlook:
    """What is left once all that can be done now is done: who can be called late, what waits, what failed."""

    late: bool
    waits: bool
    errors: Sequence[str | None]


@dataclass
class Story:
    """One story: the world, the house, and what each chat had when somebody last looked."""

    world: World
    clock: StoryClock
    url: str
    settings: Settings
    house: House
    doors: AsyncExitStack
    looked: dict[int, int] = field(default_factory=dict)
    ticked: datetime | None = None
    # A duty of the clock that stumbles ends the story, unless the story is about that.
    may_stumble: bool = False
    began_as: tuple[object, ...] = ()
    commits: int = 0
    # When, and after how many transactions, each queue was found empty.
    found_empty: dict[Queue, tuple[datetime, int]] = field(default_factory=dict)
    # What was seen when somebody last looked, and when and after how many transactions that was.
    looked_ahead: tuple[tuple[datetime, int], Outlook] | None = None
    # Messages that were found to fit, by chat and place.
    fitting: dict[tuple[int, int], Json] = field(default_factory=dict)

    @property
    def database(self) -> Database:
        """The bot's database."""
        return self.house.database

    def person(self, telegram_id: int, name: str, *, started: bool = True, **more: Any) -> int:
        """Let a person into the story; returns the id."""
        self.world.add_people([Actor(id=telegram_id, first_name=name, started=started, **more)])
        return telegram_id

    def has_begun(self) -> bool:
        """Tell whether anything has happened yet: to the clock, to Telegram's people, or in the database."""
        return self.stands() != self.began_as

    def stands(self) -> tuple[object, ...]:
        """Give what tells a story that has begun from one that has not."""
        people = [account.as_record() for account in self.world.people.accounts.values()]
        return self.clock.at, people, self.commits

    @property
    def place(self) -> str:
        """The URL of the story's database."""
        return self.database.writer.url.render_as_string(hide_password=False)

    async def say(self, person: int, text: str, *, group: int | None = None) -> None:
        """Write a message, privately or in a group, and let the bot answer."""
        await self.world.say(person, text, chat_id=group)
        await self.settle()

    async def press(self, person: int, button: str, *, message: Json | None = None, group: int | None = None) -> str:
        """Press a button by its text (or an unambiguous part), on the newest message (of a group) that has it.

        Returns the words with which the bot answered the tap.
        """
        chosen = message or self.last_with(person if group is None else group, button)
        query = await self.world.press(person, chosen["message_id"], button, chat_id=group)
        await self.settle()
        answer = self.world.answer(query)
        assert answer is not None, f"the tap on {button!r} was never answered"
        return str(answer.get("text") or "")

    async def forge(self, person: int, message: Json, data: str, *, group: int | None = None) -> str:
        """Send callback data that no button carries, as a modified client can; returns the bot's words."""
        query = await self.world.forge(person, message["message_id"], data, chat_id=group)
        await self.settle()
        answer = self.world.answer(query)
        assert answer is not None, f"the forged tap {data!r} was never answered"
        return str(answer.get("text") or "")

    async def pass_time(self, **duration: float) -> None:
        """Let time pass (`minutes=5`), with everything that it brings."""
        self.clock.at += timedelta(**duration)
        await self._stay_in_touch()
        await self.world.run_due()
        assert not await schedule.tidy(self.database, now=self.clock.now())
        await self.settle()

    async def _stay_in_touch(self) -> None:
        """Let it be as if the bot had asked for updates all the while, as the running one does."""
        async with self.database.writing() as session:
            await session.exec(update(Contact).values(heard_at=self.clock.now()))

    async def be_cut_off(self, **duration: float) -> None:
        """Let time pass in which Telegram cannot be reached, and with it be back."""
        self.clock.at += timedelta(**duration)
        await self.world.run_due()
        await self.house.poller.poll(wait_seconds=0)
        await self.settle()

    async def settle(self) -> None:
        """Let the bot work until nothing is left to do, the seconds included for which its own pace makes it wait.

        An update that failed ends the story.
        """
        await self._work()
        for _ in range(PATIENCE):
            if not await self._waits_for_its_pace():
                break
            self.clock.advance(1)
            await self.world.run_due()
            await self._work()
        else:
            await self._waits_for_its_pace()
        self._everything_fits()

    async def _work(self) -> None:
        """Do everything that can be done at this instant."""
        await self._tick()
        while await self._serve() + await self._call_latecomers() + await self._send():
            pass

    async def _call_latecomers(self) -> int:
        """Let the clock look at once for whoever can be called only now, as it does each second."""
        if not (await self._look()).late:
            return 0
        async with self.database.writing() as session:
            await latecomers.call_due(session, now=self.clock.now(), time_zone=self.settings.office.time_zone)
        return 1

    async def _tick(self) -> None:
        """Let the clock do what is due, not more often than every few seconds."""
        if self.ticked is None or abs(self.clock.now() - self.ticked) >= TICK:
            self.ticked = self.clock.now()
            stumbled = await schedule.tick(
                self.database,
                now=self.ticked,
                time_zone=self.settings.office.time_zone,
                cap_sender=self.settings.cap_sender,
            )
            assert self.may_stumble or not stumbled

    async def _serve(self) -> int:
        polled = await self.house.poller.poll(wait_seconds=0) if self.world.pending_updates else 0
        return polled + await self._drain(self.house.dispatcher)

    async def _send(self) -> int:
        sent = await self._drain(self.house.delivery)
        menus = await self._drain(self.house.menus)
        menus += await self._drain(self.house.topics)
        return sent + menus + await self._drain(self.house.jobs)

    async def _drain(self, queue: Queue) -> int:
        """Let one queue work off what waits, unless nothing can have come since it was found empty."""
        if self.found_empty.get(queue) == (self.clock.now(), self.commits):
            return 0
        taken = await queue.drain()
        self.found_empty[queue] = (self.clock.now(), self.commits)
        return taken

    async def _waits_for_its_pace(self) -> bool:
        """Tell whether a message is due within the next seconds, and that nothing failed so far."""
        left = await self._look()
        assert not left.errors, left.errors
        return left.waits

    async def _look(self) -> Outlook:
        """Look at what is left, unless nothing can have come since somebody last looked."""
        instant = self.clock.now(), self.commits
        if self.looked_ahead is None or self.looked_ahead[0] != instant:
            self.looked_ahead = instant, await self._ask(self.clock.now())
        return self.looked_ahead[1]

    async def _ask(self, now: datetime) -> Outlook:
        soon = now + timedelta(seconds=PATIENCE)
        async with self.database.reading() as session:
            is_late, is_waiting, has_failed = (await session.exec(LEFT, params={"now": now, "soon": soon})).one()
            errors = (await session.exec(select(InboxUpdate.error).where(FAILED))).all() if has_failed else ()
        return Outlook(late=is_late, waits=is_waiting, errors=errors)

    def _everything_fits(self) -> None:
        """Look at every message of the bot: its buttons fit into 64 bytes, its text into a few screens.

        The sandbox replaces a message that changes; one that is the same object is as it was.
        """
        for chat in self.world.chats.values():
            for place, message in chat.messages.items():
                if self.fitting.get((chat.id, place)) is message:
                    continue
                self.fitting[chat.id, place] = message
                if chat.is_of_bot(message, self.world.bot_id):
                    assert len(text_of(message)) <= LONGEST_TEXT, text_of(message)
                    for data in data_of(message):
                        assert 0 < len(data.encode()) <= LONGEST_DATA, data

    def chat(self, person: int) -> list[Json]:
        """Give the bot's messages in a person's private chat, or in a group, as they look now."""
        return [message for message in self.world.messages(person) if message["from"]["id"] == self.world.bot_id]

    def last(self, person: int) -> Json:
        """Give the bot's newest message to a person."""
        messages = self.chat(person)
        assert messages, f"nothing ever arrived in the chat of {person}"
        return messages[-1]

    def text(self, person: int) -> str:
        """Give the text of the bot's newest message to a person."""
        return text_of(self.last(person))

    def last_with(self, person: int, button: str) -> Json:
        """Find the newest message with a button; an exact text goes before a part of one."""
        messages = list(reversed(self.chat(person)))
        for message in messages:
            if button in buttons_of(message):
                return message
        for message in messages:
            if any(button in text for text in buttons_of(message)):
                return message
        newest = buttons_of(messages[0]) if messages else ()
        raise AssertionError(f"no button {button!r}; the newest message has {newest}")

    def arrived(self, person: int) -> list[str]:
        """Give the texts of what arrived since somebody last looked; looking makes them old.

        A story fails on a message that it did not expect: compare the whole list.
        """
        messages = self.chat(person)
        seen = self.looked.get(person, 0)
        self.looked[person] = max((message["message_id"] for message in messages), default=seen)
        return [text_of(message) for message in messages if message["message_id"] > seen]

    def look_away(self, *people: int) -> None:
        """Take everything that is there as seen."""
        for person in people or {*self.world.people.accounts, *self.world.chats}:
            self.arrived(person)

    async def restart(self) -> None:
        """Restart the bot: a new house over the same database and the same Telegram."""
        await self.doors.aclose()
        self.house = await self.doors.enter_async_context(
            assemble(self.settings, self.database, clock=self.clock, token=TOKEN, api_url=self.url)
        )


def text_of(message: Json) -> str:
    """Give a message's text or caption."""
    return str(message.get("text") or message.get("caption") or "")


def buttons_of(message: Json) -> Sequence[str]:
    """Give the texts of a message's buttons, row by row."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", ())
    return [button["text"] for row in rows for button in row]


def data_of(message: Json) -> Sequence[str]:
    """Give what a message's buttons carry, row by row."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", ())
    return [button["callback_data"] for row in rows for button in row if "callback_data" in button]


def data_behind(message: Json, button: str) -> str:
    """Give what one button of a message carries, to forge it when the message has lost its buttons."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", ())
    return next(str(one["callback_data"]) for row in rows for one in row if one["text"] == button)


def links_of(message: Json) -> Sequence[str]:
    """Give what a message's buttons open, row by row."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", ())
    return [button["url"] for row in rows for button in row if "url" in button]


@contextmanager
def counting_commits(story: Story) -> Iterator[None]:
    """Count the story's transactions that may have written."""
    engines = {story.database.writer.sync_engine, story.database.side_writer.sync_engine}

    def count(_connection: Connection) -> None:
        story.commits += 1

    for engine in engines:
        event.listen(engine, "commit", count)
    try:
        yield
    finally:
        for engine in engines:
            event.remove(engine, "commit", count)


@asynccontextmanager
async def tell(database: Database, beginning: datetime, *, province: str = PROVINCE) -> AsyncIterator[Story]:
    """Begin a story over a migrated database, with one coordinator, in Hà Nội or another province."""
    clock = StoryClock(beginning.astimezone(UTC))
    settings = Settings(
        _env_file=None,
        database_url=database.writer.url.render_as_string(hide_password=False),
        owner_ids=(COORDINATOR,),
        calendar_address="https://sansang.example",
        province=province,
        department="Sở Khoa học và Công nghệ",
    )
    world = World(token=TOKEN, clock=clock)
    async with serve(world, port=0) as url, AsyncExitStack() as doors:
        house = await doors.enter_async_context(assemble(settings, database, clock=clock, token=TOKEN, api_url=url))
        story = Story(
            world=world, clock=clock, url=url, settings=settings, house=house, doors=doors, ticked=clock.now()
        )
        story.person(COORDINATOR, "Đoàn Thị Hạ", note="Điều phối viên")
        story.began_as = story.stands()
        with counting_commits(story):
            yield story
