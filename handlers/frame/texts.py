"""The words, in each wing a file for each language: `*.vi.ftl` is the original, `*.en.ftl` is complete.

What a person typed is escaped only here.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Pattern
from fluent.syntax import ast
from markupsafe import Markup, escape

from models.people import Language

Value = str | int | float


class MissingText(LookupError):
    """A text, or a value that it needs, is missing: a mistake of ours that no person should meet."""


@lru_cache
def bundle(language: Language) -> FluentBundle:
    """Read the texts of a language once."""
    # Isolation marks would stand around every value, and Telegram shows some of them.
    read = FluentBundle([language.value], use_isolating=False)
    for resource in _resources(language):
        read.add_resource(resource)
    return read


@lru_cache
def every_key() -> Sequence[str]:
    """List the keys of all texts; both languages hold the same."""
    entries = [entry for resource in _resources(Language.VIETNAMESE) for entry in resource.body]
    return [entry.id.name for entry in entries if isinstance(entry, ast.Message)]


@lru_cache
def _resources(language: Language) -> Sequence[ast.Resource]:
    files = sorted(Path(__file__).parents[1].glob(f"*/*.{language}.ftl"))
    return [FluentResource(file.read_text("utf-8")) for file in files]


def pattern(language: Language, key: str) -> Pattern:
    """Give a text as it is written, with the places of its values; raises MissingText."""
    read = bundle(language)
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
    text, errors = bundle(language).format_pattern(written, plain)
    if errors:
        raise MissingText(key, errors)
    return str(text)
