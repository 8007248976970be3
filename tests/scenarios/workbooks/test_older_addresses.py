"""Addresses of before July 2025 in a list are read, and it is told which commune was taken for each."""

from io import BytesIO

from sqlmodel import select

from models.members import Member
from services.places.communes import commune
from tests.scenarios.importing import businesses, first_sheet, lines, send, workbook
from tests.services.lists import HEADINGS, row, tax_code, xlsx
from tests.story import COORDINATOR, Story

OLDER = "Phường Phúc Tân, quận Hoàn Kiếm"


async def test_a_few_are_told_in_the_message(story: Story) -> None:
    await send(story, xlsx([row(1), row(2, commune=OLDER)]))

    assert "Địa chỉ trước 01/7/2025, nay thuộc: 1 (dòng 3: Phường Phúc Tân, quận Hoàn Kiếm → " in story.text(
        COORDINATOR
    )
    assert "dòng 2:" not in story.text(COORDINATOR)


async def test_many_are_told_briefly_and_come_in_full_in_a_workbook(story: Story) -> None:
    await send(story, xlsx([row(number, commune=OLDER) for number in range(1, 6)]))

    assert "nay thuộc: 5 (dòng 2: " in story.text(COORDINATOR)
    assert "dòng 5:" not in story.text(COORDINATOR)
    headings, *rows = lines(first_sheet(workbook(story, "dia-chi-cu")))
    assert headings == ("Dòng", "Mã số thuế", "Tên đơn vị", "Địa chỉ trong tệp", "Xã, phường, đặc khu hiện nay")
    assert [one[0] for one in rows] == [2, 3, 4, 5, 6]
    assert rows[0][1:4] == (tax_code(1), "Công ty số 1 Hà Nội", OLDER)
    taken = {one[4] for one in rows}
    await story.press(COORDINATOR, "📥 Nhập 5 đơn vị mới")
    assert len(taken) == 1
    assert len(await businesses(story)) == 5


async def sent_again(story: Story, cells: dict[str, str]) -> None:
    """Correct cells of the workbook of rejected rows, and send it as it is then."""
    book = workbook(story, "dong-bi-loai")
    for cell, value in cells.items():
        first_sheet(book)[cell] = value
    corrected = BytesIO()
    book.save(corrected)
    await send(story, corrected.getvalue(), "dong-bi-loai.xlsx")


async def test_the_district_of_a_dividing_row_comes_back_with_the_rejected_rows_below_it(story: Story) -> None:
    wrong = row(1, tax_code="0100112438", commune="Thanh Xuân")
    await send(story, xlsx([["HUYỆN SÓC SƠN"], wrong, ["QUẬN HOÀNG MAI"], row(2, commune="Sao Hỏa")]))

    headings, first, second = lines(first_sheet(workbook(story, "dong-bi-loai")))
    assert headings[-1] == "Huyện cũ"
    assert (first[-1], second[-1]) == ("HUYỆN SÓC SƠN", "QUẬN HOÀNG MAI")
    await sent_again(story, {"A2": tax_code(1), "E3": "Phường Hoàng Mai"})

    await story.press(COORDINATOR, "📥 Nhập 2 đơn vị mới")
    async with story.database.reading() as session:
        found = {one.tax_code: commune(one.commune_code).name for one in await session.exec(select(Member))}
    assert found == {tax_code(1): "Xã Nội Bài", tax_code(2): "Phường Hoàng Mai"}


async def test_an_empty_cell_of_a_district_column_is_filled_from_the_dividing_row(story: Story) -> None:
    wrong = [*row(1, tax_code="0100112438", commune="Thanh Xuân"), None]
    told = [*row(2, tax_code="0100112439", commune="Thanh Xuân"), "Sóc Sơn"]
    await send(story, xlsx([["Huyện Sóc Sơn"], wrong, told], headings=(*HEADINGS, "Huyện")))

    headings, first, second = lines(first_sheet(workbook(story, "dong-bi-loai")))
    assert [heading for heading in headings if "uyện" in str(heading)] == ["Huyện"]
    assert (first[-1], second[-1]) == ("Huyện Sóc Sơn", "Sóc Sơn")


async def test_a_list_without_dividing_rows_comes_back_without_more_columns(story: Story) -> None:
    await send(story, xlsx([row(1, commune="Sao Hỏa")]))

    headings, _ = lines(first_sheet(workbook(story, "dong-bi-loai")))
    assert "Huyện cũ" not in headings
