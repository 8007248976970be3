"""Moments: every usual way of writing a time is read, seen from Saturday 21 November 2026, 15:00."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.notation.moments import (
    DayPast,
    MomentPast,
    MomentUnclear,
    NoSuchDate,
    WeekdayDiffers,
    YearUnclear,
    read_beginning,
    read_moment,
)

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 21, 15, 0, 20, tzinfo=VIETNAM)


def read(text: str, now: datetime = NOW) -> str:
    """Read a moment and write it in Vietnamese time."""
    return read_moment(text, now=now, time_zone=VIETNAM).astimezone(VIETNAM).strftime("%d/%m/%Y %H:%M:%S")


@pytest.mark.parametrize("written", ["17:30", "17h30", "17h 30", "17 giờ 30", "17 giờ 30 phút", "17g30", "17h30'"])
def test_a_time_to_come_today_is_today(written: str) -> None:
    assert read(written) == "21/11/2026 17:30:00"


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("16h", "21/11/2026 16:00:00"),
        ("16 giờ", "21/11/2026 16:00:00"),
        ("lúc 16:05", "21/11/2026 16:05:00"),
        ("trước 23h59", "21/11/2026 23:59:00"),
        ("17 giờ rưỡi", "21/11/2026 17:30:00"),
        ("5h chiều", "21/11/2026 17:00:00"),
        ("8h tối", "21/11/2026 20:00:00"),
        ("8h tối nay", "21/11/2026 20:00:00"),
        ("tối nay 8h30", "21/11/2026 20:30:00"),
        ("12h đêm", "22/11/2026 00:00:00"),
        ("5pm", "21/11/2026 17:00:00"),
        ("5:30 PM", "21/11/2026 17:30:00"),
        ("24:00", "22/11/2026 00:00:00"),
        ("24h", "22/11/2026 00:00:00"),
        ("0h", "22/11/2026 00:00:00"),
        ("0h đêm nay", "22/11/2026 00:00:00"),
        ("0h hôm nay", "22/11/2026 00:00:00"),
        ("sau 24h", "22/11/2026 15:00:20"),
        ("24 tiếng", "22/11/2026 15:00:20"),
        ("15:00", "21/11/2026 15:00:00"),
    ],
)
def test_times_of_today_are_read_with_their_part_of_the_day(written: str, moment: str) -> None:
    assert read(written) == moment


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("14:59", "22/11/2026 14:59:00"),
        ("14h", "22/11/2026 14:00:00"),
        ("8h", "22/11/2026 08:00:00"),
        ("02h", "22/11/2026 02:00:00"),
        ("lúc 2h", "22/11/2026 02:00:00"),
        ("2:00", "22/11/2026 02:00:00"),
        ("0h", "22/11/2026 00:00:00"),
        ("6h sáng", "22/11/2026 06:00:00"),
        ("12h trưa", "22/11/2026 12:00:00"),
        ("1h trưa", "22/11/2026 13:00:00"),
        ("2h đêm", "22/11/2026 02:00:00"),
        ("12am", "22/11/2026 00:00:00"),
    ],
)
def test_a_time_that_is_over_today_is_tomorrow(written: str, moment: str) -> None:
    assert read(written) == moment


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("30 phút", 30),
        ("30p", 30),
        ("30’", 30),
        ("khoảng 45 phút nữa", 45),
        ("nửa tiếng", 30),
        ("2 giờ", 120),
        ("2h", 120),
        ("2 tiếng", 120),
        ("2 gio nua", 120),
        ("sau 2 giờ", 120),
        ("1h30", 90),
        ("1 giờ 30 phút", 90),
        ("2 giờ rưỡi", 150),
        ("1,5 giờ", 90),
        ("trong 12 giờ", 12 * 60),
        ("trong vòng 24h", 24 * 60),
        ("8 giờ nữa", 8 * 60),
        ("72h", 72 * 60),
        ("1 ngày", 24 * 60),
        ("1 ngày rưỡi", 36 * 60),
        ("2 ngày 3 giờ", 51 * 60),
        ("1 tuần", 7 * 24 * 60),
        ("30 minutes", 30),
        ("2 hours", 120),
        ("in 1 hour 15 mins", 75),
        ("12 hours", 12 * 60),
        ("half an hour", 30),
        ("3 days", 3 * 24 * 60),
    ],
)
def test_a_length_of_time_counts_from_now(written: str, minutes: int) -> None:
    assert read_moment(written, now=NOW, time_zone=VIETNAM) == NOW + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("ngày mai 8h", "22/11/2026 08:00:00"),
        ("mai 8:00", "22/11/2026 08:00:00"),
        ("8:00 ngày mai", "22/11/2026 08:00:00"),
        ("8h sáng mai", "22/11/2026 08:00:00"),
        ("sáng mai lúc 8 giờ", "22/11/2026 08:00:00"),
        ("chiều mai 2h", "22/11/2026 14:00:00"),
        ("MAI 2H", "22/11/2026 02:00:00"),
        ("ngày kia 9h", "23/11/2026 09:00:00"),
        ("hôm nay 17h", "21/11/2026 17:00:00"),
        ("hom nay, 17:00", "21/11/2026 17:00:00"),
        ("tomorrow 8:00", "22/11/2026 08:00:00"),
        ("8:00 am tomorrow", "22/11/2026 08:00:00"),
        ("tomorrow at 2pm", "22/11/2026 14:00:00"),
        ("day after tomorrow 8:00", "23/11/2026 08:00:00"),
        ("today 17:00", "21/11/2026 17:00:00"),
    ],
)
def test_a_day_may_be_named(written: str, moment: str) -> None:
    assert read(written) == moment


@pytest.mark.parametrize(
    "written",
    [
        "17:00 25/11",
        "25/11 17:00",
        "25/11/2026 17:00",
        "25/11/26 17h",
        "17:00, 25/11/2026",
        "17h00 ngày 25/11/2026",
        "17 giờ ngày 25 tháng 11",
        "17 giờ 00 phút, ngày 25 tháng 11 năm 2026",
        "5h chiều 25/11",
        "chiều ngày 25/11 lúc 5 giờ",
        "25-11-2026 17:00",
        "25.11 17h",
        "25/11 - 17h",
        "2026-11-25 17:00",
        "before 17:00 on 25/11",
        "１７：００ ２５/１１",
    ],
)
def test_a_date_and_a_time_are_read_in_either_order(written: str) -> None:
    assert read(written) == "25/11/2026 17:00:00"


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("17:00 21/11", "21/11/2026 17:00:00"),
        ("17:00 20/5", "20/05/2027 17:00:00"),
        ("8h 2/1", "02/01/2027 08:00:00"),
        ("8h 29/2", "29/02/2028 08:00:00"),
        ("24:00 31/12", "01/01/2027 00:00:00"),
        ("0h 1/1/2027", "01/01/2027 00:00:00"),
    ],
)
def test_a_date_without_a_year_is_the_next_such_date(written: str, moment: str) -> None:
    assert read(written) == moment


def test_the_29th_of_february_is_found_across_a_century_without_one() -> None:
    assert read("8h 29/2", datetime(2097, 3, 1, tzinfo=VIETNAM)) == "29/02/2104 08:00:00"


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("8h thứ hai", "23/11/2026 08:00:00"),
        ("thứ 2 8h", "23/11/2026 08:00:00"),
        ("thu hai 8h", "23/11/2026 08:00:00"),
        ("8h30 sáng T2", "23/11/2026 08:30:00"),
        ("thứ 3 lúc 15h", "24/11/2026 15:00:00"),
        ("thứ tư 7 giờ", "25/11/2026 07:00:00"),
        ("tối thứ 5 lúc 8h", "26/11/2026 20:00:00"),
        ("20h30 thứ sáu", "27/11/2026 20:30:00"),
        ("thứ bảy 16h", "21/11/2026 16:00:00"),
        ("thứ bảy 14h", "28/11/2026 14:00:00"),
        ("CN 8h", "22/11/2026 08:00:00"),
        ("8h thứ hai tuần sau", "23/11/2026 08:00:00"),
        ("chủ nhật tuần sau 8h", "29/11/2026 08:00:00"),
        ("8h thứ tư tới", "25/11/2026 08:00:00"),
        ("monday 8:00", "23/11/2026 08:00:00"),
        ("on Tuesday at 2pm", "24/11/2026 14:00:00"),
        ("next friday 9am", "27/11/2026 09:00:00"),
        ("17:00, thứ tư 25/11/2026", "25/11/2026 17:00:00"),
        ("17h Wednesday 25/11", "25/11/2026 17:00:00"),
    ],
)
def test_a_weekday_is_the_next_such_day(written: str, moment: str) -> None:
    assert read(written) == moment


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("chủ nhật", "22/11/2026 23:59:00"),
        ("thứ bảy", "21/11/2026 23:59:00"),
        ("ngày mai", "22/11/2026 23:59:00"),
        ("ngày mốt", "23/11/2026 23:59:00"),
        ("ngày kia", "23/11/2026 23:59:00"),
        ("25/11", "25/11/2026 23:59:00"),
        ("hết ngày 25/11", "25/11/2026 23:59:00"),
        ("het ngay 25/11/2026", "25/11/2026 23:59:00"),
        ("hết ngày", "21/11/2026 23:59:00"),
        ("hết hôm nay", "21/11/2026 23:59:00"),
        ("hết ngày mai", "22/11/2026 23:59:00"),
        ("hết tuần", "22/11/2026 23:59:00"),
        ("hết thứ hai", "23/11/2026 23:59:00"),
        ("end of day", "21/11/2026 23:59:00"),
        ("by end of monday", "23/11/2026 23:59:00"),
        ("sáng mai", "22/11/2026 11:30:00"),
        ("trưa mai", "22/11/2026 12:00:00"),
        ("chiều nay", "21/11/2026 17:00:00"),
        ("tối nay", "21/11/2026 21:00:00"),
        ("sáng thứ 2", "23/11/2026 11:30:00"),
    ],
)
def test_a_day_or_a_part_of_one_without_an_hour_is_meant_until_it_ends(written: str, moment: str) -> None:
    assert read(written) == moment


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("0h30 đêm nay", "22/11/2026 00:30:00"),
        ("0h30 dem nay", "22/11/2026 00:30:00"),
        ("đêm nay lúc 1h", "22/11/2026 01:00:00"),
        ("12h30 tối nay", "22/11/2026 00:30:00"),
        ("23h đêm nay", "21/11/2026 23:00:00"),
        ("10h đêm nay", "21/11/2026 22:00:00"),
        ("nửa đêm nay", "22/11/2026 00:00:00"),
        ("1h đêm mai", "23/11/2026 01:00:00"),
        ("1h sáng mai", "22/11/2026 01:00:00"),
        ("10h trưa mai", "22/11/2026 10:00:00"),
        ("đêm mai", "22/11/2026 23:59:00"),
        ("rạng sáng mai 3h", "22/11/2026 03:00:00"),
        ("1h đêm 25/11", "25/11/2026 01:00:00"),
        ("8:30 tonight", "21/11/2026 20:30:00"),
    ],
)
def test_an_hour_after_midnight_belongs_to_the_night_that_begins_the_day_before(written: str, moment: str) -> None:
    assert read(written) == moment


def test_in_the_small_hours_this_night_is_the_one_that_is_under_way() -> None:
    small_hours = datetime(2026, 11, 21, 0, 10, tzinfo=VIETNAM)
    assert read("0h30 đêm nay", small_hours) == "21/11/2026 00:30:00"
    assert read("0h05 đêm nay", small_hours) == "22/11/2026 00:05:00"


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("ngày mốt 9h", "23/11/2026 09:00:00"),
        ("mốt 8h", "23/11/2026 08:00:00"),
        ("20 giờ 30", "21/11/2026 20:30:00"),
        ("8:30 tối", "21/11/2026 20:30:00"),
        ("tomorrow 8am", "22/11/2026 08:00:00"),
        ("8:30 in the evening tomorrow", "22/11/2026 20:30:00"),
        ("noon tomorrow", "22/11/2026 12:00:00"),
        ("tới 22h", "21/11/2026 22:00:00"),
        ("30p nữa", "21/11/2026 15:30:20"),
        ("2 tiếng nữa", "21/11/2026 17:00:20"),
        ("hai tiếng nữa", "21/11/2026 17:00:20"),
        ("trong 2 giờ tới", "21/11/2026 17:00:20"),
        ("10h tới", "22/11/2026 01:00:20"),
        ("in 30 minutes", "21/11/2026 15:30:20"),
    ],
)
def test_more_ways_of_saying_when_are_read(written: str, moment: str) -> None:
    assert read(written) == moment


@pytest.mark.parametrize(
    ("written", "past", "ahead", "whole"),
    [
        ("17:00 20/11", "20/11/2026", "20/11/2027", "17:00 20/11/2027"),
        ("1/6", "01/06/2026", "01/06/2027", "01/06/2027"),
        ("8h sáng 1 tháng 9", "01/09/2026", "01/09/2027", "08:00 01/09/2027"),
    ],
)
def test_a_date_that_may_be_past_is_asked_about(written: str, past: str, ahead: str, whole: str) -> None:
    with pytest.raises(YearUnclear) as refusal:
        read(written)
    assert refusal.value.values == {"past": past, "ahead": ahead, "whole": whole}
    hour = whole.removesuffix(ahead).strip() or "23:59"
    assert read(whole) == f"{ahead} {hour}:00"


def test_a_date_of_this_year_is_not_asked_about_however_far_it_is() -> None:
    assert read("17:00 20/11", datetime(2026, 1, 2, 8, tzinfo=VIETNAM)) == "20/11/2026 17:00:00"


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("3 ngày nữa", "24/11 17:00"),
        ("1 tuần nữa", "28/11 17:00"),
        ("thứ sáu", "27/11 17:00"),
        ("25/12", "25/12 17:00"),
        ("2 ngày 3 giờ nữa", "23/11 18:00"),
        ("3 giờ nữa", "21/11 18:00"),
        ("sáng thứ sáu", "27/11 11:30"),
        ("10h ngày 25/12", "25/12 10:00"),
    ],
)
def test_where_days_end_at_an_hour_a_day_without_one_is_meant_until_then(written: str, moment: str) -> None:
    found = read_moment(written, now=NOW, time_zone=VIETNAM, day_ends=time(17))
    assert f"{found.astimezone(VIETNAM):%d/%m %H:%M}" == moment


def began(text: str) -> str:
    """Read since when, and write it in Vietnamese time."""
    moment = read_beginning(text, now=NOW, time_zone=VIETNAM)
    return moment.astimezone(VIETNAM).strftime("%d/%m/%Y %H:%M") if moment else ""


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("14h", "21/11/2026 14:00"),
        ("từ 20h", "20/11/2026 20:00"),
        ("hôm qua 20h", "20/11/2026 20:00"),
        ("20h tối qua", "20/11/2026 20:00"),
        ("1h đêm qua", "21/11/2026 01:00"),
        ("8h sáng nay", "21/11/2026 08:00"),
        ("thứ sáu 8h", "20/11/2026 08:00"),
        ("21h thứ bảy", "14/11/2026 21:00"),
        ("20h 18/11", "18/11/2026 20:00"),
        ("30 phút trước", "21/11/2026 14:30"),
        ("cách đây 2 giờ", "21/11/2026 13:00"),
        ("2 hours ago", "21/11/2026 13:00"),
        ("yesterday 8pm", "20/11/2026 20:00"),
    ],
)
def test_since_when_something_is_so_lies_in_the_past(written: str, moment: str) -> None:
    assert began(written) == moment


@pytest.mark.parametrize("written", ["20h tối nay", "20h 30/11", "mai 8h", "16h hôm nay", "8h 1/2/2027"])
def test_what_is_to_come_has_not_begun(written: str) -> None:
    assert began(written) == ""


@pytest.mark.parametrize("written", ["sáng nay", "18/11", "một lúc", "2 giờ nữa"])
def test_what_names_no_hour_of_the_past_is_no_beginning(written: str) -> None:
    with pytest.raises(MomentUnclear):
        began(written)


def test_the_last_evening_of_a_year_leads_into_the_next() -> None:
    last_evening = datetime(2026, 12, 31, 23, 30, tzinfo=VIETNAM)
    assert read("8h", last_evening) == "01/01/2027 08:00:00"
    assert read("ngày mai 8h", last_evening) == "01/01/2027 08:00:00"
    assert read("1 giờ", last_evening) == "01/01/2027 00:30:00"


def test_today_is_the_day_of_the_time_zone_not_of_utc() -> None:
    early = datetime(2026, 11, 21, 18, 30, tzinfo=UTC)
    assert read("hôm nay 8h", early) == "22/11/2026 08:00:00"
    assert read_moment("8:00", now=early, time_zone=ZoneInfo("UTC")) == datetime(2026, 11, 22, 8, tzinfo=UTC)


def test_a_moment_is_given_in_utc() -> None:
    assert read_moment("17:00", now=NOW, time_zone=VIETNAM).isoformat() == "2026-11-21T10:00:00+00:00"
    assert read_moment("2h", now=NOW, time_zone=VIETNAM).isoformat() == "2026-11-21T10:00:20+00:00"


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("17:00 20/11/2026", datetime(2026, 11, 20, 17, tzinfo=VIETNAM)),
        ("25/11/2025 17:00", datetime(2025, 11, 25, 17, tzinfo=VIETNAM)),
        ("hôm nay 8h", datetime(2026, 11, 21, 8, tzinfo=VIETNAM)),
        ("8h sáng nay", datetime(2026, 11, 21, 8, tzinfo=VIETNAM)),
        ("14:59 21/11", datetime(2026, 11, 21, 14, 59, tzinfo=VIETNAM)),
    ],
)
def test_a_written_date_that_is_over_is_refused_and_named(written: str, moment: datetime) -> None:
    with pytest.raises(MomentPast) as refusal:
        read(written)
    assert refusal.value.values == {"at": moment}
    assert f"{refusal.value.values['at']:%H:%M}" == f"{moment:%H:%M}"


@pytest.mark.parametrize(
    ("written", "day"), [("20/11/2026", "20/11/2026"), ("hết ngày 20/11/2026", "20/11/2026"), ("hôm qua", "20/11/2026")]
)
def test_a_day_that_is_over_is_named_without_an_hour_that_nobody_wrote(written: str, day: str) -> None:
    with pytest.raises(DayPast) as refusal:
        read(written)
    assert refusal.value.values["day"] == day


@pytest.mark.parametrize("written", ["13h", "14:59", "8h sáng"])
def test_what_is_to_come_soon_is_not_put_off_to_tomorrow_unasked(written: str) -> None:
    assert read(written).startswith("22/11/2026")
    with pytest.raises(MomentPast) as refusal:
        read_moment(written, now=NOW, time_zone=VIETNAM, soon=True)
    assert f"{refusal.value.values['at']:%d/%m/%Y}" == "21/11/2026"


@pytest.mark.parametrize("written", ["1h đêm", "02:30", "16h", "8h sáng mai", "thứ bảy 13h", "1 tiếng nữa"])
def test_what_is_to_come_soon_may_lie_behind_midnight_or_on_a_day_that_is_named(written: str) -> None:
    soon = read_moment(written, now=NOW, time_zone=VIETNAM, soon=True)
    assert soon == read_moment(written, now=NOW, time_zone=VIETNAM)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "sớm thôi",
        "tôi sẽ đến lúc 16h",
        "30",
        "mai thứ hai 8h",
        "2h tối",
        "2h toi",
        "25:00",
        "24:01",
        "17:60",
        "17h75 25/11",
        "mai 8h 25/11",
        "8h hoặc 9h",
        "17.30",
        "8h 25/11/1999",
        "-2 giờ",
        "99999 ngày",
        "999999999999 giờ",
        "2h 2h",
    ],
)
def test_what_names_no_moment_is_unclear(written: str) -> None:
    with pytest.raises(MomentUnclear) as refusal:
        read(written)
    assert refusal.value.values == {}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("31/11", "31/11"),
        ("8h 31/11", "31/11"),
        ("hết ngày 31/11", "31/11"),
        ("17 giờ ngày 31 tháng 11", "31/11"),
        ("trước 8h sáng 30/2", "30/2"),
        ("8h 29/2/2027", "29/2/2027"),
        ("31-4-2027 8h", "31/4/2027"),
        ("2027-02-29 08:00", "29/02/2027"),
        ("8h 32/12", "32/12"),
        ("8h 1/13", "1/13"),
        ("8h 0/1", "0/1"),
    ],
)
def test_a_day_that_the_calendar_does_not_have_is_named(written: str, said: str) -> None:
    with pytest.raises(NoSuchDate) as refusal:
        read(written)
    with pytest.raises(NoSuchDate) as of_beginning:
        began(written)
    assert refusal.value.values == of_beginning.value.values == {"said": said}


def test_a_date_that_is_another_weekday_says_which() -> None:
    with pytest.raises(WeekdayDiffers) as refusal:
        read("17h thứ ba 25/11")
    assert refusal.value.values == {"date": "25/11/2026", "weekday": 2}


minutes_to_come = st.integers(0, 38_000_000).map(lambda minutes: timedelta(minutes=minutes))


@given(minutes_to_come)
def test_a_moment_as_it_is_shown_is_read_as_itself(ahead: timedelta) -> None:
    moment = NOW + ahead
    assert read(f"{moment:%H:%M, %d/%m/%Y}") == f"{moment:%d/%m/%Y %H:%M}:00"


@given(minutes_to_come, st.integers(0, 23), st.integers(0, 59))
def test_a_bare_time_is_always_within_the_next_day(ahead: timedelta, hour: int, minute: int) -> None:
    now = NOW + ahead
    moment = read_moment(f"{hour}:{minute:02}", now=now, time_zone=VIETNAM)
    assert timedelta(minutes=-1) < moment - now <= timedelta(days=1)


@given(st.text() | st.text("0123456789:/hgp -ngàymai"))
def test_any_text_is_a_moment_to_come_or_refused(text: str) -> None:
    try:
        moment = read_moment(text, now=NOW, time_zone=VIETNAM)
    except (MomentUnclear, MomentPast, YearUnclear):
        return
    assert moment >= NOW.replace(second=0)


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("17 giờ kém 10", "21/11/2026 16:50:00"),
        ("17h kém 10 phút", "21/11/2026 16:50:00"),
        ("9h kém 15", "22/11/2026 08:45:00"),
        ("5 giờ kém mười lăm chiều", "21/11/2026 16:45:00"),
        ("0h kém 5", "21/11/2026 23:55:00"),
        ("5 rưỡi sáng", "22/11/2026 05:30:00"),
        ("năm rưỡi chiều", "21/11/2026 17:30:00"),
        ("trc 10h30", "22/11/2026 10:30:00"),
        ("trước trưa mai", "22/11/2026 12:00:00"),
        ("trong 2 tiếng nữa", "21/11/2026 17:00:20"),
        ("trong hai tieng toi", "21/11/2026 17:00:20"),
        ("hai mươi phút nữa", "21/11/2026 15:20:20"),
        ("sau hai gio", "21/11/2026 17:00:20"),
        ("chín giờ mười lăm sáng mai", "22/11/2026 09:15:00"),
        ("hai mươi mốt giờ", "21/11/2026 21:00:00"),
        ("mốt 8h", "23/11/2026 08:00:00"),
    ],
)
def test_clocks_and_lengths_are_read_as_people_say_them(written: str, moment: str) -> None:
    assert read(written) == moment


@pytest.mark.parametrize(
    ("now", "written", "moment"),
    [
        ((21, 9, 0), "trước 3h", "21/11/2026 15:00:00"),
        ((21, 9, 0), "trước 3h30", "21/11/2026 15:30:00"),
        ((21, 0, 40), "trước 2h", "21/11/2026 02:00:00"),
        ((21, 15, 0), "trước 3h", "21/11/2026 15:00:00"),
        ((21, 20, 0), "đến 3h", "22/11/2026 03:00:00"),
        ((21, 9, 0), "trước 03h", "22/11/2026 03:00:00"),
        ((21, 9, 0), "trước 2 tiếng nữa", "21/11/2026 11:00:00"),
        ((21, 0, 40), "sáng mai", "21/11/2026 11:30:00"),
        ((21, 0, 40), "8h sáng mai", "21/11/2026 08:00:00"),
        ((21, 3, 0), "2h sáng mai", "22/11/2026 02:00:00"),
        ((21, 4, 0), "8h sáng mai", "22/11/2026 08:00:00"),
    ],
)
def test_a_small_hour_is_the_next_of_the_clock_and_after_midnight_the_morning_to_come(
    now: tuple[int, int, int], written: str, moment: str
) -> None:
    assert read(written, datetime(2026, 11, *now, tzinfo=VIETNAM)) == moment


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("8h thứ 5 tuần trước", "12/11/2026 08:00"),
        ("8h thu nam tuan truoc", "12/11/2026 08:00"),
        ("8h last thursday", "19/11/2026 08:00"),
        ("14 giờ kém 15", "20/11/2026 13:45"),
    ],
)
def test_on_a_friday_the_thursday_of_last_week_is_not_yesterday(written: str, moment: str) -> None:
    friday = datetime(2026, 11, 20, 15, 0, tzinfo=VIETNAM)
    began_at = read_beginning(written, now=friday, time_zone=VIETNAM)
    assert began_at is not None
    assert f"{began_at.astimezone(VIETNAM):%d/%m/%Y %H:%M}" == moment
