"""What comes with an answer may be seen rather than read: photos, files and places beside the note."""

from bot.sandbox.state.files import Upload
from tests.scenarios.declaring import AN, PIXEL, declared
from tests.scenarios.files import edit, kinds_of, send_photo
from tests.story import COORDINATOR, Story, buttons_of, text_of


async def at_the_note(story: Story) -> None:
    """Answer, and go on to the note."""
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    await story.press(AN, "➕")
    await story.press(AN, "Bỏ qua")
    story.look_away()


async def business_page(story: Story) -> str:
    """Open the page of An's business behind the tally."""
    await story.press(COORDINATOR, "📋 Danh sách")
    await story.press(COORDINATOR, "Sẵn sàng")
    await story.press(COORDINATOR, "1")
    return story.text(COORDINATOR)


async def test_an_album_with_words_is_the_note_and_the_coordinator_opens_it(story: Story) -> None:
    await at_the_note(story)
    photos = [Upload(f"{name}.png", PIXEL + name.encode(), "image/png") for name in ("a", "b", "c")]
    await story.world.upload_album(AN, photos, caption="Xe cẩu ở cổng")
    await story.settle()
    assert len(story.arrived(AN)) == 1
    assert "📎 Kèm các tệp vừa gửi" in story.text(AN)
    await story.press(AN, "Hoàn tất")
    assert story.text(AN).startswith("✔ Đã bổ sung vào câu trả lời")

    assert "Xe cẩu ở cổng\n📎 Kèm 3 tệp" in await business_page(story)
    await story.press(COORDINATOR, "📎 Xem 3 tệp kèm theo")
    files = story.chat(COORDINATOR)[-3:]
    assert kinds_of(files) == ["photo", "photo", "photo"]
    assert text_of(files[0]) == "SC-2026-0001 · Viễn thông Sông Hồng"


async def test_a_file_is_kept_though_the_person_stops_there_and_an_edited_caption_counts(story: Story) -> None:
    await at_the_note(story)
    message_id = await send_photo(story, AN, "2 sợi")
    await edit(story, AN, message_id, "12 sợi")
    await story.say(AN, "/huy")

    page = await business_page(story)
    assert "12 sợi\n📎 Kèm 1 tệp" in page
    assert "📎 Xem 1 tệp kèm theo" in buttons_of(story.last_with(COORDINATOR, "📎 Xem 1 tệp kèm theo"))


async def test_a_file_in_the_place_of_a_number_gets_a_word(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    await story.press(AN, "➕")
    await send_photo(story, AN)

    assert "gõ chữ" in story.text(AN)
