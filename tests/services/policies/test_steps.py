"""The rules of a policy: what is planned for when, and what is taken when it is due."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from models.circles import WaveCircle
from models.incidents import ReminderKind, Severity
from services.policies import steps
from services.policies.steps import Turnout
from services.policies.terms import DEFAULTS, Policy, Quiet, Wave
from tests.network import TIME_ZONE

# Three in the morning in Việt Nam.
NIGHT = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)
POLICY = replace(DEFAULTS[Severity.LOW], reminders=(15, 60), waves=(Wave(WaveCircle.SECTOR, 30, 3),), raise_after=45)


def minutes(policy: Policy, *, since: datetime = NIGHT, severity: Severity = Severity.LOW) -> list[tuple[str, int]]:
    return [
        (step.kind, (step.at - since) // timedelta(minutes=1))
        for step in steps.planned(policy, severity=severity, since=since, time_zone=TIME_ZONE)
    ]


def test_steps_come_in_order_after_the_alert() -> None:
    assert minutes(POLICY) == [("remind", 15), ("wave", 30), ("raise", 45), ("remind", 60)]


def test_the_gravest_severity_is_not_planned_to_be_raised() -> None:
    assert ("raise", 45) not in minutes(POLICY, severity=Severity.CRITICAL)


def test_in_quiet_hours_the_minutes_stand_still_and_the_steps_keep_their_distance() -> None:
    quiet = replace(POLICY, quiet=Quiet(22 * 60, 3 * 60 + 50))

    assert minutes(quiet) == [("remind", 65), ("wave", 80), ("raise", 95), ("remind", 110)]
    # Ten minutes before the quiet hours of the next night, which are not three.
    before = datetime(2026, 11, 20, 21, 50, tzinfo=TIME_ZONE)
    night = 5 * 60 + 50
    assert minutes(replace(quiet, reminders=(5, 10, 11)), since=before) == [
        ("remind", 5),
        ("remind", night + 10),
        ("remind", night + 11),
        ("wave", night + 30),
        ("raise", night + 45),
    ]


@pytest.mark.parametrize(("hour", "waits"), [(21, 1), (22, 8 * 60 + 1), (23, 7 * 60 + 1), (5, 61), (6, 1)])
def test_quiet_hours_pass_midnight(hour: int, waits: int) -> None:
    at = datetime(2026, 11, 20, hour, 0, tzinfo=TIME_ZONE)

    late = steps.after(1, since=at, quiet=Quiet(22 * 60, 6 * 60), time_zone=TIME_ZONE)

    assert late - at == timedelta(minutes=waits)


def test_nothing_comes_later_than_the_longest_of_a_policy() -> None:
    quiet = replace(POLICY, quiet=Quiet(60, 0), reminders=(100,))

    latest = max(at for hour in range(24) for _, at in minutes(quiet, since=NIGHT + timedelta(hours=hour)))

    # An hour of each day counts: a hundred minutes take three nights at worst.
    assert 2 * 23 * 60 + 100 <= latest <= quiet.longest <= 3 * 23 * 60 + 100


def test_a_channel_that_is_not_there_is_not_planned() -> None:
    assert minutes(replace(POLICY, waves=(Wave(WaveCircle.OTHER_CHANNEL, 5),), reminders=(), raise_after=None)) == []


@pytest.mark.parametrize(
    ("kind", "turnout", "taken"),
    [
        (ReminderKind.REMIND, Turnout(answered=9, ready=9), True),
        (ReminderKind.WAVE, Turnout(answered=9, ready=2), True),
        (ReminderKind.WAVE, Turnout(answered=9, ready=3), False),
        (ReminderKind.WAVE, Turnout(answered=9, ready=9, counts_people=True), True),
        (ReminderKind.RAISE, Turnout(), True),
        (ReminderKind.RAISE, Turnout(answered=1), False),
    ],
)
def test_an_answer_stops_no_reminder_and_enough_ready_businesses_stop_a_wave(
    kind: ReminderKind, turnout: Turnout, taken: bool
) -> None:
    assert steps.is_taken(kind, fewer_than=3, turnout=turnout) is taken


@pytest.mark.parametrize("kind", ReminderKind)
def test_the_headcount_that_is_wanted_stops_everything(kind: ReminderKind) -> None:
    assert not steps.is_taken(kind, fewer_than=3, turnout=Turnout(counts_people=True, enough=True))


def test_a_wave_without_a_number_is_called_however_many_are_ready() -> None:
    assert steps.is_taken(ReminderKind.WIDEN, fewer_than=0, turnout=Turnout(answered=50, ready=50))


def test_above_the_gravest_severity_there_is_none() -> None:
    assert [steps.graver(one) for one in Severity] == [Severity.MEDIUM, Severity.SERIOUS, Severity.CRITICAL, None]
