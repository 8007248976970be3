"""A label in words is asked about before they go, wherever they are written: none is sent past what it says."""

from tests.scenarios.declaring import AN, CHI, declared
from tests.scenarios.tasking import IT, LINE, TELECOM
from tests.story import COORDINATOR, Story, buttons_of, text_of

RAISE, LEAVE = "🏷 Nâng nhãn sự cố thành TLP:RED", "➖ Bỏ nhãn khỏi nội dung"


def is_asked(story: Story, send: str) -> bool:
    """Tell whether the newest preview asks about the label and offers no way to send past it."""
    buttons = buttons_of(story.last(COORDINATOR))
    return {RAISE, LEAVE} <= set(buttons) and not any(send in one for one in buttons)


async def test_a_label_in_what_is_corrected_told_or_ordered_is_asked_about_before_it_goes(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    await story.press(COORDINATOR, "✉️ Nhắn tin…")
    await story.press(COORDINATOR, "📣 Báo tin cho tất cả")
    await story.say(COORDINATOR, "TLP:ĐỎ kẻ tấn công đã rõ")
    assert is_asked(story, "📨 Gửi tới")
    assert "Nội dung khi bỏ nhãn: kẻ tấn công đã rõ" in story.text(COORDINATOR)
    await story.press(COORDINATOR, LEAVE)
    assert "📨 Gửi tới" in "".join(buttons_of(story.last(COORDINATOR)))
    assert "TLP" not in story.text(COORDINATOR)
    await story.press(COORDINATOR, "✖ Hủy")

    await story.say(COORDINATOR, "/tinhhinh")
    await story.press(COORDINATOR, "SC-2026-0001")
    await story.press(COORDINATOR, "📌 Giao nhiệm vụ")
    await story.press(COORDINATOR, TELECOM)
    await story.say(COORDINATOR, f"TLP:RED {LINE}")
    assert is_asked(story, "📨 Giao cho")
    await story.press(COORDINATOR, LEAVE)
    await story.press(COORDINATOR, "📨 Giao cho")
    assert LINE in text_of(story.last(AN))
    assert "TLP" not in text_of(story.last(AN))

    await story.say(COORDINATOR, "/tinhhinh")
    await story.press(COORDINATOR, "SC-2026-0001")
    for button in ("⋯ Việc khác", "✏️ Sửa nội dung", "Tiêu đề"):
        await story.press(COORDINATOR, button)
    await story.say(COORDINATOR, "TLP:RED Lộ mật khẩu quản trị")
    await story.press(COORDINATOR, "▶️ Xem trước")
    assert is_asked(story, "✏️ Sửa thẻ của")
    assert "Lộ mật khẩu" not in text_of(story.last_with(AN, "ℹ️ Xem chi tiết"))
    await story.press(COORDINATOR, RAISE)
    await story.press(COORDINATOR, "✏️ Sửa thẻ của")
    card = text_of(story.last_with(AN, "ℹ️ Xem chi tiết"))
    assert card.startswith("🔴 SC-2026-0001 · TLP:RED · Lộ mật khẩu quản trị")


async def test_a_task_that_is_passed_on_is_asked_about_like_a_new_one(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    for button in ("📌 Giao nhiệm vụ", TELECOM):
        await story.press(COORDINATOR, button)
    await story.say(COORDINATOR, f"TLP:AMBER {LINE}")
    await story.press(COORDINATOR, "🏷 Nâng nhãn sự cố thành TLP:AMBER")
    await story.press(COORDINATOR, "📨 Giao cho")
    for button in ("⋯ Việc khác", "TLP:AMBER", "TLP:GREEN", "🏷 Đổi sang TLP:GREEN"):
        await story.press(COORDINATOR, button)
    await story.press(COORDINATOR, "🔁 Giao đơn vị khác")
    await story.say(COORDINATOR, IT)
    await story.press(COORDINATOR, IT)

    asked = buttons_of(story.last(COORDINATOR))
    assert {"🏷 Nâng nhãn sự cố thành TLP:AMBER", LEAVE} <= set(asked)
    assert not any("📨 Giao cho" in one for one in asked)
    await story.press(COORDINATOR, LEAVE)
    await story.press(COORDINATOR, "📨 Giao cho")

    assert LINE in text_of(story.last(CHI))
    assert "TLP" not in text_of(story.last(CHI)).replace("TLP:GREEN", "")


async def test_a_reply_and_an_all_clear_that_name_a_label_are_asked_about_too(story: Story) -> None:
    await declared(story)
    await story.press(AN, "❓ Cần thêm tin")
    await story.press(COORDINATOR, "✉️ Nhắn tin…")
    await story.press(COORDINATOR, "✉️ Nhắn 1 đơn vị cần thông tin")
    await story.say(COORDINATOR, "TLP:RED Mật khẩu là Zulu")
    assert {RAISE, LEAVE} <= set(buttons_of(story.last(COORDINATOR)))
    assert not any("📨" in one for one in buttons_of(story.last(COORDINATOR)))
    await story.press(COORDINATOR, LEAVE)
    await story.press(COORDINATOR, "📨")
    assert "Mật khẩu là Zulu" in text_of(story.last(AN))
    assert "TLP" not in text_of(story.last(AN))

    await story.say(COORDINATOR, "/tinhhinh")
    await story.press(COORDINATOR, "SC-2026-0001")
    for button in ("🟢 Kết thúc…",):
        await story.press(COORDINATOR, button)
    await story.say(COORDINATOR, "TLP:RED Đã thu hồi khóa")
    await story.press(COORDINATOR, RAISE)
    assert "Đã thu hồi khóa" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "🟢 Kết thúc và gửi tới")
    await story.pass_time(seconds=5)
    assert "TLP:RED" in text_of(story.last(AN)).partition("\n")[0]


async def test_an_answer_to_a_question_that_names_a_label_is_asked_about_too(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    await story.say(AN, "Xin hỏi mật khẩu máy chủ ở đâu ạ?")
    await story.pass_time(seconds=30)
    await story.press(COORDINATOR, "✉️ Trả lời")
    await story.say(COORDINATOR, "TLP:RED Mật khẩu là Zulu")
    assert {RAISE, LEAVE} <= set(buttons_of(story.last(COORDINATOR)))
    assert not any("Zulu" in text_of(one) for one in story.chat(AN))
    await story.press(COORDINATOR, RAISE)
    await story.press(COORDINATOR, "📨 Gửi")

    (answer,) = [one for one in story.chat(AN) if "Zulu" in text_of(one)]
    assert answer["has_protected_content"]
    assert "TLP:RED" in text_of(answer).partition("\n")[0]
