"""In a business's own group its alerts appear, and only those who speak for it answer them."""

import pytest

from models.members import MemberStatus, Sector
from tests.enrolment import enrol
from tests.scenarios.declaring import AN, BINH, CHI, declare, declared, small_network
from tests.scenarios.grouping import GUEST, bind, change_status, end, link, network_with_group
from tests.story import COORDINATOR, Story, buttons_of, text_of


async def test_an_alert_appears_in_the_group_and_is_answered_there_by_a_representative(story: Story) -> None:
    group = await network_with_group(story)
    await declare(story)
    (card,) = story.arrived(group)
    assert "SC-2026-0001 · Mất kết nối cáp quang tại Hoàn Kiếm" in card
    assert "➕ Người, phương tiện, ghi chú" not in buttons_of(story.last(group))

    said = await story.press(BINH, "🕐 30 phút", group=group)

    assert said == "Đã ghi nhận: Sẵn sàng, có mặt sau 30 phút. Xin cảm ơn Quý đơn vị."
    for chat in (group, AN, BINH):
        assert "✔ Viễn thông Sông Hồng: 🕐 Sẵn sàng, có mặt sau 30 phút\nLê Thị Bình, 09:00" in story.text(chat)
    await story.pass_time(seconds=4)
    tally = story.text(COORDINATOR)
    assert "✅ Sẵn sàng: 1 (50%)" in tally
    assert "3 người" in tally
    assert story.arrived(group) == []


async def test_an_answer_given_in_private_shows_in_the_group(story: Story) -> None:
    group = await network_with_group(story)
    await declare(story)

    await story.press(AN, "⛔ Không thể")

    assert "✔ Viễn thông Sông Hồng: ⛔ Không thể tham gia\nNguyễn Văn An" in story.text(group)


async def test_a_second_tap_in_the_group_changes_nothing(story: Story) -> None:
    group = await network_with_group(story)
    await declare(story)
    await story.press(AN, "✅ Sẵn sàng", group=group)

    said = await story.press(BINH, "✅ Sẵn sàng", group=group)

    assert said == "Câu trả lời này đã được ghi nhận lúc 09:00, 20/11/2026; không cần bấm lại."
    assert "Nguyễn Văn An, 09:00" in story.text(group)


@pytest.mark.parametrize("who", [GUEST, CHI])
async def test_nobody_else_in_the_group_answers_or_looks(story: Story, who: int) -> None:
    group = await network_with_group(story)
    await declare(story)
    story.look_away()

    for button in ("✅ Sẵn sàng", "ℹ️ Xem chi tiết"):
        said = await story.press(who, button, group=group)
        assert said == "Trong nhóm này, chỉ người đại diện của Viễn thông Sông Hồng trả lời được."

    assert "✔ Viễn thông" not in story.text(group)
    assert story.arrived(who) == story.arrived(group) == []


async def test_who_speaks_for_two_businesses_answers_in_a_group_for_its_own_only(story: Story) -> None:
    group = await network_with_group(story)
    await enrol(story, AN, "Nguyễn Văn An", "Công nghệ Hoa Sen", sectors=(Sector.IT,))
    await declare(story)

    await story.press(AN, "✅ Sẵn sàng", group=group)

    assert "✔ Viễn thông Sông Hồng: ✅ Sẵn sàng" in story.text(AN)
    assert "✔ Công nghệ Hoa Sen" not in story.text(AN)
    assert "Công nghệ Hoa Sen" not in story.text(group)


async def test_a_tap_forged_from_another_group_answers_for_nobody(story: Story) -> None:
    await network_with_group(story)
    other = await bind(story, CHI, "Nhóm Hoa Sen", AN)
    await story.say(COORDINATOR, "/suco Đứt cáp")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "✏️ Sửa")
    await story.press(COORDINATOR, "Lĩnh vực")
    await story.press(COORDINATOR, "Viễn thông")
    await story.press(COORDINATOR, "✔ Xong")
    await story.press(COORDINATOR, "▶️ Xem trước")
    await story.press(COORDINATOR, "📨 Gửi tới 1 đơn vị")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")
    assert story.arrived(other) == []
    welcome = story.last(other)

    refused = await story.forge(AN, welcome, "a:1:ready", group=other)
    assert refused == "Trong nhóm này, chỉ người đại diện của Công nghệ Hoa Sen trả lời được."
    refused = await story.forge(CHI, welcome, "a:1:ready", group=other)
    assert refused == "Cảnh báo này không gửi đến đơn vị của Anh/Chị."
    assert "✔ Viễn thông" not in story.text(AN)


async def test_the_details_are_whispered_to_the_representative_who_asks_for_them_in_the_group(story: Story) -> None:
    group = await network_with_group(story)
    await declare(story)
    story.look_away()

    said = await story.press(AN, "ℹ️ Xem chi tiết", group=group)

    assert said == "Chi tiết đã được gửi vào cuộc trò chuyện riêng của Anh/Chị với bot."
    assert ["Sở Khoa học và Công nghệ" in text for text in story.arrived(AN)] == [True]
    assert story.arrived(group) == []


async def test_whom_the_bot_cannot_write_to_is_led_to_the_private_chat(story: Story) -> None:
    group = await network_with_group(story)
    await declare(story)
    story.world.block(BINH)
    await story.settle()

    card = story.last_with(group, "ℹ️ Xem chi tiết")
    query = await story.world.press(BINH, card["message_id"], "ℹ️ Xem chi tiết", chat_id=group)
    await story.settle()

    answer = story.world.answer(query)
    assert answer is not None
    assert "Bot chưa nhắn riêng được cho Anh/Chị" in answer["text"]
    assert answer["url"] == f"https://t.me/{story.world.username}?start=menu"
    assert await story.press(BINH, "✅ Sẵn sàng", group=group) == "Đã ghi nhận: Sẵn sàng. Xin cảm ơn Quý đơn vị."


async def test_reminders_stay_private(story: Story) -> None:
    group = await network_with_group(story)
    await declare(story)
    story.look_away(AN, group)

    await story.pass_time(minutes=5)

    assert len(story.arrived(AN)) == 1
    assert story.arrived(group) == []


async def test_updates_and_the_end_appear_in_the_group_where_the_business_stands_down(story: Story) -> None:
    group = await network_with_group(story)
    other = await bind(story, CHI, "Nhóm Hoa Sen")
    await declare(story)
    await story.press(AN, "✅ Sẵn sàng", group=group)
    await story.pass_time(seconds=4)
    story.look_away(group, other)

    await story.press(COORDINATOR, "✉️ Nhắn tin…")
    await story.press(COORDINATOR, "📣 Báo tin cho tất cả")
    await story.say(COORDINATOR, "Đội một đã tới nơi.")
    await story.press(COORDINATOR, "📨 Gửi tới")
    for chat in (group, other):
        assert ["Đội một đã tới nơi." in text for text in story.arrived(chat)] == [True]

    await story.press(COORDINATOR, "🟢 Kết thúc")
    await story.say(COORDINATOR, "Đã nối lại tuyến cáp.")
    await story.press(COORDINATOR, "🟢 Kết thúc và gửi")
    await story.pass_time(seconds=10)

    for chat in (group, other):
        assert ["🟢 Kết thúc cảnh báo" in text for text in story.arrived(chat)] == [True]
        assert "👍 Cảnh báo hữu ích" not in buttons_of(story.last(chat))
    assert "✔ Đã rút lực lượng" not in buttons_of(story.last(other))
    assert await story.press(AN, "✔ Đã rút lực lượng", group=group) == (
        "Đã ghi nhận. Xin cảm ơn Quý đơn vị đã tham gia."
    )
    (card,) = (text_of(one) for one in story.chat(group) if "Mức độ" in text_of(one))
    assert "Đã rút lực lượng lúc" in card


async def test_a_group_bound_during_an_incident_gets_its_card(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    group = story.world.create_group("Trực ban", [AN], with_bot=False)

    await story.world.open_group_link(AN, group, await link(story, AN))
    await story.settle()

    welcome, card = story.arrived(group)
    assert "đã gắn với" in welcome
    assert "✔ Viễn thông Sông Hồng: ✅ Sẵn sàng" in card


async def test_nothing_goes_to_the_group_of_a_suspended_business(story: Story) -> None:
    group = await network_with_group(story)
    await declare(story)
    await change_status(story, "Viễn thông Sông Hồng", MemberStatus.SUSPENDED)
    story.look_away(group)

    await end(story)
    await declare(story, "Sự cố khác")

    assert story.arrived(group) == []
    said = await story.forge(AN, story.last(group), "a:2:ready", group=group)
    assert said == "Trong nhóm này, chỉ người đại diện của Viễn thông Sông Hồng trả lời được."


async def test_the_group_of_a_business_that_has_left_is_let_go_and_told(story: Story) -> None:
    group = await network_with_group(story)

    await change_status(story, "Viễn thông Sông Hồng", MemberStatus.LEFT)
    await story.pass_time(seconds=10)

    assert ["không còn gắn với Viễn thông Sông Hồng" in text for text in story.arrived(group)] == [True]
    assert story.arrived(AN) == []
    await story.world.open_group_link(CHI, group, await link(story, CHI))
    await story.settle()
    assert "Nhóm này đã gắn với Công nghệ Hoa Sen." in story.text(group)


async def test_guests_who_ask_whose_group_it_is_are_answered_seldom(story: Story) -> None:
    group = await network_with_group(story)

    for _ in range(3):
        await story.say(GUEST, "/nhom", group=group)

    assert story.arrived(group) == ["Trong nhóm này, chỉ người đại diện của Viễn thông Sông Hồng trả lời được."]
    await story.say(AN, "/nhom", group=group)
    assert len(story.arrived(group)) == 1


async def test_a_restart_keeps_the_group(story: Story) -> None:
    group = await network_with_group(story)
    await story.restart()

    await declare(story)
    await story.restart()
    await story.press(AN, "✅ Sẵn sàng", group=group)

    assert "✔ Viễn thông Sông Hồng: ✅ Sẵn sàng" in story.text(group)


async def test_the_group_reads_the_language_of_who_bound_it(story: Story) -> None:
    await small_network(story)
    await story.say(AN, "/language")
    await story.press(AN, "English")
    group = await bind(story, AN, "Duty room")

    assert "This group now belongs to Viễn thông Sông Hồng." in story.text(group)
    await declare(story)
    assert "✅ Ready" in buttons_of(story.last(group))
