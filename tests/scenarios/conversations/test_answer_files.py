"""A coordinator's answer may be a photo, a voice, a document or a place: it reaches the asker under the question."""

from bot.sandbox.state.files import Upload
from tests.scenarios.declaring import AN, BINH, CHI, PIXEL, declared, small_network
from tests.scenarios.files import below, kinds_of, send_photo
from tests.scenarios.grouping import bind
from tests.scenes import scene
from tests.story import COORDINATOR, Story, buttons_of, text_of

ASKED = "Hố ga nào?"
HEAD = "Trả lời của cơ quan điều phối"


@scene
async def asked(story: Story) -> None:
    """Declare an incident, and let An ask something."""
    await declared(story)
    await story.say(AN, ASKED)
    story.look_away()


async def reply_with_photos(story: Story, *names: str, caption: str = "") -> None:
    """Reply to the newest question with an album."""
    question = story.last_with(COORDINATOR, "✉️ Trả lời")["message_id"]
    photos = [Upload(f"{name}.png", PIXEL + name.encode(), "image/png") for name in names]
    await story.world.upload_album(COORDINATOR, photos, caption=caption, reply_to=question)
    await story.settle()


async def test_a_photo_is_looked_at_sent_at_a_tap_and_stands_under_the_answer(story: Story) -> None:
    await asked(story)
    await story.press(COORDINATOR, "✉️ Trả lời")
    await send_photo(story, COORDINATOR, "Hố ga này")
    assert "“Hố ga này”\n\n📎 Kèm 1 ảnh" in story.text(COORDINATOR)
    assert story.arrived(AN) == []
    await story.press(COORDINATOR, "📨 Gửi")

    assert "câu trả lời tới Viễn thông Sông Hồng: “Hố ga này”\n📎 Kèm 1 ảnh" in text_of(story.chat(COORDINATOR)[-1])
    (photo,) = below(story, AN, HEAD)
    assert kinds_of([photo]) == ["photo"]
    assert photo["caption"] == "SC-2026-0001"
    assert "Hố ga này\n\n📎 Kèm 1 ảnh, ngay bên dưới" in photo["reply_to_message"]["text"]
    assert [text for text in story.arrived(BINH) if HEAD in text] == []


async def test_a_reply_with_an_album_is_one_answer_and_a_voice_needs_no_words(story: Story) -> None:
    await asked(story)
    await reply_with_photos(story, "a", "b")
    assert len(story.arrived(COORDINATOR)) == 1
    await story.world.upload(COORDINATOR, filename="a.ogg", content=b"OggS", mime="audio/ogg", kind="voice")
    await story.settle()
    assert "📎 Kèm 2 ảnh, 1 tin thoại" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📨 Gửi")

    assert kinds_of(below(story, AN, HEAD)) == ["photo", "photo", "voice"]
    card = story.last_with(COORDINATOR, "📎 Xem 3 tệp")
    assert "📎 tệp, không kèm chữ\n📎 Kèm 2 ảnh, 1 tin thoại" in text_of(card)
    await story.press(COORDINATOR, "📎 Xem 3 tệp")
    assert kinds_of(story.chat(COORDINATOR)[-3:]) == ["photo", "photo", "voice"]


async def test_the_group_in_which_it_was_asked_gets_the_files_too(story: Story) -> None:
    await small_network(story)
    group = await bind(story, CHI, "Nhóm Hoa Sen")
    story.world.chat(group).bot_is_admin = True
    await declared(story)
    await story.say(CHI, f"@{story.world.username} {ASKED}", group=group)
    await reply_with_photos(story, "a", "b", caption="Hố ga này")
    await story.press(COORDINATOR, "📨 Gửi")

    assert kinds_of(below(story, group, HEAD)) == ["photo", "photo"]
    assert kinds_of(below(story, CHI, HEAD)) == ["photo", "photo"]


async def test_an_update_to_all_and_who_asks_the_same_get_the_files_of_the_answer(story: Story) -> None:
    await asked(story)
    await story.say(CHI, ASKED)
    question = story.last_with(COORDINATOR, "✉️ Trả lời")
    await story.press(COORDINATOR, "✉️ Trả lời", message=question)
    await send_photo(story, COORDINATOR, "Hố ga này")
    await story.press(COORDINATOR, "📨 Gửi")
    await story.press(COORDINATOR, "🔁 Gửi cho 1 đơn vị hỏi tương tự")
    assert kinds_of(below(story, AN, HEAD)) == kinds_of(below(story, CHI, HEAD)) == ["photo"]

    await story.press(COORDINATOR, "📣 Gửi cho mọi đơn vị")
    assert "📎 Kèm 1 ảnh" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📨 Gửi tới 3 người")
    assert kinds_of(below(story, BINH, "Thông tin cập nhật")) == ["photo"]


async def test_what_was_under_way_is_named_where_a_reply_with_a_photo_takes_its_place(story: Story) -> None:
    await asked(story)
    await story.press(COORDINATOR, "📌 Giao nhiệm vụ")
    await reply_with_photos(story, "a", "b", caption="Hố ga này")

    assert "📨 Gửi" in buttons_of(story.last(COORDINATOR))
    assert "đang điền dở được giữ lại" in story.text(COORDINATOR).partition("📎")[2]
