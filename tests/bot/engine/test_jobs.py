"""The message of progress: late, seldom, and never in the way of the work."""

import asyncio

from sqlalchemy import func
from sqlmodel import select

from bot.engine.jobs import ProgressMessage
from bot.sandbox.traffic.faults import Fault
from bot.telegram.throttle import Throttle
from handlers.frame.desk import Progress, Stage
from handlers.frame.views.reader import Reader
from handlers.workbooks.views import jobs as views
from models.members import Member
from tests.scenarios.importing import send, two_new
from tests.services.lists import row, xlsx
from tests.story import COORDINATOR, Story


def at_work(story: Story) -> ProgressMessage:
    return ProgressMessage(story.house.bot, story.clock, Throttle(), COORDINATOR)


async def tell(story: Story, message: ProgressMessage, done: int, total: int | None = 60_000) -> bool:
    reader = Reader(story.settings.language, story.settings.office.time_zone)
    return await message.tell(views.progress(reader, Progress(Stage.READING, done, total)))


async def test_quick_work_says_nothing_on_the_way(story: Story) -> None:
    message = at_work(story)

    assert not await tell(story, message, 1000)
    await message.clear()

    assert story.arrived(COORDINATOR) == []


async def test_long_work_tells_how_far_it_is_in_one_message_every_three_seconds(story: Story) -> None:
    message = at_work(story)
    story.clock.advance(1)
    assert await tell(story, message, 1000)
    assert story.text(COORDINATOR) == "⏳ Đang kiểm tra: 1.000/60.000 dòng …"

    story.clock.advance(2)
    await tell(story, message, 5000)
    assert "1.000/60.000" in story.text(COORDINATOR)
    story.clock.advance(1)
    assert not await tell(story, message, 12_000)

    assert story.text(COORDINATOR) == "⏳ Đang kiểm tra: 12.000/60.000 dòng …"
    assert len(story.arrived(COORDINATOR)) == 1


async def test_who_does_not_know_how_much_there_is_says_how_much_is_done(story: Story) -> None:
    message = at_work(story)
    story.clock.advance(1)

    await tell(story, message, 1000, None)

    assert story.text(COORDINATOR) == "⏳ Đang kiểm tra: 1.000 dòng …"


async def test_the_message_is_gone_when_the_work_is_done(story: Story) -> None:
    message = at_work(story)
    story.clock.advance(1)
    await tell(story, message, 1000)

    await message.clear()

    assert story.chat(COORDINATOR) == []


async def test_the_work_goes_on_whatever_telegram_says_to_its_progress(story: Story) -> None:
    message = at_work(story)
    story.clock.advance(1)
    story.world.faults.add(Fault("429", "sendMessage", seconds=30))
    assert not await tell(story, message, 1000)
    story.clock.advance(10)
    assert not await tell(story, message, 2000)
    assert story.chat(COORDINATOR) == []

    story.clock.advance(20)
    assert await tell(story, message, 3000)
    story.world.faults.add(Fault("500", "editMessageText"))
    story.clock.advance(3)
    assert not await tell(story, message, 4000)

    story.world.faults.add(Fault("500", "deleteMessage"))
    await message.clear()
    assert "3.000" in story.text(COORDINATOR)


async def test_a_stop_lets_the_work_wait_for_the_next_start(story: Story) -> None:
    await send(story, two_new())
    story.house.jobs.stop()

    assert await story.house.jobs.drain() == 0
    assert story.house.jobs.wake.is_set()


async def test_a_list_that_is_half_taken_over_when_the_bot_ends_is_finished_by_the_next_start(story: Story) -> None:
    await send(story, xlsx([row(number) for number in range(1, 801)]))
    summary = story.last(COORDINATOR)
    await story.world.press(COORDINATOR, summary["message_id"], "📥 Nhập 800 đơn vị mới")
    await story.house.poller.poll(wait_seconds=0)
    await story.house.dispatcher.drain()

    working = asyncio.create_task(story.house.jobs.drain())
    while not await counted(story):
        continue
    story.house.jobs.stop()
    await working

    assert 0 < await counted(story) < 800
    await story.restart()
    await story.settle()
    assert await counted(story) == 800
    assert "➕ Đơn vị mới, chờ người đại diện: 800" in story.text(COORDINATOR)


async def counted(story: Story) -> int:
    async with story.database.reading() as session:
        return (await session.exec(select(func.count()).select_from(Member))).one()
