"""What Telegram remembers of the answers to inline queries."""

from typing import Any

from bot.sandbox.state.queries import Query

Json = dict[str, Any]


class InlineCache:
    """Answers that Telegram gives again without asking the bot: to everybody, or to the same person only."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int | None, str, str], tuple[float, Json]] = {}

    def keep(self, query: Query, until: float, *, is_personal: bool) -> None:
        """Give a query's answer again until then."""
        if query.answer is not None:
            owner = query.person_id if is_personal else None
            self._kept[owner, query.text, query.offset] = (until, query.answer)

    def find(self, person_id: int, text: str, offset: str, now: float) -> Json | None:
        """Return the answer that this person is given without asking the bot."""
        for owner in (person_id, None):
            until, answer = self._kept.get((owner, text, offset), (0.0, {}))
            if until > now:
                return answer
        return None
