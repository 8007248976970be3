"""What is edited after it was settled is asked anew, and what was settled keeps its words."""

from datetime import timedelta

from sqlmodel import col, select

from models.conversations import Question
from models.responses import Response
from tests.scenarios.declaring import AN, declare, declared
from tests.story import COORDINATOR, Story, buttons_of, text_of

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


async def test_the_confirmation_says_what_the_edited_words_say_and_offers_what_they_mean(story: Story) -> None:
    await declared(story)
    message = await story.world.say(AN, "30 phút nữa tôi có mặt")
    await story.settle()
    confirmed = story.last(AN)["message_id"]
    assert buttons_of(story.last(AN)) == ["🕐 30 phút", "↩ Rút lại"]

    await edit(story, message, "2 tiếng nữa tôi có mặt")

    assert story.arrived(AN) == []
    (shown,) = [one for one in story.chat(AN) if one["message_id"] == confirmed]
    assert "“2 tiếng nữa tôi có mặt”" in text_of(shown)
    assert buttons_of(shown) == ["🕐 2 giờ", "↩ Rút lại"]


async def test_a_confirmation_that_was_chosen_for_an_incident_follows_an_edit_too(story: Story) -> None:
    await declared(story)
    await declare(story, "Mất điện tại Hoàn Kiếm")
    message = await story.world.say(AN, "30 phút nữa tôi có mặt")
    await story.settle()
    await story.press(AN, "SC-2026-0001")

    await edit(story, message, "Cần mang gì?")

    assert "“Cần mang gì?”" in story.text(AN)
    assert "🕐 30 phút" not in buttons_of(story.last(AN))


async def test_a_delay_counts_from_when_it_was_typed(story: Story) -> None:
    await declared(story)
    await story.say(AN, "30 phút nữa tôi có mặt")
    await story.pass_time(minutes=10)

    await story.press(AN, "🕐 30 phút", message=story.last_with(AN, "↩ Rút lại"))

    async with story.database.reading() as session:
        (response,) = (await session.exec(select(Response))).all()
        (question,) = (await session.exec(select(Question))).all()
    assert response.eta_at is not None
    assert response.eta_at - question.asked_at == timedelta(minutes=30)
    assert response.answered_at - question.asked_at >= timedelta(minutes=10)


async def test_an_answer_to_words_that_were_changed_meanwhile_is_asked_about_once(story: Story) -> None:
    message = await asked(story)
    await story.press(COORDINATOR, "✉️ Trả lời")
    await edit(story, message)

    await story.say(COORDINATOR, "Có, 2 sợi")

    assert story.arrived(AN) == []
    (warned,) = story.arrived(COORDINATOR)
    assert f"✏️ Câu hỏi vừa được sửa thành: “{NEW}”" in warned
    assert "Có, 2 sợi" in warned
    await story.press(COORDINATOR, "📨 Gửi")
    assert "Có, 2 sợi" in story.text(AN)
    assert await states(story) == [(NEW, "answered")]


async def test_other_words_may_be_typed_where_the_question_was_changed_meanwhile(story: Story) -> None:
    message = await asked(story)
    await story.press(COORDINATOR, "✉️ Trả lời")
    await edit(story, message)
    await story.say(COORDINATOR, "Có, 2 sợi")

    await story.say(COORDINATOR, "Có, 24 sợi")

    (told,) = story.arrived(AN)
    assert "Có, 24 sợi" in told
    assert "2 sợi”" not in told
