"""The cells of a list of systems, as offices spell them."""

import pytest

from services.workbooks.registers import system_rows
from services.workbooks.registers.system_rows import SystemColumn, SystemLevelUnclear, SystemVocabulary

VOCABULARY = SystemVocabulary("01", {})


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("3", 3),
        ("3.0", 3),
        ("3,0", 3),
        (3.0, 3),
        ("III", 3),
        ("Cấp độ IV", 4),
        ("Cấp 3 (theo QĐ 12/QĐ-UBND)", 3),
        ("Cấp độ 2 (đang trình)", 2),
    ],
)
def test_levels_are_read_as_offices_write_them(text: object, level: int) -> None:
    assert system_rows._cell(SystemColumn.LEVEL, VOCABULARY, text) == level


@pytest.mark.parametrize("text", ["3.5", "cao", "IIII"])
def test_what_is_no_level_is_refused(text: str) -> None:
    with pytest.raises(SystemLevelUnclear):
        system_rows._cell(SystemColumn.LEVEL, VOCABULARY, text)


def test_what_is_merged_down_several_rows_is_each_ones_but_for_names() -> None:
    assert SystemColumn.OWNER in system_rows.SYSTEM_COMES_DOWN
    assert SystemColumn.NAME not in system_rows.SYSTEM_COMES_DOWN
