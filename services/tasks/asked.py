"""What is typed to find a business for a task: a capability, and perhaps how many of it, or else a name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.capabilities import Capability
from models.identity import id_of
from services.notation.counts import spots_in
from services.notation.numbers import in_digits
from services.notation.spelling import search_key, without_marks

NUMBERED = re.compile(r"(?P<number>\d{1,4})\s+(?P<rest>\D.*)")
# What an order begins with is no part of a name.
_TO_GIVE = re.compile(r"^(?:(?:giao|nho|de nghi|give|assign)(?: viec| nhiem vu| to| cho)*|cho)(?: +|$)")
_NUMBER = re.compile(r"^[\d\W]+")


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
    meant = _meant(await _catalogue(session), words)
    if not meant:
        return AskedFor(text)
    return AskedFor(rest, meant, int(numbered["number"]) if numbered else 1)


async def besides_quantities(session: AsyncSession, text: str) -> Sequence[AskedFor]:
    """Read an order that was typed to find a business, "giao VNPT 2 đội kéo cáp": what to look for, one by one.

    First what is counted belongs to the words, then it does not, then what stands before it is the name.
    """
    words = without_marks(in_digits(text)).strip()
    plain = _TO_GIVE.sub("", words)
    spots = spots_in(plain)
    if not spots:
        return [AskedFor(plain)] if plain not in ("", words) else []
    spot = spots[0]
    before, after = plain[: spot.start].strip(), plain[spot.end :].strip()
    counted = f"{_NUMBER.sub('', plain[spot.start : spot.end])} {after}".strip()
    catalogue = await _catalogue(session)
    meant = _meant(catalogue, search_key(counted).split()) or _meant(catalogue, search_key(after).split())
    wanted = [f"{before} {counted}", f"{before} {after}" if after else "", before]
    return [AskedFor(one.strip(), meant, spot.count.number) for one in wanted if one.strip()]


async def _catalogue(session: AsyncSession) -> Sequence[Capability]:
    return (await session.exec(select(Capability).where(col(Capability.retired_at).is_(None)))).all()


def _meant(catalogue: Sequence[Capability], words: list[str]) -> frozenset[int]:
    """Give the capabilities (ids) of which each word begins one of the name; none for no words."""
    named = (one for one in catalogue if any(_names(words, name) for name in (one.name_vi, one.name_en)))
    return frozenset(id_of(one) for one in named) if words else frozenset()


def _names(words: list[str], name: str) -> bool:
    """Tell whether each word begins one of a capability's name."""
    parts = search_key(name).split()
    return all(any(part.startswith(word) for part in parts) for word in words)
