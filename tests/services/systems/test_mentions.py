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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("HSSK lỗi", [1]),
        ("HSSKĐT lỗi", [1]),
        ("hssk lỗi", []),
        ("Hồ sơ sức khỏe không vào được", [1]),
        ("Email công vụ không gửi được", [2]),
        ("Thư điện tử công vụ lỗi", [2]),
        ("e-mail cong vu loi", [2]),
        ("TTTT lỗi", []),
        ("Trang thông tin điện tử xã lỗi", []),
        ("Hệ thống thông tin lỗi", []),
        ("UBND tỉnh báo lỗi", []),
    ],
)
def test_initials_and_the_beginning_of_one_name_alone_are_short_for_it(text: str, found: list[int]) -> None:
    names = {
        1: ["ho so suc khoe dien tu"],
        2: ["thu dien tu cong vu"],
        3: ["trang thong tin dien tu ubnd tinh"],
        4: ["trang tin tong thuat"],
        5: ["he thong thong tin bao cao"],
        6: ["trang tin truyen thong"],
    }
    assert found_in(text, names) == found


def test_of_many_systems_that_a_text_names_the_first_four_are_taken() -> None:
    text = "Mail, Portal, Camera, Kiosk, Server"

    assert found_in(text, {number: [word.lower()] for number, word in enumerate(text.split(", "))}) == [0, 1, 2, 3]
