"""Working days in Việt Nam, compared with what the government announced."""

from datetime import date

import pytest

from services.ground.working_days import is_working_day, working_day_after


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 11, 30), True),  # a Monday
        (date(2026, 11, 28), False),  # a Saturday
        (date(2026, 11, 29), False),  # a Sunday
        (date(2026, 2, 16), False),  # the eve of Tết Bính Ngọ
        (date(2026, 2, 20), False),  # the last day of Tết Bính Ngọ
        (date(2026, 4, 27), False),  # the tenth day of the third month fell on a Sunday
        (date(2026, 9, 1), False),  # National Day has two days
        (date(2026, 8, 31), False),  # moved from the Saturday before, 22 August
        (date(2026, 8, 22), True),  # which was worked in its place
    ],
)
def test_an_office_works_from_monday_to_friday_but_on_holidays(day: date, works: bool) -> None:
    """Also on the Saturdays that the government makes working days."""
    assert is_working_day(day) is works


def test_five_working_days_skip_the_weekend() -> None:
    """From Thursday: Friday, then Monday to Thursday."""
    assert working_day_after(date(2026, 10, 8), 5) == date(2026, 10, 15)


def test_a_term_over_tet_waits_for_its_end() -> None:
    """From Friday the 13th of February 2026, the first working day is Monday the 23rd."""
    assert working_day_after(date(2026, 2, 13), 1) == date(2026, 2, 23)


def test_a_term_that_begins_on_a_sunday_ends_on_its_first_working_day() -> None:
    """The day of the event does not count, so one working day after a Sunday is the Monday."""
    assert working_day_after(date(2026, 11, 29), 1) == date(2026, 11, 30)


def test_no_working_day_is_none() -> None:
    """Nothing is zero working days away: the question is a mistake of the code."""
    with pytest.raises(ValueError, match="counted from 1"):
        working_day_after(date(2026, 11, 30), 0)
