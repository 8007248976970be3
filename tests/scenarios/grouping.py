"""A business's own group, bound by the link that its primary contact makes, and what happens to it."""

from sqlmodel import select

from models.members import Member, MemberStatus
from tests.scenarios.declaring import AN, BINH, CHI, small_network
from tests.scenes import scene
from tests.story import COORDINATOR, Json, Story, links_of

GUEST = 301


async def link(story: Story, person: int) -> str:
    """Make the link that binds a group; returns what it carries."""
    await story.say(person, "/nhom")
    (url,) = links_of(story.last(person))
    return url.partition("?startgroup=")[2]


async def bind(story: Story, person: int, title: str, *others: int) -> int:
    """Found a group of a person and others, and bind it to the person's business; returns its id."""
    group = story.world.create_group(title, [person, *others], with_bot=False)
    await story.world.open_group_link(person, group, await link(story, person))
    await story.settle()
    story.look_away(person, group, *others)
    return group


@scene
async def network_with_group(story: Story) -> int:
    """Bind a group of An, Bình, Chi and a guest to the telecom business; returns its id."""
    await small_network(story)
    story.person(GUEST, "Khách", started=False)
    return await bind(story, AN, "Trực ban Sông Hồng", BINH, CHI, GUEST)


async def end(story: Story) -> None:
    """End the incident."""
    await story.press(COORDINATOR, "🟢 Kết thúc")
    await story.say(COORDINATOR, "Đã nối lại tuyến cáp.")
    await story.press(COORDINATOR, "🟢 Kết thúc và gửi")


def by_anonymous(story: Story, chat_id: int, kind: str, **content: object) -> Json:
    """Make a message of an anonymous admin of a group, as the Bot API shows it."""
    chat = {"id": chat_id, "type": kind, "title": "Tổ trực"}
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    now = int(story.clock.now().timestamp())
    return {"message_id": 9_000, "date": now, "chat": chat, "from": anonymous, "sender_chat": chat, **content}


async def change_status(story: Story, business: str, status: MemberStatus) -> None:
    """Let a business be suspended, or leave."""
    async with story.database.writing() as session:
        member = (await session.exec(select(Member).where(Member.name == business))).one()
        member.status = status
