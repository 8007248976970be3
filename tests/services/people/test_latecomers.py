"""Who can be called only after the call went out."""

from datetime import timedelta

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.latecomers import Latecomer
from services.people import latecomers
from services.people.latecomers import Latecomers
from tests.network import MORNING, found_network, lose

MINUTE = timedelta(minutes=1)


async def test_who_was_expected_is_due_from_that_moment_on_and_forgotten_with_it_alone(session: AsyncSession) -> None:
    network = await found_network(session)
    telecom, an, binh = id_of(network.telecom), id_of(network.an), id_of(network.binh)
    latecomers.expect(session, at=MORNING, person_id=an)
    latecomers.expect(session, at=MORNING, member_id=telecom)
    latecomers.expect(session, at=MORNING + MINUTE, person_id=binh)
    await session.flush()

    assert await latecomers.due(session, now=MORNING - MINUTE) is None
    assert await latecomers.due(session, now=MORNING) == Latecomers({an}, {telecom})
    assert await latecomers.due(session, now=MORNING + MINUTE) == Latecomers({an, binh}, {telecom})
    await latecomers.let_go(session, now=MORNING)
    assert [one.person_id for one in await session.exec(select(Latecomer))] == [binh]
    assert await latecomers.due(session, now=MORNING + MINUTE) == Latecomers({binh}, set())


async def test_who_cannot_be_written_to_after_all_is_nobodys_latecomer_yet_the_moment_has_come(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    latecomers.expect(session, at=MORNING, person_id=id_of(network.an))
    await lose(network.an, session, now=MORNING)
    await session.flush()

    assert await latecomers.due(session, now=MORNING) == Latecomers(set(), set())
