"""What else follows by itself: raising the severity, letting others know, and thanks to those not needed."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.broadcasts import Broadcast, BroadcastKind
from models.capabilities import Capability, Unit
from models.identity import id_of
from models.incidents import Incident, Severity
from models.people import Person, Role
from models.responses import Answer
from models.tlp import Tlp
from services.incidents import offers, reminders, responses
from services.incidents.audience import Wanted
from services.policies import versions
from services.policies.terms import DEFAULTS
from services.waves import calling, course
from tests.network import CABLE_CUT, MORNING, TIME_ZONE, Network, found_network, person

WANTING = replace(CABLE_CUT, headcount_wanted=10)


def after(minutes: float) -> datetime:
    return MORNING + timedelta(minutes=minutes)


async def tick(session: AsyncSession, minutes: float) -> None:
    await course.watch_headcounts(session, now=after(minutes))
    await reminders.remind_due(session, now=after(minutes))
    await calling.call_due(session, now=after(minutes), time_zone=TIME_ZONE)
    await course.raise_due(session, now=after(minutes))


async def told(network: Network, incident: Incident) -> list[list[int]]:
    return await network.recipients(BroadcastKind.COURSE, incident)


async def offer(network: Network, incident: Incident, who: Person, people: int, *, minutes: float = 1) -> None:
    """Let somebody answer that they come, with so many people."""
    await responses.respond(network.session, incident=incident, person=who, answer=Answer.READY, now=after(minutes))
    await correct(network, incident, who, people, minutes=minutes)


async def correct(network: Network, incident: Incident, who: Person, people: int, *, minutes: float) -> None:
    await offers.offer(network.session, incident=incident, person=who, people=people, now=after(minutes))


# Enough


async def test_enough_people_stop_reminders_and_thank_who_has_not_answered_once(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare(WANTING)
    await offer(network, incident, network.an, 10)

    for minutes in (2, 3.9, 4, 5, 6, 30):
        await tick(session, minutes)

    assert (incident.enough_at, incident.thanked_at) == (after(2), after(4))
    assert await told(network, incident) == [[id_of(network.chi), id_of(network.dung)]]
    assert await network.recipients(BroadcastKind.REMINDER, incident) == []


async def test_too_few_people_stop_nothing(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare(WANTING)
    await offer(network, incident, network.an, 9)

    for minutes in (2, 5, 6):
        await tick(session, minutes)

    assert incident.enough_at is None
    assert await told(network, incident) == []
    assert len(await network.recipients(BroadcastKind.REMINDER, incident)) == 1


async def test_a_number_that_is_corrected_at_once_thanks_nobody(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare(WANTING)
    await offer(network, incident, network.an, 100)
    await tick(session, 2)
    await correct(network, incident, network.an, 1, minutes=3)

    for minutes in (3, 4, 5):
        await tick(session, minutes)

    assert incident.enough_at is None
    assert await told(network, incident) == []
    assert len(await network.recipients(BroadcastKind.REMINDER, incident)) == 1


async def test_what_is_counted_in_machines_is_enough_when_the_machines_are_there(session: AsyncSession) -> None:
    network = await found_network(session)
    session.add(Capability(id=7, name_vi="Máy phát điện", name_en="Generators", unit=Unit.MACHINES))
    await session.flush()
    wanted = replace(WANTING, headcount_unit=Unit.MACHINES, wanted=Wanted(capability_ids=(7,), any_capability=True))
    incident = await network.declare(replace(wanted, headcount_wanted=2))
    (response,) = await responses.respond(
        session, incident=incident, person=network.an, answer=Answer.READY, now=after(1)
    )
    assert not await course.is_enough(session, incident=incident)

    response.offered_capability_ids, response.offered_quantities = [7], {"7": 2}
    await session.flush()

    assert await course.is_enough(session, incident=incident)


# Raising


async def with_raising(session: AsyncSession, *, severity: Severity = Severity.SERIOUS, **terms: object) -> Network:
    network = await found_network(session)
    policy = replace(DEFAULTS[severity], raise_after=20, **terms)  # type: ignore[arg-type]
    await versions.change(session, severity=severity, policy=policy, by=network.coordinator, now=MORNING)
    return network


async def test_what_nobody_answers_is_raised_once_and_the_coordinators_are_told(session: AsyncSession) -> None:
    network = await with_raising(session)
    incident = await network.declare()

    for minutes in (19, 20, 21, 60):
        await tick(session, minutes)

    assert incident.severity is Severity.CRITICAL
    assert await told(network, incident) == [[id_of(network.coordinator), id_of(network.colleague)]]
    entry = (await session.exec(select(AuditEntry).where(AuditEntry.action == "severity-raised"))).one()
    assert (entry.person_id, entry.before, entry.after) == (None, {"severity": "serious"}, {"severity": "critical"})


async def test_any_answer_keeps_the_severity(session: AsyncSession) -> None:
    network = await with_raising(session)
    incident = await network.declare()
    await responses.respond(session, incident=incident, person=network.chi, answer=Answer.CANNOT, now=after(1))

    await tick(session, 20)

    assert incident.severity is Severity.SERIOUS
    assert await told(network, incident) == []


async def test_the_gravest_is_not_raised(session: AsyncSession) -> None:
    network = await with_raising(session, severity=Severity.CRITICAL)
    incident = await network.declare(replace(CABLE_CUT, severity=Severity.CRITICAL))

    await tick(session, 20)

    assert incident.severity is Severity.CRITICAL
    assert await told(network, incident) == []


# Letting know


async def test_observers_are_let_know_where_the_policy_says_so(session: AsyncSession) -> None:
    network = await found_network(session)
    observer = await person(session, 9100, "Hồ Quan Sát", role=Role.OBSERVER)
    silently = await network.declare()
    policy = replace(DEFAULTS[Severity.SERIOUS], told=(Role.OBSERVER,))
    await versions.change(session, severity=Severity.SERIOUS, policy=policy, by=network.coordinator, now=MORNING)

    incident = await network.declare()

    assert await told(network, silently) == []
    assert await told(network, incident) == [[id_of(observer)]]
    kept = (await session.exec(select(Broadcast.details).where(Broadcast.kind == BroadcastKind.COURSE))).one()
    assert kept == {"is": "let_know"}


async def test_no_observer_hears_of_what_is_for_an_organisation_at_most(session: AsyncSession) -> None:
    network = await with_raising(session, told=(Role.OBSERVER,))
    await person(session, 9100, "Hồ Quan Sát", role=Role.OBSERVER)
    incident = await network.declare(replace(CABLE_CUT, tlp=Tlp.AMBER))

    await tick(session, 20)

    assert await told(network, incident) == [[id_of(network.coordinator), id_of(network.colleague)]]
