"""What of the world is kept, and how it is read back."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bot.sandbox.chats import Chat
from bot.sandbox.clock import SandboxClock
from bot.sandbox.crowd import Plan
from bot.sandbox.files import StoredFile
from bot.sandbox.people import Account
from bot.sandbox.queries import Query
from bot.sandbox.updates import Entry
from bot.sandbox.webhook import Webhook

if TYPE_CHECKING:
    from bot.sandbox.world import World

Json = dict[str, Any]


def describe_bot(world: "World") -> Json:
    """Return what is kept of the bot itself and of the counters of ids."""
    allowed = world.queue.allowed
    return {
        "profile": world.profile,
        "menus": world.menus.menus,
        "webhook": asdict(world.webhook),
        "allowed_updates": None if allowed is None else sorted(allowed),
        "next_update_id": world.queue.next_id,
        "next_message_id": world.next_message_id,
        "clock_offset": getattr(world.clock, "offset", 0.0),
    }


def recall(world: "World") -> None:
    """Read back everything that was kept."""
    facts: dict[str, list[Json]] = {}
    for kind, body in world.store.load():
        facts.setdefault(kind, []).append(body)
    for body in facts.get("person", ()):
        _recall_account(world, Account.from_record(body))
    for body in facts.get("chat", ()):
        world.chats[body["id"]] = Chat.from_record(body)
    for body in sorted(facts.get("message", ()), key=lambda each: int(each["message"]["message_id"])):
        _recall_message(world, body)
    for body in sorted(facts.get("update", ()), key=lambda each: int(each["update"]["update_id"])):
        world.queue.restore(Entry(**body))
    for body in sorted(facts.get("query", ()), key=lambda each: float(each["asked_at"])):
        world.queries.add(Query(**body))
    for body in facts.get("plan", ()):
        world.crowd.restore(Plan(**body))
    for body in facts.get("file", ()):
        world.files.restore(StoredFile(**body), world.store.load_content(body["file_id"]))
    for body in facts.get("bot", ()):
        _recall_bot(world, body)


def _recall_account(world: "World", account: Account) -> None:
    world.people.accounts[account.person.id] = account


def _recall_message(world: "World", body: Json) -> None:
    message = body["message"]
    chat = world.chat(message["chat"]["id"])
    chat.messages[message["message_id"]] = message
    if body["edits"]:
        chat.edits[message["message_id"]] = body["edits"]


def _recall_bot(world: "World", body: Json) -> None:
    world.profile = body["profile"]
    world.menus.menus = body["menus"]
    world.pusher.point_to(Webhook(**body["webhook"]))
    if body["allowed_updates"] is not None:
        world.queue.allow(body["allowed_updates"])
    world.queue.next_id = body["next_update_id"]
    world.next_message_id = body["next_message_id"]
    if isinstance(world.clock, SandboxClock):
        # Messages of before carry its time: a clock that fell back would date the next ones earlier.
        world.clock.offset = max(world.clock.offset, body.get("clock_offset", 0.0))
