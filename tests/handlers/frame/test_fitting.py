"""However much people wrote, a card, a tally and a list stay within what Telegram takes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from markupsafe import Markup

from handlers.frame.views.fitting import fits_two_a_row, length, rows_that_fit, shorten, width_of
from handlers.frame.views.home import Home
from handlers.frame.views.message import Button, Message, plain
from handlers.frame.views.reader import Reader
from handlers.incidents.views import cards as incidents
from handlers.tally.views import cards as tally
from handlers.tally.views import lists as tally_lists
from models.broadcasts import DeliveryState
from models.capabilities import Unit
from models.incidents import Incident, IncidentKind, IncidentStatus, IncidentType, ReminderKind, Severity
from models.members import Member, MemberStatus, Sector
from models.people import Language
from models.responses import Answer, Response
from services.incidents.offers import NOTE_LENGTH
from services.incidents.standings import Standing
from services.members.capabilities import Kind
from services.tally.counting import Aftermath, AnswerGroup, Share, Tally
from services.tally.course import Course
from services.tally.listing import TallyLine, TallyPage
from services.waves.ahead import NextStep
from services.waves.needs import Need

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
HOME = Home("01", "Mạng lưới ứng cứu sự cố", "incident-response network")
READER = Reader(Language.VIETNAMESE, ZoneInfo("Asia/Ho_Chi_Minh"), HOME)
TELEGRAMS_LIMIT = 4096
EQUIPMENT = {number: Kind(f"{number:02} " + "máy phát điện lưu động" * 2, Unit.MACHINES) for number in range(20)}
NAMES = {number: kind.name for number, kind in EQUIPMENT.items()}


def member(number: int) -> Member:
    return Member(
        id=number,
        tax_code=f"{number:010}",
        name="Công ty <&> ".ljust(150, "ộ"),
        status=MemberStatus.APPROVED,
        commune_code="00070",
        registered_at=NOW,
    )


def response(number: int, *, note: str = "ghi chú " * (NOTE_LENGTH // 8)) -> Response:
    return Response(
        id=number,
        incident_id=1,
        member_id=number,
        person_id=1,
        answer=Answer.READY_30,
        answered_at=NOW,
        eta_at=NOW,
        offered_people=500,
        offered_capability_ids=list(EQUIPMENT),
        note=note,
    )


def facts(status: IncidentStatus) -> incidents.Facts:
    return incidents.Facts(
        code="SC-2026-0001",
        kind=IncidentKind.DRILL,
        type=IncidentType.DISASTER,
        severity=Severity.CRITICAL,
        status=status,
        title="T" * 120,
        description="mất điện " * 222,
        headcount_wanted=10_000,
        headcount_unit=Unit.MACHINES,
        until_at=NOW,
        communes=["Phường Hoàn Kiếm"] * 126,
        sectors=["Công nghệ thông tin, công nghệ số"] * 3,
        capabilities=[kind.name for kind in EQUIPMENT.values()],
        files=1,
        declared_at=NOW,
        department="Sở Khoa học và Công nghệ",
        summary="tóm tắt " * 125,
        closed_at=NOW,
        incident_id=1,
    )


def lines(count: int) -> list[TallyLine]:
    return [
        TallyLine(member=member(one), response=response(one), by="B" * 129, seen_at=None, error=None)
        for one in range(1, count + 1)
    ]


@pytest.mark.parametrize("status", IncidentStatus)
def test_a_card_for_five_businesses_that_answered_at_length_fits(status: IncidentStatus) -> None:
    standings = [Standing(member=member(one), response=response(one), by="B" * 129) for one in range(1, 6)]

    card = incidents.card(READER, facts(status), standings=standings, equipment=EQUIPMENT, now=NOW)

    assert length(card.text) <= TELEGRAMS_LIMIT
    assert str(card.text).count("✔") == len(standings)


def test_what_comes_with_one_answer_is_shown_whole() -> None:
    said = response(1)
    standing = Standing(member=member(1), response=said, by="An")

    small = replace(facts(IncidentStatus.OPEN), communes=())

    card = incidents.card(READER, small, standings=[standing], equipment=EQUIPMENT, now=NOW)

    assert str(said.note) in card.text
    assert all(kind.name in card.text for kind in EQUIPMENT.values())


def test_a_list_of_eight_businesses_with_long_notes_fits_and_names_them_all() -> None:
    shown = tally_lists.listing(
        READER,
        incident(),
        AnswerGroup.READY,
        TallyPage(lines(8), number=0, pages=3, total=30),
        equipment=EQUIPMENT,
        remindable=True,
        now=NOW,
    )

    assert length(shown.text) <= TELEGRAMS_LIMIT
    assert str(shown.text).count("CT &lt;") == 8
    assert str(shown.text).count("500") == 8


def incident() -> Incident:
    return Incident(
        id=1,
        kind=IncidentKind.INCIDENT,
        year=2026,
        number=1,
        code="SC-2026-0001",
        type=IncidentType.DISASTER,
        severity=Severity.CRITICAL,
        title="Mất điện",
        description="Mất điện",
        province_code="01",
        headcount_wanted=0,
        status=IncidentStatus.OPEN,
        draft_key="1:key",
        declared_by_id=1,
        declared_at=NOW,
    )


def counts(number: int) -> Tally:
    return Tally(
        members=number,
        people=number,
        groups=dict.fromkeys(AnswerGroup, number),
        messages=dict.fromkeys(DeliveryState, number),
        seen=number,
        headcount=number,
        headcount_from=number,
        sectors=dict.fromkeys(Sector, Share(number, number)),
        capabilities=dict.fromkeys(EQUIPMENT, Share(number, number)),
        aftermath=Aftermath(number, number, number, number),
        counted_at=NOW + timedelta(minutes=25),
        needs=[Need((one,), Unit.MACHINES, number if one == 1 else 0, number) for one in (1, 2, 3)],
    )


def course(number: int) -> Course:
    return Course(
        declared_by="Trần Nguyễn Thị Minh Khai " * 4,
        updates=number,
        updated_at=NOW,
        reminders=2,
        reminded=number,
        reminded_at=NOW,
        asking=number,
        remind_from=NOW,
        next=NextStep(ReminderKind.REMIND, NOW + timedelta(minutes=30)),
    )


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("number", [10, 140, 2_000, 60_000])
@pytest.mark.parametrize("status", IncidentStatus)
def test_a_tally_has_a_dozen_lines_and_five_rows_one_of_them_loud(
    status: IncidentStatus, number: int, language: Language
) -> None:
    reader = Reader(language, ZoneInfo("Asia/Ho_Chi_Minh"), HOME)

    shown = tally.tally(reader, facts(status), counts(number), course(number), tasks_given=99, names=NAMES)

    lines = [line for line in plain(shown.text).split("\n") if line]
    assert len(lines) <= 12
    assert len(shown.rows) <= 5
    assert [button.style is not None for row in shown.rows for button in row].count(True) <= 1
    assert all(len(line) <= 150 for line in lines), lines
    assert all(len(button.text) <= (22 if len(row) > 1 else 44) for row in shown.rows for button in row), shown.rows


@pytest.mark.parametrize("language", Language)
def test_what_stands_behind_a_tally_fits(language: Language) -> None:
    reader = Reader(language, ZoneInfo("Asia/Ho_Chi_Minh"), HOME)

    shown = tally_lists.overview(reader, incident(), counts(999), names=NAMES)

    assert length(shown.text) <= TELEGRAMS_LIMIT
    assert len(shown.rows) <= 5


def test_length_counts_what_is_seen() -> None:
    assert length(Markup("<b>a</b> &lt;&amp;")) == 4


def test_a_text_is_cut_after_a_word_and_a_short_one_is_left_alone() -> None:
    assert shorten("mất điện", 8) == "mất điện"
    assert shorten("mất điện diện rộng", 10) == "mất điện …"


def test_a_label_is_as_wide_as_its_letters_and_twice_its_emoji() -> None:
    assert [width_of(label) for label in ("Sửa", "✏️ Sửa", "✖ “hoa sen”", "📍 Gần nhất")] == [3, 6, 12, 11]
    assert fits_two_a_row(["✖ “hoa sen”", "📑 Xuất danh sách"])
    assert not fits_two_a_row(["✖ “hoa sen”", "✖ Phường Hoàn Kiếm …"])


@pytest.mark.parametrize(
    ("row", "rows"),
    [
        (["✅ Sẵn sàng"], [1]),
        (["Đ" * 60], [1]),
        (["Đ" * 18, "Đ" * 18], [2]),
        (["Đ" * 18, "Đ" * 19], [1, 1]),
        (["Đ" * 13] * 3, [3]),
        (["Đ" * 14, "Đ" * 14, "Đ" * 14], [2, 1]),
        (["Đ" * 14, "Đ" * 30, "Đ" * 14], [1, 1, 1]),
        (["Đ" * 20, "Đ" * 8, "Đ" * 8, "Đ" * 8], [1, 3]),
        (["123456789"] * 4, [3, 1]),
        (["1", "2", "3", "4"], [4]),
    ],
)
def test_a_row_is_split_only_as_far_as_its_labels_need(row: list[str], rows: list[int]) -> None:
    assert list(rows_that_fit(row)) == rows


def test_a_message_never_has_a_row_of_which_a_phone_would_cut_a_label() -> None:
    first, second = Button("📣 Báo tin cho tất cả", "a"), Button("✉️ Nhắn đơn vị cần thông tin", "b")
    pair = Button("📋 Danh sách", "c"), Button("✉️ Nhắn tin…", "d")

    shown = Message(Markup(""), rows=((first, second), pair))

    assert shown.rows == ((first,), (second,), pair)
