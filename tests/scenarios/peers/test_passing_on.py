"""A neighbour warns, a coordinator passes it on by hand, and hears when the neighbour takes it back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from sqlmodel import select

from models.incidents import Incident, IncidentKind
from models.peers import PeerMessage
from models.tlp import Tlp
from services.cap.facts import moment
from tests.neighbour import Neighbour, added, neighbour, puller
from tests.scenarios.declaring import AN, CHI, small_network
from tests.story import COORDINATOR, Story, buttons_of, text_of

PASS = "▶ Xem trước để chuyển"


@asynccontextmanager
async def phu_tho(story: Story) -> AsyncIterator[Neighbour]:
    """Let a network read Phú Thọ's feed."""
    await small_network(story)
    async with neighbour() as one:
        await added(story.database, one.url, now=story.clock.now())
        yield one


async def pull(story: Story) -> None:
    """Let a minute or two pass, and whatever is due be read."""
    await story.pass_time(minutes=2)
    reads = puller(story.database, story.clock)
    await reads.step()
    await reads.close()
    await story.settle()


async def incidents(story: Story) -> list[Incident]:
    async with story.database.reading() as session:
        return list((await session.exec(select(Incident))).all())


async def test_an_alert_is_proposed_and_goes_on_only_by_hand_with_its_source(story: Story) -> None:
    async with phu_tho(story) as one:
        # Words of others do not make what is passed on public.
        one.say("PT-1", story.clock.now(), description="TLP:CLEAR. Cáp trục bị đứt tại Việt Trì.")
        await pull(story)

        card = story.text(COORDINATOR)
        for part in ("Phú Thọ cảnh báo", "Đứt cáp quang tuyến Việt Trì", "Chuyển tới 1 đơn vị viễn thông?"):
            assert part in card
        assert await incidents(story) == []

        await story.press(COORDINATOR, PASS)
        preview = story.text(COORDINATOR)
        assert "Phú Thọ: Đứt cáp quang tuyến Việt Trì" in preview
        assert "Khu vực bên gửi: Tỉnh Phú Thọ" in preview
        assert "Nguồn: Phú Thọ, skhcn@phutho.example, PT-1" in preview
        assert await incidents(story) == []

        await story.press(COORDINATOR, "📨 Gửi tới")
        await story.press(COORDINATOR, "🚨 Xác nhận gửi")
        await story.settle()
        assert "Phú Thọ: Đứt cáp quang tuyến Việt Trì" in story.text(AN)
        assert story.arrived(CHI) == []
        (incident,) = await incidents(story)
        assert "PT-1" in incident.description
        assert incident.tlp is None

        async with story.database.reading() as session:
            kept = (await session.exec(select(PeerMessage))).one()
        assert kept.body == one.documents["PT-1"]


async def test_a_cancellation_marks_what_was_made_and_tells_the_coordinator(story: Story) -> None:
    async with phu_tho(story) as one:
        first = one.say("PT-1", story.clock.now())
        await pull(story)
        await story.press(COORDINATOR, PASS)
        await story.press(COORDINATOR, "📨 Gửi tới")
        await story.press(COORDINATOR, "🚨 Xác nhận gửi")
        (incident,) = await incidents(story)
        story.look_away()

        one.say("PT-2", story.clock.now(), msgType="Cancel", references=first)
        await pull(story)

        told = "".join(story.arrived(COORDINATOR))
        assert "Phú Thọ đã huỷ cảnh báo" in told
        assert incident.code in told
        await story.press(COORDINATOR, "📡 Xem cảnh báo")
        assert "đã huỷ cảnh báo này" in story.text(COORDINATOR)
        assert PASS not in buttons_of(story.last(COORDINATOR))


async def test_a_reopening_opens_the_card_again_and_tells_who_passed_it_on(story: Story) -> None:
    async with phu_tho(story) as one:
        first = one.say("PT-1", story.clock.now())
        await pull(story)
        card = story.last_with(COORDINATOR, PASS)["message_id"]
        await story.press(COORDINATOR, PASS)
        await story.press(COORDINATOR, "📨 Gửi tới")
        await story.press(COORDINATOR, "🚨 Xác nhận gửi")
        (incident,) = await incidents(story)
        end = one.say("PT-2", story.clock.now(), msgType="Update", references=first, responseType="AllClear")
        await pull(story)
        story.look_away()

        one.say("PT-3", story.clock.now(), msgType="Update", references=f"{first} {end}", headline="Lại đứt cáp")
        await pull(story)

        told = "".join(story.arrived(COORDINATOR))
        for part in ("Phú Thọ mở lại cảnh báo", "Lại đứt cáp", incident.code):
            assert part in told
        shown = story.last_with(COORDINATOR, PASS)
        assert shown["message_id"] == card
        assert "Lại đứt cáp" in text_of(shown)


async def test_what_is_taken_back_before_anybody_was_shown_it_is_not_shown(story: Story) -> None:
    async with phu_tho(story) as one:
        first = one.say("PT-1", story.clock.now())
        one.say("PT-2", story.clock.now(), msgType="Cancel", references=first)
        story.look_away()
        await pull(story)

        arrived = story.arrived(COORDINATOR)
        assert "Phú Thọ đã huỷ cảnh báo" in "".join(arrived)
        assert not [said for said in arrived if "Chuyển tới" in said or "Nguồn:" in said]
        assert len(arrived) == 1


async def test_an_update_edits_the_card(story: Story) -> None:
    async with phu_tho(story) as one:
        first = one.say("PT-1", story.clock.now())
        await pull(story)
        card = story.last_with(COORDINATOR, PASS)["message_id"]

        one.say("PT-2", story.clock.now(), msgType="Update", references=first, headline="Đã nối được một nửa")
        await pull(story)

        shown = story.last_with(COORDINATOR, PASS)
        assert shown["message_id"] == card
        assert "Đã nối được một nửa" in text_of(shown)


async def test_an_exercise_can_only_become_a_drill(story: Story) -> None:
    async with phu_tho(story) as one:
        one.say("PT-1", story.clock.now(), status="Exercise", note="DT-2026-0001")
        await pull(story)
        assert "DIỄN TẬP" in story.text(COORDINATOR)

        await story.press(COORDINATOR, PASS)
        await story.press(COORDINATOR, "📨 Gửi tới")
        await story.press(COORDINATOR, "Xác nhận gửi")
        (incident,) = await incidents(story)
        assert incident.kind is IncidentKind.DRILL


async def test_what_is_restricted_keeps_its_label(story: Story) -> None:
    async with phu_tho(story) as one:
        one.say("PT-1", story.clock.now(), scope="Restricted", restriction="TLP:AMBER")
        await pull(story)
        assert "TLP:AMBER" in story.text(COORDINATOR)
        await story.press(COORDINATOR, PASS)
        await story.press(COORDINATOR, "📨 Gửi tới")
        await story.press(COORDINATOR, "🚨 Xác nhận gửi")
        (incident,) = await incidents(story)
        assert incident.tlp is Tlp.AMBER


async def test_two_cards_that_turn_out_to_be_one_event_ask_once_and_keep_what_was_made(story: Story) -> None:
    async with phu_tho(story) as one:
        first = one.say("PT-1", story.clock.now())
        await pull(story)
        second = one.say("PT-2", story.clock.now(), msgType="Update", references=first)
        between = {"PT-2": one.documents.pop("PT-2")}
        one.say("PT-3", story.clock.now(), msgType="Update", references=second, headline="Đã nối được một nửa")
        await pull(story)
        await story.press(COORDINATOR, PASS)
        await story.press(COORDINATOR, "📨 Gửi tới")
        await story.press(COORDINATOR, "🚨 Xác nhận gửi")
        (incident,) = await incidents(story)
        one.documents |= between
        await pull(story)

        (asking,) = [said for said in story.chat(COORDINATOR) if PASS in buttons_of(said)]
        assert "Đã nối được một nửa" in text_of(asking)
        assert incident.code in text_of(asking)
        await story.press(COORDINATOR, "📡 Xem cảnh báo")
        assert incident.code in story.text(COORDINATOR)


async def test_what_has_expired_is_not_passed_on_any_more_and_says_so(story: Story) -> None:
    async with phu_tho(story) as one:
        one.say("PT-1", story.clock.now(), expires=moment(story.clock.now() + timedelta(minutes=30)))
        await pull(story)
        await story.press(COORDINATOR, PASS)
        await story.press(COORDINATOR, "📨 Gửi tới")
        await story.pass_time(minutes=30)
        assert "hết hiệu lực lúc" in await story.press(COORDINATOR, "🚨 Xác nhận gửi")
        assert await incidents(story) == []

        await story.say(COORDINATOR, "/tinhban")
        assert "(hết hiệu lực)" in story.text(COORDINATOR)
        await story.press(COORDINATOR, "📡 Phú Thọ: Đứt cáp")
        assert "Cảnh báo hết hiệu lực lúc" in story.text(COORDINATOR)
        assert PASS not in buttons_of(story.last(COORDINATOR))


async def test_what_has_expired_before_it_is_looked_at_is_refused_in_words(story: Story) -> None:
    async with phu_tho(story) as one:
        one.say("PT-1", story.clock.now(), expires=moment(story.clock.now() + timedelta(minutes=30)))
        await pull(story)
        await story.pass_time(minutes=30)

        assert "hết hiệu lực" in await story.press(COORDINATOR, PASS)
