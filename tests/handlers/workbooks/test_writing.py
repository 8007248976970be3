"""Workbooks as a spreadsheet opens them."""

import asyncio
import sys
import tempfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from handlers.workbooks.writing import WIDEST, Cell, CellLook, Row, Workbook, clear_away_abandoned, sheet_title
from tests.bot.command_line import ROOT, environment

AT = datetime(2026, 11, 20, 2, 5, tzinfo=UTC)
HEADINGS = ("Mã số thuế", "Tên đơn vị", "Lúc")


def made() -> Workbook:
    return Workbook(title="Danh bạ", author="Sở", time_zone=ZoneInfo("Asia/Ho_Chi_Minh"), now=AT)


def opened(*rows: Row) -> Worksheet:
    """Write rows below the headings, and open what was written."""
    workbook = made()
    workbook.sheet("Danh bạ", HEADINGS).add_all(rows)
    sheet = openpyxl.load_workbook(BytesIO(workbook.close())).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_headings_stay_in_sight_and_carry_filters() -> None:
    sheet = opened(("0100000001", "Sông Hồng", AT), ("0100000002", "Long Biên", AT))

    assert [cell.value for cell in sheet[1]] == list(HEADINGS)
    assert sheet["A1"].font.bold
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:C3"


def test_a_workbook_without_rows_has_its_headings_and_filters() -> None:
    assert opened().auto_filter.ref == "A1:C2"


def test_a_moment_is_a_real_date_in_local_time() -> None:
    cell = opened(("", "", AT))["C2"]

    assert cell.is_date
    assert cell.value == datetime(2026, 11, 20, 9, 5)  # noqa: DTZ001 - a spreadsheet knows no time zones
    assert cell.number_format == "dd/mm/yyyy hh:mm"


def test_a_tax_code_keeps_its_leading_zero() -> None:
    cell = opened(("0100112437", "", None))["A2"]

    assert (cell.value, cell.data_type) == ("0100112437", "s")


@pytest.mark.parametrize("text", ["=1+1", "+84912345678", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0"])
def test_what_looks_like_a_formula_is_text_and_stays_text_when_edited(text: str) -> None:
    cell = opened(("", text, None))["B2"]

    assert cell.data_type == "s"
    assert str(cell.value).replace("_x000D_", "\r") == text
    assert cell.quotePrefix


def test_columns_are_as_wide_as_what_stands_in_them_within_bounds() -> None:
    sheet = opened(("1", "Công ty Cổ phần Viễn thông", AT), ("2", "x" * 500, AT))

    widths = {name: dimension.width for name, dimension in sheet.column_dimensions.items()}
    assert len("Mã số thuế") < widths["A"] < len("Mã số thuế") + 5
    assert WIDEST <= widths["B"] < WIDEST + 1
    assert sheet["B3"].alignment.wrap_text


def test_a_wrong_cell_is_coloured() -> None:
    sheet = opened((Cell("12", CellLook.WRONG), "đúng", None))

    assert sheet["A2"].fill.fgColor.rgb != sheet["B2"].fill.fgColor.rgb


def test_a_text_that_is_too_long_for_a_cell_is_cut() -> None:
    assert len(str(opened(("", "x" * 40_000, None))["B2"].value)) == 32_767


def test_a_title_has_nothing_that_excel_refuses() -> None:
    title = sheet_title("'SC-2026/0001: [mạng] *?\\ " + "x" * 40)

    assert title == "SC-2026 0001 mạng " + "x" * 12
    assert len(title) <= 31


def test_a_workbook_that_nobody_finishes_leaves_no_file_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with made() as workbook:
        workbook.sheet("Một", ["Tên"]).add(["Nguyễn Văn An"])
        workbook.sheet("Hai", ["Tên"]).add(["Lê Thị Bình"])
        assert list(tmp_path.iterdir())

    assert not list(tmp_path.iterdir())


WRITE_AND_WAIT = """
from tests.handlers.workbooks.test_writing import made
workbook = made()
workbook.sheet("Danh bạ", ["Tên đơn vị"]).add(["Sông Hồng"])
print("written", flush=True)
input()
"""


async def test_rows_that_a_killed_run_left_are_deleted_by_the_next_and_those_of_a_living_one_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    others = tmp_path / "san-sang-rows"
    others.mkdir()
    writing = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", WRITE_AND_WAIT),
        cwd=ROOT,
        env=environment(TMPDIR=str(tmp_path)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert writing.stdout is not None
    assert await writing.stdout.readline() == b"written\n"
    assert clear_away_abandoned() == 0
    writing.kill()
    await writing.wait()
    assert len(what_is_in(tmp_path)) == 2

    assert clear_away_abandoned() == 1

    assert what_is_in(tmp_path) == [others]


def what_is_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())
