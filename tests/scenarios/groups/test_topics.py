"""In a group with topics the business's messages appear in the one that was chosen, or in General."""

import pytest

from bot.sandbox.traffic.faults import Fault
from tests.scenarios.declaring import AN, declare, small_network
from tests.scenarios.grouping import by_anonymous, link, network_with_group
from tests.story import Json, Story, buttons_of, text_of


@pytest.mark.parametrize(
    ("topic", "answered_in"),
    [({"message_thread_id": 7, "is_topic_message": True}, 7), ({"message_thread_id": 1}, None)],
)
async def test_a_command_in_a_topic_is_answered_there_and_in_general_without_its_id(
    story: Story, topic: Json, answered_in: int | None
) -> None:
    group = await network_with_group(story)
    have_topic(story, group)
    story.look_away(group)

    await ask_in(story, group, topic)

    assert story.last(group).get("message_thread_id") == answered_in


async def ask_in(story: Story, group: int, topic: Json) -> None:
    """Let An write /nhom in a topic of a group."""
    command = {"text": "/nhom", "entities": [{"type": "bot_command", "offset": 0, "length": 5}]}
    written = by_anonymous(story, group, "group", **command, **topic)
    del written["sender_chat"]
    written["from"] = {"id": AN, "is_bot": False, "first_name": "An"}
    story.world.queue.put("message", written, AN)
    await story.settle()


def have_topic(story: Story, group: int) -> None:
    """Let a group be a forum with a topic 7."""
    forum = story.world.chat(group)
    forum.type, forum.is_forum = "supergroup", True
    forum.topics[7] = {"name": "Trực ban", "icon_color": 0, "closed": False}


async def choose_topic(story: Story, group: int) -> None:
    """Let what comes to a group appear in its topic 7."""
    have_topic(story, group)
    await ask_in(story, group, {"message_thread_id": 7, "is_topic_message": True})
    await story.press(AN, "👥 Hiện tại chủ đề này", group=group)
    story.look_away(group)


async def test_in_a_forum_what_comes_to_the_group_appears_in_the_topic_that_was_chosen(story: Story) -> None:
    group = await network_with_group(story)

    await choose_topic(story, group)
    assert "Từ nay cảnh báo và nhiệm vụ của Viễn thông Sông Hồng hiện tại chủ đề này" in story.text(group)
    await declare(story)

    card = story.last_with(group, "✅ Sẵn sàng")
    assert card["message_thread_id"] == 7
    await story.press(AN, "✅ Sẵn sàng", group=group)
    await ask_in(story, group, {"message_thread_id": 7, "is_topic_message": True})
    assert "👥 Hiện tại chủ đề này" not in buttons_of(story.last(group))


@pytest.mark.parametrize("says", ["TOPIC_CLOSED", "TOPIC_DELETED", "message thread not found"])
async def test_what_a_topic_does_not_take_appears_in_general(story: Story, says: str) -> None:
    group = await network_with_group(story)
    await choose_topic(story, group)
    story.world.faults.add(Fault("400", "sendMessage", chat_id=group, says=says))

    await declare(story)

    (card,) = [message for message in story.chat(group) if "SC-2026-0001" in text_of(message)]
    assert "message_thread_id" not in card
    await story.press(AN, "✅ Sẵn sàng", group=group, message=card)
    await story.say(AN, "/nhom", group=group)
    assert "Nhóm này gắn với Viễn thông Sông Hồng" in story.text(group)


async def test_what_neither_a_topic_nor_general_takes_reaches_the_primary_contact(story: Story) -> None:
    group = await network_with_group(story)
    await choose_topic(story, group)
    story.look_away(AN)
    story.world.faults.add(Fault("400", "sendMessage", chat_id=group, says="TOPIC_CLOSED", times=2))

    await declare(story)
    await story.settle()

    told = story.arrived(AN)
    assert any("SC-2026-0001" in each for each in told)
    assert any("không còn gửi được tin vào nhóm Telegram" in each for each in told)


async def test_a_group_bound_in_a_topic_gets_its_cards_there(story: Story) -> None:
    await small_network(story)
    group = story.world.create_group("Diễn đàn Sông Hồng", [AN])
    have_topic(story, group)
    await story.settle()
    command = f"/start@{story.world.bot_user()['username']}"
    written = by_anonymous(
        story,
        group,
        "supergroup",
        text=f"{command} {await link(story, AN)}",
        entities=[{"type": "bot_command", "offset": 0, "length": len(command)}],
        message_thread_id=7,
        is_topic_message=True,
    )
    del written["sender_chat"]
    written["from"] = {"id": AN, "is_bot": False, "first_name": "An"}
    story.world.queue.put("message", written, AN)
    await story.settle()

    await declare(story)

    assert story.last_with(group, "✅ Sẵn sàng")["message_thread_id"] == 7
