"""Old districts and provinces in columns of their own decide the commune; what contradicts it is told."""

import openpyxl
import pytest

from services.ground.refusals import Refusal
from services.places.communes import commune
from services.workbooks.import_communes import CommuneNotThere, CommuneUnclear, DistrictUnknown, ProvinceElsewhere
from services.workbooks.import_rows import CellEmpty, Entry, Rejected, RowReader, Vocabulary
from services.workbooks.lists import Column
from tests.services.lists import HEADINGS, opened, row, saved, xlsx

PHU_THO = "25"
Read = Entry | Rejected | None


def read(content: bytes) -> list[Read]:
    """Read all rows of a list of Phú Thọ."""
    reader = RowReader(Vocabulary(PHU_THO, {}))
    with opened(content) as sent:
        return [reader.read(one) for one in sent.take(100)]


def told(one: Read) -> str | type[Refusal]:
    """Tell what a row was taken for, or for what kind of reason it was turned away."""
    if isinstance(one, Entry):
        return commune(one.commune_code).name
    assert isinstance(one, Rejected)
    assert list(one.reasons) == [Column.COMMUNE]
    return type(one.reasons[Column.COMMUNE])


def beside(*values: tuple[object, ...], headings: tuple[str, ...]) -> bytes:
    """Make a list of communes and of what stands in columns beside them."""
    rows = [[*row(number, commune=first), *others] for number, (first, *others) in enumerate(values, 1)]
    return xlsx(rows, headings=(*HEADINGS, *headings))


@pytest.mark.parametrize(
    ("name", "district", "taken"),
    [
        ("Xã Thanh Sơn", "Lương Sơn", "Xã Cao Dương"),
        ("Thanh Sơn", "H. LƯƠNG SƠN", "Xã Cao Dương"),
        ("Khu 3, xã Thanh Sơn", "huyện Lương Sơn (cũ)", "Xã Cao Dương"),
        ("Xã Thanh Sơn, Lương Sơn", "Lương Sơn", "Xã Cao Dương"),
        ("Xã Tân Lập", "Thanh Sơn", "Xã Văn Miếu"),
        ("Xã Tân Lập", "Lạc Sơn", "Xã Mường Vang"),
        ("Xã Tân Lập", "Sông Lô", "Xã Tam Sơn"),
        ("Phường Gia Cẩm", "Việt Trì", "Phường Việt Trì"),
        ("Xã Cao Dương", "Lương Sơn", "Xã Cao Dương"),
        ("Xã Thanh Sơn", "–", "Xã Thanh Sơn"),
        ("Xã Thanh Sơn", None, "Xã Thanh Sơn"),
    ],
)
def test_a_district_in_a_column_of_its_own_decides_the_commune(name: str, district: object, taken: str) -> None:
    (found,) = read(beside((name, district), headings=("Huyện cũ",)))

    assert told(found) == taken


def test_an_older_address_is_told_with_the_district_of_its_own_column() -> None:
    first, second = read(beside(("Xã Thanh Sơn", "Lương Sơn"), ("Xã Cao Dương", "Lương Sơn"), headings=("Huyện cũ",)))

    assert isinstance(first, Entry)
    assert isinstance(second, Entry)
    assert (first.older_address, second.older_address) == ("Xã Thanh Sơn, Lương Sơn", None)


def test_a_district_that_is_merged_down_holds_for_every_row() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append([*HEADINGS, "Huyện cũ"])
    for number, district in enumerate(("Lương Sơn", None, None, "Sông Lô", None), 1):
        sheet.append([*row(number, commune="Xã Thanh Sơn" if number < 4 else "Xã Tân Lập"), district])
    sheet.merge_cells("G2:G4")
    sheet.merge_cells("G5:G6")

    assert [told(one) for one in read(saved(book))] == [*["Xã Cao Dương"] * 3, *["Xã Tam Sơn"] * 2]


@pytest.mark.parametrize(
    ("name", "district", "why"),
    [
        ("Xã Thanh Sơn", "Thanh Ba", CommuneNotThere),
        ("Xã Thanh Sơn, huyện Lương Sơn", "Thanh Ba", CommuneNotThere),
        ("Phường Gia Cẩm", "TP Hòa Bình", CommuneNotThere),
        ("Xã Thanh Sơn", "Cầu Giấy", DistrictUnknown),
        ("Xã Thanh Sơn", "=VLOOKUP(1;A:B;2)", DistrictUnknown),
        ("Xã Tân Sơn", "Tân Sơn", CommuneUnclear),
    ],
)
def test_where_commune_and_district_contradict_each_other_nothing_is_guessed(
    name: str, district: str, why: type[Refusal]
) -> None:
    (found,) = read(beside((name, district), headings=("Huyện cũ",)))

    assert told(found) == why
    if why is CommuneNotThere:
        assert isinstance(found, Rejected)
        assert found.reasons[Column.COMMUNE].values == {"text": name, "where": district}


def test_once_a_list_names_districts_a_name_alone_may_be_one_of_then() -> None:
    first, second, third = read(
        beside(("Xã Thanh Sơn", "Lương Sơn"), ("Xã Thanh Sơn", None), ("Phường Việt Trì", None), headings=("Huyện cũ",))
    )

    assert (told(first), told(second), told(third)) == ("Xã Cao Dương", CommuneUnclear, "Phường Việt Trì")
    assert isinstance(second, Rejected)
    assert second.reasons[Column.COMMUNE].values == {"candidates": "Xã Cao Dương, Xã Thanh Sơn"}


@pytest.mark.parametrize(
    ("name", "then", "told_so"),
    [
        ("Xã Ngọc Mỹ", "Hòa Bình", "Xã Tân Lạc"),
        ("Xã Ngọc Mỹ", "Tỉnh Vĩnh Phúc", "Xã Hợp Lý"),
        ("Xã Thanh Sơn", "Hòa Bình", "Xã Cao Dương"),
        ("Xã Thanh Sơn", "Phú Thọ", "Xã Thanh Sơn"),
        ("Xã Tân Lập", "Phú Thọ", "Xã Văn Miếu"),
        ("Xã Tân Lập", "Hà Nội", ProvinceElsewhere),
        ("Phường Gia Cẩm", "Vĩnh Phúc", CommuneNotThere),
    ],
)
def test_a_former_province_in_a_column_of_its_own_decides_too(
    name: str, then: str, told_so: str | type[Refusal]
) -> None:
    (found,) = read(beside((name, then), headings=("Tỉnh cũ",)))

    assert told(found) == told_so


def test_the_province_of_today_says_nothing_and_any_other_something() -> None:
    values = (("Xã Thanh Sơn", "Phú Thọ"), ("Xã Thanh Sơn", "Hòa Bình"), ("Xã Thanh Sơn", "Hà Nội"))

    found = read(beside(*values, headings=("Tỉnh",)))

    assert [told(one) for one in found] == ["Xã Thanh Sơn", "Xã Cao Dương", ProvinceElsewhere]


def test_a_district_of_another_province_than_the_one_beside_it_is_told() -> None:
    (found,) = read(beside(("Xã Thanh Sơn", "Lương Sơn", "Vĩnh Phúc"), headings=("Huyện cũ", "Tỉnh cũ")))

    assert told(found) == CommuneNotThere


def sections(*lines: tuple[object, ...]) -> list[str | type[Refusal]]:
    """Tell what the rows of a list with titles of sections are taken for; a title is a line of one or two cells."""
    numbers = iter(range(1, 100))
    rows = [[*line] if len(line) < 3 else row(next(numbers), commune=line[2]) for line in lines]
    return [told(one) for one in read(xlsx(rows)) if one is not None]


OLD: tuple[object, ...] = (None, None, "Xã Thanh Sơn")
SAME: tuple[object, ...] = (None, None, "Xã Tân Lập")


@pytest.mark.parametrize("title", [("I", "Huyện Lương Sơn"), ("I. HUYỆN LƯƠNG SƠN (3 đơn vị)",), ("Huyện Lương Sơn:",)])
def test_the_title_of_a_section_decides_for_what_stands_below_it(title: tuple[object, ...]) -> None:
    assert sections(title, OLD, OLD) == ["Xã Cao Dương", "Xã Cao Dương"]


def test_a_section_ends_with_the_next_one_that_is_counted_so() -> None:
    found = sections(
        ("I. Huyện Lạc Sơn",), SAME, ("1. Viễn thông",), SAME, ("II. Huyện Sông Lô",), SAME, ("III. Khác",), SAME
    )

    assert found == ["Xã Mường Vang", "Xã Mường Vang", "Xã Tam Sơn", CommuneUnclear]


@pytest.mark.parametrize(
    "title", [("Lương Sơn",), (None, "LƯƠNG SƠN (2 đơn vị)"), ("I", "Lương Sơn"), ("2. Lương Sơn",)]
)
def test_the_name_of_a_district_alone_decides_as_its_title_does(title: tuple[object, ...]) -> None:
    assert sections(title, OLD, ("Ngoài tỉnh",), OLD) == ["Xã Cao Dương", CommuneUnclear]


@pytest.mark.parametrize("title", [("Xã Thanh Sơn",), (None, "xã thanh sơn:")])
def test_the_name_of_a_commune_alone_stands_for_those_below_it_that_name_none(title: tuple[object, ...]) -> None:
    nothing: tuple[object, ...] = (None, None, None)
    other: tuple[object, ...] = (None, None, "Phường Việt Trì")

    assert sections(title, nothing, other, nothing, ("Khác",), nothing) == [
        *("Xã Thanh Sơn", "Phường Việt Trì", "Xã Thanh Sơn", CellEmpty)
    ]


def test_words_in_a_column_that_we_do_not_know_divide_a_list() -> None:
    numbered = [("Khối doanh nghiệp nhà nước", *(None for _ in HEADINGS)), (1, *row(1, commune="Phường Việt Trì"))]

    first, second = read(xlsx(numbered, headings=("STT", *HEADINGS)))

    assert first is None
    assert isinstance(second, Entry)


def test_a_section_may_be_that_of_a_former_province_and_what_contradicts_it_is_told() -> None:
    other: tuple[object, ...] = (None, None, "Phường Gia Cẩm")

    assert sections(("Tỉnh Hòa Bình",), OLD, other, ("TỈNH PHÚ THỌ",), other) == [
        *("Xã Cao Dương", CommuneNotThere, "Phường Việt Trì")
    ]


def test_a_business_that_is_called_like_a_city_is_no_title_of_a_section() -> None:
    (found,) = read(xlsx([[None, "Thành phố Xanh"]]))

    assert isinstance(found, Rejected)
