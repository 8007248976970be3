"""What a line says that a declaration does not hold, as the preview says it."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.declarations.views import untaken
from handlers.declarations.views.untaken import Untaken
from handlers.frame.views.home import Home
from handlers.frame.views.reader import Reader
from handlers.incidents.views.cards import Facts
from models.drafts import Dialogue, Draft
from models.incidents import IncidentKind, IncidentStatus, IncidentType, Severity
from models.people import Language

NOW = datetime(2026, 11, 28, 2, tzinfo=UTC)
READER = Reader(Language.VIETNAMESE, ZoneInfo("Asia/Ho_Chi_Minh"), Home("25", "Mạng lưới", "Network"))
DRAFT = Draft(person_id=1, key="k", dialogue=Dialogue.INCIDENT, step="preview", updated_at=NOW)
FACTS = Facts(
    code="SC-2026-0001",
    kind=IncidentKind.INCIDENT,
    type=IncidentType.DISASTER,
    severity=Severity.SERIOUS,
    status=IncidentStatus.OPEN,
    title="Mất điện",
    description="Mất điện",
    headcount_wanted=0,
    until_at=None,
    communes=[],
    sectors=[],
    capabilities=[],
    files=0,
    declared_at=NOW,
    department="Sở",
)


@pytest.mark.parametrize(
    ("said", "line", "button"),
    [
        (
            Untaken(of_old=("Hòa Bình",)),
            "⚠️ <b>Hòa Bình</b> (tỉnh cũ) nay thuộc tỉnh Phú Thọ nên tin gửi tới <b>toàn tỉnh</b>. Chọn địa bàn?",
            "📍 Chọn địa bàn",
        ),
        (Untaken(open_start="hôm qua"), "⚠️ Chưa ghi giờ bắt đầu: “hôm qua”.", "⏰ Ghi lúc bắt đầu"),
        (
            Untaken(
                ahead_at=datetime(2026, 11, 28, 12, tzinfo=UTC), planned_until=datetime(2026, 11, 28, 14, tzinfo=UTC)
            ),
            "⚠️ 19:00, 28/11/2026 – 21:00, 28/11/2026 hiểu là thời gian cắt theo kế hoạch nên chưa ghi thời hạn cần"
            " hỗ trợ.",
            "⏰ Ghi thời hạn",
        ),
    ],
)
def test_what_is_not_taken_is_said_with_the_button_that_mends_it(said: Untaken, line: str, button: str) -> None:
    assert untaken.said(READER, said, FACTS) == [line]
    assert [one.text for one in untaken.buttons(READER, DRAFT, said, FACTS)] == [button]
