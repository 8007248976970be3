"""Sending text: and what every kind of sending shares."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from bot.sandbox import keyboards, markup, timeline
from bot.sandbox.chats import Chat
from bot.sandbox.errors import bad_request
from bot.sandbox.methods.registry import method
from bot.sandbox.parameters import Longest

if TYPE_CHECKING:
    from bot.sandbox.world import World

Json = dict[str, Any]
MAX_TEXT = 4096
MAX_CAPTION = 1024


@dataclass(frozen=True, kw_only=True)
class SendOptions:
    """What may be said of any message that is sent."""

    reply_markup: dict[str, Any] | None = None
    reply_parameters: dict[str, Any] | None = None
    protect_content: bool = False
    disable_notification: bool = False
    message_thread_id: int | None = None
    message_effect_id: Annotated[str, Longest(64, "EFFECT_ID_INVALID")] = ""
    allow_paid_broadcast: bool = False


@method("sendMessage", options=SendOptions)
def send_message(
    world: "World",
    *,
    chat_id: int,
    text: str,
    parse_mode: str = "",
    entities: list[Json] | None = None,
    link_preview_options: dict[str, Any] | None = None,
    options: SendOptions,
) -> Json:
    """Send text."""
    content = text_content(world, text, parse_mode, entities)
    if link_preview_options:
        content["link_preview_options"] = link_preview_options
    return deliver(world, chat_id, content, options)


def text_content(world: "World", text: str, parse_mode: str, entities: list[Json] | None) -> Json:
    """Return a message's text with its entities; raises 400 for what is empty, too long or broken."""
    text, found = markup.formatted(text, parse_mode, entities or [])
    if not text:
        raise bad_request("message text is empty")
    if len(text) > MAX_TEXT:
        raise bad_request("message is too long")
    return {"text": text, "entities": _with_people(world, found)} if found else {"text": text}


def caption_content(world: "World", caption: str, parse_mode: str, entities: list[Json] | None) -> Json:
    """Return the caption of a photo or document with its entities; an empty one is none."""
    caption, found = markup.formatted(caption, parse_mode, entities or [])
    if len(caption) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    if not caption:
        return {}
    return {"caption": caption, "caption_entities": _with_people(world, found)} if found else {"caption": caption}


def _with_people(world: "World", entities: list[Json]) -> list[Json]:
    """Links to tg://user?id=… become mentions of people that the bot has met."""
    return [_mention(world, each) if each.get("url", "").startswith("tg://user?id=") else each for each in entities]


def _mention(world: "World", entity: Json) -> Json:
    _, _, user_id = entity["url"].partition("=")
    account = world.people.accounts.get(int(user_id)) if user_id.isdigit() else None
    if account is None:
        return entity
    place = {"offset": entity["offset"], "length": entity["length"]}
    return {"type": "text_mention", **place, "user": account.person.as_user()}


def deliver(world: "World", chat_id: int, content: Json, options: SendOptions) -> Json:
    """Check who gets it, count it, show it; returns the Message."""
    reply_markup = keyboards.read(options.reply_markup)
    chat = world.writable_chat(chat_id)
    _check_contact_request(chat, reply_markup)
    content = {**_reply(chat, options.reply_parameters), **content}
    if options.protect_content:
        content["has_protected_content"] = True
    if options.message_effect_id:
        content["effect_id"] = options.message_effect_id
    if reply_markup and "inline_keyboard" in reply_markup:
        content["reply_markup"] = reply_markup
    world.pace(chat)
    message = timeline.post(world, chat, world.bot_user(), content)
    if reply_markup and "inline_keyboard" not in reply_markup:
        shown = None if "remove_keyboard" in reply_markup else reply_markup
        timeline.show_keyboard(world, chat, shown, message["message_id"] if shown else None)
    timeline.sent(world, chat, message)
    return message


def _check_contact_request(chat: Chat, reply_markup: Json | None) -> None:
    if not chat.is_group or not reply_markup:
        return
    if any(button.get("request_contact") for row in reply_markup.get("keyboard", ()) for button in row):
        raise bad_request("phone number can be requested in private chats only")


def _reply(chat: Chat, parameters: Json | None) -> Json:
    if not parameters:
        return {}
    answered = chat.messages.get(parameters.get("message_id", 0))
    if answered is None:
        if parameters.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    shown = {**answered}
    shown.pop("reply_to_message", None)
    return {"reply_to_message": shown}
