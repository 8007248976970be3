"""Files come with the order of a task and with every word that is said of it; whoever gets the words gets them too."""

from bot.sandbox.state.files import Upload
from tests.scenarios.declaring import AN, BINH, CHI, PIXEL, declare, small_network
from tests.scenarios.files import below, edit, kinds_of, send_photo
from tests.scenarios.tasking import IT, TELECOM, bind_group, given
from tests.scenes import scene
from tests.story import COORDINATOR, Story, buttons_of, text_of

WHERE = "Nối tuyến cáp tại hố ga trong ảnh"


@scene
async def chosen(story: Story) -> None:
    """Declare an incident and choose An's business for a task."""
    await small_network(story)
    await declare(story)
    await story.press(COORDINATOR, "📌 Giao nhiệm vụ")
    await story.press(COORDINATOR, TELECOM)
    story.look_away()


async def test_an_order_under_a_photo_shows_it_before_it_is_given_and_brings_it_to_the_owners_people(
    story: Story,
) -> None:
    await chosen(story)
    await send_photo(story, COORDINATOR, WHERE)
    assert "📎 Kèm 1 ảnh" in story.text(COORDINATOR)
    assert "Bỏ tệp kèm" in buttons_of(story.last(COORDINATOR))
    await story.press(COORDINATOR, "📨 Giao cho")

    for person in (AN, BINH):
        (photo,) = below(story, person, WHERE)
        assert kinds_of([photo]) == ["photo"]
        assert photo["caption"] == "NV-2026-0001"
        assert "📎 1 tệp đính kèm" in photo["reply_to_message"]["text"]
    assert [text for text in story.arrived(CHI) if "NV-2026" in text] == []
    assert "📎 Xem tệp đính kèm (1)" in buttons_of(story.last_with(AN, "✍️ Đã nhận việc"))


async def test_an_album_and_a_place_make_one_order_and_the_businesses_group_gets_them(story: Story) -> None:
    await chosen(story)
    group = await bind_group(story, TELECOM, AN)
    photos = [Upload(f"{name}.png", PIXEL + name.encode(), "image/png") for name in ("a", "b")]
    await story.world.upload_album(COORDINATOR, photos, caption=WHERE)
    await story.settle()
    assert "📎 Kèm các tệp vừa gửi" in story.text(COORDINATOR)
    await story.world.share_place(COORDINATOR, 21.03, 105.85)
    await story.settle()
    assert "📎 Kèm 2 ảnh, 1 vị trí" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📨 Giao cho")

    assert kinds_of(below(story, group, WHERE)) == ["photo", "photo", "location"]
    assert kinds_of(below(story, AN, WHERE)) == ["photo", "photo", "location"]


async def test_a_photo_without_words_waits_for_them_and_may_be_left_out_again(story: Story) -> None:
    await chosen(story)
    await send_photo(story, COORDINATOR)
    assert story.text(COORDINATOR).startswith("📎 Đã nhận tệp. Đề nghị gõ thêm nội dung đi kèm.")
    await story.say(COORDINATOR, WHERE)
    await story.press(COORDINATOR, "Bỏ tệp kèm")
    assert "📎" not in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📨 Giao cho")

    assert below(story, AN, WHERE) == []


async def test_words_under_a_later_photo_are_added_to_the_order(story: Story) -> None:
    await chosen(story)
    await story.say(COORDINATOR, WHERE)
    await send_photo(story, COORDINATOR, "Vào từ cổng số 2")

    assert f"{WHERE}\nVào từ cổng số 2" in story.text(COORDINATOR)


async def test_who_gets_the_task_after_another_gets_the_files_of_the_order_too(story: Story) -> None:
    await chosen(story)
    await send_photo(story, COORDINATOR, WHERE)
    await story.press(COORDINATOR, "📨 Giao cho")
    await story.press(COORDINATOR, "🔁 Giao đơn vị khác")
    await story.press(COORDINATOR, IT)
    await story.press(COORDINATOR, "📨 Giao cho")

    assert kinds_of(below(story, CHI, WHERE)) == ["photo"]


async def test_a_reason_may_come_with_an_album_whole_and_the_coordinator_opens_it(story: Story) -> None:
    await given(story)
    await story.press(AN, "⛔ Từ chối")
    photos = [Upload(f"{name}.png", PIXEL + name.encode(), "image/png") for name in ("a", "b", "c")]
    await story.world.upload_album(AN, photos, caption="Xe hỏng, xem ảnh")
    await story.settle()
    assert story.text(AN).endswith("💬 Xe hỏng, xem ảnh\n\n📎 Đã nhận tệp đính kèm")
    await story.press(AN, "✔ Xong")

    assert "📎 3 tệp đính kèm" in text_of(story.last_with(COORDINATOR, "📎 Xem tệp đính kèm (3)"))
    await story.press(COORDINATOR, "📎 Xem tệp đính kèm (3)")
    assert kinds_of(story.chat(COORDINATOR)[-3:]) == ["photo", "photo", "photo"]


async def test_a_photo_alone_is_no_reason_yet(story: Story) -> None:
    await given(story)
    await story.press(AN, "⛔ Từ chối")
    await send_photo(story, AN)
    assert "✔ Xong" not in buttons_of(story.last(AN))
    await story.say(AN, "Xe hỏng")

    assert story.text(AN).startswith("⛔ Đã báo điều phối viên")
    assert "📎 1 tệp đính kèm" in text_of(story.last_with(COORDINATOR, "📎 Xem tệp đính kèm (1)"))


async def test_what_is_sent_back_and_what_is_cancelled_brings_its_files(story: Story) -> None:
    await given(story)
    await story.press(AN, "✍️ Đã nhận việc")
    await story.press(AN, "✔ Hoàn thành")
    await story.press(AN, "✔ Xong")
    await story.press(COORDINATOR, "↩ Trả lại")
    await send_photo(story, COORDINATOR, "Còn thiếu đoạn này")
    await story.press(COORDINATOR, "✔ Xong")
    assert kinds_of(below(story, AN, "Còn thiếu đoạn này")) == ["photo"]

    await story.press(COORDINATOR, "🚫 Hủy nhiệm vụ")
    await send_photo(story, COORDINATOR, name="b")
    await story.press(COORDINATOR, "🚫 Hủy nhiệm vụ", message=story.last(COORDINATOR))
    assert kinds_of(below(story, AN, "Nhiệm vụ này đã được hủy")) == ["photo"]


async def test_who_edits_an_order_or_a_word_that_was_sent_is_told_what_can_be_done(story: Story) -> None:
    await chosen(story)
    message_id = await send_photo(story, COORDINATOR, WHERE)
    await story.press(COORDINATOR, "📨 Giao cho")
    await edit(story, COORDINATOR, message_id, f"{WHERE}, cổng số 3")
    assert story.text(COORDINATOR).startswith("✏️ NV-2026-0001 đã giao nên giữ nguyên nội dung")
    assert buttons_of(story.last(COORDINATOR)) == ["📌 Mở nhiệm vụ"]
    assert "cổng số 3" not in story.text(AN)

    await story.press(AN, "⛔ Từ chối")
    message_id = await story.world.say(AN, "Thiếu 2 sợi")
    await story.settle()
    await edit(story, AN, message_id, "Thiếu 12 sợi")
    assert "chưa đến điều phối viên" in story.text(AN)
    await story.say(AN, "Thiếu 12 sợi")
    assert "“Thiếu 12 sợi”" in story.text(COORDINATOR)


async def test_an_edited_text_that_resembles_nothing_sent_is_of_no_task(story: Story) -> None:
    await chosen(story)
    message_id = await story.world.say(COORDINATOR, WHERE)
    await story.settle()
    await story.press(COORDINATOR, "📨 Giao cho")
    await edit(story, COORDINATOR, message_id, "Xin chào")
    assert "NV-2026-0001" not in story.text(COORDINATOR)


async def test_an_edit_of_the_first_words_of_an_order_leaves_those_that_came_with_a_later_photo(story: Story) -> None:
    await chosen(story)
    photos = [Upload(f"{name}.png", PIXEL + name.encode(), "image/png") for name in ("a", "b")]
    first, _ = await story.world.upload_album(COORDINATOR, photos, caption=WHERE)
    await story.settle()
    await send_photo(story, COORDINATOR, "Mang theo thang")
    assert f"{WHERE}\nMang theo thang" in story.text(COORDINATOR)

    await story.world.edit(COORDINATOR, first, "Nối tuyến cáp tại hố ga số 2")
    await story.settle()

    assert "Nối tuyến cáp tại hố ga số 2\nMang theo thang" in story.text(COORDINATOR)
    assert "hố ga trong ảnh" not in story.text(COORDINATOR)
