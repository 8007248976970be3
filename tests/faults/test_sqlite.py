"""SQLite's file is locked or full for a while: everything waits, and goes on; nothing acknowledged is lost."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError
from sqlmodel import col, select

from bot.sandbox.traffic.faults import Fault
from models.broadcasts import Delivery
from models.channels import Channel
from models.inbox import InboxState
from services.outbox.deliveries import LEASE
from services.outbox.due_now import TALLY_PAUSE
from tests.bot.engine.test_delivery import copies, network, queue_alert, spoil_look
from tests.bot.telegram.test_ingress import stored
from tests.scenarios.declaring import AN, declared
from tests.story import COORDINATOR, Story

READY = "✅ Sẵn sàng"


@contextmanager
def locked(story: Story) -> Iterator[None]:
    """Let another program hold the database for writing."""
    with closing(sqlite3.connect(str(story.database.writer.url.database), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


async def tell_the_writer(story: Story, pragma: str) -> int:
    """Set something of the connection by which the bot writes; returns what it says."""
    async with story.database.writer.connect() as connection:
        answer = (await connection.exec_driver_sql(f"PRAGMA {pragma}")).scalar()
        return int(answer or 0)


async def test_while_the_database_is_locked_telegram_keeps_the_tap_and_it_is_applied_after(story: Story) -> None:
    await declared(story)
    await tell_the_writer(story, "busy_timeout = 50")
    await story.world.press(AN, story.last(AN)["message_id"], READY)

    with locked(story), pytest.raises(OperationalError, match="locked"):
        await story.house.poller.poll(wait_seconds=0)
    assert story.world.pending_updates == 1
    await story.settle()

    assert f"✔ Viễn thông Sông Hồng: {READY}" in story.text(AN)
    assert story.world.pending_updates == 0


async def test_a_tap_that_is_stored_waits_for_the_lock_and_no_attempt_is_counted(story: Story) -> None:
    await declared(story)
    await tell_the_writer(story, "busy_timeout = 50")
    await story.world.press(AN, story.last(AN)["message_id"], READY)
    await story.house.poller.poll(wait_seconds=0)

    with locked(story):
        await story.house.dispatcher.start_waiting()
        await story.house.dispatcher.finish()
    (row,) = [each for each in await stored(story) if each.state is InboxState.STORED]
    assert row.attempts == 0
    await story.settle()

    assert f"✔ Viễn thông Sông Hồng: {READY}" in story.text(AN)


async def test_on_a_full_disk_nothing_is_confirmed_and_with_room_again_all_goes_on(story: Story) -> None:
    await declared(story)
    pages = await tell_the_writer(story, "page_count")
    await tell_the_writer(story, f"max_page_count = {pages}")
    for place in range(10):
        await story.world.say(AN, f"{place} " + "chữ " * 1000)
    before = len(await stored(story))

    with pytest.raises(OperationalError, match="full"):
        await story.house.poller.poll(wait_seconds=0)
    assert (story.world.pending_updates, len(await stored(story))) == (10, before)

    await tell_the_writer(story, "max_page_count = 1000000")
    await story.settle()
    assert story.world.pending_updates == 0
    assert [row.state for row in await stored(story)] == [InboxState.DONE] * (before + 10)


@asynccontextmanager
async def sending_slowly(story: Story, method: str, chat_id: int) -> AsyncIterator[asyncio.Task[int]]:
    """Let a batch be on its way of which this chat's message is answered a moment later."""
    story.world.faults.add(Fault("slow", method, chat_id=chat_id, seconds=0.5))
    sending = asyncio.create_task(story.house.delivery.step(Channel.TELEGRAM))
    kind = "edit" if method == "editMessageText" else "message"
    async for happened in story.world.events.listen(heartbeat=10):
        if happened is not None and happened["type"] == kind and happened["chat_id"] == chat_id:
            break
    yield sending


async def first_refusal(story: Story) -> None:
    """Wait until the database has refused something."""
    refused = asyncio.Event()
    engine = story.database.writer.sync_engine

    def note(_context: object) -> None:
        refused.set()

    event.listen(engine, "handle_error", note)
    async with asyncio.timeout(10):
        await refused.wait()
    event.remove(engine, "handle_error", note)


@asynccontextmanager
async def nobody_can_read(story: Story, table: str) -> AsyncIterator[None]:
    """Let a table be away."""
    await alter(story, f"ALTER TABLE {table} RENAME TO elsewhere")
    yield
    await alter(story, f"ALTER TABLE elsewhere RENAME TO {table}")


async def alter(story: Story, statement: str) -> None:
    async with story.database.writing() as session:
        await (await session.connection()).exec_driver_sql(statement)


async def test_what_was_sent_while_the_database_is_locked_is_written_down_after_and_not_sent_again(
    story: Story,
) -> None:
    await network(story)
    await queue_alert(story)
    await tell_the_writer(story, "busy_timeout = 50")

    async with sending_slowly(story, "sendMessage", AN) as sending:
        with locked(story):
            await first_refusal(story)
        await sending
    story.clock.advance(LEASE.total_seconds() + 1)
    await story.settle()

    assert len(copies(story, AN)) == 1


async def test_told_to_end_the_bot_waits_for_no_locked_database(story: Story) -> None:
    await network(story)
    await queue_alert(story)
    await tell_the_writer(story, "busy_timeout = 50")

    async with sending_slowly(story, "sendMessage", AN) as sending:
        with locked(story):
            await first_refusal(story)
            story.house.delivery.stop()
            with pytest.raises(OperationalError, match="locked"):
                await sending


async def test_an_alert_that_could_not_be_made_for_the_databases_trouble_is_no_repeat_and_goes_out_right_after(
    story: Story,
) -> None:
    await network(story)
    await queue_alert(story)

    async with nobody_can_read(story, "responses"):
        with pytest.raises(OperationalError):
            await story.house.delivery.step(Channel.TELEGRAM)
    await story.settle()

    (copy,) = copies(story, AN)
    assert not copy.startswith("↻")


async def test_where_one_message_cannot_be_looked_up_those_beside_it_arrive_and_count(story: Story) -> None:
    await declared(story)
    story.clock.advance(TALLY_PAUSE.total_seconds())
    await spoil_look(story, AN)
    await spoil_look(story, COORDINATOR)
    engine = story.database.reader.sync_engine

    def refuse(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if statement.rstrip().endswith("WHERE deliveries.id = ?"):
            raise OperationalError(statement, None, sqlite3.OperationalError("disk I/O error"))

    event.listen(engine, "before_cursor_execute", refuse)
    await story.house.delivery.step(Channel.TELEGRAM)
    event.remove(engine, "before_cursor_execute", refuse)

    assert await edits_due(story) == [COORDINATOR]
    await story.settle()
    assert await edits_due(story) == []


async def edits_due(story: Story) -> list[int]:
    """List the chats in which a message is still to be edited, or is being edited."""
    async with story.database.reading() as session:
        due = col(Delivery.edit_due_at).is_not(None) | col(Delivery.leased_until).is_not(None)
        return [int(address) for address in await session.exec(select(Delivery.address).where(due))]
