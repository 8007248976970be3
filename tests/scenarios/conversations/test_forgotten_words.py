"""Words that were taken back or erased stand on nobody's screen any more, as far as that is in our hands."""

import pytest

from bot.sandbox.state.files import Upload
from tests.enrolment import appoint
from tests.scenarios.declaring import AN, BINH, PIXEL, declared, small_network
from tests.story import COORDINATOR, Story, text_of

STRANGER, COLLEAGUE = 901, 301
WORDS = "Máy hàn của chúng tôi hỏng rồi"


def screens(story: Story, *people: int) -> str:
    """Give all that the bot has on some people's screens."""
    return "\n".join(text_of(message) for person in people for message in story.chat(person))


async def erase(story: Story) -> None:
    """Let An withdraw consent."""
    await story.say(AN, "/dulieu")
    await story.press(AN, "✋ Rút lại đồng ý")
    await story.press(AN, "✋ Rút lại đồng ý, xóa dữ liệu")
    await story.pass_time(seconds=5)


async def look_at_it_everywhere(story: Story) -> None:
    """Let coordinators and a colleague of the asker see the words in every way there is."""
    await story.press(COORDINATOR, "Giao cho đồng nghiệp")
    assert "Giao câu hỏi của Viễn thông Sông Hồng (SC-2026-0001) cho ai?" in screens(story, COORDINATOR)
    await story.press(COORDINATOR, "◀ Quay lại")
    await story.press(COORDINATOR, "✉️ Trả lời")
    assert story.text(COORDINATOR).startswith("Gõ câu trả lời cho Viễn thông Sông Hồng (SC-2026-0001).")
    await story.say(COORDINATOR, "/huy")
    for person in (COORDINATOR, BINH):
        await story.say(person, "/hoidap")
        assert WORDS in story.text(person)
    await story.say(COLLEAGUE, "/menu")
    await story.press(COLLEAGUE, "💬 Hỏi đáp")


@pytest.mark.parametrize("way", ["taken back", "erased"])
async def test_what_is_taken_back_or_erased_is_on_no_screen_of_others(story: Story, way: str) -> None:
    await declared(story)
    await appoint(story, COLLEAGUE, "Vũ Minh Khôi")
    await story.say(AN, WORDS)
    await look_at_it_everywhere(story)

    if way == "taken back":
        await story.press(AN, "↩ Rút lại")
        await story.pass_time(seconds=5)
    else:
        await erase(story)

    assert WORDS not in screens(story, COORDINATOR, COLLEAGUE, BINH)


async def test_what_was_opened_whole_and_what_is_quoted_in_a_conversation_is_erased_too(story: Story) -> None:
    await declared(story)
    await story.say(AN, WORDS)
    await story.press(COORDINATOR, "✉️ Trả lời")
    await story.say(COORDINATOR, "Đã rõ")
    await story.world.say(AN, "Xin máy khác", reply_to=story.last(AN)["message_id"])
    await story.settle()
    story.look_away()
    await story.press(COORDINATOR, "Xem toàn bộ")
    assert [WORDS in text for text in story.arrived(COORDINATOR)] == [True, False]

    await erase(story)

    assert WORDS not in screens(story, COORDINATOR)
    assert "Xin máy khác" not in screens(story, COORDINATOR)


async def test_what_a_stranger_wrote_is_gone_from_lists_after_a_month(story: Story) -> None:
    await small_network(story)
    story.person(STRANGER, "Đào Lạ")
    await story.say(STRANGER, WORDS)
    await story.press(STRANGER, "📨 Gửi")
    await story.say(COORDINATOR, "/hoidap")
    assert WORDS in story.text(COORDINATOR)

    await story.pass_time(days=31)
    await story.pass_time(seconds=5)

    assert WORDS not in screens(story, COORDINATOR)


async def send_photos(story: Story) -> None:
    """Let An ask with two photos."""
    photos = [Upload(f"{name}.png", PIXEL, "image/png") for name in ("a", "b")]
    await story.world.upload_album(AN, photos, caption=WORDS)
    await story.settle()


def photos_of(story: Story, person: int) -> int:
    """Count the photos that the bot has on a person's screen."""
    return sum("photo" in message for message in story.chat(person))


@pytest.mark.parametrize("way", ["taken back", "erased"])
async def test_copies_of_files_that_a_coordinator_opened_are_deleted_from_their_chat(story: Story, way: str) -> None:
    await declared(story)
    await send_photos(story)
    await story.press(COORDINATOR, "📎 Xem 2 tệp")
    assert photos_of(story, COORDINATOR) == 2

    if way == "taken back":
        await story.press(AN, "↩ Rút lại")
        await story.pass_time(seconds=5)
    else:
        await erase(story)

    assert photos_of(story, COORDINATOR) == 0


async def test_a_copy_that_is_too_old_to_be_deleted_stays_and_whoever_is_erased_is_told_so(story: Story) -> None:
    await declared(story)
    await send_photos(story)
    await story.press(COORDINATOR, "📎 Xem 2 tệp")
    await story.pass_time(hours=49)

    await erase(story)

    assert photos_of(story, COORDINATOR) == 2
    assert "Không thu hồi được tệp đã mở quá 48 giờ hoặc đã tải về" in story.text(AN)


async def test_the_words_of_an_erasure_name_the_updates_that_quote_a_question_and_are_not_taken_back(
    story: Story,
) -> None:
    await declared(story)
    await story.say(AN, WORDS)
    await story.press(COORDINATOR, "📣 Gửi cho mọi đơn vị")
    await story.say(COORDINATOR, "Sẽ có máy khác")
    await story.press(COORDINATOR, "📨 Gửi tới 3 người")
    await story.say(AN, "/dulieu")
    await story.press(AN, "✋ Rút lại đồng ý")
    quoting = "tin đã gửi cho các đơn vị có trích câu hỏi"
    assert f"{quoting} của Anh/Chị" in story.text(AN)

    await story.press(AN, "✋ Rút lại đồng ý, xóa dữ liệu")
    await story.pass_time(seconds=5)

    assert WORDS in screens(story, BINH)
    assert f"{quoting} đó" in story.text(AN)


async def test_an_update_that_waits_to_be_sent_quotes_no_words_that_were_erased_meanwhile(story: Story) -> None:
    await declared(story)
    await story.say(AN, WORDS)
    await story.press(COORDINATOR, "📣 Gửi cho mọi đơn vị")
    await story.say(COORDINATOR, "Sẽ có máy khác")
    assert WORDS in story.text(COORDINATOR)
    await erase(story)
    story.look_away()

    said = await story.press(COORDINATOR, "📨 Gửi tới")
    assert "không còn được trích" in said
    assert WORDS not in story.text(COORDINATOR)
    assert story.arrived(BINH) == []
    await story.press(COORDINATOR, "📨 Gửi tới")

    assert [WORDS in text for text in story.arrived(BINH) if "Sẽ có máy khác" in text] == [False]


async def test_an_update_that_is_opened_again_quotes_no_words_that_were_erased_meanwhile(story: Story) -> None:
    await declared(story)
    await story.say(AN, WORDS)
    await story.press(COORDINATOR, "📣 Gửi cho mọi đơn vị")
    await story.say(COORDINATOR, "Sẽ có máy khác")
    await erase(story)

    await story.press(COORDINATOR, "◀ Quay lại")
    await story.press(COORDINATOR, "◀ Quay lại")

    assert WORDS not in story.text(COORDINATOR)
    assert "Sẽ có máy khác" in story.text(COORDINATOR)
