"""Duty hours as people write them: "7:30-17:00", "7h30-11h30, 13h30-17h", "22h đến 6h", "cả ngày", "nghỉ"."""

import re
from itertools import pairwise

from services.duty.watchers import MINUTES, Hours, Span, Spans
from services.ground.refusals import Refusal
from services.notation.spelling import without_marks

# Working hours of the administration: Monday to Friday, 7:30 to 17:00.
OFFICE_HOURS: Hours = {weekday: (Span(7 * 60 + 30, 17 * 60),) for weekday in range(5)}
WHOLE_DAY: Spans = (Span(0, MINUTES),)
# How many spans a day may have: more is a slip of the hand.
MOST = 4

_TIME = r"(\d{1,2})(?: ?(?:[:.]|gio|h|g) ?(\d{2})?)?"
_SPAN = re.compile(rf"(?:tu |from )?{_TIME} ?(?:-|–|—|den|toi|to|until) ?{_TIME}")
_BETWEEN = re.compile(r" ?(?:[,;+&]| va | and )(?: va | and )? ?")
_ALL_DAY = re.compile(
    r"(?:suot )?ca ngay|(?:suot )?ngay dem|24h?/(?:24h?|7)(?:/7)?|24 ?(?:h|g|gio)|all day|24 hours|around the clock"
)
_OFF = re.compile(r"nghi|khong(?: truc)?|off|none|no duty|-")


class DutyHoursUnclear(Refusal):
    """The text is no span of hours that a day can have."""

    says_back = True


def read_spans(text: str) -> Spans:
    """Read the hours of one day, in their order; none for a day off. Raises DutyHoursUnclear.

    An end that is not after the beginning is on the day after. Spans that overlap contradict each other.
    """
    words = " ".join(without_marks(text).split())
    if _OFF.fullmatch(words):
        return ()
    if _ALL_DAY.fullmatch(words):
        return WHOLE_DAY
    spans = tuple(sorted((_span(part) for part in _BETWEEN.split(words)), key=lambda one: one.begins))
    overlap = any(later.begins < earlier.ends for earlier, later in pairwise(spans))
    if len(spans) > MOST or overlap:
        raise DutyHoursUnclear
    return spans


def _span(words: str) -> Span:
    found = _SPAN.fullmatch(words)
    if found is None:
        raise DutyHoursUnclear
    begins, ends = _minute(found[1], found[2]), _minute(found[3], found[4])
    if begins in (MINUTES, ends):
        raise DutyHoursUnclear
    return Span(begins, ends if ends > begins else ends + MINUTES)


def _minute(hour: str, minute: str | None) -> int:
    """Give a time of day in minutes since midnight; 24:00 ends the day. Raises DutyHoursUnclear."""
    minutes = int(minute or 0)
    since_midnight = int(hour) * 60 + minutes
    if minutes > 59 or since_midnight > MINUTES:
        raise DutyHoursUnclear
    return since_midnight
