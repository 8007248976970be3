"""Words that say that there is nothing to say are told from words that tell something."""

import pytest

from services.notation.nothing import says_nothing


@pytest.mark.parametrize("words", ["không có", "Không có.", "KHÔNG", "khong ro", "chưa rõ", "N/A", "none", "-", ""])
def test_nothing_is_said(words: str) -> None:
    assert says_nothing(words)


@pytest.mark.parametrize("words", ["không có điện", "Trực ban thấy", "Nguyễn Có", "0"])
def test_something_is_said(words: str) -> None:
    assert not says_nothing(words)
