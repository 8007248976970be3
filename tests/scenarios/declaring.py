"""A small network, and an incident that is declared to it."""

from models.members import Sector
from tests.enrolment import enrol
from tests.scenes import scene
from tests.story import COORDINATOR, Story, buttons_of

AN, BINH, CHI = 201, 202, 203
WHOLE = "🗺 Toàn thành phố"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fcffff3f030005fe02fe"
    "dccc59e70000000049454e44ae426082"
)


@scene
async def small_network(story: Story) -> None:
    """Let three businesses into the network: two of telecom, one of IT; An and Bình speak for the same one."""
    await enrol(story, AN, "Nguyễn Văn An", "Viễn thông Sông Hồng", sectors=(Sector.TELECOM,))
    await enrol(story, BINH, "Lê Thị Bình", "Viễn thông Sông Hồng", sectors=(Sector.TELECOM,))
    await enrol(story, CHI, "Phạm Quế Chi", "Công nghệ Hoa Sen", sectors=(Sector.IT,))
    await story.say(COORDINATOR, "/start")
    story.look_away()


async def declare(story: Story, line: str = "Mất kết nối cáp quang tại Hoàn Kiếm") -> None:
    """Declare to the whole province in one line and three taps; a place that the line may name is not meant."""
    await begin(story, line)
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "📨 Gửi tới")
    again = "🚨 Gửi thêm" in buttons_of(story.last(COORDINATOR))
    await story.press(COORDINATOR, "🚨 Gửi thêm" if again else "🚨 Xác nhận gửi")


async def begin(story: Story, line: str) -> None:
    """Write a line; where it is asked which place is meant, choose the whole province."""
    await story.say(COORDINATOR, f"/suco {line}")
    if WHOLE in buttons_of(story.last(COORDINATOR)):
        await story.press(COORDINATOR, WHOLE)


@scene
async def declared(story: Story, line: str = "Mất kết nối cáp quang tại Hoàn Kiếm") -> None:
    """Let a small network be, and declare an incident to it."""
    await small_network(story)
    await declare(story, line)
