"""The database is locked or full for a while: the program says so, waits, and goes on; nothing acknowledged is lost."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from sqlalchemy.exc import OperationalError

from models.inbox import InboxState
from tests.bot.test_ingress import stored
from tests.scenarios.declaring import AN, declared
from tests.story import Story

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
