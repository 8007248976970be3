"""Taps that share a commit: what several people leave in their turns is stored by one call."""

from collections.abc import Sequence
from typing import Any

from handlers.frame.context import Store, Turn
from services.ground.refusals import Refusal


async def store_left(turns: Sequence[Turn]) -> None:
    """Store what was left in the turns of one transaction; a Refusal becomes the turn's failure."""
    leaving: dict[Store[Any], list[Turn]] = {}
    for turn in turns:
        if turn.left is not None and turn.failure is None:
            leaving.setdefault(turn.left.store, []).append(turn)
    for store, those in leaving.items():
        outcomes = await store(those[0].session, [turn.left.what for turn in those if turn.left], those[0].now)
        for turn, outcome in zip(those, outcomes, strict=True):
            if isinstance(outcome, Refusal):
                turn.failure = outcome
