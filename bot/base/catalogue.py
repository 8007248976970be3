"""The catalogue of capabilities that a network starts with; its coordinators extend it."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.capabilities import Capability, Unit
from models.members import Sector
from services.members import capabilities

TELECOM, POSTAL, IT = Sector.TELECOM, Sector.POSTAL, Sector.IT


@dataclass(frozen=True)
class CatalogueEntry:
    """A capability in both languages, the sectors whose businesses usually have it, and in what it is counted."""

    name_vi: str
    name_en: str
    sectors: tuple[Sector, ...]
    unit: Unit = Unit.PEOPLE


CATALOGUE = (
    CatalogueEntry("Đội ứng cứu cáp quang", "Fibre repair crews", (TELECOM,), Unit.TEAMS),
    CatalogueEntry("Trạm phát sóng lưu động", "Mobile base stations", (TELECOM,), Unit.STATIONS),
    CatalogueEntry("Đường truyền dự phòng (VSAT, 4G)", "Backup links (VSAT, 4G)", (TELECOM,), Unit.LINES),
    CatalogueEntry("Bộ đàm, liên lạc vô tuyến", "Two-way radio", (TELECOM,), Unit.SETS),
    CatalogueEntry("Máy phát điện", "Power generators", (TELECOM, POSTAL, IT), Unit.MACHINES),
    CatalogueEntry("Xe thông tin lưu động", "Communication vehicles", (TELECOM,), Unit.VEHICLES),
    CatalogueEntry("Xe tải, vận chuyển", "Trucks and transport", (POSTAL,), Unit.VEHICLES),
    CatalogueEntry("Chuyển phát khẩn cấp", "Urgent delivery", (POSTAL,)),
    CatalogueEntry("Kho bãi, điểm tập kết hàng", "Storage and collection points", (POSTAL,), Unit.PLACES),
    CatalogueEntry("Nhắn tin cảnh báo người dân", "Text messages to warn people", (TELECOM, IT)),
    CatalogueEntry("Tổng đài hỗ trợ người dân", "Public helpline", (TELECOM, POSTAL, IT)),
    CatalogueEntry("Giám sát an toàn thông tin", "Security monitoring", (IT,)),
    CatalogueEntry("Rà quét, xử lý mã độc", "Malware scanning and removal", (IT,)),
    CatalogueEntry("Chống tấn công từ chối dịch vụ", "Denial-of-service protection", (TELECOM, IT)),
    CatalogueEntry("Điều tra số", "Digital forensics", (IT,)),
    CatalogueEntry("Khôi phục dữ liệu", "Data recovery", (IT,)),
    CatalogueEntry("Máy chủ, lưu trữ dự phòng", "Backup servers and hosting", (TELECOM, IT), Unit.MACHINES),
    CatalogueEntry("Khắc phục cổng, trang thông tin điện tử", "Restoring portals and websites", (IT,)),
    CatalogueEntry("Máy tính, thiết bị cho mượn", "Computers and equipment on loan", (IT,), Unit.MACHINES),
    CatalogueEntry("Họp trực tuyến", "Online meetings", (TELECOM, IT)),
    CatalogueEntry("Flycam khảo sát hiện trường", "Drones for site surveys", (TELECOM, IT), Unit.PIECES),
    CatalogueEntry("Nhân lực trực tại chỗ", "On-site staff", (TELECOM, POSTAL, IT)),
)


async def stock(session: AsyncSession, *, now: datetime) -> int:
    """Fill an empty catalogue, and say how many capabilities were added.

    A catalogue that holds anything, be it retired, is its coordinators' own and stays as it is.
    """
    if (await session.exec(select(Capability).limit(1))).first() is not None:
        return 0
    for entry in CATALOGUE:
        await capabilities.add(session, name_vi=entry.name_vi, name_en=entry.name_en, unit=entry.unit, by=None, now=now)
    return len(CATALOGUE)
