"""What is said directly: patiently, but not for ever."""

from datetime import timedelta

from bot.sandbox.traffic.faults import Fault
from tests.scenarios.registering import CONSENT, THE_BUSINESS, THE_PERSON, act, mai
from tests.story import COORDINATOR, Json, Story, buttons_of


def again(story: Story, message: Json) -> Json:
    """Give a message as it looks now."""
    return next(one for one in story.chat(COORDINATOR) if one["message_id"] == message["message_id"])


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


async def test_a_step_that_was_answered_in_words_loses_its_buttons_and_the_new_one_has_them(story: Story) -> None:
    await story.say(COORDINATOR, "/suco")
    asked = story.last(COORDINATOR)
    assert "✖ Hủy" in buttons_of(asked)

    await story.say(COORDINATOR, "Đứt cáp quang")

    older, newer = again(story, asked), story.last(COORDINATOR)
    assert buttons_of(older) == []
    assert "✖ Hủy" in buttons_of(newer)


async def test_what_is_typed_beside_a_dialogue_leaves_its_step_alive(story: Story) -> None:
    await story.say(COORDINATOR, "/suco")
    asked = story.last(COORDINATOR)

    await story.say(COORDINATOR, "/help")

    assert "✖ Hủy" in buttons_of(again(story, asked))


async def test_a_dialogue_that_is_dropped_by_a_command_loses_its_buttons(story: Story) -> None:
    await story.say(COORDINATOR, "/suco")
    asked = story.last(COORDINATOR)

    await story.say(COORDINATOR, "/huy")

    assert buttons_of(again(story, asked)) == []


async def test_the_buttons_go_by_one_edit_after_the_answer(story: Story) -> None:
    await story.say(COORDINATOR, "/suco")
    calls = len(story.world.calls)

    await story.say(COORDINATOR, "Đứt cáp quang")

    made = [call.method for call in list(story.world.calls)[calls:] if call.chat_id == COORDINATOR]
    assert made == ["sendMessage", "editMessageReplyMarkup"]


async def test_a_step_that_a_tap_replaces_costs_one_edit_and_no_more(story: Story) -> None:
    await story.say(COORDINATOR, "/suco")
    await story.say(COORDINATOR, "Đứt cáp quang ở Ba Vì")
    await story.pass_time(seconds=5)
    calls = len(story.world.calls)

    await story.press(COORDINATOR, "◀ Quay lại")

    made = [call.method for call in list(story.world.calls)[calls:] if call.chat_id == COORDINATOR]
    assert made == ["editMessageText"]


async def test_a_dialogue_that_another_one_drops_loses_its_buttons(story: Story) -> None:
    await story.say(COORDINATOR, "/suco")
    asked = story.last(COORDINATOR)

    await story.say(COORDINATOR, "/hethong")
    await story.press(COORDINATOR, "➕ Thêm hệ thống")

    assert buttons_of(again(story, asked)) == []
    assert "✖ Hủy" in buttons_of(story.last(COORDINATOR))


async def test_of_a_long_dialogue_only_the_newest_step_has_live_buttons(story: Story) -> None:
    person = mai(story)
    await act(story, person, (*CONSENT, *THE_BUSINESS, *THE_PERSON[:2]))

    live = [one["message_id"] for one in story.chat(person) if buttons_of(one)]

    assert "số điện thoại" in story.text(person)
    assert live == [story.last(person)["message_id"]]
