"""What buttons carry: the whole vocabulary of `callback_data`, 64 bytes each at most. They prove nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, ClassVar, Self, get_type_hints

from services.ground.refusals import Refusal

LONGEST = 64
# The database keeps numbers of 64 bits.
LARGEST = 2**63 - 1
MOST_DIGITS = 18


class TapUnreadable(Refusal):
    """The button's data is not ours, or of an older version."""


@dataclass(frozen=True)
class Tap:
    """A button's data: a word that names it, then its fields."""

    word: ClassVar[str]

    def pack(self) -> str:
        """Write the tap down; raises ValueError past 64 bytes."""
        parts = [self.word, *(str(getattr(self, one.name)) for one in fields(self))]
        data = ":".join(parts)
        if len(data.encode()) > LONGEST:
            raise ValueError(f"a button cannot carry {data!r}")
        return data

    @classmethod
    def unpack(cls, data: str) -> Self:
        """Read a tap; raises TapUnreadable for anything that `pack` did not write."""
        word, *values = data.split(":")
        kinds = cls._kinds()
        if word != cls.word or len(values) != len(kinds):
            raise TapUnreadable
        try:
            read: dict[str, Any] = {
                name: _read(kind, value) for (name, kind), value in zip(kinds.items(), values, strict=True)
            }
            tap = cls(**read)
            written = tap.pack()
        except ValueError as error:
            raise TapUnreadable from error
        if written != data:
            raise TapUnreadable
        return tap

    @classmethod
    @cache
    def _kinds(cls) -> Mapping[str, Callable[[str], Any]]:
        """Tell what each field is."""
        hints = get_type_hints(cls)
        return {one.name: hints[one.name] for one in fields(cls)}

    @classmethod
    def pattern(cls) -> str:
        """Match this tap's data and no other's."""
        return f"^{cls.word}(:|$)"


def _read(kind: Callable[[str], Any], value: str) -> Any:
    """Read a field; raises ValueError for what is none of its kind, or a number that no row can have."""
    read = kind(value)
    if isinstance(read, int) and abs(read) > LARGEST:
        raise ValueError(f"a number beyond 64 bits: {value}")
    return read


def number_of(value: str) -> int:
    """Read a number that a button carries among its words; raises TapUnreadable for what is none of ours."""
    if not (value.isascii() and value.isdecimal()) or len(value) > MOST_DIGITS:
        raise TapUnreadable
    return int(value)


@dataclass(frozen=True)
class MenuTap(Tap):
    """A button of the main menu; `entry` is a room of the menu."""

    word: ClassVar[str] = "m"
    entry: str


@dataclass(frozen=True)
class DialogueTap(Tap):
    """A button of a dialogue: `key` is the draft's, so that older buttons are known as such."""

    word: ClassVar[str] = "d"
    key: str
    verb: str
    value: str = ""
