"""Many people in the network, each speaking for a business of their own, written straight into the database."""

import asyncio
from datetime import UTC, datetime

from sqlmodel import col, select

from bot.base.migrate import file_of, migrate
from models.database import opened
from models.identity import id_of
from models.members import (
    ContactKind,
    Member,
    MemberSector,
    MemberStatus,
    Representative,
    RepresentativeStatus,
    Sector,
)
from models.people import Language, Person, Role
from services.members import entries

COORDINATOR, COLLEAGUE = 101, 102
FIRST = 10_000
HOAN_KIEM = "00070"
MIGRATING = asyncio.Lock()
# The file that has climbed, once there is one.
CLIMBED: list[bytes] = []


def crowd(size: int) -> range:
    """Give the Telegram ids of so many people."""
    return range(FIRST, FIRST + size)


async def _climb(url: str) -> None:
    """Bring a database to the newest step; files begin as copies of the first, since the climb takes seconds."""
    file = file_of(url)
    if file is None:
        await migrate(url)
        return
    if not CLIMBED:
        await migrate(url)
        CLIMBED.append(file.read_bytes())
    file.write_bytes(CLIMBED[0])


async def found(url: str, size: int) -> None:
    """Make a database with a network of so many people, and a second coordinator."""
    # Alembic keeps what it is doing where a whole process sees it.
    async with MIGRATING:
        await _climb(url)
    now = datetime.now(UTC)
    async with opened(url) as database, database.writing() as session:
        session.add(
            Person(
                telegram_id=COLLEAGUE,
                name="Vũ Văn Khoa",
                language=Language.VIETNAMESE,
                staff_role=Role.COORDINATOR,
                created_at=now,
            )
        )
        members = [_member(telegram_id, now) for telegram_id in crowd(size)]
        people = [_person(telegram_id, now) for telegram_id in crowd(size)]
        session.add_all([*members, *people])
        await session.flush()
        session.add_all(MemberSector(member_id=id_of(member), sector=Sector.TELECOM) for member in members)
        session.add_all(_spoken_for(member, person) for member, person in zip(members, people, strict=True))
        await session.flush()
        listed = await session.exec(select(col(Member.id)))
        await entries.refresh(session, member_ids=[each for each in listed if each is not None])


def _member(telegram_id: int, now: datetime) -> Member:
    return Member(
        tax_code=f"{telegram_id:010}",
        name=f"Đơn vị số {telegram_id}",
        status=MemberStatus.APPROVED,
        commune_code=HOAN_KIEM,
        registered_at=now,
        approved_at=now,
    )


def _person(telegram_id: int, now: datetime) -> Person:
    return Person(telegram_id=telegram_id, name=f"Người {telegram_id}", language=Language.VIETNAMESE, created_at=now)


def _spoken_for(member: Member, person: Person) -> Representative:
    return Representative(
        member_id=id_of(member),
        person_id=id_of(person),
        name=person.name,
        title="Giám đốc",
        phone="+84900000001",
        contact=ContactKind.PRIMARY,
        status=RepresentativeStatus.APPROVED,
    )
