"""What was merged in a sheet is found wherever it stands in the file, and holds in the rows that it covers."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from services.workbooks.merged import Filler, Merge, merges_of

PART = "xl/worksheets/sheet1.xml"
# How much is read at once.
PORTION = 256 * 1024


def merges(body: bytes) -> list[Merge]:
    """Find what a sheet of these bytes merges."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr(PART, body)
    with ZipFile(file) as archive:
        return list(merges_of(archive, PART))


def test_a_merge_is_read_as_its_columns_and_rows() -> None:
    body = b'<mergeCells><mergeCell ref="B2:C4"/><x:mergeCell xml:id="1" ref="AA10:AB12"></x:mergeCell></mergeCells>'
    assert merges(body) == [
        Merge(column=1, first=2, last=4, last_column=2),
        Merge(column=26, first=10, last=12, last_column=27),
    ]


@pytest.mark.parametrize("cut", [1, 5, 12, 20, 26])
def test_a_merge_that_stands_on_the_border_of_two_portions_is_found_once(cut: int) -> None:
    element = b'<mergeCell ref="A2:A4"/>'
    body = b" " * (PORTION - cut) + element + b'<mergeCell ref="B2:B4"/>'
    assert [(one.column, one.first, one.last) for one in merges(body)] == [(0, 2, 4), (1, 2, 4)]


def test_at_most_sixty_thousand_merges_are_read() -> None:
    element = b'<mergeCell ref="A2:A4"/>'
    assert len(merges(element * 60_000)) == 60_000
    assert len(merges(element * 60_001)) == 60_000


def test_a_value_comes_down_to_the_last_row_of_its_merge_and_no_further() -> None:
    filler = Filler([Merge(0, 3, 5, 0)], columns=frozenset({0}), after=2)
    seen = [dict(filler.see(number, [f"dòng {number}", "khác"])) for number in range(2, 8)]
    assert seen == [{}, {0: "dòng 3"}, {0: "dòng 3"}, {0: "dòng 3"}, {}, {}]


def test_only_merges_of_wanted_columns_below_the_headings_over_several_rows_count() -> None:
    unwanted = [Merge(1, 3, 5, 1), Merge(0, 2, 5, 0), Merge(0, 4, 4, 3)]
    filler = Filler(unwanted, columns=frozenset({0}), after=2)
    assert [dict(filler.see(number, ["a", "b"])) for number in range(3, 6)] == [{}, {}, {}]


def test_a_row_too_short_and_one_that_is_not_there_bring_nothing_down() -> None:
    short = Filler([Merge(2, 3, 5, 2)], columns=frozenset({2}), after=0)
    assert dict(short.see(3, ["a", "b"])) == {}
    passed = Filler([Merge(0, 3, 5, 0), Merge(0, 7, 8, 0)], columns=frozenset({0}), after=0)
    assert dict(passed.see(4, ["a"])) == {}
    assert dict(passed.see(7, ["b"])) == {0: "b"}
    assert dict(passed.see(8, ["c"])) == {0: "b"}


def test_one_merge_after_another_in_one_column_and_beside_each_other() -> None:
    filler = Filler([Merge(1, 5, 6, 1), Merge(0, 3, 6, 0), Merge(1, 3, 4, 1)], columns=frozenset({0, 1}), after=0)
    rows = [["a3", "b3"], ["", ""], ["", "b5"], ["", ""], ["", ""]]
    assert [dict(filler.see(number, row)) for number, row in enumerate(rows, start=3)] == [
        {0: "a3", 1: "b3"},
        {0: "a3", 1: "b3"},
        {0: "a3", 1: "b5"},
        {0: "a3", 1: "b5"},
        {},
    ]
