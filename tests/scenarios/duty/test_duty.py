"""The duty roster: hours and people of a week, who is called first, and who when nobody answers."""

from datetime import UTC, datetime
from typing import Any

import pytest

from models.members import Sector
from tests.enrolment import enrol
from tests.scenarios.declaring import AN, BINH, CHI, declare, small_network
from tests.scenarios.grouping import bind
from tests.story import COORDINATOR, Story, buttons_of, data_of, text_of

HEAD = "🗓 Lịch trực · Viễn thông Sông Hồng"


async def put_on_duty(story: Story, name: str = "Lê Thị Bình", *, by: int = AN) -> None:
    """Put somebody on duty for this week."""
    await story.say(by, "/lichtruc")
    await story.press(by, "👤 Người trực")
    await story.press(by, "Tuần này")
    await story.press(by, name)
    await story.press(by, "✔ Xong")
    story.look_away()


def called(story: Story, *people: int) -> list[bool]:
    """Tell which people have got an alert since somebody looked."""
    return [any("Mức độ" in text for text in story.arrived(person)) for person in people]


# Setting it


async def test_without_a_roster_the_page_says_that_everybody_is_called(story: Story) -> None:
    await small_network(story)

    await story.say(AN, "/lichtruc")

    page = story.text(AN)
    assert page.startswith(HEAD)
    assert "🕐 Giờ trực: 24/7" in page
    assert "Hiện không có ai trong ca trực: cảnh báo được gửi đến tất cả người đại diện." in page
    assert "• Tuần này 16/11–22/11: —\n• 23/11–29/11: —" in page
    assert "Ngoài giờ trực, hoặc tuần chưa có người trực, tất cả cùng nhận cảnh báo như thường lệ." in page
    assert "🗑 Xóa lịch trực" not in buttons_of(story.last(AN))


async def test_a_person_is_put_on_duty_for_a_week_and_told(story: Story) -> None:
    await small_network(story)
    await story.say(AN, "/lichtruc")
    await story.press(AN, "👤 Người trực")
    await story.press(AN, "Tuần này")
    await story.press(AN, "Lê Thị Bình")
    assert "Tuần này 16/11–22/11 · Lê Thị Bình" in buttons_of(story.last(AN))
    await story.press(AN, "30/11–06/12")
    await story.press(AN, "Lê Thị Bình")
    await story.press(AN, "✔ Xong")

    assert "📡 Đang trực: Lê Thị Bình" in story.text(AN)
    assert "• Tuần này 16/11–22/11: Lê Thị Bình" in story.text(AN)
    told, again = story.arrived(BINH)
    assert "Lịch trực mới của Anh/Chị tại Viễn thông Sông Hồng:\n\n• Tuần này 16/11–22/11\n🕐 Giờ trực: 24/7" in told
    assert "• Tuần này 16/11–22/11\n• 30/11–06/12" in again
    await story.press(BINH, "🗓 Xem lịch trực", message=story.last(BINH))
    assert story.text(BINH).startswith(HEAD)


async def test_who_is_relieved_is_told_so(story: Story) -> None:
    await small_network(story)
    await put_on_duty(story)

    await story.press(AN, "👤 Người trực")
    await story.press(AN, "Tuần này")
    assert "✔ Lê Thị Bình" in buttons_of(story.last(AN))
    await story.press(AN, "— Không phân công")

    assert story.arrived(BINH) == [
        "🗓 Lịch trực của Viễn thông Sông Hồng vừa thay đổi: Anh/Chị không còn tuần trực nào sắp tới."
    ]


async def test_an_order_chosen_once_fills_the_coming_weeks(story: Story) -> None:
    await small_network(story)
    await story.say(AN, "/lichtruc")
    await story.press(AN, "🔁 Xoay vòng")
    assert "✔ Phân công 8 tuần" not in buttons_of(story.last(AN))
    await story.press(AN, "Nguyễn Văn An")
    await story.press(AN, "Lê Thị Bình")
    assert {"1. Nguyễn Văn An", "2. Lê Thị Bình"} <= set(buttons_of(story.last(AN)))
    await story.press(AN, "1. Nguyễn Văn An")
    await story.press(AN, "Nguyễn Văn An")
    assert {"1. Lê Thị Bình", "2. Nguyễn Văn An"} <= set(buttons_of(story.last(AN)))

    assert await story.press(AN, "✔ Phân công 8 tuần") == "Đã phân công. Những người được phân công sẽ được báo."

    page = story.text(AN)
    assert "• Tuần này 16/11–22/11: Lê Thị Bình\n• 23/11–29/11: Nguyễn Văn An\n• 30/11–06/12: Lê Thị Bình" in page
    assert page.count("Nguyễn Văn An") == 4
    assert "• 04/01–10/01: Nguyễn Văn An" in page


async def test_office_hours_are_one_tap(story: Story) -> None:
    await small_network(story)
    await story.say(AN, "/lichtruc")
    await story.press(AN, "🕐 Giờ trực")

    assert await story.press(AN, "Giờ hành chính") == "Đã lưu giờ trực."

    assert "🕐 Giờ trực: T2–T6 7:30–17:00 · T7–CN nghỉ" in story.text(AN)
    await story.press(AN, "🕐 Giờ trực")
    await story.press(AN, "24/7")
    assert "🕐 Giờ trực: 24/7" in story.text(AN)


async def test_each_day_has_hours_of_its_own_by_button_or_typed(story: Story) -> None:
    await small_network(story)
    await story.say(AN, "/lichtruc")
    await story.press(AN, "🕐 Giờ trực")
    await story.press(AN, "✏️ Tự đặt từng ngày")
    assert "T2 · cả ngày" in buttons_of(story.last(AN))

    await story.press(AN, "T2 · cả ngày")
    assert "Thứ Hai" in story.text(AN)
    await story.say(AN, "7h30 đến 16h")
    await story.press(AN, "⤵ T3–T6 như T2")
    await story.press(AN, "T7 · cả ngày")
    await story.say(AN, "nghỉ")
    await story.press(AN, "CN · cả ngày")
    await story.press(AN, "22:00–6:00")
    assert "T6 · 7:30–16:00" in buttons_of(story.last(AN))
    assert "CN · 22:00–6:00" in buttons_of(story.last(AN))
    await story.restart()
    await story.press(AN, "✔ Lưu giờ trực")

    assert "🕐 Giờ trực: T2–T6 7:30–16:00 · T7 nghỉ · CN 22:00–6:00" in story.text(AN)


async def test_a_day_with_a_break_at_noon_has_two_spans(story: Story) -> None:
    await small_network(story)
    await story.say(AN, "/lichtruc")
    await story.press(AN, "🕐 Giờ trực")
    await story.press(AN, "✏️ Tự đặt từng ngày")
    await story.press(AN, "T2 · cả ngày")
    assert "7:30–11:30, 13:30–17:00" in buttons_of(story.last(AN))

    await story.say(AN, "7h30-11h30, 13h30-17h")

    assert "T2 · 2 khung giờ" in buttons_of(story.last(AN))
    assert "T2 7:30–11:30, 13:30–17:00 · T3–CN cả ngày" in story.text(AN)
    await story.press(AN, "⤵ T3–T6 như T2")
    await story.press(AN, "✔ Lưu giờ trực")
    assert "🕐 Giờ trực: T2–T6 7:30–11:30, 13:30–17:00 · T7–CN cả ngày" in story.text(AN)


async def test_hours_that_cannot_be_read_are_told_precisely_and_change_nothing(story: Story) -> None:
    await small_network(story)
    await story.say(AN, "/lichtruc")
    await story.press(AN, "🕐 Giờ trực")
    await story.press(AN, "✏️ Tự đặt từng ngày")
    await story.press(AN, "T2 · cả ngày")

    for text in ("mấy giờ cũng được", "25:00-26:00", "7:30"):
        await story.say(AN, text)
        assert "Hệ thống chưa hiểu giờ trực vừa gõ." in story.text(AN)
    await story.press(AN, "nghỉ")

    assert "T2 · nghỉ" in buttons_of(story.last_with(AN, "✔ Lưu giờ trực"))


async def test_a_week_without_any_hours_is_refused(story: Story) -> None:
    await small_network(story)
    await story.say(AN, "/lichtruc")
    await story.press(AN, "🕐 Giờ trực")
    await story.press(AN, "✏️ Tự đặt từng ngày")
    for day in ("T2", "T3", "T4", "T5", "T6", "T7", "CN"):
        await story.press(AN, f"{day} · cả ngày")
        await story.press(AN, "nghỉ")

    said = await story.press(AN, "✔ Lưu giờ trực")

    assert said.startswith("Mọi ngày đều nghỉ thì không có giờ trực.")
    await story.say(AN, "/lichtruc")
    assert "🕐 Giờ trực: 24/7" in story.text(AN)


async def test_the_roster_is_cleared_after_a_question(story: Story) -> None:
    await small_network(story)
    await put_on_duty(story)
    await story.press(AN, "🗑 Xóa lịch trực")
    await story.press(AN, "◀ Quay lại")
    assert "📡 Đang trực: Lê Thị Bình" in story.text(AN)
    await story.press(AN, "🗑 Xóa lịch trực")

    assert await story.press(AN, "🗑 Xóa") == "Đã xóa lịch trực."

    assert "Hiện không có ai trong ca trực" in story.text(AN)
    assert [text.startswith("🗓 Lịch trực của") for text in story.arrived(BINH)] == [True]


async def test_an_older_button_of_a_roster_says_so_and_changes_nothing(story: Story) -> None:
    await small_network(story)
    await story.say(AN, "/lichtruc")
    await story.press(AN, "🕐 Giờ trực")
    older = story.last(AN)
    await story.press(AN, "Giờ hành chính")

    key = key_of(older)
    said = await story.forge(AN, older, f"d:{key}:preset:always")
    assert said.startswith("Nút này thuộc một thao tác đã hoàn tất")
    await story.press(AN, "🗑 Xóa lịch trực")
    assert await story.press(AN, "🗑 Xóa") == "Đã xóa lịch trực."


def key_of(message: dict[str, Any]) -> str:
    """Give the draft's key that the buttons of a message carry."""
    return next(data.split(":")[1] for data in data_of(message) if data.startswith("d:"))


@pytest.mark.parametrize(
    ("step", "forged"),
    [
        ("🕐 Giờ trực", "preset:never"),
        ("🕐 Giờ trực", "save:"),
        ("👤 Người trực", "week:2026-11-32"),
        ("👤 Người trực", "person:1"),
        ("🔁 Xoay vòng", "apply:"),
        ("🔁 Xoay vòng", "person:x"),
    ],
)
async def test_forged_taps_of_a_roster_are_refused_and_change_nothing(story: Story, step: str, forged: str) -> None:
    await small_network(story)
    await story.say(AN, "/lichtruc")
    await story.press(AN, step)
    key = key_of(story.last(AN))

    assert await story.forge(AN, story.last(AN), f"d:{key}:{forged}")

    await story.say(AN, "/lichtruc")
    assert "🕐 Giờ trực: 24/7" in story.text(AN)
    assert "Hiện không có ai trong ca trực" in story.text(AN)


async def test_a_forged_person_or_week_is_refused(story: Story) -> None:
    await small_network(story)
    await story.say(AN, "/lichtruc")
    await story.press(AN, "👤 Người trực")
    key = key_of(story.last(AN))

    for week in ("2026-11-17", "2026-11-09", "0001-01-01", "9999-12-31", "2026-W47-1"):
        said = await story.forge(AN, story.last(AN), f"d:{key}:week:{week}")
        assert said.startswith("Không phân công được"), week
    await story.press(AN, "Tuần này")
    said = await story.forge(AN, story.last(AN), f"d:{key}:person:999999")
    assert said.startswith("Không phân công được")
    said = await story.forge(AN, story.last(AN), f"d:{key}:person:{'9' * 30}")
    assert said.startswith("Nút này không còn dùng được")


async def test_nobody_else_gets_into_an_order_of_people(story: Story) -> None:
    await small_network(story)
    await story.say(AN, "/lichtruc")
    await story.press(AN, "🔁 Xoay vòng")
    key = key_of(story.last(AN))

    said = await story.forge(AN, story.last(AN), f"d:{key}:person:999999")

    assert said.startswith("Không phân công được")


async def test_only_who_speaks_for_the_business_sees_and_sets_its_roster(story: Story) -> None:
    await small_network(story)
    stranger = story.person(900, "Người lạ")
    await story.say(stranger, "/lichtruc")
    assert story.text(stranger) == "Chức năng này không thuộc vai trò của Anh/Chị."
    await story.say(COORDINATOR, "/duty")
    assert story.text(COORDINATOR) == "Chức năng này không thuộc vai trò của Anh/Chị."

    for verb in ("show", "hours", "weeks", "order", "clear"):
        assert await story.forge(stranger, story.last(stranger), f"dy:1:{verb}") == (
            "Chức năng này không thuộc vai trò của Anh/Chị."
        )
        said = await story.forge(CHI, await menu(story, CHI), f"dy:1:{verb}")
        assert said.startswith("Lịch trực này không còn như Anh/Chị thấy")


async def menu(story: Story, person: int) -> dict[str, Any]:
    """Open the menu; returns the message."""
    await story.say(person, "/menu")
    return story.last(person)


async def test_a_change_can_be_broken_off_and_what_was_kept_stays(story: Story) -> None:
    await small_network(story)
    await story.say(AN, "/lichtruc")
    await story.press(AN, "👤 Người trực")
    await story.press(AN, "Tuần này")
    await story.press(AN, "Lê Thị Bình")
    await story.say(AN, "xin chào")
    assert story.text(AN).startswith("Ở bước này, đề nghị Anh/Chị chọn bằng nút")

    await story.say(AN, "/huy")

    assert "Những gì đã lưu được giữ nguyên" in story.text(AN)
    await story.say(AN, "/lichtruc")
    assert "📡 Đang trực: Lê Thị Bình" in story.text(AN)


async def test_the_person_of_a_week_is_reminded_at_seven_on_monday(story: Story) -> None:
    await small_network(story)
    await story.say(AN, "/lichtruc")
    await story.press(AN, "👤 Người trực")
    await story.press(AN, "23/11–29/11")
    await story.press(AN, "Lê Thị Bình")
    story.look_away()
    story.clock.at = datetime(2026, 11, 22, 23, 59, tzinfo=UTC)
    await story.settle()
    assert story.arrived(BINH) == []

    await story.pass_time(minutes=1)

    assert story.arrived(BINH) == [
        "🗓 Tuần này (23/11–29/11) Anh/Chị trực cho Viễn thông Sông Hồng. Giờ trực: 24/7. "
        "Cảnh báo sẽ được gửi đến Anh/Chị trước."
    ]
    await story.restart()
    await story.pass_time(hours=1)
    assert story.arrived(BINH) == []
    assert story.arrived(AN) == []


async def test_who_speaks_for_two_businesses_is_asked_whose_roster(story: Story) -> None:
    await small_network(story)
    await enrol(story, AN, "Nguyễn Văn An", "Công nghệ Hoa Sen", sectors=(Sector.IT,))

    await story.say(AN, "/lichtruc")
    await story.press(AN, "Công nghệ Hoa Sen")

    assert story.text(AN).startswith("🗓 Lịch trực · Công nghệ Hoa Sen")


async def test_the_roster_reads_the_same_in_english(story: Story) -> None:
    await small_network(story)
    await story.say(AN, "/language")
    await story.press(AN, "English")
    await story.say(AN, "/duty")
    await story.press(AN, "🕐 Duty hours")
    await story.press(AN, "Office hours")
    await story.press(AN, "👤 On duty")
    await story.press(AN, "This week")
    await story.press(AN, "Lê Thị Bình")
    await story.press(AN, "✔ Done")

    assert "Duty hours: Mon–Fri 7:30–17:00 · Sat–Sun off" in story.text(AN)
    assert "📡 On duty now: Lê Thị Bình" in story.text(AN)
    assert "This week 16/11–22/11: Lê Thị Bình" in story.text(AN)


# Alerts


async def test_the_alert_goes_to_the_one_on_duty_and_to_the_others_when_the_reminder_was_of_no_use(
    story: Story,
) -> None:
    await small_network(story)
    await put_on_duty(story)

    await story.say(COORDINATOR, "/suco Mất kết nối cáp quang")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    assert "Gửi tới 2 đơn vị (2 người)?" in story.text(COORDINATOR)
    assert "➕ 1 người ngoài ca trực chỉ được gọi thêm khi đơn vị chưa trả lời" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📨 Gửi tới 2 đơn vị (2 người)")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")
    assert called(story, AN, BINH, CHI) == [False, True, True]

    await story.pass_time(minutes=5)
    assert ["🔔" in text for text in story.arrived(BINH)] == [True]
    assert story.arrived(AN) == []
    await story.pass_time(minutes=4)
    assert story.arrived(AN) == []
    await story.pass_time(minutes=1)

    (card,) = story.arrived(AN)
    assert card.startswith("🔴 SC-2026-0001 · Mất kết nối cáp quang")
    assert story.arrived(BINH) == []
    await story.press(AN, "✅ Sẵn sàng")
    assert "✔ Viễn thông Sông Hồng: ✅ Sẵn sàng\nNguyễn Văn An" in story.text(BINH)
    await story.pass_time(minutes=30)
    assert not [text for text in story.arrived(AN) if "🔔" in text]


async def test_an_answer_of_the_one_on_duty_leaves_the_others_in_peace(story: Story) -> None:
    await small_network(story)
    await put_on_duty(story)
    await declare(story)

    await story.press(BINH, "✅ Sẵn sàng")
    await story.pass_time(hours=1)

    assert story.arrived(AN) == []


async def test_outside_the_duty_hours_everybody_is_called_as_before(story: Story) -> None:
    await small_network(story)
    await put_on_duty(story)
    await story.press(AN, "🕐 Giờ trực")
    await story.press(AN, "Giờ hành chính")
    story.look_away()
    story.clock.at = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)  # 17:00 on a Friday

    await declare(story)

    assert called(story, AN, BINH, CHI) == [True, True, True]


async def test_in_a_week_without_anybody_on_duty_everybody_is_called(story: Story) -> None:
    await small_network(story)
    await put_on_duty(story)
    story.clock.at = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)

    await declare(story)

    assert called(story, AN, BINH) == [True, True]


async def test_where_the_one_on_duty_blocked_the_bot_the_others_are_called(story: Story) -> None:
    await small_network(story)
    await put_on_duty(story)
    story.world.block(BINH)
    await story.settle()

    await declare(story)

    assert called(story, AN, BINH) == [True, False]


async def test_where_the_one_on_duty_turns_out_to_be_out_of_reach_the_others_are_called_at_once(story: Story) -> None:
    await small_network(story)
    await put_on_duty(story)
    story.world.deactivate(BINH)

    await declare(story)

    assert called(story, AN) == [True]
    await story.press(AN, "✅ Sẵn sàng")
    await story.pass_time(seconds=4)
    assert "✅ Sẵn sàng: 1 (50%)" in story.text(COORDINATOR)


async def test_who_is_off_duty_finds_the_incident_and_answers_it_all_the_same(story: Story) -> None:
    await small_network(story)
    await put_on_duty(story)
    await declare(story)
    await story.say(AN, "/tinhhinh")
    await story.press(AN, "SC-2026-0001")

    assert "✅ Sẵn sàng" in buttons_of(story.last(AN))
    await story.press(AN, "✅ Sẵn sàng")

    assert "✔ Viễn thông Sông Hồng: ✅ Sẵn sàng\nNguyễn Văn An" in story.text(BINH)
    await story.pass_time(hours=1)
    assert not [text for text in story.arrived(BINH) if "🔔" in text]


async def test_who_is_off_duty_answers_in_the_businesss_group(story: Story) -> None:
    await small_network(story)
    group = await bind(story, AN, "Trực ban", BINH)
    await put_on_duty(story)
    await declare(story)
    assert called(story, AN, group) == [False, True]

    await story.press(AN, "🕐 1 giờ", group=group)

    assert "✔ Viễn thông Sông Hồng: 🕐 Sẵn sàng, có mặt sau 1 giờ\nNguyễn Văn An" in text_of(story.last(BINH))
    await story.pass_time(hours=1)
    assert story.arrived(AN) == []


async def test_a_coordinators_reminder_calls_those_off_duty_at_once(story: Story) -> None:
    await small_network(story)
    await put_on_duty(story)
    await declare(story)
    await story.pass_time(minutes=3)
    story.look_away()

    await story.press(COORDINATOR, "🔔 Nhắc 2 đơn vị")
    said = await story.press(COORDINATOR, "🔔 Gửi lời nhắc")

    assert said == "Đang nhắc 2 người chưa trả lời và gọi thêm 1 người ngoài ca trực."
    assert called(story, AN, BINH) == [True, False]
    await story.pass_time(minutes=8)
    assert not [text for text in story.arrived(AN) if "Mức độ" in text]


async def test_a_restart_before_the_widening_loses_nothing(story: Story) -> None:
    await small_network(story)
    await put_on_duty(story)
    await declare(story)

    await story.restart()
    await story.pass_time(minutes=12)

    assert called(story, AN) == [True]


async def test_the_end_is_told_to_those_who_were_called_and_to_nobody_else(story: Story) -> None:
    await small_network(story)
    await put_on_duty(story)
    await declare(story)
    await story.press(BINH, "✅ Sẵn sàng")
    story.look_away()

    await story.press(COORDINATOR, "🟢 Kết thúc")
    await story.say(COORDINATOR, "Đã nối lại tuyến cáp.")
    await story.press(COORDINATOR, "🟢 Kết thúc và gửi tới 2 người")

    assert ["🟢 Kết thúc cảnh báo" in text for text in story.arrived(BINH)] == [True]
    assert story.arrived(AN) == []


async def test_the_businesss_card_leads_to_its_roster_and_its_group_and_back(story: Story) -> None:
    await small_network(story)
    await story.say(AN, "/donvi")
    await story.press(AN, "🗓 Lịch trực")
    assert story.text(AN).startswith(HEAD)
    await story.press(AN, "🏢 Xem đơn vị")

    await story.press(AN, "👥 Nhóm Telegram")
    assert "Gắn nhóm Telegram với Viễn thông Sông Hồng" in story.text(AN)
    await story.press(AN, "🏢 Xem đơn vị")

    assert "🗓 Lịch trực" in buttons_of(story.last(AN))
