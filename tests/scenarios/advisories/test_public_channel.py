"""What is for everybody is posted in the public channel, which an owner has confirmed, and is edited there."""

from tests.scenarios.advisories.test_advisories import send, write
from tests.scenarios.declaring import CHI, small_network
from tests.story import COORDINATOR, Story, buttons_of, text_of


async def channel(story: Story, *, founder: int = COORDINATOR) -> int:
    """Let somebody found a channel and make the bot one of those who run it."""
    await small_network(story)
    chat_id = story.world.create_channel("Sở KHCN cảnh báo", founder)
    story.world.appoint_bot(chat_id, founder)
    await story.settle()
    return chat_id


async def publish(story: Story, label: str = "TLP:CLEAR") -> str:
    """Write an advisory and send it; returns its preview."""
    await write(story, label=label)
    preview = story.text(COORDINATOR)
    await send(story)
    return preview


async def test_a_channel_is_bound_by_an_owner_and_a_post_follows_every_change(story: Story) -> None:
    chat_id = await channel(story)
    assert "Sở KHCN cảnh báo" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📻 Gắn kênh này")
    assert "được đăng trên kênh công khai" in await publish(story)

    [post] = story.world.messages(chat_id)
    assert post["sender_chat"]["id"] == chat_id
    assert text_of(post).startswith("TLP:CLEAR · 📯 CB-2026-0001")
    assert not buttons_of(post)
    assert "📻 Đã đăng trên kênh công khai" in story.text(COORDINATOR)

    await story.press(COORDINATOR, "Thu hồi cảnh báo")
    await story.say(COORDINATOR, "Không còn đúng")
    await story.press(COORDINATOR, "Thu hồi và báo")
    await story.pass_time(minutes=1)
    [post] = story.world.messages(chat_id)
    assert "ĐÃ THU HỒI" in text_of(post)


async def test_nothing_is_posted_unless_it_is_clear_and_an_owner_has_confirmed(story: Story) -> None:
    chat_id = await channel(story, founder=CHI)
    assert "đăng trên kênh công khai" not in await publish(story)
    await story.say(COORDINATOR, "/kenh")
    await story.press(COORDINATOR, "📻 Gắn kênh Sở KHCN cảnh báo")
    await publish(story, label="TLP:GREEN")

    assert story.world.messages(chat_id) == []
    assert not [text for text in story.arrived(CHI) if "Bot vừa được trao quyền" in text]


async def test_a_lost_channel_is_let_go_and_owners_hear_of_it_once(story: Story) -> None:
    chat_id = await channel(story)
    await story.press(COORDINATOR, "📻 Gắn kênh này")
    story.look_away()
    story.world.appoint_bot(chat_id, COORDINATOR, lacks=["can_post_messages"])
    await story.settle()
    assert "không còn đăng bài được" in story.text(COORDINATOR)

    await publish(story)
    assert story.world.messages(chat_id) == []
    story.world.put_bot_out(chat_id, COORDINATOR)
    story.look_away()
    await story.settle()
    assert not story.arrived(COORDINATOR)


async def test_a_channel_is_let_go_by_an_owner_and_what_was_posted_stays(story: Story) -> None:
    chat_id = await channel(story)
    await story.press(COORDINATOR, "📻 Gắn kênh này")
    await publish(story)
    await story.say(COORDINATOR, "/channel")
    await story.press(COORDINATOR, "Bỏ gắn kênh")
    await story.press(COORDINATOR, "Bỏ gắn kênh ngay")
    await story.pass_time(minutes=1)
    await publish(story)
    assert len(story.world.messages(chat_id)) == 1
