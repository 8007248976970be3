"""Systems that a text names."""

import pytest

from services.systems.mentions import found_in

NAMES = {
    1: ["cong dich vu cong", "dvc"],
    2: ["cong dich vu cong quoc gia"],
    3: ["truc lien thong van ban"],
    4: ["ax"],
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Cổng Dịch vụ công không vào được", [1]),
        ("CONG DICH VU CONG loi 502", [1]),
        ("Trang DVC lỗi", [1]),
        ("Cổng dịch vụ công quốc gia lỗi", [2]),
        ("Trục liên thông văn bản và cổng dịch vụ công, cổng dịch vụ công quốc gia", [3, 1, 2]),
        ("Cổng dịch vụ công-quốc gia", [2]),
        ("dvcx lỗi, cổng dịch vụ", []),
        ("ax", []),
        ("", []),
    ],
)
def test_a_system_is_named_by_a_whole_name_and_of_two_within_each_other_the_longer_counts(
    text: str, found: list[int]
) -> None:
    assert found_in(text, NAMES) == found


def test_of_many_systems_that_a_text_names_the_first_four_are_taken() -> None:
    text = "Mail, Portal, Camera, Kiosk, Server"

    assert found_in(text, {number: [word.lower()] for number, word in enumerate(text.split(", "))}) == [0, 1, 2, 3]
