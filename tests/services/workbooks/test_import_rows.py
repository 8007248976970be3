"""Rows of a list: what every cell is understood as, and the reason beside each that is wrong."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.formula import ArrayFormula

from models.members import Sector
from services.applications.registration import BusinessNameUnfit, NoSuchCommune
from services.ground.refusals import Refusal
from services.notation.phones import PhoneInvalid
from services.notation.tax_codes import TaxCodeCheckDigit, TaxCodeLength
from services.places import communes
from services.workbooks.import_communes import CommuneUnclear, find_commune
from services.workbooks.import_letters import CellInOldWriting
from services.workbooks.import_rows import (
    CapabilityNotInCatalogue,
    CapabilityWithoutHeadcount,
    CellEmpty,
    CellIsBoolean,
    CellIsDate,
    CellIsError,
    CellIsFormula,
    Entry,
    Rejected,
    RowReader,
    SectorUnknown,
    TaxCodeLostZero,
    Vocabulary,
)
from services.workbooks.lists import Column, SentRow
from tests.services.lists import HEADER, HEADINGS, row, tax_code

HANOI = "01"
VOCABULARY = Vocabulary(
    province_code=HANOI,
    capabilities={
        1: ("Máy phát điện", "Power generators"),
        2: ("Máy chủ, lưu trữ dự phòng", "Backup servers and hosting"),
        3: ("Đường truyền dự phòng (VSAT, 4G)", "Backup links (VSAT, 4G)"),
    },
    examples=frozenset({"vi du cong ty mau"}),
)


def read(**cells: object) -> Entry | Rejected | None:
    return RowReader(VOCABULARY).read(SentRow(2, tuple(row(1, **cells)), HEADER))


def entry(**cells: object) -> Entry:
    found = read(**cells)
    assert isinstance(found, Entry), found
    return found


def reason(**cells: object) -> Refusal:
    """Give the one reason for which a row is turned away."""
    found = read(**cells)
    assert isinstance(found, Rejected), found
    ((column, refusal),) = found.reasons.items()
    assert column == next(iter(cells))
    return refusal


def test_a_good_row_says_all_that_it_says() -> None:
    found = entry(sectors="viễn thông; CNTT", commune="ba dinh", capabilities="Máy phát điện: 5")

    assert found.tax_code == tax_code(1)
    assert found.name == "Công ty số 1 Hà Nội"
    assert found.sectors == (Sector.TELECOM, Sector.IT)
    assert communes.commune(found.commune_code).name == "Phường Ba Đình"
    assert found.phone == "+842438221234"
    assert found.capabilities == ((1, 5),)


def test_what_may_be_empty_says_nothing() -> None:
    for phone, capabilities in ((None, "  "), ("-", "Không"), (0, "…"), ("chưa có", "N/A"), ("Không có", "0")):
        found = entry(phone=phone, capabilities=capabilities)

        assert found.phone is None
        assert found.capabilities is None


@pytest.mark.parametrize("column", ["tax_code", "name", "sectors", "commune"])
def test_a_dash_is_no_value_where_one_must_be(column: str) -> None:
    assert isinstance(reason(**{column: " – "}), CellEmpty)


def test_every_wrong_cell_has_its_own_reason() -> None:
    found = read(tax_code="12", name="", sectors="nông nghiệp", commune="Sao Hỏa", phone="gọi anh Nam")

    assert isinstance(found, Rejected)
    assert {column: type(refusal) for column, refusal in found.reasons.items()} == {
        Column.TAX_CODE: TaxCodeLength,
        Column.NAME: CellEmpty,
        Column.SECTORS: SectorUnknown,
        Column.COMMUNE: NoSuchCommune,
        Column.PHONE: PhoneInvalid,
    }


def test_thousands_of_rows_with_one_mistake_do_not_keep_the_way_to_it() -> None:
    reader = RowReader(VOCABULARY)
    found = [reader.read(SentRow(number, tuple(row(1, commune="Sao Hỏa")), HEADER)) for number in range(3)]

    for one in found:
        assert isinstance(one, Rejected)
        assert one.reasons[Column.COMMUNE].__traceback__ is None


def test_the_examples_of_the_template_are_passed_over() -> None:
    assert read(name="VÍ DỤ: Công ty mẫu", tax_code="sai") is None


@pytest.mark.parametrize("column", ["tax_code", "name", "sectors", "commune", "phone", "capabilities"])
@pytest.mark.parametrize("formula", ["=1+1", ' =HYPERLINK("http://x")', ArrayFormula("A1:A2", "=B1:B2")])
def test_a_formula_is_nobodys_word(column: str, formula: object) -> None:
    assert isinstance(reason(**{column: formula}), CellIsFormula)


def test_the_error_of_a_formula_is_told() -> None:
    refused = reason(name="#N/A")

    assert isinstance(refused, CellIsError)
    assert refused.values == {"error": "#N/A"}


def test_a_date_is_no_name_and_no_phone() -> None:
    assert isinstance(reason(name=datetime(2026, 1, 2)), CellIsDate)  # noqa: DTZ001 - as a spreadsheet has it


@pytest.mark.parametrize("column", list(Column))
@pytest.mark.parametrize("value", [True, False])
def test_a_truth_value_is_nobodys_word(column: Column, value: bool) -> None:
    assert isinstance(reason(**{column: value}), CellIsBoolean)


# Numbers


def test_a_tax_code_that_was_typed_as_a_number_gets_its_zero_back() -> None:
    assert entry(tax_code=100112437).tax_code == "0100112437"
    assert entry(tax_code=100112437.0).tax_code == "0100112437"
    assert entry(tax_code=314409058002).tax_code == "0314409058-002"
    assert entry(tax_code=int(tax_code(7))).tax_code == tax_code(7)


@pytest.mark.parametrize("number", [100112438, 314409059002, 10123456789])
def test_a_number_that_no_zero_makes_right_is_told_to_have_lost_one(number: int) -> None:
    refused = reason(tax_code=number)

    assert isinstance(refused, TaxCodeLostZero)
    assert refused.values == {"length": len(str(number))}


def test_nine_digits_as_text_are_told_rather_than_guessed() -> None:
    assert isinstance(reason(tax_code="100112437"), TaxCodeLostZero)


def test_a_wrong_check_digit_is_told() -> None:
    assert isinstance(reason(tax_code="0100112438"), TaxCodeCheckDigit)


def test_a_phone_that_was_typed_as_a_number_gets_its_beginning_back() -> None:
    assert entry(phone=912345678).phone == "+84912345678"
    assert entry(phone=84912345678).phone == "+84912345678"
    assert isinstance(reason(phone=123), PhoneInvalid)


# Sectors and capabilities


@pytest.mark.parametrize(
    ("text", "sectors"),
    [
        ("Viễn thông", [Sector.TELECOM]),
        ("VIEN THONG", [Sector.TELECOM]),
        ("Bưu chính và viễn thông", [Sector.TELECOM, Sector.POSTAL]),
        ("Bưu chính, CNTT", [Sector.POSTAL, Sector.IT]),
        ("Công nghệ thông tin, công nghệ số", [Sector.IT]),
        ("Telecom/Postal and IT", [Sector.TELECOM, Sector.POSTAL, Sector.IT]),
        ("IT and digital technology; Postal", [Sector.POSTAL, Sector.IT]),
    ],
)
def test_sectors_are_understood_in_any_spelling(text: str, sectors: list[Sector]) -> None:
    assert list(entry(sectors=text).sectors) == sectors


def test_the_sector_that_is_not_understood_is_named() -> None:
    assert reason(sectors="Viễn thông; Nông nghiệp").values == {"text": "Nông nghiệp"}
    assert isinstance(reason(sectors=";"), SectorUnknown)


@pytest.mark.parametrize(
    ("text", "capabilities"),
    [
        ("Máy phát điện: 5", ((1, 5),)),
        ("may phat dien:5 người", ((1, 5),)),
        ("Power generators – 5; máy chủ lưu trữ dự phòng : 2", ((1, 5), (2, 2))),
        ("Máy chủ, lưu trữ dự phòng: 12\nMáy phát điện = 1", ((1, 1), (2, 12))),
        ("Đường truyền dự phòng (VSAT, 4G): 3;", ((3, 3),)),
    ],
)
def test_capabilities_are_understood_in_any_spelling(text: str, capabilities: tuple[tuple[int, int], ...]) -> None:
    assert entry(capabilities=text).capabilities == capabilities


def test_an_unknown_capability_is_told_with_the_nearest() -> None:
    refused = reason(capabilities="Máy phát đện: 5")

    assert isinstance(refused, CapabilityNotInCatalogue)
    assert refused.values == {"text": "Máy phát đện", "nearest": "Máy phát điện"}


@pytest.mark.parametrize("text", ["Máy phát điện", "Máy phát điện: nhiều", "Máy phát điện: 0", "Máy phát điện: 5000"])
def test_a_capability_needs_a_number_of_people(text: str) -> None:
    assert isinstance(reason(capabilities=text), CapabilityWithoutHeadcount)


@given(st.one_of(st.text(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.booleans(), st.none()))
def test_any_cell_is_understood_or_refused(value: object) -> None:
    for column in Column:
        found = read(**{column: value})
        assert isinstance(found, Entry | Rejected)
        if isinstance(found, Rejected):
            assert set(found.reasons) == {column}


@pytest.mark.parametrize("written", ["'0912345678", '="0912345678"', "’0912345678"])
def test_what_was_marked_as_text_is_text(written: str) -> None:
    assert entry(phone=written).phone == "+84912345678"
    assert entry(tax_code=written.replace("0912345678", tax_code(3))).tax_code == tax_code(3)


@pytest.mark.parametrize(
    ("written", "sectors"),
    [
        ("Chuyển phát nhanh", (Sector.POSTAL,)),
        ("CNTT-TT", (Sector.IT,)),
        ("Công nghệ thông tin và truyền thông", (Sector.IT,)),
        ("Bưu chính & viễn thông", (Sector.TELECOM, Sector.POSTAL)),
    ],
)
def test_other_names_of_sectors_are_understood(written: str, sectors: tuple[Sector, ...]) -> None:
    assert set(entry(sectors=written).sectors) == set(sectors)


@pytest.mark.parametrize("written", ["Máy phát điện 5", "Máy phát điện (5)", "máy phát điện x 5", "Máy phát điện - 5"])
def test_a_number_after_a_capability_needs_no_colon(written: str) -> None:
    assert entry(capabilities=written).capabilities == ((1, 5),)


@pytest.mark.parametrize(
    "cells",
    [
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
        (1, 2, 3, 4, 5, 6),
        ("A", "B", 1, 2, 3, None),
        ("I. Doanh nghiệp viễn thông", None, None, None, None, None),
        ("II", "Doanh nghiệp bưu chính", None, None, None, None),
        (None, "B. HỘ KINH DOANH", None, None, None, None),
        ("Tổng cộng: 12", None, None, None, None, None),
        ("Tổng", None, None, None, None, 12),
        (None, "Cộng", 12, None, None, 340),
        HEADINGS,
        (*HEADINGS[:4], None, None),
        (None, "\u200b", None, "\ufeff ", None, None),
        (None, None, None, "KT. GIÁM ĐỐC", None, None),
        (None, None, None, "PHÓ GIÁM ĐỐC", None, None),
        (None, "Ngoài tỉnh", None, None, None, None),
        (None, "DOANH NGHIỆP NGOÀI THÀNH PHỐ", None, None, None, None),
        ("Trong tỉnh (12 đơn vị)", None, None, None, None, None),
        (None, "Các tỉnh khác", None, None, None, None),
        (None, "Ba Vì", None, None, None, None),
        ("Sơn Tây:", None, None, None, None, None),
        (None, None, None, "Phường Hoàn Kiếm", None, None),
        ("Nơi nhận:", None, None, "TM. ỦY BAN NHÂN DÂN", None, None),
        (None, "Người lập biểu", None, "GIÁM ĐỐC", None, None),
        (None, None, None, None, "Phú Thọ, ngày 12 tháng 11 năm 2026", None),
        (None, None, None, "Phú Thọ, ngày … tháng … năm …", None, None),
        (None, "Ngày 12/11/2026", None, None, None, None),
        (None, "Người lập biểu", None, "TM. UBND XÃ", None, None),
        (None, "NGƯỜI TỔNG HỢP", None, "KT. CHỦ TỊCH", None, None),
        (None, "Kế toán trưởng", "Thủ trưởng đơn vị", None, None, None),
        (None, None, "PHÓ CHỦ TỊCH UBND XÃ", None, None, None),
        (None, None, "GIÁM ĐỐC SỞ KHOA HỌC VÀ CÔNG NGHỆ", None, None, None),
        (None, None, "XÁC NHẬN CỦA UBND XÃ THANH SƠN", None, None, None),
        (None, "(Ký, ghi rõ họ tên)", None, "(Đã ký)", None, None),
        ("- Như trên;", None, None, None, None, None),
        ("- Lưu: VT, KHCN.", None, None, "(Ký tên, đóng dấu)", None, None),
    ],
)
def test_rows_that_only_divide_a_list_are_passed_over(cells: tuple[object, ...]) -> None:
    assert RowReader(VOCABULARY).read(SentRow(2, cells, HEADER)) is None


BELOW = [
    (None, "Nguyễn Văn An", None, None, None, None),
    (None, "NGUYỄN THỊ BÌNH", None, "ThS. Lê Hồng Quân", None, None),
    (None, None, None, None, "Đỗ Cường", None),
    (None, "Lưu Gia Phát", None, "(Mã: 5)", None, None),
    (None, "- Các xã trong danh sách;", None, None, None, None),
]


@pytest.mark.parametrize("cells", BELOW)
def test_a_name_alone_is_a_signature_below_a_list_and_among_its_rows_a_business(cells: tuple[object, ...]) -> None:
    reader = RowReader(VOCABULARY)
    signed = SentRow(3, (None, "Người lập biểu", None, "TM. UBND XÃ", None, None), HEADER)

    assert isinstance(reader.read(SentRow(2, cells, HEADER)), Rejected)
    assert reader.read(signed) is None
    assert reader.read(SentRow(4, cells, HEADER)) is None
    assert isinstance(reader.read(SentRow(5, tuple(row(1)), HEADER)), Entry)
    assert isinstance(reader.read(SentRow(6, cells, HEADER)), Rejected)


@pytest.mark.parametrize("missing", list(Column)[:4])
def test_a_row_that_only_misses_one_thing_is_named_also_below_a_signature(missing: Column) -> None:
    reader = RowReader(VOCABULARY)
    reader.read(SentRow(2, (None, None, None, "KT. CHỦ TỊCH", None, None), HEADER))

    found = reader.read(SentRow(3, tuple(row(1, **{missing: None})), HEADER))

    assert isinstance(found, Rejected)
    assert {column: type(why) for column, why in found.reasons.items()} == {missing: CellEmpty}


@pytest.mark.parametrize(
    "cells",
    [
        (None, "Công ty Sao Mai", None, None, None, None),
        (None, "Kế toán Sao Mai", None, None, None, None),
        (None, "Kỳ Anh", None, None, None, None),
        (None, "Hà Đông Telecom", None, None, None, None),
        (None, "Viễn thông Ba Vì", None, None, None, None),
        (None, "Ngoài Khơi", None, None, None, None),
        (None, "Ba Vì", "Viễn thông", None, None, None),
        (None, "Ba Vì", None, None, "024 3822 1234", None),
        (None, "Tổng", "Viễn thông", None, None, None),
        (*HEADINGS[:3], "Hoàn Kiếm", None, None),
        (None, "Lê Gia Phát", "Viễn thông", None, None, None),
        (None, "Tổng công ty Sao Mai", None, None, None, None),
        (None, "TM Công ty TNHH Sao Mai", None, None, None, None),
        (tax_code(1), "Giám đốc", None, None, None, None),
        (None, "I. T. Sao Mai", "Viễn thông", None, None, None),
        ("0100109106", None, None, None, None, None),
        (None, "1. Công ty Sao Mai", None, "Hoàn Kiếm", None, None),
    ],
)
def test_a_business_of_which_too_little_is_said_comes_back(cells: tuple[object, ...]) -> None:
    assert isinstance(RowReader(VOCABULARY).read(SentRow(2, cells, HEADER)), Rejected)


# Communes


def test_every_commune_is_found_by_its_full_name() -> None:
    for province in communes.provinces():
        for commune in communes.communes(province.code):
            assert find_commune(commune.name, province_code=province.code) == commune


def test_a_name_without_accents_finds_its_commune_or_names_those_that_are_alike() -> None:
    quang_ngai = next(one.code for one in communes.provinces() if one.name == "Tỉnh Quảng Ngãi")

    assert find_commune("xa son tay ha", province_code=quang_ngai).name == "Xã Sơn Tây Hạ"
    assert find_commune("Sơn Hạ", province_code=quang_ngai).name == "Xã Sơn Hạ"
    with pytest.raises(CommuneUnclear) as refused:
        find_commune("xa son ha", province_code=quang_ngai)
    assert str(refused.value.values["candidates"]).startswith("Xã Sơn Hà, Xã Sơn Hạ")


@pytest.mark.parametrize(
    "text", ["Hoàn Kiếm", "P. Hoàn Kiếm", "P.Hoàn Kiếm", "hoan kiem", "Số 1 Tràng Tiền, phường Hoàn Kiếm, Hà Nội"]
)
def test_one_commune_is_found_by_any_spelling(text: str) -> None:
    assert find_commune(text, province_code=HANOI).name == "Phường Hoàn Kiếm"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Xã Khải Xuân, huyện Thanh Ba, Phú Thọ", "Xã Đông Thành"),
        ("Xã Cao Xá, huyện Lâm Thao", "Xã Bản Nguyên"),
        ("Văn Lung", "Phường Phú Thọ"),
        ("P. Phú Thọ", "Phường Phú Thọ"),
    ],
)
def test_an_address_of_before_is_understood_by_the_list_of_the_state(text: str, name: str) -> None:
    assert find_commune(text, province_code="25").name == name


@pytest.mark.parametrize("text", ["Phú Thọ", "Văn Lank", "TP. Việt Trì", "hoabinh", "Xyz, Thanh Ba"])
def test_nothing_is_guessed_where_nobody_is_asked(text: str) -> None:
    with pytest.raises(CommuneUnclear):
        find_commune(text, province_code="25")


def test_the_name_of_the_province_is_no_commune() -> None:
    with pytest.raises(NoSuchCommune):
        find_commune("Xyz, Phú Thọ", province_code="25")


def test_a_name_that_begins_like_a_kind_is_no_kind() -> None:
    assert find_commune("Phượng Dực", province_code=HANOI).name == "Xã Phượng Dực"


def test_a_name_may_not_be_too_long() -> None:
    assert isinstance(reason(name="Công ty " + "x" * 200), BusinessNameUnfit)


# Letters


@pytest.mark.parametrize("name", ["BĐ Thanh Ba", "CTY ĐT TĐ", "Công ty Côt"])
def test_capitals_and_a_word_typed_wrongly_among_words_of_today_stay_as_they_are(name: str) -> None:
    assert entry(name=name).name == name


def test_an_old_font_in_a_list_of_today_is_still_seen() -> None:
    assert isinstance(reason(name="C«ng ty Ba V×"), CellInOldWriting)
    assert isinstance(reason(name="Coâng ty Myõ Lyù"), CellInOldWriting)
