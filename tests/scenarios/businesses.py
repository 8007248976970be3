"""A business with two people, as stories about a living membership begin with it."""

import re
from datetime import datetime

from sqlmodel import col, select

from models.identity import id_of
from models.members import ContactKind, Member, Representative, Sector
from models.people import Person
from services.members import freshness
from services.people import businesses
from tests.enrolment import enrol
from tests.scenarios.registering import press, say
from tests.scenes import scene
from tests.story import COORDINATOR, Story, text_of

HOA, TAM, NEWCOMER = 601, 602, 603
SONG_HONG = "Viễn thông Sông Hồng"
TAX_CODE, OTHER_TAX_CODE = "0799001012", "0799002023"
LINK = re.compile(r"https://t\.me/\w+\?start=(\S+)")


@scene
async def song_hong(story: Story) -> None:
    """Let a telecom business into the network: Hoa is its primary contact, Tâm its backup."""
    await enrol(story, HOA, "Trần Thị Hoa", SONG_HONG, capabilities={1: 5})
    await enrol(story, TAM, "Lê Minh Tâm", SONG_HONG, contact=ContactKind.BACKUP)
    await story.say(COORDINATOR, "/start")
    story.look_away()


async def another(story: Story, telegram_id: int = 701, name: str = "Công nghệ Hoa Sen") -> int:
    """Let another business into the network; returns the Telegram id of who speaks for it."""
    await enrol(story, telegram_id, "Phạm Quế Chi", name, sectors=(Sector.IT,))
    return telegram_id


async def business(story: Story, name: str = SONG_HONG) -> Member:
    """Look a business up as it is stored."""
    async with story.database.reading() as session:
        return (await session.exec(select(Member).where(Member.name == name))).one()


async def sectors(story: Story, name: str = SONG_HONG) -> list[Sector]:
    """Look a business's sectors up."""
    member = await business(story, name)
    async with story.database.reading() as session:
        return list((await businesses.profile(session, member=member)).sectors)


async def ask_from(story: Story, at: datetime, name: str = SONG_HONG) -> None:
    """Let a business be asked for the first time half a year after an instant."""
    async with story.database.writing() as session:
        member = (await session.exec(select(Member).where(Member.name == name))).one()
        freshness.plan(member, now=at)


async def member_id(story: Story, name: str = SONG_HONG) -> int:
    """Give the id of a business."""
    return id_of(await business(story, name))


async def standing(story: Story, telegram_id: int, name: str = SONG_HONG) -> Representative:
    """Look up how somebody stands to a business."""
    query = (
        select(Representative)
        .join(Person, col(Person.id) == col(Representative.person_id))
        .where(Person.telegram_id == telegram_id, Representative.member_id == await member_id(story, name))
    )
    async with story.database.reading() as session:
        return (await session.exec(query)).one()


async def person_id(story: Story, telegram_id: int) -> int:
    """Give the id under which somebody is kept."""
    async with story.database.reading() as session:
        return id_of((await session.exec(select(Person).where(Person.telegram_id == telegram_id))).one())


async def make_link(story: Story, person: int = HOA, contact: str = "➕ Dự phòng") -> str:
    """Make an invitation link as the primary contact does; returns what it carries."""
    await say(story, person, "/donvi")
    await press(story, person, "👥 Người đại diện")
    await press(story, person, "➕ Mời người đại diện")
    await press(story, person, contact)
    return payload_of(story, person)


def payload_of(story: Story, person: int) -> str:
    """Read the newest invitation link under a QR code."""
    captions = [text_of(message) for message in story.chat(person) if message.get("photo")]
    found = LINK.search(captions[-1])
    assert found, captions[-1]
    return found[1]


async def open_link(story: Story, person: int, payload: str) -> None:
    """Open the bot by a link."""
    await story.world.open_link(person, payload)
    await story.settle()


def newcomer(story: Story, telegram_id: int = NEWCOMER, name: str = "Vũ", *, started: bool = False) -> int:
    """Let somebody into the story whom nobody knows yet."""
    return story.person(telegram_id, name, started=started, phone="+84912345678", language_code="vi")


async def introduce(story: Story, person: int, name: str = "Vũ Đức Long") -> None:
    """Give name, title and phone, and hand the application in."""
    for words in (name, "Trưởng phòng Kỹ thuật", "0912 345 678"):
        await say(story, person, words)
    await press(story, person, "Gửi đăng ký")
