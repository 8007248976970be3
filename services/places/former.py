"""The communes and districts of before 1 July 2025, and where they lie today."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from services.places.communes import communes
from services.places.tables import rows

# What the full name of a district or a commune of that time begins with.
_KINDS = ("Huyện", "Quận", "Thị xã", "Thành phố", "Thành Phố", "Xã", "Phường", "Thị trấn", "Tỉnh")


@dataclass(frozen=True)
class District:
    """A district of before July 2025, such as "Huyện", "Lâm Thao", "Tỉnh Phú Thọ"."""

    kind: str
    bare_name: str
    province: str

    @property
    def name(self) -> str:
        """Give the full name: "Huyện Lâm Thao"."""
        return f"{self.kind} {self.bare_name}"


@dataclass(frozen=True)
class Former:
    """A commune of before July 2025, with its district, and the codes of those of today in which it lies."""

    code: str
    kind: str
    bare_name: str
    district: District
    now: tuple[str, ...]

    @property
    def name(self) -> str:
        """Give the full name: "Xã Cao Xá"."""
        return f"{self.kind} {self.bare_name}"

    @property
    def address(self) -> str:
        """Give the full name with that of the district: "Xã Cao Xá, huyện Lâm Thao"."""
        return f"{self.name}, {self.district.kind.lower()} {self.district.bare_name}"


@lru_cache(maxsize=4)
def formers(province_code: str) -> tuple[Former, ...]:
    """Give the communes of before July 2025 that lie, in part at least, in a province of today; raises ProvinceUnknown.

    Of one that lies in two provinces, only what is in this one is told.
    """
    own = frozenset(one.code for one in communes(province_code))
    found: list[Former] = []
    districts: dict[tuple[str, str], District] = {}
    for code, name, district, province, now in _all():
        there = tuple(one for one in now.split() if one in own)
        if there:
            known = districts.setdefault((district, province), District(*_parted(district), province))
            found.append(Former(code, *_parted(name), known, there))
    return tuple(found)


@lru_cache(maxsize=1)
def provinces_of_then() -> frozenset[str]:
    """Give the full names of the provinces of before July 2025."""
    return frozenset(province for _, _, _, province, _ in _all())


@lru_cache(maxsize=1)
def districts_of_then() -> tuple[District, ...]:
    """Give the districts of the whole country before July 2025."""
    named = dict.fromkeys((district, province) for _, _, district, province, _ in _all())
    return tuple(District(*_parted(district), province) for district, province in named)


@lru_cache(maxsize=1)
def _all() -> tuple[tuple[str, ...], ...]:
    """Give the rows of the file, read once for all provinces."""
    return tuple(map(tuple, rows("communes-before-2025")))


def territory(district: District, province_code: str) -> tuple[str, ...]:
    """Give the codes of the communes of today in which a district lies, those with most of its communes first."""
    return lie_in(one for one in formers(province_code) if one.district == district)


def lie_in(several: Iterable[Former]) -> tuple[str, ...]:
    """Give the codes of the communes of today in which several of that time lie, those with most of them first."""
    counts = Counter(code for one in several for code in one.now)
    return tuple(code for code, _ in counts.most_common())


def _parted(name: str) -> tuple[str, str]:
    """Take the kind off a full name."""
    kind = next(kind for kind in _KINDS if name.startswith(f"{kind} "))
    return kind.replace("Phố", "phố"), name[len(kind) + 1 :]
