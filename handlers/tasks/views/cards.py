"""A task as people meet it: the owner's card, the coordinators' card, reminders and short alarms."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from markupsafe import Markup

from handlers.conversations.views import danger
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.tasks.taps import TaskFilesTap, TaskListTap, TaskOrderTap, TaskStepTap, TaskTap, TaskVerifyTap
from models.incidents import IncidentKind, IncidentStatus, Severity
from models.tasks import UNFINISHED, Task, TaskState, TaskStep
from services.tasks.lists import Heap
from services.tasks.orders import FileSent, StepTaken, TaskSheet
from services.tasks.states import BEGINNINGS, ORDERED, TAKEN

MARKS = {
    TaskState.ASSIGNED: "🆕",
    TaskState.ACKNOWLEDGED: "✍️",
    TaskState.STARTED: "▶️",
    TaskState.ON_SITE: "🦺",
    TaskState.BLOCKED: "⚠️",
    TaskState.DONE: "✔",
    TaskState.DECLINED: "⛔",
    TaskState.VERIFIED: "🏁",
    TaskState.CANCELLED: "🚫",
}
GIVEN_AWAY_MARK = "🔁"
# Far apart in meaning, far apart on the screen.
OWNER_ROWS = (
    (TaskStep.ACKNOWLEDGED,),
    (TaskStep.STARTED, TaskStep.ON_SITE),
    (TaskStep.DONE,),
    (TaskStep.BLOCKED,),
    (TaskStep.DECLINED,),
)
OWNERS_STEPS = frozenset(step for row in OWNER_ROWS for step in row)
COORDINATOR_ROWS = ((TaskStep.VERIFIED,), (TaskStep.REASSIGNED,), (TaskStep.SENT_BACK, TaskStep.CANCELLED))
# An alarm offers what helps on; to cancel is for the card, unless nobody has the task.
HELPING_ROWS = ((TaskStep.VERIFIED,), (TaskStep.REASSIGNED,), (TaskStep.SENT_BACK,))
# What is to do next is loud; to decline or to cancel stands by, and asks for a word first.
STYLES = {TaskStep.ACKNOWLEDGED: Style.SUCCESS, TaskStep.DONE: Style.SUCCESS, TaskStep.VERIFIED: Style.SUCCESS}
# How many of the steps before the last one a card lists.
EARLIER = 4
IN_SHORT = 160
Rows = tuple[tuple[Button, ...], ...]


def card(
    reader: Reader,
    sheet: TaskSheet,
    *,
    department: str,
    now: datetime,
    head: str = "",
    repeated: bool = False,
    in_group: bool = False,
    opened: bool = False,
) -> Message:
    """Make the card of the owner's people, which lives through the whole task and is edited in place.

    `head` names the words with which a new message about the same task begins; `opened` adds the way to the list.
    """
    steps = since_given(sheet)
    asking = reader.say("task-asking") if sheet.task.state is TaskState.ASSIGNED and not head else None
    parts = [
        reader.say("task-repeated") if repeated else None,
        reader.say(f"task-head-{head}") if head else None,
        *_body(reader, sheet, department=department, now=now),
        asking,
        *_course(reader, steps, now=now),
    ]
    rows = [*step_rows(reader, sheet.task)]
    if not in_group:
        rows += _files_row(reader, sheet.task, sheet.files)
    if opened:
        rows.append(_list_row(reader))
    return Message(_joined(parts), rows=tuple(rows), quiet=sheet.task.severity is Severity.LOW)


def watch(reader: Reader, sheet: TaskSheet, *, department: str, now: datetime) -> Message:
    """Make the coordinators' card, with what they may decide."""
    parts = [
        _danger(reader, sheet),
        *_body(reader, sheet, department=department, now=now),
        reader.say("task-nobody") if not sheet.spoken_for and sheet.task.state in ORDERED else None,
        *_course(reader, sheet.steps, now=now, among_businesses=True),
    ]
    rows = (*order_rows(reader, sheet), *_files_row(reader, sheet.task, sheet.files), _list_row(reader))
    return Message(_joined(parts), rows=rows)


def reminder(reader: Reader, sheet: TaskSheet, which: str, *, now: datetime) -> Message:
    """Remind the owner briefly, with the buttons of the card."""
    parts = [
        _first_lines(reader, sheet),
        reader.say(
            f"task-reminder-{which}",
            given=reader.short_moment(_given_at(sheet), now),
            due=reader.short_moment(sheet.task.due_at, now),
        ),
        Markup.escape(shorten(reader.own(sheet.task.what), IN_SHORT)),
        Markup("\n").join(_where_and_when(reader, sheet.task, now)),
    ]
    return Message(_joined(parts), rows=step_rows(reader, sheet.task), quiet=sheet.task.severity is Severity.LOW)


def alarm(reader: Reader, sheet: TaskSheet, why: str, *, now: datetime) -> Message:
    """Tell a coordinator in short what needs a word now, with the buttons to decide."""
    last = sheet.steps[-1]
    parts = [
        _danger(reader, sheet),
        reader.say(
            f"task-alarm-{why}",
            code=first_name(reader, sheet),
            member=sheet.member.name,
            given=reader.short_moment(_given_at(sheet), now),
            due=reader.short_moment(sheet.task.due_at, now),
            reminded="yes" if sheet.spoken_for else "no",
        ),
        reader.say("task-nobody") if not sheet.spoken_for else None,
        Markup.escape(shorten(reader.own(sheet.task.what), IN_SHORT)),
        *_course(reader, [last], now=now),
    ]
    return Message(
        _joined(parts),
        rows=(
            *order_rows(reader, sheet, COORDINATOR_ROWS if last.step is TaskStep.DECLINED else HELPING_ROWS),
            *_files_row(reader, sheet.task, last.files),
            (_open_button(reader, sheet.task),),
        ),
    )


def _danger(reader: Reader, sheet: TaskSheet) -> Markup | None:
    """Say that what the owner said of a task, while it is not over, tells of danger to lives."""
    if sheet.task.state in (TaskState.VERIFIED, TaskState.CANCELLED):
        return None
    in_drill = sheet.incident is not None and sheet.incident.kind is IncidentKind.DRILL
    said = [step.note for step in since_given(sheet) if step.step in OWNERS_STEPS]
    return danger.alarm(reader, said, in_drill=in_drill)


def ask_verify(reader: Reader, sheet: TaskSheet, *, now: datetime) -> Message:
    """Ask whether a task is done indeed, below what its owner said: afterwards it is over."""
    task_id = sheet.task.id or 0
    parts = [
        reader.say("task-ask-verified", code=first_name(reader, sheet), member=sheet.member.name),
        Markup.escape(shorten(reader.own(sheet.task.what), IN_SHORT)),
        *_course(reader, [sheet.steps[-1]], now=now),
    ]
    now_button = Button(reader.label("task-button-verify-now"), TaskVerifyTap(task_id).pack(), Style.SUCCESS)
    keep = Button(reader.label("task-button-keep"), TaskTap(task_id).pack())
    return Message(_joined(parts), rows=((now_button,), (keep,)))


def alarm_over(reader: Reader, sheet: TaskSheet, *, now: datetime) -> Message:
    """Say in an alarm where its task stands by now; what can be decided stands on the card."""
    parts = [_first_lines(reader, sheet), _state(reader, sheet.steps[-1], now)]
    return Message(_joined(parts), rows=((_open_button(reader, sheet.task),),))


def moved(reader: Reader, sheet: TaskSheet) -> Message:
    """Say in an older card of a coordinator that there is a newer one below."""
    here = Button(reader.label("task-button-here"), TaskTap(sheet.task.id or 0).pack())
    return Message(reader.say("task-moved", code=sheet.task.code), rows=((here,),))


def given_away(reader: Reader, sheet: TaskSheet) -> Message:
    """Say on a former owner's card that the task is with another business now."""
    first = reader.say(
        "task-first-line", mark=GIVEN_AWAY_MARK, code=first_name(reader, sheet), state=_elsewhere(reader)
    )
    what = Markup.escape(shorten(reader.own(sheet.task.what), IN_SHORT))
    return Message(_joined([first, what, reader.say("task-given-away")]))


def of_nobody(reader: Reader, sheet: TaskSheet) -> Message:
    """Show in a card's place that its reader speaks for the owner no longer."""
    return Message(_joined([_first_lines(reader, sheet), reader.say("task-of-nobody")]))


def _elsewhere(reader: Reader) -> str:
    return reader.label("task-state-given-away")


def since_given(sheet: TaskSheet) -> Sequence[StepTaken]:
    """List the steps since the owner was given the task: what another business said of it is not for this one."""
    places = [place for place, step in enumerate(sheet.steps) if step.step in (TaskStep.ASSIGNED, TaskStep.REASSIGNED)]
    return sheet.steps[places[-1] :] if places else sheet.steps


def _given_at(sheet: TaskSheet) -> datetime:
    """Tell since when the owner is asked to acknowledge."""
    return next((step.at for step in reversed(sheet.steps) if step.step in BEGINNINGS), sheet.task.asked_at)


def is_overdue(task: Task, now: datetime) -> bool:
    """Tell whether a task should have been done by now."""
    return task.state in UNFINISHED and task.due_at <= now


def first_name(reader: Reader, sheet: TaskSheet) -> str:
    """Name a task by its code; one of a drill says so before it."""
    if sheet.incident is not None and sheet.incident.kind is IncidentKind.DRILL:
        return reader.label("task-code-drill", code=sheet.task.code)
    return sheet.task.code


def state_name(reader: Reader, state: TaskState) -> str:
    """Name a state."""
    return reader.label(f"task-state-{state.replace('_', '-')}")


def step_name(reader: Reader, step: TaskStep) -> str:
    """Name a step of the history."""
    return reader.label(f"task-step-{step.replace('_', '-')}")


def _joined(parts: Sequence[Markup | None]) -> Markup:
    return Markup("\n\n").join(part for part in parts if part)


def _body(reader: Reader, sheet: TaskSheet, *, department: str, now: datetime) -> list[Markup | None]:
    """Say which task it is, what is to be done, where, until when, and who asks."""
    asked_by = reader.say("task-asked-by", name=reader.known_as(sheet.asked_by), department=department)
    return [
        _first_lines(reader, sheet),
        reader.say("card-corrected", at=reader.short_moment(sheet.corrected_at, now)) if sheet.corrected_at else None,
        reader.say("task-what", member=sheet.member.name, what=reader.own(sheet.task.what)),
        Markup("\n").join([*_where_and_when(reader, sheet.task, now), asked_by]),
    ]


def _first_lines(reader: Reader, sheet: TaskSheet) -> Markup:
    state = state_name(reader, sheet.task.state)
    first = reader.say("task-first-line", mark=MARKS[sheet.task.state], code=first_name(reader, sheet), state=state)
    incident = sheet.incident
    if incident is None:
        return first
    key = "task-incident-over" if incident.status is IncidentStatus.CLOSED else "task-incident"
    return Markup("\n").join([first, reader.say(key, code=incident.code, title=reader.own(incident.title))])


def _where_and_when(reader: Reader, task: Task, now: datetime) -> list[Markup]:
    key = "task-due-late" if is_overdue(task, now) else "task-due"
    severity = reader.label(f"severity-{task.severity}")
    return [
        reader.say("task-place", place=task.place),
        reader.say(key, at=reader.full_moment(task.due_at), severity=severity),
    ]


def _course(
    reader: Reader, steps: Sequence[StepTaken], *, now: datetime, among_businesses: bool = False
) -> list[Markup]:
    """Say where the task stands, by whom and since when, the last word that was said, and the steps before.

    To its owner a task that was given to another business is one that was given.
    """
    if not steps:
        return []
    if not among_businesses:
        steps = [replace(step, step=TaskStep.ASSIGNED) if step.step is TaskStep.REASSIGNED else step for step in steps]
    *earlier, last = steps
    lines = [_state(reader, last, now)]
    noted = next((step for step in reversed(steps) if step.note), None)
    if noted is not None:
        lines.append(_note(reader, noted, now, is_last=noted is last))
    if last.files:
        lines.append(reader.say("task-files", count=last.files))
    holder = last.member_id
    past = [
        reader.say(
            "task-history-of" if among_businesses and step.member_id != holder else "task-history",
            at=reader.short_moment(step.at, now),
            step=step_name(reader, step.step),
            by=reader.known_as(step.by),
            member=step.member,
        )
        for step in earlier[-EARLIER:]
    ]
    return [Markup("\n").join(lines), Markup("\n").join(past)]


def _state(reader: Reader, last: StepTaken, now: datetime) -> Markup:
    return reader.say(
        "task-standing",
        step=step_name(reader, last.step),
        by=reader.known_as(last.by),
        at=reader.short_moment(last.at, now),
    )


def _note(reader: Reader, noted: StepTaken, now: datetime, *, is_last: bool) -> Markup:
    if is_last:
        return reader.say("task-note", note=noted.note or "")
    return reader.say(
        "task-note-earlier",
        note=noted.note or "",
        step=step_name(reader, noted.step),
        by=reader.known_as(noted.by),
        at=reader.short_moment(noted.at, now),
    )


def step_rows(reader: Reader, task: Task) -> Rows:
    """Make the buttons by which the owner says how it goes."""
    allowed = TAKEN.get(task.state, ())
    rows = (tuple(_step_button(reader, task, step) for step in row if step in allowed) for row in OWNER_ROWS)
    return tuple(row for row in rows if row)


def _step_button(reader: Reader, task: Task, step: TaskStep) -> Button:
    again = step is TaskStep.STARTED and task.state is TaskState.BLOCKED
    text = reader.label("task-button-go-on") if again else button_name(reader, step)
    return Button(text, TaskStepTap(task.id or 0, step).pack(), STYLES.get(step))


def order_rows(reader: Reader, sheet: TaskSheet, rows_offered: Sequence[Sequence[TaskStep]] = COORDINATOR_ROWS) -> Rows:
    """Make the buttons by which coordinators decide, of those offered; a task of nobody wants another owner."""
    task = sheet.task
    allowed = ORDERED.get(task.state, ())
    styles = STYLES
    if task.state is TaskState.DECLINED or (not sheet.spoken_for and TaskStep.VERIFIED not in allowed):
        styles = {TaskStep.REASSIGNED: Style.PRIMARY}
    rows = (
        tuple(
            Button(button_name(reader, step), TaskOrderTap(task.id or 0, step).pack(), styles.get(step))
            for step in row
            if step in allowed
        )
        for row in rows_offered
    )
    return tuple(row for row in rows if row)


def button_name(reader: Reader, step: TaskStep) -> str:
    """Name the button of a step."""
    return reader.label(f"task-button-{step.replace('_', '-')}")


def _files_row(reader: Reader, task: Task, count: int) -> list[tuple[Button, ...]]:
    if not count:
        return []
    return [(Button(reader.label("task-button-files", count=count), TaskFilesTap(task.id or 0, 0).pack()),)]


def more_files(reader: Reader, task: Task, *, start: int, left: int) -> Message:
    """Offer the photos and documents that did not come with the first ones."""
    text = reader.say("task-files-left", code=task.code, count=left)
    return Message(text, rows=((Button(reader.label("task-button-more"), TaskFilesTap(task.id or 0, start).pack()),),))


def caption(reader: Reader, task: Task, file: FileSent, *, now: datetime) -> str:
    """Say under a photo or document with which step it came."""
    return reader.label(
        "task-caption",
        code=task.code,
        step=step_name(reader, file.step),
        by=reader.known_as(file.by),
        at=reader.short_moment(file.at, now),
    )


def _list_row(reader: Reader) -> tuple[Button, ...]:
    return (Button(reader.label("task-button-list"), TaskListTap(Heap.ALL, 0, 0).pack()),)


def _open_button(reader: Reader, task: Task) -> Button:
    return Button(reader.label("task-button-open"), TaskTap(task.id or 0).pack())


def taken(reader: Reader, task: Task, step: TaskStep) -> str:
    """Confirm a step to the person who tapped."""
    return reader.label("task-taken", code=task.code, step=step_name(reader, step))


def asked_in_private(reader: Reader) -> str:
    """Say, to a person who tapped in a group, where the question is."""
    return reader.label("task-asked-in-private")
