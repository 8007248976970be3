"""Moments, lengths of time and numbers, as a Vietnamese or an English reader writes them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.frame.views.reader import Reader
from models.people import Language
from services.notation.moments import read_moment

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
VIETNAMESE, ENGLISH = Reader(Language.VIETNAMESE, LOCAL), Reader(Language.ENGLISH, LOCAL)
NEW_YEARS_EVE = datetime(2026, 12, 31, 17, 30, tzinfo=UTC)


def test_a_moment_is_written_in_local_time() -> None:
    assert VIETNAMESE.moment(NEW_YEARS_EVE) == "00:30, 01/01/2027"


def test_a_moment_that_was_typed_is_shown_with_its_weekday() -> None:
    assert VIETNAMESE.full_moment(NEW_YEARS_EVE) == "00:30, thứ sáu 01/01/2027"
    assert ENGLISH.full_moment(NEW_YEARS_EVE) == "00:30, Friday 01/01/2027"


@given(st.integers(0, 20_000_000), st.sampled_from([VIETNAMESE, ENGLISH]))
def test_a_moment_with_its_weekday_is_read_as_itself(minutes: int, reader: Reader) -> None:
    moment = NEW_YEARS_EVE + timedelta(minutes=minutes)
    assert read_moment(reader.full_moment(moment), now=NEW_YEARS_EVE, time_zone=LOCAL) == moment


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


def test_a_moment_of_years_ago_is_written_with_its_year() -> None:
    now = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)

    assert VIETNAMESE.short_moment(datetime(2020, 11, 18, 13, 0, tzinfo=UTC), now) == "20:00 18/11/2020"
