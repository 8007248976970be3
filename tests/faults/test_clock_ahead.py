"""The machine's clock was hours ahead while alerts went out, and is set right: nothing waits for those hours."""

from datetime import timedelta

import pytest
from sqlmodel import col, select, update

from bot.sandbox.traffic.faults import Fault
from models.broadcasts import BroadcastKind, Delivery, DeliveryState
from models.channels import Reach
from models.incidents import Reminder
from services.watch import ahead
from tests.bot.engine.test_delivery import alert, network, queue_alert, states
from tests.scenarios.declaring import declare
from tests.story import COORDINATOR, Story, text_of

AN, BINH = 201, 202
READY = "✅ Sẵn sàng"
CLOCK = "đồng hồ máy chủ nhanh khoảng"


async def set_right(story: Story, *, hours: float) -> None:
    """Set the clock back by so much while the bot is down, and start it."""
    story.clock.at -= timedelta(hours=hours)
    story.ticked = None
    story.found_empty.clear()
    await story.restart()


async def latest_moment(story: Story) -> timedelta | None:
    async with story.database.reading() as session:
        return await ahead.furthest(session, now=story.clock.now())


@pytest.mark.parametrize("hours", [3, 7, 24 * 400])
async def test_an_alert_that_was_sent_hours_ahead_delays_neither_the_next_one_nor_the_cards(
    story: Story, hours: float
) -> None:
    await network(story)
    story.clock.at += timedelta(hours=hours)
    await alert(story)
    assert story.arrived(AN)
    await story.world.press(AN, story.last(AN)["message_id"], READY)
    story.look_away()

    await set_right(story, hours=hours)
    began = story.clock.at
    await story.settle()
    await declare(story, "Mất điện tại Hoàn Kiếm")

    assert story.clock.at - began < timedelta(seconds=20)
    for person in (AN, BINH):
        assert any("Mất điện" in text for text in story.arrived(person))
    first = next(message for message in story.chat(AN) if "Đứt cáp quang" in text_of(message))
    assert f"✔ Viễn thông Sông Hồng: {READY}" in text_of(first)
    tally = next(message for message in story.chat(COORDINATOR) if "Đứt cáp quang" in text_of(message))
    assert f"{READY}: 1" in text_of(tally)


async def test_the_owners_are_told_once_by_how_much(story: Story) -> None:
    await network(story)
    story.clock.at += timedelta(hours=7)
    await alert(story)
    story.look_away()

    await set_right(story, hours=7)
    await story.settle()
    assert ["khoảng 7 giờ." in text for text in story.arrived(COORDINATOR) if CLOCK in text] == [True]

    await story.restart()
    await story.settle()
    assert not [text for text in story.arrived(COORDINATOR) if CLOCK in text]


async def test_what_waited_when_the_clock_was_ahead_goes_out_at_once(story: Story) -> None:
    await network(story)
    story.clock.at += timedelta(hours=7)
    story.world.faults.add(Fault("away", "sendMessage"))
    await alert(story)
    story.world.faults.clear()

    await set_right(story, hours=7)
    await story.settle()

    assert await states(story, BroadcastKind.ALERT) == {AN: DeliveryState.SENT, BINH: DeliveryState.SENT}


async def test_what_was_on_its_way_when_the_clock_was_ahead_is_sent_again(story: Story) -> None:
    await network(story)
    story.clock.at += timedelta(hours=7)
    await alert(story)
    async with story.database.writing() as session:
        await session.exec(
            update(Delivery)
            .where(col(Delivery.address) == str(AN))
            .values(
                state=DeliveryState.SENDING,
                leased_until=story.clock.now() + timedelta(minutes=1),
                message_id=None,
                sent_at=None,
                edited_at=None,
            )
        )
    story.look_away()

    await set_right(story, hours=7)
    await story.settle()

    assert len(story.arrived(AN)) == 1


async def test_who_is_silent_is_reminded(story: Story) -> None:
    await network(story)
    story.clock.at += timedelta(hours=7)
    await alert(story)
    story.look_away()

    await set_right(story, hours=7)
    await story.pass_time(minutes=5)

    assert any("🔔" in text for text in story.arrived(BINH))


async def test_moments_that_may_be_right_stay_as_they_are(story: Story) -> None:
    await network(story)
    await alert(story)
    async with story.database.writing() as session:
        before = {one.id: one.due_at for one in (await session.exec(select(Reminder))).all()}
        await session.exec(
            update(Delivery)
            .where(col(Delivery.address) == str(AN))
            .values(
                state=DeliveryState.PENDING,
                due_at=story.clock.now() + timedelta(minutes=5),
                sent_at=story.clock.now() + timedelta(seconds=90),
            )
        )
    assert await latest_moment(story) is None

    async with story.database.writing() as session:
        await ahead.pull_back(session, now=story.clock.now())

    async with story.database.reading() as session:
        assert {one.id: one.due_at for one in (await session.exec(select(Reminder))).all()} == before
        waiting = await session.exec(select(Delivery.due_at).where(Delivery.state == DeliveryState.PENDING))
        assert story.clock.now() + timedelta(minutes=5) in waiting.all()


async def test_a_long_pause_that_telegram_asked_for_is_kept_and_is_no_wrong_clock(story: Story) -> None:
    await network(story)
    story.world.faults.add(Fault("429", "sendMessage", seconds=20 * 60))
    await queue_alert(story)
    await story.house.delivery.drain()
    assert await states(story, BroadcastKind.ALERT) == {AN: DeliveryState.PENDING, BINH: DeliveryState.SENT}

    assert await latest_moment(story) is None
    story.clock.advance(19 * 60)
    await story.house.delivery.drain()
    assert not story.arrived(AN)

    story.clock.advance(60)
    await story.house.delivery.drain()
    assert len(story.arrived(AN)) == 1


async def test_who_blocked_the_bot_while_the_clock_was_ahead_was_lost_no_later_than_now(story: Story) -> None:
    await network(story)
    story.clock.at += timedelta(hours=7)
    story.world.block(AN)
    await alert(story)
    story.look_away()

    await set_right(story, hours=7)

    async with story.database.reading() as session:
        (lost,) = (await session.exec(select(Reach))).all()
    assert lost.unreachable_since <= story.clock.now()


async def test_a_clock_that_stands_years_in_the_past_pulls_nothing_back(story: Story) -> None:
    await network(story)
    await alert(story)

    await set_right(story, hours=24 * 365 * 6)

    async with story.database.reading() as session:
        sent = (await session.exec(select(Delivery.sent_at).where(col(Delivery.sent_at).is_not(None)))).all()
    assert {at.year for at in sent if at is not None} == {2026}
