"""What a policy plans, and whether a step that is due is taken: the rules by which the clock acts, and the simulation.

Nothing here reads or writes: whoever asks says how things stand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from models.circles import WaveCircle
from models.incidents import ReminderKind, Severity
from services.policies.terms import Policy, Quiet

# What no channel beside Telegram can do yet.
UNBUILT = frozenset({WaveCircle.OTHER_CHANNEL})


@dataclass(frozen=True)
class PlannedStep:
    """Something that is planned for a moment; a wave has a circle, and a number of ready businesses that is enough."""

    kind: ReminderKind
    at: datetime
    circle: WaveCircle | None = None
    fewer_than: int = 0


@dataclass(frozen=True)
class Turnout:
    """How things stand with an incident: how many businesses have answered, and how many are ready.

    `counts_people`: a headcount is wanted, which decides in place of the number of businesses; `enough`: it is there.
    """

    answered: int = 0
    ready: int = 0
    counts_people: bool = False
    enough: bool = False


def planned(policy: Policy, *, severity: Severity, since: datetime, time_zone: ZoneInfo) -> Sequence[PlannedStep]:
    """List what a policy plans after an alert, in order; the minutes stand still in its quiet hours.

    What is `severity` already, the gravest, is not raised.
    """

    def at(minutes: int) -> datetime:
        return after(minutes, since=since, quiet=policy.quiet, time_zone=time_zone)

    steps = [PlannedStep(ReminderKind.REMIND, at(minutes)) for minutes in policy.reminders]
    for wave in policy.waves:
        kind = ReminderKind.WIDEN if wave.circle is WaveCircle.OFF_DUTY else ReminderKind.WAVE
        if wave.circle not in UNBUILT:
            steps.append(PlannedStep(kind, at(wave.after), wave.circle, wave.fewer_than))
    if policy.raise_after is not None and graver(severity) is not None:
        steps.append(PlannedStep(ReminderKind.RAISE, at(policy.raise_after)))
    return sorted(steps, key=lambda step: step.at)


def after(minutes: int, *, since: datetime, quiet: Quiet | None, time_zone: ZoneInfo) -> datetime:
    """Give the moment so many minutes after another, those of quiet hours not counted."""
    at, left = since.astimezone(time_zone), timedelta(minutes=minutes)
    while quiet is not None:
        if is_quiet(quiet, at.hour * 60 + at.minute):
            at = _next(at, quiet.ends)
        begins = _next(at, quiet.begins)
        if left < begins - at:
            break
        left -= begins - at
        at = begins
    return (at + left).astimezone(since.tzinfo)


def _next(at: datetime, minute: int) -> datetime:
    """Give the next moment at which the local day has come to a minute."""
    today = at.replace(hour=minute // 60, minute=minute % 60, second=0, microsecond=0)
    return today if today > at else today + timedelta(days=1)


def is_quiet(quiet: Quiet, minute: int) -> bool:
    """Tell whether a minute of the local day lies in the quiet hours."""
    if quiet.begins <= quiet.ends:
        return quiet.begins <= minute < quiet.ends
    return minute >= quiet.begins or minute < quiet.ends


def is_taken(kind: ReminderKind, *, fewer_than: int, turnout: Turnout) -> bool:
    """Tell whether a step that is due is taken: the wanted headcount stops all of them, an answer stops nothing else.

    A wave is called while too few are ready, the severity is raised where nobody has answered.
    """
    if turnout.enough:
        return False
    if kind is ReminderKind.RAISE:
        return turnout.answered == 0
    if kind is ReminderKind.REMIND or turnout.counts_people or not fewer_than:
        return True
    return turnout.ready < fewer_than


def graver(severity: Severity) -> Severity | None:
    """Give the next severity above; None above the gravest."""
    order = list(Severity)
    above = order.index(severity) + 1
    return order[above] if above < len(order) else None
