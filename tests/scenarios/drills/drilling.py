"""Writing the script of a drill, and planning it, as coordinators do it in chat."""

from tests.scenarios.files import send_photo
from tests.story import COORDINATOR, Story


async def write_script(story: Story) -> None:
    """Write a script of two injects in chat, the second for telecom, with a photo, and save it."""
    await story.say(COORDINATOR, "/dientap")
    await story.press(COORDINATOR, "🎬 Kịch bản")
    await story.press(COORDINATOR, "✏ Soạn kịch bản mới")
    await story.say(COORDINATOR, "Mất điện mùa bão")
    await write_inject(story, "Bão làm mất điện diện rộng.", "Báo số trạm mất điện", "0", "10", "mọi đơn vị")
    await story.press(COORDINATOR, "➕ Thêm tình huống")
    await send_photo(story, COORDINATOR)
    await write_inject(story, "Ba trạm hết ắc quy.", "Chuyển máy phát", "15", "20", "ngành viễn thông")
    await story.press(COORDINATOR, "💾 Lưu kịch bản")


async def write_inject(story: Story, text: str, expected: str, minutes: str, within: str, role: str) -> None:
    for said in (text, expected):
        await story.say(COORDINATOR, said)
    for button in (minutes, within, role):
        await story.press(COORDINATOR, button)


async def plan(
    story: Story,
    *,
    told: str = "📣 Có báo trước",
    yearly: str = "Chỉ một lần",
    everybody: str = "toàn mạng lưới (2 đơn vị)",
) -> None:
    """Plan it for the whole network, in an hour."""
    await story.say(COORDINATOR, "/dientap")
    await story.press(COORDINATOR, "➕ Lên kế hoạch diễn tập")
    await story.press(COORDINATOR, "Mất điện mùa bão")
    await story.say(COORDINATOR, "1 giờ nữa")
    for button in (everybody, told, yearly, "✔ Lên kế hoạch"):
        await story.press(COORDINATOR, button)
