"""Changing what was sent: by the bot itself, or by people via the bot."""

from dataclasses import dataclass
from typing import Any, Literal

from bot.sandbox.acts import timeline
from bot.sandbox.acts.inline_messages import find_message
from bot.sandbox.errors import bad_request
from bot.sandbox.methods.media import keep_file, read_media
from bot.sandbox.methods.parameters import missing
from bot.sandbox.methods.registry import method
from bot.sandbox.reading import keyboards
from bot.sandbox.reading.contents import caption_content, text_content
from bot.sandbox.state.chats import Chat
from bot.sandbox.state.files import Upload
from bot.sandbox.world import World

Json = dict[str, Any]
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as "
    "a current content and reply markup of the message"
)
MEDIA = ("photo", "video", "document", "audio", "voice", "animation")
TEXT = ("text", "entities", "link_preview_options")
CAPTION = ("caption", "caption_entities", "show_caption_above_media")


@dataclass(frozen=True, kw_only=True)
class Target:
    """Which message is edited: one of a chat, or one that somebody sent via the bot."""

    chat_id: int | None = None
    message_id: int | None = None
    inline_message_id: str = ""


@method("editMessageText", options=Target)
def edit_text(
    world: World,
    *,
    text: str,
    parse_mode: str = "",
    entities: list[Json] | None = None,
    link_preview_options: dict[str, Any] | None = None,
    reply_markup: dict[str, Any] | None = None,
    options: Target,
) -> Json | Literal[True]:
    """Give a text message another text; without reply_markup its buttons go."""
    content = text_content(world, text, parse_mode, entities)
    if link_preview_options:
        content["link_preview_options"] = link_preview_options
    keyboard = keyboards.read_inline(reply_markup)
    chat, message = _editable(world, options)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return _show(world, chat, message, content, keyboard, TEXT)


@method("editMessageCaption", options=Target)
def edit_caption(
    world: World,
    *,
    caption: str = "",
    parse_mode: str = "",
    caption_entities: list[Json] | None = None,
    reply_markup: dict[str, Any] | None = None,
    options: Target,
) -> Json | Literal[True]:
    """Give a photo or a document another caption; without reply_markup its buttons go."""
    content = caption_content(world, caption, parse_mode, caption_entities)
    keyboard = keyboards.read_inline(reply_markup)
    chat, message = _editable(world, options)
    if not any(kind in message for kind in MEDIA):
        raise bad_request("there is no caption in the message to edit")
    return _show(world, chat, message, content, keyboard, CAPTION)


@method("editMessageMedia", options=Target)
def edit_media(
    world: World,
    *,
    media: dict[str, Any],
    reply_markup: dict[str, Any] | None = None,
    options: Target,
) -> Json | Literal[True]:
    """Put another photo or document, with its caption, in the place of a message's text or media."""
    keyboard = keyboards.read_inline(reply_markup)
    chat, message = _editable(world, options)
    given = media.get("media")
    if options.inline_message_id and isinstance(given, Upload):
        raise bad_request("inline message can't be edited with newly uploaded files")
    stored, content = read_media(world, media)
    if not any(kind in message for kind in ("text", *MEDIA)):
        raise bad_request("there is no media in the message to edit")
    if "media_group_id" in message and stored.kind not in message:
        raise bad_request("message can't be edited: an album keeps its kind of media")
    edited = _show(world, chat, message, content, keyboard, (*TEXT, *MEDIA, *CAPTION))
    keep_file(world, stored, given or "")
    return edited


@method("editMessageReplyMarkup", options=Target)
def edit_reply_markup(
    world: World, *, reply_markup: dict[str, Any] | None = None, options: Target
) -> Json | Literal[True]:
    """Give a message other buttons, or none."""
    keyboard = keyboards.read_inline(reply_markup)
    chat, message = _editable(world, options)
    return _show(world, chat, message, {}, keyboard, ())


def _editable(world: World, target: Target) -> tuple[Chat, Json]:
    if target.chat_id is None and target.message_id is None:
        if not target.inline_message_id:
            raise missing("message_id")
        return find_message(world, target.inline_message_id)
    if target.chat_id is None:
        raise missing("chat_id")
    chat = world.writable_chat(target.chat_id)
    if target.message_id is None:
        raise missing("message_id")
    message = chat.messages.get(target.message_id)
    if message is None:
        raise bad_request("message to edit not found")
    # In a channel its own posts need the right to post, those of others the one to edit.
    is_own = chat.is_of_bot(message, world.bot_id) and (not chat.is_channel or chat.bot_may("can_post_messages"))
    may_edit = is_own or (chat.is_channel and chat.bot_may("can_edit_messages"))
    if not may_edit or "forward_origin" in message:
        raise bad_request("message can't be edited")
    return chat, message


def _show(
    world: World, chat: Chat, message: Json, content: Json, keyboard: Json | None, replaced: tuple[str, ...]
) -> Json | Literal[True]:
    """Replace those parts of a message and its buttons; raises 400 when nothing would change.

    For a message that somebody sent via the bot, Telegram returns True instead of the message.
    """
    kept = {key: value for key, value in message.items() if key not in (*replaced, "reply_markup")}
    edited = {**kept, **content}
    if keyboard:
        edited["reply_markup"] = keyboard
    if edited == message:
        raise bad_request(NOT_MODIFIED)
    world.pace(chat)
    edited = timeline.replace(world, chat, edited)
    timeline.edited(world, chat, edited)
    return True if "via_bot" in message else edited
