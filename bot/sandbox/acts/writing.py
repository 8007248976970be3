"""What people write and send: texts, contacts, places, files and albums, and START by a link."""

import re
from collections.abc import Sequence
from typing import Any

from bot.sandbox.acts import timeline, topics
from bot.sandbox.acts.access import writer_in
from bot.sandbox.errors import ApiError, SandboxError
from bot.sandbox.reading import markup
from bot.sandbox.reading.contents import location_content
from bot.sandbox.state.chats import Chat
from bot.sandbox.state.files import MAX_SENT_BY_PEOPLE, Upload, new_album_id
from bot.sandbox.state.people import Account
from bot.sandbox.world import World

Json = dict[str, Any]
MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_ALBUM = 10
CAPTIONED = ("photo", "video", "document", "audio", "voice", "animation")
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


def say(
    world: World, person_id: int, text: str, chat_id: int | None, reply_to: int | None, thread_id: int | None = None
) -> int:
    """Write a message. The first message to the bot can only be START."""
    account, chat = writer_in(world, person_id, chat_id, starts=text.split()[:1] == ["/start"])
    if not text.strip():
        raise SandboxError("An empty message can't be sent.")
    if len(text.strip()) > MAX_TEXT:
        raise SandboxError(f"A message holds at most {MAX_TEXT} characters.")
    place = _place(world, chat, reply_to, thread_id)
    message_id = receive(world, account, chat, {**place, **_text("text", "entities", text)})
    _use_up_keyboard(world, chat, text)
    return message_id


def open_link(world: World, person_id: int, payload: str) -> int:
    """Open t.me/bot?start=payload and press START."""
    check_payload(payload)
    return say(world, person_id, f"/start {payload}".strip(), None, None)


def check_payload(payload: str) -> None:
    """Raise SandboxError for a payload that no link may carry."""
    if payload and not PAYLOAD.fullmatch(payload):
        raise SandboxError("A start payload holds 1 to 64 of the characters A-Z a-z 0-9 _ -.")


def share_contact(world: World, person_id: int, of: int | None) -> int:
    """Share one's own phone number by the button that asks for it, or send somebody else's card."""
    account, chat = writer_in(world, person_id, None)
    shared = world.people.get(person_id if of is None else of).person
    buttons = [button for row in (chat.keyboard or {}).get("keyboard", ()) for button in row]
    button = next((each for each in buttons if each.get("request_contact")), None)
    if of is None and button is None:
        raise SandboxError("No button that asks for the phone number is shown.")
    if not shared.phone:
        raise SandboxError(f"{shared.name} has no phone number.")
    contact = {"phone_number": shared.phone, "first_name": shared.first_name, "user_id": shared.id}
    if shared.last_name:
        contact["last_name"] = shared.last_name
    reply = _reply(chat, chat.keyboard_message) if of is None else {}
    message_id = receive(world, account, chat, {**reply, "contact": contact})
    if of is None and button is not None:
        _use_up_keyboard(world, chat, button["text"])
    return message_id


def upload(
    world: World,
    person_id: int,
    files: Sequence[Upload],
    kind: str,
    caption: str,
    chat_id: int | None,
    reply_to: int | None,
    thread_id: int | None = None,
) -> list[int]:
    """Send files. Several make an album, with the caption at the first; among photos a film is a film."""
    account, chat = writer_in(world, person_id, chat_id)
    if len(caption) > MAX_CAPTION:
        raise SandboxError(f"A caption holds at most {MAX_CAPTION} characters.")
    if not 1 <= len(files) <= MAX_ALBUM:
        raise SandboxError(f"An album holds 2 to {MAX_ALBUM} files.")
    if any(len(each.content) > MAX_SENT_BY_PEOPLE for each in files):
        raise SandboxError("A file holds at most 2 GB.")
    place = _place(world, chat, reply_to, thread_id)
    shared = {**place, **({"media_group_id": new_album_id()} if len(files) > 1 else {})}
    try:
        contents = [{**shared, **_content_of(world, each, kind)} for each in files]
    except ApiError as refusal:
        raise SandboxError(f"The file can't be sent: {refusal.description}.") from refusal
    if caption.strip():
        contents[0].update(_text("caption", "caption_entities", caption))
    return [receive(world, account, chat, each) for each in contents]


def _content_of(world: World, file: Upload, kind: str) -> Json:
    if kind == "photo" and file.mime.startswith("video/"):
        kind = "video"
    return world.add_file(file, kind).as_content(kind)


def share_place(
    world: World,
    person_id: int,
    latitude: float,
    longitude: float,
    chat_id: int | None,
    reply_to: int | None,
    thread_id: int | None = None,
) -> int:
    """Send a place on the map."""
    account, chat = writer_in(world, person_id, chat_id)
    try:
        content = location_content(latitude, longitude)
    except ApiError as refusal:
        raise SandboxError(f"The place can't be sent: {refusal.description}.") from refusal
    return receive(world, account, chat, {**_place(world, chat, reply_to, thread_id), **content})


def edit(world: World, person_id: int, message_id: int, text: str, chat_id: int | None) -> None:
    """Give one's own message other words, or the file in it another caption; the bot is told."""
    account, chat = writer_in(world, person_id, chat_id)
    message = chat.messages.get(message_id)
    if message is None or message["from"]["id"] != person_id:
        raise SandboxError("There is no such message of one's own.")
    is_text = "text" in message
    keys = ("text", "entities") if is_text else ("caption", "caption_entities")
    if not is_text and not any(kind in message for kind in CAPTIONED):
        raise SandboxError("The message has no words to edit.")
    if is_text and not text.strip():
        raise SandboxError("An empty message can't be sent.")
    if len(text.strip()) > (MAX_TEXT if is_text else MAX_CAPTION):
        raise SandboxError(f"A message holds at most {MAX_TEXT} characters, a caption {MAX_CAPTION}.")
    kept = {key: value for key, value in message.items() if key not in keys}
    edited = timeline.replace(world, chat, {**kept, **(_text(*keys, text) if text.strip() else {})})
    if not chat.is_group or _reaches_bot(world, chat, edited):
        world.queue.put("edited_message", edited, account.person.id)


def receive(world: World, account: Account, chat: Chat, content: Json) -> int:
    """Put a person's message into the chat and tell the bot what it is allowed to read."""
    message = timeline.post(world, chat, account.person.as_user(), content)
    if not account.started and not chat.is_group:
        account.started = True
        world.events.publish("people")
    account.unread = 0
    world.records.account_changed(account)
    if not chat.is_group or _reaches_bot(world, chat, message):
        world.queue.put("message", message, account.person.id)
    return int(message["message_id"])


def _reaches_bot(world: World, chat: Chat, message: Json) -> bool:
    """Tell whether the bot may read a group's message. In privacy mode it reads only commands and replies to it."""
    if not chat.bot_is_member:
        return False
    if chat.bot_is_admin or not world.privacy:
        return True
    if "via_bot" in message or message.get("reply_to_message", {}).get("from", {}).get("id") == world.bot_id:
        return True
    command, _, name = str(message.get("text", "")).partition(" ")[0].partition("@")
    return command.startswith("/") and name.lower() in ("", world.username.lower())


def _use_up_keyboard(world: World, chat: Chat, text: str) -> None:
    keyboard = chat.keyboard or {}
    if not keyboard.get("one_time_keyboard"):
        return
    if any(button["text"] == text for row in keyboard["keyboard"] for button in row):
        timeline.show_keyboard(world, chat, None, None)


def _place(world: World, chat: Chat, reply_to: int | None, thread_id: int | None) -> Json:
    """Give what a message says of its topic and of what it answers; an answer stands where that stands."""
    answered = chat.messages.get(reply_to) if reply_to is not None else None
    if answered is not None:
        thread_id = answered.get("message_thread_id")
    return {**topics.written_in(world, chat, thread_id), **_reply(chat, reply_to)}


def _reply(chat: Chat, message_id: int | None) -> Json:
    if message_id is None:
        return {}
    if message_id not in chat.messages:
        raise SandboxError("There is no such message to reply to.")
    answered = {**chat.messages[message_id]}
    answered.pop("reply_to_message", None)
    return {"reply_to_message": answered}


def _text(key: str, entities_key: str, text: str) -> Json:
    text = text.strip()
    entities = markup.detect(text, [])
    return {key: text, entities_key: entities} if entities else {key: text}
