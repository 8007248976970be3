"""What is queued goes out whatever happens between us and Telegram: the urgent first, nothing lost, nothing false."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import cast
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import col, select, update

from bot.engine import delivery as engine
from bot.engine.carrier import Carrier
from bot.engine.delivery import SMALLEST_BATCH
from bot.sandbox.traffic.calls import Call
from bot.sandbox.traffic.faults import Fault, Kind
from bot.telegram.throttle import Limits, Throttle
from bot.telegram.window import Rate
from handlers.frame.views.message import Message
from models.applications import Application, ApplicationKind, ApplicationStatus
from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.channels import Channel
from models.identity import id_of
from models.incidents import Incident
from models.members import Sector
from models.people import Language, Person
from services.applications.kinds import APPLICATION
from services.declarations import declaring as declarations
from services.incidents import cards as incident_cards
from services.incidents import lifecycle as incidents
from services.incidents import reminders
from services.outbox import broadcasts
from services.outbox.deliveries import LEASE, REPEAT_AFTER, Claimed, Outcome, Result
from services.outbox.due_now import TALLY_PAUSE
from services.people import accounts as people
from services.watch.kinds import TROUBLE, SetAside
from tests.enrolment import appoint, enrol
from tests.network import CABLE_CUT, HOAN_KIEM, business
from tests.story import COORDINATOR, PROVINCE, SECOND_COORDINATOR, Json, Story, buttons_of, data_of, text_of

AN, BINH, CHI = 201, 202, 203
AGAIN = "↻"
READY = "✅ Sẵn sàng"


async def network(story: Story) -> None:
    """Let An and Bình speak for a business each; another coordinator declares, so that ours gets the tally."""
    await enrol(story, AN, "Nguyễn Văn An", "Viễn thông Sông Hồng")
    await enrol(story, BINH, "Lê Thị Bình", "Viễn thông Sông Đà")
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    await story.settle()
    story.look_away()


async def queue_alert(story: Story, title: str = "Đứt cáp quang") -> int:
    """Declare an incident, and send nothing yet; returns its id."""
    async with story.database.writing() as session:
        by = await people.recognise(
            session, telegram_id=SECOND_COORDINATOR, name="", language=Language.VIETNAMESE, now=story.clock.now()
        )
        incident, _ = await declarations.declare(
            session,
            declaration=replace(CABLE_CUT, title=title),
            draft_key=title,
            province_code=PROVINCE,
            by=by,
            now=story.clock.now(),
            time_zone=ZoneInfo("Asia/Ho_Chi_Minh"),
        )
        return id_of(incident)


async def alert(story: Story, title: str = "Đứt cáp quang") -> int:
    """Declare an incident, and let the bot work; returns its id."""
    incident_id = await queue_alert(story, title)
    await story.settle()
    return incident_id


async def listen(story: Story) -> None:
    """Let the bot hear and apply what people did, and send nothing of the outbox."""
    while await story.house.poller.poll(wait_seconds=0) + await story.house.dispatcher.drain():
        continue


def calls(story: Story, method: str, chat_id: int | None = None) -> list[Call]:
    return [call for call in story.world.calls if call.method == method and chat_id in (None, call.chat_id)]


async def states(story: Story, kind: BroadcastKind) -> dict[int, DeliveryState]:
    """Tell how each person's message of a kind stands, by Telegram id."""
    async with story.database.reading() as session:
        rows = await session.exec(
            select(Delivery.address, Delivery.state)
            .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
            .where(Broadcast.kind == kind)
            .order_by(col(Delivery.id))
        )
        return {int(address): DeliveryState(state) for address, state in rows}


async def spoil_look(story: Story, chat_id: int) -> None:
    """Let a message be edited although it shows what it should."""
    async with story.database.writing() as session:
        await session.exec(
            update(Delivery)
            .where(col(Delivery.address) == str(chat_id))
            .values(shown=None, edit_due_at=story.clock.now())
        )


def cards(story: Story, person: int) -> Sequence[Json]:
    return [message for message in story.chat(person) if READY in " ".join(buttons_of(message))]


def copies(story: Story, person: int) -> Sequence[str]:
    """Give the texts of every copy of an alert, reminders aside."""
    return [text_of(card) for card in cards(story, person) if "🔔" not in text_of(card)]


# 429


async def test_one_chats_refusal_rests_that_chat_alone(story: Story) -> None:
    await network(story)
    story.world.faults.add(Fault("429", "sendMessage", chat_id=AN, seconds=30))
    await alert(story)
    assert story.arrived(AN) == []
    assert len(story.arrived(BINH)) == 1

    await story.press(BINH, READY)

    assert "✔ Viễn thông Sông Đà: ✅ Sẵn sàng" in story.text(BINH)
    await story.pass_time(seconds=15)
    assert story.arrived(AN) == []
    await story.pass_time(seconds=16)
    (card,) = story.arrived(AN)
    assert AGAIN not in card


async def test_refusals_of_two_chats_stop_broadcasts_but_never_the_answer_to_a_tap(story: Story) -> None:
    await network(story)
    story.world.faults.add(Fault("429", "sendMessage", chat_id=AN, seconds=30))
    await alert(story)
    story.arrived(BINH)
    story.world.faults.add(Fault("429", "sendMessage", chat_id=COORDINATOR, seconds=30))
    await story.say(COORDINATOR, "/menu")

    said = await story.press(BINH, READY)
    await story.say(COORDINATOR, "/menu")

    assert "Đã ghi nhận" in said
    assert "Anh/Chị cần làm gì?" in " ".join(story.arrived(COORDINATOR))
    assert "✔ Viễn thông" not in story.text(BINH)
    await story.pass_time(seconds=31)
    (card,) = story.arrived(AN)
    assert AGAIN not in card
    assert "✔ Viễn thông Sông Đà: ✅ Sẵn sàng" in story.text(BINH)


async def test_telegrams_own_limits_are_never_reached(story: Story) -> None:
    for place in range(40):
        await enrol(story, 300 + place, "Người", f"Đơn vị số {place}")
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")

    await alert(story)
    await story.settle()

    assert all(len(cards(story, 300 + place)) == 1 for place in range(40))
    assert not [call for call in story.world.calls if call.outcome == "429"]


# Unknown fates


@pytest.mark.parametrize("kind", ["drop_before", "500", "502"])
async def test_an_alert_whose_fate_is_unknown_is_sent_again_and_says_so(story: Story, kind: Kind) -> None:
    await network(story)
    story.world.faults.add(Fault(kind, "sendMessage", chat_id=AN))

    await alert(story)

    (card,) = story.arrived(AN)
    assert card.startswith(AGAIN)
    (other,) = story.arrived(BINH)
    assert AGAIN not in other
    assert await states(story, BroadcastKind.ALERT) == {AN: DeliveryState.SENT, BINH: DeliveryState.SENT}


async def test_both_copies_of_an_alert_carry_the_same_buttons_and_one_answer_counts(story: Story) -> None:
    await network(story)
    story.world.faults.add(Fault("drop_after", "sendMessage", chat_id=AN))
    await alert(story)
    first, second = cards(story, AN)
    assert (AGAIN in text_of(first), AGAIN in text_of(second)) == (False, True)
    assert data_of(first) == data_of(second)

    assert "Đã ghi nhận" in await story.press(AN, READY, message=first)
    assert "đã được ghi nhận" in await story.press(AN, READY, message=second)

    assert "✔ Viễn thông Sông Hồng: ✅ Sẵn sàng" in story.text(AN)
    assert AGAIN not in story.text(AN)


async def test_an_alert_rests_longer_before_each_repeat_and_is_uncertain_in_the_end(story: Story) -> None:
    await network(story)
    story.world.faults.add(Fault("drop_after", "sendMessage", chat_id=AN, times=None))

    await alert(story)
    assert len(copies(story, AN)) == 2
    for number, rest in enumerate(REPEAT_AFTER[1:], 3):
        await story.pass_time(seconds=rest.total_seconds() - 10)
        assert len(copies(story, AN)) == number - 1
        await story.pass_time(seconds=11)
        assert len(copies(story, AN)) == number

    await story.pass_time(minutes=10)
    first, *repeats = copies(story, AN)
    assert len(repeats) == len(REPEAT_AFTER)
    assert [text.startswith(AGAIN) for text in (first, *repeats)] == [False, *(True for _ in repeats)]
    assert (await states(story, BroadcastKind.ALERT))[AN] is DeliveryState.UNCERTAIN
    assert "❔ Chưa rõ: 1" in story.text(COORDINATOR)


@pytest.mark.parametrize("kind", ["drop_before", "500"])
async def test_a_reminder_whose_fate_is_unknown_is_held_and_the_next_one_comes(story: Story, kind: Kind) -> None:
    await network(story)
    await alert(story)
    story.look_away()
    story.world.faults.add(Fault(kind, "sendMessage", chat_id=AN))

    await story.pass_time(minutes=5)
    assert story.arrived(AN) == []
    assert len(story.arrived(BINH)) == 1
    assert (await states(story, BroadcastKind.REMINDER))[AN] is DeliveryState.UNCERTAIN

    await story.pass_time(minutes=10)
    assert len(story.arrived(AN)) == 1


async def test_an_edit_is_repeated_until_it_shows(story: Story) -> None:
    await network(story)
    await alert(story)
    for kind in ("drop_before", "500", "drop_after"):
        story.world.faults.add(Fault(kind, "editMessageText", chat_id=AN))

    await story.press(AN, READY)
    await story.pass_time(seconds=5)
    await story.pass_time(seconds=5)

    assert "✔ Viễn thông Sông Hồng: ✅ Sẵn sàng" in story.text(AN)
    assert len(cards(story, AN)) == 1


async def test_while_telegram_takes_nothing_everything_waits(story: Story) -> None:
    await network(story)
    story.world.faults.add(Fault("429", "sendMessage", times=None, seconds=1))
    await alert(story)
    assert story.arrived(AN) == story.arrived(BINH) == []

    story.world.faults.clear()
    await story.pass_time(seconds=5)

    for person in (AN, BINH):
        (card,) = story.arrived(person)
        assert AGAIN not in card


async def test_a_pause_outlives_a_restart(story: Story) -> None:
    await network(story)
    for person in (AN, BINH):
        story.world.faults.add(Fault("429", "sendMessage", chat_id=person, seconds=120))
    await alert(story)
    refused = len([call for call in story.world.calls if call.outcome == "429"])

    await story.restart()
    await queue_alert(story, "Cháy trạm")
    await story.pass_time(seconds=60)

    assert len([call for call in story.world.calls if call.outcome == "429"]) == refused == 2
    assert story.arrived(AN) == story.arrived(BINH) == []
    await story.pass_time(seconds=70)
    assert story.arrived(AN)
    assert story.arrived(BINH)


async def test_what_a_dead_worker_held_is_taken_over_after_its_lease(story: Story) -> None:
    await network(story)
    await queue_alert(story)
    story.world.faults.add(Fault("slow", "sendMessage", times=None, seconds=20))
    worker = asyncio.create_task(story.house.delivery.step(Channel.TELEGRAM))
    async for event in story.world.events.listen(heartbeat=10):
        if event is not None and event["type"] == "message" and event["chat_id"] == BINH:
            break
    worker.cancel()
    await asyncio.wait([worker])
    story.world.faults.clear()
    story.look_away()

    await story.settle()
    await story.pass_time(seconds=LEASE.total_seconds() - 10)
    assert story.arrived(AN) == []
    await story.pass_time(seconds=11)

    for person in (AN, BINH):
        (card,) = story.arrived(person)
        assert card.startswith(AGAIN)


# Who cannot be reached


async def test_who_blocked_the_bot_is_unreachable_in_the_tally(story: Story) -> None:
    await network(story)
    story.world.block(AN)
    story.world.deactivate(BINH)

    await alert(story)

    tally = story.text(COORDINATOR)
    assert "📵 Không liên lạc được: 2 (100%)" in tally
    assert "❌ Không gửi được: 2 tin" in tally
    assert "⏳ Chưa trả lời: 0" in tally
    await story.press(COORDINATOR, "📋 Danh sách")
    await story.press(COORDINATOR, "📵 Không liên lạc được: 2")
    listed = story.text(COORDINATOR)
    assert "Viễn thông Sông Hồng – đã chặn bot" in listed
    assert "Viễn thông Sông Đà – tài khoản đã xóa" in listed


async def test_who_blocks_the_bot_after_the_alert_is_unreachable_at_once_and_not_reminded(story: Story) -> None:
    await network(story)
    await alert(story)
    assert "📵 Không liên lạc được: 0" in story.text(COORDINATOR)

    story.world.block(AN)
    await story.pass_time(seconds=5)
    assert "📵 Không liên lạc được: 1" in story.text(COORDINATOR)
    assert "⏳ Chưa trả lời: 1" in story.text(COORDINATOR)
    await story.pass_time(minutes=5)
    assert len(calls(story, "sendMessage", AN)) == 1

    story.world.unblock(AN)
    await story.pass_time(seconds=5)
    assert "📵 Không liên lạc được: 0" in story.text(COORDINATOR)


# What Telegram refuses


async def test_a_message_that_shows_already_what_it_should_counts_as_edited(story: Story) -> None:
    await network(story)
    await alert(story)
    await spoil_look(story, AN)
    before = len(calls(story, "editMessageText", AN))

    await story.settle()
    await story.pass_time(seconds=10)

    (refused,) = calls(story, "editMessageText", AN)[before:]
    assert "message is not modified" in refused.outcome
    async with story.database.reading() as session:
        (card,) = (await session.exec(select(Delivery).where(Delivery.address == str(AN)))).all()
    assert (card.state, card.edit_due_at, card.error) == (DeliveryState.SENT, None, None)
    assert card.shown


async def test_html_that_telegram_cannot_read_goes_as_plain_text(story: Story) -> None:
    await network(story)
    story.world.faults.add(Fault("unparsable_html", "sendMessage", chat_id=AN))

    await alert(story, "Cáp <A&B> đứt")

    (plain,), (rich,) = cards(story, AN), cards(story, BINH)
    assert "entities" not in plain
    assert "entities" in rich
    assert text_of(plain) == text_of(rich)
    assert data_of(plain) == data_of(rich)
    await story.press(AN, READY)
    assert "entities" in story.last(AN)


# What is wrong with one message stays with that message


async def test_a_message_that_cannot_be_made_does_not_hold_up_the_others(story: Story) -> None:
    await story.say(COORDINATOR, "/start")
    story.look_away(COORDINATOR)
    now = story.clock.now()
    async with story.database.writing() as session:
        coordinator = (await session.exec(select(Person).where(Person.telegram_id == COORDINATOR))).one()
        member = await business(session, "0100000001", "Viễn thông Sông Hồng", (Sector.TELECOM,), HOAN_KIEM)
        # Nobody stands behind this application: its card cannot be made.
        application = Application(
            kind=ApplicationKind.JOIN,
            member_id=id_of(member),
            person_id=id_of(coordinator),
            status=ApplicationStatus.SUBMITTED,
            submitted_at=now,
        )
        session.add(application)
        await session.flush()
        people = [id_of(coordinator)]
        await broadcasts.queue(session, kind=APPLICATION, people=people, subject_id=application.id, now=now)
        await broadcasts.queue(session, kind=TROUBLE, people=people, details=SetAside(1, update_id=7), now=now)

    await story.settle()

    (trouble,) = story.arrived(COORDINATOR)
    assert "7" in trouble
    async with story.database.reading() as session:
        rows = await session.exec(
            select(Broadcast.kind, Delivery.state, Delivery.error)
            .join(Delivery, col(Delivery.broadcast_id) == Broadcast.id)
            .order_by(col(Delivery.id))
        )
        assert rows.all() == [
            (BroadcastKind.APPLICATION, DeliveryState.FAILED, "ApplicationUnknown: [not logged]"),
            (BroadcastKind.TROUBLE, DeliveryState.SENT, None),
        ]


# Who goes first


async def test_an_alert_goes_before_reminders_that_wait(story: Story) -> None:
    await network(story)
    first = await alert(story, "Sự cố thứ nhất")
    await story.pass_time(minutes=3)
    story.look_away()
    async with story.database.writing() as session:
        by = (await session.exec(select(Person).where(Person.telegram_id == COORDINATOR))).one()
        incident = await session.get_one(Incident, first)
        await reminders.remind_now(session, incident=incident, by=by, now=story.clock.now())

    await alert(story, "Sự cố thứ hai")

    for person in (AN, BINH):
        alerted, reminded = story.arrived(person)
        assert "Sự cố thứ hai" in alerted
        assert "Sự cố thứ nhất" in reminded


async def test_the_card_of_who_answers_is_not_kept_waiting_by_a_long_broadcast(story: Story) -> None:
    for place in range(3 * SMALLEST_BATCH):
        await enrol(story, 300 + place, "Người", f"Đơn vị số {place}")
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    await story.settle()
    await queue_alert(story)
    await story.house.delivery.step(Channel.TELEGRAM)

    (card,) = cards(story, 300)
    await story.world.press(300, card["message_id"], READY)
    await listen(story)
    await story.house.delivery.step(Channel.TELEGRAM)

    assert "✔" in story.text(300)
    reached = [place for place in range(3 * SMALLEST_BATCH) if cards(story, 300 + place)]
    assert len(reached) <= 2 * SMALLEST_BATCH


async def test_of_two_batches_side_by_side_everybody_gets_one_message(story: Story) -> None:
    everybody = range(300, 300 + SMALLEST_BATCH + 2)
    for person in everybody:
        await enrol(story, person, "Người", f"Đơn vị số {person}")
    await story.settle()
    await queue_alert(story)

    taken = await asyncio.gather(*(story.house.delivery.step(Channel.TELEGRAM) for _ in range(2)))

    assert min(taken) > 0
    assert [len(cards(story, person)) for person in everybody] == [1] * len(everybody)


async def test_the_tally_is_edited_at_most_once_in_three_seconds(story: Story) -> None:
    for place in range(6):
        await enrol(story, 300 + place, "Người", f"Đơn vị số {place}")
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    await alert(story)
    await story.pass_time(seconds=30)
    before = len(calls(story, "editMessageText", COORDINATOR))

    for place in range(6):
        (card,) = cards(story, 300 + place)
        await story.world.press(300 + place, card["message_id"], READY)
        await listen(story)
        await story.house.delivery.drain()
        story.clock.advance(1)
    await story.settle()

    edits = [call.at for call in calls(story, "editMessageText", COORDINATOR)[before:]]
    assert 2 <= len(edits) <= 3
    assert all(later - earlier >= TALLY_PAUSE.total_seconds() for earlier, later in pairwise(edits))
    assert "✅ Sẵn sàng: 6 (100%)" in story.text(COORDINATOR)


async def test_a_tally_that_has_not_changed_is_not_edited(story: Story) -> None:
    await network(story)
    incident_id = await alert(story)
    await story.pass_time(seconds=10)
    before = len(calls(story, "editMessageText", COORDINATOR))

    async with story.database.writing() as session:
        await incident_cards.redraw_tally(session, incident_id=incident_id, now=story.clock.now())
    await story.settle()

    assert len(calls(story, "editMessageText", COORDINATOR)) == before


# Rendered late


async def test_a_reminder_that_waited_is_dropped_when_the_answer_has_come(story: Story) -> None:
    await network(story)
    await alert(story)
    story.look_away()
    story.world.faults.add(Fault("429", "sendMessage", times=2, seconds=60))
    await story.pass_time(minutes=5)
    assert story.arrived(AN) == []

    await story.press(AN, READY)
    await story.pass_time(seconds=61)

    assert story.arrived(AN) == []
    assert len(story.arrived(BINH)) == 1
    assert (await states(story, BroadcastKind.REMINDER))[AN] is DeliveryState.DROPPED


async def test_an_alert_that_waited_is_dropped_when_all_is_over(story: Story) -> None:
    await network(story)
    incident_id = await queue_alert(story)
    async with story.database.writing() as session:
        by = (await session.exec(select(Person).where(Person.telegram_id == COORDINATOR))).one()
        await incidents.close(session, incident_id=incident_id, summary="Báo nhầm.", by=by, now=story.clock.now())

    await story.settle()

    assert story.arrived(AN) == story.arrived(BINH) == []
    assert set((await states(story, BroadcastKind.ALERT)).values()) == {DeliveryState.DROPPED}


async def test_everybody_reads_the_alert_in_their_own_language(story: Story) -> None:
    await network(story)
    await story.say(AN, "/ngonngu")
    await story.press(AN, "English")
    story.look_away()

    await alert(story)

    assert "Severity" in story.text(AN)
    assert "Mức độ" in story.text(BINH)


async def test_a_restart_goes_on_with_what_was_queued(story: Story) -> None:
    await network(story)
    await queue_alert(story)

    await story.restart()
    await story.settle()

    assert len(story.arrived(AN)) == len(story.arrived(BINH)) == 1
    await story.restart()
    await story.settle()
    assert story.arrived(AN) == []


class Post:
    """A channel beside Telegram that takes whatever it is given, so far apart."""

    in_half_a_second = 1

    def __init__(self, apart: timedelta = timedelta(0)) -> None:
        self.carried: list[str] = []
        self._apart = apart
        self._next_at: datetime | None = None

    def wait(self, now: datetime, in_line: int = 0) -> timedelta:
        return max(timedelta(0), self._next_at - now) if self._next_at else timedelta(0)

    def wait_for_recipient(self, claimed: Claimed, now: datetime) -> timedelta:
        return timedelta(0)

    def depart(self, claimed: Claimed, now: datetime) -> Callable[[], None]:
        self._next_at = now + self._apart
        return lambda: None

    async def carry(self, claimed: Claimed, message: Message) -> Result:
        self.carried.append(claimed.address)
        return Result(claimed, Outcome.SENT, message_id=0, shown=message.digest())


async def test_each_carrier_gets_what_goes_by_its_channel_and_what_nobody_carries_waits(story: Story) -> None:
    await network(story)
    await queue_alert(story)
    async with story.database.writing() as session:
        for person, channel in ((AN, "post"), (BINH, "pigeon")):
            to_one = update(Delivery).where(col(Delivery.address) == str(person))
            await session.exec(to_one.where(col(Delivery.state) == DeliveryState.PENDING).values(channel=channel))
    post = Post()
    carriers: dict[Channel, Carrier] = {Channel.TELEGRAM: story.house.telegram, cast("Channel", "post"): post}
    await engine.DeliveryEngine(story.database, carriers, story.settings.office, story.clock).drain()

    assert post.carried == [str(AN)]
    assert await states(story, BroadcastKind.ALERT) == {AN: DeliveryState.SENT, BINH: DeliveryState.PENDING}
    assert calls(story, "sendMessage", AN) == calls(story, "sendMessage", BINH) == []


async def test_of_batches_side_by_side_one_goes_as_a_whole_before_the_next_begins(story: Story) -> None:
    everybody = range(300, 300 + 3 * SMALLEST_BATCH)
    for person in everybody:
        await enrol(story, person, "Người", f"Đơn vị số {person}")
    await story.settle()
    await queue_alert(story)
    post = Post(apart=timedelta(seconds=0.03))
    worker = engine.DeliveryEngine(story.database, {Channel.TELEGRAM: post}, story.settings.office, story.clock)

    await asyncio.gather(*(worker.step(Channel.TELEGRAM) for _ in range(3)))

    assert post.carried == [str(person) for person in everybody]


# Words said directly


async def test_told_to_end_in_the_middle_of_a_batch_the_bot_leaves_the_rest_to_the_next_one(story: Story) -> None:
    await network(story)
    await queue_alert(story)
    throttle = Throttle(Limits(overall=Rate(1, timedelta(seconds=1))))
    story.house.telegram.keep_to(throttle)
    throttle.depart(0, story.clock.now())

    story.house.delivery.stop()
    async with asyncio.timeout(5):
        assert await story.house.delivery.step(Channel.TELEGRAM) > 0
    assert set((await states(story, BroadcastKind.ALERT)).values()) == {DeliveryState.PENDING}
    await story.restart()
    await story.settle()

    for person in (AN, BINH):
        (copy,) = copies(story, person)
        assert not copy.startswith(AGAIN)


async def test_words_to_who_wrote_wait_as_long_as_telegram_asks_and_are_said(story: Story) -> None:
    story.world.faults.add(Fault("429", "sendMessage", seconds=2))
    before = story.clock.now()

    await story.say(COORDINATOR, "/menu")

    assert len(story.arrived(COORDINATOR)) == 1
    assert (story.clock.now() - before).total_seconds() >= 2


async def test_words_that_got_lost_change_nothing_of_what_was_decided(story: Story) -> None:
    await network(story)
    await alert(story)
    story.world.faults.add(Fault("drop_before", "answerCallbackQuery"))
    (card,) = cards(story, AN)

    query = await story.world.press(AN, card["message_id"], READY)
    await story.settle()

    assert story.world.answer(query) is None
    assert "✔ Viễn thông Sông Hồng: ✅ Sẵn sàng" in story.text(AN)
