"""The result of a drill as a workbook: a row for each business, and a chart of the points."""

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter

from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import labelled
from models.identity import id_of
from models.tlp import UNLABELLED
from services.drills.scoring import DrillResult, Ranked

COLUMNS = ("member", "points", "before", "given", "seen", "answered", "done", "minutes")
# So many businesses still fit into a chart that can be read; the sheet has all.
CHARTED = 40
WIDE, NARROW, CHART_WIDTH, ROW_HEIGHT = 44, 12, 720, 24


def written(reader: Reader, result: DrillResult) -> bytes:
    """Write the workbook, its label on the first line; names of businesses are text, whatever they begin with."""
    content = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(content, options) as book:
        sheet = book.add_worksheet(reader.label("score-sheet"))
        bold, typed = book.add_format({"bold": True}), book.add_format({"quote_prefix": True})
        title = f"{reader.label('drill-word')} · {result.drill.code} · {reader.own(result.drill.title)}"
        sheet.write_string(0, 0, labelled(title, UNLABELLED), bold)
        for column, heading in enumerate(COLUMNS):
            sheet.write_string(1, column, reader.label(f"score-column-{heading}"), bold)
        sheet.set_column(0, 0, WIDE)
        sheet.set_column(1, len(COLUMNS) - 1, NARROW)
        sheet.freeze_panes(2, 1)
        for row, one in enumerate(result.ranked, 2):
            sheet.write_string(row, 0, one.member.name, typed)
            for column, number in enumerate(_numbers(result, one), 1):
                if number is not None:
                    sheet.write_number(row, column, number)
        if result.ranked:
            _draw(book, sheet, reader, result)
    return content.getvalue()


def _numbers(result: DrillResult, one: Ranked) -> Sequence[float | None]:
    """Give what stands in a business's row, in the order of the columns after its name."""
    before = result.before.members.get(id_of(one.member)) if result.before is not None else None
    score = one.score
    minutes = round(score.minutes, 1) if score.minutes is not None else None
    return (score.points, before, score.given, score.seen, score.answered, score.done, minutes)


def _draw(
    book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet, reader: Reader, result: DrillResult
) -> None:
    """Put the chart beside the rows, last time's points in it where there are any."""
    chart, last = book.add_chart({"type": "bar"}), 1 + min(len(result.ranked), CHARTED)
    name = reader.label("score-sheet")
    columns = (1,) if result.before is None else (1, 2)
    for column in columns:
        chart.add_series(
            {
                "name": reader.label(f"score-column-{COLUMNS[column]}"),
                "categories": [name, 2, 0, last, 0],
                "values": [name, 2, column, last, column],
            }
        )
    chart.set_x_axis({"min": 0, "max": 100})
    chart.set_y_axis({"reverse": True})
    chart.set_title({"name": result.drill.code})
    chart.set_size({"width": CHART_WIDTH, "height": 160 + ROW_HEIGHT * (last - 1)})
    sheet.insert_chart(1, len(COLUMNS) + 1, chart)
