"""Words typed in haste become a sentence, and no word of them changes."""

import pytest

from services.notation.sentences import as_sentence


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("  mất   sóng cả xã  ", "Mất sóng cả xã."),
        ("đứt cáp\n\n  ở cầu ", "Đứt cáp\nở cầu."),
        ("Máy chủ hỏng!", "Máy chủ hỏng!"),
        ("ai xử lý?", "Ai xử lý?"),
        ("3 máy bị", "3 máy bị."),
        ("", ""),
    ],
)
def test_only_blank_space_and_the_two_ends_change(typed: str, sentence: str) -> None:
    assert as_sentence(typed) == sentence
    assert as_sentence(sentence) == sentence
