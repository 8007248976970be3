"""The record as owners read it: lines that are told apart, and a hint that names every code there is."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from handlers.audit import views
from handlers.audit.forms import AuditForm
from handlers.frame.views.reader import Reader
from models.audit import AuditEntry
from models.people import Language
from services.audit.search import AuditLine, AuditPage
from services.declarations.declaring import PREFIXES

NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
VIETNAMESE = Reader(Language.VIETNAMESE, ZONE)


def entered(number: int, **values: object) -> AuditLine:
    entry = AuditEntry(
        id=number, action="review-written", subject="review", subject_id=3, person_id=1, at=NOON, after=values or None
    )
    return AuditLine(entry, "Đoàn Thị Hạ", "SC-2026-0001")


def lines_of(*shown: AuditLine) -> list[str]:
    page = AuditPage(shown, len(shown), 0, 1)
    text = views.listing(VIETNAMESE, page, AuditForm(), now=NOON, hears=True).text
    return [re.sub(r"^\d+\. ", "", line) for line in text.splitlines() if re.match(r"\d+\. ", line)]


def test_two_acts_of_one_minute_are_told_apart_by_what_changed_and_by_their_numbers() -> None:
    told = lines_of(entered(7, part="well"), entered(8, part="causes"), entered(9), entered(10))
    assert len(set(told)) == 4
    assert told[0].endswith("Phần: 1. Điều làm tốt · mục 7")
    assert told[2].endswith("· mục 9")


def filled(number: int, field: str) -> AuditLine:
    entry = AuditEntry(
        id=number,
        action="paper-field-said",
        subject="incident",
        subject_id=1,
        person_id=1,
        at=NOON,
        after={"field": field, "length": 12},
    )
    return AuditLine(entry, "Đoàn Thị Hạ", "SC-2026-0001")


def test_a_field_of_a_paper_that_was_filled_is_called_by_its_name() -> None:
    told = lines_of(filled(882, "reporter-address"), filled(883, "reporter-phone"), filled(884, "field-of-before"))
    assert "điền văn bản, mục Địa chỉ ·" in told[0]
    assert "điền văn bản, mục Điện thoại ·" in told[1]
    assert "điền văn bản ·" in told[2]
    assert not any("883" in one for one in told)


def test_an_act_that_is_like_no_other_is_said_shortly() -> None:
    other = replace(entered(8), who="Vũ Văn Khoa")
    assert not any("mục" in line for line in lines_of(entered(7), other))


@pytest.mark.parametrize("language", Language)
def test_the_hint_names_the_beginning_of_every_code(language: Language) -> None:
    said = views.listing(Reader(language, ZONE), AuditPage((), 0, 0, 1), AuditForm(), now=NOON, hears=True).text
    found = [
        prefix
        for path in Path("services").rglob("*.py")
        for prefix in re.findall(r'Series\("(\w\w)"', path.read_text())
    ]
    assert len(found) > 5
    assert {one for one in (*found, *PREFIXES.values()) if f"{one}-" not in said} == set()
