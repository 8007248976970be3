"""The page of an incident's waves says plainly why there is nothing to hold back."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from handlers.frame.views.message import plain
from handlers.frame.views.reader import Reader
from handlers.waves import views
from models.circles import WaveCircle
from models.identity import id_of
from models.incidents import Incident, IncidentKind, IncidentStatus, IncidentType, Reminder, ReminderKind, Severity
from models.people import Language

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
READER = Reader(Language.VIETNAMESE, ZoneInfo("Asia/Ho_Chi_Minh"))
INCIDENT = Incident(
    id=1,
    year=2026,
    number=1,
    code="SC-2026-0001",
    kind=IncidentKind.INCIDENT,
    type=IncidentType.DISASTER,
    severity=Severity.SERIOUS,
    title="Mất điện",
    description="Mất điện",
    province_code="01",
    headcount_wanted=0,
    status=IncidentStatus.OPEN,
    draft_key="1:key",
    declared_by_id=1,
    declared_at=NOW,
)
TO_COME = Reminder(
    incident_id=id_of(INCIDENT), kind=ReminderKind.WAVE, circle=WaveCircle.NEIGHBOURS, due_at=NOW, fewer_than=3
)


def test_where_every_planned_wave_finds_nobody_it_is_said_and_nothing_promises_more() -> None:
    message = views.waves(READER, INCIDENT, [], None, idle=2, now=NOW)

    said = plain(message.text)
    assert "Còn 2 đợt theo chính sách, nhưng không đợt nào tìm được thêm đơn vị: không có gì để giữ lại." in said
    assert "vẫn gọi thêm được" not in said
    assert [button.text for row in message.rows for button in row] == ["◀ Bảng tổng hợp"]


def test_where_a_wave_is_to_come_it_can_be_held_and_nothing_is_said_of_idle_ones() -> None:
    message = views.waves(READER, INCIDENT, [TO_COME], None, idle=1, now=NOW)

    assert "không có gì để giữ lại" not in plain(message.text)
    assert "⏸ Giữ lại các đợt gọi" in [button.text for row in message.rows for button in row]


def test_while_the_waves_are_held_back_it_is_not_said_that_there_is_nothing_to_hold() -> None:
    held = INCIDENT.model_copy(update={"waves_held_at": NOW})

    said = plain(views.waves(READER, held, [], None, idle=2, now=NOW).text)

    assert "không có gì để giữ lại" not in said
