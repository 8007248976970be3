"""The sandbox's world with the surface by which tests act as its people."""

from collections.abc import Sequence
from typing import Any, Literal

from bot.sandbox import world
from bot.sandbox.acts import channels, groups, inline, passing_time, standing, tapping, topics, writing
from bot.sandbox.errors import SandboxError
from bot.sandbox.state.files import Upload

Json = dict[str, Any]
FileKind = Literal["document", "photo", "video", "audio", "voice", "video_note", "animation"]


class World(world.World):
    """The sandbox's world as a test plays it: what people do, what they see, and time that passes."""

    async def say(
        self,
        person_id: int,
        text: str,
        chat_id: int | None = None,
        reply_to: int | None = None,
        thread_id: int | None = None,
    ) -> int:
        """Write a message as this person, in a topic of a forum if one is given; returns its id."""
        return writing.say(self, person_id, text, chat_id, reply_to, thread_id)

    async def press(self, person_id: int, message_id: int, button: str, chat_id: int | None = None) -> str:
        """Tap the inline button with this text, or the only one that contains it; returns the query's id."""
        return tapping.press(self, person_id, message_id, button, chat_id)

    async def press_at(self, person_id: int, message_id: int, row: int, column: int, chat_id: int | None = None) -> str:
        """Tap the inline button at this place, counted from 0; returns the query's id."""
        return tapping.press_at(self, person_id, message_id, row, column, chat_id)

    async def forge(self, person_id: int, message_id: int, data: str, chat_id: int | None = None) -> str:
        """Send any callback data, as a modified client can; returns the query's id."""
        return tapping.forge(self, person_id, message_id, data, chat_id)

    async def share_contact(self, person_id: int, of: int | None = None) -> int:
        """Press the button that asks for the phone number, or send the card of somebody else."""
        return writing.share_contact(self, person_id, of)

    async def upload(
        self,
        person_id: int,
        *,
        filename: str,
        content: bytes,
        mime: str = "application/octet-stream",
        kind: FileKind = "document",
        caption: str = "",
        chat_id: int | None = None,
        reply_to: int | None = None,
        thread_id: int | None = None,
    ) -> int:
        """Send a file as this person; returns the message's id."""
        file = Upload(filename, content, mime)
        [message_id] = writing.upload(self, person_id, [file], kind, caption, chat_id, reply_to, thread_id)
        return message_id

    async def upload_album(
        self,
        person_id: int,
        files: Sequence[Upload],
        *,
        kind: FileKind = "photo",
        caption: str = "",
        chat_id: int | None = None,
        reply_to: int | None = None,
    ) -> list[int]:
        """Send 2 to 10 files as an album of this person, with the caption at the first; returns the messages' ids."""
        if len(files) < 2:
            raise SandboxError("An album holds at least 2 files.")
        return writing.upload(self, person_id, files, kind, caption, chat_id, reply_to)

    async def share_place(self, person_id: int, latitude: float, longitude: float, chat_id: int | None = None) -> int:
        """Send a place as this person; returns the message's id."""
        return writing.share_place(self, person_id, latitude, longitude, chat_id, None)

    async def edit(self, person_id: int, message_id: int, text: str, chat_id: int | None = None) -> None:
        """Give a message of this person other words."""
        writing.edit(self, person_id, message_id, text, chat_id)

    async def open_link(self, person_id: int, payload: str = "") -> int:
        """Open the bot by its link and press START; returns the message's id."""
        return writing.open_link(self, person_id, payload)

    async def open_group_link(self, person_id: int, chat_id: int, payload: str = "", *, as_admin: bool = False) -> int:
        """Open the bot by its startgroup link and choose this group, which it joins; returns the message's id."""
        return groups.open_link(self, person_id, chat_id, payload, as_admin=as_admin)

    async def ask_inline(self, person_id: int, query: str, offset: str = "", chat_id: int | None = None) -> str:
        """Type an inline query in a chat; returns its id, the results are in `inline_results`."""
        return inline.ask(self, person_id, query, offset, chat_id)

    async def choose_inline(self, person_id: int, query_id: str, result_id: str, chat_id: int | None = None) -> int:
        """Send one of an inline query's results, where it was asked or elsewhere; returns the message's id."""
        return inline.choose(self, person_id, query_id, result_id, chat_id)

    def block(self, person_id: int) -> None:
        """Stop the bot as this person."""
        standing.set_blocked(self, person_id, blocked=True)

    def unblock(self, person_id: int) -> None:
        """Let the bot write again as this person."""
        standing.set_blocked(self, person_id, blocked=False)

    def deactivate(self, person_id: int) -> None:
        """Delete this person's Telegram account."""
        standing.deactivate(self, person_id)

    def create_group(
        self, title: str, member_ids: list[int], *, with_bot: bool = True, bot_is_admin: bool = False
    ) -> int:
        """Found a group, by the first of its members and with the bot in it unless said otherwise; returns its id."""
        return groups.create(self, title, member_ids, with_bot=with_bot, bot_is_admin=bot_is_admin)

    def create_channel(self, title: str, founder: int) -> int:
        """Found a channel of this person, without the bot; returns its id."""
        return channels.create(self, title, founder)

    def appoint_bot(self, chat_id: int, by: int, *, lacks: Sequence[str] = ()) -> None:
        """Make the bot one of those who run a channel, without the rights that it lacks."""
        channels.appoint_bot(self, chat_id, by, lacks=list(lacks))

    def put_bot_out(self, chat_id: int, by: int) -> None:
        """Put the bot out of a channel."""
        channels.put_bot_out(self, chat_id, by)

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

    def migrate_group(self, chat_id: int) -> int:
        """Turn a group into a supergroup; returns the new id."""
        return groups.migrate(self, chat_id)

    def create_forum(self, title: str, member_ids: list[int], *, lacks: Sequence[str] = ()) -> int:
        """Found a supergroup with topics and the bot as an administrator, who `lacks` some rights; returns its id."""
        chat_id = groups.migrate(self, groups.create(self, title, member_ids, with_bot=True))
        topics.set_forum(self, member_ids[0], chat_id, on=True)
        groups.set_rights(self, chat_id, None, admin=True, lacks=list(lacks))
        return chat_id

    def set_rights(self, chat_id: int, *, admin: bool = True, lacks: Sequence[str] = ()) -> None:
        """Make the bot an administrator of a group who `lacks` some rights, or a plain member."""
        groups.set_rights(self, chat_id, None, admin=admin, lacks=list(lacks))

    def set_forum(self, chat_id: int, *, on: bool) -> None:
        """Turn a supergroup's topics on or off, as its founder."""
        topics.set_forum(self, self.members(chat_id)[0], chat_id, on=on)

    def open_topic(self, chat_id: int, name: str) -> int:
        """Open a topic as the group's founder; returns its id."""
        chat = self.chat(chat_id)
        founder = self.people.get(chat.members[0]).person.as_user()
        return topics.begin(self, chat, founder, name, topics.COLOURS[0])

    def act_on_topic(self, chat_id: int, thread_id: int, does: str, *, by: int | None = None) -> None:
        """Close, reopen or delete a topic, as the group's founder or another member."""
        topics.act(self, by or self.members(chat_id)[0], chat_id, thread_id, does)

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

    async def advance(self, seconds: float) -> None:
        """Move the clock forward, if it is one that can be moved, and do what has become due."""
        passing_time.advance(self, seconds)

    async def run_due(self) -> None:
        """Do all that is due by the clock."""
        passing_time.run_due(self)
