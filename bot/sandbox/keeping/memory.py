"""What was kept of a world, read back from its store."""

from dataclasses import dataclass
from typing import Any

from bot.sandbox.keeping.store import Store
from bot.sandbox.state.chats import Chat
from bot.sandbox.state.crowd import PlannedTap
from bot.sandbox.state.files import StoredFile
from bot.sandbox.state.people import Account
from bot.sandbox.state.queries import Query
from bot.sandbox.traffic.updates import QueuedUpdate

Json = dict[str, Any]


@dataclass(frozen=True)
class Kept:
    """Everything that a store holds; messages, updates and queries come oldest first.

    A message is {"message": …, "edits": …}. `bot` is what `World.as_record` gave, or None for a new store.
    """

    accounts: list[Account]
    chats: list[Chat]
    messages: list[Json]
    updates: list[QueuedUpdate]
    queries: list[Query]
    plans: list[PlannedTap]
    files: list[tuple[StoredFile, bytes]]
    bot: Json | None


def read_back(store: Store) -> Kept:
    """Read everything that was kept."""
    facts: dict[str, list[Json]] = {}
    for kind, body in store.load():
        facts.setdefault(kind, []).append(body)
    return Kept(
        accounts=[Account.from_record(body) for body in facts.get("person", ())],
        chats=[Chat.from_record(body) for body in facts.get("chat", ())],
        messages=sorted(facts.get("message", ()), key=lambda body: int(body["message"]["message_id"])),
        updates=sorted((QueuedUpdate(**body) for body in facts.get("update", ())), key=lambda entry: entry.id),
        queries=sorted((Query(**body) for body in facts.get("query", ())), key=lambda query: query.asked_at),
        plans=[PlannedTap(**body) for body in facts.get("plan", ())],
        files=[(StoredFile(**body), store.load_content(body["file_id"])) for body in facts.get("file", ())],
        bot=next(iter(facts.get("bot", ())), None),
    )
