"""What a correction changed, old and new side by side: for those who act on the old, and for an update to all."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from markupsafe import Markup

from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.incidents.taps import CardTap
from handlers.incidents.views.cards import type_name
from handlers.tasks.taps import TaskTap
from models.corrections import Correction
from models.identity import id_of
from models.incidents import Incident, IncidentType
from models.tasks import Task
from services.corrections.following import TOLD
from services.places.communes import commune

IN_SHORT = 160


def changes(reader: Reader, correction: Correction) -> Sequence[str]:
    """Say of each part how it stood and how it stands."""
    return [
        reader.label(
            "correction-change",
            name=reader.label(f"field-{part}"),
            before=_value(reader, part, correction.before),
            after=_value(reader, part, correction.after),
        )
        for part in TOLD
        if part in correction.after
    ]


def _value(reader: Reader, part: str, values: Mapping[str, Any]) -> str:
    value = values.get(part)
    match part:
        case "place":
            return ", ".join(commune(code).name for code in value or ()) or reader.label("whole-province")
        case "level":
            return reader.label(f"severity-{value}")
        case "type":
            return type_name(reader, IncidentType(str(value)))
        case "began" | "until":
            return reader.full_moment(datetime.fromisoformat(value)) if value else reader.label("value-none")
        case _:
            return shorten(reader.own(value or ""), IN_SHORT)


def news(
    reader: Reader, incident: Incident, correction: Correction, *, tasks: Sequence[Task], in_group: bool, now: datetime
) -> Message:
    """Tell in short what was corrected, with the way to the card that counts now."""
    head = reader.say("correction-news", code=incident.code, at=reader.short_moment(correction.at, now))
    lines = [Markup.escape(line) for line in changes(reader, correction)]
    return Message(Markup("\n").join([head, *lines]), rows=() if in_group else _ways(reader, incident, tasks))


def _ways(reader: Reader, incident: Incident, tasks: Sequence[Task]) -> tuple[tuple[Button, ...], ...]:
    if not tasks:
        return ((Button(reader.label("button-to-card"), CardTap(id_of(incident)).pack(), Style.PRIMARY),),)
    return tuple(
        (Button(reader.label("button-to-corrected-task", code=task.code), TaskTap(id_of(task)).pack(), Style.PRIMARY),)
        for task in tasks
    )
