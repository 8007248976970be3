"""A member's own words reach the coordinators, and the answer comes back under them."""

from tests.enrolment import appoint
from tests.scenarios.declaring import AN, BINH, CHI, declare, declared, small_network
from tests.story import COORDINATOR, Story, buttons_of, text_of

COLLEAGUE = 301
ASKED = "Sự cố ở xã nào? Cần mang theo gì?"
TAKEN = (
    "✔ Đã chuyển tới cơ quan điều phối (SC-2026-0001): “Sự cố ở xã nào? Cần mang theo gì?”\n"
    "Câu trả lời sẽ đến ngay tại đây.\n"
    "Quý đơn vị chưa chọn câu trả lời cho cảnh báo."
)


async def test_words_during_an_alert_reach_the_coordinators_at_once(story: Story) -> None:
    await declared(story)
    story.look_away()

    await story.say(AN, ASKED)

    assert story.arrived(AN) == [TAKEN]
    assert story.arrived(COORDINATOR) == [
        "❓ SC-2026-0001 · Mất kết nối cáp quang tại Hoàn Kiếm\n"
        "Viễn thông Sông Hồng · Nguyễn Văn An, Giám đốc · 09:00\n\n"
        "“Sự cố ở xã nào? Cần mang theo gì?”"
    ]
    assert story.arrived(BINH) == story.arrived(CHI) == []
    assert buttons_of(story.last_with(COORDINATOR, "✉️ Trả lời"))[:3] == [
        "✉️ Trả lời",
        "✔ Đã rõ",
        "Giao cho đồng nghiệp",
    ]


async def test_the_answer_comes_back_under_the_question_and_can_be_replied_to(story: Story) -> None:
    await declared(story)
    await story.say(AN, ASKED)
    story.look_away()

    await story.press(COORDINATOR, "✉️ Trả lời")
    await story.say(COORDINATOR, "Xã Ba Vì, mang máy hàn")

    assert story.last(AN)["reply_to_message"]["text"] == ASKED
    (answer,) = story.arrived(AN)
    assert answer == (
        "✉️ Trả lời của cơ quan điều phối · SC-2026-0001\n\n"
        "Sự cố ở xã nào? Cần mang theo gì?\n\n"
        "Xã Ba Vì, mang máy hàn\n\n"
        "Trả lời tin này để hỏi tiếp."
    )
    assert "✉️ Đoàn Thị Hạ trả lời lúc 09:00: Xã Ba Vì, mang máy hàn" in text_of(
        story.last_with(COORDINATOR, "✉️ Trả lời thêm")
    )
    story.look_away()

    await story.world.say(AN, "Mấy máy?", reply_to=story.last(AN)["message_id"])
    await story.settle()

    (again,) = story.arrived(COORDINATOR)
    assert "Trước đó: “Sự cố ở xã nào? Cần mang theo gì?” → “Xã Ba Vì, mang máy hàn”" in again
    assert "“Mấy máy?”" in again


async def test_a_coordinator_answers_by_a_reply_in_telegram(story: Story) -> None:
    await declared(story)
    await story.say(AN, ASKED)
    story.look_away()

    await story.world.say(COORDINATOR, "Xã Ba Vì", reply_to=story.last_with(COORDINATOR, "✉️ Trả lời")["message_id"])
    await story.settle()

    assert "Xã Ba Vì" in story.text(AN)
    assert story.arrived(COORDINATOR) == ["📤 Đang gửi câu trả lời tới Viễn thông Sông Hồng: “Xã Ba Vì”"]
    assert len(story.arrived(AN)) == 1
    await story.pass_time(seconds=10)
    assert story.text(COORDINATOR) == "✔ Đã gửi câu trả lời tới Viễn thông Sông Hồng: “Xã Ba Vì”"
    assert story.arrived(COORDINATOR) == [], "it was edited, not said again"


async def test_of_several_coordinators_the_second_is_told_who_was_faster(story: Story) -> None:
    await declared(story)
    await appoint(story, COLLEAGUE, "Vũ Minh Khôi")
    await story.say(AN, ASKED)
    await story.press(COORDINATOR, "✉️ Trả lời")
    story.look_away()

    await story.press(COLLEAGUE, "✉️ Trả lời")
    await story.say(COLLEAGUE, "Xã Ba Vì")
    assert len(story.arrived(AN)) == 1
    await story.say(COORDINATOR, "Ở Sơn Tây")

    assert story.arrived(AN) == []
    assert story.text(COORDINATOR) == (
        "⚠️ Vũ Minh Khôi đã trả lời lúc 09:00: “Xã Ba Vì”\n\nCâu trả lời của Anh/Chị: “Ở Sơn Tây”\nVẫn gửi thêm?"
    )
    await story.press(COORDINATOR, "📨 Gửi thêm")
    assert "Ở Sơn Tây" in story.text(AN)


async def test_with_two_incidents_open_one_tap_says_which(story: Story) -> None:
    await declared(story)
    await declare(story, "Mất điện tại Hoàn Kiếm")
    story.look_away()

    await story.say(AN, ASKED)

    assert story.arrived(COORDINATOR) == []
    assert story.arrived(AN) == [
        "Nội dung này về việc nào?\n“Sự cố ở xã nào? Cần mang theo gì?”"
        "\nNếu không chọn, sau 2 phút nội dung tự được chuyển tới cơ quan điều phối."
    ]
    assert buttons_of(story.last(AN)) == [
        "SC-2026-0002 · Mất điện tại Hoàn Kiếm",
        "SC-2026-0001 · Mất kết nối cáp quang tại Hoàn Kiếm",
        "Câu hỏi chung",
        "Không gửi",
    ]
    await story.press(AN, "SC-2026-0001")
    assert story.text(AN) == TAKEN
    assert story.text(COORDINATOR).startswith("❓ SC-2026-0001")


async def test_a_reply_to_a_card_says_which_incident_is_meant(story: Story) -> None:
    await declared(story)
    card = story.last_with(AN, "✅ Sẵn sàng")
    await declare(story, "Mất điện tại Hoàn Kiếm")
    story.look_away()

    await story.world.say(AN, ASKED, reply_to=card["message_id"])
    await story.settle()

    assert story.arrived(AN) == [TAKEN]


async def test_a_reply_to_the_card_of_an_ended_incident_is_a_question_on_it(story: Story) -> None:
    await declared(story)
    card = story.last_with(AN, "✅ Sẵn sàng")
    await end(story)
    await declare(story, "Mất điện tại Hoàn Kiếm")
    story.look_away()

    await story.world.say(AN, "Vụ này xong chưa ạ?", reply_to=card["message_id"])
    await story.settle()

    (taken,) = story.arrived(AN)
    assert taken.startswith("✔ Đã chuyển tới cơ quan điều phối (SC-2026-0001, đã kết thúc lúc 09:00): “Vụ này xong")
    assert "SC-2026-0001" in story.text(COORDINATOR)
    await story.press(AN, "↩ Rút lại")


async def end(story: Story) -> None:
    """End the incident of the newest tally, with the words that are proposed."""
    await story.press(COORDINATOR, "🟢 Kết thúc")
    await story.press(COORDINATOR, "✨")
    await story.press(COORDINATOR, "🟢 Kết thúc và gửi")


async def test_shortly_after_an_end_one_tap_says_whether_words_are_for_it_or_for_the_other(story: Story) -> None:
    await declared(story)
    await end(story)
    await declare(story, "Mất điện tại Hoàn Kiếm")
    story.look_away()

    await story.say(AN, "Xe máy phát vẫn còn ở hiện trường")

    assert story.arrived(COORDINATOR) == []
    assert buttons_of(story.last(AN))[:2] == [
        "SC-2026-0002 · Mất điện tại Hoàn Kiếm",
        "SC-2026-0001 (đã kết thúc) · Mất kết nối cáp quang tại …",
    ]
    await story.press(AN, "SC-2026-0001")
    assert "(SC-2026-0001, đã kết thúc lúc 09:00)" in story.text(AN)
    assert story.text(COORDINATOR).startswith(
        "❓ SC-2026-0001 · Mất kết nối cáp quang tại Hoàn Kiếm · đã kết thúc lúc 09:00\n"
    )


async def test_an_hour_after_an_end_words_are_for_what_is_under_way(story: Story) -> None:
    await declared(story)
    await end(story)
    await declare(story, "Mất điện tại Hoàn Kiếm")
    await story.pass_time(hours=1)
    story.look_away()

    await story.say(AN, ASKED)

    assert "✔ Đã chuyển tới cơ quan điều phối (SC-2026-0002)" in story.text(AN)


async def test_words_after_the_only_incident_ended_are_for_it_or_of_something_new(story: Story) -> None:
    await declared(story)
    await end(story)
    story.look_away()

    await story.say(AN, ASKED)

    assert story.arrived(COORDINATOR) == []
    await story.press(AN, "SC-2026-0001 (đã kết thúc)")
    assert "(SC-2026-0001, đã kết thúc lúc 09:00)" in story.text(AN)
    assert "đã kết thúc" in story.text(COORDINATOR)
    await appoint(story, COLLEAGUE, "Vũ Minh Khôi")
    story.look_away()

    await story.pass_time(minutes=10)

    (reminder,) = climbed(story, COLLEAGUE)
    assert reminder.startswith("⏰ Đã 10 phút chưa ai trả lời.\n\n❓ SC-2026-0001 ·")
    assert "đã kết thúc lúc 09:00" in reminder


async def test_what_is_about_neither_incident_is_a_question_of_none(story: Story) -> None:
    await declared(story)
    await declare(story, "Mất điện tại Hoàn Kiếm")
    await story.say(AN, ASKED)
    await story.press(AN, "Câu hỏi chung")
    assert story.text(COORDINATOR).startswith("❓ Ngoài các sự cố đang mở")


async def test_with_nothing_open_words_are_offered_to_the_coordinating_body(story: Story) -> None:
    await small_network(story)

    await story.say(AN, "Tuần sau chúng tôi diễn tập nội bộ")

    assert story.arrived(COORDINATOR) == []
    assert story.text(AN) == (
        "Gửi nội dung này cho cơ quan điều phối?\n“Tuần sau chúng tôi diễn tập nội bộ”"
        "\nNếu không chọn, sau 2 phút nội dung tự được chuyển tới cơ quan điều phối."
    )
    await story.press(AN, "📨 Gửi")
    assert story.text(COORDINATOR).startswith("❓ Ngoài các sự cố đang mở\nViễn thông Sông Hồng · Nguyễn Văn An")


async def test_words_are_taken_back_while_nobody_has_answered(story: Story) -> None:
    await declared(story)
    await story.say(AN, ASKED)
    story.look_away()

    await story.press(AN, "↩ Rút lại")

    assert story.text(AN) == (
        "Đã rút lại. Nội dung đã xóa khỏi hệ thống. Không thu hồi được: nội dung mà điều phối viên đã đọc hoặc đã gửi "
        "tiếp, tệp đã tải về hoặc đã mở quá 48 giờ."
    )
    assert "Đơn vị đã rút lại nội dung này." in text_of(story.last_with(COORDINATOR, "Các câu hỏi"))
    assert "mang theo gì" not in text_of(story.last_with(COORDINATOR, "Các câu hỏi"))
    assert story.arrived(COORDINATOR) == []


async def test_a_question_that_nobody_answers_climbs_to_the_others_and_then_to_the_owners(story: Story) -> None:
    await declared(story)
    await appoint(story, COLLEAGUE, "Vũ Minh Khôi")
    await story.say(AN, ASKED)
    for person in (AN, BINH, CHI):
        await story.press(person, "⛔ Không thể") if person != BINH else None
    story.look_away()

    await story.pass_time(minutes=10)
    assert [text.partition("\n")[0] for text in story.arrived(COLLEAGUE)] == ["⏰ Đã 10 phút chưa ai trả lời."]
    assert story.arrived(COORDINATOR) == []

    await story.pass_time(minutes=10)
    assert [text.partition("\n")[0] for text in story.arrived(COORDINATOR)] == ["⏰ Đã 20 phút chưa ai trả lời."]
    assert story.arrived(COLLEAGUE) == []

    await story.pass_time(minutes=30)
    assert climbed(story, COORDINATOR) == climbed(story, COLLEAGUE) == []


async def test_what_was_answered_or_noted_climbs_no_further(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    await story.press(CHI, "⛔ Không thể")
    await story.say(AN, "30 phút nữa tôi có mặt")
    await story.press(COORDINATOR, "✔ Đã rõ")
    assert story.text(AN) == "✔ Cơ quan điều phối đã đọc (SC-2026-0001).\n\n30 phút nữa tôi có mặt"
    story.look_away()

    await story.pass_time(minutes=60)

    assert climbed(story, COORDINATOR) == []


async def test_what_was_noted_by_a_slip_waits_for_an_answer_again(story: Story) -> None:
    await declared(story)
    await story.say(AN, "Cần mấy sợi?")
    await story.press(COORDINATOR, "✔ Đã rõ")
    story.look_away()

    said = await story.press(COORDINATOR, "↩ Chờ trả lời lại")

    assert said == "Câu hỏi lại chờ trả lời."
    assert "✉️ Trả lời" in buttons_of(story.last_with(COORDINATOR, "✔ Đã rõ"))
    await story.pass_time(minutes=20)
    assert [text.partition("\n")[0] for text in climbed(story, COORDINATOR)] == ["⏰ Đã 20 phút chưa ai trả lời."]


def climbed(story: Story, person: int) -> list[str]:
    """Give what arrived and says that nobody answered; meanwhile it may be time for an update."""
    return [text for text in story.arrived(person) if "chưa ai trả lời" in text]


async def test_an_edit_changes_the_question_in_every_copy(story: Story) -> None:
    await declared(story)
    message = await story.world.say(AN, "Cần 2 sợi")
    await story.settle()
    story.look_away()

    await story.world.edit(AN, message, "Cần 12 sợi")
    await story.settle()

    assert story.arrived(AN) == story.arrived(COORDINATOR) == []
    shown = text_of(story.last_with(COORDINATOR, "✉️ Trả lời"))
    assert "“Cần 12 sợi”\nĐã sửa lúc 09:00" in shown


async def test_a_cry_for_help_waits_for_no_tap(story: Story) -> None:
    await declared(story)
    await declare(story, "Mất điện tại Hoàn Kiếm")
    story.look_away()

    await story.say(AN, "Cứu với, trạm cháy rồi!")

    assert story.text(COORDINATOR).startswith(
        "🆘 Có thể nguy hiểm đến tính mạng: đề nghị xử lý ngay.\n\n❓ Chưa rõ về việc nào\n"
    )
    assert "“Cứu với, trạm cháy rồi!”" in story.text(COORDINATOR)
    assert story.text(AN).startswith("✔ Đã chuyển tới cơ quan điều phối: “Cứu với, trạm cháy rồi!”")
    await story.press(AN, "SC-2026-0001")
    assert story.text(COORDINATOR).startswith(
        "🆘 Có thể nguy hiểm đến tính mạng: đề nghị xử lý ngay.\n\n❓ SC-2026-0001"
    )
    assert len(story.arrived(COORDINATOR)) == 1


async def test_words_without_a_tap_go_by_themselves_and_their_message_says_so(story: Story) -> None:
    await declared(story)
    await declare(story, "Mất điện tại Hoàn Kiếm")
    await story.say(AN, ASKED)
    story.look_away()

    await story.pass_time(minutes=2)

    assert story.text(COORDINATOR).startswith("❓ Chưa rõ về việc nào\n")
    assert story.text(AN).startswith("✔ Đã chuyển tới cơ quan điều phối: “Sự cố ở xã nào?")
    assert buttons_of(story.last(AN)) == ["↩ Rút lại"]


async def test_what_is_real_breaks_into_a_drill_and_can_be_declared(story: Story) -> None:
    await small_network(story)
    await declare(story, "Diễn tập: mất kết nối cáp quang")
    story.look_away()

    await story.say(AN, "cháy phòng máy ở Việt Trì thật rồi, cứu với")

    assert "DIỄN TẬP" not in "".join([*story.arrived(AN), *story.arrived(COORDINATOR)])
    assert "113, 114 hoặc 115" in story.text(AN)
    assert "🆘" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "🚨 Khai báo sự cố")
    assert "cháy phòng máy" in story.text(COORDINATOR)
    assert "DIỄN TẬP" not in story.text(COORDINATOR)
    assert any("🆘" in text_of(one) for one in story.chat(COORDINATOR))
