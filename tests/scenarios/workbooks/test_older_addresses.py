"""Addresses of before July 2025 in a list are read, and it is told which commune was taken for each."""

from tests.scenarios.importing import businesses, first_sheet, lines, send, workbook
from tests.services.lists import row, tax_code, xlsx
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
