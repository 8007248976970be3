"""What one typed line says of an order: "đem 2 máy phát tới trạm Tứ Xã trước 15h30"."""

import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from services.declarations import spans
from services.declarations.spans import WrongDay
from services.notation.spelling import nfc, without_marks
from services.places import reading
from services.tasks.orders import PLACE_LENGTH

# What leads to a place, and the few words between: "tới trạm Tứ Xã", "at the station of …".
_TO = re.compile(r"\b(?:toi|tai|o|den|ve|to|at|in) (?=(?:[^\s,.;]+ ){0,5}$)")


@dataclass(frozen=True)
class OrderSaid:
    """Where and until when an order is to be done, as far as its line says.

    `late_at` is a deadline of the line that is over, where `due_at` may be the next such time, and `wrong_day` one that
    is on no day.
    """

    place: str = ""
    due_at: datetime | None = None
    late_at: datetime | None = None
    wrong_day: WrongDay | None = None


def read(line: str, *, province_code: str, now: datetime, time_zone: ZoneInfo) -> OrderSaid:
    """Read an order; of several places none is taken. What was read is only proposed."""
    span = spans.read(line, now=now, time_zone=time_zone, is_order=True)
    due_at = span.until_at if span.until_at and span.until_at > now else None
    wrong_day = span.wrong_day if span.wrong_day and span.wrong_day.ends else None
    return OrderSaid(_place(nfc(line), province_code), due_at, span.late_at, wrong_day)


def _place(line: str, province_code: str) -> str:
    mentions = reading.read(line, province_code=province_code)
    if len(mentions) != 1:
        return ""
    start, end = mentions[0].start, mentions[0].end
    *_, before = line[:start].splitlines() or [""]
    led = _led(before)
    place = f"{before[led:] if led is not None else ''}{line[start:end]}"
    return place if len(place) <= PLACE_LENGTH else line[start:end][:PLACE_LENGTH]


def _led(before: str) -> int | None:
    """Tell where, in what stands before a name, the place begins; letters and their plain ones are as many."""
    plain = without_marks(f"{before}|")[:-1]
    found = list(_TO.finditer(plain))
    return found[-1].end() if found and len(plain) == len(before) else None
