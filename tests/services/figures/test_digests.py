"""Digests are due at eight on Mondays and on the first, and go to those who want one and coordinate."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.broadcasts import Broadcast, BroadcastKind, Delivery
from models.figures import DigestRhythm, DigestWish
from models.identity import id_of
from models.people import Person
from services.figures import digests, holdings
from services.ground.holding_types import Erased, Leaving
from services.people import accounts
from tests.network import MORNING, TIME_ZONE, found_network

# Eight in the morning in Việt Nam is one in the morning in UTC; the 23rd is a Monday.
MONDAY = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
FIRST = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("rhythm", "after", "due"),
    [
        (DigestRhythm.WEEKLY, MORNING, MONDAY),
        (DigestRhythm.WEEKLY, MONDAY - SECOND, MONDAY),
        (DigestRhythm.WEEKLY, MONDAY, MONDAY + timedelta(days=7)),
        (DigestRhythm.MONTHLY, MORNING, FIRST),
        (DigestRhythm.MONTHLY, FIRST - SECOND, FIRST),
        (DigestRhythm.MONTHLY, FIRST, datetime(2027, 1, 1, 1, 0, tzinfo=UTC)),
    ],
)
def test_the_next_digest_is_due_at_eight_by_the_local_clock(
    rhythm: DigestRhythm, after: datetime, due: datetime
) -> None:
    assert digests.next_due(rhythm, after=after, time_zone=TIME_ZONE) == due


async def wish(session: AsyncSession, person: Person, *, wants: bool = True) -> None:
    await digests.wish(
        session, rhythm=DigestRhythm.WEEKLY, wants=wants, person=person, now=MORNING, time_zone=TIME_ZONE
    )


async def sent(session: AsyncSession) -> list[tuple[str, int | None]]:
    """List of which periods digests were queued, and to whom (ids)."""
    query = (
        select(Broadcast.details, Delivery.person_id)
        .join(Delivery, col(Delivery.broadcast_id) == col(Broadcast.id))
        .where(Broadcast.kind == BroadcastKind.DIGEST)
        .order_by(col(Delivery.id))
    )
    return [((details or {})["period"], person_id) for details, person_id in await session.exec(query)]


async def test_a_digest_goes_once_to_those_who_want_it_and_is_of_the_week_before(session: AsyncSession) -> None:
    network = await found_network(session)
    await wish(session, network.coordinator)
    await wish(session, network.coordinator)

    for at in (MONDAY - SECOND, MONDAY, MONDAY + SECOND):
        await digests.send_due(session, now=at, time_zone=TIME_ZONE)

    assert await sent(session) == [("w20261116", id_of(network.coordinator))]
    kept = (await session.exec(select(AuditEntry).where(AuditEntry.action == "digest-wished"))).all()
    assert len(kept) == 1


async def test_after_weeks_without_power_one_digest_comes_of_the_last_week(session: AsyncSession) -> None:
    network = await found_network(session)
    await wish(session, network.coordinator)

    await digests.send_due(session, now=MONDAY + timedelta(days=15), time_zone=TIME_ZONE)

    assert await sent(session) == [("w20261130", id_of(network.coordinator))]
    (kept,) = (await session.exec(select(DigestWish))).all()
    assert kept.due_at == MONDAY + timedelta(days=21)


async def test_whoever_does_not_coordinate_any_more_or_wants_none_gets_none(session: AsyncSession) -> None:
    network = await found_network(session)
    await wish(session, network.coordinator)
    await wish(session, network.colleague)
    await wish(session, network.colleague, wants=False)
    await accounts.assign_role(session, person=network.coordinator, role=None, by=None, now=MORNING)

    await digests.send_due(session, now=MONDAY, time_zone=TIME_ZONE)

    assert await sent(session) == []
    assert (await session.exec(select(DigestWish))).all() == []


async def test_nothing_of_a_wish_is_left_when_its_person_is_erased(session: AsyncSession) -> None:
    network = await found_network(session)
    await wish(session, network.coordinator)
    (held,) = holdings.PEOPLE
    assert isinstance(held.erasure, Erased)

    await held.erasure.by(session, Leaving(network.coordinator, (), "withdrew", MORNING))

    assert await digests.wished(session, person=network.coordinator) == set()
