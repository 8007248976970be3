"""No cell that leaves the house runs as a formula: all files are written in one place, which marks text as text."""

import ast

import pytest

from tests.handlers import sources

WRITES = "handlers/workbooks/writing.py"
CHARTS = "handlers/drills/result_file.py"
FIGURES = "handlers/figures/workbook.py"
TIME_LINES = "handlers/papers/time_line.py"
HONOURS = "handlers/honours/views/workbook.py"
# A list of numbers and moments for the next restore: nobody's words are in it.
NUMBERS_ALONE = "bot/commands/erased.py"


def test_files_are_written_in_one_place_and_never_as_plain_text_tables() -> None:
    found = {
        str(path)
        for path, tree in sources.modules("bot", "handlers", "services")
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom | ast.Attribute)
        and ast.unparse(node).startswith(
            ("import xlsxwriter", "csv.writer", "csv.DictWriter", "from xlsxwriter import")
        )
    }

    assert found == {WRITES, CHARTS, FIGURES, TIME_LINES, HONOURS, NUMBERS_ALONE}


@pytest.mark.parametrize("module", [WRITES, CHARTS, FIGURES, TIME_LINES, HONOURS])
def test_cells_are_written_only_as_a_named_kind(module: str) -> None:
    tree = {str(path): tree for path, tree in sources.modules("handlers")}[module]
    calls = {
        node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr.startswith("write")
    }

    assert "write_string" in calls
    assert not calls & {"write", "write_row", "write_column", "write_formula", "write_array_formula", "write_url"}
