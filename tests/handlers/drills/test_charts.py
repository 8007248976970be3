"""What the chart of a drill's result shows."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.drills.views import charts
from handlers.frame.charts.bars import MOST_BARS, Bar
from handlers.frame.views.reader import Reader
from models.drills import Drill, DrillState
from models.members import Member, MemberStatus
from models.people import Language
from services.drills.scoring import Before, DrillResult, Ranked, Score

AT = datetime(2025, 12, 12, 2, tzinfo=UTC)


def drill(code: str) -> Drill:
    return Drill(
        year=2025,
        number=1,
        code=code,
        title="Mất điện mùa bão",
        state=DrillState.OVER,
        script_id=1,
        starts_at=AT,
        began_at=AT,
        planned_by_id=1,
        planned_at=AT,
        draft_key=code,
    )


def scored(points: int) -> Score:
    return Score(given=1, seen=1, answered=1, done=1, minutes=1.0, points=points)


def ranked(number: int, points: int) -> Ranked:
    member = Member(
        id=number,
        tax_code=str(number),
        name=f"Đơn vị {number}",
        status=MemberStatus.APPROVED,
        commune_code="1",
        registered_at=AT,
    )
    return Ranked(member, scored(points))


def reader(language: Language) -> Reader:
    return Reader(language, ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.mark.parametrize(
    ("language", "network", "last"),
    [
        (Language.VIETNAMESE, "Toàn mạng lưới", "Lần trước (DK-2025-0001, ngày 12/12/2025)"),
        (Language.ENGLISH, "The whole network", "Last time (DK-2025-0001, 12/12/2025)"),
    ],
)
def test_the_network_comes_first_and_last_time_stands_beside_whoever_took_part_then(
    language: Language, network: str, last: str
) -> None:
    before = Before(drill("DK-2025-0001"), scored(55), {1: 80})
    result = DrillResult(drill("DK-2026-0001"), scored(71), [ranked(1, 100), ranked(2, 42)], before)

    chart = charts.chart(reader(language), result)

    assert chart.bars == [Bar(network, 71, 55), Bar("Đơn vị 1", 100, 80), Bar("Đơn vị 2", 42)]
    assert chart.before == last
    assert chart.title.endswith(" · DK-2026-0001 · Mất điện mùa bão")
    assert chart.note == ""


def test_of_a_large_drill_those_with_most_points_are_drawn_and_it_says_so() -> None:
    result = DrillResult(drill("DK-2026-0001"), scored(71), [ranked(number, 100) for number in range(1, 1205)], None)

    chart = charts.chart(reader(Language.VIETNAMESE), result)

    assert len(chart.bars) == MOST_BARS
    assert chart.note == "29 đơn vị đạt điểm cao nhất trong số 1.204 đơn vị"
    assert chart.before == ""
