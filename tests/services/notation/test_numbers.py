"""Numbers in words: read as a whole, with and without accents, or left as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.notation.numbers import in_digits, read_number
from services.notation.spelling import without_marks


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("một", 1),
        ("mười", 10),
        ("mười lăm", 15),
        ("mười nhăm", 15),
        ("hai mươi", 20),
        ("hai mươi mốt", 21),
        ("ba mươi tư", 34),
        ("ba mươi bốn", 34),
        ("năm mươi nhăm", 55),
        ("năm chục", 50),
        ("2 chục", 20),
        ("hai mốt", 21),
        ("ba lăm", 35),
        ("một trăm", 100),
        ("2 trăm", 200),
        ("một trăm linh năm", 105),
        ("một trăm lẻ tư", 104),
        ("một trăm mười", 110),
        ("một trăm năm mươi", 150),
        ("chín trăm chín mươi chín", 999),
    ],
)
def test_a_number_is_read_in_words(written: str, number: int) -> None:
    assert read_number(written) == number
    assert in_digits(f"{written} người") == f"{number} người"
    assert in_digits(f"{without_marks(written)} nguoi") == f"{number} nguoi"


@pytest.mark.parametrize(
    "written",
    [
        "vài chục người",
        "mấy chục người",
        "hàng trăm người",
        "chục người",
        "mươi người",
        "mười mấy người",
        "hai ba người",
        "năm bảy người",
        "hai nghìn người",
        "một trăm năm",
        "một trăm hai",
        "một trăm rưỡi",
        "20 chục người",
    ],
)
def test_what_is_no_number_as_a_whole_is_not_read_by_half(written: str) -> None:
    assert in_digits(written) == written
    assert read_number(written) is None


def test_with_accents_a_station_is_no_hundred_and_after_is_no_six() -> None:
    assert in_digits("một trạm, sau hai giờ, cần mười máy") == "1 trạm, sau 2 giờ, cần 10 máy"


def test_without_accents_what_follows_tells_a_hundred_from_a_station() -> None:
    assert in_digits("mot tram nguoi") == "100 nguoi"
    assert in_digits("mot tram phat song") == "1 tram phat song"


UNITS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def said(number: int) -> str:
    """Say a number as Vietnamese schools teach it."""
    hundreds, tens, unit = number // 100, number // 10 % 10, number % 10
    words = [f"{UNITS[hundreds]} trăm"] if hundreds else []
    if tens:
        words += ["mười" if tens == 1 else f"{UNITS[tens]} mươi"]
    elif hundreds and unit:
        words += ["linh"]
    after = {1: "mốt" if tens > 1 else "một", 5: "lăm" if tens else "năm"}
    return " ".join([*words, *([after.get(unit, UNITS[unit])] if unit else [])])


@given(st.integers(1, 999))
def test_every_number_that_is_said_is_read_as_itself(number: int) -> None:
    assert read_number(said(number)) == number
    assert in_digits(f"cần {said(number)} người") == f"cần {number} người"
    assert in_digits(without_marks(f"cần {said(number)} người")) == f"can {number} nguoi"
