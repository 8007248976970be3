"""What changes is kept: each change of the world is noted here, and written a moment later."""

from collections.abc import Callable
from typing import Any

from bot.sandbox.keeping.store import Store
from bot.sandbox.state.chats import Chat
from bot.sandbox.state.crowd import PlannedTap
from bot.sandbox.state.files import StoredFile
from bot.sandbox.state.people import Account
from bot.sandbox.state.queries import Query
from bot.sandbox.traffic.updates import QueuedUpdate

Json = dict[str, Any]


class ChangeLog:
    """Notes of what has changed in a world, for its store; `describe_bot` gives the bot's own facts."""

    def __init__(self, store: Store, describe_bot: Callable[[], Json]) -> None:
        self._store = store
        self._describe_bot = describe_bot

    def account_changed(self, account: Account) -> None:
        """Remember how a person stands."""
        self._store.save("person", account.person.id, account.as_record)

    def chat_changed(self, chat: Chat) -> None:
        """Remember a chat's own facts."""
        self._store.save("chat", chat.id, chat.as_record)

    def query_changed(self, query: Query) -> None:
        """Remember a query while it may be answered."""
        if query.is_over:
            self._store.forget("query", query.id)
        else:
            self._store.save("query", query.id, query.as_record)

    def plan_changed(self, plan: PlannedTap) -> None:
        """Remember what somebody of the crowd is going to do, or has done."""
        self._store.save("plan", f"{plan.person_id}:{plan.message_id}", plan.as_record)

    def profile_changed(self) -> None:
        """Remember the bot's own facts."""
        self._store.save("bot", "", self._describe_bot)

    def update_changed(self, update_id: int, entry: QueuedUpdate | None) -> None:
        """Remember, or forget, an update that waits."""
        if entry is None:
            self._store.forget("update", update_id)
        else:
            self._store.save("update", update_id, entry.as_record)
        self.profile_changed()

    def message_changed(self, chat: Chat, message: Json) -> None:
        """Remember a message as it looks now."""
        record = {"message": message, "edits": chat.edits.get(message["message_id"], 0)}
        self._store.save("message", f"{chat.id}:{message['message_id']}", lambda: record)
        self.profile_changed()

    def message_deleted(self, chat: Chat, message_id: int) -> None:
        """Forget a message."""
        self._store.forget("message", f"{chat.id}:{message_id}")

    def file_added(self, stored: StoredFile, content: bytes) -> None:
        """Remember a file and its bytes."""
        self._store.save("file", stored.file_id, stored.as_record)
        self._store.save_content(stored.file_id, content)
