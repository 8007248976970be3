"""Acting as people: what the page sends when somebody writes, taps, uploads or moves in a group."""

from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request

from bot.sandbox.acts import channels, groups, inline, standing, tapping, writing
from bot.sandbox.errors import SandboxError
from bot.sandbox.state.files import PREFIXES
from bot.sandbox.web.fields import may, need, need_number, person_of, read_body, read_file
from bot.sandbox.world import World

Json = dict[str, Any]


async def say(world: World, request: Request) -> Json:
    """Write a message."""
    body = await read_body(request)
    text, chat_id = need(body, "text", str), may(body, "chat_id", int)
    reply_to, thread_id = may(body, "reply_to", int), may(body, "thread_id", int)
    return {"message_id": writing.say(world, person_of(request), text, chat_id, reply_to, thread_id)}


async def press(world: World, request: Request) -> Json:
    """Tap the inline button at a row and column, counted from 0."""
    body = await read_body(request)
    message_id, row, column = (need(body, name, int) for name in ("message_id", "row", "column"))
    chat_id = may(body, "chat_id", int)
    return {"query_id": tapping.press_at(world, person_of(request), message_id, row, column, chat_id)}


async def forge(world: World, request: Request) -> Json:
    """Send any callback data."""
    body = await read_body(request)
    message_id, data = need(body, "message_id", int), need(body, "data", str)
    return {"query_id": tapping.forge(world, person_of(request), message_id, data, may(body, "chat_id", int))}


async def share_contact(world: World, request: Request) -> Json:
    """Share the phone number, or somebody else's card."""
    body = await read_body(request)
    return {"message_id": writing.share_contact(world, person_of(request), may(body, "of", int))}


async def upload(world: World, request: Request) -> Json:
    """Send files of one kind; several are an album."""
    async with request.form() as form:
        files = [await read_file(each) for each in form.getlist("file") if isinstance(each, UploadFile)]
        wanted, caption = str(form.get("kind") or ""), str(form.get("caption") or "")
        kind = wanted if wanted in PREFIXES else "document"
        numbers = {name: str(form.get(name) or "") for name in ("chat_id", "reply_to", "thread_id")}
    if not files:
        raise SandboxError("A file is needed.")
    where = [int(each) if each.lstrip("-").isdigit() else None for each in numbers.values()]
    return {"message_ids": writing.upload(world, person_of(request), files, kind, caption, *where)}


async def share_place(world: World, request: Request) -> Json:
    """Send a place on the map."""
    body = await read_body(request)
    place = [need_number(body, name) for name in ("latitude", "longitude")]
    where = [may(body, name, int) for name in ("chat_id", "reply_to", "thread_id")]
    return {"message_id": writing.share_place(world, person_of(request), place[0], place[1], *where)}


async def edit(world: World, request: Request) -> Json:
    """Give one's own message other words."""
    body = await read_body(request)
    message_id, text = need(body, "message_id", int), need(body, "text", str)
    writing.edit(world, person_of(request), message_id, text, may(body, "chat_id", int))
    return {"message_id": message_id}


async def start(world: World, request: Request) -> Json:
    """Open the bot by its link and press START."""
    body = await read_body(request)
    return {"message_id": writing.open_link(world, person_of(request), may(body, "payload", str) or "")}


async def start_in_group(world: World, request: Request) -> Json:
    """Open the bot by its startgroup link in a group."""
    body = await read_body(request)
    chat_id, payload = need(body, "chat_id", int), may(body, "payload", str) or ""
    as_admin = bool(may(body, "as_admin", bool))
    return {"message_id": groups.open_link(world, person_of(request), chat_id, payload, as_admin=as_admin)}


async def found_group(world: World, request: Request) -> Json:
    """Found a group of this person and others; the bot is in it only if asked for."""
    body = await read_body(request)
    title, others = need(body, "title", str), [each for each in need(body, "members", list) if isinstance(each, int)]
    with_bot = bool(may(body, "with_bot", bool))
    return {"chat_id": groups.create(world, title, [person_of(request), *others], with_bot=with_bot)}


async def found_channel(world: World, request: Request) -> Json:
    """Found a channel of this person; the bot runs it with them only if asked for."""
    body, person_id = await read_body(request), person_of(request)
    chat_id = channels.create(world, need(body, "title", str), person_id)
    if may(body, "with_bot", bool):
        channels.appoint_bot(world, chat_id, person_id, lacks=[])
    return {"chat_id": chat_id}


async def move_bot_of_channel(world: World, request: Request) -> Json:
    """Make the bot one of those who run a channel, without the rights that it lacks, or put it out."""
    body, person_id = await read_body(request), person_of(request)
    chat_id, admin = need(body, "chat_id", int), need(body, "admin", bool)
    if admin:
        lacks = [str(each) for each in may(body, "lacks", list) or []]
        channels.appoint_bot(world, chat_id, person_id, lacks=lacks)
    else:
        channels.put_bot_out(world, chat_id, person_id)
    return {"admin": admin}


async def change_members(world: World, request: Request) -> Json:
    """Add people to a group, or take one out. Whoever takes themselves out leaves the group."""
    body, person_id = await read_body(request), person_of(request)
    chat_id = need(body, "chat_id", int)
    for each in may(body, "add", list) or []:
        groups.add_member(world, chat_id, each, person_id)
    if (removed := may(body, "remove", int)) is not None:
        groups.remove_member(world, chat_id, removed, person_id)
    return {"members": world.members(chat_id)}


async def move_bot(world: World, request: Request) -> Json:
    """Put the bot into a group, or out of it."""
    body = await read_body(request)
    chat_id, present = need(body, "chat_id", int), need(body, "present", bool)
    (groups.add_bot if present else groups.kick_bot)(world, chat_id, person_of(request))
    return {"present": present}


async def ask_inline(world: World, request: Request) -> Json:
    """Type an inline query; the results come as an event."""
    body = await read_body(request)
    query, offset = need(body, "query", str), may(body, "offset", str) or ""
    return {"query_id": inline.ask(world, person_of(request), query, offset, may(body, "chat_id", int))}


async def choose_inline(world: World, request: Request) -> Json:
    """Send one of an inline query's results."""
    body = await read_body(request)
    query_id, result_id = need(body, "query_id", str), need(body, "result_id", str)
    chat_id = may(body, "chat_id", int)
    return {"message_id": inline.choose(world, person_of(request), query_id, result_id, chat_id)}


async def block(world: World, request: Request) -> Json:
    """Stop the bot."""
    standing.set_blocked(world, person_of(request), blocked=True)
    return {"blocked": True}


async def unblock(world: World, request: Request) -> Json:
    """Let the bot write again."""
    standing.set_blocked(world, person_of(request), blocked=False)
    return {"blocked": False}
