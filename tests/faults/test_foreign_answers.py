"""Something between the bot and Telegram answers in its place: a login page, a proxy, half an answer."""

import json

import pytest
from sqlmodel import col, select
from telegram.error import NetworkError

from bot.sandbox.traffic.faults import Fault, Kind
from bot.watching.watch import Watch
from models.broadcasts import Delivery, DeliveryState
from models.channels import Channel, Reach
from models.people import Person
from tests.bot.engine.test_delivery import queue_alert
from tests.enrolment import appoint
from tests.faults.test_telegram import AGAIN, work_unheard
from tests.scenarios.declaring import AN, BINH, CHI, declared, small_network
from tests.scenarios.importing import send, two_new
from tests.story import COORDINATOR, SECOND_COORDINATOR, Story

KINDS: tuple[Kind, ...] = ("page_200", "page_403", "empty", "cut", "not_ok")
READY = "✅ Sẵn sàng"


def watch(story: Story) -> Watch:
    return Watch(story.database, story.house.bot, story.settings.office, story.clock, story.settings)


async def the_marked(story: Story) -> tuple[list[int], list[int]]:
    """List the chats of messages that failed, and of people who are out of reach."""
    async with story.database.reading() as session:
        failed = select(Delivery.address).where(Delivery.state == DeliveryState.FAILED)
        lost = select(Person.telegram_id).join(Reach, col(Reach.person_id) == col(Person.id))
        return [int(address) for address in await session.exec(failed)], list(await session.exec(lost))


async def get_through(story: Story, kind: Kind, *, minutes: int, every: int = 30) -> None:
    """Let an alert be due while something else answers every request for so long; the owners' watch looks on.

    The bot does its work `every` so many seconds.
    """
    await queue_alert(story)
    watching = watch(story)
    story.look_away()
    story.world.faults.add(Fault(kind, times=None))
    for _ in range(60 * minutes // every):
        with pytest.raises(NetworkError):
            await story.house.poller.poll(wait_seconds=0)
        await work_unheard(story)
        await watching.step()
        story.clock.advance(every)
    assert [story.arrived(person) for person in (AN, BINH, CHI)] == [[], [], []]
    assert await the_marked(story) == ([], [])
    story.world.faults.clear()


@pytest.mark.parametrize("kind", KINDS)
async def test_ten_minutes_of_answers_that_are_not_telegrams_lose_no_alert_and_mark_nobody(
    story: Story, kind: Kind
) -> None:
    await small_network(story)
    await get_through(story, kind, minutes=10, every=60)

    await story.be_cut_off(seconds=6)
    await story.pass_time(seconds=11)

    for person in (AN, BINH, CHI):
        (card,) = story.arrived(person)
        assert card.startswith(AGAIN)
    assert await the_marked(story) == ([], [])
    told = [text for text in story.arrived(COORDINATOR) if "không phải của Telegram" in text]
    assert len(told) == 1


async def test_two_hours_of_a_login_page_lose_no_alert_either(story: Story) -> None:
    await small_network(story)
    await get_through(story, "page_200", minutes=120, every=150)

    await story.be_cut_off(seconds=6)
    await story.pass_time(seconds=11)

    for person in (AN, BINH, CHI):
        assert [text.startswith(AGAIN) for text in story.arrived(person)] == [True]


@pytest.mark.parametrize("kind", KINDS)
async def test_a_reminder_is_sent_once_it_is_telegram_that_answers(story: Story, kind: Kind) -> None:
    await declared(story)
    await story.press(AN, READY)
    story.look_away()
    story.world.faults.add(Fault(kind, "sendMessage", chat_id=CHI))

    await story.pass_time(minutes=5)
    await story.pass_time(seconds=4)
    (reminder,) = story.arrived(CHI)
    assert "🔔" in reminder
    assert await the_marked(story) == ([], [])


async def test_a_pause_follows_in_which_nothing_is_sent(story: Story) -> None:
    await small_network(story)
    await queue_alert(story)
    story.world.faults.add(Fault("page_200", "sendMessage", times=None))
    await work_unheard(story)
    asked = len(story.world.calls)

    story.clock.advance(2)
    assert not await story.house.delivery.step(Channel.TELEGRAM)
    assert len(story.world.calls) == asked
    story.clock.advance(2)
    assert await story.house.delivery.step(Channel.TELEGRAM)
    assert len(story.world.calls) > asked


@pytest.mark.parametrize("kind", KINDS)
async def test_words_to_the_person_who_wrote_are_said_once_it_is_telegram_that_answers(
    story: Story, kind: Kind
) -> None:
    story.world.faults.add(Fault(kind, "sendMessage", times=2))

    await story.say(COORDINATOR, "/menu")

    assert len(story.arrived(COORDINATOR)) == 1


@pytest.mark.parametrize("kind", KINDS)
async def test_a_menu_is_not_given_up(story: Story, kind: Kind) -> None:
    story.world.faults.add(Fault(kind, "setMyCommands"))
    with pytest.raises(NetworkError):
        await story.say(COORDINATOR, "/start")

    await story.settle()

    assert story.world.commands(COORDINATOR)


@pytest.mark.parametrize("method", ["getFile", "download", "sendDocument", "sendMessage"])
@pytest.mark.parametrize("kind", KINDS)
async def test_long_work_waits_until_it_is_telegram_that_answers(story: Story, kind: Kind, method: str) -> None:
    await small_network(story)
    story.world.faults.add(Fault(kind, method, times=5))

    await send(story, two_new())

    assert "Nhập" in json.dumps(story.last(COORDINATOR), ensure_ascii=False)


async def test_the_tally_comes_when_it_is_telegram_that_answers(story: Story) -> None:
    await small_network(story)
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    await queue_alert(story)
    story.look_away()
    story.world.faults.add(Fault("page_403", "sendMessage", chat_id=COORDINATOR, times=2))

    await story.settle()
    await story.pass_time(minutes=2)

    assert [READY in text for text in story.arrived(COORDINATOR)] == [True]
