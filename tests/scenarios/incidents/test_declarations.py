"""Declaring: a line or a template, field by field, a preview, and a send that happens once."""

from collections.abc import Sequence

import pytest

from bot.sandbox.state.files import Upload
from models.members import Sector
from services.places.communes import communes
from tests.enrolment import BA_VI, HOAN_KIEM, enrol
from tests.scenarios.declaring import AN, BINH, CHI, PIXEL, WHOLE, declared, small_network
from tests.scenarios.registering import second_coordinator
from tests.story import COORDINATOR, PROVINCE, SECOND_COORDINATOR, Story, buttons_of, data_behind

BA_DINH = "00004"


async def test_one_line_and_three_taps_alert_everyone_who_matches(story: Story) -> None:
    await small_network(story)

    await story.say(COORDINATOR, "/suco Mất kết nối cáp quang tại Hoàn Kiếm")
    await story.press(COORDINATOR, "🗺 Toàn thành phố")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    preview = story.text(COORDINATOR)
    assert "Gửi tới 2 đơn vị (3 người)?" in preview
    assert story.arrived(AN) == []
    await story.press(COORDINATOR, "📨 Gửi tới 2 đơn vị (3 người)")
    assert story.arrived(AN) == []
    said = await story.press(COORDINATOR, "🚨 Xác nhận gửi")

    assert said == "Đang gửi SC-2026-0001 tới 2 đơn vị (3 người)."
    for person in (AN, BINH, CHI):
        (card,) = story.arrived(person)
        assert card.startswith("🔴 SC-2026-0001 · Mất kết nối cáp quang tại Hoàn Kiếm\n")
        assert "Mức độ (mạng lưới): Nghiêm trọng" in card
        assert card in preview


@pytest.mark.parametrize(
    "typed", ["nghiêm trọng", "Nghiem trong", "3", "3️⃣ Nghiêm trọng", "mức 3", "Mức độ nghiêm trọng", "serious"]
)
async def test_how_grave_it_is_can_be_typed_and_nothing_of_the_line_is_lost(story: Story, typed: str) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco Mất kết nối cáp quang tại Hoàn Kiếm")
    await story.press(COORDINATOR, "🗺 Toàn thành phố")
    await story.say(COORDINATOR, typed)

    preview = story.text(COORDINATOR)
    assert "🔴 SC-2026-0001 · Mất kết nối cáp quang tại Hoàn Kiếm\n" in preview
    assert "Mức độ (mạng lưới): Nghiêm trọng" in preview


@pytest.mark.parametrize(("typed", "level"), [("1", "Thấp"), ("2", "Trung bình"), ("4", "Đặc biệt nghiêm trọng")])
async def test_a_number_is_the_one_on_the_button(story: Story, typed: str, level: str) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco Mất điện")
    await story.say(COORDINATOR, typed)
    assert f"Mức độ (mạng lưới): {level}" in story.text(COORDINATOR)


@pytest.mark.parametrize("typed", ["5", "không rõ", "hơi căng"])
async def test_few_words_that_are_no_level_are_no_other_line_either(story: Story, typed: str) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco Mất điện")
    await story.say(COORDINATOR, typed)
    assert "Mức độ nào?" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    assert "SC-2026-0001 · Mất điện\n" in story.text(COORDINATOR)


async def test_the_button_that_sends_is_pressed_twice_and_sends_once(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco Mất điện")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "📨 Gửi tới")
    message = story.last_with(COORDINATOR, "🚨 Xác nhận gửi")

    first = await story.world.press(COORDINATOR, message["message_id"], "🚨 Xác nhận gửi")
    second = await story.world.press(COORDINATOR, message["message_id"], "🚨 Xác nhận gửi")
    await story.settle()

    assert len(story.arrived(AN)) == 1
    assert "Đang gửi" in (story.world.answer(first) or {})["text"]
    assert "Đang gửi" not in (story.world.answer(second) or {})["text"]


async def test_a_drill_says_so_first_everywhere(story: Story) -> None:
    await small_network(story)

    await story.say(COORDINATOR, "/suco")
    await story.press(COORDINATOR, "🧪 Diễn tập liên lạc")
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")

    assert story.text(AN).startswith("🧪 DIỄN TẬP · DT-2026-0001 · ")
    assert story.text(COORDINATOR).startswith("🧪 DIỄN TẬP · DT-2026-0001 · ")


async def test_only_those_who_match_sector_and_place_are_called(story: Story) -> None:
    await small_network(story)
    await enrol(story, 204, "Đỗ Sơn", "Viễn thông Ba Vì", sectors=(Sector.TELECOM,), commune_code=BA_VI)
    story.look_away()

    await story.say(COORDINATOR, "/suco Đứt cáp")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "✏️ Sửa")
    await story.press(COORDINATOR, "Lĩnh vực")
    await story.press(COORDINATOR, "☐ Viễn thông")
    await story.press(COORDINATOR, "✔ Xong")
    await story.press(COORDINATOR, "Địa bàn")
    await story.say(COORDINATOR, "hoan kiem")
    await story.press(COORDINATOR, "☐ Phường Hoàn Kiếm")
    await story.press(COORDINATOR, "✔ Xong")
    await story.press(COORDINATOR, "▶️ Xem trước")
    assert "Gửi tới 1 đơn vị (2 người)?" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")

    assert counts(story, (AN, BINH, CHI, 204)) == [1, 1, 0, 0]


def rows_of(story: Story) -> list[list[str]]:
    rows = story.last(COORDINATOR)["reply_markup"]["inline_keyboard"]
    return [[button["text"] for button in row] for row in rows]


@pytest.mark.parametrize("language", ["Tiếng Việt", "English"])
async def test_the_first_step_is_seen_whole_with_its_templates_and_the_way_out(story: Story, language: str) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/ngonngu")
    await story.press(COORDINATOR, language)

    await story.say(COORDINATOR, "/suco")

    assert len(rows_of(story)) == 5
    assert sum(len(row) for row in rows_of(story)) == 11
    assert rows_of(story)[-1][-1].startswith("✖")


async def test_every_field_can_be_set_and_shows_on_the_card(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco")
    await story.press(COORDINATOR, "📝 Từng mục")
    for field, value in {
        "Tiêu đề": "Mất điện trạm phát sóng",
        "Nội dung": "Đề nghị hỗ trợ máy phát điện.",
        "Số lượng": "15",
        "Bắt đầu": "20h",
        "Thời hạn": "17:00",
    }.items():
        await story.press(COORDINATOR, field)
        await story.say(COORDINATOR, value)
    await story.press(COORDINATOR, "Dạng")
    await story.press(COORDINATOR, "Lỗi vận hành")
    await story.press(COORDINATOR, "Tệp kèm")
    await story.world.upload(COORDINATOR, filename="so-do.jpg", content=PIXEL, mime="image/png", kind="photo")
    await story.settle()
    await story.press(COORDINATOR, "▶️ Xem trước")
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")

    card = story.text(AN)
    assert "Mất điện trạm phát sóng" in card
    assert "Lỗi vận hành" in card
    assert "Cần: 15 người" in card
    assert "Bắt đầu: 20:00, thứ năm 19/11/2026" in card
    assert "Cần hỗ trợ đến: 17:00, thứ sáu 20/11/2026" in card
    await story.press(AN, "ℹ️ Xem chi tiết 📎")
    assert "photo" in story.last(AN)
    await story.pass_time(seconds=30)
    assert "trong đó 1 đã xem" in story.text(COORDINATOR)


async def test_what_a_line_says_of_machines_and_the_beginning_is_mended_as_such(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco Mất điện từ 7h30, cần 3 máy phát điện")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "✏️ Sửa")
    assert "Số lượng: 3 máy\nBắt đầu: 07:30, thứ sáu 20/11/2026" in story.text(COORDINATOR)
    assert len(story.last(COORDINATOR)["reply_markup"]["inline_keyboard"]) <= 5

    await story.press(COORDINATOR, "Số lượng")
    assert "Cần bao nhiêu máy?" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "5")
    await story.press(COORDINATOR, "Bắt đầu")
    await story.say(COORDINATOR, "ngày mai 8h")
    assert "Thời điểm bắt đầu phải đã qua" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "30 phút trước")
    assert "Số lượng: 5 máy\nBắt đầu: 08:30, thứ sáu 20/11/2026" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "Bắt đầu")
    await story.press(COORDINATOR, "1 giờ trước")
    assert "Bắt đầu: 08:00, thứ sáu 20/11/2026" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "Bắt đầu")
    await story.press(COORDINATOR, "Không đặt")
    assert "Bắt đầu: Không đặt" in story.text(COORDINATOR)


async def test_an_album_under_the_command_is_the_incidents_and_is_answered_once(story: Story) -> None:
    await small_network(story)
    story.look_away()

    await story.world.upload_album(
        COORDINATOR,
        [Upload("tram.png", PIXEL, "image/png"), Upload("tram.mp4", b"film", "video/mp4")],
        caption="/suco Đổ trạm phát sóng",
    )
    await story.settle()
    (asked,) = story.arrived(COORDINATOR)
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.world.upload(COORDINATOR, filename="a.ogg", content=b"loi", mime="audio/ogg", kind="voice")
    await story.settle()
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")

    assert "Đổ trạm phát sóng" in asked
    await story.press(AN, "ℹ️ Xem chi tiết 📎")
    photo, film, voice = story.chat(AN)[-3:]
    assert ("photo" in photo, film["video"]["file_name"], "voice" in voice) == (True, "tram.mp4", True)


async def test_a_restart_in_the_middle_of_declaring_loses_nothing(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco Mất kết nối")
    await story.restart()

    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.restart()
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")

    assert len(story.arrived(AN)) == 1


async def test_capabilities_are_chosen_over_several_pages(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco Lũ quét")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "✏️ Sửa")
    await story.press(COORDINATOR, "Năng lực")

    await story.press(COORDINATOR, "☐ Bộ đàm, liên lạc vô tuyến")
    await story.press(COORDINATOR, "›")
    await story.press(COORDINATOR, "☐ Máy phát điện")

    assert "Đã chọn: Bộ đàm, liên lạc vô tuyến, Máy phát điện" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "✔ Xong")
    assert "Năng lực: Bộ đàm, liên lạc vô tuyến, Máy phát điện" in story.text(COORDINATOR)


async def test_more_communes_than_a_screen_holds_mean_the_province(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco Lũ quét")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "✏️ Sửa")
    await story.press(COORDINATOR, "Địa bàn")
    words = []
    for commune in communes(PROVINCE)[:21]:
        await story.say(COORDINATOR, commune.name)
        words.append(await story.press(COORDINATOR, f"☐ {commune.name}"))

    assert words == [""] * 20 + [
        "Chọn được tối đa 20 xã, phường, đặc khu. Nếu cần rộng hơn, đề nghị chọn toàn thành phố."
    ]


def counts(story: Story, people: Sequence[int]) -> list[int]:
    return [len(story.arrived(person)) for person in people]


# What a line says


async def test_what_a_line_says_is_proposed_and_each_part_can_be_taken_back(story: Story) -> None:
    await small_network(story)
    await enrol(story, 204, "Đỗ Sơn", "Viễn thông Ba Vì", sectors=(Sector.TELECOM,), commune_code=BA_VI)
    story.look_away()

    await story.say(COORDINATOR, "/suco Đứt cáp ở xã Ba Vì từ 8h, cần 2 đội, đặc biệt nghiêm trọng")
    preview = story.text(COORDINATOR)
    assert "Bắt đầu: 08:00, thứ sáu 20/11/2026" in preview
    assert "Cần: 2 đội" in preview
    assert "Gửi tới 1 đơn vị (1 người)?" in preview
    assert [text for text in buttons_of(story.last(COORDINATOR)) if text.startswith("➖")] == [
        "➖ Địa bàn",
        "➖ Bắt đầu",
        "➖ Cần",
        "➖ Dạng",
        "➖ Mức độ",
    ]
    assert len(rows_of(story)) <= 5

    await story.press(COORDINATOR, "➖ Địa bàn")
    await story.press(COORDINATOR, "➖ Bắt đầu")
    preview = story.text(COORDINATOR)
    assert "Gửi tới 3 đơn vị (4 người)?" in preview
    assert "Bắt đầu" not in preview
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")

    assert "Cần: 2 đội" in story.text(AN)
    assert "Bắt đầu" not in story.text(AN)
    assert story.text(AN).startswith("🔴 SC-2026-0001 · Đứt cáp ở xã Ba Vì từ 8h, cần 2 đội, đặc biệt nghiêm trọng")


async def test_where_only_few_are_called_it_is_said_how_many_are_not(story: Story) -> None:
    await small_network(story)
    for number in range(9):
        await enrol(story, 210 + number, f"Đỗ Văn {number}", f"Công ty Sơn {number}", sectors=(Sector.IT,))
    await enrol(story, 204, "Đỗ Sơn", "Viễn thông Ba Vì", sectors=(Sector.TELECOM,), commune_code=BA_VI)
    await story.say(COORDINATOR, "/suco Đứt cáp quang liên tỉnh ở xã Ba Vì, nghiêm trọng")
    told = "Chỉ gọi đơn vị trên địa bàn Xã Ba Vì; 11 đơn vị khác không nhận."
    assert f"Gửi tới 1 đơn vị (1 người)?\n⚠️ {told}" in story.text(COORDINATOR)

    await story.press(COORDINATOR, "➖ Địa bàn")
    assert "khác không nhận" not in story.text(COORDINATOR)


async def test_a_place_that_is_not_certain_is_asked_for(story: Story) -> None:
    await small_network(story)
    await enrol(story, 204, "Đỗ Sơn", "Viễn thông Ba Vì", sectors=(Sector.TELECOM,), commune_code=BA_VI)
    story.look_away()

    await story.say(COORDINATOR, "/suco Đứt cáp tại Hoàn Kiếm")
    assert story.text(COORDINATOR) == "📍 “Hoàn Kiếm” trong dòng vừa gõ là nơi nào?"
    await story.press(COORDINATOR, "Phường Hoàn Kiếm")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    assert "Gửi tới 2 đơn vị (3 người)?" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "➖ Địa bàn: Phường Hoàn Kiếm")
    assert "Gửi tới 3 đơn vị (4 người)?" in story.text(COORDINATOR)


@pytest.mark.parametrize(
    "command",
    [
        "/suco:Cháy trạm",
        "/suco Cháy trạm",
        "/suco\nCháy trạm",
        "/suco - Cháy trạm",
        "/SUCO: Cháy trạm",
        "/suco@san_sang_bot Cháy trạm",
        "/suco@San_Sang_Bot: Cháy trạm",
    ],
)
async def test_no_word_after_the_command_is_lost(story: Story, command: str) -> None:
    await story.say(COORDINATOR, command)

    assert story.text(COORDINATOR).startswith("Cháy trạm\n")


# Where nobody matches


async def test_where_place_and_capability_leave_nobody_one_tap_takes_the_nearest_who_can(story: Story) -> None:
    await small_network(story)
    for number, name, commune in ((204, "Viễn thông Ba Đình", BA_DINH), (205, "Viễn thông Hoàn Kiếm", HOAN_KIEM)):
        await enrol(story, number, f"Người {number}", name, commune_code=commune, capabilities={1: 2})
    story.look_away()

    await story.say(COORDINATOR, "/suco Đứt cáp quang ở xã Ba Vì, cần 2 đội hàn cáp")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")

    assert "Chưa có đơn vị nào phù hợp với mọi điều kiện." in story.text(COORDINATOR)
    assert "Gần nhất: Viễn thông Ba Đình (" in story.text(COORDINATOR)
    buttons = buttons_of(story.last(COORDINATOR))
    assert buttons[:2] == ["📍 Thêm 2 đơn vị gần nhất", "Bỏ điều kiện nơi · 2 đơn vị"]
    await story.press(COORDINATOR, "📍 Thêm 2 đơn vị gần nhất")

    assert "Gửi tới 2 đơn vị (2 người)?\nGồm 2 đơn vị gần nhất ở nơi khác." in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")
    assert counts(story, (AN, 204, 205)) == [0, 1, 1]
    assert "Địa bàn: Xã Ba Vì\n" in story.text(204)


async def test_the_nearest_do_not_bring_in_others_of_their_commune(story: Story) -> None:
    await small_network(story)
    for number, name, commune in (
        (204, "Viễn thông Ba Đình", BA_DINH),
        (205, "Viễn thông Hoàn Kiếm", HOAN_KIEM),
        (206, "Bưu chính Ba Đình", BA_DINH),
        (207, "Cáp Ba Đình", BA_DINH),
    ):
        await enrol(story, number, f"Người {number}", name, commune_code=commune, capabilities={1: 2})
    story.look_away()

    await story.say(COORDINATOR, "/suco Đứt cáp quang ở xã Ba Vì, cần 2 đội hàn cáp")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "📍 Thêm 3 đơn vị gần nhất")

    assert "Gửi tới 3 đơn vị (3 người)?" in story.text(COORDINATOR)


async def test_a_wider_circle_leaves_place_and_need_on_the_card_as_they_are(story: Story) -> None:
    await small_network(story)
    await enrol(story, 204, "Người 204", "Viễn thông Ba Đình", commune_code=BA_DINH, capabilities={1: 2})
    story.look_away()

    await story.say(COORDINATOR, "/suco Đứt cáp quang ở xã Ba Vì, cần 2 đội hàn cáp")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "Bỏ điều kiện nơi")
    assert "Gọi cả các đơn vị ở nơi khác." in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")

    assert "Địa bàn: Xã Ba Vì\nCần: Đội ứng cứu cáp quang · 2 đội" in story.text(204)
    assert "📍 Xã Ba Vì · gọi 1 đơn vị" in story.text(COORDINATOR)


async def test_where_nobody_has_the_capability_that_condition_can_be_dropped(story: Story) -> None:
    await small_network(story)

    await story.say(COORDINATOR, "/suco Đứt cáp quang ở phường Hoàn Kiếm, cần 2 đội hàn cáp")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    assert buttons_of(story.last(COORDINATOR))[0] == "Bỏ điều kiện năng lực · 2 đơn vị"
    await story.press(COORDINATOR, "Bỏ điều kiện năng lực")

    assert "Gửi tới 2 đơn vị (3 người)?\nGọi cả các đơn vị chưa đăng ký năng lực này." in story.text(COORDINATOR)
    assert "Cần: Đội ứng cứu cáp quang · 2 đội" in story.text(COORDINATOR)


async def test_where_no_single_condition_helps_all_of_them_can_be_dropped_and_without_a_network_it_is_said(
    story: Story,
) -> None:
    line = "/suco Đứt cáp quang ở xã Ba Vì, cần 2 đội hàn cáp"
    await story.say(COORDINATOR, line)
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    assert "Mạng lưới hiện chưa có đơn vị nào nhận được cảnh báo." in story.text(COORDINATOR)

    await small_network(story)
    await story.say(COORDINATOR, line)
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    assert buttons_of(story.last(COORDINATOR))[0] == "Bỏ mọi điều kiện · 2 đơn vị"
    await story.press(COORDINATOR, "Bỏ mọi điều kiện")

    assert "Gửi tới 2 đơn vị (3 người)?" in story.text(COORDINATOR)


# The preview


async def test_the_buttons_of_the_members_are_text_in_the_preview(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco Lũ về")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")

    assert buttons_of(story.last(COORDINATOR)) == ["📨 Gửi tới 2 đơn vị (3 người)", "✏️ Sửa", "✖ Hủy"]
    assert "Nút dưới tin: ✅ Sẵn sàng · " in story.text(COORDINATOR)


async def test_the_preview_of_an_all_clear_says_what_some_get_as_well_and_a_drill_calls_nobody_back(
    story: Story,
) -> None:
    await small_network(story)
    for line, asks in (("/suco Mất điện", True), ("/suco", False)):
        await story.say(COORDINATOR, line)
        await story.press(COORDINATOR, "3️⃣ Nghiêm trọng" if asks else "🧪 Diễn tập liên lạc")
        await story.press(COORDINATOR, "📨 Gửi tới")
        await story.press(COORDINATOR, "🚨 Xác nhận gửi")
        await story.press(AN, "✅ Sẵn sàng")
        await story.press(COORDINATOR, "Kết thúc")
        await story.say(COORDINATOR, "Đã xong.")
        preview = story.text(COORDINATOR)
        assert ("Đơn vị đang tham gia còn được đề nghị xác nhận: ✔ Đã rút lực lượng" in preview) is asks
        await story.press(COORDINATOR, "🟢 Kết thúc và gửi")
        assert ("rút lực lượng" in story.text(AN)) is asks
        assert ("✔ Đã rút lực lượng" in buttons_of(story.last(AN))) is asks


# The same twice


async def test_the_same_line_twice_is_asked_about_before_it_goes_out_again(story: Story) -> None:
    await declared(story, "Mất điện")
    story.look_away()

    await story.say(COORDINATOR, "/suco Mất điện")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "📨 Gửi tới")
    assert "Vừa gửi SC-2026-0001 giống hệt lúc 09:00, thứ sáu 20/11/2026." in story.text(COORDINATOR)
    assert buttons_of(story.last(COORDINATOR)) == ["📊 Mở SC-2026-0001", "🚨 Gửi thêm", "◀ Quay lại", "✖ Hủy"]
    assert story.arrived(AN) == []

    assert await story.press(COORDINATOR, "🚨 Gửi thêm") == "Đang gửi SC-2026-0002 tới 2 đơn vị (3 người)."
    assert len(story.arrived(AN)) == 1


async def test_of_two_coordinators_at_once_the_second_is_asked(story: Story) -> None:
    await small_network(story)
    await second_coordinator(story)
    await story.say(SECOND_COORDINATOR, "/start")
    for one in (COORDINATOR, SECOND_COORDINATOR):
        await story.say(one, "/suco Mất điện")
        await story.press(one, "3️⃣ Nghiêm trọng")
        await story.press(one, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")
    story.look_away()

    confirm = next(one for one in story.chat(SECOND_COORDINATOR) if "🚨 Xác nhận gửi" in buttons_of(one))
    said = await story.press(SECOND_COORDINATOR, "🚨 Xác nhận gửi", message=confirm)

    assert said.startswith("Vừa gửi SC-2026-0001 giống hệt lúc")
    assert story.arrived(AN) == []
    await story.press(SECOND_COORDINATOR, "🚨 Gửi thêm")
    assert len(story.arrived(AN)) == 1


async def test_a_line_that_begins_as_a_drill_goes_out_as_one_and_can_be_made_real(story: Story) -> None:
    await small_network(story)

    await story.say(COORDINATOR, "/suco diễn tập ứng cứu đứt cáp")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    assert "🧪 DIỄN TẬP · DT-2026-0001 · diễn tập ứng cứu đứt cáp" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "➖ Loại: Diễn tập")
    assert "🔴 SC-2026-0001 · diễn tập" in story.text(COORDINATOR)
    assert "nhắc tới diễn tập, nhưng tin này là Sự cố" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "🧪 Gửi là diễn tập")
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")

    assert story.text(AN).startswith("🧪 DIỄN TẬP · DT-2026-0001 · diễn tập ứng cứu đứt cáp")


async def test_a_real_incident_that_speaks_of_a_drill_stays_real_and_says_so(story: Story) -> None:
    await small_network(story)

    await story.say(COORDINATOR, "/suco Cháy thật tại chỗ đang diễn tập")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    preview = story.text(COORDINATOR)

    assert "🔴 SC-2026-0001 · Cháy thật" in preview
    assert "⚠️ Nội dung nhắc tới diễn tập, nhưng tin này là Sự cố, không phải diễn tập." in preview
    assert "➖ Loại: Diễn tập" not in buttons_of(story.last(COORDINATOR))
    await story.press(COORDINATOR, "🧪 Gửi là diễn tập")
    assert "🧪 DIỄN TẬP · DT-2026-0001 · Cháy thật" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "➖ Loại: Diễn tập")
    assert "🔴 SC-2026-0001 · Cháy thật" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "❗ Là việc thật")
    assert "nhắc tới diễn tập" not in story.text(COORDINATOR)
    assert "🧪 Gửi là diễn tập" not in buttons_of(story.last(COORDINATOR))


async def test_a_line_typed_after_one_of_a_drill_is_real_unless_a_button_said_drill(story: Story) -> None:
    await small_network(story)

    await story.say(COORDINATOR, "/suco diễn tập đứt cáp")
    await story.say(COORDINATOR, "Mất điện trạm")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    assert "🔴 SC-2026-0001 · Mất điện trạm" in story.text(COORDINATOR)

    await story.say(COORDINATOR, "/suco diễn tập đứt cáp")
    await story.press(COORDINATOR, "◀ Quay lại")
    await story.press(COORDINATOR, "☐ Sự cố")
    await story.press(COORDINATOR, "☐ Diễn tập")
    await story.say(COORDINATOR, "Mất điện trạm")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    assert "🧪 DIỄN TẬP · DT-2026-0001 · Mất điện trạm" in story.text(COORDINATOR)


async def test_each_place_that_is_not_certain_is_asked_for_and_dropped_by_itself(story: Story) -> None:
    await small_network(story)
    await enrol(story, 204, "Đỗ Sơn", "Viễn thông Ba Vì", sectors=(Sector.TELECOM,), commune_code=BA_VI)
    story.look_away()

    await story.say(COORDINATOR, "/suco Đứt cáp tại Hoàn Kiếm và Ba Vì")
    assert story.text(COORDINATOR) == "📍 “Hoàn Kiếm” trong dòng vừa gõ là nơi nào?"
    asked = story.last(COORDINATOR)["message_id"]
    await story.world.press(COORDINATOR, asked, "Phường Hoàn Kiếm")
    await story.world.press(COORDINATOR, asked, "➖ Bỏ “Hoàn Kiếm”")
    await story.settle()
    assert story.text(COORDINATOR) == "📍 “Ba Vì” trong dòng vừa gõ là nơi nào?"
    await story.press(COORDINATOR, "Xã Ba Vì")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    assert "Địa bàn: Phường Hoàn Kiếm, Xã Ba Vì" in story.text(COORDINATOR)
    assert "Gửi tới 3 đơn vị (4 người)?" in story.text(COORDINATOR)

    await story.press(COORDINATOR, "➖ Địa bàn: Phường Hoàn Kiếm")
    assert "Địa bàn: Xã Ba Vì" in story.text(COORDINATOR)
    assert "Gửi tới 1 đơn vị (1 người)?" in story.text(COORDINATOR)


async def test_of_two_names_one_may_be_left_out(story: Story) -> None:
    await small_network(story)

    await story.say(COORDINATOR, "/suco Đứt cáp tại Hoàn Kiếm và Ba Vì")
    await story.press(COORDINATOR, "➖ Bỏ “Hoàn Kiếm”")
    await story.press(COORDINATOR, "Xã Ba Vì")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")

    assert "Địa bàn: Xã Ba Vì" in story.text(COORDINATOR)


async def test_a_place_that_is_not_known_is_told_beside_the_number_and_can_be_chosen(story: Story) -> None:
    await small_network(story)

    await story.say(COORDINATOR, "/suco Mất mạng tại Xóm Mới, cần 2 đội")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    told = "⚠️ Chưa nhận ra nơi nào trong “tại Xóm Mới” nên tin gửi tới toàn thành phố.\nGửi tới 2 đơn vị (3 người)?"
    assert told in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📍 Chọn địa bàn")
    await story.say(COORDINATOR, "hoan kiem")
    await story.press(COORDINATOR, "☐ Phường Hoàn Kiếm")
    await story.press(COORDINATOR, "✔ Xong")

    assert "Địa bàn: Phường Hoàn Kiếm" in story.text(COORDINATOR)
    assert "Chưa nhận ra" not in story.text(COORDINATOR)


async def test_a_deadline_that_is_over_is_told_and_another_one_is_chosen(story: Story) -> None:
    await small_network(story)
    line = "/suco Mất điện trạm, cần 2 đội trước 6h sáng nay"

    await story.say(COORDINATOR, line)
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    assert "⚠️ Thời hạn trong dòng đã gõ (06:00, 20/11/2026) đã qua nên chưa ghi." in story.text(COORDINATOR)
    await story.press(COORDINATOR, "⏰ 06:00, 21/11/2026")
    assert "Cần hỗ trợ đến: 06:00, thứ bảy 21/11/2026" in story.text(COORDINATOR)
    assert "đã qua" not in story.text(COORDINATOR)

    await story.say(COORDINATOR, line)
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "⏰ Thời hạn khác")
    await story.say(COORDINATOR, "17h")
    assert "Cần hỗ trợ đến: 17:00, thứ sáu 20/11/2026" in story.text(COORDINATOR)
    assert "Gửi tới" in story.text(COORDINATOR)


async def test_a_number_beside_the_one_that_is_taken_is_told(story: Story) -> None:
    await small_network(story)

    await story.say(COORDINATOR, "/suco Mất điện trạm, cần 2 máy phát và 5 người")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")

    assert "Cần: Máy phát điện · 5 người" in story.text(COORDINATOR)
    assert "⚠️ Chưa ghi riêng số lượng: “2 máy phát”. Phần này vẫn có trong nội dung." in story.text(COORDINATOR)


async def test_a_template_after_a_line_holds_nothing_of_the_line(story: Story) -> None:
    await small_network(story)

    await story.say(COORDINATOR, "/suco Mất mạng tại Xóm Mới")
    await story.press(COORDINATOR, "◀ Quay lại")
    await story.press(COORDINATOR, "⚡ Mất điện")

    assert "Xóm Mới" not in story.text(COORDINATOR)


@pytest.mark.parametrize("by_command", [False, True])
async def test_a_preview_that_is_cancelled_says_so_where_it_stands(story: Story, *, by_command: bool) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco Đứt cáp")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    preview = story.last(COORDINATOR)["message_id"]

    if by_command:
        await story.say(COORDINATOR, "/huy")
    else:
        await story.press(COORDINATOR, "✖ Hủy")

    (cancelled,) = [one for one in story.chat(COORDINATOR) if one["message_id"] == preview]
    assert cancelled["text"].startswith("Bản xem trước")
    assert cancelled["text"].endswith("\n\n🚫 Đã hủy.")
    assert "Gửi tới" not in cancelled["text"]
    assert buttons_of(cancelled) == []
    assert story.text(COORDINATOR) == "Đã hủy. Không có gì được gửi đi."


async def test_a_preview_that_another_line_replaces_asks_no_more(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco Đứt cáp")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    preview = story.last(COORDINATOR)["message_id"]

    await story.say(COORDINATOR, "/suco Mất điện")

    (replaced,) = [one for one in story.chat(COORDINATOR) if one["message_id"] == preview]
    assert "Đứt cáp" in replaced["text"]
    assert replaced["text"].endswith("\n\n🚫 Đã hủy.")
    assert buttons_of(replaced) == []
    assert story.text(COORDINATOR).startswith("Mất điện")


async def test_all_places_of_a_district_are_taken_by_one_tap(story: Story) -> None:
    await small_network(story)
    await enrol(story, 204, "Đỗ Sơn", "Viễn thông Ba Vì", sectors=(Sector.TELECOM,), commune_code=BA_VI)
    story.look_away()

    await story.say(COORDINATOR, "/suco Mất điện toàn huyện Ba Vì")
    places = [text for text in buttons_of(story.last(COORDINATOR)) if text.startswith(("Xã ", "Phường "))]
    assert "Xã Ba Vì" in places
    assert len(places) > 4
    await story.press(COORDINATOR, f"📍 Cả {len(places)} nơi")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")

    preview = story.text(COORDINATOR)
    assert all(place in preview for place in places)
    assert "Gửi tới 1 đơn vị (1 người)?" in preview
    # So many have no button each.
    assert len([text for text in buttons_of(story.last(COORDINATOR)) if text.startswith("➖ Địa bàn")]) == 1
    await story.press(COORDINATOR, "➖ Địa bàn")
    assert "Địa bàn: Toàn thành phố Hà Nội" in story.text(COORDINATOR)


async def test_words_that_only_look_like_a_label_are_told_before_anything_is_sent(story: Story) -> None:
    await small_network(story)

    await story.say(COORDINATOR, "/suco Mất mạng tại phường Hoàn Kiếm, TLP: do")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")

    assert "⚠️ “TLP: do” không phải là nhãn TLP nào." in story.text(COORDINATOR)


async def test_a_day_without_its_hour_is_told_and_the_hour_is_asked_for_by_a_tap(story: Story) -> None:
    await small_network(story)

    await story.say(COORDINATOR, "/suco Mất mạng tại phường Hoàn Kiếm từ hôm qua")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    assert "⚠️ Chưa ghi giờ bắt đầu: “hôm qua”." in story.text(COORDINATOR)
    await story.press(COORDINATOR, "⏰ Ghi lúc bắt đầu")
    await story.say(COORDINATOR, "20h hôm qua")

    assert "Chưa ghi giờ bắt đầu" not in story.text(COORDINATOR)
    assert "Bắt đầu: 20:00" in story.text(COORDINATOR)


async def test_the_hours_of_a_planned_cut_set_no_deadline(story: Story) -> None:
    await small_network(story)

    await story.say(COORDINATOR, "/suco Ngày mai cắt điện 19h-21h phường Hoàn Kiếm")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")

    assert "hiểu là thời gian cắt theo kế hoạch nên chưa ghi thời hạn cần hỗ trợ" in story.text(COORDINATOR)
    assert "⏰ Ghi thời hạn" in buttons_of(story.last(COORDINATOR))


async def test_a_name_that_a_line_passes_by_is_found_when_the_place_is_chosen(story: Story) -> None:
    await small_network(story)

    await story.say(COORDINATOR, "/suco Đứt cáp trên cầu Long Biên")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    assert "Chưa nhận ra nơi nào trong “Long Biên”" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📍 Chọn địa bàn")
    assert "☐ Phường Long Biên" in buttons_of(story.last(COORDINATOR))
    await story.press(COORDINATOR, "◀ Quay lại")
    assert "Chưa nhận ra nơi nào" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📍 Chọn địa bàn")
    await story.press(COORDINATOR, "🗺 Toàn thành phố")

    assert "Gửi tới 2 đơn vị (3 người)?" in story.text(COORDINATOR)
    assert "Chưa nhận ra" not in story.text(COORDINATOR)


async def test_an_hour_that_was_over_lately_is_said_to_be_tomorrows(story: Story) -> None:
    await small_network(story)

    await story.say(COORDINATOR, "/suco Mất điện trạm, cần 2 đội trước 8h")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    assert "⚠️ 08:00, 20/11/2026 đã qua nên hiểu là 08:00, 21/11/2026." in story.text(COORDINATOR)
    await story.press(COORDINATOR, "➖ Đến")

    assert "(08:00, 20/11/2026) đã qua nên chưa ghi" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "⏰ 08:00, 21/11/2026")
    assert "Cần hỗ trợ đến: 08:00, thứ bảy 21/11/2026" in story.text(COORDINATOR)


async def test_a_day_that_is_none_is_told_and_asked_for_and_a_start_to_come_is_told(story: Story) -> None:
    await small_network(story)

    await story.say(COORDINATOR, "/suco Cúp điện từ 14h đến 17h chiều mai, cần 2 đội, hạn 31/11")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    assert "⚠️ Lịch không có ngày 31/11 nên chưa ghi mục “Thời hạn”." in story.text(COORDINATOR)
    assert "⚠️ 14:00, 21/11/2026 chưa tới nên chưa ghi là lúc bắt đầu." in story.text(COORDINATOR)
    await story.press(COORDINATOR, "⏰ Thời hạn khác")
    await story.say(COORDINATOR, "17h 31/11")
    assert "Lịch không có ngày 31/11." in story.text(COORDINATOR)
    await story.say(COORDINATOR, "17h 30/11")
    assert "Cần hỗ trợ đến: 17:00, thứ hai 30/11/2026" in story.text(COORDINATOR)
    assert "31/11 nên" not in story.text(COORDINATOR)

    await story.say(COORDINATOR, "/suco Mất điện từ 8h thứ ba 20/11")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    assert "⚠️ Ngày 20/11/2026 là thứ sáu, khác với thứ vừa gõ, nên chưa ghi mục “Bắt đầu”." in story.text(COORDINATOR)
    await story.press(COORDINATOR, "⏰ Lúc bắt đầu khác")
    await story.say(COORDINATOR, "8h 20/11")
    assert "Bắt đầu: 08:00, thứ sáu 20/11/2026" in story.text(COORDINATOR)
    assert "khác với thứ" not in story.text(COORDINATOR)


async def test_fewer_businesses_than_teams_are_told_with_the_way_to_call_more(story: Story) -> None:
    await small_network(story)
    await enrol(story, 204, "Người 204", "Viễn thông Ba Đình", commune_code=BA_DINH)
    story.look_away()

    await story.say(COORDINATOR, "/suco Đứt cáp ở phường Ba Đình, cần 5 đội")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    assert "Gửi tới 1 đơn vị (1 người)?\n⚠️ Cần 5 đội nhưng chỉ gọi 1 đơn vị." in story.text(COORDINATOR)
    await story.press(COORDINATOR, "Bỏ điều kiện nơi · 3 đơn vị")
    assert "Gửi tới 3 đơn vị" in story.text(COORDINATOR)
    assert "chỉ gọi 3 đơn vị" in story.text(COORDINATOR)

    await story.say(COORDINATOR, "/suco Đứt cáp ở phường Ba Đình, cần 5 người")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    assert "nhưng chỉ gọi" not in story.text(COORDINATOR)


async def test_where_only_another_province_is_named_nobody_is_called_until_it_is_said_whom(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco Huế mất điện")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")

    assert "⚠️ Huế không thuộc thành phố Hà Nội. Báo cho ai?" in story.text(COORDINATOR)
    assert not any("📨 Gửi tới" in one for one in buttons_of(story.last(COORDINATOR)))
    preview = story.last(COORDINATOR)
    await story.forge(COORDINATOR, preview, data_behind(preview, WHOLE).replace("whole", "ask"))
    assert "Xác nhận gửi" not in story.text(COORDINATOR)

    await story.press(COORDINATOR, WHOLE)
    for button in ("📨 Gửi tới", "🚨 Xác nhận gửi"):
        await story.press(COORDINATOR, button)
    assert "Huế mất điện" in story.text(AN)


async def test_a_place_chosen_for_what_happens_elsewhere_is_who_is_called(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco Đà Nẵng mất điện")
    for button in ("3️⃣ Nghiêm trọng", "📍 Chọn địa bàn"):
        await story.press(COORDINATOR, button)
    await story.say(COORDINATOR, "Hoàn Kiếm")
    await story.press(COORDINATOR, "Hoàn Kiếm")
    await story.press(COORDINATOR, "✔ Xong")

    assert "không thuộc" not in story.text(COORDINATOR)
    assert any("📨 Gửi tới" in one or "Bỏ điều kiện nơi" in one for one in buttons_of(story.last(COORDINATOR)))
