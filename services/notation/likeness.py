"""Whether a text is another one after a correction."""

from difflib import SequenceMatcher

ENOUGH = 0.5


def is_correction(text: str, *, of: str) -> bool:
    """Tell whether a text resembles another one, or a line of it, as what was corrected resembles what was typed."""
    return any(SequenceMatcher(None, text, before).ratio() >= ENOUGH for before in (of, *of.splitlines()))
