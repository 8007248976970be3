"""A member reports early in four taps and a sentence; coordinators make of it what it is, and say so."""

from tests.scenarios.declaring import AN, BINH, CHI, small_network
from tests.scenarios.reporting import SEEN, report, reported, watched
from tests.story import COORDINATOR, Story, buttons_of


async def test_four_taps_and_a_sentence_bring_thanks_and_a_code_at_once_and_a_card_to_coordinators(
    story: Story,
) -> None:
    await small_network(story)
    await report(story)

    thanks = story.text(AN)
    assert "BC-2026-0001" in thanks.partition("\n")[0]
    assert "Cảm ơn Quý đơn vị đã báo sớm" in thanks
    card = watched(story)
    for part in ("Viễn thông Sông Hồng", SEEN, "Mã độc, mã hóa", "Đơn vị cần hỗ trợ", "Chờ xem"):
        assert part in card
    assert "BC-2026" not in "".join(story.arrived(BINH) + story.arrived(CHI))


async def test_a_report_becomes_an_incident_with_its_data_and_the_reporter_is_told_and_asked_at_the_end(
    story: Story,
) -> None:
    await reported(story)

    await story.press(COORDINATOR, "🚨 Khai báo sự cố", message=story.last(COORDINATOR))
    assert "Đang xem xét" in story.text(AN)
    await story.press(COORDINATOR, "4️⃣ Đặc biệt nghiêm trọng")
    assert SEEN in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")
    await story.pass_time(seconds=15)

    told = watched(story, "thuộc một sự cố đang được xử lý", AN)
    assert "Thuộc SC-2026-0001" in told
    assert "Đã thành sự cố" in watched(story)

    await story.press(COORDINATOR, "🟢 Kết thúc")
    await story.say(COORDINATOR, "Đã khôi phục")
    await story.press(COORDINATOR, "🟢")
    await story.pass_time(seconds=15)
    asked = watched(story, "đã kết thúc", AN)
    assert "có được nêu tên" in asked
    await story.press(AN, "Được nêu tên")
    assert "✔ Được nêu tên" in buttons_of(story.last_with(AN, "Được nêu tên"))
    assert "Được nêu tên khi ghi nhận" in watched(story)
