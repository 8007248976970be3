"""Roster, answers and tasks as workbooks: complete, in order, and nothing in them that a spreadsheet would run."""

from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from sqlmodel import select

from models.audit import AuditEntry
from models.members import Member
from tests.enrolment import appoint, enrol
from tests.scenarios.declaring import AN, BINH, declared
from tests.scenarios.importing import (
    content_of,
    files,
    first_sheet,
    import_list,
    lines,
    send,
    two_new,
    what_stands,
    workbook,
)
from tests.services.lists import row, xlsx
from tests.story import COORDINATOR, SECOND_COORDINATOR, Story, buttons_of


async def export(story: Story, button: str, *, person: int = COORDINATOR) -> None:
    await story.say(person, "/nhapxuat")
    await story.press(person, button)


def is_in_form(sheet: Worksheet) -> bool:
    """Tell whether headings stay in sight and carry filters."""
    return sheet.freeze_panes == "A2" and sheet.auto_filter.ref is not None and bool(sheet["A1"].font.bold)


async def test_the_roster_goes_out_in_vietnamese_order_with_the_contacts(story: Story) -> None:
    await enrol(story, AN, "Nguyễn Văn An", "Đông Đô")
    await enrol(story, BINH, "Lê Thị Bình", "Ánh Sao")
    await import_list(story, xlsx([row(1, name="Dương Nội", capabilities="Máy phát điện: 5")]))

    await export(story, "📑 Xuất danh bạ")

    (message,) = files(story)
    assert message["document"]["file_name"] == "danh-ba-20261120-0900.xlsx"
    assert "Danh bạ mạng lưới: 3 đơn vị, lúc 09:00, 20/11/2026" in story.text(COORDINATOR)
    book = workbook(story, "danh-ba")
    headings, *rows = lines(first_sheet(book))
    assert headings[:7] == (
        *("Mã số thuế", "Tên đơn vị", "Lĩnh vực", "Xã, phường, đặc khu", "Điện thoại đơn vị", "Năng lực"),
        "Trạng thái",
    )
    assert [one[1] for one in rows] == ["Ánh Sao", "Dương Nội", "Đông Đô"]
    assert rows[1][4:7] == ("024 3822 1234", "Máy phát điện: 5 máy", "Đã mời")
    assert rows[2][6] == "Thành viên"
    assert f"{rows[2][7]:%H:%M %d/%m/%Y}" == "09:00 20/11/2026"
    assert rows[2][-3:] == ("Nguyễn Văn An", "Giám đốc", "0900 000 001")
    assert [one[2] for one in lines(book.worksheets[1])[1:]] == ["Lê Thị Bình", "Nguyễn Văn An"]
    assert all(is_in_form(sheet) for sheet in book.worksheets)


async def test_a_roster_that_comes_back_as_a_list_changes_nothing(story: Story) -> None:
    await import_list(story, two_new())
    await export(story, "📑 Xuất danh bạ")
    before = await what_stands(story)

    await send(story, content_of(story, files(story)[-1]), "danh-ba.xlsx")

    assert "✔ Đã có, không khác: 2" in story.text(COORDINATOR)
    assert await what_stands(story) == before


async def test_a_name_that_looks_like_a_formula_leaves_as_text(story: Story) -> None:
    await enrol(story, AN, "+84 900", "=HYPERLINK(A1)")

    await export(story, "📑 Xuất danh bạ")

    book = workbook(story, "danh-ba")
    name, person = first_sheet(book)["B2"], book.worksheets[1]["C2"]
    assert (name.value, name.data_type, name.quotePrefix) == ("=HYPERLINK(A1)", "s", True)
    assert (person.value, person.data_type, person.quotePrefix) == ("+84 900", "s", True)


async def test_answers_go_out_with_their_history(story: Story) -> None:
    await declared(story)
    await story.press(AN, "🕐 30 phút")
    await story.pass_time(minutes=5)
    await story.press(BINH, "⛔ Không thể")

    await export(story, "📑 Xuất câu trả lời")
    assert buttons_of(story.last(COORDINATOR))[0] == "Tất cả các sự cố"
    await story.press(COORDINATOR, "SC-2026-0001")

    book = workbook(story, "cau-tra-loi")
    headings, answer = lines(first_sheet(book))
    said = dict(zip(headings, answer, strict=True))
    assert said["Sự cố"] == "SC-2026-0001"
    assert said["Tên đơn vị"] == "Viễn thông Sông Hồng"
    assert said["Trả lời"] == "⛔ Không thể tham gia"
    assert said["Người trả lời"] == "Lê Thị Bình"
    assert f"{said['Trả lời lúc']:%H:%M %d/%m/%Y}" == "09:05 20/11/2026"
    assert said["Dự kiến có mặt lúc"] is None
    history = lines(book.worksheets[1])[1:]
    assert [one[4] for one in history] == ["🕐 30 phút", "⛔ Không thể tham gia"]
    assert "Câu trả lời (SC-2026-0001): 1" in story.text(COORDINATOR)


async def test_the_answers_to_all_incidents_go_out_at_once(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")

    await export(story, "📑 Xuất câu trả lời")
    await story.press(COORDINATOR, "Tất cả các sự cố")

    assert "Câu trả lời (tất cả): 1" in story.text(COORDINATOR)


async def test_what_is_labelled_goes_out_with_its_label_on_every_sheet_and_in_the_name(story: Story) -> None:
    await declared(story, "TLP:AMBER+STRICT Mất kết nối cáp quang tại Hoàn Kiếm")
    await story.press(AN, "✅ Sẵn sàng")
    await export(story, "📑 Xuất câu trả lời")
    await story.press(COORDINATOR, "SC-2026-0001")

    message = files(story)[-1]
    assert message["document"]["file_name"] == "TLP-AMBER-STRICT-cau-tra-loi-20261120-0900.xlsx"
    # The office works on with it; its label goes with it.
    assert not message.get("has_protected_content")
    book = load_workbook(BytesIO(content_of(story, message)))
    assert len(book.worksheets) == 2
    for sheet in book.worksheets:
        assert sheet["A1"].value == "TLP:AMBER+STRICT"
        assert (sheet["A2"].value, sheet.freeze_panes) == ("Sự cố", "A3")
        assert sheet.auto_filter.ref.startswith("A2:")
        assert sheet["A3"].value == "SC-2026-0001"


@pytest.mark.parametrize("button", ["📑 Xuất danh bạ", "📑 Xuất nhiệm vụ"])
async def test_what_is_empty_is_said_to_be(story: Story, button: str) -> None:
    await export(story, button)

    assert story.text(COORDINATOR) == "Chưa có dữ liệu để xuất."
    assert files(story) == []


async def test_without_incidents_there_are_no_answers_to_choose(story: Story) -> None:
    await export(story, "📑 Xuất câu trả lời")

    assert "Chưa có sự cố nào" in story.text(COORDINATOR)


async def test_each_export_is_on_record(story: Story) -> None:
    await enrol(story, AN, "Nguyễn Văn An", "Viễn thông Sông Hồng")
    await appoint(story, SECOND_COORDINATOR, "Ann", language_code="en")

    await export(story, "📑 Roster", person=SECOND_COORDINATOR)

    assert lines(first_sheet(workbook(story, "roster", person=SECOND_COORDINATOR)))[0][0] == "Tax code"
    async with story.database.reading() as session:
        rows = (await session.exec(select(AuditEntry).where(AuditEntry.subject == "export"))).all()
    assert [(row.action, row.after) for row in rows] == [("roster-exported", {"rows": 1, "of": None})]


async def test_a_second_tap_on_the_same_button_makes_no_second_file(story: Story) -> None:
    await enrol(story, AN, "Nguyễn Văn An", "Viễn thông Sông Hồng")
    await story.say(COORDINATOR, "/nhapxuat")
    message = story.last(COORDINATOR)
    await story.world.press(COORDINATOR, message["message_id"], "📑 Xuất danh bạ")
    await story.world.press(COORDINATOR, message["message_id"], "📑 Xuất danh bạ")

    await story.settle()

    assert len(files(story)) == 1


async def test_a_commune_that_is_gone_does_not_stop_an_export(story: Story) -> None:
    await enrol(story, AN, "Nguyễn Văn An", "Viễn thông Sông Hồng")
    async with story.database.writing() as session:
        (await session.get_one(Member, 1)).commune_code = "99999"

    await export(story, "📑 Xuất danh bạ")

    assert lines(first_sheet(workbook(story, "danh-ba")))[1][3] == "99999"
