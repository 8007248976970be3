"""What stories about registration share: the pace of people, a form filled in, a second coordinator."""

from collections.abc import Sequence
from datetime import timedelta

from sqlmodel import SQLModel, select

from models.people import Language, Role
from services.people import accounts
from tests.scenes import scene
from tests.story import SECOND_COORDINATOR, Json, Story

MAI = 501
TAX_CODE = "0799001012"
OTHER_TAX_CODE = "0799002023"
BUSINESS = "Công ty TNHH Viễn thông Sông Lô"
BETWEEN_TAPS = timedelta(seconds=3)

Act = tuple[str, str]
CONSENT: tuple[Act, ...] = (("say", "/dangky"), ("press", "Đồng ý"))
THE_BUSINESS: tuple[Act, ...] = (
    ("say", TAX_CODE),
    ("say", BUSINESS),
    ("press", "☐ Viễn thông"),
    ("press", "Tiếp tục ▶"),
    ("say", "hoan kiem"),
    ("press", "Phường Hoàn Kiếm"),
    ("press", "☐ Đội ứng cứu cáp quang"),
    ("press", "Tiếp tục ▶"),
    ("press", "5"),
)
THE_PERSON: tuple[Act, ...] = (
    ("say", "Nguyễn Thị Mai"),
    ("say", "Giám đốc"),
    ("say", "0912 345 678"),
    ("press", "Đầu mối chính"),
)
ALL = (*CONSENT, *THE_BUSINESS, *THE_PERSON)


async def say(story: Story, person: int, text: str) -> None:
    """Write at the pace of a person."""
    story.clock.at += BETWEEN_TAPS
    await story.say(person, text)


async def press(story: Story, person: int, button: str, *, message: Json | None = None) -> str:
    """Press a button at the pace of a person; returns the bot's words to the tap."""
    story.clock.at += BETWEEN_TAPS
    return await story.press(person, button, message=message)


async def act(story: Story, person: int, acts: Sequence[Act]) -> None:
    """Do one thing after the other."""
    for verb, words in acts:
        await (say if verb == "say" else press)(story, person, words)


def mai(story: Story) -> int:
    """Let Mai into the story, who speaks for a business that nobody knows yet."""
    return story.person(MAI, "Mai", last_name="Nguyễn", phone="+84912345678", language_code="vi")


@scene
async def apply(story: Story) -> int:
    """Let Mai register her business, up to the submission."""
    person = mai(story)
    await act(story, person, ALL)
    await press(story, person, "Gửi đăng ký")
    return person


async def second_coordinator(story: Story) -> int:
    """Appoint a second coordinator."""
    story.person(SECOND_COORDINATOR, "Vũ Minh Khôi")
    async with story.database.writing() as session:
        person = await accounts.recognise(
            session,
            telegram_id=SECOND_COORDINATOR,
            name="Vũ Minh Khôi",
            language=Language.VIETNAMESE,
            now=story.clock.now(),
        )
        await accounts.assign_role(session, person=person, role=Role.COORDINATOR, by=None, now=story.clock.now())
    return SECOND_COORDINATOR


async def rows(story: Story, table: type[SQLModel]) -> int:
    """Count the rows of a table."""
    async with story.database.reading() as session:
        return len((await session.exec(select(table))).all())
