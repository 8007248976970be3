"""Since when and until when one typed line says that something is so: a start, an end, a deadline.

What cannot count is told apart from it: a start to come, an end that is over, a day that is none.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from services.declarations import leads, parts_of_days
from services.declarations.leads import LeadIn, Phrase
from services.ground.refusals import Refusal
from services.notation import days
from services.notation.deadlines import read_deadline
from services.notation.moments import (
    MomentPast,
    MomentUnclear,
    NoSuchDate,
    WeekdayDiffers,
    YearUnclear,
    beside_the_hour,
    read_beginning,
    read_moment,
)

# An hour that was over so lately may still be meant: "trước 8h" at ten is asked about, at night it is tomorrow's. One
# to come so soon likewise: "từ 22h" at nine in the evening.
_DAY, _NEAR = timedelta(days=1), timedelta(hours=6)
_AGO = re.compile(r"\b(?:truoc|ago|cach)\b")
_PART = re.compile(r"\b(?:sang|trua|chieu|toi|dem)\b")
# "ngày 12/13" is a day that is none, "12/13 xã" is so many of them.
_LIKE_A_DATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])(?:/\d+)?")
_MOST_BEFORE = 5
# A day that is named without an hour lasts until then.
_END_OF_DAY = "23:59"
# "lần thứ hai" is no Monday, "số mốt" no day either.
_COUNTING = frozenset({"lan", "so", "tram", "doi", "tuyen", "nguoi", "nguon"})


@dataclass(frozen=True)
class WrongDay:
    """A day that the calendar does not have, or a date that is another `weekday` (0 is Monday) than is said.

    `ends` says that it was to be the end of something, not its start.
    """

    said: str
    weekday: int | None = None
    ends: bool = False


@dataclass(frozen=True)
class SpanSaid:
    """When something began and until when it is; `ahead_at` is a start to come, `late_at` an end that is over.

    `open_start` are the words that say since when and leave the moment open. `planned_until` is the end of a cut that
    is planned, which is no end of what is needed.
    """

    began_at: datetime | None = None
    ahead_at: datetime | None = None
    until_at: datetime | None = None
    late_at: datetime | None = None
    wrong_day: WrongDay | None = None
    open_start: str = ""
    planned_until: datetime | None = None


@dataclass(frozen=True)
class _Read:
    """Words and the moment that they name."""

    said: str
    at: datetime


@dataclass
class _Clock:
    """When and where a line is read, whether it is an order, and what in it was over or no day."""

    now: datetime
    time_zone: ZoneInfo
    is_order: bool = False
    over: list[_Read] = field(default_factory=list)
    wrong: list[WrongDay] = field(default_factory=list)

    def ahead(self, said: str, *, seen_from: datetime | None = None) -> datetime | None:
        """Read a moment to come; gives nothing for what is none."""
        with suppress(MomentUnclear, MomentPast, YearUnclear):
            return read_moment(said, now=seen_from or self.now, time_zone=self.time_zone)
        return None

    def end(self, said: str) -> datetime:
        """Read an end, of an order as deadlines are; raises what `read_moment` does."""
        read_as = read_deadline if self.is_order else read_moment
        return read_as(said, now=self.now, time_zone=self.time_zone)

    def back(self, said: str) -> datetime | None:
        """Read a moment that has been; gives nothing for what is none."""
        with suppress(MomentUnclear):
            return read_beginning(said, now=self.now, time_zone=self.time_zone)
        return None

    def names_a_day(self, said: str) -> bool:
        """Tell whether words name a day."""
        return days.names_a_day(said, today=self.now.astimezone(self.time_zone).date())


def read(line: str, *, now: datetime, time_zone: ZoneInfo, is_order: bool = False) -> SpanSaid:
    """Read a line, in Vietnamese or English, with or without accents; all of an order is asked for."""
    words, clock = leads.words_of(line), _Clock(now, time_zone, is_order)
    end = None
    for led in leads.until(words, is_order=is_order):
        # Behind the end that counts, what is over says nothing of it; a day that is none is told wherever it stands.
        found = _end(led, clock if end is None else replace(clock, over=[]))
        end = end or found
    over = clock.over[0] if clock.over else None
    starts = [one for led in leads.since(words) if (one := _start(led, clock, over or end)) is not None]
    began_at = next((at for at, _ in starts if at), None)
    ahead_at = next((at for _, at in starts if at), None)
    span = _fitting(SpanSaid(began_at, ahead_at), end, over, clock)
    if is_order:
        return span
    if span.until_at and (began_at or ahead_at) and leads.is_planned(words):
        span = replace(span, until_at=None, planned_until=span.until_at)
    return span if began_at or ahead_at or span.wrong_day else _of_parts(line, words, span, clock)


def _of_parts(line: str, words: Sequence[str], span: SpanSaid, clock: _Clock) -> SpanSaid:
    """Add since when something is so where only a day or a part of it says so, or keep what is left open."""
    found = parts_of_days.read(line, now=clock.now, time_zone=clock.time_zone)
    if not found:
        starts = (one for led in leads.at_an_hour(words) if (one := _start(led, clock, None)) is not None)
        began_at, ahead_at = next(starts, (None, None))
        span = replace(span, began_at=began_at, ahead_at=ahead_at)
    moments = {one.at for one in found}
    if len(moments) == 1 and found[0].at:
        return replace(span, began_at=found[0].at)
    return replace(span, open_start=", ".join(dict.fromkeys(one.said for one in found)) or leads.no_hour_in(words))


def _fitting(span: SpanSaid, end: _Read | None, over: _Read | None, clock: _Clock) -> SpanSaid:
    """Give the whole span: an end without a day fits its start, as the 17h of "từ 8h mai đến 17h"."""
    until_at, late_at = end.at if end else None, over.at if over else None
    said = over or end
    if said is not None and not clock.names_a_day(said.said):
        if span.ahead_at and not span.began_at and said.at <= span.ahead_at:
            until_at, late_at = clock.ahead(said.said, seen_from=span.ahead_at), None
        elif span.began_at and late_at and span.began_at < late_at < span.began_at + _DAY:
            until_at = None
    return SpanSaid(span.began_at, span.ahead_at, until_at, late_at, clock.wrong[0] if clock.wrong else None)


def _end(led: LeadIn, clock: _Clock) -> _Read | None:
    """Read an end; what is over is kept beside."""

    def read_as(said: str) -> datetime:
        moment = clock.end(said)
        if _is_just_over(said, moment - _DAY, clock):
            clock.over.append(_Read(said, moment - _DAY))
        return moment

    for phrase, said in _phrases(led, clock):
        try:
            return _Read(said, read_as(said))
        except (MomentPast, YearUnclear) as late:
            clock.over.append(_Read(said, _over_at(late, clock.time_zone)))
            return None
        except MomentUnclear as unclear:
            if _is_wrong_day(unclear, phrase, clock, ends=True):
                return None
    return None


def _start(led: LeadIn, clock: _Clock, end: _Read | None) -> tuple[datetime | None, datetime | None] | None:
    """Read a start: when it was, and when it will be; of the longest words that can be read."""
    for phrase, said in _phrases(led, clock):
        try:
            began_at = read_beginning(said, now=clock.now, time_zone=clock.time_zone)
        except MomentUnclear as unclear:
            if _is_wrong_day(unclear, phrase, clock, ends=False):
                return None
            continue
        if clock.names_a_day(said) or _AGO.search(said):
            return began_at, None if began_at else clock.ahead(said)
        return _of_an_hour(said, clock, end, began_at)
    return None


def _of_an_hour(
    said: str, clock: _Clock, end: _Read | None, began_at: datetime | None
) -> tuple[datetime | None, datetime | None]:
    """Place an hour without a day: on the day of the end, right behind, or before the end."""
    ahead_at = clock.ahead(said)
    if end is None:
        return began_at, ahead_at if ahead_at and ahead_at - clock.now <= _NEAR else None
    with_day = _on_the_day_of(said, end, clock)
    if with_day is not None:
        return (with_day, None) if with_day <= clock.now else (None, with_day)
    if ahead_at and ahead_at < end.at and not (began_at and clock.now - began_at <= _NEAR):
        return None, ahead_at
    return began_at, None


def _on_the_day_of(said: str, end: _Read, clock: _Clock) -> datetime | None:
    """Read the "2h" of "từ 2h đến 5h chiều nay", in the afternoon if that is before the end."""
    beside = beside_the_hour(end.said)
    if not beside:
        return None
    whole = (f"{said} {beside}", f"{said} {_PART.sub(' ', beside)}")
    for words in whole:
        moment = (clock.back(words) or clock.ahead(words)) if clock.names_a_day(words) else None
        if moment and end.at - _DAY < moment < end.at:
            return moment
    return None


def _phrases(led: LeadIn, clock: _Clock) -> Iterator[tuple[Phrase, str]]:
    """Give what may be a moment, with the day that stands right before its lead: "chiều nay từ 14h đến 17h"."""
    day = _day_before(led, clock)
    for phrase in led.phrases:
        if day and not clock.names_a_day(phrase.words):
            yield phrase, f"{phrase.words} {day}"
        yield phrase, phrase.words


def _day_before(led: LeadIn, clock: _Clock) -> str:
    """Find the day that the words right before a lead name and nothing else: "ngày 30/11", "sáng mai", "thứ hai"."""
    for length in range(min(_MOST_BEFORE, len(led.before)), 0, -1):
        said = " ".join(led.before[-length:])
        is_counted = len(led.before) > length and led.before[-length - 1] in _COUNTING
        if (length > 1 or "/" in said) and clock.names_a_day(said) and not is_counted and _is_day(said, clock):
            return said
    return _day_of_plan(led, clock) if leads.plans_a_cut(" ".join(led.before)) else ""


def _day_of_plan(led: LeadIn, clock: _Clock) -> str:
    """Find the day of a planned cut farther before its hours: "chiều mai cắt điện 14h-17h"."""
    for length in range(min(_MOST_BEFORE, len(led.before)), 1, -1):
        for start in range(len(led.before) - length + 1):
            said = " ".join(led.before[start : start + length])
            if clock.names_a_day(said) and _is_day(said, clock):
                return said
    return ""


def _is_day(said: str, clock: _Clock) -> bool:
    """Tell whether words are a day and no more, one that is over too; without an hour."""
    try:
        read_moment(said, now=clock.now, time_zone=clock.time_zone)
    except (MomentPast, YearUnclear):
        pass
    except MomentUnclear:
        return False
    return beside_the_hour(said) is None


def _is_wrong_day(unclear: Refusal, phrase: Phrase, clock: _Clock, *, ends: bool) -> bool:
    """Keep a day that is none, where the words can only be one."""
    if isinstance(unclear, WeekdayDiffers):
        weekday = int(str(unclear.values["weekday"]))
        clock.wrong.append(WrongDay(str(unclear.values["date"]), weekday, ends))
        return True
    if not isinstance(unclear, NoSuchDate):
        return False
    said = str(unclear.values["said"])
    if not (_LIKE_A_DATE.fullmatch(said) or phrase.is_last or f"ngay {said}" in phrase.words):
        return False
    clock.wrong.append(WrongDay(said, ends=ends))
    return True


def _is_just_over(said: str, before: datetime, clock: _Clock) -> bool:
    """Tell whether words without a day, such as "8h", would have meant a moment that was over so lately."""
    if not clock.now - _NEAR <= before < clock.now or clock.names_a_day(said):
        return False
    return clock.ahead(said, seen_from=before - timedelta(minutes=1)) == before


def _over_at(late: MomentPast | YearUnclear, time_zone: ZoneInfo) -> datetime:
    """Tell the moment that is over: of a date without its year, that of this year."""
    if isinstance(late, YearUnclear):
        *hour, _ = str(late.values["whole"]).split()
        said = " ".join([*(hour or [_END_OF_DAY]), str(late.values["past"])])
        return datetime.strptime(said, "%H:%M %d/%m/%Y").replace(tzinfo=time_zone)
    return datetime.fromisoformat(str(late.values["at"]))
