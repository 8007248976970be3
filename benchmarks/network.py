"""A made-up network of any size, written straight into a database: one business for each person, all in Hà Nội."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import insert
from sqlmodel import col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.base.catalogue import stock
from handlers.declarations.forms import DeclarationForm
from handlers.frame.taps import DialogueTap
from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.database import Database
from models.drafts import Dialogue
from models.incidents import Incident
from models.members import ContactKind, Member, MemberSector, MemberStatus, Representative, RepresentativeStatus, Sector
from models.people import Language, Person
from models.responses import Response
from services.declarations import declaring as declarations
from services.declarations.declaring import Declaration
from services.ground import drafts
from services.members import entries
from services.people import accounts

OWNER = 101
FIRST = 1_000_000
ROWS = 2_000
NAMES = (
    "Viễn thông Sông Hồng",
    "Bưu chính Ba Vì",
    "Công nghệ Hoa Sen",
    "Điện lực Sông Thao",
    "An toàn Cỏ May",
)
LEGAL = ("Công ty TNHH", "Công ty Cổ phần", "Công ty TNHH MTV", "Hợp tác xã", "Chi nhánh Công ty TNHH")
OWN = (
    "An Bình",
    "Đại Phát",
    "Hưng Thịnh",
    "Kỹ Nghệ",
    "Minh Châu",
    "Ngọc Quý",
    "Phú Gia",
    "Tây Hồ",
    "Thiên Ý",
    "Xuân Mai",
)
COMMUNES = ("00070", "09700")
SECTORS = tuple(Sector)
TITLE = "Mất kết nối cáp quang diện rộng tại nhiều phường, xã"
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
SECOND = timedelta(seconds=1)


async def found(database: Database, size: int, *, now: datetime, with_roster: bool = False) -> None:
    """Write an owner, and so many businesses with one representative each."""
    async with database.writing() as session:
        await stock(session, now=now)
        await accounts.appoint_owners(session, telegram_ids=(OWNER,), language=Language.VIETNAMESE, now=now)
        connection = await session.connection()
        last = (await session.exec(select(func.max(col(Person.id))))).one() or 0
        for start in range(0, size, ROWS):
            numbers = range(start, min(start + ROWS, size))
            await connection.execute(insert(Person), [_person(last + 1 + number, number, now) for number in numbers])
            await connection.execute(insert(Member), [_member(number, now) for number in numbers])
            await connection.execute(insert(MemberSector), [_sector(number) for number in numbers])
            await connection.execute(
                insert(Representative), [_representative(last + 1 + number, number) for number in numbers]
            )
        if with_roster:
            await entries.index_missing(session)


def _person(id_: int, number: int, now: datetime) -> dict[str, object]:
    return {
        "id": id_,
        "telegram_id": FIRST + number,
        "name": f"Người {number}",
        "language": Language.ENGLISH if number % 20 == 0 else Language.VIETNAMESE,
        "created_at": now,
        "menu_wanted": "",
        "menu_shown": "",
    }


def _member(number: int, now: datetime) -> dict[str, object]:
    return {
        "id": number + 1,
        "tax_code": f"{number:010}",
        "name": name_of(number),
        "status": MemberStatus.APPROVED,
        "commune_code": COMMUNES[number % len(COMMUNES)],
        "registered_at": now,
        "approved_at": now,
    }


def name_of(number: int) -> str:
    """Make the name of a business, of words that many share and a number of its own."""
    rest, field = divmod(number, len(NAMES))
    rest, legal = divmod(rest, len(LEGAL))
    rest, first = divmod(rest, len(OWN))
    return f"{LEGAL[legal]} {NAMES[field]} {OWN[first]} {OWN[rest % len(OWN)]} {number}"


def _sector(number: int) -> dict[str, object]:
    return {"member_id": number + 1, "sector": SECTORS[number % len(SECTORS)]}


def _representative(person_id: int, number: int) -> dict[str, object]:
    return {
        "member_id": number + 1,
        "person_id": person_id,
        "name": f"Người {number}",
        "title": "Giám đốc",
        "phone": f"+8490{number:07}",
        "contact": ContactKind.PRIMARY,
        "status": RepresentativeStatus.APPROVED,
    }


async def declare(database: Database, *, now: datetime, key: str = "benchmark") -> Incident:
    """Declare an incident to everybody, as a coordinator's last tap does."""
    async with database.writing() as session:
        coordinator = (await session.exec(owner())).one()
        incident, _ = await declarations.declare(
            session,
            declaration=Declaration(title=TITLE, description=f"{TITLE}. Đề nghị hỗ trợ hàn nối cáp."),
            draft_key=key,
            province_code="01",
            by=coordinator,
            now=now,
            time_zone=ZONE,
        )
        return incident


async def about_to_declare(database: Database, *, now: datetime) -> str:
    """Let the owner stand before the last button of a declaration to everybody; returns what that button says."""
    async with database.writing() as session:
        form = DeclarationForm(Declaration(title=TITLE, description=f"{TITLE}. Đề nghị hỗ trợ."))
        draft = await drafts.begin(
            session,
            person=(await session.exec(owner())).one(),
            dialogue=Dialogue.INCIDENT,
            step="confirm",
            data=form.write(),
            now=now,
        )
        return DialogueTap(draft.key, "send").pack()


def everybody() -> SelectOfScalar[Person]:
    """Select the people who represent businesses."""
    return select(Person).where(col(Person.telegram_id) >= FIRST)


def sent_alerts() -> SelectOfScalar[int]:
    """Count the alerts that were sent."""
    about = col(Broadcast.id) == col(Delivery.broadcast_id)
    sent = select(func.count()).select_from(Delivery).join(Broadcast, about)
    return sent.where(Broadcast.kind == BroadcastKind.ALERT, Delivery.state == DeliveryState.SENT)


def answers() -> SelectOfScalar[int]:
    """Count the businesses that have answered."""
    return select(func.count()).select_from(Response)


def owner() -> SelectOfScalar[Person]:
    """Select the owner."""
    return select(Person).where(Person.telegram_id == OWNER)
