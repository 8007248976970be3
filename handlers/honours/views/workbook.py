"""The list of a year (.xlsx): what businesses that agreed did well, others as a count; drills on a sheet apart."""

from collections.abc import Sequence
from io import BytesIO
from math import ceil
from typing import Any

import xlsxwriter

from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import label
from handlers.honours.views import cards
from services.honours.honours import HonourSheet, label_of_all, named_among

COLUMNS = {"number": 6, "business": 40, "tax-code": 16, "kind": 22, "code": 40, "at": 18, "words": 70}
MOMENT = "hh:mm dd/mm/yyyy"
# The number by which workbooks name the size of the paper.
A4 = 9
# How high a line of text is, in points.
LINE = 15


def written(reader: Reader, year: int, found: Sequence[HonourSheet]) -> bytes:
    """Write the workbook; what people typed is text, with whatever it begins.

    Of those who did not agree to be named nothing stands in it that leads to them.
    """
    content = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "remove_timezone": True}
    with xlsxwriter.Workbook(content, options) as book:
        for word in ("real", "drills"):
            lines = [one for one in found if one.honour.is_drill is (word == "drills")]
            _sheet(book, reader, word, year, lines)
    return content.getvalue()


def _sheet(book: Any, reader: Reader, word: str, year: int, found: Sequence[HonourSheet]) -> None:
    lines = named_among(found)
    sheet = book.add_worksheet(reader.label(f"honour-sheet-{word}"))
    bold, typed = (
        book.add_format({"bold": True}),
        book.add_format({"quote_prefix": True, "text_wrap": True, "valign": "top"}),
    )
    moment = book.add_format({"num_format": MOMENT, "align": "left", "valign": "top"})
    title = reader.label(f"honour-title-{word}", year=str(year))
    sheet.write_string(0, 0, f"{label(label_of_all(lines))} · {title}", bold)
    for column, (name, width) in enumerate(COLUMNS.items()):
        sheet.write_string(1, column, reader.label(f"honour-column-{name}"), bold)
        sheet.set_column(column, column, width)
    sheet.freeze_panes(2, 0)
    # Printed, it is as wide as a page, with its headings on each.
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1)
    counted = book.add_format({"align": "left", "valign": "top"})
    for number, one in enumerate(lines, 1):
        row = number + 1
        sheet.write_number(row, 0, number, counted)
        sheet.write_datetime(row, 5, one.honour.happened_at.astimezone(reader.time_zone), moment)
        texts = {
            1: one.member.name,
            2: one.member.tax_code,
            3: reader.label(f"honour-kind-{one.honour.kind}"),
            4: " · ".join([cards.code_of(one), cards.title_of(reader, one)]),
            6: cards.sentence(reader, one),
        }
        # Not every program makes a row as high as its text.
        widths = list(COLUMNS.values())
        sheet.set_row(row, LINE * max(ceil(len(text) / widths[column]) for column, text in texts.items()))
        for column, text in texts.items():
            sheet.write_string(row, column, text, typed)
    if unnamed := len(found) - len(lines):
        sheet.write_string(len(lines) + 2, 1, reader.label("honour-unnamed", count=unnamed))
