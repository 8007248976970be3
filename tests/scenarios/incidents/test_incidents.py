"""From the alert to the all-clear: what coordinators press, what members get, and that nothing else comes."""

from sqlmodel import select

from models.capabilities import Capability, Unit
from models.identity import id_of
from models.members import Member, MemberCapability, Sector
from models.roster import ContactLook
from tests.enrolment import appoint, enrol
from tests.scenarios.declaring import AN, BINH, CHI, declare, declared, small_network
from tests.story import COORDINATOR, SECOND_COORDINATOR, Story, buttons_of, data_behind, text_of


async def test_an_answer_is_one_tap_and_shows_with_a_tick_to_all_of_the_business(story: Story) -> None:
    await declared(story)

    said = await story.press(AN, "🕐 30 phút")

    assert said == "Đã ghi nhận: Sẵn sàng, có mặt sau 30 phút. Xin cảm ơn Quý đơn vị."
    for colleague in (AN, BINH):
        card = story.text(colleague)
        assert "✔ Viễn thông Sông Hồng: 🕐 Sẵn sàng, có mặt sau 30 phút" in card
        assert "Nguyễn Văn An, 09:00" in card
        assert "Dự kiến có mặt lúc 09:30" in card
        assert "✔ 🕐 30 phút" in buttons_of(story.last(colleague))
    assert "✔" not in [mark for text in buttons_of(story.last(CHI)) for mark in text]
    tally = story.text(COORDINATOR)
    assert "✅ Sẵn sàng: 1 (50%)" in tally
    assert "⏳ Chưa trả lời: 1 (50%)" in tally


async def test_a_colleague_may_change_the_answer_and_the_history_keeps_both(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")

    await story.press(BINH, "⛔ Không thể")

    assert "✔ Viễn thông Sông Hồng: ⛔ Không thể tham gia\nLê Thị Bình" in story.text(AN)
    await story.pass_time(seconds=4)
    assert "⛔ Không thể: 1 (50%)" in story.text(COORDINATOR)
    assert "✅ Sẵn sàng: 0 (0%)" in story.text(COORDINATOR)


async def test_the_details_show_who_of_the_business_answered_what_and_when(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    await story.pass_time(minutes=2)
    await story.press(BINH, "🕐 1 giờ")

    await story.press(AN, "ℹ️ Xem chi tiết")

    details = story.text(AN)
    assert "Các lần trả lời của Viễn thông Sông Hồng" in details
    assert "09:00 · ✅ Sẵn sàng (Nguyễn Văn An)\n09:02 · 🕐 Sẵn sàng, có mặt sau 1 giờ (Lê Thị Bình)" in details
    await story.press(CHI, "ℹ️ Xem chi tiết")
    assert "Các lần trả lời" not in story.text(CHI)


async def test_the_same_answer_twice_changes_nothing_and_says_so(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")

    said = await story.press(AN, "✅ Sẵn sàng")

    assert said == "Câu trả lời này đã được ghi nhận lúc 09:00, 20/11/2026; không cần bấm lại."


async def test_a_forged_answer_of_a_stranger_changes_nothing(story: Story) -> None:
    await declared(story)
    stranger = story.person(900, "Người lạ")
    await story.say(stranger, "/start")

    said = await story.forge(stranger, story.last(stranger), "a:1:ready")

    assert said == "Cảnh báo này không gửi đến đơn vị của Anh/Chị."
    await story.pass_time(seconds=4)
    assert "⏳ Chưa trả lời: 2 (100%)" in story.text(COORDINATOR)


async def test_the_silent_are_reminded_by_themselves_and_nobody_else_is(story: Story) -> None:
    await declared(story)
    await story.press(AN, "💻 Hỗ trợ từ xa")
    story.look_away()

    await story.pass_time(minutes=4)
    assert story.arrived(CHI) == []
    await story.pass_time(minutes=1)

    (reminder,) = story.arrived(CHI)
    assert "🔔 Chưa nhận được trả lời của Quý đơn vị về cảnh báo gửi lúc 09:00" in reminder
    assert story.arrived(AN) == []
    assert story.arrived(BINH) == []


async def test_a_coordinator_reminds_the_silent_after_a_question_but_not_twice_in_a_minute(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    assert not any("Nhắc" in text for text in buttons_of(story.last(COORDINATOR)))
    await story.pass_time(minutes=2, seconds=30)
    story.look_away()

    await story.press(COORDINATOR, "🔔 Nhắc 1 đơn vị chưa trả lời…")
    assert story.text(COORDINATOR).startswith("🔔 SC-2026-0001 · Nhắc 1 đơn vị chưa trả lời?")
    asked = story.last(COORDINATOR)
    assert story.arrived(CHI) == []
    said = await story.press(COORDINATOR, "🔔 Gửi lời nhắc")
    again = await story.forge(COORDINATOR, asked, "rn:1")

    assert said == "Đang nhắc 1 người chưa trả lời."
    assert again.startswith("Vừa nhắc lúc")
    assert "🔔 Đã nhắc 1 đơn vị lúc 09:02" in story.text(COORDINATOR)
    assert "⏭ Nhắc tự động lúc 09:05" in story.text(COORDINATOR)
    assert len(story.arrived(CHI)) == 1
    assert story.arrived(AN) == []


async def test_an_answer_given_on_the_reminder_shows_on_both_messages(story: Story) -> None:
    await declared(story)
    await story.pass_time(minutes=5)

    await story.press(CHI, "✅ Sẵn sàng")

    assert all("✔ Công nghệ Hoa Sen: ✅ Sẵn sàng" in text_of(message) for message in story.chat(CHI))


async def test_what_comes_with_an_answer_is_asked_after_it_and_shown_to_the_coordinator(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")

    await story.press(AN, "➕ Người, phương tiện, ghi chú")
    await story.say(AN, "12")
    await story.say(AN, "Có mặt tại cổng số 2")

    assert "Đã bổ sung" in story.text(AN)
    card = text_of(story.last_with(AN, "✔ ✅ Sẵn sàng"))
    assert "Nhân lực: 12 người" in card
    assert "Ghi chú: Có mặt tại cổng số 2" in card
    await story.pass_time(seconds=4)
    assert "👷 Nhân lực: 12 người (1 đơn vị đã báo số)" in story.text(COORDINATOR)


async def test_what_is_said_beside_the_number_is_kept_as_the_note_and_known_equipment_is_proposed(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    await story.press(AN, "➕ Người, phương tiện, ghi chú")

    await story.say(AN, "2 người, 1 máy phát 5kVA")

    assert "được giữ làm ghi chú: “1 máy phát 5kVA”" in story.text(AN)
    assert "☑ Máy phát điện" in buttons_of(story.last(AN))
    card = text_of(story.last_with(AN, "✔ ✅ Sẵn sàng"))
    assert "Nhân lực: 2 người" in card
    assert "Ghi chú: 1 máy phát 5kVA" in card
    await story.press(AN, "Tiếp tục")
    await story.press(AN, "1")
    await story.say(AN, "Có mặt lúc 10 giờ")
    card = text_of(story.last_with(AN, "✔ ✅ Sẵn sàng"))
    assert "Máy phát điện: 1 máy" in card
    assert "Ghi chú: 1 máy phát 5kVA\nCó mặt lúc 10 giờ" in card


async def test_equipment_is_asked_for_in_its_own_unit_and_shown_with_its_number(story: Story) -> None:
    await declared(story)
    async with story.database.writing() as session:
        ids = {one.name_vi: one.id for one in await session.exec(select(Capability))}
        member = (await session.exec(select(Member).where(Member.name == "Viễn thông Sông Hồng"))).one()
        for name, number, unit in (("Máy phát điện", 7, Unit.MACHINES), ("Đội ứng cứu cáp quang", 2, Unit.TEAMS)):
            session.add(
                MemberCapability(member_id=id_of(member), capability_id=ids[name] or 0, headcount=number, unit=unit)
            )
    await story.press(AN, "✅ Sẵn sàng")
    await story.press(AN, "➕ Người, phương tiện, ghi chú")
    await story.press(AN, "Bỏ qua")
    await story.press(AN, "☐ Máy phát điện")
    await story.press(AN, "☐ Đội ứng cứu cáp quang")

    await story.press(AN, "Tiếp tục")
    asked = [story.text(AN)]
    await story.press(AN, "Bỏ qua")
    asked.append(story.text(AN))

    machines = next(one for one in asked if "Máy phát điện" in one)
    assert "hỗ trợ bao nhiêu máy?" in machines
    assert "Đã đăng ký: 7 máy." in machines
    assert any("hỗ trợ bao nhiêu đội?" in one and "Đã đăng ký: 2 đội." in one for one in asked)
    await story.press(AN, "◀ Quay lại")
    await story.press(AN, "Tiếp tục")
    for _ in asked:
        await story.press(AN, "7" if "Máy phát điện" in story.text(AN) else "2")
    await story.press(AN, "Hoàn tất")

    card = text_of(story.last_with(AN, "✔ ✅ Sẵn sàng"))
    assert "Máy phát điện: 7 máy" in card
    assert "Đội ứng cứu cáp quang: 2 đội" in card


async def test_who_needs_information_gets_the_coordinators_answer_and_others_do_not(story: Story) -> None:
    await declared(story)
    await story.press(CHI, "❓ Cần thêm tin")
    await story.pass_time(seconds=4)
    story.look_away()

    await story.press(COORDINATOR, "✉️ Nhắn 1 đơn vị")
    await story.say(COORDINATOR, "Cần 2 kỹ sư định tuyến <mạng>")
    await story.press(COORDINATOR, "📨 Gửi tới 1 người")

    (answer,) = story.arrived(CHI)
    assert "✉️ Trả lời của điều phối viên" in answer
    assert "Cần 2 kỹ sư định tuyến <mạng>" in answer
    assert story.arrived(AN) == []


async def test_who_edits_what_was_sent_learns_that_it_stands_and_sends_a_correction(story: Story) -> None:
    await declared(story)
    await story.press(CHI, "❓ Cần thêm tin")
    await story.pass_time(seconds=4)
    await story.press(COORDINATOR, "✉️ Nhắn 1 đơn vị")
    said = await story.world.say(COORDINATOR, "Cần 2 kỹ sư")
    await story.settle()
    await story.press(COORDINATOR, "📨 Gửi tới 1 người")
    story.look_away()

    await story.world.edit(COORDINATOR, said, "Cần 12 kỹ sư")
    await story.settle()

    assert "✏️ Tin về SC-2026-0001 đã gửi nên giữ nguyên" in story.text(COORDINATOR)
    assert story.arrived(CHI) == []
    await story.press(COORDINATOR, "📣 Gửi bản đính chính")
    await story.say(COORDINATOR, "Đính chính: cần 12 kỹ sư")
    await story.press(COORDINATOR, "📨 Gửi tới 1 người")
    (correction,) = story.arrived(CHI)
    assert "Đính chính: cần 12 kỹ sư" in correction


async def test_an_edit_of_what_a_dialogue_waits_to_send_is_no_correction_of_what_went_out_before(story: Story) -> None:
    await declared(story)
    await story.press(CHI, "❓ Cần thêm tin")
    await story.pass_time(seconds=4)
    await story.press(COORDINATOR, "✉️ Nhắn 1 đơn vị")
    await story.say(COORDINATOR, "Cần 2 kỹ sư")
    await story.press(COORDINATOR, "📨 Gửi tới 1 người")
    await story.press(COORDINATOR, "✉️ Nhắn tin…")
    await story.press(COORDINATOR, "📣 Báo tin cho tất cả")
    said = await story.world.say(COORDINATOR, "Mang theo 3 máy")
    await story.settle()

    await story.world.edit(COORDINATOR, said, "Mang theo 13 máy")
    await story.settle()

    assert "Mang theo 13 máy" in story.text(COORDINATOR)
    assert "đã gửi nên giữ nguyên" not in story.text(COORDINATOR)


async def test_the_lists_behind_the_tally_name_everyone_and_lead_back(story: Story) -> None:
    await small_network(story)
    story.world.block(CHI)
    await declare(story)
    await story.press(AN, "🕐 1 giờ")
    await story.pass_time(seconds=4)

    await story.press(COORDINATOR, "📋 Danh sách")
    await story.press(COORDINATOR, "✅ Sẵn sàng: 1")
    assert "1. 10:00 · Viễn thông Sông Hồng (Nguyễn Văn An)" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "◀ Bảng tổng hợp")
    await story.press(COORDINATOR, "📋 Danh sách")
    await story.press(COORDINATOR, "📵 Không liên lạc được: 1")
    assert "Công nghệ Hoa Sen – đã chặn bot" in story.text(COORDINATOR)
    await story.pass_time(seconds=30)
    assert "📵 Không liên lạc được: 1 đơn vị" in story.text(COORDINATOR)


async def test_a_business_of_a_list_opens_with_its_people_and_their_numbers_and_the_look_is_kept(story: Story) -> None:
    await declared(story)
    await story.press(AN, "🕐 1 giờ")
    await story.press(AN, "➕ Người, phương tiện, ghi chú")
    await story.say(AN, "12")
    await story.say(AN, "Mang theo máy hàn")
    await story.pass_time(seconds=4)
    await story.press(COORDINATOR, "📋 Danh sách")
    await story.press(COORDINATOR, "✅ Sẵn sàng: 1")

    await story.press(COORDINATOR, "1")

    page = story.text(COORDINATOR)
    assert page.startswith("10:00 · Viễn thông Sông Hồng (Nguyễn Văn An)\nNhân lực: 12 người")
    assert page.count("🕐 Sẵn sàng, có mặt sau 1 giờ") == 0, "an answer that was only added to is no history"
    assert "Lê Thị Bình" in page
    assert "+84" in page or "09" in page
    async with story.database.reading() as session:
        assert len((await session.exec(select(ContactLook))).all()) == 1
    await story.press(COORDINATOR, "◀ Danh sách")
    assert story.text(COORDINATOR).startswith("✅ Sẵn sàng: 1 đơn vị")


async def test_the_tally_comes_down_as_the_newest_message_and_the_old_one_keeps_no_buttons(story: Story) -> None:
    await declared(story)
    await story.say(COORDINATOR, "/start")
    story.look_away()

    await story.press(COORDINATOR, "📊 Đưa xuống dưới")

    (tally,) = story.arrived(COORDINATOR)
    assert "⏳ Chưa trả lời: 2 (100%)" in tally
    older = next(message for message in story.chat(COORDINATOR) if "đã chuyển xuống" in text_of(message))
    assert buttons_of(older) == []
    await story.press(AN, "✅ Sẵn sàng")
    await story.pass_time(seconds=4)
    assert "✅ Sẵn sàng: 1 (50%)" in story.text(COORDINATOR)


async def test_what_is_being_handled_can_be_taken_back(story: Story) -> None:
    await declared(story)

    await story.press(COORDINATOR, "🟠 Đang xử lý")
    assert story.text(AN).startswith("🟠 SC-2026-0001")
    said = await story.press(COORDINATOR, "↩ Bỏ “đang xử lý”")

    assert said == "Đã bỏ đánh dấu đang xử lý."
    assert story.text(AN).startswith("🔴 SC-2026-0001")
    assert "🟠 Đang xử lý" in buttons_of(story.last(COORDINATOR))


async def test_the_cross_of_an_earlier_step_does_not_end_the_dialogue_that_is_running(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    await story.press(AN, "➕ Người, phương tiện, ghi chú")
    earlier = story.last(AN)
    cross = data_behind(earlier, "✖ Hủy")
    await story.say(AN, "12")
    assert story.last(AN)["message_id"] != earlier["message_id"]

    await story.forge(AN, earlier, cross)
    await story.say(AN, "Mang theo máy hàn")

    assert "Đã bổ sung vào câu trả lời" in story.text(AN)
    assert "Ghi chú: Mang theo máy hàn" in text_of(story.last_with(AN, "✔ ✅ Sẵn sàng"))


async def test_time_alone_keeps_the_tally_true(story: Story) -> None:
    await declared(story)
    assert "đã 1 phút" in story.text(COORDINATOR)

    await story.pass_time(minutes=4)

    assert "Khai báo 09:00, đã 4 phút" in story.text(COORDINATOR)


async def test_a_list_that_is_open_is_not_overwritten_by_the_tally(story: Story) -> None:
    await declared(story)
    await story.press(COORDINATOR, "📋 Danh sách")
    await story.press(COORDINATOR, "⏳ Chưa trả lời: 2")

    await story.press(AN, "✅ Sẵn sàng")
    await story.pass_time(seconds=10)

    assert story.text(COORDINATOR).startswith("⏳ Chưa trả lời: 2 đơn vị")


async def test_a_menu_opened_from_the_tally_stays_a_menu(story: Story) -> None:
    await declared(story)

    await story.press(COORDINATOR, "☰ Menu")
    await story.press(AN, "✅ Sẵn sàng")
    await story.pass_time(seconds=10)
    assert "Anh/Chị cần làm gì?" in story.text(COORDINATOR)

    await story.press(COORDINATOR, "📊 Tình hình")
    await story.press(COORDINATOR, "SC-2026-0001")
    await story.press(CHI, "⛔ Không thể")
    await story.pass_time(seconds=10)
    assert "⛔ Không thể: 1 (50%)" in story.text(COORDINATOR)


async def test_a_tally_that_was_opened_again_below_is_the_only_live_one(story: Story) -> None:
    await declared(story)
    await story.say(COORDINATOR, "/tinhhinh")
    await story.press(COORDINATOR, "SC-2026-0001")

    await story.press(AN, "✅ Sẵn sàng")
    await story.pass_time(seconds=10)

    *_, older, newest = story.chat(COORDINATOR)
    assert text_of(older) == "📊 SC-2026-0001 · Bảng tổng hợp đã chuyển xuống tin mới hơn ở dưới."
    assert "✅ Sẵn sàng: 1 (50%)" in text_of(newest)


async def test_the_end_turns_every_card_green_and_tells_everyone_alerted(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    await story.pass_time(minutes=2)
    story.look_away()

    await story.press(COORDINATOR, "🟢 Kết thúc")
    await story.press(COORDINATOR, "✨ Dùng tóm tắt gợi ý")
    assert "\n🟢 SC-2026-0001" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "🟢 Kết thúc và gửi tới 3 người")

    for person in (AN, BINH, CHI):
        (all_clear,) = story.arrived(person)
        assert "🟢 Kết thúc cảnh báo" in all_clear
        assert "1/2 đơn vị đã trả lời" in all_clear
        assert text_of(card_of(story, person)).startswith("🟢 SC-2026-0001")
        assert buttons_of(card_of(story, person)) == ["ℹ️ Xem chi tiết"]
    assert "✔ Đã rút lực lượng" in buttons_of(story.last(AN))
    assert "✔ Đã rút lực lượng" not in buttons_of(story.last(CHI))
    late = await story.forge(CHI, card_of(story, CHI), "a:1:ready")
    assert late.startswith("SC-2026-0001 đã kết thúc lúc 09:02")
    await story.pass_time(minutes=30)
    assert story.arrived(CHI) == []


async def test_after_the_end_people_stand_down_and_say_whether_it_was_useful(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    await story.press(COORDINATOR, "🟢 Kết thúc")
    await story.say(COORDINATOR, "Đã nối lại tuyến cáp.")
    await story.press(COORDINATOR, "🟢 Kết thúc và gửi")

    assert await story.press(AN, "✔ Đã rút lực lượng") == "Đã ghi nhận. Xin cảm ơn Quý đơn vị đã tham gia."
    card = story.last_with(AN, "👍 Cảnh báo hữu ích")
    assert "✔ Đã xác nhận rút lực lượng lúc 09:00." in text_of(card)
    assert "✔ Đã rút lực lượng" not in buttons_of(card)
    again = await story.forge(AN, card, "s:1")
    assert again == "Quý đơn vị đã xác nhận rút lực lượng lúc 09:00, 20/11/2026; không cần bấm lại."
    assert await story.press(AN, "👍 Cảnh báo hữu ích") == "Xin cảm ơn ý kiến của Anh/Chị."
    assert "✔ 👍 Cảnh báo hữu ích" in buttons_of(story.last_with(AN, "👎 Chưa hữu ích"))
    assert "Đã rút lực lượng lúc 09:00" in text_of(card_of(story, BINH))
    await story.pass_time(seconds=4)
    tally = text_of(story.last_with(COORDINATOR, "📋 Danh sách"))
    assert "Đã rút lực lượng: 1 / 1 đơn vị" in tally
    assert "👍 1 · 👎 0" in tally


async def test_the_tally_weighs_the_sectors_that_were_called_and_no_others(story: Story) -> None:
    await enrol(story, AN, "Nguyễn Văn An", "Viễn thông Sông Hồng", sectors=(Sector.TELECOM, Sector.POSTAL))

    await story.say(COORDINATOR, "/start")
    await story.press(COORDINATOR, "🚨 Khai báo sự cố")
    await story.press(COORDINATOR, "🔌 Đứt cáp quang")
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")

    await story.press(COORDINATOR, "📋 Danh sách")
    assert "· Viễn thông: 0 / 1 đơn vị" in story.text(COORDINATOR)
    assert "Bưu chính" not in story.text(COORDINATOR)


async def test_a_member_cannot_declare_nor_look_at_the_tally(story: Story) -> None:
    await declared(story)
    story.look_away()

    await story.say(AN, "/suco Thử")
    assert story.arrived(AN) == [
        "Việc khai báo do cơ quan điều phối thực hiện. Gửi tin này cho cơ quan điều phối?\n“Thử”"
        "\nNếu không chọn, sau 2 phút nội dung tự được chuyển tới cơ quan điều phối."
    ]
    for forged in (
        "t:1",
        "h:1:ready:0",
        "hm:1:1:ready:0",
        "tv:1:lists",
        "td:1",
        "r:1",
        "rn:1",
        "c:1",
        "n:1:all",
        "g:1",
        "go:1",
    ):
        assert await story.forge(AN, story.last(AN), forged) == "Chức năng này không thuộc vai trò của Anh/Chị."


async def test_every_coordinator_has_a_live_tally_in_their_own_language(story: Story) -> None:
    await small_network(story)
    await appoint(story, SECOND_COORDINATOR, "Mạc Quang Thịnh", language_code="en")
    story.look_away()

    await declare(story)
    await story.press(AN, "✅ Sẵn sàng")
    await story.pass_time(seconds=4)

    assert len(story.arrived(SECOND_COORDINATOR)) == 1
    assert "✅ Ready: 1 (50%)" in story.text(SECOND_COORDINATOR)
    assert "✅ Sẵn sàng: 1 (50" in story.text(COORDINATOR)


async def test_the_story_reads_the_same_in_english(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/language")
    await story.press(COORDINATOR, "English")
    await story.say(AN, "/language")
    await story.press(AN, "English")

    await story.say(COORDINATOR, "/incident Fibre cut")
    await story.press(COORDINATOR, "3️⃣ Serious")
    await story.press(COORDINATOR, "📨 Send to 2 businesses (3 people)")
    await story.press(COORDINATOR, "🚨 Yes, send")
    await story.press(AN, "✅ Ready")

    assert "✔ Viễn thông Sông Hồng: ✅ Ready" in story.text(AN)
    assert "✔ Viễn thông Sông Hồng: ✅ Sẵn sàng" in story.text(BINH)


def card_of(story: Story, person: int) -> dict[str, object]:
    """Find a person's alert card, the first message that shows the incident."""
    return next(message for message in story.chat(person) if "SC-2026-0001" in text_of(message))
