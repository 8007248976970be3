"""Who is called: everybody who matches, once, and nobody else."""

from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.members import ContactKind, MemberStatus, RepresentativeStatus, Sector
from services import audience, capabilities
from services.audience import Audience, Wanted
from tests.network import BA_VI, HOAN_KIEM, MORNING, Network, business, found_network, person, speak


async def called(network: Network, wanted: Wanted | None = None, *, now: datetime = MORNING) -> Audience:
    return await audience.find(network.session, wanted=wanted or Wanted(), now=now)


def businesses(found: Audience) -> set[int]:
    return {member_id for member_id, _ in found.pairs}


async def capability(session: AsyncSession, name: str) -> int:
    return id_of(await capabilities.add(session, name_vi=name, name_en=name, by=None, now=MORNING))


async def test_without_a_wish_everybody_is_called(session: AsyncSession) -> None:
    network = await found_network(session)

    found = await called(network)

    assert found.members == 3
    assert sorted(found.people) == [id_of(one) for one in (network.an, network.binh, network.chi, network.dung)]


async def test_who_speaks_for_two_businesses_gets_one_message_for_both(session: AsyncSession) -> None:
    network = await found_network(session)

    found = await called(network, Wanted(sectors=(Sector.POSTAL, Sector.IT)))

    assert len(found.pairs) == 3
    assert list(found.people) == [id_of(network.chi), id_of(network.dung)]


async def test_primary_contacts_come_first(session: AsyncSession) -> None:
    network = await found_network(session)

    found = await called(network)

    assert list(found.people) == [id_of(one) for one in (network.an, network.chi, network.binh, network.dung)]


async def test_one_of_the_sectors_is_enough(session: AsyncSession) -> None:
    network = await found_network(session)
    both = await business(session, "0100000009", "Hai ngành", (Sector.TELECOM, Sector.IT), HOAN_KIEM)
    await speak(session, await person(session, 1009, "Yên"), both)

    found = await called(network, Wanted(sectors=(Sector.TELECOM, Sector.IT)))

    assert businesses(found) == {id_of(one) for one in (network.telecom, network.it, both)}
    assert len(found.pairs) == len(set(found.pairs))


async def test_one_of_the_capabilities_is_enough(session: AsyncSession) -> None:
    network = await found_network(session)
    boats, drones, mills = [await capability(session, name) for name in ("Xuồng máy", "Cần cẩu", "Cối xay")]
    with_boats = await business(session, "0100000009", "Có xuồng", (Sector.IT,), BA_VI, capabilities={boats: 2})
    with_both = await business(
        session, "0100000010", "Có cả", (Sector.IT,), BA_VI, capabilities={boats: 2, drones: 1, mills: 1}
    )
    for telegram_id, member in ((1009, with_boats), (1010, with_both)):
        await speak(session, await person(session, telegram_id, "Yên"), member)

    found = await called(network, Wanted(capability_ids=(boats, drones)))

    assert sorted(member_id for member_id, _ in found.pairs) == [id_of(with_boats), id_of(with_both)]


async def test_only_businesses_in_the_place_are_called(session: AsyncSession) -> None:
    network = await found_network(session)

    assert businesses(await called(network, Wanted(commune_codes=(BA_VI,)))) == {id_of(network.postal)}
    assert (await called(network, Wanted(commune_codes=(BA_VI, HOAN_KIEM)))).members == 3


async def test_all_sides_must_match(session: AsyncSession) -> None:
    network = await found_network(session)

    assert not (await called(network, Wanted(sectors=(Sector.TELECOM,), commune_codes=(BA_VI,)))).pairs


async def test_who_is_unavailable_is_not_called_until_the_time_is_over(session: AsyncSession) -> None:
    network = await found_network(session)
    network.telecom.unavailable_until = MORNING + timedelta(hours=1)
    await session.flush()

    assert id_of(network.telecom) not in businesses(await called(network))
    assert id_of(network.telecom) in businesses(await called(network, now=MORNING + timedelta(hours=1)))


async def test_who_waits_for_approval_or_was_rejected_is_not_called(session: AsyncSession) -> None:
    network = await found_network(session)
    for number, status in enumerate((MemberStatus.PENDING, MemberStatus.REJECTED)):
        member = await business(session, f"010000002{number}", "Chờ", (Sector.IT,), BA_VI, status=status)
        await speak(session, network.an, member)
    for number, standing in enumerate((RepresentativeStatus.PENDING, RepresentativeStatus.REJECTED)):
        stranger = await person(session, 1020 + number, "Lạ")
        await speak(session, stranger, network.it, contact=ContactKind.PRIMARY, status=standing)

    found = await called(network)

    assert found.members == 3
    assert len(found.people) == 4


async def test_a_business_for_which_nobody_speaks_is_not_counted(session: AsyncSession) -> None:
    network = await found_network(session)
    await business(session, "0100000009", "Không ai", (Sector.IT,), BA_VI)

    assert (await called(network)).members == 3


async def test_nobody_matches(session: AsyncSession) -> None:
    found = await called(await found_network(session), Wanted(commune_codes=("00004",)))

    assert (found.members, list(found.people)) == (0, [])
