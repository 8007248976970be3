"""The sandbox's world: all its state, and the questions that the sections above it ask."""

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.keeping.change_log import ChangeLog
from bot.sandbox.keeping.memory import Kept, read_back
from bot.sandbox.keeping.store import Store
from bot.sandbox.state.books import Ledger
from bot.sandbox.state.chats import Chat, describe_group, describe_private
from bot.sandbox.state.clock import SandboxClock
from bot.sandbox.state.commands import CommandMenus
from bot.sandbox.state.crowd import Crowd
from bot.sandbox.state.events import Events
from bot.sandbox.state.files import Files, StoredFile, Upload
from bot.sandbox.state.inline_cache import InlineCache
from bot.sandbox.state.people import People, TelegramUser
from bot.sandbox.state.queries import Queries, Query
from bot.sandbox.traffic.calls import Call
from bot.sandbox.traffic.faults import Faults
from bot.sandbox.traffic.limits import FloodLimits
from bot.sandbox.traffic.updates import UpdateQueue
from bot.sandbox.traffic.webhook import Pusher, WebhookInfo

Json = dict[str, Any]


class World:
    """Telegram as the bot and its people see it. `clock` gives epoch seconds, `path` is the file to keep it in."""

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
        self.records = ChangeLog(self.store, self.as_record)
        self.people = People()
        self.chats: dict[int, Chat] = {}
        self.events = Events()
        self.files = Files()
        self.faults = Faults()
        self.queries = Queries()
        self.inline_cache = InlineCache()
        self.menus = CommandMenus()
        self.limits: FloodLimits | None = FloodLimits()
        self.queue = UpdateQueue(self.clock, self.records.update_changed)
        self.calls: deque[Call] = deque(maxlen=100_000)
        self.counters: Counter[str] = Counter()
        self._closing = asyncio.Event()
        self.next_message_id = 1
        self.crowd = Crowd()
        self.pusher = Pusher(self.queue, self.faults, self.clock)
        self._recall(read_back(self.store))
        self.books = Ledger(self.queue)

    # The bot

    @property
    def bot_id(self) -> int:
        """The bot's own id, which opens its token."""
        return int(self.token.partition(":")[0])

    @property
    def webhook(self) -> WebhookInfo:
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

    def add_people(self, people: Iterable[TelegramUser]) -> None:
        """Add people, or replace what is known of them."""
        for account in self.people.add(people):
            self.records.account_changed(account)
        self.events.publish("people")

    def members(self, chat_id: int) -> list[int]:
        """Return the people in a chat, in the order in which they came."""
        return list(self.chat(chat_id).members)

    # Reading

    def messages(self, chat_id: int) -> list[Json]:
        """Return the messages of a chat as they look now, oldest first, each with its count of "edits"."""
        chat = self.chat(chat_id)
        return [chat.seen(message_id) for message_id in chat.messages]

    def commands(self, person_id: int, chat_id: int | None = None) -> list[Json]:
        """Return the command menu that this person sees, in private or in this chat."""
        person = self.people.get(person_id).person
        return self.menus.shown_to(person_id, person.language_code, self.chat(chat_id or person_id))

    @property
    def pending_updates(self) -> int:
        """How many updates the bot has not confirmed yet."""
        return len(self.queue)

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

    # What is kept of it

    def as_record(self) -> Json:
        """Return what is kept of the bot itself and of the counters of ids."""
        allowed = self.queue.allowed
        return {
            "profile": self.profile,
            "menus": self.menus.menus,
            "webhook": asdict(self.webhook),
            "allowed_updates": None if allowed is None else sorted(allowed),
            "next_update_id": self.queue.next_id,
            "next_message_id": self.next_message_id,
            "clock_offset": getattr(self.clock, "offset", 0.0),
        }

    def _recall(self, kept: Kept) -> None:
        """Take everything as it was kept."""
        for account in kept.accounts:
            self.people.accounts[account.person.id] = account
        for chat in kept.chats:
            self.chats[chat.id] = chat
        for body in kept.messages:
            self.chat(body["message"]["chat"]["id"]).restore(body["message"], body["edits"])
        for entry in kept.updates:
            self.queue.restore(entry)
        for query in kept.queries:
            self.queries.add(query)
        for plan in kept.plans:
            self.crowd.restore(plan)
        for stored, content in kept.files:
            self.files.restore(stored, content)
        if kept.bot is not None:
            self._recall_bot(kept.bot)

    def _recall_bot(self, body: Json) -> None:
        self.profile = body["profile"]
        self.menus.menus = body["menus"]
        self.pusher.point_to(WebhookInfo(**body["webhook"]))
        if body["allowed_updates"] is not None:
            self.queue.allow(body["allowed_updates"])
        self.queue.next_id = body["next_update_id"]
        self.next_message_id = body["next_message_id"]
        if isinstance(self.clock, SandboxClock):
            # Messages of before carry its time: a clock that fell back would date the next ones earlier.
            self.clock.offset = max(self.clock.offset, body.get("clock_offset", 0.0))

    # What the sections of the sandbox share

    def chat(self, chat_id: int) -> Chat:
        """Return a chat by id. A private chat is made when first asked for. Raises SandboxError when there is none."""
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
        """Show the page the bot's answer to a tap, or that there was no answer in time."""
        self.events.publish("callback", chat_id=query.chat_id, query_id=query.id, person_id=query.person_id, **answer)
