"""A coordinator looks at a period, takes its files, and gets a digest by itself on Monday and on the first."""

from io import BytesIO

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from openpyxl import load_workbook

from services.figures import figures
from services.ground import audit
from tests.scenarios.declaring import AN, CHI, declared, small_network
from tests.story import COORDINATOR, Story, buttons_of


def sent_to(story: Story, person: int) -> bytes:
    """Give the content of the file that came last."""
    file = next(one for one in reversed(story.chat(person)) if "document" in one)
    content: bytes = story.world.files.contents[file["document"]["file_id"]]
    return content


async def test_a_month_with_an_incident_is_told_and_what_is_typed_is_another_period(story: Story) -> None:
    await declared(story)
    await story.pass_time(minutes=10)
    await story.press(AN, "✅ Sẵn sàng")
    await story.pass_time(minutes=1)

    await story.say(COORDINATOR, "/baocao_ky")
    page = story.text(COORDINATOR)
    assert "🔢 Số liệu tháng 11/2026 (01/11/2026–30/11/2026)" in page
    assert "kỳ trước (số trong ngoặc): cùng khoảng của tháng 10/2026" in page
    assert "Sự cố: 1 (0), đã kết thúc 0" in page
    assert "chưa đủ số liệu (1 lần) · kỳ trước chưa có số liệu" in page
    assert "n =" not in page
    assert "DIỄN TẬP, kiểm tra liên lạc (tính riêng): 0 (0)" in page

    await story.say(COORDINATOR, "quý 3")
    assert "quý 3/2026 (01/07/2026–30/09/2026)" in story.text(COORDINATOR)
    assert "Không có gì" in story.text(COORDINATOR)
    for part in ("⏱ Thời gian", "🏢 Trả lời", "📌 Công việc", "🧪 Diễn tập"):
        for button in (part, "🔢 Tổng quan"):
            await story.press(COORDINATOR, button, message=story.last(COORDINATOR))
            assert "quý 3/2026" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "2021")
    assert "🔢 Số liệu năm 2021" in story.text(COORDINATOR)
    assert "năm 2022 ›" in buttons_of(story.last(COORDINATOR))
    assert not any("‹" in one for one in buttons_of(story.last(COORDINATOR)))
    await story.say(COORDINATOR, "2020")
    assert "có số liệu từ năm 2021" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "mai")
    assert "chưa hiểu kỳ này" in story.text(COORDINATOR)


async def test_a_period_of_very_many_calls_is_counted_beside_everything_else_and_comes_once(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    await declared(story)
    monkeypatch.setattr(figures, "MOST_AT_ONCE", 1)
    story.look_away()
    await story.say(COORDINATOR, "/baocao_ky năm 2026")
    await story.pass_time(minutes=1)
    answer, page = story.arrived(COORDINATOR)
    assert "Đang lập số liệu năm 2026" in answer
    assert page.startswith("🔢 Số liệu năm 2026")
    monkeypatch.setattr(figures, "MOST_AT_ONCE", 99)
    await story.say(COORDINATOR, "/baocao_ky năm 2026")
    assert "🔢 Số liệu năm 2026" in story.text(COORDINATOR)


async def test_the_digest_comes_on_monday_at_eight_to_who_wants_it_and_says_that_there_is_nothing(
    story: Story,
) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/figures")
    await story.press(COORDINATOR, "📰 Bản tin")
    await story.press(COORDINATOR, "☐ Bản tin tuần")
    assert "☑ Bản tin tuần" in buttons_of(story.last(COORDINATOR))
    story.look_away()

    # From Friday 9:00 until Monday 7:59, then 8:01.
    await story.pass_time(hours=70, minutes=59)
    assert story.arrived(COORDINATOR) == []
    await story.pass_time(minutes=2)
    (digest,) = story.arrived(COORDINATOR)
    assert "Bản tin tuần 47/2026 (16/11/2026–22/11/2026)" in digest
    assert "Không có gì" in digest
    assert "Báo cáo năm, nội bộ: trước ngày 20/12/2026" in digest
    # Whoever keeps the digest can ask whether the record is still the one of then.
    async with story.database.reading() as session:
        seal = await audit.last_seal(session)
    assert seal is not None
    assert f"Dấu niêm mới nhất của nhật ký: {seal.digest[:16]} " in digest
    assert story.arrived(CHI) == []

    await story.press(COORDINATOR, "📰 Bản tin", message=story.last(COORDINATOR))
    await story.press(COORDINATOR, "☑ Bản tin tuần")
    story.look_away()
    await story.pass_time(days=7)
    assert story.arrived(COORDINATOR) == []


async def test_the_files_come_with_numbers_words_and_pictures(story: Story) -> None:
    await declared(story)
    await story.pass_time(minutes=10)
    await story.press(AN, "✅ Sẵn sàng")
    await story.say(COORDINATOR, "/baocao_ky")

    await story.press(COORDINATOR, "📄 Excel")
    await story.pass_time(minutes=1)
    assert story.chat(COORDINATOR)[-1]["document"]["file_name"] == "so-lieu-thang-11-2026.xlsx"
    book = load_workbook(BytesIO(sent_to(story, COORDINATOR)))
    assert book.sheetnames == ["Số liệu chung", "Mức độ, loại", "Thời gian", "Theo ngành", "Diễn tập", "Cách tính"]
    cells = [cell for row in book["Thời gian"].iter_rows(min_row=4) for cell in row[1:]]
    assert {cell.alignment.horizontal for cell in cells} == {"right"}
    assert {cell.value for cell in cells} & {"chưa đủ số liệu (1 lần)", "chưa có số liệu"}
    await story.press(COORDINATOR, "📄 Word")
    await story.pass_time(minutes=1)
    paper = Document(BytesIO(sent_to(story, COORDINATOR)))
    said = [cell.paragraphs[0] for table in paper.tables[2:-1] for row in table.rows[1:] for cell in row.cells[1:]]
    assert {one.alignment for one in said if one.text} == {WD_ALIGN_PARAGRAPH.RIGHT}
    assert "SỐ LIỆU" in "\n".join(one.text for one in paper.paragraphs).upper()
    # Two charts leave room for words on their page.
    assert 0 < max(one.height.mm for one in paper.inline_shapes) < 65
    await story.press(COORDINATOR, "Biểu đồ")
    await story.pass_time(minutes=1)
    assert story.last(COORDINATOR)["photo"]


async def test_an_open_dialogue_is_not_lost_for_a_look(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco")

    await story.say(COORDINATOR, "/baocao_ky")
    assert "🔢 Số liệu tháng 11/2026" in story.text(COORDINATOR)
    assert "gõ kỳ khác" not in story.text(COORDINATOR)
    await story.say(COORDINATOR, "Đứt cáp quang ở Hoàn Kiếm")

    assert "“Hoàn Kiếm” trong dòng vừa gõ" in story.text(COORDINATOR)
