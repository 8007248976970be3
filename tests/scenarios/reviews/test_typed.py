"""What is typed right after a review's questions is an answer to them, unless it is urgent or something else."""

from tests.scenarios.declaring import AN
from tests.scenarios.reviews.test_reviews import ended
from tests.story import COORDINATOR, Story, buttons_of, text_of

ELSE = "Đây là nội dung khác"


async def _asked(story: Story) -> None:
    """Let the questions come to An, on the next morning."""
    await ended(story)
    await story.pass_time(hours=21)
    for _ in range(12):
        if any("cảm ơn Quý đơn vị đã tham gia" in one for one in story.arrived(AN)):
            break
        await story.pass_time(minutes=15)
    story.look_away()


async def _told(story: Story) -> str:
    await story.pass_time(minutes=3)
    return "\n".join(story.arrived(COORDINATOR))


async def test_words_typed_right_after_the_questions_add_to_what_was_missing(story: Story) -> None:
    await _asked(story)
    await story.say(AN, "Thiếu sơ đồ tuyến cáp")
    assert "Đã thêm vào “Điều còn thiếu”: Thiếu sơ đồ tuyến cáp" in story.text(AN)
    await story.pass_time(minutes=20)
    await story.say(AN, "Thiếu máy phát điện")

    # The last answer counts as well as the questions.
    await story.pass_time(minutes=20)
    await story.say(AN, "Thiếu xe thang")
    await story.pass_time(minutes=1)
    card = text_of(story.last_with(AN, "Ghi điều còn thiếu"))
    assert "Còn thiếu: Thiếu sơ đồ tuyến cáp\nThiếu máy phát điện\nThiếu xe thang" in card
    assert "Thiếu" not in await _told(story)


async def test_words_that_spell_a_button_are_its_answer(story: Story) -> None:
    await _asked(story)
    await story.say(AN, "hữu ích")
    await story.say(AN, "KHÔNG NÊU TÊN")
    await story.pass_time(seconds=10)

    card = story.last_with(AN, "Ghi điều còn thiếu")
    assert {"☑ Hữu ích", "☐ Chưa hữu ích", "☐ Đồng ý nêu tên", "☑ Không nêu tên"} <= set(buttons_of(card))
    assert "Còn thiếu: —" in text_of(card)


async def test_words_that_were_something_else_go_to_the_coordinators_and_out_of_the_answer(story: Story) -> None:
    await _asked(story)
    await story.say(AN, "Thiếu sơ đồ tuyến cáp")
    await story.say(AN, "Tháng sau đổi người đại diện")
    await story.press(AN, ELSE)
    await story.pass_time(minutes=1)
    card = text_of(story.last_with(AN, "Ghi điều còn thiếu"))
    assert "Còn thiếu: Thiếu sơ đồ tuyến cáp" in card
    assert "Tháng sau" not in card
    assert "Tháng sau đổi người đại diện" in await _told(story)

    # Whoever writes of something else goes on with it.
    await story.say(AN, "Người mới là anh Khoa")
    assert "Đã thêm" not in story.text(AN)
    assert "Người mới là anh Khoa" in await _told(story)


async def test_what_was_all_that_was_said_leaves_the_questions_unanswered(story: Story) -> None:
    await _asked(story)
    await story.say(AN, "Tháng sau đổi người đại diện")
    await story.press(AN, ELSE)
    assert "Đã bỏ nội dung này" in "".join(text_of(one) for one in story.chat(AN))
    await story.say(COORDINATOR, "/danhgia SC-2026-0001")
    assert "💬 Ý kiến (0)" in buttons_of(story.last(COORDINATOR))


async def test_what_is_urgent_a_command_and_late_words_are_no_answer(story: Story) -> None:
    await _asked(story)
    await story.say(AN, "Cháy trạm Hoàn Kiếm, có người mắc kẹt")
    assert "Cháy trạm" in await _told(story)
    assert "Đã thêm" not in story.text(AN)

    await story.say(AN, "/danhgia")
    await story.press(AN, "SC-2026-0001")
    await story.say(AN, "/dangia")
    assert "Đã thêm" not in story.text(AN)

    await story.pass_time(minutes=31)
    await story.say(AN, "Xin số của đội cáp")
    assert "Đã thêm" not in story.text(AN)


async def test_too_many_words_are_refused_with_the_bound_and_can_still_be_something_else(story: Story) -> None:
    await _asked(story)
    await story.say(AN, "dài " * 101)
    assert "dài 403 ký tự, tối đa 400" in story.text(AN)
    await story.press(AN, ELSE)
    assert "dài dài" in await _told(story)


async def test_a_reply_to_the_questions_adds_to_what_was_missing_days_after(story: Story) -> None:
    await _asked(story)
    card = story.last_with(AN, "Ghi điều còn thiếu")["message_id"]
    await story.pass_time(hours=30)
    await story.world.say(AN, "Thiếu xe thang", reply_to=card)
    await story.settle()
    assert "Đã thêm vào “Điều còn thiếu”: Thiếu xe thang" in story.text(AN)


async def _page(story: Story) -> None:
    """Let a coordinator open the page of the review."""
    await ended(story)
    await story.pass_time(hours=3)
    await story.say(COORDINATOR, "/danhgia")
    await story.press(COORDINATOR, "SC-2026-0001")


async def test_a_remark_typed_on_the_page_is_added_to_the_part_that_is_chosen(story: Story) -> None:
    await _page(story)
    await story.say(COORDINATOR, "Trả lời nhanh")
    assert "Thêm nội dung này vào phần nào của đánh giá" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "✏️ Điều làm tốt")
    await story.say(COORDINATOR, "Phối hợp gọn")
    await story.say(COORDINATOR, "Phối hợp rất gọn")
    await story.press(COORDINATOR, "✏️ Điều làm tốt")
    assert "1. Điều làm tốt\nTrả lời nhanh\nPhối hợp rất gọn" in story.text(COORDINATOR)

    await story.say(COORDINATOR, "x" * 601)
    said = await story.press(COORDINATOR, "✏️ Nguyên nhân")
    assert "Nội dung dài 601 ký tự, tối đa 600" in said


async def test_a_page_that_was_asked_for_by_its_code_or_came_after_a_part_is_typed_on_too(story: Story) -> None:
    await ended(story)
    await story.pass_time(hours=3)
    await story.say(COORDINATOR, "/danhgia SC-2026-0001")
    await story.pass_time(seconds=10)
    page = story.last(COORDINATOR)
    await story.say(COORDINATOR, "Trả lời nhanh")
    assert "phần nào của đánh giá" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "/huy")
    await story.press(COORDINATOR, "✏️ Điều làm tốt", message=page)
    await story.say(COORDINATOR, "Phối hợp gọn")
    await story.pass_time(seconds=10)
    await story.say(COORDINATOR, "Thiếu mốc tuyến cáp")
    assert "phần nào của đánh giá" in story.text(COORDINATOR)


async def test_what_is_something_else_or_urgent_is_asked_about_as_all_words_are(story: Story) -> None:
    await _page(story)
    await story.say(COORDINATOR, "Mất điện toàn phường Hoàn Kiếm")
    await story.press(COORDINATOR, ELSE)
    assert "Mất điện toàn phường Hoàn Kiếm" in story.text(COORDINATOR)
    assert "Khai báo" in "".join(buttons_of(story.last(COORDINATOR))) + story.text(COORDINATOR)
    await story.say(COORDINATOR, "/huy")

    await story.say(COORDINATOR, "/danhgia")
    await story.press(COORDINATOR, "SC-2026-0001")
    page = story.last(COORDINATOR)["message_id"]
    await story.say(COORDINATOR, "Cháy trạm Hoàn Kiếm, có người mắc kẹt")
    assert "phần nào của đánh giá" not in story.text(COORDINATOR)
    await story.say(COORDINATOR, "/huy")

    # Of a page from before only a reply is a remark.
    await story.pass_time(minutes=31)
    await story.say(COORDINATOR, "Trả lời nhanh")
    assert "phần nào của đánh giá" not in story.text(COORDINATOR)
    await story.say(COORDINATOR, "/huy")
    await story.world.say(COORDINATOR, "Trả lời nhanh", reply_to=page)
    await story.settle()
    assert "phần nào của đánh giá" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "Cháy trạm Hoàn Kiếm, có người mắc kẹt")
    assert "phần nào của đánh giá" not in story.text(COORDINATOR)
    assert "Cháy trạm Hoàn Kiếm" in story.text(COORDINATOR)
