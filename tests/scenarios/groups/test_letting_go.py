"""A business's own group is let go, loses the bot, or moves: whom it concerns is told, and nothing is lost."""

import pytest
from sqlmodel import select

from bot.sandbox.acts.groups import migrate
from models.groups import Group
from models.members import ContactKind
from tests.enrolment import enrol
from tests.scenarios.declaring import AN, BINH, declare
from tests.scenarios.grouping import GUEST, by_anonymous, end, link, network_with_group
from tests.story import Story, text_of


async def test_a_representative_lets_the_group_go_in_it(story: Story) -> None:
    group = await network_with_group(story)
    await declare(story)
    story.look_away()
    await story.say(BINH, "/nhom", group=group)
    await story.press(BINH, "➖ Bỏ gắn nhóm", group=group)
    assert "Bỏ gắn nhóm Trực ban Sông Hồng khỏi Viễn thông Sông Hồng?" in story.text(group)
    said = await story.press(GUEST, "➖ Bỏ gắn", group=group)
    assert said == "Trong nhóm này, chỉ người đại diện của Viễn thông Sông Hồng trả lời được."
    await story.press(BINH, "◀ Giữ nguyên", group=group)
    await story.press(BINH, "➖ Bỏ gắn nhóm", group=group)

    await story.press(BINH, "➖ Bỏ gắn", group=group)

    assert "không còn gắn với Viễn thông Sông Hồng" in story.text(group)
    assert len(story.arrived(group)) == 1
    assert ["đã được bỏ gắn" in text for text in story.arrived(AN)] == [True]
    assert story.arrived(BINH) == []
    await story.press(AN, "✅ Sẵn sàng")
    assert "✔ Viễn thông" not in text_of(story.last_with(group, "✅ Sẵn sàng"))
    await end(story)
    assert story.arrived(group) == []


async def test_a_second_tap_on_letting_go_finds_no_group(story: Story) -> None:
    group = await network_with_group(story)
    await story.say(AN, "/nhom")
    await story.press(AN, "➖ Bỏ gắn nhóm")
    asked = story.last(AN)
    await story.press(AN, "➖ Bỏ gắn")
    assert "Đã bỏ gắn nhóm của Viễn thông Sông Hồng" in story.text(AN)
    assert ["không còn gắn với" in text for text in story.arrived(group)] == [True]

    assert await story.forge(AN, asked, "gr:1:unbind") == "Đơn vị hiện không gắn với nhóm nào."

    assert story.arrived(group) == []


async def test_a_bot_that_was_put_out_tells_the_primary_contacts_once(story: Story) -> None:
    group = await network_with_group(story)
    await enrol(story, 204, "Mai", "Viễn thông Sông Hồng", contact=ContactKind.BACKUP)
    story.look_away()

    story.world.kick_bot(group)
    await story.settle()
    await declare(story)

    for contact in (AN, BINH):
        lost, alert = story.arrived(contact)
        assert "Bot không còn gửi được tin vào nhóm Telegram của Viễn thông Sông Hồng" in lost
        assert "SC-2026-0001" in alert
    assert ["SC-2026-0001" in text for text in story.arrived(204)] == [True]


async def test_a_group_that_cannot_be_written_to_is_lost_at_the_first_try(story: Story) -> None:
    group = await network_with_group(story)
    story.world.chat(group).bot_is_member = False

    await declare(story)

    assert ["Bot không còn gửi được tin vào nhóm" in text for text in story.arrived(AN)].count(True) == 1
    await story.pass_time(minutes=1)
    await end(story)
    assert not [text for text in story.arrived(AN) if "Bot không còn gửi được tin vào nhóm" in text]


async def test_a_lost_group_is_bound_again_by_a_new_link(story: Story) -> None:
    group = await network_with_group(story)
    story.world.kick_bot(group)
    await story.settle()
    story.look_away()

    await story.world.open_group_link(AN, group, await link(story, AN))
    await story.settle()
    await declare(story)

    assert [text.partition(" ")[0] for text in story.arrived(group)] == ["👥", "🔴"]


async def test_a_group_that_becomes_a_supergroup_goes_on_with_its_open_cards(story: Story) -> None:
    group = await network_with_group(story)
    await declare(story)
    await end(story)
    await declare(story, "Mất điện tại Ba Vì")

    moved = story.world.migrate_group(group)
    await story.settle()

    (card,) = story.arrived(moved)
    assert "SC-2026-0002" in card
    said = await story.press(BINH, "✅ Sẵn sàng", group=moved)
    assert said == "Đã ghi nhận: Sẵn sàng. Xin cảm ơn Quý đơn vị."
    assert "✔ Viễn thông Sông Hồng: ✅ Sẵn sàng" in story.text(moved)
    await story.say(AN, "/nhom", group=moved)
    assert "Nhóm này gắn với Viễn thông Sông Hồng" in story.text(moved)


@pytest.mark.parametrize("joins_after", [0, 1, 2])
async def test_a_group_that_moves_keeps_its_binding_silently_whenever_the_bot_hears_that_it_joined(
    story: Story, joins_after: int
) -> None:
    group = await network_with_group(story)
    await declare(story)
    story.look_away(AN, BINH, group)

    moved = migrate(story.world, group, joins_after=joins_after)
    await story.settle()

    (card,) = story.arrived(moved)
    assert "SC-2026-0001" in card
    assert story.arrived(AN) == story.arrived(group) == []
    await story.press(AN, "✅ Sẵn sàng", group=moved)
    assert "✔ Viễn thông Sông Hồng: ✅ Sẵn sàng" in story.text(moved)


async def test_a_group_that_an_anonymous_admin_moves_or_renames_is_followed(story: Story) -> None:
    group = await network_with_group(story)
    for content in ({"new_chat_title": "Tổ trực đêm"}, {"migrate_to_chat_id": -1_000_000_000_777}):
        story.world.queue.put("message", by_anonymous(story, group, "group", **content), 1087968824)
    await story.settle()

    async with story.database.reading() as session:
        kept = (await session.exec(select(Group))).one()
    assert (kept.title, kept.chat_id) == ("Tổ trực đêm", -1_000_000_000_777)


async def test_an_anonymous_admin_is_told_how_to_be_known(story: Story) -> None:
    group = await network_with_group(story)
    story.look_away(group)
    command = {"text": "/nhom", "entities": [{"type": "bot_command", "offset": 0, "length": 5}]}
    for _ in range(2):
        story.world.queue.put("message", by_anonymous(story, group, "group", **command), 1087968824)
    await story.settle()

    (words,) = story.arrived(group)
    assert "tắt chế độ ẩn danh" in words
