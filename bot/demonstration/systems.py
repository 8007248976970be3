"""The information systems of the made-up province: whose they are, who provides for them, and whom to call."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.demonstration.businesses import Business
from models.identity import id_of
from models.members import Member, Sector
from models.people import Person
from models.systems import ContactHours, SystemMark
from services.systems import register
from services.systems.entries import Called, Party, SystemEntry

ABSOLUTE, MANAGED = SystemMark.ABSOLUTE, SystemMark.MANAGED
OFFICE, HEALTH, EDUCATION, ROADS = "Văn phòng UBND", "Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Xây dựng"
# What is kept of each: its name, other names, whose it is, the legal level, the mark, and what it serves.
SYSTEMS = (
    (
        "Cổng dịch vụ công",
        ("DVC", "Một cửa điện tử"),
        OFFICE,
        4,
        ABSOLUTE,
        "Người dân nộp hồ sơ trực tuyến",
    ),
    ("Trục liên thông văn bản", ("Trục văn bản",), OFFICE, 4, ABSOLUTE, "Gửi nhận văn bản giữa các cơ quan"),
    ("Thư điện tử công vụ", ("Mail công vụ",), OFFICE, 3, MANAGED, "Cán bộ, công chức"),
    ("Hồ sơ sức khỏe điện tử", ("Hồ sơ sức khỏe",), HEALTH, 3, ABSOLUTE, "Bệnh viện, trạm y tế"),
    ("Cơ sở dữ liệu giáo dục", (), EDUCATION, 2, MANAGED, "Trường học, phụ huynh"),
    ("Camera giám sát giao thông", ("Camera giao thông",), ROADS, None, MANAGED, "Điều hành giao thông"),
)
CALLED = (
    Called(ContactHours.IN_HOURS, "Nguyễn Thị Hạnh", "Trưởng phòng Hạ tầng", "+842438220001"),
    Called(ContactHours.OUT_OF_HOURS, "Phạm Quốc Trực", "Trực vận hành", "+842438220002"),
    Called(ContactHours.LEADERSHIP, "Lê Hoàng Sơn", "Phó Giám đốc", "+842438220003"),
)


async def register_all(session: AsyncSession, *, members: Sequence[Business], by: Person, now: datetime) -> None:
    """Put the systems into the register: telecom businesses connect them, an IT business runs and protects them."""
    telecom = await _ids(session, [one for one in members if Sector.TELECOM in one.sectors])
    runs = await _ids(session, [one for one in members if Sector.IT in one.sectors])
    for place, (name, also, owner, level, mark, serves) in enumerate(SYSTEMS):
        member_id, operator = runs[place % len(runs)]
        entry = SystemEntry(
            name=name,
            also_called=also,
            owner=Party(owner),
            operator=Party(operator, member_id),
            level=level,
            mark=mark,
            serves=serves,
            connectivity=(telecom[place % len(telecom)][0],),
            security=(member_id,) if mark is ABSOLUTE else (),
        )
        await register.add(session, entry=replace(entry, contacts=CALLED), by=by, now=now)


async def _ids(session: AsyncSession, chosen: Sequence[Business]) -> Sequence[tuple[int, str]]:
    """Give the first few of some businesses by id, each with its name."""
    codes = [one.tax_code for one in chosen[:3]]
    rows = await session.exec(select(Member).where(col(Member.tax_code).in_(codes)).order_by(col(Member.id)))
    return [(id_of(member), member.name) for member in rows]
