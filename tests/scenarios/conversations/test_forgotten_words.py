"""Words that were taken back or erased stand on nobody's screen any more, as far as that is in our hands."""

import pytest

from tests.enrolment import appoint
from tests.scenarios.declaring import AN, BINH, declared, small_network
from tests.story import COORDINATOR, Story, text_of

STRANGER, COLLEAGUE = 901, 301
WORDS = "Máy hàn của chúng tôi hỏng rồi"


def screens(story: Story, *people: int) -> str:
    """Give all that the bot has on some people's screens."""
    return "\n".join(text_of(message) for person in people for message in story.chat(person))


async def erase(story: Story) -> None:
    """Let An withdraw consent."""
    await story.say(AN, "/dulieu")
    await story.press(AN, "✋ Rút lại đồng ý")
    await story.press(AN, "✋ Rút lại đồng ý, xóa dữ liệu")
    await story.pass_time(seconds=5)


async def look_at_it_everywhere(story: Story) -> None:
    """Let coordinators and a colleague of the asker see the words in every way there is."""
    await story.press(COORDINATOR, "Giao cho đồng nghiệp")
    assert "Giao câu hỏi của Viễn thông Sông Hồng (SC-2026-0001) cho ai?" in screens(story, COORDINATOR)
    await story.press(COORDINATOR, "◀ Quay lại")
    await story.press(COORDINATOR, "✉️ Trả lời")
    assert story.text(COORDINATOR).startswith("Gõ câu trả lời cho Viễn thông Sông Hồng (SC-2026-0001).")
    await story.say(COORDINATOR, "/huy")
    for person in (COORDINATOR, BINH):
        await story.say(person, "/hoidap")
        assert WORDS in story.text(person)
    await story.say(COLLEAGUE, "/menu")
    await story.press(COLLEAGUE, "💬 Hỏi đáp")


@pytest.mark.parametrize("way", ["taken back", "erased"])
async def test_what_is_taken_back_or_erased_is_on_no_screen_of_others(story: Story, way: str) -> None:
    await declared(story)
    await appoint(story, COLLEAGUE, "Vũ Minh Khôi")
    await story.say(AN, WORDS)
    await look_at_it_everywhere(story)

    if way == "taken back":
        await story.press(AN, "↩ Rút lại")
        await story.pass_time(seconds=5)
    else:
        await erase(story)

    assert WORDS not in screens(story, COORDINATOR, COLLEAGUE, BINH)


async def test_what_was_opened_whole_and_what_is_quoted_in_a_conversation_is_erased_too(story: Story) -> None:
    await declared(story)
    await story.say(AN, WORDS)
    await story.press(COORDINATOR, "✉️ Trả lời")
    await story.say(COORDINATOR, "Đã rõ")
    await story.world.say(AN, "Xin máy khác", reply_to=story.last(AN)["message_id"])
    await story.settle()
    story.look_away()
    await story.press(COORDINATOR, "Xem toàn bộ")
    assert [WORDS in text for text in story.arrived(COORDINATOR)] == [True, False]

    await erase(story)

    assert WORDS not in screens(story, COORDINATOR)
    assert "Xin máy khác" not in screens(story, COORDINATOR)


async def test_what_a_stranger_wrote_is_gone_from_lists_after_a_month(story: Story) -> None:
    await small_network(story)
    story.person(STRANGER, "Đào Lạ")
    await story.say(STRANGER, WORDS)
    await story.press(STRANGER, "📨 Gửi")
    await story.say(COORDINATOR, "/hoidap")
    assert WORDS in story.text(COORDINATOR)

    await story.pass_time(days=31)
    await story.pass_time(seconds=5)

    assert WORDS not in screens(story, COORDINATOR)
