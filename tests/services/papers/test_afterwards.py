"""What comes after the last field of a document: a bare value is told from what happened."""

import pytest

from services.papers.afterwards import is_bare_value
from tests.network import MORNING, TIME_ZONE


@pytest.mark.parametrize(
    "words",
    ["hôm qua", "yesterday", "31/02", "14:30", "9h sáng nay", "20/11/2026", "0912 000 111", "12", "a@example.vn"],
)
def test_a_moment_a_number_and_an_address_are_values_of_fields(words: str) -> None:
    assert is_bare_value(words, now=MORNING, time_zone=TIME_ZONE)


@pytest.mark.parametrize("words", ["mất điện hôm qua", "Cháy ở Hoàn Kiếm", "mất mạng từ 9h", "cần giúp"])
def test_what_happened_is_none(words: str) -> None:
    assert not is_bare_value(words, now=MORNING, time_zone=TIME_ZONE)
