"""The guide of members, as it is played: from a first sign to what follows the end."""

from tests.guides.album import Album
from tests.guides.network import AN, CHI, network
from tests.scenarios.advisories.test_advisories import send as send_advisory
from tests.scenarios.advisories.test_advisories import write as write_advisory
from tests.scenarios.drills.drilling import plan, write_script
from tests.scenarios.honours.test_honours import confirm
from tests.scenarios.lessons.test_lessons import send as send_lesson
from tests.scenarios.lessons.test_lessons import write as write_lesson
from tests.story import COORDINATOR

SEEN = "Máy chủ thư tự mã hóa tệp, hiện dòng chữ đòi tiền"


async def play(album: Album) -> None:
    """Play what a member business meets in one operation, and after it."""
    story = album.story
    await network(story)
    await story.say(AN, "/menu")
    await album.take(AN, "menu")

    await story.press(AN, "🚩 Báo cáo")
    await album.take(AN, "bao-cao")
    for button in ("Mã độc, mã hóa", "🕐 1 giờ trước", "🏢 Của đơn vị tôi", "❗ Cần hỗ trợ"):
        await story.press(AN, button)
    await album.take(AN, "bao-cao-noi-dung")
    await story.say(AN, SEEN)
    await album.take(AN, "bao-cao-cam-on")

    await story.say(COORDINATOR, "/suco Đứt cáp quang trục chính")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")
    await story.pass_time(seconds=15)
    await album.take(AN, "canh-bao")
    await story.press(AN, "🕐 30 phút")
    await album.take(AN, "da-tra-loi")
    await story.pass_time(minutes=25)
    await story.press(AN, "🦺 Đã có mặt")
    await album.take(AN, "co-mat")
    await story.press(COORDINATOR, "📌 Giao nhiệm vụ")
    await story.say(COORDINATOR, "Sông Hồng")
    await story.press(COORDINATOR, "1")
    await story.say(COORDINATOR, "Hàn nối cáp tại tủ số 12 trước 11:00")
    await story.press(COORDINATOR, "📨 Giao cho")
    await story.pass_time(seconds=5)
    await album.take(AN, "nhiem-vu")
    await story.press(COORDINATOR, "✉️ Nhắn tin…", message=story.last_with(COORDINATOR, "⋯ Việc khác"))
    await story.press(COORDINATOR, "📣 Báo tin cho tất cả")
    await story.say(COORDINATOR, "Đã tìm được điểm đứt, đang hàn nối.")
    await story.press(COORDINATOR, "☐ Xác nhận")
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.pass_time(seconds=5)
    await album.take(AN, "cap-nhat")
    await story.press(AN, "✔ Đã nắm thông tin")
    await _end(album)
    await _look_back(album)
    await _be_warned(album)
    await _practise(album)


async def _end(album: Album) -> None:
    """Let the incident end."""
    story = album.story
    await story.say(COORDINATOR, "/tinhhinh")
    await story.press(COORDINATOR, "SC-2026-0001")
    await story.press(COORDINATOR, "🟢 Kết thúc…")
    await story.say(COORDINATOR, "Đã nối lại tuyến cáp, mạng hoạt động bình thường.")
    await story.press(COORDINATOR, "🟢 Kết thúc và gửi")
    await story.pass_time(seconds=15)
    await album.take(AN, "ket-thuc")


async def _look_back(album: Album) -> None:
    """Be asked three things in the morning, share a lesson and be thanked for it, and read that of another."""
    story = album.story
    await story.pass_time(hours=24)
    await album.take(AN, "danh-gia")
    await story.press(AN, "☐ Hữu ích")
    await write_lesson(story, AN)
    await album.take(AN, "bai-hoc-da-gui")
    await send_lesson(story)
    await confirm(story)
    await album.take(AN, "cam-on")
    await write_lesson(story, CHI, happened="Máy chủ thư cũ gửi thư giả mạo.", signs="thu-gia.example.com")
    await send_lesson(story)
    await album.take(AN, "bai-hoc")


async def _be_warned(album: Album) -> None:
    """Be warned of something that is no incident yet, and see what is ahead on one's phone."""
    story = album.story
    await write_advisory(story)
    await send_advisory(story)
    await album.take(AN, "canh-bao-som")
    await story.say(AN, "/lich")
    await story.press(AN, "➕ Tạo liên kết lịch")
    await album.take(AN, "lich", secret="code")


async def _practise(album: Album) -> None:
    """Let a contact test come, and a drill."""
    story = album.story
    await story.say(COORDINATOR, "/lienlac")
    await story.press(COORDINATOR, "📶 Gửi toàn mạng lưới")
    await story.pass_time(seconds=5)
    await album.take(AN, "kiem-tra-lien-lac")
    await write_script(story)
    await plan(story, everybody="toàn mạng lưới (4 đơn vị)")
    await story.pass_time(minutes=61)
    await album.take(AN, "dien-tap")
