"""After the end: who has not stood down is listed once, to those who lead, and can be asked."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind
from models.channels import Channel
from models.identity import id_of
from models.incidents import Incident, IncidentKind, Severity
from models.members import MemberStatus, Representative, RepresentativeStatus
from models.responses import Answer
from services.declarations.declaring import Declaration
from services.incidents import lifecycle, responses
from services.incidents.offers import NothingToStandDown
from services.incidents.reminders import RemindedJustNow
from services.people import reach
from services.policies.terms import DEFAULTS
from services.presence import engagements, standing_down, stays
from services.presence.standing_down import NobodyLate, NobodyOfThemInReach
from services.reviews import facts
from services.tally import counting
from tests.network import MORNING, Network, found_network, person, speak

AFTER = timedelta(minutes=DEFAULTS[Severity.SERIOUS].stand_down_after)
MINUTE = timedelta(minutes=1)


async def ended(network: Network, incident: Incident, *, now: datetime = MORNING) -> None:
    """Let An's and the IT business take part, the postal one not, and end it."""
    for one, answer, member in (
        (network.an, Answer.READY, network.telecom),
        (network.dung, Answer.REMOTE, network.it),
        (network.chi, Answer.CANNOT, network.postal),
    ):
        await responses.respond(
            network.session, incident=incident, person=one, answer=answer, only_for=id_of(member), now=now
        )
    await lifecycle.close(network.session, incident_id=id_of(incident), summary="Xong", by=network.coordinator, now=now)


async def late(network: Network, incident: Incident) -> list[int | None]:
    return [one.member.id for one in await standing_down.late(network.session, incident=incident)]


async def told(network: Network, incident: Incident) -> list[list[int]]:
    return await network.recipients(BroadcastKind.STAND_DOWN_LATE, incident)


async def test_who_has_not_stood_down_is_listed_once_when_the_policys_time_has_passed(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await ended(network, incident)

    await standing_down.check_due(session, now=MORNING + AFTER - MINUTE)
    assert await told(network, incident) == []
    for minutes in (0, 1, 60):
        await standing_down.check_due(session, now=MORNING + AFTER + minutes * MINUTE)

    assert await told(network, incident) == [[network.coordinator.id]]
    assert await late(network, incident) == [network.telecom.id, network.it.id]
    await standing_down.stand_down(session, incident=incident, person=network.binh, now=MORNING + AFTER)
    assert await late(network, incident) == [network.it.id]


@pytest.mark.parametrize(("days", "is_told"), [(6.9, True), (7, False)])
async def test_an_end_is_asked_about_for_a_week_and_is_history_then(
    session: AsyncSession, days: float, is_told: bool
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await ended(network, incident)

    await standing_down.check_due(session, now=MORNING + timedelta(days=days))

    assert bool(await told(network, incident)) is is_told


async def test_who_is_on_site_still_is_listed_first_and_after_another_end_they_are_told_of_anew(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await responses.respond(
        session, incident=incident, person=network.dung, answer=Answer.READY_30, only_for=network.it.id, now=MORNING
    )
    await stays.arrive(session, incident=incident, person=network.dung, now=MORNING)
    await ended(network, incident, now=MORNING + MINUTE)
    assert await late(network, incident) == [network.it.id, network.telecom.id]

    await standing_down.check_due(session, now=MORNING + MINUTE + AFTER)
    incident.closed_at = MORNING + 2 * AFTER
    await session.flush()
    await standing_down.check_due(session, now=MORNING + 3 * AFTER)

    assert len(await told(network, incident)) == 2


async def test_who_went_before_the_end_has_stood_down_and_who_is_there_has_not(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await responses.respond(session, incident=incident, person=network.an, answer=Answer.READY_30, now=MORNING)
    await stays.arrive(session, incident=incident, person=network.an, now=MORNING)
    await ended(network, incident, now=MORNING + MINUTE)
    assert await late(network, incident) == [network.telecom.id, network.it.id]

    await stays.leave(session, incident=incident, person=network.an, now=MORNING + 2 * MINUTE)

    assert await late(network, incident) == [network.it.id]


async def test_who_is_on_site_takes_part_whatever_a_colleague_answers_since(session: AsyncSession) -> None:
    network = await found_network(session)
    incident, other = await network.declare(), await network.declare()
    for answer in (Answer.READY, Answer.NEEDS_INFO):
        await responses.respond(session, incident=incident, person=network.an, answer=answer, now=MORNING)
        if answer is Answer.READY:
            await stays.arrive(session, incident=incident, person=network.an, now=MORNING)
    telecom = id_of(network.telecom)
    elsewhere = await engagements.elsewhere(session, members=[telecom], but_not=other.id)
    assert elsewhere == {telecom: [incident.code]}
    await lifecycle.close(session, incident_id=id_of(incident), summary="Xong", by=network.coordinator, now=MORNING)

    async def counted() -> tuple[int, int]:
        after = (await counting.count(session, incident=incident, now=MORNING)).aftermath
        return after.stood_down, after.took_part

    assert (await late(network, incident), await counted()) == ([telecom], (0, 1))
    await standing_down.stand_down(session, incident=incident, person=network.binh, now=MORNING + MINUTE)
    assert (await late(network, incident), await counted()) == ([], (1, 1))
    assert (await facts.of(session, incident=incident, now=MORNING)).answers.engaged == 1


async def test_who_came_for_a_task_and_answered_nothing_stands_down_as_well(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await stays.note_arrival(
        session, incident_id=id_of(incident), member_id=id_of(network.telecom), person=network.an, now=MORNING
    )
    with pytest.raises(NothingToStandDown):
        await standing_down.stand_down(session, incident=incident, person=network.an, now=MORNING)
    await lifecycle.close(session, incident_id=id_of(incident), summary="Xong", by=network.coordinator, now=MORNING)
    assert await late(network, incident) == [network.telecom.id]

    await standing_down.stand_down(session, incident=incident, person=network.an, now=MORNING + MINUTE)

    assert await late(network, incident) == []
    with pytest.raises(NothingToStandDown):
        await standing_down.stand_down(session, incident=incident, person=network.an, now=MORNING + MINUTE)


async def test_nobody_is_told_where_everybody_has_stood_down_or_it_was_a_drill(session: AsyncSession) -> None:
    network = await found_network(session)
    drill = await network.declare(Declaration(kind=IncidentKind.DRILL, title="Thử", description="Thử."))
    incident = await network.declare()
    for one in (drill, incident):
        await ended(network, one)
    for who in (network.an, network.dung):
        await standing_down.stand_down(session, incident=incident, person=who, now=MORNING + MINUTE)

    await standing_down.check_due(session, now=MORNING + AFTER)

    assert await told(network, incident) == await told(network, drill) == []
    with pytest.raises(NobodyLate):
        await standing_down.remind(session, incident=incident, by=network.coordinator, now=MORNING + AFTER)


async def test_those_who_have_not_are_asked_and_not_twice_in_a_minute(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await ended(network, incident)
    await standing_down.stand_down(session, incident=incident, person=network.an, now=MORNING + MINUTE)

    asked = await standing_down.remind(session, incident=incident, by=network.coordinator, now=MORNING + AFTER)
    with pytest.raises(RemindedJustNow):
        await standing_down.remind(session, incident=incident, by=network.colleague, now=MORNING + AFTER)

    assert asked == 1
    assert await network.recipients(BroadcastKind.STAND_DOWN_ASKED, incident) == [[network.chi.id, network.dung.id]]


async def test_where_nobody_can_be_asked_it_is_said_and_a_coordinator_takes_the_business_off(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await responses.respond(session, incident=incident, person=network.an, answer=Answer.READY_30, now=MORNING)
    await stays.arrive(session, incident=incident, person=network.an, now=MORNING)
    await ended(network, incident)
    await standing_down.stand_down(session, incident=incident, person=network.dung, now=MORNING + MINUTE)
    with pytest.raises(NobodyLate):
        await standing_down.strike(
            session, incident=incident, member_id=id_of(network.telecom), by=network.coordinator, now=MORNING + AFTER
        )
    network.telecom.status = MemberStatus.SUSPENDED
    await session.flush()

    with pytest.raises(NobodyOfThemInReach):
        await standing_down.remind(session, incident=incident, by=network.coordinator, now=MORNING + AFTER)
    assert [one.asked for one in await standing_down.late(session, incident=incident)] == [False]
    await standing_down.strike(
        session, incident=incident, member_id=id_of(network.telecom), by=network.coordinator, now=MORNING + AFTER
    )

    assert await late(network, incident) == []


async def test_only_those_who_can_be_written_to_are_counted_as_asked(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await ended(network, incident)
    for one in (network.an, network.binh):
        await reach.lose(session, person=one, channel=Channel.TELEGRAM, reason="blocked", now=MORNING)

    asked = await standing_down.remind(session, incident=incident, by=network.coordinator, now=MORNING + AFTER)

    assert asked == 1
    assert await network.recipients(BroadcastKind.STAND_DOWN_ASKED, incident) == [[network.chi.id, network.dung.id]]


async def test_where_nobody_who_was_called_speaks_for_a_business_any_more_its_people_of_today_are_asked(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await ended(network, incident)
    await standing_down.stand_down(session, incident=incident, person=network.dung, now=MORNING + MINUTE)
    theirs = await session.exec(select(Representative).where(Representative.member_id == network.telecom.id))
    for one in theirs.all():
        one.status = RepresentativeStatus.REMOVED
    newcomer = await person(session, 1009, "Võ Thị Giang")
    await speak(session, newcomer, network.telecom)

    await standing_down.remind(session, incident=incident, by=network.coordinator, now=MORNING + AFTER)

    assert await network.recipients(BroadcastKind.STAND_DOWN_ASKED, incident) == [[newcomer.id]]


async def test_whoever_left_before_the_end_is_counted_as_stood_down(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    for one, member in ((network.an, network.telecom), (network.dung, network.it)):
        await responses.respond(
            session, incident=incident, person=one, answer=Answer.READY, only_for=id_of(member), now=MORNING
        )
        await stays.arrive(session, incident=incident, person=one, now=MORNING)
    await stays.leave(session, incident=incident, person=network.an, now=MORNING + MINUTE)

    now = MORNING + 2 * MINUTE
    await lifecycle.close(session, incident_id=id_of(incident), summary="Xong", by=network.coordinator, now=now)

    counted = await counting.count(session, incident=incident, now=now)
    assert counted.aftermath.stood_down == 1
    assert await late(network, incident) == [network.it.id]
    held = await responses.held_by(session, incident=incident, members=[network.telecom, network.it])
    gone, there = (held[id_of(one)].stood_down_at for one in (network.telecom, network.it))
    assert (gone, there) == (MORNING + MINUTE, None)


async def test_a_business_that_was_suspended_meanwhile_stands_down_as_all_others_do(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await ended(network, incident)
    network.telecom.status = MemberStatus.SUSPENDED
    await session.flush()

    await standing_down.stand_down(session, incident=incident, person=network.an, now=MORNING + MINUTE)

    assert await late(network, incident) == [network.it.id]
