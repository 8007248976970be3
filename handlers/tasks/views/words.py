"""The words, photos and documents that go with a step of a task: how they are asked for and confirmed."""

from markupsafe import Markup

from handlers.frame.views.dialogues import button
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.tasks.taps import TaskTap
from models.drafts import Draft
from models.tasks import TaskStep
from services.tasks.states import WITH_WORDS

DELAYS = (30, 60, 120)
# What the buttons say: that all is said, or a deadline: so many minutes from now, or at five in the afternoon.
END, UNTIL = "end", "until"
FIVE = "five"


def ask(
    reader: Reader, draft: Draft, step: TaskStep, *, code: str, note: str, files: int, is_album: bool = False
) -> Message:
    """Ask for the words of a step, and say what has come so far; how many of an album will come is not known yet."""
    parts = [reader.say(f"task-ask-{step.replace('_', '-')}", code=code)]
    if note:
        parts.append(reader.say("task-note", note=note))
    if files:
        parts.append(reader.say("task-album") if is_album else reader.say("task-files", count=files))
    rows = [(_end(reader, draft, step, empty=not (note or files)),)] if _may_end(step, note) else []
    return Message(Markup("\n\n").join(parts), rows=(*rows, (_keep(reader, draft),)))


def _may_end(step: TaskStep, note: str) -> bool:
    """Tell whether a button ends the dialogue: where words may be left out, or more may follow."""
    return step not in WITH_WORDS or bool(note)


def _end(reader: Reader, draft: Draft, step: TaskStep, *, empty: bool) -> Button:
    if step is TaskStep.CANCELLED:
        key = "task-button-cancel-without" if empty else "task-button-cancelled"
        return Button(reader.label(key), button(draft, END, "").data, Style.DANGER)
    return Button(reader.label("task-button-end"), button(draft, END, "").data, Style.SUCCESS)


def _keep(reader: Reader, draft: Draft) -> Button:
    return button(draft, "cancel", reader.label("task-button-keep"))


def ask_label(reader: Reader, draft: Draft, asked: tuple[Markup, tuple[tuple[Button, ...], ...]]) -> Message:
    """Ask what a label means that the words of an order name."""
    text, rows = asked
    return Message(text, rows=(*rows, (_keep(reader, draft),)))


def ask_until(reader: Reader, draft: Draft, *, code: str, five: bool) -> Message:
    """Ask for a new deadline, since the old one is over."""
    text = reader.say("task-ask-new-deadline", code=code)
    return Message(text, rows=(*deadline_rows(reader, draft, five=five), (_keep(reader, draft),)))


def deadline_rows(reader: Reader, draft: Draft, *, five: bool) -> tuple[tuple[Button, ...], ...]:
    """Make the buttons of the usual deadlines; "17:00 today" only while it is to come."""
    delays = tuple(button(draft, UNTIL, _delay(reader, minutes), str(minutes)) for minutes in DELAYS)
    today = ((button(draft, UNTIL, reader.label("task-today-five"), FIVE),),) if five else ()
    return (delays, *today)


def _delay(reader: Reader, minutes: int) -> str:
    if minutes < 60:
        return reader.label("task-in-minutes", minutes=minutes)
    return reader.label("hours", hours=minutes // 60)


def said(reader: Reader, step: TaskStep, *, code: str, task_id: int, coordinating: bool) -> Message:
    """Confirm a step that came with words; a coordinator gets the way back to the task."""
    text = reader.say(f"task-said-{step.replace('_', '-')}", code=code)
    open_task = Button(reader.label("task-button-open"), TaskTap(task_id).pack())
    return Message(text, rows=((open_task,),) if coordinating else ())


def stands(reader: Reader, step: TaskStep, *, code: str, task_id: int, to_owner: bool) -> Message:
    """Say that what was sent with a task stands as it was, and what can be done about it."""
    how = "order" if step is TaskStep.ASSIGNED else "owner" if to_owner else "office"
    open_task = Button(reader.label("task-button-open"), TaskTap(task_id).pack())
    return Message(reader.say(f"task-stands-{how}", code=code), rows=((open_task,),))
