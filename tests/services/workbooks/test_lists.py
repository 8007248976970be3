"""Lists as they come: every kind of file that people send, and what each is told."""

import io
import unicodedata
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from services.ground.refusals import Refusal
from services.workbooks import lists as workbooks
from services.workbooks.files import FileIsOfOtherKind
from services.workbooks.lists import (
    Column,
    FileTooLarge,
    HeadingsMissing,
    HeadingsTwice,
    NoRowsInFile,
    SheetsHidden,
    TooManyRows,
)
from services.workbooks.parts import FileBroken, FileHoldsMore, FileUnpacksTooLarge
from tests.services.lists import HEADINGS, cells, csv, opened, row, saved, tax_code, xlsx

GOOD = xlsx([row(1), row(2)])
REFUSED = {FileBroken, FileHoldsMore, FileIsOfOtherKind, HeadingsMissing, HeadingsTwice, NoRowsInFile, SheetsHidden}
REFUSED |= {TooManyRows}
SHEET = "xl/worksheets/sheet1.xml"
TONES = "\u0300\u0301\u0303\u0309\u0323"


def refusal(read: Callable[[], object]) -> Refusal:
    with pytest.raises(Refusal) as refused:
        read()
    return refused.value


def test_rows_come_with_their_numbers_and_cells() -> None:
    with opened(xlsx([row(1), [None] * 6, row(2)])) as sent:
        rows = sent.take(10)

    assert [one.number for one in rows] == [2, 4]
    assert rows[0].cells == tuple(row(1))
    assert sent.headers[0].places[Column.COMMUNE] == 3


def test_rows_are_taken_a_portion_at_a_time() -> None:
    with opened(xlsx([row(number) for number in range(5)])) as sent:
        assert [len(sent.take(2)) for _ in range(4)] == [2, 2, 1, 0]


def test_columns_may_stand_in_any_order_and_others_among_them() -> None:
    order = ("STT", "Tên đơn vị", "Mã số thuế", "Ghi chú", "Xã/phường", "Lĩnh vực")
    with opened(xlsx([[1, "A", tax_code(1), "x", "B", "C"]], headings=order)) as sent:
        assert sent.headers[0].unknown == ("STT", "Ghi chú")
        assert sent.headers[0].places[Column.TAX_CODE] == 2


@pytest.mark.parametrize("heading", ["MÃ SỐ THUẾ", "ma so thue", "Mã số thuế *", " Mã  số\nthuế:"])
def test_a_heading_is_understood_in_any_spelling(heading: str) -> None:
    with opened(xlsx([row()], headings=(heading, *HEADINGS[1:]))) as sent:
        assert sent.headers[0].places[Column.TAX_CODE] == 0


def test_a_title_may_stand_above_the_headings() -> None:
    with opened(xlsx([row()], above=[["DANH SÁCH ĐƠN VỊ"], [], ["Tên đơn vị:"]])) as sent:
        assert sent.headers[0].row == 4
        assert [one.number for one in sent.take(5)] == [5]


def test_the_list_may_stand_on_the_second_sheet() -> None:
    book = openpyxl.load_workbook(io.BytesIO(GOOD))
    cover = book.create_sheet("Bìa", 0)
    cover.append(["Danh sách các đơn vị"])
    assert len(cells(saved(book))) == 2


def test_a_hidden_sheet_is_not_read() -> None:
    book = openpyxl.load_workbook(io.BytesIO(GOOD))
    book.worksheets[0].sheet_state = "hidden"
    book.create_sheet("Trống")
    refused = refusal(lambda: opened(saved(book)))

    assert isinstance(refused, SheetsHidden)
    assert refused.values == {"sheets": "Danh sách"}


def sheets(**content: list[list[object]]) -> openpyxl.Workbook:
    """Make a workbook of several sheets, by their titles."""
    book = openpyxl.Workbook()
    for title, rows in content.items():
        sheet = book.create_sheet(title)
        for line in rows:
            sheet.append(line)
    return book


def test_all_sheets_that_are_lists_are_read_and_each_has_its_own_columns() -> None:
    turned = [list(reversed(line)) for line in (HEADINGS, row(3), row(4))]
    book = sheets(A=[list(HEADINGS), row(1), row(2)], B=turned, C=[["PHỤ LỤC"], list(HEADINGS), row(5), row(6)])

    with opened(saved(book)) as sent:
        rows = sent.take(100)

    assert [(one.header.sheet, one.number) for one in rows] == [
        *(("A", 2), ("A", 3), ("B", 2), ("B", 3), ("C", 3), ("C", 4))
    ]
    codes = [one.cells[one.header.places[Column.TAX_CODE]] for one in rows]
    assert codes == [tax_code(number) for number in range(1, 7)]
    assert sent.unread == ()


def test_a_summary_before_the_list_is_named_and_so_is_every_sheet_that_was_not_read() -> None:
    book = sheets(
        Summary=[["Tên đơn vị", "Lĩnh vực", "Xã/phường"], ["A", "Viễn thông", "x"]],
        Full=[list(HEADINGS), row(1)],
        Notes=[["Kính gửi Sở"]],
        Hidden=[list(HEADINGS), row(2)],
        Twice=[[*HEADINGS, "Tên đơn vị"], row(3)],
        Empty=[],
    )
    book["Hidden"].sheet_state = "hidden"

    with opened(saved(book)) as sent:
        assert len(sent.take(100)) == 1
    assert [(one.title, one.why, one.detail) for one in sent.unread] == [
        ("Summary", "missing", "Mã số thuế"),
        ("Notes", "no-list", ""),
        ("Hidden", "hidden", ""),
        ("Twice", "twice", "Tên đơn vị"),
    ]


def test_headings_may_stand_on_two_lines() -> None:
    wide: list[object] = ["Đơn vị", None, "Lĩnh vực", "Xã/phường", "Liên hệ", None]
    narrow: list[object] = ["Mã số thuế", "Tên đơn vị", None, None, "Điện thoại đơn vị", "Năng lực"]
    for first, second in ((wide, narrow), (narrow, wide)):
        with opened(xlsx([row(1)], headings=second, above=[first])) as sent:
            assert len(sent.headers[0].places) == 6
            assert [one.number for one in sent.take(9)] == [3]


def test_rows_that_only_look_used_count_for_nothing_however_far_below() -> None:
    far = with_part(
        xlsx([row(1), row(2)]), SHEET, lambda xml: xml.replace(b"</sheetData>", b'<row r="1000000"/></sheetData>')
    )

    assert len(cells(far)) == 2


def test_a_workbook_in_the_strict_writing_is_called_what_it_is() -> None:
    strict = with_part(
        GOOD,
        "xl/workbook.xml",
        lambda xml: xml.replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
    )
    refused = refusal(lambda: opened(strict))

    assert isinstance(refused, FileIsOfOtherKind)
    assert refused.values == {"kind": "strict"}


def test_what_a_spreadsheet_says_of_its_size_is_not_believed() -> None:
    with opened(with_part(GOOD, SHEET, lambda xml: xml.replace(b"A1:F3", b"A1:A1"))) as sent:
        assert len(sent.take(10)) == 2


def test_reasons_of_an_earlier_import_are_passed_over() -> None:
    order = ("Mã số thuế", "Tên đơn vị", "Lý do – Tên đơn vị", "Lĩnh vực", "Xã/phường")
    with opened(xlsx([[1, 2, 3, 4, 5]], headings=order)) as sent:
        assert sent.headers[0].unknown == ()
        assert sent.headers[0].passed_over == {2}


def with_part(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Change one part of a workbook."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(changed, "w") as new:
        for part in old.infolist():
            body = old.read(part)
            new.writestr(part.filename, change(body) if part.filename == name else body)
    return changed.getvalue()


def zipped(*names: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return content.getvalue()


# Text


def test_a_break_of_lines_that_a_workbook_writes_as_a_code_is_one() -> None:
    assert cells(xlsx([row(1, name="Công ty_x000D_\nSao Mai_x0041_")]))[0][1] == "Công ty\r\nSao Mai_x0041_"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_table_of_text_is_read_in_every_usual_writing(delimiter: str, encoding: str) -> None:
    content = csv([row(1), row(2, name='Công ty "Sao, Mai"')], delimiter=delimiter, encoding=encoding)

    assert [one[1] for one in cells(content, "ds.csv")] == ["Công ty số 1 Hà Nội", 'Công ty "Sao, Mai"']


def test_what_is_merged_down_holds_for_every_row_of_the_merge() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx([row(number) for number in range(1, 6)])))
    sheet = book.worksheets[0]
    sheet["D2"] = "Phường Ba Đình"
    sheet.merge_cells("D2:D5")
    sheet.merge_cells("C3:C4")
    sheet.merge_cells("D8:D20")

    rows = cells(saved(book))

    assert [one[3] for one in rows] == [*["Phường Ba Đình"] * 4, "Phường Hoàn Kiếm"]
    assert [one[2] for one in rows] == ["Viễn thông"] * 5


def test_neither_a_code_nor_a_name_nor_a_heading_comes_down() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (list(HEADINGS), row(3, commune=None), row(1), row(2)):
        sheet.append(line)
    for place in ("A1:A2", "D1:D2", "A3:A4", "B3:B4", "D3:D4"):
        sheet.merge_cells(place)

    rows = cells(saved(book))

    assert [one[3] for one in rows] == [None, "Phường Hoàn Kiếm", "Phường Hoàn Kiếm"]
    assert rows[2][:2] == (None, None)


def test_windows_1258_is_read() -> None:
    content = windows_1258(csv([row(1)]).decode())

    assert b"s\xf4\xec thu\xea\xec" in content
    assert cells(content, "ds.csv")[0][2] == windows_1258("Viễn thông").decode("cp1258")


def windows_1258(text: str) -> bytes:
    """Write text as old Vietnamese Windows does: letters with their shapes, tones as signs of their own."""
    written = ""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        shape = "".join(part for part in parts if part not in TONES)
        tone = "".join(part for part in parts if part in TONES)
        written += unicodedata.normalize("NFC", shape) + tone
    return written.encode("cp1258")


def test_excels_hint_at_the_separator_is_passed_over() -> None:
    content = b"sep=;\r\n" + csv([row(1)])

    with opened(content, "ds.csv") as sent:
        assert [one.number for one in sent.take(5)] == [3]


def test_a_quotation_mark_that_is_never_closed_does_not_swallow_the_rest() -> None:
    content = csv([row(1)]) + b'0100112437;"no end\r\n' + csv([row(2)])

    assert isinstance(refusal(lambda: cells(content, "ds.csv")), FileBroken)


def test_digits_alone_are_a_number_since_a_spreadsheet_may_have_dropped_their_zero() -> None:
    content = csv([["100112437", "A", "B", "C", "0912345678", ""]])

    assert cells(content, "ds.csv")[0][::4] == (100112437, "0912345678")


# What cannot be read


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old"),
        (b"%PDF-1.7\n%\xe2\xe3", "pdf"),
        (b"\x89PNG\r\n\x1a\n\0\0", "image"),
        (b"\xff\xd8\xff\xe0\0\0", "image"),
        (b"Rar!\x1a\x07", "archive"),
        (zipped("a.txt"), "archive"),
        (zipped("word/document.xml", "[Content_Types].xml"), "document"),
        (zipped("mimetype", "content.xml"), "open-document"),
        (b"<!DOCTYPE html><html><table></table></html>", "page"),
        ("\ufeff<html>".encode(), "page"),
        (b"<?xml version='1.0'?><Workbook/>", "xml"),
        ("Kính gửi quý đơn vị".encode(), "text"),
        (b"", "empty"),
        (b"\x00\x01\x02\x03\xff\xfe", "unknown"),
    ],
)
def test_another_kind_of_file_under_the_name_of_a_workbook_is_called_what_it_is(content: bytes, kind: str) -> None:
    refused = refusal(lambda: opened(content))

    assert isinstance(refused, FileIsOfOtherKind)
    assert refused.values == {"kind": kind}


def test_a_picture_under_the_name_of_a_table_is_refused_too() -> None:
    assert isinstance(refusal(lambda: opened(b"\x89PNG\r\n\x1a\n", "ds.csv")), FileIsOfOtherKind)


def test_a_workbook_under_the_name_of_a_table_is_read_all_the_same() -> None:
    assert len(cells(GOOD, "ds.csv")) == 2


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_file_that_was_cut_off_is_broken(share: float) -> None:
    assert isinstance(refusal(lambda: cells(GOOD[: int(len(GOOD) * share)])), FileBroken)


def test_a_sheet_that_is_no_xml_is_broken() -> None:
    broken = with_part(GOOD, SHEET, lambda xml: xml[: len(xml) // 2])

    assert isinstance(refusal(lambda: cells(broken)), FileBroken)


def test_a_part_that_defines_entities_is_refused_before_it_is_read() -> None:
    bomb = b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>"
    broken = with_part(GOOD, SHEET, lambda xml: bomb + xml)

    assert isinstance(refusal(lambda: cells(broken)), FileBroken)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_found_wherever_in_a_part_they_are_defined(encoding: str) -> None:
    bomb = f"<!--{'x' * 300_000}--><!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>]>"
    broken = with_part(GOOD, SHEET, lambda xml: f"{bomb}{xml.decode()}".encode(encoding))

    assert isinstance(refusal(lambda: cells(broken)), FileBroken)


def test_a_picture_in_a_workbook_is_not_taken_for_something_written() -> None:
    with_logo = io.BytesIO(GOOD)
    with zipfile.ZipFile(with_logo, "a") as archive:
        archive.writestr("xl/media/logo.png", b"\x89PNG\r\n" + b"<!DOCTYPE " + b"<" * 400_000)

    assert len(cells(with_logo.getvalue())) == 2


@pytest.mark.parametrize("name", ["ds.xlsx", "ds.csv"])
def test_no_cell_is_longer_than_a_spreadsheet_can_hold(name: str) -> None:
    assert cells(with_name("x" * 32_767, name), name)[0][1] == "x" * 32_767

    assert isinstance(refusal(lambda: cells(with_name("x" * 32_768, name), name)), FileBroken)


def with_name(business: str, name: str) -> bytes:
    """Make a list of one business, written by a program that knows no limit."""
    if name.endswith(".csv"):
        return csv([row(name=business)])
    return with_part(xlsx([row(name="NAME")]), SHEET, lambda xml: xml.replace(b"NAME", business.encode()))


def test_what_is_too_long_for_a_heading_is_none() -> None:
    long = "Mã số thuế" + ":" * 1_000
    with opened(xlsx([row()], headings=(*HEADINGS, "x" * 32_767))) as sent:
        assert len(sent.take(5)) == 1

    refused = refusal(lambda: opened(xlsx([row()], headings=(long, *HEADINGS[1:]))))

    assert isinstance(refused, HeadingsMissing)
    assert refused.values["missing"] == "Mã số thuế"


# A part that says little in few bytes, over and over, makes the reader hold thousands of times as much.


def test_a_row_of_more_cells_than_any_sheet_has_is_broken() -> None:
    broken = with_part(GOOD, SHEET, lambda xml: xml.replace(b"</row>", b"<c/>" * 400_000 + b"</row>", 1))

    assert isinstance(refusal(lambda: opened(broken)), FileBroken)


def test_a_row_longer_than_all_its_cells_can_be_is_broken() -> None:
    long = b"x" * 9_000_000
    broken = with_part(GOOD, SHEET, lambda xml: xml.replace(b"</row>", b"<c><v>" + long + b"</v></c></row>", 1))

    assert isinstance(refusal(lambda: opened(broken)), FileBroken)


def test_a_sheet_with_more_beside_its_rows_than_in_them_is_broken() -> None:
    broken = with_part(GOOD, SHEET, lambda xml: xml.replace(b"<sheetData>", b"<sheetData>" + b"<a/>" * 400_000))

    assert isinstance(refusal(lambda: opened(broken)), FileBroken)


def test_a_workbook_that_holds_far_more_than_a_list_is_refused_unread() -> None:
    styles = with_part(
        GOOD, "xl/styles.xml", lambda xml: xml.replace(b"</cellXfs>", b"<xf/>" * 400_000 + b"</cellXfs>")
    )

    assert isinstance(refusal(lambda: opened(styles)), FileHoldsMore)


def test_many_rows_and_many_words_that_they_share_are_no_reason_to_refuse() -> None:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, line in enumerate([HEADINGS, *(row(one) for one in range(35_000))]):
            sheet.write_row(number, 0, line)
    assert sum(part.file_size for part in zipfile.ZipFile(content).infolist()) > 8 * 1024 * 1024

    assert len(cells(content.getvalue())) == 35_000


def test_a_row_far_beyond_the_last_one_does_not_make_the_reader_count_to_it() -> None:
    far = with_part(GOOD, SHEET, lambda xml: xml.replace(b'<row r="3"', b'<row r="999999999999"'))

    assert isinstance(refusal(lambda: cells(far)), FileBroken)


def test_what_would_unpack_to_more_than_the_memory_is_refused_unread() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/workbook.xml", "w") as part:
        for _ in range(101):
            part.write(b"\0" * 1024 * 1024)

    assert len(content.getvalue()) < 300_000
    refused = refusal(lambda: opened(content.getvalue()))
    assert isinstance(refused, FileUnpacksTooLarge)


def test_a_file_of_more_than_20_megabytes_is_refused() -> None:
    refused = refusal(lambda: opened(b"x" * (20 * 1024 * 1024 + 1)))

    assert isinstance(refused, FileTooLarge)
    assert refused.values == {"megabytes": 21, "limit": 20}


def test_headings_that_are_missing_and_unknown_are_named() -> None:
    refused = refusal(lambda: opened(xlsx([["x", "y", "z"]], headings=("Mã số thuế", "Tên đơn vị", "Nhóm"))))

    assert isinstance(refused, HeadingsMissing)
    assert refused.values == {"missing": "Lĩnh vực; Xã/phường", "unknown": "Nhóm"}


def test_a_list_without_any_of_our_headings_says_what_it_has_instead() -> None:
    refused = refusal(lambda: opened(xlsx([["x", "y"]], headings=("Họ và tên", "Lớp"))))

    assert isinstance(refused, HeadingsMissing)
    assert refused.values["missing"] == "Mã số thuế; Tên đơn vị; Lĩnh vực; Xã/phường"
    assert refused.values["unknown"] == "Họ và tên; Lớp"


def test_a_heading_that_stands_twice_is_named() -> None:
    refused = refusal(lambda: opened(xlsx([row()], headings=(*HEADINGS[:5], "mã số THUẾ"))))

    assert isinstance(refused, HeadingsTwice)
    assert refused.values == {"twice": "mã số THUẾ"}


def test_an_empty_sheet_is_told_as_such() -> None:
    assert isinstance(refusal(lambda: opened(xlsx([], headings=()))), NoRowsInFile)


def test_no_more_rows_are_read_than_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MOST_ROWS", 3)
    assert len(cells(xlsx([row(number) for number in range(3)]))) == 3

    refused = refusal(lambda: cells(xlsx([row(number) for number in range(4)])))

    assert isinstance(refused, TooManyRows)
    assert refused.values == {"limit": 3}


def test_a_hundred_thousand_rows_are_refused_at_the_limit() -> None:
    line = (";".join(str(cell or "") for cell in row()) + "\n").encode()
    content = csv([]) + line * 100_000

    refused = refusal(lambda: cells(content, "ds.csv"))

    assert isinstance(refused, TooManyRows)
    assert refused.values == {"limit": 60_000}


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_file_is_read_or_refused_but_never_breaks_anything(data: st.DataObject) -> None:
    damaged = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 12))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))

    assert outcome(bytes(damaged), "ds.xlsx") in {*REFUSED, None}


@given(st.binary(max_size=400), st.sampled_from(["ds.csv", "ds.xlsx"]))
@settings(deadline=None)
def test_any_bytes_are_refused_with_a_reason(content: bytes, name: str) -> None:
    assert outcome(content, name) in REFUSED


def outcome(content: bytes, name: str) -> type[Refusal] | None:
    """Tell how a file is refused, if it is."""
    try:
        cells(content, name)
    except Refusal as refused:
        return type(refused)
    return None
