"""The sheet of answers has a number for each unit, and below it a sum that stands in the right columns."""

from datetime import UTC, datetime
from io import BytesIO
from zoneinfo import ZoneInfo

from openpyxl import load_workbook

from handlers.frame.views.reader import Reader
from handlers.workbooks.views import rows
from handlers.workbooks.writing import Workbook
from models.capabilities import Unit
from models.people import Language
from models.responses import Answer
from services.workbooks.exports import AnswerRow
from services.workbooks.quantities import OfferSums
from tests.handlers.tally.test_lists import BUSINESS
from tests.handlers.waves.test_pages import INCIDENT

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
READER = Reader(Language.VIETNAMESE, HANOI)


def test_what_a_business_brings_stands_in_numbers_and_the_sum_below_is_outside_the_filter() -> None:
    answer = AnswerRow(
        incident=INCIDENT,
        member=BUSINESS,
        by="An",
        answer=Answer.READY,
        answered_at=NOW,
        offered_people=6,
        offered_capability_ids=[7],
        note=None,
        offered_quantities={"7": 3, "teams": 2},
    )
    units, names, counted_in = [Unit.TEAMS, Unit.MACHINES], {7: "Máy phát điện"}, {7: Unit.MACHINES}
    book = Workbook(title="x", author="x", time_zone=HANOI, now=NOW)
    sheet = book.sheet("x", rows.answer_headings(READER, units))
    sheet.add(rows.answer(READER, answer, names, counted_in, units))
    sheet.add_sum(rows.answer_sums(READER, OfferSums(units, 6, {Unit.TEAMS: 2, Unit.MACHINES: 3})))

    written = load_workbook(BytesIO(book.close())).worksheets[0]
    headings, first, last = written.iter_rows(values_only=True)
    said, summed = (dict(zip(headings, one, strict=True)) for one in (first, last))
    assert said["Phương tiện, năng lực"] == "Máy phát điện: 3 máy; 2 đội"
    assert (said["Số đội"], said["Số máy"], said["Số người"]) == (2, 3, 6)
    assert (summed["Số đội"], summed["Số máy"], summed["Số người"]) == (2, 3, 6)
    assert summed["Sự cố"] == "Tổng của các đơn vị tham gia"
    assert written.auto_filter.ref.endswith("2")
