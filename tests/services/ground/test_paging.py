"""Pages of long lists."""

import pytest

from services.ground.paging import nearest_page


@pytest.mark.parametrize(
    ("number", "total", "found"),
    [
        (0, 0, (0, 1)),
        (0, 8, (0, 1)),
        (1, 9, (1, 2)),
        (7, 9, (1, 2)),
        (-3, 9, (0, 2)),
        (2, 24, (2, 3)),
    ],
)
def test_a_number_beyond_the_ends_gives_the_nearest_page(number: int, total: int, found: tuple[int, int]) -> None:
    assert nearest_page(number, total=total, size=8) == found
