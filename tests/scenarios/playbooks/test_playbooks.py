"""A playbook from the incident's page to its last step: who does what is seen before, and each step comes once."""

from sqlmodel import select

from models.members import Member, MemberStatus
from tests.scenarios.declaring import AN, CHI, declared
from tests.story import COORDINATOR, Json, Story, buttons_of, text_of

TELECOM = "Viễn thông Sông Hồng"


def step_again(story: Story, step: Json) -> Json:
    """Find a message as it stands now."""
    return next(one for one in story.chat(COORDINATOR) if one["message_id"] == step["message_id"])


def fits_a_phone(story: Story) -> bool:
    """Tell whether the newest message has no more rows of buttons than a phone shows below its words."""
    return len(story.last(COORDINATOR)["reply_markup"]["inline_keyboard"]) <= 5


async def started(story: Story) -> None:
    """Declare a cable cut that the telecom business is ready for, and start the playbook that fits it."""
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    await story.press(COORDINATOR, "⋯ Việc khác")
    await story.press(COORDINATOR, "🧭 Kịch bản")
    await story.press(COORDINATOR, "1")


async def test_the_fitting_playbook_stands_first_and_nothing_goes_out_before_it_is_started(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    story.look_away()
    await story.press(COORDINATOR, "⋯ Việc khác")
    assert "📣 Chưa có gì mới" not in buttons_of(story.last(COORDINATOR))
    await story.press(COORDINATOR, "🧭 Kịch bản")

    assert "1. Đứt cáp quang ✨\n" in story.text(COORDINATOR)
    assert fits_a_phone(story)
    await story.press(COORDINATOR, "1")
    assert fits_a_phone(story)
    preview = story.text(COORDINATOR)
    assert preview.startswith("🧭 Đứt cáp quang · phiên bản 1 · SC-2026-0001\n")
    assert f"1. ngay · {TELECOM}: Xác định đoạn đứt" in preview
    assert "2. ngay · Cơ quan điều phối: Hỏi ngay" in preview
    assert f"5. khi bước 4 xong · {TELECOM}: Hàn nối" in preview
    await story.pass_time(minutes=5)
    assert story.arrived(AN) == []


async def test_steps_become_tasks_and_words_to_the_office_each_once_and_b_follows_a(story: Story) -> None:
    await started(story)
    story.look_away()
    assert await story.press(COORDINATOR, "▶️ Bắt đầu") == "Đã bắt đầu kịch bản. Các bước đến hạn được giao ngay."
    assert "Xác định đoạn đứt: đo OTDR" in story.text(COORDINATOR)
    assert "…" not in story.text(COORDINATOR)
    assert "◀ Bảng tổng hợp" in buttons_of(story.last(COORDINATOR))
    await story.pass_time(seconds=20)

    (task,) = story.arrived(AN)
    assert "Xác định đoạn đứt: đo OTDR" in task
    assert "⏰ Trước 09:20" in task
    assert story.arrived(CHI) == []
    await story.say(COORDINATOR, "/menu")
    assert "\n🧭 SC-2026-0001 · Hỏi ngay" in story.text(COORDINATOR)
    (shown,) = [label for label in buttons_of(story.last(COORDINATOR)) if label.startswith("🧭 Bước 2 · Hỏi ngay")]
    await story.press(COORDINATOR, shown)
    assert "bước 2" in story.text(COORDINATOR)
    step = story.last_with(COORDINATOR, "✔ Cơ quan điều phối đã làm")
    assert "bước 2" in text_of(step)
    said = await story.press(COORDINATOR, "✔ Cơ quan điều phối đã làm", message=step)
    assert said == "Đã ghi nhận bước 2 hoàn thành."
    assert "✔ Hoàn thành lúc 09:00 · Đoàn Thị Hạ" in text_of(step_again(story, step))

    await story.press(AN, "✍️ Đã nhận việc")
    await story.pass_time(minutes=10)
    (second,) = story.arrived(AN)
    assert second.startswith("🆕 NV-2026-0002")
    assert "Chuyển lưu lượng" in second
    await story.press(AN, "✍️ Đã nhận việc")
    await story.pass_time(minutes=20)
    new = [words for words in story.arrived(AN) if words.startswith("🆕")]
    assert [words[:14] for words in new] == ["🆕 NV-2026-0003"]

    await story.press(AN, "✍️ Đã nhận việc", message=story.last(AN))
    await story.press(AN, "✔ Hoàn thành")
    await story.press(AN, "✔ Xong")
    await story.pass_time(seconds=20)
    assert "Hàn nối theo thứ tự" in story.arrived(AN)[-1]


async def test_a_step_is_left_out_for_a_reason_and_its_business_hears_why(story: Story) -> None:
    await started(story)
    await story.press(COORDINATOR, "▶️ Bắt đầu")
    await story.pass_time(seconds=20)
    story.look_away()
    await story.press(COORDINATOR, "1", message=story.last_with(COORDINATOR, "⏸ Tạm dừng"))
    await story.press(COORDINATOR, "⏩ Bỏ qua", message=story.last_with(COORDINATOR, "📌 Mở nhiệm vụ"))
    await story.say(COORDINATOR, "Đã biết chỗ đứt")
    await story.settle()

    assert story.text(COORDINATOR) == "⏩ Đã bỏ qua bước 1."
    assert any("🚫" in words and "Đã biết chỗ đứt" in words for words in story.arrived(AN))


async def test_while_the_playbook_rests_nothing_comes_due(story: Story) -> None:
    await started(story)
    await story.press(COORDINATOR, "▶️ Bắt đầu")
    await story.pass_time(seconds=20)
    await story.press(COORDINATOR, "⏸ Tạm dừng")
    assert "đang tạm dừng" in text_of(story.last_with(COORDINATOR, "▶️ Tiếp tục"))
    story.look_away()
    await story.pass_time(hours=1)
    assert not any("NV-2026-0002" in words for words in story.arrived(AN))

    await story.press(COORDINATOR, "▶️ Tiếp tục")
    await story.pass_time(minutes=10)
    assert any("NV-2026-0002" in words for words in story.arrived(AN))


async def test_another_is_chosen_before_it_counts(story: Story) -> None:
    await started(story)
    await story.press(CHI, "💻 Hỗ trợ từ xa")
    await story.press(COORDINATOR, "1", message=story.last_with(COORDINATOR, "▶️ Bắt đầu"))
    assert "2. Công nghệ Hoa Sen · Công nghệ thông tin" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "2")
    assert "1. ngay · Công nghệ Hoa Sen: Xác định" in story.text(COORDINATOR)
    story.look_away()
    await story.press(COORDINATOR, "▶️ Bắt đầu")
    await story.pass_time(seconds=20)

    assert story.arrived(AN) == []
    (task,) = story.arrived(CHI)
    assert task.startswith("🆕 NV-2026-0001")
    assert buttons_of(story.last(CHI))[0] == "✍️ Đã nhận việc"


async def test_a_step_that_was_said_to_be_done_by_a_slip_is_the_office_s_again(story: Story) -> None:
    await started(story)
    await story.press(COORDINATOR, "▶️ Bắt đầu")
    await story.pass_time(seconds=20)
    step = story.last_with(COORDINATOR, "✔ Cơ quan điều phối đã làm")
    await story.press(COORDINATOR, "✔ Cơ quan điều phối đã làm", message=step)

    said = await story.press(COORDINATOR, "↩ Chưa làm", message=step_again(story, step))

    assert said == "Bước 2 lại chờ cơ quan điều phối làm."
    assert "✔ Cơ quan điều phối đã làm" in buttons_of(step_again(story, step))


async def test_whoever_ends_an_incident_sees_what_is_open_and_the_playbook_stops_with_it(story: Story) -> None:
    await started(story)
    await story.press(COORDINATOR, "▶️ Bắt đầu")
    first = story.last(COORDINATOR)
    await story.pass_time(seconds=20)
    page = story.last_with(COORDINATOR, "✔ Cơ quan điều phối đã làm")
    await story.press(COORDINATOR, "◀ Kịch bản", message=page)
    await story.press(COORDINATOR, "🧭 Kịch bản", message=first)
    await story.press(COORDINATOR, "◀ Bảng tổng hợp", message=step_again(story, first))
    await story.press(COORDINATOR, "🟢 Kết thúc…")
    assert "Còn mở" not in story.text(COORDINATOR)
    await story.press(COORDINATOR, "Dùng tóm tắt gợi ý")
    assert "⚠️ Còn mở: 1 nhiệm vụ · 1 kịch bản đang chạy." in story.text(COORDINATOR)
    (send,) = [one for one in buttons_of(story.last(COORDINATOR)) if one.startswith("🟢")]
    await story.press(COORDINATOR, send)
    await story.pass_time(seconds=20)
    story.look_away()

    await story.pass_time(hours=3)

    assert story.arrived(AN) == []
    assert text_of(step_again(story, page)).startswith("🟢 Đứt cáp quang · phiên bản 1 · SC-2026-0001 – đã dừng cùng")


async def test_a_step_that_was_to_be_done_says_that_it_stopped_with_its_incident(story: Story) -> None:
    await started(story)
    await story.press(COORDINATOR, "▶️ Bắt đầu")
    page = story.last(COORDINATOR)
    await story.pass_time(seconds=20)
    step = story.last_with(COORDINATOR, "✔ Cơ quan điều phối đã làm")
    await story.press(COORDINATOR, "◀ Bảng tổng hợp", message=step_again(story, page))
    await story.press(COORDINATOR, "🟢 Kết thúc…")
    await story.press(COORDINATOR, "Dùng tóm tắt gợi ý")
    (send,) = [one for one in buttons_of(story.last(COORDINATOR)) if one.startswith("🟢")]
    await story.press(COORDINATOR, send)
    await story.pass_time(seconds=20)

    assert "🟢 Đã dừng cùng SC-2026-0001" in text_of(step_again(story, step))


async def test_a_step_whose_business_left_meanwhile_says_so_to_the_office(story: Story) -> None:
    await started(story)
    async with story.database.writing() as session:
        member = (await session.exec(select(Member).where(Member.name == TELECOM))).one()
        member.status = MemberStatus.SUSPENDED
    await story.press(COORDINATOR, "▶️ Bắt đầu")
    await story.pass_time(seconds=20)

    lost = [text_of(one) for one in story.chat(COORDINATOR) if f"⚠️ {TELECOM} đã được chọn" in text_of(one)]
    assert len(lost) == 1
    assert "bước 1" in lost[0]


async def test_a_step_of_the_office_that_is_overdue_comes_once_more_and_says_so_until_it_is_done(story: Story) -> None:
    await started(story)
    await story.press(COORDINATOR, "▶️ Bắt đầu")
    await story.pass_time(seconds=20)
    story.look_away()
    await story.pass_time(hours=3)

    reminders = [
        text for text in story.arrived(COORDINATOR) if text.startswith("⚠️ Việc của cơ quan điều phối đã quá hạn")
    ]
    assert len(reminders) == 1
    reminder = story.last_with(COORDINATOR, "✔ Cơ quan điều phối đã làm")
    assert text_of(reminder).startswith("⚠️ Việc của cơ quan điều phối đã quá hạn.")
    await story.press(COORDINATOR, "✔ Cơ quan điều phối đã làm", message=reminder)
    await story.pass_time(seconds=20)
    assert "quá hạn" not in text_of(step_again(story, reminder))
