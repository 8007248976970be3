"""Time that passes: moving the clock, and doing what is due by it."""

from typing import Any

from bot.sandbox.acts import inline, tapping
from bot.sandbox.errors import SandboxError
from bot.sandbox.state.crowd import PlannedTap, choose
from bot.sandbox.world import World

Json = dict[str, Any]


def show_clock(world: World) -> Json:
    """Return the sandbox's time, and how far it is ahead of the machine's."""
    return {"now": world.clock(), "offset": getattr(world.clock, "offset", 0.0)}


def advance(world: World, seconds: float) -> None:
    """Move the clock forward, if it is one that can be moved, and do what has become due."""
    move = getattr(world.clock, "advance", None)
    if move is None:
        raise SandboxError("This clock can't be moved.")
    move(seconds)
    world.records.profile_changed()
    run_due(world)
    world.events.publish("clock", **show_clock(world))


def run_due(world: World) -> None:
    """Do all that is due by the clock: what expires, what the crowd does, what is pushed again, what is kept."""
    now = world.clock()
    world.queue.expire()
    for query in world.queries.end_overdue(now):
        world.records.query_changed(query)
        if query.kind == "inline":
            inline.give_up(world, query)
        else:
            world.publish_answer(query, {"text": "", "show_alert": False, "expired": True})
    while plan := world.crowd.take_due(now):
        world.records.plan_changed(plan)
        _play(world, plan)
    world.pusher.retry(now)
    world.store.flush()


def _play(world: World, plan: PlannedTap) -> None:
    """Tap as somebody planned, if they still can and the message still offers it."""
    account = world.people.get(plan.person_id)
    message = world.chat(plan.person_id).messages.get(plan.message_id)
    data = choose(account, message) if message else None
    if data is None or account.blocked or account.deactivated:
        return
    tapping.forge(world, plan.person_id, plan.message_id, data, None)
    world.counters["crowd_taps"] += 1
