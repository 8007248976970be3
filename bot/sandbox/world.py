"""The sandbox's world: all its state, and the Python surface by which tests and the control API act on it."""

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal

from bot.sandbox import acts, groups, inline, memory, overview
from bot.sandbox.books import Books
from bot.sandbox.calls import Call
from bot.sandbox.chats import Chat, describe_group, describe_private
from bot.sandbox.clock import SandboxClock
from bot.sandbox.commands import CommandMenus
from bot.sandbox.crowd import Crowd
from bot.sandbox.errors import SandboxError, bad_request
from bot.sandbox.events import Events
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.files import Files, StoredFile, Upload
from bot.sandbox.inline import InlineCache
from bot.sandbox.limits import Limits
from bot.sandbox.people import Habit, People, Person
from bot.sandbox.queries import Queries, Query
from bot.sandbox.records import Records
from bot.sandbox.store import Store
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.webhook import Pusher, Webhook

__all__ = ["Call", "Fault", "Habit", "Person", "SandboxClock", "SandboxError", "Upload", "World"]

Json = dict[str, Any]


class World:
    """Telegram as the bot and its people see it; `clock` gives epoch seconds, `path` is where it is kept."""

    def __init__(
        self,
        token: str,
        clock: Callable[[], float] | None = None,
        path: Path | None = None,
        name: str = "Sẵn Sàng",
        username: str = "san_sang_bot",
    ) -> None:
        self.token = token
        self.clock = clock or SandboxClock()
        self.username = username
        self.privacy = True
        self.inline_feedback = False
        self.profile: Json = {
            "names": {"": name},
            "descriptions": {},
            "short_descriptions": {},
            "buttons": {},
        }
        self.store = Store(path)
        self.records = Records(self, self.store)
        self.people = People()
        self.chats: dict[int, Chat] = {}
        self.events = Events()
        self.files = Files()
        self.faults = Faults()
        self.queries = Queries()
        self.inline_cache = InlineCache()
        self.menus = CommandMenus()
        self.limits: Limits | None = Limits()
        self.queue = UpdateQueue(self.clock, self.records.update_changed)
        self.calls: deque[Call] = deque(maxlen=100_000)
        self.counters: Counter[str] = Counter()
        self._closing = asyncio.Event()
        self.next_message_id = 1
        self.crowd = Crowd()
        self.pusher = Pusher(self.queue, self.faults, self.clock)
        memory.recall(self)
        self.books = Books(first_update=self.queue.count_from_now())

    # The bot

    @property
    def bot_id(self) -> int:
        """The bot's own id, which opens its token."""
        return int(self.token.partition(":")[0])

    @property
    def webhook(self) -> Webhook:
        """Where updates are pushed to, if anywhere."""
        return self.pusher.webhook

    def bot_user(self) -> Json:
        """Return the bot as the Bot API's User."""
        return {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": self.profile["names"].get("", "Bot"),
            "username": self.username,
        }

    # The cast

    def add_people(self, people: Iterable[Person]) -> None:
        """Add people, or replace what is known of them."""
        for account in self.people.add(people):
            self.records.account_changed(account)
        self.events.publish("people")

    async def say(self, person_id: int, text: str, chat_id: int | None = None, reply_to: int | None = None) -> int:
        """Write a message as this person; returns its id."""
        return acts.say(self, person_id, text, chat_id, reply_to)

    async def press(self, person_id: int, message_id: int, button: str, chat_id: int | None = None) -> str:
        """Tap the inline button with this text, or the only one that contains it; returns the query's id."""
        return acts.press(self, person_id, message_id, button, chat_id)

    async def press_at(self, person_id: int, message_id: int, row: int, column: int, chat_id: int | None = None) -> str:
        """Tap the inline button at this place, counted from 0; returns the query's id."""
        return acts.press_at(self, person_id, message_id, row, column, chat_id)

    async def forge(self, person_id: int, message_id: int, data: str, chat_id: int | None = None) -> str:
        """Send any callback data, as a modified client can; returns the query's id."""
        return acts.forge(self, person_id, message_id, data, chat_id)

    async def share_contact(self, person_id: int, of: int | None = None) -> int:
        """Press the button that asks for the phone number, or send the card of somebody else."""
        return acts.share_contact(self, person_id, of)

    async def upload(
        self,
        person_id: int,
        *,
        filename: str,
        content: bytes,
        mime: str = "application/octet-stream",
        kind: Literal["document", "photo"] = "document",
        caption: str = "",
        chat_id: int | None = None,
        reply_to: int | None = None,
    ) -> int:
        """Send a file as this person; returns the message's id."""
        file = Upload(filename, content, mime)
        [message_id] = acts.upload(self, person_id, [file], kind, caption, chat_id, reply_to)
        return message_id

    async def upload_album(
        self,
        person_id: int,
        files: Sequence[Upload],
        *,
        kind: Literal["document", "photo"] = "photo",
        caption: str = "",
        chat_id: int | None = None,
        reply_to: int | None = None,
    ) -> list[int]:
        """Send 2 to 10 files as an album of this person, with the caption at the first; returns the messages' ids."""
        if len(files) < 2:
            raise SandboxError("An album holds at least 2 files.")
        return acts.upload(self, person_id, files, kind, caption, chat_id, reply_to)

    async def open_link(self, person_id: int, payload: str = "") -> int:
        """Open the bot by its link and press START; returns the message's id."""
        return acts.open_link(self, person_id, payload)

    async def open_group_link(self, person_id: int, chat_id: int, payload: str = "") -> int:
        """Open the bot by its startgroup link and choose this group, which it joins; returns the message's id."""
        return groups.open_link(self, person_id, chat_id, payload)

    async def ask_inline(self, person_id: int, query: str, offset: str = "", chat_id: int | None = None) -> str:
        """Type an inline query in a chat; returns its id, the results are in `inline_results`."""
        return inline.ask(self, person_id, query, offset, chat_id)

    async def choose_inline(self, person_id: int, query_id: str, result_id: str, chat_id: int | None = None) -> int:
        """Send one of an inline query's results, where it was asked or elsewhere; returns the message's id."""
        return inline.choose(self, person_id, query_id, result_id, chat_id)

    def block(self, person_id: int) -> None:
        """Stop the bot as this person."""
        acts.set_blocked(self, person_id, blocked=True)

    def unblock(self, person_id: int) -> None:
        """Let the bot write again as this person."""
        acts.set_blocked(self, person_id, blocked=False)

    def deactivate(self, person_id: int) -> None:
        """Delete this person's Telegram account."""
        acts.deactivate(self, person_id)

    def create_group(
        self, title: str, member_ids: list[int], *, with_bot: bool = True, bot_is_admin: bool = False
    ) -> int:
        """Found a group, by the first of its members and with the bot in it unless said otherwise; returns its id."""
        return groups.create(self, title, member_ids, with_bot=with_bot, bot_is_admin=bot_is_admin)

    def add_bot(self, chat_id: int, by: int | None = None) -> None:
        """Put the bot into a group, as its founder or another member."""
        groups.add_bot(self, chat_id, by)

    def kick_bot(self, chat_id: int, by: int | None = None) -> None:
        """Put the bot out of a group, as its founder."""
        groups.kick_bot(self, chat_id, by)

    def add_member(self, chat_id: int, person_id: int, by: int | None = None) -> None:
        """Put somebody into a group, as its founder or another member."""
        groups.add_member(self, chat_id, person_id, by)

    def remove_member(self, chat_id: int, person_id: int, by: int | None = None) -> None:
        """Put somebody out of a group as its founder, or let them leave (`by` themselves)."""
        groups.remove_member(self, chat_id, person_id, by)

    def members(self, chat_id: int) -> list[int]:
        """Return the people in a chat, in the order in which they came."""
        return list(self.chat(chat_id).members)

    def migrate_group(self, chat_id: int) -> int:
        """Turn a group into a supergroup; returns the new id."""
        return groups.migrate(self, chat_id)

    # Reading

    def messages(self, chat_id: int) -> list[Json]:
        """Return the messages of a chat as they look now, oldest first, each with its count of "edits"."""
        chat = self.chat(chat_id)
        return [chat.seen(message_id) for message_id in chat.messages]

    def keyboard(self, chat_id: int) -> Json | None:
        """Return the reply keyboard that is shown under the input field."""
        return self.chat(chat_id).keyboard

    def answer(self, query_id: str) -> Json | None:
        """Return what the bot answered to a tap; None when it has not."""
        query = self.queries.known.get(query_id)
        if query is None:
            raise SandboxError(f"There is no query {query_id}.")
        return query.answer

    def inline_results(self, query_id: str) -> list[Json] | None:
        """Return what the bot offered to an inline query; None when it has not answered."""
        answer = self.answer(query_id)
        return None if answer is None else list(answer["results"])

    def commands(self, person_id: int, chat_id: int | None = None) -> list[Json]:
        """Return the command menu that this person sees, in private or in this chat."""
        person = self.people.get(person_id).person
        return self.menus.shown_to(person_id, person.language_code, self.chat(chat_id or person_id))

    @property
    def pending_updates(self) -> int:
        """How many updates the bot has not confirmed yet."""
        return len(self.queue)

    # Time

    async def advance(self, seconds: float) -> None:
        """Move the clock forward, if it is one that can be moved, and do what has become due."""
        move = getattr(self.clock, "advance", None)
        if move is None:
            raise SandboxError("This clock can't be moved.")
        move(seconds)
        self.records.profile_changed()
        await self.run_due()
        self.events.publish("clock", **overview.show_clock(self))

    async def run_due(self) -> None:
        """Do all that is due by the clock: expiries, and what the crowd does."""
        now = self.clock()
        self.queue.expire()
        for query in self.queries.end_overdue(now):
            self.records.query_changed(query)
            if query.kind == "inline":
                inline.give_up(self, query)
            else:
                self.publish_answer(query, {"text": "", "show_alert": False, "expired": True})
        self.crowd.act(self, now)
        self.pusher.retry(now)
        self.store.flush()

    def open(self) -> None:
        """Take polls and listeners (again)."""
        self._closing.clear()
        self.events.open()
        self.queue.open()

    def close(self) -> None:
        """End every poll, stream and pause that waits, and keep what has to be kept."""
        self.store.close()
        self._closing.set()
        self.events.close()
        self.queue.close()

    async def pause(self, seconds: float) -> None:
        """Wait so many real seconds, or until the sandbox closes."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._closing.wait(), seconds)

    # What the rooms of the sandbox share

    def chat(self, chat_id: int) -> Chat:
        """Return a chat by id, a private one made when first asked for; raises SandboxError for none."""
        chat = self.chats.get(chat_id)
        if chat is None:
            self.people.get(chat_id)
            chat = self.chats[chat_id] = Chat(chat_id, "private", members=[chat_id])
        return chat

    def describe(self, chat: Chat) -> Json:
        """Return the Bot API's Chat."""
        return describe_group(chat) if chat.is_group else describe_private(self.people.get(chat.id).person)

    def known_chat(self, chat_id: int) -> Chat:
        """Return a chat that the bot may name; raises the 400 or 403 that Telegram answers otherwise."""
        account = self.people.accounts.get(chat_id)
        if account is not None and not account.started:
            raise bad_request("chat not found")
        return self._find_chat(chat_id)

    def writable_chat(self, chat_id: int) -> Chat:
        """Return a chat that the bot may write to; raises the 400 or 403 that Telegram answers otherwise."""
        chat = self._find_chat(chat_id)
        if not chat.is_group:
            self.people.get(chat_id).check_writable()
        return chat

    def _find_chat(self, chat_id: int) -> Chat:
        if chat_id not in self.chats and chat_id not in self.people:
            raise bad_request("chat not found")
        chat = self.chat(chat_id)
        if chat.is_group:
            chat.check_open()
        return chat

    def pace(self, chat: Chat) -> None:
        """Count a message or an edit against the limits; raises 429."""
        if self.limits is not None:
            self.limits.take(chat.id, chat.is_group, self.clock())

    def add_file(self, upload: Upload, kind: str) -> StoredFile:
        """Keep a file; raises the 400 for one that Telegram would not take."""
        stored = self.files.describe(upload, kind)
        self.keep_file(stored, upload.content)
        return stored

    def keep_file(self, stored: StoredFile, content: bytes) -> None:
        """Keep a file and its bytes."""
        self.files.restore(stored, content)
        self.records.file_added(stored, content)

    def record(self, method: str, chat_id: Any, outcome: str) -> None:
        """Keep a call and its outcome."""
        known = int(chat_id) if str(chat_id).lstrip("-").isdigit() else None
        self.calls.append(Call(self.clock(), method, known, outcome))
        if outcome == "429":
            self.counters["calls_429"] += 1
        elif outcome != "ok":
            self.counters["failed"] += 1

    def publish_answer(self, query: Query, answer: Json) -> None:
        """Show the bot's answer to a tap, or that none came."""
        self.events.publish("callback", chat_id=query.chat_id, query_id=query.id, person_id=query.person_id, **answer)
