"""Tasks: given in three taps and one line, taken up step by step, verified; everyone sees the same all along."""

from typing import Literal

from sqlmodel import select

from models.members import Member
from models.tasks import TaskState
from tests.enrolment import appoint
from tests.scenarios.declaring import AN, BINH, CHI, PIXEL, declared, small_network
from tests.scenarios.tasking import IT, LINE, TELECOM, all_tasks, card, cards, give, give_alone, given, the_task
from tests.story import COORDINATOR, SECOND_COORDINATOR, Story, buttons_of, data_of, text_of

PAPER = b"%PDF-1.4 bien ban"


async def test_after_a_task_is_given_the_tally_is_the_newest_message_again(story: Story) -> None:
    await given(story)

    newest = story.last(COORDINATOR)

    assert text_of(newest).startswith("🔴 SC-2026-0001")
    assert "📌 Nhiệm vụ (1)" in buttons_of(newest)
    with_buttons = [one for one in story.chat(COORDINATOR) if "📌 Nhiệm vụ (1)" in buttons_of(one)]
    assert len(with_buttons) == 1


async def test_after_a_task_is_taken_back_the_tally_is_the_newest_message_again(story: Story) -> None:
    await given(story)
    await story.press(COORDINATOR, "🚫 Hủy nhiệm vụ")
    assert "📌 Nhiệm vụ (1)" not in buttons_of(story.last(COORDINATOR))

    await story.say(COORDINATOR, "Đã có đội khác")

    assert text_of(story.last(COORDINATOR)).startswith("🔴 SC-2026-0001")
    assert "📌 Nhiệm vụ (1)" in buttons_of(story.last(COORDINATOR))


async def test_a_task_of_no_incident_brings_no_tally(story: Story) -> None:
    await declared(story)
    await give_alone(story, TELECOM, TELECOM)

    assert text_of(story.last(COORDINATOR)).startswith("🆕 NV-2026-0001")


async def test_from_an_incident_a_task_takes_three_taps_and_one_line(story: Story) -> None:
    await declared(story)
    await story.press(CHI, "🕐 30 phút")
    await story.pass_time(seconds=5)

    await story.press(COORDINATOR, "📌 Giao nhiệm vụ")
    assert buttons_of(story.last(COORDINATOR))[:2] == [f"1. {IT}", f"2. {TELECOM}"]
    listed = story.text(COORDINATOR)
    assert f"1. {IT}\nPhường Hoàn Kiếm · 🕐 đến lúc 09:30" in listed
    assert f"2. {TELECOM}\nPhường Hoàn Kiếm · ⏳ chưa trả lời" in listed
    await story.press(COORDINATOR, IT)
    await story.say(COORDINATOR, LINE)
    preview = story.text(COORDINATOR)
    story.look_away()
    said = await story.press(COORDINATOR, "📨 Giao cho")

    assert said == f"Đang giao NV-2026-0001 cho {IT}."
    (received,) = story.arrived(CHI)
    assert received in preview
    assert received == (
        "🆕 NV-2026-0001 · Chờ nhận việc\n"
        "SC-2026-0001 · Mất kết nối cáp quang tại Hoàn Kiếm\n\n"
        f"Đề nghị {IT}:\n{LINE}\n\n"
        "📍 Phường Hoàn Kiếm\n"
        "⏰ Trước 11:00, thứ sáu 20/11/2026 · Mức độ (mạng lưới): Nghiêm trọng\n"
        "👤 Người giao: Đoàn Thị Hạ, Sở Khoa học và Công nghệ\n\n"
        "Đề nghị Quý đơn vị bấm Đã nhận việc, hoặc từ chối kèm lý do. "
        "Thao tác được ghi nhận khi tin này đổi trạng thái.\n\n"
        "Giao nhiệm vụ – Đoàn Thị Hạ, 09:00"
    )
    assert buttons_of(story.last(CHI)) == ["✍️ Đã nhận việc", "⛔ Từ chối"]
    assert story.arrived(AN) == story.arrived(BINH) == []
    assert text_of(card(story, COORDINATOR)).startswith("🆕 NV-2026-0001 · Chờ nhận việc")


async def test_a_task_on_its_own_asks_for_business_and_severity(story: Story) -> None:
    await small_network(story)

    said = await give_alone(story, "hoa sen", IT, "Kiểm tra máy chủ")

    assert said == f"Đang giao NV-2026-0001 cho {IT}."
    received = story.text(CHI)
    assert "SC-" not in received
    assert "📍 Phường Hoàn Kiếm\n⏰ Trước 13:00, thứ sáu 20/11/2026 · Mức độ (mạng lưới): Trung bình" in received


async def test_a_business_is_found_by_its_tax_code_and_what_is_unknown_is_said(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/nhiemvu")
    await story.press(COORDINATOR, "➕ Giao nhiệm vụ")

    await story.say(COORDINATOR, "khong co <ai>")
    assert "Không có đơn vị nào đang tham gia khớp với “khong co <ai>”" in story.text(COORDINATOR)
    await story.say(COORDINATOR, await tax_code_of(story, TELECOM))
    assert "🔎 theo mã số thuế, số điện thoại hoặc lĩnh vực" in story.text(COORDINATOR)

    assert buttons_of(story.last(COORDINATOR))[0] == f"1. {TELECOM}"


async def tax_code_of(story: Story, business: str) -> str:
    async with story.database.reading() as session:
        return (await session.exec(select(Member.tax_code).where(Member.name == business))).one()


async def test_every_part_can_be_changed_in_the_preview(story: Story) -> None:
    await declared(story)
    await story.press(COORDINATOR, "📌 Giao nhiệm vụ")
    await story.press(COORDINATOR, TELECOM)
    await story.say(COORDINATOR, LINE)

    await story.press(COORDINATOR, "✏️ Việc")
    await story.say(COORDINATOR, "Mang máy phát điện")
    await story.press(COORDINATOR, "📍 Địa điểm")
    await story.say(COORDINATOR, "Số 5 Lý Thái Tổ")
    await story.press(COORDINATOR, "⏰ Thời hạn")
    await story.press(COORDINATOR, "Hôm nay 17:00")
    await story.press(COORDINATOR, "🏢 Đơn vị")
    await story.press(COORDINATOR, IT)
    await story.press(COORDINATOR, "📨 Giao cho")

    received = story.text(CHI)
    assert f"Đề nghị {IT}:\nMang máy phát điện" in received
    assert "📍 Số 5 Lý Thái Tổ\n⏰ Trước 17:00, thứ sáu 20/11/2026" in received


async def test_a_deadline_is_typed_or_tapped_and_one_that_is_over_is_refused(story: Story) -> None:
    await declared(story)
    await story.press(COORDINATOR, "📌 Giao nhiệm vụ")
    await story.press(COORDINATOR, TELECOM)
    await story.say(COORDINATOR, LINE)
    await story.press(COORDINATOR, "⏰ Thời hạn")

    await story.say(COORDINATOR, "8:00 20/11/2026")
    assert "đã qua" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "ngày mai 8h")
    assert "⏰ Trước 08:00, thứ bảy 21/11/2026" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "⏰ Thời hạn")
    await story.press(COORDINATOR, "30 phút")
    assert "⏰ Trước 09:30, thứ sáu 20/11/2026" in story.text(COORDINATOR)
    await story.pass_time(minutes=31)

    assert await story.press(COORDINATOR, "📨 Giao cho") == "Thời hạn đã qua. Đề nghị đặt lại thời hạn."
    assert await all_tasks(story) == []


async def test_what_is_asked_has_its_limits(story: Story) -> None:
    await declared(story)
    await story.press(COORDINATOR, "📌 Giao nhiệm vụ")
    await story.press(COORDINATOR, TELECOM)

    await story.say(COORDINATOR, "x" * 501)
    assert story.text(COORDINATOR) == "Việc cần làm phải từ 1 đến 500 ký tự; vừa gõ 501 ký tự."
    await story.say(COORDINATOR, "x" * 500)
    await story.press(COORDINATOR, "📍 Địa điểm")
    await story.say(COORDINATOR, "y" * 201)
    assert story.text(COORDINATOR) == "Địa điểm phải từ 1 đến 200 ký tự; vừa gõ 201 ký tự."


async def test_a_second_tap_on_the_send_button_says_the_code_and_gives_nothing(story: Story) -> None:
    await declared(story)
    await story.press(COORDINATOR, "📌 Giao nhiệm vụ")
    await story.press(COORDINATOR, TELECOM)
    await story.say(COORDINATOR, LINE)
    message = story.last(COORDINATOR)
    send = next(data for data in data_of(message) if data.startswith("tn:"))
    await story.press(COORDINATOR, "📨 Giao cho")
    story.look_away()

    said = await story.forge(COORDINATOR, message, send)

    assert said == "Nhiệm vụ này đã được giao với mã NV-2026-0001; không giao lần thứ hai."
    assert len(await all_tasks(story)) == 1
    assert story.arrived(AN) == []


async def test_a_restart_in_the_middle_loses_nothing_of_a_task_being_written(story: Story) -> None:
    await declared(story)
    await story.press(COORDINATOR, "📌 Giao nhiệm vụ")
    await story.press(COORDINATOR, TELECOM)
    await story.say(COORDINATOR, LINE)

    await story.restart()
    await story.say(COORDINATOR, "/start")
    await story.press(COORDINATOR, "📨 Giao cho")

    assert LINE in story.text(AN)


async def test_a_drills_task_says_so_on_its_first_line(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco")
    await story.press(COORDINATOR, "🧪 Diễn tập liên lạc")
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")

    await give(story)

    assert story.text(AN).startswith("🆕 DIỄN TẬP · NV-2026-0001 · Chờ nhận việc\nDT-2026-0001 · ")


async def test_each_step_is_one_tap_and_everyone_concerned_sees_it_with_its_time_and_person(story: Story) -> None:
    await given(story)

    for minutes, person, button, state, step in (
        (3, AN, "✍️ Đã nhận việc", "✍️ NV-2026-0001 · Đã nhận việc", "Nhận việc – Nguyễn Văn An, 09:03"),
        (2, BINH, "▶️ Bắt đầu", "▶️ NV-2026-0001 · Đang thực hiện", "Bắt đầu – Lê Thị Bình, 09:05"),
        (5, AN, "🦺 Đã có mặt", "🦺 NV-2026-0001 · Đã có mặt", "Có mặt – Nguyễn Văn An, 09:10"),
    ):
        await story.pass_time(minutes=minutes)
        said = await story.press(person, button, message=card(story, person))
        assert said.startswith("Đã ghi nhận NV-2026-0001: ")
        for reader in (AN, BINH, COORDINATOR):
            shown = text_of(card(story, reader))
            assert shown.startswith(state)
            assert step in shown
    assert buttons_of(card(story, AN)) == ["✔ Hoàn thành", "⚠️ Vướng mắc"]
    assert [story.arrived(one) for one in (AN, BINH, CHI, COORDINATOR)] == [[], [], [], []]
    assert "09:03 · Nhận việc (Nguyễn Văn An)\n09:05 · Bắt đầu (Lê Thị Bình)" in text_of(card(story, COORDINATOR))


async def test_the_same_tap_twice_changes_nothing_and_says_when_and_by_whom_it_was_recorded(story: Story) -> None:
    await given(story)
    before = card(story, BINH)
    acknowledge = data_of(before)[0]
    await story.press(AN, "✍️ Đã nhận việc")
    await story.pass_time(minutes=2)

    said = await story.forge(BINH, before, acknowledge)

    assert said.startswith("Việc này đã được ghi nhận lúc 09:00, 20/11/2026 (Nguyễn Văn An)")
    await story.press(AN, "▶️ Bắt đầu")
    assert (await story.forge(BINH, before, acknowledge)).startswith("Việc này đã được ghi nhận lúc 09:00")
    assert "Nhận việc – " not in text_of(card(story, AN))


async def test_a_declined_task_gives_its_reason_and_the_asker_hears_of_it_at_once(story: Story) -> None:
    await given(story)

    await story.press(AN, "⛔ Từ chối")
    await story.say(AN, "Cả hai đội đang ở Ba Vì")

    assert story.text(AN) == "⛔ Đã báo điều phối viên rằng Quý đơn vị từ chối NV-2026-0001."
    (alarm,) = story.arrived(COORDINATOR)
    assert alarm.startswith(f"⛔ NV-2026-0001 · {TELECOM} từ chối.")
    assert "💬 Cả hai đội đang ở Ba Vì" in alarm
    assert text_of(card(story, BINH)).startswith("⛔ NV-2026-0001 · Đã từ chối")
    assert buttons_of(card(story, BINH)) == []


async def test_blocked_says_what_is_missing_and_the_coordinator_answers(story: Story) -> None:
    await given(story)
    await story.press(AN, "✍️ Đã nhận việc")

    await story.press(AN, "⚠️ Vướng mắc")
    assert "✔ Xong" not in buttons_of(story.last(AN))
    await story.say(AN, "Thiếu máy hàn")
    await story.press(AN, "✔ Xong")
    (alarm,) = story.arrived(COORDINATOR)
    assert alarm.startswith(f"⚠️ NV-2026-0001 · {TELECOM} gặp vướng mắc.")
    assert "💬 Thiếu máy hàn" in alarm
    story.look_away()
    await story.press(COORDINATOR, "↩ Trả lại")
    await story.say(COORDINATOR, "Máy hàn đến lúc 10:00, đề nghị chờ")

    for colleague in (AN, BINH):
        (again,) = story.arrived(colleague)
        assert again.startswith("↩ Điều phối viên đề nghị Quý đơn vị làm tiếp nhiệm vụ này.")
        assert "💬 Máy hàn đến lúc 10:00, đề nghị chờ" in again
    assert (await the_task(story)).state is TaskState.ASSIGNED


async def test_who_is_blocked_goes_on_in_one_tap(story: Story) -> None:
    await given(story)
    await story.press(AN, "✍️ Đã nhận việc")
    await story.press(AN, "⚠️ Vướng mắc")
    await story.say(AN, "Mất điện")
    await story.press(AN, "✔ Xong")

    await story.press(BINH, "▶️ Làm tiếp")

    assert text_of(card(story, COORDINATOR)).startswith("▶️ NV-2026-0001 · Đang thực hiện")


async def test_done_takes_a_note_a_photo_and_a_document_which_the_coordinator_opens(story: Story) -> None:
    await given(story)
    await story.press(AN, "✍️ Đã nhận việc")

    await story.press(AN, "✔ Hoàn thành")
    await send_file(story, AN, "hien-truong.png", kind="photo")
    await send_file(story, AN, "bien-ban.pdf", caption="Đã nối xong lúc 9:30")
    assert story.text(AN).endswith("💬 Đã nối xong lúc 9:30\n\n📎 2 tệp đính kèm")
    await story.press(AN, "✔ Xong")

    (alarm,) = story.arrived(COORDINATOR)
    assert alarm.startswith(f"✔ NV-2026-0001 · {TELECOM} báo hoàn thành.")
    assert "💬 Đã nối xong lúc 9:30\n📎 2 tệp đính kèm" in alarm
    await story.press(COORDINATOR, "📎 Xem tệp đính kèm (2)")
    photo, document = story.chat(COORDINATOR)[-2:]
    assert "photo" in photo
    assert document["document"]["file_name"] == "bien-ban.pdf"
    assert text_of(photo) == text_of(document) == "NV-2026-0001 · Báo hoàn thành – Nguyễn Văn An, 09:00"


async def send_file(
    story: Story, person: int, name: str, *, kind: Literal["photo", "document"] = "document", caption: str = ""
) -> None:
    mime, content = ("image/png", PIXEL) if kind == "photo" else ("application/pdf", PAPER)
    await story.world.upload(person, filename=name, content=content, mime=mime, kind=kind, caption=caption)
    await story.settle()


async def test_done_needs_no_words_at_all(story: Story) -> None:
    await given(story)
    await story.press(AN, "✍️ Đã nhận việc")

    await story.press(AN, "✔ Hoàn thành")
    await story.press(AN, "✔ Xong")

    assert (await the_task(story)).state is TaskState.DONE


async def test_the_coordinator_is_asked_once_and_verifies_and_the_task_is_over(story: Story) -> None:
    await given(story)
    await finish(story)

    await story.press(COORDINATOR, "🏁 Xác nhận hoàn thành")
    assert (await the_task(story)).state is TaskState.DONE
    assert story.text(COORDINATOR).startswith(f"🏁 NV-2026-0001 · Xác nhận {TELECOM} đã hoàn thành?")
    said = await story.press(COORDINATOR, "🏁 Xác nhận")

    assert said == "Đã ghi nhận NV-2026-0001: Xác nhận hoàn thành. Xin cảm ơn."
    for shown in (card(story, AN), card(story, BINH), story.last(COORDINATOR)):
        assert text_of(shown).startswith("🏁 NV-2026-0001 · Đã hoàn thành")
        assert "Xác nhận hoàn thành – Đoàn Thị Hạ, 09:00" in text_of(shown)
    assert buttons_of(story.last(COORDINATOR)) == ["◀ Danh sách nhiệm vụ"]
    late = await story.forge(AN, card(story, AN), "ts:1:started")
    assert late.startswith("NV-2026-0001 đã được xác nhận hoàn thành (từ 09:00, 20/11/2026)")


async def finish(story: Story, person: int = AN) -> None:
    await story.press(person, "✍️ Đã nhận việc")
    await story.press(person, "✔ Hoàn thành")
    await story.press(person, "✔ Xong")


async def test_what_is_sent_back_late_asks_for_a_new_deadline(story: Story) -> None:
    await given(story)
    await finish(story)
    await story.pass_time(hours=3)
    story.look_away()

    await story.press(COORDINATOR, "↩ Trả lại")
    await story.say(COORDINATOR, "Còn một tuyến chưa thông")
    assert "Thời hạn cũ đã qua" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "1 giờ")

    (again,) = story.arrived(AN)
    assert "⏰ Trước 13:00, thứ sáu 20/11/2026" in again
    assert "💬 Còn một tuyến chưa thông" in again
    assert buttons_of(story.last(AN)) == ["✍️ Đã nhận việc", "⛔ Từ chối"]


async def test_a_task_passes_to_another_business_and_its_photos_stay(story: Story) -> None:
    await given(story)
    await story.press(AN, "✍️ Đã nhận việc")
    await story.press(AN, "⚠️ Vướng mắc")
    await send_file(story, AN, "hien-truong.png", kind="photo", caption="Không đủ người")
    await story.press(AN, "✔ Xong")
    story.look_away()

    await story.press(COORDINATOR, "🔁 Giao đơn vị khác", message=card(story, COORDINATOR))
    await story.press(COORDINATOR, IT)
    await story.press(COORDINATOR, "📨 Giao cho")

    (for_chi,) = story.arrived(CHI)
    assert for_chi.startswith("🆕 NV-2026-0001 · Chờ nhận việc")
    assert f"Đề nghị {IT}:\n{LINE}" in for_chi
    assert "Không đủ người" not in for_chi
    (for_an,) = story.arrived(AN)
    assert for_an.startswith("🔁 NV-2026-0001 · Đã giao đơn vị khác")
    assert text_of(card(story, BINH)).startswith("🔁 NV-2026-0001 · Đã giao đơn vị khác")
    assert buttons_of(card(story, BINH)) == []
    assert "📎 Xem tệp đính kèm (1)" in buttons_of(cards(story, COORDINATOR)[-1])
    said = await story.forge(AN, card(story, AN), "ts:1:started")
    assert said == f"NV-2026-0001 nay đã giao cho {IT}; đơn vị của Anh/Chị không cần làm gì thêm."
    await story.press(CHI, "✍️ Đã nhận việc")
    assert "Nhận việc – Phạm Quế Chi, 09:00" in text_of(cards(story, COORDINATOR)[-1])
    assert f"09:00 · Báo vướng mắc (Nguyễn Văn An, {TELECOM})" in text_of(cards(story, COORDINATOR)[-1])


async def test_the_business_that_has_a_task_is_not_given_it_again_unless_it_declined(story: Story) -> None:
    await given(story)
    await story.press(COORDINATOR, "🔁 Giao đơn vị khác")
    said = await story.press(COORDINATOR, TELECOM)
    assert said == f"{TELECOM} hiện đang được giao NV-2026-0001. Đề nghị chọn đơn vị khác."

    await story.press(AN, "⛔ Từ chối")
    await story.say(AN, "Chưa có xe")
    await story.press(COORDINATOR, TELECOM)
    story.look_away(AN)
    await story.press(COORDINATOR, "📨 Giao cho")

    assert len(story.arrived(AN)) == 1


async def test_a_cancelled_task_is_told_to_those_who_are_at_it(story: Story) -> None:
    await given(story)
    await story.press(AN, "✍️ Đã nhận việc")

    await story.press(COORDINATOR, "🚫 Hủy nhiệm vụ")
    await story.say(COORDINATOR, "Tuyến đã tự thông")

    assert "🚫 Đã hủy NV-2026-0001." in [text_of(one) for one in story.chat(COORDINATOR)]
    for colleague in (AN, BINH):
        (told,) = story.arrived(colleague)
        assert told.startswith("🚫 Nhiệm vụ này đã được hủy. Nếu đang thực hiện, đề nghị Quý đơn vị dừng lại.")
        assert "💬 Tuyến đã tự thông" in told
        assert text_of(card(story, colleague)).startswith("🚫 NV-2026-0001 · Đã hủy")


async def test_a_task_is_cancelled_without_a_reason_too(story: Story) -> None:
    await given(story)

    await story.press(COORDINATOR, "🚫 Hủy nhiệm vụ")
    await story.press(COORDINATOR, "🚫 Hủy, không nêu lý do")

    assert (await the_task(story)).state is TaskState.CANCELLED


async def test_when_the_incident_is_over_the_task_goes_on_and_says_so(story: Story) -> None:
    await given(story)
    await story.press(COORDINATOR, "🟢 Kết thúc")
    await story.press(COORDINATOR, "✨ Dùng tóm tắt gợi ý")
    await story.press(COORDINATOR, "🟢 Kết thúc và gửi")

    assert "Mất kết nối cáp quang tại Hoàn Kiếm (🟢 đã kết thúc)" in text_of(card(story, AN))
    await story.press(AN, "✍️ Đã nhận việc")

    assert text_of(card(story, COORDINATOR)).startswith("✍️ NV-2026-0001 · Đã nhận việc")


async def test_another_coordinator_opens_the_task_and_has_it_live_from_then_on(story: Story) -> None:
    await given(story)
    await appoint(story, SECOND_COORDINATOR, "Mạc Quang Thịnh")
    await story.say(SECOND_COORDINATOR, "/nhiemvu")
    await story.press(SECOND_COORDINATOR, "🆕 NV-2026-0001")

    await story.press(AN, "✍️ Đã nhận việc")

    assert story.text(SECOND_COORDINATOR).startswith("✍️ NV-2026-0001 · Đã nhận việc")
    await story.press(SECOND_COORDINATOR, "◀ Danh sách nhiệm vụ")
    await story.press(BINH, "▶️ Bắt đầu")
    assert story.text(SECOND_COORDINATOR).startswith("📌 Nhiệm vụ · Tất cả: 1")


async def test_a_task_that_a_coordinator_opened_again_below_is_the_only_live_one(story: Story) -> None:
    await given(story)
    await story.say(COORDINATOR, "/nhiemvu")
    await story.press(COORDINATOR, "🆕 NV-2026-0001")

    await story.press(AN, "✍️ Đã nhận việc")

    older, newest = [text_of(one) for one in story.chat(COORDINATOR) if "NV-2026-0001" in text_of(one)]
    assert older == "📌 NV-2026-0001 · Thẻ này đã chuyển xuống tin mới hơn ở dưới."
    assert newest.startswith("✍️ NV-2026-0001 · Đã nhận việc")


async def test_a_task_being_given_is_counted_in_the_tally_and_listed_behind_it(story: Story) -> None:
    await given(story)
    await story.pass_time(seconds=5)

    await story.press(COORDINATOR, "📌 Nhiệm vụ (1)")

    assert story.text(COORDINATOR) is not None
    listed = text_of(story.last_with(COORDINATOR, "◀ Bảng tổng hợp"))
    assert listed.startswith("📌 Nhiệm vụ · SC-2026-0001 · Tất cả: 1")
    assert f"🆕 NV-2026-0001 · SC-2026-0001 · trước 11:00\n{TELECOM}: {LINE}" in listed


async def test_the_story_reads_the_same_in_english(story: Story) -> None:
    await small_network(story)
    for person in (COORDINATOR, AN):
        await story.say(person, "/language")
        await story.press(person, "English")

    await story.say(COORDINATOR, "/tasks")
    await story.press(COORDINATOR, "➕ Give a task")
    await story.say(COORDINATOR, "song hong")
    await story.press(COORDINATOR, TELECOM)
    await story.say(COORDINATOR, "Send two splicing teams")
    await story.press(COORDINATOR, "Serious")
    await story.press(COORDINATOR, "📨 Give to")
    await story.press(AN, "✍️ Acknowledge")
    await story.press(AN, "✔ Done")
    await story.press(AN, "✔ That is all")
    await story.pass_time(seconds=10)

    assert text_of(card(story, AN)).startswith("✔ NV-2026-0001 · Done, to be verified")
    assert text_of(card(story, BINH)).startswith("✔ NV-2026-0001 · Chờ xác nhận hoàn thành")
    assert story.text(COORDINATOR).startswith(f"✔ NV-2026-0001 · {TELECOM} reports it as done.")


async def test_place_and_deadline_of_the_line_are_proposed_and_may_be_changed(story: Story) -> None:
    await declared(story)
    await story.press(COORDINATOR, "📌 Giao nhiệm vụ")
    await story.press(COORDINATOR, IT)

    await story.say(COORDINATOR, "Đem 2 máy phát tới trạm phường Ba Đình trước 15h30")
    assert "📍 trạm phường Ba Đình\n⏰ Trước 15:30, thứ sáu 20/11/2026" in story.text(COORDINATOR)

    await story.press(COORDINATOR, "⏰")
    await story.say(COORDINATOR, "16h")
    assert "📍 trạm phường Ba Đình\n⏰ Trước 16:00, thứ sáu 20/11/2026" in story.text(COORDINATOR)

    await story.press(COORDINATOR, "✏️ Việc")
    await story.say(COORDINATOR, "Khôi phục cáp trước 8h 20/11")
    assert "⚠️ Thời hạn trong nội dung (08:00" in story.text(COORDINATOR)
    assert "đã qua nên thời hạn là 16:00" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "✏️ Việc")
    await story.say(COORDINATOR, "Khôi phục cáp trước 17h 31/11")
    assert "⚠️ Lịch không có ngày 31/11 nên thời hạn là 16:00" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "⏰")
    await story.say(COORDINATOR, "17h")
    assert "⚠️" not in story.text(COORDINATOR)


async def test_of_a_task_without_incident_the_severity_is_still_asked_and_the_line_counts(story: Story) -> None:
    await declared(story)

    await give_alone(story, TELECOM, TELECOM, "Đem 2 máy phát tới phường Ba Đình trước 15h30")

    assert "📍 phường Ba Đình\n⏰ Trước 15:30, thứ sáu 20/11/2026" in text_of(card(story, COORDINATOR))
