"""An advisory goes into the bound groups of the businesses whom it concerns, and is answered there for them."""

from tests.scenarios.advisories.test_advisories import send, write
from tests.scenarios.declaring import AN, BINH, CHI
from tests.scenarios.grouping import GUEST, network_with_group
from tests.story import COORDINATOR, Story, buttons_of, text_of


async def test_an_advisory_is_acknowledged_in_a_group_by_those_who_speak_for_its_business(story: Story) -> None:
    group = await network_with_group(story)
    await write(story, label="TLP:AMBER")
    await send(story)
    [card] = [one for one in story.chat(group) if "CB-2026-0001" in text_of(one)]
    assert text_of(card).startswith("TLP:AMBER · 📯 CB-2026-0001")
    assert card.get("has_protected_content")

    for person in (GUEST, CHI):
        await story.press(person, "Đã nhận cảnh báo", message=card, group=group)
    await story.pass_time(minutes=1)
    assert "đã nhận (" not in story.text(group)

    await story.press(BINH, "Đã nhận cảnh báo", message=card, group=group)
    await story.pass_time(minutes=1)
    assert "Viễn thông Sông Hồng: đã nhận (Lê Thị Bình" in story.text(group)
    assert "Viễn thông Sông Hồng: đã nhận (Lê Thị Bình" in story.text(AN)

    await story.press(COORDINATOR, "Thu hồi cảnh báo")
    await story.say(COORDINATOR, "Không còn đúng")
    await story.press(COORDINATOR, "Thu hồi và báo")
    await story.pass_time(minutes=1)
    assert "ĐÃ THU HỒI" in story.text(group)
    assert not buttons_of(story.last(group))


async def test_a_reply_to_an_advisory_in_the_group_is_its_answer_or_a_question_that_names_it(story: Story) -> None:
    group = await network_with_group(story)
    await write(story)
    await send(story)
    [card] = [one["message_id"] for one in story.chat(group) if "CB-2026-0001" in text_of(one)]
    story.look_away()

    await story.world.say(GUEST, "đã nhận cảnh báo", chat_id=group, reply_to=card)
    await story.pass_time(minutes=1)
    assert "Đã ghi nhận: đã nhận" not in "".join(story.arrived(group))

    await story.world.say(BINH, "đã nhận cảnh báo", chat_id=group, reply_to=card)
    await story.pass_time(minutes=1)
    assert "Đã ghi nhận: đã nhận" in "".join(story.arrived(group))
    assert "Viễn thông Sông Hồng: đã nhận (Lê Thị Bình" in story.text(AN)

    story.look_away()
    await story.world.say(BINH, "Phiên bản nào bị ảnh hưởng?", chat_id=group, reply_to=card)
    await story.pass_time(minutes=1)
    asked = "".join(story.arrived(COORDINATOR))
    assert "Hỏi về cảnh báo sớm CB-2026-0001" in asked
    assert "Phiên bản nào bị ảnh hưởng?" in asked
    assert "Viễn thông Sông Hồng" in asked
