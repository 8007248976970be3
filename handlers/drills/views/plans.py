"""The steps by which a drill is planned."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from markupsafe import Markup

from handlers.drills.forms import PlanForm
from handlers.frame.views.dialogues import button, way_out
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Message, Style
from handlers.frame.views.reader import Reader
from handlers.incidents.views.cards import DRILL
from models.drafts import Draft
from models.drills import Drill
from models.identity import id_of
from models.scripts import Script, ScriptStep
from services.drills import planning

STEPS = ("script", "when", "circle", "told", "yearly", "preview")
# So many scripts have a button.
OFFERED, TITLE, TEXT, SHOWN, CIRCLE = 4, 34, 50, 6, 30


def ask_script(reader: Reader, draft: Draft, scripts: Sequence[Script]) -> Message:
    """Ask by which script."""
    rows = [
        (button(draft, "script", shorten(reader.own(one.title), TITLE), str(id_of(one))),) for one in scripts[:OFFERED]
    ]
    key = "plan-ask-script" if scripts else "plan-no-script"
    return Message(reader.say(key), rows=(*rows, way_out(reader, draft, back=False)))


@dataclass(frozen=True)
class Choice:
    """A circle that has a button: its word, its name, and how many businesses it has."""

    word: str
    name: str
    members: int


@dataclass(frozen=True)
class PlanSaid:
    """All that the preview says."""

    form: PlanForm
    circle: str
    members: int
    steps: Sequence[ScriptStep]


def ask(reader: Reader, draft: Draft, form: PlanForm, *, now: datetime) -> Message:
    """Ask when, whether those who take part know of it, or whether it comes again each year."""
    if draft.step == "when":
        return Message(reader.say("plan-ask-when"), rows=(way_out(reader, draft),))
    words = {word: f"{draft.step}-{word}" for word in ("yes", "no")}
    choices = tuple(
        (button(draft, draft.step, reader.label(f"plan-button-{ending}"), word),) for word, ending in words.items()
    )
    key = "plan-ask-told-at-once" if draft.step == "told" and _at_once(form, now) else f"plan-ask-{draft.step}"
    return Message(reader.say(key), rows=(*choices, way_out(reader, draft)))


def _at_once(form: PlanForm, now: datetime) -> bool:
    """Tell whether the drill is so near that those who take part are told at once."""
    return form.starts_at is not None and planning.told_at(form.starts_at, now=now) <= now


def ask_circle(reader: Reader, draft: Draft, choices: Sequence[Choice]) -> Message:
    """Ask who takes part; a circle in which nobody could is named without a button."""
    rows = []
    for one in choices:
        label = reader.label("plan-button-circle", circle=shorten(one.name, CIRCLE), members=one.members)
        if one.members:
            rows.append((button(draft, "circle", label, one.word),))
    lines = [reader.say("plan-ask-circle")]
    lines += [reader.say("plan-circle-empty", circle=one.name) for one in choices if not one.members]
    return Message(Markup("\n").join(lines), rows=(*rows, way_out(reader, draft)))


def preview(reader: Reader, draft: Draft, said: PlanSaid, *, now: datetime) -> Message:
    """Show all that was said, before it counts."""
    form, steps = said.form, said.steps
    lines = [
        reader.say("plan-preview-head", mark=DRILL, title=reader.own(form.title)),
        reader.say("plan-preview-when", at=reader.full_moment(form.starts_at) if form.starts_at else "—"),
        reader.say("plan-preview-circle", circle=said.circle, members=said.members),
        _told(reader, form, now),
    ]
    if form.yearly:
        lines.append(reader.say("plan-preview-yearly"))
    ordered = sorted(steps, key=lambda one: (one.minutes, one.place))
    lines += [
        reader.say("plan-preview-step", minutes=one.minutes, text=shorten(reader.own(one.text), TEXT))
        for one in ordered[:SHOWN]
    ]
    if len(ordered) > SHOWN:
        lines.append(reader.say("plan-preview-more", count=len(ordered) - SHOWN))
    yes = replace(button(draft, "preview", reader.label("plan-button-plan"), "yes"), style=Style.SUCCESS)
    return Message(Markup("\n").join(lines), rows=((yes,), way_out(reader, draft)))


def _told(reader: Reader, form: PlanForm, now: datetime) -> Markup:
    """Say whether those who take part are told, and when."""
    if not form.announced or form.starts_at is None:
        return reader.say("plan-preview-untold")
    if _at_once(form, now):
        return reader.say("plan-preview-told-at-once")
    return reader.say("plan-preview-told", at=reader.moment(planning.told_at(form.starts_at, now=now)))


def planned(reader: Reader, drill: Drill) -> str:
    """Confirm at the top of the screen that a drill is planned."""
    return reader.label("plan-done", code=drill.code)
