"""The record of the bot's calls."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Call:
    """One call of the bot: when, what, to whom, and "ok" or what it got instead."""

    at: float
    method: str
    chat_id: int | None
    outcome: str
