"""A system that an incident touches: what is proposed, who reads its name, and the notice that is due by law."""

from models.members import Sector
from tests.enrolment import enrol
from tests.scenarios.declaring import declare
from tests.scenarios.systems.test_register import HOA, MAI, TELECOM, adding
from tests.story import COORDINATOR, Story, buttons_of

CHI = 504


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
    assert "⚖ Việc phải báo theo quy định: 2, hạn gần nhất" in story.text(COORDINATOR)
    assert "⚖ Việc phải báo (2)" in buttons_of(story.last(COORDINATOR))


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


async def test_a_line_that_names_a_system_proposes_severity_and_whom_to_call_first_and_each_can_be_dropped(
    story: Story,
) -> None:
    await adding(story)
    await enrol(story, CHI, "Phạm Quế Chi", "Công nghệ Hoa Sen", sectors=(Sector.IT,))
    await story.say(COORDINATOR, "/suco Cong dich vu cong bi loi, mức độ thấp, cần 2 đội hàn cáp ở phường Ba Đình")
    preview = story.text(COORDINATOR)
    assert "Đề xuất mức Nghiêm trọng, vì Cổng Dịch vụ công: Cấp độ 4." in preview
    assert f"Gọi trước: {TELECOM}, vì là đơn vị cung cấp" in preview
    assert "có 2 việc phải báo theo quy định" in preview
    assert "Gửi tới 1 đơn vị (1 người)?" in preview

    await story.press(COORDINATOR, "➖ Hệ thống")
    assert "Gọi trước" not in story.text(COORDINATOR)
    assert "Gửi tới" not in story.text(COORDINATOR), "nobody in that place can do it"


async def test_what_is_declared_with_a_system_reaches_its_provider_and_has_its_notices(story: Story) -> None:
    await adding(story)
    await story.say(COORDINATOR, "/suco Cổng dịch vụ công bị lỗi")
    assert "Đề xuất mức Nghiêm trọng" in story.text(COORDINATOR)
    story.look_away()
    for button in ("3️⃣ Nghiêm trọng", "📨 Gửi tới", "🚨 Xác nhận gửi"):
        await story.press(COORDINATOR, button)

    (card,) = story.arrived(HOA)
    assert "🖥 Hệ thống: Cổng Dịch vụ công" in card
    (other,) = story.arrived(MAI)
    assert "🖥" not in other
    assert "🖥 Cổng Dịch vụ công" in story.text(COORDINATOR)


async def test_a_system_is_named_by_hand_in_the_preview_and_taken_back_and_what_it_proposes_follows(
    story: Story,
) -> None:
    await story.say(COORDINATOR, "/suco Trang web không vào được, mức độ thấp")
    assert "🖥 Hệ thống" not in buttons_of(story.last(COORDINATOR)), "the register holds none"
    await adding(story)
    await story.say(COORDINATOR, "/suco Trang web không vào được, mức độ thấp")
    await story.press(COORDINATOR, "🖥 Hệ thống")
    await story.say(COORDINATOR, "camera giao thông")
    assert "Không có hệ thống nào khớp “camera giao thông”" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "dich vu cong")
    await story.press(COORDINATOR, "Cổng Dịch vụ công")
    await story.press(COORDINATOR, "✔ Xong")

    preview = story.text(COORDINATOR)
    assert "🖥 Hệ thống bị ảnh hưởng: Cổng Dịch vụ công" in preview
    assert "🖥 Hệ thống: Cổng Dịch vụ công" in preview, "as on the card"
    assert "Đề xuất mức Nghiêm trọng, vì Cổng Dịch vụ công: Cấp độ 4." in preview
    assert f"Gọi trước: {TELECOM}, vì là đơn vị cung cấp" in preview
    assert "đọc từ dòng đã gõ" not in preview.partition("Gọi trước")[2]
    assert "có 2 việc phải báo theo quy định" in preview

    for button in ("✏️ Sửa", "🖥 Hệ thống"):
        await story.press(COORDINATOR, button)
    assert "☑ Cổng Dịch vụ công" in buttons_of(story.last(COORDINATOR))
    await story.press(COORDINATOR, "☑ Cổng Dịch vụ công")
    await story.press(COORDINATOR, "✔ Xong")
    assert "Hệ thống: Không đặt" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "▶️ Xem trước")
    assert "Đề xuất mức" not in story.text(COORDINATOR)
    assert "➖ Gọi trước" not in "".join(buttons_of(story.last(COORDINATOR)))

    await story.press(COORDINATOR, "🖥 Hệ thống")
    await story.press(COORDINATOR, "Cổng Dịch vụ công")
    await story.press(COORDINATOR, "✔ Xong")
    await story.press(COORDINATOR, "🎚 Nâng mức: Nghiêm trọng")
    story.look_away()
    for button in ("📨 Gửi tới", "🚨 Xác nhận gửi"):
        await story.press(COORDINATOR, button)

    (card,) = story.arrived(HOA)
    assert "🖥 Hệ thống: Cổng Dịch vụ công" in card
    (other,) = story.arrived(MAI)
    assert "Cổng Dịch vụ công" not in other
    assert "🖥 Cổng Dịch vụ công" in story.text(COORDINATOR)
