"""A member reports early in four taps and a sentence; coordinators make of it what it is, and say so."""

from tests.enrolment import appoint
from tests.scenarios.declaring import AN, BINH, CHI, small_network
from tests.scenarios.reporting import SEEN, report, reported, tell, watched
from tests.story import COORDINATOR, SECOND_COORDINATOR, Story, buttons_of


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

    told = watched(story, "là sự cố trong cảnh báo", AN)
    assert "BC-2026-0001" in told
    assert SEEN not in told, "the alert stays in sight"
    assert "Đã thành sự cố" in watched(story)

    await story.press(COORDINATOR, "🟢 Kết thúc")
    await story.say(COORDINATOR, "Đã khôi phục")
    await story.press(COORDINATOR, "🟢")
    await story.pass_time(seconds=15)
    asked = watched(story, "Sự cố mà Quý đơn vị báo sớm (BC-2026-0001) đã kết thúc", AN)
    assert SEEN not in asked
    assert "có được nêu tên" in asked
    await story.press(AN, "Được nêu tên")
    assert "✔ Được nêu tên" in buttons_of(story.last_with(AN, "Được nêu tên"))
    assert "Được nêu tên khi ghi nhận" in watched(story)


async def test_what_a_colleague_decides_while_it_is_declared_is_told_before_it_is_sent(story: Story) -> None:
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    await reported(story)
    for coordinator in (COORDINATOR, SECOND_COORDINATOR):
        await story.say(coordinator, "/baocao")
        await story.press(coordinator, "BC-2026-0001")
    for button in ("🚨 Khai báo sự cố", "3️⃣ Nghiêm trọng", "📨 Gửi tới"):
        await story.press(COORDINATOR, button)
    await story.press(SECOND_COORDINATOR, "Không xử lý")
    await tell(story, SECOND_COORDINATOR, "Báo nhầm")
    story.look_away()

    assert "Đề nghị xem dòng ⚠️" in str(await story.press(COORDINATOR, "🚨 Xác nhận gửi"))
    assert "BC-2026-0001 đã có quyết định" in story.text(COORDINATOR)
    assert "Vũ Văn Khoa" in story.text(COORDINATOR)
    assert "SC-2026-0001" in str(await story.press(COORDINATOR, "🚨 Xác nhận gửi"))
    await story.pass_time(seconds=5)

    assert any("là sự cố trong cảnh báo" in text for text in story.arrived(AN))


async def test_two_who_declare_from_one_report_make_one_incident_and_the_second_is_told_of_the_first(
    story: Story,
) -> None:
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    await reported(story)
    for coordinator in (COORDINATOR, SECOND_COORDINATOR):
        await story.say(coordinator, "/baocao")
        await story.press(coordinator, "BC-2026-0001")
        for button in ("🚨 Khai báo sự cố", "3️⃣ Nghiêm trọng", "📨 Gửi tới"):
            await story.press(coordinator, button)

    assert "SC-2026-0001" in str(await story.press(COORDINATOR, "🚨 Xác nhận gửi"))
    told = str(await story.press(SECOND_COORDINATOR, "🚨 Xác nhận gửi"))

    assert "đã khai báo SC-2026-0001 từ BC-2026-0001" in told
    await story.pass_time(seconds=5)
    assert "SC-2026-0002" not in "".join(story.arrived(AN) + story.arrived(CHI))


async def test_words_for_a_report_that_a_colleague_settled_are_no_incident_to_declare(story: Story) -> None:
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    await reported(story)
    for coordinator in (COORDINATOR, SECOND_COORDINATOR):
        await story.say(coordinator, "/baocao")
        await story.press(coordinator, "BC-2026-0001")
    await story.press(COORDINATOR, "Không xử lý")
    await story.press(SECOND_COORDINATOR, "✉️ Khuyến nghị")
    await tell(story, COORDINATOR, "Lý do một")
    story.look_away()

    await story.say(SECOND_COORDINATOR, "Đề nghị ngắt mạng ngay máy này")

    [said] = story.arrived(SECOND_COORDINATOR)
    assert "BC-2026-0001 đã có quyết định" in said
