"""An update is written in a line or in parts, acknowledged in one tap, and asked for before it is due."""

from models.members import Sector
from models.people import Role
from tests.enrolment import appoint, enrol
from tests.scenarios.declaring import AN, BINH, CHI, declared, small_network
from tests.story import COORDINATOR, SECOND_COORDINATOR, Story, buttons_of, text_of

OBSERVER, DUNG = 301, 204


async def write(story: Story, text: str) -> None:
    """Write an update to everybody, up to its preview."""
    await story.press(COORDINATOR, "✉️ Nhắn tin…")
    await story.press(COORDINATOR, "📣 Báo tin cho tất cả")
    await story.say(COORDINATOR, text)


async def test_an_update_in_parts_is_seen_before_it_goes_and_reaches_observers_too(story: Story) -> None:
    await small_network(story)
    await appoint(story, OBSERVER, "Hồ Quan Sát", role=Role.OBSERVER)
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    await write(story, "Đã khoanh vùng.")
    assert "▪ Đã làm: 1 đơn vị tham gia" in story.text(COORDINATOR)
    assert "⏰ Cập nhật tiếp theo: 10:00" in story.text(COORDINATOR)

    await story.press(COORDINATOR, "✏️ Cần thêm")
    await story.say(COORDINATOR, "2 xe cẩu")
    await story.press(COORDINATOR, "✏️ Loại trừ")
    await story.say(COORDINATOR, "Không do mất điện")
    await story.press(COORDINATOR, "⏰ Lần tới")
    await story.say(COORDINATOR, "11:30")
    await story.press(COORDINATOR, "👥 Gửi cho")
    await story.press(COORDINATOR, "☐ Kèm cả quan sát viên: 1")
    await story.press(COORDINATOR, "◀ Quay lại")
    await story.press(COORDINATOR, "✏️ Đã làm")
    await story.press(COORDINATOR, "➖ Bỏ phần này")
    story.look_away()
    await story.press(COORDINATOR, "📨 Gửi tới 4 người")

    for one in (AN, CHI, OBSERVER):
        (update,) = story.arrived(one)
        assert update.endswith(
            "Đã khoanh vùng.\n▪ Cần thêm: 2 xe cẩu\n▪ Đã loại trừ: Không do mất điện\n\n⏰ Cập nhật tiếp theo: 11:30"
        )
    assert buttons_of(story.last(OBSERVER)) == []


async def test_what_is_typed_at_the_preview_says_what_it_replaced_and_can_be_taken_back(story: Story) -> None:
    await declared(story)
    await write(story, "Đã khoanh vùng.")
    assert "Gõ giờ (10h30, sau 30 phút) để đổi giờ cập nhật tiếp theo" in story.text(COORDINATOR)

    await story.say(COORDINATOR, "10h30")
    assert "Đã khoanh vùng.\n" in story.text(COORDINATOR)
    assert "⏰ Cập nhật tiếp theo: 10:30" in story.text(COORDINATOR)
    assert "đã đổi giờ cập nhật tiếp theo; trước đó là 10:00" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "↩ Lấy lại")
    assert "⏰ Cập nhật tiếp theo: 10:00" in story.text(COORDINATOR)

    await story.say(COORDINATOR, "Đang hàn cáp.")
    assert "đã thay nội dung trước: “Đã khoanh vùng.”" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "↩ Lấy lại")
    assert "Đang hàn cáp." not in story.text(COORDINATOR)
    await story.say(COORDINATOR, "Đang hàn cáp.")
    await story.press(COORDINATOR, "➕ Giữ cả hai")
    story.look_away()
    await story.press(COORDINATOR, "📨 Gửi tới 3 người")

    (update,) = story.arrived(CHI)
    assert "Đã khoanh vùng.\nĐang hàn cáp.\n" in update


async def test_before_observers_get_what_is_labelled_for_few_its_author_is_warned(story: Story) -> None:
    await small_network(story)
    await appoint(story, OBSERVER, "Hồ Quan Sát", role=Role.OBSERVER)
    await declared(story, "TLP:AMBER Mất kết nối cáp quang")
    await write(story, "Đã khoanh vùng.")
    assert "⚠️" not in story.text(COORDINATOR)

    await story.press(COORDINATOR, "👥 Gửi cho")
    await story.press(COORDINATOR, "☐ Kèm cả quan sát viên: 1")
    await story.press(COORDINATOR, "◀ Quay lại")

    assert "⚠️ Sự cố mang nhãn TLP:AMBER: quan sát viên nằm ngoài các đơn vị được gọi." in story.text(COORDINATOR)


async def test_who_has_seen_an_update_is_counted_by_business_and_the_rest_is_asked_again(story: Story) -> None:
    await declared(story)
    await write(story, "Đổi mật khẩu ngay.")
    await story.press(COORDINATOR, "☐ Xác nhận")
    await story.press(COORDINATOR, "📨 Gửi tới 3 người")

    assert await story.press(AN, "✔ Đã nắm thông tin") == "Đã ghi nhận. Xin cảm ơn."
    for one in (AN, BINH):
        assert "✔ Viễn thông Sông Hồng: Nguyễn Văn An đã xác nhận, 09:00" in story.text(one)
        assert "✔ Đã nắm thông tin" not in buttons_of(story.last(one))

    await story.pass_time(seconds=4)
    await story.press(COORDINATOR, "✉️ Nhắn tin…")
    assert "✔ 1/2 đã xác nhận" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "✔ Đã xác nhận: 1/2")
    assert "⏳ Công nghệ Hoa Sen\n✔ Viễn thông Sông Hồng (Nguyễn Văn An, 09:00)" in story.text(COORDINATOR)
    story.look_away()
    await story.press(COORDINATOR, "🔔 Nhắc 1 đơn vị chưa xác nhận…")
    await story.pass_time(seconds=4)
    assert story.arrived(CHI) == []
    await story.press(COORDINATOR, "🔔 Gửi lời nhắc")
    await story.pass_time(seconds=4)

    assert story.arrived(AN) == []
    assert [text.startswith("🔔 Đề nghị xác nhận") for text in story.arrived(CHI)] == [True]
    await story.press(CHI, "✔ Đã nắm thông tin")
    assert "✔ Không cần xác nhận nữa." in story.text(CHI)


async def test_a_business_that_is_called_later_gets_the_newest_update_and_is_asked_and_counted(story: Story) -> None:
    await declared(story)
    await write(story, "Đổi mật khẩu ngay.")
    await story.press(COORDINATOR, "☐ Xác nhận")
    await story.press(COORDINATOR, "📨 Gửi tới 3 người")
    await story.pass_time(seconds=4)
    await write(story, "Đã khoanh vùng.")
    await story.press(COORDINATOR, "📨 Gửi tới 3 người")
    await story.pass_time(seconds=4)
    await enrol(story, DUNG, "Trần Tiến Dũng", "Bưu chính Ba Vì", sectors=(Sector.POSTAL,))
    story.look_away()

    for button in ("⋯ Việc khác", "➕ Gọi thêm đơn vị"):
        await story.press(COORDINATOR, button)
    await story.say(COORDINATOR, "buu chinh")
    for button in ("1", "📨 Gọi ngay"):
        await story.press(COORDINATOR, button)
    await story.pass_time(seconds=4)

    alert, first, newest = story.arrived(DUNG)
    assert "Đề nghị Quý đơn vị cho biết" in alert
    assert ("Đổi mật khẩu ngay." in first, "Đã khoanh vùng." in newest) == (True, True)
    assert story.arrived(AN) == []
    await story.press(DUNG, "✔ Đã nắm thông tin")
    await story.pass_time(seconds=4)
    await story.press(COORDINATOR, "✉️ Nhắn tin…")
    assert "✔ 1/3 đã xác nhận" in story.text(COORDINATOR)


async def test_the_commander_is_reminded_of_an_update_and_says_in_one_tap_that_nothing_is_new(story: Story) -> None:
    await declared(story)
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    await story.pass_time(minutes=50)
    assert "🔔 Đến 10:00 cần gửi thông tin cập nhật" in story.text(COORDINATOR)
    assert story.arrived(SECOND_COORDINATOR) == []
    await story.pass_time(minutes=10)
    for one in (COORDINATOR, SECOND_COORDINATOR):
        assert "⏰ Quá giờ cập nhật 10:00" in story.text(one)
    story.look_away()

    await story.press(SECOND_COORDINATOR, "📣 Chưa có gì mới")

    assert ["Chưa có diễn biến mới." in text for text in story.arrived(CHI)] == [True]
    assert "⏰ Cập nhật tiếp theo: 11:00" in story.text(CHI)
    said = await story.press(COORDINATOR, "📣 Chưa có gì mới")
    assert said.startswith("Vừa gửi thông tin cập nhật lúc 10:00")

    await story.press(SECOND_COORDINATOR, "↩ Thu lại")
    await story.pass_time(seconds=5)
    assert "↩ Tin này đã được thu lại." in story.text(CHI)
    assert "⏰ Cập nhật tiếp theo" not in story.text(CHI)
    assert any("↩ Đã thu lại" in text_of(one) for one in story.chat(SECOND_COORDINATOR))


async def test_a_written_update_is_taken_back_in_every_chat_and_asks_for_nothing_any_more(story: Story) -> None:
    await declared(story)
    await write(story, "Đổi mật khẩu ngay.")
    await story.press(COORDINATOR, "☐ Xác nhận")
    await story.press(COORDINATOR, "📨 Gửi tới 3 người")
    answer = story.last_with(COORDINATOR, "↩ Thu lại")
    assert "Trong 1 phút, có thể thu lại tin này." in text_of(answer)
    assert "✔ Đã nắm thông tin" in buttons_of(story.last(CHI))

    await story.press(COORDINATOR, "↩ Thu lại", message=answer)
    await story.pass_time(seconds=4)

    for one in (AN, CHI):
        assert "↩ Tin này đã được thu lại." in story.text(one)
        assert "Đổi mật khẩu" not in story.text(one)
        assert "✔ Đã nắm thông tin" not in buttons_of(story.last(one))
    await story.press(COORDINATOR, "✉️ Nhắn tin…")
    assert not any("Đã xác nhận" in one for one in buttons_of(story.last(COORDINATOR)))


async def test_when_a_colleague_ends_it_the_commander_is_told_and_no_update_is_offered_any_more(story: Story) -> None:
    await declared(story)
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    await story.pass_time(minutes=60)
    late = story.last_with(SECOND_COORDINATOR, "📣 Chưa có gì mới")
    owed = story.last_with(COORDINATOR, "📣 Soạn tin cập nhật")
    story.look_away()
    await story.press(SECOND_COORDINATOR, "◀ Bảng tổng hợp", message=late)
    await story.press(SECOND_COORDINATOR, "🟢 Kết thúc…")
    await story.press(SECOND_COORDINATOR, "Dùng tóm tắt gợi ý")
    (send,) = [one for one in buttons_of(story.last(SECOND_COORDINATOR)) if one.startswith("🟢")]
    await story.press(SECOND_COORDINATOR, send)
    await story.pass_time(seconds=10)

    told = [one for one in story.arrived(COORDINATOR) if "Vũ Văn Khoa đã kết thúc lúc 10:00" in one]
    assert len(told) == 1
    assert not any("đã kết thúc lúc" in text_of(one) for one in story.chat(SECOND_COORDINATOR))
    (card,) = [one for one in story.chat(COORDINATOR) if one["message_id"] == owed["message_id"]]
    assert buttons_of(card) == ["◀ Bảng tổng hợp"]


async def test_a_part_that_is_edited_before_it_goes_is_corrected_and_one_after_it_can_be_sent_anew(
    story: Story,
) -> None:
    await declared(story)
    await write(story, "Đã khoanh vùng.")
    await story.press(COORDINATOR, "✏️ Cần thêm")
    said = await story.world.say(COORDINATOR, "2 xe cẩu")
    await story.settle()
    await story.world.edit(COORDINATOR, said, "3 xe cẩu")
    await story.settle()
    assert "▪ Cần thêm: 3 xe cẩu" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📨 Gửi tới 3 người")

    await story.world.edit(COORDINATOR, said, "4 xe cẩu")
    await story.settle()

    assert "✏️ Tin về SC-2026-0001 đã gửi nên giữ nguyên" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📣 Gửi bản đính chính")
    assert "Gõ nội dung gửi tới tất cả 3 người" in story.text(COORDINATOR)
