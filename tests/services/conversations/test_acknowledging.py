"""Which words only say that something was read."""

import pytest

from services.conversations import hints


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("ok", True),
        ("OK!", True),
        ("Đã rõ", True),
        ("Dạ vâng ạ", True),
        ("Đã nhận.", True),
        ("dạ em rõ rồi anh", True),
        ("👍", True),
        ("👍🏻👍🏻", True),
        ("ok?", False),
        ("", False),
        ("không", False),
        ("ok, cần mang gì", False),
        ("Đã nhận nhiệm vụ nhưng cửa khóa", False),
        ("anh", False),
    ],
)
def test_only_words_that_say_nothing_else_are_bare(text: str, bare: bool) -> None:
    assert hints.is_bare_acknowledgement(text) is bare
