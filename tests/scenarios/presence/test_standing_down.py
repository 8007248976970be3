"""After the end coordinators are told once who has not stood down; they ask, and the list is true as people confirm."""

from tests.scenarios.declaring import AN, BINH, CHI, declared
from tests.story import COORDINATOR, Story, buttons_of


async def test_who_has_not_stood_down_is_listed_asked_and_crossed_off(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    # Whoever is on site takes part, though a colleague wants to know more.
    await story.press(AN, "🦺 Đã có mặt")
    await story.press(BINH, "❓ Cần thêm tin")
    # Whoever has gone before the end has nothing to confirm.
    await story.press(CHI, "✅ Sẵn sàng")
    await story.press(CHI, "🦺 Đã có mặt")
    await story.press(CHI, "👋 Đã rút")
    await story.press(COORDINATOR, "🟢 Kết thúc")
    await story.say(COORDINATOR, "Đã nối lại tuyến cáp.")
    await story.press(COORDINATOR, "🟢 Kết thúc và gửi")
    assert "✔ Đã rút lực lượng" in buttons_of(story.last(BINH))
    assert "✔ Đã rút lực lượng" not in buttons_of(story.last(CHI))
    assert "Đã rút lực lượng: 1 / 2 đơn vị" in story.text(COORDINATOR)
    story.look_away()

    await story.pass_time(minutes=61)

    (listed,) = story.arrived(COORDINATOR)
    assert listed.startswith("👋 SC-2026-0001 · 1 đơn vị chưa xác nhận đã rút")
    assert "1. Viễn thông Sông Hồng" in listed
    await story.press(COORDINATOR, "🔔 Nhắc 1 đơn vị xác nhận")
    assert ["🔔 Đề nghị Quý đơn vị xác nhận đã rút lực lượng" in text for text in story.arrived(BINH)] == [True]
    assert story.arrived(CHI) == []
    await story.press(AN, "✔ Đã rút lực lượng")
    await story.pass_time(seconds=4)

    assert "✔ Việc rút lực lượng đã được ghi nhận." in story.text(BINH)
    assert story.text(COORDINATOR) == "✔ SC-2026-0001 · Các đơn vị tham gia đều đã xác nhận rút lực lượng."
    assert buttons_of(story.last(COORDINATOR)) == ["◀ Bảng tổng hợp"]
    await story.pass_time(hours=3)
    assert story.arrived(BINH) == story.arrived(COORDINATOR) == []
