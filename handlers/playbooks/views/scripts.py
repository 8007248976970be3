"""Playbooks as they are written: the list, the checklist, a step."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.frame.taps import MenuTap
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message
from handlers.frame.views.pages import page_of, turning
from handlers.frame.views.reader import Reader
from handlers.playbooks.taps import PlaybookListTap, PlaybookStepTap, PlaybookTap
from handlers.playbooks.views.parts import IN_LINE, expected_of, in_rows, role_of, span, text_of, title_of, when
from models.identity import id_of
from models.scripts import Script, ScriptStep

STEPS_ON_A_PAGE = 10
LISTED = 10


def listing(reader: Reader, scripts: Sequence[Script], *, number: int) -> Message:
    """List the playbooks, each behind its number."""
    part = page_of(scripts, number, size=LISTED)
    first = 1 + part.number * LISTED
    lines = [reader.say("playbook-list", count=len(scripts))]
    lines += [_line(reader, at, script) for at, script in enumerate(part.items, first)]
    numbers = [Button(str(at), PlaybookTap(id_of(script), 0).pack()) for at, script in enumerate(part.items, first)]
    rows = (
        *in_rows(numbers),
        *turning(part, lambda at: PlaybookListTap(at).pack()),
        (Button(reader.label("button-menu"), MenuTap("menu").pack()),),
    )
    return Message(Markup("\n").join(lines), rows=rows)


def _line(reader: Reader, number: int, script: Script) -> Markup:
    types = ", ".join(reader.label(f"type-{one.replace('_', '-')}") for one in script.types)
    return reader.say(
        "playbook-listed", number=number, title=title_of(reader, script), version=script.version, types=types or "–"
    )


def checklist(reader: Reader, script: Script, steps: Sequence[ScriptStep], *, number: int) -> Message:
    """Show a version with its steps in short, each behind its number."""
    part = page_of(steps, number, size=STEPS_ON_A_PAGE)
    head = reader.say("playbook-head", title=title_of(reader, script), version=script.version)
    lines = [
        reader.say(
            "playbook-preview-step",
            number=step.place,
            when=when(reader, step),
            owner=role_of(reader, step),
            text=shorten(text_of(reader, step), IN_LINE),
        )
        for step in part.items
    ]
    if script.source:
        lines.append(reader.say("playbook-source", source=script.source))
    script_id = id_of(script)
    numbers = [Button(str(step.place), PlaybookStepTap(id_of(step)).pack()) for step in part.items]
    rows = (
        *in_rows(numbers),
        *turning(part, lambda at: PlaybookTap(script_id, at).pack()),
        (Button(reader.label("playbook-button-list"), PlaybookListTap(0).pack()),),
    )
    return Message(Markup("\n").join([head, *lines]), rows=rows)


def step(reader: Reader, script: Script, step: ScriptStep) -> Message:
    """Show a step whole."""
    lines = [
        reader.say("playbook-step-of", number=step.place, title=title_of(reader, script), version=script.version),
        Markup.escape(text_of(reader, step)),
    ]
    if expected := expected_of(reader, step):
        lines.append(reader.say("playbook-step-expected", expected=expected))
    lines.append(
        reader.say(
            "playbook-step-facts", when=when(reader, step), role=role_of(reader, step), within=span(reader, step.within)
        )
    )
    back = Button(reader.label("playbook-button-checklist"), PlaybookTap(id_of(script), 0).pack())
    return Message(Markup("\n").join(lines), rows=((back,),))
