"""The room of neighbours: owners see how feeds are read, pause and remove them; whatever else people may tap."""

from aiohttp import web

from models.incidents import IncidentKind
from models.tlp import Tlp
from tests.enrolment import appoint
from tests.scenarios.peers.test_passing_on import PASS, incidents, phu_tho, pull
from tests.story import COORDINATOR, SECOND_COORDINATOR, Story, buttons_of, text_of


async def test_without_feeds_the_room_says_how_one_is_added(story: Story) -> None:
    await story.say(COORDINATOR, "/tinhban")

    assert "không có cảnh báo nào" in story.text(COORDINATOR)
    assert "python -m bot peers add" in story.text(COORDINATOR)


async def test_an_owner_sees_the_last_error_in_plain_words_in_both_languages(story: Story) -> None:
    async with phu_tho(story) as one:
        one.answer = lambda _: web.Response(status=503)
        await pull(story)
        await story.say(COORDINATOR, "/tinhban")
        assert "Phú Thọ: ⚠️ máy chủ trả lời mã 503" in story.text(COORDINATOR)
        await story.press(COORDINATOR, "📡 Phú Thọ")
        assert "Lỗi gần nhất (1 lần liên tiếp): máy chủ trả lời mã 503" in story.text(COORDINATOR)

        await story.say(COORDINATOR, "/language")
        await story.press(COORDINATOR, "English")
        await story.say(COORDINATOR, "/peers")
        assert "Phú Thọ: ⚠️ the server answered with 503" in story.text(COORDINATOR)


async def test_what_was_refused_is_told_with_its_reason(story: Story) -> None:
    async with phu_tho(story) as one:
        one.say("PT-1", story.clock.now(), status="Serious")
        await pull(story)
        await story.say(COORDINATOR, "/tinhban")
        await story.press(COORDINATOR, "📡 Phú Thọ")

        assert "trạng thái bản tin lạ (Serious)" in story.text(COORDINATOR)


async def test_a_feed_is_paused_goes_on_and_is_removed_after_asking(story: Story) -> None:
    async with phu_tho(story) as one:
        await story.say(COORDINATOR, "/tinhban")
        await story.press(COORDINATOR, "📡 Phú Thọ")
        await story.press(COORDINATOR, "⏸ Tạm dừng đọc")
        await pull(story)
        assert one.asked == []

        await story.press(COORDINATOR, "▶ Đọc tiếp")
        await pull(story)
        assert one.asked

        card = story.last(COORDINATOR)
        await story.press(COORDINATOR, "🗑 Gỡ nguồn")
        await story.press(COORDINATOR, "Giữ lại nguồn tin")
        await story.press(COORDINATOR, "🗑 Gỡ nguồn")
        await story.press(COORDINATOR, "🗑 Gỡ hẳn nguồn tin này")
        assert "Chưa đọc nguồn tin nào" in story.text(COORDINATOR)
        data = card["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        assert "không còn được đọc" in await story.forge(COORDINATOR, story.last(COORDINATOR), data)


async def test_a_coordinator_sees_alerts_and_no_feeds(story: Story) -> None:
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    async with phu_tho(story) as one:
        one.say("PT-1", story.clock.now())
        await pull(story)
        await story.say(SECOND_COORDINATOR, "/tinhban")

        assert "Phú Thọ: Đứt cáp quang tuyến Việt Trì" in story.text(SECOND_COORDINATOR)
        assert "Nguồn tin đang đọc" not in story.text(SECOND_COORDINATOR)
        await story.press(SECOND_COORDINATOR, "📡 Phú Thọ: Đứt cáp")
        assert PASS in buttons_of(story.last(SECOND_COORDINATOR))


async def test_two_who_pass_on_the_same_hear_of_each_other(story: Story) -> None:
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    async with phu_tho(story) as one:
        one.say("PT-1", story.clock.now())
        await pull(story)
        for person in (COORDINATOR, SECOND_COORDINATOR):
            await story.press(person, PASS)
            await story.press(person, "📨 Gửi tới")
        await story.press(COORDINATOR, "🚨 Xác nhận gửi")
        await story.press(SECOND_COORDINATOR, "🚨 Xác nhận gửi")

        (incident,) = await incidents(story)
        assert f"Cảnh báo này đã được chuyển thành {incident.code}" in text_of(
            story.last_with(SECOND_COORDINATOR, "🚨")
        )


async def test_an_exercise_does_not_become_real_by_any_button(story: Story) -> None:
    async with phu_tho(story) as one:
        one.say("PT-1", story.clock.now(), status="Exercise", note="DT-1")
        await pull(story)
        await story.press(COORDINATOR, PASS)
        preview = story.last(COORDINATOR)
        for wish in ("as:real", "kind:incident"):
            key = preview["reply_markup"]["inline_keyboard"][0][0]["callback_data"].split(":")
            await story.forge(COORDINATOR, story.last(COORDINATOR), ":".join([*key[:2], wish]))
        await story.press(COORDINATOR, "📨 Gửi tới")
        await story.press(COORDINATOR, "Xác nhận gửi")
        assert [one.kind for one in await incidents(story)] == [IncidentKind.DRILL]


async def test_what_was_narrowed_or_taken_back_meanwhile_goes_out_no_further_than_its_source_says(story: Story) -> None:
    async with phu_tho(story) as one:
        first = one.say("PT-1", story.clock.now())
        await pull(story)
        await story.press(COORDINATOR, PASS)
        await story.press(COORDINATOR, "📨 Gửi tới")
        preview = story.last_with(COORDINATOR, "🚨 Xác nhận gửi")
        second = one.say(
            "PT-2",
            story.clock.now(),
            msgType="Update",
            references=first,
            scope="Restricted",
            restriction="TLP:AMBER",
        )
        await pull(story)
        await story.press(COORDINATOR, "🚨 Xác nhận gửi", message=preview)
        shown = story.last_with(COORDINATOR, "🚨 Xác nhận gửi")
        assert "TLP:AMBER" in text_of(shown)
        assert await incidents(story) == []

        one.say("PT-3", story.clock.now(), msgType="Cancel", references=f"{first} {second}")
        await pull(story)
        for _ in range(2):
            said = await story.press(COORDINATOR, "🚨 Xác nhận gửi", message=shown)
            assert "không chuyển nữa" in said
        assert await incidents(story) == []


async def test_what_was_narrowed_is_sent_under_its_new_label(story: Story) -> None:
    async with phu_tho(story) as one:
        first = one.say("PT-1", story.clock.now())
        await pull(story)
        await story.press(COORDINATOR, PASS)
        amber = {"scope": "Restricted", "restriction": "TLP:AMBER"}
        one.say("PT-2", story.clock.now(), **{**amber, "msgType": "Update", "references": first})
        await pull(story)
        preview = story.last_with(COORDINATOR, "📨 Gửi tới")
        await story.press(COORDINATOR, "📨 Gửi tới", message=preview)
        await story.press(COORDINATOR, "🚨 Xác nhận gửi")
        assert [each.tlp for each in await incidents(story)] == [Tlp.AMBER]


async def test_what_a_neighbour_writes_is_shown_as_it_is_written(story: Story) -> None:
    async with phu_tho(story) as one:
        one.say("PT-1", story.clock.now(), headline="<b>Đứt</b> & <a href='x'>cáp</a>", description="a" * 5000)
        await pull(story)
        await story.press(COORDINATOR, PASS)

        assert "<b>Đứt</b> & <a href='x'>cáp</a>" in story.text(COORDINATOR)
