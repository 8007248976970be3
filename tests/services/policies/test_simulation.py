"""A policy tried out: the time line of a night, and the steps that can never be reached."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from models.circles import WaveCircle
from models.incidents import Severity
from services.policies import simulation
from services.policies.simulation import Flag, Never, Scenario
from services.policies.terms import DEFAULTS, Policy, Wave
from tests.network import TIME_ZONE

NIGHT = datetime(2026, 11, 21, 3, 0, tzinfo=TIME_ZONE)
POLICY = replace(
    DEFAULTS[Severity.SERIOUS],
    reminders=(5, 15),
    waves=(Wave(WaveCircle.OFF_DUTY, 10), Wave(WaveCircle.SECTOR, 20, 6), Wave(WaveCircle.PROVINCE, 30, 6)),
    raise_after=25,
)


def line(policy: Policy, scenario: Scenario) -> list[tuple[int, str, bool]]:
    tried = simulation.tried(policy, scenario, severity=Severity.SERIOUS, since=NIGHT, time_zone=TIME_ZONE)
    return [((one.step.at - NIGHT) // timedelta(minutes=1), one.step.kind, one.taken) for one in tried]


def test_when_nobody_answers_everything_happens() -> None:
    assert line(POLICY, Scenario.SILENCE) == [
        (5, "remind", True),
        (10, "widen", True),
        (15, "remind", True),
        (20, "wave", True),
        (25, "raise", True),
        (30, "wave", True),
    ]


def test_when_some_answer_waves_stop_once_enough_are_ready() -> None:
    # Four of twenty are ready after ten minutes, and four of those whom the second wave called: eight by the third.
    assert line(POLICY, Scenario.SOME) == [
        (5, "remind", True),
        (10, "widen", True),
        (15, "remind", True),
        (20, "wave", True),
        (25, "raise", False),
        (30, "wave", False),
    ]


def test_a_wave_that_called_wider_leaves_nobody_for_a_later_one_and_is_not_said_to_do_both() -> None:
    policy = replace(
        POLICY, reminders=(), raise_after=None, waves=(Wave(WaveCircle.PROVINCE, 2), Wave(WaveCircle.NEIGHBOURS, 5))
    )
    *_, (_, _, taken) = line(policy, Scenario.SILENCE)

    assert not taken
    assert simulation.flags(policy, severity=Severity.SERIOUS) == [Flag(WaveCircle.NEIGHBOURS, Never.INSIDE_ANOTHER)]


def test_a_wave_may_still_come_where_the_wider_one_before_stops_sooner() -> None:
    waves = Wave(WaveCircle.PROVINCE, 12, 3), Wave(WaveCircle.NEIGHBOURS, 15, 5)
    policy = replace(POLICY, reminders=(), raise_after=None, waves=waves)

    assert line(policy, Scenario.SOME) == [(12, "wave", False), (15, "wave", True)]
    assert simulation.flags(policy, severity=Severity.SERIOUS) == []


@pytest.mark.parametrize(
    ("severity", "changed", "flags"),
    [
        (Severity.SERIOUS, POLICY, []),
        (
            Severity.SERIOUS,
            replace(POLICY, waves=(Wave(WaveCircle.PROVINCE, 10), Wave(WaveCircle.NEIGHBOURS, 20))),
            [Flag(WaveCircle.NEIGHBOURS, Never.INSIDE_ANOTHER)],
        ),
        (
            Severity.SERIOUS,
            replace(POLICY, waves=(Wave(WaveCircle.OTHER_CHANNEL, 10),)),
            [Flag(WaveCircle.OTHER_CHANNEL, Never.NO_CHANNEL)],
        ),
        (Severity.CRITICAL, POLICY, [Flag(None, Never.NOTHING_ABOVE)]),
    ],
)
def test_steps_that_can_never_be_reached_are_flagged(severity: Severity, changed: Policy, flags: list[Flag]) -> None:
    assert simulation.flags(changed, severity=severity) == flags
