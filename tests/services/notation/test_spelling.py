"""Vietnamese spelling: what is cleaned away, what is found and in which order it stands."""

import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.notation.spelling import (
    MOST_MARKS,
    nfc,
    nfd,
    reading_key,
    search_key,
    sort_key,
    tidy_line,
    tidy_text,
    without_marks,
)

VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặệểộờủữỹĐĂÂÔƠƯ 12-'\u0300\u0309\u0303\u0301\u0323\u0302\u031b"
INVISIBLE = "\u200b\u200c\u200d\u200e\u202e\u2066\ufeff\u00ad\ufe0f\x00\x07\t\n\r\u2028\u00a0\u3164"
EMOJI = "👨👩👧❤🏳🌈🏽1\u20e3"
typed = st.text() | st.text(VIETNAMESE + INVISIBLE + EMOJI)


def test_letters_typed_as_base_and_marks_become_one_character_each() -> None:
    assert nfc("Ho\u0302\u0300 Chi\u0301 Minh") == "Hồ Chí Minh"


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("  Công ty \t Sao\u00a0Mai\n", "Công ty Sao Mai"),
        ("Sao\u200bMai", "SaoMai"),
        ("\ufeffSao\u00ad Mai\x00\x07", "Sao Mai"),
        ("\u202egnp.exe\u202c \u2066Mai\u2069\u200e", "gnp.exe Mai"),
        ("a\u200b\u0301", "á"),
        ("\u3164\u2800\u115f", ""),
        ("Mai\ud83d", "Mai"),
        ("một\r\nhai", "một hai"),
        ("a\u200db x\ufe0f", "ab x"),
        ("", ""),
    ],
)
def test_a_line_keeps_only_what_can_be_seen(written: str, clean: str) -> None:
    assert tidy_line(written) == clean


@pytest.mark.parametrize("emoji", ["👨‍👩‍👧", "❤️", "🏳️‍🌈", "1️⃣", "🏃🏽‍♀️", "🇻🇳", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "☎︎"])
def test_an_emoji_of_several_parts_stays_whole(emoji: str) -> None:
    assert tidy_line(f"Xin {emoji} chào") == f"Xin {emoji} chào"


def test_joiners_that_join_nothing_do_not_stay_beside_an_emoji() -> None:
    assert tidy_line("👨\u200d\u200d👩 ❤\ufe0f\ufe0f\u200d") == "👨👩 ❤\ufe0f"


def test_several_lines_keep_their_breaks_and_at_most_one_blank_line() -> None:
    written = "\n\n  Mất  kết nối \r\n \u200b\n\n\t\n- máy chủ\u2028- đường truyền\r\r"
    assert tidy_text(written) == "Mất kết nối\n\n- máy chủ\n- đường truyền"


@given(typed)
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    assert tidy_line(tidy_line(text)) == tidy_line(text)
    assert tidy_text(tidy_text(text)) == tidy_text(text)


@given(typed)
def test_tidied_text_is_composed_and_has_no_stray_space(text: str) -> None:
    line, several = tidy_line(text), tidy_text(text)
    assert unicodedata.is_normalized("NFC", line)
    assert line.splitlines() in ([], [line])
    assert "  " not in line + several
    assert line == line.strip()
    assert "\n\n\n" not in several
    assert tidy_line(several) == line


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Phường Hoàn Kiếm", "phuong hoan kiem"),
        ("Đắk Lắk", "dak lak"),
        ("Xã D'Ran", "xa d ran"),
        ("CÔNG TY TNHH «Bưu-chính»  số 1, (Huế).", "cong ty tnhh buu chinh so 1 hue"),
        ("Ðà Nẵng", "da nang"),
        ("Tha\u0300nh\u200b pho\u0302\u0301", "thanh pho"),
        ("…!?", ""),
    ],
)
def test_a_search_key_forgets_accents_case_and_punctuation(text: str, key: str) -> None:
    assert search_key(text) == key


@pytest.mark.parametrize(("old", "new"), [("hoà", "hòa"), ("Thuý", "Thúy"), ("KHOẺ", "khỏe"), ("loà xoà", "lòa xòa")])
def test_both_places_of_a_tone_are_found_and_read_alike(old: str, new: str) -> None:
    assert search_key(old) == search_key(new)
    assert reading_key(old) == reading_key(new)


@given(typed)
def test_a_search_key_is_its_own_search_key(text: str) -> None:
    assert search_key(search_key(text)) == search_key(text)


@given(typed)
def test_a_search_key_is_the_same_however_letters_are_composed(text: str) -> None:
    assert search_key(unicodedata.normalize("NFD", text)) == search_key(text)
    assert reading_key(unicodedata.normalize("NFD", text)) == reading_key(text)


def test_text_without_marks_keeps_its_punctuation() -> None:
    assert without_marks("Ngày mai, 14:30 – Đủ") == "ngay mai, 14:30 – du"


def test_a_reading_keeps_tones_and_shapes_of_letters_apart() -> None:
    assert len({reading_key(word) for word in ["hoa", "hòa", "hoá", "hoả", "hóa học", "hơa", "hôa"]}) == 7


def test_the_alphabet_stands_in_its_order() -> None:
    alphabet = list("aăâbcdđeêghiklmnoôơpqrstuưvxy")
    assert sorted(set(alphabet), key=sort_key) == alphabet


@pytest.mark.parametrize("vowel", ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"])
def test_tones_stand_in_their_order_within_each_vowel(vowel: str) -> None:
    tones = [nfc(vowel + mark) for mark in ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]]
    assert sorted(set(tones), key=sort_key) == tones


@pytest.mark.parametrize(
    "ordered",
    [
        ["An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng", "Đà Nẵng", "Đắk Lắk", "Điện Biên", "Gia Lai"],
        ["Hòa An", "Hoà Bình", "Hoàng Mai", "Hổ", "Hồng"],
        ["hoa", "hoà", "hòa", "hỏa", "hõa", "hóa", "họa"],
        ["Tần An Hoa", "Tân Hoa", "Tấn Hoa"],
        ["ban", "Ban", "BAN", "bàn", "Bàn", "bạn", "băn", "bân"],
        ["10", "an", "an 2"],
    ],
)
def test_names_stand_in_vietnamese_order(ordered: list[str]) -> None:
    assert sorted(set(ordered), key=sort_key) == ordered


@given(typed, typed)
def test_only_the_same_text_has_the_same_place(one: str, other: str) -> None:
    assert (sort_key(one) == sort_key(other)) == (tidy_line(one) == tidy_line(other))


@given(typed, typed)
def test_letters_decide_before_tones_and_tones_before_case(one: str, other: str) -> None:
    (letters, tones), (other_letters, other_tones) = (reading_key(text).split("\t") for text in (one, other))
    if letters != other_letters:
        assert (sort_key(one) < sort_key(other)) == (letters + "\t" < other_letters + "\t")
    elif tones != other_tones:
        assert (sort_key(one) < sort_key(other)) == (tones + "\t" < other_tones + "\t")


@pytest.mark.parametrize("way", [nfc, nfd, tidy_line, tidy_text, without_marks, search_key, reading_key, sort_key])
@pytest.mark.parametrize("marks", ["\u0316\u0301", "\u0301", "\u0f73", "\u0344\u0316", "\u034f\u0316\u200b\u0301"])
def test_a_letter_under_marks_without_end_keeps_nobody_waiting(way: Callable[[str], str], marks: str) -> None:
    before = time.thread_time()
    way("a" + marks * (300_000 // len(marks)) + "\u0316" * 100_000)
    # It took minutes; this machine may be busy.
    assert time.thread_time() - before < 2


def test_marks_that_a_letter_may_bear_all_stay() -> None:
    zalgo = "z" + "\u0316\u0301" * (MOST_MARKS // 2)

    assert nfd(zalgo * 20) == unicodedata.normalize("NFD", zalgo * 20)
    assert nfd(f"{zalgo}\u0301" * 20) == unicodedata.normalize("NFD", zalgo * 20)


def test_text_is_normalised_in_one_room_where_marks_are_bounded() -> None:
    root = Path(__file__).parents[3]
    rooms = [one for floor in ("services", "handlers", "bot", "models") for one in (root / floor).rglob("*.py")]

    found = [str(one.relative_to(root)) for one in rooms if "unicodedata.normalize" in one.read_text("utf-8")]
    assert found == ["services/notation/spelling.py"]
