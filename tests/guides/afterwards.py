"""What coordinators do after the night, as it is played: papers, a look back, lessons, thanks, figures, warnings."""

from tests.guides.album import Album
from tests.guides.network import AN, CHI, DUNG, GIANG, KHOA
from tests.neighbour import added, neighbour
from tests.scenarios.advisories.test_advisories import send as send_advisory
from tests.scenarios.advisories.test_advisories import write as write_advisory
from tests.scenarios.lessons.test_lessons import write as write_lesson
from tests.scenarios.peers.test_passing_on import pull
from tests.story import COORDINATOR

CODE = "SC-2026-0001"


async def play(album: Album) -> None:
    """Play what follows an operation, and what comes from outside without one."""
    await write_papers(album)
    await look_back(album)
    await share_a_lesson(album)
    await thank(album)
    await count(album)
    await warn(album)
    await hear_a_neighbour(album)
    await subscribe(album)


async def write_papers(album: Album) -> None:
    """Look which papers are due, and what the first report still lacks."""
    story = album.story
    await story.say(COORDINATOR, "/tinhhinh")
    await story.press(COORDINATOR, CODE)
    await story.press(COORDINATOR, "⋯ Việc khác")
    await story.press(COORDINATOR, "📄 Văn bản")
    await album.take(COORDINATOR, "van-ban")
    await story.press(COORDINATOR, "Báo cáo ban đầu (Mẫu 03)")
    await album.take(COORDINATOR, "mau-03")


async def look_back(album: Album) -> None:
    """Write the review in the morning: what went well, once those who came have said what they think."""
    story = album.story
    await story.pass_time(hours=24)
    for person in (AN, CHI):
        await story.press(person, "☐ Hữu ích")
    await story.say(KHOA, f"/danhgia {CODE}")
    await story.pass_time(seconds=10)
    await story.press(KHOA, "✏️ Điều làm tốt")
    await story.say(KHOA, "Viễn thông Sông Hồng báo sớm và có mặt sau 25 phút")
    await story.pass_time(seconds=10)
    await album.take(KHOA, "danh-gia")


async def share_a_lesson(album: Album) -> None:
    """Send what a member wrote, and look who has applied it."""
    story = album.story
    await write_lesson(story, CHI)
    await story.press(COORDINATOR, "Xem bài học")
    await story.press(COORDINATOR, "▶ Xem trước khi gửi")
    await story.press(COORDINATOR, "📨 Tất cả")
    await story.pass_time(minutes=1)
    await story.press(AN, "Đã áp dụng")
    await story.press(DUNG, "Không liên quan")
    await story.pass_time(minutes=1)
    await album.take(COORDINATOR, "bai-hoc")


async def thank(album: Album) -> None:
    """Look at what is proposed from the records, and thank for it."""
    story = album.story
    await story.say(COORDINATOR, "/tuyenduong")
    await album.take(COORDINATOR, "tuyen-duong")
    await story.press(COORDINATOR, "1")
    await album.take(COORDINATOR, "ghi-nhan")
    await story.press(COORDINATOR, "✔ Xác nhận, cảm ơn đơn vị")


async def count(album: Album) -> None:
    """Look at the figures of the month, and at their charts."""
    story = album.story
    await story.say(COORDINATOR, "/baocao_ky")
    await album.take(COORDINATOR, "so-lieu")
    await story.press(COORDINATOR, "Biểu đồ")
    await story.pass_time(minutes=1)
    await album.take(COORDINATOR, "bieu-do")


async def warn(album: Album) -> None:
    """Warn without an incident, and look who has acknowledged it."""
    story = album.story
    await write_advisory(story)
    await send_advisory(story)
    await story.press(AN, "Đã nhận cảnh báo")
    await story.press(GIANG, "Đã thực hiện xong")
    await story.pass_time(minutes=1)
    await album.take(COORDINATOR, "canh-bao-som")


async def hear_a_neighbour(album: Album) -> None:
    """Read what a neighbouring province warns of, as it is proposed."""
    story = album.story
    async with neighbour() as one:
        await added(story.database, one.url, now=story.clock.now())
        one.say("PT-1", story.clock.now())
        await pull(story)
        await album.take(COORDINATOR, "tinh-ban")


async def subscribe(album: Album) -> None:
    """Open the page where one makes the link by which a phone reads what is ahead."""
    await album.story.say(COORDINATOR, "/lich")
    await album.take(COORDINATOR, "lich")
