"""The pace of sending never passes Telegram's limits, and always goes on."""

import heapq
from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.telegram.throttle import Limits, Throttle
from bot.telegram.window import Rate, Window

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
        throttle.arrive(throttle.depart(chat, now), now)
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


@given(st.lists(st.tuples(st.floats(0, 0.2), st.booleans()), min_size=1, max_size=150))
def test_words_and_broadcasts_together_fill_no_second(acts: Sequence[tuple[float, bool]]) -> None:
    throttle = Throttle(Limits(overall=Rate(10, SECOND, burst=3), chat=FREE))
    now, moments = BEGIN, []
    for chat, (pause, is_word) in enumerate(acts):
        now += timedelta(seconds=pause)
        if is_word:
            wait, number = throttle.depart_for_words(chat, now)
            moments.append(now + wait)
        else:
            now += throttle.wait(now)
            number = throttle.depart(chat, now)
            moments.append(now)
        throttle.arrive(number, moments[-1])

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
    throttle.depart(1, BEGIN)

    assert SECOND <= throttle.wait_for_chat(1, BEGIN) <= timedelta(seconds=1.03)
    assert throttle.wait_for_chat(2, BEGIN) == ZERO


def test_a_short_burst_to_one_chat_passes() -> None:
    throttle = Throttle()

    throttle.depart(1, BEGIN)
    assert throttle.wait_for_chat(1, BEGIN) == ZERO
    throttle.depart(1, BEGIN)

    assert SECOND <= throttle.wait_for_chat(1, BEGIN) <= timedelta(seconds=1.03)
    assert throttle.wait_for_chat(1, after(seconds=2)) == ZERO


def test_words_to_who_acts_come_before_the_broadcast_and_take_its_room() -> None:
    throttle = Throttle(Limits(overall=Rate(10, SECOND), chat=FREE))
    send_patiently(throttle, range(1, 50), [0.0] * 10)
    now = after(seconds=0.95)

    wait, _ = throttle.depart_for_words(1, now)

    assert wait <= timedelta(seconds=0.08)
    assert throttle.wait(now) > wait


def test_words_wait_for_a_place_no_longer_than_a_second() -> None:
    throttle = Throttle(Limits(overall=Rate(10, SECOND), chat=FREE))

    waits = [throttle.depart_for_words(1, BEGIN)[0] for _ in range(25)]

    assert waits[:10] == [ZERO] * 10
    assert max(waits) == SECOND


def test_words_said_directly_count() -> None:
    throttle = Throttle(Limits(overall=Rate(10, SECOND), chat=Rate(1, SECOND)))

    for _ in range(5):
        assert throttle.depart_for_words(1, BEGIN)[0] == ZERO

    assert throttle.wait(BEGIN) == timedelta(seconds=0.5)
    assert throttle.wait_for_chat(1, BEGIN) == timedelta(seconds=5)
    assert throttle.wait_for_chat(2, BEGIN) == ZERO


def test_silence_is_not_saved_up() -> None:
    throttle = Throttle(Limits(overall=Rate(10, SECOND), chat=FREE))
    throttle.arrive(throttle.depart(1, BEGIN), BEGIN)

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


@pytest.mark.parametrize(("seconds", "everybody"), [(5, True), (5.1, False), (-5, True), (-5.1, False)])
def test_two_chats_refused_within_five_seconds_mean_everybody(seconds: float, everybody: bool) -> None:
    throttle = Throttle()
    throttle.refused(1, BEGIN, after(seconds=35))

    assert throttle.refused(2, after(seconds=seconds), after(seconds=60)) is everybody


def test_a_refused_chat_rests_as_long_as_the_longer_of_two_refusals() -> None:
    throttle = Throttle()
    throttle.refused(1, BEGIN, after(seconds=35))

    throttle.refused(1, after(seconds=1), after(seconds=10))

    assert throttle.wait_for_chat(1, BEGIN) == timedelta(seconds=35)


def test_a_rest_that_is_over_is_forgotten() -> None:
    throttle = Throttle()
    throttle.refused(1, BEGIN, after(seconds=5))

    throttle.refused(2, after(seconds=20), after(seconds=30))

    assert throttle._resting == {2: after(seconds=30)}
    assert throttle.wait_for_chat(1, after(seconds=20)) == ZERO


def test_half_a_second_holds_half_of_what_a_second_does() -> None:
    assert Throttle().in_half_a_second == 15
    assert Throttle(Limits(overall=None)).in_half_a_second == 1_000_000


def test_telegrams_limits_hold_unless_others_are_named() -> None:
    second = send_patiently(Throttle(), range(1, 100), [0.0] * 60)
    one_chat = send_patiently(Throttle(), [7], [0.0] * 10)
    one_group = send_patiently(Throttle(), [GROUP], [0.0] * 60)

    assert most_in_a_window(second, SECOND) == 30
    assert most_in_a_window(one_chat, timedelta(seconds=10)) in {10, 11}
    assert most_in_a_window(one_group, MINUTE) == 20


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
        throttle.depart(chat, BEGIN)

    assert throttle.wait(BEGIN) == ZERO


def test_chats_that_may_be_written_to_again_are_forgotten() -> None:
    throttle = Throttle(Limits(overall=None, chat=Rate(1, SECOND)))

    for chat in range(1, 10_001):
        throttle.depart(chat, BEGIN)
    throttle.depart(20_000, after(seconds=2))
    throttle.depart(20_000, after(seconds=2))

    assert throttle.wait_for_chat(1, after(seconds=2)) == ZERO
    assert throttle.wait_for_chat(20_000, after(seconds=2)) == timedelta(seconds=2)
    assert len(throttle._chats) == 1


class Telegram:
    """Counts each message at some moment of its way, as a model; nothing of the program's knows which."""

    def __init__(self) -> None:
        self.counted: list[datetime] = []
        self.answers: list[tuple[datetime, int]] = []

    def take(self, number: int, at: datetime, way: tuple[float, float]) -> None:
        there, back = way
        self.counted.append(at + timedelta(seconds=there))
        heapq.heappush(self.answers, (at + timedelta(seconds=there + back), number))


def send_over_a_network(
    throttle: Throttle, ways: Iterable[tuple[float, float, float]], words: Container[int] = ()
) -> list[datetime]:
    """Send as fast as the throttle lets, each message over a way there and back; the loop stalls before some of them.

    Return when each was counted, in order.
    """
    now, telegram = BEGIN, Telegram()

    def pass_to(until: datetime) -> None:
        while telegram.answers and telegram.answers[0][0] <= until:
            _, number = heapq.heappop(telegram.answers)
            # What came during a stall is heard of after it.
            throttle.arrive(number, until)

    for chat, (stall, there, back) in enumerate(ways):
        now += timedelta(seconds=stall)
        pass_to(now)
        if chat in words:
            wait, number = throttle.depart_for_words(chat, now)
            telegram.take(number, now + wait, (there, back))
            continue
        while wait := throttle.wait(now):
            next_answer = telegram.answers[0][0] if telegram.answers else now + wait
            now = max(now, min(now + wait, next_answer))
            pass_to(now)
        telegram.take(throttle.depart(chat, now), now, (there, back))
    return sorted(telegram.counted)


def most_in_a_second(moments: Sequence[datetime]) -> int:
    """Count the messages of the fullest second; `moments` are in order."""
    most, first = 0, 0
    for last, at in enumerate(moments):
        while at - moments[first] >= SECOND:
            first += 1
        most = max(most, last - first + 1)
    return most


def ways(chance: Random, *, there: float = 0.0, back: float = 0.0) -> Iterator[tuple[float, float, float]]:
    """Make up ways: now and then the loop stalls before one, and most take longer than the shortest."""
    for number in range(100):
        stall = chance.uniform(0, 2) if chance.random() < 0.1 else 0.0
        late, later = (0.0, 0.0) if number % 5 == 0 else (chance.uniform(0, 0.3), chance.uniform(0, 0.3))
        yield stall, there + late, back + later


@given(st.integers(), st.integers(1, 3))
@settings(max_examples=40, deadline=None)
def test_however_long_a_message_is_on_its_way_no_second_as_telegram_counts_holds_too_many(
    seed: int, burst: int
) -> None:
    throttle = Throttle(Limits(overall=Rate(10, SECOND, burst=burst), chat=FREE))

    assert most_in_a_second(send_over_a_network(throttle, ways(Random(seed)))) <= 10


@given(st.integers(), st.floats(0, 0.2), st.floats(0, 0.2))
@settings(max_examples=40, deadline=None)
def test_far_from_telegram_too_no_second_holds_too_many(seed: int, there: float, back: float) -> None:
    throttle = Throttle(Limits(overall=Rate(10, SECOND, burst=3), chat=FREE))

    assert most_in_a_second(send_over_a_network(throttle, ways(Random(seed), there=there, back=back))) <= 10


@given(st.integers(), st.sets(st.integers(0, 99), max_size=8))
@settings(max_examples=20, deadline=None)
def test_words_beside_a_broadcast_fill_no_second_either(seed: int, words: Container[int]) -> None:
    throttle = Throttle(Limits(overall=Rate(10, SECOND, burst=3), chat=FREE))
    near = ((0.0, there / 10, back / 10) for _, there, back in ways(Random(seed)))

    assert most_in_a_second(send_over_a_network(throttle, near, words)) <= 10


@pytest.mark.parametrize("rate", [30, 1_000])
@given(st.integers(), st.floats(0, 0.25))
@settings(max_examples=5, deadline=None)
def test_a_steady_network_however_far_lets_use_nearly_all_of_the_limit(rate: int, seed: int, far: float) -> None:
    chance = Random(seed)
    throttle = Throttle(Limits(overall=Rate(rate, SECOND, burst=max(1, rate // 10)), chat=FREE))
    steady = [(0.0, far / 2 + chance.uniform(0, 0.01), far / 2 + chance.uniform(0, 0.01)) for _ in range(rate * 8)]

    moments = send_over_a_network(throttle, steady)[rate * 5 :]

    assert most_in_a_second(moments) <= rate
    assert (len(moments) - 1) / ((moments[-1] - moments[0]) / SECOND) >= 0.97 * rate


@pytest.mark.parametrize("rate", [30, 1_000])
@pytest.mark.parametrize("seed", [1, 2])
def test_what_a_stall_now_and_then_left_unused_is_made_up_for(rate: int, seed: int) -> None:
    chance = Random(seed)
    throttle = Throttle(Limits(overall=Rate(rate, SECOND, burst=max(1, rate // 10)), chat=FREE))
    stalls = {int(rate * (start + chance.uniform(0, 3))) for start in (4, 8, 12, 16)}
    ways = [(0.2 if number in stalls else 0.0, 0.001, 0.001) for number in range(rate * 20)]

    moments = send_over_a_network(throttle, ways)[rate * 2 :]

    assert most_in_a_second(moments) <= rate
    assert (len(moments) - 1) / ((moments[-1] - moments[0]) / SECOND) >= 0.985 * rate


def test_a_broadcast_begins_evenly_so_that_words_find_room() -> None:
    throttle = Throttle(Limits(overall=Rate(10, SECOND, burst=2), chat=FREE))

    first = send_patiently(throttle, range(1, 50), [0.0] * 3)
    later = send_patiently(throttle, range(1, 50), [5.0] + [0.0] * 2)

    assert [moments[2] - moments[0] for moments in (first, later)] == [timedelta(seconds=0.1)] * 2


def test_words_that_wait_for_a_place_count_from_when_they_go() -> None:
    throttle = Throttle(Limits(overall=Rate(10, SECOND), chat=Rate(1, SECOND)))
    send_patiently(throttle, range(10, 20), [0.0] * 10)
    now = after(seconds=0.92)

    wait, _ = throttle.depart_for_words(1, now)

    assert wait > timedelta(seconds=0.05)
    assert throttle.wait_for_chat(1, now + wait + timedelta(seconds=0.95)) > ZERO


def test_a_place_is_free_a_period_and_a_tick_of_the_clock_after_its_answer() -> None:
    window = Window(Rate(1, SECOND))
    window.arrive(window.depart(BEGIN), BEGIN)

    assert window.room(after(seconds=1)) == timedelta(milliseconds=1)
    assert window.room(after(seconds=1.001)) == ZERO
