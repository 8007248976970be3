"""Scripts and runs of them, for the tests of the services."""

from collections.abc import Sequence

from models.identity import id_of
from models.scripts import RunStepState, Script, ScriptKind, ScriptRun, StepRole, StepStart
from services.scripts import running, versions, writing
from services.scripts.running import Running
from services.scripts.writing import StepWords
from tests.network import MORNING, Network
from tests.services.tasking import after


def timed(text: str, minutes: int, role: StepRole = StepRole.COORDINATORS, *, within: int = 30) -> StepWords:
    """Say a step that is due so many minutes after the beginning."""
    return StepWords(text, role=role, starts=StepStart.BEGINNING, minutes=minutes, within=within)


def then(text: str, minutes: int = 0, role: StepRole = StepRole.COORDINATORS, *, within: int = 30) -> StepWords:
    """Say a step that is due so many minutes after the one before is over."""
    return StepWords(text, role=role, starts=StepStart.STEP_BEFORE, minutes=minutes, within=within)


async def write(network: Network, *steps: StepWords, kind: ScriptKind = ScriptKind.PLAYBOOK) -> Script:
    """Write a script, and save its first version."""
    script = await versions.begin_new(network.session, kind=kind, title="Đứt cáp", by=network.coordinator, now=MORNING)
    for step in steps:
        await writing.add(network.session, script_id=id_of(script), words=step, by=network.coordinator, now=MORNING)
    return await versions.save(network.session, script_id=id_of(script), by=network.coordinator, now=MORNING)


async def tick(network: Network, *, kind: ScriptKind = ScriptKind.PLAYBOOK, **duration: float) -> Sequence[str]:
    """Let the clock strike, and tell what came due."""
    due = await running.take_due(network.session, kind=kind, now=after(**duration))
    return [one.step.text for one in due]


async def at_place(network: Network, run: ScriptRun, place: int) -> Running:
    """Find a step of a run by its place."""
    return next(one for one in await running.of_run(network.session, run_id=id_of(run)) if one.row.place == place)


async def states(network: Network, run: ScriptRun) -> Sequence[RunStepState]:
    """Tell where the steps of a run stand."""
    return [one.row.state for one in await running.of_run(network.session, run_id=id_of(run))]
