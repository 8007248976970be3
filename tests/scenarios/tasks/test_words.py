"""Words, photos and documents that go with a step: heard in any order, lost to no restart, refused when too many."""

import pytest

from bot.sandbox.state.files import Upload
from models.tasks import TaskState
from tests.enrolment import appoint
from tests.scenarios.declaring import AN, BINH, CHI, PIXEL, declared
from tests.scenarios.tasking import IT, TELECOM, card, given, the_task
from tests.story import COORDINATOR, SECOND_COORDINATOR, Story, buttons_of, text_of


async def asked_when_done(story: Story) -> None:
    """Let An be asked what goes with a task that is done."""
    await given(story)
    await story.press(AN, "✍️ Đã nhận việc")
    await story.press(AN, "✔ Hoàn thành")
    story.look_away()


async def cancel(story: Story) -> None:
    """Take the task back, with no reason."""
    await story.press(COORDINATOR, "🚫 Hủy nhiệm vụ")
    await story.press(COORDINATOR, "🚫 Hủy, không nêu lý do")
    story.look_away()


async def album(story: Story, person: int, count: int, caption: str = "") -> None:
    files = [Upload(f"anh-{number}.png", PIXEL, "image/png") for number in range(count)]
    await story.world.upload_album(person, files, caption=caption)
    await story.settle()


async def test_an_album_is_heard_whole_and_answered_once(story: Story) -> None:
    await asked_when_done(story)

    await album(story, AN, 3, caption="Ảnh trước và sau")
    (heard,) = story.arrived(AN)
    await story.press(AN, "✔ Xong")

    assert heard.endswith("💬 Ảnh trước và sau\n\n📎 Đã nhận tệp đính kèm")
    assert "💬 Ảnh trước và sau\n📎 3 tệp đính kèm" in text_of(card(story, COORDINATOR))


async def test_every_kind_of_proof_is_taken_and_opened_as_what_it_is(story: Story) -> None:
    await asked_when_done(story)
    film = Upload("thong-tuyen.mp4", b"film", "video/mp4")

    await story.world.upload_album(AN, [Upload("anh.png", PIXEL, "image/png"), film], caption="Đã thông tuyến")
    await story.world.upload(AN, filename="loi.ogg", content=b"loi", mime="audio/ogg", kind="voice")
    await story.world.upload(AN, filename="tron.mp4", content=b"tron", mime="video/mp4", kind="video_note")
    await story.world.upload(AN, filename="am.mp3", content=b"am", mime="audio/mpeg", kind="audio")
    await story.world.upload(AN, filename="dong.mp4", content=b"dong", mime="video/mp4", kind="animation")
    await story.world.share_place(AN, 21.3227, 105.402)
    await story.settle()
    assert story.text(AN).endswith("💬 Đã thông tuyến\n\n📎 7 tệp đính kèm")
    await story.press(AN, "✔ Xong")
    await story.pass_time(seconds=20)
    story.look_away()

    await story.press(COORDINATOR, "📎 Xem tệp đính kèm (7)", message=card(story, COORDINATOR))

    kinds = ("photo", "video", "voice", "video_note", "audio", "animation", "location")
    shown = [kind for message in story.chat(COORDINATOR) for kind in kinds if kind in message]
    assert shown == ["photo", "video", "voice", "video_note", "audio", "animation", "location"]
    place = next(message for message in story.chat(COORDINATOR) if "location" in message)
    assert place["location"] == {"latitude": 21.3227, "longitude": 105.402}
    captions = [text for text in story.arrived(COORDINATOR) if text]
    assert captions == ["NV-2026-0001 · Báo hoàn thành – Nguyễn Văn An, 09:00"] * 6


async def test_words_of_several_messages_stay_together(story: Story) -> None:
    await asked_when_done(story)

    await story.say(AN, "Đã nối tuyến 1")
    await story.say(AN, "Đã nối tuyến 2 <dự phòng>")
    await story.press(AN, "✔ Xong")

    assert "💬 Đã nối tuyến 1\nĐã nối tuyến 2 <dự phòng>" in text_of(card(story, BINH))


async def test_a_restart_in_the_middle_keeps_the_words_and_the_files(story: Story) -> None:
    await asked_when_done(story)
    await story.say(AN, "Đã nối tuyến 1")
    await story.world.upload(AN, filename="anh.png", content=PIXEL, mime="image/png", kind="photo")
    await story.settle()

    await story.restart()
    await story.say(AN, "/start")
    assert story.text(AN).endswith("💬 Đã nối tuyến 1\n\n📎 1 tệp đính kèm")
    await story.press(AN, "✔ Xong")

    assert "💬 Đã nối tuyến 1\n📎 1 tệp đính kèm" in text_of(card(story, COORDINATOR))


async def edited(story: Story, person: int, message_id: int, text: str) -> None:
    await story.world.edit(person, message_id, text)
    await story.settle()


async def test_an_edited_message_counts_in_the_place_of_what_it_was(story: Story) -> None:
    await asked_when_done(story)
    said = await story.world.say(AN, "Đã nối 2 sợi")
    await story.settle()
    await story.say(AN, "Còn thiếu máy hàn")

    await edited(story, AN, said, "Đã nối 12 sợi")
    assert "✏️ Đã ghi theo tin Anh/Chị vừa sửa." in story.text(AN)
    await story.press(AN, "✔ Xong")

    assert "💬 Đã nối 12 sợi\nCòn thiếu máy hàn" in text_of(card(story, COORDINATOR))


async def test_a_coordinator_edits_what_is_to_be_done_and_the_preview_follows(story: Story) -> None:
    await declared(story)
    await story.press(COORDINATOR, "📌 Giao nhiệm vụ")
    await story.press(COORDINATOR, TELECOM)
    said = await story.world.say(COORDINATOR, "Cần 2 sợi")
    await story.settle()
    await story.press(COORDINATOR, "📍 Địa điểm")
    await story.say(COORDINATOR, "Số 5 Lý Thái Tổ")

    await edited(story, COORDINATOR, said, "Cần 12 sợi")
    preview = story.text(COORDINATOR)
    await story.press(COORDINATOR, "📨 Giao cho")

    assert preview.startswith("✏️ Đã ghi theo tin Anh/Chị vừa sửa.")
    assert "Cần 12 sợi" in story.text(AN)
    assert "Số 5 Lý Thái Tổ" in story.text(AN)


async def test_an_edit_after_the_dialogue_changes_nothing_and_says_so(story: Story) -> None:
    await asked_when_done(story)
    said = await story.world.say(AN, "Đã nối 2 sợi")
    await story.settle()
    await story.press(AN, "✔ Xong")

    await edited(story, AN, said, "Đã nối 12 sợi")

    assert "💬 Đã nối 2 sợi" in text_of(card(story, COORDINATOR))
    assert story.text(AN).startswith("✏️ Nội dung về NV-2026-0001 đã gửi nên giữ nguyên")


async def test_an_eleventh_photo_is_refused_and_the_ten_stay(story: Story) -> None:
    await asked_when_done(story)
    await album(story, AN, 10)

    await story.world.upload(AN, filename="anh.png", content=PIXEL, mime="image/png", kind="photo")
    await story.settle()
    assert story.text(AN) == "Mỗi lần gửi tối đa 10 tệp (ảnh, video, tài liệu, tin thoại, vị trí)."
    await story.press(AN, "✔ Xong")

    assert "📎 10 tệp đính kèm" in text_of(card(story, COORDINATOR))


async def test_more_photos_than_come_at_once_are_offered(story: Story) -> None:
    await given(story)
    await story.press(AN, "✍️ Đã nhận việc")
    await story.press(AN, "⚠️ Vướng mắc")
    await album(story, AN, 8, caption="Mất điện")
    await story.press(AN, "✔ Xong")
    await story.press(AN, "✔ Hoàn thành")
    await album(story, AN, 5)
    await story.press(AN, "✔ Xong")
    await story.pass_time(seconds=20)
    story.look_away()

    await story.press(COORDINATOR, "📎 Xem tệp đính kèm (13)", message=card(story, COORDINATOR))
    first = story.arrived(COORDINATOR)
    assert first == [
        # The captions of two albums of five.
        *["NV-2026-0001 · Báo hoàn thành – Nguyễn Văn An, 09:00", "", "", "", ""],
        *["NV-2026-0001 · Báo vướng mắc – Nguyễn Văn An, 09:00", "", "", "", ""],
        "📎 NV-2026-0001 · Còn 3 tệp đính kèm.",
    ]
    await story.pass_time(seconds=20)
    await story.press(COORDINATOR, "📎 Xem tiếp")
    assert story.arrived(COORDINATOR) == ["NV-2026-0001 · Báo vướng mắc – Nguyễn Văn An, 09:00", "", ""]


async def test_what_is_neither_words_nor_a_photo_gets_a_word(story: Story) -> None:
    await asked_when_done(story)

    await story.world.share_contact(AN, of=story.person(301, "Đỗ Văn Em", phone="+84900000009"))
    await story.settle()

    assert story.text(AN).startswith("Đề nghị Anh/Chị gõ chữ, hoặc gửi ảnh, video, tài liệu, tin thoại, vị trí.")


async def test_words_beyond_three_hundred_characters_are_refused_and_the_first_ones_stay(story: Story) -> None:
    await asked_when_done(story)
    await story.say(AN, "Đã nối")

    await story.say(AN, "x" * 300)
    assert story.text(AN).startswith("Ghi chú tối đa 300 ký tự")
    await story.press(AN, "✔ Xong")

    assert "💬 Đã nối\n" in text_of(card(story, COORDINATOR))


@pytest.mark.parametrize("button", ["⛔ Từ chối", "✔ Hoàn thành"])
async def test_who_thinks_better_of_it_has_changed_nothing(story: Story, button: str) -> None:
    await given(story)
    if button != "⛔ Từ chối":
        await story.press(AN, "✍️ Đã nhận việc")
    before = (await the_task(story)).state

    await story.press(AN, button)
    await story.press(AN, "◀ Giữ nguyên")

    assert story.text(AN) == "Đã hủy. Không có gì được gửi đi."
    assert (await the_task(story)).state is before


async def test_a_colleague_who_was_faster_ends_the_question(story: Story) -> None:
    await asked_when_done(story)
    await story.press(BINH, "✔ Hoàn thành")
    await story.press(BINH, "✔ Xong")

    await story.press(AN, "✔ Xong")

    assert story.text(AN).startswith("Việc này đã được ghi nhận lúc 09:00, 20/11/2026 (Lê Thị Bình)")
    await story.say(AN, "Còn đây?")
    assert story.text(AN).startswith("✔ Đã chuyển tới cơ quan điều phối")


async def test_words_for_a_task_that_was_given_to_another_meanwhile_say_who_has_it(story: Story) -> None:
    await asked_when_done(story)
    await story.press(COORDINATOR, "🔁 Giao đơn vị khác")
    await story.press(COORDINATOR, IT)
    await story.press(COORDINATOR, "📨 Giao cho")

    await story.press(AN, "✔ Xong")

    (asked,) = [one for one in story.chat(AN) if text_of(one).startswith("NV-2026-0001 nay đã giao")]
    assert text_of(asked) == f"NV-2026-0001 nay đã giao cho {IT}; đơn vị của Anh/Chị không cần làm gì thêm."
    assert "✍️ Đã nhận việc" in buttons_of(story.last(CHI))


@pytest.mark.parametrize("step", ["✔ Hoàn thành", "⚠️ Vướng mắc"])
async def test_what_is_typed_after_a_task_is_over_reaches_the_coordinators(story: Story, step: str) -> None:
    await given(story)
    await story.press(AN, "✍️ Đã nhận việc")
    await story.press(AN, step)
    await cancel(story)

    await story.say(AN, "Tủ cáp đã khô, dây số 3 hỏng")

    over, taken = story.arrived(AN)
    assert "NV-2026-0001 đã hủy" in over
    assert taken.startswith("✔ Đã chuyển tới cơ quan điều phối")
    assert any("Tủ cáp đã khô, dây số 3 hỏng" in said for said in story.arrived(COORDINATOR))


async def test_a_reason_typed_after_a_task_is_over_reaches_the_coordinators(story: Story) -> None:
    await given(story)
    await story.press(AN, "⛔ Từ chối")
    await cancel(story)

    await story.say(AN, "Không đủ người")

    assert story.text(AN).startswith("✔ Đã chuyển tới cơ quan điều phối")
    assert any("Không đủ người" in said for said in story.arrived(COORDINATOR))


async def test_what_was_said_before_a_task_was_over_reaches_the_coordinators_with_its_photos(story: Story) -> None:
    await asked_when_done(story)
    await story.say(AN, "Đã nối xong tuyến 2")
    await album(story, AN, 2)
    await cancel(story)

    await story.press(AN, "✔ Xong")

    assert any(text_of(one).startswith("NV-2026-0001 đã hủy") for one in story.chat(AN))
    assert story.text(AN).startswith("✔ Đã chuyển tới cơ quan điều phối")
    asked = next(said for said in story.arrived(COORDINATOR) if "Đã nối xong tuyến 2" in said)
    assert asked.endswith("📎 Kèm 2 tệp")


async def test_what_goes_with_a_task_is_kept_though_its_incident_has_ended(story: Story) -> None:
    await asked_when_done(story)
    for button in ("🟢 Kết thúc", "✨", "🟢 Kết thúc và gửi"):
        await story.press(COORDINATOR, button)

    await story.say(AN, "Đã nối xong tuyến 2")
    await story.press(AN, "✔ Xong")

    assert (await the_task(story)).state is TaskState.DONE
    assert "💬 Đã nối xong tuyến 2" in text_of(card(story, COORDINATOR))


async def test_a_reason_for_an_earlier_time_declines_nothing_of_a_task_that_was_given_again(story: Story) -> None:
    await given(story)
    await story.press(AN, "⛔ Từ chối")
    for business in (IT, TELECOM):
        await story.press(COORDINATOR, "🔁 Giao đơn vị khác")
        await story.press(COORDINATOR, business)
        await story.press(COORDINATOR, "📨 Giao cho")

    await story.say(AN, "Không đủ người")

    assert (await the_task(story)).state is TaskState.ASSIGNED
    assert any(text_of(one).startswith("NV-2026-0001 đã được giao lại từ đầu") for one in story.chat(AN))
    await story.press(AN, "⛔ Từ chối")
    await story.say(AN, "Vẫn không đủ người")
    assert (await the_task(story)).state is TaskState.DECLINED


async def test_what_a_coordinator_missed_in_an_earlier_report_sends_no_later_one_back(story: Story) -> None:
    await asked_when_done(story)
    await story.press(AN, "✔ Xong")
    await appoint(story, SECOND_COORDINATOR, "Đoàn Thị Thu")
    await story.say(SECOND_COORDINATOR, "/start t-1")
    await story.press(SECOND_COORDINATOR, "↩ Trả lại")
    await story.press(COORDINATOR, "↩ Trả lại")
    await story.say(COORDINATOR, "Thiếu ảnh")
    for button in ("✍️ Đã nhận việc", "✔ Hoàn thành", "✔ Xong"):
        await story.press(AN, button)

    await story.say(SECOND_COORDINATOR, "Thiếu ảnh")

    assert (await the_task(story)).state is TaskState.DONE


async def test_the_end_button_tapped_twice_says_that_the_question_is_over(story: Story) -> None:
    await asked_when_done(story)
    question = story.last(AN)
    end = question["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await story.press(AN, "✔ Xong")

    said = await story.forge(AN, question, end)

    assert "Không có gì thay đổi" in said


async def test_a_forged_end_does_not_decline_without_a_reason(story: Story) -> None:
    await given(story)
    await story.press(AN, "⛔ Từ chối")
    question = story.last(AN)
    key = question["reply_markup"]["inline_keyboard"][0][0]["callback_data"].split(":")[1]

    await story.forge(AN, question, f"d:{key}:end:")

    assert (await the_task(story)).state is TaskState.ASSIGNED


async def test_a_forged_end_does_not_block_without_words(story: Story) -> None:
    await given(story)
    await story.press(AN, "✍️ Đã nhận việc")
    await story.press(AN, "⚠️ Vướng mắc")
    question = story.last(AN)
    key = question["reply_markup"]["inline_keyboard"][0][0]["callback_data"].split(":")[1]

    said = await story.forge(AN, question, f"d:{key}:end:")

    assert said == "Đề nghị Anh/Chị gõ nội dung trước."
    assert (await the_task(story)).state is TaskState.ACKNOWLEDGED
