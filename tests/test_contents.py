"""What proves that nothing changed sees whatever changes."""

from sqlmodel.ext.asyncio.session import AsyncSession

from tests.contents import contents
from tests.network import found_network


async def test_a_change_of_any_column_shows(session: AsyncSession) -> None:
    network = await found_network(session)
    before = await contents(session)
    assert await contents(session) == before

    network.telecom.name = "Viễn thông Sông Đà"

    after = await contents(session)
    assert [table for table in before if before[table] != after[table]] == ["members"]
    assert "members" not in await contents(session, without=frozenset({"members"}))
