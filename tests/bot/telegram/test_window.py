"""When the window of one limit has room again."""

from datetime import timedelta

from bot.telegram.window import Rate, Window
from tests.network import MORNING

SECOND = timedelta(seconds=1)


def at(seconds: float) -> timedelta:
    return timedelta(seconds=seconds)


def test_where_more_than_the_limit_are_on_their_way_there_is_room_once_all_but_one_place_is_free() -> None:
    window = Window(Rate(2, SECOND))
    for seconds in (0, 0.1, 0.2):
        window.depart(MORNING + at(seconds))

    # The second of the three is free a second and the slack of 25 ms after its departure.
    assert window.room(MORNING + at(0.2)) == at(0.925)


def test_a_stall_is_made_up_for_only_while_the_window_is_more_than_half_full() -> None:
    waits = []
    for before in (4, 5, 6):
        window = Window(Rate(10, SECOND))
        for number in range(before):
            window.depart(MORNING + at(0.1 * number))
        window.depart(MORNING + at(0.9))
        waits.append(window.wait(MORNING + at(0.9)))

    assert waits == [at(0.1), at(0.1), at(0)]
