"""A business that a lesson names is asked first, with what would be said of it and of nobody else."""

from tests.scenarios.declaring import AN, BINH, CHI, small_network
from tests.scenarios.lessons.test_lessons import write
from tests.story import COORDINATOR, Story, buttons_of, text_of

NAMING = "Tin tặc vào từ máy của Công nghệ Hoa Sen. Viễn thông Sông Hồng thấy sau ba ngày."


async def preview(story: Story) -> None:
    """Let the coordinator open what waits, and look at it as its readers would."""
    await story.press(COORDINATOR, "Xem bài học")
    await story.press(COORDINATOR, "▶ Xem trước khi gửi")


async def test_who_is_named_is_asked_with_its_own_sentence_and_only_what_all_allow_goes_out(story: Story) -> None:
    await small_network(story)
    await write(story, happened=NAMING)
    story.look_away()

    await preview(story)
    assert "Công nghệ Hoa Sen: chưa hỏi" in story.text(COORDINATOR)
    assert "Viễn thông Sông Hồng: chưa hỏi" in story.text(COORDINATOR)
    assert not any("📨" in button for button in buttons_of(story.last(COORDINATOR)))

    await story.press(COORDINATOR, "Hỏi các đơn vị này")
    await story.pass_time(minutes=1)
    assert "Công nghệ Hoa Sen: đã hỏi, chưa trả lời" in story.text(COORDINATOR)
    asked = story.last_with(CHI, "Đồng ý nêu tên")
    assert "máy của Công nghệ Hoa Sen" in text_of(asked)
    assert "Sông Hồng" not in text_of(asked)

    await story.press(CHI, "Đồng ý nêu tên")
    await story.pass_time(minutes=1)
    assert "Công nghệ Hoa Sen đồng ý được nêu tên" in "".join(story.arrived(COORDINATOR))
    await story.press(COORDINATOR, "Xem bài học")
    await story.press(COORDINATOR, "▶ Xem trước khi gửi")
    assert "Viễn thông Sông Hồng: đã hỏi, chưa trả lời" in story.text(COORDINATOR)

    await story.press(BINH, "Đồng ý nêu tên")
    await story.pass_time(minutes=1)
    assert "☑ Đồng ý nêu tên" in buttons_of(story.last_with(AN, "Đồng ý nêu tên"))
    await preview(story)
    await story.press(COORDINATOR, "📨 Tất cả")
    await story.pass_time(minutes=1)
    assert "máy của Công nghệ Hoa Sen" in story.text(CHI)
    assert "Đơn vị chia sẻ: Viễn thông Sông Hồng" in story.text(CHI)

    await story.press(CHI, "Không đồng ý")
    await story.pass_time(minutes=1)
    card = text_of(story.last_with(CHI, "Đã áp dụng"))
    assert "máy của một đơn vị thành viên. Viễn thông Sông Hồng thấy" in card
    await story.say(AN, "/baihoc")
    assert "máy của một đơn vị thành viên" in story.text(AN)
    assert "Hoa Sen" not in story.text(AN)


async def test_words_that_spell_a_button_of_the_question_are_its_answer(story: Story) -> None:
    await small_network(story)
    await write(story, happened=NAMING)
    await preview(story)
    await story.press(COORDINATOR, "Hỏi các đơn vị này")
    await story.pass_time(minutes=1)
    card = story.last_with(CHI, "Đồng ý nêu tên")["message_id"]
    await story.say(CHI, "đồng ý nêu tên")
    await story.pass_time(seconds=10)
    assert "Công nghệ Hoa Sen đồng ý được nêu tên" in "".join(story.arrived(COORDINATOR))
    assert "☑ Đồng ý nêu tên" in buttons_of(story.last(CHI))

    await story.world.say(CHI, "Không nêu tên", reply_to=card)
    await story.pass_time(seconds=10)
    assert "Công nghệ Hoa Sen không đồng ý được nêu tên" in "".join(story.arrived(COORDINATOR))
    await story.world.say(CHI, "Câu nào nói về chúng tôi?", reply_to=card)
    await story.pass_time(minutes=1)
    assert "Về bài học BH-2026-0001" in "".join(story.arrived(COORDINATOR))


async def test_who_does_not_agree_is_not_asked_again_and_the_words_are_changed(story: Story) -> None:
    await small_network(story)
    await write(story, happened="Tin tặc vào từ máy của cong nghe hoa sen.")
    await preview(story)
    await story.press(COORDINATOR, "Hỏi các đơn vị này")
    await story.pass_time(minutes=1)
    await story.press(CHI, "Không đồng ý")
    await story.pass_time(minutes=1)
    assert "Công nghệ Hoa Sen không đồng ý được nêu tên" in story.text(COORDINATOR)

    await preview(story)
    assert "Công nghệ Hoa Sen: không đồng ý" in story.text(COORDINATOR)
    assert "Hỏi các đơn vị này" not in buttons_of(story.last(COORDINATOR))
    await story.press(COORDINATOR, "◀ Quay lại")
    for part in ("✏️ Chuyện xảy ra", "✏️ Tiêu đề"):
        await story.press(COORDINATOR, part)
        await story.say(COORDINATOR, "Tin tặc vào từ máy của một đối tác.")
    await story.press(COORDINATOR, "▶ Xem trước khi gửi")
    await story.press(COORDINATOR, "📨 Tất cả")
    await story.pass_time(minutes=1)
    assert story.text(CHI).count("máy của một đối tác") == 1


async def test_who_needs_help_is_followed_until_they_are_answered(story: Story) -> None:
    await small_network(story)
    await write(story)
    await preview(story)
    await story.press(COORDINATOR, "📨 Tất cả")
    await story.pass_time(minutes=1)
    await story.press(CHI, "Cần hỗ trợ")
    await story.pass_time(minutes=1)

    await story.press(COORDINATOR, "Cần hỗ trợ (1)")
    page = story.last_with(COORDINATOR, "❓ Công nghệ Hoa Sen")
    assert "chưa được trả lời" in text_of(page)
    await story.press(COORDINATOR, "◀ Quay lại", message=page)
    await story.press(COORDINATOR, "Kết thúc bài học")
    assert "Còn 1 đơn vị cần hỗ trợ" in text_of(story.last_with(COORDINATOR, "✔ Kết thúc với tệp"))
    await story.say(COORDINATOR, "/huy")
    assert "❓" not in story.text(COORDINATOR)
    assert "Cần hỗ trợ (1)" in buttons_of(story.last(COORDINATOR))

    await story.press(COORDINATOR, "✉️ Trả lời")
    await story.say(COORDINATOR, "Sẽ gọi lại trong sáng nay.")
    await story.pass_time(minutes=1)
    assert "Sẽ gọi lại trong sáng nay" in "".join(story.arrived(CHI))
    await story.say(COORDINATOR, "/baihoc")
    await story.press(COORDINATOR, "BH-2026-0001", message=story.last(COORDINATOR))
    await story.press(COORDINATOR, "Cần hỗ trợ (1)", message=story.last(COORDINATOR))
    assert "đã được trả lời" in story.text(COORDINATOR)


async def test_a_page_that_lists_whom_a_lesson_names_follows_what_they_say(story: Story) -> None:
    await small_network(story)
    await write(story, happened=NAMING)
    await preview(story)
    await story.press(COORDINATOR, "Hỏi các đơn vị này")
    page = story.last(COORDINATOR)["message_id"]
    await story.pass_time(minutes=1)

    await story.press(CHI, "Đồng ý nêu tên")
    await story.pass_time(seconds=10)

    (shown,) = [text_of(one) for one in story.chat(COORDINATOR) if one["message_id"] == page]
    assert "Công nghệ Hoa Sen: đồng ý" in shown
    assert "Viễn thông Sông Hồng: đã hỏi, chưa trả lời" in shown


async def test_who_agreed_reads_the_new_words_about_it_and_is_asked_once_more(story: Story) -> None:
    await small_network(story)
    await write(story, happened="Tin tặc vào từ máy của Công nghệ Hoa Sen.")
    await preview(story)
    await story.press(COORDINATOR, "Hỏi các đơn vị này")
    await story.pass_time(seconds=10)
    before = story.last_with(CHI, "Đồng ý nêu tên")
    await story.press(CHI, "Đồng ý nêu tên")
    await story.pass_time(minutes=1)

    await story.press(COORDINATOR, "Xem bài học")
    await story.press(COORDINATOR, "✏️ Chuyện xảy ra")
    await story.say(COORDINATOR, "Hoa Sen để lộ mật khẩu quản trị.")
    # The tap comes before the new words are shown.
    assert "vừa được sửa" in await story.press(CHI, "Đồng ý nêu tên", message=before)
    await story.pass_time(minutes=1)
    asked = story.last_with(CHI, "Đồng ý nêu tên")
    assert "sau khi Quý đơn vị đồng ý" in text_of(asked)
    assert "Hoa Sen để lộ mật khẩu quản trị" in text_of(asked)
    assert "☑ Đồng ý nêu tên" not in buttons_of(asked)

    await story.press(CHI, "Đồng ý nêu tên", message=asked)
    await story.pass_time(minutes=1)
    assert "☑ Đồng ý nêu tên" in buttons_of(story.last_with(CHI, "Đồng ý nêu tên"))
