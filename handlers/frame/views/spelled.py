"""Words that spell what stands on a button count as the tap on it, whatever their marks and signs."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from handlers.frame import texts
from handlers.frame.views.message import Button
from models.people import Language
from services.notation.spelling import search_key

T = TypeVar("T")
# A longer text is no button.
LONGEST = 60


def meant_by(typed: str, labels: Mapping[T, Sequence[str]]) -> T | None:
    """Tell which thing words name, in either language, by the keys of the labels of each."""
    wanted = _key(typed)
    for one, keys in labels.items():
        if wanted and wanted in {_key(texts.label(language, key)) for language in Language for key in keys}:
            return one
    return None


def spelled_button(typed: str, rows: Iterable[Sequence[Button]]) -> Button | None:
    """Find the one button that words spell, if there is one alone."""
    wanted = _key(typed)
    found = [one for row in rows for one in row if wanted and one.data and _key(one.text) == wanted]
    return found[0] if len(found) == 1 else None


def _key(text: str) -> str:
    """Give words in search spelling; a number is none, since "-5" is not "5"."""
    key = search_key(text) if len(text) <= LONGEST else ""
    return key if any(letter.isalpha() for letter in key) else ""
