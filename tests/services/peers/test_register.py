"""When a neighbour's feed is read next."""

from datetime import timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from services.peers import register
from tests.network import MORNING


async def test_what_is_due_further_ahead_than_the_longest_pause_was_stored_by_a_clock_that_was_ahead(
    session: AsyncSession,
) -> None:
    peer = await register.add(
        session, url="https://phutho.example/cap/feed.atom", name="", token=None, by=None, now=MORNING
    )
    for hours, is_due in ((0, True), (1, False), (3, True)):
        peer.due_at = MORNING + timedelta(hours=hours)
        await session.flush()

        assert bool(await register.due(session, now=MORNING)) is is_due, hours
