"""Whether two questions ask the same."""

import pytest

from services.conversations.alike import are_alike


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Cần mang gì?", "can mang gi", True),
        ("Cần mang theo gì?", "Mang theo gì, cần?", True),
        ("một hai ba bốn năm sáu bảy tám chín mười", "một hai ba bốn năm sáu bảy", True),
        ("một hai ba bốn năm sáu bảy tám chín mười", "một hai ba bốn năm sáu", False),
        ("Cần mang gì?", "Ở xã nào?", False),
        ("", "", False),
        ("?!", "…", False),
    ],
)
def test_questions_are_alike_that_share_most_of_their_words(one: str, other: str, same: bool) -> None:
    assert are_alike(one, other) is same
    assert are_alike(other, one) is same
