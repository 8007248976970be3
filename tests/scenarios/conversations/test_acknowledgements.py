"""Bare acknowledgements are kept and answered, and call nobody."""

from tests.scenarios.declaring import AN, declared
from tests.story import COORDINATOR, Story, text_of


async def test_many_times_ok_makes_no_card_that_climbs_and_is_confirmed_each_time(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    story.look_away()

    for word in ("ok", "đã rõ", "👍"):
        await story.say(AN, word)
        assert story.text(AN).startswith(f"✔ Đã ghi nhận (SC-2026-0001): “{word}”")

    assert story.arrived(COORDINATOR) == []
    await story.say(COORDINATOR, "/hoidap")
    assert story.text(COORDINATOR).startswith("Hỏi đáp · 0 câu chưa trả lời, tất cả 3")
    await story.press(COORDINATOR, "✔ ok")
    assert "Lời xác nhận, không cần trả lời." in story.text(COORDINATOR)


async def test_an_acknowledgement_that_is_edited_to_a_question_reaches_the_coordinators(story: Story) -> None:
    await declared(story)
    message = await story.world.say(AN, "ok")
    await story.settle()
    story.look_away()

    await story.world.edit(AN, message, "Không đi được, xe hỏng")
    await story.settle()

    (card,) = story.arrived(COORDINATOR)
    assert card.startswith("❓ SC-2026-0001")
    assert "“Không đi được, xe hỏng”" in card


async def test_an_acknowledgement_is_taken_back_as_any_word(story: Story) -> None:
    await declared(story)
    await story.say(AN, "ok")

    await story.press(AN, "↩ Rút lại")

    assert text_of(story.last(AN)) == (
        "Đã rút lại. Nội dung đã xóa khỏi hệ thống. Không thu hồi được: nội dung mà điều phối viên đã đọc hoặc đã gửi "
        "tiếp, tệp đã tải về hoặc đã mở quá 48 giờ."
    )


async def test_acknowledgements_take_no_place_of_the_words_that_follow(story: Story) -> None:
    await declared(story)
    for _ in range(12):
        await story.say(AN, "ok")
    story.look_away()

    await story.say(AN, "Cần mang gì?")

    (card,) = story.arrived(COORDINATOR)
    assert "“Cần mang gì?”" in card


async def test_who_writes_before_answering_is_told_so_and_led_to_the_card(story: Story) -> None:
    await declared(story)

    await story.say(AN, "ok")
    assert "Quý đơn vị chưa chọn câu trả lời cho cảnh báo." in story.text(AN)
    await story.press(AN, "↩️ Về thẻ trả lời")
    await story.press(AN, "✅ Sẵn sàng")

    await story.say(AN, "Sự cố ở đoạn nào?")
    assert "chưa chọn câu trả lời" not in story.text(AN)


async def test_an_ok_that_answers_a_coordinators_question_reaches_them(story: Story) -> None:
    await declared(story)
    await story.say(AN, "Có cần mang máy hàn không?")
    await story.press(COORDINATOR, "✉️ Trả lời")
    await story.say(COORDINATOR, "Có. Đơn vị mang được không?")
    story.look_away()

    await story.world.say(AN, "ok", reply_to=story.last(AN)["message_id"])
    await story.settle()

    (card,) = story.arrived(COORDINATOR)
    assert "“ok”" in card
