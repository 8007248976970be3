"""Provinces and communes: known by code, in Vietnamese order, found by any spelling."""

import unicodedata
from collections.abc import Callable
from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.notation.spelling import search_key
from services.places.communes import (
    Commune,
    CommuneUnknown,
    Kind,
    Province,
    ProvinceKind,
    ProvinceUnknown,
    commune,
    communes,
    kind_on,
    province,
    provinces,
)
from services.places.finding import find_communes

HA_NOI, LAM_DONG, HO_CHI_MINH, HUE, QUANG_NINH, DONG_THAP, AN_GIANG = "01", "68", "79", "46", "22", "82", "91"


def names(text: str, province_code: str = HA_NOI, limit: int = 8) -> list[str]:
    return [found.name for found in find_communes(text, province_code=province_code, limit=limit)]


def test_a_province_is_known_by_its_official_code() -> None:
    assert province("01") == Province("01", ProvinceKind.CITY, "Hà Nội")
    assert province("25") == Province("25", ProvinceKind.PROVINCE, "Phú Thọ")


def test_a_commune_is_known_by_its_official_code() -> None:
    assert commune("00070") == Commune("00070", Kind.WARD, "Hoàn Kiếm", "01")


@pytest.mark.parametrize("code", ["", "1", "02", "001", "Phú Thọ"])
def test_a_province_that_does_not_exist_is_an_error_of_the_settings(code: str) -> None:
    with pytest.raises(ProvinceUnknown) as error:
        province(code)
    assert error.value.args == (code,)
    with pytest.raises(ProvinceUnknown):
        communes(code)
    with pytest.raises(ProvinceUnknown):
        find_communes("Hoàn Kiếm", province_code=code)


@pytest.mark.parametrize("code", ["", "70", "99999"])
def test_a_commune_that_does_not_exist_is_a_lookup_error(code: str) -> None:
    with pytest.raises(CommuneUnknown) as error:
        commune(code)
    assert error.value.args == (code,)


def test_the_country_has_34_provinces_and_3321_communes_each_with_a_code_of_its_own() -> None:
    listed = [each for one in provinces() for each in communes(one.code)]
    assert len(provinces()) == 34
    assert len({each.code for each in listed}) == 3321
    assert all(len(each.code) == 5 and commune(each.code) == each for each in listed)
    assert all(len(one.code) == 2 and province(one.code) == one for one in provinces())


def test_a_kind_holds_from_the_day_of_its_resolution() -> None:
    assert kind_on("24", date(2026, 9, 19)) is ProvinceKind.PROVINCE
    assert kind_on("24", date(2026, 9, 20)) is ProvinceKind.CITY
    assert kind_on("75", date(2026, 4, 30)) is ProvinceKind.CITY
    assert kind_on("22", date(2026, 8, 31)) is ProvinceKind.PROVINCE
    assert kind_on("25270", date(2026, 4, 29)) is Kind.COMMUNE
    assert kind_on("25270", date(2026, 4, 30)) is Kind.WARD
    assert kind_on("00070", date(2020, 1, 1)) is Kind.WARD


def test_nine_are_cities_and_three_of_them_since_2026() -> None:
    cities = {one.bare_name for one in provinces() if one.kind is ProvinceKind.CITY}
    assert cities == {
        *("Hà Nội", "Hải Phòng", "Huế", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ"),
        *("Đồng Nai", "Quảng Ninh", "Bắc Ninh"),
    }


def test_every_name_is_clean_and_says_its_kind() -> None:
    listed = [each.name for one in provinces() for each in communes(one.code)]
    kinds = {kind: sum(name.startswith(kind) for name in listed) for kind in ("Xã ", "Phường ", "Đặc khu ")}
    assert kinds == {"Xã ": 2599, "Phường ": 709, "Đặc khu ": 13}
    assert all(one.name.startswith(("Tỉnh ", "Thành phố ")) for one in provinces())
    assert [name for name in listed if "  " in name or not unicodedata.is_normalized("NFC", name)] == []


def test_provinces_stand_in_vietnamese_order_without_their_rank() -> None:
    ordered = [one.name for one in provinces()]
    assert ordered[:7] == [
        "Tỉnh An Giang",
        "Thành phố Bắc Ninh",
        "Tỉnh Cà Mau",
        "Tỉnh Cao Bằng",
        "Thành phố Cần Thơ",
        "Thành phố Đà Nẵng",
        "Tỉnh Đắk Lắk",
    ]
    assert ordered[-1] == "Tỉnh Vĩnh Long"


def test_communes_stand_in_vietnamese_order_without_their_kind() -> None:
    ordered = [each.name for each in communes(HUE)]
    assert ordered[:4] == ["Xã A Lưới 1", "Xã A Lưới 2", "Xã A Lưới 3", "Xã A Lưới 4"]
    assert ordered.index("Phường An Cựu") < ordered.index("Xã Bình Điền") < ordered.index("Phường Dương Nỗ")
    assert ordered[-1] == "Phường Vỹ Dạ"


@pytest.mark.parametrize(
    "typed",
    [
        "Phường Hoàn Kiếm",
        "phuong hoan kiem",
        "P. Hoàn Kiếm",
        "P.Hoàn Kiếm",
        "p hoan kiem",
        "HOÀN KIẾM",
        "hoan kiem",
        "hoankiem",
        "hoan k",
        "h kiem",
        "kiem",
        "oan kie",
        "kiem hoan",
        "xã Hoàn Kiếm",
        "HK",
        "PHK",
        "p. hk",
        "hoan kien",
        "hoan kieem",
        "hon kiem",
        "haon kiem",
        "phường hoàn kjếm",
    ],
)
def test_a_commune_is_found_however_it_is_typed(typed: str) -> None:
    assert names(typed)[:1] == ["Phường Hoàn Kiếm"]


@pytest.mark.parametrize("typed", ["", "  ", "…", "qqqq", "Côn Đảo", "đặc khu", "w"])
def test_what_no_commune_of_the_province_resembles_finds_nothing(typed: str) -> None:
    assert names(typed) == []


def test_the_whole_name_comes_before_longer_names_and_other_parts() -> None:
    assert names("Tân Hòa", HO_CHI_MINH)[0] == "Phường Tân Hòa"
    assert names("ba")[:3] == ["Phường Ba Đình", "Xã Ba Vì", "Phường Hai Bà Trưng"]


def test_both_places_of_a_tone_find_the_same() -> None:
    assert names("Tân Hoà", HO_CHI_MINH) == names("Tân Hòa", HO_CHI_MINH) != []


def test_accents_that_were_typed_decide_between_names_that_differ_by_them_alone() -> None:
    assert names("thạnh an", HO_CHI_MINH)[:2] == ["Xã Thạnh An", "Xã Thanh An"]
    assert names("thanh an", HO_CHI_MINH)[:2] == ["Xã Thanh An", "Xã Thạnh An"]


def test_the_kind_that_was_typed_comes_first_among_equal_matches() -> None:
    assert names("xã my tho", DONG_THAP)[:2] == ["Xã Mỹ Thọ", "Phường Mỹ Tho"]
    assert names("p. my tho", DONG_THAP)[:2] == ["Phường Mỹ Tho", "Xã Mỹ Thọ"]
    assert names("xã đông")[0] == "Xã Đông Anh"
    assert names("p. đông")[0] == "Phường Đông Ngạc"


def test_a_name_that_begins_like_a_kind_is_found_by_its_own_words() -> None:
    assert names("Phượng Dực")[0] == "Xã Phượng Dực"


def test_the_old_word_for_a_town_is_left_aside() -> None:
    assert names("thị trấn Củ Chi", HO_CHI_MINH)[0] == names("TT. Củ Chi", HO_CHI_MINH)[0] == "Xã Củ Chi"


def test_a_kind_alone_lists_communes_of_that_kind() -> None:
    assert names("đặc khu", QUANG_NINH) == ["Đặc khu Cô Tô", "Đặc khu Vân Đồn"]


def test_the_first_words_of_a_long_name_may_have_a_wrong_letter() -> None:
    assert names("xuân hươnh", LAM_DONG) == ["Phường Xuân Hương - Đà Lạt"]


def test_initials_come_after_a_first_word_and_before_the_beginning_of_one() -> None:
    assert names("kh", AN_GIANG)[:2] == ["Đặc khu Kiên Hải", "Xã Khánh Bình"]
    assert names("ha", AN_GIANG)[:2] == ["Phường Hà Tiên", "Xã Hội An"]


def test_two_letters_are_found_within_a_name_across_its_words() -> None:
    found = find_communes("gt", province_code="25")
    assert [one.name for one in found] == ["Xã Dũng Tiến", "Xã Đông Thành", "Xã Mường Thàng", "Phường Nông Trang"]


def test_no_more_are_found_than_asked_for() -> None:
    assert len(names("tân", HO_CHI_MINH)) == 8
    assert len(names("tân", HO_CHI_MINH, limit=3)) == 3
    assert names("tân", HO_CHI_MINH)[:3] == names("tân", HO_CHI_MINH, limit=3)


every_commune = st.sampled_from([each for one in provinces() for each in communes(one.code)])


@settings(deadline=None)
@given(
    every_commune,
    st.sampled_from([str, str.upper, search_key, lambda name: search_key(name).replace(" ", "")]),
)
def test_every_commune_is_found_first_by_its_full_name(wanted: Commune, spelling: Callable[[str], str]) -> None:
    first = find_communes(spelling(wanted.name), province_code=wanted.province_code)[0]
    assert search_key(first.name) == search_key(wanted.name)


@settings(deadline=None)
@given(every_commune, st.data())
def test_every_commune_is_found_with_one_letter_wrong(wanted: Commune, data: st.DataObject) -> None:
    key = search_key(wanted.name)
    place = data.draw(st.sampled_from([i for i, c in enumerate(key) if c != " "][-3:]))
    typed = f"{key[:place]}z{key[place + 1 :]}"
    assert wanted in find_communes(typed, province_code=wanted.province_code)


@settings(deadline=None)
@given(st.text(max_size=60) | st.text("xãphường hk,.-", max_size=20))
def test_any_text_may_be_searched_for(typed: str) -> None:
    found = find_communes(typed, province_code=LAM_DONG)
    assert len(found) == len(set(found)) <= 8


def test_a_search_in_the_largest_province_takes_about_a_thousandth_of_a_second() -> None:
    typed = ["Phường Tân Hòa", "tan hoa", "th", "hoa", "tân hòs", "P. Sài Gòn", "không có đâu", "củ chi"]
    find_communes("", province_code=HO_CHI_MINH)
    began = process_time()
    for text in typed * 5:
        find_communes(text, province_code=HO_CHI_MINH)
    assert (process_time() - began) / (len(typed) * 5) < 0.005
