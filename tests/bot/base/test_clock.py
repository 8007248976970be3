"""The bot's time never goes back, whatever happens to the machine's clock."""

from datetime import UTC, datetime, timedelta

from bot.base.clock import SystemClock

NOON = datetime(2028, 2, 29, 12, 0, tzinfo=UTC)


class Machine:
    """A machine's clock on the wall, which can be set, and its ticks, which cannot."""

    def __init__(self) -> None:
        self.wall = NOON
        self.ticks = 0.0
        self.clock = SystemClock(wall=lambda: self.wall, ticks=lambda: self.ticks)

    def run(self, seconds: float) -> datetime:
        """Let both run; return what the bot's clock says then."""
        self.wall += timedelta(seconds=seconds)
        self.ticks += seconds
        return self.clock.now()


def test_it_says_what_the_machine_says() -> None:
    machine = Machine()

    assert [machine.run(seconds) - NOON for seconds in (0, 1, 60)] == [timedelta(seconds=s) for s in (0, 1, 61)]


def test_set_back_it_goes_on_at_half_the_pace_until_both_agree() -> None:
    machine = Machine()
    machine.run(0)

    machine.wall -= timedelta(hours=1)

    assert machine.run(0) == NOON
    assert machine.run(60) == NOON + timedelta(seconds=30)
    assert machine.run(7140) == machine.wall == NOON + timedelta(hours=1)
    assert machine.run(1) == NOON + timedelta(hours=1, seconds=1)


def test_set_forward_it_follows_at_once() -> None:
    machine = Machine()
    machine.run(0)

    machine.wall += timedelta(days=1)

    assert machine.run(1) == NOON + timedelta(days=1, seconds=1)


def test_a_start_goes_on_where_the_last_run_was_when_the_clock_was_set_back_meanwhile() -> None:
    machine = Machine()

    machine.clock.go_on_from(NOON + timedelta(hours=1))

    assert machine.run(10) == NOON + timedelta(hours=1, seconds=5)


def test_a_last_run_far_in_the_future_had_the_wrong_time() -> None:
    machine = Machine()

    machine.clock.go_on_from(NOON + timedelta(days=1))

    assert machine.run(1) == NOON + timedelta(seconds=1)


def test_a_last_run_in_the_past_changes_nothing() -> None:
    machine = Machine()

    machine.clock.go_on_from(NOON - timedelta(days=1))

    assert machine.run(1) == NOON + timedelta(seconds=1)


def test_what_it_jumped_over_never_passed() -> None:
    machine = Machine()
    before = machine.run(0)
    machine.run(60)

    machine.wall += timedelta(minutes=15)
    after = machine.run(20)

    assert machine.clock.skipped_since(before) == timedelta(minutes=15)
    assert machine.clock.skipped_since(after) == timedelta(0)


def test_a_long_wait_is_no_jump() -> None:
    machine = Machine()
    before = machine.run(0)

    machine.run(3600)

    assert machine.clock.skipped_since(before) == timedelta(0)
