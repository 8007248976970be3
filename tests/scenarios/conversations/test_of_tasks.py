"""A question about a task says which one, to whoever reads it."""

from tests.scenarios.declaring import AN, small_network
from tests.scenarios.tasking import TELECOM, card, give_alone, given
from tests.story import COORDINATOR, Story, buttons_of, text_of

ASKED = "Cột nào hỏng vậy?"


async def reply(story: Story, text: str = ASKED) -> int:
    """Let An reply to the card of the task; returns the message."""
    story.look_away()
    message = await story.world.say(AN, text, reply_to=card(story, AN)["message_id"])
    await story.settle()
    return message


async def test_a_reply_to_a_task_names_the_task_to_the_coordinator_and_in_the_answer(story: Story) -> None:
    await given(story)

    await reply(story)

    assert story.text(AN) == (
        f"✔ Đã chuyển tới cơ quan điều phối (NV-2026-0001): “{ASKED}”\nCâu trả lời sẽ đến ngay tại đây."
    )
    shown = story.last_with(COORDINATOR, "✉️ Trả lời")
    head, about = text_of(shown).splitlines()[:2]
    assert head.startswith("❓ SC-2026-0001")
    assert about.startswith("📌 Về nhiệm vụ NV-2026-0001: ")
    await story.press(COORDINATOR, "✉️ Trả lời", message=shown)
    await story.say(COORDINATOR, "Cột 14")
    assert text_of(story.last(AN)).startswith("✉️ Trả lời của cơ quan điều phối · NV-2026-0001")
    await story.pass_time(seconds=20)
    opener = story.last_with(COORDINATOR, "📌 Xem nhiệm vụ")
    await story.press(COORDINATOR, "📌 Xem nhiệm vụ", message=opener)
    opened = next(one for one in story.chat(COORDINATOR) if one["message_id"] == opener["message_id"])
    assert text_of(opened).startswith("🆕 NV-2026-0001")


async def test_a_reply_to_a_task_of_no_incident_goes_at_once_and_what_follows_stays_with_the_task(
    story: Story,
) -> None:
    await small_network(story)
    await give_alone(story, TELECOM, TELECOM)

    message = await reply(story)
    await story.world.say(AN, "Và mấy người?", reply_to=message)
    await story.settle()
    await story.pass_time(seconds=20)

    assert [text.count("📌 Về nhiệm vụ NV-2026-0001") for text in story.arrived(COORDINATOR)] == [1, 1]
    await story.say(COORDINATOR, "/hoidap")
    assert story.text(COORDINATOR).count("NV-2026-0001") == 2


async def test_words_that_came_too_late_for_a_step_name_their_task(story: Story) -> None:
    await given(story)
    await story.press(AN, "✍️ Đã nhận việc")
    await story.press(AN, "✔ Hoàn thành")
    await story.say(AN, "Đã nối xong tuyến 1")
    await story.press(COORDINATOR, "🚫 Hủy nhiệm vụ")
    await story.press(COORDINATOR, "🚫 Hủy, không nêu lý do")
    await story.pass_time(seconds=5)

    await story.say(AN, "Đã nối xong tuyến 2")

    shown = [text for text in map(text_of, story.chat(COORDINATOR)) if "Đã nối xong tuyến 1" in text]
    assert [text.splitlines()[1].startswith("📌 Về nhiệm vụ NV-2026-0001: ") for text in shown] == [True]


async def test_no_answer_to_the_alert_is_offered_for_words_about_a_task(story: Story) -> None:
    await given(story)

    await reply(story, "30 phút nữa có mặt")

    assert buttons_of(story.last(AN)) == ["↩ Rút lại"]
