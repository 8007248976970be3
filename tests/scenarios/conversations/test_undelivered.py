"""An answer goes to whoever speaks for the business, and a coordinator hears where nobody can be told."""

from bot.sandbox.traffic.faults import Fault
from tests.enrolment import appoint
from tests.scenarios.declaring import AN, BINH, CHI, declared, small_network
from tests.scenarios.grouping import bind
from tests.story import COORDINATOR, Story, buttons_of, text_of

COLLEAGUE = 301
LOST = "📵 Câu trả lời chưa tới được ai của Công nghệ Hoa Sen. Đề nghị gọi điện."


async def answer(story: Story, text: str = "Máy hàn") -> str:
    """Answer the newest question as the coordinator; give what they are shown."""
    await story.press(COORDINATOR, "✉️ Trả lời")
    await story.say(COORDINATOR, text)
    await story.pass_time(seconds=10)
    return story.text(COORDINATOR)


async def test_what_cannot_reach_the_asker_goes_to_the_others_of_the_business(story: Story) -> None:
    await declared(story)
    await story.say(AN, "Cần mang gì?")
    story.world.block(AN)
    await story.settle()
    story.look_away()

    shown = await answer(story)

    assert shown.startswith("✔ Đã gửi câu trả lời tới Viễn thông Sông Hồng: “Máy hàn”\nNgười hỏi không nhận được")
    (told,) = story.arrived(BINH)
    assert "Câu hỏi do người khác của Quý đơn vị gửi." in told
    assert "Máy hàn" in told
    assert "reply_to_message" not in story.last(BINH)
    await story.pass_time(seconds=20)
    assert "✔ Đã gửi tới Viễn thông Sông Hồng" in text_of(story.last_with(COORDINATOR, "✉️ Trả lời thêm"))


async def test_where_nobody_can_be_told_it_is_said_at_once_with_the_phone_and_the_question_climbs_on(
    story: Story,
) -> None:
    await declared(story)
    await appoint(story, COLLEAGUE, "Vũ Minh Khôi")
    await story.say(CHI, "Cần mang gì?")
    story.world.block(CHI)
    await story.settle()
    story.look_away()

    shown = await answer(story)

    assert shown == f"{LOST}\n“Máy hàn”"
    assert buttons_of(story.last(COORDINATOR)) == ["Gọi người hỏi", "Xem lại câu hỏi"]
    await story.pass_time(seconds=5)
    assert LOST in text_of(story.last_with(COORDINATOR, "✔ Đã rõ"))
    assert story.last_with(COORDINATOR, "❓ 1 câu hỏi đang chờ · 📵 1 chưa tới")
    await story.say(COORDINATOR, "/hoidap")
    assert "📵 Câu trả lời chưa tới được ai" in story.text(COORDINATOR)
    story.look_away()

    await story.pass_time(minutes=10)
    assert [text.partition("\n")[0] for text in story.arrived(COLLEAGUE) if text.startswith("⏰ Đã")] == [
        "⏰ Đã 10 phút đơn vị chưa nhận được câu trả lời."
    ]


async def test_an_answer_to_who_was_erased_meanwhile_goes_to_the_others_and_is_not_offered_again(story: Story) -> None:
    await declared(story)
    await story.say(AN, "Cần mang gì?")
    await answer(story)
    await story.say(AN, "/dulieu")
    await story.press(AN, "✋ Rút lại đồng ý")
    await story.press(AN, "✋ Rút lại đồng ý, xóa dữ liệu")
    await story.pass_time(seconds=20)

    assert "✉️ Trả lời thêm" not in [text for one in story.chat(COORDINATOR) for text in buttons_of(one)]
    await story.say(COORDINATOR, "/hoidap")
    assert "nội dung đã xóa" in story.text(COORDINATOR)


async def test_in_the_group_where_it_was_asked_the_answer_is_heard_though_the_asker_has_blocked_the_bot(
    story: Story,
) -> None:
    await small_network(story)
    group = await bind(story, AN, "Trực ban")
    await declared(story)
    card = story.last_with(group, "✅ Sẵn sàng")
    await story.world.say(AN, "Cần mang gì?", chat_id=group, reply_to=card["message_id"])
    await story.settle()
    story.world.block(AN)
    await story.settle()
    story.look_away()

    await answer(story)

    assert "Máy hàn" in story.text(group)
    assert story.last(group)["reply_to_message"]["text"] == "Cần mang gì?"


async def test_a_question_whose_holder_is_dismissed_is_everybodys_again(story: Story) -> None:
    await declared(story)
    await appoint(story, COLLEAGUE, "Vũ Minh Khôi")
    await story.say(AN, "Cần mang gì?")
    await story.press(COORDINATOR, "Giao cho đồng nghiệp")
    await story.press(COORDINATOR, "Vũ Minh Khôi")
    story.look_away()
    await story.press(COORDINATOR, "Giao cho đồng nghiệp")
    await story.press(COORDINATOR, "Vũ Minh Khôi")
    assert story.arrived(COLLEAGUE) == []

    await story.say(COORDINATOR, "/canbo")
    await story.press(COORDINATOR, "Vũ Minh Khôi")
    await story.press(COORDINATOR, "Miễn nhiệm")
    await story.press(COORDINATOR, "Miễn nhiệm")
    await story.pass_time(seconds=20)

    told = "↩ Người được giao không còn là điều phối viên. Câu hỏi chưa có ai nhận."
    assert [told in text for text in story.arrived(COORDINATOR)][-1]
    assert "➡️ Đã giao cho" not in "\n".join(text_of(one) for one in story.chat(COORDINATOR))


async def lose_an_answer(story: Story) -> None:
    """Let an answer fail, so that the question waits again."""
    await declared(story)
    await story.say(CHI, "Cần mang gì?")
    story.world.faults.add(Fault("400", "sendMessage", chat_id=CHI, says="Bad Request: strange", times=None))
    await answer(story)
    await story.pass_time(seconds=20)
    assert LOST in text_of(story.last_with(COORDINATOR, "✔ Đã rõ"))
    story.world.faults.clear()
    story.look_away()


async def test_a_lost_answer_that_gets_through_when_it_is_tried_again_is_lost_no_more(story: Story) -> None:
    await lose_an_answer(story)

    await story.pass_time(minutes=2)
    await story.pass_time(seconds=20)

    assert [text for text in story.arrived(CHI) if "Máy hàn" in text]
    card = text_of(story.last_with(COORDINATOR, "✉️ Trả lời thêm"))
    assert "✔ Đã gửi tới Công nghệ Hoa Sen" in card
    assert "📵" not in card
    story.look_away()
    await story.pass_time(minutes=30)
    assert [text for text in story.arrived(COORDINATOR) if text.startswith("⏰")] == []


async def test_a_lost_answer_that_gets_through_settles_nothing_that_was_asked_or_answered_since(story: Story) -> None:
    await lose_an_answer(story)
    await story.press(COORDINATOR, "✔ Đã rõ")

    await story.pass_time(minutes=2)
    await story.pass_time(seconds=20)

    card = text_of(story.last_with(COORDINATOR, "✉️ Trả lời thêm"))
    assert "✔ Đã gửi tới Công nghệ Hoa Sen" in card
    assert "đã đọc lúc" in card


async def be_away(story: Story, person: int) -> None:
    """Let somebody block the bot."""
    story.world.block(person)
    await story.settle()


async def come_back(story: Story, person: int) -> None:
    """Let somebody write to the bot again who has blocked it."""
    story.look_away()
    story.world.unblock(person)
    await story.settle()
    await story.pass_time(seconds=20)


async def test_an_answer_that_nobody_could_be_sent_comes_once_when_the_asker_can_be_written_to(story: Story) -> None:
    await declared(story)
    await story.say(CHI, "Cần mang gì?")
    await be_away(story, CHI)
    await answer(story)

    await come_back(story, CHI)

    assert ["Máy hàn" in text for text in story.arrived(CHI)].count(True) == 1
    assert "✔ Đã gửi tới Công nghệ Hoa Sen" in text_of(story.last_with(COORDINATOR, "✉️ Trả lời thêm"))
    await be_away(story, CHI)
    await come_back(story, CHI)
    assert not [text for text in story.arrived(CHI) if "Máy hàn" in text]


async def test_who_asked_hears_the_answer_that_a_colleague_got_meanwhile(story: Story) -> None:
    await declared(story)
    await story.say(AN, "Cần mang gì?")
    await be_away(story, AN)
    await answer(story)
    story.look_away()

    await come_back(story, AN)

    assert ["Máy hàn" in text for text in story.arrived(AN)].count(True) == 1
    assert not [text for text in story.arrived(BINH) if "Máy hàn" in text]
