"""What stories about the roster share: a few businesses, those who speak for them, and an observer."""

from collections.abc import Callable

from sqlmodel import select

from models.members import Member, MemberStatus, Sector
from models.people import Language, Role
from services.members import entries
from services.people import accounts
from tests.enrolment import BA_VI, enrol
from tests.scenes import scene
from tests.story import Json, Story

AN, CHI, OBSERVER, STRANGER = 1001, 1003, 1009, 1666
POWER = "Công ty Cổ phần Điện lực Đông Đô"
LOTUS = "Công ty TNHH Công nghệ Hòa Sen"
POST = "Bưu chính Ăn Mặc"
SHORT_POWER, SHORT_LOTUS = "Điện lực Đông Đô", "Công nghệ Hòa Sen"
FIBRE = 1


@scene
async def found(story: Story) -> None:
    """Let three businesses be in the network: An speaks for the power company, Chi for two others."""
    await enrol(story, AN, "Nguyễn Văn An", POWER, sectors=(Sector.IT,), capabilities={FIBRE: 4})
    await enrol(story, CHI, "Phạm Quế Chi", LOTUS, sectors=(Sector.IT, Sector.TELECOM), commune_code=BA_VI)
    await enrol(story, CHI, "Phạm Quế Chi", POST, sectors=(Sector.POSTAL,))
    story.person(STRANGER, "Kẻ Lạ", language_code="vi")


async def appoint_observer(story: Story) -> None:
    """Let somebody of a partner agency look on."""
    story.person(OBSERVER, "Trịnh Quan Sát", language_code="vi")
    async with story.database.writing() as session:
        person = await accounts.recognise(
            session, telegram_id=OBSERVER, name="Trịnh Quan Sát", language=Language.VIETNAMESE, now=story.clock.now()
        )
        await accounts.assign_role(session, person=person, role=Role.OBSERVER, by=None, now=story.clock.now())


async def change(story: Story, name: str, how: Callable[[Member], None]) -> int:
    """Change a business behind everybody's back, and index it anew; returns its id."""
    async with story.database.writing() as session:
        member = (await session.exec(select(Member).where(Member.name == name))).one()
        how(member)
        await session.flush()
        await entries.refresh(session, member_ids=[member.id or 0])
        return member.id or 0


async def suspend(story: Story, name: str) -> int:
    """Suspend a business; returns its id."""

    def how(member: Member) -> None:
        member.status, member.suspended_because = MemberStatus.SUSPENDED, "Chưa xác minh"

    return await change(story, name, how)


async def id_of_business(story: Story, name: str) -> int:
    """Find a business by its name."""
    return await change(story, name, lambda _member: None)


async def ask(story: Story, person: int, text: str, offset: str = "") -> Json:
    """Type an inline query; returns the bot's answer."""
    query = await story.world.ask_inline(person, text, offset)
    await story.settle()
    answer = story.world.answer(query)
    assert answer is not None, f"the inline query {text!r} was never answered"
    return answer


def titles(answer: Json) -> list[str]:
    """Give the titles of inline results."""
    return [result["title"] for result in answer["results"]]
