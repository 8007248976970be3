"""Made-up people and businesses for the tests of the services."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import Application
from models.broadcasts import Broadcast, BroadcastKind, Delivery
from models.members import ContactKind, Member, Sector
from models.people import Language, Person, Purpose, Role
from services.applications import decisions
from services.applications import requests as applications
from services.applications.requests import Candidate, Registration
from services.people import accounts

NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
TAX_CODES = ("0799001012", "0799002023", "0799003034", "0799004045")
LAN = Candidate(name="Trần Thị Lan", title="Giám đốc", phone="+84912345678", contact=ContactKind.PRIMARY)
MINH = Candidate(name="Lê Văn Minh", title="Trưởng phòng", phone="+84987654321", contact=ContactKind.BACKUP)
REGISTRATION = Registration(
    tax_code=TAX_CODES[0],
    name="Công ty TNHH Viễn thông Sông Lô",
    sectors=(Sector.TELECOM, Sector.IT),
    commune_code="07900",
    candidate=LAN,
)
OTHER_REGISTRATION = replace(REGISTRATION, tax_code=TAX_CODES[1], name="Công ty Bưu chính Đất Tổ")


async def newcomer(session: AsyncSession, telegram_id: int = 1001, *, agrees: bool = True) -> Person:
    """Let someone open the bot, and agree to the text in force."""
    person = await accounts.recognise(
        session, telegram_id=telegram_id, name=f"Người {telegram_id}", language=Language.VIETNAMESE, now=NOON
    )
    if agrees:
        for purpose in Purpose:
            await accounts.consent(session, person=person, purpose=purpose, now=NOON)
    return person


async def coordinator(session: AsyncSession, telegram_id: int = 9001, name: str = "Điều phối viên Hà") -> Person:
    """Appoint a coordinator."""
    person = await accounts.recognise(
        session, telegram_id=telegram_id, name=name, language=Language.VIETNAMESE, now=NOON
    )
    await accounts.assign_role(session, person=person, role=Role.COORDINATOR, by=None, now=NOON)
    return person


async def registered(session: AsyncSession, person: Person, registration: Registration = REGISTRATION) -> Application:
    """Hand in a registration."""
    return await applications.register(session, person=person, registration=registration, now=NOON)


async def approved(session: AsyncSession, person: Person, registration: Registration = REGISTRATION) -> Application:
    """Take a business in."""
    application = await registered(session, person, registration)
    by = await coordinator(session, 9000, "Chủ hệ thống")
    return await decisions.approve(session, application_id=application.id or 0, by=by, now=NOON)


async def told(session: AsyncSession, kind: BroadcastKind) -> list[int]:
    """List who gets a message of a kind, in the order in which they were queued."""
    query = (
        select(Delivery.person_id)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(Broadcast.kind == kind)
        .order_by(col(Delivery.id))
    )
    return [person_id for person_id in await session.exec(query) if person_id is not None]


async def joining(session: AsyncSession, member: Member, telegram_id: int = 1002) -> Application:
    """Let someone else apply to speak for a business."""
    person = await newcomer(session, telegram_id)
    return await applications.join(session, person=person, member=member, candidate=MINH, now=NOON)


async def only_member(session: AsyncSession) -> Member:
    """Give the one business that is there."""
    return (await session.exec(select(Member))).one()
