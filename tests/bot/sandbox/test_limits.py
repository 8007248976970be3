"""How many messages the sandbox takes, by its own clock."""

from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import RetryAfter

from bot.sandbox.errors import ApiError
from bot.sandbox.state.people import TelegramUser
from bot.sandbox.traffic.limits import FloodLimits, FloodRate
from tests.bot.sandbox.conftest import MAI, MovedClock
from tests.bot.sandbox.world import World

CROWD = range(2001, 2101)


@pytest.fixture
def many(world: World) -> World:
    world.add_people([TelegramUser(each, f"Người {each}", started=True) for each in CROWD])
    return world


def refused(limits: FloodLimits, chat_id: int, now: float, *, is_group: bool = False) -> float | None:
    """Return the retry_after of the refusal, or None when the message is taken."""
    try:
        limits.take(chat_id, is_group, now)
    except ApiError as refusal:
        return float((refusal.parameters or {})["retry_after"])
    return None


async def test_the_thirty_first_message_in_a_second_is_refused(bot: Bot, many: World, clock: MovedClock) -> None:
    for person_id in CROWD[:30]:
        await bot.send_message(person_id, "Tin")

    with pytest.raises(RetryAfter) as refusal:
        await bot.send_message(CROWD[30], "Tin")
    assert refusal.value.retry_after == timedelta(seconds=1)
    assert many.messages(CROWD[30]) == []
    assert many.calls[-1].outcome == "429"

    clock.advance(1)
    for person_id in CROWD[30:60]:
        await bot.send_message(person_id, "Tin")
    with pytest.raises(RetryAfter):
        await bot.send_message(CROWD[60], "Tin")


async def test_edits_count_like_messages_and_answers_to_taps_do_not(bot: Bot, world: World) -> None:
    sent = await bot.send_message(MAI, "một")
    await bot.edit_message_text("hai", MAI, sent.message_id)
    await bot.edit_message_text("ba", MAI, sent.message_id)

    with pytest.raises(RetryAfter):
        await bot.edit_message_text("bốn", MAI, sent.message_id)

    for _ in range(5):
        query_id = await world.forge(MAI, sent.message_id, "x")
        assert await bot.answer_callback_query(query_id)
        assert await bot.send_chat_action(MAI, "typing")
    assert world.messages(MAI)[0]["text"] == "ba"


def test_one_chat_takes_three_at_once_and_then_one_a_second() -> None:
    limits = FloodLimits()

    assert [refused(limits, 1, 0.0) for _ in range(4)] == [None, None, None, 1]
    assert refused(limits, 2, 0.0) is None
    assert [refused(limits, 1, 1.0) for _ in range(2)] == [None, 1]
    assert refused(limits, 1, 1.5) == 1
    assert refused(limits, 1, 2.0) is None


def test_a_group_takes_twenty_a_minute() -> None:
    limits = FloodLimits(chat=None)

    assert [refused(limits, -1, 0.0, is_group=True) for _ in range(21)] == [None] * 20 + [3]
    assert refused(limits, 1, 0.0) is None
    assert refused(limits, -1, 3.0, is_group=True) is None
    assert refused(limits, -1, 3.0, is_group=True) == 3


def test_in_the_long_run_no_more_than_thirty_a_second_pass() -> None:
    limits = FloodLimits()

    taken = sum(refused(limits, chat_id, chat_id / 100) is None for chat_id in range(1000))

    assert 325 <= taken <= 330


async def test_limits_can_be_changed_and_switched_off(bot: Bot, many: World) -> None:
    many.limits = FloodLimits(everywhere=FloodRate(1, 2))
    await bot.send_message(CROWD[0], "Tin")
    await bot.send_message(CROWD[1], "Tin")
    with pytest.raises(RetryAfter):
        await bot.send_message(CROWD[2], "Tin")

    many.limits = None
    for person_id in CROWD:
        await bot.send_message(person_id, "Tin")

    assert many.counters["sent"] == 102


async def test_a_message_that_is_refused_for_another_reason_costs_nothing(bot: Bot, world: World) -> None:
    world.limits = FloodLimits(everywhere=FloodRate(1, 1))
    world.block(MAI)

    for _ in range(3):
        with pytest.raises(Exception, match="blocked by the user"):
            await bot.send_message(MAI, "Tin")

    world.unblock(MAI)
    assert await bot.send_message(MAI, "Tin")
