"""What comes with a report, who sees it, how it climbs, and how coordinators and the reporter talk of it."""

from bot.sandbox.state.files import Upload
from models.people import Role
from tests.enrolment import appoint
from tests.scenarios.declaring import AN, BINH, CHI, PIXEL, declare, small_network
from tests.scenarios.files import edit, kinds_of, send_photo
from tests.scenarios.reporting import SEEN, report, reported, tell, watched
from tests.story import COORDINATOR, SECOND_COORDINATOR, Story, buttons_of, text_of


async def test_an_album_and_a_place_come_before_the_sentence_and_every_file_reaches_the_coordinator(
    story: Story,
) -> None:
    await small_network(story)
    await story.say(AN, "/baocao")
    for button in ("Mã độc, mã hóa", "🕐 Vừa mới thấy", "👥 Của đơn vị khác", "Không rõ của ai", "✔ Chưa cần"):
        await story.press(AN, button)
    photos = [Upload(f"{name}.png", PIXEL + name.encode(), "image/png") for name in ("a", "b")]
    await story.world.upload_album(AN, photos, caption=SEEN)
    await story.settle()
    assert "📎 Kèm các tệp vừa gửi" in story.text(AN)
    await story.world.share_place(AN, 21.032, 105.8504)
    await story.settle()
    story.look_away()
    assert await story.press(AN, "📨 Gửi báo cáo") == "Đã gửi báo cáo. Xin cảm ơn."

    card, *files = story.chat(COORDINATOR)[-4:]
    assert "Phường Hoàn Kiếm" in text_of(card)
    assert "theo vị trí đã gửi" in text_of(card)
    assert kinds_of(files) == ["photo", "photo", "location"]
    await story.press(COORDINATOR, "📎 Tệp (3)")
    assert kinds_of(story.chat(COORDINATOR)[-4:-1]) == ["photo", "photo", "location"]
    assert story.text(COORDINATOR) == "BC-2026-0001 · Viễn thông Sông Hồng"


async def test_a_moment_can_be_typed_a_photo_sent_at_any_step_and_the_sentence_edited_after_it_was_sent(
    story: Story,
) -> None:
    await small_network(story)
    await story.say(AN, "/baocao")
    await send_photo(story, AN)
    assert "📎 Kèm 1 ảnh" in story.text(AN)
    await story.press(AN, "Bị xâm nhập")
    await story.say(AN, "sang năm nhé")
    assert "chưa hiểu thời gian" in story.text(AN)
    assert "20 phút trước" in story.text(AN), "examples lie in the past"
    await story.say(AN, "hôm qua")
    assert "Khi đó là khoảng mấy giờ?" in story.text(AN)
    await story.say(AN, "tối qua 23h")
    assert "🕐 Từ 23:00 19/11" in story.text(AN)
    await story.press(AN, "◀ Quay lại")
    await story.press(AN, "Chưa rõ")
    await story.press(AN, "🏢 Của đơn vị tôi")
    await story.press(AN, "✔ Chưa cần")
    sentence = await story.world.say(AN, "Trang chủ bị đổi giao diện")
    await story.settle()
    assert "Chưa rõ từ lúc nào" in watched(story)

    await edit(story, AN, sentence, "Trang chủ và trang con bị đổi giao diện")

    assert "trang con bị đổi giao diện" in watched(story)
    assert "Đã sửa nội dung báo cáo BC-2026-0001" in story.text(AN)


async def test_what_is_confidential_is_seen_by_coordinators_and_by_no_colleague(story: Story) -> None:
    await small_network(story)
    await report(story, confidential=True)
    assert "Báo cáo kín" in watched(story)
    assert "🚩 BC-2026-0001 · TLP:RED · " in watched(story)
    assert story.last_with(COORDINATOR, "👁 Đã xem")["has_protected_content"]
    await story.say(BINH, "/baocao")
    await story.press(BINH, "📋 Báo cáo của tôi")
    assert "BC-2026" not in story.text(BINH)

    await report(story, words="Máy trạm thứ hai cũng bị")
    await story.say(BINH, "/baocao")
    await story.press(BINH, "📋 Báo cáo của tôi")
    assert "BC-2026-0002" in story.text(BINH)
    assert "BC-2026-0001" not in story.text(BINH)
    await story.press(BINH, "BC-2026-0002")
    assert "Máy trạm thứ hai cũng bị" in story.text(BINH)
    assert "💬 Bổ sung" not in buttons_of(story.last(BINH))

    told = await story.press(
        COORDINATOR, "🚨 Khai báo sự cố", message=story.last_with(COORDINATOR, "🔁 Gộp vào BC-2026-0001")
    )
    assert told == ""
    await story.say(COORDINATOR, "/baocao")
    await story.press(COORDINATOR, "⏳ BC-2026-0001")
    assert "báo cáo kín" in await story.press(COORDINATOR, "🚨 Khai báo sự cố", message=story.last(COORDINATOR))
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    assert "🏷 Nhãn TLP:RED lấy theo báo cáo" in story.text(COORDINATOR)
    assert "📨 Gửi tới" not in "".join(buttons_of(story.last(COORDINATOR))), "nobody is called who is not named"
    await story.press(COORDINATOR, "TLP:RED")
    assert "TLP:RED" not in story.text(COORDINATOR)


async def test_nobody_looks_and_it_climbs_in_the_chats_and_a_look_ends_it(story: Story) -> None:
    await small_network(story)
    await appoint(story, SECOND_COORDINATOR, "Trần Văn Trực", role=Role.DUTY_OFFICER)
    await report(story)
    story.look_away()

    await story.pass_time(minutes=5)
    (reminder,) = story.arrived(SECOND_COORDINATOR)
    assert "Đã 5 phút chưa có ai xem báo cáo này" in reminder
    assert story.arrived(COORDINATOR) == []
    await story.press(SECOND_COORDINATOR, "👁 Đã xem")
    await story.pass_time(minutes=30)

    assert story.arrived(COORDINATOR) == []
    assert "Đã xem (Trần Văn Trực)" in watched(story)
    assert "Trần Văn Trực" not in watched(story, "BC-2026-0001", AN)


async def test_what_is_declared_is_named_by_what_and_where_and_an_address_is_said_to_be_one(story: Story) -> None:
    await small_network(story)
    await report(story, words="mất sóng ở  Ba Vì, cột BTS bị đổ")
    await story.press(COORDINATOR, "🚨 Khai báo sự cố", message=story.last_with(COORDINATOR, "👁 Đã xem"))
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    preview = story.text(COORDINATOR)
    assert "Mã độc, mã hóa dữ liệu tại Xã Ba Vì" in preview
    assert "\nMất sóng ở Ba Vì, cột BTS bị đổ.\n" in preview
    assert "địa chỉ của đơn vị báo" not in preview
    await story.press(COORDINATOR, "➖ Địa bàn")
    assert "Mã độc, mã hóa dữ liệu\n" in story.text(COORDINATOR)

    await report(story)
    await story.press(COORDINATOR, "🚨 Khai báo sự cố", message=story.last_with(COORDINATOR, "👁 Đã xem"))
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    assert "⚠️ Phường Hoàn Kiếm là địa chỉ của đơn vị báo" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "➖ Địa bàn")
    assert "địa chỉ của đơn vị báo" not in story.text(COORDINATOR)


async def test_words_that_name_another_province_or_an_old_district_are_shown_and_no_address_is(story: Story) -> None:
    await small_network(story)
    await report(story, words="mất sóng tại Hạ Long và cả huyện Thạch Thất")

    assert "📍 Nơi chưa rõ: “huyện Thạch Thất” (theo nội dung)" in watched(story)
    assert "📍 Ngoài thành phố: Hạ Long (theo nội dung)" in watched(story)
    assert "theo địa chỉ đơn vị" not in watched(story)
    await report(story, words="mất sóng tại Hạ Long")
    await story.press(COORDINATOR, "🚨 Khai báo sự cố", message=story.last_with(COORDINATOR, "👁 Đã xem"))
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    assert "⚠️ Hạ Long (Quảng Ninh, Thanh Hóa) không thuộc thành phố Hà Nội" in story.text(COORDINATOR)


async def test_whose_system_it_is_is_asked_shown_and_carried_over(story: Story) -> None:
    await small_network(story)
    for said, choice, shown, declared in (
        ("hoa sen", "🏢 ", "hệ thống của Công nghệ Hoa Sen", "Hệ thống của: Công nghệ Hoa Sen"),
        ("Trạm y tế xã X", "", "hệ thống của “Trạm y tế xã X”", "Hệ thống của: Trạm y tế xã X"),
        ("", "Không rõ của ai", "chưa rõ của ai", SEEN),
    ):
        await story.say(AN, "/baocao")
        for button in ("Mã độc, mã hóa", "🕐 Vừa mới thấy", "👥 Của đơn vị khác"):
            await story.press(AN, button)
        await _say_whose(story, said, choice)
        await story.press(AN, "◀ Quay lại")
        await _say_whose(story, said, choice)
        await story.press(AN, "✔ Chưa cần")
        await story.say(AN, SEEN)
        await story.pass_time(seconds=20)
        assert shown in story.text(AN)
        assert shown in watched(story, "Chờ xem")
        await story.press(COORDINATOR, "🚨 Khai báo sự cố", message=story.last_with(COORDINATOR, "👁 Đã xem"))
        await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
        assert declared in story.text(COORDINATOR)


async def _say_whose(story: Story, said: str, choice: str) -> None:
    if said:
        await story.say(AN, said)
    if choice:
        await story.press(AN, choice)


async def test_a_coordinator_asks_back_and_the_reporter_answers_by_a_reply(story: Story) -> None:
    await reported(story)
    await story.press(COORDINATOR, "❓ Hỏi lại")
    await tell(story, COORDINATOR, "Bao nhiêu máy bị?")
    (asked,) = story.arrived(AN)
    assert "Bao nhiêu máy bị?" in asked
    story.look_away()

    await story.world.say(AN, "Ba máy chủ thư", reply_to=story.last(AN)["message_id"])
    await story.settle()

    assert "Đã bổ sung BC-2026-0001" in story.text(AN)
    (added,) = story.arrived(COORDINATOR)
    assert "Đơn vị vừa bổ sung" in added
    assert "Ba máy chủ thư" in added
    assert "Hỏi đáp" not in story.text(AN)


async def test_a_second_report_is_laid_to_the_first_and_both_are_added_to_what_is_open(story: Story) -> None:
    await reported(story)
    await report(story, BINH, "Máy chủ thư mã hóa tệp")
    assert "Có thể là cùng một việc" in watched(story, "🚩 BC-2026-0002")
    await story.press(COORDINATOR, "🔁 Gộp vào BC-2026-0001")
    assert "Cùng một việc đã có đơn vị khác báo" in story.text(BINH)
    await declare(story, "Mã độc tống tiền tại nhiều đơn vị")
    story.look_away()

    await story.say(COORDINATOR, "/baocao")
    await story.press(COORDINATOR, "👁 BC-2026-0001")
    assert "Gộp vào đây 1 báo cáo: BC-2026-0002" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "➕ Vào sự cố…")
    await story.press(COORDINATOR, "🔁 Gộp vào SC-2026-0001")

    for person in (AN, BINH):
        (told,) = story.arrived(person)
        assert "là sự cố trong cảnh báo" in told
        assert "SC-2026-0001" in told
    assert story.arrived(CHI) == []
    await story.press(COORDINATOR, "◀ Bảng tổng hợp")
    await story.press(COORDINATOR, "⋯ Việc khác")
    await story.press(COORDINATOR, "🚩 Báo cáo (2)")
    assert "SC-2026-0001 · Báo cáo: 2" in story.text(COORDINATOR)


async def test_nothing_to_do_is_told_politely_with_the_reason_and_the_reporter_may_be_named(story: Story) -> None:
    await reported(story)
    await story.press(COORDINATOR, "Không xử lý")
    await tell(story, COORDINATOR, "Đơn vị cung cấp đang bảo trì theo lịch")

    (told,) = story.arrived(AN)
    assert "Báo cáo vẫn có ích" in told
    assert "Đơn vị cung cấp đang bảo trì theo lịch" in told
    await story.press(AN, "Không nêu tên")
    assert "✔ Không nêu tên" in buttons_of(story.last(AN))
    assert "Không nêu tên khi ghi nhận" in watched(story)


async def test_whose_colleague_was_faster_is_told_so_and_their_words_go_nowhere(story: Story) -> None:
    await small_network(story)
    await appoint(story, SECOND_COORDINATOR, "Trần Văn Trực", role=Role.DUTY_OFFICER)
    await report(story)
    await story.press(COORDINATOR, "✉️ Khuyến nghị")
    await story.press(SECOND_COORDINATOR, "Không xử lý")
    await tell(story, SECOND_COORDINATOR, "Bảo trì theo lịch")
    story.look_away()

    await story.say(COORDINATOR, "Đề nghị ngắt máy chủ khỏi mạng")

    assert "BC-2026-0001 đã có quyết định" in story.arrived(COORDINATOR)[0]
    assert story.arrived(AN) == []


async def test_words_on_a_report_that_were_not_sent_are_dropped_where_it_is_declared(story: Story) -> None:
    await small_network(story)
    await report(story)
    await story.press(COORDINATOR, "✉️ Khuyến nghị")
    await story.say(COORDINATOR, "Đề nghị ngắt máy chủ khỏi mạng")
    await story.press(COORDINATOR, "🚨 Khai báo sự cố", message=story.last_with(COORDINATOR, "🚨 Khai báo sự cố"))
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    (send,) = [one for one in buttons_of(story.last(COORDINATOR)) if one.startswith("📨 Gửi tới")]
    story.look_away()
    await story.press(COORDINATOR, send)
    await story.press(COORDINATOR, buttons_of(story.last(COORDINATOR))[0])

    said = "\n".join([*story.arrived(COORDINATOR), story.text(COORDINATOR)])
    assert "⏳ Chưa trả lời" in said
    assert "Đề nghị ngắt máy chủ khỏi mạng" not in said
    assert "mỗi báo cáo chỉ thành một sự cố" not in said
    await story.say(COORDINATOR, "/menu")
    assert "Đề nghị ngắt máy chủ khỏi mạng" not in story.text(COORDINATOR)
    await story.pass_time(seconds=20)
    assert "đang xem xét" not in watched(story, "BC-2026-0001", AN)


async def test_a_declaration_begun_from_a_report_and_given_up_lets_it_wait_and_climb_again(story: Story) -> None:
    await small_network(story)
    await report(story)
    await story.press(COORDINATOR, "🚨 Khai báo sự cố", message=story.last_with(COORDINATOR, "👁 Đã xem"))
    await story.say(COORDINATOR, "/huy")
    await story.pass_time(seconds=20)

    assert "Chờ xem" in watched(story)
    assert "Bỏ dở, trở lại chờ xem (Đoàn Thị Hạ)" in watched(story)
    assert "Chờ xem" in watched(story, "BC-2026-0001", AN)
    assert "đang xem xét" not in watched(story, "BC-2026-0001", AN)
    story.look_away()
    await story.pass_time(minutes=5)
    assert "Đã 5 phút chưa có ai xem báo cáo này" in "".join(story.arrived(COORDINATOR))


async def test_of_two_who_ask_back_at_once_the_second_is_told_what_the_first_asked(story: Story) -> None:
    await small_network(story)
    await appoint(story, SECOND_COORDINATOR, "Trần Văn Trực", role=Role.DUTY_OFFICER)
    await report(story)
    for coordinator in (COORDINATOR, SECOND_COORDINATOR):
        await story.press(coordinator, "❓ Hỏi lại")
    await tell(story, SECOND_COORDINATOR, "Máy nào?")

    await tell(story, COORDINATOR, "Máy chủ nào bị?")

    assert "Trần Văn Trực cũng đã hỏi lại" in story.text(COORDINATOR)
    assert "“Máy nào?”" in story.text(COORDINATOR)
    assert "cũng đã hỏi lại" not in story.text(SECOND_COORDINATOR)


async def test_the_answer_to_a_question_back_needs_no_reply_in_telegram(story: Story) -> None:
    await reported(story)
    await story.press(COORDINATOR, "❓ Hỏi lại")
    await tell(story, COORDINATOR, "Bao nhiêu máy bị?")
    story.look_away()

    await story.say(AN, "Ba máy chủ thư")
    assert "Đã bổ sung BC-2026-0001" in story.text(AN)
    (added,) = story.arrived(COORDINATOR)
    assert "Ba máy chủ thư" in added

    # What was asked is answered: what follows is a question of its own.
    await story.say(AN, "Bao giờ có người tới?")
    assert "Gửi nội dung này cho cơ quan điều phối?" in story.text(AN)


async def test_an_answer_back_is_offered_as_one_while_an_incident_is_open_and_goes_where_it_is_meant(
    story: Story,
) -> None:
    await reported(story)
    await story.press(COORDINATOR, "❓ Hỏi lại")
    await tell(story, COORDINATOR, "Bao nhiêu máy bị?")
    await declare(story)
    await story.press(COORDINATOR, "🚩 Mở BC-2026-0001")
    await story.press(COORDINATOR, "➕ Vào sự cố…")
    await story.press(COORDINATOR, "🔁 Gộp vào SC-2026-0001")
    story.look_away()

    await story.say(AN, "Ba máy chủ thư")
    assert "Đã chuyển tới cơ quan điều phối (SC-2026-0001)" in "".join(story.arrived(AN))
    await story.press(AN, "💬 Trả lời BC-2026-0001")

    assert watched(story, "Đã bổ sung BC-2026-0001", AN)
    await story.pass_time(seconds=20)
    assert watched(story, "Nội dung này nay thuộc BC-2026-0001", AN)
    added = watched(story, "Đơn vị vừa bổ sung")
    assert "Ba máy chủ thư" in added
    assert watched(story, "Đơn vị đã chuyển nội dung này vào BC-2026-0001")


async def test_a_form_that_is_half_filled_in_waits_while_something_is_said_of_a_report(story: Story) -> None:
    await reported(story)
    await story.say(COORDINATOR, "/suco Cháy trạm tại phường Hoàn Kiếm")
    await story.press(COORDINATOR, "❓ Hỏi lại")
    assert "đang điền dở được giữ lại" in story.text(COORDINATOR)
    await tell(story, COORDINATOR, "Bao nhiêu máy bị?")

    assert "Anh/Chị đang làm dở việc sau" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    assert "Cháy trạm tại phường Hoàn Kiếm" in story.text(COORDINATOR)

    await story.press(COORDINATOR, "Không xử lý")
    await story.press(COORDINATOR, "Giữ nguyên")
    assert "Anh/Chị đang làm dở việc sau" in story.text(COORDINATOR)
    assert "📨 Gửi tới" in "".join(buttons_of(story.last(COORDINATOR)))


async def test_words_after_a_look_elsewhere_are_shown_before_a_reporter_gets_them_and_no_action_can_be_undone(
    story: Story,
) -> None:
    await reported(story)
    await story.press(COORDINATOR, "Không xử lý")
    await story.say(COORDINATOR, "/menu")
    await story.press(COORDINATOR, "🚩 Báo cáo")
    await story.say(COORDINATOR, "Khoa ơi gọi lại cho Sở giúp anh")
    await story.pass_time(seconds=20)
    assert "Gửi lý do này cho người báo, kèm lời cảm ơn?" in story.text(COORDINATOR)
    assert "Khoa ơi" not in "".join(story.arrived(AN))
    await tell(story, COORDINATOR, "Bảo trì theo lịch")
    await story.pass_time(seconds=20)
    said = "".join(story.arrived(AN))
    assert "Bảo trì theo lịch" in said
    assert "Khoa ơi" not in said

    await story.press(COORDINATOR, "🚩 Mở BC-2026-0001")
    await story.press(COORDINATOR, "↩ Xem xét lại")
    await story.pass_time(seconds=20)

    assert "Đang xem xét" in watched(story)
    assert "🚨 Khai báo sự cố" in buttons_of(story.last_with(COORDINATOR, "Không xử lý"))
    assert "Điều phối viên xem xét lại báo cáo" in "".join(story.arrived(AN))


async def test_one_who_lays_reports_together_by_a_slip_parts_them_by_one_tap(story: Story) -> None:
    await reported(story)
    await report(story, BINH, "Máy trạm cũng bị mã hóa")
    await story.press(COORDINATOR, "🔁 Gộp vào BC-2026-0001: Máy chủ thư tự mã hóa")
    assert "Gộp với báo cáo khác" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "↩ Tách ra")
    await story.pass_time(seconds=20)

    assert "Đang xem xét" in watched(story, "🚩 BC-2026-0002")
    assert "được tách ra, xem xét riêng" in "".join(story.arrived(BINH))


async def test_what_was_added_is_carried_into_what_is_declared_and_every_step_can_be_read(story: Story) -> None:
    await reported(story)
    for words in ("Thêm hai máy trạm", "Đã ngắt mạng tầng 3", "Có tệp đòi tiền"):
        await story.press(AN, "💬 Bổ sung", message=story.last_with(AN, "💬 Bổ sung"))
        await story.say(AN, words)
    await story.pass_time(seconds=20)
    assert "Đã ngắt mạng tầng 3" in watched(story, "💬 Bổ sung lúc", AN)

    card = story.last_with(COORDINATOR, "📋 Toàn bộ diễn biến (3)")
    await story.press(COORDINATOR, "📋 Toàn bộ diễn biến (3)", message=card)
    assert watched(story, "💬 Thêm hai máy trạm")
    await story.press(COORDINATOR, "🚩 Mở BC-2026-0001", message=story.last_with(COORDINATOR, "🚩 Mở BC-2026-0001"))
    await story.press(COORDINATOR, "🚨 Khai báo sự cố", message=story.last_with(COORDINATOR, "🚨 Khai báo sự cố"))
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    for words in (SEEN, "Thêm hai máy trạm.", "Đã ngắt mạng tầng 3.", "Có tệp đòi tiền."):
        assert words in story.text(COORDINATOR)
