"""What is said to somebody is told from a slip in what a step of a dialogue waits for."""

import pytest

from services.conversations import hints


@pytest.mark.parametrize(
    "text",
    [
        "Đường vào trung tâm bị ngập, chúng tôi đi lối nào?",
        "đi lối nào bây giờ",
        "tap ket o dau",
        "có được gửi xe trong sân không ạ",
        "Where do we park",
    ],
)
def test_a_question_is_known_with_or_without_its_mark(text: str) -> None:
    assert hints.is_question(text)
    assert hints.is_stray(text)


def test_a_sentence_is_no_slip_and_a_number_that_cannot_be_read_is() -> None:
    assert hints.is_stray("Chúng tôi đang kẹt ở cầu")
    assert not hints.is_question("Chúng tôi đang kẹt ở cầu, có hai xe")
    for slip in ("muời người", "khoảng 600 người và 3 xe", "chiều mai nhé", "/xong gì đó rồi nhé bạn", ""):
        assert not hints.is_stray(slip)
