"""What a group does not take reaches the primary contact, and a group that moved is found again."""

import pytest

from bot.sandbox.traffic.faults import Fault
from tests.scenarios.declaring import AN, declare
from tests.scenarios.grouping import network_with_group
from tests.story import COORDINATOR, Story


@pytest.mark.parametrize(
    "says",
    [
        "TOPIC_CLOSED",
        "have no write access",
        "CHAT_RESTRICTED",
        "CHAT_SEND_PLAIN_FORBIDDEN",
        "CHAT_ADMIN_REQUIRED",
        "?",
    ],
)
async def test_an_alert_that_a_group_does_not_take_reaches_the_primary_contact_and_coordinators_hear_of_it(
    story: Story, says: str
) -> None:
    group = await network_with_group(story)
    story.look_away(AN, COORDINATOR)
    story.world.faults.add(Fault("400", "sendMessage", chat_id=group, says=says))

    await declare(story)
    await story.settle()

    told = story.arrived(AN)
    assert any("SC-2026-0001" in each for each in told)
    assert any("không còn gửi được tin vào nhóm Telegram" in each for each in told)
    assert any(
        "không gửi được tin vào nhóm Telegram của Viễn thông Sông Hồng" in each for each in story.arrived(COORDINATOR)
    )


async def test_a_card_that_is_our_own_mistake_costs_no_group_its_binding(story: Story) -> None:
    group = await network_with_group(story)
    story.world.faults.add(Fault("400", "sendMessage", chat_id=group, says="message is too long"))

    await declare(story)
    await story.settle()

    await story.say(AN, "/nhom", group=group)
    assert "Nhóm này gắn với Viễn thông Sông Hồng" in story.text(group)


async def test_an_alert_finds_a_group_that_moved_without_our_being_told(story: Story) -> None:
    group = await network_with_group(story)
    await declare(story)
    moved = story.world.migrate_group(group)
    story.world.queue.clear()

    await story.press(AN, "✅ Sẵn sàng")
    await declare(story, "Mất điện tại Ba Vì")
    await story.pass_time(seconds=10)

    first, second = sorted(story.arrived(moved))
    assert "✔ Viễn thông Sông Hồng: ✅ Sẵn sàng" in first
    assert "SC-2026-0002" in second
    assert await story.press(AN, "⛔ Không thể", group=moved, message=story.last(moved))


async def test_a_group_that_moves_in_the_middle_of_a_broadcast_gets_the_alert_once(story: Story) -> None:
    group = await network_with_group(story)
    await story.world.say(COORDINATOR, "/suco Mất điện")
    await story.settle()
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "📨 Gửi tới")
    story.world.faults.add(Fault("429", "sendMessage", chat_id=group, seconds=2))
    confirm = story.last_with(COORDINATOR, "🚨 Xác nhận gửi")
    await story.world.press(COORDINATOR, confirm["message_id"], "🚨 Xác nhận gửi")
    await story.house.poller.poll(wait_seconds=0)
    await story.house.dispatcher.drain()
    await story.house.delivery.drain()
    moved = story.world.migrate_group(group)

    await story.restart()
    await story.pass_time(seconds=10)

    assert ["SC-2026-0001" in text for text in story.arrived(moved)] == [True]
    assert story.arrived(group) == []
