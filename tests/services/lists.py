"""Lists of businesses for tests: made as people make them, in a spreadsheet or as text."""

from collections.abc import Iterable, Sequence
from io import BytesIO

import openpyxl
from stdnum.vn import mst

from services.notation.spelling import search_key
from services.workbooks.lists import Beside, Column, Header, Headings, SentList, open_list

HEADINGS = ("Mã số thuế", "Tên đơn vị", "Lĩnh vực", "Xã/phường", "Điện thoại đơn vị", "Năng lực")
UNDERSTOOD = Headings(
    known={search_key(heading): column for heading, column in zip(HEADINGS, Column, strict=True)},
    names=dict(zip(Column, HEADINGS, strict=True)),
    passed_over=frozenset({search_key("Lý do – Tên đơn vị")}),
    beside={"huyen cu": Beside.DISTRICT, "tinh": Beside.PROVINCE, "tinh cu": Beside.FORMER_PROVINCE},
)
HEADER = Header(
    sheet="Danh sách",
    row=1,
    sent=HEADINGS,
    places={column: place for place, column in enumerate(Column)},
    unknown=(),
    passed_over=frozenset(),
)
Rows = Iterable[Sequence[object]]


def tax_code(number: int) -> str:
    """Make up a tax code whose check digit is right: another one for each number."""
    beginning = f"{number + 100_000_000:09}"
    check = mst.calc_check_digit(beginning)
    return beginning + check if len(check) == 1 else tax_code(number + 500_000_000)


def row(number: int = 1, **other: object) -> list[object]:
    """Make a good row, with other values where a test wants them."""
    said: dict[str, object] = {
        "tax_code": tax_code(number),
        "name": f"Công ty số {number} Hà Nội",
        "sectors": "Viễn thông",
        "commune": "Phường Hoàn Kiếm",
        "phone": "024 3822 1234",
        "capabilities": None,
        **other,
    }
    return [said[column] for column in Column]


def xlsx(rows: Rows, *, headings: Sequence[object] = HEADINGS, above: Rows = ()) -> bytes:
    """Write rows as a workbook, as a spreadsheet does."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Danh sách")
    for line in (*above, headings, *rows):
        sheet.append(list(line))
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def saved(book: openpyxl.Workbook) -> bytes:
    """Give a workbook that was made cell by cell as a file."""
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def csv(rows: Rows, *, delimiter: str = ";", encoding: str = "utf-8", headings: Sequence[object] = HEADINGS) -> bytes:
    """Write rows as text, as a spreadsheet does: quoted where they must be."""
    lines = [delimiter.join(_quoted(cell, delimiter) for cell in line) for line in (headings, *rows)]
    return "\r\n".join([*lines, ""]).encode(encoding)


def _quoted(cell: object, delimiter: str) -> str:
    text = "" if cell is None else str(cell)
    doubled = text.replace('"', '""')
    return f'"{doubled}"' if delimiter in text or '"' in text or "\n" in text else text


def opened(content: bytes, name: str = "danh-sach.xlsx") -> SentList:
    """Open a list with the headings of these tests."""
    return open_list(content, name=name, headings=UNDERSTOOD)


def cells(content: bytes, name: str = "danh-sach.xlsx") -> list[tuple[object, ...]]:
    """Read all rows of a list."""
    with opened(content, name) as sent:
        return [one.cells for one in sent.take(100_000)]
