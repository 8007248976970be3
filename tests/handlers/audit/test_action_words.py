"""Every act that the code puts on record has a name that owners read, in both languages."""

from datetime import UTC, datetime
from html import unescape
from zoneinfo import ZoneInfo

import pytest

from handlers.audit import views
from handlers.audit.forms import AuditForm
from handlers.frame.texts import every_key
from handlers.frame.views.message import TAG
from handlers.frame.views.reader import Reader
from models.audit import AuditEntry
from models.people import Language
from services.audit.search import AuditLine
from tests.handlers import audit_words

VIETNAMESE = Reader(Language.VIETNAMESE, ZoneInfo("Asia/Ho_Chi_Minh"))
NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)


def test_every_word_of_an_act_in_the_code_has_a_name() -> None:
    words = audit_words.in_keys(audit_words.actions())

    assert len(words) > 150
    assert {word for word in words if f"audit-action-{word}" not in every_key()} == set()


def test_words_that_are_put_together_are_known_and_no_others() -> None:
    holes = {word for word in audit_words.actions() if audit_words.HOLE in word}

    assert holes == set(audit_words.ENDINGS)


def test_words_handed_down_through_helpers_are_found() -> None:
    found = audit_words.actions()

    # Of a helper by keyword, by place, by a part of the word, of another module, and of many rows at once.
    assert {
        "primary-taken",
        "drill-begun",
        "script-saved",
        "stood-down",
        "roster-exported",
        "business-invited",
    } <= found


@pytest.mark.parametrize("language", Language)
def test_names_of_acts_differ_from_one_another(language: Language) -> None:
    names = views.action_names(Reader(language, VIETNAMESE.time_zone))

    assert sorted(names.values()) == sorted(set(names.values()))


def test_a_word_of_an_older_version_is_shown_as_it_is() -> None:
    assert views.action_name(VIETNAMESE, "alert-withdrawn") == "alert-withdrawn"
    assert views.action_name(VIETNAMESE, "notice-all_clear") == "báo kết thúc sự cố"


def test_what_was_kept_is_said_in_the_readers_words_and_what_is_unknown_as_it_is() -> None:
    english = Reader(Language.ENGLISH, VIETNAMESE.time_zone)

    assert {f"audit-key-{word}" for word in audit_words.in_keys(audit_words.keys())} <= set(every_key())
    naming = AuditEntry(
        at=NOON, action="lesson-naming", subject="lesson", before={"may_be_named": True}, after={"may_be_named": False}
    )
    assert "· Được nêu tên: có → không" in shown(VIETNAMESE, naming)
    assert "· May be named: yes → no" in shown(english, naming)
    field = AuditEntry(
        at=NOON, action="paper-field-said", subject="incident", after={"field": "initial-number", "x": 3}
    )
    assert "· Mục: Số báo cáo ban đầu\n· x: 3" in shown(VIETNAMESE, field)
    done = AuditEntry(at=NOON, action="review-state", subject="review", before={"state": "in_review"}, after={})
    assert "· Trạng thái: đang xem xét → –" in shown(VIETNAMESE, done)


def test_what_was_kept_stands_in_a_line_in_the_readers_words_and_no_phone_in_full() -> None:
    state = AuditEntry(at=NOON, action="review-state", subject="review", after={"state": "in_review", "people": 2})
    assert views.kept(VIETNAMESE, state, state.after) == "Trạng thái: đang xem xét; Số người: 2"
    assert views.kept(VIETNAMESE, state, state.before) == ""
    typed = AuditEntry(at=NOON, action="x", subject="y", after={"phone": "+84912345678", "due_at": NOON.isoformat()})
    assert views.kept(VIETNAMESE, typed, typed.after) == f"phone: …678; Hạn: {VIETNAMESE.moment(NOON)}"


def shown(reader: Reader, entry: AuditEntry) -> str:
    """Give the page of an entry as it is read."""
    page = views.entry(reader, AuditLine(entry, who=None, about=""), AuditForm("")).text
    return unescape(TAG.sub("", page))


def test_what_was_done_by_nobody_and_has_no_name_is_shown_by_its_number() -> None:
    entry = AuditEntry(at=NOON, person_id=None, action="import", subject="job", subject_id=7)

    line = AuditLine(entry, None, "")

    assert views.who(VIETNAMESE, line) == "Hệ thống"
    assert views.about(VIETNAMESE, line) == "Việc nhập danh sách số 7"
