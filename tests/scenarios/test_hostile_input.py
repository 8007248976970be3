"""People mistype, tap twice and meddle: every word and every tap gets a true answer, and nothing breaks."""

import pytest

from bot.sandbox import acts
from tests.scenarios.test_incidents import AN, PIXEL, declare, small_network
from tests.story import COORDINATOR, Story, buttons_of

TOO_LARGE = "99999999999999999999"


@pytest.mark.parametrize("data", [f"a:{TOO_LARGE}:ready", f"i:{TOO_LARGE}", f"q:{TOO_LARGE}", "m:" + "x" * 100])
async def test_a_forged_number_that_no_row_can_have_is_answered(story: Story, data: str) -> None:
    await small_network(story)
    await declare(story)

    said = await story.forge(AN, story.last(AN), data)

    assert said.startswith("Nút này không còn dùng được.")


@pytest.mark.parametrize(("field", "value"), [("capabilities", TOO_LARGE), ("until", TOO_LARGE), ("place", TOO_LARGE)])
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
    await story.press(COORDINATOR, "🟠 Nghiêm trọng")
    assert "ℹ️ Xem chi tiết 📎" in buttons_of(story.last(COORDINATOR))


@pytest.mark.parametrize("words", ["/khongco", "/suco@bot_khac Mất điện"])
async def test_a_command_that_nobody_knows_becomes_no_title(story: Story, words: str) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco")

    await story.say(COORDINATOR, words)

    assert "gõ chữ" in story.text(COORDINATOR)
    assert "🔌 Đứt cáp quang" in buttons_of(story.last(COORDINATOR))


async def test_a_photo_where_words_are_expected_gets_a_word(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco")

    await send_photo(story, "")

    assert "gõ chữ" in story.text(COORDINATOR)


async def test_words_under_the_preview_are_answered_with_the_way_on(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco Mất điện")
    await story.press(COORDINATOR, "🟠 Nghiêm trọng")

    await story.say(COORDINATOR, "gửi đi")

    assert "chọn bằng nút" in story.text(COORDINATOR)
    assert story.last_with(COORDINATOR, "📨 Gửi tới") == story.last(COORDINATOR)


@pytest.mark.parametrize("place", ["a" * 4096, "hoan kiem, " * 370])
async def test_a_place_of_four_thousand_characters_is_answered_briefly(story: Story, place: str) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco Mất điện")
    await story.press(COORDINATOR, "🟠 Nghiêm trọng")
    await story.press(COORDINATOR, "✏️ Sửa")
    await story.press(COORDINATOR, "Địa bàn")
    story.look_away()

    await story.say(COORDINATOR, place)

    (answer,) = story.arrived(COORDINATOR)
    assert place[:9] in answer


async def test_who_pins_the_card_is_not_answered(story: Story) -> None:
    await small_network(story)
    await declare(story)
    story.look_away()

    acts.receive(story.world, story.world.people.get(AN), story.world.chat(AN), {"pinned_message": {**story.last(AN)}})
    await story.settle()

    assert story.arrived(AN) == []


async def test_the_question_whether_to_send_is_tapped_for_twice(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco Mất điện")
    await story.press(COORDINATOR, "🟠 Nghiêm trọng")
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
