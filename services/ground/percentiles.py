"""Percentiles of lengths of time: half of them are no longer than the median."""

from collections.abc import Sequence
from datetime import timedelta
from math import floor

MEDIAN = 0.5


def percentile(ordered: Sequence[timedelta], part: float) -> timedelta:
    """Give a percentile of values in order, by linear interpolation between the two that are nearest.

    The rank is part × (n - 1), counted from 0: what spreadsheets call PERCENTILE.INC, so that whoever has the values
    can count it again. Half is the usual median.
    """
    rank = part * (len(ordered) - 1)
    below = min(floor(rank), len(ordered) - 2) if len(ordered) > 1 else 0
    if len(ordered) == 1:
        return ordered[0]
    return ordered[below] + (ordered[below + 1] - ordered[below]) * (rank - below)
