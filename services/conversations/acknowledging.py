"""Bare acknowledgements, "ok" and "đã rõ": they are kept, and nobody is called for them."""

import re

from services.notation.spelling import search_key

# Without tones and marks: "đã rõ" and "dạ, rõ ạ" alike.
_CORE = (
    "ok|oke|okie|okay|da|vang|uh|ro|nhan|nhan tin|biet|hieu|cam on"
    "|yes|roger|copy|noted|received|understood|got it|thanks|thank you"
)
_POLITE = "a|anh|chi|em|nhe|nha|roi|cac anh|quy co quan"
_WORDS = re.compile(rf"(?:(?:{_POLITE}) )*(?:{_CORE})(?: (?:{_CORE}|{_POLITE}))*")
_SIGNS = re.compile(r"[👍👌🙏🫡✅✔\ufe0f\U0001f3fb-\U0001f3ff\s]+")


def is_bare(text: str) -> bool:
    """Tell whether words only say that something was read or understood; a question never does."""
    if "?" in text:
        return False
    signs = _SIGNS.fullmatch(text) is not None
    return signs or _WORDS.fullmatch(search_key(text)) is not None
