"""People mistype, tap twice and meddle: every word and every tap gets a true answer, and nothing breaks."""

import pytest

from tests.scenarios.test_incidents import AN, declare, small_network
from tests.story import COORDINATOR, Story

TOO_LARGE = "99999999999999999999"


@pytest.mark.parametrize("data", [f"a:{TOO_LARGE}:ready", f"i:{TOO_LARGE}", f"q:{TOO_LARGE}", "m:" + "x" * 100])
async def test_a_forged_number_that_no_row_can_have_is_answered(story: Story, data: str) -> None:
    await small_network(story)
    await declare(story)

    said = await story.forge(AN, story.last(AN), data)

    assert said.startswith("Nút này không còn dùng được.")


@pytest.mark.parametrize(("field", "value"), [("capabilities", TOO_LARGE), ("until", TOO_LARGE), ("place", TOO_LARGE)])
async def test_a_forged_value_of_a_declaration_changes_nothing(story: Story, field: str, value: str) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco Mất điện")
    message = story.last(COORDINATOR)
    key = message["reply_markup"]["inline_keyboard"][0][0]["callback_data"].split(":")[1]
    await story.forge(COORDINATOR, message, f"d:{key}:edit:{field}")

    said = await story.forge(COORDINATOR, message, f"d:{key}:set:{value}")

    assert "Không có gì thay đổi" in said
