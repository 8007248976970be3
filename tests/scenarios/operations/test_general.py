"""Words in the group outside of every topic: kept in the log of what is open, asked about once, no chatter."""

from sqlmodel import select

from models.identity import id_of
from models.incidents import Incident
from models.tlp import Tlp
from services.people import accounts
from services.staff import appointments
from tests.enrolment import appoint
from tests.scenarios.declaring import CHI, declare
from tests.scenarios.operations.test_operations import GUEST, with_operations, with_topic
from tests.story import COORDINATOR, SECOND_COORDINATOR, Story, buttons_of, text_of

NOT_SO = "↩ Không phải"


async def test_what_is_said_beside_the_only_topic_is_logged_told_once_and_can_be_taken_out(story: Story) -> None:
    group, _ = await with_topic(story)

    said = await story.world.say(CHI, "Đội kéo cáp đã lên đường", group)
    await story.settle()
    answer = story.last(group)
    assert text_of(answer) == "📖 Đã ghi vào nhật ký SC-2026-0001."
    assert list(buttons_of(answer)) == [NOT_SO]
    assert answer["reply_to_message"]["message_id"] == said
    assert "message_thread_id" not in answer
    story.look_away()
    await story.pass_time(minutes=1)
    await story.say(CHI, "Khoảng 30 phút nữa tới", group=group)
    assert story.arrived(group) == []
    assert "người viết hoặc điều phối viên" in await story.press(GUEST, NOT_SO, group=group)

    await story.press(COORDINATOR, "📖 Nhật ký", group=group)
    assert "Đội kéo cáp đã lên đường" in story.text(group)
    assert "Khoảng 30 phút nữa tới" in story.text(group)
    await story.press(CHI, NOT_SO, group=group)
    changed = story.world.chat(group).messages[answer["message_id"]]
    assert text_of(changed) == "Lời này không được ghi vào nhật ký."
    assert not buttons_of(changed)
    await story.press(COORDINATOR, "📖 Nhật ký", group=group)
    assert "Nhật ký: 0 tin" in story.text(group)


async def test_of_several_open_incidents_it_is_asked_by_buttons_which_one_is_meant(story: Story) -> None:
    group, _ = await with_topic(story)
    await declare(story)
    await story.pass_time(seconds=20)
    await story.pass_time(seconds=30)
    async with story.database.writing() as session:
        first, _ = (await session.exec(select(Incident).order_by("id"))).all()
        first.tlp, first.title = Tlp.AMBER, "Lộ mật khẩu Zulu"

    await story.say(CHI, "Đội kéo cáp đã lên đường", group=group)
    asked = story.last(group)
    first_button, second_button, none = buttons_of(asked)
    assert (first_button, none) == ("SC-2026-0001", "Không việc nào")
    assert second_button.startswith("SC-2026-0002 · Mất kết nối")
    assert "người viết hoặc điều phối viên" in await story.press(GUEST, "SC-2026-0002", message=asked, group=group)

    await story.press(COORDINATOR, "SC-2026-0002", message=asked, group=group)

    shown = story.world.chat(group).messages[asked["message_id"]]
    assert text_of(shown) == "📖 Đã ghi vào nhật ký SC-2026-0002."
    assert list(buttons_of(shown)) == [NOT_SO]


async def test_where_nothing_is_open_the_talk_of_the_group_is_left_alone(story: Story) -> None:
    group = await with_operations(story)

    await story.say(CHI, "Ăn trưa chưa", group=group)

    assert story.arrived(group) == []


async def test_whoever_is_unknown_is_told_how_to_be_known_rather_than_asked(story: Story) -> None:
    group, _ = await with_topic(story)
    stranger = story.person(302, "Lạ", started=False)
    story.world.add_member(group, stranger)
    await story.settle()
    story.look_away()

    await story.say(stranger, "Tôi thấy khói", group=group)

    (words,) = story.arrived(group)
    assert "không được ghi vào nhật ký" in words


async def test_words_of_somebody_who_was_dismissed_are_not_logged_and_they_are_told(story: Story) -> None:
    group, thread = await with_topic(story)
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    story.world.add_member(group, SECOND_COORDINATOR)
    await story.settle()
    async with story.database.writing() as session:
        people = await accounts.known(session, telegram_ids=[SECOND_COORDINATOR, COORDINATOR])
        dismissed, owner = people[SECOND_COORDINATOR].person, people[COORDINATOR].person
        await appointments.dismiss(session, person_id=id_of(dismissed), by=owner, now=story.clock.now())
    story.look_away()

    await story.world.say(SECOND_COORDINATOR, "Lời của người cũ", group, thread_id=thread)
    await story.settle()

    (words,) = story.arrived(group)
    assert "không còn vai trò ở cơ quan điều phối" in words
    await story.press(COORDINATOR, "📖 Nhật ký", group=group)
    assert "Nhật ký: 0 tin" in story.text(group)
