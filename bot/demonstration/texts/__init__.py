"""The words of the demonstration: `vi.ftl` is the original, `en.ftl` is complete."""

from functools import lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource


class MissingWords(LookupError):
    """A text, or a value that it needs, is missing."""


def words(language: str, key: str, /, **values: str | int) -> str:
    """Make a text in a language ("vi" or "en"); raises MissingWords."""
    bundle = _bundle(language)
    pattern = bundle.get_message(key).value if bundle.has_message(key) else None
    if pattern is None:
        raise MissingWords(key)
    text, errors = bundle.format_pattern(pattern, values)
    if errors:
        raise MissingWords(key, errors)
    return str(text)


@lru_cache
def _bundle(language: str) -> FluentBundle:
    read = FluentBundle([language], use_isolating=False)
    read.add_resource(FluentResource((Path(__file__).parent / f"{language}.ftl").read_text("utf-8")))
    return read
