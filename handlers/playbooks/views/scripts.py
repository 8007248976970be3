"""Playbooks as they are written: the list, the checklist, a step."""

from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup

from handlers.frame.taps import MenuTap
from handlers.frame.views.attached import gathered
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message
from handlers.frame.views.pages import page_of, turning
from handlers.frame.views.reader import Reader
from handlers.playbooks.taps import PlaybookListTap, PlaybookStepTap, PlaybookTap, RetiredTap, ScriptNewTap
from handlers.playbooks.views.editing import acts_on_script, acts_on_step
from handlers.playbooks.views.parts import (
    IN_LINE,
    STEPS_ON_A_PAGE,
    expected_of,
    in_rows,
    role_of,
    span,
    text_of,
    title_of,
    when,
)
from models.identity import id_of
from models.scripts import Script, ScriptStep
from services.ground.attachments import Attachment

LISTED = 10


def listing(reader: Reader, scripts: Sequence[Script], *, out_of_use: int, number: int) -> Message:
    """List the playbooks, each behind its number, and lead to those that are out of use."""
    retired = Button(reader.label("script-button-retired", count=out_of_use), RetiredTap(0).pack())
    acts = [
        Button(reader.label("script-button-new"), ScriptNewTap().pack()),
        *([retired] if out_of_use else []),
        Button(reader.label("button-menu"), MenuTap("menu").pack()),
    ]
    head = reader.say("playbook-list", count=len(scripts))
    return _list(reader, head, scripts, number, lambda at: PlaybookListTap(at).pack(), tuple(acts))


def retired(reader: Reader, scripts: Sequence[Script], *, number: int) -> Message:
    """List the playbooks that are out of use."""
    back = (Button(reader.label("playbook-button-list"), PlaybookListTap(0).pack()),)
    head = reader.say("playbook-list-retired", count=len(scripts))
    return _list(reader, head, scripts, number, lambda at: RetiredTap(at).pack(), back)


def _list(
    reader: Reader,
    head: Markup,
    scripts: Sequence[Script],
    number: int,
    turn: Callable[[int], str],
    last: tuple[Button, ...],
) -> Message:
    part = page_of(scripts, number, size=LISTED)
    first = 1 + part.number * LISTED
    lines = [head]
    lines += [_line(reader, at, script) for at, script in enumerate(part.items, first)]
    numbers = [Button(str(at), PlaybookTap(id_of(script), 0).pack()) for at, script in enumerate(part.items, first)]
    rows = (
        *in_rows(numbers),
        *turning(part, turn),
        last,
    )
    return Message(Markup("\n").join(lines), rows=rows)


def _line(reader: Reader, number: int, script: Script) -> Markup:
    key = "playbook-listed" if script.saved_at is not None else "playbook-listed-unsaved"
    return reader.say(key, number=number, title=title_of(reader, script), version=script.version)


def checklist(
    reader: Reader,
    script: Script,
    steps: Sequence[ScriptStep],
    *,
    names: Mapping[int, str],
    worked_on: Script | None,
    number: int,
) -> Message:
    """Show a version with its steps in short, each behind its number."""
    part = page_of(steps, number, size=STEPS_ON_A_PAGE)
    key = _head(script)
    head = reader.say(key, title=title_of(reader, script), version=script.version)
    lines = [
        reader.say(
            "playbook-preview-step",
            number=step.place,
            when=when(reader, step),
            owner=role_of(reader, step, names),
            text=shorten(text_of(reader, step), IN_LINE),
        )
        for step in part.items
    ]
    if script.types:
        types = ", ".join(reader.label(f"type-{one.replace('_', '-')}") for one in script.types)
        lines.append(reader.say("playbook-types", types=types))
    if script.source:
        lines.append(reader.say("playbook-source", source=script.source))
    script_id = id_of(script)
    numbers = [Button(str(step.place), PlaybookStepTap(id_of(step)).pack()) for step in part.items]
    rows = (
        *in_rows(numbers),
        *turning(part, lambda at: PlaybookTap(script_id, at).pack()),
        *acts_on_script(reader, script, worked_on=worked_on, steps=len(steps)),
        (Button(reader.label("playbook-button-list"), PlaybookListTap(0).pack()),),
    )
    return Message(Markup("\n").join([head, *lines]), rows=rows)


def _head(script: Script) -> str:
    """Choose the words that say whether a version counts, is worked on, or is over."""
    if script.saved_at is None:
        return "playbook-head-unsaved"
    if script.retired_at is not None:
        return "playbook-head-retired"
    return "playbook-head" if script.replaced_at is None else "playbook-head-replaced"


def step(
    reader: Reader, script: Script, step: ScriptStep, *, names: Mapping[int, str], files: Sequence[Attachment]
) -> Message:
    """Show a step whole."""
    lines = [
        reader.say("playbook-step-of", number=step.place, title=title_of(reader, script), version=script.version),
        Markup.escape(text_of(reader, step)),
    ]
    if expected := expected_of(reader, step):
        lines.append(reader.say("playbook-step-expected", expected=expected))
    lines.append(
        reader.say(
            "playbook-step-facts",
            when=when(reader, step),
            role=role_of(reader, step, names),
            within=span(reader, step.within),
        )
    )
    if attached := gathered(reader, files, is_album=False):
        lines.append(attached)
    back = Button(reader.label("playbook-button-checklist"), PlaybookTap(id_of(script), 0).pack())
    acts = acts_on_step(reader, step) if script.saved_at is None else ()
    return Message(Markup("\n").join(lines), rows=(*acts, (back,)))
