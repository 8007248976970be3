"""Phone numbers in lists: what people write around them is passed over, and what was done is said."""

import pytest

from services.notation.phones import PhoneInvalid
from services.workbooks.import_phones import PhoneRemark, find_phone


@pytest.mark.parametrize(
    "written",
    [
        *("0912345678", "DĐ: 0912 345 678", "Di động: 0912345678", "0912345678 (Zalo)", "0912.345.678 - anh Nam"),
        *(
            "0912345678 – chị Hoa",
            "Anh Hùng 0912345678",
            "Nguyễn Văn Hùng: 0912.345.678",
            "Chị Hoa (0912345678)",
            "A.Hùng - 0912345678",
            "0912345678 (anh Nam)",
            "Zalo 0912345678",
            "0912345678 anh Nam",
            "SĐT 0912345678 (Zalo)",
        ),
    ],
)
def test_a_number_is_found_among_words(written: str) -> None:
    found = find_phone(written)
    assert (found.number, found.remarks) == ("+84912345678", ())


@pytest.mark.parametrize(
    "written",
    ["0912345678/0987654321", "0912345678; 024 3822 1234", "0912345678 hoặc 0987654321", "0912345678 - 0987654321"],
)
def test_of_several_numbers_the_first_is_taken_and_that_is_said(written: str) -> None:
    found = find_phone(written)
    assert (found.number, found.remarks) == ("+84912345678", (PhoneRemark.FIRST_OF_SEVERAL,))


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("01684123456", "+84384123456"),
        ("0120 412 3456", "+84704123456"),
        ("84 121 412 3456", "+84794123456"),
        ("+841264123456", "+84764123456"),
        ("0127.412.3456", "+84814123456"),
        ("01994123456 (Zalo)", "+84594123456"),
    ],
)
def test_a_mobile_number_of_before_2018_gets_its_new_prefix_and_that_is_said(written: str, number: str) -> None:
    found = find_phone(written)
    assert (found.number, found.remarks) == (number, (PhoneRemark.OLD_PREFIX,))


@pytest.mark.parametrize(
    "written", ["", "không có", "anh Nam", "0130 412 3456", "9.12E+08", "E0912345678 12", "09123", "01684123", "113"]
)
def test_what_holds_no_number_is_refused(written: str) -> None:
    with pytest.raises(PhoneInvalid):
        find_phone(written)
