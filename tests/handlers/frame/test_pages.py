"""Pages of buttons: every item is on one page, and turning goes round."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.frame.views.pages import PAGE, page_of, turning


@given(st.lists(st.integers(), max_size=5 * PAGE))
def test_every_item_stands_on_exactly_one_page(items: list[int]) -> None:
    count = page_of(items, 0).count
    assert [item for number in range(count) for item in page_of(items, number).items] == items


@pytest.mark.parametrize(("asked", "shown"), [(-5, 0), (0, 0), (1, 1), (2, 2), (99, 2)])
def test_a_page_beyond_the_ends_is_the_nearest_one(asked: int, shown: int) -> None:
    page = page_of(range(2 * PAGE + 1), asked)
    assert (page.number, page.count) == (shown, 3)


def test_turning_goes_round_and_a_single_page_has_nothing_to_turn() -> None:
    ((before, here, after),) = turning(page_of(range(2 * PAGE + 1), 2), str)
    assert (before.data, here.text, after.data) == ("1", "3/3", "0")
    assert turning(page_of(range(PAGE), 0), str) == ()
