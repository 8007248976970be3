"""A business's own group is bound by its primary contact, by a link; everything else there is met with few words."""

from models.members import ContactKind, MemberStatus, Sector
from tests.enrolment import enrol
from tests.scenarios.declaring import AN, BINH, CHI, declare, small_network
from tests.scenarios.grouping import GUEST, bind, change_status, link, network_with_group
from tests.story import Story, buttons_of, links_of


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
