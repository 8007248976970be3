"""Templates of alerts are changed in chat: a new version is what the next declaration begins with."""

from tests.scenarios.declaring import AN, small_network
from tests.story import COORDINATOR, Story, buttons_of


async def test_a_template_is_changed_and_the_next_declaration_says_the_new_words(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/mau")
    assert "2. ⚡ Mất điện · Mất điện diện rộng" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "2")
    await story.press(COORDINATOR, "✏️ Sửa")
    await story.press(COORDINATOR, "Tiêu đề")
    await story.say(COORDINATOR, "Mất điện toàn khu công nghiệp")
    await story.press(COORDINATOR, "Mức độ")
    await story.press(COORDINATOR, "4️⃣ Đặc biệt nghiêm trọng")
    await story.press(COORDINATOR, "💾 Lưu mẫu")
    assert story.text(COORDINATOR).startswith("📝 Mẫu cảnh báo · phiên bản 2\nNút: ⚡ Mất điện\n")

    await story.say(COORDINATOR, "/suco")
    await story.press(COORDINATOR, "⚡ Mất điện")
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")
    assert "Mất điện toàn khu công nghiệp" in story.text(AN)
    assert "Đặc biệt nghiêm trọng" in story.text(AN)


async def test_a_template_of_ones_own_is_offered_and_one_out_of_use_is_not(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/mau")
    await story.press(COORDINATOR, "➕ Mẫu mới")
    for words in ("Sạt lở đất, đứt đường", "Đề nghị Quý đơn vị cử đội.", "⛰ Sạt lở"):
        await story.say(COORDINATOR, words)
    await story.press(COORDINATOR, "Dạng sự cố")
    assert "3. Thiên tai" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "3")
    await story.press(COORDINATOR, "💾 Lưu mẫu")
    await story.press(COORDINATOR, "◀ Các mẫu")
    assert "7. ⛰ Sạt lở · Sạt lở đất, đứt đường (phiên bản 1)" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "7")
    await story.press(COORDINATOR, "⬆ Lên")
    assert "6. ⛰ Sạt lở" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "5")
    await story.press(COORDINATOR, "🚫 Ngừng dùng")
    await story.press(COORDINATOR, "🚫 Ngừng dùng mẫu này")

    await story.say(COORDINATOR, "/suco")
    offered = buttons_of(story.last(COORDINATOR))
    assert "⛰ Sạt lở" in offered
    assert "🌊 Bão, lũ" not in offered
