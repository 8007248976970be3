"""The tasks that a person asked for, and the steps that they took, as their file shows them."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordRow, RecordSheet, files_said
from handlers.frame.views.reader import Reader
from models.members import Member
from models.tasks import Task, TaskChange


def _task_step(reader: Reader, one: TaskChange, task: Task, member: Member, files: str | None) -> RecordRow:
    step = reader.label(f"task-step-{one.step.replace('_', '-')}")
    return task.code, reader.own(task.what), member.name, one.at, step, one.note, files_said(reader, files)


SHEETS: Mapping[str, RecordSheet] = {
    "task-steps": RecordSheet(110, ("code", "what", "business", "at", "step", "note", "files"), _task_step),
    "tasks-asked": RecordSheet(
        160,
        ("code", "what", "place", "business", "at", "until"),
        lambda reader, one, member: (one.code, reader.own(one.what), one.place, member.name, one.asked_at, one.due_at),
    ),
}
