"""Where a typed line may say when: what follows the words that lead a moment in, "từ", "đến", "hạn", "trong"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from services.notation.numbers import SPOKEN
from services.notation.spelling import nfc, without_marks

_DEADLINE = "deadline"
# What leads a moment in, and whether it belongs to the moment itself.
_SINCE = {"tu": False, "luc": False, "since": False, "from": False, "cach": True}
_WITHIN = ("trong", "within", "in")
_UNTIL = {
    **dict.fromkeys(("den", "truoc", "trc", "until", "till", "by", "before", "het", *_WITHIN), True),
    _DEADLINE: False,
}
# "hạn" is a deadline, "hàn" is to weld.
_DEADLINE_WORD = re.compile(r"(?<!\w)(?:th[ờo]i )?h[ạa]n(?!\w)", re.IGNORECASE)
_WRITTEN_ALIKE = (
    (r"\b(?:cham|muon|tre) nhat\b|\b(?:no|not) later than\b|\bdue (?=by|at|on|\d)", _DEADLINE),
    (
        rf"\b{_DEADLINE}(?: (?:chot|cuoi|cung|xu ly|hoan thanh|khac phuc|nop|bao cao|tra loi|phan hoi|thuc hien"
        r"|la|den|toi|truoc|vao|luc|is|by|at|on)\b)*(?: ?[:=–-])? ?",
        f"{_DEADLINE} ",
    ),
    (r"\b(?:noi )?trong (?:khoang thoi gian|khoang|vong)\b|\bnoi trong\b", "trong"),
    (r"\bfrom ((?:\S+ ){1,3})to (?=\d)", r"from \1until "),
    # "từ 14.30", "2.30 pm"
    (
        r"\b(tu|luc|hoi|tam|since|from|den|truoc|until|till|by|before|at) ([01]?\d|2[0-4])\.(00|1[3-9]|[2-5]\d)"
        r"(?![\d.]| ?(?:len|xuong|kv|km|m|kg|tan|%|trieu|ty|gb|mb)\b)",
        r"\1 \2:\3",
    ),
    (r"(?<![\d.])(\d{1,2})\.([0-5]\d) ?(?=[ap]m\b)", r"\1:\2 "),
    # "14h-17h30"
    (r"(?<![\w/.:])(\d{1,2}h(?:\d\d)?) ?[-–] ?(?=\d{1,2}h)", r"tu \1 den "),
)
# "2 giờ trước" and "tuần trước" lead nothing in.
_AGO = frozenset({"tuan", "gio", "tieng", "phut", "ngay", "hom", "thang", "nam"})
# "the day before yesterday" likewise.
_NO_LEAD_AFTER = {"truoc": _AGO, "trc": _AGO, "before": frozenset({"day", "night", "week"})}
# Of "trong" counts only what is to come, and where something is asked for: what fails may have failed for so long.
_TO_COME = re.compile(r"\b(?:nua|toi)$")
_BEHIND = re.compile(r"(?:vua |da |lien )?(?:qua|roi|truoc|gan day|lien|nay|past|ago)\b")
_ACTS = re.compile(
    r"\b(?:can|yeu cau|de nghi|huy dong|xin|nho|ho tro|cu|dieu|khac phuc|xu ly|sua|va|han|keo|hoan thanh|xong|noi lai"
    r"|khoi phuc|co mat|den noi|trien khai|giao|bao cao|phan hoi|tra loi|gui|thay|lap|kiem tra"
    r"|needs?|send|requests?|fix|restore|repair|finish|done|respond|reply|report|arrive|help)\b"
)
_LENGTH = re.compile(
    rf"(?:{'|'.join(_WITHIN)}) (?:\d{{1,4}}|{SPOKEN}) ?(?:h|g|gio|tieng|phut|p|'|ngay|tuan|hours?|hrs?|mins?|minutes?"
    r"|days?|weeks?)(?: ?\d{1,2}(?: ?p| ?phut)?| ruoi)?"
)
_WITHIN_A_DAY = re.compile(
    r"(?:trong|within) (?P<day>(?:ngay )?hom nay|ngay mai|(?:sang|trua|chieu|toi|dem) (?:nay|mai)|ngay|tuan nay|today)"
)
# "17 giờ 30 phút chiều thứ hai ngày 7 tháng 12 năm 2026", and a word more: cut short, it would be this Monday.
_LONGEST_MOMENT = 14
_HOUR_OR_DATE = re.compile(
    rf"(?:\d|\b{SPOKEN}) ?(?:h|g|:|gio|phut|tieng|ruoi|p\b|/|am\b|pm\b|thang \d)|\bhet\b"
    r"|\b(?:sang|trua|chieu|toi|dem) (?:mai|nay|mot|kia|thu)\b"
)
_A_WHILE_AGO = re.compile(r"\b(?:half an hour|an hour|nua (?:gio|tieng)) (?:ago|truoc)\b")
_HOUR_FIRST = re.compile(r"\d{1,2}(?::\d\d(?: ?[ap]m)?|h\d{0,2}| ?[ap]m)\b")
_DAY_TO_COME = re.compile(
    r"\b(?:(?:ngay )?mai|ngay (?:mot|kia)|tomorrow|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|noon|midnight"
    r"|nua dem|giua trua)\b"
)
_TODAY = re.compile(r"\b(?:hom nay|today)\b")
_SIGNS = " ,.;()!?"
_ENDS_CLAUSE = tuple(".,;:!?)")
_ENDS_SENTENCE = tuple(".;!?")


@dataclass(frozen=True)
class Phrase:
    """Words that may be a moment, and whether a clause ends after them."""

    words: str
    is_last: bool


@dataclass(frozen=True)
class LeadIn:
    """What follows a word that leads a moment in, the longest first; `before` is what its sentence says before it."""

    phrases: tuple[Phrase, ...]
    before: tuple[str, ...]


# A cut that is announced, whose hours say nothing of until when help is wanted.
_PLANNED = re.compile(
    r"\b(?:(?:se |tam |lich )?(?:cat|ngung cap|ngung cung cap) (?:dien|nuoc|mang|internet|song)|bao tri|bao duong"
    r"|theo (?:ke hoach|lich)|planned|scheduled|maintenance)\b"
)
_SPAN = re.compile(r"\b(?:tu|from|since|between) (?:\S+ ){1,6}?(?:den|until|till|and) \S")
_NO_HOUR = re.compile(
    r"\b(?:tu|luc|hoi|since|from) (?P<said>(?:2[5-9]|[3-9]\d)(?: ?(?:h|g|gio)\b(?: ?\d{1,2})?|h\d{1,2}|:\d\d)(?!\w)"
    r"|\d{1,2}\.(?:0[1-9]|1[0-2])(?![\d.%]| ?[a-z]))"
)


def is_planned(words: Sequence[str]) -> bool:
    """Tell whether a line that says from when to when says so of a cut that is planned, not of what is asked for."""
    for sentence in re.split(r"[.;!?] ", f"{' '.join(words)} "):
        span = _SPAN.search(sentence)
        if span and plans_a_cut(sentence):
            return not _ACTS.search(re.split(r"[,:] ", sentence[: span.start()])[-1])
    return False


def plans_a_cut(words: str) -> bool:
    """Tell whether words speak of a cut that is planned."""
    return _PLANNED.search(words) is not None


def no_hour_in(words: Sequence[str]) -> str:
    """Give what follows a word that leads a start in and is no hour, "25h", or may be an hour or a day, "9.05"."""
    found = _NO_HOUR.search(" ".join(words))
    return found["said"] if found else ""


def words_of(line: str) -> Sequence[str]:
    """Give the words of a line in small letters without marks, what leads moments in written alike."""
    words = without_marks(_DEADLINE_WORD.sub(f" {_DEADLINE} ", nfc(line).replace("\n", " . ")))
    words = " ".join(words.split())
    for pattern, alike in _WRITTEN_ALIKE:
        words = re.sub(pattern, alike, words)
    return words.split()


def since(words: Sequence[str]) -> Iterator[LeadIn]:
    """Give what may be a start."""
    for at, lead in enumerate(words):
        if lead in _SINCE:
            start = at if _SINCE[lead] else at + 1
            yield LeadIn(tuple(one for one in _phrases(words, start) if _may_begin(one.words)), _before(words, at))


def at_an_hour(words: Sequence[str]) -> Iterator[LeadIn]:
    """Give the hour after "at" where what its sentence says before asks for nothing: "Power cut at 14.30"."""
    for at, lead in enumerate(words):
        before = _before(words, at)
        if lead == "at" and not _ACTS.search(" ".join(before)):
            phrases = tuple(one for one in _phrases(words, at + 1) if _HOUR_FIRST.match(one.words))
            yield LeadIn(phrases, before)


def until(words: Sequence[str], *, is_order: bool) -> Iterator[LeadIn]:
    """Give what may be an end; all of an order is asked for, so that "trong 2h" is until when."""
    for at, lead in enumerate(words):
        if lead not in _UNTIL or (at and words[at - 1] in _NO_LEAD_AFTER.get(lead, ())):
            continue
        phrases = _phrases(words, at if _UNTIL[lead] else at + 1)
        if lead in _WITHIN:
            found = _within(words, at, phrases, is_order=is_order)
        else:
            found = (one for one in phrases if _may_end(one.words, lead))
        yield LeadIn(tuple(found), _before(words, at))


def _phrases(words: Sequence[str], start: int) -> Iterator[Phrase]:
    for end in range(min(len(words), start + _LONGEST_MOMENT), start, -1):
        is_last = end == len(words) or words[end - 1].endswith(_ENDS_CLAUSE) or words[end] in _ENDS_CLAUSE
        yield Phrase(" ".join(words[start:end]).strip(_SIGNS), is_last)


def _may_begin(said: str) -> bool:
    return bool(_HOUR_OR_DATE.search(said) or _A_WHILE_AGO.search(said))


def _may_end(said: str, lead: str) -> bool:
    """Tell whether words may be an end; "đến hôm nay" is up to now."""
    return bool(
        _HOUR_OR_DATE.search(said) or _DAY_TO_COME.search(said) or (lead not in ("den", "het") and _TODAY.search(said))
    )


def _within(words: Sequence[str], at: int, phrases: Iterator[Phrase], *, is_order: bool) -> Iterator[Phrase]:
    """Give what "trong" may lead to: a length of time, or a day whose end is meant."""
    clause = " ".join(_clause_before(words, at))
    for one in phrases:
        if _TO_COME.search(one.words):
            yield one
        length, day = _LENGTH.fullmatch(one.words), _WITHIN_A_DAY.fullmatch(one.words)
        if not (length or day) or (length and _BEHIND.match(" ".join(words[at + len(one.words.split()) :]))):
            continue
        if is_order or _ACTS.search(clause) or (not clause and one.is_last):
            yield _end_of(one, day["day"]) if day else one


def _end_of(one: Phrase, day: str) -> Phrase:
    """Write "trong ngày" as the end of this day."""
    return Phrase("het ngay" if day == "ngay" else f"het {day}" if "tuan" in day else day, one.is_last)


def _clause_before(words: Sequence[str], at: int) -> Sequence[str]:
    start = at
    while start and not words[start - 1].endswith(_ENDS_CLAUSE):
        start -= 1
    return words[start:at]


def _before(words: Sequence[str], at: int) -> tuple[str, ...]:
    start = at
    while start and not words[start - 1].endswith(_ENDS_SENTENCE):
        start -= 1
    return tuple(word.strip(_SIGNS) for word in words[start:at])
