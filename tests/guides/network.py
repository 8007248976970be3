"""The small network of the guides: five businesses, and a second coordinator."""

from models.members import Sector
from tests.enrolment import appoint, enrol
from tests.story import COORDINATOR, SECOND_COORDINATOR, Story

AN, CHI, DUNG, GIANG = 201, 203, 204, 205
KHOA = SECOND_COORDINATOR


async def network(story: Story) -> None:
    """Let the businesses and a colleague of the coordinator in."""
    await enrol(story, AN, "Nguyễn Văn An", "Viễn thông Sông Hồng", sectors=(Sector.TELECOM,))
    await enrol(story, CHI, "Phạm Quế Chi", "Công nghệ Hoa Sen", sectors=(Sector.IT,))
    await enrol(story, DUNG, "Trần Việt Dũng", "Viễn thông Tây Hồ", sectors=(Sector.TELECOM,))
    await enrol(story, GIANG, "Lê Hương Giang", "Bưu chính Ba Vì", sectors=(Sector.POSTAL,))
    await appoint(story, KHOA, "Vũ Văn Khoa")
    await story.say(COORDINATOR, "/start")
    story.look_away()
