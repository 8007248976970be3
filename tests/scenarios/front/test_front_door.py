"""Who opens the bot is greeted by what they are."""

from tests.story import COORDINATOR, Story, buttons_of


async def test_a_coordinator_is_greeted_with_the_tools_of_the_office(story: Story) -> None:
    await story.say(COORDINATOR, "/start")

    (greeting,) = story.arrived(COORDINATOR)
    assert "Sở Khoa học và Công nghệ" in greeting
    assert "Điều phối viên" in greeting
    assert "🚨 Khai báo sự cố" in buttons_of(story.last(COORDINATOR))


async def test_a_stranger_is_invited_to_register_and_sees_nothing_else(story: Story) -> None:
    stranger = story.person(900, "Người lạ")

    await story.say(stranger, "/start")

    (greeting,) = story.arrived(stranger)
    assert "đăng ký tham gia" in greeting
    assert "🚨 Khai báo sự cố" not in buttons_of(story.last(stranger))
