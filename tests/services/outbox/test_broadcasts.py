"""What is to be said is queued once for each person, and shown anew wherever it stands."""

from datetime import timedelta

from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind, Delivery, DeliveryState, Lane
from models.channels import Channel
from models.identity import id_of
from models.incidents import Incident
from models.people import Person
from services.incidents import cards as incident_cards
from services.incidents import lifecycle as incidents
from services.incidents.kinds import ALERT, TALLY, UPDATE
from services.outbox import broadcasts
from services.wings import KINDS
from tests.network import MORNING, TIME_ZONE, Network, found_network

LATER = MORNING + timedelta(minutes=1)


async def redrawn(session: AsyncSession) -> list[int]:
    rows = await session.exec(
        select(Delivery.person_id).where(col(Delivery.edit_due_at).is_not(None)).order_by(col(Delivery.person_id))
    )
    return [person_id for person_id in rows if person_id is not None]


async def tallies(network: Network, incident: Incident, person: Person) -> list[Delivery]:
    rows = await network.session.exec(
        select(Delivery)
        .where(Delivery.person_id == id_of(person), Delivery.lane == Lane.TALLY)
        .order_by(col(Delivery.id))
        .execution_options(populate_existing=True)
    )
    return [person_id for person_id in rows if person_id is not None]


async def test_who_stands_twice_in_the_list_gets_one_message(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    an, chi = id_of(network.an), id_of(network.chi)

    await broadcasts.queue(session, kind=UPDATE, people=[chi, an, chi, an], subject_id=incident.id, now=LATER)

    assert await network.recipients(BroadcastKind.UPDATE, incident) == [[an, chi]]


async def test_a_message_to_nobody_is_no_mistake(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()

    await broadcasts.queue(session, kind=UPDATE, people=[], subject_id=incident.id, now=LATER)

    assert await network.recipients(BroadcastKind.UPDATE, incident) == [[]]


async def test_only_what_is_there_or_on_its_way_is_shown_anew(session: AsyncSession) -> None:
    network = await found_network(session)
    incident, other = await network.declare(delivered=False), await network.declare()
    await network.mark(incident, DeliveryState.SENT, network.an)
    await network.mark(incident, DeliveryState.SENDING, network.binh)
    await network.mark(incident, DeliveryState.FAILED, network.chi)

    await broadcasts.redraw(
        session, kinds=(ALERT,), subject="incident", subject_id=id_of(incident), lane=Lane.REPLY, now=LATER
    )

    assert await redrawn(session) == [id_of(network.an), id_of(network.binh)]
    assert other.id != incident.id


async def test_who_was_erased_is_told_nothing(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    network.an.erased_at = MORNING
    await session.flush()

    people = [id_of(network.an), id_of(network.binh)]
    await broadcasts.queue(session, kind=UPDATE, people=people, subject_id=id_of(incident), now=LATER)

    assert await network.recipients(BroadcastKind.UPDATE, incident) == [[id_of(network.binh)]]


async def test_an_edit_goes_as_soon_as_the_most_urgent_of_its_reasons_and_none_that_is_past_counts(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await network.declare()

    async def lane_after(*lanes: Lane) -> int | None:
        for lane in lanes:
            await incident_cards.redraw(
                session, lane=lane, incident_id=id_of(incident), people=[id_of(network.an)], now=LATER
            )
        mine = select(Delivery.edit_lane).where(Delivery.person_id == network.an.id)
        return (await session.exec(mine)).one()

    assert await lane_after(Lane.REPLY, Lane.UPDATE) == Lane.REPLY
    await session.exec(update(Delivery).values(edit_due_at=None))
    assert await lane_after(Lane.UPDATE) == Lane.UPDATE
    assert await lane_after(Lane.REPLY) == Lane.REPLY


async def test_a_wait_is_not_begun_anew_with_each_change(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await network.mark(incident, DeliveryState.SENT, kind=BroadcastKind.TALLY)

    for now in (MORNING, LATER):
        await incident_cards.redraw_tally(session, incident_id=id_of(incident), now=now)

    (tally,) = await tallies(network, incident, network.colleague)
    assert (tally.edit_due_at, tally.revision) == (MORNING, 2)


async def test_an_edit_is_due_at_the_same_instant_in_whatever_time_zone_it_is_told(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()

    await incident_cards.redraw(
        session,
        lane=Lane.REPLY,
        incident_id=id_of(incident),
        people=[id_of(network.an)],
        now=MORNING.astimezone(TIME_ZONE),
    )

    due = await session.exec(select(Delivery.edit_due_at).where(col(Delivery.edit_due_at).is_not(None)))
    assert due.all() == [MORNING]


async def test_a_message_that_became_the_tally_is_kept_true(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()

    for _ in range(2):
        await broadcasts.adopt(
            session,
            kinds=KINDS.values(),
            kind=TALLY,
            person=network.coordinator,
            message_id=55,
            subject_id=id_of(incident),
            now=LATER,
        )

    before, now = await tallies(network, incident, network.coordinator)
    assert (before.state, before.edit_due_at) == (DeliveryState.DROPPED, None)
    assert (now.state, now.message_id, now.edit_due_at) == (DeliveryState.SENT, 55, None)
    await incident_cards.redraw_tally(session, incident_id=id_of(incident), now=LATER)
    await session.refresh(now)
    assert now.edit_due_at == LATER


async def test_a_message_that_shows_something_else_is_left_alone(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await broadcasts.adopt(
        session,
        kinds=KINDS.values(),
        kind=TALLY,
        person=network.coordinator,
        message_id=55,
        subject_id=id_of(incident),
        now=LATER,
    )

    await broadcasts.let_go(
        session,
        kinds=KINDS.values(),
        channel=Channel.TELEGRAM,
        address=str(network.coordinator.telegram_id),
        message_id=55,
    )
    await incident_cards.redraw_tally(session, incident_id=id_of(incident), now=LATER)

    (tally,) = await tallies(network, incident, network.coordinator)
    assert (tally.state, tally.edit_due_at) == (DeliveryState.DROPPED, None)


async def test_a_card_is_never_let_go_whatever_message_is_named(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    (card,) = (await session.exec(select(Delivery).where(Delivery.person_id == network.an.id))).all()
    card.message_id = 55
    await session.flush()

    await broadcasts.let_go(
        session, kinds=KINDS.values(), channel=Channel.TELEGRAM, address=str(network.an.telegram_id), message_id=55
    )
    await incident_cards.redraw(session, lane=Lane.REPLY, incident_id=id_of(incident), now=LATER)

    assert id_of(network.an) in await redrawn(session)


async def test_the_reach_of_a_person_shows_in_the_tallies_of_what_is_under_way(session: AsyncSession) -> None:
    network = await found_network(session)
    over, under_way = await network.declare(), await network.declare()
    for incident in (over, under_way):
        await network.mark(incident, DeliveryState.SENT, kind=BroadcastKind.TALLY)
    await incidents.close(session, incident_id=id_of(over), summary="Xong.", by=network.coordinator, now=MORNING)

    await incident_cards.redraw_tallies_counting(session, person=network.an, now=LATER)

    first, second = await tallies(network, under_way, network.colleague)
    assert (first.edit_due_at, second.edit_due_at) == (MORNING, LATER)
