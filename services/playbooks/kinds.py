"""What is said of playbooks that run, to coordinators."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind, Lane
from models.scripts import (
    RUN_STEP_SUBJECT,
    SCRIPT_RUN_SUBJECT,
    SCRIPT_STEP_SUBJECT,
    RunStep,
    Script,
    ScriptRun,
    ScriptStep,
)
from services.ground.details import Details
from services.ground.faces import MessageKind


@dataclass(frozen=True)
class LostDoer(Details):
    """The business (id) that was chosen for a step and could not be given it: it is suspended, or has left."""

    word = "lost-doer"
    member_id: int


@dataclass(frozen=True)
class PastDeadline(Details):
    """Marks a reminder: a step that is with the office was to be done by now."""

    word = "past-deadline"


def _step(subject_id: Any) -> Any:
    chosen = select(ScriptStep.text).join(RunStep, col(RunStep.step_id) == col(ScriptStep.id))
    return chosen.where(RunStep.id == subject_id).scalar_subquery()


def _run(subject_id: Any) -> Any:
    chosen = select(Script.title).join(ScriptRun, col(ScriptRun.script_id) == col(Script.id))
    return chosen.where(ScriptRun.id == subject_id).scalar_subquery()


async def _of_step(
    session: AsyncSession, run_step_id: int | None, _details: Mapping[str, Any] | None
) -> tuple[str, int] | None:
    """Tell where the files are kept of a step that the office does."""
    step_id = (await session.exec(select(RunStep.step_id).where(RunStep.id == run_step_id))).first()
    return (SCRIPT_STEP_SUBJECT, step_id) if step_id is not None else None


# A step that the office does itself, or for which an owner is to be chosen.
PLAYBOOK_STEP = MessageKind(
    BroadcastKind.PLAYBOOK_STEP,
    Lane.TASK,
    RUN_STEP_SUBJECT,
    named=_step,
    details=(LostDoer, PastDeadline),
    brings=_of_step,
)
# The page of a run, which is kept true where somebody opened it.
PLAYBOOK_RUN = MessageKind(BroadcastKind.PLAYBOOK_RUN, Lane.REPLY, SCRIPT_RUN_SUBJECT, named=_run, replaceable=True)
KINDS = (PLAYBOOK_STEP, PLAYBOOK_RUN)
