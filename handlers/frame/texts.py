"""The words, in each wing a file for each language: `*.vi.ftl` is the original, `*.en.ftl` is complete.

What a person typed is escaped only here.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Pattern
from markupsafe import Markup, escape

from models.people import Language

Value = str | int | float
# An entry goes on to the next line that is neither indented nor empty nor its closing brace.
ENTRY = re.compile(r"^-?[a-zA-Z].*(?:\n(?:[ }].*|(?=\n|\Z)))*", re.MULTILINE)
KEY = re.compile(r"[a-zA-Z][\w-]*")


class MissingText(LookupError):
    """A text, or a value that it needs, is missing: a mistake of ours that no person should meet."""


@dataclass(frozen=True)
class _Written:
    """The texts of a language: their source by key, and those of them that were wanted so far."""

    sources: Mapping[str, str]
    read: FluentBundle


@lru_cache
def _written(language: Language) -> _Written:
    """Find where each text begins; reading all of them would make every start a second longer."""
    # Isolation marks would stand around every value, and Telegram shows some of them.
    read = FluentBundle([language.value], use_isolating=False)
    sources = {}
    for file in sorted(Path(__file__).parents[1].glob(f"*/*.{language}.ftl")):
        for entry in ENTRY.findall(file.read_text("utf-8")):
            key = KEY.match(entry)
            if key:
                sources[key[0]] = entry
            else:
                # A part of other texts stands ready for them.
                read.add_resource(FluentResource(entry))
    return _Written(sources, read)


@lru_cache
def every_key() -> Sequence[str]:
    """List the keys of all texts; both languages hold the same."""
    return tuple(_written(Language.VIETNAMESE).sources)


def pattern(language: Language, key: str) -> Pattern:
    """Give a text as it is written, with the places of its values; raises MissingText."""
    sources, read = _written(language).sources, _written(language).read
    if key in sources and not read.has_message(key):
        read.add_resource(FluentResource(sources[key]))
    written = read.get_message(key).value if read.has_message(key) else None
    if written is None:
        raise MissingText(key)
    return written


def say(language: Language, key: str, /, **values: Value) -> Markup:
    """Make a text of a message in Telegram's HTML; every string value is escaped unless it is Markup."""
    safe = {name: escape(value) if isinstance(value, str) else value for name, value in values.items()}
    return Markup(_format(language, key, safe))  # noqa: S704 - the texts are ours and the values escaped above


def label(language: Language, key: str, /, **values: Value) -> str:
    """Make a text without HTML: a button, the answer to a tap, a command's description."""
    return _format(language, key, values)


def _format(language: Language, key: str, values: Mapping[str, Value]) -> str:
    written = pattern(language, key)
    # Fluent keeps its own types for numbers; a Markup must reach it as a plain string.
    plain = {name: str(value) if isinstance(value, str) else value for name, value in values.items()}
    text, errors = _written(language).read.format_pattern(written, plain)
    if errors:
        raise MissingText(key, errors)
    return str(text)
