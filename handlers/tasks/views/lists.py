"""Tasks in lists: what a business has to do, and what coordinators look after."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from handlers.frame.taps import MenuTap
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.open_things import OpenThing
from handlers.frame.views.pages import Page as ButtonPage
from handlers.frame.views.pages import turning
from handlers.frame.views.reader import Reader
from handlers.tally.taps import TallyTap
from handlers.tasks.taps import AssignTap, TaskListTap, TaskTap
from handlers.tasks.views.cards import MARKS, is_overdue
from models.identity import id_of
from models.incidents import Incident
from models.tasks import UNFINISHED, Task
from services.tasks.lists import Heap, Scope, TaskLine, TaskPage

IN_LINE = 70
MEMBER_IN_LINE = 40
# So many tasks stand in a handover note.
HANDED_OVER = 4


def listing(
    reader: Reader, scope: Scope, heap: Heap, page: TaskPage, *, incident: Incident | None = None, now: datetime
) -> Message:
    """Show a heap of tasks, with the heaps to choose from and each task behind a button."""
    coordinating = scope.members is None
    lines = [_line(reader, line, with_member=_names_members(scope), now=now) for line in page.lines]
    text = Markup("\n\n").join(
        [_head(reader, scope, heap, page, incident), *(lines or [reader.say("task-list-empty")])]
    )
    rows = [
        *_in_rows([_open(line) for line in page.lines], 2),
        *turning(ButtonPage(page.lines, page.number, page.pages), lambda number: _tap(heap, scope, number)),
        *_in_rows([_heap(reader, scope, one, page, on=one is heap) for one in _offered(scope, heap, page)], 2),
    ]
    if not coordinating:
        return Message(text, rows=(*rows[:-1], (*rows[-1], _way_back(reader, scope))))
    give = Button(reader.label("task-button-assign"), AssignTap(scope.incident_id or 0, 0).pack(), Style.PRIMARY)
    return Message(text, rows=(*rows, (give, _way_back(reader, scope))))


def _offered(scope: Scope, heap: Heap, page: TaskPage) -> Sequence[Heap]:
    """Choose the heaps that hold something, the one that is shown, and all together; a member's few are all there."""
    if scope.members is not None:
        return (*scope.heaps, Heap.ALL)
    return [one for one in (*scope.heaps, Heap.ALL) if one in (heap, Heap.ALL) or page.counts[one]]


def _names_members(scope: Scope) -> bool:
    """Tell whether lines name the owner: not to a person who speaks for one business alone."""
    return scope.members is None or len(scope.members) > 1


def _head(reader: Reader, scope: Scope, heap: Heap, page: TaskPage, incident: Incident | None) -> Markup:
    name = _heap_name(reader, scope, heap)
    if incident is not None:
        return reader.say("task-list-head-of", code=incident.code, heap=name, count=page.total)
    return reader.say("task-list-head", heap=name, count=page.total)


def _line(reader: Reader, line: TaskLine, *, with_member: bool, now: datetime) -> Markup:
    task = line.task
    codes = [task.code, line.incident_code] if line.incident_code else [task.code]
    what = shorten(" ".join(reader.own(task.what).split()), IN_LINE)
    first = reader.say("task-line", mark=MARKS[task.state], codes=" · ".join(codes), when=_when(reader, task, now))
    if with_member:
        member = shorten(line.member, MEMBER_IN_LINE)
        return Markup("\n").join([first, reader.say("task-line-of", member=member, what=what)])
    return Markup("\n").join([first, Markup.escape(what)])


def _when(reader: Reader, task: Task, now: datetime) -> str:
    """Say by when a task is due, or since when it stands where it does."""
    if is_overdue(task, now):
        return reader.label("task-line-late", at=reader.short_moment(task.due_at, now))
    if task.state in UNFINISHED:
        return reader.label("task-line-due", at=reader.short_moment(task.due_at, now))
    return reader.short_moment(task.state_at, now)


def open_now(reader: Reader, task: Task, *, now: datetime) -> OpenThing:
    """Say in a line of the main menu what is to be done by when; the button leads to the task."""
    what = shorten(" ".join(reader.own(task.what).split()), MEMBER_IN_LINE)
    line = reader.say("task-open-now", mark=MARKS[task.state], code=task.code, what=what, when=_when(reader, task, now))
    return OpenThing(
        line, Button(f"{MARKS[task.state]} {task.code} · {what}"[:MEMBER_IN_LINE], TaskTap(id_of(task)).pack())
    )


def handover(reader: Reader, found: Sequence[tuple[Task, str]], *, now: datetime) -> list[str]:
    """Say in lines, for whoever takes over command, what is still to be done by whom."""
    if not found:
        return []
    lines = [reader.label("task-handover-head", count=len(found))]
    for task, member in found[:HANDED_OVER]:
        what = shorten(" ".join(reader.own(task.what).split()), MEMBER_IN_LINE)
        due = reader.short_moment(task.due_at, now)
        lines.append(
            reader.label("task-handover", mark=MARKS[task.state], code=task.code, what=what, member=member, at=due)
        )
    if len(found) > HANDED_OVER:
        lines.append(reader.label("task-handover-more", count=len(found) - HANDED_OVER))
    return lines


def left_open(reader: Reader, count: int) -> list[str]:
    """Say in a few words, for whoever ends an incident, that tasks of it are not finished."""
    return [reader.label("task-left-open", count=count)] if count else []


def _open(line: TaskLine) -> Button:
    return Button(f"{MARKS[line.task.state]} {line.task.code}", TaskTap(line.task.id or 0).pack())


def _heap(reader: Reader, scope: Scope, heap: Heap, page: TaskPage, *, on: bool) -> Button:
    name = _heap_name(reader, scope, heap)
    text = name if heap is Heap.ALL else reader.label("task-button-heap", heap=name, count=page.counts[heap])
    return Button(reader.label("button-chosen", text=text) if on else text, _tap(heap, scope, 0))


def _heap_name(reader: Reader, scope: Scope, heap: Heap) -> str:
    """Name a heap: what nobody has acknowledged is what a business has to look at."""
    return reader.label(f"task-heap-{heap}" if scope.members is None else f"task-my-heap-{heap}")


def _tap(heap: Heap, scope: Scope, number: int) -> str:
    return TaskListTap(heap, scope.incident_id or 0, number).pack()


def _way_back(reader: Reader, scope: Scope) -> Button:
    if scope.incident_id is not None and scope.members is None:
        return Button(reader.label("button-to-tally"), TallyTap(scope.incident_id).pack())
    return Button(reader.label("button-menu"), MenuTap("menu").pack())


def _in_rows(buttons: Sequence[Button], width: int) -> list[tuple[Button, ...]]:
    return [tuple(buttons[start : start + width]) for start in range(0, len(buttons), width)]
