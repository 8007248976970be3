"""Lists as offices make them, read by all the headings that are understood."""

from collections.abc import Sequence

import openpyxl
import pytest

from handlers.workbooks import words
from models.people import Language
from services.workbooks.lists import Beside, Column, Header, SentRow, open_list
from tests.services.lists import saved, tax_code

Lines = Sequence[Sequence[object]]


def sent(lines: Lines, *merges: str) -> tuple[Header, list[SentRow]]:
    """Read a sheet with its merges."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for line in lines:
        sheet.append(list(line))
    for cells in merges:
        sheet.merge_cells(cells)
    with open_list(saved(book), name="ds.xlsx", headings=words.headings(Language.VIETNAMESE)) as opened:
        return opened.headers[0], opened.take(100)


def named(header: Header) -> dict[str, str]:
    """Tell which column was understood by which heading."""
    places = [*header.places.items(), *header.beside.items()]
    return {str(one): header.sent[place] for one, place in places}


GROUPS = ["STT", "Tên doanh nghiệp", "MST", "Địa chỉ", None, None, "Liên hệ", None, "Ngành nghề"]
LEAVES = [None, None, None, "Số nhà, đường", "Huyện", "Xã", "SĐT", "Email", None]
ROW = [1, "Công ty Sao Mai", tax_code(1), "Số 5", "Lương Sơn", "Xã Thanh Sơn", "024 3822 1234", "a@b.vn", "Viễn thông"]


def test_below_groups_every_column_goes_by_its_own_heading() -> None:
    merges = ("A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:H1", "I1:I2")
    for merged in (merges, ()):
        header, rows = sent([GROUPS, LEAVES, ROW], *merged)

        assert named(header) == {
            "tax_code": "MST",
            "name": "Tên doanh nghiệp",
            "sectors": "Ngành nghề",
            "commune": "Xã",
            "phone": "SĐT",
            "district": "Huyện",
        }
        assert header.unknown == ("STT", "Số nhà, đường", "Email")
        assert [one.number for one in rows] == [3]


def test_the_only_heading_that_is_known_below_a_group_is_understood() -> None:
    groups = ["Tên đơn vị", "Mã số thuế", "Lĩnh vực", "Xã/phường", "Đầu mối", None]
    header, rows = sent([groups, [None, None, None, None, "Họ tên", "SĐT"], ["A", tax_code(1), "VT", "x", "B", None]])

    assert header.places[Column.PHONE] == 5
    assert header.unknown == ("Họ tên",)
    assert [one.number for one in rows] == [3]


def test_a_name_below_a_group_is_not_that_of_the_business() -> None:
    groups = ["Người đại diện", None, "Tên đơn vị", "Mã số thuế", "Lĩnh vực", "Xã/phường", "Điện thoại"]
    header, _ = sent([groups, ["Tên", "SĐT"], ["B", "0912345678", "A", tax_code(1), "VT", "x", None]], "A1:B1")

    assert (header.places[Column.NAME], header.places[Column.PHONE]) == (2, 6)
    assert header.unknown == ("Tên", "SĐT")


def test_a_group_that_is_understood_names_its_first_column_where_nothing_below_does() -> None:
    groups = ["Tên đơn vị", "Mã số thuế", "Lĩnh vực", "Xã/phường", "Điện thoại", None]
    header, _ = sent([groups, [None, None, None, None, "Bàn", "Fax"], ["A", tax_code(1), "VT", "x"]], "E1:F1", "A1:A2")

    assert header.places[Column.PHONE] == 4
    assert header.unknown == ("Fax",)


def test_old_and_new_below_one_group_are_told_apart() -> None:
    groups = ["Tên đơn vị", "Mã số thuế", "Lĩnh vực", "Xã/phường", None, "Huyện cũ", "Tỉnh cũ"]
    header, _ = sent([groups, [None, None, None, "Cũ", "Mới"], ["A", tax_code(1), "VT", "x", "y"]], "D1:E1")

    assert header.places[Column.COMMUNE] == 4
    assert header.beside == {Beside.DISTRICT: 5, Beside.FORMER_PROVINCE: 6}
    assert header.unknown == ("Cũ",)


def test_the_first_row_of_a_list_and_the_numbers_of_columns_are_no_second_line_of_headings() -> None:
    one_line = ["Tên đơn vị", "Mã số thuế", "Ngành", "Xã/phường", "Ghi chú"]
    for second in (["Công ty", None, "Bưu điện", "Xã", "SĐT"], ["(1)", "(2)", "(3)", "(4)", "(5)"]):
        header, rows = sent([one_line, [second[0], tax_code(1), *second[2:]] if second[1] is None else second])

        assert header.row == 1
        assert header.unknown == ("Ghi chú",)
        assert len(rows) == 1


def test_a_title_above_the_headings_is_no_group() -> None:
    title = ["UBND TỈNH", None, None, None, "Mẫu số 01"]
    headings = ["Tên đơn vị", "Mã số thuế", "Ngành", "Xã/phường", "Địa chỉ"]
    header, _ = sent([title, headings, ["A", tax_code(1), "VT", "x", "Số 5"]], "A1:D1")

    assert header.places[Column.COMMUNE] == 3
    assert header.unknown == ("Địa chỉ",)


@pytest.mark.parametrize(
    "headings",
    [
        ["TT", "Tên cơ sở", "MST", "Địa chỉ", "Xã", "SĐT", "Lĩnh vực"],
        [
            "TT",
            "Tên đơn vị/doanh nghiệp",
            "Mã số DN",
            "Địa chỉ trụ sở",
            "Phường, xã",
            "Hotline",
            "Lĩnh vực, ngành nghề",
        ],
        ["STT", "TÊN DOANH NGHIỆP", "Mã số thuế (MST)", "Trụ sở", "Xã (phường)", "Cố định", "Ngành nghề chính"],
        ["STT", "Tên DN", "Mã số doanh nghiệp/MST", "Địa chỉ", "Xã/phường", "Điện thoại/Fax", "Nhóm ngành"],
        [
            "Số TT",
            "Đơn vị",
            "Mã thuế",
            "Địa chỉ",
            "Xã, phường, đặc khu",
            "Điện thoại (nếu có)",
            "Ngành nghề kinh doanh",
        ],
    ],
)
def test_headings_of_offices_are_understood_and_an_address_gives_way_to_a_commune(headings: list[str]) -> None:
    header, _ = sent([headings, [1, "A", tax_code(1), "Số 5", "x", None, "VT"]])

    places = {str(one): place for one, place in header.places.items()}
    assert places == {"name": 1, "tax_code": 2, "commune": 4, "phone": 5, "sectors": 6}
    assert header.unknown == (headings[0], headings[3])


def test_what_stands_below_one_heading_of_several_columns_is_said_together() -> None:
    headings = ["Tên đơn vị", "Mã số thuế", "Ngành", "Năng lực", None, "Địa chỉ", None]
    business = ["A", tax_code(1), "VT", "Xe: 1", "Lều: 2", "Xã Thanh Sơn", "Lương Sơn"]
    lines: Lines = [headings, business, ["B", None, "VT"]]
    header, (first, second) = sent(lines, "D1:E1", "F1:G1")

    assert len(header.sent) == len(first.cells) == 6
    assert first.cells[3:] == ("Xe: 1; Lều: 2", None, "Xã Thanh Sơn; Lương Sơn")
    assert second.cells == ("B", None, "VT", None, None, None)
