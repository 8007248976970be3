"""Periods are read as people type them, and a period under way is laid beside as much of the one before."""

from datetime import UTC, date, datetime

import pytest

from services.figures import periods
from services.figures.periods import Period, PeriodAhead, PeriodKind, PeriodTooEarly, PeriodUnclear
from tests.network import TIME_ZONE

# A Friday.
TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("tháng 10", "m20261001"),
        ("Thang 10/2026", "m20261001"),
        ("tháng 10 năm 2025", "m20251001"),
        ("tháng 12", "m20251201"),
        ("tháng mười", "m20261001"),
        ("tháng tư", "m20260401"),
        ("tháng chạp", "m20251201"),
        ("tháng giêng 2026", "m20260101"),
        ("t10", "m20261001"),
        ("10/2026", "m20261001"),
        ("2026-10", "m20261001"),
        ("October", "m20261001"),
        ("oct 2025", "m20251001"),
        ("may", "m20260501"),
        ("tháng này", "m20261101"),
        ("tháng trước", "m20261001"),
        ("last month", "m20261001"),
        ("this month", "m20261101"),
        ("quý 3/2026", "q20260701"),
        ("quí III", "q20260701"),
        ("Q3", "q20260701"),
        ("q4 2025", "q20251001"),
        ("Quý IV năm 2025", "q20251001"),
        ("quý trước", "q20260701"),
        ("last quarter", "q20260701"),
        ("tuần này", "w20261116"),
        ("tuần trước", "w20261109"),
        ("tuần qua", "w20261109"),
        ("last week", "w20261109"),
        ("tuần 46", "w20261109"),
        ("tuần 48", "w20251124"),
        ("week 1/2026", "w20251229"),
        ("năm 2025", "y20250101"),
        ("2026", "y20260101"),
        ("năm ngoái", "y20250101"),
        ("this year", "y20260101"),
        ("  THÁNG   10.", "m20261001"),
    ],
)
def test_what_people_type_is_read(typed: str, key: str) -> None:
    assert periods.read(typed, today=TODAY).key == key


@pytest.mark.parametrize(
    "typed",
    ["", "xin chào", "tháng 13", "quý 5", "tuần 54", "tháng 0", "hôm qua", "13/2026", "năm", "📷", "1/10/2026", "w53"],
)
def test_what_is_no_period_is_refused(typed: str) -> None:
    with pytest.raises(PeriodUnclear):
        periods.read(typed, today=TODAY)


@pytest.mark.parametrize("typed", ["tháng 12/2026", "quý 1/2027", "2027", "tuần 50/2026"])
def test_what_has_not_begun_is_refused(typed: str) -> None:
    with pytest.raises(PeriodAhead):
        periods.read(typed, today=TODAY)


@pytest.mark.parametrize("key", ["w20261120", "m20261102", "q20260801", "y20260201", "d20260101", "m20261301", "m", ""])
def test_a_button_that_carries_no_first_day_is_refused(key: str) -> None:
    with pytest.raises(PeriodUnclear):
        periods.by_key(key)


@pytest.mark.parametrize("typed", ["2020", "năm 2019", "tháng 12/2020", "quý 4/2020", "tuần 53/2020", "10/2005"])
def test_what_was_before_there_were_such_networks_is_refused(typed: str) -> None:
    with pytest.raises(PeriodTooEarly):
        periods.read(typed, today=TODAY)


@pytest.mark.parametrize("key", ["w20210104", "m20210101", "q20210101", "y20210101"])
def test_a_button_leads_to_the_first_period_and_none_before_it(key: str) -> None:
    before = periods.by_key(key).before

    assert before.is_too_early
    with pytest.raises(PeriodTooEarly):
        periods.by_key(before.key)


@pytest.mark.parametrize("key", ["w20261116", "m20261101", "q20261001", "y20260101"])
def test_a_period_comes_back_from_its_key_and_lies_between_its_neighbours(key: str) -> None:
    period = periods.by_key(key)

    assert period.key == key
    assert period.before.after == period == period.after.before
    assert period.last == period.after.first.replace() - periods.DAY


def test_numbers_and_years_of_weeks_are_those_of_the_calendar() -> None:
    week = periods.by_key("w20251229")

    assert (week.number, week.year) == (1, 2026)
    assert (periods.by_key("q20260701").number, periods.by_key("m20260701").number) == (3, 7)


def test_a_period_that_is_over_is_whole_and_so_is_the_one_before() -> None:
    now = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)

    this, before = periods.so_far(Period(PeriodKind.MONTH, date(2026, 10, 1)), now=now, time_zone=TIME_ZONE)

    # Midnight in Việt Nam is five in the afternoon before, in UTC.
    assert this.begin == datetime(2026, 9, 30, 17, tzinfo=UTC)
    assert this.end == datetime(2026, 10, 31, 17, tzinfo=UTC)
    assert (before.begin, before.end) == (datetime(2026, 8, 31, 17, tzinfo=UTC), this.begin)


def test_a_period_under_way_is_laid_beside_as_much_of_the_one_before() -> None:
    now = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)

    this, before = periods.so_far(Period(PeriodKind.MONTH, date(2026, 11, 1)), now=now, time_zone=TIME_ZONE)

    assert this.end == now
    assert before.end == datetime(2026, 10, 20, 2, 0, tzinfo=UTC)


def test_the_31st_is_laid_beside_the_whole_of_a_shorter_month() -> None:
    now = datetime(2026, 3, 31, 2, 0, tzinfo=UTC)

    _, before = periods.so_far(Period(PeriodKind.MONTH, date(2026, 3, 1)), now=now, time_zone=TIME_ZONE)

    assert before.end == datetime(2026, 2, 28, 17, tzinfo=UTC)
