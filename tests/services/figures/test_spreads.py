"""Medians and 90th percentiles are those that a spreadsheet gives: PERCENTILE.INC."""

from datetime import timedelta

import pytest

from services.figures.spreads import Spread, spread


def minutes(*given: float) -> list[timedelta]:
    return [timedelta(minutes=one) for one in given]


@pytest.mark.parametrize(
    ("given", "median", "ninetieth"),
    [
        # Rank 1 of three; rank 1.8: 20 + 0.8 × 10.
        (minutes(30, 10, 20), 20, 28),
        # Rank 1.5 of four: halfway between 20 and 30; rank 2.7: 30 + 0.7 × 70.
        (minutes(10, 20, 30, 100), 25, 79),
        # Rank 4.5 of ten: 5.5; rank 8.1: 9 + 0.1 × 1.
        (minutes(*range(1, 11)), 5.5, 9.1),
        # Rank 5 of eleven; rank 9.
        (minutes(*range(1, 12)), 6, 10),
        (minutes(7, 7, 7), 7, 7),
    ],
)
def test_percentiles_are_those_of_a_spreadsheet(given: list[timedelta], median: float, ninetieth: float) -> None:
    found = spread(given)

    assert found == Spread(len(given), *minutes(median, ninetieth))


@pytest.mark.parametrize("count", [0, 1, 2])
def test_fewer_than_three_have_no_median(count: int) -> None:
    assert spread(minutes(*range(count))) == Spread(count, None, None)


def test_a_clock_that_runs_ahead_by_a_moment_makes_no_time_below_zero() -> None:
    assert spread(minutes(-1, 0, 4)).median == timedelta(0)
