"""Sending text, and what every kind of sending shares."""

from dataclasses import dataclass
from typing import Annotated, Any

from bot.sandbox.acts import timeline, topics
from bot.sandbox.errors import bad_request
from bot.sandbox.methods.parameters import Longest
from bot.sandbox.methods.registry import method
from bot.sandbox.reading import keyboards
from bot.sandbox.reading.contents import contact_content, text_content
from bot.sandbox.state.chats import Chat
from bot.sandbox.world import World

Json = dict[str, Any]


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
    world: World,
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


@method("sendContact", options=SendOptions)
def send_contact(
    world: World,
    *,
    chat_id: int,
    phone_number: str,
    first_name: str,
    last_name: str = "",
    vcard: str = "",
    options: SendOptions,
) -> Json:
    """Send somebody's phone number and name."""
    return deliver(world, chat_id, contact_content(phone_number, first_name, last_name, vcard), options)


def deliver(world: World, chat_id: int, content: Json, options: SendOptions) -> Json:
    """Send one message: check the chat, count it against the limits and show it. Returns the Message."""
    [message] = deliver_all(world, chat_id, [content], options)
    return message


def deliver_all(world: World, chat_id: int, contents: list[Json], options: SendOptions) -> list[Json]:
    """Send messages to one chat, counted as one against the limits. Returns the Messages."""
    reply_markup = keyboards.read(options.reply_markup)
    chat = world.writable_chat(chat_id)
    chat.check_postable()
    _check_contact_request(chat, reply_markup)
    shared = {
        **topics.told_of(world, chat, options.message_thread_id),
        **_reply(chat, options.reply_parameters),
        **_traits(options),
    }
    if reply_markup and "inline_keyboard" in reply_markup:
        shared["reply_markup"] = reply_markup
    world.pace(chat)
    messages = [timeline.post(world, chat, world.bot_user(), {**shared, **each}) for each in contents]
    if reply_markup and "inline_keyboard" not in reply_markup:
        shown = None if "remove_keyboard" in reply_markup else reply_markup
        timeline.show_keyboard(world, chat, shown, messages[-1]["message_id"] if shown else None)
    for each in messages:
        timeline.sent(world, chat, each)
    return messages


def _traits(options: SendOptions) -> Json:
    traits: Json = {}
    if options.protect_content:
        traits["has_protected_content"] = True
    if options.message_effect_id:
        traits["effect_id"] = options.message_effect_id
    return traits


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
