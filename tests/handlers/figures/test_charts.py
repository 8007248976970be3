"""What the charts of figures show."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from handlers.figures.views import charts
from handlers.frame.views.reader import Reader
from models.people import Language
from services.figures.courses import MeasuredTime
from services.figures.drills import DrillFigures
from services.figures.figures import FiguresReport, PeriodFigures
from services.figures.laying import CourseFigures
from services.figures.periods import Period, PeriodKind, Stretch
from services.figures.spreads import Spread
from services.figures.work import LessonFigures, WorkFigures

NOVEMBER = Period(PeriodKind.MONTH, date(2026, 11, 1))
AT = datetime(2026, 11, 1, tzinfo=UTC)


def figures(median: timedelta | None) -> PeriodFigures:
    """Let three incidents have ended, half of them within a time."""
    times = {one: Spread() for one in MeasuredTime} | {MeasuredTime.ALL_CLEAR: Spread(3, median, median)}
    work = WorkFigures(0, 0, 0, (), LessonFigures(), 0)
    return PeriodFigures(Stretch(AT, AT), CourseFigures(total=3, times=times), 0, work, DrillFigures())


@pytest.mark.parametrize(("minutes", "scale", "value"), [(600, "phút", 600), (601, "giờ", 601 / 60)])
def test_what_took_longer_than_ten_hours_is_drawn_in_hours(minutes: int, scale: str, value: float) -> None:
    report = FiguresReport(NOVEMBER, figures(timedelta(minutes=minutes)), figures(None), None)
    reader = Reader(Language.VIETNAMESE, ZoneInfo("Asia/Ho_Chi_Minh"))

    (chart,) = charts.charts(reader, report)

    assert scale in chart.scale
    assert [bar.value for bar in chart.bars] == [pytest.approx(value)]
