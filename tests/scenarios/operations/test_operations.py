"""The operations group: registered by an owner, a topic for each incident, coordinators act there, words are a log."""

from tests.scenarios.declaring import AN, CHI, declare, small_network
from tests.scenes import scene
from tests.story import COORDINATOR, Json, Story, buttons_of, text_of

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


async def open_incident(story: Story, group: int) -> int:
    """Declare an incident, and let its topic be opened and furnished; returns the thread."""
    await declare(story)
    await story.pass_time(seconds=20)
    await story.pass_time(seconds=30)
    return topic_of(story, group)


async def test_an_incident_has_a_topic_of_its_own_with_pinned_cards_until_it_ends(story: Story) -> None:
    group = await with_operations(story)

    thread = await open_incident(story, group)

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


async def test_words_in_a_topic_become_the_log_and_only_coordinators_look_into_it(story: Story) -> None:
    group = await with_operations(story)
    thread = await open_incident(story, group)
    story.look_away()

    said = await story.world.say(CHI, "Đội kéo cáp đã lên đường", group, thread_id=thread)
    await story.settle()
    await story.world.edit(CHI, said, "Đội kéo cáp đã tới nơi", group)
    await story.settle()
    assert story.arrived(group) == []
    refused = await story.press(GUEST, "📖 Nhật ký", group=group)
    assert refused == "Chức năng này không thuộc vai trò của Anh/Chị."
    await story.press(COORDINATOR, "📖 Nhật ký", group=group)

    (log,) = (text_of(one) for one in in_topic(story, group, thread) if text_of(one).startswith("📖"))
    assert "Nhật ký: 2 tin" in log
    assert "Phạm Quế Chi\nĐội kéo cáp đã lên đường" in log
    assert "✏️ sửa lại\nĐội kéo cáp đã tới nơi\nTrước đó: Đội kéo cáp đã lên đường" in log


async def test_tinhhinh_in_a_topic_says_who_does_what_now(story: Story) -> None:
    group = await with_operations(story)
    thread = await open_incident(story, group)
    story.look_away()

    await story.world.say(COORDINATOR, "/tinhhinh", group, thread_id=thread)
    await story.settle()

    answer = story.last(group)
    assert answer["message_thread_id"] == thread
    assert "Tham gia 0" in text_of(answer)
    await story.world.say(CHI, "/tinhhinh", group, thread_id=thread)
    await story.settle()
    assert "chỉ điều phối viên" in story.text(group)


async def test_without_topics_the_group_itself_serves_and_coordinators_are_told_once(story: Story) -> None:
    group = await with_operations(story)
    thread = await open_incident(story, group)
    story.look_away()
    story.world.act_on_topic(group, thread, "delete")

    await story.press(COORDINATOR, "🟠 Đang xử lý")
    for _ in range(3):
        await story.pass_time(seconds=20)

    general = [text_of(one) for one in story.chat(group) if "message_thread_id" not in one and text_of(one)]
    assert sum("SC-2026-0001" in text for text in general) == 2
    told = [text for text in story.arrived(COORDINATOR) if "không mở hoặc không viết được chủ đề" in text]
    assert len(told) == 1
