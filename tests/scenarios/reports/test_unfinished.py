"""A report that is left midway: its words reach the coordinators by themselves, and nothing of it is dropped."""

from tests.scenarios.declaring import AN, small_network
from tests.scenarios.files import send_photo
from tests.scenarios.reporting import SEEN, watched
from tests.story import COORDINATOR, Story, buttons_of

SMOKE = "Kho bưu gửi có khói, mất điện toàn bộ"
OPENED = "Anh/Chị đang viết dở một báo cáo, đến bước"


async def to_the_sentence(story: Story) -> None:
    """Answer all questions of a report but the last one."""
    for button in ("Mã độc, mã hóa", "🕐 1 giờ trước", "🏢 Của đơn vị tôi", "❗ Cần hỗ trợ"):
        await story.press(AN, button)


async def to_the_sentence_with_a_photo(story: Story) -> None:
    """Stop at the last question, with a photo and words under it, for coordinators alone."""
    await story.say(AN, "/baocao")
    await to_the_sentence(story)
    await story.press(AN, "☐ Chỉ điều phối viên được xem")
    await send_photo(story, AN, SEEN)


async def test_words_of_a_report_that_is_left_midway_reach_coordinators_after_two_minutes(story: Story) -> None:
    await small_network(story)
    await story.say(AN, "/baocao")
    await story.say(AN, SMOKE)
    assert "sau 2 phút nội dung đã gõ tự được chuyển" in story.text(AN)
    story.look_away()

    await story.pass_time(seconds=110)
    assert story.arrived(COORDINATOR) == []
    await story.pass_time(seconds=15)

    assert SMOKE in "".join(story.arrived(COORDINATOR))
    assert "Đã chuyển tới cơ quan điều phối" in "".join(story.arrived(AN))
    story.look_away()
    await story.pass_time(minutes=5)
    assert SMOKE not in "".join(story.arrived(COORDINATOR))


async def test_a_report_that_is_finished_takes_the_place_of_its_words_and_comes_once(story: Story) -> None:
    await small_network(story)
    await story.say(AN, f"/baocao {SMOKE}")
    await story.pass_time(seconds=90)
    await to_the_sentence(story)
    await story.pass_time(seconds=90)
    story.look_away()
    await story.press(AN, "📨 Gửi báo cáo")
    await story.pass_time(minutes=4)

    (card,) = [text for text in story.arrived(COORDINATOR) if SMOKE in text]
    assert "BC-2026-0001" in card


async def test_words_that_have_gone_before_wait_for_no_answer_once_the_report_is_there(story: Story) -> None:
    await small_network(story)
    await story.say(AN, f"/baocao {SMOKE}")
    await story.pass_time(minutes=3)
    assert SMOKE in watched(story, "Viễn thông Sông Hồng")
    await to_the_sentence(story)
    assert watched(story, "đã được chuyển tới cơ quan điều phối", AN)
    await story.press(AN, "📨 Gửi báo cáo")
    await story.pass_time(seconds=20)

    assert SMOKE in watched(story)
    assert "✔ Nội dung này nay thuộc BC-2026-0001" in "\n".join(str(one.get("text")) for one in story.chat(AN))
    await story.say(COORDINATOR, "/hoidap")
    assert SMOKE not in story.text(COORDINATOR)


async def test_whoever_gives_a_report_up_is_not_heard_against_their_wish(story: Story) -> None:
    await small_network(story)
    await story.say(AN, f"/baocao {SMOKE}")
    await story.say(AN, "/huy")
    story.look_away()
    await story.pass_time(minutes=3)

    assert story.arrived(COORDINATOR) == []


async def test_an_unfinished_report_is_shown_where_it_stands_and_keeps_that_it_is_confidential(story: Story) -> None:
    await small_network(story)
    await to_the_sentence_with_a_photo(story)
    await story.say(AN, "/menu")
    assert "Đang soạn dở: báo cáo" in story.text(AN)

    await story.press(AN, "🚩 Báo cáo")

    assert f"{OPENED} 5/5" in story.text(AN)
    for part in ("Mã độc, mã hóa", "🕐 Từ", "🏢 Của đơn vị tôi", "❗ Cần hỗ trợ", "🔒", SEEN, "📎 Kèm 1 ảnh"):
        assert part in story.text(AN)
    await story.press(AN, "▶ Tiếp tục")
    assert "☑ Chỉ điều phối viên được xem" in buttons_of(story.last(AN))
    await story.press(AN, "📨 Gửi báo cáo")
    assert "Báo cáo kín" in watched(story)


async def test_what_is_confidential_goes_with_the_report_alone(story: Story) -> None:
    await small_network(story)
    await to_the_sentence_with_a_photo(story)
    assert "chỉ được gửi khi Anh/Chị bấm gửi" in story.text(AN)
    story.look_away()
    await story.pass_time(minutes=5)
    assert story.arrived(COORDINATOR) == []

    await story.press(AN, "☑ Chỉ điều phối viên được xem")
    await story.pass_time(minutes=3)
    assert SEEN in "".join(story.arrived(COORDINATOR))


async def test_a_report_can_be_begun_anew_with_what_came_with_the_command(story: Story) -> None:
    await small_network(story)
    await story.say(AN, "/baocao Máy in kẹt giấy")
    await story.press(AN, "Dấu hiệu khác")
    await story.say(AN, f"/baocao {SMOKE}")
    await story.press(AN, "↻ Làm lại từ đầu")

    assert "1/5" in story.text(AN)
    assert SMOKE in story.text(AN)
    assert "Máy in kẹt giấy" not in story.text(AN)


async def test_each_step_says_what_was_chosen_before_it(story: Story) -> None:
    await small_network(story)
    await story.say(AN, "/baocao")
    await story.press(AN, "Bị xâm nhập")
    assert "Đã chọn: Bị xâm nhập" in story.text(AN)
    await story.press(AN, "Chưa rõ")
    await story.press(AN, "👥 Của đơn vị khác")
    await story.say(AN, "hoa sen")
    await story.press(AN, "🏢 ")
    assert "Bị xâm nhập · 🕐 Chưa rõ từ lúc nào · 👥 Của đơn vị khác · Công nghệ Hoa Sen" in story.text(AN)
    await story.press(AN, "✔ Chưa cần")
    assert "✔ Chưa cần, chỉ báo để biết" in story.text(AN)


async def test_the_year_that_is_typed_counts_and_what_is_long_ago_is_asked_about(story: Story) -> None:
    await small_network(story)
    await story.say(AN, "/baocao")
    await story.press(AN, "Bị xâm nhập")
    await story.say(AN, "20:00 18/11/2020")
    assert "Từ 20:00 18/11/2020, hơn một tháng trước, đúng không?" in story.text(AN)
    await story.press(AN, "🕐 Đúng, từ 20:00 18/11/2020")
    assert "🕐 Từ 20:00 18/11/2020" in story.text(AN)
    assert "3/5" in story.text(AN)
    await story.press(AN, "◀ Quay lại")
    await story.say(AN, "20:00 18/11")
    assert "🕐 Từ 20:00 18/11 ·" not in story.text(AN)
    assert "🕐 Từ 20:00 18/11" in story.text(AN)
