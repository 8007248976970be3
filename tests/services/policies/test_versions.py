"""Policies: what coordinators change holds for what begins from then on."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.circles import WaveCircle
from models.identity import id_of
from models.incidents import Incident, Reminder, Severity
from services.incidents import reminders
from services.policies import versions
from services.policies.terms import DEFAULTS, Policy, Quiet, Wave, read, written
from services.tasks import orders
from services.tasks.orders import Assignment
from tests.network import CABLE_CUT, MORNING, TIME_ZONE, Network, found_network


async def changed(network: Network, **terms: object) -> Policy:
    """Let the coordinator change the policy of what is serious."""
    before = await versions.current(network.session, severity=Severity.SERIOUS)
    policy: Policy = replace(before, **terms)  # type: ignore[arg-type]
    await versions.change(
        network.session, severity=Severity.SERIOUS, policy=policy, by=network.coordinator, now=MORNING
    )
    return policy


async def planned(session: AsyncSession, incident: Incident) -> list[timedelta]:
    query = select(Reminder.due_at).where(Reminder.incident_id == incident.id).order_by(col(Reminder.due_at))
    return [due_at - incident.declared_at for due_at in await session.exec(query)]


@pytest.mark.parametrize(
    ("severity", "reminders", "off_duty"),
    [
        (Severity.LOW, (15, 60), 30),
        (Severity.MEDIUM, (5, 15), 10),
        (Severity.SERIOUS, (5, 15), 10),
        (Severity.CRITICAL, (3, 8), 6),
    ],
)
async def test_before_anybody_changes_it_a_policy_says_what_was_always_done(
    session: AsyncSession, severity: Severity, reminders: tuple[int, ...], off_duty: int
) -> None:
    policy = await versions.current(session, severity=severity)

    assert (policy.reminders, policy.waves) == (reminders, (Wave(WaveCircle.OFF_DUTY, off_duty),))
    assert (policy.quiet, policy.raise_after, policy.told) == (None, None, ())


async def test_what_begins_after_a_change_is_reminded_as_it_says(session: AsyncSession) -> None:
    network = await found_network(session)
    await changed(network, reminders=(2, 20, 40))

    incident = await network.declare()

    assert await planned(session, incident) == [timedelta(minutes=one) for one in (2, 20, 40)]
    assert await reminders.first_due_half(session, incident=incident) == MORNING + timedelta(minutes=1)


async def test_what_is_under_way_keeps_the_policy_with_which_it_began(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()

    await changed(network, reminders=(2,), update_every=7)

    assert await versions.of_incident(session, incident=incident) == DEFAULTS[Severity.SERIOUS]
    incident.severity = Severity.CRITICAL
    assert await versions.of_incident(session, incident=incident) == DEFAULTS[Severity.SERIOUS]
    assert (await versions.current(session, severity=Severity.SERIOUS)).update_every == 7


async def test_each_severity_has_a_policy_of_its_own(session: AsyncSession) -> None:
    network = await found_network(session)

    await changed(network, reminders=(2,))
    incident = await network.declare(replace(CABLE_CUT, severity=Severity.LOW))

    assert await planned(session, incident) == [timedelta(minutes=15), timedelta(minutes=60)]


async def test_a_change_is_on_record_with_what_held_before(session: AsyncSession) -> None:
    network = await found_network(session)

    await changed(network, update_every=45)

    entry = (await session.exec(select(AuditEntry).where(AuditEntry.action == "policy-changed"))).one()
    assert entry.person_id == network.coordinator.id
    assert entry.before is not None
    assert entry.after is not None
    assert (entry.before["update_every"], entry.after["update_every"]) == (60, 45)


async def test_what_changes_nothing_makes_no_version(session: AsyncSession) -> None:
    network = await found_network(session)
    first = await versions.newest(session, severity=Severity.SERIOUS)

    await changed(network)

    assert await versions.newest(session, severity=Severity.SERIOUS) == first


async def test_a_policy_comes_back_from_the_database_as_it_was_said(session: AsyncSession) -> None:
    network = await found_network(session)

    said = await changed(
        network, quiet=Quiet(22 * 60, 6 * 60), waves=(Wave(WaveCircle.PROVINCE, 30, 4),), raise_after=25
    )

    assert await versions.current(session, severity=Severity.SERIOUS) == said


def test_what_an_older_version_did_not_say_is_as_the_product_brought_it() -> None:
    stored = written(DEFAULTS[Severity.LOW])
    del stored["stand_down_after"]

    assert read({**stored, "reminders": [9]}, severity=Severity.LOW) == replace(DEFAULTS[Severity.LOW], reminders=(9,))


async def test_nothing_is_planned_for_later_than_the_longest_policy_says(session: AsyncSession) -> None:
    network = await found_network(session)
    assert await versions.longest(session) == timedelta(hours=1)

    await changed(network, reminders=(5, 90))

    assert await versions.longest(session) == timedelta(minutes=90)


async def test_a_report_that_nobody_has_looked_at_climbs_as_what_is_serious(session: AsyncSession) -> None:
    network = await found_network(session)
    assert [one // timedelta(minutes=1) for one in await versions.report_steps(session)] == [5, 10, 20]

    await changed(network, reports=(1, 2, 3))

    assert [one // timedelta(minutes=1) for one in await versions.report_steps(session)] == [1, 2, 3]


async def test_a_task_is_reminded_and_timed_as_the_policy_of_its_incident_says(session: AsyncSession) -> None:
    network = await found_network(session)
    await changed(network, task_spacing=3, task_time=33)
    incident = await network.declare()
    await changed(network, task_spacing=7)

    policy = await versions.of_something(session, incident_id=incident.id, severity=Severity.LOW)
    alone = await versions.of_something(session, incident_id=None, severity=Severity.SERIOUS)

    assert (policy.task_spacing, policy.task_time) == (3, 33)
    assert (alone.task_spacing, alone.task_time) == (7, 33)
    assignment = Assignment(member_id=id_of(network.it), incident_id=incident.id, severity=Severity.LOW)
    due = await orders.suggested_deadline(session, assignment=assignment, now=MORNING, time_zone=TIME_ZONE)
    assert due == MORNING + timedelta(minutes=33)
