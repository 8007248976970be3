"""A feed is found among all that was ever written, without reading it, and is no longer than readers take."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel.ext.asyncio.session import AsyncSession

from models.cap import CapCause, CapMessage, CapScope, CapType
from models.database import Database
from models.identity import id_of
from services.cap import feeds
from tests.network import MORNING, found_network


@pytest.mark.parametrize("scope", CapScope)
async def test_what_is_in_a_feed_is_found_by_an_index_that_holds_all_it_asks_for(
    database: Database, scope: CapScope
) -> None:
    if database.reader.dialect.name != "sqlite":
        pytest.skip("only SQLite tells its way without rows to go by")
    asked: list[tuple[str, Any]] = []

    def keep(_connection: object, _cursor: object, statement: str, values: Any, *_: object) -> None:
        asked.append((statement, values))

    event.listen(database.reader.sync_engine, "before_cursor_execute", keep)
    async with database.reading() as session:
        await feeds.listed(session, scope=scope, now=MORNING)
        event.remove(database.reader.sync_engine, "before_cursor_execute", keep)
        ((statement, values),) = asked
        ways: Sequence[Any] = (
            await (await session.connection()).exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        ).all()

    steps = [str(one.detail) for one in ways]
    assert any("COVERING INDEX ix_cap_messages_feed (scope=?)" in one for one in steps), steps
    assert not any("SCAN" in one or "TEMP B-TREE" in one for one in steps), steps


async def test_a_feed_lists_the_three_hundred_newest(session: AsyncSession) -> None:
    incident = await (await found_network(session)).declare()
    written = [
        CapMessage(
            incident_id=id_of(incident),
            cause=CapCause.UPDATE,
            cause_id=number,
            identifier=f"SC-{number}",
            sender="so@tinh.example",
            sent_at=MORNING,
            type=CapType.UPDATE,
            scope=CapScope.RESTRICTED,
            expires_at=MORNING + timedelta(days=3),
        )
        for number in range(301)
    ]
    session.add_all(written)
    await session.flush()

    listed = await feeds.listed(session, scope=CapScope.RESTRICTED, now=MORNING)

    assert listed == [id_of(one) for one in written[:0:-1]]
    assert len(listed) == 300
