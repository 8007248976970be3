"""Reports in stories: four taps and a sentence."""

from tests.scenarios.declaring import AN, small_network
from tests.scenes import scene
from tests.story import COORDINATOR, Story

SEEN = "Máy chủ thư tự mã hóa tệp, hiện dòng chữ đòi tiền"


async def report(story: Story, person: int = AN, words: str = SEEN, *, confidential: bool = False) -> None:
    """Report that data are being encrypted, an hour ago, on one's own system, with help needed."""
    await story.say(person, "/menu")
    await story.press(person, "🚩 Báo cáo")
    await story.press(person, "Mã độc, mã hóa")
    await story.press(person, "🕐 1 giờ trước")
    await story.press(person, "🏢 Của đơn vị tôi")
    await story.press(person, "❗ Cần hỗ trợ")
    if confidential:
        await story.press(person, "☐ Chỉ điều phối viên được xem")
    await story.say(person, words)


@scene
async def reported(story: Story) -> None:
    """Let An report in a small network, and look away."""
    await small_network(story)
    await report(story)
    story.look_away()


async def tell(story: Story, coordinator: int, words: str) -> None:
    """Type what a reporter is to be told, look at it, and send it."""
    await story.say(coordinator, words)
    await story.press(coordinator, "📨 Gửi cho người báo")


def watched(story: Story, words: str = "🚩 BC-2026-0001", person: int = COORDINATOR) -> str:
    """Give the newest message of a person's chat that holds some words."""
    texts = [str(one.get("text") or "") for one in story.chat(person)]
    return next(text for text in reversed(texts) if words in text)
