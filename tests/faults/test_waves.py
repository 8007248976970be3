"""The bot dies between waves, and in the middle of one: each comes once."""

import pytest

from services.waves import calling
from tests.network import TIME_ZONE
from tests.scenarios.waves.test_waves import (
    NEIGHBOUR,
    add_wave,
    declare_in_hoan_kiem,
    open_policy,
    save,
    with_a_neighbour,
)
from tests.story import COORDINATOR, Story


class Killed(Exception):
    """The process is gone, and what was not committed with it."""


async def with_two_waves(story: Story) -> None:
    """Declare where the neighbours are called after 20 minutes, and the whole city after 40."""
    await with_a_neighbour(story)
    await open_policy(story)
    await add_wave(story, "Giáp ranh", "20")
    await add_wave(story, "Mọi nơi", "40")
    await save(story)
    await declare_in_hoan_kiem(story)
    story.look_away()


async def test_killed_between_waves_each_comes_once(story: Story) -> None:
    await with_two_waves(story)
    await story.pass_time(minutes=19)
    await story.restart()
    assert story.arrived(NEIGHBOUR) == []

    await story.pass_time(minutes=1)
    (card,) = story.arrived(NEIGHBOUR)
    await story.restart()
    await story.pass_time(minutes=40)

    assert "SC-2026-0001" in card
    assert not [text for text in story.arrived(NEIGHBOUR) if text == card]
    assert "⏭ Gọi thêm" not in story.text(COORDINATOR)


async def die_in_the_middle(story: Story) -> None:
    async with story.database.writing() as session:
        await calling.call_due(session, now=story.clock.now(), time_zone=TIME_ZONE)
        raise Killed


async def test_of_a_wave_in_which_it_was_killed_nothing_stays_and_the_next_start_calls_it_once(story: Story) -> None:
    await with_two_waves(story)
    story.clock.jump(minutes=20)
    with pytest.raises(Killed):
        await die_in_the_middle(story)
    await story.restart()

    await story.pass_time(minutes=1)
    await story.pass_time(minutes=1)

    assert [text.partition("\n")[0] for text in story.arrived(NEIGHBOUR)] == [
        "🔴 SC-2026-0001 · Đứt cáp tại phường Hoàn Kiếm"
    ]
