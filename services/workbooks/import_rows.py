"""One row of a list of businesses: every cell is read as people spell it, or refused with the reason."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from difflib import get_close_matches
from enum import StrEnum
from functools import partial
from typing import Any

from models.members import Sector
from services.applications.registration import HeadcountUnclear, read_business_name, read_headcount
from services.ground.refusals import Refusal
from services.notation.nothing import WORDS_OF_NOTHING
from services.notation.phones import PhoneInvalid
from services.notation.spelling import search_key, tidy_line
from services.notation.tax_codes import BUSINESS_DIGITS, read_tax_code
from services.workbooks.import_communes import ReadCommune, Whereabouts, read_commune
from services.workbooks.import_letters import read_letters
from services.workbooks.import_phones import PhoneRemark, ReadPhone, find_phone
from services.workbooks.import_surroundings import NO_TITLES, Surroundings
from services.workbooks.lists import REQUIRED, Beside, Column, SentRow

ECHOED = 40
SEVERAL = re.compile(r"[;,/\n&+]")
# The names of capabilities have commas of their own.
SEVERAL_WITH_COMMAS = re.compile(r"[;\n]")
AND = re.compile(r"\b(?:va|and)\b")
# A text that a spreadsheet keeps as a formula, or marks as text: ="0912345678" and '0912345678.
WRITTEN_AS_TEXT = re.compile(r"=\s*\"([^\"]*)\"|['’](.*)", re.DOTALL)
HEADCOUNT_AT_END = re.compile(
    r"(?P<name>.*?[^\W\d]\)?)(?:\s*[(×-]|\s+x\b)?\s*(?P<headcount>\d+\s*[^\W\d]*)\)?", re.DOTALL
)
HEADCOUNT = re.compile(r"(?P<name>.*?)\s*(?::|–|—|=)\s*(?P<headcount>[^:]*)", re.DOTALL)
# What people write into a cell that may be empty, as search keys.
NOTHING = WORDS_OF_NOTHING | {"0"}
# What a spreadsheet shows where a formula came to nothing.
ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"})
# Other spellings of the sectors, as search keys.
SECTORS: Mapping[str, Sector] = {
    **dict.fromkeys(
        ("vien thong", "vt", "telecom", "telecoms", "telecommunications", "dich vu vien thong"), Sector.TELECOM
    ),
    **dict.fromkeys(
        ("buu chinh", "bc", "post", "postal", "chuyen phat", "chuyen phat nhanh", "dich vu buu chinh", "buu dien"),
        Sector.POSTAL,
    ),
    **dict.fromkeys(
        (
            "cong nghe thong tin cong nghe so",
            "cong nghe thong tin",
            "cong nghe so",
            "cntt",
            "cns",
            "cntt cns",
            "cntt tt",
            "cong nghe thong tin truyen thong",
            "cong nghe thong tin va truyen thong",
            "it",
            "ict",
            "information technology",
            "digital technology",
            "it and digital technology",
        ),
        Sector.IT,
    ),
}


class CellEmpty(Refusal):
    """A cell that must say something is empty."""


class CellIsFormula(Refusal):
    """The cell holds a formula; what it comes to is nobody's word."""


class CellIsError(Refusal):
    """The cell shows that a formula failed: `error`."""


class CellIsDate(Refusal):
    """A spreadsheet took what was typed for a date or a time."""


class CellIsBoolean(Refusal):
    """The cell holds a truth value, TRUE or FALSE, and no word."""


class TaxCodeLostZero(Refusal):
    """The code has `length` digits as a number: the zeros before it may be lost."""


class SectorUnknown(Refusal):
    """None of the sectors is written like `text`."""


class CapabilityNotInCatalogue(Refusal):
    """The catalogue has no capability like `text`; the nearest is `nearest`."""


class CapabilityWithoutHeadcount(Refusal):
    """How many people do `text` is not said, or is no number from 1 to `largest`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a good row says; what was left empty is None and changes nothing."""

    sent: SentRow
    tax_code: str
    name: str
    sectors: tuple[Sector, ...]
    commune_code: str
    phone: str | None = None
    capabilities: tuple[tuple[int, int], ...] | None = None
    remarks: tuple[PhoneRemark, ...] = ()
    # The address as it was written, where it is one of before July 2025.
    older_address: str | None = None
    # What the title of its section says of where it lies, which stands in no cell of the row.
    titles: Mapping[Beside, str] = field(default_factory=lambda: NO_TITLES, compare=False)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that cannot be taken, with the reason for each wrong cell."""

    row: SentRow
    reasons: Mapping[StrEnum, Refusal]
    titles: Mapping[Beside, str] = field(default_factory=lambda: NO_TITLES)


@dataclass(frozen=True)
class Vocabulary:
    """What cells are understood by: the province of the communes, the catalogue (id to names), names of examples."""

    province_code: str
    capabilities: Mapping[int, Collection[str]]
    examples: frozenset[str] = frozenset()


class RowReader:
    """Reads the rows of lists; what was read once is remembered, since words repeat.

    Cells that are certainly written for an old font are read anew where `convert` says so, or else refused.
    """

    def __init__(self, vocabulary: Vocabulary, *, convert: bool = False) -> None:
        self._vocabulary = vocabulary
        self._convert = convert
        self._known: dict[tuple[Column, str, object], Any] = {}
        self._surroundings = Surroundings(vocabulary.province_code)
        self._catalogue = {
            search_key(name): capability_id
            for capability_id, names in vocabulary.capabilities.items()
            for name in names
        }
        self._shown = {search_key(name): name for names in vocabulary.capabilities.values() for name in names}

    def read(self, row: SentRow) -> Entry | Rejected | None:
        """Read a row; None for an example of the template, and for what only divides a list."""
        if self._is_example(row) or self._surroundings.are(row):
            return None
        row = self._completed(row)
        letters = read_letters(row, convert=self._convert)
        said: dict[StrEnum, Any] = {}
        reasons = dict(letters.reasons)
        for column, place in row.header.places.items():
            if column in reasons:
                continue
            read = tried(partial(self._cell, row, Column(column)), letters.converted.get(column, row.cells[place]))
            if isinstance(read, Refusal):
                reasons[column] = read
            else:
                said[column] = read
        if reasons:
            return Rejected(row, reasons, self._surroundings.titles_above(row))
        commune: ReadCommune = said[Column.COMMUNE]
        phone: ReadPhone | None = said.get(Column.PHONE)
        return Entry(
            sent=row,
            tax_code=said[Column.TAX_CODE],
            name=said[Column.NAME],
            sectors=said[Column.SECTORS],
            commune_code=commune.code,
            phone=phone.number if phone else None,
            capabilities=said.get(Column.CAPABILITIES),
            remarks=phone.remarks if phone else (),
            older_address=commune.older,
            titles=self._surroundings.titles_above(row),
        )

    def _completed(self, row: SentRow) -> SentRow:
        """Put the commune of a row's section where the row itself names none, for whoever reads it later too."""
        place, above = row.header.places[Column.COMMUNE], self._surroundings.commune_above(row)
        if not above or tidy_line(str(row.cells[place] or "")):
            return row
        return replace(row, cells=(*row.cells[:place], above, *row.cells[place + 1 :]))

    def _is_example(self, row: SentRow) -> bool:
        name = row.cells[row.header.places[Column.NAME]]
        return isinstance(name, str) and search_key(name) in self._vocabulary.examples

    def _cell(self, row: SentRow, column: Column, value: object) -> Any:
        text = text_of_cell(value)
        if not text.strip("-–—…._/ ") or (column not in REQUIRED and search_key(text) in NOTHING):
            if column in REQUIRED:
                raise CellEmpty
            return None
        is_number = isinstance(value, int | float)
        match column:
            case Column.TAX_CODE:
                return _read_number_as_tax_code(text) if is_number else _read_text_as_tax_code(text)
            case Column.NAME:
                return read_business_name(text)
            case Column.SECTORS:
                return self._once(column, text, _read_sectors)
            case Column.COMMUNE:
                return self._read_commune(text, self._surroundings.whereabouts(row))
            case Column.PHONE:
                return _read_number_as_phone(text) if is_number else find_phone(text)
            case Column.CAPABILITIES:
                return self._once(column, text, self._read_capabilities)

    def _once(self, column: Column, text: str, read: Callable[[str], Any], beside: object = None) -> Any:
        """Read a text the first time that it comes, and remember what it said or why it was refused."""
        if (column, text, beside) not in self._known:
            self._known[column, text, beside] = tried(read, text)
        return self._known[column, text, beside]

    def _read_commune(self, text: str, whereabouts: Whereabouts) -> Any:
        province_code = self._vocabulary.province_code
        read = partial(read_commune, province_code=province_code, whereabouts=whereabouts)
        return self._once(Column.COMMUNE, text, read, whereabouts)

    def _read_capabilities(self, text: str) -> tuple[tuple[int, int], ...]:
        found: dict[int, int] = {}
        for part in _parts(SEVERAL_WITH_COMMAS, text):
            said = HEADCOUNT.fullmatch(part) or self._with_number_at_end(part)
            capability_id = self._capability(said["name"] if said else part)
            found[capability_id] = _read_headcount(said["headcount"] if said else "", part)
        return tuple(sorted(found.items()))

    def _with_number_at_end(self, part: str) -> re.Match[str] | None:
        """Take "Máy phát điện 5" apart, where the number is no part of the name."""
        return None if search_key(part) in self._catalogue else HEADCOUNT_AT_END.fullmatch(part)

    def _capability(self, text: str) -> int:
        key = search_key(text)
        if key not in self._catalogue:
            near = get_close_matches(key, self._shown, n=1, cutoff=0.5)
            nearest = self._shown[near[0]] if near else "–"
            raise CapabilityNotInCatalogue(text=_echo(text), nearest=nearest)
        return self._catalogue[key]


def tried(read: Callable[[Any], Any], value: object) -> Any:
    """Read a value, or give the refusal, without the way to it: of thousands it would fill the memory."""
    try:
        return read(value)
    except Refusal as refusal:
        refusal.__cause__ = refusal.__context__ = None
        return refusal.with_traceback(None)


def text_of_cell(value: object) -> str:
    """Write a cell as text; raises CellIsFormula, CellIsError, CellIsBoolean or CellIsDate."""
    if value is None:
        return ""
    if isinstance(value, str):
        line = value.strip()
        if written := WRITTEN_AS_TEXT.fullmatch(line):
            line = (written[1] or written[2] or "").strip()
        if line.startswith("="):
            raise CellIsFormula
        if line in ERRORS:
            raise CellIsError(error=line)
        return line
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, bool):
        raise CellIsBoolean
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date | time | timedelta):
        raise CellIsDate
    # Formulas that fill several cells are objects of their own.
    raise CellIsFormula


def _parts(separator: re.Pattern[str], text: str) -> Iterable[str]:
    return (part for part in map(str.strip, separator.split(text)) if part)


def _echo(text: str) -> str:
    line = tidy_line(text)
    return line if len(line) <= ECHOED else f"{line[:ECHOED]}…"


def _read_text_as_tax_code(text: str) -> str:
    digits = re.sub(r"[\s.\-]", "", text)
    if digits.isdecimal() and len(digits) == BUSINESS_DIGITS - 1:
        raise TaxCodeLostZero(length=len(digits))
    return read_tax_code(text)


def _read_number_as_tax_code(text: str) -> str:
    """Read a tax code that a spreadsheet took for a number, which drops the zero at its beginning.

    The zero is put back where the check digit then agrees. A personal number of 12 digits begins with a zero, and
    has no check digit: as a number it cannot be told from others.
    """
    if len(text) in (BUSINESS_DIGITS - 1, BUSINESS_DIGITS + 2):
        try:
            return read_tax_code(f"0{text}")
        except Refusal:
            raise TaxCodeLostZero(length=len(text)) from None
    if len(text) == BUSINESS_DIGITS + 1:
        raise TaxCodeLostZero(length=len(text))
    return read_tax_code(text)


def _read_number_as_phone(text: str) -> ReadPhone:
    """Read a phone number that a spreadsheet took for a number: without its zero, or without its plus sign."""
    for number in (f"0{text}", f"+{text}"):
        try:
            return find_phone(number)
        except PhoneInvalid:
            continue
    return find_phone(text)


def _read_sectors(text: str) -> tuple[Sector, ...]:
    found = set()
    for part in [text] if search_key(text) in SECTORS else _parts(SEVERAL, text):
        whole = search_key(part)
        for key in [whole] if whole in SECTORS else map(str.strip, AND.split(whole)):
            if key not in SECTORS:
                raise SectorUnknown(text=_echo(part))
            found.add(SECTORS[key])
    if not found:
        raise SectorUnknown(text=_echo(text))
    return tuple(sector for sector in Sector if sector in found)


def _read_headcount(said: str, part: str) -> int:
    try:
        return read_headcount(said)
    except HeadcountUnclear as unclear:
        raise CapabilityWithoutHeadcount(text=_echo(part), largest=unclear.values["largest"]) from None
