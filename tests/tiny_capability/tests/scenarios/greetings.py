"""Greetings from end to end, played in a house that has this wing."""

from tests.story import COORDINATOR, Story

AN = 301
ERASE = "🗑 Xóa dữ liệu của tôi"


async def test_a_greeting_arrives_at_once_and_again_after_an_hour(story: Story) -> None:
    story.person(AN, "Nguyễn Văn An")
    await story.say(AN, "/chao")
    story.look_away()

    assert await story.press(AN, "👋 Gửi lời chào") == "Đã gửi lời chào."
    assert story.arrived(COORDINATOR) == ["👋 Nguyễn Văn An gửi lời chào anh/chị."]

    await story.pass_time(minutes=59)
    assert story.arrived(COORDINATOR) == []
    await story.pass_time(minutes=1)
    assert story.arrived(COORDINATOR) == ["👋 Nguyễn Văn An xin chào anh/chị lần nữa."]
    await story.pass_time(hours=5)
    assert story.arrived(COORDINATOR) == []
    assert story.arrived(AN) == []


async def test_nothing_is_left_to_say_of_whoever_had_themselves_erased(story: Story) -> None:
    story.person(AN, "Nguyễn Văn An")
    await story.say(AN, "/chao")
    await story.press(AN, "👋 Gửi lời chào")
    await story.say(AN, "/dulieu")
    await story.press(AN, ERASE)
    await story.press(AN, ERASE)
    story.look_away()

    await story.pass_time(hours=1)

    assert story.arrived(COORDINATOR) == []
