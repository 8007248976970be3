"""What a member says while a dialogue is open reaches the coordinating body, whatever step asks for."""

from tests.scenarios.declaring import AN, declared
from tests.scenarios.files import send_photo
from tests.story import COORDINATOR, Story, buttons_of, text_of

NUMBERS = "113, 114 hoặc 115"
ROAD = "Đường vào trung tâm bị ngập, chúng tôi đi lối nào?"
FIRE = "cháy phòng máy, cứu với"


async def test_words_that_a_step_of_an_offer_cannot_read_are_brought_to_the_coordinators(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅")
    await story.press(AN, "➕")
    asked = story.text(AN)
    story.look_away()

    await story.say(AN, FIRE)
    assert any(FIRE in text for text in story.arrived(COORDINATOR))
    told, again = [text_of(one) for one in story.chat(AN)][-2:]
    assert FIRE in told
    assert NUMBERS in told
    assert again == asked

    story.look_away()
    await story.say(AN, ROAD)
    assert any(ROAD in text for text in story.arrived(COORDINATOR))
    assert story.text(AN) == asked

    story.look_away()
    await story.say(AN, "khoảng 900 người")
    assert "từ 1 đến 500" in story.text(AN)
    assert story.arrived(COORDINATOR) == []

    await story.say(AN, "6")
    while "Bỏ qua" not in " ".join(buttons_of(story.last(AN))) and "ghi chú" not in story.text(AN).lower():
        await story.press(AN, "Tiếp")
    story.look_away()
    await story.say(AN, "Tập kết ở đâu vậy?")
    assert any("❓" in text and "Tập kết ở đâu vậy?" in text for text in story.arrived(COORDINATOR))


async def test_a_step_with_buttons_keeps_a_cry_and_a_sentence_and_the_latter_goes_by_itself(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅")
    await story.press(AN, "➕")
    await story.say(AN, "/menu")
    await story.press(AN, "🚩 Báo cáo")
    await story.press(AN, "Mã độc, mã hóa")
    asked = story.text(AN)
    story.look_away()

    await story.say(AN, "Có người bị thương ở trạm")
    assert any("Có người bị thương" in text for text in story.arrived(COORDINATOR))
    assert any(NUMBERS in text for text in story.arrived(AN))
    assert story.text(AN) == asked
    story.look_away()
    await story.say(AN, "Chúng tôi đang kẹt ở đầu cầu")
    assert any("Chúng tôi đang kẹt" in text for text in story.arrived(COORDINATOR))
    assert story.text(AN).endswith(asked)

    await story.say(COORDINATOR, "/suco")
    await story.say(COORDINATOR, "Cháy trạm biến áp ở Hoàn Kiếm")
    assert NUMBERS in story.text(COORDINATOR)


async def test_words_typed_after_a_look_at_figures_or_the_record_are_heard_as_anywhere_else(story: Story) -> None:
    await story.say(COORDINATOR, "/baocao_ky")
    await story.say(COORDINATOR, "mai")
    assert "chưa hiểu kỳ này" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "tháng 10")
    assert "tháng 10/2026" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "Mất điện")
    assert "chưa hiểu kỳ này" in story.text(COORDINATOR)
    assert buttons_of(story.last(COORDINATOR)) == ["🚨 Khai báo sự cố"]

    await story.say(COORDINATOR, "Cháy trạm phát sóng")
    asked = story.text(COORDINATOR)
    assert NUMBERS in asked
    assert "Cháy trạm phát sóng" in asked
    assert "🚨 Sự cố" in " ".join(buttons_of(story.last(COORDINATOR)))
    await story.say(COORDINATOR, "/figures")
    await send_photo(story, COORDINATOR, "Đồng hồ báo")
    assert "Đồng hồ báo" in story.text(COORDINATOR)

    await story.say(COORDINATOR, "/baocao_ky")
    await story.say(COORDINATOR, "/menu")
    await story.say(COORDINATOR, "tháng 10")
    assert "tháng 10/2026" not in story.text(COORDINATOR)
    assert "“tháng 10”" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "/huy")

    await story.say(COORDINATOR, "/nhatky")
    await story.say(COORDINATOR, "Sông Hồng")
    assert "🚨 Khai báo sự cố" not in buttons_of(story.last(COORDINATOR))
    await story.say(COORDINATOR, "Cháy trạm phát sóng")
    assert NUMBERS in story.text(COORDINATOR)
    assert "🚨 Khai báo sự cố" in buttons_of(story.last(COORDINATOR))
    await story.press(COORDINATOR, "🚨 Khai báo")
    assert "Nhật ký" not in story.text(COORDINATOR)
    await story.say(COORDINATOR, "/huy")
    await story.say(COORDINATOR, "/nhatky")
    await story.say(COORDINATOR, "/lich")
    await story.say(COORDINATOR, "Sông Hồng")
    assert "Nhật ký thao tác" not in story.text(COORDINATOR)


async def test_a_cry_of_a_member_in_the_roster_is_answered_with_whom_to_call_and_the_way_to_report(
    story: Story,
) -> None:
    await declared(story)
    await story.say(AN, "/danhba")
    await story.say(AN, FIRE)
    assert NUMBERS in story.text(AN)
    assert "🚩 Báo cáo" in " ".join(buttons_of(story.last(AN)))
