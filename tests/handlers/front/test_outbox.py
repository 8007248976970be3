"""What many get at once is asked of the database once, however many they are."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from sqlalchemy import event
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.frame.compose import Occasion
from handlers.frame.views.message import Message
from handlers.front import outbox
from models.broadcasts import BroadcastKind
from models.database import Database
from services.outbox.deliveries import Claimed
from services.tasks import orders
from tests.handlers.frame.test_sharing import OFFICE
from tests.network import MORNING, TIME_ZONE, Network, found_network
from tests.services.drills.drilling import begun, let_pass, planned
from tests.services.sending import sends
from tests.services.tasking import after, assignment


@contextmanager
def asked(database: Database) -> Iterator[list[str]]:
    """Listen to what the database is asked meanwhile."""
    heard: list[str] = []

    def hear(_c: object, _cursor: object, statement: str, *_: object) -> None:
        heard.append(statement)

    event.listen(database.writer.sync_engine, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        event.remove(database.writer.sync_engine, "before_cursor_execute", hear)


def of(table: str, statements: Sequence[str]) -> int:
    """Count the queries that begin with a table."""
    return sum(f"FROM {table}" in one for one in statements)


async def news_of_drills(network: Network) -> Sequence[Claimed]:
    """Claim the news of drills that are due; the language of all is the office's."""
    due = await sends(network.session, now=after(hours=5))
    found = [one for one in due if one.kind is BroadcastKind.DRILL_NEWS]
    assert len(found) > 1
    return [replace(one, language=OFFICE.language) for one in found]


async def composed(network: Network, due: Sequence[Claimed]) -> list[Message]:
    """Make all messages on one occasion."""
    occasion = Occasion(session=network.session, office=OFFICE, now=MORNING, batch=due)
    made = [await outbox.compose(occasion, one) for one in due]
    return [one for one in made if one is not None]


async def test_a_code_of_a_drill_that_is_planned_is_looked_for_nowhere(
    session: AsyncSession, database: Database
) -> None:
    network = await found_network(session)
    await planned(network)
    await let_pass(network, after(minutes=2))
    due = await news_of_drills(network)

    with asked(database) as heard:
        messages = await composed(network, due)

    assert len(messages) == len(due)
    assert all("DK-2026-0001" in message.text for message in messages)
    assert [of(table, heard) for table in ("incidents", "tasks", "reports")] == [0, 0, 0]


async def test_whether_a_task_that_several_are_told_of_is_for_few_is_asked_once(
    session: AsyncSession, database: Database
) -> None:
    network = await found_network(session)
    await orders.assign(
        session,
        assignment=assignment(network.telecom),
        draft_key="1:key",
        by=network.coordinator,
        now=MORNING,
        time_zone=TIME_ZONE,
    )
    due = [one for one in await sends(session, now=after(hours=1)) if one.kind is BroadcastKind.TASK]
    due = [replace(one, language=OFFICE.language) for one in due]
    assert len(due) > 1

    with asked(database) as heard:
        messages = await composed(network, due)

    assert len(messages) == len(due)
    assert all("NV-2026-0001" in message.text for message in messages)
    assert sum("tasks.code IN" in one for one in heard) == 1


async def test_a_drill_is_scored_once_for_all_who_are_told_how_they_did(
    session: AsyncSession, database: Database
) -> None:
    network = await found_network(session)
    await begun(network)
    await sends(session, now=after(hours=5), limit=1000)
    await let_pass(network, *(after(hours=1, minutes=one) for one in (15, 40, 41)))
    due = await news_of_drills(network)

    with asked(database) as heard:
        messages = await composed(network, due)

    assert len(messages) == len(due)
    assert of("inject_replies", heard) == 1
