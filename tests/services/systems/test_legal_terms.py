"""Terms of law are counted in hours, or in working days that skip weekends and holidays, as dated data says."""

from datetime import UTC, date, datetime, timedelta

import pytest

from services.systems import legal
from services.systems.legal import LegalRule, RunsFrom
from tests.network import TIME_ZONE

FRIDAY = datetime(2026, 8, 28, 3, 0, tzinfo=UTC)


def rule(*, hours: int | None = None, working_days: int | None = None) -> LegalRule:
    return LegalRule("made-up", (), RunsFrom.FOUND, 1, "", True, hours=hours, working_days=working_days)


@pytest.mark.parametrize(("hours", "until"), [(0, FRIDAY), (24, FRIDAY + timedelta(days=1))])
def test_hours_run_through_the_weekend(hours: int, until: datetime) -> None:
    assert rule(hours=hours).due(FRIDAY, TIME_ZONE) == until


def test_working_days_skip_the_weekend_and_the_national_day_and_last_to_the_end_of_the_day() -> None:
    # The Monday before 1 and 2 September 2026 is off, a Saturday is worked for it.
    due = rule(working_days=5).due(FRIDAY, TIME_ZONE).astimezone(TIME_ZONE)

    assert (due.date(), f"{due:%H:%M}") == (date(2026, 9, 9), "23:59")


@pytest.mark.parametrize(("day", "name"), [(date(2026, 6, 30), "2017"), (date(2026, 7, 1), "2026")])
def test_the_profile_of_a_day_is_the_one_in_force(day: date, name: str) -> None:
    at = datetime.combine(day, datetime.min.time(), tzinfo=TIME_ZONE)

    assert legal.in_force(at, TIME_ZONE).name == name


def test_each_rule_has_one_way_to_count_and_the_yearly_reports_have_their_days() -> None:
    for rules in legal.rule_sets():
        for one in rules.rules:
            assert (one.hours is None) != (one.working_days is None), (rules.name, one.word)
    days = {rules.name: [one.days for one in rules.periodic] for rules in legal.rule_sets()}
    assert days == {"2017": [((6, 20), (12, 15))], "2026": [((12, 20),), ((12, 25),)]}
