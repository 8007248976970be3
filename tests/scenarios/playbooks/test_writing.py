"""A playbook is changed in chat as a new version: nothing counts before it is saved, and what runs keeps its own."""

from tests.scenarios.declaring import AN, CHI, declared, small_network
from tests.scenarios.files import below, kinds_of, send_photo
from tests.scenarios.playbooks.test_playbooks import fits_a_phone, started
from tests.story import COORDINATOR, Story, buttons_of

HOA_SEN = "Công nghệ Hoa Sen"


async def changing(story: Story) -> None:
    """Open the playbook of a cable cut, and begin to change it."""
    await story.say(COORDINATOR, "/kichban")
    await story.press(COORDINATOR, "1")
    await story.press(COORDINATOR, "✏️ Sửa")


async def test_a_step_is_added_set_by_buttons_and_words_moved_and_saved_as_the_next_version(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/kichban")
    assert "1. Đứt cáp quang · phiên bản 1\n" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "1")
    assert "🏷 Thiên tai" in story.text(COORDINATOR)
    assert "Nguồn: ITU" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "✏️ Sửa")
    assert story.text(COORDINATOR).startswith("✏️ Đứt cáp quang · bản đang sửa, khi lưu là phiên bản 2\n")

    assert fits_a_phone(story)
    await story.press(COORDINATOR, "➕ Bước")
    await story.say(COORDINATOR, "Gọi đội trực của Sở")
    assert fits_a_phone(story)
    assert "bước 9" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "👤 Vai")
    assert fits_a_phone(story)
    await story.press(COORDINATOR, "Viễn thông")
    await story.press(COORDINATOR, "🕐 Lúc nào")
    assert fits_a_phone(story)
    await story.say(COORDINATOR, "chốc nữa")
    assert story.text(COORDINATOR).split("\n")[1].startswith("Chưa đọc được thời gian.")
    await story.say(COORDINATOR, "45 phút")
    await story.press(COORDINATOR, "⏰ Hạn")
    await story.press(COORDINATOR, "2 giờ")
    assert "🕐 45 phút sau bước 8 · 👤 Đơn vị viễn thông · ⏰ làm trong 2 giờ" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "⬆ Lên")
    assert "bước 8" in story.text(COORDINATOR)

    await story.press(COORDINATOR, "◀ Các bước")
    await story.press(COORDINATOR, "1")
    await story.press(COORDINATOR, "🗑 Xóa")
    await story.press(COORDINATOR, "🗑 Xóa bước này")
    assert await story.press(COORDINATOR, "💾 Lưu bản 2") == (
        "Đã lưu. Từ nay kịch bản này được dùng; lượt đang chạy giữ phiên bản cũ."
    )
    saved = story.text(COORDINATOR)
    assert saved.startswith("🧭 Đứt cáp quang · phiên bản 2\n1. ngay · Cơ quan điều phối: Hỏi ngay")
    await story.press(COORDINATOR, "›")
    saved = story.text(COORDINATOR)
    assert "7. 45 phút sau bước 6 · Đơn vị viễn thông: Gọi đội trực của Sở" in saved


async def test_what_runs_keeps_its_version_and_what_was_changed_can_be_dropped(story: Story) -> None:
    await started(story)
    await story.press(COORDINATOR, "▶️ Bắt đầu")
    await changing(story)
    await story.press(COORDINATOR, "3")
    await story.press(COORDINATOR, "✏️ Nội dung")
    await story.say(COORDINATOR, "Việc khác")
    await story.press(COORDINATOR, "◀ Các bước")
    await story.press(COORDINATOR, "💾 Lưu bản 2")
    story.look_away()
    await story.pass_time(minutes=11)
    arrived = "".join(story.arrived(AN))
    assert arrived.count("Chuyển lưu lượng") == 1
    assert "Việc khác" not in arrived

    await story.press(COORDINATOR, "✏️ Sửa")
    await story.press(COORDINATOR, "✏️ Tên")
    await story.say(COORDINATOR, "Tên khác")
    await story.press(COORDINATOR, "🗑 Bỏ bản sửa")
    await story.press(COORDINATOR, "🗑 Bỏ bản đang sửa")
    assert story.text(COORDINATOR).startswith("🧭 Đứt cáp quang · phiên bản 2\n1. ngay")
    assert "3. sau 10 phút · Đơn vị viễn thông: Việc khác" in story.text(COORDINATOR)


async def test_a_playbook_of_ones_own_is_proposed_for_its_types_and_one_out_of_use_is_not(story: Story) -> None:
    await declared(story)
    await story.say(COORDINATOR, "/kichban")
    await story.press(COORDINATOR, "➕ Kịch bản mới")
    await story.say(COORDINATOR, "Đứt cáp biển")
    await story.press(COORDINATOR, "🏷 Dạng")
    assert fits_a_phone(story)
    await story.press(COORDINATOR, "1")
    assert "☑ 1. Sự cố kỹ thuật" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "◀ Quay lại")
    assert "chưa có bước" in await story.press(COORDINATOR, "💾 Lưu bản 1")
    await story.press(COORDINATOR, "➕ Bước")
    await story.say(COORDINATOR, "Báo đơn vị khai thác cáp")
    await story.press(COORDINATOR, "◀ Các bước")
    await story.press(COORDINATOR, "💾 Lưu bản 1")
    await story.press(COORDINATOR, "◀ Các kịch bản")
    await story.press(COORDINATOR, "2")
    await story.press(COORDINATOR, "🚫 Ngừng dùng")
    await story.press(COORDINATOR, "🚫 Ngừng dùng kịch bản này")
    assert "🚫 Đã ngừng (1)" in buttons_of(story.last(COORDINATOR))

    await story.say(COORDINATOR, "/tinhhinh")
    await story.press(COORDINATOR, "SC-2026-0001")
    await story.press(COORDINATOR, "⋯ Việc khác")
    await story.press(COORDINATOR, "🧭 Kịch bản")
    offered = story.text(COORDINATOR)
    assert "Đứt cáp biển ✨" in offered
    assert "Đứt cáp quang" not in offered


async def test_a_photo_of_a_step_is_given_while_it_is_written_and_comes_with_its_task(story: Story) -> None:
    await started(story)
    await changing(story)
    await story.press(COORDINATOR, "➕ Bước")
    await send_photo(story, COORDINATOR, "Gọi đội trực của Sở")
    assert "📎 Kèm 1 ảnh" in story.text(COORDINATOR)
    await send_photo(story, COORDINATOR, name="b")
    assert "📎 Kèm 2 ảnh" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "thêm lời")
    assert story.text(COORDINATOR).startswith("Bước này cần ảnh hoặc tệp.")
    await story.press(COORDINATOR, "Bỏ tệp kèm")
    assert "bước 9" in story.text(COORDINATOR)
    assert "📎 Kèm" not in story.text(COORDINATOR)
    await story.press(COORDINATOR, "◀ Các bước")
    for place, first in (("1", "📎 Tệp"), ("2", "✏️ Nội dung")):
        await story.press(COORDINATOR, place)
        await story.press(COORDINATOR, first)
        await send_photo(story, COORDINATOR, name=place)
        assert "📎 Kèm 1 ảnh" in story.text(COORDINATOR)
        await (story.press(COORDINATOR, "✔ Xong") if place == "1" else story.say(COORDINATOR, "Hỏi ngay"))
        assert "📎 Kèm 1 ảnh" in story.text(COORDINATOR)
        await story.press(COORDINATOR, "◀ Các bước")
    await story.press(COORDINATOR, "💾 Lưu bản 2")

    await story.say(COORDINATOR, "/menu")
    await story.press(COORDINATOR, "SC-2026-0001")
    await story.press(COORDINATOR, "⋯ Việc khác")
    await story.press(COORDINATOR, "🧭 Kịch bản")
    await story.press(COORDINATOR, "1")
    await story.press(COORDINATOR, "▶️ Bắt đầu")
    # So much was said to the coordinator that the chat rests for a while.
    await story.pass_time(minutes=1)
    assert kinds_of(below(story, AN, "🆕 NV-2026-0001")) == ["photo"]
    assert "photo" in story.last(COORDINATOR)


async def test_a_business_is_named_for_a_step_found_by_its_name_and_gets_it_ready_or_not(story: Story) -> None:
    await declared(story)
    await changing(story)
    await story.press(COORDINATOR, "1")
    await story.press(COORDINATOR, "👤 Vai")
    await story.say(COORDINATOR, "không có ai")
    assert "Không tìm thấy đơn vị nào theo “không có ai”" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "hoa sen")
    assert fits_a_phone(story)
    await story.press(COORDINATOR, HOA_SEN)
    assert f"👤 {HOA_SEN} ·" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "◀ Các bước")
    assert f"1. ngay · {HOA_SEN}: Xác định" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "💾 Lưu bản 2")

    await story.say(COORDINATOR, "/menu")
    await story.press(COORDINATOR, "SC-2026-0001")
    await story.press(COORDINATOR, "⋯ Việc khác")
    await story.press(COORDINATOR, "🧭 Kịch bản")
    await story.press(COORDINATOR, "1")
    assert f"1. ngay · {HOA_SEN}: Xác định" in story.text(COORDINATOR)
    # The office takes it, and gives it back.
    await story.press(COORDINATOR, "1")
    await story.press(COORDINATOR, "👥 Cơ quan điều phối làm")
    assert "1. ngay · Cơ quan điều phối: Xác định" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "1")
    await story.press(COORDINATOR, HOA_SEN)
    story.look_away()
    await story.press(COORDINATOR, "▶️ Bắt đầu")
    await story.pass_time(seconds=20)
    assert [text[:14] for text in story.arrived(CHI) if "NV-" in text] == ["🆕 NV-2026-0001"]
