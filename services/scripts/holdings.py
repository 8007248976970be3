"""What scripts hold about people and businesses: who wrote and ran them, and whose a step is."""

from typing import Any

from sqlmodel import col, select

from models.identity import id_of
from models.people import Person
from models.scripts import RunStep, Script, ScriptRun, ScriptStep
from services.ground.holding_types import FilePart, NumberKept, OfPerson, all_of


def _written(person: Person) -> Any:
    return select(Script).where(Script.made_by_id == id_of(person)).order_by(col(Script.id))


def _runs(person: Person) -> Any:
    return (
        select(ScriptRun, Script)
        .join(Script, col(Script.id) == col(ScriptRun.script_id))
        .where(ScriptRun.began_by_id == id_of(person))
        .order_by(col(ScriptRun.id))
    )


def _steps(person: Person) -> Any:
    return (
        select(RunStep, ScriptStep)
        .join(ScriptStep, col(ScriptStep.id) == col(RunStep.step_id))
        .where(RunStep.done_by_id == id_of(person))
        .order_by(col(RunStep.done_at), col(RunStep.id))
    )


PARTS = (FilePart("scripts", _written), FilePart("script-runs", _runs), FilePart("run-steps", _steps))
PEOPLE = (
    OfPerson(col(Script.made_by_id), "scripts", NumberKept("the script is the office's")),
    OfPerson(col(ScriptRun.began_by_id), "script-runs", NumberKept("what was run is on record with its incident")),
    OfPerson(col(RunStep.done_by_id), "run-steps", NumberKept("what was done is on record with its incident")),
)
MEMBERS = (all_of(col(ScriptStep.member_id)), all_of(col(RunStep.member_id)))
