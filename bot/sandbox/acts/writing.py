"""What people do in their Telegram client; what a client can't do is refused in plain words."""

import re
from collections.abc import Sequence
from typing import Any

from bot.sandbox.acts import timeline
from bot.sandbox.acts.inline_messages import inline_message_id
from bot.sandbox.errors import ApiError, SandboxError
from bot.sandbox.reading import markup
from bot.sandbox.state.chats import Chat
from bot.sandbox.state.files import MAX_SENT_BY_PEOPLE, Upload, new_album_id
from bot.sandbox.state.people import Account
from bot.sandbox.state.queries import Query, new_query_id
from bot.sandbox.world import World

Json = dict[str, Any]
MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_ALBUM = 10
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


def say(world: World, person_id: int, text: str, chat_id: int | None, reply_to: int | None) -> int:
    """Write a message; the first one to the bot can only be START."""
    account, chat = writing(world, person_id, chat_id, starts=text.split()[:1] == ["/start"])
    if not text.strip():
        raise SandboxError("An empty message can't be sent.")
    if len(text.strip()) > MAX_TEXT:
        raise SandboxError(f"A message holds at most {MAX_TEXT} characters.")
    message_id = receive(world, account, chat, {**_reply(chat, reply_to), **_text("text", "entities", text)})
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
    account, chat = writing(world, person_id, None)
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
) -> list[int]:
    """Send photos or documents; several are an album, with the caption at the first."""
    account, chat = writing(world, person_id, chat_id)
    if len(caption) > MAX_CAPTION:
        raise SandboxError(f"A caption holds at most {MAX_CAPTION} characters.")
    if not 1 <= len(files) <= MAX_ALBUM:
        raise SandboxError(f"An album holds 2 to {MAX_ALBUM} files.")
    if any(len(each.content) > MAX_SENT_BY_PEOPLE for each in files):
        raise SandboxError("A file holds at most 2 GB.")
    shared = {**_reply(chat, reply_to), **({"media_group_id": new_album_id()} if len(files) > 1 else {})}
    try:
        contents = [{**shared, **world.add_file(each, kind).as_content(kind)} for each in files]
    except ApiError as refusal:
        raise SandboxError(f"The file can't be sent: {refusal.description}.") from refusal
    if caption.strip():
        contents[0].update(_text("caption", "caption_entities", caption))
    return [receive(world, account, chat, each) for each in contents]


def press(world: World, person_id: int, message_id: int, text: str, chat_id: int | None) -> str:
    """Tap the inline button with this text, or the only one that contains it."""
    _, chat = acting(world, person_id, chat_id)
    buttons = _inline_buttons(chat, message_id)
    exact = [each for each in buttons if each["text"] == text]
    found = exact[:1] or [each for each in buttons if text in each["text"]]
    if len(found) != 1:
        shown = ", ".join(each["text"] for each in buttons) or "none"
        number = "Several buttons contain" if found else "No button contains"
        raise SandboxError(f"{number} “{text}”; shown are: {shown}.")
    return _tap(world, person_id, chat, message_id, found[0])


def press_at(world: World, person_id: int, message_id: int, row: int, column: int, chat_id: int | None) -> str:
    """Tap the inline button at this place, counted from 0."""
    _, chat = acting(world, person_id, chat_id)
    _inline_buttons(chat, message_id)
    rows = chat.messages[message_id]["reply_markup"]["inline_keyboard"]
    if not (0 <= row < len(rows) and 0 <= column < len(rows[row])):
        raise SandboxError("There is no button at this place any more.")
    return _tap(world, person_id, chat, message_id, rows[row][column])


def forge(world: World, person_id: int, message_id: int, data: str, chat_id: int | None) -> str:
    """Send any callback data for a message of the bot, as a modified client can."""
    account, chat = acting(world, person_id, chat_id)
    if message_id not in chat.messages:
        raise SandboxError("There is no such message in this chat.")
    query = Query(new_query_id(), person_id, chat.id, message_id, world.clock())
    world.queries.add(query)
    world.records.query_changed(query)
    asked = {"id": query.id, "from": account.person.as_user(), "chat_instance": str(chat.id * 7919), "data": data}
    if world.queue.put("callback_query", {**asked, **_tapped(world, chat, message_id)}, person_id) is not None:
        world.books.tap(chat.id)
    return query.id


def _tapped(world: World, chat: Chat, message_id: int) -> Json:
    """Return how the bot is told which message was tapped: of one sent via it, it learns neither text nor chat."""
    message = chat.messages[message_id]
    if "via_bot" in message:
        return {"inline_message_id": inline_message_id(world, chat.id, message_id)}
    return {"message": message}


def set_blocked(world: World, person_id: int, *, blocked: bool) -> None:
    """Stop the bot, or let it write again; doing so twice changes nothing."""
    account = world.people.get(person_id)
    if account.blocked == blocked:
        return
    account.blocked = blocked
    world.records.account_changed(account)
    world.events.publish("people")
    member, kicked = {"status": "member"}, {"status": "kicked", "until_date": 0}
    bot = {"user": world.bot_user()}
    body = {
        "chat": world.describe(world.chat(person_id)),
        "from": account.person.as_user(),
        "date": int(world.clock()),
        "old_chat_member": {**(member if blocked else kicked), **bot},
        "new_chat_member": {**(kicked if blocked else member), **bot},
    }
    world.queue.put("my_chat_member", body, person_id)


def deactivate(world: World, person_id: int) -> None:
    """Delete a person's account; the bot is not told."""
    account = world.people.get(person_id)
    account.deactivated = True
    world.records.account_changed(account)
    world.events.publish("people")


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
    """Privacy mode: in groups a bot that is no admin reads commands for it and replies to it."""
    if not chat.bot_is_member:
        return False
    if chat.bot_is_admin or not world.privacy:
        return True
    if "via_bot" in message or message.get("reply_to_message", {}).get("from", {}).get("id") == world.bot_id:
        return True
    command, _, name = str(message.get("text", "")).partition(" ")[0].partition("@")
    return command.startswith("/") and name.lower() in ("", world.username.lower())


def writing(world: World, person_id: int, chat_id: int | None, *, starts: bool = False) -> tuple[Account, Chat]:
    """Return the person and the chat, if the person can write into it."""
    account, chat = acting(world, person_id, chat_id)
    if not chat.is_group and not account.started and not starts:
        raise SandboxError(f"{account.person.name} has not opened the bot yet: only START can be pressed.")
    return account, chat


def acting(world: World, person_id: int, chat_id: int | None) -> tuple[Account, Chat]:
    """Return the person and the chat, if the person can act in it."""
    account = world.people.get(person_id)
    if account.deactivated:
        raise SandboxError(f"{account.person.name} has deleted their account.")
    chat = world.chat(person_id if chat_id is None else chat_id)
    if person_id not in chat.members:
        raise SandboxError(f"{account.person.name} is not in this chat.")
    if chat.migrated_to is not None:
        raise SandboxError("This group has become a supergroup; write there.")
    if account.blocked and not chat.is_group:
        raise SandboxError(f"{account.person.name} has stopped the bot and must let it write again first.")
    return account, chat


def _inline_buttons(chat: Chat, message_id: int) -> list[Json]:
    message = chat.messages.get(message_id)
    if message is None:
        raise SandboxError("There is no such message in this chat.")
    rows = message.get("reply_markup", {}).get("inline_keyboard", ())
    if not rows:
        raise SandboxError("This message has no buttons.")
    return [button for row in rows for button in row]


def _tap(world: World, person_id: int, chat: Chat, message_id: int, button: Json) -> str:
    if "callback_data" not in button:
        raise SandboxError(f"The button “{button['text']}” is handled by the client; the bot is not told.")
    return forge(world, person_id, message_id, button["callback_data"], chat.id)


def _use_up_keyboard(world: World, chat: Chat, text: str) -> None:
    keyboard = chat.keyboard or {}
    if not keyboard.get("one_time_keyboard"):
        return
    if any(button["text"] == text for row in keyboard["keyboard"] for button in row):
        timeline.show_keyboard(world, chat, None, None)


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
