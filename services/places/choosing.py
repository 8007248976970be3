"""What a person who typed a place is offered to choose from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from services.places.communes import Commune
from services.places.finding import find_communes
from services.places.former import Former
from services.places.gazetteer import gazetteer
from services.places.mentions import names_in, words_in
from services.places.reading import candidates, read

_PART = re.compile(r"[,;\n]")
_PARTS_OF_AN_ADDRESS = 4


@dataclass(frozen=True)
class Offer:
    """The communes that may be meant, best first, and the one of before July 2025 that was named, if it was one."""

    communes: tuple[Commune, ...]
    former: Former | None = None


def offered(text: str, *, province_code: str, limit: int = 8) -> Offer:
    """Offer what a text says, or else what it resembles; raises `ProvinceUnknown`.

    The name of a district or a province is never taken for one that resembles it.
    """
    mentions = read(text, province_code=province_code)
    if mentions:
        formers = [one.former for one in mentions if one.former is not None]
        return Offer(candidates(mentions)[:limit], formers[0] if len(mentions) == len(formers) == 1 else None)
    for part in _parts(text, province_code):
        found = find_communes(part, province_code=province_code, limit=limit)
        if found:
            return Offer(tuple(found))
    return Offer(())


def _parts(text: str, province_code: str) -> Iterator[str]:
    """Give the parts of an address that may name a commune: the first, and of the others none with a known name."""
    first, *others = _PART.split(text)[:_PARTS_OF_AN_ADDRESS]
    yield first
    for part in others:
        if not list(names_in(words_in(part), gazetteer(province_code))):
            yield part
