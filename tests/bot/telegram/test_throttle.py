"""The pace of sending never passes Telegram's limits, and always goes on."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.throttle import Limits, Throttle
from bot.telegram.window import Rate

BEGIN = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
ZERO = timedelta(0)
GROUP = -100_500
FREE = Rate(1_000_000, SECOND, burst=1_000_000)
PAUSES = st.lists(st.floats(0, 3, allow_nan=False), min_size=1, max_size=120)


def after(**duration: float) -> datetime:
    return BEGIN + timedelta(**duration)


def most_in_a_window(moments: Sequence[datetime], length: timedelta) -> int:
    """Count the messages of the fullest window, which begins with a message."""
    return max(sum(1 for other in moments if begin <= other < begin + length) for begin in moments)


def send_patiently(throttle: Throttle, chats: Sequence[int], pauses: Sequence[float]) -> list[datetime]:
    """Send one message after another, each when its time has come; return the moments."""
    now, moments = BEGIN, []
    for place, pause in enumerate(pauses):
        chat = chats[place % len(chats)]
        now += timedelta(seconds=pause)
        now += max(throttle.wait(now), throttle.wait_for_chat(chat, now))
        assert max(throttle.wait(now), throttle.wait_for_chat(chat, now)) == ZERO
        throttle.take(chat, now)
        moments.append(now)
    return moments


@given(PAUSES)
def test_never_more_than_the_limit_in_any_second(pauses: Sequence[float]) -> None:
    limits = Limits(overall=Rate(10, SECOND), chat=FREE)

    moments = send_patiently(Throttle(limits), range(1, 50), [pause / 20 for pause in pauses])

    assert most_in_a_window(moments, SECOND) <= 10


@given(PAUSES, st.integers(1, 10))
def test_a_burst_adds_nothing_to_what_a_second_holds(pauses: Sequence[float], burst: int) -> None:
    limits = Limits(overall=Rate(10, SECOND, burst=burst), chat=FREE)

    moments = send_patiently(Throttle(limits), range(1, 50), [pause / 20 for pause in pauses])

    assert most_in_a_window(moments, SECOND) <= 10


@given(PAUSES, st.lists(st.floats(0, 0.024), min_size=200, max_size=200))
def test_what_was_a_little_longer_on_its_way_fills_no_second(pauses: Sequence[float], delays: Sequence[float]) -> None:
    throttle = Throttle(Limits(overall=Rate(10, SECOND, burst=3), chat=FREE))

    moments = send_patiently(throttle, range(1, 50), [pause / 20 for pause in pauses])

    arrived = [at + timedelta(seconds=delay) for at, delay in zip(moments, delays, strict=False)]
    assert most_in_a_window(sorted(arrived), SECOND) <= 10


@given(st.lists(st.tuples(st.floats(0, 0.2), st.booleans()), min_size=1, max_size=150))
def test_words_and_broadcasts_together_fill_no_second(acts: Sequence[tuple[float, bool]]) -> None:
    throttle = Throttle(Limits(overall=Rate(10, SECOND, burst=3), chat=FREE))
    now, moments = BEGIN, []
    for chat, (pause, is_word) in enumerate(acts):
        now += timedelta(seconds=pause)
        if is_word:
            moments.append(now + throttle.take_for_words(chat, now))
            continue
        now += throttle.wait(now)
        throttle.take(chat, now)
        moments.append(now)

    assert most_in_a_window(moments, SECOND) <= 10


@given(PAUSES)
def test_one_chat_gets_one_message_a_second(pauses: Sequence[float]) -> None:
    limits = Limits(overall=None, chat=Rate(1, SECOND))

    moments = send_patiently(Throttle(limits), [7], pauses)

    assert most_in_a_window(moments, SECOND) == 1


@given(PAUSES)
def test_a_group_gets_twenty_messages_a_minute(pauses: Sequence[float]) -> None:
    throttle = Throttle(Limits(overall=None))

    moments = send_patiently(throttle, [GROUP], pauses)

    assert most_in_a_window(moments, MINUTE) <= 20


def test_the_limit_is_used_up_and_not_merely_kept() -> None:
    throttle = Throttle(Limits(overall=Rate(30, SECOND), chat=FREE))

    moments = send_patiently(throttle, range(1, 400), [0.0] * 301)

    assert moments[-1] - moments[0] <= timedelta(seconds=10 / 0.97)


def test_one_chat_does_not_wait_for_another() -> None:
    throttle = Throttle(Limits(overall=None, chat=Rate(1, SECOND)))
    throttle.take(1, BEGIN)

    assert SECOND <= throttle.wait_for_chat(1, BEGIN) <= timedelta(seconds=1.03)
    assert throttle.wait_for_chat(2, BEGIN) == ZERO


def test_a_short_burst_to_one_chat_passes() -> None:
    throttle = Throttle()

    throttle.take(1, BEGIN)
    assert throttle.wait_for_chat(1, BEGIN) == ZERO
    throttle.take(1, BEGIN)

    assert SECOND <= throttle.wait_for_chat(1, BEGIN) <= timedelta(seconds=1.03)
    assert throttle.wait_for_chat(1, after(seconds=2)) == ZERO


def test_words_to_who_acts_come_before_the_broadcast_and_take_its_room() -> None:
    throttle = Throttle(Limits(overall=Rate(10, SECOND), chat=FREE))
    send_patiently(throttle, range(1, 50), [0.0] * 10)
    now = after(seconds=0.95)

    wait = throttle.take_for_words(1, now)

    assert wait <= timedelta(seconds=0.08)
    assert throttle.wait(now) > wait


def test_words_wait_for_a_place_no_longer_than_a_second() -> None:
    throttle = Throttle(Limits(overall=Rate(10, SECOND), chat=FREE))

    waits = [throttle.take_for_words(1, BEGIN) for _ in range(25)]

    assert waits[:10] == [ZERO] * 10
    assert max(waits) == SECOND


def test_words_said_directly_count() -> None:
    throttle = Throttle(Limits(overall=Rate(10, SECOND), chat=Rate(1, SECOND)))

    for _ in range(5):
        assert throttle.take_for_words(1, BEGIN) == ZERO

    assert throttle.wait(BEGIN) == timedelta(seconds=0.5)
    assert throttle.wait_for_chat(1, BEGIN) == timedelta(seconds=5)
    assert throttle.wait_for_chat(2, BEGIN) == ZERO


def test_silence_is_not_saved_up() -> None:
    throttle = Throttle(Limits(overall=Rate(10, SECOND), chat=FREE))
    throttle.take(1, BEGIN)

    moments = send_patiently(throttle, range(1, 50), [3600.0] + [0.0] * 15)

    assert most_in_a_window(moments, SECOND) <= 10


@pytest.mark.parametrize("sent_at", [BEGIN, BEGIN + timedelta(hours=7), BEGIN - timedelta(seconds=1)])
def test_what_an_earlier_run_sent_holds_nobody_up_longer_than_its_period(sent_at: datetime) -> None:
    throttle = Throttle()

    throttle.recall([*((chat, sent_at) for chat in range(1, 3000)), *((-5, sent_at) for _ in range(100))], BEGIN)

    assert throttle.wait(BEGIN) <= timedelta(seconds=1.03)
    assert throttle.wait_for_chat(1, BEGIN) <= timedelta(seconds=1.03)
    assert throttle.wait_for_chat(-5, BEGIN) <= timedelta(minutes=1, seconds=0.03)


def test_what_an_earlier_run_sent_a_moment_ago_is_counted() -> None:
    throttle = Throttle()

    throttle.recall([(chat, BEGIN) for chat in range(30)], BEGIN)

    assert throttle.wait(BEGIN) > timedelta(seconds=0.8)
    assert throttle.wait(after(seconds=1.03)) == ZERO


def test_a_refused_chat_rests_alone() -> None:
    throttle = Throttle()

    assert not throttle.refused(1, BEGIN, after(seconds=35))
    assert not throttle.refused(1, after(seconds=1), after(seconds=40))

    assert throttle.wait_for_chat(1, after(seconds=1)) == timedelta(seconds=39)
    assert throttle.wait_for_chat(2, after(seconds=1)) == throttle.wait(after(seconds=1)) == ZERO


def test_a_second_chat_refused_within_seconds_means_everybody() -> None:
    throttle = Throttle()
    throttle.refused(1, BEGIN, after(seconds=35))

    assert throttle.refused(2, after(seconds=4), after(seconds=39))

    assert throttle.wait(after(seconds=4)) == timedelta(seconds=35)


def test_a_second_chat_refused_much_later_rests_alone_too() -> None:
    throttle = Throttle()
    throttle.refused(1, BEGIN, after(seconds=35))

    assert not throttle.refused(2, after(seconds=30), after(seconds=65))

    assert throttle.wait(after(seconds=30)) == ZERO


def test_a_pause_stops_everybody_until_it_is_over() -> None:
    throttle = Throttle()
    throttle.pause(after(seconds=30))

    assert throttle.wait(BEGIN) == timedelta(seconds=30)
    assert throttle.wait(after(seconds=29)) == SECOND
    assert throttle.wait(after(seconds=30)) == ZERO
    assert throttle.wait(after(seconds=31)) == ZERO


def test_the_longer_of_two_pauses_holds() -> None:
    throttle = Throttle(Limits(overall=None))

    throttle.pause(after(seconds=30))
    throttle.pause(after(seconds=5))

    assert throttle.wait(BEGIN) == timedelta(seconds=30)


def test_without_a_limit_over_all_only_a_pause_is_waited_for() -> None:
    throttle = Throttle(Limits(overall=None))

    for chat in range(1, 1000):
        throttle.take(chat, BEGIN)

    assert throttle.wait(BEGIN) == ZERO


def test_chats_that_may_be_written_to_again_are_forgotten() -> None:
    throttle = Throttle(Limits(overall=None, chat=Rate(1, SECOND)))

    for chat in range(1, 10_001):
        throttle.take(chat, BEGIN)
    throttle.take(20_000, after(seconds=2))
    throttle.take(20_000, after(seconds=2))

    assert throttle.wait_for_chat(1, after(seconds=2)) == ZERO
    assert throttle.wait_for_chat(20_000, after(seconds=2)) == timedelta(seconds=2)
    assert len(throttle._chats) == 1
