"""What coordinators type of a policy is read strictly; what cannot be is told, and changes nothing."""

from dataclasses import replace

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.circles import WaveCircle
from models.incidents import Severity
from services.duty.hours import DutyHoursUnclear
from services.ground.refusals import Refusal
from services.policies import editing, versions
from services.policies.editing import (
    EscalationMinutesMissing,
    MinutesInOrder,
    MinutesRange,
    MinutesUnreadable,
    PolicyChangedMeanwhile,
    QuietOneSpan,
    ReadyRange,
    RungsMissing,
    TooManyMinutes,
)
from services.policies.terms import DEFAULTS, EscalationMinutes, Quiet, Wave
from tests.network import MORNING, found_network

POLICY = DEFAULTS[Severity.SERIOUS]


@pytest.mark.parametrize(("said", "read"), [("5, 15", (5, 15)), ("5 15;60", (5, 15, 60)), ("1440", (1440,))])
def test_minutes_are_read_one_after_the_other(said: str, read: tuple[int, ...]) -> None:
    assert editing.read_several(said) == read


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ("", MinutesUnreadable),
        ("năm phút", MinutesUnreadable),
        ("-5", MinutesUnreadable),
        ("٥", MinutesUnreadable),
        ("0", MinutesRange),
        ("1441", MinutesRange),
        ("99999999999999999999", MinutesRange),
        ("15, 5", MinutesInOrder),
        ("5, 5", MinutesInOrder),
        ("1 2 3 4 5", TooManyMinutes),
    ],
)
def test_other_minutes_are_refused(said: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        editing.read_several(said)


@pytest.mark.parametrize(
    ("said", "wave"),
    [
        ("20", Wave(WaveCircle.SECTOR, 20)),
        (" 20  3 ", Wave(WaveCircle.SECTOR, 20, 3)),
        ("20, 0", Wave(WaveCircle.SECTOR, 20)),
    ],
)
def test_a_wave_is_minutes_and_perhaps_how_many_ready_are_enough(said: str, wave: Wave) -> None:
    assert editing.read_wave(WaveCircle.SECTOR, said) == wave


@pytest.mark.parametrize(
    ("said", "refusal"),
    [("x", MinutesUnreadable), ("20 x", MinutesUnreadable), ("20 1001", ReadyRange), ("0 3", MinutesRange)],
)
def test_another_wave_is_refused(said: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        editing.read_wave(WaveCircle.SECTOR, said)


def test_quiet_hours_are_one_span_that_may_pass_midnight() -> None:
    assert editing.read_quiet("22:00-6:00", severity=Severity.LOW) == Quiet(22 * 60, 6 * 60)
    assert editing.read_quiet("từ 22h đến 24h", severity=Severity.LOW) == Quiet(22 * 60, 0)
    for said in ("22h đến 6h sáng", "22h đêm - 6h sáng", "từ 22:00 tối đến 6:00 sáng", "10h tối đến 6h sáng"):
        assert editing.read_quiet(said, severity=Severity.LOW) == Quiet(22 * 60, 6 * 60)
    for severity in (Severity.SERIOUS, Severity.CRITICAL):
        with pytest.raises(editing.NoQuietWhenGrave):
            editing.read_quiet("22:00-6:00", severity=severity)
    for said in ("cả ngày", "20:00-8:01", "22-23, 1-2", "nghỉ"):
        with pytest.raises(QuietOneSpan):
            editing.read_quiet(said, severity=Severity.LOW)
    with pytest.raises(DutyHoursUnclear):
        editing.read_quiet("đêm", severity=Severity.LOW)


def test_a_report_climbs_by_a_number_for_each_rung() -> None:
    assert editing.with_number(POLICY, "reports", "1 2 30").reports == (1, 2, 30)
    for said in ("5, 10", "5, 10, 20, 40"):
        with pytest.raises(RungsMissing):
            editing.with_number(POLICY, "reports", said)
    assert editing.with_number(POLICY, "update_every", "45").update_every == 45


def test_an_escalation_has_three_times_in_the_order_in_which_they_pass() -> None:
    changed = editing.with_number(POLICY, "escalation", "5, 90, 15")

    assert changed.escalation == EscalationMinutes(answer=5, meeting=90, answer_on_site=15)
    assert editing.said_of(changed, "escalation") == (5, 90, 15)
    for said in ("5", "5 60", "5 60 20 10"):
        with pytest.raises(EscalationMinutesMissing):
            editing.with_number(POLICY, "escalation", said)


def test_a_circle_is_called_in_one_wave_and_waves_stand_in_their_order() -> None:
    changed = editing.with_wave(POLICY, Wave(WaveCircle.PROVINCE, 40))
    changed = editing.with_wave(changed, Wave(WaveCircle.SECTOR, 20))
    changed = editing.with_wave(changed, Wave(WaveCircle.PROVINCE, 5))

    assert [(one.circle, one.after) for one in changed.waves] == [("province", 5), ("off_duty", 10), ("sector", 20)]
    assert editing.without_wave(changed, WaveCircle.PROVINCE).waves == changed.waves[1:]


def test_the_waves_that_are_proposed_widen_one_after_the_other() -> None:
    proposed = editing.with_suggested_waves(DEFAULTS[Severity.CRITICAL]).waves

    assert [(one.circle, one.after, one.fewer_than) for one in proposed] == [
        ("off_duty", 6, 0),
        ("sector", 12, 3),
        ("neighbours", 18, 3),
        ("next_neighbours", 24, 3),
        ("province", 30, 3),
    ]


async def test_of_two_who_change_a_policy_the_second_is_told(session: AsyncSession) -> None:
    network = await found_network(session)
    first, second = replace(POLICY, reminders=(7,)), replace(POLICY, reminders=(9,))
    await editing.save(session, severity=Severity.SERIOUS, policy=first, after=0, by=network.coordinator, now=MORNING)

    with pytest.raises(PolicyChangedMeanwhile):
        await editing.save(
            session, severity=Severity.SERIOUS, policy=second, after=0, by=network.colleague, now=MORNING
        )

    assert await versions.current(session, severity=Severity.SERIOUS) == first
