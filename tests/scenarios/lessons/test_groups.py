"""A lesson goes into the bound groups of the businesses that it is sent to, and is answered there for them."""

from tests.scenarios.declaring import AN, BINH, CHI
from tests.scenarios.grouping import GUEST, network_with_group
from tests.scenarios.lessons.test_lessons import send, write
from tests.story import COORDINATOR, Story, buttons_of, text_of


async def test_a_lesson_for_a_business_is_answered_in_its_group_by_those_who_speak_for_it(story: Story) -> None:
    group = await network_with_group(story)
    await write(story, CHI, label="TLP:AMBER")
    await send(story)

    card = story.last(group)
    assert text_of(card).startswith("TLP:AMBER · 📚 BH-2026-0001")
    assert card.get("has_protected_content")
    assert {"Đã áp dụng", "Cần hỗ trợ"} <= set(buttons_of(card))

    await story.press(GUEST, "Đã áp dụng", message=card, group=group)
    await story.press(CHI, "Đã áp dụng", message=card, group=group)
    await story.pass_time(minutes=1)
    assert "đã áp dụng" not in story.text(group)

    await story.press(BINH, "Đã áp dụng", message=card, group=group)
    await story.pass_time(minutes=1)
    assert "Viễn thông Sông Hồng: đã áp dụng (Lê Thị Bình" in story.text(group)
    assert "Viễn thông Sông Hồng: đã áp dụng (Lê Thị Bình" in text_of(story.last_with(AN, "Đã áp dụng"))


async def test_the_group_of_the_business_that_learnt_a_lesson_is_left_in_peace(story: Story) -> None:
    group = await network_with_group(story)
    await write(story)
    await send(story)

    assert story.arrived(group) == []


async def test_a_reply_to_a_lesson_in_the_group_is_its_answer_or_a_question_that_names_it(story: Story) -> None:
    group = await network_with_group(story)
    await write(story, CHI)
    await send(story)
    card = story.last(group)["message_id"]
    story.look_away()

    for person in (GUEST, CHI):
        await story.world.say(person, "đã áp dụng", chat_id=group, reply_to=card)
        await story.settle()
    await story.pass_time(minutes=1)
    assert "Viễn thông Sông Hồng: đã áp dụng" not in story.text(group)

    await story.world.say(BINH, "đã áp dụng", chat_id=group, reply_to=card)
    await story.pass_time(minutes=1)
    assert "Đã ghi nhận: đã áp dụng" in story.text(group)
    assert "Viễn thông Sông Hồng: đã áp dụng (Lê Thị Bình" in text_of(story.last_with(AN, "Đã áp dụng"))

    story.look_away()
    await story.world.say(BINH, "Bản vá nào vậy?", chat_id=group, reply_to=card)
    await story.pass_time(minutes=1)
    asked = "".join(story.arrived(COORDINATOR))
    assert "Về bài học BH-2026-0001 (Máy chủ thư bị mã hóa): Bản vá nào vậy?" in asked
    assert "Viễn thông Sông Hồng" in asked
