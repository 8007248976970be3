"""How businesses stand in the lists behind the tally."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.frame.views.fitting import Room
from handlers.frame.views.message import plain
from handlers.frame.views.reader import Reader
from handlers.tally.views.lists import business_line, leaves, overview, writing
from models.incidents import Notice, NoticeAudience, NoticeKind
from models.members import Member, MemberStatus, Sector
from models.people import Language
from services.tally.counting import AnswerGroup, Share
from services.tally.listing import TallyLine
from tests.handlers.tally.test_cards import COUNTED, COURSE
from tests.handlers.waves.test_pages import INCIDENT

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
BUSINESS = Member(
    id=1,
    tax_code="0100000001",
    name="Viễn thông Sông Hồng",
    status=MemberStatus.APPROVED,
    commune_code="00070",
    registered_at=NOW,
)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "line",
    [
        TallyLine(member=BUSINESS, response=None, by=None, seen_at=None, error=None),
        TallyLine(member=BUSINESS, response=None, by=None, seen_at=NOW, error=None),
        TallyLine(member=BUSINESS, response=None, by=None, seen_at=None, error="Forbidden: bot was blocked"),
    ],
)
def test_a_business_without_an_answer_begins_with_its_name(line: TallyLine, language: Language) -> None:
    shown = business_line(Reader(language, ZoneInfo("Asia/Ho_Chi_Minh")), line, {}, Room(), NOW)

    assert plain(shown).startswith("Viễn thông Sông Hồng")
    assert ("Phường Hoàn Kiếm" in plain(shown)) is (line.error is None)


def test_what_goes_to_all_by_one_tap_has_a_row_of_its_own() -> None:
    asking = Notice(
        id=1,
        incident_id=1,
        kind=NoticeKind.UPDATE,
        audience=NoticeAudience.ALL,
        text="Đang hàn nối.",
        said_by_id=1,
        said_at=NOW,
        asks_seen=True,
    )
    reader = Reader(Language.VIETNAMESE, ZoneInfo("Asia/Ho_Chi_Minh"))

    message = writing(reader, INCIDENT, COUNTED, COURSE, said=[asking])

    assert ["📣 Chưa có gì mới"] in [[button.text for button in row] for row in message.rows]


def test_the_pages_of_a_long_list_are_named_by_their_first_business_and_each_opens() -> None:
    reader = Reader(Language.VIETNAMESE, ZoneInfo("Asia/Ho_Chi_Minh"))
    found = [(number, f"Đơn vị {number}") for number in range(0, 60, 2)]

    message = leaves(reader, INCIDENT, AnswerGroup.SILENT, found)

    assert "3. Đơn vị 2" in plain(message.text)
    buttons = {button.text: button.data for row in message.rows for button in row}
    assert buttons["59"] == "h:1:silent:58"
    assert len(message.rows) <= 6


@pytest.mark.parametrize(
    ("sectors", "says"), [((Sector.TELECOM, Sector.POSTAL), True), ((Sector.TELECOM,), False), ((), False)]
)
def test_by_sectors_it_is_said_that_a_business_counts_in_each_of_its_own(sectors: Sequence[Sector], says: bool) -> None:
    reader = Reader(Language.VIETNAMESE, ZoneInfo("Asia/Ho_Chi_Minh"))
    counted = replace(COUNTED, sectors=dict.fromkeys(sectors, Share(4, 1)))

    shown = plain(overview(reader, INCIDENT, counted, names={}).text)

    assert ("Đơn vị thuộc nhiều lĩnh vực được tính ở từng lĩnh vực." in shown) is says
