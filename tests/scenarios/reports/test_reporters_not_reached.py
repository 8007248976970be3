"""Who decides on a report is told when its reporter cannot be: nobody waits for an answer that can't come."""

import pytest
from sqlmodel import select

from models.members import Member, MemberStatus
from tests.scenarios.declaring import AN
from tests.scenarios.reporting import reported, watched
from tests.story import COORDINATOR, Story, buttons_of


async def suspend(story: Story) -> None:
    """Suspend the reporter's business."""
    async with story.database.writing() as session:
        member = (await session.exec(select(Member).where(Member.name == "Viễn thông Sông Hồng"))).one()
        member.status = MemberStatus.SUSPENDED


@pytest.mark.parametrize(("button", "words"), [("❓ Hỏi lại", "Mấy máy?"), ("✉️ Khuyến nghị", "Ngắt mạng")])
async def test_that_a_suspended_reporter_gets_nothing_is_said_with_whom_to_call(
    story: Story, button: str, words: str
) -> None:
    await reported(story)
    await suspend(story)

    await story.press(COORDINATOR, button)
    await story.say(COORDINATOR, words)
    await story.press(COORDINATOR, "📨 Gửi cho người báo")
    await story.pass_time(minutes=1)

    assert "chưa tới được người báo" in story.text(COORDINATOR)
    assert "Nguyễn Văn An (Viễn thông Sông Hồng)" in story.text(COORDINATOR)
    assert "Đã gửi" not in story.text(COORDINATOR)
    assert story.arrived(AN) == []
    assert "📵" in watched(story)
    await story.press(COORDINATOR, "Lấy số để gọi")
    assert story.last(COORDINATOR).get("contact")


async def test_that_the_reporter_has_blocked_the_bot_stands_on_the_card_once_that_is_known(story: Story) -> None:
    await reported(story)
    story.world.block(AN)
    await story.press(COORDINATOR, "❓ Hỏi lại")
    await story.say(COORDINATOR, "Mấy máy?")
    await story.press(COORDINATOR, "📨 Gửi cho người báo")

    await story.pass_time(minutes=1)

    assert "📵" in watched(story)
    assert "Lấy số để gọi" in buttons_of(story.last_with(COORDINATOR, "❓ Hỏi lại"))


async def test_of_a_reporter_who_erased_their_data_another_of_the_business_is_called(story: Story) -> None:
    await reported(story)
    await story.say(AN, "/dulieu")
    await story.press(AN, "✋ Rút lại đồng ý")
    await story.press(AN, "✋ Rút lại đồng ý, xóa dữ liệu")
    await story.pass_time(minutes=1)

    await story.press(COORDINATOR, "Không xử lý")
    await story.say(COORDINATOR, "Bảo trì")
    await story.press(COORDINATOR, "📨 Gửi cho người báo")

    assert "chưa tới được người báo" in story.text(COORDINATOR)
    assert "Lê Thị Bình (Viễn thông Sông Hồng)" in story.text(COORDINATOR)
