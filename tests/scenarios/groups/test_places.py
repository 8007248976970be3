"""What belongs in a private chat is done nowhere else, and whoever tries is told so where that disturbs nobody."""

from tests.scenarios.declaring import AN, PIXEL, declared, small_network
from tests.scenarios.grouping import bind
from tests.story import Story

HINT = "Đề nghị Anh/Chị nhắn riêng với bot để dùng lệnh này."


async def test_a_tap_in_a_group_on_what_is_private_changes_nothing_and_tells_the_person_alone(story: Story) -> None:
    await small_network(story)
    group = await bind(story, AN, "Trực ban")
    await declared(story)
    card = story.last_with(group, "✅ Sẵn sàng")

    said = await story.forge(AN, card, "m:menu", group=group)

    assert said == "Đề nghị Anh/Chị nhắn riêng với bot để thực hiện việc này."
    assert story.arrived(group)[1:] == []


async def test_under_a_photo_too_only_a_command_that_names_the_bot_is_told_where_it_belongs(story: Story) -> None:
    await small_network(story)
    group = story.world.create_group("Nhóm lạ", [AN])
    story.world.chat(group).bot_is_admin = True
    await story.settle()
    story.look_away(group)

    for caption in ("/suco Mất điện", f"/suco@{story.world.username} Mất điện"):
        await story.world.upload(
            AN, filename="x.png", content=PIXEL, mime="image/png", kind="photo", caption=caption, chat_id=group
        )
        await story.settle()

    assert story.arrived(group) == [HINT]
