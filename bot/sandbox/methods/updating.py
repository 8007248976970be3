"""How the bot gets its updates: by asking, or pushed to its webhook."""

import re
from typing import Annotated, Any
from urllib.parse import urlsplit

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.methods.parameters import Clamp
from bot.sandbox.methods.registry import method
from bot.sandbox.traffic.webhook import WebhookInfo
from bot.sandbox.world import World

Json = dict[str, Any]
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
LOOPBACK = ("127.0.0.1", "localhost", "::1")
WEBHOOK_IS_SET = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


@method("getUpdates")
async def get_updates(
    world: World,
    *,
    offset: int = 0,
    limit: Annotated[int, Clamp(1, 100)] = 100,
    timeout: Annotated[int, Clamp(0, 50)] = 0,
    allowed_updates: list[str] | None = None,
) -> list[Json]:
    """Hand over the oldest updates, after forgetting what the offset confirms."""
    if world.webhook.url:
        raise ApiError(409, WEBHOOK_IS_SET)
    if allowed_updates is not None:
        world.queue.allow(allowed_updates)
    return world.faults.twist(world.queue, await world.queue.poll(offset, limit, timeout))


@method("setWebhook")
def set_webhook(
    world: World,
    *,
    url: str = "",
    secret_token: str = "",
    max_connections: Annotated[int, Clamp(1, 100)] = 40,
    allowed_updates: list[str] | None = None,
    drop_pending_updates: bool = False,
) -> bool:
    """Push updates to this address of this machine from now on. An empty address ends it."""
    if url and urlsplit(url).hostname not in LOOPBACK:
        raise bad_request("bad webhook: the sandbox pushes to this machine only")
    if url and urlsplit(url).scheme not in ("http", "https"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if secret_token and not SECRET.fullmatch(secret_token):
        raise bad_request("secret token contains unallowed characters")
    if allowed_updates is not None:
        world.queue.allow(allowed_updates)
    if drop_pending_updates:
        world.queue.clear()
    if url:
        world.queue.interrupt()
    world.pusher.point_to(WebhookInfo(url, secret_token, max_connections))
    world.records.profile_changed()
    return True


@method("deleteWebhook")
def delete_webhook(world: World, *, drop_pending_updates: bool = False) -> bool:
    """Stop pushing: updates wait for getUpdates."""
    return set_webhook(world, drop_pending_updates=drop_pending_updates)


@method("getWebhookInfo")
def get_webhook_info(world: World) -> Json:
    """Return where updates are pushed to, and how that goes."""
    webhook, allowed = world.webhook, world.queue.allowed
    info: Json = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": world.pending_updates,
    }
    if webhook.url:
        info["max_connections"] = webhook.max_connections
    if webhook.last_error_date:
        info["last_error_date"] = webhook.last_error_date
        info["last_error_message"] = webhook.last_error_message
    if allowed is not None:
        info["allowed_updates"] = sorted(allowed)
    return info
