"""What the product made is read in the reader's own language; what a person typed is never touched."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fnmatch import fnmatch
from pathlib import Path
from time import process_time
from zoneinfo import ZoneInfo

import pytest
from fluent.runtime import FluentBundle

from handlers.frame.texts import every_key
from handlers.frame.views.fitting import shorten
from handlers.frame.views.home import Home
from handlers.frame.views.own_words import HANDED_OVER, KEPT, read_ahead
from handlers.frame.views.reader import Reader
from models.people import Language
from services.playbooks import shipped_playbooks

HOME = Home("15", "Mạng lưới", "Network")
VIETNAMESE = Reader(Language.VIETNAMESE, ZoneInfo("Asia/Ho_Chi_Minh"), HOME)
ENGLISH = Reader(Language.ENGLISH, ZoneInfo("Asia/Ho_Chi_Minh"), HOME)


def both(key: str, **values: str | int) -> tuple[str, str]:
    """Make a text of the product in both languages."""
    return VIETNAMESE.label(key, **values), ENGLISH.label(key, **values)


@pytest.mark.parametrize(
    ("vietnamese", "english"),
    [
        both("template-flood-title"),
        both("template-denial-of-service-text"),
        both("sample-power-2-expected"),
        both("report-title-line"),
        both("update-fact-engaged", count=1),
        both("update-fact-engaged", count=1234),
        both("update-fact-missing", count=5),
        both("suspension-reason-licence"),
        both("application-reason-elsewhere"),
        both("application-question-phone"),
        both("question-to-all", question="“Còn cần xe không?”", answer="Vẫn cần.\nGặp ở cổng."),
    ],
)
def test_what_the_product_made_is_read_in_either_language(vietnamese: str, english: str) -> None:
    assert vietnamese != english
    assert ENGLISH.own(vietnamese) == english
    assert VIETNAMESE.own(english) == vietnamese
    assert VIETNAMESE.own(vietnamese) == vietnamese


@pytest.mark.parametrize(
    "elapsed", [timedelta(seconds=3), timedelta(minutes=45), timedelta(hours=3), timedelta(days=2)]
)
def test_a_summary_of_the_figures_is_known_again_with_its_length_of_time(elapsed: timedelta) -> None:
    figures = {"answered": 3, "members": 5, "ready": 2, "remote": 1}
    vietnamese, english = (
        one.label("summary-suggestion", elapsed=one.duration(elapsed), **figures) for one in (VIETNAMESE, ENGLISH)
    )
    assert ENGLISH.own(vietnamese) == english
    assert VIETNAMESE.own(english) == vietnamese


@pytest.mark.parametrize("glob", [*KEPT, *HANDED_OVER])
def test_each_of_the_listed_keys_is_one_of_a_text(glob: str) -> None:
    assert any(fnmatch(key, glob) for key in every_key())


def test_what_was_read_at_the_start_is_not_read_again_when_the_first_message_comes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    home = Home("15", "Mạng lưới chỉ có ở đây", "A network of this test alone")
    read_ahead(home)

    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Path, "read_text", refuse)
    monkeypatch.setattr(FluentBundle, "get_message", refuse)
    for language in Language:
        reader = replace(ENGLISH, language=language, home=home)
        assert reader.own("Gọi lại cho điện lực") == "Gọi lại cho điện lực"
        assert reader.handed_over("Gọi lại cho điện lực") == "Gọi lại cho điện lực"


def test_the_keys_are_taken_from_the_texts_that_were_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(every_key()) > 1
    every_key.cache_clear()
    monkeypatch.setattr(Path, "read_text", lambda *_: "another = Khác")

    assert len(every_key()) > 1


def test_facts_side_by_side_are_known_again_where_all_of_them_are() -> None:
    on_site, missing = both("update-fact-on-site", count=2), both("update-fact-missing", count=5)
    assert ENGLISH.own(f"{on_site[0]}; {missing[0]}") == f"{on_site[1]}; {missing[1]}"
    assert ENGLISH.own(f"{on_site[0]}; cần thêm xe") == f"{on_site[0]}; cần thêm xe"


def test_every_step_that_comes_with_the_product_is_known_again_as_a_task() -> None:
    for _, content in shipped_playbooks.read():
        for step in content["steps"]:
            task = f"{step['text']}\n🎯 {step['expected']}"
            assert ENGLISH.own(task) == f"{step['text_en']}\n🎯 {step['expected_en']}"


def test_the_title_of_a_report_keeps_the_name_of_the_place() -> None:
    title = VIETNAMESE.label("report-title", what=VIETNAMESE.label("report-title-line"), place="Xã Mường Lò")
    assert ENGLISH.own(title) == "No power or network in Xã Mường Lò"


@pytest.mark.parametrize(
    "typed",
    [
        "Cháy tại trạm Nghĩa Lộ",
        "Mất điện diện rộng tại Hoàn Kiếm",
        "Bão, lũ gây gián đoạn thông tin liên lạc!",
        "Cập nhật tiếp theo: 15:30",
        "1 business is joining us",
        "Đã khắc phục; cảm ơn",
        "Nhánh A: hỏng → đã sửa",
        "1,2 đơn vị tham gia",
        "Sau 99999999999 tuần, 3/5 đơn vị đã trả lời: 2 sẵn sàng, 1 hỗ trợ từ xa.",
    ],
)
def test_what_a_person_typed_or_altered_stays_as_it_is(typed: str) -> None:
    assert ENGLISH.own(typed) == typed
    assert VIETNAMESE.own(typed) == typed


def test_a_task_that_is_handed_over_is_said_in_short_in_either_language() -> None:
    step = next(iter(shipped_playbooks.read()))[1]["steps"][0]
    task = {"mark": "🆕", "code": "NV-2026-0001", "member": "Viễn thông A", "at": "10:00 30/11"}
    vietnamese = VIETNAMESE.label("task-handover", what=shorten(step["text"], 40), **task)
    assert ENGLISH.handed_over(vietnamese) == ENGLISH.label(
        "task-handover", what=shorten(step["text_en"], len(shorten(step["text"], 40))), **task
    )
    typed = VIETNAMESE.label("task-handover", what="Gọi lại", **task)
    assert ENGLISH.handed_over(typed) == ENGLISH.label("task-handover", what="Gọi lại", **task)


def test_what_is_cut_off_after_a_few_letters_may_be_anybodys_words() -> None:
    step = next(iter(shipped_playbooks.read()))[1]["steps"][0]
    task = {"mark": "🆕", "code": "NV-2026-0001", "member": "Viễn thông A", "at": "10:00 30/11"}

    def read(letters: int) -> tuple[str, str]:
        """Give how a task of so many letters is read, and how words that a person typed are."""
        what = f"{step['text'][:letters]} …"
        said = VIETNAMESE.label("task-handover", what=what, **task)
        return ENGLISH.handed_over(said), ENGLISH.label("task-handover", what=what, **task)

    few, typed = read(11)
    assert few == typed
    many, typed = read(12)
    assert many != typed


def test_a_correction_that_is_told_to_all_is_read_in_either_language() -> None:
    at = datetime(2026, 11, 30, 3, tzinfo=UTC)

    def told(reader: Reader) -> str:
        changed = {
            "level": (reader.label("severity-medium"), reader.label("severity-serious")),
            "until": (reader.label("value-none"), reader.full_moment(at)),
            "place": (reader.label("whole-province"), "Xã Mường Lò"),
            "title": ("Sạt lở", "Sạt lở đường"),
        }
        lines = [
            reader.label("correction-change", name=reader.label(f"field-{part}"), before=before, after=after)
            for part, (before, after) in changed.items()
        ]
        return "\n".join([reader.label("correction-update", code="SC-2026-0001"), *lines])

    assert ENGLISH.own(told(VIETNAMESE)) == told(ENGLISH)
    assert VIETNAMESE.own(told(ENGLISH)) == told(VIETNAMESE)


@pytest.mark.parametrize(
    "nearly",
    [
        "Tại hiện trường: " + "a và b " * 400,
        "9" * 500 + " đơn vị tham gia",
        "🆕 a · b, hạn " * 100,
        "Hỏi: " + "a\nTrả lời: " * 80,
        "Mức độ: " + "a → " * 400,
        "a tại b " * 200,
        "1 " * 800,
    ],
)
def test_what_is_long_and_nearly_ours_is_read_at_once(nearly: str) -> None:
    began = process_time()
    ENGLISH.handed_over(nearly)
    VIETNAMESE.own(nearly)
    assert process_time() - began < 1


@pytest.mark.parametrize("day", ["31/02/2026", "01/01/0000", "10/13/2026", "30/11/2026"])
def test_a_day_that_there_is_not_is_left_as_it_stands(day: str) -> None:
    said = f"Thời hạn: 10:00, thứ bảy {day} → 10:00"
    assert ENGLISH.own(said) == said.replace("Thời hạn", "Until")


def test_what_a_person_wrote_above_the_facts_stays_and_the_facts_are_said_anew() -> None:
    facts = [
        both("task-handover-head", count=2),
        both("update-handover", at="15:30"),
        both("site-handover", names="Viễn thông A"),
    ]
    note = "\n".join(["Gọi lại cho điện lực.", *(vietnamese for vietnamese, _ in facts)])
    said = "\n".join(["Gọi lại cho điện lực.", *(english for _, english in facts)])
    assert ENGLISH.handed_over(note) == said
    assert VIETNAMESE.handed_over(said) == note


# What has a title that the product may have made; a person's and a group's are names.
TITLED = {"incident", "drill", "script", "shown", "form", "draft", "headline", "task", "step"}
SAYING = {"say", "label"}


def unread_titles(source: str) -> Iterator[str]:
    """List what is said with a title as it was kept, and not in the reader's language."""
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in SAYING:
            yield from (ast.unparse(one.value) for one in call.keywords if one.arg == "title" and kept_raw(one.value))


def kept_raw(said: ast.expr) -> bool:
    if isinstance(said, ast.Call) and isinstance(said.func, ast.Attribute) and said.func.attr == "own":
        return False
    if isinstance(said, ast.Attribute) and said.attr == "title":
        return isinstance(said.value, ast.Name) and said.value.id in TITLED
    return any(kept_raw(part) for part in ast.iter_child_nodes(said) if isinstance(part, ast.expr))


def test_no_title_that_the_product_may_have_made_is_said_as_it_was_kept() -> None:
    found = [
        f"{path}: {title}"
        for path in sorted(Path("handlers").rglob("*.py"))
        for title in unread_titles(path.read_text(encoding="utf-8"))
    ]
    assert found == []
    assert list(unread_titles("reader.say('x', title=shorten(script.title, 9))")) == ["shorten(script.title, 9)"]
