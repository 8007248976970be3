"""A report came before the alert: a coordinator confirms that, the business agrees, and the network reads its name."""

from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook
from sqlmodel import select

from handlers.honours.taps import HonourListTap, HonourNamingTap
from models.members import Member, MemberStatus
from services.honours.lists import OF_STAFF
from tests.enrolment import appoint
from tests.scenarios.declaring import AN, BINH, CHI, small_network
from tests.scenarios.files import send_photo
from tests.scenarios.reporting import reported
from tests.scenes import scene
from tests.story import COORDINATOR, SECOND_COORDINATOR, Story, buttons_of, data_behind, text_of


@scene
async def over(story: Story) -> None:
    """Let An report, the coordinator declare an incident from it twenty minutes later, and end it."""
    await reported(story)
    await story.pass_time(minutes=20)
    await story.press(COORDINATOR, "🚨 Khai báo sự cố")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")
    await story.pass_time(minutes=30)
    await story.press(COORDINATOR, "🟢 Kết thúc")
    await story.say(COORDINATOR, "Đã khôi phục")
    await story.press(COORDINATOR, "🟢")
    await story.pass_time(minutes=30)
    story.look_away()


async def confirm(story: Story) -> None:
    """Let the coordinator open the first proposal and confirm it."""
    await story.say(COORDINATOR, "/tuyenduong")
    await story.press(COORDINATOR, "1", message=story.last(COORDINATOR))
    await story.press(COORDINATOR, "✔ Xác nhận, cảm ơn đơn vị")
    await story.pass_time(minutes=1)


async def name(story: Story) -> None:
    """Let the coordinator look at the message to the network, and release it."""
    await story.say(COORDINATOR, "/tuyenduong")
    await story.press(COORDINATOR, "📨 Nêu tên với mạng lưới")
    await story.press(COORDINATOR, "Toàn mạng lưới: 1 ghi nhận")
    await story.press(COORDINATOR, "📨 Gửi tới 3 người")
    await story.pass_time(minutes=1)


async def test_an_empty_list_says_what_leads_to_a_proposal(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/tuyenduong")
    for way in ("báo trước khi có cảnh báo", "làm xong nhiệm vụ đúng hạn", "bài học đã gửi tới mạng lưới"):
        assert way in story.text(COORDINATOR)


async def test_words_that_spell_a_button_of_the_thanks_are_its_answer(story: Story) -> None:
    await over(story)
    await story.pass_time(hours=2)
    await confirm(story)
    await story.say(AN, "đồng ý nêu tên")
    assert "Đã ghi nhận: được nêu tên" in story.text(AN)
    await story.pass_time(seconds=10)
    assert "Quý đơn vị đồng ý được nêu tên" in story.text(BINH)

    card = story.last_with(BINH, "Rút lại")["message_id"]
    await story.pass_time(hours=24)
    await story.world.say(BINH, "Không nêu tên", reply_to=card)
    await story.pass_time(seconds=10)
    assert "Đã ghi nhận: không nêu tên" in story.text(BINH)
    story.look_away()
    await story.world.say(BINH, "Xin gửi giấy khen về công ty", reply_to=card)
    await story.pass_time(minutes=1)
    assert "Về lời cảm ơn SC-2026-0001" in "".join(story.arrived(COORDINATOR))


async def test_who_found_it_early_is_thanked_agrees_and_is_named_until_it_takes_that_back(story: Story) -> None:
    await over(story)
    await story.say(COORDINATOR, "/tuyenduong")
    assert "Phát hiện và báo sớm SC-2026-0001 lúc 09:00, 20/11/2026, trước cảnh báo 20 phút." in story.text(COORDINATOR)
    await confirm(story)

    for person in (AN, BINH):
        thanks = story.text(person)
        assert "trân trọng cảm ơn Viễn thông Sông Hồng" in thanks
        assert "Không chọn nghĩa là không nêu tên" in thanks
    assert "trân trọng cảm ơn" not in "".join(story.arrived(CHI))
    await story.say(COORDINATOR, "/tuyenduong")
    assert "📨 Nêu tên với mạng lưới" not in buttons_of(story.last(COORDINATOR))

    await story.press(AN, "Đồng ý nêu tên")
    await story.pass_time(minutes=1)
    assert "Quý đơn vị đồng ý được nêu tên" in story.text(BINH)
    await name(story)
    assert "▪ Viễn thông Sông Hồng: Phát hiện và báo sớm SC-2026-0001" in story.text(CHI)
    await story.say(CHI, "/tuyenduong")
    assert "Tuyên dương năm 2026" in story.text(CHI)
    assert "Viễn thông Sông Hồng" in story.text(CHI)

    await story.press(BINH, "Rút lại, không nêu tên nữa")
    await story.pass_time(minutes=1)
    await story.say(CHI, "/tuyenduong")
    assert "Viễn thông Sông Hồng" not in story.text(CHI)
    assert "Nội dung này đã được rút lại" in text_of(story.chat(CHI)[-3])


@pytest.mark.parametrize("status", [MemberStatus.SUSPENDED, MemberStatus.LEFT])
async def test_a_business_that_is_out_is_named_in_nothing_new_and_can_still_take_its_yes_back(
    story: Story, status: MemberStatus
) -> None:
    await over(story)
    await story.pass_time(hours=2)
    await confirm(story)
    await story.press(AN, "Đồng ý nêu tên")
    await story.pass_time(minutes=1)
    card = story.last_with(AN, "Rút lại, không nêu tên nữa")
    yes = data_behind(story.last_with(AN, "Rút lại, không nêu tên nữa"), "Rút lại, không nêu tên nữa")
    async with story.database.writing() as session:
        business = (await session.exec(select(Member).where(Member.name == "Viễn thông Sông Hồng"))).one()
        business.status = status

    await story.say(COORDINATOR, "/tuyenduong")
    assert "📨 Nêu tên với mạng lưới" not in buttons_of(story.last(COORDINATOR))
    accepting = HonourNamingTap(HonourNamingTap.unpack(yes).honour_id, 1).pack()
    assert "Đã ghi nhận" not in await story.forge(AN, card, accepting)
    assert "Đã ghi nhận: không nêu tên" in await story.forge(AN, card, yes)
    assert "Đã ghi nhận" not in await story.forge(CHI, story.last(CHI), yes)


async def test_a_day_after_the_end_coordinators_hear_of_it_and_a_dropped_one_reaches_nobody(story: Story) -> None:
    await over(story)
    await story.pass_time(hours=23)
    assert "có 1 đề xuất tuyên dương" not in "".join(story.arrived(COORDINATOR))
    await story.pass_time(hours=2)
    assert "có 1 đề xuất tuyên dương" in "".join(story.arrived(COORDINATOR))

    await story.press(COORDINATOR, "Xem đề xuất tuyên dương")
    await story.press(COORDINATOR, "1", message=story.last(COORDINATOR))
    await story.press(COORDINATOR, "Không tuyên dương")
    await send_photo(story, COORDINATOR)
    assert "Vì sao không tuyên dương" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "Trùng với báo cáo khác")
    await story.pass_time(minutes=1)
    assert "Lý do (chỉ điều phối viên xem): Trùng với báo cáo khác" in story.text(COORDINATOR)
    assert "Trùng với" not in "".join(story.arrived(AN))
    await story.say(AN, "/honours")
    assert "Chưa có đơn vị nào được nêu tên" in story.text(AN)
    for heap in OF_STAFF:
        await story.forge(AN, story.last(AN), HonourListTap(heap, 0, 0).pack())
        assert "Chưa có đơn vị nào được nêu tên" in story.text(AN)
        assert "Viễn thông Sông Hồng" not in story.text(AN)


async def test_a_sentence_is_put_in_other_words_and_the_second_of_two_coordinators_is_told_so(story: Story) -> None:
    await over(story)
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    for coordinator in (COORDINATOR, SECOND_COORDINATOR):
        await story.say(coordinator, "/tuyenduong")
        await story.press(coordinator, "1", message=story.last(coordinator))
    await story.press(COORDINATOR, "✏️ Sửa câu ghi nhận")
    await story.say(COORDINATOR, "Báo sớm nhất toàn mạng lưới")
    await story.press(COORDINATOR, "Không tuyên dương")
    await story.say(COORDINATOR, "Trùng với báo cáo khác")
    assert "Mục này đã có quyết định" in str(await story.press(SECOND_COORDINATOR, "✔ Xác nhận, cảm ơn đơn vị"))
    # The card says now what was decided, and can be confirmed all the same.
    assert "Trùng với báo cáo khác" in story.text(SECOND_COORDINATOR)
    await story.press(SECOND_COORDINATOR, "✔ Xác nhận, cảm ơn đơn vị")
    assert "✔ Đã xác nhận" in story.text(SECOND_COORDINATOR)
    assert "Mục này đã có quyết định" in str(await story.press(COORDINATOR, "✔ Xác nhận, cảm ơn đơn vị"))
    assert "✔ Đã xác nhận" in story.text(COORDINATOR)
    await story.pass_time(minutes=1)
    assert "Báo sớm nhất toàn mạng lưới" in story.text(AN)
    assert sum("trân trọng cảm ơn" in text for text in story.arrived(AN)) == 1


async def test_the_files_of_a_year_name_only_who_agreed_and_count_the_others(story: Story) -> None:
    await over(story)
    await confirm(story)
    await story.say(COORDINATOR, "/tuyenduong")
    await story.press(COORDINATOR, "Đã nêu tên")
    await story.press(COORDINATOR, "Danh sách 2026 (.xlsx)")
    await story.settle()
    silent = load_workbook(BytesIO(content(story, "TLP:GREEN · Danh sách tuyên dương 2026")))
    cells = [str(cell) for sheet in silent.worksheets for row in sheet.values for cell in row if cell is not None]
    assert "Ngoài ra có 1 ghi nhận của đơn vị không nêu tên." in cells
    assert not any("Sông Hồng" in cell or "SC-2026-0001" in cell for cell in cells)

    await story.press(AN, "Đồng ý nêu tên")
    await story.press(COORDINATOR, "Giấy khen 2026 (.docx)")
    await story.settle()
    paper = Document(BytesIO(content(story, "TLP:GREEN · Giấy khen 2026")))
    words = "\n".join(one.text for one in [*paper.sections[0].first_page_header.paragraphs, *paper.paragraphs])
    sentence = "Phát hiện và báo sớm sự cố “Mã độc, mã hóa dữ liệu tại Phường Hoàn Kiếm” lúc 09:00, 20/11/2026"
    for said in ("TLP:GREEN", "GIẤY KHEN", "Viễn thông Sông Hồng", sentence):
        assert said in words
    # Whoever reads it knows none of the house's codes.
    assert "-2026-0001" not in words

    await story.press(COORDINATOR, "Danh sách 2026 (.xlsx)")
    await story.settle()
    book = load_workbook(BytesIO(content(story, "Danh sách tuyên dương 2026")))
    assert book.sheetnames == ["Tuyên dương", "Diễn tập"]
    assert book["Tuyên dương"]["A1"].value == "TLP:GREEN · Danh sách tuyên dương năm 2026"
    row = [cell.value for cell in book["Tuyên dương"][3]]
    assert (row[1], row[3], row[4]) == (
        "Viễn thông Sông Hồng",
        "Phát hiện sớm",
        "SC-2026-0001 · Mã độc, mã hóa dữ liệu tại Phường Hoàn Kiếm",
    )
    assert book["Tuyên dương"].max_row == 3


def content(story: Story, caption: str) -> bytes:
    """Give the file that came with a caption."""
    file = next(one for one in reversed(story.chat(COORDINATOR)) if caption in text_of(one) and one.get("document"))
    return bytes(story.world.files.contents[file["document"]["file_id"]])
