"""The bot dies between the injects of a drill, and in the middle of one: each comes once."""

import pytest

from services.drills import course
from tests.network import TIME_ZONE
from tests.scenarios.declaring import AN, small_network
from tests.scenarios.drills.drilling import plan, write_script
from tests.story import Story


class Gone(Exception):
    """The process is gone, and what was not committed with it."""


def injects(story: Story) -> list[str]:
    """Give the second lines of the injects that came since somebody last looked: their numbers and moments."""
    return [text.split("\n")[1].partition(" · ")[0] for text in story.arrived(AN) if "Tình huống" in text]


async def planned(story: Story) -> None:
    """Plan a drill that begins in an hour, its second inject 15 minutes later."""
    await small_network(story)
    await write_script(story)
    await plan(story, told="Không báo trước")
    story.look_away()


async def die_in_a_tick(story: Story) -> None:
    """Do all that drills have due, and die before it is committed."""
    async with story.database.writing() as session:
        await course.run_due(session, now=story.clock.now(), time_zone=TIME_ZONE)
        raise Gone


async def test_killed_between_injects_each_comes_once(story: Story) -> None:
    await planned(story)
    await story.pass_time(minutes=59)
    await story.restart()
    assert injects(story) == []

    await story.pass_time(minutes=2)
    await story.restart()
    assert injects(story) == ["Tình huống 1/2"]
    await story.pass_time(minutes=14)
    await story.restart()
    await story.pass_time(minutes=14)

    assert injects(story) == ["Tình huống 2/2"]


async def test_killed_in_the_middle_of_an_inject_nothing_of_it_stays_and_the_next_start_sends_it_once(
    story: Story,
) -> None:
    await planned(story)
    story.clock.jump(minutes=61)
    with pytest.raises(Gone):
        await die_in_a_tick(story)
    await story.restart()

    await story.pass_time(minutes=1)
    await story.pass_time(minutes=1)

    assert injects(story) == ["Tình huống 1/2"]
