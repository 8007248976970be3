"""What is known of a place beside its name: the district and the province of before July 2025 that stand elsewhere."""

from dataclasses import dataclass

from services.notation.spelling import omits_marks
from services.places.former import District, formers
from services.places.gazetteer import bare, gazetteer
from services.places.mentions import Name, names_in, words_in


@dataclass(frozen=True)
class Within:
    """The districts, one of them, in which a place lay; none says nothing of it."""

    districts: tuple[District, ...] = ()

    def holding(self, provinces: tuple[str, ...]) -> "Within":
        """Leave the districts of some provinces."""
        return Within(tuple(one for one in self.districts if one.province in provinces))


def anywhere(province_code: str) -> Within:
    """Give all districts of before July 2025 whose land is a province's of today; raises `ProvinceUnknown`."""
    return Within(tuple(dict.fromkeys(one.district for one in formers(province_code))))


def districts_called(text: str, *, province_code: str) -> Within:
    """Give the districts of a province that a text names, with or without their kind; raises `ProvinceUnknown`."""
    name = _first(text, province_code)
    if name is None:
        return Within()
    called = [one for one in name.named.districts if omits_marks(name.written, one.bare_name)]
    return Within(tuple([one for one in called if name.kind in ("", one.kind)] or called))


def provinces_called(text: str, *, province_code: str) -> tuple[str, ...]:
    """Give the full names of the provinces, of today or of then, that a text names; raises `ProvinceUnknown`."""
    name = _first(text, province_code)
    named = name.named.provinces if name else ()
    return tuple(one for one in named if name and omits_marks(name.written, bare(one)))


def _first(text: str, province_code: str) -> Name | None:
    """Give the name with which a text begins, if it does."""
    book = gazetteer(province_code)
    return next((name for name in names_in(words_in(text), book) if name.first == 0), None)
