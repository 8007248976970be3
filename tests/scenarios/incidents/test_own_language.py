"""What the product wrote is read by each in their own language; what a person typed is read as it was typed."""

from tests.scenarios.declaring import AN, CHI, declared, small_network
from tests.story import COORDINATOR, Story, data_behind, text_of


async def read_english(story: Story, person: int) -> None:
    """Let a person read English from now on."""
    await story.say(person, "/language")
    await story.press(person, "English")
    story.look_away()


async def test_an_alert_from_a_template_its_task_and_its_end_are_read_in_ones_own_language(story: Story) -> None:
    await small_network(story)
    await read_english(story, AN)
    await story.say(COORDINATOR, "/suco")
    await story.press(COORDINATOR, "🔌 Đứt cáp quang")
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")
    assert "SC-2026-0001 · Fibre cut, connections lost over a wide area" in story.text(AN)
    assert "Please send a response team" in story.text(AN)

    await story.press(AN, "✅ Ready")
    tally = story.last_with(COORDINATOR, "🟢 Kết thúc…")
    for button in ("⋯ Việc khác", "🧭 Kịch bản", "1", "▶️ Bắt đầu"):
        await story.press(COORDINATOR, button)
    await story.pass_time(seconds=20)
    assert "Locate the cut: OTDR from both ends" in story.text(AN)
    assert "Xác định" not in story.text(AN)
    await story.say(AN, "/tasks")
    assert "Locate the cut" in story.text(AN)

    await story.forge(COORDINATOR, tally, data_behind(tally, "🟢 Kết thúc…"))
    await story.press(COORDINATOR, "✨ Dùng tóm tắt gợi ý")
    assert "1/1 đơn vị đã trả lời" in story.text(COORDINATOR)
    story.look_away()
    await story.press(COORDINATOR, "🟢 Kết thúc và gửi tới")
    (said,) = [words for words in story.arrived(AN) if "All clear" in words]
    assert "1 of 1 business had answered: 1 ready, 0 with remote support." in said
    card = next(one for one in story.chat(AN) if "Fibre cut" in text_of(one) and "Ended" in text_of(one))
    assert "1 of 1 business had answered" in text_of(card)


async def test_what_was_typed_is_read_as_it_was_typed(story: Story) -> None:
    await declared(story, "Mất điện diện rộng tại Hoàn Kiếm")
    await read_english(story, CHI)
    await story.press(COORDINATOR, "🟢 Kết thúc")
    await story.say(COORDINATOR, "Đã có điện trở lại.")
    await story.press(COORDINATOR, "🟢 Kết thúc và gửi tới 3 người")
    assert "Mất điện diện rộng tại Hoàn Kiếm" in story.text(CHI)
    assert "Đã có điện trở lại." in story.text(CHI)
