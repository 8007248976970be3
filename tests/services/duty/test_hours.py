"""Hours as people write them."""

import pytest

from services.duty.hours import DutyHoursUnclear, read_spans
from services.duty.watchers import Span


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("7:30-17:00", 450, 1020),
        ("07:30 – 17:00", 450, 1020),
        ("7h30 đến 17h", 450, 1020),
        ("7g30-17g", 450, 1020),
        ("từ 7 giờ 30 đến 17 giờ", 450, 1020),
        ("7-17", 420, 1020),
        ("7.30 - 17.00", 450, 1020),
        ("from 8:00 to 16:30", 480, 990),
        ("0:00-24:00", 0, 1440),
        ("18:00-24:00", 1080, 1440),
        ("18:00-0:00", 1080, 1440),
        ("22:00-06:00", 1320, 1800),
        ("22h-6h", 1320, 1800),
        ("0h01-0h", 1, 1440),
        ("CẢ NGÀY", 0, 1440),
        ("24/24", 0, 1440),
        ("24/7", 0, 1440),
        ("24/24/7", 0, 1440),
        ("suốt ngày đêm", 0, 1440),
        ("all day", 0, 1440),
    ],
)
def test_hours_are_read(text: str, begins: int, ends: int) -> None:
    assert read_spans(text) == (Span(begins, ends),)


@pytest.mark.parametrize(
    "text",
    [
        "7h30-11h30, 13h30-17h",
        "7:30-11:30;13:30-17:00",
        "7h30 - 11h30 và 13h30 - 17h",
        "từ 7 giờ 30 đến 11 giờ 30, và từ 13 giờ 30 đến 17 giờ",
        "13:30-17:00 & 7:30-11:30",
    ],
)
def test_a_break_at_noon_makes_two_spans_in_their_order(text: str) -> None:
    assert read_spans(text) == (Span(450, 690), Span(810, 1020))


def test_a_span_may_begin_with_the_minute_at_which_another_ends_and_the_last_one_run_past_midnight() -> None:
    assert read_spans("7h-11h, 11h-12h, 13h-17h, 22h-6h") == (
        Span(420, 660),
        Span(660, 720),
        Span(780, 1020),
        Span(1320, 1800),
    )


@pytest.mark.parametrize("text", ["nghỉ", "Nghi", "không trực", "không", "off", "-"])
def test_a_day_off_is_read(text: str) -> None:
    assert read_spans(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "7:30",
        "7:30-",
        "25:00-26:00",
        "7:60-8:00",
        "24:01-25:00",
        "24:00-6:00",
        "8:00-8:00",
        "sáng",
        "7:30-17:00 x",
        "7h-11h, 10h59-12h",
        "7h-11h,",
        "7h-11h, nghỉ",
        "1h-2h, 3h-4h, 5h-6h, 7h-8h, 9h-10h",
    ],
)
def test_what_no_day_has_is_refused(text: str) -> None:
    with pytest.raises(DutyHoursUnclear):
        read_spans(text)
