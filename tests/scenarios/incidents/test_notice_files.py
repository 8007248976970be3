"""What coordinators say after the alert may come with files: they reach everyone the words reach, once, below them."""

from sqlmodel import col, select

from bot.sandbox.state.files import Upload
from models.attachments import KeptAttachment
from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from tests.scenarios.declaring import AN, BINH, CHI, PIXEL, declared
from tests.scenarios.files import below, edit, kinds_of, send_photo
from tests.scenarios.grouping import bind
from tests.story import COORDINATOR, Story, buttons_of, text_of

FLOODED = "Đường vào cổng số 2 bị ngập"


async def write_to_all(story: Story) -> None:
    """Begin an update to everybody."""
    await declared(story)
    await story.press(COORDINATOR, "✉️ Nhắn tin…")
    await story.press(COORDINATOR, "📣 Báo tin cho tất cả")
    story.look_away()


async def test_an_update_with_a_photo_shows_it_before_it_goes_and_brings_it_to_everyone_below_the_words(
    story: Story,
) -> None:
    await write_to_all(story)
    await send_photo(story, COORDINATOR, FLOODED)

    assert f"{FLOODED}\n\n📎 Kèm 1 ảnh" in story.text(COORDINATOR)
    assert buttons_of(story.last(COORDINATOR))[:2] == ["📨 Gửi tới 3 người", "Bỏ tệp kèm"]
    await story.press(COORDINATOR, "📨 Gửi tới 3 người")

    said = [text_of(message) for message in story.chat(COORDINATOR)]
    sending = "✔ Đang gửi thông tin cập nhật về SC-2026-0001 tới 3 người.\n📎 Kèm 1 ảnh\n"
    assert any(one.startswith(sending) for one in said)
    for person in (AN, BINH, CHI):
        (photo,) = below(story, person, FLOODED)
        assert kinds_of([photo]) == ["photo"]
        assert photo["caption"] == "SC-2026-0001"
        assert "📎 Kèm 1 ảnh, ngay bên dưới" in photo["reply_to_message"]["text"]

    await story.press(COORDINATOR, "↩ Thu lại", message=story.last_with(COORDINATOR, "↩ Thu lại"))
    assert any("📎 Tệp gửi kèm đã tới nơi thì không thu lại được." in text_of(one) for one in story.chat(COORDINATOR))


async def test_an_album_reaches_everyone_whole_and_what_is_no_album_comes_as_what_it_was(story: Story) -> None:
    await write_to_all(story)
    photos = [Upload(f"{name}.png", PIXEL + name.encode(), "image/png") for name in ("a", "b", "c")]
    await story.world.upload_album(COORDINATOR, photos, caption=FLOODED)
    await story.settle()
    assert len(story.arrived(COORDINATOR)) == 1
    assert "📎 Kèm các tệp vừa gửi" in story.text(COORDINATOR)

    await story.world.share_place(COORDINATOR, 21.03, 105.85)
    await story.settle()
    await story.world.upload(COORDINATOR, filename="a.ogg", content=b"OggS", mime="audio/ogg", kind="voice")
    await story.settle()
    assert f"{FLOODED}\n\n📎 Kèm 3 ảnh, 1 vị trí, 1 tin thoại" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📨 Gửi tới 3 người")

    assert kinds_of(below(story, CHI, FLOODED)) == ["photo", "photo", "photo", "location", "voice"]
    assert len({photo.get("media_group_id") for photo in below(story, CHI, FLOODED)[:3]}) == 1
    assert "media_group_id" in below(story, CHI, FLOODED)[0]


async def test_a_photo_alone_waits_for_its_words_and_may_be_left_out_again(story: Story) -> None:
    await write_to_all(story)
    await send_photo(story, COORDINATOR)
    assert story.text(COORDINATOR).startswith("📎 Đã nhận tệp. Đề nghị gõ thêm nội dung đi kèm.")

    await story.say(COORDINATOR, FLOODED)
    assert f"{FLOODED}\n\n📎 Kèm 1 ảnh" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "Bỏ tệp kèm")
    assert "📎" not in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📨 Gửi tới 3 người")

    assert below(story, AN, FLOODED) == []


async def test_the_caption_may_be_edited_until_it_is_sent_and_the_photo_stays_one(story: Story) -> None:
    await write_to_all(story)
    message_id = await send_photo(story, COORDINATOR, "Đường vào cổng số 1 bị ngập")
    await edit(story, COORDINATOR, message_id, FLOODED)
    await story.press(COORDINATOR, "📨 Gửi tới 3 người")

    assert kinds_of(below(story, AN, FLOODED)) == ["photo"]


async def test_the_all_clear_and_a_businesses_group_get_the_files_too(story: Story) -> None:
    await declared(story)
    group = await bind(story, CHI, "Nhóm Hoa Sen")
    await story.press(COORDINATOR, "🟢 Kết thúc")
    await send_photo(story, COORDINATOR, FLOODED)
    await story.press(COORDINATOR, "🟢 Kết thúc và gửi")

    assert kinds_of(below(story, group, FLOODED)) == ["photo"]
    assert kinds_of(below(story, AN, FLOODED)) == ["photo"]


async def test_a_file_whose_words_were_lost_on_the_way_is_not_sent_and_follows_when_they_are(story: Story) -> None:
    await write_to_all(story)
    await send_photo(story, COORDINATOR, FLOODED)
    story.world.block(CHI)
    await story.press(COORDINATOR, "📨 Gửi tới 3 người")
    assert [text for text in story.arrived(CHI) if FLOODED in text] == []

    story.world.unblock(CHI)
    await story.settle()
    assert kinds_of(below(story, CHI, FLOODED)) == ["photo"]
    assert await files_sent(story) == {DeliveryState.SENT: 3}


async def files_sent(story: Story) -> dict[DeliveryState, int]:
    """Count the messages that bring files, by what became of them."""
    async with story.database.reading() as session:
        query = (
            select(Delivery.state)
            .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
            .where(Broadcast.kind == BroadcastKind.FILES)
        )
        states = [DeliveryState(state) for state in (await session.exec(query)).all()]
    return {state: states.count(state) for state in states}


async def test_a_file_that_is_sent_beside_no_words_or_too_many_files_is_not_lost_silently(story: Story) -> None:
    await write_to_all(story)
    for number in range(11):
        await send_photo(story, COORDINATOR, name=str(number))
    assert "tối đa 10 tệp" in story.text(COORDINATOR)

    await story.say(COORDINATOR, FLOODED)
    assert "📎 Kèm 10 ảnh" in story.text(COORDINATOR)


async def test_the_details_list_what_came_with_each_word_and_show_it_again(story: Story) -> None:
    await write_to_all(story)
    await send_photo(story, COORDINATOR, FLOODED)
    await story.press(COORDINATOR, "📨 Gửi tới 3 người")
    story.look_away()

    await story.press(AN, "ℹ️ Xem chi tiết")
    details, photo = story.chat(AN)[-2:]
    assert f"{FLOODED}\n📎 Kèm 1 ảnh" in text_of(details)
    assert photo["caption"] == "SC-2026-0001 · 09:00"
    async with story.database.reading() as session:
        assert [one.subject for one in (await session.exec(select(KeptAttachment))).all()] == ["notice"]
