"""Changing and deleting what was sent."""

from typing import TYPE_CHECKING, Any

from bot.sandbox import keyboards, timeline
from bot.sandbox.chats import Chat
from bot.sandbox.errors import bad_request
from bot.sandbox.methods.registry import method
from bot.sandbox.methods.sending import caption_content, text_content

if TYPE_CHECKING:
    from bot.sandbox.world import World

Json = dict[str, Any]
DELETABLE_SECONDS = 48 * 3600
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as "
    "a current content and reply markup of the message"
)
MEDIA = ("photo", "document")


@method("editMessageText")
def edit_text(
    world: "World",
    *,
    chat_id: int,
    message_id: int,
    text: str,
    parse_mode: str = "",
    entities: list[Json] | None = None,
    link_preview_options: dict[str, Any] | None = None,
    reply_markup: dict[str, Any] | None = None,
) -> Json:
    """Give a text message another text; without reply_markup its buttons go."""
    content = text_content(world, text, parse_mode, entities)
    if link_preview_options:
        content["link_preview_options"] = link_preview_options
    keyboard = keyboards.read_inline(reply_markup)
    chat, message = _editable(world, chat_id, message_id)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return _show(world, chat, message, content, keyboard, ("text", "entities", "link_preview_options"))


@method("editMessageCaption")
def edit_caption(
    world: "World",
    *,
    chat_id: int,
    message_id: int,
    caption: str = "",
    parse_mode: str = "",
    caption_entities: list[Json] | None = None,
    reply_markup: dict[str, Any] | None = None,
) -> Json:
    """Give a photo or a document another caption; without reply_markup its buttons go."""
    content = caption_content(world, caption, parse_mode, caption_entities)
    keyboard = keyboards.read_inline(reply_markup)
    chat, message = _editable(world, chat_id, message_id)
    if not any(kind in message for kind in MEDIA):
        raise bad_request("there is no caption in the message to edit")
    return _show(world, chat, message, content, keyboard, ("caption", "caption_entities"))


@method("editMessageReplyMarkup")
def edit_reply_markup(
    world: "World", *, chat_id: int, message_id: int, reply_markup: dict[str, Any] | None = None
) -> Json:
    """Give a message other buttons, or none."""
    keyboard = keyboards.read_inline(reply_markup)
    chat, message = _editable(world, chat_id, message_id)
    return _show(world, chat, message, {}, keyboard, ())


@method("deleteMessage")
def delete_message(world: "World", *, chat_id: int, message_id: int) -> bool:
    """Delete a message of the bot, or in a private chat also one of the person's, within 48 hours."""
    chat = world.known_chat(chat_id)
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request("message to delete not found")
    is_own = message["from"]["id"] == world.bot_id
    may_delete = is_own or not chat.is_group or chat.bot_is_admin
    if not may_delete or world.clock() - message["date"] > DELETABLE_SECONDS:
        raise bad_request("message can't be deleted")
    timeline.delete(world, chat, message_id)
    return True


def _editable(world: "World", chat_id: int, message_id: int) -> tuple[Chat, Json]:
    chat = world.writable_chat(chat_id)
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request("message to edit not found")
    if message["from"]["id"] != world.bot_id or "forward_origin" in message:
        raise bad_request("message can't be edited")
    return chat, message


def _show(
    world: "World", chat: Chat, message: Json, content: Json, keyboard: Json | None, replaced: tuple[str, ...]
) -> Json:
    """Replace those parts of a message and its buttons; raises 400 when nothing would change."""
    kept = {key: value for key, value in message.items() if key not in (*replaced, "reply_markup")}
    edited = {**kept, **content}
    if keyboard:
        edited["reply_markup"] = keyboard
    if edited == message:
        raise bad_request(NOT_MODIFIED)
    world.pace(chat)
    edited = timeline.replace(world, chat, edited)
    timeline.edited(world, chat, edited)
    return edited
