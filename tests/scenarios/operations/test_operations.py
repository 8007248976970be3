"""The operations group: registered by an owner, a topic for each incident, coordinators act there, words are a log."""

from tests.scenarios.declaring import AN, CHI, PIXEL, declare, small_network
from tests.scenarios.files import kinds_of
from tests.scenarios.reporting import report
from tests.scenes import scene
from tests.story import COORDINATOR, Json, Story, buttons_of, links_of, text_of

GUEST = 301


@scene
async def with_operations(story: Story) -> int:
    """Let the owner register a supergroup with topics, in which a guest sits; returns its id."""
    await small_network(story)
    story.person(GUEST, "Khách", started=False)
    group = story.world.create_forum("Điều hành Sở", [COORDINATOR, GUEST, CHI])
    await story.settle()
    await story.say(COORDINATOR, "/nhomdieuhanh", group=group)
    story.look_away()
    return group


def topic_of(story: Story, group: int) -> int:
    """Give the newest topic (its thread) of the group."""
    return max(story.world.chat(group).topics)


def in_topic(story: Story, group: int, thread: int) -> list[Json]:
    """Give what stands in a topic."""
    return [one for one in story.chat(group) if one.get("message_thread_id") == thread]


@scene
async def with_topic(story: Story) -> tuple[int, int]:
    """Declare an incident, and let its topic be opened and furnished; returns the group and the thread."""
    group = await with_operations(story)
    await declare(story)
    await story.pass_time(seconds=20)
    await story.pass_time(seconds=30)
    story.look_away()
    return group, topic_of(story, group)


async def test_an_incident_has_a_topic_of_its_own_with_pinned_cards_until_it_ends(story: Story) -> None:
    group, thread = await with_topic(story)

    forum = story.world.chat(group)
    assert [topic["name"] for topic in forum.topics.values()] == [
        "🔴 SC-2026-0001 · Mất kết nối cáp quang tại Hoàn Kiếm"
    ]
    declaration, tally = (one for one in in_topic(story, group, thread) if text_of(one))
    assert text_of(declaration).startswith("🔴 SC-2026-0001 · Mất kết nối cáp quang")
    assert buttons_of(declaration) == []
    assert "Chưa trả lời: 2" in text_of(tally)
    assert {declaration["message_id"], tally["message_id"]} <= set(forum.pinned)

    await story.press(AN, "✅ Sẵn sàng")
    await story.pass_time(seconds=20)
    assert "Sẵn sàng: 1" in text_of(forum.messages[tally["message_id"]])

    answer = await story.press(COORDINATOR, "🟠 Đang xử lý", group=group)
    assert answer
    await story.pass_time(seconds=20)
    assert text_of(forum.messages[declaration["message_id"]]).startswith("🟠")

    await story.press(COORDINATOR, "🟢 Kết thúc")
    await story.say(COORDINATOR, "Đã nối lại tuyến cáp.")
    await story.press(COORDINATOR, "🟢 Kết thúc và gửi")
    for _ in range(3):
        await story.pass_time(seconds=20)
    assert forum.topics[thread]["closed"]
    assert forum.topics[thread]["name"].startswith("🟢 SC-2026-0001")
    assert any("Đã nối lại tuyến cáp." in text_of(one) for one in in_topic(story, group, thread))


async def test_the_topic_hears_once_that_an_update_is_late_and_that_nothing_is_new(story: Story) -> None:
    group, thread = await with_topic(story)

    await story.pass_time(minutes=60)
    await story.pass_time(minutes=10)
    await story.press(COORDINATOR, "📣 Chưa có gì mới")
    await story.pass_time(seconds=20)

    said = [text_of(one) for one in in_topic(story, group, thread)]
    assert ["Quá giờ cập nhật" in text for text in said].count(True) == 1
    assert "Chưa có diễn biến mới." in said[-1]


async def test_words_in_a_topic_become_the_log_and_only_coordinators_look_into_it(story: Story) -> None:
    group, thread = await with_topic(story)

    said = await story.world.say(CHI, "Đội kéo cáp đã lên đường", group, thread_id=thread)
    await story.settle()
    await story.world.edit(CHI, said, "Đội kéo cáp đã tới nơi", group)
    await story.settle()
    there: Json = {"content": PIXEL, "chat_id": group, "thread_id": thread}
    await story.pass_time(minutes=1)
    await story.world.upload(CHI, filename="1.png", mime="image/png", kind="photo", caption="Măng xông cháy", **there)
    await story.pass_time(minutes=1)
    await story.world.upload(COORDINATOR, filename="2.ogg", mime="audio/ogg", kind="voice", **there)
    await story.settle()
    assert story.arrived(group) == []
    refused = await story.press(GUEST, "📖 Nhật ký", group=group)
    assert refused == "Chức năng này không thuộc vai trò của Anh/Chị."
    await story.press(COORDINATOR, "📖 Nhật ký", group=group)

    (log,) = (text_of(one) for one in in_topic(story, group, thread) if text_of(one).startswith("📖"))
    assert "Nhật ký: 4 tin" in log
    assert "Phạm Quế Chi\nĐội kéo cáp đã lên đường" in log
    assert "✏️ sửa lại\nĐội kéo cáp đã tới nơi\nTrước đó: Đội kéo cáp đã lên đường" in log
    assert log.split("\n\n")[-2:] == [
        "09:02 · Phạm Quế Chi\nMăng xông cháy\n📎 Kèm 1 tệp",
        "09:03 · Đoàn Thị Hạ\n📎 Kèm 1 tệp",
    ]
    await story.press(COORDINATOR, "📎 Xem 2 tệp", group=group)
    assert kinds_of(story.chat(COORDINATOR)[-2:]) == ["photo", "voice"]


async def test_tinhhinh_in_a_topic_says_who_does_what_now(story: Story) -> None:
    group, thread = await with_topic(story)

    await story.world.say(COORDINATOR, "/tinhhinh", group, thread_id=thread)
    await story.settle()

    answer = story.last(group)
    assert answer["message_thread_id"] == thread
    assert "Tham gia 0" in text_of(answer)
    await story.world.say(CHI, "/tinhhinh", group, thread_id=thread)
    await story.settle()
    assert "chỉ điều phối viên" in story.text(group)


async def test_without_topics_the_group_itself_serves_and_coordinators_are_told_once(story: Story) -> None:
    group, thread = await with_topic(story)
    story.world.act_on_topic(group, thread, "delete")

    await story.press(COORDINATOR, "🟠 Đang xử lý")
    for _ in range(3):
        await story.pass_time(seconds=20)

    general = [text_of(one) for one in story.chat(group) if "message_thread_id" not in one and text_of(one)]
    assert sum("SC-2026-0001" in text for text in general) == 2
    told = [text for text in story.arrived(COORDINATOR) if "không mở hoặc không viết được chủ đề" in text]
    assert len(told) == 1


async def test_an_owner_chooses_a_group_by_a_link_and_reads_what_lacks_in_words(story: Story) -> None:
    await small_network(story)
    await story.say(CHI, "/nhomdieuhanh")
    assert "không thuộc vai trò" in story.text(CHI)
    await story.say(COORDINATOR, "/nhomdieuhanh")
    (url,) = links_of(story.last(COORDINATOR))
    assert url.endswith("?startgroup=o-&admin=manage_topics+pin_messages+delete_messages")
    group = story.world.create_group("Điều hành Sở", [COORDINATOR, CHI], with_bot=False)
    story.look_away()

    await story.world.open_group_link(CHI, group, "o-")
    await story.settle()
    assert "không thuộc vai trò" in story.arrived(group)[-1]
    await story.world.open_group_link(COORDINATOR, group, "o-")
    await story.settle()

    assert "Nhóm này là nhóm điều hành." in story.arrived(group)[-1]
    page = story.last(COORDINATOR)
    assert "⚠️ Chủ đề đang tắt. Cách sửa: Chỉnh sửa nhóm → bật “Chủ đề”." in text_of(page)
    assert "⚠️ Bot chưa được ghim tin." in text_of(page)
    assert "mã sự cố ở dòng đầu" in text_of(page)


async def test_the_page_of_the_group_follows_its_rights_and_its_upgrade(story: Story) -> None:
    await small_network(story)
    group = story.world.create_group("Điều hành Sở", [COORDINATOR, CHI])
    await story.settle()
    await story.say(COORDINATOR, "/nhomdieuhanh", group=group)
    await declare(story)
    await story.pass_time(seconds=20)
    assert sum("SC-2026-0001" in text_of(one) for one in story.chat(group)) == 2
    await story.say(COORDINATOR, "/nhomdieuhanh")
    assert "⚠️" in story.text(COORDINATOR)

    forum = story.world.migrate_group(group)
    await story.settle()
    story.world.set_forum(forum, on=True)
    story.world.set_rights(forum)
    for _ in range(4):
        await story.pass_time(seconds=20)

    page = next(one for one in reversed(story.chat(COORDINATOR)) if "Nhóm điều hành: Điều hành Sở" in text_of(one))
    assert "⚠️" not in text_of(page)
    thread = topic_of(story, forum)
    assert [text_of(one)[:1] for one in in_topic(story, forum, thread) if text_of(one)] == ["🔴", "🔴"]


async def test_a_group_that_puts_the_bot_out_is_given_up_and_coordinators_hear_it_once(story: Story) -> None:
    group, _ = await with_topic(story)

    story.world.kick_bot(group)
    await story.pass_time(seconds=20)
    await story.press(AN, "✅ Sẵn sàng")
    await story.pass_time(minutes=2)

    told = [text for text in story.arrived(COORDINATOR) if "không còn gửi được tin vào nhóm điều hành" in text]
    assert len(told) == 1
    await story.say(COORDINATOR, "/nhomdieuhanh")
    assert "Chưa đăng ký nhóm nào" in story.text(COORDINATOR)


async def test_an_anonymous_admin_and_a_stranger_are_told_briefly_why_nothing_is_kept(story: Story) -> None:
    group, thread = await with_topic(story)
    stranger = story.person(302, "Lạ", started=False)
    story.world.add_member(group, stranger)
    await story.settle()
    story.look_away()

    for _ in range(2):
        await story.world.say(stranger, "Tôi thấy khói", group, thread_id=thread)
        await story.settle()
    (words,) = story.arrived(group)
    assert "không được ghi vào nhật ký" in words
    await story.pass_time(minutes=11)
    story.look_away()
    hidden = {
        "message_id": 9001,
        "from": {"id": 1087968824, "is_bot": True, "first_name": "Group"},
        "sender_chat": {"id": group, "type": "supergroup", "title": "Điều hành Sở"},
        "chat": {"id": group, "type": "supergroup", "title": "Điều hành Sở"},
        "date": int(story.clock()),
        "text": "Rõ",
    }
    for _ in range(2):
        story.world.queue.put("message", hidden, 1087968824)
        await story.settle()
    (words,) = [text for text in story.arrived(group) if "ẩn danh" in text]

    await story.press(COORDINATOR, "📖 Nhật ký", group=group)
    assert "Nhật ký: 0 tin" in story.text(group)


async def test_coordinators_remind_and_open_their_own_tally_from_the_topic(story: Story) -> None:
    group, thread = await with_topic(story)
    early = await story.press(COORDINATOR, "🔔 Nhắc đơn vị", group=group)
    assert "có thể nhắc từ 09:02" in early
    await story.pass_time(minutes=4)
    story.look_away()

    await story.press(COORDINATOR, "🔔 Nhắc đơn vị", group=group)
    asked = story.last(group)
    assert (asked["message_thread_id"], list(buttons_of(asked))) == (thread, ["🔔 Gửi lời nhắc", "◀ Không nhắc"])
    assert "không thuộc vai trò" in await story.press(GUEST, "🔔 Gửi lời nhắc", group=group)
    await story.press(COORDINATOR, "🔔 Gửi lời nhắc", group=group)
    assert "(Đoàn Thị Hạ)" in text_of(story.world.chat(group).messages[asked["message_id"]])
    assert any("SC-2026-0001" in text for text in story.arrived(AN))

    await story.press(COORDINATOR, "💬 Bảng riêng của tôi", group=group)
    assert "SC-2026-0001" in story.text(COORDINATOR)
    assert "⋯ Việc khác" in buttons_of(story.last(COORDINATOR))


async def test_a_report_labelled_red_is_confidential_so_that_the_topic_hears_nothing_of_it(story: Story) -> None:
    group, thread = await with_topic(story)
    await report(story, AN, "TLP:RED Máy chủ bị mã hóa, tên tệp lạ")
    await story.say(COORDINATOR, "/baocao")
    for button in ("BC-2026-0001", "➕ Vào sự cố…", "SC-2026-0001"):
        await story.press(COORDINATOR, button)
    await story.pass_time(seconds=40)

    assert not [one for one in in_topic(story, group, thread) if "BC-2026-0001" in text_of(one)]
    assert "BC-2026-0001" in story.text(COORDINATOR)


async def test_what_is_labelled_red_is_shown_in_its_group_by_code_and_label_and_told_in_private(story: Story) -> None:
    group, thread = await with_topic(story)
    for button in ("⋯ Việc khác", "🏷 Nhãn TLP", "TLP:RED"):
        await story.press(COORDINATOR, button)
    await story.pass_time(seconds=30)
    await story.pass_time(seconds=30)

    assert story.world.chat(group).topics[thread]["name"] == "🔴 SC-2026-0001 · Sự cố · TLP:RED"
    pinned = [text_of(one) for one in in_topic(story, group, thread) if "SC-2026-0001" in text_of(one)]
    assert pinned[:2] == ["🔒 SC-2026-0001 · TLP:RED"] * 2
    assert "nhóm không nhận thêm thông tin" in pinned[2]
    for command in ("/hientrang", "/tinhhinh"):
        story.look_away()
        await story.say(COORDINATOR, command, group=group)
        await story.pass_time(seconds=5)
        assert story.arrived(group) == ["🔒 SC-2026-0001 · TLP:RED: đã gửi vào cuộc trò chuyện riêng của Anh/Chị."]
        assert "TLP:RED · Mất kết nối cáp quang" in story.text(COORDINATOR)


async def test_a_topic_closed_by_hand_before_a_bot_without_the_right_is_done_without_until_that_is_mended(
    story: Story,
) -> None:
    group, thread = await with_topic(story)
    story.world.set_rights(group, lacks=["can_manage_topics"])
    story.world.act_on_topic(group, thread, "close")

    # An hour later the update is late, which its topic does not take.
    await story.pass_time(minutes=70)
    await declare(story)
    for _ in range(3):
        await story.pass_time(seconds=20)

    general = [text_of(one) for one in story.chat(group) if "message_thread_id" not in one and "SC-" in text_of(one)]
    heads = [text.split("\n")[0] for text in general]
    assert [sum(code in head for head in heads) for code in ("SC-2026-0001", "SC-2026-0002")] == [3, 2], general
    told = [text for text in story.arrived(COORDINATOR) if "không mở hoặc không viết được chủ đề" in text]
    assert len(told) == 1

    story.world.set_rights(group)
    for _ in range(4):
        await story.pass_time(seconds=20)

    assert len(story.world.chat(group).topics) == 3
    for newer in sorted(story.world.chat(group).topics)[1:]:
        assert len([one for one in in_topic(story, group, newer) if text_of(one)]) == 2
    assert [text for text in story.arrived(COORDINATOR) if "không mở hoặc không viết được chủ đề" in text] == []
