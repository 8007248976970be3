"""An acknowledgement counts once for a business, whoever of it taps, and those who are missing can be asked again."""

from datetime import timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.identity import id_of
from models.incidents import Incident, Notice
from models.members import MemberStatus
from models.people import Person, Role
from models.tlp import Tlp
from services.business import mergers
from services.incidents import lifecycle
from services.incidents.sharing import labels
from services.privacy import withdrawal
from services.updates import seen, situations
from services.updates.seen import Seen
from services.updates.situations import Situation
from services.wings import WINGS
from tests.network import MORNING, Network, found_network, person, speak

LATER = MORNING + timedelta(minutes=20)


async def asked(session: AsyncSession) -> tuple[Network, Incident, int, Person]:
    """Send an update to all and the observer that asks for acknowledgement; gives its id."""
    network = await found_network(session)
    observer = await person(session, 9100, "Hồ Quan Sát", role=Role.OBSERVER)
    incident = await network.declare()
    situation = Situation(id_of(incident), text="Đổi mật khẩu ngay.", observers=True, asks_seen=True)
    await situations.say(session, situation=situation, by=network.coordinator, now=MORNING)
    (notice,) = (await session.exec(select(Notice))).all()
    return network, incident, id_of(notice), observer


async def counted(session: AsyncSession, notice_id: int) -> Seen:
    return (await seen.count(session, notice_ids=[notice_id]))[notice_id]


async def test_one_tap_counts_for_all_of_a_persons_businesses_and_a_colleagues_tap_for_nothing_more(
    session: AsyncSession,
) -> None:
    network, _, notice_id, observer = await asked(session)
    assert await counted(session, notice_id) == Seen(asked=4, seen=0)

    await seen.acknowledge(session, notice_id=notice_id, person=network.chi, now=LATER)
    assert await counted(session, notice_id) == Seen(asked=4, seen=2)
    with pytest.raises(seen.AcknowledgedAlready):
        await seen.acknowledge(session, notice_id=notice_id, person=network.dung, now=LATER)

    await seen.acknowledge(session, notice_id=notice_id, person=observer, now=LATER)
    assert await counted(session, notice_id) == Seen(asked=4, seen=3)


async def test_in_a_businesses_group_only_that_business_acknowledges(session: AsyncSession) -> None:
    network, _, notice_id, _ = await asked(session)

    await seen.acknowledge(session, notice_id=notice_id, person=network.chi, only_for=id_of(network.it), now=LATER)

    assert await counted(session, notice_id) == Seen(asked=4, seen=1)
    (line,) = [one for one in (await seen.listing(session, notice_id=notice_id, number=0)).lines if one.by]
    assert (line.name, line.by, line.acknowledgement.at) == ("Công nghệ Hoa Sen", "Phạm Quế Chi", LATER)

    # Her other business follows; what was acknowledged keeps its moment, and who is missing stands first.
    then = LATER + timedelta(minutes=1)
    await seen.acknowledge(session, notice_id=notice_id, person=network.chi, now=then)
    lines = (await seen.listing(session, notice_id=notice_id, number=0)).lines
    assert [one.acknowledgement.at for one in lines] == [None, None, LATER, then]


async def test_an_observer_who_taps_in_a_businesses_group_taps_for_that_business_alone(session: AsyncSession) -> None:
    network, _, notice_id, observer = await asked(session)
    await speak(session, observer, network.it)

    await seen.acknowledge(session, notice_id=notice_id, person=observer, only_for=id_of(network.it), now=LATER)

    assert await counted(session, notice_id) == Seen(asked=4, seen=1)


async def test_who_is_not_asked_cannot_acknowledge(session: AsyncSession) -> None:
    network, _, notice_id, _ = await asked(session)

    for stranger in (network.coordinator, await person(session, 7000, "Người lạ")):
        with pytest.raises(seen.NothingToAcknowledge):
            await seen.acknowledge(session, notice_id=notice_id, person=stranger, now=LATER)


async def test_a_reminder_by_hand_asks_only_those_who_are_missing_and_not_twice_at_once(session: AsyncSession) -> None:
    network, incident, notice_id, observer = await asked(session)
    await seen.acknowledge(session, notice_id=notice_id, person=network.an, now=LATER)

    async def remind(minutes: float) -> int:
        now = LATER + timedelta(minutes=minutes)
        return await seen.remind(session, notice_id=notice_id, by=network.coordinator, now=now)

    assert await remind(0) == 3
    with pytest.raises(seen.AskedToAcknowledgeJustNow):
        await remind(0.5)
    people = sorted(id_of(one) for one in (network.chi, network.dung, observer))
    assert await network.recipients(BroadcastKind.UPDATE_REMINDER, incident) == [people]

    network.it.status = MemberStatus.SUSPENDED
    await session.flush()
    assert await remind(2) == 2
    for one in (network.chi, observer):
        await seen.acknowledge(session, notice_id=notice_id, person=one, now=LATER)
    with pytest.raises(seen.EverybodyAcknowledged):
        await remind(4)


async def test_after_the_end_nobody_is_reminded(session: AsyncSession) -> None:
    network, incident, notice_id, _ = await asked(session)
    await lifecycle.close(session, incident_id=id_of(incident), summary="Xong.", by=network.coordinator, now=LATER)

    with pytest.raises(lifecycle.IncidentClosed):
        await seen.remind(session, notice_id=notice_id, by=network.coordinator, now=LATER)


async def test_a_merger_lets_two_businesses_acknowledge_once_and_an_erasure_keeps_the_count(
    session: AsyncSession,
) -> None:
    network, _, notice_id, _ = await asked(session)
    await seen.acknowledge(session, notice_id=notice_id, person=network.an, now=LATER)
    await withdrawal.withdraw(session, person=network.an, wings=WINGS, now=LATER)
    assert await counted(session, notice_id) == Seen(asked=4, seen=1)

    await mergers.merge(
        session,
        kept_id=id_of(network.telecom),
        other_id=id_of(network.it),
        others=(),
        wings=WINGS,
        by=network.coordinator,
        now=LATER,
    )

    assert await counted(session, notice_id) == Seen(asked=3, seen=1)


async def test_what_names_whoever_acknowledged_is_edited_for_colleagues_when_they_are_erased(
    session: AsyncSession,
) -> None:
    network, incident, notice_id, _ = await asked(session)
    await network.mark(incident, DeliveryState.SENT, kind=BroadcastKind.UPDATE)
    await seen.acknowledge(session, notice_id=notice_id, person=network.an, now=LATER)
    for delivery in (await session.exec(select(Delivery))).all():
        delivery.edit_due_at = None
    await session.flush()

    await withdrawal.withdraw(session, person=network.an, wings=WINGS, now=LATER)

    edited = await session.exec(
        select(Delivery.person_id)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(Broadcast.kind == BroadcastKind.UPDATE, col(Delivery.edit_due_at).is_not(None))
    )
    assert network.binh.id in edited.all()


async def test_nobody_is_asked_or_counted_who_can_read_it_no_more(session: AsyncSession) -> None:
    network, incident, notice_id, observer = await asked(session)
    network.it.status = MemberStatus.SUSPENDED
    await session.flush()
    assert await counted(session, notice_id) == Seen(asked=3, seen=0)
    assert len((await seen.listing(session, notice_id=notice_id, number=0)).lines) == 3

    await labels.change(session, incident=incident, label=Tlp.RED, by=network.coordinator, now=LATER)
    assert await counted(session, notice_id) == Seen(asked=2, seen=0), "observers are not named"
    assert await situations.observing(session, incident=incident) == ()
    again = Situation(id_of(incident), text="Tin nữa.", observers=True, asks_seen=True)
    assert await situations.say(session, situation=again, by=network.coordinator, now=LATER) == 3
    newest = await situations.asking(session, incident_id=id_of(incident))
    assert newest is not None
    assert await counted(session, id_of(newest)) == Seen(asked=2, seen=0)
    for notice in (newest, await session.get_one(Notice, notice_id)):
        assert id_of(observer) not in await seen.missing(session, notice=notice)
