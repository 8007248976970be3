"""Whoever comes late gets the advisories that are still news."""

from datetime import timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind
from models.identity import id_of
from services.advisories import latecomers
from services.people import latecomers as expected
from tests.network import MORNING, TIME_ZONE, found_network, person, speak
from tests.services.advising import advise, told


async def test_what_has_no_deadline_is_news_for_a_month_and_what_has_one_until_then(session: AsyncSession) -> None:
    network = await found_network(session)
    open_ended = await advise(network)
    open_ended.due_at = None
    old = await advise(network, now=MORNING - timedelta(days=2))
    old.due_at = None
    lasting = await advise(network, due_at=MORNING + timedelta(days=90), now=MORNING - timedelta(days=2))
    newcomer = await person(session, 1005, "Hoàng Văn Em")
    await speak(session, newcomer, network.telecom)
    now = MORNING + timedelta(days=29)
    expected.expect(session, person_id=id_of(newcomer), at=now)
    await session.flush()

    await latecomers.give_due(session, now=now, time_zone=TIME_ZONE)

    for advisory, comes in ((open_ended, [{id_of(newcomer)}]), (old, []), (lasting, [{id_of(newcomer)}])):
        assert (await told(network, BroadcastKind.ADVISORY, advisory))[1:] == comes, advisory.code
