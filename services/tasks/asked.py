"""What is typed to find a business for a task: a capability, and perhaps how many of it, or else a name."""

import re
from dataclasses import dataclass

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.capabilities import Capability
from models.identity import id_of
from services.notation.numbers import in_digits
from services.notation.spelling import search_key

NUMBERED = re.compile(r"(?P<number>\d{1,4})\s+(?P<rest>\D.*)")


@dataclass(frozen=True)
class AskedFor:
    """The capabilities (ids) that are meant, none for a name; how many; and the words to search by."""

    text: str
    capability_ids: frozenset[int] = frozenset()
    number: int = 1


async def read(session: AsyncSession, text: str) -> AskedFor:
    """Read what was typed: "3 máy phát" asks for three of "Máy phát điện"; a number before a name belongs to it."""
    numbered = NUMBERED.fullmatch(in_digits(text).strip())
    rest = numbered["rest"] if numbered else text
    words = search_key(rest).split()
    if not words:
        return AskedFor(text)
    catalogue = (await session.exec(select(Capability).where(col(Capability.retired_at).is_(None)))).all()
    meant = frozenset(
        id_of(one) for one in catalogue if any(_names(words, name) for name in (one.name_vi, one.name_en))
    )
    if not meant:
        return AskedFor(text)
    return AskedFor(rest, meant, int(numbered["number"]) if numbered else 1)


def _names(words: list[str], name: str) -> bool:
    """Tell whether each word begins one of a capability's name."""
    parts = search_key(name).split()
    return all(any(part.startswith(word) for part in parts) for word in words)
