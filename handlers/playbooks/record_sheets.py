"""The scripts that a person wrote, what they started of them, and the steps that they ended, as their file shows."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordRow, RecordSheet
from handlers.frame.views.reader import Reader
from handlers.playbooks.views.parts import text_of, title_of
from models.scripts import RunStep, Script, ScriptRun, ScriptStep


def _script(reader: Reader, one: Script) -> RecordRow:
    return reader.label(f"script-kind-{one.kind}"), title_of(reader, one), one.version, one.made_at, one.retired_at


def _run(reader: Reader, one: ScriptRun, script: Script) -> RecordRow:
    return (
        reader.label(f"script-kind-{script.kind}"),
        title_of(reader, script),
        script.version,
        one.began_at,
        one.ended_at,
    )


def _step(reader: Reader, one: RunStep, step: ScriptStep) -> RecordRow:
    return one.place, text_of(reader, step), reader.label(f"run-step-{one.state}"), one.done_at, one.reason


SHEETS: Mapping[str, RecordSheet] = {
    "scripts": RecordSheet(163, ("kind", "what", "version", "made", "closed"), _script),
    "script-runs": RecordSheet(164, ("kind", "what", "version", "opened", "closed"), _run),
    "run-steps": RecordSheet(165, ("number", "text", "state", "finished", "reason"), _step),
}
