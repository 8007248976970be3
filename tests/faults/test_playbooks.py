"""The bot dies between the steps of a playbook, and in the middle of one: each comes once."""

import pytest

from services.playbooks import runs
from tests.network import TIME_ZONE
from tests.scenarios.declaring import AN
from tests.scenarios.playbooks.test_playbooks import started
from tests.story import COORDINATOR, Story


class KilledInAStep(Exception):
    """The process is gone, and what was not committed with it."""


def given(story: Story) -> list[str]:
    """Tell which tasks have arrived, each by its code, without their reminders."""
    codes = [text.split(" ")[1] for text in story.arrived(AN) if text.startswith("🆕") and "🔔" not in text]
    return sorted(codes)


async def test_killed_between_steps_each_comes_once(story: Story) -> None:
    await started(story)
    story.look_away()
    await story.press(COORDINATOR, "▶️ Bắt đầu")
    await story.restart()
    await story.pass_time(seconds=30)
    assert given(story) == ["NV-2026-0001"]

    await story.restart()
    await story.pass_time(minutes=5)
    await story.restart()
    await story.pass_time(minutes=6)
    await story.restart()
    await story.pass_time(minutes=1)

    assert given(story) == ["NV-2026-0002"]
    asked = [text for text in story.arrived(COORDINATOR) if "bước 2" in text.partition("\n")[0]]
    assert len(asked) == 1


async def die_in_the_middle(story: Story) -> None:
    async with story.database.writing() as session:
        await runs.do_due(session, now=story.clock.now(), time_zone=TIME_ZONE)
        raise KilledInAStep


async def test_of_a_step_in_which_it_was_killed_nothing_stays_and_the_next_start_does_it_once(story: Story) -> None:
    await started(story)
    await story.press(COORDINATOR, "▶️ Bắt đầu")
    await story.pass_time(seconds=30)
    story.look_away()
    story.clock.jump(minutes=10)

    with pytest.raises(KilledInAStep):
        await die_in_the_middle(story)
    await story.restart()
    await story.pass_time(minutes=1)
    await story.pass_time(minutes=1)

    assert given(story) == ["NV-2026-0002"]
