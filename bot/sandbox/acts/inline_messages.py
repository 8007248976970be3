"""Messages that people sent via the bot: the names by which it edits them, wherever they stand."""

import base64
import hashlib
import hmac
import struct
from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.state.chats import Chat
from bot.sandbox.world import World

Json = dict[str, Any]
PLACE = struct.Struct(">qq")
MARK_BYTES = 8


def inline_message_id(world: World, chat_id: int, message_id: int) -> str:
    """Return a message's name: its place, with a mark made of the token so that the bot can't invent names."""
    place = PLACE.pack(chat_id, message_id)
    return base64.urlsafe_b64encode(place + _mark(world, place)).decode().rstrip("=")


def find_message(world: World, name: str) -> tuple[Chat, Json]:
    """Return the chat and the message of such a name; raises the 400 for one that does not exist."""
    try:
        read = base64.b64decode(name + "=" * (-len(name) % 4), altchars=b"-_", validate=True)
    except ValueError:
        read = b""
    place, mark = read[: PLACE.size], read[PLACE.size :]
    if not hmac.compare_digest(mark, _mark(world, place)):
        raise bad_request("invalid inline message identifier specified")
    chat_id, message_id = PLACE.unpack(place)
    chat = world.chats.get(chat_id)
    message = chat.messages.get(message_id) if chat else None
    if chat is None or message is None or "via_bot" not in message:
        raise bad_request("MESSAGE_ID_INVALID")
    return chat, message


def _mark(world: World, place: bytes) -> bytes:
    return hmac.digest(world.token.encode(), place, hashlib.sha256)[:MARK_BYTES]
