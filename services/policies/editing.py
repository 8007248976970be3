"""Changing a policy: what coordinators type is read strictly, and what cannot be is told precisely."""

import re
from dataclasses import astuple, fields, replace
from datetime import datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from models.circles import WaveCircle
from models.incidents import Severity
from models.people import Person, Role
from models.policies import PolicyVersion
from services.duty.hours import read_spans
from services.duty.watchers import MINUTES
from services.ground.refusals import Refusal
from services.policies import versions
from services.policies.terms import EscalationMinutes, Policy, Quiet, Wave

MOST_MINUTES, MOST_STEPS, MOST_READY = 1440, 4, 1000
# What of a policy is one number of minutes, and what is several of them.
NUMBERS = ("update_every", "command_silence", "stand_down_after", "task_spacing", "task_time")
REPORTS, ESCALATION = "reports", "escalation"
LONGEST_QUIET = 12 * 60
# What breaks through at night.
GRAVE = (Severity.SERIOUS, Severity.CRITICAL)
# An hour with its part of the day: "22h đêm", "8h tối", "6:00 sáng".
_PART_OF_DAY = re.compile(r"\b(\d{1,2})([:.hg]?\d{0,2})\s*(đêm|tối|sáng)(?!\w)", re.IGNORECASE)
NOON = 12
# A report climbs to those on duty, to all who coordinate, to the owners.
RUNGS = 3
# The waves that are proposed where a department has not thought of its own: minutes after the alert.
SUGGESTED = (
    WaveCircle.OFF_DUTY,
    WaveCircle.SECTOR,
    WaveCircle.NEIGHBOURS,
    WaveCircle.NEXT_NEIGHBOURS,
    WaveCircle.PROVINCE,
)
SUGGESTED_READY = 3


class MinutesUnreadable(Refusal):
    """What was typed is no whole number of minutes."""

    says_back = True


class MinutesRange(Refusal):
    """A number of minutes is not between 1 and `limit`."""

    says_back = True


class TooManyMinutes(Refusal):
    """There are more than `limit` numbers of minutes."""


class MinutesInOrder(Refusal):
    """The same minutes stand twice, or a later number is smaller."""

    says_back = True


class RungsMissing(Refusal):
    """There are not exactly `count` numbers of minutes, one for each rung of a report."""


class EscalationMinutesMissing(Refusal):
    """There are not exactly `count` numbers of minutes, those of an escalation."""


class ReadyRange(Refusal):
    """The number of ready businesses is not between 0 and `limit`."""

    says_back = True


class QuietOneSpan(Refusal):
    """The quiet hours are not one span of at most `hours`."""


class NoQuietWhenGrave(Refusal):
    """What is serious or graver is urgent at any hour: its policy has no quiet hours."""


class PolicyChangedMeanwhile(Refusal):
    """Somebody saved another version since this change began."""


def read_minutes(said: str) -> int:
    """Read one number of minutes; raises MinutesUnreadable or MinutesRange."""
    numbers = _numbers(said)
    if len(numbers) != 1:
        raise MinutesUnreadable
    return numbers[0]


def read_several(said: str) -> tuple[int, ...]:
    """Read minutes one after the other, such as "5, 15"; raises what `read_minutes` does, or MinutesInOrder."""
    numbers = _numbers(said)
    if len(numbers) > MOST_STEPS:
        raise TooManyMinutes(limit=MOST_STEPS)
    if numbers != tuple(sorted(set(numbers))):
        raise MinutesInOrder
    return numbers


def _numbers(said: str) -> tuple[int, ...]:
    words = [word for word in re.split(r"[\s,;]+", said.strip()) if word]
    if not words or not all(word.isascii() and word.isdecimal() for word in words):
        raise MinutesUnreadable
    if any(len(word) > len(str(MOST_MINUTES)) for word in words):
        raise MinutesRange(limit=MOST_MINUTES)
    numbers = tuple(int(word) for word in words)
    if not all(1 <= number <= MOST_MINUTES for number in numbers):
        raise MinutesRange(limit=MOST_MINUTES)
    return numbers


def read_wave(circle: WaveCircle, said: str) -> Wave:
    """Read a wave: minutes, and perhaps a number of ready businesses, such as "20" or "20 3"."""
    after, _, ready = said.strip().replace(",", " ").partition(" ")
    minutes, ready = read_minutes(after), ready.strip()
    if not ready:
        return Wave(circle, minutes)
    if not (ready.isascii() and ready.isdecimal()):
        raise MinutesUnreadable
    if len(ready) > len(str(MOST_READY)) or int(ready) > MOST_READY:
        raise ReadyRange(limit=MOST_READY)
    return Wave(circle, minutes, int(ready))


def check_quiet(severity: Severity) -> None:
    """Raise NoQuietWhenGrave where a severity has no quiet hours: nobody is asked for what is refused afterwards."""
    if severity in GRAVE:
        raise NoQuietWhenGrave


def read_quiet(said: str, *, severity: Severity) -> Quiet:
    """Read quiet hours such as "22:00-6:00" or "22h đến 6h sáng".

    Raises NoQuietWhenGrave, QuietOneSpan or what hours of duty do.
    """
    check_quiet(severity)
    spans = read_spans(_PART_OF_DAY.sub(_of_whole_day, said))
    if len(spans) != 1 or spans[0].ends - spans[0].begins > LONGEST_QUIET:
        raise QuietOneSpan(hours=LONGEST_QUIET // 60)
    return Quiet(spans[0].begins, spans[0].ends % MINUTES)


def _of_whole_day(found: re.Match[str]) -> str:
    """Write an hour of the evening as one of the whole day; midnight may be called twelve."""
    hour, rest, part = int(found[1]), found[2], found[3].lower()
    if part != "sáng" and hour == NOON:
        hour = 0
    elif part != "sáng" and NOON // 2 <= hour < NOON:
        hour += NOON
    return f"{hour}{rest}"


def said_of(policy: Policy, item: str) -> tuple[int, ...]:
    """Give the minutes that a policy says of an item of `NUMBERS`, of reports, or of an escalation."""
    if item == ESCALATION:
        return astuple(policy.escalation)
    return policy.reports if item == REPORTS else (getattr(policy, item),)


def _rungs(said: str) -> tuple[int, ...]:
    """Read after which minutes a report climbs, a number for each rung; raises RungsMissing and as `read_several`."""
    numbers = read_several(said)
    if len(numbers) != RUNGS:
        raise RungsMissing(count=RUNGS)
    return numbers


def _of_escalation(said: str) -> EscalationMinutes:
    """Read the three times of an escalation, in the order in which they pass; raises EscalationMinutesMissing."""
    numbers = _numbers(said)
    if len(numbers) != len(fields(EscalationMinutes)):
        raise EscalationMinutesMissing(count=len(fields(EscalationMinutes)))
    return EscalationMinutes(*numbers)


def with_number(policy: Policy, item: str, said: str) -> Policy:
    """Give a policy with another of its single numbers of minutes, or with other steps of reports or an escalation."""
    if item == ESCALATION:
        return replace(policy, escalation=_of_escalation(said))
    if item == REPORTS:
        return replace(policy, reports=_rungs(said))
    changed: dict[str, Any] = {item: read_minutes(said)}
    return replace(policy, **changed)


def with_wave(policy: Policy, wave: Wave) -> Policy:
    """Give a policy with a wave in the place of the one of its circle."""
    others = without_wave(policy, wave.circle).waves
    return replace(policy, waves=tuple(sorted((*others, wave), key=lambda one: one.after)))


def without_wave(policy: Policy, circle: WaveCircle) -> Policy:
    """Give a policy without the wave of a circle."""
    return replace(policy, waves=tuple(one for one in policy.waves if one.circle is not circle))


def with_suggested_waves(policy: Policy) -> Policy:
    """Give a policy with the waves that are proposed: one after the other, each as long as those off duty wait."""
    apart = next((one.after for one in policy.waves if one.circle is WaveCircle.OFF_DUTY), 10)
    waves = [
        Wave(circle, apart * place, 0 if circle is WaveCircle.OFF_DUTY else SUGGESTED_READY)
        for place, circle in enumerate(SUGGESTED, start=1)
    ]
    return replace(policy, waves=tuple(waves))


def toggled(policy: Policy, role: Role) -> Policy:
    """Give a policy that lets those of a role know, or no longer does."""
    told = [one for one in policy.told if one is not role]
    return replace(policy, told=tuple(told) if role in policy.told else (*told, role))


async def save(
    session: AsyncSession, *, severity: Severity, policy: Policy, after: int, by: Person, now: datetime
) -> PolicyVersion | None:
    """Store a policy as the version that follows number `after`; None where nothing is new.

    Raises PolicyChangedMeanwhile.
    """
    if await number(session, severity=severity) != after:
        raise PolicyChangedMeanwhile
    return await versions.change(session, severity=severity, policy=policy, by=by, now=now)


async def number(session: AsyncSession, *, severity: Severity) -> int:
    """Tell the number of the version that holds now, 0 where there is none yet."""
    newest = await versions.newest(session, severity=severity)
    return newest.number if newest else 0
