"""How near communes are."""

import pytest

from services.places.nearness import distance_km, neighbours

VIET_TRI, NONG_TRANG, HOAN_KIEM, VAN_DON, NOWHERE = "07900", "07894", "00070", "06994", "99999"


def test_a_distance_is_the_same_both_ways_and_none_to_itself() -> None:
    there = distance_km(VIET_TRI, HOAN_KIEM)

    assert there == pytest.approx(distance_km(HOAN_KIEM, VIET_TRI))
    assert there == pytest.approx(57, abs=1)
    assert distance_km(VIET_TRI, VIET_TRI) == 0


@pytest.mark.parametrize("code", [VAN_DON, NOWHERE])
def test_what_has_no_place_has_no_distance(code: str) -> None:
    assert distance_km(VIET_TRI, code) is distance_km(code, VIET_TRI) is None
    assert neighbours(code) == ()


def test_neighbours_are_so_both_ways() -> None:
    assert HOAN_KIEM not in neighbours(HOAN_KIEM)
    assert "00082" in neighbours(HOAN_KIEM)
    assert HOAN_KIEM in neighbours("00082")
