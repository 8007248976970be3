"""A policy tried out before it is saved: what would happen, when, by the very rules by which the clock acts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from models.circles import WaveCircle
from models.incidents import ReminderKind, Severity
from services.policies import steps
from services.policies.circles import OF_PLACES
from services.policies.steps import UNBUILT, PlannedStep, Turnout
from services.policies.terms import Policy, Wave

# So many businesses are called by the alert and by each wave, and so many of a hundred are ready after so long.
CALLED, PER_CENT, ANSWER_AFTER = 20, 20, timedelta(minutes=10)


class Scenario(StrEnum):
    """How those who are called behave."""

    SILENCE = "silence"
    SOME = "some"


class Never(StrEnum):
    """Why a step can never do anything."""

    NO_CHANNEL = "no_channel"
    INSIDE_ANOTHER = "inside_another"
    NOTHING_ABOVE = "nothing_above"


@dataclass(frozen=True)
class Tried:
    """A step of the trial, whether it is taken, and how many businesses are ready by then.

    `inside`: it is not, for a wave that called wider was.
    """

    step: PlannedStep
    taken: bool
    ready: int
    inside: bool = False


@dataclass(frozen=True)
class Flag:
    """A step that can never do anything: a wave by its circle, or the raising of the severity."""

    circle: WaveCircle | None
    why: Never


def tried(
    policy: Policy, scenario: Scenario, *, severity: Severity, since: datetime, time_zone: ZoneInfo
) -> Sequence[Tried]:
    """Go through what a policy plans after an alert, in order."""
    calls, course, widest = [since], [], -1
    for step in steps.planned(policy, severity=severity, since=since, time_zone=time_zone):
        ready = _ready(scenario, calls, step.at)
        turnout = Turnout(answered=ready, ready=ready)
        taken = steps.is_taken(step.kind, fewer_than=step.fewer_than, turnout=turnout)
        place = OF_PLACES.index(step.circle) if step.circle in OF_PLACES else None
        inside = taken and place is not None and place < widest
        if inside:
            course.append(Tried(step, taken=False, ready=ready, inside=True))
            continue
        if taken and step.kind is ReminderKind.WAVE:
            calls.append(step.at)
            widest = max(widest, -1 if place is None else place)
        course.append(Tried(step, taken, ready))
    return course


def _ready(scenario: Scenario, calls: Sequence[datetime], at: datetime) -> int:
    """Count the businesses that are ready at a moment: of each call, those who had time to answer."""
    if scenario is Scenario.SILENCE:
        return 0
    return sum(CALLED * PER_CENT // 100 for called_at in calls if called_at + ANSWER_AFTER <= at)


def flags(policy: Policy, *, severity: Severity) -> Sequence[Flag]:
    """Find the steps that can never do anything, whatever happens."""
    found, before = [], list[Wave]()
    for wave in sorted(policy.waves, key=lambda one: one.after):
        if wave.circle in UNBUILT:
            found.append(Flag(wave.circle, Never.NO_CHANNEL))
        elif wave.circle in OF_PLACES:
            if any(_leaves_nothing(wider, wave) for wider in before):
                found.append(Flag(wave.circle, Never.INSIDE_ANOTHER))
            before.append(wave)
    if policy.raise_after is not None and steps.graver(severity) is None:
        found.append(Flag(None, Never.NOTHING_ABOVE))
    return found


def _leaves_nothing(wider: Wave, wave: Wave) -> bool:
    """Tell whether an earlier wave calls all whom a later one would, whenever that is called."""
    reaches = OF_PLACES.index(wave.circle) < OF_PLACES.index(wider.circle)
    return reaches and (not wider.fewer_than or 0 < wave.fewer_than <= wider.fewer_than)


def always(policy: Policy, *, businesses: int) -> Sequence[WaveCircle]:
    """Find the waves that are called however many are ready, since their number is more than there are businesses."""
    return [wave.circle for wave in policy.waves if wave.fewer_than > businesses]
