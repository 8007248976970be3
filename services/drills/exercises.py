"""Scripts of drills: the injects of one, in the order of their moments."""

from collections.abc import Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.scripts import Script, ScriptKind, ScriptStep, StepRole
from services.ground.refusals import Refusal
from services.notation.numbers import LARGEST, read_number
from services.scripts import versions
from services.scripts.versions import ScriptUnknown

# Who may get an inject.
ROLES = (StepRole.EVERYONE, StepRole.TELECOM, StepRole.POSTAL, StepRole.IT)


class MinutesUnclear(Refusal):
    """What was typed is no number of minutes, or more than `limit`."""


def minutes_in(text: str) -> int:
    """Read a number of minutes, in digits or in words; raises MinutesUnclear."""
    number = read_number(text)
    if number is None:
        raise MinutesUnclear(limit=LARGEST)
    return number


async def by_id(session: AsyncSession, *, script_id: int) -> Script:
    """Find a version of a script of drills; raises ScriptUnknown, for a playbook too."""
    script = await versions.by_id(session, script_id=script_id)
    if script.kind is not ScriptKind.DRILL:
        raise ScriptUnknown
    return script


async def steps_of(session: AsyncSession, *, script: Script) -> Sequence[ScriptStep]:
    """List the injects of a version, by their moments."""
    steps = await versions.steps_of(session, script_id=id_of(script))
    return sorted(steps, key=lambda one: (one.minutes, one.place))
