"""Text from old fonts and wrong code pages, as offices have it: recognised where it is certain, and never guessed."""

import pytest

from services.lettering.recognition import (
    Writing,
    also_read,
    as_meant,
    has_lost_letters,
    is_of_today,
    outweighs,
    recognise,
)
from services.lettering.syllables import is_syllable
from services.places import communes

# What stands in a cell, and what its author sees in the font that it was written for.
TCVN3 = {
    "C«ng ty": "Công ty",
    "C«ng ty TNHH B­u chÝnh Phï Ninh": "Công ty TNHH Bưu chính Phù Ninh",
    "§iÖn lùc ViÖt Tr×": "Điện lực Việt Trì",
    "X· Kh¶i Xu©n, huyÖn Thanh Ba": "Xã Khải Xuân, huyện Thanh Ba",
    "Ph­êng Hoµn KiÕm": "Phường Hoàn Kiếm",
    "C¤NG TY Cæ PHÇN VIÔN TH¤NG": "CÔNG TY CỔ PHẦN VIỄN THÔNG",
    "C«ng nghÖ th«ng tin": "Công nghệ thông tin",
    "B­u chÝnh": "Bưu chính",
    "M· sè thuÕ *": "Mã số thuế *",
}
VNI = {
    "Maõ soá thueá": "Mã số thuế",
    "Teân ñôn vò": "Tên đơn vị",
    "Xaõ/phöôøng": "Xã/phường",
    # Letters that are written alike in VNI and today say nothing against it.
    "Xaõ Ba Vì": "Xã Ba Vì",
    "Böu chính": "Bưu chính",
    "Coâng ty ñieän löïc": "Công ty điện lực",
    "COÂNG TY COÅ PHAÀN VIEÃN THOÂNG": "CÔNG TY CỔ PHẦN VIỄN THÔNG",
    "Phöôøng Vieät Trì": "Phường Việt Trì",
    "Xaõ Khaûi Xuaân, huyeän Thanh Ba": "Xã Khải Xuân, huyện Thanh Ba",
    "Ngöôøi ñaïi dieän, Myõ Lyù": "Người đại diện, Mỹ Lý",
}
READ_WRONGLY = {
    "CÃ´ng ty": "Công ty",
    "CÃ´ng ty \xc4\x90iá»‡n lá»±c": "Công ty Điện lực",
    "B\xc6°u chÃ\xadnh": "Bưu chính",
    "PhÆ°á»\x9dng HoÃ\xa0n Kiáº¿m": "Phường Hoàn Kiếm",
    # A spreadsheet or an editor made a plain space of the one that does not break.
    "PhÆ°á»\x9dng HoÃ n Kiáº¿m": "Phường Hoàn Kiếm",
    # Read in the code page of Vietnam.
    "CĂ´ng ty": "Công ty",
    "Cáº©m KhĂª": "Cẩm Khê",
}
OF_TODAY = (
    *("Công ty TNHH Viễn thông Việt Trì", "CÔNG TY CỔ PHẦN TMĐT & ĐTXD SỐ 1", "Phường Hòa Bình", "Phường Hoà Bình"),
    *("Công ty TNHH Schäfer Việt Nam", "Nestlé Việt Nam", "Björk & Müller", "Höganäs", "Café Đắk Lắk", "Krông Ana"),
    *("Công ty “Sông Hồng” – chi nhánh 2", "Viễn thông; Bưu chính", "Cộng hòa Séc", "Điện lực Pháp", "Straße", "東京"),
)


@pytest.mark.parametrize(
    ("writing", "text", "meant"),
    [
        *((Writing.TCVN3, *pair) for pair in TCVN3.items()),
        *((Writing.VNI, *pair) for pair in VNI.items()),
        *((Writing.UTF8, *pair) for pair in READ_WRONGLY.items()),
    ],
)
def test_what_was_written_for_an_old_font_or_read_wrongly_is_recognised(
    writing: Writing, text: str, meant: str
) -> None:
    found = recognise(text)

    assert found is not None
    assert (found.writing, found.text, found.is_certain) == (writing, meant, True)


@pytest.mark.parametrize("text", OF_TODAY)
def test_what_people_write_today_and_foreign_names_stay_as_they_are(text: str) -> None:
    assert recognise(text) is None
    assert as_meant(text) == text


@pytest.mark.parametrize(
    "text",
    ["SĐT", "ĐT", "Đt", "DĐ", "ĐC", "SÐT", "BĐ Thanh Ba", "BĐ-VHX", "TĐ", "CTY ĐT BĐ PHU THO", "HTX ÂÊ", "CTY BĐ ƠƯ"],
)
def test_an_abbreviation_is_of_today_whatever_an_old_font_would_make_of_it(text: str) -> None:
    assert recognise(text) is None
    assert as_meant(text) == text


def test_an_abbreviation_among_words_of_an_old_font_is_read_with_them() -> None:
    assert as_meant("C¤NG TY CÊP N¦íC") == "CÔNG TY CẤP NƯỚC"
    assert as_meant("COÂNG TY") == "CÔNG TY"


def test_words_of_today_are_known_by_letters_that_no_old_font_has() -> None:
    assert is_of_today("Mã số thuế")
    assert not any(map(is_of_today, ("Công ty", "BĐ Thanh Ba", "C«ng ty ViÔn th«ng", "Coâng ty ñieän löïc", "ABC")))


def test_one_word_of_letters_may_be_typed_wrongly_but_not_several_and_no_sign() -> None:
    assert not outweighs(["Công ty Côt", "Thanh Ba", "Höganäs"])
    assert outweighs(["Thanh Ba", "C«ng ty"])
    assert outweighs(["Coâng ty", "Maõ"])


def test_a_foreign_word_among_those_of_an_old_font_leaves_a_doubt() -> None:
    found = recognise("C«ng ty §iÖn lùc Höganäs ViÖt Nam")

    assert found is not None
    assert not found.is_certain
    assert found.text.startswith("Công ty Điện lực ")


def test_one_strange_word_among_good_ones_is_a_doubt() -> None:
    found = recognise("Công ty Mü")

    assert found is None or not found.is_certain


def test_a_word_that_can_be_read_in_both_ways_is_told() -> None:
    assert recognise("Phóc") is None
    assert also_read("Phóc", Writing.TCVN3) == "Phúc"
    assert also_read("Việt Trì", Writing.TCVN3) is None
    assert also_read("Thanh Ba", Writing.TCVN3) is None


@pytest.mark.parametrize("text", ["C?ng ty ?i?n l?c", "Phú Th?", "C\ufffdng ty", "Th?y S?n"])
def test_lost_letters_are_seen(text: str) -> None:
    assert has_lost_letters(text)


@pytest.mark.parametrize("text", ["Công ty Điện lực", "Thật không ?", "2?3", ""])
def test_a_question_mark_alone_is_no_lost_letter(text: str) -> None:
    assert not has_lost_letters(text)


def test_all_names_of_communes_are_made_of_syllables_but_those_of_the_highlands() -> None:
    lowland = {word for code in ("01", "25", "33") for word in words_of_communes(code)}
    country = {word for one in communes.provinces() for word in words_of_communes(one.code)}

    assert [word for word in lowland if not is_syllable(word)] == []
    assert sum(not is_syllable(word) for word in country) < len(country) // 25


def words_of_communes(province_code: str) -> set[str]:
    words = (word for one in communes.communes(province_code) for word in one.bare_name.replace("-", " ").split())
    return {word for word in words if not word.isascii()}


@pytest.mark.parametrize(
    "word",
    ["Việt", "nghiêng", "quốc", "gìn", "khuỷu", "ưỡn", "yếu", "oằn", "Đắk", "huýt", "quýt", "hoà", "hòa", "già", "của"],
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word", ["Viẹ̀t", "hãa", "Coâng", "bàt", "Café", "ngoâ", "fở", "wế", "TMĐT", "cảch", "Maõ", "ñôn", "chÝnh"]
)
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)
