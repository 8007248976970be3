"""Queries that wait for the bot's answer: taps on inline buttons, and inline queries."""

import secrets
from collections import deque
from dataclasses import asdict, dataclass
from typing import Any

Json = dict[str, Any]
ANSWER_WINDOW = 15.0


@dataclass
class Query:
    """One tap or inline query. `answer` is what the bot answered, None until then."""

    id: str
    person_id: int
    chat_id: int
    message_id: int
    asked_at: float
    kind: str = "callback"
    text: str = ""
    offset: str = ""
    answer: Json | None = None
    is_over: bool = False

    def as_record(self) -> Json:
        """Return what is kept over a restart."""
        return asdict(self)


class Queries:
    """Every query by id. Each takes one answer, within `ANSWER_WINDOW` seconds."""

    def __init__(self) -> None:
        self.known: dict[str, Query] = {}
        self._waiting: deque[Query] = deque()

    def add(self, query: Query) -> Query:
        """Wait for the answer to a query."""
        self.known[query.id] = query
        self._waiting.append(query)
        return query

    def open(self, query_id: str, kind: str, now: float) -> Query | None:
        """Return the query if it may still be answered."""
        query = self.known.get(query_id)
        if query is None or query.kind != kind or query.is_over or now - query.asked_at > ANSWER_WINDOW:
            return None
        return query

    def end_overdue(self, now: float) -> list[Query]:
        """End the queries whose window has passed without an answer, and return them."""
        ended = []
        while self._waiting and (self._waiting[0].is_over or now - self._waiting[0].asked_at > ANSWER_WINDOW):
            query = self._waiting.popleft()
            if not query.is_over:
                query.is_over = True
                ended.append(query)
        return ended


def new_query_id() -> str:
    """Return an id like Telegram's: many digits."""
    return str(secrets.randbits(62))
