"""The playbooks that the product brings are complete in both languages, and the office's own word stays."""

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import IncidentType
from models.scripts import Script, ScriptKind, ScriptStep, StepRole, StepStart
from services.playbooks import shipped_playbooks
from services.scripts import versions, writing
from services.tasks.orders import WHAT_LENGTH
from tests.network import MORNING, found_network

NAMES = ["defacement", "denial-of-service", "fibre-cut", "flood", "leak", "power-cut", "ransomware"]
# Nobody and no business is named by the product.
OF_ONE_OFFICE = {StepRole.NAMED, StepRole.EVERYONE}


async def laid_down(session: AsyncSession) -> list[Script]:
    await shipped_playbooks.lay_down(session, now=MORNING)
    listed = await versions.listed(session, kind=ScriptKind.PLAYBOOK)
    return sorted(listed, key=lambda script: script.name)


async def test_they_are_the_first_versions_each_with_a_source_and_the_types_it_is_for(session: AsyncSession) -> None:
    listed = await laid_down(session)

    assert [(one.name, one.version) for one in listed] == [(name, 1) for name in NAMES]
    for script in listed:
        assert script.title_en
        assert script.source
        assert script.types
        assert set(script.types) <= set(IncidentType)


@pytest.mark.parametrize("name", NAMES)
async def test_each_contains_first_and_ends_with_a_report_and_its_steps_fit_a_task(
    session: AsyncSession, name: str
) -> None:
    script = next(one for one in await laid_down(session) if one.name == name)
    steps = await versions.steps_of(session, script_id=id_of(script))

    assert 7 <= len(steps) <= 10
    for step in steps:
        check(step)
    first, *_, last = steps
    assert (first.starts, first.minutes) == (StepStart.BEGINNING, 0)
    assert "báo cáo" in last.text + last.expected
    assert not {step.role for step in steps} & OF_ONE_OFFICE
    assert StepRole.COORDINATORS in {step.role for step in steps}
    assert len({step.role for step in steps}) > 1


def check(step: ScriptStep) -> None:
    """See that a step is within what may be written, and says in both languages what is to be done and expected."""
    writing.check(writing.words_of(step))
    assert step.expected
    assert step.text_en
    assert step.expected_en
    assert len(f"{step.text}\n{step.expected}") <= WHAT_LENGTH


async def test_what_the_office_changed_or_retired_stays_as_it_is(session: AsyncSession) -> None:
    network = await found_network(session)
    by = network.coordinator
    flood = next(one for one in await laid_down(session) if one.name == "flood")
    leak = next(one for one in await laid_down(session) if one.name == "leak")
    await versions.retire(session, script_id=id_of(leak), by=by, now=MORNING)
    work = await versions.begin_work(session, script_id=id_of(flood), by=by, now=MORNING)
    await versions.rename(session, script_id=id_of(work), title="Lũ của tỉnh", by=by, now=MORNING)
    await versions.save(session, script_id=id_of(work), by=by, now=MORNING)

    listed = {one.name: one.title for one in await laid_down(session)}

    assert listed["flood"] == "Lũ của tỉnh"
    assert sorted(listed) == [name for name in NAMES if name != "leak"]
