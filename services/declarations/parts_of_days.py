"""Since when a line says that something is so, in words that nothing leads in: "đêm qua đứt cáp", "22h hôm qua"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from services.ground.refusals import Refusal
from services.notation.past import read_past
from services.notation.spelling import nfc, without_marks

_PAST_DAY = (
    r"(?:rang sang|sang|trua|chieu|toi|dem|khuya) (?:(?:hom |bua )?qua|(?:hom|bua) kia)|(?:hom|bua) (?:qua|kia)"
    r"|last night|(?:the )?day before yesterday|yesterday"
)
_THIS_DAY = r"(?:rang sang|sang|trua|chieu|toi|dem) nay|this (?:morning|afternoon|evening)"
_ANCHOR = re.compile(rf"(?<!\w)(?:(?P<past>{_PAST_DAY})|(?P<this>{_THIS_DAY}))(?!\w)")
# "từ 20h tới nay" is up to now, which without its marks would be this evening.
_UP_TO = re.compile(r"\btới\b", re.IGNORECASE)
# Up to then, not since then.
_ENDS_BEFORE = re.compile(r"\b(?:den|toi|truoc|trc|until|till|by|before|het)(?: (?:khoang|tan|luc))? ?$")
_CLAUSES = re.compile(r"[,;!?\n]|\.(?!\d)|:(?!\d)")
_DONE = re.compile(
    r"\b(?:da (?:duoc )?(?:khac phuc|xu ly|sua|va|han|noi lai|khoi phuc|co dien|bao cao|hop)|(?<!chua )xong"
    r"|restored|(?<!not )fixed)\b"
)
# Of this day a part may be when something is asked for or planned, rather than since when something is so.
_ASKED = re.compile(
    r"\b(?:can|yeu cau|de nghi|huy dong|xin|nho|cu|dieu|giao|hop|gui|bao cao|needs?|send|requests?|meeting|se|du kien"
    r"|theo (?:ke hoach|lich)|cat (?:dien|nuoc)|bao tri|bao duong|planned|scheduled|maintenance|will)\b"
)
_MOST_BESIDE = 4


@dataclass(frozen=True)
class Loose:
    """Words that name a day or a part of one; `at` is nothing where they leave open since when it is so."""

    said: str
    at: datetime | None


def read(line: str, *, now: datetime, time_zone: ZoneInfo) -> tuple[Loose, ...]:
    """Read what a line says of the past where nothing leads it in; what is asked for or done then is left out."""
    found: list[Loose] = []
    for clause in _CLAUSES.split(_UP_TO.sub("den", nfc(line))):
        words = " ".join(without_marks(clause).split())
        written = " ".join(clause.split())
        anchors = (anchor for anchor in _ANCHOR.finditer(words) if _counts(words, anchor))
        found += [_read(words, written, anchor, now, time_zone) for anchor in anchors]
    return tuple(found)


def _counts(words: str, anchor: re.Match[str]) -> bool:
    if _ENDS_BEFORE.search(words[: anchor.start()]) or _DONE.search(words):
        return False
    return bool(anchor["past"]) or not _ASKED.search(words)


def _read(words: str, written: str, anchor: re.Match[str], now: datetime, time_zone: ZoneInfo) -> Loose:
    """Read the longest words around a day that are a moment; else the day is open."""
    for start, end in _windows(words, anchor):
        try:
            at = read_past(words[start:end], now=now, time_zone=time_zone)
        except Refusal:
            continue
        if at is not None:
            return Loose(_as_written(words, written, start, end), at)
    return Loose(_as_written(words, written, *anchor.span()), None)


def _windows(words: str, anchor: re.Match[str]) -> Sequence[tuple[int, int]]:
    """Give from where to where the words around a day may reach, the longest first."""
    starts = [anchor.start(), *_steps(words, anchor.start(), r"\S+ $")]
    ends = [anchor.end(), *_steps(words, anchor.end(), r" \S+")]
    return sorted(((start, end) for start in starts for end in ends), key=lambda one: one[0] - one[1])


def _steps(words: str, at: int, pattern: str) -> Iterator[int]:
    """Go a word further at a time, back where the pattern ends in "$"."""
    for _ in range(_MOST_BESIDE):
        back = pattern.endswith("$")
        found = re.search(pattern, words[:at]) if back else re.compile(pattern).match(words, at)
        if found is None:
            return
        at = found.start() if back else found.end()
        yield at


def _as_written(words: str, written: str, start: int, end: int) -> str:
    return (written if len(written) == len(words) else words)[start:end]
