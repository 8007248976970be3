"""Tasks in stories: given from an incident or on their own, looked at, and answered in a business's group."""

from datetime import datetime

from sqlmodel import col, select

from models.groups import Group
from models.identity import id_of
from models.members import Member, MemberStatus, Representative, RepresentativeStatus
from models.people import Language, Person
from models.tasks import Task
from services.people import accounts
from tests.scenarios.declaring import AN, CHI, declare, small_network
from tests.scenes import scene
from tests.story import COORDINATOR, Json, Story, text_of

TELECOM, IT = "Viễn thông Sông Hồng", "Công nghệ Hoa Sen"
LINE = "Cử hai đội hàn nối tuyến cáp tại cổng số 2"


async def give(story: Story, line: str = LINE, *, business: str = TELECOM, by: int = COORDINATOR) -> str:
    """Give a task of the incident that is there, in three taps and one line; returns what the last tap was told."""
    await story.press(by, "📌 Giao nhiệm vụ")
    await story.press(by, business)
    await story.say(by, line)
    return await story.press(by, "📨 Giao cho")


@scene
async def given(story: Story, line: str = LINE) -> None:
    """Declare an incident that An's business is ready for and Chi's is not, and give An's a task."""
    await small_network(story)
    await declare(story)
    await story.press(AN, "✅ Sẵn sàng")
    await story.press(CHI, "⛔ Không thể")
    await story.pass_time(seconds=5)
    await give(story, line)
    story.look_away()


async def give_alone(story: Story, asked: str, business: str, line: str = LINE, *, severity: str = "Trung bình") -> str:
    """Give a task that belongs to no incident; returns what the last tap was told."""
    await story.say(COORDINATOR, "/nhiemvu")
    await story.press(COORDINATOR, "➕ Giao nhiệm vụ")
    await story.say(COORDINATOR, asked)
    await story.press(COORDINATOR, business)
    await story.say(COORDINATOR, line)
    await story.press(COORDINATOR, severity)
    return await story.press(COORDINATOR, "📨 Giao cho")


def cards(story: Story, chat: int, code: str = "NV-2026-0001") -> list[Json]:
    """Find the messages of a chat that begin with a task."""
    return [message for message in story.chat(chat) if code in text_of(message).partition("\n")[0]]


def card(story: Story, chat: int, code: str = "NV-2026-0001") -> Json:
    """Find the first message of a chat that shows a task: its card."""
    return cards(story, chat, code)[0]


async def the_task(story: Story, code: str = "NV-2026-0001") -> Task:
    """Read a task as it is stored."""
    async with story.database.reading() as session:
        return (await session.exec(select(Task).where(Task.code == code))).one()


async def all_tasks(story: Story) -> list[Task]:
    """Read all tasks as they are stored."""
    async with story.database.reading() as session:
        return list((await session.exec(select(Task).order_by(col(Task.id)))).all())


async def bind_group(story: Story, business: str, *members: int) -> int:
    """Let a business have a group of its own with the bot in it; returns the chat's id."""
    chat_id = story.world.create_group(f"Nhóm {business}", list(members))
    async with story.database.writing() as session:
        member = (await session.exec(select(Member).where(Member.name == business))).one()
        by = (await session.exec(select(Person).where(Person.telegram_id == members[0]))).one()
        session.add(
            Group(
                chat_id=chat_id,
                member_id=id_of(member),
                title=f"Nhóm {business}",
                language=Language.VIETNAMESE,
                bound_by_id=id_of(by),
                bound_at=story.clock.now(),
            )
        )
    await story.settle()
    return chat_id


async def stand(story: Story, business: str, status: MemberStatus) -> None:
    """Change where a business stands in the network."""
    async with story.database.writing() as session:
        member = (await session.exec(select(Member).where(Member.name == business))).one()
        member.status = status


async def remove(story: Story, telegram_id: int) -> None:
    """Let a person speak for nobody any more."""
    async with story.database.writing() as session:
        person = (await session.exec(select(Person).where(Person.telegram_id == telegram_id))).one()
        rows = await session.exec(select(Representative).where(Representative.person_id == id_of(person)))
        for row in rows:
            row.status = RepresentativeStatus.REMOVED
        await session.flush()
        await accounts.refresh_menu(session, person=person)


async def set_deadline(story: Story, due_at: datetime, code: str = "NV-2026-0001") -> None:
    """Move a task's deadline, its card as it is."""
    async with story.database.writing() as session:
        task = (await session.exec(select(Task).where(Task.code == code))).one()
        task.due_at = due_at
