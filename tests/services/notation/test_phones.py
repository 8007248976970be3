"""Phone numbers: Vietnamese and international ones are read, everything else is refused."""

import phonenumbers
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from services.notation.phones import PhoneInvalid, read_phone, show_phone


@pytest.mark.parametrize(
    "written",
    [
        "0912345678",
        "0912 345 678",
        "0912.345.678",
        "0912-345-678",
        "091 2345 678",
        "912345678",
        "84912345678",
        "+84912345678",
        "+84 (0)912 345 678",
        "(+84) 912 345 678",
        "0084 912 345 678",
        "０９１２３４５６７８",
        " \u202a0912345678\u202c ",
        "SĐT: 0912 345 678",
        "ĐT 0912345678",
        "Điện thoại: 0912345678",
        "tel:+84912345678",
        "0912345678 (Zalo)",
        "0912345678 zalo",
        "Zalo: 0912 345 678",
        "số 2: 0912345678",
        "0912 345 678 (anh Nam, trực đêm)",
    ],
)
def test_a_vietnamese_mobile_number_is_read_however_it_is_written(written: str) -> None:
    assert read_phone(written) == "+84912345678"


@pytest.mark.parametrize(
    ("written", "e164"),
    [
        ("024 3822 1234", "+842438221234"),
        ("(0236) 3 123 456", "+842363123456"),
        ("024 3822 1234 máy lẻ 12", "+842438221234"),
        ("024 3822 1234, ext. 105", "+842438221234"),
        ("1900 1234", "+8419001234"),
        ("1800 1234", "+8418001234"),
        ("+1 212 555 0123", "+12125550123"),
        ("0081 3 1234 5678", "+81312345678"),
        ("+856 20 55 123 456", "+8562055123456"),
        ("+8419001234", "+8419001234"),
    ],
)
def test_landlines_service_numbers_and_foreign_numbers_are_read(written: str, e164: str) -> None:
    assert read_phone(written) == e164


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("", 0),
        ("không có", 0),
        ("113", 3),
        ("091234567", 9),
        ("09123456789", 11),
        ("0169 123 4567", 11),
        ("0012345", 7),
        ("+84 12", 4),
        ("0912ABCDEF", 4),
        ("0912345678 hoặc 0987654321", 20),
        ("0912345678/0987654321", 20),
        ("0912345678 - anh Ba", 10),
        ("+999 123 456 789", 12),
        ("1800 FLOWER", 4),
        ("((((", 0),
    ],
)
def test_what_cannot_be_called_is_refused_with_its_number_of_digits(written: str, digits: int) -> None:
    with pytest.raises(PhoneInvalid) as refusal:
        read_phone(written)
    assert refusal.value.values == {"digits": digits}


@pytest.mark.parametrize(
    ("e164", "shown"),
    [
        ("+84912345678", "0912 345 678"),
        ("+842438221234", "024 3822 1234"),
        ("+8419001234", "1900 1234"),
        ("+12125550123", "+1 212-555-0123"),
        ("+81312345678", "+81 3-1234-5678"),
    ],
)
def test_a_stored_number_is_shown_as_it_is_dialled_from_vietnam(e164: str, shown: str) -> None:
    assert show_phone(e164) == shown


@given(st.sampled_from(["3", "5", "7", "8", "9"]), st.from_regex(r"\A[0-9]{8}\Z"))
def test_a_number_that_was_shown_is_read_as_itself(network: str, rest: str) -> None:
    e164 = f"+84{network}{rest}"
    assume(phonenumbers.is_valid_number(phonenumbers.parse(e164)))
    assert read_phone(show_phone(e164)) == e164


@given(st.text() | st.text("0123456789+() .-xext"))
def test_any_text_is_either_a_number_in_e164_or_refused(text: str) -> None:
    try:
        e164 = read_phone(text)
    except PhoneInvalid:
        return
    assert e164[0] == "+"
    assert read_phone(e164) == e164
