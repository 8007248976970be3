"""The names that a province's places go by in text: its communes, those of before July 2025, districts, provinces."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from services.notation.spelling import i_for_y, search_key
from services.places.communes import Commune, communes, province, provinces
from services.places.former import District, Former, formers, provinces_of_then

_RANKS = ("Tỉnh ", "Thành phố ")
# What people write for the longest names.
_SHORT = {
    "hcm": "Thành phố Hồ Chí Minh",
    "tphcm": "Thành phố Hồ Chí Minh",
    "sai gon": "Thành phố Hồ Chí Minh",
    "saigon": "Thành phố Hồ Chí Minh",
    "hn": "Thành phố Hà Nội",
}


class Named(NamedTuple):
    """All that goes by a name, with their own spellings; `provinces` are full names, of today or of then."""

    communes: tuple[Commune, ...] = ()
    formers: tuple[Former, ...] = ()
    districts: tuple[District, ...] = ()
    provinces: tuple[str, ...] = ()


@dataclass(frozen=True)
class Gazetteer:
    """The names of a province by their words in search spelling, the number of words of the longest, its provinces.

    `own` holds the full names of the provinces, of today and of then, whose land is this one's.
    """

    province_code: str
    names: dict[tuple[str, ...], Named]
    longest: int
    own: frozenset[str]


@lru_cache(maxsize=4)
def gazetteer(province_code: str) -> Gazetteer:
    """Gather the names of a province; raises `ProvinceUnknown`."""
    found: dict[tuple[str, ...], list[tuple[str, Commune | Former | District | str]]] = defaultdict(list)
    then = formers(province_code)
    for commune in communes(province_code):
        for spelling in dict.fromkeys((commune.bare_name, commune.bare_name.split(" - ")[0])):
            found[words_of(spelling)].append(("communes", commune))
    for former in then:
        found[words_of(former.bare_name)].append(("formers", former))
    for district in dict.fromkeys(one.district for one in then):
        found[words_of(district.bare_name)].append(("districts", district))
    for full_name in {*provinces_of_then(), *(one.name for one in provinces())}:
        for name in {bare(full_name), joined(bare(full_name))}:
            found[words_of(name)].append(("provinces", full_name))
    for short, full_name in _SHORT.items():
        found[words_of(short)].append(("provinces", full_name))
    own = frozenset({province(province_code).name, *(one.district.province for one in then)})
    names = {words: _named(listed) for words, listed in found.items()}
    return Gazetteer(province_code, names, max(map(len, names)), own)


def words_of(name: str) -> tuple[str, ...]:
    """Give the words under which a name is listed: in search spelling, with i for y at their end."""
    return tuple(i_for_y(search_key(name)).split())


def bare(full_name: str) -> str:
    """Give the name of a province without its rank."""
    return next(full_name.removeprefix(rank) for rank in _RANKS if full_name.startswith(rank))


def joined(name: str) -> str:
    """Write a name as English often does, in one word: "Hanoi", "Danang"."""
    return name.replace(" ", "")


def _named(listed: Iterable[tuple[str, Commune | Former | District | str]]) -> Named:
    sorted_out: dict[str, list[Commune | Former | District | str]] = defaultdict(list)
    for kind, one in listed:
        sorted_out[kind].append(one)
    return Named(**{kind: tuple(several) for kind, several in sorted_out.items()})  # type: ignore[arg-type]
