"""The register comes in and goes out as a workbook."""

from io import BytesIO

from openpyxl import Workbook
from sqlmodel import select

from models.systems import SystemLook
from tests.scenarios.importing import content_of, files, first_sheet, lines, send, what_stands, workbook
from tests.scenarios.systems.test_register import TELECOM, adding
from tests.story import COORDINATOR, Story, buttons_of, text_of

HEADINGS = ("Hệ thống", "Mức bảo vệ", "Cấp độ", "Chủ quản", "Kết nối", "Trong giờ", "Ghi chú")
GOOD = ("=Trục liên thông", "quan tri rui ro", "cấp 3", "Sở Nội vụ", None, "Lê An, Trưởng phòng, 0912 000 333")


def systems(*rows: tuple[object, ...]) -> bytes:
    """Make a workbook of systems as a person types it."""
    book = Workbook()
    sheet = book.worksheets[0]
    for line in (HEADINGS, *rows):
        sheet.append(["'" + cell if isinstance(cell, str) and cell.startswith("=") else cell for cell in line])
    content = BytesIO()
    book.save(content)
    return content.getvalue()


async def test_a_list_is_checked_taken_over_and_changes_nothing_the_second_time(story: Story) -> None:
    await adding(story)
    content = systems(
        ("Cổng dịch vụ công", "Bảo vệ bằng mọi giá", 5, None, TELECOM, None),
        ("Một cửa điện tử", "Quản trị rủi ro", None, "Văn phòng UBND", None, None),
        ("Hệ thống lỗi", "mạnh", 9, None, "Không ai cả", "Lê An"),
        ("mot cua dien tu", "Quản trị rủi ro", None, None, None, None),
    )
    await send(story, content, "he-thong.xlsx")
    said = story.text(COORDINATOR)
    assert "Hệ thống mới: 1" in said
    assert "nội dung khác: 1" in said
    assert "Dòng chưa nhập được: 2" in said
    reasons = [str(cell) for line in lines(first_sheet(workbook(story, "dong-"))) for cell in line if cell]
    assert any("Chưa hiểu “mạnh”" in cell for cell in reasons)
    assert any("từ 1 đến 5" in cell for cell in reasons)
    assert any("Trùng tên với dòng 3" in cell for cell in reasons)
    before = await what_stands(story)

    await story.press(COORDINATOR, "📥 Thêm 1, cập nhật 1")
    assert "thêm 1, cập nhật 1 hệ thống" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "/hethong cong dich vu")
    await story.press(COORDINATOR, "1")
    assert "Cấp độ 5 · Bảo vệ bằng mọi giá" in story.text(COORDINATOR)
    assert "Chủ quản: Văn phòng UBND" in story.text(COORDINATOR), "an empty cell says nothing"
    after = await what_stands(story)
    assert before["systems"] != after["systems"]

    await send(story, content, "he-thong.xlsx")
    assert "Đã có, không khác: 2" in story.text(COORDINATOR)
    assert buttons_of(story.last(COORDINATOR)) == ["◀ Nhập, xuất"]
    assert (await what_stands(story))["systems"] == after["systems"]


async def test_what_goes_out_can_be_sent_back_and_a_look_is_kept(story: Story) -> None:
    await adding(story)
    await story.say(COORDINATOR, "/hethong")
    await story.press(COORDINATOR, "📑 Xuất Excel")
    marks, headings, row = lines(first_sheet(workbook(story, "he-thong")))
    assert marks[0] == "TLP:AMBER"
    assert text_of(story.chat(COORDINATOR)[-1]).startswith("TLP:AMBER · ")
    assert headings[0] == "Tên hệ thống *"
    assert row[0] == "Cổng Dịch vụ công"
    assert "Ngô Đêm, Trưởng ca, 0912 000 111" in row
    async with story.database.reading() as session:
        assert [one.is_export for one in await session.exec(select(SystemLook))] == [True]

    await send(story, content_of(story, files(story)[-1]), "he-thong.xlsx")
    assert "Đã có, không khác: 1" in story.text(COORDINATOR)


async def test_a_name_that_looks_like_a_formula_goes_out_as_text(story: Story) -> None:
    await adding(story)
    await send(story, systems(("+Trục liên thông", *GOOD[1:])), "he-thong.xlsx")
    await story.press(COORDINATOR, "📥 Chỉ thêm mới (1)")
    await story.say(COORDINATOR, "/hethong")
    await story.press(COORDINATOR, "📑 Xuất Excel")

    sheet = first_sheet(workbook(story, "he-thong"))
    (cell,) = [line[0] for line in sheet.iter_rows() if str(line[0].value).startswith("+")]
    assert cell.data_type == "s"
    assert cell.quotePrefix


async def test_a_list_of_systems_without_their_marks_is_told_what_it_lacks(story: Story) -> None:
    book = Workbook()
    book.worksheets[0].append(["Tên hệ thống", "Cấp độ", "Chủ quản"])
    book.worksheets[0].append(["Cổng", 4, "UBND"])
    content = BytesIO()
    book.save(content)

    await send(story, content.getvalue(), "he-thong.xlsx")

    assert "Mức bảo vệ" in story.text(COORDINATOR)
