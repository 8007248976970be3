"""The systems that an incident touches: what is proposed because of them, and what must be told by law."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind
from models.identity import id_of
from models.incidents import Alerted, Incident, IncidentKind, IncidentType, Severity
from models.systems import InformationSystem, SystemMark
from services.declarations import declaring
from services.declarations.declaring import Declaration
from services.incidents import audience, lifecycle
from services.incidents.audience import Wanted
from services.incidents.touched import duties, following
from services.incidents.touched import systems as touched
from services.incidents.touched.duties import DutyReasonLength, DutySettled
from services.incidents.touched.following import NothingProposed
from services.systems import legal, proposals, register
from services.systems.entries import Party, SystemEntry
from tests.network import TIME_ZONE
from tests.services.cast import LATER, NOON, OTHER_REGISTRATION, approved, coordinator, newcomer, told

WHEN = {"2017": datetime(2026, 6, 30, 12, tzinfo=UTC), "2026": NOON}


async def declared(
    session: AsyncSession,
    *,
    kind: IncidentKind = IncidentKind.INCIDENT,
    type_: IncidentType = IncidentType.TECHNICAL,
    now: datetime = NOON,
) -> Incident:
    """Declare something of low severity to one business."""
    incident, _ = await declaring.declare(
        session,
        declaration=Declaration(
            kind=kind,
            type=type_,
            severity=Severity.LOW,
            title="Cổng không vào được",
            description="Lỗi 502",
            wanted=Wanted(sectors=()),
        ),
        draft_key="1",
        province_code="01",
        by=await coordinator(session),
        now=now,
        time_zone=TIME_ZONE,
    )
    return incident


async def registered(session: AsyncSession, name: str = "Cổng dịch vụ công", **more: Any) -> InformationSystem:
    entry = replace(SystemEntry(name=name, level=4), **more)
    return await register.add(session, entry=entry, by=await coordinator(session), now=NOON)


async def touching(session: AsyncSession, incident: Incident, *systems: InformationSystem) -> None:
    await touched.touch(
        session,
        incident=incident,
        systems=[id_of(one) for one in systems],
        by=await coordinator(session),
        now=NOON,
        time_zone=TIME_ZONE,
    )


async def due(session: AsyncSession, incident: Incident) -> dict[str, timedelta | None]:
    """Tell what must be told, and how long after the declaration."""
    found = await duties.all_of(session, incident_id=id_of(incident))
    return {
        one.rule.word: one.duty.due_at - incident.declared_at if one.duty.due_at is not None else None
        for one in found
        if one.is_open
    }


def gravity_of(*, level: int | None, mark: SystemMark) -> Severity | None:
    system = InformationSystem(name="x", level=level, mark=mark, name_key="x", sort_key="x", words="x", changed_at=NOON)
    found = proposals.gravest([system])
    return found.severity if found is not None else None


def test_level_and_mark_say_how_grave_it_is_that_a_system_is_touched() -> None:
    said = {(level, mark): gravity_of(level=level, mark=mark) for level in (None, 1, 3, 4, 5) for mark in SystemMark}

    assert [said[level, SystemMark.MANAGED] for level in (None, 1, 3, 4, 5)] == [
        *(None, None, Severity.MEDIUM, Severity.SERIOUS, Severity.SERIOUS),
    ]
    assert [said[level, SystemMark.ABSOLUTE] for level in (None, 1, 3, 4, 5)] == [
        *(Severity.SERIOUS, Severity.SERIOUS, Severity.SERIOUS, Severity.CRITICAL, Severity.CRITICAL),
    ]


def test_the_rules_of_each_day_are_those_that_were_in_force() -> None:
    assert {name: legal.in_force(at, TIME_ZONE).name for name, at in WHEN.items()} == {"2017": "2017", "2026": "2026"}
    assert [one.name for one in legal.rule_sets()] == ["2017", "2026"]
    for rules in legal.rule_sets():
        assert all(rule.source and rule.to for rule in rules.rules)


async def test_what_must_be_told_runs_from_when_it_was_found_out(session: AsyncSession) -> None:
    await approved(session, await newcomer(session))
    incident = await declared(session)
    incident.began_at = incident.declared_at - timedelta(hours=2)
    await touching(session, incident, await registered(session))

    assert await due(session, incident) == {
        "first-notice": timedelta(hours=22),
        "cause-and-remedy": timedelta(hours=70),
    }


async def test_a_system_of_a_low_level_asks_for_no_notice_unless_personal_data_may_be_gone(
    session: AsyncSession,
) -> None:
    await approved(session, await newcomer(session))
    incident = await declared(session, type_=IncidentType.ENCRYPTION)
    await touching(session, incident, await registered(session, level=2))

    assert await due(session, incident) == {"personal-data": timedelta(hours=72)}


async def test_by_the_rules_of_2017_the_last_report_is_due_five_days_after_the_end(session: AsyncSession) -> None:
    await approved(session, await newcomer(session))
    incident = await declared(session, now=WHEN["2017"])
    await touching(session, incident, await registered(session))
    assert await due(session, incident) == {
        "initial-report": timedelta(0),
        "notice": timedelta(days=5),
        "final-report": None,
    }

    await lifecycle.close(
        session, incident_id=id_of(incident), summary="Xong", by=await coordinator(session), now=LATER
    )
    await duties.run_from_end(session, now=LATER, time_zone=TIME_ZONE)

    assert (await due(session, incident))["final-report"] == LATER + timedelta(days=5) - incident.declared_at


@pytest.mark.parametrize("kind", [IncidentKind.DRILL, IncidentKind.PROBLEM])
async def test_a_drill_and_a_problem_ask_for_no_notice(session: AsyncSession, kind: IncidentKind) -> None:
    await approved(session, await newcomer(session))
    incident = await declared(session, kind=kind)
    await touching(session, incident, await registered(session))

    assert await due(session, incident) == {}


async def test_naming_a_system_twice_changes_nothing_and_taking_it_back_takes_its_notices_back(
    session: AsyncSession,
) -> None:
    await approved(session, await newcomer(session))
    incident, system = await declared(session), await registered(session)
    for _ in range(2):
        await touching(session, incident, system)
    assert [one.name for one in await touched.of(session, incident_id=id_of(incident))] == [system.name]
    first, *_ = await duties.all_of(session, incident_id=id_of(incident))
    await duties.tell(session, duty_id=id_of(first.duty), by=await coordinator(session), now=LATER)

    await touched.untouch(
        session,
        incident=incident,
        system_id=id_of(system),
        by=await coordinator(session),
        now=LATER,
        time_zone=TIME_ZONE,
    )

    left = await duties.all_of(session, incident_id=id_of(incident))
    assert [one.rule.word for one in left] == [first.rule.word], "what was told stays on record"


async def test_coordinators_are_reminded_at_half_of_the_time_and_at_nine_tenths_unless_somebody_was_told(
    session: AsyncSession,
) -> None:
    await approved(session, await newcomer(session))
    by = await coordinator(session)
    incident = await declared(session)
    await touching(session, incident, await registered(session))
    first, second = await duties.all_of(session, incident_id=id_of(incident))
    assert first.duty.due_at == NOON + timedelta(hours=24)
    counted = []
    for hours in (11.99, 12, 12, 21.59, 21.6, 21.6, 24, 30):
        await duties.remind_due(session, now=NOON + timedelta(hours=hours))
        counted.append((await told(session, BroadcastKind.LEGAL_DUTY)).count(id_of(by)))
    assert counted == [0, 1, 1, 1, 2, 2, 2, 2]

    await duties.tell(session, duty_id=id_of(second.duty), by=by, now=LATER)
    await duties.remind_due(session, now=NOON + timedelta(days=9))
    assert (await told(session, BroadcastKind.LEGAL_DUTY)).count(id_of(by)) == 2


async def test_after_an_outage_one_reminder_stands_for_both(session: AsyncSession) -> None:
    await approved(session, await newcomer(session))
    by = await coordinator(session)
    incident = await declared(session)
    await touching(session, incident, await registered(session))
    _, second = await duties.all_of(session, incident_id=id_of(incident))
    await duties.tell(session, duty_id=id_of(second.duty), by=by, now=LATER)

    for _ in range(2):
        await duties.remind_due(session, now=NOON + timedelta(hours=23))

    assert (await told(session, BroadcastKind.LEGAL_DUTY)).count(id_of(by)) == 1


async def test_a_notice_is_moved_dropped_for_a_reason_and_taken_up_again(session: AsyncSession) -> None:
    await approved(session, await newcomer(session))
    by, incident = await coordinator(session), await declared(session)
    await touching(session, incident, await registered(session))
    (first, _) = await duties.all_of(session, incident_id=id_of(incident))
    duty_id = id_of(first.duty)

    await duties.move(session, duty_id=duty_id, due_at=LATER, by=by, now=NOON)
    assert (await due(session, incident))["first-notice"] == LATER - NOON
    with pytest.raises(DutyReasonLength):
        await duties.drop(session, duty_id=duty_id, reason="", by=by, now=NOON)
    await duties.drop(session, duty_id=duty_id, reason="Đã khắc phục ngay", by=by, now=NOON)
    with pytest.raises(DutySettled):
        await duties.tell(session, duty_id=duty_id, by=by, now=NOON)
    await duties.reopen(session, duty_id=duty_id, by=by, now=NOON)

    assert (await due(session, incident))["first-notice"] == LATER - NOON


async def test_another_set_of_rules_takes_the_place_of_what_nobody_told(session: AsyncSession) -> None:
    await approved(session, await newcomer(session))
    by, incident = await coordinator(session), await declared(session)
    system = await registered(session)
    await touching(session, incident, system)
    rules = legal.by_name("2017")
    assert rules is not None

    await duties.follow(session, incident=incident, rules=rules, by=by, now=NOON, time_zone=TIME_ZONE)
    assert set(await due(session, incident)) == {"notice", "initial-report", "final-report"}
    await touching(session, incident, await registered(session, "Trục liên thông"))
    assert set(await due(session, incident)) == {"notice", "initial-report", "final-report"}


async def people_alerted(session: AsyncSession) -> Sequence[int]:
    return (await session.exec(select(Alerted.person_id))).all()


async def test_providers_that_were_not_called_are_proposed_and_called_once(session: AsyncSession) -> None:
    asked = await newcomer(session)
    await approved(session, asked)
    incident = await declared(session)
    provider = await newcomer(session, 1005)
    member_id = (await approved(session, provider, OTHER_REGISTRATION)).member_id
    await touching(session, incident, await registered(session, connectivity=(member_id,), owner=Party("UBND")))
    by = await coordinator(session)

    called = await following.call_first(session, incident_id=id_of(incident), by=by, now=LATER)
    assert [one.id for one in called] == [member_id]
    assert sorted(await people_alerted(session)) == sorted([id_of(asked), id_of(provider)])
    with pytest.raises(NothingProposed):
        await following.call_first(session, incident_id=id_of(incident), by=by, now=LATER)


async def test_the_severity_that_is_proposed_is_taken_once_and_never_lowered(session: AsyncSession) -> None:
    await approved(session, await newcomer(session))
    by, incident = await coordinator(session), await declared(session)
    await touching(session, incident, await registered(session))
    await following.take_severity(session, incident_id=id_of(incident), by=by, now=LATER)
    assert incident.severity is Severity.SERIOUS

    incident.severity = Severity.CRITICAL
    with pytest.raises(NothingProposed):
        await following.take_severity(session, incident_id=id_of(incident), by=by, now=LATER)


async def test_only_those_whom_a_system_concerns_may_read_its_name(session: AsyncSession) -> None:
    mine = (await approved(session, await newcomer(session))).member_id
    await approved(session, await newcomer(session, 1005), OTHER_REGISTRATION)
    incident = await declared(session)
    await touching(session, incident, await registered(session, "Của A", security=(mine,)), await registered(session))

    assert await touched.shown_to(session, incident_id=id_of(incident)) == {mine: ["Của A"]}


async def test_those_who_are_called_first_stand_first_and_are_called_whatever_else_is_wanted(
    session: AsyncSession,
) -> None:
    telecom = (await approved(session, await newcomer(session))).member_id
    post = (await approved(session, await newcomer(session, 1005), OTHER_REGISTRATION)).member_id

    async def called(wanted: Wanted) -> list[int]:
        found = await audience.find(session, wanted=wanted, now=NOON, time_zone=TIME_ZONE)
        return [member_id for member_id, _ in found.pairs]

    assert await called(Wanted(first=(post,))) == [post, telecom]
    assert await called(Wanted(commune_codes=("99999",), first=(post,))) == [post]
    assert await called(Wanted(commune_codes=("99999",))) == []
