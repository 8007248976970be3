"""What deep links carry: a word and a value, 64 characters of A–Z a–z 0–9 _ - at most. They prove nothing."""

from dataclasses import dataclass
from enum import StrEnum


class LinkWord(StrEnum):
    """What a link leads to; the value after it is a token or an id."""

    INVITATION = "i"
    MEMBER = "m"
    TASK = "t"
    REGISTER = "r"
    GROUP = "g"
    OPERATIONS = "o"
    LESSON = "l"


@dataclass(frozen=True)
class Link:
    """One link's payload: what stands after `?start=`."""

    word: LinkWord
    value: str = ""

    def pack(self) -> str:
        """Write the payload down."""
        return f"{self.word}-{self.value}"

    @classmethod
    def unpack(cls, payload: str) -> "Link | None":
        """Read a payload; None for anything that `pack` did not write."""
        word, dash, value = payload.partition("-")
        if not dash or not payload.isascii() or word not in set(LinkWord):
            return None
        return cls(LinkWord(word), value)

    @property
    def number(self) -> int:
        """Give the value as an id; 0, which nothing has, when it is none."""
        return int(self.value) if self.value.isdecimal() and len(self.value) <= 18 else 0
