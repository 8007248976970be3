"""After the end its commander looks back: what went well first, what those engaged say, what is to be done."""

import re

from tests.enrolment import appoint
from tests.scenarios.declaring import AN, BINH, CHI, declare, declared, small_network
from tests.scenarios.files import send_photo
from tests.scenes import scene
from tests.story import COORDINATOR, SECOND_COORDINATOR, Story, buttons_of, text_of


@scene
async def ended(story: Story) -> None:
    """Let a serious incident be declared, answered and ended, and look away."""
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    await story.press(COORDINATOR, "🟢 Kết thúc")
    await story.say(COORDINATOR, "Đã nối lại tuyến cáp.")
    await story.press(COORDINATOR, "🟢 Kết thúc và gửi")
    assert any("Đánh giá sau sự cố sẽ mở lúc" in one for one in map(text_of, story.chat(COORDINATOR)))
    await story.press(AN, "✔ Đã rút lực lượng")
    await story.settle()
    story.look_away()


async def test_a_review_opens_after_the_end_without_burying_it_and_asks_in_the_morning(story: Story) -> None:
    await ended(story)
    await story.say(COORDINATOR, "/danhgia")
    said = story.text(COORDINATOR)
    assert "Không có đánh giá nào đang mở" in said
    assert re.search(r"SC-2026-0001: đánh giá sẽ mở lúc \d\d:\d\d, phụ trách: \S", said)
    story.look_away()
    await story.pass_time(hours=3)
    assert story.arrived(COORDINATOR) == story.arrived(AN) == []
    await story.say(COORDINATOR, "/danhgia")
    assert "Đánh giá đang mở: 1" in story.text(COORDINATOR)
    assert "sẽ mở lúc" not in story.text(COORDINATOR)
    assert "SC-2026-0001" in story.text(COORDINATOR)

    await story.pass_time(hours=24)
    page = story.text(COORDINATOR)
    assert "Anh/Chị phụ trách đánh giá này" in page
    assert page.index("1. Điều làm tốt") < page.index("2. Nguyên nhân") < page.index("3. Cần thay đổi")
    assert "Trả lời: 1/2 đơn vị, 1 đơn vị tham gia" in page
    assert "cảm ơn Quý đơn vị đã tham gia" in story.text(AN)
    assert story.arrived(CHI) == []


async def test_it_is_written_looked_at_and_done_and_those_who_answered_hear_of_it(story: Story) -> None:
    await ended(story)
    await story.pass_time(hours=27)
    await story.press(AN, "☐ Hữu ích")
    assert "☑ Hữu ích" in buttons_of(story.last(AN))
    await story.press(AN, "Ghi điều còn thiếu")
    await story.say(AN, "Sơ đồ tuyến cáp")
    assert "Còn thiếu: Sơ đồ tuyến cáp" in story.text(AN)
    await story.press(AN, "☐ Đồng ý nêu tên")
    await story.pass_time(minutes=1)

    await story.press(COORDINATOR, "💬 Ý kiến (1)")
    assert "Sơ đồ tuyến cáp" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "◀ Quay lại")
    for part, text in (
        ("Điều làm tốt", "Trả lời nhanh"),
        ("Nguyên nhân", "Máy xúc làm đứt cáp"),
        ("Cần thay đổi", "Cắm mốc tuyến cáp"),
    ):
        await story.press(COORDINATOR, f"✏️ {part}")
        await story.say(COORDINATOR, text)
    await story.press(COORDINATOR, "📨 Chuyển xem xét")
    await story.press(COORDINATOR, "✔ Hoàn thành đánh giá")
    await story.pass_time(minutes=1)

    assert "Từ góp ý của Quý đơn vị, sẽ thay đổi: Cắm mốc tuyến cáp" in story.text(AN)
    assert "Việc đã giao" not in story.text(AN)
    assert not any("sẽ thay đổi" in text for text in story.arrived(BINH))
    await story.say(COORDINATOR, "/review")
    assert "Không có đánh giá nào đang mở" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "Hoàn thành (1)")
    assert "SC-2026-0001" in story.text(COORDINATOR)


async def test_who_gave_no_words_is_not_told_that_a_change_comes_from_theirs(story: Story) -> None:
    await ended(story)
    await story.pass_time(hours=27)
    await story.press(AN, "☐ Hữu ích")
    for part in ("Điều làm tốt", "Nguyên nhân", "Cần thay đổi"):
        await story.press(COORDINATOR, f"✏️ {part}")
        await story.say(COORDINATOR, "Như đã bàn")
    await story.press(COORDINATOR, "📨 Chuyển xem xét")
    await story.press(COORDINATOR, "✔ Hoàn thành đánh giá")
    await story.pass_time(minutes=1)

    assert "Sau đánh giá, sẽ thay đổi: Như đã bàn" in story.text(AN)
    assert "góp ý" not in story.text(AN)


async def test_a_task_that_is_open_keeps_it_open_until_somebody_decides(story: Story) -> None:
    await ended(story)
    await story.pass_time(hours=27)
    for part in ("Điều làm tốt", "Nguyên nhân", "Cần thay đổi"):
        await story.press(COORDINATOR, f"✏️ {part}")
        await story.say(COORDINATOR, "Như đã bàn")
    await story.press(COORDINATOR, "📨 Chuyển xem xét")
    await story.press(COORDINATOR, "📌 Việc (0)")
    await story.press(COORDINATOR, "📌 Giao nhiệm vụ mới")
    await story.press(COORDINATOR, "Sông Hồng")
    await story.say(COORDINATOR, "Cắm mốc tuyến cáp")
    while "📨 Giao" not in " ".join(buttons_of(story.last(COORDINATOR))):
        await story.press(COORDINATOR, buttons_of(story.last(COORDINATOR))[0])
    await story.press(COORDINATOR, "📨 Giao")
    await story.pass_time(minutes=1)
    await story.say(COORDINATOR, "/danhgia SC-2026-0001")
    said = await story.press(COORDINATOR, "✔ Hoàn thành đánh giá")
    assert "NV-2026-0001" in said

    await story.press(COORDINATOR, "📌 Việc (1)")
    await story.press(COORDINATOR, "Để mở có lý do")
    await story.say(COORDINATOR, "Chờ kinh phí quý sau")
    assert "chờ quyết định" not in story.text(COORDINATOR)
    assert "📌 Việc (1)" in buttons_of(story.last(COORDINATOR))
    await story.press(COORDINATOR, "✔ Hoàn thành đánh giá")
    assert "1 đơn vị đã được hỏi nhưng chưa trả lời" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "✔ Vẫn hoàn thành")
    assert "✔ Đã hoàn thành" in story.text(COORDINATOR)


async def test_reminders_come_at_half_at_the_date_and_each_morning_after_it(story: Story) -> None:
    await ended(story)
    await story.pass_time(hours=27)
    story.look_away()
    arrived = []
    for _ in range(14):
        await story.pass_time(days=1)
        arrived += [text for text in story.arrived(COORDINATOR) if "đánh giá" in text.lower()]
    assert "Đã qua nửa thời hạn" in arrived[0]
    assert "Đánh giá đến hạn" in arrived[1]
    assert all("Đánh giá quá hạn" in text for text in arrived[2:])
    assert len(arrived) > 4
    assert text_of(story.last(COORDINATOR)).startswith("🔬")


async def test_a_small_incident_and_a_drill_are_opened_by_hand_and_a_drill_is_marked(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/danhgia")
    assert "Không có đánh giá nào đang mở" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "➕ Sự cố chưa đánh giá")
    assert "Không có sự cố nào" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "/danhgia SC-2026-0009")
    assert "Không có sự cố hoặc diễn tập nào mang mã “SC-2026-0009”" in story.text(COORDINATOR)

    await declare(story, "diễn tập mất kết nối cáp quang tại Hoàn Kiếm")
    await story.press(AN, "✅ Sẵn sàng")
    await story.say(COORDINATOR, "/danhgia DT-2026-0001")
    assert "DT-2026-0001 chưa kết thúc" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "🟢 Kết thúc")
    await story.say(COORDINATOR, "Xong.")
    await story.press(COORDINATOR, "🟢 Kết thúc và gửi")
    await story.say(COORDINATOR, "/danhgia dt-2026-0001")
    assert "DIỄN TẬP" in story.text(COORDINATOR).partition("\n")[0]
    await story.pass_time(minutes=2)
    assert "DIỄN TẬP" in story.text(AN).partition("\n")[0]
    assert "cảm ơn Quý đơn vị" in story.text(AN)
    await story.press(COORDINATOR, "◀ Đánh giá")
    assert "Đánh giá diễn tập: 1" in story.text(COORDINATOR)
    assert "Đang mở (0)" in buttons_of(story.last(COORDINATOR))


async def test_it_moves_to_another_owner_and_date_by_typing_alone(story: Story) -> None:
    await ended(story)
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    await story.pass_time(hours=27)
    story.look_away()
    await story.press(COORDINATOR, "🔬 Chi tiết, sửa")
    await story.press(COORDINATOR, "👤 Đổi phụ trách")
    await story.say(COORDINATOR, "khoa")
    assert "Đổi thành: Vũ Văn Khoa" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "Đi công tác")
    assert "Phụ trách: Vũ Văn Khoa" in story.text(COORDINATOR)
    assert "Lý do đổi: Đi công tác" in story.text(COORDINATOR)
    await story.pass_time(minutes=1)
    assert "được giao phụ trách" in story.text(SECOND_COORDINATOR)

    await story.press(COORDINATOR, "🔬 Chi tiết, sửa")
    await story.press(COORDINATOR, "⏰ Dời hạn")
    await story.say(COORDINATOR, "hôm qua")
    assert "Đổi thành" not in story.text(COORDINATOR)
    await story.say(COORDINATOR, "17h 15/12")
    await story.press(COORDINATOR, "◀ Quay lại")
    await story.press(COORDINATOR, "3 ngày làm việc")
    await story.say(COORDINATOR, "Chờ số liệu")
    await story.pass_time(seconds=10)
    assert "Lý do đổi: Chờ số liệu" in story.text(COORDINATOR)


async def test_it_can_be_put_off_until_this_day_ends_after_offices_have_closed(story: Story) -> None:
    await ended(story)
    await story.pass_time(hours=9)
    await story.say(COORDINATOR, "/danhgia SC-2026-0001")
    await story.press(COORDINATOR, "🔬 Chi tiết, sửa")
    await story.press(COORDINATOR, "⏰ Dời hạn")
    await story.say(COORDINATOR, "hôm nay")
    assert "Đổi thành: 23:59" in story.text(COORDINATOR)


async def test_words_are_asked_for_again_where_a_photo_or_too_much_comes_and_a_stop_changes_nothing(
    story: Story,
) -> None:
    await ended(story)
    await story.pass_time(hours=27)
    await story.press(COORDINATOR, "✏️ Điều làm tốt")
    await send_photo(story, COORDINATOR, "Ảnh hiện trường")
    assert "Điều làm tốt: đề nghị ghi" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "x" * 601)
    assert "Nội dung dài 601 ký tự, tối đa 600" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "✖")
    await story.say(COORDINATOR, "/danhgia SC-2026-0001")
    assert story.text(COORDINATOR).count("chưa ghi") == 3

    # An old card: what it offers was done by somebody else meanwhile.
    await story.press(AN, "☐ Chưa hữu ích")
    await story.press(AN, "Ghi điều còn thiếu")
    await story.press(AN, "Không thiếu gì")
    assert "Còn thiếu: Không thiếu gì" in story.text(AN)
    await story.say(AN, "/danhgia")
    await story.press(AN, "SC-2026-0001")
    assert "Ý kiến: chưa hữu ích" in story.text(AN)
    await story.say(COORDINATOR, "/danhgia SC-2026-0001")
    await story.press(COORDINATOR, "💬 Ý kiến (1)")
    assert "chưa hữu ích · chưa trả lời về nêu tên" in story.text(COORDINATOR)
    await story.say(CHI, "/review")
    assert "Chưa có sự cố nào cần ý kiến" in story.text(CHI)


async def test_in_english_it_reads_as_a_review(story: Story) -> None:
    await ended(story)
    await story.say(COORDINATOR, "/language")
    await story.press(COORDINATOR, "English")
    await story.pass_time(hours=27)
    page = story.text(COORDINATOR)
    assert "This review is yours" in page
    assert "1. What went well" in page
    assert "Businesses that answered: 1 of 2, that took part: 1" in page
    await story.press(COORDINATOR, "🔬 Details, edit")
    assert "Detected: recorded by a coordinator at" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📈 Time line")
    assert "Time line:" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "◀ Back")
    await story.press(COORDINATOR, "📌 Tasks (0)")
    assert "No task yet" in story.text(COORDINATOR)


async def test_what_was_half_done_before_is_shown_again_after_the_first_part_and_not_after_each(story: Story) -> None:
    await ended(story)
    await story.pass_time(hours=27)
    await story.say(COORDINATOR, "/suco Cháy trạm tại phường Hoàn Kiếm")
    await story.say(COORDINATOR, "/danhgia SC-2026-0001")
    shown = []
    for part in ("Điều làm tốt", "Nguyên nhân", "Cần thay đổi"):
        await story.press(COORDINATOR, f"✏️ {part}")
        kept = "được giữ lại" in story.text(COORDINATOR)
        story.look_away()
        await story.say(COORDINATOR, "Như đã bàn")
        shown.append((kept, any("đang làm dở việc sau" in text for text in story.arrived(COORDINATOR))))
    assert shown == [(True, True), (False, False), (False, False)]
    # It is where it was left.
    await story.say(COORDINATOR, "/menu")
    assert any("dở" in one for one in buttons_of(story.last(COORDINATOR))) or "dở" in story.text(COORDINATOR)


async def test_whoever_stops_writing_sees_the_review_again(story: Story) -> None:
    await ended(story)
    await story.pass_time(hours=27)
    await story.press(COORDINATOR, "🔬 Chi tiết, sửa")
    await story.press(COORDINATOR, "✏️ Nguyên nhân")
    await story.say(COORDINATOR, "/huy")
    assert "2. Nguyên nhân: chưa ghi" in story.text(COORDINATOR)


async def test_nobody_is_asked_of_a_review_that_was_done_before_the_morning(story: Story) -> None:
    await ended(story)
    await story.pass_time(hours=3)
    await story.say(COORDINATOR, "/danhgia SC-2026-0001")
    for part in ("Điều làm tốt", "Nguyên nhân", "Cần thay đổi"):
        await story.press(COORDINATOR, f"✏️ {part}")
        await story.say(COORDINATOR, "Như đã bàn")
    await story.press(COORDINATOR, "📨 Chuyển xem xét")
    await story.press(COORDINATOR, "✔ Hoàn thành đánh giá")
    assert "đơn vị chưa được hỏi ý kiến" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "✔ Vẫn hoàn thành")
    assert "✔ Đã hoàn thành" in story.text(COORDINATOR)
    story.look_away()
    await story.pass_time(hours=24)
    assert not any("cảm ơn Quý đơn vị" in text for text in story.arrived(AN))
