"""The rules that the schema cannot say, in words."""

from collections.abc import Iterable, Sequence

from handlers.frame.views.reader import Reader
from services.cap import reading, rules


def sentence(reader: Reader, rule: str) -> str:
    """Say what a rule asks for."""
    return reader.label(f"cap-rule-{rule}")


def broken_by(body: bytes, readers: Iterable[Reader]) -> Sequence[str]:
    """Say to each reader which rules a document breaks; nothing where it breaks none. Raises CapUnreadable."""
    broken = rules.broken(reading.read(body))
    return [sentence(reader, rule) for reader in readers for rule in broken]
