"""What the founder of a group does on the page: the upgrade to a supergroup, topics, and the bot's rights."""

from typing import Any

from starlette.requests import Request

from bot.sandbox.acts import groups, topics
from bot.sandbox.errors import SandboxError
from bot.sandbox.web.fields import may, need, person_of, read_body
from bot.sandbox.world import World

Json = dict[str, Any]
DOINGS = ("close", "reopen", "delete")


async def upgrade(world: World, request: Request) -> Json:
    """Turn a group into a supergroup."""
    body = await read_body(request)
    return {"chat_id": groups.migrate(world, need(body, "chat_id", int))}


async def set_forum(world: World, request: Request) -> Json:
    """Turn a supergroup's topics on or off."""
    body = await read_body(request)
    on = need(body, "on", bool)
    topics.set_forum(world, person_of(request), need(body, "chat_id", int), on=on)
    return {"on": on}


async def set_rights(world: World, request: Request) -> Json:
    """Make the bot an administrator who lacks some rights, or a plain member."""
    body = await read_body(request)
    admin, lacks = need(body, "admin", bool), [str(each) for each in may(body, "lacks", list) or []]
    groups.set_rights(world, need(body, "chat_id", int), person_of(request), admin=admin, lacks=lacks)
    return {"admin": admin}


async def act_on_topic(world: World, request: Request) -> Json:
    """Close, reopen or delete a topic."""
    body = await read_body(request)
    does = need(body, "does", str)
    if does not in DOINGS:
        raise SandboxError(f"A topic can be told to {', '.join(DOINGS)}.")
    topics.act(world, person_of(request), need(body, "chat_id", int), need(body, "thread_id", int), does)
    return {"does": does}
