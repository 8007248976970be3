"""Who opens the bot is greeted by what they are."""

from tests.enrolment import enrol
from tests.scenarios.declaring import AN, CHI, declared, small_network
from tests.story import COORDINATOR, Story, buttons_of


async def test_a_coordinator_is_greeted_with_the_tools_of_the_office(story: Story) -> None:
    await story.say(COORDINATOR, "/start")

    (greeting,) = story.arrived(COORDINATOR)
    assert "Sở Khoa học và Công nghệ" in greeting
    assert "Điều phối viên" in greeting
    assert "🚨 Khai báo sự cố" in buttons_of(story.last(COORDINATOR))


async def test_a_stranger_is_invited_to_register_and_sees_nothing_else(story: Story) -> None:
    stranger = story.person(900, "Người lạ")

    await story.say(stranger, "/start")

    (greeting,) = story.arrived(stranger)
    assert "đăng ký tham gia" in greeting
    assert "🚨 Khai báo sự cố" not in buttons_of(story.last(stranger))


async def test_one_tap_switches_the_language_and_one_switches_it_back(story: Story) -> None:
    await story.say(COORDINATOR, "/start")

    assert await story.press(COORDINATOR, "🌐 English") == "The bot speaks English from now on."
    assert "🚨 Declare an incident" in buttons_of(story.last(COORDINATOR))
    assert await story.press(COORDINATOR, "🌐 Tiếng Việt") == "Từ nay bot sẽ dùng tiếng Việt."
    assert "🚨 Khai báo sự cố" in buttons_of(story.last(COORDINATOR))


async def test_a_coordinator_who_speaks_for_a_business_finds_its_page_in_the_menu(story: Story) -> None:
    await enrol(story, COORDINATOR, "Đoàn Thị Hạ", "Viễn thông Sông Hồng")

    await story.say(COORDINATOR, "/menu")

    assert sum(button.startswith("🏢") for button in buttons_of(story.last(COORDINATOR))) == 1
    await story.press(COORDINATOR, "🏢")
    assert "Viễn thông Sông Hồng" in story.text(COORDINATOR)


async def test_what_is_prepared_in_quiet_times_stands_behind_one_entry_of_the_menu(story: Story) -> None:
    await story.say(COORDINATOR, "/menu")
    await story.press(COORDINATOR, "🗂 Chuẩn bị")

    assert {"📐 Chính sách", "📑 Nhập, xuất", "🧰 Năng lực"} < set(buttons_of(story.last(COORDINATOR)))
    assert "🚨 Khai báo sự cố" not in buttons_of(story.last(COORDINATOR))
    await story.press(COORDINATOR, "◀ Quay lại")
    assert "🚨 Khai báo sự cố" in buttons_of(story.last(COORDINATOR))


async def test_what_is_looked_back_at_stands_behind_another_for_members_too(story: Story) -> None:
    await small_network(story)
    for person, there, not_there in (
        (COORDINATOR, {"🔬 Đánh giá", "📚 Bài học", "🏅 Tuyên dương", "🔢 Số liệu kỳ"}, set()),
        (AN, {"📚 Bài học", "🏅 Tuyên dương"}, {"🔬 Đánh giá", "🔢 Số liệu kỳ"}),
    ):
        await story.say(person, "/menu")
        await story.press(person, "🌤 Sau sự cố", message=story.last(person))
        buttons = set(buttons_of(story.last(person)))
        assert there <= buttons
        assert not not_there & buttons
        await story.press(person, "◀ Quay lại")


async def test_the_tally_leads_to_what_else_can_be_done_and_back(story: Story) -> None:
    await declared(story)
    await story.press(COORDINATOR, "⋯ Việc khác")

    assert "SC-2026-0001" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "◀ Bảng tổng hợp")
    assert "⋯ Việc khác" in buttons_of(story.last(COORDINATOR))


async def test_the_menu_names_what_is_half_written_and_leads_back_to_it(story: Story) -> None:
    await declared(story)
    await story.press(COORDINATOR, "✉️ Nhắn tin…")
    await story.press(COORDINATOR, "📣 Báo tin cho tất cả")

    await story.say(COORDINATOR, "/menu")

    assert "📝 Đang soạn dở: tin cập nhật, từ 09:00" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📝 Soạn tiếp")
    assert "Đang soạn dở" not in story.text(COORDINATOR)
    await story.say(COORDINATOR, "Mang theo máy hàn")
    assert "Mang theo máy hàn" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "/huy")
    await story.say(COORDINATOR, "/menu")
    assert "Đang soạn dở" not in story.text(COORDINATOR)


async def test_the_menu_of_coordinators_counts_what_waits_and_that_of_members_does_not(story: Story) -> None:
    await declared(story)
    await story.say(AN, "Cần mang theo gì?")
    await story.say(CHI, "Ở đâu?")

    await story.say(COORDINATOR, "/menu")
    await story.say(AN, "/menu")

    assert "💬 Hỏi đáp (2)" in buttons_of(story.last(COORDINATOR))
    assert "💬 Hỏi đáp" in buttons_of(story.last(AN))
