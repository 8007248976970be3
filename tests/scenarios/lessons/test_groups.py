"""A lesson goes into the bound groups of the businesses that it is sent to, and is answered there for them."""

from tests.scenarios.declaring import AN, BINH, CHI
from tests.scenarios.grouping import GUEST, network_with_group
from tests.scenarios.lessons.test_lessons import send, write
from tests.story import Story, buttons_of, text_of


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
