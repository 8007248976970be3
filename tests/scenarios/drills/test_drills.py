"""A drill as people meet it: written, planned, begun, answered, rested for what is real, and scored."""

from datetime import timedelta

from tests.scenarios.declaring import AN, BINH, CHI, begin, small_network
from tests.scenarios.drills.drilling import plan, write_script
from tests.scenarios.grouping import network_with_group
from tests.scenarios.importing import first_sheet, lines, workbook
from tests.story import COORDINATOR, Story, buttons_of, data_behind, text_of

FIRST_LINE = "🧪 DIỄN TẬP · DK-2026-0001 · Mất điện mùa bão\n"


async def test_a_drill_is_written_planned_answered_rested_for_what_is_real_and_scored(story: Story) -> None:
    await small_network(story)
    await write_script(story)
    await plan(story, yearly="🔁 Lặp lại hằng năm")
    await story.pass_time(minutes=1)
    (announced,) = story.arrived(AN)
    assert announced.startswith(FIRST_LINE)
    assert "Mạng lưới sẽ diễn tập lúc" in announced
    story.look_away()

    await story.pass_time(minutes=60)
    began, inject = story.arrived(AN)
    assert began.startswith(FIRST_LINE)
    assert inject.startswith(FIRST_LINE + "Tình huống 1/2")
    assert "Việc cần làm: Báo số trạm mất điện" in inject
    await story.press(AN, "✔ Đã thực hiện")
    assert "✔ Viễn thông Sông Hồng: đã thực hiện (Nguyễn Văn An" in story.text(AN)
    # A colleague sees it too.
    assert "đã thực hiện" in story.text(BINH)
    assert "1. ✔ 1 / 2" in story.text(COORDINATOR)
    story.look_away()

    await begin(story, "Cháy trạm thật tại Hoàn Kiếm")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")
    await story.pass_time(minutes=1)
    rests = [text for text in story.arrived(CHI) if "DIỄN TẬP" in text]
    assert len(rests) == 1
    assert rests[0].startswith(FIRST_LINE)
    assert "tạm dừng vì có sự cố thật SC-2026-0001" in rests[0]
    await story.pass_time(minutes=30)
    assert not [text for text in story.arrived(AN) if "Tình huống 2/2" in text]
    assert "⏸ Đang tạm dừng vì có sự cố thật SC-2026-0001" in text_of(
        story.last_with(COORDINATOR, "▶ Tiếp tục diễn tập")
    )

    await story.press(COORDINATOR, "▶ Tiếp tục diễn tập")
    story.look_away()
    led = story.last_with(COORDINATOR, "⏭ Gửi tình huống tiếp theo")
    await story.press(COORDINATOR, "⏭ Gửi tình huống tiếp theo")
    again = await story.forge(COORDINATOR, led, data_behind(led, "⏭ Gửi tình huống tiếp theo"))
    assert again.startswith("Tình huống này đã được gửi lúc ")
    await story.pass_time(seconds=10)
    assert [text.split("\n")[1] for text in story.arrived(AN) if "Ba trạm" in text] == [
        "Tình huống 2/2 · " + _now(story)
    ]
    photo = story.last(AN)
    assert photo["photo"]
    assert text_of(photo).startswith("DIỄN TẬP")
    await story.press(BINH, "💬 Nhắn kết quả")
    await story.say(BINH, "Máy phát đang tới")
    await story.pass_time(minutes=25)

    assert "⏰ Công nghệ Hoa Sen: chưa nộp" in "\n".join(text_of(one) for one in story.chat(CHI))
    assert captions(story, COORDINATOR) == ["DIỄN TẬP · DK-2026-0001 · Mất điện mùa bão: biểu đồ điểm của từng đơn vị"]
    assert captions(story, AN) == []
    own = story.text(CHI)
    assert own.startswith("🟢 DIỄN TẬP · DK-2026-0001 · Mất điện mùa bão\n")
    assert "0/100 điểm" in own
    board = text_of(story.last_with(COORDINATOR, "📊 Kết quả"))
    assert board.startswith("🟢 DIỄN TẬP · DK-2026-0001")
    assert "🔁 Lần sau: " in board
    await story.press(COORDINATOR, "📄 Tải kết quả")
    rows = lines(first_sheet(workbook(story, "DK-2026-0001")))
    assert str(rows[0][0]).startswith("TLP:GREEN · DIỄN TẬP · DK-2026-0001")
    assert [row[0] for row in rows[2:]] == ["Viễn thông Sông Hồng", "Công nghệ Hoa Sen"]
    assert len(captions(story, COORDINATOR)) == 2
    await story.press(COORDINATOR, "📄 Báo cáo diễn tập")
    await story.settle()
    assert "DIỄN TẬP · DK-2026-0001: báo cáo" in text_of(story.chat(COORDINATOR)[-1])


def captions(story: Story, person: int) -> list[str]:
    """List what stands below the charts that a person got."""
    return [text for one in story.chat(person) if one.get("photo") and "biểu đồ" in (text := text_of(one))]


def _now(story: Story) -> str:
    return story.clock.at.astimezone(story.settings.office.time_zone).strftime("%H:%M, %d/%m/%Y")


async def test_an_inject_that_is_over_has_no_buttons_and_says_that_nothing_was_handed_in(story: Story) -> None:
    await small_network(story)
    await write_script(story)
    await plan(story, told="Không báo trước")
    await story.pass_time(minutes=5)
    assert story.arrived(AN) == []

    await story.pass_time(minutes=56)
    (inject,) = story.arrived(AN)
    assert inject.startswith(FIRST_LINE)
    await story.say(AN, "/menu")
    assert "🧪 DIỄN TẬP: Bão làm mất điện diện rộng." in story.text(AN)
    await story.press(AN, "🧪 Bão làm mất điện")
    assert story.text(AN) == inject
    await story.pass_time(minutes=11)

    assert "⏰ Viễn thông Sông Hồng: chưa nộp" in story.text(AN)
    assert buttons_of(story.last(AN)) == []


async def test_whoever_begins_a_drill_finds_its_board_in_the_newest_message(story: Story) -> None:
    await small_network(story)
    await write_script(story)
    await plan(story)

    await story.press(COORDINATOR, "▶ Bắt đầu ngay")
    await story.press(COORDINATOR, "▶ Bắt đầu")
    await story.pass_time(minutes=1)

    pointer = next(one for one in story.chat(COORDINATOR) if "đã chuyển xuống tin mới hơn" in text_of(one))
    assert story.last_with(COORDINATOR, "⏭ Gửi tình huống tiếp theo")["message_id"] > pointer["message_id"]


async def test_moment_and_participants_of_a_planned_drill_are_changed_from_its_board(story: Story) -> None:
    await small_network(story)
    await write_script(story)
    await story.say(COORDINATOR, "/dientap")
    await story.press(COORDINATOR, "➕ Lên kế hoạch diễn tập")
    await story.press(COORDINATOR, "Mất điện mùa bão")
    await story.say(COORDINATOR, "1 giờ nữa")
    await story.say(COORDINATOR, "phường Hoàn Kiếm")
    await story.press(COORDINATOR, "Phường Hoàn Kiếm (2 đơn vị)")
    assert "được gửi ngay khi lên kế hoạch" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📣 Có báo trước")
    await story.press(COORDINATOR, "Chỉ một lần")
    assert "📣 Sẽ báo ngay cho đơn vị" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "✔ Lên kế hoạch")
    await story.pass_time(minutes=1)
    story.look_away()

    await story.press(COORDINATOR, "🏢 Đổi đơn vị")
    await story.press(COORDINATOR, "Viễn thông (1 đơn vị)")
    await story.pass_time(minutes=1)
    assert "🏢 1 đơn vị · Viễn thông" in story.text(COORDINATOR)
    (left,) = story.arrived(CHI)
    assert left.startswith(FIRST_LINE)
    assert "không còn trong danh sách" in left
    assert story.arrived(AN) == []

    await story.press(COORDINATOR, "➕ Thêm đơn vị")
    await story.say(COORDINATOR, "sông hồng")
    assert "✔ Viễn thông Sông Hồng đã có" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "hoa sen")
    assert await story.press(COORDINATOR, "Công nghệ Hoa Sen") == "➕ Đã thêm Công nghệ Hoa Sen."
    await story.pass_time(minutes=1)
    (announced,) = story.arrived(CHI)
    assert "Mạng lưới sẽ diễn tập lúc" in announced

    await story.press(COORDINATOR, "🕐 Đổi giờ")
    await story.say(COORDINATOR, "3 giờ nữa")
    assert "🕐 Đã dời sang" in story.text(COORDINATOR)
    await story.pass_time(minutes=1)
    for person in (AN, CHI):
        (moved,) = story.arrived(person)
        assert "🕐 Cuộc diễn tập đổi giờ" in moved
    await story.press(COORDINATOR, "◀ Bảng điều hành")
    assert "🏢 2 đơn vị" in story.text(COORDINATOR)


async def test_those_who_take_part_are_listed_with_what_reaches_them_and_one_is_taken_out(story: Story) -> None:
    await small_network(story)
    await write_script(story)
    await plan(story)
    story.world.block(CHI)
    await story.pass_time(minutes=1)
    story.look_away()

    await story.press(COORDINATOR, "🏢 Danh sách đơn vị")
    listed = story.text(COORDINATOR)
    assert listed.startswith(FIRST_LINE + "🏢 2 đơn vị tham gia · 📵 1 đơn vị không nhận được tin\n")
    assert "1. 📵 Công nghệ Hoa Sen · đã chặn bot" in listed
    assert "2. Viễn thông Sông Hồng · Telegram 2/2 người" in listed
    await story.press(COORDINATOR, "1")
    assert "📵 Phạm Quế Chi: đã chặn bot · ☎ 0" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "◀ Danh sách")
    await story.press(COORDINATOR, "2")
    assert "✔ Nguyễn Văn An: nhận tin qua Telegram" in story.text(COORDINATOR)

    assert await story.press(COORDINATOR, "➖ Bỏ đơn vị này") == "➖ Đã bỏ Viễn thông Sông Hồng."
    assert "Sông Hồng" not in story.text(COORDINATOR)
    await story.pass_time(minutes=1)
    (left,) = story.arrived(AN)
    assert left.startswith(FIRST_LINE)
    assert "không còn trong danh sách" in left
    await story.press(COORDINATOR, "◀ Bảng điều hành")
    assert "🏢 1 đơn vị" in story.text(COORDINATOR)
    await story.pass_time(minutes=61)
    assert story.arrived(AN) == []


async def test_an_inject_appears_in_the_businesss_group_too_and_is_answered_there(story: Story) -> None:
    group = await network_with_group(story)
    await write_script(story)
    await plan(story, told="Không báo trước")
    story.look_away()
    await story.pass_time(minutes=61)

    (card,) = story.arrived(group)
    assert card.startswith(FIRST_LINE + "Tình huống 1/2")
    assert buttons_of(story.last(group)) == ["✔ Đã thực hiện", "⛔ Không thực hiện được", "👁 Đã xem"]
    await story.press(CHI, "✔ Đã thực hiện", group=group)
    assert "đã thực hiện" not in story.text(group)
    await story.press(BINH, "✔ Đã thực hiện", group=group)
    await story.pass_time(seconds=10)

    for chat in (group, AN):
        assert "✔ Viễn thông Sông Hồng: đã thực hiện (" in story.text(chat)


async def test_minutes_beyond_the_limit_and_a_name_in_use_are_refused_with_what_is_wrong(story: Story) -> None:
    await small_network(story)
    await write_script(story)
    await story.say(COORDINATOR, "/dientap")
    await story.press(COORDINATOR, "🎬 Kịch bản")
    await story.press(COORDINATOR, "✏ Soạn kịch bản mới")

    await story.say(COORDINATOR, "mất điện mùa bão")
    assert "Đã có kịch bản diễn tập “Mất điện mùa bão”" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "Mất sóng")
    await story.say(COORDINATOR, "Mất sóng ở hai xã.")
    await story.say(COORDINATOR, "Báo số trạm")
    await story.say(COORDINATOR, "3000")
    assert "không quá 999" in story.text(COORDINATOR)


async def test_a_drill_that_was_begun_by_hand_is_listed_with_when_it_began(story: Story) -> None:
    await small_network(story)
    await write_script(story)
    await plan(story)
    began = story.clock.now() + timedelta(hours=7)
    await story.say(COORDINATOR, "/dientap")
    await story.press(COORDINATOR, "DK-2026-0001")
    await story.press(COORDINATOR, "▶ Bắt đầu ngay")
    await story.press(COORDINATOR, "▶ Bắt đầu")

    await story.say(COORDINATOR, "/dientap")

    assert f"đang diễn ra · {began:%H:%M}" in story.text(COORDINATOR)


async def test_a_slip_in_a_command_during_a_dialogue_names_the_nearest_and_asks_again(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/dientap")
    await story.press(COORDINATOR, "🎬 Kịch bản")
    await story.press(COORDINATOR, "✏ Soạn kịch bản mới")
    asked = story.text(COORDINATOR)

    await story.say(COORDINATOR, "/sucoo")

    assert "Có phải Anh/Chị cần /suco" in story.text(COORDINATOR)
    assert story.text(COORDINATOR).endswith(asked.splitlines()[-1])
