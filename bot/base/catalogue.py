"""The catalogue of capabilities that a network starts with; its coordinators extend it."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.capabilities import Capability
from models.members import Sector
from services.members import capabilities

TELECOM, POSTAL, IT = Sector.TELECOM, Sector.POSTAL, Sector.IT


@dataclass(frozen=True)
class Entry:
    """A capability in both languages, and the sectors whose businesses usually have it."""

    name_vi: str
    name_en: str
    sectors: tuple[Sector, ...]


CATALOGUE = (
    Entry("Đội ứng cứu cáp quang", "Fibre repair crews", (TELECOM,)),
    Entry("Trạm phát sóng lưu động", "Mobile base stations", (TELECOM,)),
    Entry("Đường truyền dự phòng (VSAT, 4G)", "Backup links (VSAT, 4G)", (TELECOM,)),
    Entry("Bộ đàm, liên lạc vô tuyến", "Two-way radio", (TELECOM,)),
    Entry("Máy phát điện", "Power generators", (TELECOM, POSTAL, IT)),
    Entry("Xe thông tin lưu động", "Communication vehicles", (TELECOM,)),
    Entry("Xe tải, vận chuyển", "Trucks and transport", (POSTAL,)),
    Entry("Chuyển phát khẩn cấp", "Urgent delivery", (POSTAL,)),
    Entry("Kho bãi, điểm tập kết hàng", "Storage and collection points", (POSTAL,)),
    Entry("Nhắn tin cảnh báo người dân", "Text messages to warn people", (TELECOM, IT)),
    Entry("Tổng đài hỗ trợ người dân", "Public helpline", (TELECOM, POSTAL, IT)),
    Entry("Giám sát an toàn thông tin", "Security monitoring", (IT,)),
    Entry("Rà quét, xử lý mã độc", "Malware scanning and removal", (IT,)),
    Entry("Chống tấn công từ chối dịch vụ", "Denial-of-service protection", (TELECOM, IT)),
    Entry("Điều tra số", "Digital forensics", (IT,)),
    Entry("Khôi phục dữ liệu", "Data recovery", (IT,)),
    Entry("Máy chủ, lưu trữ dự phòng", "Backup servers and hosting", (TELECOM, IT)),
    Entry("Khắc phục cổng, trang thông tin điện tử", "Restoring portals and websites", (IT,)),
    Entry("Máy tính, thiết bị cho mượn", "Computers and equipment on loan", (IT,)),
    Entry("Họp trực tuyến", "Online meetings", (TELECOM, IT)),
    Entry("Flycam khảo sát hiện trường", "Drones for site surveys", (TELECOM, IT)),
    Entry("Nhân lực trực tại chỗ", "On-site staff", (TELECOM, POSTAL, IT)),
)


async def stock(session: AsyncSession, *, now: datetime) -> int:
    """Fill an empty catalogue, and say how many capabilities were added.

    A catalogue that holds anything, be it retired, is its coordinators' own and stays as it is.
    """
    if (await session.exec(select(Capability).limit(1))).first() is not None:
        return 0
    for entry in CATALOGUE:
        await capabilities.add(session, name_vi=entry.name_vi, name_en=entry.name_en, by=None, now=now)
    return len(CATALOGUE)
