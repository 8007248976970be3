"""Whatever way a member tells of danger to lives, coordinators see it first, and the member is told whom to call."""

from sqlmodel import select

from models.reports import Report
from tests.scenarios.declaring import AN, declare, declared, small_network
from tests.scenarios.reporting import report, reported, watched
from tests.scenarios.tasking import given
from tests.story import COORDINATOR, Story, text_of

MARK = "🆘 Có thể nguy hiểm đến tính mạng: đề nghị xử lý ngay."
NUMBERS = "đề nghị gọi ngay 113, 114 hoặc 115"


async def test_words_of_danger_about_an_incident_are_marked_and_their_reminders_too(story: Story) -> None:
    await declared(story)
    story.look_away()

    await story.say(AN, "có 2 người bị kẹt trong trạm")

    assert story.text(COORDINATOR).startswith(f"{MARK}\n\n❓ SC-2026-0001")
    assert NUMBERS in story.text(AN)
    story.look_away()
    await story.pass_time(minutes=30)
    reminded = [text for text in story.arrived(COORDINATOR) if "bị kẹt" in text]
    assert reminded
    assert all(text.startswith(f"{MARK}\n\n⏰") for text in reminded)


async def test_ordinary_words_about_an_incident_have_no_such_mark(story: Story) -> None:
    await declared(story)
    story.look_away()

    await story.say(AN, "cần thêm 2 người kéo cáp")

    assert story.text(COORDINATOR).startswith("❓ SC-2026-0001")
    assert NUMBERS not in story.text(AN)


async def test_a_report_of_danger_is_marked_and_whoever_reports_is_told_whom_to_call_once(story: Story) -> None:
    await small_network(story)
    story.look_away()

    await report(story, words="Nhà trạm sập, có người bị thương")
    await story.pass_time(seconds=15)

    assert watched(story, "BC-2026-0001").startswith(f"{MARK}\n\n🚩 BC-2026-0001")
    told = [text for text in story.arrived(AN) if "BC-2026-0001" in text or NUMBERS in text]
    assert sum(text.count(NUMBERS) for text in told) == 1
    story.look_away()
    await story.pass_time(minutes=30)
    assert any(text.startswith(f"{MARK}\n\n⏳") for text in story.arrived(COORDINATOR))


async def test_what_is_added_to_a_report_is_marked_and_answered_with_whom_to_call(story: Story) -> None:
    await reported(story)
    await story.pass_time(seconds=15)
    card = story.last_with(AN, "💬 Bổ sung")
    story.look_away()

    await story.world.say(AN, "nước đang lên, 2 người bị kẹt", reply_to=card["message_id"])
    await story.settle()
    await story.pass_time(seconds=15)

    assert any(text.startswith(MARK) and "bị kẹt" in text for text in story.arrived(COORDINATOR))
    assert sum(text.count(NUMBERS) for text in story.arrived(AN)) == 1


async def test_what_is_added_by_the_button_is_answered_with_whom_to_call_once(story: Story) -> None:
    await reported(story)
    await story.pass_time(seconds=15)
    await story.press(AN, "💬 Bổ sung", message=story.last_with(AN, "💬 Bổ sung"))
    story.look_away()

    await story.say(AN, "nước đang lên, 2 người bị kẹt")
    await story.pass_time(seconds=15)

    assert any(text.startswith(MARK) and "bị kẹt" in text for text in story.arrived(COORDINATOR))
    assert sum(text.count(NUMBERS) for text in story.arrived(AN)) == 1


async def test_the_words_of_a_task_are_marked_on_what_coordinators_get_of_them(story: Story) -> None:
    await given(story)
    await story.press(AN, "✍️ Đã nhận việc")
    await story.press(AN, "▶️ Bắt đầu")
    await story.press(AN, "⚠️")
    story.look_away()

    await story.say(AN, "Cột đổ, có người bị thương")
    await story.pass_time(seconds=15)

    shown = [text for text in (*map(text_of, story.chat(COORDINATOR)), *story.arrived(COORDINATOR)) if "Cột đổ" in text]
    assert shown
    assert all(text.startswith(MARK) for text in shown)
    assert sum(text.count(NUMBERS) for text in story.arrived(AN)) == 1


async def test_a_report_that_tells_of_danger_only_when_it_is_edited_is_told_anew(story: Story) -> None:
    await small_network(story)
    await report(story)
    async with story.database.reading() as session:
        sent = (await session.exec(select(Report.message_id))).one()
    await story.pass_time(seconds=15)
    story.look_away()

    await story.world.edit(AN, sent, "Nhà trạm sập, có người bị thương")
    await story.settle()
    await story.pass_time(seconds=15)

    assert any(text.startswith(MARK) for text in story.arrived(COORDINATOR))
    assert NUMBERS in story.text(AN)


async def test_the_words_of_a_drill_are_marked_only_where_they_do_not_say_so(story: Story) -> None:
    await small_network(story)
    await declare(story, "Diễn tập: mất kết nối cáp quang")
    card = story.last(AN)
    story.look_away()

    await story.world.say(AN, "Diễn tập: có người bị thương", reply_to=card["message_id"])
    await story.settle()

    assert "bị thương" in story.text(COORDINATOR)
    assert MARK not in story.text(COORDINATOR)
