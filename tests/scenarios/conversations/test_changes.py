"""What is edited after it was settled is asked anew, and what was settled keeps its words."""

from sqlmodel import col, select

from models.conversations import Question
from tests.scenarios.declaring import AN, declared
from tests.story import COORDINATOR, Story, text_of

OLD, NEW = "Cần 2 sợi", "Cần 12 sợi, gấp"


async def asked(story: Story) -> int:
    """Let a member ask; returns the message."""
    await declared(story)
    message = await story.world.say(AN, OLD)
    await story.settle()
    return message


async def edit(story: Story, message: int, text: str = NEW) -> None:
    """Let the member edit what they wrote."""
    story.look_away()
    await story.world.edit(AN, message, text)
    await story.settle()


async def states(story: Story) -> list[tuple[str, str]]:
    """Tell the words and the state of every question."""
    async with story.database.reading() as session:
        questions = (await session.exec(select(Question).order_by(col(Question.id)))).all()
    return [(one.text, one.state) for one in questions]


async def test_what_is_edited_after_it_was_noted_is_told_anew_and_climbs(story: Story) -> None:
    message = await asked(story)
    await story.press(COORDINATOR, "✔ Đã rõ")

    await edit(story, message)

    (told,) = story.arrived(COORDINATOR)
    assert f"✏️ Đơn vị đã sửa nội dung sau khi được ghi nhận. Trước khi sửa: “{OLD}”\n\n“{NEW}”" in told
    assert story.arrived(AN) == [
        f"✔ Nội dung sửa đã được chuyển lại tới cơ quan điều phối (SC-2026-0001): “{NEW}”\n"
        "Câu trả lời sẽ đến ngay tại đây.\n"
        "Quý đơn vị chưa chọn câu trả lời cho cảnh báo."
    ]
    assert await states(story) == [(OLD, "noted"), (NEW, "open")]
    await story.pass_time(minutes=20)
    assert any("⏰ Đã 20 phút chưa ai trả lời." in text for text in story.arrived(COORDINATOR))


async def test_what_is_edited_after_it_was_answered_is_answered_again_and_may_be_edited_once_more(story: Story) -> None:
    message = await asked(story)
    await story.press(COORDINATOR, "✉️ Trả lời")
    await story.say(COORDINATOR, "Có, 2 sợi")
    await edit(story, message)
    (told,) = story.arrived(COORDINATOR)
    assert f"✏️ Đơn vị đã sửa nội dung sau khi được trả lời. Trước khi sửa: “{OLD}”" in told

    await edit(story, message, "Cần 22 sợi")

    assert story.arrived(AN) == story.arrived(COORDINATOR) == []
    assert "“Cần 22 sợi”" in text_of(story.last_with(COORDINATOR, "✔ Đã rõ"))
    assert await states(story) == [(OLD, "answered"), ("Cần 22 sợi", "open")]
    await story.press(COORDINATOR, "✉️ Trả lời")
    await story.say(COORDINATOR, "Có đủ")
    assert "Có đủ" in story.text(AN)


async def test_an_edit_after_two_days_or_after_the_end_is_told_what_to_do_instead(story: Story) -> None:
    message = await asked(story)
    await story.press(COORDINATOR, "✔ Đã rõ")
    await story.press(COORDINATOR, "🟢 Kết thúc")
    await story.press(COORDINATOR, "✨")
    await story.press(COORDINATOR, "🟢 Kết thúc và gửi")

    await edit(story, message)

    assert story.arrived(COORDINATOR) == []
    (told,) = story.arrived(AN)
    assert told.endswith("Đề nghị gửi nội dung mới thành một tin riêng.")
    assert await states(story) == [(OLD, "noted")]


async def test_an_edit_of_what_waits_counts_for_two_days(story: Story) -> None:
    message = await asked(story)
    await story.pass_time(hours=47)
    await edit(story, message)
    assert await states(story) == [(NEW, "open")]

    await story.pass_time(hours=2)
    await edit(story, message, OLD)
    assert story.arrived(AN)[-1].endswith("Đề nghị gửi nội dung mới thành một tin riêng.")
    assert await states(story) == [(NEW, "open")]
