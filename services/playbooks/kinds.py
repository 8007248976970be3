"""What is said of playbooks that run, to coordinators."""

from dataclasses import dataclass
from typing import Any

from sqlmodel import col, select

from models.broadcasts import BroadcastKind, Lane
from models.scripts import RUN_STEP_SUBJECT, SCRIPT_RUN_SUBJECT, RunStep, Script, ScriptRun, ScriptStep
from services.ground.details import Details
from services.ground.faces import MessageKind


@dataclass(frozen=True)
class LostDoer(Details):
    """The business (id) that was chosen for a step and could not be given it: it is suspended, or has left."""

    word = "lost-doer"
    member_id: int


def _step(subject_id: Any) -> Any:
    chosen = select(ScriptStep.text).join(RunStep, col(RunStep.step_id) == col(ScriptStep.id))
    return chosen.where(RunStep.id == subject_id).scalar_subquery()


def _run(subject_id: Any) -> Any:
    chosen = select(Script.title).join(ScriptRun, col(ScriptRun.script_id) == col(Script.id))
    return chosen.where(ScriptRun.id == subject_id).scalar_subquery()


# A step that the office does itself, or for which an owner is to be chosen.
PLAYBOOK_STEP = MessageKind(BroadcastKind.PLAYBOOK_STEP, Lane.TASK, RUN_STEP_SUBJECT, named=_step, details=(LostDoer,))
# The page of a run, which is kept true where somebody opened it.
PLAYBOOK_RUN = MessageKind(BroadcastKind.PLAYBOOK_RUN, Lane.REPLY, SCRIPT_RUN_SUBJECT, named=_run, replaceable=True)
KINDS = (PLAYBOOK_STEP, PLAYBOOK_RUN)
