"""Words by which people say that there is nothing to say."""

from services.notation.spelling import search_key

# As search keys.
WORDS_OF_NOTHING = frozenset(
    {"khong", "khong co", "khong ro", "khong biet", "chua", "chua co", "chua ro", "chua biet", "n a", "no", "none"}
)


def says_nothing(text: str) -> bool:
    """Tell whether a text says no more than that there is nothing, or that it is not known; a lone sign is none."""
    key = search_key(text)
    return not key or key in WORDS_OF_NOTHING
