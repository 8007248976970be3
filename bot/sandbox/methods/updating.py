"""How the bot gets its updates by asking."""

from typing import TYPE_CHECKING, Annotated, Any

from bot.sandbox.errors import ApiError
from bot.sandbox.methods.registry import method
from bot.sandbox.parameters import Clamp

if TYPE_CHECKING:
    from bot.sandbox.world import World

Json = dict[str, Any]


@method("getUpdates")
async def get_updates(
    world: "World",
    *,
    offset: int = 0,
    limit: Annotated[int, Clamp(1, 100)] = 100,
    timeout: Annotated[int, Clamp(0, 50)] = 0,
    allowed_updates: list[str] | None = None,
) -> list[Json]:
    """Hand over the oldest updates, after forgetting what the offset confirms."""
    if world.webhook.url:
        raise ApiError(
            409,
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete"
            " the webhook first",
        )
    if allowed_updates is not None:
        world.queue.allow(allowed_updates)
    return world.faults.twist(world.queue, await world.queue.poll(offset, limit, timeout))
