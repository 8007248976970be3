"""Who wrote is not silent: the lists and the reminders say so, while no answer is chosen."""

from tests.scenarios.declaring import AN, BINH, CHI, declared
from tests.story import COORDINATOR, Story, text_of

WROTE = "Cơ quan điều phối đã nhận được tin nhắn của Quý đơn vị."
SILENT = "Chưa nhận được trả lời của Quý đơn vị"


async def test_the_tally_its_list_and_the_question_for_a_reminder_name_those_who_wrote(story: Story) -> None:
    await declared(story)
    await story.say(AN, "Sự cố ở đâu?")
    await story.pass_time(minutes=4)

    assert "💬 1 đã nhắn" in text_of(story.last_with(COORDINATOR, "🟢 Kết thúc"))
    await story.press(COORDINATOR, "📋 Danh sách")
    await story.press(COORDINATOR, "Chưa trả lời")
    listed = story.last_with(COORDINATOR, "◀ Danh sách")
    lines = text_of(listed).splitlines()
    assert [line.partition(" – ")[2] for line in lines if "Sông Hồng" in line] == ["💬 đã nhắn 09:00"]
    assert [line.partition(" – ")[2] for line in lines if "Hoa Sen" in line] == [""]
    await story.press(COORDINATOR, "🔔 Nhắc 2 đơn vị chưa trả lời…", message=listed)
    asked = text_of(story.last_with(COORDINATOR, "🔔 Gửi lời nhắc"))
    assert "💬 Trong đó 1 đơn vị đã nhắn nhưng chưa chọn câu trả lời." in asked


async def test_a_reminder_asks_those_who_wrote_for_the_button_alone(story: Story) -> None:
    await declared(story)
    await story.say(AN, "Sự cố ở đâu?")
    story.look_away()

    await story.pass_time(minutes=20)
    await story.pass_time(seconds=20)

    assert [WROTE in text for text in story.arrived(AN) if "🔔" in text] == [True]
    assert [WROTE in text for text in story.arrived(BINH) if "🔔" in text] == [True]
    assert [SILENT in text for text in story.arrived(CHI) if "🔔" in text] == [True]


async def test_words_that_were_taken_back_mark_nobody(story: Story) -> None:
    await declared(story)
    await story.say(AN, "Sự cố ở đâu?")
    await story.press(AN, "↩ Rút lại")
    await story.pass_time(seconds=20)

    assert "đã nhắn" not in text_of(story.last_with(COORDINATOR, "🟢 Kết thúc"))
