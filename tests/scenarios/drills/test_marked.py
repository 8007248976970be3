"""Every message about a drill says so in its first line, whatever is said of it and by which wing."""

from tests.scenarios.declaring import AN, BINH, CHI, declare, small_network
from tests.scenarios.tasking import give
from tests.story import COORDINATOR, Json, Story, text_of

ABOUT = ("DT-2026-", "NV-2026-")


def unmarked(story: Story, *people: int) -> list[str]:
    """List the messages about a drill or its task whose first line does not say so."""
    messages: list[Json] = [one for person in people for one in story.chat(person)]
    texts = [text_of(one) for one in messages]
    return [text for text in texts if any(sign in text for sign in ABOUT) and "DIỄN TẬP" not in text.split("\n")[0]]


async def test_every_message_of_a_quick_drill_says_so_in_its_first_line(story: Story) -> None:
    await small_network(story)
    await declare(story, "Diễn tập: mất kết nối cáp quang")
    await story.press(AN, "✅ Sẵn sàng")
    await story.press(CHI, "❓ Cần thêm tin")
    await story.say(BINH, "Đội chúng tôi tập trung ở đâu?")
    await story.pass_time(minutes=1)
    await give(story)
    await story.pass_time(minutes=16)
    await story.pass_time(minutes=31)
    await story.press(AN, "✍️ Đã nhận việc")
    await story.pass_time(hours=3)

    assert unmarked(story, AN, BINH, CHI, COORDINATOR) == []
