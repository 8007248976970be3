"""Questions come in every form and place, and are handed over, sent to all, and outlive what they are about."""

from io import BytesIO

import pytest
from openpyxl import load_workbook
from sqlmodel import col, select

from bot.sandbox.state.files import Upload
from models.attachments import KeptAttachment
from models.conversations import Question, QuestionState
from tests.enrolment import appoint
from tests.scenarios.declaring import AN, CHI, PIXEL, declare, declared, small_network
from tests.scenarios.grouping import bind
from tests.story import COORDINATOR, Story, buttons_of, text_of

COLLEAGUE = 301


async def questions(story: Story) -> list[Question]:
    """Read all questions as they are stored."""
    async with story.database.reading() as session:
        return list((await session.exec(select(Question).order_by(col(Question.id)))).all())


async def end(story: Story) -> None:
    """End the incident that is open."""
    await story.press(COORDINATOR, "🟢 Kết thúc")
    await story.press(COORDINATOR, "✨")
    await story.press(COORDINATOR, "🟢 Kết thúc và gửi")


async def test_a_photo_with_words_and_one_without_are_questions_with_a_file(story: Story) -> None:
    await declared(story)
    story.look_away()

    await story.world.upload(AN, filename="a.png", content=PIXEL, mime="image/png", kind="photo", caption="Cáp này?")
    await story.settle()
    assert story.text(COORDINATOR).endswith("“Cáp này?”\n📎 Kèm 1 tệp")
    await story.press(COORDINATOR, "📎 Xem 1 tệp")
    assert "photo" in story.last(COORDINATOR)
    assert text_of(story.last(COORDINATOR)) == "Kèm câu hỏi của Viễn thông Sông Hồng, 09:00"

    await story.world.upload(AN, filename="a.png", content=PIXEL, mime="image/png", kind="photo")
    await story.settle()
    assert "“📎 tệp hoặc vị trí, không kèm chữ”" in story.text(AN)


async def test_an_album_is_one_question(story: Story) -> None:
    await declared(story)
    story.look_away()

    photos = [Upload(f"{name}.png", PIXEL, "image/png") for name in ("a", "b", "c")]
    await story.world.upload_album(AN, photos, caption="Ba chỗ đứt")
    await story.settle()

    assert len(await questions(story)) == 1
    assert len(story.arrived(AN)) == len(story.arrived(COORDINATOR)) == 1
    assert text_of(story.last_with(COORDINATOR, "✉️ Trả lời")).endswith("“Ba chỗ đứt”\n📎 Kèm 3 tệp")


async def test_a_place_and_a_voice_reach_the_coordinators(story: Story) -> None:
    await declared(story)
    story.look_away()

    await story.world.share_place(AN, 21.03, 105.85)
    await story.settle()
    assert story.text(COORDINATOR).endswith("📎 Kèm 1 tệp")

    chat = story.world.chat(AN)
    message_id = await story.world.say(AN, "giữ chỗ")
    spoken = {key: value for key, value in chat.messages[message_id].items() if key != "text"}
    voice = {"file_id": "V1", "file_unique_id": "v1", "duration": 3}
    story.world.queue.put("message", {**spoken, "message_id": message_id + 1, "voice": voice}, AN)
    await story.settle()
    assert len(await questions(story)) == 3


async def test_in_the_group_only_what_is_meant_for_the_bot_is_heard_and_the_answer_comes_there_too(
    story: Story,
) -> None:
    await small_network(story)
    group = await bind(story, AN, "Trực ban", CHI)
    await declared(story)
    story.look_away()

    await story.world.say(AN, "Ai đi được?", chat_id=group)
    await story.settle()
    assert await questions(story) == []

    card = story.last_with(group, "✅ Sẵn sàng")
    await story.world.say(AN, "Cần mang gì?", chat_id=group, reply_to=card["message_id"])
    await story.settle()
    assert [one.text for one in await questions(story)] == ["Cần mang gì?"]
    assert len(story.arrived(group)) == 1
    assert len(story.arrived(COORDINATOR)) == 1

    await story.press(COORDINATOR, "✉️ Trả lời")
    await story.say(COORDINATOR, "Máy hàn")
    assert "Máy hàn" in story.text(group)
    assert story.last(group)["reply_to_message"]["text"] == "Cần mang gì?"
    assert "reply_to_message" not in story.last(AN)
    assert "Máy hàn" in story.text(AN)

    await story.world.say(CHI, "Tôi cũng hỏi", chat_id=group, reply_to=card["message_id"])
    await story.settle()
    assert len(await questions(story)) == 1


async def test_in_the_group_a_mention_of_the_bot_is_heard_and_of_another_it_is_not(story: Story) -> None:
    await small_network(story)
    group = await bind(story, AN, "Trực ban", CHI)
    story.world.chat(group).bot_is_admin = True
    await declared(story)
    story.look_away()

    await story.say(AN, "@bot_khac cần mang gì?", group=group)
    assert await questions(story) == []
    await story.say(AN, f"@{story.world.username} cần mang gì?", group=group)

    assert [one.text for one in await questions(story)] == ["@san_sang_bot cần mang gì?"]
    assert "“@san_sang_bot cần mang gì?”" in story.text(COORDINATOR)
    assert len(story.arrived(group)) == 1


async def test_a_question_is_handed_to_a_colleague(story: Story) -> None:
    await declared(story)
    await appoint(story, COLLEAGUE, "Vũ Minh Khôi")
    await story.say(AN, "Cần mang gì?")
    story.look_away()

    await story.press(COORDINATOR, "Giao cho đồng nghiệp")
    await story.press(COORDINATOR, "Vũ Minh Khôi")

    assert "➡️ Đã giao cho Vũ Minh Khôi" in story.text(COLLEAGUE)
    assert len(story.arrived(COLLEAGUE)) == 1
    assert "➡️ Đã giao cho Vũ Minh Khôi" in text_of(story.last_with(COORDINATOR, "✔ Đã rõ"))


async def test_what_was_handed_over_says_for_how_long_nobody_has_answered_since_it_was_asked(story: Story) -> None:
    await declared(story)
    await appoint(story, COLLEAGUE, "Vũ Minh Khôi")
    await story.say(AN, "Cần mang gì?")
    await story.pass_time(minutes=8)
    await story.press(COORDINATOR, "Giao cho đồng nghiệp")
    await story.press(COORDINATOR, "Vũ Minh Khôi")
    story.look_away()

    await story.pass_time(minutes=10)

    assert [text.partition("\n")[0] for text in story.arrived(COLLEAGUE) if "chưa ai" in text] == [
        "⏰ Đã 18 phút chưa ai trả lời."
    ]


async def test_an_answer_goes_to_every_business_as_an_update(story: Story) -> None:
    await declared(story)
    await story.say(AN, "Cần mang gì?")
    story.look_away()

    await story.press(COORDINATOR, "📣 Gửi cho mọi đơn vị")
    await story.say(COORDINATOR, "Máy hàn")
    assert "Máy hàn" in story.text(AN)
    assert story.arrived(CHI) == []
    assert "Hỏi: Cần mang gì?\nTrả lời: Máy hàn" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📨 Gửi tới")

    assert "Hỏi: Cần mang gì?\nTrả lời: Máy hàn" in story.text(CHI)


async def test_one_answer_goes_to_all_businesses_that_ask_the_same(story: Story) -> None:
    await declared(story)
    await story.say(AN, "Cần mang theo máy hàn cáp quang không?")
    await story.say(CHI, "can mang theo may han cap quang khong")
    await story.say(CHI, "Ở xã nào?")
    await story.pass_time(seconds=5)
    same = "🔁 1 đơn vị khác hỏi điều tương tự"
    cards = [text_of(one) for one in story.chat(COORDINATOR) if "“" in text_of(one)]
    assert [same in one for one in cards if "❓" in one] == [True, True, False]
    await story.say(COORDINATOR, "/hoidap")
    assert text_of(story.last_with(COORDINATOR, "❓ Ở xã nào?")).count(same) == 2
    story.look_away()

    await story.press(COORDINATOR, "❓ Cần mang theo")
    await story.press(COORDINATOR, "✉️ Trả lời")
    await story.say(COORDINATOR, "Có, hai máy")
    assert same in story.text(COORDINATOR)
    assert story.arrived(CHI) == []
    said = await story.press(COORDINATOR, "🔁 Gửi cho 1 đơn vị hỏi tương tự")

    assert said == "Đã gửi câu trả lời cho 1 câu hỏi tương tự."
    assert ["Có, hai máy" in text for text in story.arrived(CHI)] == [True]
    states = [one.state for one in await questions(story)]
    assert states == [QuestionState.ANSWERED, QuestionState.ANSWERED, QuestionState.OPEN]


async def test_questions_that_say_the_same_have_buttons_that_say_whose_each_is(story: Story) -> None:
    await declared(story)
    for person in (AN, CHI):
        await story.say(person, "Ở xã nào?")
    await story.pass_time(seconds=5)

    await story.say(COORDINATOR, "/hoidap")

    named = [one for one in buttons_of(story.last(COORDINATOR)) if one.startswith("❓")]
    assert sorted(one.partition(",")[0] for one in named) == ["❓ Công nghệ Hoa Sen", "❓ Viễn thông Sông Hồng"]


async def test_the_tally_counts_what_waits_and_leads_to_the_list(story: Story) -> None:
    await declared(story)
    await story.say(AN, "Cần mang gì?")
    await story.say(CHI, "Ở đâu?")
    await story.pass_time(seconds=5)

    await story.press(COORDINATOR, "❓ 2 câu hỏi chưa trả lời")

    assert story.last_with(COORDINATOR, "❓ Cần mang gì?")
    listed = text_of(story.last_with(COORDINATOR, "❓ Cần mang gì?"))
    assert listed.startswith("Hỏi đáp · SC-2026-0001 · 2 câu chưa trả lời, tất cả 2")
    assert listed.index("Cần mang gì?") < listed.index("Ở đâu?")


async def test_what_is_missing_is_asked_after_the_button_that_says_so(story: Story) -> None:
    await declared(story)
    story.look_away()

    await story.press(AN, "❓ Cần thêm tin")

    assert story.arrived(AN) == [
        "❓ SC-2026-0001 · Quý đơn vị cần biết thêm điều gì? Đề nghị gõ câu hỏi hoặc gửi ảnh, tin thoại ngay tại đây."
    ]


async def test_who_has_asked_already_is_not_asked_again_what_is_missing_until_that_is_answered(story: Story) -> None:
    await declared(story)
    await story.say(AN, "Cần mang gì?")
    story.look_away()
    await story.press(AN, "❓ Cần thêm tin")
    assert story.arrived(AN) == []

    await story.press(COORDINATOR, "✉️ Trả lời")
    await story.say(COORDINATOR, "Máy hàn")
    story.look_away()
    await story.press(AN, "✅ Sẵn sàng")
    await story.press(AN, "❓ Cần thêm tin")
    assert "Quý đơn vị cần biết thêm điều gì?" in "\n".join(story.arrived(AN))


async def test_words_that_resemble_an_answer_offer_its_button_and_nothing_is_answered_by_itself(story: Story) -> None:
    await declared(story)

    await story.say(AN, "30 phút nữa tôi có mặt")

    assert buttons_of(story.last(AN)) == ["🕐 30 phút", "↩ Rút lại"]
    assert "✔" not in text_of(story.last_with(AN, "✅ Sẵn sàng")).partition("\n")[0]
    await story.press(AN, "🕐 30 phút", message=story.last(AN))
    assert "✔ Viễn thông Sông Hồng: 🕐 Sẵn sàng, có mặt sau 30 phút" in text_of(story.last_with(AN, "✅ Sẵn sàng"))


async def test_the_end_of_an_incident_leaves_its_questions_open_and_says_so(story: Story) -> None:
    await declared(story)
    await story.say(AN, "Cần mang gì?")
    await end(story)
    said = "\n".join(text_of(message) for message in story.chat(COORDINATOR))
    assert "⚠️ Còn 1 câu hỏi chưa trả lời; vẫn trả lời được trong /hoidap." in said
    story.look_away()

    await story.pass_time(minutes=30)
    assert story.arrived(COORDINATOR) == []

    await story.say(COORDINATOR, "/hoidap")
    await story.press(COORDINATOR, "❓ Cần mang gì?")
    await story.press(COORDINATOR, "✉️ Trả lời")
    await story.say(COORDINATOR, "Đã xong, không cần nữa")
    assert "Đã xong, không cần nữa" in story.text(AN)


async def test_a_dialogue_of_an_incident_that_is_over_eats_nothing(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    await story.press(AN, "➕")
    await end(story)
    story.look_away()

    await story.say(AN, "Có sự cố mới ở Ba Vì")

    over, asked = story.arrived(AN)
    assert "SC-2026-0001 đã kết thúc" in over
    assert asked == (
        "Nội dung này về việc nào?\n“Có sự cố mới ở Ba Vì”"
        "\nNếu không chọn, sau 2 phút nội dung tự được chuyển tới cơ quan điều phối."
    )


async def test_the_personal_file_tells_which_files_came_with_a_question(story: Story) -> None:
    await declared(story)
    photos = [Upload(f"{name}.png", PIXEL, "image/png") for name in ("a", "b")]
    await story.world.upload_album(AN, photos, caption="Cáp này?")
    await story.settle()
    await story.say(AN, "Ở xã nào?")

    await story.say(AN, "/dulieu")
    await story.press(AN, "📄 Nhận tệp dữ liệu")
    await story.pass_time(seconds=5)

    file = next(one for one in reversed(story.chat(AN)) if "document" in one)
    book = load_workbook(BytesIO(story.world.files.contents[file["document"]["file_id"]]))
    rows = [list(row) for row in book["Câu hỏi đã gửi"].iter_rows(values_only=True)]
    column = rows[0].index("Tệp kèm")
    assert [row[column] for row in rows[1:]] == ["1 ảnh; 1 ảnh", None]


async def test_who_withdraws_leaves_no_words_and_no_files(story: Story) -> None:
    await declared(story)
    await story.world.upload(AN, filename="a.png", content=PIXEL, mime="image/png", kind="photo", caption="Cáp này?")
    await story.settle()

    await story.say(AN, "/dulieu")
    await story.press(AN, "✋ Rút lại đồng ý")
    await story.press(AN, "✋ Rút lại đồng ý, xóa dữ liệu")

    (question,) = await questions(story)
    assert (question.text, question.message_id, question.state) == ("", 0, QuestionState.TAKEN_BACK)
    async with story.database.reading() as session:
        assert (await session.exec(select(KeptAttachment).where(KeptAttachment.subject == "question"))).all() == []
    shown = "\n".join(text_of(message) for message in story.chat(COORDINATOR))
    assert "Cáp này?" not in shown


async def test_a_coordinators_words_are_offered_to_be_declared(story: Story) -> None:
    await small_network(story)

    await story.say(COORDINATOR, "Mất mạng toàn bộ xã Ba Vì")
    assert story.text(COORDINATOR) == "Khai báo nội dung này?\n“Mất mạng toàn bộ xã Ba Vì”"
    await story.press(COORDINATOR, "🚨 Sự cố")
    assert "Mất mạng toàn bộ xã Ba Vì" in story.text(COORDINATOR)
    assert buttons_of(story.last(COORDINATOR))[0].endswith("Đặc biệt nghiêm trọng")


async def test_a_coordinators_words_under_a_question_are_offered_as_its_answer(story: Story) -> None:
    await declared(story)
    await story.say(AN, "Cần mang theo gì?")
    await story.say(COORDINATOR, "Mang máy hàn cáp")

    offer = story.last(COORDINATOR)
    assert buttons_of(offer)[:4] == [
        "✉️ Trả lời Viễn thông Sông Hồng",
        "📣 Nhắn các đơn vị SC-2026-0001",
        "🚨 Sự cố",
        "Diễn tập",
    ]
    story.look_away()
    await story.press(COORDINATOR, "✉️ Trả lời Viễn thông Sông Hồng")

    assert text_of(story.last_with(AN, "ℹ️ Xem chi tiết")).endswith(
        "Cần mang theo gì?\n\nMang máy hàn cáp\n\nTrả lời tin này để hỏi tiếp."
    )
    (question,) = await questions(story)
    assert question.state is QuestionState.ANSWERED


async def test_the_two_newest_questions_that_wait_are_offered_to_be_answered(story: Story) -> None:
    await declared(story)
    for person, words in ((AN, "Câu một?"), (CHI, "Câu hai?"), (AN, "Câu ba?")):
        await story.pass_time(seconds=20)
        await story.say(person, words)
    await story.say(COORDINATOR, "Đang kiểm tra")
    answers = [one for one in buttons_of(story.last(COORDINATOR)) if one.startswith("✉️")]
    assert len(answers) == 2
    await story.press(COORDINATOR, answers[0])

    assert [one.state for one in await questions(story)] == [
        QuestionState.OPEN,
        QuestionState.OPEN,
        QuestionState.ANSWERED,
    ]


async def test_a_coordinators_words_during_an_incident_can_be_sent_to_all(story: Story) -> None:
    await declared(story)
    await story.say(COORDINATOR, "Đường tỉnh 416 đã thông")
    asked = story.last(COORDINATOR)
    assert not any(one.startswith("✉️") for one in buttons_of(asked))

    await story.press(COORDINATOR, "📣 Nhắn các đơn vị SC-2026-0001")
    assert "Đường tỉnh 416 đã thông" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📨 Gửi")
    assert "Đường tỉnh 416 đã thông" in story.text(AN)


async def test_a_coordinators_photo_with_a_caption_is_carried_into_the_declaration(story: Story) -> None:
    await small_network(story)

    photos = [Upload(f"{name}.png", PIXEL, "image/png") for name in ("a", "b")]
    await story.world.upload_album(COORDINATOR, photos, caption="Cháy trạm BTS")
    await story.settle()
    assert story.arrived(COORDINATOR) == [
        "Khai báo nội dung này?\n“Cháy trạm BTS”\n📎 Kèm các tệp vừa gửi\n"
        "⚠️ Trường hợp nguy hiểm đến tính mạng, đề nghị gọi ngay 113, 114 hoặc 115."
    ]

    await story.press(COORDINATOR, "🚨 Sự cố")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")

    await story.press(AN, "ℹ️ Xem chi tiết 📎")
    sent = [one for one in story.world.chat(AN).messages.values() if "photo" in one]
    assert len(sent) == 2


async def test_an_unknown_command_names_the_nearest_that_the_person_may_use(story: Story) -> None:
    await small_network(story)

    await story.say(COORDINATOR, "/sucoo Mất điện")
    assert story.text(COORDINATOR).startswith("Không có lệnh /sucoo. Có phải Anh/Chị cần /suco")
    await story.say(AN, "/sucoo Mất điện")
    assert "/suco –" not in story.text(AN)
    await story.say(AN, "/xyzxyz")
    assert story.text(AN).startswith("Không có lệnh /xyzxyz; chưa gửi gì tới ai. Gõ /trogiup để xem các lệnh")


@pytest.mark.parametrize("command", ["/suco", "/suco:", "/suco@san_sang_bot"])
async def test_what_a_member_would_declare_is_offered_to_be_reported(story: Story, command: str) -> None:
    await small_network(story)

    await story.say(AN, f"{command} Mất điện trạm BTS ở Ba Vì")
    await story.press(AN, "📨 Gửi")

    assert "“Mất điện trạm BTS ở Ba Vì”" in story.text(COORDINATOR)


async def test_a_long_text_is_kept_whole_and_shown_cut_and_its_signs_are_no_tags(story: Story) -> None:
    await declared(story)
    text = "<b>Trạm</b> & tuyến " + "mất liên lạc " * 200

    await story.say(AN, text)

    (question,) = await questions(story)
    assert question.text == text.strip()
    assert "“<b>Trạm</b> & tuyến mất" in story.text(COORDINATOR)
    assert " …”" in story.text(COORDINATOR)


async def test_who_coordinates_and_speaks_for_a_business_may_send_words_as_its_question(story: Story) -> None:
    await small_network(story)
    await appoint(story, AN, "Nguyễn Văn An")
    as_question = "❓ Gửi như một câu hỏi của đơn vị"
    await story.say(AN, "Cần mang gì?")
    assert as_question not in buttons_of(story.last(AN))

    await declare(story, "Mất điện tại Hoàn Kiếm")
    await story.say(COORDINATOR, "Cần mang gì?")
    assert as_question not in buttons_of(story.last(COORDINATOR))
    await story.say(AN, "Cần mang gì?")
    await story.press(AN, as_question)

    assert [(one.text, one.state) for one in await questions(story)] == [("Cần mang gì?", QuestionState.OPEN)]
    assert "✔ Đã chuyển tới cơ quan điều phối (SC-2026-0001): “Cần mang gì?”" in "\n".join(story.arrived(AN))
    assert "“Cần mang gì?”" in story.text(COORDINATOR)
