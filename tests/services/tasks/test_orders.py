"""Tasks are given once, to somebody who can be asked, by a deadline to come, and can be told as rows."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.broadcasts import BroadcastKind
from models.duty import DutyWeek
from models.identity import id_of
from models.incidents import Severity
from models.members import MemberStatus
from models.tasks import TaskState, TaskStep
from models.tlp import Tlp
from services.incidents.lifecycle import IncidentUnknown
from services.incidents.sharing import naming
from services.incidents.sharing.labels import LabelStricter
from services.people import accounts
from services.tasks import exports as task_exports
from services.tasks import lists as task_lists
from services.tasks import orders as tasks
from services.tasks import steps as task_steps
from services.tasks.exports import ExportedTask
from services.tasks.orders import (
    DeadlinePast,
    TaskAlreadyGiven,
    TaskNobodyNamed,
    TaskOwnerMissing,
    TaskPlaceLength,
    TaskUnknown,
    TaskWordsLength,
)
from tests.network import MORNING, TIME_ZONE, found_network
from tests.services.tasking import after, assignment, give, ids, take, told


async def test_a_task_has_one_owner_one_deadline_and_a_code_of_its_year(session: AsyncSession) -> None:
    network = await found_network(session)

    first = await give(network, assignment(network.telecom))
    second = await give(network, assignment(network.it), draft_key="1:other")

    assert (first.code, second.code) == ("NV-2026-0001", "NV-2026-0002")
    assert first.member_id == network.telecom.id
    assert first.due_at == after(hours=2)
    assert first.state is TaskState.ASSIGNED
    assert first.asked_by_id == network.coordinator.id


async def test_the_year_of_the_code_is_the_local_one_and_numbers_begin_anew_with_it(session: AsyncSession) -> None:
    network = await found_network(session)
    await give(network, assignment(network.telecom))
    new_year = datetime(2026, 12, 31, 17, 30, tzinfo=UTC)

    task = await give(
        network, assignment(network.telecom, due_at=datetime(2027, 1, 1, tzinfo=UTC)), draft_key="1:new", now=new_year
    )

    assert task.code == "NV-2027-0001"


async def test_its_card_goes_to_all_who_speak_for_the_owner_and_to_nobody_else(session: AsyncSession) -> None:
    network = await found_network(session)

    await give(network, assignment(network.telecom))

    assert await told(network, BroadcastKind.TASK) == [(None, ids(network.an, network.binh))]


async def test_a_task_of_an_incident_is_as_grave_as_that(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()

    task = await give(network, assignment(network.telecom, incident=incident, severity=Severity.LOW))

    assert task.severity is incident.severity
    assert await task_lists.count_of(session, incident_id=id_of(incident)) == 1


async def test_a_draft_becomes_one_task(session: AsyncSession) -> None:
    network = await found_network(session)
    await give(network, assignment(network.telecom))

    with pytest.raises(TaskAlreadyGiven) as refused:
        await give(network, assignment(network.telecom))

    assert refused.value.values == {"code": "NV-2026-0001"}


@pytest.mark.parametrize("status", [MemberStatus.SUSPENDED, MemberStatus.LEFT, MemberStatus.PENDING])
async def test_a_business_that_is_not_in_the_network_is_not_asked(session: AsyncSession, status: MemberStatus) -> None:
    network = await found_network(session)
    network.telecom.status = status
    await session.flush()

    with pytest.raises(TaskOwnerMissing):
        await give(network, assignment(network.telecom))


async def test_of_what_is_for_named_people_a_business_without_one_is_refused_and_only_the_named_get_the_card(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    incident.tlp = Tlp.RED
    await naming.propose(session, incident_id=id_of(incident), people=ids(network.binh))

    with pytest.raises(TaskNobodyNamed) as refused:
        await give(network, assignment(network.it, incident=incident))
    assert refused.value.values == {"code": "SC-2026-0001", "member": network.it.name}

    monday, an = date(2026, 11, 16), id_of(network.an)
    session.add(DutyWeek(member_id=id_of(network.telecom), monday=monday, person_id=an, remind_at=MORNING))
    await session.flush()
    task = await give(network, assignment(network.telecom, incident=incident))
    assert await told(network, BroadcastKind.TASK) == [(None, ids(network.binh))], "who is on duty is not named"
    with pytest.raises(TaskNobodyNamed):
        await task_steps.reassign(
            session,
            task_id=id_of(task),
            member_id=id_of(network.it),
            by=network.coordinator,
            now=MORNING,
            time_zone=TIME_ZONE,
        )


@pytest.mark.parametrize(("where", "said"), [("what", "Đổi khóa quản trị"), ("place", "Máy chủ số 2")])
async def test_a_task_that_is_passed_on_is_read_again_under_the_label_that_its_incident_has_by_then(
    session: AsyncSession, where: str, said: str
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    incident.tlp = Tlp.AMBER
    labelled: dict[str, Any] = {where: f"TLP:AMBER {said}"}
    task = await give(network, replace(assignment(network.telecom, incident=incident), **labelled))
    incident.tlp = Tlp.GREEN

    async def pass_on(*, without_label: bool = False) -> None:
        await task_steps.reassign(
            session,
            task_id=id_of(task),
            member_id=id_of(network.it),
            by=network.coordinator,
            now=MORNING,
            time_zone=TIME_ZONE,
            without_label=without_label,
        )

    with pytest.raises(LabelStricter):
        await pass_on()
    assert task.member_id == network.telecom.id
    await pass_on(without_label=True)

    assert (task.member_id, getattr(task, where)) == (network.it.id, said)


async def test_as_long_as_no_owner_is_named_a_task_is_nobodys(session: AsyncSession) -> None:
    network = await found_network(session)
    nobody = tasks.Assignment(what="Hàn cáp", place="Cổng số 2", due_at=after(hours=1))

    with pytest.raises(TaskOwnerMissing):
        await give(network, nobody)


async def test_before_it_is_given_a_task_is_shown_with_its_first_step_and_no_files(session: AsyncSession) -> None:
    network = await found_network(session)

    sheet = await tasks.preview(
        session, assignment=assignment(network.telecom), by=network.coordinator, now=MORNING, time_zone=TIME_ZONE
    )

    assert [(one.step, one.at, one.files) for one in sheet.steps] == [(TaskStep.ASSIGNED, MORNING, 0)]


async def test_what_cannot_be_asked_is_refused_precisely(session: AsyncSession) -> None:
    network = await found_network(session)
    member = network.telecom

    with pytest.raises(TaskWordsLength) as refused:
        await give(network, assignment(member, what="x" * 501))
    assert refused.value.values == {"limit": 500, "length": 501}
    with pytest.raises(TaskWordsLength):
        await give(network, assignment(member, what=""))
    with pytest.raises(TaskPlaceLength) as too_long:
        await give(network, assignment(member, place="x" * 201))
    assert too_long.value.values == {"limit": 200, "length": 201}
    with pytest.raises(DeadlinePast):
        await give(network, assignment(member, due_at=MORNING))
    with pytest.raises(IncidentUnknown):
        await tasks.preview(
            session,
            assignment=tasks.Assignment(member_id=id_of(member), incident_id=99),
            by=network.coordinator,
            now=MORNING,
            time_zone=TIME_ZONE,
        )
    with pytest.raises(TaskUnknown):
        await tasks.by_id(session, task_id=99)


async def test_giving_a_task_leaves_an_audit_row_without_names(session: AsyncSession) -> None:
    network = await found_network(session)

    task = await give(network, assignment(network.telecom))

    (entry,) = (await session.exec(select(AuditEntry).where(AuditEntry.action == "task-assigned"))).all()
    assert (entry.person_id, entry.subject, entry.subject_id) == (network.coordinator.id, "task", task.id)
    assert entry.after == {"code": task.code, "member_id": network.telecom.id, "incident_id": None}


async def test_a_sheet_tells_every_step_with_its_person_and_time(session: AsyncSession) -> None:
    network = await found_network(session)
    task = await give(network, assignment(network.telecom))
    await take(network, task, network.an, TaskStep.ACKNOWLEDGED, now=after(minutes=1))
    await take(network, task, network.binh, TaskStep.BLOCKED, note="Thiếu xe", now=after(minutes=2))

    sheet = await tasks.sheet(session, task=task)

    assert [(one.step, one.by, one.at, one.note) for one in sheet.steps] == [
        (TaskStep.ASSIGNED, "Đoàn Thị Hạ", MORNING, None),
        (TaskStep.ACKNOWLEDGED, "Nguyễn Văn An", after(minutes=1), None),
        (TaskStep.BLOCKED, "Lê Thị Bình", after(minutes=2), "Thiếu xe"),
    ]
    assert sheet.asked_by == "Đoàn Thị Hạ"
    assert sheet.spoken_for


async def rows(session: AsyncSession, incident_id: int | None = None) -> list[ExportedTask]:
    return [row async for row in task_exports.for_export(session, incident_id=incident_id)]


async def test_every_task_is_told_as_one_row_with_its_last_word(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    task = await give(network, assignment(network.telecom, incident=incident))
    await take(network, task, network.an, TaskStep.ACKNOWLEDGED, TaskStep.BLOCKED, note="Thiếu xe")
    await take(network, task, network.an, TaskStep.STARTED, now=after(minutes=5))
    await give(network, assignment(network.it), draft_key="1:other")

    first, second = await rows(session)

    assert first == ExportedTask(
        code="NV-2026-0001",
        incident_code="SC-2026-0001",
        member="Viễn thông Sông Hồng",
        tax_code="0100000001",
        what="Hàn nối tuyến cáp",
        place="Cổng số 2",
        asked_by="Đoàn Thị Hạ",
        asked_at=MORNING,
        due_at=after(hours=2),
        state=TaskState.STARTED,
        state_at=after(minutes=5),
        note="Thiếu xe",
    )
    assert (second.code, second.incident_code, second.note) == ("NV-2026-0002", None, None)
    assert await rows(session, incident_id=id_of(incident)) == [first]


async def test_all_rows_come_when_they_are_more_than_are_read_at_once(
    session: AsyncSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(task_exports, "EXPORTED_AT_ONCE", 2)
    network = await found_network(session)
    for number in range(5):
        await give(network, assignment(network.telecom), draft_key=f"1:{number}")

    assert [row.code for row in await rows(session)] == [f"NV-2026-000{number}" for number in range(1, 6)]


async def test_a_coordinator_who_left_is_still_named_as_the_one_who_asked(session: AsyncSession) -> None:
    network = await found_network(session)
    task = await give(network, assignment(network.telecom))
    await accounts.assign_role(session, person=network.coordinator, role=None, by=None, now=MORNING)

    assert (await tasks.sheet(session, task=task)).asked_by == "Đoàn Thị Hạ"
