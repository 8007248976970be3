"""Places read from what people write: a name, an address of today or of before July 2025, or a line about anything."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import TypeVar

from services.notation.spelling import omits_marks, reading_key
from services.places.communes import Commune, commune, province
from services.places.former import District, Former, lie_in, territory
from services.places.gazetteer import Gazetteer, gazetteer, words_of
from services.places.mentions import Level, Name, Word, is_right_after, names_in, words_in
from services.places.within import Within, anywhere

# Before a name that is one of a street, a building or a firm.
_OF_SOMETHING_ELSE = frozenset(
    {"duong", "pho", "ngo", "ngach", "hem", "lo", "nha", "cu", "ti", "truong", "cau", "vien"}
)
# Before a name in a line about something else, these say that it is one of a place.
_AT = frozenset({"o", "tai", "ban", "vuc", "ve", "den", "gan"})
# Between two names of places it says that both are meant.
_AND = re.compile(r"(?<!\w)(?:và|va|and)(?!\w)|[&+]", re.IGNORECASE)
Unit = TypeVar("Unit", Commune, Former, District)


class By(StrEnum):
    """How a place was understood."""

    NAME = "name"  # as it is written
    PLAIN = "plain"  # its name without some or all marks
    OLD = "old"  # a commune of before July 2025, which lies there
    DISTRICT = "district"  # a district of before July 2025, which lay there
    ALIKE = "alike"  # its name with other marks, or in another district


@dataclass(frozen=True)
class Mention:
    """A place that a text names: the communes that it may be, best first; from which character to which.

    `is_certain` says that it is the one commune, for whoever asks nobody. Else a person chooses, also where there is
    but one. `former` is the commune of before July 2025 that was named, if it was one: "nay thuộc …".
    """

    communes: tuple[Commune, ...]
    by: By
    is_certain: bool
    start: int
    end: int
    former: Former | None = None
    has_kind: bool = False


@dataclass(frozen=True)
class _Around:
    """What stands after a name: the districts and provinces that it may lie in (None: none named), the last word."""

    districts: tuple[District, ...] | None
    provinces: tuple[str, ...] | None
    last: int


@dataclass(frozen=True)
class _Choice:
    """What a name may mean: codes best first, how it was understood, and whether that leaves no doubt."""

    codes: tuple[str, ...]
    by: By
    is_certain: bool
    former: Former | None = None


def read(text: str, *, province_code: str, within: Within | None = None) -> tuple[Mention, ...]:
    """Read the places of a province that a text names, in their order; raises `ProvinceUnknown`.

    `within` is what is known from elsewhere of where they lie.

    Districts and provinces are no communes: "Xyz, Phú Thọ" names none. With a kind before it a name is understood
    anywhere; without one where it fills a part of an address, or is written as a name in a line of prose.
    """
    book = gazetteer(province_code)
    words = words_in(text)
    names = list(names_in(words, book))
    found: list[Mention] = []
    at = 0
    while at < len(names):
        around, following = _around(words, names, at, book)
        around = _narrowed(around, within, book)
        mention = _mention(words, names[at], around, book, is_alone=not found)
        found += [mention] if mention else []
        at = following
    return tuple(_without_streets(text, found))


def the_one(mentions: Sequence[Mention]) -> Commune | None:
    """Give the commune of which no doubt is left, if all that is named is that one."""
    named = {each.communes[0] for each in mentions if each.is_certain}
    return named.pop() if len(named) == 1 and all(each.is_certain for each in mentions) else None


def candidates(mentions: Iterable[Mention]) -> tuple[Commune, ...]:
    """Give all communes that may be meant, best first."""
    return tuple(dict.fromkeys(one for each in mentions for one in each.communes))


def _without_streets(text: str, found: Sequence[Mention]) -> Sequence[Mention]:
    """Leave out names without a kind before the first that has one: those of streets and hamlets, unless all are named.

    "Thanh Ba, xã Hạ Hòa" is one place, "Thanh Ba và xã Hạ Hòa" are two.
    """
    with_kind = [place for place, each in enumerate(found) if each.has_kind]
    first = with_kind[0] if with_kind else 0
    are_all_named = any(_AND.search(text[one.end : other.start]) for one, other in pairwise(found[: first + 1]))
    return found if are_all_named else found[first:]


def _around(words: Sequence[Word], names: Sequence[Name], at: int, book: Gazetteer) -> tuple[_Around, int]:
    """Tell what stands right after a name that says where it lies, and which name comes after that."""
    districts: tuple[District, ...] | None = None
    provinces: tuple[str, ...] | None = None
    last, following = names[at], at + 1
    while following < len(names) and is_right_after(words, last, names[following]):
        name = names[following]
        is_last = following + 1 == len(names) or not is_right_after(words, name, names[following + 1])
        if name.level is Level.COMMUNE or not (name.named.districts or name.named.provinces):
            break
        if name.named.provinces and (is_last or not name.named.districts):
            provinces = name.named.provinces
            if name.named.districts and districts is None:
                districts = _either(names[at], name, book)
        elif _are_two(names[at], name):
            break
        elif districts is None and provinces is None and (names[at].named.communes or names[at].named.formers):
            named = tuple(_of_kind(name, _written_so(name, name.named.districts)))
            if name.level is None and not _lies_there(names[at], named, book):
                break
            districts = named
        else:
            break
        last, following = name, following + 1
    return _Around(districts, provinces, last.last), following


def _are_two(name: Name, after: Name) -> bool:
    """Tell whether names without a kind are two places side by side: "Long Biên - Gia Lâm" were two districts."""
    ours, others = set(name.named.districts), set(after.named.districts)
    return bool(not name.kind and after.level is None and after.named.communes and ours and not ours & others)


def _narrowed(around: _Around, within: Within | None, book: Gazetteer) -> _Around:
    """Join what stands after a name to what is known from elsewhere; where they contradict each other none is left.

    A province that is no more is all of its districts; that of today may be meant as it was, or as it is.
    """
    districts = around.districts
    if districts is None and around.provinces and province(book.province_code).name not in around.provinces:
        districts = anywhere(book.province_code).holding(around.provinces).districts or None
    if not within or not within.districts:
        return replace(around, districts=districts)
    held = within.districts if districts is None else districts
    return replace(around, districts=tuple(one for one in held if one in within.districts))


def _either(name: Name, after: Name, book: Gazetteer) -> tuple[District, ...] | None:
    """Take a name that is a district's and a province's for the district where the commune lay in it."""
    return after.named.districts if _lies_there(name, after.named.districts, book) else None


def _lies_there(name: Name, districts: Iterable[District], book: Gazetteer) -> bool:
    """Tell whether something of that name lay in one of the districts, or lies there today."""
    there = {code for one in districts for code in territory(one, book.province_code)}
    return any(one.district in districts for one in name.named.formers) or any(
        one.code in there for one in name.named.communes
    )


def _mention(words: Sequence[Word], name: Name, around: _Around, book: Gazetteer, *, is_alone: bool) -> Mention | None:
    if around.provinces is not None and not book.own.intersection(around.provinces):
        return None
    if not name.kind and not _is_said_of_a_place(words, name, around):
        return None
    if not any(name.named[:3]):
        return None
    choice = _choice(name, around, book)
    if not choice.codes:
        return None
    is_doubtful = _goes_on(words, around.last) or (not name.kind and _may_be_else(words, name, around))
    return Mention(
        communes=tuple(map(commune, choice.codes)),
        by=choice.by,
        is_certain=choice.is_certain and not is_doubtful,
        start=words[name.first].start,
        end=words[around.last].end,
        former=choice.former,
        has_kind=bool(name.kind),
    )


def _is_said_of_a_place(words: Sequence[Word], name: Name, around: _Around) -> bool:
    """Tell whether a name without a kind is one of a place: it fills a part of an address, or stands for a name."""
    before = words[name.first - 1] if name.first and not words[name.first].is_first else None
    if before and (before.key in _OF_SOMETHING_ELSE or before.key.isdecimal()):
        return False
    is_whole = before is None and _ends_part(words, name.last)
    is_province = bool(name.named.provinces) and around.last == name.last
    if is_province and not (is_whole and len(words) == name.last + 1 and name.first == 0):
        return False
    if is_whole:
        return True
    is_at = before is not None and before.key in _AT
    return name.last > name.first and (is_at or (_is_capital(words, name) and not _is_shouted(words)))


def _may_be_else(words: Sequence[Word], name: Name, around: _Around) -> bool:
    """Tell whether a name without a kind may be one of something else: a district, a province, or no name at all."""
    is_whole = words[name.first].is_first and _ends_part(words, name.last)
    if is_whole and name.first == 0:
        return bool(name.named.provinces) and around.last == name.last
    if name.named.districts or name.named.provinces:
        return True
    return not is_whole and (not _is_capital(words, name) or _is_shouted(words))


def _ends_part(words: Sequence[Word], last: int) -> bool:
    return last + 1 == len(words) or words[last + 1].is_first


def _is_capital(words: Sequence[Word], name: Name) -> bool:
    return all(word.written[0].isupper() for word in words[name.first : name.last + 1])


def _is_shouted(words: Sequence[Word]) -> bool:
    """Tell whether a text is written in one size of letters, so that capitals mark no names."""
    return all(word.written.isupper() for word in words) or all(word.written.islower() for word in words)


def _goes_on(words: Sequence[Word], last: int) -> bool:
    """Tell whether the name may be the beginning of a longer one that is not known."""
    if _ends_part(words, last):
        return False
    return words[last + 1].written[0].isupper() or _is_shouted(words)


def _choice(name: Name, around: _Around, book: Gazetteer) -> _Choice:
    """Tell what a name may mean where it stands."""
    today = _written_so(name, name.named.communes)
    then = _written_so(name, name.named.formers)
    if around.provinces is not None and province(book.province_code).name not in around.provinces:
        then = [one for one in then if one.district.province in around.provinces]
    if not today and not then:
        return _otherwise(name, book)
    if around.districts is not None:
        return _in_districts(name, today, then, around.districts, book)
    return _by_name(name, today, then)


def _in_districts(
    name: Name, today: Sequence[Commune], then: Sequence[Former], districts: Sequence[District], book: Gazetteer
) -> _Choice:
    """Tell what a name means in a district of before July 2025."""
    old = _of_kind(name, [one for one in then if one.district in districts])
    there = {code for one in districts for code in territory(one, book.province_code)}
    now = _of_kind(name, [one for one in today if one.code in there])
    if old and not [one for one in now if one.code not in lie_in(old)]:
        return _of_old(name, old)
    if old:  # Written of today with the district of then, or all of then: both have that name.
        codes = dict.fromkeys([*lie_in(old), *(one.code for one in now)])
        return _Choice(tuple(codes), By.OLD, is_certain=False, former=old[0])
    if len(now) == 1:
        return _Choice((now[0].code,), _by(name, now[0]), is_certain=True)
    codes = dict.fromkeys([one.code for one in now or today] + list(lie_in(then)))
    return _Choice(tuple(codes), By.ALIKE, is_certain=False)


def _by_name(name: Name, today: Sequence[Commune], then: Sequence[Former]) -> _Choice:
    """Tell what a name means that stands alone: what is called so today goes before what was."""
    now = [one for one in today if name.kind in ("", one.kind)]
    old = [one for one in then if name.kind in ("", one.kind)]
    if len(now) == 1:
        return _Choice((now[0].code,), _by(name, now[0]), is_certain=True)
    if not now and not (today and old):
        now = list(today)
    codes = dict.fromkeys([one.code for one in now or today])
    if not codes:
        return _of_old(name, old or then)
    if not now:
        codes |= dict.fromkeys(lie_in(old))
    first = commune(next(iter(codes)))
    return _Choice(tuple(codes), _by(name, first), is_certain=len(codes) == 1)


def _of_old(name: Name, old: Sequence[Former]) -> _Choice:
    """Tell in which communes of today one of before July 2025 lies; that of the same name comes first."""
    codes = sorted(lie_in(old), key=lambda code: not omits_marks(name.written, commune(code).bare_name))
    first = commune(codes[0])
    is_same = len(codes) == 1 and first.bare_name == old[0].bare_name and first.kind == old[0].kind
    if is_same:
        return _Choice((first.code,), _by(name, first), is_certain=True)
    return _Choice(tuple(codes), By.OLD, is_certain=len(codes) == 1, former=old[0] if len(set(old)) == 1 else None)


def _otherwise(name: Name, book: Gazetteer) -> _Choice:
    """Tell where a district lay, or what is written alike with other marks."""
    districts = _of_kind(name, _written_so(name, name.named.districts))
    if districts:
        codes = [code for one in districts for code in territory(one, book.province_code)]
        codes.sort(key=lambda code: not omits_marks(name.written, commune(code).bare_name))
        return _Choice(tuple(dict.fromkeys(codes)), By.DISTRICT, is_certain=len(set(codes)) == 1)
    alike = dict.fromkeys([one.code for one in name.named.communes] + list(lie_in(name.named.formers)))
    return _Choice(tuple(alike), By.ALIKE, is_certain=False)


def _written_so(name: Name, units: Iterable[Unit]) -> list[Unit]:
    """Leave those that are written as the name is, or with marks that it leaves out; the very same go before all."""
    fitting = [one for one in units if omits_marks(name.written, _called(name, one))]
    same = [one for one in fitting if reading_key(name.written) == reading_key(_called(name, one))]
    return same if same and name.is_marked else fitting


def _called(name: Name, unit: Commune | Former | District) -> str:
    """Give the name of a unit, or so much of a double name as was written: "Xuân Hương" of "Xuân Hương - Đà Lạt"."""
    first, *_ = unit.bare_name.split(" - ")
    return first if len(words_of(name.written)) == len(words_of(first)) else unit.bare_name


def _of_kind(name: Name, units: Sequence[Unit]) -> Sequence[Unit]:
    """Leave those of the kind that was said, if there are any."""
    return [one for one in units if name.kind in ("", one.kind)] or units


def _by(name: Name, unit: Commune) -> By:
    return By.NAME if reading_key(name.written) == reading_key(_called(name, unit)) else By.PLAIN
