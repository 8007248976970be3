"""What leaves the cards carries the label too: files, notes of command, calls to those above, reminders, results.

A file can be saved by those who asked for it, since they work on with it; one of TLP:RED cannot.
Written down by hand from the protocol, as tests/security/test_labels_everywhere.py is: no table of the program is read.
"""

from collections.abc import Sequence
from io import BytesIO

import pytest
from openpyxl import load_workbook

from models.people import Role
from models.tlp import Tlp
from tests.enrolment import appoint
from tests.scenarios.declaring import AN, BINH, CHI
from tests.scenarios.drills.drilling import plan, write_script
from tests.scenarios.escalation.test_escalation import escalate, fill
from tests.scenarios.importing import content_of, files
from tests.scenarios.operations.test_operations import GUEST
from tests.scenarios.searching import ask
from tests.scenarios.tasking import TELECOM, give
from tests.security.test_labels_everywhere import LABELS, SECRET, labelled, telling
from tests.story import COORDINATOR, SECOND_COORDINATOR, Story, text_of

THIRD = 103
# Everything that is opened is looked at under each label there; here under the narrowest two, whose signs differ most.
NARROWEST = [one for one in LABELS if one[0] is not Tlp.AMBER]


def check_told(story: Story, before: set[tuple[int, int]], label: Tlp, written: str, *expected: int) -> None:
    """See that whatever tells of the incident is labelled and protected, and that these people were told."""
    told = telling(story, before)
    assert set(expected) <= {chat for chat, _ in told}
    for chat, message in told:
        assert message.get("has_protected_content"), (chat, text_of(message))
        assert written in text_of(message), (chat, text_of(message))
    if label is Tlp.RED:
        assert {chat for chat, _ in told} <= {AN, COORDINATOR, SECOND_COORDINATOR, THIRD}


@pytest.mark.parametrize(("label", "written"), NARROWEST)
async def test_every_sheet_that_tells_of_it_and_the_files_name_say_so(story: Story, label: Tlp, written: str) -> None:
    await labelled(story, label)
    await story.press(AN, "✅ Sẵn sàng")
    await give(story, f"Đổi {SECRET}", business=TELECOM)
    await story.pass_time(seconds=30)
    ways: Sequence[tuple[str, ...]] = (
        ("📑 Xuất câu trả lời", "SC-2026-0001"),
        ("📑 Xuất câu trả lời", "Tất cả các sự cố"),
        ("📑 Xuất nhiệm vụ",),
    )
    for way in ways:
        await story.say(COORDINATOR, "/nhapxuat")
        for button in way:
            await story.press(COORDINATOR, button)
        sent = files(story)[-1]
        assert bool(sent.get("has_protected_content")) is (label is Tlp.RED), way
        assert text_of(sent).startswith(f"{written} · "), way
        assert sent["document"]["file_name"].startswith(written.replace(":", "-").replace("+", "-")), way
        for sheet in load_workbook(BytesIO(content_of(story, sent))).worksheets:
            assert sheet["A1"].value == written, (way, sheet.title)
    assert len(files(story)) == len(ways)
    await story.say(COORDINATOR, "/tinhhinh")
    for button in ("SC-2026-0001", "⋯ Việc khác", "📄 Văn bản", "📈 Dòng thời gian"):
        await story.press(COORDINATOR, button)
    await story.settle()
    await story.press(COORDINATOR, "Báo cáo kết thúc (Mẫu 04)")
    await story.press(COORDINATOR, "📄 Tải tệp Word")
    await story.settle()
    for sent in files(story)[len(ways) :]:
        assert bool(sent.get("has_protected_content")) is (label is Tlp.RED), text_of(sent)
        assert text_of(sent).startswith(f"{written} · SC-2026-0001"), text_of(sent)
    names = [sent["document"]["file_name"] for sent in files(story)[len(ways) :]]
    assert names == ["SC-2026-0001-dong-thoi-gian.xlsx", "SC-2026-0001-mau-04.docx"]


async def test_a_search_in_any_chat_finds_nothing_of_it(story: Story) -> None:
    await labelled(story, Tlp.AMBER)
    await story.press(AN, "✅ Sẵn sàng")
    for person in (AN, BINH, CHI, COORDINATOR, GUEST):
        for text in ("", SECRET, "Lộ", "SC-2026-0001", TELECOM):
            # What was typed is said back to whoever typed it.
            found = str(await ask(story, person, text)).replace(f"“{text}”", "")
            assert SECRET not in found, (person, text)
            assert "SC-2026-0001" not in found, (person, text)


@pytest.mark.parametrize(("label", "written"), NARROWEST)
async def test_a_note_of_command_and_calls_to_those_above_say_so(story: Story, label: Tlp, written: str) -> None:
    before = await labelled(story, label)
    await appoint(story, SECOND_COORDINATOR, "Lò Văn Quyết", role=Role.DUTY_OFFICER)
    await appoint(story, THIRD, "Vũ Văn Khoa")
    await fill(story, "Chuyên viên 1", "Lò Văn Quyết", "", person="Lò Văn Quyết")
    await fill(story, "Công an", "Trực ban", "0912000222")
    await story.press(AN, "✅ Sẵn sàng")
    await give(story, f"Đổi {SECRET}", business=TELECOM)
    await story.say(AN, f"Xin hỏi {SECRET} ở đâu")
    await story.pass_time(seconds=30)

    await story.say(COORDINATOR, "/tinhhinh")
    for button in ("SC-2026-0001", "⋯ Việc khác", "🎖 Chỉ huy:", "➡ Bàn giao chỉ huy…", "Vũ Văn Khoa"):
        await story.press(COORDINATOR, button)
    await story.press(COORDINATOR, "➡ Gửi đề nghị bàn giao")
    await story.pass_time(seconds=5)
    await story.press(THIRD, "✔ Nhận chỉ huy")
    await story.pass_time(seconds=5)
    await story.say(COORDINATOR, "/tinhhinh")
    await story.press(COORDINATOR, "SC-2026-0001")
    await escalate(story)
    await story.press(COORDINATOR, "☎ Gọi và ghi kết quả")
    await story.press(COORDINATOR, "⏳ Công an")
    await story.pass_time(minutes=10)

    check_told(story, before, label, written, COORDINATOR, SECOND_COORDINATOR, THIRD)


@pytest.mark.parametrize(("label", "written"), NARROWEST)
async def test_whatever_comes_by_itself_in_a_day_says_so(story: Story, label: Tlp, written: str) -> None:
    before = await labelled(story, label)
    await story.press(AN, "✅ Sẵn sàng")
    await give(story, f"Đổi {SECRET}", business=TELECOM)
    await story.say(AN, f"Xin hỏi {SECRET} ở đâu")
    for minutes in (5, 15, 45, 60, 180, 720, 720):
        await story.pass_time(minutes=minutes)

    check_told(story, before, label, written, AN, COORDINATOR)


async def test_a_drill_that_rests_for_it_and_its_result_tell_nothing_of_it(story: Story) -> None:
    before = await labelled(story, Tlp.RED)
    await write_script(story)
    await plan(story)
    await story.pass_time(minutes=61)
    for button in ("▶ Bắt đầu ngay", "▶ Bắt đầu"):
        await story.press(COORDINATOR, button)
    await story.pass_time(minutes=1)
    await story.press(AN, "✔ Đã thực hiện")
    await story.pass_time(minutes=40)
    for button in ("📊 Kết quả", "📄 Tải kết quả"):
        await story.press(COORDINATOR, button)
    await story.pass_time(minutes=1)

    check_told(story, before, Tlp.RED, "TLP:RED")
    book = load_workbook(BytesIO(content_of(story, files(story)[-1])))
    assert not any(SECRET in str(cell) for sheet in book.worksheets for row in sheet.values for cell in row)
