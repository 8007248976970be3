"""Contact tests: who is asked, how it is counted, who cannot be reached and why, and how it ends."""

from datetime import timedelta

import pytest
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind, Delivery, DeliveryState
from models.channels import Channel
from models.contact_tests import ContactTest
from models.identity import id_of
from models.members import RepresentativeStatus, Sector
from models.people import Person
from services.drills import contact_counting, contact_tests
from services.drills.contact_counting import ContactHeap
from services.people import businesses, reach
from services.privacy import withdrawal
from services.wings import WINGS
from tests.network import MORNING, TIME_ZONE, Network, business, found_network
from tests.services.cast import told
from tests.services.tasking import after, deliver

HOAN_KIEM = "00070"


async def ask(network: Network, sector: Sector | None = None, *, delivered: bool = True) -> ContactTest:
    """Ask a circle, and let the question arrive."""
    test = await contact_tests.ask(
        network.session, sector=sector, by=network.coordinator, now=MORNING, time_zone=TIME_ZONE
    )
    if delivered:
        await deliver(network)
    return test


async def confirm(network: Network, test: ContactTest, person: Person) -> None:
    await contact_tests.confirm(network.session, test_id=id_of(test), person=person, now=after(minutes=1))


async def heaps(network: Network, test: ContactTest) -> dict[ContactHeap, int]:
    counted = await contact_counting.count(network.session, test=test, now=MORNING)
    return {heap: number for heap, number in counted.people.items() if number}


async def lines(network: Network, test: ContactTest, heap: ContactHeap) -> list[tuple[str | None, str, str | None]]:
    page = await contact_counting.listing(network.session, test=test, heap=heap, number=0)
    return [(line.person, line.member.name, line.why) for line in page.lines]


async def test_everybody_is_asked_once_whatever_the_number_of_their_businesses(session: AsyncSession) -> None:
    network = await found_network(session)

    test = await ask(network)

    assert test.code == "KT-2026-0001"
    everybody = sorted(id_of(one) for one in (network.an, network.binh, network.chi, network.dung))
    assert sorted(await told(session, BroadcastKind.CONTACT_TEST)) == everybody
    counted = await contact_counting.count(session, test=test, now=MORNING)
    assert (counted.asked, counted.members, counted.confirmed) == (4, 3, 0)


async def test_a_test_of_a_sector_asks_its_businesses_alone(session: AsyncSession) -> None:
    network = await found_network(session)

    await ask(network, Sector.POSTAL)

    assert await told(session, BroadcastKind.CONTACT_TEST) == [id_of(network.chi)]


async def test_one_tap_confirms_for_all_businesses_of_a_person(session: AsyncSession) -> None:
    network = await found_network(session)
    test = await ask(network)

    for _ in range(2):
        await confirm(network, test, network.chi)

    counted = await contact_counting.count(session, test=test, now=MORNING)
    assert counted.confirmed == 2
    assert await heaps(network, test) == {ContactHeap.CONFIRMED: 1, ContactHeap.SILENT: 3}


async def test_who_cannot_be_reached_is_listed_with_the_reason(session: AsyncSession) -> None:
    network = await found_network(session)
    await business(session, "0100000009", "Không Người", (Sector.IT,), HOAN_KIEM)
    network.postal.unavailable_until = after(days=2)
    test = await ask(network, delivered=False)
    await deliver(network)
    theirs = col(Delivery.person_id) == id_of(network.an)
    await session.exec(
        update(Delivery).where(theirs).values(state=DeliveryState.FAILED, message_id=None, error="bot was blocked")
    )
    await reach.lose(session, person=network.an, channel=Channel.TELEGRAM, reason="blocked", now=after(minutes=1))

    assert await lines(network, test, ContactHeap.UNREACHABLE) == [
        ("Nguyễn Văn An", "Viễn thông Sông Hồng", "bot was blocked"),
        (None, "Bưu chính Long Biên", "away"),
        (None, "Không Người", "nobody"),
    ]
    counted = await contact_counting.count(session, test=test, now=MORNING)
    assert (counted.out_of_reach, counted.nobody, counted.away) == (3, 1, 1)
    # Chi is asked for the IT business, which is not away.
    assert await heaps(network, test) == {ContactHeap.SILENT: 3, ContactHeap.UNREACHABLE: 1}


async def test_who_blocks_the_bot_after_the_question_came_is_out_of_reach(session: AsyncSession) -> None:
    network = await found_network(session)
    test = await ask(network)
    await session.exec(update(Delivery).values(sent_at=MORNING))

    await reach.lose(session, person=network.dung, channel=Channel.TELEGRAM, reason="blocked", now=after(minutes=1))

    assert await lines(network, test, ContactHeap.UNREACHABLE) == [("Trần Tiến Dũng", "Công nghệ Hoa Sen", "blocked")]


async def test_nobody_is_asked_by_two_tests_at_a_time(session: AsyncSession) -> None:
    network = await found_network(session)
    first = await ask(network, Sector.TELECOM)

    for sector in (None, Sector.TELECOM):
        with pytest.raises(contact_tests.ContactTestUnderWay):
            await ask(network, sector)
    second = await ask(network, Sector.IT)
    await contact_tests.end(session, test_id=id_of(first), by=network.coordinator, now=after(minutes=2))
    third = await ask(network, Sector.TELECOM)

    assert [first.code, second.code, third.code] == ["KT-2026-0001", "KT-2026-0002", "KT-2026-0003"]


async def test_a_circle_without_anybody_is_no_test(session: AsyncSession) -> None:
    network = await found_network(session)
    network.telecom.unavailable_until = after(days=1)

    with pytest.raises(contact_tests.NobodyToTest):
        await ask(network, Sector.TELECOM)


async def test_only_the_silent_are_asked_again_and_not_at_once(session: AsyncSession) -> None:
    network = await found_network(session)
    test = await ask(network)
    await confirm(network, test, network.chi)
    test_id, by = id_of(test), network.coordinator

    with pytest.raises(contact_tests.AskedTooLately):
        await contact_tests.ask_again(session, test_id=test_id, by=by, now=after(minutes=9, seconds=59))
    assert await contact_tests.ask_again(session, test_id=test_id, by=by, now=after(minutes=10)) == 3
    with pytest.raises(contact_tests.AskedTooLately):
        await contact_tests.ask_again(session, test_id=test_id, by=by, now=after(minutes=19))

    again = (await told(session, BroadcastKind.CONTACT_TEST))[4:]
    assert sorted(again) == sorted(id_of(one) for one in (network.an, network.binh, network.dung))
    # Two messages of one person are one person.
    await deliver(network)
    assert await heaps(network, test) == {ContactHeap.CONFIRMED: 1, ContactHeap.SILENT: 3}


async def test_a_test_ends_by_itself_after_a_day_and_nobody_confirms_after_it(session: AsyncSession) -> None:
    network = await found_network(session)
    test = await ask(network)
    await confirm(network, test, network.an)

    await contact_tests.end_due(session, now=MORNING + timedelta(days=1, seconds=-1))
    assert test.ended_at is None
    await contact_tests.end_due(session, now=MORNING + timedelta(days=1))

    assert test.ended_at == MORNING + timedelta(days=1)
    redrawn = await session.exec(select(Delivery.person_id).where(col(Delivery.edit_lane).is_not(None)))
    assert set(redrawn) == {id_of(one) for one in (network.an, network.binh, network.chi, network.dung)}
    with pytest.raises(contact_tests.ContactTestOver):
        await confirm(network, test, network.binh)
    await confirm(network, test, network.an)


async def test_whoever_speaks_for_none_of_the_businesses_any_more_cannot_confirm(session: AsyncSession) -> None:
    network = await found_network(session)
    test = await ask(network, Sector.TELECOM)
    spoke = await businesses.representative(session, member_id=id_of(network.telecom), person_id=id_of(network.binh))
    assert spoke is not None
    spoke.status = RepresentativeStatus.REMOVED
    await session.flush()

    for person in (network.binh, network.dung):
        with pytest.raises(contact_tests.NotTested):
            await confirm(network, test, person)


async def test_whoever_withdrew_is_counted_still_and_has_no_name(session: AsyncSession) -> None:
    network = await found_network(session)
    test = await ask(network, Sector.TELECOM)
    await withdrawal.withdraw(session, person=network.binh, wings=WINGS, now=after(minutes=1))

    assert await heaps(network, test) == {ContactHeap.SILENT: 1, ContactHeap.UNREACHABLE: 1}
    ((name, _, why),) = await lines(network, test, ContactHeap.UNREACHABLE)
    assert (name, why) == ("", withdrawal.WITHDREW)
