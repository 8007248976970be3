"""Of what several people say, the order in which it came in decides, as far as the clocks are right."""

from datetime import timedelta

from services.ground.arrivals import Arrival, arrival
from tests.network import MORNING

SECOND = timedelta(seconds=1)
# A clock may be ahead by so much.
MINUTE = timedelta(minutes=1)


def test_of_two_updates_of_one_moment_the_lower_number_came_first() -> None:
    first, second = Arrival(MORNING, 4), Arrival(MORNING, 5)
    assert first.is_before(second, now=MORNING)
    assert not second.is_before(first, now=MORNING)
    assert not first.is_before(first, now=MORNING)


def test_nothing_came_before_what_a_clock_that_was_more_than_a_minute_ahead_has_dated() -> None:
    said = Arrival(MORNING)
    assert said.is_before(Arrival(MORNING + MINUTE), now=MORNING)
    assert not said.is_before(Arrival(MORNING + MINUTE + SECOND), now=MORNING)


def test_an_update_that_was_stored_more_than_a_minute_ahead_counts_as_of_now() -> None:
    assert arrival(MORNING + MINUTE, 7, now=MORNING) == Arrival(MORNING + MINUTE, 7)
    assert arrival(MORNING + MINUTE + SECOND, 7, now=MORNING) == Arrival(MORNING, 7)
