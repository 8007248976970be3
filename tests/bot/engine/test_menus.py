"""Command menus: each person's own, by role and language, and one that Telegram refuses is nobody else's trouble."""

from bot.sandbox.traffic.faults import Fault
from tests.story import COORDINATOR, Story


async def test_a_menu_that_telegram_refuses_does_not_hold_up_the_others(story: Story) -> None:
    newcomer = story.person(201, "Nguyễn Văn An")
    story.world.faults.add(Fault("unparsable_html", "setMyCommands"))

    await story.say(COORDINATOR, "/start")
    await story.say(newcomer, "/start")

    assert story.world.commands(COORDINATOR) == []
    assert "dangky" in [command["command"] for command in story.world.commands(newcomer)]


async def test_in_a_group_the_menu_offers_what_is_for_groups(story: Story) -> None:
    newcomer = story.person(201, "Nguyễn Văn An")
    english = story.person(202, "An", language_code="en")
    group = story.world.create_group("Trực ban", [newcomer, english])

    await story.house.menus.show_default()

    for person, name in ((newcomer, "nhom"), (english, "group")):
        assert [command["command"] for command in story.world.commands(person, group)] == [name]
        assert len(story.world.commands(person)) > 1


async def test_menus_of_strangers_that_telegram_did_not_take_at_the_start_are_set_with_the_next(story: Story) -> None:
    story.world.faults.add(Fault("502", "setMyCommands"))
    stranger = story.person(701, "Người lạ")
    await story.house.menus.show_default()
    assert story.world.commands(stranger) == []

    await story.house.menus.drain()

    assert story.world.commands(stranger)
