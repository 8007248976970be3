"""What every page about scripts says alike: when a step begins, who does it, how long it may take."""

from collections.abc import Mapping, Sequence

from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button
from handlers.frame.views.reader import Reader
from models.incidents import Incident, IncidentStatus
from models.people import Language
from models.scripts import Script, ScriptRun, ScriptStep, StepRole, StepStart

NUMBERS_IN_A_ROW = 5
# A page of so many steps, each in two lines, is read on a phone without scrolling.
STEPS_ON_A_PAGE = 5
IN_LINE = 60
HOUR = 60


def title_of(reader: Reader, script: Script) -> str:
    """Give a script's name in the reader's language, where the product brought it in that."""
    return (script.title_en or script.title) if reader.language is Language.ENGLISH else script.title


def text_of(reader: Reader, step: ScriptStep) -> str:
    """Give what a step says, in the same way."""
    return (step.text_en or step.text) if reader.language is Language.ENGLISH else step.text


def expected_of(reader: Reader, step: ScriptStep) -> str:
    """Give what is expected of a step, in the same way."""
    return (step.expected_en or step.expected) if reader.language is Language.ENGLISH else step.expected


def role_of(reader: Reader, step: ScriptStep, names: Mapping[int, str]) -> str:
    """Name the role of a step, or the business that is named for it; `names` are of those (ids)."""
    if step.role is StepRole.NAMED and (named := names.get(step.member_id or 0)):
        return shorten(named, IN_LINE)
    return reader.label(f"script-role-{step.role}")


def span(reader: Reader, minutes: int) -> str:
    """Write a length of time exactly: "45 phút", "2 giờ"."""
    if minutes % HOUR or not minutes:
        return reader.label("script-minutes", count=minutes)
    return reader.label("script-hours", count=minutes // HOUR)


def when(reader: Reader, step: ScriptStep) -> str:
    """Say when a step begins: from the beginning, or after the step before."""
    waits = step.starts is StepStart.STEP_BEFORE and step.place > 1
    if waits:
        before = step.place - 1
        if not step.minutes:
            return reader.label("script-when-after", before=before)
        return reader.label("script-when-later", before=before, span=span(reader, step.minutes))
    return (
        reader.label("script-when-in", span=span(reader, step.minutes))
        if step.minutes
        else reader.label("script-when-at-once")
    )


def in_rows(buttons: Sequence[Button], width: int = NUMBERS_IN_A_ROW) -> tuple[tuple[Button, ...], ...]:
    """Put buttons in rows of so many."""
    return tuple(tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))


def state_of(run: ScriptRun, incident: Incident) -> str:
    """Tell in a word where a run stands: with the end of its incident it stops."""
    if run.ended_at is not None:
        return "over"
    if incident.status is IncidentStatus.CLOSED:
        return "stopped"
    return "resting" if run.paused_at is not None else "going"
