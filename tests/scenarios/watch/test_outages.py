"""After an outage whoever may have tapped in vain is asked again, once, and told why."""

import pytest

from bot.sandbox.traffic.faults import Fault
from tests.scenarios.declaring import AN, BINH, CHI, declare, declared, small_network
from tests.story import COORDINATOR, Story, text_of

READY = "✅ Sẵn sàng"
WHY = "Hệ thống vừa mất kết nối"
CATCHING_UP = 11


async def test_who_has_not_answered_is_asked_again_once_and_told_why(story: Story) -> None:
    await declared(story)
    await story.press(CHI, READY)
    story.look_away()

    await story.be_cut_off(minutes=4)
    await story.pass_time(seconds=CATCHING_UP)

    for person in (AN, BINH):
        (asked,) = story.arrived(person)
        assert WHY in asked
    assert story.arrived(CHI) == []
    await story.pass_time(seconds=50)
    assert story.arrived(AN) == []
    assert "Đã ghi nhận" in await story.press(AN, READY, message=story.last(AN))
    assert "✔ Viễn thông Sông Hồng: ✅ Sẵn sàng" in story.text(AN)


@pytest.mark.parametrize("minutes", [5, 15])
async def test_a_jump_of_the_clock_is_no_outage_and_brings_one_card_to_each(story: Story, minutes: int) -> None:
    await declared(story)
    story.look_away()

    story.clock.jump(minutes=minutes)
    await story.settle()
    await story.pass_time(seconds=CATCHING_UP)

    for person in (AN, BINH, CHI):
        (reminder,) = story.arrived(person)
        assert WHY not in reminder


async def test_an_outage_during_which_the_clock_jumps_is_one(story: Story) -> None:
    await declared(story)
    story.look_away()

    story.clock.jump(minutes=15)
    await story.be_cut_off(minutes=3)
    await story.pass_time(seconds=CATCHING_UP)

    assert any(WHY in each for each in story.arrived(AN))


async def test_a_tap_that_was_lost_is_asked_for(story: Story) -> None:
    await declared(story)
    story.look_away()
    await story.world.press(AN, story.last(AN)["message_id"], READY)

    await story.be_cut_off(minutes=3)
    await story.pass_time(seconds=CATCHING_UP)

    assert story.world.queue.expired == 1
    (asked,) = story.arrived(AN)
    assert WHY in asked


async def test_whose_tap_telegram_still_had_is_not_asked(story: Story) -> None:
    await declared(story)
    story.clock.advance(100)
    await story.world.press(AN, story.last(AN)["message_id"], READY)
    story.look_away()

    await story.be_cut_off(seconds=60)
    await story.pass_time(seconds=CATCHING_UP)

    assert "✔ Viễn thông Sông Hồng: ✅ Sẵn sàng" in text_of(story.last(AN))
    assert [story.arrived(person) for person in (AN, BINH)] == [[], []]
    (asked,) = story.arrived(CHI)
    assert WHY in asked


async def test_a_short_silence_costs_nothing_and_nobody_is_asked(story: Story) -> None:
    await declared(story)
    story.look_away()

    await story.be_cut_off(seconds=119)
    await story.pass_time(seconds=CATCHING_UP)

    assert story.arrived(AN) == []


async def test_a_bot_that_was_down_asks_when_it_is_up_again(story: Story) -> None:
    await declared(story)
    story.look_away()

    story.clock.advance(600)
    await story.restart()
    await story.settle()
    await story.pass_time(seconds=CATCHING_UP)

    for person in (AN, BINH, CHI):
        (asked,) = story.arrived(person)
        assert WHY in asked
    # The reminders that fell due meanwhile are not sent beside it.
    await story.pass_time(minutes=2)
    assert story.arrived(AN) == []


async def test_a_reminder_that_could_not_go_out_is_not_sent_beside_the_question(story: Story) -> None:
    await declared(story)
    story.look_away()
    story.world.faults.add(Fault("away"))
    story.clock.advance(301)
    await story.settle()
    assert story.arrived(AN) == []

    story.world.faults.clear()
    await story.be_cut_off(seconds=1)
    await story.pass_time(seconds=CATCHING_UP)

    (asked,) = story.arrived(AN)
    assert WHY in asked


async def test_after_the_second_outage_who_is_still_silent_is_asked_again(story: Story) -> None:
    await declared(story)
    for _ in range(2):
        story.look_away()
        await story.be_cut_off(minutes=3)
        await story.pass_time(seconds=CATCHING_UP)
        assert len(story.arrived(AN)) == 1


async def test_what_is_over_is_asked_about_no_more(story: Story) -> None:
    await declared(story)
    await story.press(COORDINATOR, "🟢 Kết thúc")
    await story.say(COORDINATOR, "Đã khắc phục.")
    await story.press(COORDINATOR, "Kết thúc và gửi")
    story.look_away()

    await story.be_cut_off(minutes=10)
    await story.pass_time(seconds=CATCHING_UP)

    assert story.arrived(AN) == []


@pytest.mark.parametrize("minutes", [60 * 24, 3])
async def test_without_an_incident_an_outage_bothers_nobody(story: Story, minutes: int) -> None:
    await small_network(story)

    await story.be_cut_off(minutes=minutes)
    await story.pass_time(seconds=CATCHING_UP)

    assert [story.arrived(person) for person in (AN, BINH, CHI)] == [[], [], []]


async def test_who_gets_the_alert_only_after_the_outage_is_not_asked_beside_it(story: Story) -> None:
    await small_network(story)
    story.world.faults.add(Fault("429", "sendMessage", chat_id=AN, seconds=150))
    await declare(story)
    story.look_away()

    await story.be_cut_off(minutes=4)
    await story.pass_time(seconds=CATCHING_UP)

    (card,) = story.arrived(AN)
    assert WHY not in card
