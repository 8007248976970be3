"""Running the world: its cast, the clock, faults, limits, and the books of the bot that somebody keeps."""

import json
from typing import Any

from starlette.requests import Request

from bot.sandbox.acts import passing_time
from bot.sandbox.errors import SandboxError
from bot.sandbox.state.books import BotReport
from bot.sandbox.state.people import TelegramUser
from bot.sandbox.traffic.faults import Fault
from bot.sandbox.traffic.limits import FloodLimits, FloodRate
from bot.sandbox.web.fields import need, read_body
from bot.sandbox.world import World

Json = dict[str, Any]


async def put_people(world: World, request: Request) -> Json:
    """Add people, or replace what is known of them."""
    try:
        given = json.loads(await request.body())
    except ValueError:
        raise SandboxError("The request's body is not JSON.") from None
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        raise SandboxError("A list of people is needed.")
    world.add_people([TelegramUser.from_dict(each) for each in given])
    return {"people": len(given)}


async def show_clock(world: World, _request: Request) -> Json:
    """Return the sandbox's time."""
    return passing_time.show_clock(world)


async def move_clock(world: World, request: Request) -> Json:
    """Move the clock forward, and do what has become due."""
    seconds = (await read_body(request)).get("advance")
    if not isinstance(seconds, (int, float)) or isinstance(seconds, bool) or seconds < 0:
        raise SandboxError("The field “advance” is needed, as a number of seconds, not below 0.")
    passing_time.advance(world, seconds)
    return passing_time.show_clock(world)


async def list_faults(world: World, _request: Request) -> list[Json]:
    """Return the active faults."""
    return world.faults.as_list()


async def add_fault(world: World, request: Request) -> list[Json]:
    """Let something go wrong."""
    body = await read_body(request)
    try:
        world.faults.add(Fault(**body))
    except TypeError:
        raise SandboxError("A fault has a kind, and may have a method, a chat_id, times and seconds.") from None
    return world.faults.as_list()


async def clear_faults(world: World, request: Request) -> list[Json]:
    """Let nothing go wrong any more, or nothing of the kind that is named."""
    world.faults.clear(request.query_params.get("kind"))
    return world.faults.as_list()


async def set_limits(world: World, request: Request) -> Json:
    """Let Telegram take so many messages a second in all, as it does from bots that pay for it."""
    body = await read_body(request)
    everywhere = need(body, "everywhere", int)
    if everywhere < 1:
        raise SandboxError("The field “everywhere” is needed, as a number of messages a second above 0.")
    world.limits = FloodLimits(everywhere=FloodRate(everywhere, everywhere))
    return {"everywhere": everywhere}


async def show_books(world: World, _request: Request) -> Json:
    """Return what people did, what the bot's side reports of it, and whether the two balance."""
    return world.books.as_json(world.counters["sent"])


async def put_books(world: World, request: Request) -> Json:
    """Take the report of whoever keeps the bot, and say whether somebody wants the bot killed."""
    wanted = world.books.take(BotReport.from_dict(await read_body(request)))
    # Between two reports the outcome changes with what is confirmed: what counts is what the page was told.
    if (outcome := world.books.news()) is not None:
        world.events.publish("books", **outcome)
    return {"kill": wanted}


async def kill_bot(world: World, _request: Request) -> Json:
    """Have the bot killed by whoever keeps it."""
    world.books.ask_to_kill()
    return {"state": "restarting"}
