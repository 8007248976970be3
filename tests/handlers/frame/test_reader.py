"""Moments, lengths of time and numbers, as a Vietnamese or an English reader writes them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from handlers.frame.views.reader import Reader
from models.people import Language

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
VIETNAMESE, ENGLISH = Reader(Language.VIETNAMESE, LOCAL), Reader(Language.ENGLISH, LOCAL)
NEW_YEARS_EVE = datetime(2026, 12, 31, 17, 30, tzinfo=UTC)


def test_a_moment_is_written_in_local_time() -> None:
    assert VIETNAMESE.moment(NEW_YEARS_EVE) == "00:30, 01/01/2027"


def test_a_moment_of_today_needs_no_date() -> None:
    assert VIETNAMESE.short_moment(NEW_YEARS_EVE, NEW_YEARS_EVE + timedelta(hours=5)) == "00:30"
    assert VIETNAMESE.short_moment(NEW_YEARS_EVE, NEW_YEARS_EVE - timedelta(hours=1)) == "00:30 01/01"


def test_numbers_are_written_as_the_reader_writes_them() -> None:
    assert VIETNAMESE.number(1234567.89) == "1.234.567,89"
    assert ENGLISH.number(1234567.89) == "1,234,567.89"


def test_a_part_of_nothing_is_nothing() -> None:
    assert VIETNAMESE.share(0, 0) == "0%"


@pytest.mark.parametrize(
    ("elapsed", "vietnamese", "english"),
    [
        (timedelta(seconds=5), "1 phút", "1 minute"),
        (timedelta(minutes=45), "45 phút", "45 minutes"),
        (timedelta(hours=3), "3 giờ", "3 hours"),
        (timedelta(days=3), "3 ngày", "3 days"),
    ],
)
def test_a_length_of_time_is_written_in_its_largest_unit(elapsed: timedelta, vietnamese: str, english: str) -> None:
    assert VIETNAMESE.duration(elapsed) == vietnamese
    assert ENGLISH.duration(elapsed) == english
