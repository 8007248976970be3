"""Places are read from names, addresses of today and of before July 2025, and lines; nothing is guessed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.places import reading
from services.places.reading import By, Mention

PHU_THO, HO_CHI_MINH, LAM_DONG = "25", "79", "68"


def read(text: str, province_code: str = PHU_THO) -> tuple[Mention, ...]:
    return reading.read(text, province_code=province_code)


def certain(text: str, province_code: str = PHU_THO) -> str | None:
    found = reading.the_one(read(text, province_code))
    return found.name if found else None


@pytest.mark.parametrize(
    "text",
    [
        "Phường Việt Trì",
        "phuong viet tri",
        "P.Việt Trì",
        "P. VIỆT TRÌ",
        "Việt Trì",
        "VIỆT TRÌ",
        "viet tri",
        "Viet Trì",
        "phường Việt Trì, tỉnh Phú Thọ",
        "Phường Việt Trì - Phú Thọ",
        "Số 5 Hùng Vương, phường Việt Trì, Phú Thọ",
        "Xã Việt Trì",
    ],
)
def test_a_commune_of_today_is_read_however_it_is_written(text: str) -> None:
    assert certain(text) == "Phường Việt Trì"


@pytest.mark.parametrize(
    ("text", "today", "then"),
    [
        ("Xã Khải Xuân, huyện Thanh Ba, Phú Thọ", "Xã Đông Thành", "Xã Khải Xuân"),
        ("xa khai xuan, h. thanh ba", "Xã Đông Thành", "Xã Khải Xuân"),
        ("Khải Xuân, Thanh Ba, Phú Thọ", "Xã Đông Thành", "Xã Khải Xuân"),
        ("Khải Xuân - Thanh Ba - Phú Thọ", "Xã Đông Thành", "Xã Khải Xuân"),
        ("Xã Cao Xá, huyện Lâm Thao", "Xã Bản Nguyên", "Xã Cao Xá"),
        ("Khu 5 (xã Cao Xá cũ)", "Xã Bản Nguyên", "Xã Cao Xá"),
        ("Văn Lung", "Phường Phú Thọ", "Xã Văn Lung"),
        ("P. Tiên Cát, TP. Việt Trì, T. Phú Thọ", "Phường Thanh Miếu", "Phường Tiên Cát"),
        ("Phường Đồng Tâm, Vĩnh Yên, Vĩnh Phúc", "Phường Vĩnh Yên", "Phường Đồng Tâm"),
    ],
)
def test_a_commune_of_before_is_read_as_the_one_in_which_it_lies_and_said(text: str, today: str, then: str) -> None:
    (found,) = read(text)

    assert (found.is_certain, found.by) == (True, By.OLD)
    assert [one.name for one in found.communes] == [today]
    assert found.former is not None
    assert found.former.name == then


@pytest.mark.parametrize(
    ("text", "today"),
    [("Xã Ngọc Mỹ, tỉnh Vĩnh Phúc", "Xã Hợp Lý"), ("Xã Ngọc Mỹ, tỉnh Hoà Bình", "Xã Tân Lạc")],
)
def test_of_two_communes_of_one_name_the_province_of_before_tells_which_is_meant(text: str, today: str) -> None:
    assert certain(text) == today
    # Phú Thọ is the name of today as well: there it may be either.
    (found,) = read("Xã Ngọc Mỹ, tỉnh Phú Thọ")
    assert [one.name for one in found.communes] == ["Xã Tân Lạc", "Xã Hợp Lý"]


def test_a_name_that_came_only_with_the_merger_is_certain_in_the_district_in_which_it_lies_and_in_no_other() -> None:
    (there,), (elsewhere,) = read("Xã Bình Nguyên, huyện Bình Xuyên"), read("Xã Bình Nguyên, huyện Đà Bắc")

    assert [(one.name, there.is_certain, there.by) for one in there.communes] == [("Xã Bình Nguyên", True, By.NAME)]
    assert [(one.name, elsewhere.is_certain, elsewhere.by) for one in elsewhere.communes] == [
        ("Xã Bình Nguyên", False, By.ALIKE)
    ]


def test_in_a_line_a_name_without_a_kind_is_one_of_a_place_where_each_of_its_words_is_a_capital() -> None:
    (found,) = read("Mất điện khu Việt Trì rồi")
    assert [one.name for one in found.communes] == ["Phường Việt Trì"]
    assert read("Mất điện khu Việt trì rồi") == ()


def test_what_was_split_is_for_a_person_to_choose() -> None:
    (found,) = read("Phường Ngọc Hà, quận Ba Đình, Hà Nội", "01")

    assert not found.is_certain
    assert [one.name for one in found.communes] == ["Phường Ngọc Hà", "Phường Ba Đình"]


def test_a_name_of_today_that_was_also_one_in_that_district_is_for_a_person_to_choose() -> None:
    (found,) = read("xã Tân Sơn, huyện Tân Sơn")

    assert not found.is_certain
    assert {one.name for one in found.communes} == {"Xã Lai Đồng", "Xã Tân Sơn"}


@pytest.mark.parametrize(
    "text", ["Xyz, Phú Thọ", "Tỉnh Phú Thọ", "Xã Tân Sơn, Hà Nội", "Công ty Hòa Bình bị cháy", "", "12", "Điện Biên"]
)
def test_the_name_of_a_province_is_no_commune_and_neither_is_anything_elsewhere(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Phú Thọ", "Phường Phú Thọ"),
        ("Hòa Bình", "Phường Hòa Bình"),
        ("TX Phú Thọ", "Phường Phú Thọ"),
        ("TP. Việt Trì", "Phường Việt Trì"),
        ("Xyz, Thanh Ba", "Xã Thanh Ba"),
        ("15 Hùng Vương, Việt Trì", "Phường Việt Trì"),
        ("Xã Sao Hỏa, huyện Thanh Ba", "Xã Thanh Ba"),
        ("Vịệt Trí", "Phường Việt Trì"),
        ("mat mang o viet tri", "Phường Việt Trì"),
        ("xã Hòa Bình Thượng", "Phường Hòa Bình"),
        ("các xã Tam Nông, Vạn Xuân và Lâm Thao", "Xã Tam Nông"),
    ],
)
def test_what_leaves_a_doubt_is_for_a_person_to_choose(text: str, first: str) -> None:
    assert certain(text) is None
    assert reading.candidates(read(text))[0].name == first


def test_a_line_says_where_in_it_a_place_stands() -> None:
    text = "Đứt cáp quang ở phường Việt Trì từ 20h, cần 2 đội hàn cáp"

    (found,) = read(text)

    assert text[found.start : found.end] == "phường Việt Trì"
    assert (found.is_certain, found.by) == (True, By.NAME)


def test_a_line_may_name_several_places() -> None:
    found = read("Mất điện xã Thọ Văn, Vạn Xuân và phường Nông Trang")

    assert [one.communes[0].name for one in found] == ["Xã Thọ Văn", "Xã Vạn Xuân", "Phường Nông Trang"]


def test_the_span_is_that_of_the_text_as_it_was_sent() -> None:
    text = "mất điện  phu\u031bo\u031b\u0300ng Việt Trì."  # marks that stand apart

    (found,) = read(text)

    assert text[found.start : found.end] == "phu\u031bo\u031b\u0300ng Việt Trì"


def test_marks_that_were_left_out_may_mean_several() -> None:
    assert certain("xa thanh an", HO_CHI_MINH) is None
    assert certain("Xã Thạnh An", HO_CHI_MINH) == "Xã Thạnh An"
    assert certain("Xã Thanh An", HO_CHI_MINH) == "Xã Thanh An"


def test_wards_that_had_numbers_are_read_with_their_district_only() -> None:
    assert certain("P.12, Q.10, TP.HCM", HO_CHI_MINH) == certain("Phường 12, Quận 10", HO_CHI_MINH) is not None
    assert read("12", HO_CHI_MINH) == ()


def test_half_of_a_double_name_will_do() -> None:
    assert certain("P. Xuân Hương", LAM_DONG) == "Phường Xuân Hương - Đà Lạt"


@pytest.mark.parametrize("text", ["Phường Mỹ Tho", "P. Mĩ Tho", "Phường Mỹ Thọ"])
def test_i_and_y_are_alike_and_other_marks_are_not(text: str) -> None:
    assert certain(text, "82") == ("Phường Mỹ Tho" if "Thọ" not in text else "Xã Mỹ Thọ")


@settings(deadline=None)
@given(st.text(max_size=60) | st.text("xãphường.,- TP hòa bình 1", max_size=30))
def test_any_text_may_be_read(text: str) -> None:
    for found in read(text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.communes
