"""Lists of businesses as people send them (.xlsx, .csv): what kind of file it is, where its columns are, its rows.

The words of headings come from above, in every language that is understood.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from types import TracebackType
from typing import Self

from services.ground.refusals import Refusal
from services.notation.spelling import search_key
from services.workbooks import files, heading_lines
from services.workbooks.heading_lines import Label, key_of, says_something, text_of
from services.workbooks.merged import Filler

LARGEST_FILE = 20 * 1024 * 1024
MOST_ROWS = 60_000
# A title may stand above the headings.
HEADINGS_WITHIN = 10
MOST_COLUMNS = 60

Rows = Sequence[tuple[int, Sequence[object]]]


class Column(StrEnum):
    """The columns of a list of businesses, in the order of the template."""

    TAX_CODE = "tax_code"
    NAME = "name"
    SECTORS = "sectors"
    COMMUNE = "commune"
    PHONE = "phone"
    CAPABILITIES = "capabilities"


class Beside(StrEnum):
    """The columns that say where the commune of a row lies, or lay before July 2025."""

    DISTRICT = "district"
    PROVINCE = "province"
    FORMER_PROVINCE = "former_province"


# Where a value that is merged down several rows is that of each; two businesses have neither one code nor one name.
COMES_DOWN = (Column.SECTORS, Column.COMMUNE, Column.CAPABILITIES)
# Of several columns of these, the heading that comes first among our spellings is taken: "Điện thoại", "Di động".
FIRST_SPELLING_WINS = (Column.PHONE, Column.SECTORS, Column.COMMUNE)
# Where a heading is merged over several columns, what stands in them is said together.
SEVERAL = (Column.SECTORS, Column.COMMUNE, Column.PHONE, Column.CAPABILITIES)
REQUIRED = (Column.TAX_CODE, Column.NAME, Column.SECTORS, Column.COMMUNE)


class FileTooLarge(Refusal):
    """The file has more than `limit` megabytes; it has `megabytes`."""


class NoRowsInFile(Refusal):
    """No sheet of the file has anything below its headings."""


class SheetsHidden(Refusal):
    """What the file holds stands on hidden sheets: `sheets`."""


class HeadingsMissing(Refusal):
    """Headings that must be there are not: `missing`; `unknown` are those that were not understood."""


class HeadingsTwice(Refusal):
    """Two columns have one heading: `twice`."""


class TooManyRows(Refusal):
    """The list has more than `limit` rows."""


@dataclass(frozen=True)
class Headings:
    """The words of headings: `known` by search key, `names` as they are told, `passed_over` by search key.

    Of the columns some are `required`, some come down (see `COMES_DOWN`), of some the first spelling wins, and some are
    said by several cells.
    """

    known: Mapping[str, StrEnum]
    names: Mapping[StrEnum, str]
    passed_over: frozenset[str] = frozenset()
    beside: Mapping[str, Beside] = field(default_factory=dict)
    # The search keys of titles of our own sheets that are no lists: the template's explanations.
    own_sheets: frozenset[str] = frozenset()
    required: Sequence[StrEnum] = REQUIRED
    comes_down: Sequence[StrEnum] = COMES_DOWN
    first_spelling_wins: Sequence[StrEnum] = FIRST_SPELLING_WINS
    several: Sequence[StrEnum] = SEVERAL


@dataclass(frozen=True)
class Header:
    """The headings of one sheet: `sent` as they stand, the place of each known column, and the unknown ones.

    `row` is the last row of the headings.
    """

    sheet: str
    row: int
    sent: tuple[str, ...]
    places: Mapping[StrEnum, int]
    unknown: tuple[str, ...]
    # The places of columns that are ours and say nothing, such as the reasons of an earlier import.
    passed_over: frozenset[int]
    beside: Mapping[Beside, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SentRow:
    """A row as it was sent: its number as the spreadsheet counts, its cells, and the headings above them."""

    number: int
    cells: tuple[object, ...]
    header: Header

    def seen_from(self, sheet: str) -> str:
        """Tell where the row stands, as a spreadsheet writes it: by its number alone on the same sheet."""
        return str(self.number) if sheet == self.header.sheet else f"{self.header.sheet}!{self.number}"


@dataclass(frozen=True)
class UnreadSheet:
    """A sheet with something on it that was not read: it is hidden, or no list, or lacks columns (`detail`)."""

    title: str
    why: str
    detail: str = ""


@dataclass(frozen=True)
class _Found:
    """A sheet that is a list."""

    header: Header
    sheet: files.SheetOfRows
    headings: Headings


class SentList:
    """A file of lists that is open for reading, one sheet after the other.

    `expected` is how many rows it says to have, if it does; `unread` are the sheets that are passed over.
    """

    def __init__(self, found: Sequence[_Found], unread: Sequence[UnreadSheet], source: files.OpenFile) -> None:
        self.headers = tuple(one.header for one in found)
        self.unread = tuple(unread)
        self.expected = _expected(found)
        self._source = source
        self._rows = _content(found)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._source.close()

    def take(self, count: int) -> list[SentRow]:
        """Give the next rows, at most `count`, none at the end; raises TooManyRows or FileBroken."""
        with files.reading():
            return list(islice(self._rows, count))


def _expected(found: Sequence[_Found]) -> int | None:
    """Add up what sheets say of their length, where that can be: rows may only look used."""
    said = [max(one.sheet.expected - one.header.row, 0) for one in found if one.sheet.expected]
    return sum(said) if len(said) == len(found) and sum(said) <= MOST_ROWS else None


def _content(found: Sequence[_Found]) -> Iterator[SentRow]:
    """Give the rows of all lists that have anything in them; what only looks used counts for nothing."""
    count = 0
    for one in found:
        for row in _below(one):
            count += 1
            if count > MOST_ROWS:
                raise TooManyRows(limit=MOST_ROWS)
            yield row


def _below(found: _Found) -> Iterator[SentRow]:
    """Give the rows below the headings that have anything in them."""
    header, width = found.header, len(found.header.sent)
    wide = heading_lines.wide(found.sheet.merges(), row=header.row, sent=header.sent)
    several = {header.places.get(one) for one in found.headings.several}
    joined = {place: last for place, last in wide.items() if place in several}
    comes_down = {header.places[column] for column in found.headings.comes_down if column in header.places}
    columns = frozenset({*comes_down, *header.beside.values()})
    filler = Filler(found.sheet.merges(), columns=columns, after=header.row)
    for number, cells in found.sheet.rows(max([width, *(last + 1 for last in joined.values())])):
        from_above = filler.see(number, cells)
        cells = heading_lines.joined(cells, joined)
        if number > header.row and any(says_something(cell) for cell in cells[:width]):
            row = [*cells[:width], *(None for _ in range(width - len(cells)))]
            for place, value in from_above.items():
                row[place] = value if row[place] is None else row[place]
            yield SentRow(number, tuple(row), header)


def open_list(content: bytes, *, name: str, headings: Headings) -> SentList:
    """Open a list of businesses; the content decides what kind of file it is, whatever its name.

    Raises FileTooLarge, FileIsOfOtherKind, FileUnpacksTooLarge, FileHoldsMore, FileBroken, NoRowsInFile,
    SheetsHidden, HeadingsMissing, HeadingsTwice or TooManyRows. What is returned is to be closed.
    """
    check_size(len(content))
    with files.reading():
        source = files.open_source(content, name=name, understood=headings.known.keys())
        try:
            return _all_lists(source, headings)
        except BaseException:
            source.close()
            raise


def check_size(size: int) -> None:
    """Check the size of a file in bytes before anything is read; raises FileTooLarge."""
    if size > LARGEST_FILE:
        raise FileTooLarge(megabytes=-(-size // 1024**2), limit=LARGEST_FILE // 1024**2)


def _all_lists(source: files.OpenFile, headings: Headings) -> SentList:
    """Find all sheets that are lists; where none is, tell what the one that is most like a list lacks."""
    found: list[_Found] = []
    unread: list[UnreadSheet] = []
    complaints: list[Refusal] = []
    for sheet in source.sheets():
        rows = list(islice(sheet.rows(MOST_COLUMNS), HEADINGS_WITHIN))
        if search_key(sheet.title) in headings.own_sheets or not _any_content(rows):
            continue
        if not sheet.is_visible:
            unread.append(UnreadSheet(sheet.title, "hidden"))
            continue
        try:
            found.append(_Found(_list_header(sheet, rows, headings), sheet, headings))
        except (HeadingsMissing, HeadingsTwice) as refusal:
            complaints.append(refusal)
            unread.append(_unread(sheet.title, rows, refusal, headings))
    if not found:
        raise _worst(complaints, unread)
    return SentList(found, unread, source)


def _list_header(sheet: files.SheetOfRows, rows: Rows, headings: Headings) -> Header:
    header = _header(sheet, rows, headings)
    if header is None:
        raise _missing(rows, headings)
    _check_complete(header, headings)
    return header


def _unread(title: str, rows: Rows, refusal: Refusal, headings: Headings) -> UnreadSheet:
    if isinstance(refusal, HeadingsTwice):
        return UnreadSheet(title, "twice", str(refusal.values["twice"]))
    if _best(rows, headings) is None:
        return UnreadSheet(title, "no-list")
    return UnreadSheet(title, "missing", str(refusal.values["missing"]))


def _worst(complaints: Sequence[Refusal], unread: Sequence[UnreadSheet]) -> Refusal:
    """Choose what to say of a file without any list."""
    like_lists = [one for one, sheet in zip(complaints, _seen(unread), strict=True) if sheet.why != "no-list"]
    if complaints:
        return (like_lists or list(complaints))[0]
    if unread:
        return SheetsHidden(sheets=_listed([sheet.title for sheet in unread]))
    return NoRowsInFile()


def _seen(unread: Sequence[UnreadSheet]) -> list[UnreadSheet]:
    return [sheet for sheet in unread if sheet.why != "hidden"]


def _any_content(rows: Rows) -> bool:
    return any(says_something(cell) for _, cells in rows for cell in cells)


def _best(rows: Rows, headings: Headings) -> int | None:
    """Find the place of the row with most of our headings; one alone may be a word of a title."""
    best, most = None, 1
    for place, (_, cells) in enumerate(rows):
        known = {headings.known[key] for cell in cells if (key := key_of(cell)) in headings.known}
        if len(known) > most:
            best, most = place, len(known)
    return best


def _header(sheet: files.SheetOfRows, rows: Rows, headings: Headings) -> Header | None:
    """Find the headings, which may stand on two lines."""
    best = _best(rows, headings)
    if best is None:
        return None
    understood = {*headings.known, *headings.beside}
    for lower in (best + 1, best):
        if 0 < lower < len(rows):
            pair = rows[lower - 1], rows[lower]
            labels = heading_lines.both(*pair, merges=sheet.merges(), known=understood)
            if labels:
                return _described(sheet.title, rows[lower][0], labels, headings)
    return _described(sheet.title, rows[best][0], heading_lines.labels(rows[best][1]), headings)


def _described(title: str, number: int, labels: Sequence[Label], headings: Headings) -> Header:
    while labels and not labels[-1].text:
        labels = labels[:-1]
    meant = _meant(labels, headings)
    passed_over = frozenset(
        place for place, label in enumerate(labels) if headings.passed_over.intersection(label.keys)
    )
    return Header(
        sheet=title,
        row=number,
        sent=tuple(label.text for label in labels),
        places={one: place for place, one in meant.items() if not isinstance(one, Beside)},
        unknown=tuple(
            label.text
            for place, label in enumerate(labels)
            if label.text and place not in meant and place not in passed_over
        ),
        passed_over=passed_over,
        beside={one: place for place, one in meant.items() if isinstance(one, Beside)},
    )


def _meant(labels: Sequence[Label], headings: Headings) -> dict[int, StrEnum]:
    """Tell which column stands where: those with a heading of their own first, then those below one of several."""
    _check_once([label for label in labels if not label.is_grouped], headings)
    found: dict[int, StrEnum] = {}
    _take(found, [() if label.is_grouped else label.keys for label in labels], headings)
    _take(found, [label.keys if label.is_grouped else () for label in labels], headings)
    _take(found, [(label.group,) for label in labels], headings)
    return found


def _take(found: dict[int, StrEnum], keys: Sequence[Sequence[str]], headings: Headings) -> None:
    """Add what is understood of some headings, of several with one meaning the one that our spellings have first."""
    meanings: dict[str, StrEnum] = {**headings.beside, **headings.known}
    order = {key: place for place, key in enumerate(meanings)}
    first = {place: next((key for key in several if key in meanings), None) for place, several in enumerate(keys)}
    ranked = sorted((order[key], place, meanings[key]) for place, key in first.items() if key is not None)
    for _, place, meaning in ranked:
        if place not in found and meaning not in found.values():
            found[place] = meaning


def _check_once(labels: Sequence[Label], headings: Headings) -> None:
    """Make sure that no two columns have one meaning, but for those of which one is taken; raises HeadingsTwice."""
    beaten = _beaten([key for label in labels for key in label.keys], headings)
    seen: set[StrEnum] = set()
    twice: list[str] = []
    for label in labels:
        column = headings.known.get(label.keys[0]) if label.keys and label.keys[0] not in beaten else None
        if column in seen:
            twice.append(label.text)
        elif column:
            seen.add(column)
    if twice:
        raise HeadingsTwice(twice="; ".join(dict.fromkeys(twice)))


def _beaten(keys: Sequence[str], headings: Headings) -> set[str]:
    """Give the headings of columns that are passed over for a better one of the same meaning."""
    found: set[str] = set()
    for column in headings.first_spelling_wins:
        present = [key for key, meant in headings.known.items() if meant is column and key in keys]
        found.update(present[1:])
    return found


def _check_complete(header: Header, headings: Headings) -> None:
    missing = [headings.names[column] for column in headings.required if column not in header.places]
    if missing:
        raise HeadingsMissing(missing="; ".join(missing), unknown=_listed(header.unknown))


def _missing(rows: Rows, headings: Headings) -> HeadingsMissing:
    """Tell that a sheet has none of our headings, and what stands in its first row that has anything."""
    first = next(row for _, row in rows if any(says_something(cell) for cell in row))
    known = {headings.known.get(key_of(cell)) for cell in first}
    missing = [headings.names[column] for column in headings.required if column not in known]
    unknown = [text_of(cell) for cell in first if says_something(cell) and key_of(cell) not in headings.known]
    return HeadingsMissing(missing="; ".join(missing), unknown=_listed(unknown))


def _listed(headings: Sequence[str]) -> str:
    """Name some headings, briefly: what stands there may be anything."""
    shown = [text if len(text) <= 30 else f"{text[:30]}…" for text in headings[:6]]
    return "; ".join(shown) + (" …" if len(headings) > len(shown) else "") or "–"
