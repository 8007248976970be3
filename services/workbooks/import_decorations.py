"""Rows that only divide or end a list: numbers of columns, titles of sections, sums, signatures; no business."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import dropwhile

from services.notation.spelling import search_key, tidy_line
from services.workbooks.lists import Column, SentRow

_NUMBER_OF_COLUMN = re.compile(r"\(?\s*(?:\d{1,2}|[a-zA-Z])\s*\)?")
_SECTION = re.compile(r"(?:[IVX]{1,5}|[A-Z]|\d{1,2})\s*[.):/\-]\s*\S.*|(?:[IVX]{1,5}|[A-Z])[.)]?", re.DOTALL)
# A title that begins with the kind of a district, or a province: what follows lies there.
_OF_PLACE = re.compile(r"(?:huyen|quan|thi xa|thanh pho|tp|tx|tinh)\b.+")
# A title that says no more than that what follows lies elsewhere, or here. Search keys.
_OF_NO_PLACE = re.compile(
    r"(?:(?:khoi|nhom|cac) )?(?:(?:don vi|doanh nghiep) )?(?:o )?(?:trong|ngoai) (?:dia ban )?"
    r"(?:tinh|thanh pho|tp|huyen|xa|phuong|dia ban)"
    r"|(?:cac )?(?:tinh|thanh pho|dia phuong|noi|don vi|doanh nghiep) khac|khac"
)
_ADDED = re.compile(r"\s*[(:].*\Z", re.DOTALL)
_MARKER = re.compile(r"\A\s*(?:(?P<roman>[IVX]{1,5})|(?P<letter>[A-Z])|(?P<digit>\d{1,2}))\s*(?:[.):/\-]\s*|\Z)")
_SUM = re.compile(r"(?:tong (?:cong|so)(?! ty\b)|total)\b.*|tong|cong(?: \d.*)?")
# What stands below a list: who signs, where it goes, and when. Search keys.
_OFFICES = (
    r"giam doc|chu tich|truong (?:phong|ban|bo phan|thon|khu)|chanh van phong|thu truong|hieu truong|cuc truong"
    r"|chi cuc truong|chu nhiem|to truong|bi thu|ke toan|thu ky|thu quy|van thu|chuyen vien|lanh dao|dai dien"
)
_SIGNED = re.compile(
    r"(?:kt|tm|tl|tuq|q) (?!.*\b(?:cong ty|tnhh)\b)\S.*"
    rf"|(?:pho |quyen )?(?:tong )?(?:{_OFFICES})(?:(?: tinh| huyen| xa| phuong| so| phong| truong| ubnd| don vi)\b.*)?"
    r"|(?:nguoi|can bo|cong chuc) (?:lap|ky|tong hop|kiem tra|phu trach)\b.*|noi nhan\b.*|nhu tren|luu vt\b.*"
    r"|xac nhan cua\b.*|ubnd (?:xa|phuong|tinh|huyen)\b.*|uy ban nhan dan\b.*|(?:da )?ky (?:ten|ghi|va)\b.*|da ky"
    r"|.*\bngay(?: \d{1,2})? thang(?: \d{1,2})? nam.*|.*\bngay \d{1,2} \d{1,2} \d{4}"
)
# With these, as search keys, the names of nearly everybody begin.
_FAMILIES = re.compile(
    r"nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dao|doan|vuong|trinh|truong|dinh|lam|phung"
    r"|mai|to|ha|ta|luong|luu|chu|cao|thai|tong|quach|trieu|la|kieu|ma|nong|be|luc|hua|than|tang|van|thach|giap|cu|khuat"
    r"|nghiem|quan|dam|dau|chau|bach|ninh|ong|au"
)
_DEGREES = frozenset({"pgs", "gs", "ts", "ths", "ks", "cn", "bs", "ls", "ong", "ba"})
MOST_WORDS_OF_A_NAME = 6
_TAX_CODE = re.compile(r"(?:\d[\s.\-]*){9}")
FEWEST_NUMBERS = 3


def ends_list(row: SentRow) -> bool:
    """Tell whether a row says who signs a list, where it goes and when: what follows is no list any more."""
    keys = [search_key(line) for line in _lines(row)]
    return bool(keys) and all(map(_SIGNED.fullmatch, keys))


def is_below_a_list(row: SentRow) -> bool:
    """Tell whether a row holds nothing but what stands below a list: signatures, names of people, remarks."""
    return all(map(_is_below, _lines(row)))


def _is_below(line: str) -> bool:
    is_remark = line.startswith(("(", "-", "–", "*")) or not any(map(str.isalnum, line))
    return is_remark or bool(_SIGNED.fullmatch(search_key(line))) or _is_person(line)


def _is_person(line: str) -> bool:
    """Tell whether a text is the name of a person alone, each word with a capital: "Nguyễn Văn An"."""
    words = list(dropwhile(lambda word: search_key(word) in _DEGREES, line.replace(".", ". ").split()))
    are_names = all(word.isalpha() and word[0].isupper() for word in words)
    return 1 < len(words) <= MOST_WORDS_OF_A_NAME and are_names and bool(_FAMILIES.fullmatch(search_key(words[0])))


@dataclass(frozen=True, slots=True)
class Section:
    """The title of a part of a list: how it is counted (by what, or ""), and the place that it may name.

    `words` is all that it says, without what is added in brackets.
    """

    counted: str
    place: str
    words: str = ""

    @property
    def is_of_no_place(self) -> bool:
        """Tell whether it says that what follows lies in no place that is named: "Ngoài tỉnh"."""
        return bool(_OF_NO_PLACE.fullmatch(search_key(self.words)))


def is_decoration(row: SentRow, *, is_place: Callable[[str], bool], is_name_of_place: Callable[[str], bool]) -> bool:
    """Tell whether a row holds nothing, the headings or numbers of the columns, the title of a section, or a sum.

    A place is named by a title that begins with its kind (`is_place`), or by a cell that holds its name and nothing
    else and stands alone in its row (`is_name_of_place`).
    """
    cells = _lines(row)
    if not cells:
        return True
    if len(cells) >= FEWEST_NUMBERS and (all(map(_NUMBER_OF_COLUMN.fullmatch, cells)) or _repeats_headings(row)):
        return True
    if _is_sum(row, cells):
        return True
    if not _says_nothing_of_a_business(row):
        return False
    title = _place(cells[0])
    if _SECTION.fullmatch(cells[0]) or (title and is_place(title)):
        return True
    return len(cells) == 1 and _divides_alone(row, _plain(cells[0]), is_name_of_place)


def _divides_alone(row: SentRow, words: str, is_name_of_place: Callable[[str], bool]) -> bool:
    """Tell whether the one cell that says anything is a title: it is in no column that we know, or says where."""
    if not any(map(str.isalpha, words)):
        return False
    return not _known_columns(row) or Section("", "", words).is_of_no_place or is_name_of_place(words)


def section_of(row: SentRow) -> Section | None:
    """Give the title of a section, if a row that divides a list is one."""
    lines = _lines(row) or [""]
    marker = _MARKER.match(lines[0])
    title = " ".join([lines[0][marker.end() :] if marker else lines[0], *lines[1:]]).strip()
    if not any(map(str.isalpha, title)) or _is_sum(row, lines):
        return None
    return Section(marker.lastgroup or "" if marker else "", _place(title), _plain(title))


def _place(title: str) -> str:
    """Give the place that a title may name, without what is added in brackets: "Huyện Lương Sơn (12 đơn vị)"."""
    plain = _plain(title)
    return plain if _OF_PLACE.fullmatch(search_key(plain)) else ""


def _plain(title: str) -> str:
    return _ADDED.sub("", title)


def _repeats_headings(row: SentRow) -> bool:
    """Tell whether the headings stand once more, as on each page of what was printed."""
    cells = [tidy_line(str(cell or "")) for cell in row.cells]
    return all(not cell or cell == heading for cell, heading in zip(cells, row.header.sent, strict=False))


def _is_sum(row: SentRow, cells: Sequence[str]) -> bool:
    """Tell whether a row adds up: a word for it, and nothing of a business, or numbers alone."""
    first = next((line for line in cells if any(map(str.isalpha, line))), "")
    if not _SUM.fullmatch(search_key(first)):
        return False
    return _says_nothing_of_a_business(row) or all(line == first or not any(map(str.isalpha, line)) for line in cells)


def _lines(row: SentRow) -> list[str]:
    """Give what stands in the cells of a row, each on one line."""
    return [line for cell in row.cells if cell is not None and (line := tidy_line(str(cell)))]


def _says_nothing_of_a_business(row: SentRow) -> bool:
    """Tell whether at most a title stands there: no tax code, and no two of the columns that we know."""
    filled = _known_columns(row)
    return len(filled) <= 1 + (Column.TAX_CODE in filled)


def _known_columns(row: SentRow) -> Sequence[StrEnum]:
    """List the columns that we know in which anything stands."""
    return [column for column, place in row.header.places.items() if tidy_line(str(row.cells[place] or ""))]


def has_tax_code(row: SentRow) -> bool:
    """Tell whether so many digits follow each other in a row that one is hardly anything else than a business."""
    return bool(_TAX_CODE.search(" ".join(str(cell) for cell in row.cells if cell is not None)))
