"""Who is called: everybody who matches, once, and nobody else."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind, Delivery, DeliveryState
from models.duty import DutyHours, DutyWeek
from models.identity import id_of
from models.incidents import Alerted, Incident
from models.members import ContactKind, Member, MemberStatus, RepresentativeStatus, Sector
from models.people import Person, Purpose
from models.responses import Answer
from services.applications import decisions
from services.applications import requests as applications
from services.applications.requests import Candidate
from services.incidents import audience, outcomes, reminders, responses
from services.incidents import lifecycle as incidents
from services.incidents.audience import Audience, Wanted
from services.members import capabilities, representatives
from services.outbox.deliveries import Outcome, Result
from services.people import accounts, latecomers
from services.privacy import withdrawal
from services.tally import counting as tally
from services.tasks.latecomers import call_due
from services.wings import KINDS, WINGS
from tests.network import (
    BA_VI,
    CABLE_CUT,
    HOAN_KIEM,
    MORNING,
    TIME_ZONE,
    Network,
    business,
    found_network,
    lose,
    person,
    speak,
)
from tests.services.sending import sends

LATER = MORNING + timedelta(minutes=1)
MONDAY = date(2026, 11, 16)


async def called(network: Network, wanted: Wanted | None = None, *, now: datetime = MORNING) -> Audience:
    return await audience.find(network.session, wanted=wanted or Wanted(), now=now, time_zone=TIME_ZONE)


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


# Those on duty first


async def put_on_duty(network: Network, member: Member, one: Person) -> None:
    """Let a person be on duty for a business in the week of MORNING, around the clock."""
    network.session.add(
        DutyWeek(member_id=id_of(member), monday=MONDAY, person_id=id_of(one), remind_at=MORNING, reminded_at=MORNING)
    )
    await network.session.flush()


async def alerted(session: AsyncSession, incident: Incident) -> set[tuple[int, int]]:
    rows = await session.exec(select(Alerted).where(Alerted.incident_id == incident.id))
    return {(row.member_id, row.person_id) for row in rows}


def ids(*those: Person) -> list[int]:
    return sorted(id_of(one) for one in those)


async def test_of_a_business_with_somebody_on_duty_only_they_are_called(session: AsyncSession) -> None:
    network = await found_network(session)
    await put_on_duty(network, network.telecom, network.binh)

    found = await called(network)

    assert sorted(found.people) == ids(network.binh, network.chi, network.dung)
    assert found.reserve == [(network.telecom.id, network.an.id)]
    assert (found.members, found.held_back) == (3, 1)


async def test_outside_the_duty_hours_all_are_called(session: AsyncSession) -> None:
    network = await found_network(session)
    await put_on_duty(network, network.telecom, network.binh)
    session.add(DutyHours(member_id=id_of(network.telecom), weekday=4, begins=0, ends=60))
    await session.flush()

    found = await called(network)

    assert (len(found.people), found.reserve, found.held_back) == (4, [], 0)


async def test_whose_one_on_duty_cannot_be_written_to_has_all_called(session: AsyncSession) -> None:
    network = await found_network(session)
    await put_on_duty(network, network.telecom, network.binh)
    await lose(network.binh, session, now=MORNING)
    await session.flush()

    assert len((await called(network)).people) == 4


async def test_who_is_called_for_one_business_is_not_counted_in_reserve_for_another(session: AsyncSession) -> None:
    network = await found_network(session)
    await put_on_duty(network, network.it, network.dung)

    found = await called(network)

    assert found.reserve == [(network.it.id, network.chi.id)]
    assert network.chi.id in found.people
    assert found.held_back == 0


async def test_after_widening_everybody_of_a_silent_business_has_the_alert_once(session: AsyncSession) -> None:
    network = await found_network(session)
    await put_on_duty(network, network.telecom, network.binh)
    await put_on_duty(network, network.it, network.dung)
    incident = await network.declare()
    await responses.respond(session, incident=incident, person=network.dung, answer=Answer.READY, now=MORNING)

    counts = [await audience.widen(session, incident=incident, now=LATER) for _ in range(2)]

    assert counts == [1, 0]
    assert await network.recipients(BroadcastKind.ALERT, incident) == [
        ids(network.binh, network.chi, network.dung),
        ids(network.an),
    ]
    assert (id_of(network.telecom), id_of(network.an)) in await alerted(session, incident)
    assert (id_of(network.it), id_of(network.chi)) not in await alerted(session, incident)


async def test_who_has_the_alert_for_another_business_gets_no_second_one(session: AsyncSession) -> None:
    network = await found_network(session)
    await put_on_duty(network, network.it, network.dung)
    incident = await network.declare()

    assert await audience.widen(session, incident=incident, now=LATER) == 0

    assert (id_of(network.it), id_of(network.chi)) in await alerted(session, incident)
    assert [one for one in await network.recipients(BroadcastKind.ALERT, incident) if one] == [
        ids(network.an, network.binh, network.chi, network.dung)
    ]
    # Chi's card says from now on that it is about both businesses.
    edited = select(Delivery.person_id).where(col(Delivery.edit_due_at).is_not(None))
    assert (await session.exec(edited)).all() == ids(network.chi)


async def test_nobody_is_called_from_the_reserve_after_the_end_nor_for_who_is_away(session: AsyncSession) -> None:
    network = await found_network(session)
    await put_on_duty(network, network.telecom, network.binh)
    over, going_on = await network.declare(), await network.declare()
    await incidents.close(session, incident_id=id_of(over), summary="Xong.", by=network.coordinator, now=MORNING)
    network.telecom.unavailable_until = MORNING + timedelta(days=1)
    await session.flush()

    assert await audience.widen(session, incident=over, now=LATER) == 0
    assert await audience.widen(session, incident=going_on, now=LATER) == 0
    network.telecom.unavailable_until = None
    network.telecom.status = MemberStatus.SUSPENDED
    await session.flush()
    assert await audience.widen(session, incident=going_on, now=LATER) == 0


@pytest.mark.parametrize("outcome", [Outcome.UNREACHABLE, Outcome.FAILED])
async def test_where_the_one_on_duty_cannot_be_reached_the_others_are_called_at_once(
    session: AsyncSession, outcome: Outcome
) -> None:
    network = await found_network(session)
    for member, one in ((network.telecom, network.binh), (network.it, network.dung)):
        await put_on_duty(network, member, one)
    incident = await network.declare(delivered=False)
    claimed = await sends(session, now=MORNING)
    failed = [Result(one, outcome, error="Forbidden") for one in claimed if one.person_id == network.binh.id]

    await outcomes.record(session, results=failed, kinds=KINDS, now=LATER)
    await outcomes.record(session, results=failed, kinds=KINDS, now=LATER)

    assert await network.recipients(BroadcastKind.ALERT, incident) == [
        ids(network.binh, network.chi, network.dung),
        ids(network.an),
    ]
    assert (id_of(network.it), id_of(network.chi)) not in await alerted(session, incident)


async def test_while_one_of_two_can_still_be_reached_the_reserve_waits(session: AsyncSession) -> None:
    network = await found_network(session)
    dai = await person(session, 1005, "Đại")
    await put_on_duty(network, network.telecom, network.binh)
    incident = await network.declare(delivered=False)
    await speak(session, dai, network.telecom)
    await audience.call_in(session, incident=incident, person=dai, now=MORNING)
    claimed = await sends(session, now=MORNING)
    failed = [Result(one, Outcome.UNREACHABLE) for one in claimed if one.person_id == network.binh.id]

    await outcomes.record(session, results=failed, kinds=KINDS, now=LATER)

    assert (id_of(network.telecom), id_of(network.an)) not in await alerted(session, incident)


async def goes(network: Network, how: str, one: Person) -> None:
    """Let a person speak for the telecom business no longer, in one of the three ways."""
    member_id = id_of(network.telecom)
    if how == "removed":
        await representatives.remove(
            network.session, member_id=member_id, person_id=id_of(one), by=network.an, now=LATER
        )
    elif how == "steps down":
        await representatives.step_down(network.session, member_id=member_id, person=one, now=LATER)
    else:
        await withdrawal.withdraw(network.session, person=one, wings=WINGS, now=LATER)


@pytest.mark.parametrize("how", ["removed", "steps down", "withdraws"])
async def test_when_the_one_on_duty_goes_the_others_are_called_at_once(session: AsyncSession, how: str) -> None:
    network = await found_network(session)
    await put_on_duty(network, network.telecom, network.binh)
    incident = await network.declare()

    await goes(network, how, network.binh)

    assert (await network.recipients(BroadcastKind.ALERT, incident))[1:] == [ids(network.an)]


async def test_when_one_goes_of_a_business_that_has_answered_nobody_is_called(session: AsyncSession) -> None:
    network = await found_network(session)
    await put_on_duty(network, network.telecom, network.binh)
    answered, over = await network.declare(), await network.declare()
    await responses.respond(session, incident=answered, person=network.binh, answer=Answer.READY, now=MORNING)
    await incidents.close(session, incident_id=id_of(over), summary="Xong.", by=network.coordinator, now=MORNING)

    await goes(network, "removed", network.binh)

    for incident in (answered, over):
        assert len(await network.recipients(BroadcastKind.ALERT, incident)) == 1


async def test_while_another_who_was_called_still_speaks_the_reserve_waits(session: AsyncSession) -> None:
    network = await found_network(session)
    dai = await person(session, 1005, "Đại")
    await speak(session, dai, network.telecom, contact=ContactKind.BACKUP)
    await put_on_duty(network, network.telecom, network.binh)
    incident = await network.declare()
    await audience.call_in(session, incident=incident, person=dai, now=MORNING)

    await goes(network, "removed", network.binh)
    assert (id_of(network.telecom), id_of(network.an)) not in await alerted(session, incident)

    await goes(network, "removed", dai)
    assert (id_of(network.telecom), id_of(network.an)) in await alerted(session, incident)


async def test_an_alert_that_reached_who_has_gone_since_counts_no_more(session: AsyncSession) -> None:
    network = await found_network(session)
    dai = await person(session, 1005, "Đại")
    await speak(session, dai, network.telecom, contact=ContactKind.BACKUP)
    await put_on_duty(network, network.telecom, network.binh)
    incident = await network.declare(delivered=False)
    await audience.call_in(session, incident=incident, person=dai, now=MORNING)
    await goes(network, "removed", dai)
    claimed = await sends(session, now=LATER)
    failed = [Result(one, Outcome.UNREACHABLE) for one in claimed if one.person_id == network.binh.id]

    await outcomes.record(session, results=failed, kinds=KINDS, now=LATER)

    assert (id_of(network.telecom), id_of(network.an)) in await alerted(session, incident)


async def test_an_alert_that_may_go_through_later_calls_no_reserve(session: AsyncSession) -> None:
    network = await found_network(session)
    await put_on_duty(network, network.telecom, network.binh)
    incident = await network.declare(delivered=False)
    claimed = await sends(session, now=MORNING)
    unsure = [
        Result(one, Outcome.UNKNOWN if one.person_id == network.binh.id else Outcome.REFUSED_FOR_NOW, again_at=LATER)
        for one in claimed
    ]

    await outcomes.record(session, results=unsure, kinds=KINDS, now=MORNING)

    assert len(await network.recipients(BroadcastKind.ALERT, incident)) == 1


async def test_who_is_in_reserve_finds_the_incident_opens_it_and_answers(session: AsyncSession) -> None:
    network = await found_network(session)
    await put_on_duty(network, network.telecom, network.binh)
    incident = await network.declare()
    assert await incidents.recent_for(session, person=network.an) == [incident]
    assert await responses.was_alerted(session, incident=incident, person=network.an)

    for _ in range(2):
        await audience.call_in(session, incident=incident, person=network.an, now=LATER)

    assert (await network.recipients(BroadcastKind.ALERT, incident))[1:] == [ids(network.an)]
    await responses.respond(session, incident=incident, person=network.an, answer=Answer.READY, now=LATER)
    assert await reminders.has_spoken(session, incident_id=id_of(incident), person_id=id_of(network.binh))
    assert await audience.widen(session, incident=incident, now=LATER) == 0


async def test_who_speaks_for_no_alerted_business_is_not_called_in(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    stranger = await person(session, 1009, "Lạ")

    await audience.call_in(session, incident=incident, person=stranger, now=LATER)

    assert await incidents.recent_for(session, person=stranger) == []
    assert len(await network.recipients(BroadcastKind.ALERT, incident)) == 1


async def test_who_speaks_for_a_business_that_was_alerted_of_something_else_is_called_to_nothing_but_that(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    await put_on_duty(network, network.telecom, network.binh)
    await network.declare()
    at_the_post = await network.declare(replace(CABLE_CUT, wanted=Wanted(sectors=(Sector.POSTAL,))))

    for who in (network.an, network.dung):
        await audience.call_in(session, incident=at_the_post, person=who, now=LATER)
    assert await audience.widen(session, incident=at_the_post, now=LATER) == 0

    assert await network.recipients(BroadcastKind.ALERT, at_the_post) == [ids(network.chi)]


async def test_nobody_is_called_in_the_place_of_who_was_only_called_to_something_else(session: AsyncSession) -> None:
    network = await found_network(session)
    await network.declare()
    await put_on_duty(network, network.telecom, network.binh)
    incident = await network.declare()
    await network.mark(incident, DeliveryState.FAILED, network.binh)

    await audience.replace_unreached(session, incident=incident, people=ids(network.an), now=LATER)
    assert len(await network.recipients(BroadcastKind.ALERT, incident)) == 1

    await audience.replace_unreached(session, incident=incident, people=ids(network.binh), now=LATER)
    assert (await network.recipients(BroadcastKind.ALERT, incident))[1:] == [ids(network.an)]


async def test_those_called_later_count_as_people_of_the_same_businesses(session: AsyncSession) -> None:
    network = await found_network(session)
    await put_on_duty(network, network.telecom, network.binh)
    incident = await network.declare()
    before = await tally.count(session, incident=incident, now=MORNING)

    await audience.widen(session, incident=incident, now=LATER)
    await network.mark(incident, DeliveryState.SENT)

    after = await tally.count(session, incident=incident, now=LATER)
    assert (before.members, before.people, after.members, after.people) == (3, 3, 3, 4)
    assert after.groups == before.groups
    assert sorted(await reminders.silent_people(session, incident_id=id_of(incident))) == ids(
        network.an, network.binh, network.chi, network.dung
    )


# Newcomers


async def comes(network: Network, who: Person) -> None:
    """Let a person be called from now on, and the clock look."""
    latecomers.expect(network.session, person_id=id_of(who), at=LATER)
    await network.session.flush()
    await call_due(network.session, now=LATER, time_zone=TIME_ZONE)


async def newcomer(network: Network, member: Member) -> Person:
    who = await person(network.session, 1010, "Mới")
    await speak(network.session, who, member, contact=ContactKind.BACKUP)
    return who


async def test_a_newcomer_gets_the_alerts_that_are_under_way_for_their_business_once(session: AsyncSession) -> None:
    network = await found_network(session)
    over, answered, silent = [await network.declare() for _ in range(3)]
    await incidents.close(session, incident_id=id_of(over), summary="Xong.", by=network.coordinator, now=MORNING)
    await responses.respond(session, incident=answered, person=network.an, answer=Answer.CANNOT, now=MORNING)
    who = await newcomer(network, network.telecom)

    for _ in range(2):
        await comes(network, who)

    found = [(await network.recipients(BroadcastKind.ALERT, one))[1:] for one in (over, answered, silent)]
    assert found == [[], [[who.id]], [[who.id]]]


async def test_a_newcomer_waits_with_those_in_reserve(session: AsyncSession) -> None:
    network = await found_network(session)
    await put_on_duty(network, network.telecom, network.binh)
    incident = await network.declare()
    who = await newcomer(network, network.telecom)

    await comes(network, who)
    assert len(await network.recipients(BroadcastKind.ALERT, incident)) == 1
    await audience.widen(session, incident=incident, now=LATER)

    assert (await network.recipients(BroadcastKind.ALERT, incident))[1] == ids(network.an, who)
    alerted_for = await session.exec(
        select(Alerted.member_id).where(Alerted.person_id == who.id).order_by(col(Alerted.member_id))
    )
    assert alerted_for.all() == [network.telecom.id]


async def test_who_is_approved_to_speak_for_an_alerted_business_is_called_by_the_approval(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    who = await person(session, 1010, "Mới")
    await accounts.consent(session, person=who, purpose=Purpose.MEMBERSHIP, now=MORNING)
    candidate = Candidate("Mới", "Trưởng phòng", "+84987654321", ContactKind.BACKUP)
    application = await applications.join(session, person=who, member=network.telecom, candidate=candidate, now=MORNING)

    await decisions.approve(session, application_id=id_of(application), by=network.coordinator, now=LATER)
    await session.flush()
    await call_due(session, now=LATER, time_zone=TIME_ZONE)

    assert (await network.recipients(BroadcastKind.ALERT, incident))[1:] == [[who.id]]
