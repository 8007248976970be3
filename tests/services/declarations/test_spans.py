"""Times as a line says them, read on Saturday 28 November 2026 in Phú Thọ: at nine, at three and at 21:20."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from services.declarations import spans
from services.declarations.spans import SpanSaid, WrongDay

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    """Give a moment of the year in Vietnamese time."""
    return datetime(2026, month, day, hour, minute, tzinfo=LOCAL)


MORNING, AFTERNOON, EVENING = at(28, 9), at(28, 15), at(28, 21, 20)


def read(line: str, now: datetime = MORNING, *, is_order: bool = False) -> SpanSaid:
    """Read a line."""
    return spans.read(line, now=now, time_zone=LOCAL, is_order=is_order)


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("Cần hỗ trợ đến 31/11", WrongDay("31/11", ends=True)),
        ("Cần hỗ trợ đến 17h 31/11", WrongDay("31/11", ends=True)),
        ("Cần 2 đội đến hết ngày 31/4", WrongDay("31/4", ends=True)),
        ("Cần 2 đội trước ngày 30 tháng 2", WrongDay("30/2", ends=True)),
        ("Can 2 doi truoc 17h ngay 30/2/2027", WrongDay("30/2/2027", ends=True)),
        ("Hạn: 31/11", WrongDay("31/11", ends=True)),
        ("Need 2 crews by 5pm 31/11", WrongDay("31/11", ends=True)),
        ("Cần 2 đội đến 8h 15/13.", WrongDay("15/13", ends=True)),
        ("Mất điện từ 8h 31/11", WrongDay("31/11")),
        ("Mất điện từ 8h sáng 30/2", WrongDay("30/2")),
        ("Cần 2 đội trước 17h thứ hai 25/11/2026", WrongDay("25/11/2026", 2, ends=True)),
        ("Mất điện từ 8h thứ ba 27/11", WrongDay("27/11/2026", 4)),
    ],
)
def test_a_day_that_is_none_is_told_and_no_other_day_is_taken_for_it(line: str, wrong: WrongDay) -> None:
    assert read(line) == SpanSaid(wrong_day=wrong)


def test_a_part_of_a_whole_is_no_day() -> None:
    assert read("Mất điện, đến 17h 12/13 xã có điện lại") == SpanSaid(until_at=at(28, 17))


@pytest.mark.parametrize(
    ("line", "now", "span"),
    [
        ("Mất điện từ 14h đến 17h chiều nay", MORNING, SpanSaid(ahead_at=at(28, 14), until_at=at(28, 17))),
        ("Mất điện từ 14h đến 17h chiều nay", AFTERNOON, SpanSaid(began_at=at(28, 14), until_at=at(28, 17))),
        ("Mất điện từ 14h đến 17h chiều nay", EVENING, SpanSaid(began_at=at(28, 14), late_at=at(28, 17))),
        ("Mất điện từ 14h đến 17h", MORNING, SpanSaid(ahead_at=at(28, 14), until_at=at(28, 17))),
        ("Mất điện từ 14h đến 17h", EVENING, SpanSaid(began_at=at(28, 14), late_at=at(28, 17))),
        ("mat dien 14h-17h", EVENING, SpanSaid(began_at=at(28, 14), late_at=at(28, 17))),
        ("Mất điện từ 2h đến 5h chiều nay", MORNING, SpanSaid(ahead_at=at(28, 14), until_at=at(28, 17))),
        ("Mất điện từ 11h đến 2h chiều nay", MORNING, SpanSaid(ahead_at=at(28, 11), until_at=at(28, 14))),
        ("Mất điện từ 8h đến 17h chiều mai", MORNING, SpanSaid(ahead_at=at(29, 8), until_at=at(29, 17))),
        ("Mất điện từ 22h đến 6h sáng mai", MORNING, SpanSaid(ahead_at=at(28, 22), until_at=at(29, 6))),
        ("Mất điện từ 20h đến 6h sáng mai", EVENING, SpanSaid(began_at=at(28, 20), until_at=at(29, 6))),
        ("Chiều nay từ 2h đến 5h mất điện", MORNING, SpanSaid(ahead_at=at(28, 14), until_at=at(28, 17))),
        ("Ngày 30/11, từ 8h đến 17h mất điện", MORNING, SpanSaid(ahead_at=at(30, 8), until_at=at(30, 17))),
        ("Mất điện từ 14h hôm qua đến 17h", MORNING, SpanSaid(began_at=at(27, 14), late_at=at(27, 17))),
        ("Mất điện từ 20h, cần xe đến hết 30/11", EVENING, SpanSaid(began_at=at(28, 20), until_at=at(30, 23, 59))),
        ("Power cut from 2pm to 5pm", MORNING, SpanSaid(ahead_at=at(28, 14), until_at=at(28, 17))),
        ("Mất điện lúc 14h chiều nay", MORNING, SpanSaid(ahead_at=at(28, 14))),
        ("Mất điện từ 22h", EVENING, SpanSaid(began_at=at(27, 22), ahead_at=at(28, 22))),
        ("Mất điện từ 20h", MORNING, SpanSaid(began_at=at(27, 20))),
        ("Lần thứ hai từ 8h mất điện", MORNING, SpanSaid(began_at=at(28, 8))),
        ("Cần hỗ trợ đến 14h chiều nay", AFTERNOON, SpanSaid(late_at=at(28, 14))),
    ],
)
def test_a_start_may_have_been_and_what_is_over_or_to_come_is_no_other_day(
    line: str, now: datetime, span: SpanSaid
) -> None:
    assert read(line, now) == span


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("Cần 2 đội, hạn 17h hôm nay", at(28, 17)),
        ("Cần 2 đội. HẠN CHÓT: 17h 30/11", at(30, 17)),
        ("Cần 2 đội, thời hạn hoàn thành 20/12", at(20, 23, 59, month=12)),
        ("can 2 doi, han 17h", at(28, 17)),
        ("Cần 2 đội chậm nhất 17h30", at(28, 17, 30)),
        ("Cần 2 đội, muộn nhất là thứ hai", at(30, 23, 59)),
        ("Khắc phục trong 24h", at(29, 9)),
        ("Đề nghị xử lý mất điện trong vòng 48 giờ", at(30, 9)),
        ("Mất điện toàn xã, trong 30 phút", at(28, 9, 30)),
        ("Yêu cầu hoàn thành trong hôm nay", at(28, 23, 59)),
        ("Cần xong trong ngày", at(28, 23, 59)),
        ("Cần xong nội trong sáng mai", at(29, 11, 30)),
        ("Cần 2 đội trước 8h sáng mai", at(29, 8)),
        ("Cần 2 đội trước thứ hai", at(30, 23, 59)),
        ("Need 3 crews within 2 hours", at(28, 11)),
        ("Need 3 crews by 5 pm", at(28, 17)),
        ("Need 3 crews no later than 6pm", at(28, 18)),
        ("Need 3 crews, deadline: 5pm tomorrow", at(29, 17)),
        ("Mất điện trong 24h", None),
        ("Mất liên lạc trong 24h qua, cần 2 đội", None),
        ("Cần 2 đội vì mất điện trong 3 ngày qua", None),
        ("Đến hôm nay vẫn mất điện", None),
        ("Cần 2 đội hàn 17 mối", None),
        ("Xe giới hạn 5 tấn", None),
    ],
)
def test_a_deadline_is_read_as_people_write_it(line: str, until: datetime | None) -> None:
    assert read(line) == SpanSaid(until_at=until)


@pytest.mark.parametrize(
    ("line", "now", "began"),
    [
        ("Đứt cáp từ đêm qua ở phường Việt Trì", MORNING, at(27, 22)),
        ("Đêm qua đứt cáp, cần 2 đội", MORNING, at(27, 22)),
        ("22h đêm qua mất điện", MORNING, at(27, 22)),
        ("Mất điện từ 22h đêm qua", MORNING, at(27, 22)),
        ("Mất điện 20h hôm qua", MORNING, at(27, 20)),
        ("Sáng nay mất điện", AFTERNOON, at(28, 6)),
        ("Rạng sáng nay mất điện", AFTERNOON, at(28, 4)),
        ("Mất điện chiều nay", AFTERNOON, at(28, 13)),
        ("Mất điện từ 14.30", AFTERNOON, at(28, 14, 30)),
        ("Power cut last night", MORNING, at(27, 18)),
        ("Power cut since 2.30 pm", AFTERNOON, at(28, 14, 30)),
        ("Fibre cut the day before yesterday 9am, need 2 crews", MORNING, at(26, 9)),
        ("Fibre cut since the day before yesterday 9am", MORNING, at(26, 9)),
        ("Mất điện từ 20h tới nay", EVENING, at(28, 20)),
    ],
)
def test_a_part_of_a_day_is_a_start_as_it_is_in_a_report(line: str, now: datetime, began: datetime) -> None:
    assert read(line, now) == SpanSaid(began_at=began)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Mất điện từ hôm qua", "hôm qua"),
        ("Mất sóng hôm kia, cần 2 đội", "hôm kia"),
        ("Mất điện tối nay", "tối nay"),
        ("Sự cố hôm qua chưa xong", "hôm qua"),
        ("Giá dầu tăng từ 14.30 lên 15.20", ""),
        ("Mất điện từ 25h", "25h"),
        ("Mất sóng từ 9.05", "9.05"),
        ("Tối qua mưa lớn, sáng nay sạt lở", "Tối qua, sáng nay"),
        ("Cần 2 đội sáng nay", ""),
        ("Đêm qua đã khắc phục xong", ""),
        ("Trước chiều nay cần 2 đội", ""),
    ],
)
def test_a_start_that_is_left_open_is_told_in_the_words_of_the_line(line: str, said: str) -> None:
    assert read(line).open_start == said
    assert read(line).began_at is None


@pytest.mark.parametrize("line", ["Need 3 crews by midnight", "Cần 3 đội trước nửa đêm"])
def test_midnight_is_an_end(line: str) -> None:
    assert read(line) == SpanSaid(until_at=at(29, 0))


@pytest.mark.parametrize(
    ("line", "span"),
    [
        (
            "Tối nay cắt điện 19h-21h phường Vân Phú",
            SpanSaid(ahead_at=at(28, 19), planned_until=at(28, 21)),
        ),
        ("Chiều mai cắt điện 14h-17h", SpanSaid(ahead_at=at(29, 14), planned_until=at(29, 17))),
        ("Ngày 30/11, từ 8h đến 17h cắt điện", SpanSaid(ahead_at=at(30, 8), planned_until=at(30, 17))),
        ("Cắt điện theo lịch, cần 2 xe từ 14h đến 17h", SpanSaid(ahead_at=at(28, 14), until_at=at(28, 17))),
    ],
)
def test_the_hours_of_a_planned_cut_are_no_end_of_what_is_needed(line: str, span: SpanSaid) -> None:
    assert read(line) == span


def test_all_of_an_order_is_asked_for() -> None:
    assert read("Tăng ca trong 2h", is_order=True) == SpanSaid(until_at=at(28, 11))
    assert read("Tăng ca trong 2h") == SpanSaid()
