"""Since when something is so, in the words of those who have just seen it, on Saturday 21 November 2026, 15:00."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from services.ground.refusals import Refusal
from services.notation.moments import NoSuchDate
from services.notation.past import BeginningNotRead, HourMissing, HourOrDay, WhichHour, read_past

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 21, 15, 0, tzinfo=VIETNAM)
NIGHT = datetime(2026, 11, 21, 0, 40, tzinfo=VIETNAM)


def past(text: str, now: datetime = NOW) -> str:
    """Read since when, and write it in Vietnamese time."""
    moment = read_past(text, now=now, time_zone=VIETNAM)
    return f"{moment.astimezone(VIETNAM):%d/%m %H:%M}" if moment else ""


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("đêm qua", "20/11 22:00"),
        ("dem qua", "20/11 22:00"),
        ("từ đêm hôm qua", "20/11 22:00"),
        ("tối qua 23h", "20/11 23:00"),
        ("tối qua", "20/11 18:00"),
        ("2h đêm qua", "21/11 02:00"),
        ("nửa đêm qua", "21/11 00:00"),
        ("hôm kia 9h", "19/11 09:00"),
        ("9h hôm kia", "19/11 09:00"),
        ("sáng hôm kia", "19/11 06:00"),
        ("the day before yesterday 9:00", "19/11 09:00"),
        ("14.30", "21/11 14:30"),
        ("14.00", "21/11 14:00"),
        ("14.30 hôm qua", "20/11 14:30"),
        ("sáng nay", "21/11 06:00"),
        ("rạng sáng nay", "21/11 04:00"),
        ("8h sáng nay", "21/11 08:00"),
        ("this morning", "21/11 06:00"),
        ("last night", "20/11 18:00"),
        ("vừa xong", "21/11 15:00"),
        ("Vừa mới thấy!", "21/11 15:00"),
        ("bây giờ", "21/11 15:00"),
        ("bảy giờ", "21/11 07:00"),
        ("cách đây 20 phút", "21/11 14:40"),
        ("20 phút", "21/11 14:40"),
        ("được 20p rồi", "21/11 14:40"),
        ("hơn 1 tiếng", "21/11 14:00"),
        ("nửa tiếng nay", "21/11 14:30"),
        ("hồi 9h", "21/11 09:00"),
        ("tầm 9h30", "21/11 09:30"),
        ("20h", "20/11 20:00"),
        ("0h", "21/11 00:00"),
        ("24h", "21/11 00:00"),
        ("20h 18/11", "18/11 20:00"),
    ],
)
def test_what_people_say_of_the_past_is_read(written: str, moment: str) -> None:
    assert past(written) == moment


@pytest.mark.parametrize(
    ("written", "moment"), [("đêm nay", "20/11 22:00"), ("tối nay", "20/11 18:00"), ("lúc 2h", "20/11 02:00")]
)
def test_after_midnight_the_night_is_the_one_that_goes_on(written: str, moment: str) -> None:
    assert past(written, NIGHT) == moment


def test_the_night_ends_at_six() -> None:
    assert past("đêm nay", datetime(2026, 11, 21, 5, 59, tzinfo=VIETNAM)) == "20/11 22:00"
    assert past("đêm nay", datetime(2026, 11, 21, 6, 0, tzinfo=VIETNAM)) == ""


@pytest.mark.parametrize("written", ["chiều mai", "đêm nay", "16h hôm nay", "20h 30/11"])
def test_what_is_to_come_has_not_begun(written: str) -> None:
    assert past(written) == ""


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("hôm qua", HourMissing),
        ("hôm kia", HourMissing),
        ("thứ hai", HourMissing),
        ("18/11", HourMissing),
        ("lúc nãy", HourMissing),
        ("9.05", HourOrDay),
        ("2h", WhichHour),
        ("lúc 2 giờ", WhichHour),
        ("mất sóng", BeginningNotRead),
        ("tuần trước", BeginningNotRead),
        ("sang năm nhé", BeginningNotRead),
        ("", BeginningNotRead),
        ("8h 31/11", NoSuchDate),
    ],
)
def test_what_is_left_open_is_asked_about(written: str, asked: type[Refusal]) -> None:
    with pytest.raises(asked) as refused:
        past(written)
    assert type(refused.value) is asked


def test_what_may_be_two_moments_is_asked_about_by_name() -> None:
    with pytest.raises(WhichHour) as hour:
        past("2h")
    with pytest.raises(HourOrDay) as day:
        past("9.05")
    assert hour.value.values == {"morning": "02:00", "afternoon": "14:00", "hours": 2}
    assert day.value.values == {"hour": "9h05", "day": "9/5"}
