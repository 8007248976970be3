"""Command is handed over by a tap and its acceptance, with a note of the facts; a silent holder is followed."""

from tests.enrolment import appoint
from tests.scenarios.declaring import AN, declared
from tests.scenarios.playbooks.test_playbooks import started
from tests.scenarios.tasking import given
from tests.story import COORDINATOR, SECOND_COORDINATOR, Json, Story, buttons_of, text_of

THIRD = 103
BOTH = (COORDINATOR, SECOND_COORDINATOR)


async def test_command_is_handed_over_with_a_note_and_everybody_sees_who_holds_it(story: Story) -> None:
    await given(story)
    await story.press(AN, "🦺 Đã có mặt")
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    await story.press(COORDINATOR, "⋯ Việc khác")
    await story.press(COORDINATOR, "🎖 Chỉ huy:")
    await story.press(COORDINATOR, "➡ Bàn giao chỉ huy…")
    await story.press(COORDINATOR, "Vũ Văn Khoa")
    note = story.text(COORDINATOR)
    for fact in ("Nhiệm vụ chưa hoàn thành: 1", "Cập nhật tiếp theo: 10:00", "Tại hiện trường: Viễn thông Sông Hồng"):
        assert fact in note
    await story.say(COORDINATOR, "Đội 2 tới lúc 10:00.")
    await story.press(COORDINATOR, "➡ Gửi đề nghị bàn giao")
    assert "⏳ Chờ Vũ Văn Khoa nhận chỉ huy" in story.text(COORDINATOR)

    assert "Đội 2 tới lúc 10:00." in story.text(SECOND_COORDINATOR)
    asked = story.last(SECOND_COORDINATOR)
    await story.press(SECOND_COORDINATOR, "✔ Nhận chỉ huy")

    await story.pass_time(seconds=4)
    for one in (COORDINATOR, SECOND_COORDINATOR):
        assert "Người chỉ huy: Vũ Văn Khoa, nhận bàn giao từ" in story.text(one)
    # Whoever accepts has the note once, on the offer that was accepted.
    noted = [one for one in story.chat(SECOND_COORDINATOR) if "Đội 2 tới lúc 10:00." in text_of(one)]
    assert [one["message_id"] for one in noted] == [asked["message_id"]]
    assert "chỉ huy" not in story.text(AN)
    said = await story.forge(SECOND_COORDINATOR, asked, "cmy:1:1")
    assert said == "Đề nghị này đã có trả lời hoặc không còn hiệu lực."
    await story.press(COORDINATOR, "◀ Bảng tổng hợp")
    assert "🎖 Vũ Văn Khoa" in story.text(COORDINATOR)
    story.look_away()
    await story.pass_time(minutes=50)
    reminded = {one: [text for text in story.arrived(one) if "cần gửi thông tin cập nhật" in text] for one in BOTH}
    assert [len(reminded[one]) for one in BOTH] == [0, 1]


async def test_the_note_names_questions_without_an_answer_and_how_far_the_playbook_is(story: Story) -> None:
    await started(story)
    await story.press(COORDINATOR, "▶️ Bắt đầu")
    await story.say(AN, "Ai mang máy hàn?")
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    for button in ("SC-2026-0001", "⋯ Việc khác", "🎖 Chỉ huy:", "➡ Bàn giao chỉ huy…", "Vũ Văn Khoa"):
        if button == "SC-2026-0001":
            await story.say(COORDINATOR, "/start")
        await story.press(COORDINATOR, button)

    note = story.text(COORDINATOR)

    assert "Câu hỏi của đơn vị chưa trả lời: 1\n❓ 09:00 · Viễn thông Sông Hồng: Ai mang máy hàn?" in note
    assert "Kịch bản đang chạy: Đứt cáp quang, xong 0/" in note
    assert "Bước tiếp theo: Xác định đoạn đứt" in note


async def test_an_offer_that_another_took_the_place_of_keeps_no_buttons(story: Story) -> None:
    await declared(story)
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    await appoint(story, THIRD, "Tô Văn Lâm")
    for name in ("Vũ Văn Khoa", "Tô Văn Lâm"):
        await story.say(COORDINATOR, "/tinhhinh")
        for button in ("SC-2026-0001", "⋯ Việc khác", "🎖 Chỉ huy:", "➡ Bàn giao chỉ huy…", name):
            await story.press(COORDINATOR, button)
        await story.press(COORDINATOR, "➡ Gửi đề nghị bàn giao")
    await story.pass_time(seconds=4)

    assert "không còn hiệu lực" in story.text(SECOND_COORDINATOR)
    assert "✔ Nhận chỉ huy" not in buttons_of(story.last(SECOND_COORDINATOR))
    assert "✔ Nhận chỉ huy" in buttons_of(story.last(THIRD))


async def test_command_of_a_holder_who_stays_silent_is_taken_over_with_a_reason(story: Story) -> None:
    await declared(story)
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    await story.say(SECOND_COORDINATOR, "/tinhhinh")
    await story.press(SECOND_COORDINATOR, "SC-2026-0001")
    await story.press(SECOND_COORDINATOR, "⋯ Việc khác")
    await story.press(SECOND_COORDINATOR, "🎖 Chỉ huy:")
    await story.press(SECOND_COORDINATOR, "🎖 Xin nhận chỉ huy")
    assert "xin nhận quyền chỉ huy" in story.text(COORDINATOR)
    assert "🎖 Tiếp quản chỉ huy…" not in buttons_of(story.last(SECOND_COORDINATOR))

    await story.pass_time(minutes=15)
    await story.press(SECOND_COORDINATOR, "🎖 Tiếp quản chỉ huy…")
    await story.say(SECOND_COORDINATOR, "Máy bận, không trả lời")
    await story.press(SECOND_COORDINATOR, "🎖 Tiếp quản chỉ huy")

    said = story.text(COORDINATOR)
    assert "Người chỉ huy: Vũ Văn Khoa, tiếp quản từ" in said
    assert said.endswith("Lý do:\n\nMáy bận, không trả lời")
    theirs = story.text(SECOND_COORDINATOR)
    assert theirs.index("Máy bận, không trả lời") < theirs.index("Anh/Chị nhận các lời nhắc")


async def test_the_page_of_command_that_is_open_follows_a_silence_and_a_no(story: Story) -> None:
    await declared(story)
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    for button in ("⋯ Việc khác", "🎖 Chỉ huy:", "➡ Bàn giao chỉ huy…", "Vũ Văn Khoa", "➡ Gửi đề nghị bàn giao"):
        await story.press(COORDINATOR, button)

    def page() -> Json:
        return next(one for one in reversed(story.chat(COORDINATOR)) if "Quyền chỉ huy\n" in text_of(one))

    assert "⏳ Chờ Vũ Văn Khoa nhận chỉ huy" in text_of(page())
    await story.pass_time(minutes=15)
    assert "⏳ Vũ Văn Khoa chưa trả lời đề nghị nhận chỉ huy" in text_of(page())
    await story.press(SECOND_COORDINATOR, "⛔ Không nhận")
    await story.pass_time(seconds=4)
    assert "⏳" not in text_of(page())
    assert "➡ Bàn giao chỉ huy…" in buttons_of(page())
