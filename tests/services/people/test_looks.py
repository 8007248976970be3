"""Who saw the numbers of a business's people is kept, with how, and as one look within a minute."""

from datetime import timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.identity import id_of
from models.members import MemberStatus
from models.roster import ContactLook, LookKind
from services.people import looks
from services.workbooks import exports
from tests.network import HOAN_KIEM, MORNING, Network, business, found_network


async def kept(session: AsyncSession, network: Network) -> list[tuple[int, str]]:
    query = select(ContactLook).where(ContactLook.person_id == id_of(network.coordinator)).order_by(col(ContactLook.id))
    return [(one.member_id, one.how) for one in await session.exec(query)]


async def test_another_way_of_looking_is_another_look_and_the_same_within_a_minute_is_not(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    telecom = id_of(network.telecom)
    for seconds, how in ((0, LookKind.CARD), (59, LookKind.CARD), (59, LookKind.WORK), (60, LookKind.CARD)):
        at = MORNING + timedelta(seconds=seconds)
        await looks.keep(session, person=network.coordinator, member_id=telecom, how=how, now=at)

    assert await kept(session, network) == [(telecom, "card"), (telecom, "work"), (telecom, "card")]
    entries = (await session.exec(select(AuditEntry).where(AuditEntry.action == "contacts-seen"))).all()
    assert [entry.after for entry in entries] == [{"how": "card"}, {"how": "work"}, {"how": "card"}]


async def test_an_exported_roster_is_a_look_at_each_business_that_somebody_speaks_for(session: AsyncSession) -> None:
    network = await found_network(session)
    await business(session, "0100000009", "Chưa có người đại diện", (), HOAN_KIEM)
    network.postal.status = MemberStatus.LEFT
    await session.flush()

    await exports.record_roster(session, person=network.coordinator, now=MORNING)

    assert await kept(session, network) == [(id_of(network.telecom), "export"), (id_of(network.it), "export")]
    assert {one.at for one in await session.exec(select(ContactLook))} == {MORNING}
