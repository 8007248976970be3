"""Invitations to print: a card with a QR code for each imported business, whose link works once."""

import re
from html import unescape

from sqlmodel import select

from bot.sandbox.traffic.faults import Fault
from models.invitations import Invitation
from tests.scenarios.importing import content_of, files, import_list, two_new
from tests.services.lists import row, tax_code, xlsx
from tests.story import COORDINATOR, Story, buttons_of

STRANGER = 900
LINK = re.compile(r"https://t\.me/san_sang_bot\?start=(i-[\w-]+)")


def document(story: Story) -> str:
    """Read the newest document."""
    return content_of(story, files(story)[-1]).decode()


def links(page: str) -> list[str]:
    """Give what the links of a sheet carry."""
    return LINK.findall(unescape(page))


async def print_sheets(story: Story, button: str) -> str:
    await story.say(COORDINATOR, "/nhapxuat")
    await story.press(COORDINATOR, "🖨 Phiếu mời (QR)")
    await story.press(COORDINATOR, button)
    return document(story)


async def test_an_import_offers_the_sheet_of_those_that_it_brought_in(story: Story) -> None:
    await import_list(story, xlsx([row(9, name="Có từ trước")]))
    await import_list(story, two_new())

    await story.press(COORDINATOR, "🖨 Phiếu mời cho 2 đơn vị vừa nhập")

    page = document(story)
    assert files(story)[-1]["document"]["file_name"] == "phieu-moi-20261120-0900.html"
    assert "Có từ trước" not in page
    assert page.count("<svg") == page.count("<article>") == len(links(page)) == 2
    assert f"Mã số thuế: {tax_code(1)}" in page
    assert "Sở Khoa học và Công nghệ trân trọng mời Quý đơn vị" in page
    assert "đến hết 19/01/2027" in page
    assert "Đã tạo phiếu mời cho 2 đơn vị" in story.text(COORDINATOR)


async def test_the_sheet_of_an_import_asks_before_it_makes_printed_cards_void(story: Story) -> None:
    await import_list(story, two_new())
    button = "🖨 Phiếu mời cho 2 đơn vị vừa nhập"
    await story.press(COORDINATOR, button)
    first = links(document(story))

    await story.press(COORDINATOR, button)

    assert "2 đơn vị trong số này đã có phiếu còn dùng được" in story.text(COORDINATOR)
    assert buttons_of(story.last(COORDINATOR)) == ["Tạo mới, bỏ phiếu cũ", "◀ Giữ phiếu cũ"]
    assert links(document(story)) == first
    await story.press(COORDINATOR, "Tạo mới, bỏ phiếu cũ")
    assert not set(links(document(story))) & set(first)


async def test_the_cards_stand_by_commune_in_vietnamese_order(story: Story) -> None:
    rows = [row(1, name="Đông Đô"), row(2, name="Ánh Sao"), row(3, name="Tản Viên", commune="Ba Vì")]
    await import_list(story, xlsx(rows))
    await story.say(COORDINATOR, "/nhapxuat")
    await story.press(COORDINATOR, "🖨 Phiếu mời (QR)")
    assert buttons_of(story.last(COORDINATOR)) == [
        *("Tất cả (3)", "Xã Ba Vì (1)", "Phường Hoàn Kiếm (2)", "◀ Nhập, xuất")
    ]

    page = await print_sheets(story, "Tất cả (3)")

    found = re.findall(r"<h[12]>(.*?) ?(?:<small>|</h2>)", page)
    assert found == ["Xã Ba Vì", "Tản Viên", "Phường Hoàn Kiếm", "Ánh Sao", "Đông Đô"]


async def test_one_communes_sheet_invites_nobody_else(story: Story) -> None:
    await import_list(story, xlsx([row(1), row(2, commune="Ba Vì")]))

    page = await print_sheets(story, "Xã Ba Vì (1)")

    assert len(links(page)) == 1
    async with story.database.reading() as session:
        assert len((await session.exec(select(Invitation))).all()) == 1


async def test_a_link_is_read_on_its_card_alone_and_a_new_card_makes_it_void(story: Story) -> None:
    await import_list(story, xlsx([row(1)]))
    (old,) = links(await print_sheets(story, "Tất cả (1)"))
    async with story.database.reading() as session:
        (kept,) = (await session.exec(select(Invitation))).all()
    assert old.removeprefix("i-") not in str(kept)

    await story.press(COORDINATOR, "◀ Nhập, xuất")
    await story.press(COORDINATOR, "🖨 Phiếu mời (QR)")
    await story.press(COORDINATOR, "Tất cả (1)")
    assert "1 đơn vị trong số này đã có phiếu còn dùng được" in story.text(COORDINATOR)
    assert len(files(story)) == 1
    await story.press(COORDINATOR, "Tạo mới, bỏ phiếu cũ")
    (new,) = links(document(story))

    story.person(STRANGER, "Người lạ")
    await story.say(STRANGER, f"/start {old}")
    assert "không đúng hoặc đã bị thu hồi" in story.text(STRANGER)
    await story.say(STRANGER, f"/start {new}")
    assert "Công ty số 1 Hà Nội" in story.text(STRANGER)


async def test_a_name_is_no_markup_on_a_card(story: Story) -> None:
    await import_list(story, xlsx([row(1, name="A & B <script>alert(1)</script>")]))

    page = await print_sheets(story, "Tất cả (1)")

    assert "A &amp; B &lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>" not in page


async def test_the_sheet_needs_nothing_from_elsewhere(story: Story) -> None:
    await import_list(story, xlsx([row(1)]))

    page = await print_sheets(story, "Tất cả (1)")

    assert re.findall(r"""(?:src|href|url)\s*[=(]""", page) == []
    assert "@page { size: A4" in page


async def test_who_is_invited_by_nobody_is_told_so(story: Story) -> None:
    await story.say(COORDINATOR, "/nhapxuat")

    await story.press(COORDINATOR, "🖨 Phiếu mời (QR)")

    assert "không có đơn vị nào đã nhập" in story.text(COORDINATOR)


async def test_a_sheet_that_could_not_be_sent_is_made_anew_with_other_links(story: Story) -> None:
    await import_list(story, xlsx([row(1)]))
    story.world.faults.add(Fault("500", "sendDocument", times=3))

    page = await print_sheets(story, "Tất cả (1)")

    (link,) = links(page)
    story.person(STRANGER, "Người lạ")
    await story.say(STRANGER, f"/start {link}")
    assert "Công ty số 1 Hà Nội" in story.text(STRANGER)
