"""A system that an incident touches: what is proposed, who reads its name, and the notice that is due by law."""

from tests.scenarios.declaring import declare
from tests.scenarios.systems.test_register import HOA, MAI, adding
from tests.story import COORDINATOR, Story, buttons_of


async def test_a_system_is_named_on_a_running_incident_and_what_is_proposed_is_taken(story: Story) -> None:
    await adding(story)
    for button in ("🖥 Xem hệ thống", "✏ Sửa", "Bảo vệ", "Bảo vệ bằng mọi giá", "💾 Lưu"):
        await story.press(COORDINATOR, button)
    await declare(story, "Trang web không vào được")
    story.look_away()

    await story.press(COORDINATOR, "⋯ Việc khác")
    await story.press(COORDINATOR, "🖥 Ghi hệ thống")
    await story.press(COORDINATOR, "➕ Ghi hệ thống")
    await story.say(COORDINATOR, "camera giao thông")
    assert "Không có hệ thống nào khớp" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "dich vu")
    await story.press(COORDINATOR, "Cổng Dịch vụ công")

    page = story.text(COORDINATOR)
    assert "Đề xuất mức Đặc biệt nghiêm trọng, vì Cổng Dịch vụ công: Cấp độ 4, Bảo vệ bằng mọi giá." in page
    assert "Việc phải báo theo quy định: 2" in page
    assert "🚨 Gọi thêm 1 đơn vị" not in buttons_of(story.last(COORDINATOR)), "it was alerted with all"
    await story.press(COORDINATOR, "🎚 Nâng mức: Đặc biệt nghiêm trọng")

    assert "🖥 Hệ thống: Cổng Dịch vụ công" in story.text(HOA)
    assert "Đặc biệt nghiêm trọng" in story.text(HOA)
    assert "Đặc biệt nghiêm trọng" in story.text(MAI)
    assert "Cổng Dịch vụ công" not in story.text(MAI)

    await story.press(COORDINATOR, "◀ Bảng tổng hợp")
    assert "🖥 Cổng Dịch vụ công" in story.text(COORDINATOR)


async def test_coordinators_are_reminded_of_a_notice_that_is_due_and_mark_it_as_told(story: Story) -> None:
    await adding(story)
    await declare(story, "Trang web không vào được")
    for button in ("⋯ Việc khác", "🖥 Ghi hệ thống", "➕ Ghi hệ thống", "Cổng Dịch vụ công", "⚖ Việc phải báo (2)", "1"):
        await story.press(COORDINATOR, button)
    assert "Báo cho: chủ quản hệ thống, Công an thành phố" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "⏰ Đổi hạn")
    await story.say(COORDINATOR, "sau 2 giờ")
    assert "Hạn do điều phối viên đặt lại" in story.text(COORDINATOR)
    story.look_away()

    await story.pass_time(minutes=59)
    assert not [text for text in story.arrived(COORDINATOR) if "Đến hạn" in text]
    await story.pass_time(minutes=2)
    (reminder,) = [text for text in story.arrived(COORDINATOR) if "Đến hạn: Thông báo ban đầu" in text]
    await story.press(COORDINATOR, "✔ Đã báo", message=story.last_with(COORDINATOR, "✔ Đã báo"))

    assert reminder.startswith("⏰ SC-2026-0001")
    assert "✔ đã báo lúc" in story.text(COORDINATOR)
