"""Counts: a number is taken where it is bare or followed by what it is asked of."""

import pytest

from models.capabilities import Unit
from services.notation import counts
from services.notation.counts import Count, counts_in, read_count


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("8", 8),
        ("khoảng 20", 20),
        ("năm", 5),
        ("nam", 5),
        ("mười lăm", 15),
        ("12ng", 12),
        ("5 nhân sự", 5),
        ("3 people", 3),
        ("cử hai mươi người", 20),
        ("2 đội 8 người", 8),
        ("8 người, 2 xe", 8),
    ],
)
def test_people_are_counted_where_they_are_named_or_nothing_is(written: str, people: int) -> None:
    assert read_count(written, unit=Unit.PEOPLE) == people


@pytest.mark.parametrize(
    "written",
    ["", "may phat 2 cai", "30p", "3 xe", "7h có mặt", "20-30", "20-30 người", "20 đến 30 người", "vài"],
)
def test_what_counts_something_else_counts_no_people(written: str) -> None:
    assert read_count(written, unit=Unit.PEOPLE) is None


def test_each_kind_of_thing_has_words_of_its_own() -> None:
    assert read_count("3 xe", unit=Unit.VEHICLES) == 3
    assert read_count("may phat 2 cai", unit=Unit.MACHINES) == 2
    assert read_count("3 người", unit=Unit.VEHICLES) is None
    assert read_count("5km", unit=Unit.KILOMETRES) == 5


def test_all_that_a_text_counts_is_found_and_nothing_in_a_range() -> None:
    assert counts_in("3 đội hàn nối và hai máy phát") == (Count(3, Unit.TEAMS), Count(2, Unit.MACHINES))
    assert counts_in("hai, ba người") is None
    assert counts_in("2.000 người") == ()


@pytest.mark.parametrize(
    ("said", "beside"),
    [
        ("2 người, 1 máy phát 5kVA", "1 máy phát 5kVA"),
        ("2 người và 1 máy phát 5,5 kVA", "1 máy phát 5,5 kVA"),
        ("12", ""),
        ("khoảng 12", ""),
        ("Bên em có 8 người ạ", ""),
        ("2 đội, 8 người", "2 đội"),
        ("4 người; đến trước 10h", "đến trước 10h"),
    ],
)
def test_what_is_said_beside_the_number_of_people_is_given_as_it_was_written(said: str, beside: str) -> None:
    assert counts.said_beside(said, units=(Unit.PEOPLE,)) == beside


def test_beside_several_units_that_were_understood_nothing_is_left() -> None:
    assert counts.said_beside("2 đội, 1 xe, 8 người", units=(Unit.TEAMS, Unit.VEHICLES, Unit.PEOPLE)) == ""
