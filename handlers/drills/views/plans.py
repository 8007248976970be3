"""The steps by which a drill is planned."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

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

STEPS = ("script", "when", "circle", "told", "yearly", "preview")
# So many scripts have a button.
OFFERED, TITLE, TEXT, SHOWN = 4, 34, 50, 6


def ask_script(reader: Reader, draft: Draft, scripts: Sequence[Script]) -> Message:
    """Ask by which script."""
    rows = [(button(draft, "script", shorten(one.title, TITLE), str(id_of(one))),) for one in scripts[:OFFERED]]
    key = "plan-ask-script" if scripts else "plan-no-script"
    return Message(reader.say(key), rows=(*rows, way_out(reader, draft, back=False)))


def ask(reader: Reader, draft: Draft) -> Message:
    """Ask when, whether those who take part know of it, or whether it comes again each year."""
    if draft.step == "when":
        return Message(reader.say("plan-ask-when"), rows=(way_out(reader, draft),))
    words = {word: f"{draft.step}-{word}" for word in ("yes", "no")}
    choices = tuple(
        (button(draft, draft.step, reader.label(f"plan-button-{ending}"), word),) for word, ending in words.items()
    )
    return Message(reader.say(f"plan-ask-{draft.step}"), rows=(*choices, way_out(reader, draft)))


def ask_circle(reader: Reader, draft: Draft, sizes: Mapping[str, int]) -> Message:
    """Ask who takes part."""
    rows = []
    for word, size in sizes.items():
        name = reader.label("contact-whole-network" if word == "all" else f"sector-{word}")
        if size:
            rows.append((button(draft, "circle", reader.label("plan-button-circle", circle=name, members=size), word),))
    return Message(reader.say("plan-ask-circle"), rows=(*rows, way_out(reader, draft)))


def preview(reader: Reader, draft: Draft, form: PlanForm, *, members: int, steps: Sequence[ScriptStep]) -> Message:
    """Show all that was said, before it counts."""
    circle = reader.label("contact-whole-network" if form.sector is None else f"sector-{form.sector}")
    lines = [
        reader.say("plan-preview-head", mark=DRILL, title=form.title),
        reader.say("plan-preview-when", at=reader.full_moment(form.starts_at) if form.starts_at else "—"),
        reader.say("plan-preview-circle", circle=circle, members=members),
        reader.say("plan-preview-told" if form.announced else "plan-preview-untold"),
    ]
    if form.yearly:
        lines.append(reader.say("plan-preview-yearly"))
    ordered = sorted(steps, key=lambda one: (one.minutes, one.place))
    lines += [
        reader.say("plan-preview-step", minutes=one.minutes, text=shorten(one.text, TEXT)) for one in ordered[:SHOWN]
    ]
    if len(ordered) > SHOWN:
        lines.append(reader.say("plan-preview-more", count=len(ordered) - SHOWN))
    yes = replace(button(draft, "preview", reader.label("plan-button-plan"), "yes"), style=Style.SUCCESS)
    return Message(Markup("\n").join(lines), rows=((yes,), way_out(reader, draft)))


def planned(reader: Reader, drill: Drill) -> str:
    """Confirm at the top of the screen that a drill is planned."""
    return reader.label("plan-done", code=drill.code)
