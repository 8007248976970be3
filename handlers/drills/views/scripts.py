"""Scripts of drills: the list, one with its injects, and the steps by which an inject is written."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.drills.taps import DrillsTap, ExerciseTap, TakeOutTap
from handlers.frame.views.dialogues import button, way_out
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from models.drafts import Draft
from models.identity import id_of
from models.scripts import Script, ScriptStep
from services.drills import exercises
from services.scripts.writing import MOST_STEPS

STEPS = ("title", "text", "expected", "minutes", "within", "role")
LISTED, SHOWN, TITLE, TEXT, EXPECTED, A_ROW = 6, 8, 34, 70, 60, 4
MINUTES = {"minutes": (0, 5, 10, 15, 30, 45, 60, 90), "within": (5, 10, 15, 20, 30, 45, 60, 120)}


def listing(reader: Reader, scripts: Sequence[Script]) -> Message:
    """List scripts, each to be opened."""
    rows = [
        (Button(shorten(reader.own(one.title), TITLE), ExerciseTap(id_of(one), "show").pack()),)
        for one in scripts[:LISTED]
    ][:3]
    write = Button(reader.label("exercise-button-write"), DrillsTap("write").pack(), Style.PRIMARY)
    sample = Button(reader.label("exercise-button-sample"), DrillsTap("sample").pack())
    back = Button(reader.label("drill-button-list"), DrillsTap("list").pack())
    lines = [_listed(reader, one) for one in scripts[:LISTED]]
    text = [reader.say("exercise-list-head"), Markup("\n").join(lines) or reader.say("exercise-list-none")]
    return Message(Markup("\n\n").join(text), rows=(*rows, (write,), (sample, back)))


def _listed(reader: Reader, script: Script) -> Markup:
    key = "exercise-list-line" if script.saved_at is not None else "exercise-list-line-in-work"
    return reader.say(key, title=shorten(reader.own(script.title), TITLE), version=script.version)


def script(reader: Reader, shown: Script, steps: Sequence[ScriptStep]) -> Message:
    """Show a version with its injects, and what can be done with it."""
    key = "exercise-head" if shown.saved_at is not None else "exercise-head-in-work"
    head = reader.say(key, title=reader.own(shown.title), version=shown.version)
    lines = [_step_line(reader, number, one) for number, one in enumerate(steps[:SHOWN], 1)]
    if len(steps) > SHOWN:
        lines.append(reader.say("plan-preview-more", count=len(steps) - SHOWN))
    text = Markup("\n\n").join([head, Markup("\n").join(lines) or reader.say("exercise-empty")])
    return Message(text, rows=_ways(reader, shown, steps))


def _step_line(reader: Reader, number: int, step: ScriptStep) -> Markup:
    return reader.say(
        "exercise-step-expected" if step.expected else "exercise-step",
        number=number,
        minutes=step.minutes,
        role=reader.label(f"exercise-role-{step.role}"),
        text=shorten(reader.own(step.text), TEXT),
        expected=shorten(reader.own(step.expected), EXPECTED),
        within=step.within,
    )


def _ways(reader: Reader, shown: Script, steps: Sequence[ScriptStep]) -> tuple[tuple[Button, ...], ...]:
    def way(verb: str, style: Style | None = None) -> Button:
        return Button(reader.label(f"exercise-button-{verb}"), ExerciseTap(id_of(shown), verb).pack(), style)

    listed = Button(reader.label("drill-button-scripts"), DrillsTap("scripts").pack())
    if shown.saved_at is not None:
        plan = Button(reader.label("drill-button-plan"), DrillsTap("plan").pack(), Style.PRIMARY)
        return ((plan,), (way("change"), way("retire")), (listed,))
    out = [
        Button(reader.label("exercise-button-out", number=number), TakeOutTap(id_of(one)).pack())
        for number, one in enumerate(steps[:SHOWN], 1)
    ]
    rows = [tuple(out[start : start + A_ROW]) for start in range(0, len(out), A_ROW)][:2]
    add = (way("add", None if steps else Style.PRIMARY),) if len(steps) < MOST_STEPS else ()
    save = (way("save", Style.SUCCESS),) if steps else ()
    return tuple(row for row in (add, *rows, save, (way("drop"), listed)) if row)


def ask(reader: Reader, draft: Draft, *, files: int) -> Message:
    """Ask for a part of an inject."""
    text = reader.say(f"exercise-ask-{draft.step}")
    if draft.step == "text" and files:
        text = Markup("\n").join([text, reader.say("attached-photo", count=files)])
    back = draft.step not in ("title", "text")
    return Message(text, rows=(*_choices(reader, draft), way_out(reader, draft, back=back)))


def _choices(reader: Reader, draft: Draft) -> tuple[tuple[Button, ...], ...]:
    if draft.step in MINUTES:
        minutes = [button(draft, draft.step, str(number), str(number)) for number in MINUTES[draft.step]]
        return tuple(tuple(minutes[start : start + A_ROW]) for start in range(0, len(minutes), A_ROW))
    if draft.step == "expected":
        return ((button(draft, "expected", reader.label("exercise-button-none"), "none"),),)
    if draft.step == "role":
        return tuple(
            (button(draft, "role", reader.label(f"exercise-role-{role}"), role.value),) for role in exercises.ROLES
        )
    return ()


def saved(reader: Reader) -> str:
    """Confirm at the top of the screen that a version counts from now on."""
    return reader.label("exercise-saved")


def dropped(reader: Reader) -> str:
    """Confirm that what was worked on is dropped."""
    return reader.label("exercise-dropped")


def taken_out(reader: Reader) -> str:
    """Confirm that an inject is out."""
    return reader.label("exercise-taken-out")
