"""The 34 provinces and 3,321 communes since 1 July 2025, known by their official codes.

Codes stay, kinds and names change by resolution: only codes are stored and compared. What a unit is called here is the
newest that the data know; `kind_on` tells what it was on a day.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from typing import TypeVar

from services.notation.spelling import sort_key
from services.places.tables import rows


class ProvinceUnknown(LookupError):
    """No province has this code: the settings name one that does not exist."""


class CommuneUnknown(LookupError):
    """No commune has this code."""


class ProvinceKind(StrEnum):
    """What a unit of the first level is, in the words of its full name."""

    PROVINCE = "Tỉnh"
    CITY = "Thành phố"


class Kind(StrEnum):
    """What a unit of the second level is, in the words of its full name."""

    COMMUNE = "Xã"
    WARD = "Phường"
    ZONE = "Đặc khu"


@dataclass(frozen=True)
class Province:
    """A province or a city of that rank, such as "25", "Tỉnh", "Phú Thọ"."""

    code: str
    kind: ProvinceKind
    bare_name: str

    @property
    def name(self) -> str:
        """Give the full name, as it stands alone: "Tỉnh Phú Thọ"."""
        return f"{self.kind} {self.bare_name}"


@dataclass(frozen=True)
class Commune:
    """A commune, ward or special zone, such as "00070", "Phường", "Hoàn Kiếm", "01"."""

    code: str
    kind: Kind
    bare_name: str
    province_code: str

    @property
    def name(self) -> str:
        """Give the full name: "Phường Hoàn Kiếm"."""
        return f"{self.kind} {self.bare_name}"


Unit = TypeVar("Unit", Province, Commune)


def province(code: str) -> Province:
    """Give the province of this two-digit code; raises `ProvinceUnknown`."""
    if code not in _provinces():
        raise ProvinceUnknown(code)
    return _newest(_provinces()[code])


def provinces() -> tuple[Province, ...]:
    """Give all provinces in Vietnamese order, in which "Tỉnh" and "Thành phố" don't count."""
    return tuple(sorted(map(_newest, _provinces().values()), key=lambda one: sort_key(one.bare_name)))


def commune(code: str) -> Commune:
    """Give the commune of this five-digit code; raises `CommuneUnknown`."""
    if code not in _communes():
        raise CommuneUnknown(code)
    return _newest(_communes()[code])


def communes(province_code: str) -> tuple[Commune, ...]:
    """Give a province's communes in Vietnamese order, in which their kind doesn't count.

    Raises `ProvinceUnknown`.
    """
    return _communes_of(province(province_code).code)


def kind_on(code: str, day: date) -> ProvinceKind | Kind:
    """Tell what the province or commune of a code was on a day; before the first day known, what it was on that.

    Raises `ProvinceUnknown` for two digits that are no province, or else `CommuneUnknown`.
    """
    if len(code) == len("25"):
        return _on(_provinces()[province(code).code], day).kind
    return _on(_communes()[commune(code).code], day).kind


def _newest(known: Sequence[tuple[date, Unit]]) -> Unit:
    return known[-1][1]


def _on(known: Sequence[tuple[date, Unit]], day: date) -> Unit:
    place = bisect_right(known, day, key=lambda dated: dated[0])
    return known[max(place - 1, 0)][1]


@cache
def _provinces() -> dict[str, list[tuple[date, Province]]]:
    return _dated("provinces", lambda code, kind, name: Province(code, ProvinceKind(kind), name))


@cache
def _communes() -> dict[str, list[tuple[date, Commune]]]:
    return _dated("communes", lambda code, kind, name, province_code: Commune(code, Kind(kind), name, province_code))


def _dated(name: str, make: Callable[..., Unit]) -> dict[str, list[tuple[date, Unit]]]:
    """Give what each code of a file has stood for, each with the first day of it, the newest last."""
    found: dict[str, list[tuple[date, Unit]]] = {}
    for code, *said, since, _source in rows(name):
        found.setdefault(code, []).append((_day(since), make(code, *said)))
    return found


@cache
def _day(written: str) -> date:
    return date.fromisoformat(written)


@lru_cache(maxsize=34)
def _communes_of(province_code: str) -> tuple[Commune, ...]:
    own = (one for one in map(_newest, _communes().values()) if one.province_code == province_code)
    return tuple(sorted(own, key=lambda one: (sort_key(one.bare_name), one.name)))
