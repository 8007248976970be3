"""Orders in one line, read on Friday 20 November 2026 at 09:00 in Phú Thọ."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from services.declarations.spans import WrongDay
from services.tasks import order_lines
from services.tasks.order_lines import OrderSaid

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=LOCAL)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 20, hour, minute, tzinfo=LOCAL)


@pytest.mark.parametrize(
    ("line", "place", "due_at"),
    [
        ("Đem 2 máy phát tới trạm Tứ Xã trước 15h30", "trạm Tứ Xã", at(15, 30)),
        ("Mang máy phát đến UBND phường Việt Trì, gặp anh Sơn trước 3h", "UBND phường Việt Trì", at(15)),
        ("Trực tại xã Lâm Thao", "xã Lâm Thao", None),
        ("Khôi phục cáp trong 2 tiếng nữa", "", at(11)),
        ("Xã Lâm Thao: kéo cáp trước 17h", "Xã Lâm Thao", at(17)),
        ("Kéo cáp tại xã Lâm Thao; trực tại xã Bản Nguyên", "", None),
        ("Khôi phục cáp", "", None),
        ("Khôi phục cáp trong ngày mai", "", datetime(2026, 11, 21, 17, tzinfo=LOCAL)),
        ("Khôi phục cáp trước thứ hai", "", datetime(2026, 11, 23, 17, tzinfo=LOCAL)),
        ("Khôi phục cáp xong trước 25/11", "", datetime(2026, 11, 25, 17, tzinfo=LOCAL)),
    ],
)
def test_place_and_deadline_are_read_from_the_line(line: str, place: str, due_at: datetime | None) -> None:
    said = order_lines.read(line, province_code="25", now=NOW, time_zone=LOCAL)
    assert said == OrderSaid(place, due_at)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Khôi phục cáp trước 8h 20/11", OrderSaid(late_at=at(8))),
        ("Khôi phục cáp trước 8h", OrderSaid(due_at=datetime(2026, 11, 21, 8, tzinfo=LOCAL), late_at=at(8))),
        ("Khôi phục cáp trước 17h 31/11", OrderSaid(wrong_day=WrongDay("31/11", ends=True))),
        ("Khôi phục cáp trước thứ hai 25/11/2026", OrderSaid(wrong_day=WrongDay("25/11/2026", 2, ends=True))),
        ("Khôi phục cáp bị đứt từ 31/11", OrderSaid()),
    ],
)
def test_a_deadline_that_is_over_or_on_no_day_is_told_apart(line: str, said: OrderSaid) -> None:
    assert order_lines.read(line, province_code="25", now=NOW, time_zone=LOCAL) == said
