"""What a policy says, as typed values, and what it says as long as nobody has changed it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from models.circles import WaveCircle
from models.incidents import Severity
from models.people import Role

# The minutes of a day.
DAY = 1440


@dataclass(frozen=True)
class Wave:
    """A step that calls more: `after` minutes from the alert, while fewer than `fewer_than` businesses are ready.

    With 0 it calls however many are ready. Where an incident wants a headcount, that decides in place of the number.
    """

    circle: WaveCircle
    after: int
    fewer_than: int = 0


@dataclass(frozen=True)
class Quiet:
    """Hours of the local day, in minutes since midnight, which are not counted: nothing is done by itself.

    They may pass midnight.
    """

    begins: int
    ends: int

    @property
    def length(self) -> int:
        """How many minutes of a day they take."""
        return (self.ends - self.begins) % DAY


@dataclass(frozen=True)
class EscalationMinutes:
    """Times of an escalation, in minutes.

    `answer`: how long a call to the meeting may be silent before it climbs; `meeting`: how long the meeting goes on
    before support on site is proposed; `answer_on_site`: how long a call for that support may be silent.
    """

    answer: int = 10
    meeting: int = 60
    answer_on_site: int = 20


@dataclass(frozen=True)
class Policy:
    """What happens by itself after an alert of one severity. All times are minutes.

    `reminders` and `waves` count from the alert, and so does `raise_after`: when nobody has answered until then, the
    severity is raised by one. `update_every`: how often those alerted are owed an update. `command_silence`: how long
    whoever holds the command may be silent before another may take it. `stand_down_after`: how long after the end those
    engaged may take to confirm that they stood down. `task_spacing`: between two reminders of a task; `task_time`: the
    deadline that is suggested for one. `reports`: after which a report that nobody looked at climbs. `told`: whom the
    office lets know of an incident beside its coordinators. `escalation`: the times of calls to those above.
    """

    reminders: tuple[int, ...]
    waves: tuple[Wave, ...]
    update_every: int
    command_silence: int
    stand_down_after: int
    task_spacing: int
    task_time: int
    reports: tuple[int, ...] = (5, 10, 20)
    quiet: Quiet | None = None
    raise_after: int | None = None
    told: tuple[Role, ...] = ()
    escalation: EscalationMinutes = EscalationMinutes()

    @property
    def longest(self) -> int:
        """The minutes within which all that is planned comes, whenever the alert goes out."""
        planned = max((*self.reminders, *(wave.after for wave in self.waves), self.raise_after or 0), default=0)
        nights = planned // (DAY - self.quiet.length) + 1 if self.quiet else 0
        return planned + nights * (self.quiet.length if self.quiet else 0)


DEFAULTS: Mapping[Severity, Policy] = {
    Severity.LOW: Policy(
        reminders=(15, 60),
        waves=(Wave(WaveCircle.OFF_DUTY, 30),),
        update_every=240,
        command_silence=60,
        stand_down_after=120,
        task_spacing=60,
        task_time=1440,
    ),
    Severity.MEDIUM: Policy(
        reminders=(5, 15),
        waves=(Wave(WaveCircle.OFF_DUTY, 10),),
        update_every=120,
        command_silence=30,
        stand_down_after=60,
        task_spacing=15,
        task_time=240,
    ),
    Severity.SERIOUS: Policy(
        reminders=(5, 15),
        waves=(Wave(WaveCircle.OFF_DUTY, 10),),
        update_every=60,
        command_silence=15,
        stand_down_after=60,
        task_spacing=10,
        task_time=120,
    ),
    Severity.CRITICAL: Policy(
        reminders=(3, 8),
        waves=(Wave(WaveCircle.OFF_DUTY, 6),),
        update_every=30,
        command_silence=10,
        stand_down_after=60,
        task_spacing=5,
        task_time=60,
    ),
}
_ADAPTER = TypeAdapter(Policy)


def written(policy: Policy) -> dict[str, Any]:
    """Write a policy as it is stored."""
    return dict(_ADAPTER.dump_python(policy, mode="json"))


def read(stored: Mapping[str, Any], *, severity: Severity) -> Policy:
    """Read what was stored; what a version did not say yet is as it was before anybody changed it."""
    return _ADAPTER.validate_python({**written(DEFAULTS[severity]), **stored})
