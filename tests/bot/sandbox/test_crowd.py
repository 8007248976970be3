"""People who play themselves: when they tap, what, and that they do so once."""

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from bot.sandbox.acts import timeline
from bot.sandbox.state.people import Habit, TelegramUser, Temper
from tests.bot.sandbox.conftest import TOKEN, MovedClock
from tests.bot.sandbox.world import World

CARD = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("✅ Sẵn sàng", callback_data="ready")],
        [InlineKeyboardButton("⛔ Không thể", callback_data="no")],
    ]
)
OTHER = InlineKeyboardMarkup([[InlineKeyboardButton("Xem chi tiết", callback_data="details")]])
HABITS = [Habit("Sẵn sàng", 3), Habit("Không thể", 1)]


def member(person_id: int, temper: Temper) -> TelegramUser:
    return TelegramUser(person_id, f"Người {person_id}", temper=temper, started=True, habits=HABITS)


async def tapped(bot: Bot) -> list[tuple[int, str]]:
    updates = await bot.get_updates(timeout=0)
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1)
    taps = [each.callback_query for each in updates if each.callback_query]
    return [(tap.from_user.id, str(tap.data)) for tap in taps]


async def wait(world: World, clock: MovedClock, seconds: float) -> None:
    clock.advance(seconds)
    await world.run_due()


@pytest.mark.parametrize(("temper", "earliest", "latest"), [("prompt", 2, 20), ("slow", 40, 240)])
async def test_people_answer_in_their_own_time_and_once(
    bot: Bot, world: World, clock: MovedClock, temper: Temper, earliest: float, latest: float
) -> None:
    world.add_people([member(7, temper)])
    sent = await bot.send_message(7, "Cảnh báo", reply_markup=CARD)

    await wait(world, clock, earliest - 0.1)
    assert await tapped(bot) == []
    await wait(world, clock, latest - earliest + 0.1)
    assert [person for person, _ in await tapped(bot)] == [7]

    await bot.edit_message_text("Cảnh báo!", 7, sent.message_id, reply_markup=CARD)
    await wait(world, clock, 1000)
    assert await tapped(bot) == []


async def test_the_silent_and_the_unreachable_never_answer(bot: Bot, world: World, clock: MovedClock) -> None:
    world.add_people([member(7, "silent"), member(8, "unreachable")])
    await bot.send_message(7, "Cảnh báo", reply_markup=CARD)
    with pytest.raises(Exception, match="bot was blocked by the user"):
        await bot.send_message(8, "Cảnh báo", reply_markup=CARD)

    await wait(world, clock, 1000)

    assert await tapped(bot) == []


async def test_nobody_answers_what_offers_nothing_they_look_for(bot: Bot, world: World, clock: MovedClock) -> None:
    world.add_people([member(7, "prompt")])
    await bot.send_message(7, "Tin", reply_markup=OTHER)
    await bot.send_message(7, "Tin")

    await wait(world, clock, 1000)

    assert await tapped(bot) == []


async def test_a_card_that_closed_in_the_meantime_is_left_alone(bot: Bot, world: World, clock: MovedClock) -> None:
    world.add_people([member(7, "slow")])
    sent = await bot.send_message(7, "Cảnh báo", reply_markup=CARD)
    await bot.edit_message_text("Kết thúc", 7, sent.message_id)

    await wait(world, clock, 1000)

    assert await tapped(bot) == []


async def test_choices_follow_the_weights_and_repeat_in_a_new_world(clock: MovedClock) -> None:
    async def answers() -> list[str]:
        world = World(TOKEN, clock)
        world.limits = None
        world.add_people([member(each, "prompt") for each in range(1, 201)])
        for person_id in range(1, 201):
            content = {"text": "Cảnh báo", "reply_markup": CARD.to_dict()}
            chat = world.chat(person_id)
            timeline.sent(world, chat, timeline.post(world, chat, world.bot_user(), content))
        await wait(world, clock, 20)
        return [each.update["callback_query"]["data"] for each in world.queue.entries.values()]

    first, second = await answers(), await answers()

    assert first == second
    assert len(first) == 200
    assert 120 <= first.count("ready") <= 180
