"""Lengths of time as people type them: "45", "45 phút", "2 giờ", "1 ngày"."""

import re

from services.notation.numbers import in_digits
from services.notation.spelling import search_key

_LENGTH = re.compile(r"(?P<number>\d{1,5}) ?(?P<unit>phut|p|min|minutes?|gio|h|hours?|ngay|d|days?)?")
HOUR, DAY = 60, 24 * 60


def read(text: str) -> int | None:
    """Read a length in minutes, which a bare number is; None where it is none."""
    found = _LENGTH.fullmatch(search_key(in_digits(text)))
    if found is None:
        return None
    unit = found["unit"] or ""
    times = HOUR if unit[:1] in ("g", "h") else DAY if unit[:1] in ("n", "d") else 1
    return int(found["number"]) * times
