"""Voices, files without words and albums: each is called what it is, and asked about once."""

from bot.sandbox.state.files import Upload
from tests.scenarios.declaring import AN, PIXEL, declared, small_network
from tests.scenarios.tasking import LINE, TELECOM
from tests.story import COORDINATOR, Story, buttons_of, text_of


async def speak(story: Story, person: int) -> None:
    """Let a person send a voice message without words."""
    await story.world.upload(person, filename="a.ogg", content=b"OggS", mime="audio/ogg", kind="voice")
    await story.settle()


async def album(story: Story, person: int, caption: str = "") -> list[int]:
    """Let a person send two photos as an album; returns the messages."""
    photos = [Upload(f"{name}.png", PIXEL, "image/png") for name in ("a", "b")]
    messages = await story.world.upload_album(person, photos, caption=caption)
    await story.settle()
    return list(messages)


async def test_a_voice_is_called_one_on_both_sides(story: Story) -> None:
    await declared(story)
    story.look_away()

    await speak(story, AN)

    assert "“📎 tin thoại, không kèm chữ”" in story.text(AN)
    card = story.last_with(COORDINATOR, "📎 Nghe tin thoại")
    assert text_of(card).endswith("📎 Kèm tin thoại")
    await story.press(COORDINATOR, "📎 Nghe tin thoại", message=card)
    assert "voice" in story.last(COORDINATOR)


async def test_a_coordinators_voice_may_answer_what_waits_and_words_may_follow(story: Story) -> None:
    await declared(story)
    await story.say(AN, "Cần mang gì?")
    story.look_away()

    await speak(story, COORDINATOR)

    asked = story.last(COORDINATOR)
    assert text_of(asked).startswith("Tệp này để trả lời câu hỏi nào?")
    assert text_of(asked).endswith("📎 Kèm 1 tin thoại")
    assert buttons_of(asked)[0] == "✉️ Trả lời Viễn thông Sông Hồng"
    assert "🚨 Sự cố" not in buttons_of(asked)
    await story.press(COORDINATOR, "✉️ Trả lời Viễn thông Sông Hồng")
    await story.pass_time(seconds=20)
    assert "voice" in story.last(AN)


async def test_a_coordinators_album_without_words_is_asked_about_once_and_declared_with_words(story: Story) -> None:
    await small_network(story)
    story.look_away()

    await album(story, COORDINATOR)

    assert [text.partition(".")[0] for text in story.arrived(COORDINATOR)] == ["Đã nhận tệp, chưa gửi cho ai"]
    await story.say(COORDINATOR, "Mất kết nối tại Hoàn Kiếm")
    assert "🚨 Sự cố" in buttons_of(story.last(COORDINATOR))
    assert "📎 Kèm các tệp vừa gửi" in story.text(COORDINATOR)


async def test_a_voice_where_a_deadline_is_typed_is_kept_and_the_deadline_is_still_asked_for(story: Story) -> None:
    await declared(story)
    await story.press(COORDINATOR, "📌 Giao nhiệm vụ")
    await story.press(COORDINATOR, TELECOM)
    await story.say(COORDINATOR, LINE)
    await story.press(COORDINATOR, "⏰ Thời hạn")
    story.look_away()

    await speak(story, COORDINATOR)

    (told,) = story.arrived(COORDINATOR)
    assert told.startswith("📎 Đã kèm tệp vào nội dung. Bước này cần gõ chữ")


async def test_an_edit_of_one_caption_of_an_album_leaves_the_others(story: Story) -> None:
    await declared(story)
    messages = await album(story, AN, "Cột 14")
    await story.world.edit(AN, messages[1], "Cột 15")
    await story.settle()
    assert "“Cột 14 Cột 15”" in story.text(AN)

    await story.world.edit(AN, messages[0], "Cột 41")
    await story.settle()

    assert "“Cột 41 Cột 15”" in story.text(AN)
    assert "“Cột 41\nCột 15”" in text_of(story.last_with(COORDINATOR, "📎 Xem 2 tệp"))
