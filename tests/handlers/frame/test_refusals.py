"""What could not be read is said back with what is wrong and an example that works."""

from zoneinfo import ZoneInfo

import pytest

from handlers.frame.views import refusals
from handlers.frame.views.message import plain
from handlers.frame.views.reader import Reader
from models.people import Language
from services.applications.registration import HeadcountUnclear
from services.declarations.declaring import HeadcountRange
from services.drills.planning import DrillMomentRange
from services.duty.hours import DutyHoursUnclear
from services.escalation.calling import LinkUnreadable
from services.ground.refusals import Refusal
from services.incidents.offers import PeopleCount
from services.notation.moments import MomentUnclear
from services.policies.editing import MinutesInOrder, MinutesRange, MinutesUnreadable, ReadyRange
from services.scripts.writing import StepMinutesRange, StepMinutesUnread
from services.systems.entries import SystemLevelRange
from services.tally.resending import NothingFailed
from services.updates.situations import NextUpdatePast

READERS = [Reader(language, ZoneInfo("Asia/Ho_Chi_Minh")) for language in Language]
MISREAD: list[Refusal] = [
    MomentUnclear(),
    HeadcountUnclear(largest=500),
    DutyHoursUnclear(),
    MinutesUnreadable(),
    MinutesRange(limit=600),
    MinutesInOrder(),
    ReadyRange(limit=500),
    StepMinutesUnread(),
    StepMinutesRange(least=1, most=600),
    NextUpdatePast(),
    HeadcountRange(limit=500),
    PeopleCount(limit=500),
    LinkUnreadable(limit=200),
    SystemLevelRange(highest=5),
    DrillMomentRange(days=30),
]


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.language)
@pytest.mark.parametrize("refusal", MISREAD, ids=lambda refusal: type(refusal).__name__)
def test_what_was_misread_is_said_back_with_an_example(refusal: Refusal, reader: Reader) -> None:
    said = plain(refusals.message(refusal, reader, typed="25h  <b>mai</b>\nnhé").text)

    first, rest = said.split("\n", 1)
    assert "“25h <b>mai</b> nhé”" in first
    assert any(
        word in rest for word in ("ví dụ", "Ví dụ", "viết như", "các cách", "example", "like this", "such as", "ways")
    )


def test_what_was_read_well_is_not_said_back() -> None:
    said = refusals.message(NothingFailed(), READERS[0], typed="2 đội")

    assert "2 đội" not in said.text
