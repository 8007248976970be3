"""How lengths of time are spread: the median and the 90th percentile, with how many they are of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import floor

# Of fewer a median says nothing: one case more would turn it.
FEWEST = 3
MEDIAN, NINETIETH = 0.5, 0.9


@dataclass(frozen=True)
class Spread:
    """The median and the 90th percentile of `count` lengths of time; None where there are fewer than three."""

    count: int = 0
    median: timedelta | None = None
    ninetieth: timedelta | None = None


def spread(lengths: Iterable[timedelta]) -> Spread:
    """Lay lengths of time together; those below zero count as none, since two clocks may differ by a moment."""
    ordered = sorted(max(one, timedelta(0)) for one in lengths)
    if len(ordered) < FEWEST:
        return Spread(len(ordered))
    return Spread(len(ordered), percentile(ordered, MEDIAN), percentile(ordered, NINETIETH))


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
