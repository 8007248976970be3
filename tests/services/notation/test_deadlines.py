"""A deadline that names a day alone ends when offices close."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from services.notation.deadlines import read_deadline
from services.notation.moments import DayPast

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
FIVE_PAST_SIX = datetime(2026, 11, 20, 18, 5, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("ngày mai", "21/11 17:00"),
        ("thứ hai", "23/11 17:00"),
        ("25/11", "25/11 17:00"),
        ("8h ngày mai", "21/11 08:00"),
        ("23h ngày 25/11", "25/11 23:00"),
        ("hôm nay", "20/11 23:59"),
    ],
)
def test_a_day_alone_lasts_until_offices_close_and_this_one_until_midnight_once_they_have(
    written: str, moment: str
) -> None:
    found = read_deadline(written, now=FIVE_PAST_SIX, time_zone=VIETNAM)

    assert f"{found.astimezone(VIETNAM):%d/%m %H:%M}" == moment


def test_a_day_that_is_over_is_refused() -> None:
    with pytest.raises(DayPast):
        read_deadline("19/11/2026", now=FIVE_PAST_SIX, time_zone=VIETNAM)
