"""A business's own group: bound by its primary contact, in it its alerts, answered only by those who speak for it."""

import pytest
from sqlmodel import select

from bot.sandbox.acts.groups import migrate
from bot.sandbox.traffic.faults import Fault
from models.groups import Group
from models.members import ContactKind, Member, MemberStatus, Sector
from tests.enrolment import enrol
from tests.scenarios.declaring import AN, BINH, CHI, declare, declared, small_network
from tests.scenarios.grouping import bind, link
from tests.scenes import scene
from tests.story import COORDINATOR, Json, Story, buttons_of, links_of, text_of

GUEST = 301


@scene
async def network_with_group(story: Story) -> int:
    """Bind a group of An, Bình, Chi and a guest to the telecom business; returns its id."""
    await small_network(story)
    story.person(GUEST, "Khách", started=False)
    return await bind(story, AN, "Trực ban Sông Hồng", BINH, CHI, GUEST)


async def end(story: Story) -> None:
    """End the incident."""
    await story.press(COORDINATOR, "🟢 Kết thúc")
    await story.say(COORDINATOR, "Đã nối lại tuyến cáp.")
    await story.press(COORDINATOR, "🟢 Kết thúc và gửi")


# Binding


async def test_the_primary_contact_binds_a_group_by_a_link_and_the_group_is_told_what_that_means(story: Story) -> None:
    await small_network(story)
    story.person(GUEST, "Khách", started=False)
    group = story.world.create_group("Trực ban Sông Hồng", [AN, GUEST], with_bot=False)

    await story.say(AN, "/nhom")
    assert "Liên kết dùng một lần, cho riêng Anh/Chị, đến 10:00, 20/11/2026." in story.text(AN)
    (url,) = links_of(story.last(AN))
    assert "?startgroup=i-" in url
    story.look_away()
    await story.world.open_group_link(AN, group, url.partition("=")[2])
    await story.settle()

    (welcome,) = story.arrived(group)
    assert "Nhóm này đã gắn với Viễn thông Sông Hồng." in welcome
    assert "chỉ người đại diện của đơn vị trả lời" in welcome
    assert "nhóm không nên có người ngoài" in welcome
    assert story.arrived(AN) == story.arrived(GUEST) == []
    (told,) = story.arrived(BINH)
    assert "Nhóm Telegram Trực ban Sông Hồng vừa được gắn với Viễn thông Sông Hồng" in told


async def test_a_link_works_once(story: Story) -> None:
    await small_network(story)
    payload = await link(story, AN)
    first, second = (story.world.create_group(title, [AN], with_bot=False) for title in ("Một", "Hai"))
    for group in (first, second):
        await story.world.open_group_link(AN, group, payload)
        await story.settle()

    assert len(story.arrived(first)) == 1
    assert "Liên kết mời này đã được dùng." in story.arrived(second)[-1]
    await declare(story)
    assert len(story.arrived(first)) == 1
    assert story.arrived(second) == []


async def test_only_who_made_the_link_can_use_it_and_it_stays_theirs(story: Story) -> None:
    await small_network(story)
    payload = await link(story, AN)
    group = story.world.create_group("Nhóm", [CHI, AN], with_bot=False)
    await story.world.open_group_link(CHI, group, payload)
    await story.settle()
    assert "do người khác tạo" in story.arrived(group)[-1]

    await story.world.open_group_link(AN, group, payload)
    await story.settle()

    assert "Nhóm này đã gắn với Viễn thông Sông Hồng." in story.text(group)


async def test_a_link_runs_out_after_an_hour(story: Story) -> None:
    await small_network(story)
    payload = await link(story, AN)
    group = story.world.create_group("Nhóm", [AN], with_bot=False)
    await story.pass_time(hours=1)

    await story.world.open_group_link(AN, group, payload)
    await story.settle()

    assert "đã hết hạn" in story.text(group)


async def test_a_link_opened_in_the_private_chat_binds_nothing_and_stays_good(story: Story) -> None:
    await small_network(story)
    payload = await link(story, AN)
    await story.world.open_link(AN, payload)
    await story.settle()
    group = story.world.create_group("Nhóm", [AN], with_bot=False)

    await story.world.open_group_link(AN, group, payload)
    await story.settle()

    assert "Nhóm này đã gắn với Viễn thông Sông Hồng." in story.text(group)


async def test_a_backup_contact_sees_the_group_and_cannot_bind_one(story: Story) -> None:
    await enrol(story, AN, "Nguyễn Văn An", "Viễn thông Sông Hồng")
    await enrol(story, BINH, "Lê Thị Bình", "Viễn thông Sông Hồng", contact=ContactKind.BACKUP)

    await story.say(BINH, "/nhom")
    assert "Đầu mối chính của đơn vị có thể gắn nhóm" in story.text(BINH)
    assert links_of(story.last(BINH)) == []
    refused = await story.forge(BINH, story.last(BINH), "gr:1:link")
    assert refused == "Chỉ đầu mối chính của đơn vị gắn được nhóm Telegram."
    await bind(story, AN, "Trực ban", BINH)
    await story.say(BINH, "/nhom")
    assert "đang gắn với nhóm Trực ban từ 09:00, 20/11/2026" in story.text(BINH)
    assert "🔁 Đổi sang nhóm khác" not in buttons_of(story.last(BINH))


async def test_where_there_is_no_primary_contact_anybody_who_speaks_for_the_business_binds(story: Story) -> None:
    await enrol(story, BINH, "Lê Thị Bình", "Viễn thông Sông Hồng", contact=ContactKind.BACKUP)

    group = await bind(story, BINH, "Trực ban")

    assert "Nhóm này đã gắn với Viễn thông Sông Hồng." in story.text(group)


async def test_who_speaks_for_nobody_any_more_binds_nothing(story: Story) -> None:
    await small_network(story)
    payload = await link(story, AN)
    group = story.world.create_group("Nhóm", [AN], with_bot=False)
    await change_status(story, "Viễn thông Sông Hồng", MemberStatus.SUSPENDED)

    await story.world.open_group_link(AN, group, payload)
    await story.settle()

    assert story.text(group) == "Anh/Chị không còn là người đại diện của đơn vị này."


async def test_a_stranger_has_nothing_to_bind(story: Story) -> None:
    stranger = story.person(900, "Người lạ")

    await story.say(stranger, "/nhom")
    assert "chưa đại diện cho đơn vị thành viên nào" in story.text(stranger)
    await small_network(story)
    for verb in ("show", "link", "ask", "unbind"):
        refused = await story.forge(stranger, story.last(stranger), f"gr:1:{verb}")
        assert refused == "Anh/Chị không còn là người đại diện của đơn vị này."


async def test_a_chat_of_another_business_is_refused(story: Story) -> None:
    group = await network_with_group(story)

    await story.world.open_group_link(CHI, group, await link(story, CHI))
    await story.settle()

    assert story.text(group) == "Nhóm này đang gắn với một đơn vị khác. Mỗi nhóm chỉ gắn với một đơn vị."


async def test_binding_the_same_group_again_says_so(story: Story) -> None:
    group = await network_with_group(story)
    await story.say(AN, "/nhom")
    await story.press(AN, "🔁 Đổi sang nhóm khác")
    (url,) = links_of(story.last(AN))

    await story.world.open_group_link(AN, group, url.partition("=")[2])
    await story.settle()

    assert story.text(group) == "Nhóm này đã gắn với Viễn thông Sông Hồng từ trước; không cần gắn lại."


async def test_another_group_takes_the_place_of_the_first_which_is_told(story: Story) -> None:
    first = await network_with_group(story)
    await story.say(AN, "/nhom")
    await story.press(AN, "🔁 Đổi sang nhóm khác")
    assert "Nhóm đang gắn sẽ được thay bằng nhóm mới." in story.text(AN)
    (url,) = links_of(story.last(AN))
    second = story.world.create_group("Trực ban mới", [AN], with_bot=False)
    story.look_away(AN, BINH, first)
    await story.world.open_group_link(AN, second, url.partition("=")[2])
    await story.settle()

    assert ["không còn gắn với Viễn thông Sông Hồng" in text for text in story.arrived(first)] == [True]
    assert [text.partition(" vừa")[0] for text in story.arrived(BINH)] == ["👥 Nhóm Telegram Trực ban mới"]
    await declare(story)
    assert story.arrived(first) == []
    assert "SC-2026-0001" in story.text(second)


async def test_who_speaks_for_two_businesses_is_asked_which(story: Story) -> None:
    await small_network(story)
    await enrol(story, AN, "Nguyễn Văn An", "Công nghệ Hoa Sen", sectors=(Sector.IT,))

    await story.say(AN, "/nhom")
    await story.press(AN, "Công nghệ Hoa Sen")

    assert "Gắn nhóm Telegram với Công nghệ Hoa Sen" in story.text(AN)


# Added by hand, commands and other noise


async def test_a_bot_added_by_hand_says_once_how_to_bind_and_nothing_else(story: Story) -> None:
    await small_network(story)
    group = story.world.create_group("Nhóm lạ", [AN, CHI])
    await story.settle()

    (said,) = story.arrived(group)
    assert "đề nghị đầu mối chính của đơn vị bấm nút dưới đây" in said
    (url,) = links_of(story.last(group))
    for text in ("Xin chào", "/suco Mất điện", "/menu", "/start"):
        await story.say(AN, text, group=group)
    assert story.arrived(group) == []
    await story.world.open_link(AN, url.partition("?start=")[2])
    await story.settle()
    assert "Gắn nhóm Telegram với Viễn thông Sông Hồng" in story.text(AN)


async def test_in_an_unbound_group_a_command_that_names_the_bot_is_told_where_it_belongs(story: Story) -> None:
    await small_network(story)
    group = story.world.create_group("Nhóm lạ", [AN])
    await story.settle()
    story.look_away(group)

    await story.say(AN, f"/suco@{story.world.username} Mất điện", group=group)

    assert story.arrived(group) == ["Đề nghị Anh/Chị nhắn riêng với bot để dùng lệnh này."]
    await story.say(AN, "/nhom", group=group)
    assert ["Bot chỉ làm việc trong nhóm riêng" in text for text in story.arrived(group)] == [True]


async def test_a_bound_group_is_told_seldom_where_commands_belong_and_never_chatted_with(story: Story) -> None:
    group = await network_with_group(story)
    story.world.chat(group).bot_is_admin = True

    for text in ("/menu", "/tinhhinh", "Anh em chú ý", "/help"):
        await story.say(AN, text, group=group)

    assert story.arrived(group) == ["Đề nghị Anh/Chị nhắn riêng với bot để dùng lệnh này."]
    await story.pass_time(minutes=10)
    await story.say(AN, "/menu", group=group)
    assert len(story.arrived(group)) == 1


# Alerts in the group


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
    await story.settle()

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


# Letting go, being put out, moving


async def test_a_representative_lets_the_group_go_in_it(story: Story) -> None:
    group = await network_with_group(story)
    await declare(story)
    story.look_away()
    await story.say(BINH, "/nhom", group=group)
    await story.press(BINH, "➖ Bỏ gắn nhóm", group=group)
    assert "Bỏ gắn nhóm Trực ban Sông Hồng khỏi Viễn thông Sông Hồng?" in story.text(group)
    said = await story.press(GUEST, "➖ Bỏ gắn", group=group)
    assert said == "Trong nhóm này, chỉ người đại diện của Viễn thông Sông Hồng trả lời được."
    await story.press(BINH, "◀ Giữ nguyên", group=group)
    await story.press(BINH, "➖ Bỏ gắn nhóm", group=group)

    await story.press(BINH, "➖ Bỏ gắn", group=group)

    assert "không còn gắn với Viễn thông Sông Hồng" in story.text(group)
    assert len(story.arrived(group)) == 1
    assert ["đã được bỏ gắn" in text for text in story.arrived(AN)] == [True]
    assert story.arrived(BINH) == []
    await story.press(AN, "✅ Sẵn sàng")
    assert "✔ Viễn thông" not in text_of(story.last_with(group, "✅ Sẵn sàng"))
    await end(story)
    assert story.arrived(group) == []


async def test_a_second_tap_on_letting_go_finds_no_group(story: Story) -> None:
    group = await network_with_group(story)
    await story.say(AN, "/nhom")
    await story.press(AN, "➖ Bỏ gắn nhóm")
    asked = story.last(AN)
    await story.press(AN, "➖ Bỏ gắn")
    assert "Đã bỏ gắn nhóm của Viễn thông Sông Hồng" in story.text(AN)
    assert ["không còn gắn với" in text for text in story.arrived(group)] == [True]

    assert await story.forge(AN, asked, "gr:1:unbind") == "Đơn vị hiện không gắn với nhóm nào."

    assert story.arrived(group) == []


async def test_a_bot_that_was_put_out_tells_the_primary_contacts_once(story: Story) -> None:
    group = await network_with_group(story)
    await enrol(story, 204, "Mai", "Viễn thông Sông Hồng", contact=ContactKind.BACKUP)
    story.look_away()

    story.world.kick_bot(group)
    await story.settle()
    await declare(story)

    for contact in (AN, BINH):
        lost, alert = story.arrived(contact)
        assert "Bot không còn gửi được tin vào nhóm Telegram của Viễn thông Sông Hồng" in lost
        assert "SC-2026-0001" in alert
    assert ["SC-2026-0001" in text for text in story.arrived(204)] == [True]


async def test_a_group_that_cannot_be_written_to_is_lost_at_the_first_try(story: Story) -> None:
    group = await network_with_group(story)
    story.world.chat(group).bot_is_member = False

    await declare(story)

    assert ["Bot không còn gửi được tin vào nhóm" in text for text in story.arrived(AN)].count(True) == 1
    await story.pass_time(minutes=1)
    await end(story)
    assert not [text for text in story.arrived(AN) if "Bot không còn gửi được tin vào nhóm" in text]


async def test_a_lost_group_is_bound_again_by_a_new_link(story: Story) -> None:
    group = await network_with_group(story)
    story.world.kick_bot(group)
    await story.settle()
    story.look_away()

    await story.world.open_group_link(AN, group, await link(story, AN))
    await story.settle()
    await declare(story)

    assert [text.partition(" ")[0] for text in story.arrived(group)] == ["👥", "🔴"]


async def test_a_group_that_becomes_a_supergroup_goes_on_with_its_open_cards(story: Story) -> None:
    group = await network_with_group(story)
    await declare(story)
    await end(story)
    await declare(story, "Mất điện tại Ba Vì")

    moved = story.world.migrate_group(group)
    await story.settle()

    (card,) = story.arrived(moved)
    assert "SC-2026-0002" in card
    said = await story.press(BINH, "✅ Sẵn sàng", group=moved)
    assert said == "Đã ghi nhận: Sẵn sàng. Xin cảm ơn Quý đơn vị."
    assert "✔ Viễn thông Sông Hồng: ✅ Sẵn sàng" in story.text(moved)
    await story.say(AN, "/nhom", group=moved)
    assert "Nhóm này gắn với Viễn thông Sông Hồng" in story.text(moved)


@pytest.mark.parametrize("joins_after", [0, 1, 2])
async def test_a_group_that_moves_keeps_its_binding_silently_whenever_the_bot_hears_that_it_joined(
    story: Story, joins_after: int
) -> None:
    group = await network_with_group(story)
    await declare(story)
    story.look_away(AN, BINH, group)

    moved = migrate(story.world, group, joins_after=joins_after)
    await story.settle()

    (card,) = story.arrived(moved)
    assert "SC-2026-0001" in card
    assert story.arrived(AN) == story.arrived(group) == []
    await story.press(AN, "✅ Sẵn sàng", group=moved)
    assert "✔ Viễn thông Sông Hồng: ✅ Sẵn sàng" in story.text(moved)


def by_anonymous(story: Story, chat_id: int, kind: str, **content: object) -> Json:
    """Make a message of an anonymous admin of a group, as the Bot API shows it."""
    chat = {"id": chat_id, "type": kind, "title": "Tổ trực"}
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    now = int(story.clock.now().timestamp())
    return {"message_id": 9_000, "date": now, "chat": chat, "from": anonymous, "sender_chat": chat, **content}


async def test_a_group_that_an_anonymous_admin_moves_or_renames_is_followed(story: Story) -> None:
    group = await network_with_group(story)
    for content in ({"new_chat_title": "Tổ trực đêm"}, {"migrate_to_chat_id": -1_000_000_000_777}):
        story.world.queue.put("message", by_anonymous(story, group, "group", **content), 1087968824)
    await story.settle()

    async with story.database.reading() as session:
        kept = (await session.exec(select(Group))).one()
    assert (kept.title, kept.chat_id) == ("Tổ trực đêm", -1_000_000_000_777)


async def test_an_anonymous_admin_is_told_how_to_be_known(story: Story) -> None:
    group = await network_with_group(story)
    story.look_away(group)
    command = {"text": "/nhom", "entities": [{"type": "bot_command", "offset": 0, "length": 5}]}
    for _ in range(2):
        story.world.queue.put("message", by_anonymous(story, group, "group", **command), 1087968824)
    await story.settle()

    (words,) = story.arrived(group)
    assert "tắt chế độ ẩn danh" in words


@pytest.mark.parametrize(
    ("topic", "answered_in"),
    [({"message_thread_id": 7, "is_topic_message": True}, 7), ({"message_thread_id": 1}, None)],
)
async def test_a_command_in_a_topic_is_answered_there_and_in_general_without_its_id(
    story: Story, topic: Json, answered_in: int | None
) -> None:
    group = await network_with_group(story)
    have_topic(story, group)
    story.look_away(group)

    await ask_in(story, group, topic)

    assert story.last(group).get("message_thread_id") == answered_in


async def ask_in(story: Story, group: int, topic: Json) -> None:
    """Let An write /nhom in a topic of a group."""
    command = {"text": "/nhom", "entities": [{"type": "bot_command", "offset": 0, "length": 5}]}
    written = by_anonymous(story, group, "group", **command, **topic)
    del written["sender_chat"]
    written["from"] = {"id": AN, "is_bot": False, "first_name": "An"}
    story.world.queue.put("message", written, AN)
    await story.settle()


def have_topic(story: Story, group: int) -> None:
    """Let a group be a forum with a topic 7."""
    forum = story.world.chat(group)
    forum.type, forum.is_forum = "supergroup", True
    forum.topics[7] = {"name": "Trực ban", "icon_color": 0, "closed": False}


async def choose_topic(story: Story, group: int) -> None:
    """Let what comes to a group appear in its topic 7."""
    have_topic(story, group)
    await ask_in(story, group, {"message_thread_id": 7, "is_topic_message": True})
    await story.press(AN, "👥 Hiện tại chủ đề này", group=group)
    story.look_away(group)


async def test_in_a_forum_what_comes_to_the_group_appears_in_the_topic_that_was_chosen(story: Story) -> None:
    group = await network_with_group(story)

    await choose_topic(story, group)
    assert "Từ nay cảnh báo và nhiệm vụ của Viễn thông Sông Hồng hiện tại chủ đề này" in story.text(group)
    await declare(story)

    card = story.last_with(group, "✅ Sẵn sàng")
    assert card["message_thread_id"] == 7
    await story.press(AN, "✅ Sẵn sàng", group=group)
    await ask_in(story, group, {"message_thread_id": 7, "is_topic_message": True})
    assert "👥 Hiện tại chủ đề này" not in buttons_of(story.last(group))


@pytest.mark.parametrize("says", ["TOPIC_CLOSED", "TOPIC_DELETED", "message thread not found"])
async def test_what_a_topic_does_not_take_appears_in_general(story: Story, says: str) -> None:
    group = await network_with_group(story)
    await choose_topic(story, group)
    story.world.faults.add(Fault("400", "sendMessage", chat_id=group, says=says))

    await declare(story)

    (card,) = [message for message in story.chat(group) if "SC-2026-0001" in text_of(message)]
    assert "message_thread_id" not in card
    await story.press(AN, "✅ Sẵn sàng", group=group, message=card)
    await story.say(AN, "/nhom", group=group)
    assert "Nhóm này gắn với Viễn thông Sông Hồng" in story.text(group)


async def test_what_neither_a_topic_nor_general_takes_reaches_the_primary_contact(story: Story) -> None:
    group = await network_with_group(story)
    await choose_topic(story, group)
    story.look_away(AN)
    story.world.faults.add(Fault("400", "sendMessage", chat_id=group, says="TOPIC_CLOSED", times=2))

    await declare(story)
    await story.settle()

    told = story.arrived(AN)
    assert any("SC-2026-0001" in each for each in told)
    assert any("không còn gửi được tin vào nhóm Telegram" in each for each in told)


async def test_a_group_bound_in_a_topic_gets_its_cards_there(story: Story) -> None:
    await small_network(story)
    group = story.world.create_group("Diễn đàn Sông Hồng", [AN])
    have_topic(story, group)
    await story.settle()
    command = f"/start@{story.world.bot_user()['username']}"
    written = by_anonymous(
        story,
        group,
        "supergroup",
        text=f"{command} {await link(story, AN)}",
        entities=[{"type": "bot_command", "offset": 0, "length": len(command)}],
        message_thread_id=7,
        is_topic_message=True,
    )
    del written["sender_chat"]
    written["from"] = {"id": AN, "is_bot": False, "first_name": "An"}
    story.world.queue.put("message", written, AN)
    await story.settle()

    await declare(story)

    assert story.last_with(group, "✅ Sẵn sàng")["message_thread_id"] == 7


@pytest.mark.parametrize(
    "says",
    [
        "TOPIC_CLOSED",
        "have no write access",
        "CHAT_RESTRICTED",
        "CHAT_SEND_PLAIN_FORBIDDEN",
        "CHAT_ADMIN_REQUIRED",
        "?",
    ],
)
async def test_an_alert_that_a_group_does_not_take_reaches_the_primary_contact_and_coordinators_hear_of_it(
    story: Story, says: str
) -> None:
    group = await network_with_group(story)
    story.look_away(AN, COORDINATOR)
    story.world.faults.add(Fault("400", "sendMessage", chat_id=group, says=says))

    await declare(story)
    await story.settle()

    told = story.arrived(AN)
    assert any("SC-2026-0001" in each for each in told)
    assert any("không còn gửi được tin vào nhóm Telegram" in each for each in told)
    assert any(
        "không gửi được tin vào nhóm Telegram của Viễn thông Sông Hồng" in each for each in story.arrived(COORDINATOR)
    )


async def test_a_card_that_is_our_own_mistake_costs_no_group_its_binding(story: Story) -> None:
    group = await network_with_group(story)
    story.world.faults.add(Fault("400", "sendMessage", chat_id=group, says="message is too long"))

    await declare(story)
    await story.settle()

    await story.say(AN, "/nhom", group=group)
    assert "Nhóm này gắn với Viễn thông Sông Hồng" in story.text(group)


async def test_an_alert_finds_a_group_that_moved_without_our_being_told(story: Story) -> None:
    group = await network_with_group(story)
    await declare(story)
    moved = story.world.migrate_group(group)
    story.world.queue.clear()

    await story.press(AN, "✅ Sẵn sàng")
    await declare(story, "Mất điện tại Ba Vì")
    await story.pass_time(seconds=10)

    first, second = sorted(story.arrived(moved))
    assert "✔ Viễn thông Sông Hồng: ✅ Sẵn sàng" in first
    assert "SC-2026-0002" in second
    assert await story.press(AN, "⛔ Không thể", group=moved, message=story.last(moved))


async def test_a_group_that_moves_in_the_middle_of_a_broadcast_gets_the_alert_once(story: Story) -> None:
    group = await network_with_group(story)
    await story.world.say(COORDINATOR, "/suco Mất điện")
    await story.settle()
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "📨 Gửi tới")
    story.world.faults.add(Fault("429", "sendMessage", chat_id=group, seconds=2))
    confirm = story.last_with(COORDINATOR, "🚨 Xác nhận gửi")
    await story.world.press(COORDINATOR, confirm["message_id"], "🚨 Xác nhận gửi")
    await story.house.poller.poll(wait_seconds=0)
    await story.house.dispatcher.drain()
    await story.house.delivery.drain()
    moved = story.world.migrate_group(group)

    await story.restart()
    await story.pass_time(seconds=10)

    assert ["SC-2026-0001" in text for text in story.arrived(moved)] == [True]
    assert story.arrived(group) == []


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


async def change_status(story: Story, business: str, status: MemberStatus) -> None:
    """Let a business be suspended, or leave."""
    async with story.database.writing() as session:
        member = (await session.exec(select(Member).where(Member.name == business))).one()
        member.status = status
