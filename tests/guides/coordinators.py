"""The guide of coordinators, as it is played: what is prepared, one operation, its end, and what follows."""

from tests.guides import afterwards
from tests.guides.album import Album
from tests.guides.network import AN, CHI, KHOA, network
from tests.scenarios.drills.drilling import plan, write_script
from tests.scenarios.escalation.test_escalation import fill
from tests.story import COORDINATOR

SEEN = "Cáp trục bị máy xúc kéo đứt ở chân cầu, mất mạng cả khu"
OTHERS = "⋯ Việc khác"


async def play(album: Album) -> None:
    """Play what a coordinator prepares, one operation from its first sign to its end, and what follows."""
    await network(album.story)
    await prepare(album)
    await hear_of_a_sign(album)
    await declare(album)
    await lead(album)
    await tell(album)
    await hand_over(album)
    await end(album)
    await afterwards.play(album)
    await drill(album)


async def prepare(album: Album) -> None:
    """Look into what is prepared in quiet times."""
    story = album.story
    await story.say(COORDINATOR, "/menu")
    await album.take(COORDINATOR, "menu")
    await story.press(COORDINATOR, "🗂 Chuẩn bị")
    await album.take(COORDINATOR, "chuan-bi")
    await story.press(COORDINATOR, "📐 Chính sách")
    await story.press(COORDINATOR, "Nghiêm trọng")
    await album.take(COORDINATOR, "chinh-sach")
    await story.press(COORDINATOR, "🧮 Không trả lời")
    await album.take(COORDINATOR, "chinh-sach-thu")
    await _add_system(album)
    await _fill_posts(album)
    await story.say(COORDINATOR, "/lienlac")
    await story.press(COORDINATOR, "📶 Gửi toàn mạng lưới")
    await story.press(AN, "✔ Bấm để xác nhận")
    await story.pass_time(minutes=1)
    await album.take(COORDINATOR, "lien-lac")


async def _add_system(album: Album) -> None:
    story = album.story
    await story.say(COORDINATOR, "/hethong")
    await story.press(COORDINATOR, "➕ Thêm hệ thống")
    await story.say(COORDINATOR, "Cổng Dịch vụ công")
    await story.press(COORDINATOR, "Chủ quản")
    await story.say(COORDINATOR, "Văn phòng UBND thành phố")
    await story.press(COORDINATOR, "Cấp độ")
    await story.press(COORDINATOR, "4")
    await story.press(COORDINATOR, "Kết nối")
    await story.say(COORDINATOR, "song hong")
    await story.press(COORDINATOR, "Viễn thông Sông Hồng")
    await story.press(COORDINATOR, "◀ Quay lại")
    await story.press(COORDINATOR, "💾 Lưu")
    await story.press(COORDINATOR, "🖥 Xem hệ thống")
    await album.take(COORDINATOR, "he-thong")


async def _fill_posts(album: Album) -> None:
    """Say who of those above is called, and how."""
    await fill(album.story, "Chuyên viên 1", "Vũ Văn Khoa", "", person="Vũ Văn Khoa")
    await fill(album.story, "Công an", "Trực ban Công an", "0912000222")
    await album.story.say(COORDINATOR, "/chuyencap")
    await album.take(COORDINATOR, "cap-tren")


async def hear_of_a_sign(album: Album) -> None:
    """Let a member report, and look at the card."""
    story = album.story
    await story.say(AN, "/baocao")
    await story.press(AN, "Mất điện, mất mạng")
    for button in ("🕐 1 giờ trước", "🏢 Của đơn vị tôi", "❗ Cần hỗ trợ"):
        await story.press(AN, button)
    await story.say(AN, SEEN)
    await story.settle()
    await album.take(COORDINATOR, "bao-cao")


async def declare(album: Album) -> None:
    """Make it an incident, and send it."""
    story = album.story
    await story.press(COORDINATOR, "🚨 Khai báo sự cố")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await album.take(COORDINATOR, "xem-truoc")
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")
    await story.pass_time(seconds=15)
    await story.press(AN, "🕐 30 phút")
    await story.press(CHI, "💻 Hỗ trợ từ xa")
    await story.pass_time(minutes=1)
    await album.take(COORDINATOR, "bang-tong-hop")


async def lead(album: Album) -> None:
    """Widen the circle, give what a playbook says, and correct what was sent."""
    story = album.story
    await story.press(COORDINATOR, OTHERS)
    await album.take(COORDINATOR, "viec-khac")
    await story.press(COORDINATOR, "📢 Các đợt gọi thêm…")
    await album.take(COORDINATOR, "dot-goi")
    await _others(album)
    await story.press(COORDINATOR, "🧭 Kịch bản")
    await story.press(COORDINATOR, "1")
    await album.take(COORDINATOR, "kich-ban")
    await story.press(COORDINATOR, "▶️ Bắt đầu")
    await story.pass_time(minutes=25)
    await story.press(AN, "🦺 Đã có mặt")
    await _others(album)
    await story.press(COORDINATOR, "🦺 Hiện trường")
    await album.take(COORDINATOR, "hien-truong")
    await _others(album)
    await story.press(COORDINATOR, "✏️ Sửa nội dung")
    await story.press(COORDINATOR, "Tiêu đề")
    await story.say(COORDINATOR, "Đứt cáp trục ở chân cầu Long Biên")
    await story.press(COORDINATOR, "▶️ Xem trước")
    await album.take(COORDINATOR, "dinh-chinh")
    await story.press(COORDINATOR, "✏️ Sửa thẻ của")


async def tell(album: Album) -> None:
    """Send an update that asks for acknowledgement, and call those above."""
    story = album.story
    await _tally(album)
    await story.press(COORDINATOR, "✉️ Nhắn tin…")
    await story.press(COORDINATOR, "📣 Báo tin cho tất cả")
    await story.say(COORDINATOR, "Đã tìm được điểm đứt, đang hàn nối.")
    await story.press(COORDINATOR, "☐ Xác nhận")
    await album.take(COORDINATOR, "cap-nhat")
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(AN, "✔ Đã nắm thông tin")
    await _others(album)
    await story.press(COORDINATOR, "⤴ Chuyển cấp trên")
    await story.say(COORDINATOR, "https://meet.example.vn/su-co")
    await story.press(COORDINATOR, "🚨 Mời họp ngay")
    await story.pass_time(minutes=1)
    await album.take(COORDINATOR, "chuyen-cap")


async def _tally(album: Album) -> None:
    await album.story.say(COORDINATOR, "/tinhhinh")
    await album.story.press(COORDINATOR, "SC-2026-0001")


async def _others(album: Album) -> None:
    await _tally(album)
    await album.story.press(COORDINATOR, OTHERS)


async def hand_over(album: Album) -> None:
    """Hand command to a colleague."""
    story = album.story
    await _others(album)
    await story.press(COORDINATOR, "🎖 Chỉ huy:")
    await story.press(COORDINATOR, "➡ Bàn giao chỉ huy…")
    await story.press(COORDINATOR, "Vũ Văn Khoa")
    await album.take(COORDINATOR, "ban-giao")
    await story.press(COORDINATOR, "➡ Gửi đề nghị bàn giao")
    await story.press(KHOA, "✔ Nhận chỉ huy")


async def end(album: Album) -> None:
    """End it, and look who has not stood down."""
    story = album.story
    await _tally(album)
    await story.press(COORDINATOR, "🟢 Kết thúc…")
    await story.say(COORDINATOR, "Đã nối lại tuyến cáp, mạng hoạt động bình thường.")
    await album.take(COORDINATOR, "ket-thuc")
    await story.press(COORDINATOR, "🟢 Kết thúc và gửi")
    await story.pass_time(minutes=61)
    await album.take(KHOA, "chua-rut")


async def drill(album: Album) -> None:
    """Write the script of a drill, plan it, and look at it while it runs."""
    story = album.story
    await write_script(story)
    await plan(story, everybody="toàn mạng lưới (4 đơn vị)")
    await album.take(COORDINATOR, "dien-tap")
    await story.pass_time(minutes=61)
    await story.press(CHI, "✔ Đã thực hiện")
    await story.pass_time(minutes=1)
    await album.take(COORDINATOR, "dien-tap-dang-chay")
