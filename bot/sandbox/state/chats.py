"""Chats and what stands in them: messages as they look now, keyboards, members."""

from dataclasses import dataclass, field
from typing import Any, Literal

from bot.sandbox.errors import bad_request, forbidden
from bot.sandbox.state.people import TelegramUser

Json = dict[str, Any]
ChatType = Literal["private", "group", "supergroup", "channel"]


@dataclass
class Chat:
    """One chat; messages are Bot API dicts that are replaced, never changed, when edited."""

    id: int
    type: ChatType
    title: str = ""
    members: list[int] = field(default_factory=list)
    creator: int | None = None
    bot_is_admin: bool = False
    bot_is_member: bool = True
    bot_was_kicked: bool = False
    # Rights that the bot does not have though it is an administrator.
    bot_lacks: list[str] = field(default_factory=list)
    # Topics by the id of the message with which each began: {"name", "icon_color", "closed"}, without General.
    is_forum: bool = False
    topics: dict[int, Json] = field(default_factory=dict)
    keyboard: Json | None = None
    keyboard_message: int | None = None
    pinned: list[int] = field(default_factory=list)
    migrated_to: int | None = None
    unread: dict[int, int] = field(default_factory=dict)
    messages: dict[int, Json] = field(default_factory=dict)
    edits: dict[int, int] = field(default_factory=dict)
    # Which posts of a channel are the bot's: nobody's name stands on one.
    bots_posts: list[int] = field(default_factory=list)

    @property
    def is_group(self) -> bool:
        """Whether several people read it."""
        return self.type != "private"

    @property
    def is_channel(self) -> bool:
        """Whether only those who run it write, in its own name."""
        return self.type == "channel"

    def is_of_bot(self, message: Json, bot_id: int) -> bool:
        """Tell whether the bot wrote a message."""
        return message["message_id"] in self.bots_posts if self.is_channel else bool(message["from"]["id"] == bot_id)

    def check_postable(self) -> None:
        """Raise what Telegram answers to a bot that runs a channel without the right to post."""
        if self.is_channel and not self.bot_may("can_post_messages"):
            raise bad_request("need administrator rights in the channel chat")

    def bot_may(self, right: str) -> bool:
        """Tell whether the bot has one of an administrator's rights."""
        return self.bot_is_admin and right not in self.bot_lacks

    def check_open(self) -> None:
        """Raise what Telegram answers to a bot that names a group which moved or which it left."""
        if self.migrated_to is not None:
            raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=self.migrated_to)
        if self.bot_was_kicked:
            raise forbidden(f"bot was kicked from the {self.type} chat")
        if not self.bot_is_member:
            raise forbidden(f"bot is not a member of the {self.type} chat")

    def seen(self, message_id: int) -> Json:
        """Return a message with the sandbox's own count of its edits."""
        return {**self.messages[message_id], "edits": self.edits.get(message_id, 0)}

    def last(self) -> Json | None:
        """Return the newest message, or None."""
        return next(reversed(self.messages.values()), None)

    def restore(self, message: Json, edits: int) -> None:
        """Take a message as it was kept."""
        self.messages[message["message_id"]] = message
        if edits:
            self.edits[message["message_id"]] = edits

    def count_unread(self, sender_id: int) -> None:
        """Count a new message for every member of a group but its sender."""
        for member in self.members:
            self.unread[member] = 0 if member == sender_id else self.unread.get(member, 0) + 1

    @classmethod
    def from_record(cls, record: Json) -> "Chat":
        """Read back what `as_record` gave; JSON has turned ids into text."""
        unread = {int(person_id): count for person_id, count in record.get("unread", {}).items()}
        topics = {int(thread_id): topic for thread_id, topic in record.get("topics", {}).items()}
        return cls(**{**record, "unread": unread, "topics": topics})

    def as_record(self) -> Json:
        """Return what is kept over a restart, without the messages, which have rows of their own."""
        facts = {**self.__dict__}
        del facts["messages"], facts["edits"]
        return facts


def describe_private(person: TelegramUser) -> Json:
    """Return the Bot API's Chat for somebody's private chat with the bot."""
    user = person.as_user()
    del user["is_bot"]
    user.pop("language_code", None)
    return {**user, "type": "private"}


def describe_group(chat: Chat) -> Json:
    """Return the Bot API's Chat for a group."""
    facts: Json = {"id": chat.id, "type": chat.type, "title": chat.title}
    if chat.type == "group":
        facts["all_members_are_administrators"] = False
    if chat.is_forum:
        facts["is_forum"] = True
    return facts
