"""What stands around the rows of a list: titles of sections, signatures, and beside them districts of before 2025."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from services.lettering.recognition import as_meant
from services.notation.spelling import search_key, tidy_line
from services.places import reading
from services.places.within import districts_called, provinces_called
from services.workbooks.import_communes import Whereabouts
from services.workbooks.import_decorations import (
    Section,
    ends_list,
    has_tax_code,
    is_below_a_list,
    is_decoration,
    section_of,
)
from services.workbooks.lists import Beside, SentRow

NO_TITLES: Mapping[Beside, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Above:
    """The section in which rows stand: how it is counted, and the place that its title names.

    That is a district or a province, or the commune in which all of it lies.
    """

    counted: str
    titles: Mapping[Beside, str]
    commune: str = ""


class Surroundings:
    """Follows the sheets of a file from row to row, as their titles and signatures come."""

    def __init__(self, province_code: str) -> None:
        self._province_code = province_code
        self._ended: set[str] = set()
        self._naming_districts: set[str] = set()
        self._sections: dict[str, _Above] = {}

    def are(self, row: SentRow) -> bool:
        """Tell whether a row only divides a list or stands below it; names of people only do once it has ended."""
        sheet = row.header.sheet
        if has_tax_code(row):
            self._ended.discard(sheet)
            return False
        if ends_list(row):
            self._ended.add(sheet)
            return True
        if is_decoration(row, is_place=self._is_place, is_name_of_place=self._is_name_of_place):
            self._enter(row)
            return True
        return sheet in self._ended and is_below_a_list(row)

    def whereabouts(self, row: SentRow) -> Whereabouts:
        """Read what says where the commune of a row lies; from the first district on a list is known to name them."""
        sheet = row.header.sheet
        said = {**self.titles_above(row), **_said_beside(row)}
        if _said_beside(row).get(Beside.DISTRICT):
            self._naming_districts.add(sheet)
        return Whereabouts(
            district=said.get(Beside.DISTRICT, ""),
            former_province=said.get(Beside.FORMER_PROVINCE, ""),
            province=said.get(Beside.PROVINCE, ""),
            names_districts=sheet in self._naming_districts,
        )

    def titles_above(self, row: SentRow) -> Mapping[Beside, str]:
        """Give what the title of a row's section says of where it lies, where no cell of its own does."""
        section = self._sections.get(row.header.sheet)
        if section is None or section.titles.keys() & _said_beside(row).keys():
            return NO_TITLES
        return section.titles

    def commune_above(self, row: SentRow) -> str:
        """Give the commune that the title of a row's section names, "" where it names none."""
        section = self._sections.get(row.header.sheet)
        return section.commune if section is not None else ""

    def _is_place(self, title: str) -> bool:
        return self._is_district(title) or bool(provinces_called(title, province_code=self._province_code))

    def _is_district(self, title: str) -> bool:
        return bool(districts_called(title, province_code=self._province_code).districts)

    def _is_name_of_place(self, words: str) -> bool:
        """Tell whether a text is the name of a place and nothing else: "Ba Vì", "Phường Hoàn Kiếm"."""
        return self._is_name_of_district(words) or self._is_name_of_commune(words)

    def _is_name_of_district(self, words: str) -> bool:
        called = districts_called(words, province_code=self._province_code).districts
        return any(search_key(words) in (search_key(one.bare_name), search_key(one.name)) for one in called)

    def _is_name_of_commune(self, words: str) -> bool:
        mentions = reading.read(words, province_code=self._province_code)
        return len(mentions) == 1 and (mentions[0].start, mentions[0].end) == (0, len(words))

    def _enter(self, row: SentRow) -> None:
        """Keep the place that the title of a section names, until the next one that is counted in the same way."""
        sheet, section = row.header.sheet, section_of(row)
        if section is None:
            return
        above = self._above(section)
        if above is not None:
            self._sections[sheet] = above
            if Beside.DISTRICT in above.titles:
                self._naming_districts.add(sheet)
        elif sheet in self._sections and (section.is_of_no_place or section.counted == self._sections[sheet].counted):
            del self._sections[sheet]

    def _above(self, section: Section) -> _Above | None:
        """Read which place a title names, if it names one."""
        if self._is_district(section.place):
            return _Above(section.counted, {Beside.DISTRICT: section.place})
        if self._is_place(section.place):
            return _Above(section.counted, {Beside.PROVINCE: section.place})
        if self._is_name_of_district(section.words):
            return _Above(section.counted, {Beside.DISTRICT: section.words})
        if self._is_name_of_commune(section.words):
            return _Above(section.counted, NO_TITLES, section.words)
        return None


def _said_beside(row: SentRow) -> Mapping[Beside, str]:
    """Read the cells beside a commune; those that say nothing are left out."""
    said = {one: _written(row.cells[place]) for one, place in row.header.beside.items()}
    return {one: text for one, text in said.items() if text}


def _written(value: object) -> str:
    """Write what stands beside a commune; dashes alone say nothing, and a formula says no more than that it is one."""
    text = as_meant(tidy_line("" if value is None else str(value)))
    return text if any(map(str.isalnum, text)) else ""
