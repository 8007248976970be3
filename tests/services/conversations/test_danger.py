"""Words that tell of danger to lives are known with and without marks, and ordinary ones are left alone."""

import pytest

from services.conversations import danger


@pytest.mark.parametrize(
    "text",
    [
        "Cháy tủ cáp, khói nhiều",
        "có 2 người bị thương ở cột 12",
        "co nguoi mac ket trong tram",
        "Anh em bị điện giật, cần cấp cứu",
        "NHÀ TRẠM SẬP",
        "Two people are trapped",
        "lives are in danger",
        "There is a fire at the BTS station",
        "fire in the server room",
    ],
)
def test_danger_is_known(text: str) -> None:
    assert danger.is_told_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chạy máy phát ở đâu?",
        "30 phút nữa tôi có mặt",
        "May no chay dau",
        "Deadline lúc mấy giờ",
        "Is the firewall at the site down?",
        "A fire station has no line",
        "Cáp nổi lên",
        "Chặn 2001:db8::dead:beef và hxxp://dead[.]example",
        "Công ty Phòng cháy chữa cháy An Bình",
        "",
    ],
)
def test_ordinary_words_are_no_danger(text: str) -> None:
    assert not danger.is_told_in(text)
