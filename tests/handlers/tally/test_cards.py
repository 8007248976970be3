"""What the tally says, and which of its buttons is loud."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from handlers.frame.views.message import Button, Message, plain
from handlers.frame.views.reader import Reader
from handlers.incidents.views.cards import Facts
from handlers.tally.views import cards as views
from handlers.tally.views.beside import Above, PlaybookNext, RunsBeside
from models.broadcasts import DeliveryState
from models.capabilities import Unit
from models.circles import WaveCircle
from models.escalation import EscalationStage
from models.incidents import IncidentKind, IncidentStatus, IncidentType, ReminderKind, Severity
from models.people import Language
from services.tally.counting import Aftermath, AnswerGroup, Tally
from services.tally.course import Course
from services.waves.ahead import NextStep, Rest
from services.waves.needs import Need

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
VIETNAMESE, ENGLISH = (Reader(language, HANOI) for language in (Language.VIETNAMESE, Language.ENGLISH))
OPEN, CLOSED = IncidentStatus.OPEN, IncidentStatus.CLOSED
FACTS = Facts(
    code="SC-2026-0001",
    kind=IncidentKind.INCIDENT,
    type=IncidentType.DISASTER,
    severity=Severity.SERIOUS,
    status=OPEN,
    title="Mất điện",
    description="Mất điện",
    headcount_wanted=3,
    headcount_unit=Unit.MACHINES,
    until_at=NOW + timedelta(hours=9),
    communes=["Phường Hoàn Kiếm"],
    sectors=[],
    capabilities=[],
    files=0,
    declared_at=NOW,
    department="Sở",
    incident_id=1,
)
COUNTED = Tally(
    members=4,
    people=5,
    groups={**dict.fromkeys(AnswerGroup, 0), AnswerGroup.READY: 1, AnswerGroup.SILENT: 3},
    messages=dict.fromkeys(DeliveryState, 0),
    seen=0,
    headcount=0,
    headcount_from=0,
    sectors={},
    capabilities={},
    aftermath=Aftermath(0, 0, 0, 0),
    counted_at=NOW + timedelta(minutes=20),
    needs=[Need((7,), Unit.MACHINES, 3, 2)],
)
COURSE = Course(declared_by="Hạ")
NAMES = {7: "Máy phát điện", 8: "Bộ đàm", 9: "Xe tải"}


def shown(
    counted: Tally = COUNTED, course: Course = COURSE, facts: Facts = FACTS, reader: Reader = VIETNAMESE
) -> Message:
    return views.tally(reader, facts, counted, course, names=NAMES)


def lines(message: Message) -> list[str]:
    return plain(message.text).split("\n")


def loud(message: Message) -> list[str]:
    return [button.text for row in message.rows for button in row if button.style]


def named(message: Message, text: str) -> Button:
    return next(button for row in message.rows for button in row if button.text == text)


def test_a_need_stands_against_what_is_offered_with_the_deadline_that_was_asked() -> None:
    assert "🧰 Máy phát điện: cần 3 máy, đã có 2 · ⏰ đến lúc 18:00" in lines(shown())
    assert "🧰 Máy phát điện: 3 machines wanted, 2 offered · ⏰ until 18:00" in lines(shown(reader=ENGLISH))


@pytest.mark.parametrize(
    ("needs", "line"),
    [
        ([Need((), Unit.TEAMS, 2, 1)], "🧰 Cần 2 đội, đã có 1 · ⏰ đến lúc 18:00"),
        ([Need((7,), Unit.MACHINES, 0, 2)], "🧰 Máy phát điện: đã có 2 máy · ⏰ đến lúc 18:00"),
        (
            [Need((7,), Unit.MACHINES, 3, 2), Need((8,), Unit.SETS, 0, 5), Need((9,), Unit.VEHICLES, 0, 1)],
            "🧰 Máy phát điện: cần 3 máy, đã có 2 · 🧰 Bộ đàm: đã có 5 bộ · và 1 năng lực khác · ⏰ đến lúc 18:00",
        ),
        ([], "⏰ đến lúc 18:00"),
    ],
)
def test_what_is_wanted_is_said_as_far_as_it_was_asked(needs: list[Need], line: str) -> None:
    assert line in lines(shown(replace(COUNTED, needs=needs)))


def test_who_is_ready_without_a_number_is_counted_as_one_and_said_to_be_so() -> None:
    brought = replace(COUNTED, headcount=3, headcount_from=1, headcount_unsaid=77, needs=[])
    of_people = replace(FACTS, headcount_wanted=100, headcount_unit=Unit.PEOPLE)

    assert "👷 Nhân lực: 80 / 100 người (80%), 77 đơn vị chưa nói số người · ⏰ đến lúc 18:00" in lines(
        shown(brought, facts=of_people)
    )


def test_what_runs_beside_the_calls_is_named_in_one_line_with_its_deadlines() -> None:
    running = RunsBeside(
        Above(EscalationStage.MEETING, NOW + timedelta(minutes=30)),
        [PlaybookNext("Mã độc tống tiền", 3, 8, NOW + timedelta(minutes=10))],
        NOW + timedelta(hours=1),
    )

    said = lines(views.tally(VIETNAMESE, FACTS, COUNTED, COURSE, names=NAMES, running=running))

    assert (
        "⤴ Cấp trên: bước 1, họp trực tuyến (hạn 09:30) · 🧭 Mã độc tống tiền: bước 3/8 (quá hạn 09:10)"
        " · 📣 Tin cập nhật tới: 10:00"
    ) in said
    done = views.tally(VIETNAMESE, FACTS, COUNTED, replace(COURSE, next=Rest.PLAN_DONE), names=NAMES, running=running)
    assert lines(done)[1].startswith("⏭ Kế tiếp là tin cập nhật")


def test_what_was_asked_for_by_number_comes_first_and_the_deadline_goes_with_the_end() -> None:
    brought = replace(COUNTED, headcount=12, headcount_from=2)
    of_people = replace(FACTS, headcount_wanted=24, headcount_unit=Unit.PEOPLE)
    over = replace(FACTS, status=CLOSED, closed_at=NOW + timedelta(hours=2))
    some = replace(brought, needs=[Need((7,), Unit.MACHINES, 0, 2)])

    machines, people = "🧰 Máy phát điện: cần 3 máy, đã có 2", "👷 Nhân lực: 12 người (2 đơn vị đã báo số)"
    assert f"{machines} · {people} · ⏰ đến lúc 18:00" in lines(shown(brought))
    assert f"{machines} · {people}" in lines(shown(brought, facts=over))
    assert "👷 Nhân lực: 12 / 24 người (50%) · 🧰 Máy phát điện: đã có 2 máy · ⏰ đến lúc 18:00" in lines(
        shown(some, facts=of_people)
    )


def test_a_task_that_waits_to_be_verified_is_what_to_do_next() -> None:
    silent = replace(COURSE, remind_from=NOW)
    one, several = replace(silent, to_verify=[5]), replace(silent, to_verify=[5, 6])

    assert loud(shown(course=silent)) == ["🔔 Nhắc 3 đơn vị chưa trả lời…"]
    assert loud(shown(course=one)) == ["🏁 1 nhiệm vụ chờ xác nhận"]
    assert named(shown(course=one), "🏁 1 nhiệm vụ chờ xác nhận").data == "tk:5"
    assert loud(shown(course=several)) == ["🏁 2 nhiệm vụ chờ xác nhận"]
    assert named(shown(course=several), "🏁 2 nhiệm vụ chờ xác nhận").data == "tl:waiting:1:0"
    assert loud(shown(course=replace(several, questions=1))) == ["❓ 1 câu hỏi chưa trả lời"]
    assert loud(shown(course=one, facts=replace(FACTS, status=CLOSED))) == ["🏁 1 nhiệm vụ chờ xác nhận"]


def test_what_comes_next_is_said_with_its_condition_and_the_end_of_the_plan_with_its_reason() -> None:
    wave = NextStep(ReminderKind.WAVE, NOW + timedelta(minutes=30), WaveCircle.NEIGHBOURS, fewer_than=5, ready=3)
    said: dict[NextStep | Rest, str] = {
        wave: "⏭ Gọi thêm địa bàn giáp ranh lúc 09:30 nếu dưới 5 đơn vị sẵn sàng (nay 3) (cập nhật 09:20)",
        replace(wave, fewer_than=0): "⏭ Gọi thêm địa bàn giáp ranh lúc 09:30 (cập nhật 09:20)",
        replace(
            wave, fewer_than=0, counts_people=True
        ): "⏭ Gọi thêm địa bàn giáp ranh lúc 09:30 nếu chưa đủ lực lượng (cập nhật 09:20)",
        Rest.ALL_ANSWERED: "⏭ Đơn vị liên lạc được đều đã trả lời: không nhắc, không gọi thêm (cập nhật 09:20)",
        Rest.PLAN_DONE: "⏭ Hết bước tự động: đề nghị tự nhắc, gọi thêm hoặc gọi điện (cập nhật 09:20)",
    }

    for following, line in said.items():
        assert lines(shown(course=replace(COURSE, next=following)))[1] == line
    assert lines(shown(course=replace(COURSE, next=Rest.PLAN_DONE, held=True)))[1].startswith("⏸ Đang giữ lại")


def test_whoever_has_not_got_it_is_named_behind_a_button_that_is_there_only_then() -> None:
    missed = views.tally(VIETNAMESE, FACTS, COUNTED, COURSE, missed=2, names=NAMES)

    assert named(missed, "❌ Chưa nhận").data == "ru:1:0"
    assert all(button.data != "ru:1:0" for row in shown().rows for button in row)


def test_right_after_the_alert_the_next_thing_is_said_and_the_lists_are_loud_until_somebody_helps() -> None:
    sent = replace(COUNTED, groups={**COUNTED.groups, AnswerGroup.READY: 0, AnswerGroup.SILENT: 4})
    soon = replace(COURSE, next=NextStep(ReminderKind.REMIND, NOW + timedelta(minutes=30)))

    message = shown(sent, soon)

    assert lines(message)[1].startswith("⏭ Nhắc tự động lúc 09:30")
    assert loud(message) == ["📋 Danh sách"]
    assert message.rows[0][0].text == "📋 Danh sách"
    assert loud(shown(COUNTED, soon)) == ["📌 Giao nhiệm vụ"]
    assert loud(shown(sent, facts=replace(FACTS, status=CLOSED))) == []
