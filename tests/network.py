"""A small network for tests: three businesses, four people who speak for them, two coordinators.

An and Bình speak for the telecom business, Chi for the postal and the IT one, Dũng for the IT one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.channels import Channel, Reach
from models.groups import Group
from models.identity import id_of
from models.incidents import Incident
from models.members import (
    ContactKind,
    Member,
    MemberCapability,
    MemberSector,
    MemberStatus,
    Representative,
    RepresentativeStatus,
    Sector,
)
from models.people import Language, Person, Role
from services.declarations import declaring as declarations
from services.declarations.declaring import Declaration
from services.incidents.touched import systems
from services.people import reach
from services.systems import register
from services.systems.entries import Party, SystemEntry

MORNING = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
TIME_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
PROVINCE = "01"
HOAN_KIEM, BA_VI = "00070", "09700"
CABLE_CUT = Declaration(title="Đứt cáp quang", description="Đứt cáp quang tại Hoàn Kiếm, mất kết nối.")


@dataclass
class Network:
    """Who and what the network consists of."""

    session: AsyncSession
    coordinator: Person
    colleague: Person
    an: Person
    binh: Person
    chi: Person
    dung: Person
    telecom: Member
    postal: Member
    it: Member
    declared: int = field(default=0)

    async def declare(
        self, declaration: Declaration = CABLE_CUT, *, now: datetime = MORNING, delivered: bool = True
    ) -> Incident:
        """Declare an incident; unless told otherwise, every alert has reached its person."""
        self.declared += 1
        incident, _ = await declarations.declare(
            self.session,
            declaration=declaration,
            draft_key=f"test:{self.declared}",
            province_code=PROVINCE,
            by=self.coordinator,
            now=now,
            time_zone=TIME_ZONE,
            once_more=True,
        )
        if delivered:
            await self.mark(incident, DeliveryState.SENT)
        return incident

    async def touch(self, incident: Incident, entry: SystemEntry | None = None, *, now: datetime = MORNING) -> None:
        """Register a system, one of level 4 unless told otherwise, and let an incident touch it."""
        entry = entry or SystemEntry(name="Cổng dịch vụ công", operator=Party("Sở"), owner=Party("Sở"), level=4)
        system = await register.add(self.session, entry=entry, by=self.coordinator, now=now)
        await systems.touch(
            self.session,
            incident=incident,
            systems=[id_of(system)],
            by=self.coordinator,
            now=now,
            time_zone=TIME_ZONE,
        )

    async def mark(
        self, incident: Incident, state: DeliveryState, *people: Person, kind: BroadcastKind = BroadcastKind.ALERT
    ) -> None:
        """Let the messages of a kind about an incident come into a state: these people's, or everybody's."""
        about = select(Broadcast.id).where(
            Broadcast.subject == "incident", Broadcast.subject_id == incident.id, Broadcast.kind == kind
        )
        chosen = update(Delivery).where(col(Delivery.broadcast_id).in_(about))
        if people:
            chosen = chosen.where(col(Delivery.person_id).in_([id_of(person) for person in people]))
        await self.session.exec(chosen.values(state=state, message_id=1 if state is DeliveryState.SENT else None))

    async def recipients(self, kind: BroadcastKind, incident: Incident) -> list[list[int]]:
        """List, for each broadcast of a kind about an incident, whom it goes to (person ids, in order)."""
        rows = await self.session.exec(
            select(Broadcast)
            .where(Broadcast.kind == kind, Broadcast.subject == "incident", Broadcast.subject_id == incident.id)
            .order_by(col(Broadcast.id))
        )
        return [await self._recipients(id_of(broadcast)) for broadcast in rows.all()]

    async def _recipients(self, broadcast_id: int) -> list[int]:
        query = (
            select(Delivery.person_id).where(Delivery.broadcast_id == broadcast_id).order_by(col(Delivery.person_id))
        )
        return [person_id for person_id in await self.session.exec(query) if person_id is not None]


async def found_network(session: AsyncSession) -> Network:
    """Found the small network."""
    telecom = await business(session, "0100000001", "Viễn thông Sông Hồng", (Sector.TELECOM,), HOAN_KIEM)
    postal = await business(session, "0100000002", "Bưu chính Long Biên", (Sector.POSTAL,), BA_VI)
    it = await business(session, "0100000003", "Công nghệ Hoa Sen", (Sector.IT,), HOAN_KIEM)
    network = Network(
        session=session,
        coordinator=await person(session, 9001, "Đoàn Thị Hạ", role=Role.COORDINATOR),
        colleague=await person(session, 9002, "Vũ Văn Khoa", role=Role.DUTY_OFFICER),
        an=await person(session, 1001, "Nguyễn Văn An"),
        binh=await person(session, 1002, "Lê Thị Bình"),
        chi=await person(session, 1003, "Phạm Quế Chi"),
        dung=await person(session, 1004, "Trần Tiến Dũng"),
        telecom=telecom,
        postal=postal,
        it=it,
    )
    await speak(session, network.an, telecom)
    await speak(session, network.binh, telecom, contact=ContactKind.BACKUP)
    await speak(session, network.chi, postal)
    await speak(session, network.chi, it)
    await speak(session, network.dung, it, contact=ContactKind.BACKUP)
    return network


async def person(session: AsyncSession, telegram_id: int, name: str, *, role: Role | None = None) -> Person:
    """Let a person open the bot."""
    made = Person(telegram_id=telegram_id, name=name, language=Language.VIETNAMESE, staff_role=role, created_at=MORNING)
    session.add(made)
    await session.flush()
    return made


async def business(
    session: AsyncSession,
    tax_code: str,
    name: str,
    sectors: Sequence[Sector],
    commune_code: str,
    *,
    capabilities: Mapping[int, int] | None = None,
    status: MemberStatus = MemberStatus.APPROVED,
    unavailable_until: datetime | None = None,
) -> Member:
    """Take a business into the network; capabilities map an id to a headcount."""
    member = Member(
        tax_code=tax_code,
        name=name,
        status=status,
        commune_code=commune_code,
        registered_at=MORNING,
        unavailable_until=unavailable_until,
    )
    session.add(member)
    await session.flush()
    session.add_all(MemberSector(member_id=id_of(member), sector=sector) for sector in sectors)
    session.add_all(
        MemberCapability(member_id=id_of(member), capability_id=capability_id, headcount=headcount)
        for capability_id, headcount in (capabilities or {}).items()
    )
    await session.flush()
    return member


async def found_group(network: Network, member: Member | None = None, *, chat_id: int = -4_000_001) -> Group:
    """Let An have bound a Telegram group to a business, to the telecom one unless another is named."""
    group = Group(
        chat_id=chat_id,
        member_id=id_of(member or network.telecom),
        title="Trực ban",
        language=Language.VIETNAMESE,
        bound_by_id=id_of(network.an),
        bound_at=MORNING,
    )
    network.session.add(group)
    await network.session.flush()
    return group


async def lose(person: Person, session: AsyncSession, *, now: datetime, reason: str = "blocked") -> None:
    """Let Telegram reach a person no more."""
    await reach.lose(session, person=person, channel=Channel.TELEGRAM, reason=reason, now=now)


async def lost(person: Person, session: AsyncSession) -> tuple[datetime | None, str | None]:
    """Tell since when Telegram does not reach a person, and why."""
    found = await session.get(Reach, (id_of(person), Channel.TELEGRAM))
    return (found.unreachable_since, found.reason) if found else (None, None)


async def speak(
    session: AsyncSession,
    person: Person,
    member: Member,
    *,
    contact: ContactKind = ContactKind.PRIMARY,
    status: RepresentativeStatus = RepresentativeStatus.APPROVED,
) -> Representative:
    """Let a person speak for a business."""
    representative = Representative(
        member_id=id_of(member),
        person_id=id_of(person),
        name=person.name,
        title="Giám đốc",
        phone="+84900000001",
        contact=contact,
        status=status,
    )
    session.add(representative)
    await session.flush()
    return representative
