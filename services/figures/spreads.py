"""How lengths of time are spread: the median and the 90th percentile, with how many they are of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from services.ground.percentiles import MEDIAN, percentile

# Of fewer a median says nothing: one case more would turn it.
FEWEST = 3
NINETIETH = 0.9


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
