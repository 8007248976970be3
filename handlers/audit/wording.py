"""Words for what an entry keeps: the names of its values, and those values that are words of the code."""

from functools import cache

from handlers.frame import texts
from handlers.frame.views.reader import Reader

WITH_STATES = frozenset({"advisory", "honour", "review"})
YES_OR_NO = {"true": "audit-value-yes", "false": "audit-value-no"}


@cache
def known() -> frozenset[str]:
    """Give the keys of all texts."""
    return frozenset(texts.every_key())


def value_name(reader: Reader, name: str) -> str:
    """Name a value that an entry keeps; one of an older version is called as it was written."""
    key = f"audit-key-{_in_key(name)}"
    return reader.label(key) if key in known() else name


def value(reader: Reader, subject: str, name: str, kept: str) -> str | None:
    """Say a value that is a word of the code; None for whatever was typed or counted."""
    if kept in YES_OR_NO:
        return reader.label(YES_OR_NO[kept])
    if name == "state" and subject in WITH_STATES:
        key = f"audit-state-{_in_key(kept)}"
    else:
        key = _called(subject, name, _in_key(kept))
    return reader.label(key) if key in known() else None


def _called(subject: str, name: str, kept: str) -> str:
    """Give the key of the text by which other pages call a value."""
    match subject, name:
        case "advisory", "answer":
            return f"advisory-answer-{kept}"
        case "digest", "rhythm":
            return f"digest-name-{kept}"
        case "incident", "answer":
            return f"answer-said-{kept}"
        case "incident", "field":
            return f"paper-field-{kept}"
        case "lesson", "part":
            return f"lesson-name-{kept}"
        case "lesson", "sector":
            return f"sector-{kept}"
        case "lesson", "verdict":
            return f"lesson-verdict-{kept}"
        case "review", "part":
            return f"review-name-{kept}"
    return ""


def _in_key(word: str) -> str:
    return word.replace("_", "-")
