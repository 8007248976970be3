"""What is said directly: patiently, but not for ever."""

from datetime import timedelta

from bot.sandbox.traffic.faults import Fault
from tests.story import COORDINATOR, Story


async def test_words_wait_a_little_where_telegram_asks_for_it(story: Story) -> None:
    story.world.faults.add(Fault("429", "sendMessage", seconds=2))

    await story.say(COORDINATOR, "/start")

    assert len(story.arrived(COORDINATOR)) == 1


async def test_nobody_is_kept_waiting_for_an_hour_because_telegram_asks_for_it(story: Story) -> None:
    before = story.clock.now()
    story.world.faults.add(Fault("429", "sendMessage", seconds=3600))

    await story.say(COORDINATOR, "/start")

    assert story.clock.now() - before < timedelta(minutes=1)
    assert story.arrived(COORDINATOR) == []
    await story.say(COORDINATOR, "/menu")
    assert len(story.arrived(COORDINATOR)) == 1


async def test_the_word_after_cancelling_is_said_though_telegram_asks_to_wait(story: Story) -> None:
    await story.say(COORDINATOR, "/suco")
    story.world.faults.add(Fault("429", "sendMessage", seconds=2))

    await story.press(COORDINATOR, "✖ Hủy")

    assert story.text(COORDINATOR).startswith("Đã hủy.")
