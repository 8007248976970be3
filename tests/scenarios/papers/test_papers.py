"""A coordinator fills the initial report in chat, gets the file, and reads in it what was known and what was typed."""

from io import BytesIO

from docx import Document
from openpyxl import load_workbook

from tests.scenarios.declaring import AN, declare, declared
from tests.scenarios.filling import value_for
from tests.story import COORDINATOR, Story, buttons_of, text_of


async def open_papers(story: Story) -> None:
    """Open the list of an incident's papers from its tally."""
    await story.press(COORDINATOR, "⋯ Việc khác")
    await story.press(COORDINATOR, "📄 Văn bản")


def read(story: Story, caption: str) -> str:
    """Read all words of the document that came with a caption, those of tables too."""
    file = next(one for one in reversed(story.chat(COORDINATOR)) if caption in text_of(one) and one.get("document"))
    paper = Document(BytesIO(story.world.files.contents[file["document"]["file_id"]]))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    corner = [one.text for one in paper.sections[0].first_page_header.paragraphs]
    return "\n".join([*corner, *(one.text for one in paper.paragraphs), *cells])


async def test_what_is_missing_is_asked_for_and_the_file_holds_what_was_known_and_what_was_typed(story: Story) -> None:
    await declared(story)
    await open_papers(story)
    assert "Báo cáo ban đầu (Mẫu 03): còn thiếu" in story.text(COORDINATOR)

    await story.press(COORDINATOR, "Báo cáo ban đầu (Mẫu 03)")
    assert "❗ Điện thoại" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "✏️ Điền")
    while "Đề nghị Anh/Chị gõ nội dung mục" in story.text(COORDINATOR):
        asked = story.text(COORDINATOR)
        words = f"điền: {asked.partition('mục ')[2].partition(' (')[0]}"
        if value_for(asked, words) != words:
            await story.say(COORDINATOR, words)
            assert "chưa đúng" in story.text(COORDINATOR)
        await story.say(COORDINATOR, value_for(asked, words))

    assert "Đã đủ các mục bắt buộc" in story.text(COORDINATOR)
    for late in ("hôm qua", "yesterday", "0912 000 111"):
        await story.say(COORDINATOR, late)
        assert f"“{late}” chưa được ghi vào đâu" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "Báo cáo ban đầu (Mẫu 03)")
    await story.press(COORDINATOR, "📄 Tải tệp Word")
    await story.settle()
    words = read(story, "Báo cáo ban đầu (Mẫu 03): đủ nội dung")
    for said in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
        "BÁO CÁO",
        "SC-2026-0001",
        "Mất kết nối cáp quang",
        "điền: Đơn vị vận hành hệ thống",
        "Nơi nhận:",
        "TLP:GREEN",
    ):
        assert said in words
    await story.say(COORDINATOR, "Mất điện tại Ba Vì từ hôm qua")
    assert "chưa được ghi vào đâu" not in story.text(COORDINATOR)


async def test_a_field_is_corrected_and_left_to_the_records_again(story: Story) -> None:
    await declared(story)
    await open_papers(story)
    await story.press(COORDINATOR, "Báo cáo diễn biến sự cố")
    await story.press(COORDINATOR, "1", message=story.last(COORDINATOR))
    assert "Đang ghi: Mất kết nối cáp quang" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "Cáp quang bị cắt tại cầu Long Biên")
    assert "Mô tả sự cố: Cáp quang bị cắt tại cầu Long Biên" in story.text(COORDINATOR)

    await story.press(COORDINATOR, "1", message=story.last(COORDINATOR))
    await story.press(COORDINATOR, "↩ Theo số liệu")

    assert "Mô tả sự cố: Mất kết nối cáp quang" in story.text(COORDINATOR)


async def test_the_report_of_an_incident_tells_its_course(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    await open_papers(story)
    await story.press(COORDINATOR, "Báo cáo diễn biến sự cố")
    await story.press(COORDINATOR, "📄 Tải tệp Word")
    await story.settle()

    words = read(story, "Báo cáo diễn biến sự cố")
    assert "Phát cảnh báo tới các đơn vị" in words
    assert "1 đơn vị trả lời: Sẵn sàng 1. Danh sách tại Phụ lục." in words
    assert "Viễn thông Sông Hồng trả lời" not in words
    assert words.index("Phụ lục") < words.index("Viễn thông Sông Hồng")


async def test_the_time_line_comes_as_a_workbook_with_real_moments(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    await open_papers(story)

    await story.press(COORDINATOR, "📈 Dòng thời gian")
    await story.settle()

    file = next(one for one in reversed(story.chat(COORDINATOR)) if "Dòng thời gian: 2 việc" in text_of(one))
    book = load_workbook(BytesIO(story.world.files.contents[file["document"]["file_id"]]))
    assert book.worksheets[0]["A1"].value.startswith("TLP:GREEN · SC-2026-0001")
    rows = list(book.worksheets[0].iter_rows(min_row=3, values_only=True))
    assert [what for _, what in rows] == [
        "Phát cảnh báo tới các đơn vị",
        "Viễn thông Sông Hồng trả lời: Sẵn sàng",
    ]
    assert {f"{at:%H:%M %d/%m/%Y}" for at, _ in rows} == {"09:00 20/11/2026"}


async def test_members_see_no_papers(story: Story) -> None:
    await declared(story)
    await open_papers(story)
    papers = story.last(COORDINATOR)
    assert "Báo cáo ban đầu (Mẫu 03)" in buttons_of(papers)

    await story.forge(AN, story.last(AN), "vbl:1")

    assert "Văn bản dự thảo" not in story.text(AN)


async def test_a_long_form_comes_page_by_page_and_leads_back_to_the_page_of_the_field(story: Story) -> None:
    await declared(story)
    await open_papers(story)
    await story.press(COORDINATOR, "Báo cáo ban đầu (Mẫu 03)")
    assert "8. " in story.text(COORDINATOR)
    assert "9. " not in story.text(COORDINATOR)

    await story.press(COORDINATOR, "›")
    await story.press(COORDINATOR, "11", message=story.last(COORDINATOR))
    await story.say(COORDINATOR, "Cổng dịch vụ công")

    assert "11. Tên hệ thống: Cổng dịch vụ công" in story.text(COORDINATOR)


async def test_who_reports_is_asked_once_and_whoever_stops_filling_is_shown_the_document_again(story: Story) -> None:
    await declared(story)
    await open_papers(story)
    await story.press(COORDINATOR, "Báo cáo ban đầu (Mẫu 03)")
    await story.press(COORDINATOR, "✏️ Điền")
    await story.say(COORDINATOR, "Số 1 phố Hàng Bài")
    await story.say(COORDINATOR, "/huy")
    assert "Báo cáo ban đầu (Mẫu 03)" in story.text(COORDINATOR)
    assert "Số 1 phố Hàng Bài" in story.text(COORDINATOR)

    await declare(story, "Mất điện tại Hoàn Kiếm")
    await open_papers(story)
    await story.press(COORDINATOR, "Báo cáo ban đầu (Mẫu 03)")
    assert "SC-2026-0002" in story.text(COORDINATOR)
    assert "Địa chỉ: Số 1 phố Hàng Bài" in story.text(COORDINATOR)


async def test_the_half_years_report_is_fetched_and_the_one_before_looked_at(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")

    await story.say(COORDINATOR, "/mau05")
    # To be ready is an offer; nobody was asked for anything yet.
    assert "Sự cố: 1 · tự xử lý 1 · có đơn vị hỗ trợ 0" in story.text(COORDINATOR)
    assert "số liệu tính đến 09:00, 20/11/2026" in story.text(COORDINATOR)
    assert story.text(COORDINATOR).count("chưa đối chiếu với văn bản gốc") == 1
    await story.press(COORDINATOR, "📄 Tải tệp Word")
    await story.settle()
    words = read(story, "Mẫu 05 · sáu tháng cuối năm 2026")
    assert "TLP:GREEN" in words
    assert "từ ngày 01/07/2026 đến ngày 20/11/2026" in words
    assert "Viễn thông Sông Hồng" not in words
    await story.press(COORDINATOR, "‹ sáu tháng đầu năm 2026")
    page = story.last_with(COORDINATOR, "📄 Tải tệp Word")
    assert "Sự cố: 0" in text_of(page)

    await story.forge(COORDINATOR, page, "vbh:2021:1")
    page = story.last_with(COORDINATOR, "📄 Tải tệp Word")
    assert not any("‹" in one for one in buttons_of(page))

    said = await story.forge(COORDINATOR, page, "vbh:2030:1")
    assert "Không có kỳ báo cáo này" in said


async def test_whoever_fills_a_paper_goes_back_to_the_field_before_and_on_again(story: Story) -> None:
    await declared(story)
    await open_papers(story)
    await story.press(COORDINATOR, "Báo cáo ban đầu (Mẫu 03)")
    await story.press(COORDINATOR, "✏️ Điền")
    first = story.last(COORDINATOR)
    assert "mục Địa chỉ" in text_of(first)
    assert "◀ Quay lại" not in buttons_of(first)
    await story.say(COORDINATOR, "Số 1 phố Hàng Bài")
    assert "mục Điện thoại" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "⏭ Để sau")
    assert "mục Thư điện tử" in story.text(COORDINATOR)

    await story.press(COORDINATOR, "◀ Quay lại")
    assert "mục Điện thoại" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "◀ Quay lại")
    assert "Đang ghi: Số 1 phố Hàng Bài" in story.text(COORDINATOR)
    assert "◀ Quay lại" not in buttons_of(story.last(COORDINATOR))
    await story.press(COORDINATOR, "⏭ Để sau")
    assert "mục Điện thoại" in story.text(COORDINATOR)


async def test_words_that_tell_nothing_are_no_way_in_which_it_was_found(story: Story) -> None:
    await declared(story)
    await open_papers(story)
    await story.press(COORDINATOR, "Báo cáo diễn biến sự cố")
    await story.press(COORDINATOR, "✏️ Điền")
    assert "mục Cách phát hiện" in story.text(COORDINATOR)

    await story.say(COORDINATOR, "Không có.")
    assert "chưa được ghi" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "Không có cảnh báo nào; trực ban thấy mất tín hiệu")

    await story.say(COORDINATOR, "/huy")
    assert "Cách phát hiện: Không có cảnh báo nào" in story.text(COORDINATOR)
