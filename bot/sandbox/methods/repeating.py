"""Messages that are sent on: forwarded with their origin, or copied without it."""

from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.methods.registry import method
from bot.sandbox.methods.sending import SendOptions, deliver
from bot.sandbox.reading.contents import caption_content
from bot.sandbox.world import World

Json = dict[str, Any]
CONTENT = (
    "text",
    "entities",
    "link_preview_options",
    "photo",
    "document",
    "video",
    "animation",
    "audio",
    "voice",
    "video_note",
    "location",
    "contact",
    "caption",
    "caption_entities",
)


@method("forwardMessage", options=SendOptions)
def forward_message(world: World, *, chat_id: int, from_chat_id: int, message_id: int, options: SendOptions) -> Json:
    """Send a message on, with where it comes from."""
    message = _find(world, from_chat_id, message_id, "forward")
    if message.get("has_protected_content"):
        raise bad_request("message can't be forwarded")
    first = _origin(message)
    origin = message.get("forward_origin", first)
    return deliver(world, chat_id, {"forward_origin": origin, **_content(message)}, options)


def _origin(message: Json) -> Json:
    """Tell where a message that nobody forwarded before comes from: a person, or a channel."""
    if "sender_chat" in message:
        posted = {"chat": message["sender_chat"], "message_id": message["message_id"]}
        return {"type": "channel", **posted, "date": message["date"]}
    return {"type": "user", "sender_user": message["from"], "date": message["date"]}


@method("copyMessage", options=SendOptions)
def copy_message(
    world: World,
    *,
    chat_id: int,
    from_chat_id: int,
    message_id: int,
    caption: str | None = None,
    parse_mode: str = "",
    caption_entities: list[Json] | None = None,
    options: SendOptions,
) -> Json:
    """Send a message again as the bot's own; returns only the new message's id."""
    message = _find(world, from_chat_id, message_id, "copy")
    if message.get("has_protected_content"):
        raise bad_request("message can't be copied")
    content = _content(message)
    if caption is not None and "text" not in content:
        content.pop("caption", None)
        content.pop("caption_entities", None)
        content.update(caption_content(world, caption, parse_mode, caption_entities))
    return {"message_id": deliver(world, chat_id, content, options)["message_id"]}


def _find(world: World, chat_id: int, message_id: int, what: str) -> Json:
    message = world.known_chat(chat_id).messages.get(message_id)
    if message is None:
        raise bad_request(f"message to {what} not found")
    if not _content(message):
        raise bad_request(f"the message can't be {'copied' if what == 'copy' else 'forwarded'}")
    return message


def _content(message: Json) -> Json:
    return {key: message[key] for key in CONTENT if key in message}
