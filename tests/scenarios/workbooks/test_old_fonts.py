"""A coordinator sends a list that was written for an old font: it is asked once, and converted after a yes."""

from tests.scenarios.importing import businesses, first_sheet, lines, send, workbook
from tests.services.lists import csv, row, tax_code, xlsx
from tests.story import COORDINATOR, Story, buttons_of

OLD_HEADINGS = ("M· sè thuÕ", "Tªn ®¬n vÞ", "LÜnh vùc", "X·/ph­êng", "§iÖn tho¹i ®¬n vÞ", "N¨ng lùc")
NAMES = ("C«ng ty ViÔn th«ng Ba V×", "C¤NG TY CP B¦U CHÝNH S¤NG HåNG")


def old_rows() -> list[list[object]]:
    said = {"sectors": "ViÔn th«ng; B­u chÝnh", "commune": "Ph­êng Ba §×nh", "capabilities": "M¸y ph¸t ®iÖn: 5"}
    return [row(number, name=name, **said) for number, name in enumerate(NAMES, 1)]


async def test_a_list_in_an_old_font_is_asked_about_once_and_converted_after_a_yes(story: Story) -> None:
    await send(story, xlsx([*old_rows(), row(3)], headings=OLD_HEADINGS))

    assert "⚠️ Dòng bị loại: 2" in story.text(COORDINATOR)
    assert (
        "2 dòng viết bằng phông TCVN3 (ABC), ví dụ “C«ng ty ViÔn th«ng Ba V×” → “Công ty Viễn thông Ba Vì”."
        in story.text(COORDINATOR)
    )
    assert buttons_of(story.last(COORDINATOR)) == ["✍️ Chuyển 2 dòng, kiểm tra lại", "📥 Nhập 1 đơn vị mới", "✖ Hủy"]
    returned = lines(first_sheet(workbook(story, "dong-bi-loai")))
    assert "đọc được là: Công ty Viễn thông Ba Vì" in str(returned[1][2])

    await story.press(COORDINATOR, "✍️ Chuyển 2 dòng")

    assert "➕ Đơn vị mới: 3" in story.text(COORDINATOR)
    assert "TCVN3" not in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📥 Nhập 3 đơn vị mới")
    found = await businesses(story)
    assert set(found) == {"Công ty Viễn thông Ba Vì", "CÔNG TY CP BƯU CHÍNH SÔNG HỒNG", "Công ty số 3 Hà Nội"}


async def test_without_a_yes_the_others_alone_are_taken_and_the_question_does_not_come_back(story: Story) -> None:
    await send(story, xlsx([*old_rows(), row(3)]))

    await story.press(COORDINATOR, "📥 Nhập 1 đơn vị mới")

    assert set(await businesses(story)) == {"Công ty số 3 Hà Nội"}


async def test_a_table_of_text_in_an_old_font_is_known_by_its_bytes(story: Story) -> None:
    text = csv(old_rows(), headings=OLD_HEADINGS, encoding="latin-1")

    await send(story, text, "danh sach.csv")
    await story.press(COORDINATOR, "✍️ Chuyển 2 dòng")

    assert "➕ Đơn vị mới: 2" in story.text(COORDINATOR)


async def test_a_stray_byte_returns_its_own_row_and_no_other(story: Story) -> None:
    spoilt = csv([row(1), row(2), row(3)]).replace("Công ty số 2".encode(), b"C\xf4ng ty s\xe9 2", 1)

    await send(story, spoilt, "danh-sach.csv")

    assert "➕ Đơn vị mới: 2" in story.text(COORDINATOR)
    returned = lines(first_sheet(workbook(story, "dong-bi-loai")))
    assert [line[0] for line in returned[1:]] == [int(tax_code(2))]
    assert "Ô đã mất chữ" in str(returned[1][2])


async def test_lost_letters_come_back_with_the_reason(story: Story) -> None:
    await send(story, xlsx([row(1, name="C?ng ty ?i?n l?c"), row(2)]))

    assert "➕ Đơn vị mới: 1" in story.text(COORDINATOR)
    assert "Chuyển" not in " ".join(buttons_of(story.last(COORDINATOR)))
    returned = lines(first_sheet(workbook(story, "dong-bi-loai")))
    assert returned[1][1] == "C?ng ty ?i?n l?c"
    assert "Ô đã mất chữ" in str(returned[1][2])


async def test_what_was_read_wrongly_before_it_came_is_converted_as_well(story: Story) -> None:
    wrongly = csv([row(1), row(2)]).decode("latin-1").encode()

    await send(story, wrongly, "danh-sach.csv")

    assert "2 dòng bị đọc sai bảng mã" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "✍️ Chuyển 2 dòng")
    await story.press(COORDINATOR, "📥 Nhập 2 đơn vị mới")
    assert set(await businesses(story)) == {"Công ty số 1 Hà Nội", "Công ty số 2 Hà Nội"}
