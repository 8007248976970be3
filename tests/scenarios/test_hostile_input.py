"""People mistype, tap twice and meddle: every word and every tap gets a true answer, and nothing breaks."""

import pytest
from sqlmodel import select

from bot.sandbox.acts.writing import receive
from models.people import Person
from services.people import accounts
from tests.enrolment import appoint
from tests.scenarios.declaring import AN, PIXEL, declare, declared, small_network
from tests.scenes import scene
from tests.story import COORDINATOR, SECOND_COORDINATOR, Story, buttons_of, text_of

TOO_LARGE = "99999999999999999999"


@pytest.mark.parametrize("data", [f"a:{TOO_LARGE}:ready", f"i:{TOO_LARGE}", f"q:{TOO_LARGE}", "m:" + "x" * 100])
async def test_a_forged_number_that_no_row_can_have_is_answered(story: Story, data: str) -> None:
    await declared(story)

    said = await story.forge(AN, story.last(AN), data)

    assert said.startswith("Nút này không còn dùng được.")


async def test_a_forged_number_among_words_is_answered_too(story: Story) -> None:
    await small_network(story)
    for person in (AN, COORDINATOR):
        await story.say(person, "/menu")
    for person, data in ((COORDINATOR, f"xw:incident:{TOO_LARGE}:0"), (AN, f"pd:looks:{TOO_LARGE}")):
        said = await story.forge(person, story.last(person), data)

        assert said.startswith("Nút này không còn dùng được."), data


@pytest.mark.parametrize(
    ("field", "value"),
    [("capabilities", f"+{TOO_LARGE}"), ("until", TOO_LARGE), ("place", f"+{TOO_LARGE}"), ("sectors", "telecom")],
)
async def test_a_forged_value_of_a_declaration_changes_nothing(story: Story, field: str, value: str) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco Mất điện")
    message = story.last(COORDINATOR)
    key = message["reply_markup"]["inline_keyboard"][0][0]["callback_data"].split(":")[1]
    await story.forge(COORDINATOR, message, f"d:{key}:edit:{field}")

    said = await story.forge(COORDINATOR, message, f"d:{key}:set:{value}")

    assert "Không có gì thay đổi" in said


async def test_a_line_that_begins_below_the_command_is_heard_whole(story: Story) -> None:
    await small_network(story)

    await story.say(COORDINATOR, "/suco\nMất điện trạm phát sóng")

    assert story.text(COORDINATOR).startswith("Mất điện trạm phát sóng\n")


@pytest.mark.parametrize("begun", [False, True])
async def test_a_photo_with_the_command_under_it_is_declared_with_the_photo(story: Story, begun: bool) -> None:
    await small_network(story)
    if begun:
        await story.say(COORDINATOR, "/suco")

    await send_photo(story, "/suco Cháy trạm phát sóng")

    assert story.text(COORDINATOR).startswith("Cháy trạm phát sóng\n")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    assert "ℹ️ Xem chi tiết 📎" in story.text(COORDINATOR)


@pytest.mark.parametrize("words", ["/khongco", "/suco@bot_khac Mất điện"])
async def test_a_command_that_nobody_knows_becomes_no_title(story: Story, words: str) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco")

    await story.say(COORDINATOR, words)

    assert "gõ chữ" in story.text(COORDINATOR)
    assert "🔌 Đứt cáp quang" in buttons_of(story.last(COORDINATOR))


async def test_a_photo_without_words_is_kept_and_the_words_are_asked_for(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco")

    await send_photo(story, "")

    assert story.text(COORDINATOR).startswith("📎 Kèm 1 ảnh\n\n🚨 Khai báo\nGõ một dòng")
    await story.say(COORDINATOR, "Cháy trạm")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    assert "ℹ️ Xem chi tiết 📎" in story.text(COORDINATOR)


async def test_words_under_the_preview_are_answered_with_the_way_on(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco Mất điện")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")

    await story.say(COORDINATOR, "gửi đi")

    assert "chọn bằng nút" in story.text(COORDINATOR)
    assert story.last_with(COORDINATOR, "📨 Gửi tới") == story.last(COORDINATOR)


@pytest.mark.parametrize("words", ["a" * 4096, "hoan kiem, " * 370])
async def test_a_place_of_four_thousand_characters_is_answered_briefly(story: Story, words: str) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco Mất điện")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "✏️ Sửa")
    await story.press(COORDINATOR, "Địa bàn")
    story.look_away()

    await story.say(COORDINATOR, words)

    (answer,) = story.arrived(COORDINATOR)
    assert words[:9] in answer


async def test_who_pins_the_card_is_not_answered(story: Story) -> None:
    await declared(story)
    story.look_away()

    receive(story.world, story.world.people.get(AN), story.world.chat(AN), {"pinned_message": {**story.last(AN)}})
    await story.settle()

    assert story.arrived(AN) == []


async def test_the_question_whether_to_send_is_tapped_for_twice(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco Mất điện")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    message = story.last(COORDINATOR)

    await story.world.press(COORDINATOR, message["message_id"], "📨 Gửi tới")
    said = await story.press(COORDINATOR, "📨 Gửi tới", message=message)

    assert said.startswith("Nút này thuộc bước đã qua.")
    assert "🚨 Xác nhận gửi" in buttons_of(story.last(COORDINATOR))


async def send_photo(story: Story, caption: str) -> None:
    await story.world.upload(
        COORDINATOR, filename="anh.png", content=PIXEL, mime="image/png", kind="photo", caption=caption
    )
    await story.settle()


async def test_the_way_on_is_tapped_twice_and_leads_one_step_on(story: Story) -> None:
    await offering(story)
    message = story.last(AN)

    await story.world.press(AN, message["message_id"], "Bỏ qua")
    said = await story.press(AN, "Bỏ qua", message=message)

    assert said.startswith("Nút này thuộc bước đã qua.")
    assert "ghi chú gì" in story.text(AN)


async def test_the_way_back_is_tapped_twice_and_leads_one_step_back(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco Mất điện")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "✏️ Sửa")
    await story.press(COORDINATOR, "Tiêu đề")
    message = story.last(COORDINATOR)

    await story.world.press(COORDINATOR, message["message_id"], "◀ Quay lại")
    await story.press(COORDINATOR, "◀ Quay lại", message=message)

    assert "▶️ Xem trước" in buttons_of(story.last(COORDINATOR))


async def test_a_number_of_people_may_be_written_with_a_word(story: Story) -> None:
    await offering(story)

    await story.say(AN, "5 người")

    assert "Nhân lực: 5 người" in text_of(story.last_with(AN, "✔ ✅ Sẵn sàng"))


@pytest.mark.parametrize("words", ["nhiều", "0", "501", "-5", "9" * 400])
async def test_what_is_no_number_of_people_gets_a_word(story: Story, words: str) -> None:
    await offering(story)

    await story.say(AN, words)

    assert "một số từ 1 đến 500" in story.text(AN)


async def test_an_offer_that_is_broken_off_says_what_stays(story: Story) -> None:
    await offering(story)
    await story.say(AN, "12")

    await story.press(AN, "✖ Hủy")

    assert "được giữ nguyên" in story.text(AN)
    assert "Nhân lực: 12 người" in text_of(story.last_with(AN, "✔ ✅ Sẵn sàng"))


async def test_an_offer_of_nothing_is_not_said_to_be_added(story: Story) -> None:
    await offering(story)

    await story.press(AN, "Bỏ qua")
    await story.press(AN, "Hoàn tất")

    assert story.text(AN).startswith("Chưa bổ sung gì")


async def test_an_offer_in_the_middle_of_registering_says_that_it_was_dropped(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    await story.say(AN, "/dangky")

    await story.press(AN, "➕ Người, phương tiện, ghi chú")

    assert "đang làm dở trước đó đã được hủy" in story.text(AN)


async def test_an_offer_is_over_when_the_incident_is(story: Story) -> None:
    await offering(story)
    await story.press(COORDINATOR, "🟢 Kết thúc")
    await story.press(COORDINATOR, "✨")
    await story.press(COORDINATOR, "🟢 Kết thúc và gửi")

    await story.say(AN, "12")
    assert any("đã kết thúc lúc" in text for text in story.arrived(AN)[-2:])
    await story.say(AN, "Cảm ơn")
    assert story.text(AN) == (
        "Nội dung này về việc nào?\n“Cảm ơn”\nNếu không chọn, sau 2 phút nội dung tự được chuyển tới cơ quan điều phối."
    )


async def test_who_coordinates_no_more_loses_the_dialogue_too(story: Story) -> None:
    await small_network(story)
    await appoint(story, SECOND_COORDINATOR, "Mạc Quang Thịnh")
    await story.say(SECOND_COORDINATOR, "/suco Việc chưa công bố")
    async with story.database.writing() as session:
        query = select(Person).where(Person.telegram_id == SECOND_COORDINATOR)
        person = (await session.exec(query)).one()
        await accounts.assign_role(session, person=person, role=None, by=None, now=story.clock.now())
    story.look_away()

    await story.say(SECOND_COORDINATOR, "/start")

    (greeting,) = story.arrived(SECOND_COORDINATOR)
    assert "Việc chưa công bố" not in greeting
    await story.say(SECOND_COORDINATOR, "Chào")
    assert buttons_of(story.last(SECOND_COORDINATOR)) == ["📨 Gửi", "Không gửi", "☰ Menu"]


@scene
async def offering(story: Story) -> None:
    """Let An answer, and begin to say what comes with it."""
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    await story.press(AN, "➕ Người, phương tiện, ghi chú")


async def test_two_coordinators_end_an_incident_at_once_and_one_all_clear_goes_out(story: Story) -> None:
    await small_network(story)
    await appoint(story, SECOND_COORDINATOR, "Mạc Quang Thịnh")
    story.look_away()
    await declare(story)
    for coordinator in (COORDINATOR, SECOND_COORDINATOR):
        await story.press(coordinator, "🟢 Kết thúc")
        await story.press(coordinator, "✨")
    story.look_away()

    taps = [
        await story.world.press(one, story.last(one)["message_id"], "🟢 Kết thúc và gửi")
        for one in (COORDINATOR, SECOND_COORDINATOR)
    ]
    await story.settle()

    said = [(story.world.answer(tap) or {"text": None})["text"] for tap in taps]
    assert sum("đã kết thúc lúc" in words for words in said) == 1
    assert len(story.arrived(AN)) == 1


@pytest.mark.parametrize(("field", "choice"), [("Lĩnh vực", "Viễn thông"), ("Năng lực", "Đội ứng cứu cáp quang")])
async def test_a_choice_that_is_tapped_twice_stays_chosen(story: Story, field: str, choice: str) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco Mất điện")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "✏️ Sửa")
    await story.press(COORDINATOR, field)
    message = story.last(COORDINATOR)

    await story.world.press(COORDINATOR, message["message_id"], f"☐ {choice}")
    await story.press(COORDINATOR, f"☐ {choice}", message=message)

    assert f"☑ {choice}" in buttons_of(story.last(COORDINATOR))
