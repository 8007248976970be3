"""Words of a line that seem to name a place and name none that is known: "tại Hòa Bình", "ở Xóm Mới"."""

import re
from collections.abc import Iterator, Sequence

from services.notation.spelling import nfc, search_key, without_marks
from services.places.communes import province
from services.places.gazetteer import bare, gazetteer, joined
from services.places.mentions import names_in, words_in
from services.places.reading import Mention

_AT = r"tại|ở|tai|o|at|near|gần|gan|thuộc|thuoc|khu vực|khu vuc"
_KINDS = (
    r"thôn|xóm|bản|ấp|buôn|khu|khu phố|tổ|đội|xã|phường|thị trấn|thị xã|thành phố|huyện|đường|phố|đoạn|cầu|ngã tư"
    r"|ngã ba|cụm|trạm|nhà máy|trường|bệnh viện|chợ|hồ|thon|xom|xa|phuong|huyen|duong|pho|tram|TX|TP|TT|P\.|X\."
)
_LED = re.compile(rf"(?<![\w/])(?:{_AT})(?=\s)", re.IGNORECASE)
_OF_KIND = re.compile(r"(?<![\w/])(?:xã|phường|thị trấn|huyện|thị xã|TX|TP|TT|P\.|X\.)(?=\s?[A-ZĐÀ-Ỹ])")
_BREAK = re.compile(r"[,;:()\n!?]|\.(?:\s|$)|\s[-–—]\s")
# What no name of a place begins with, and where one ends. Without accents "tai nan" is an accident, "o to" a car.
_NO_PLACE = frozenset(
    re.findall(
        r"\w+",
        "cho day do kia nha dau nhieu cac mot hai ba nan lieu khoan nguyen bien to lai sao san trong ngoai day duoi"
        " tren least once home work the toan muc nguoi dia hien present night noon",
    )
)
_ENDS = frozenset(
    re.findall(
        r"\w+",
        "tu luc can truoc trc den bi do vi mat dang va cung co khong ko de nen sap chay dut hong ngay gap tai o"
        " since from need needs until before by and is are was nhung khien lam sang trua chieu toi dem hom yeu",
    )
)
# In a line that has marks these are other words.
_WITHOUT_MARKS = frozenset({"o", "tai", "gan", "thuoc", "khu vuc"})
_LONGEST = 5
_NEAR = 40
_AND = re.compile(r"(?<!\w)(?:và|va|and)(?!\w)|[&+]", re.IGNORECASE)


def places_unread(text: str, mentions: Sequence[Mention], *, province_code: str) -> tuple[str, ...]:
    """Give the words that lead to a place of which nothing is known, as they are written; the whole province is known.

    A hamlet or a street before a commune that was read is no doubt: "ở Xóm Mới, xã Thanh Sơn".
    """
    line = nfc(text)
    home = search_key(bare(province(province_code).name))
    found: dict[str, None] = {}
    taken = 0
    for start, name_at in _leads(line):
        end = _end(line, name_at)
        if start < taken or end == name_at or _is_read(line, mentions, start, end) or _is_home(line[name_at:end], home):
            continue
        found[" ".join(line[start:end].split())] = None
        taken = end
    return tuple(found) if found or mentions else _passed_over(line, province_code, home)


def _passed_over(line: str, province_code: str, home: str) -> tuple[str, ...]:
    """Give the names of places that stand for something else in a line that names no place: "cầu Việt Trì"."""
    words = words_in(line)
    is_small = line.isascii()
    found = []
    for name in names_in(words, gazetteer(province_code)):
        is_name = is_small or all(word.written[0].isupper() for word in words[name.first : name.last + 1])
        if name.last > name.first and is_name and not _is_home(name.written, home):
            found.append(line[words[name.first].start : words[name.last].end])
    return tuple(dict.fromkeys(found))


def name_in(words: str) -> str:
    """Give the name among words that lead to a place: "Hòa Bình" of "tại phường Hòa Bình"."""
    rest = _LED.sub("", words, count=1).strip()
    return re.sub(rf"^(?:{_KINDS})\s+", "", rest, flags=re.IGNORECASE) or rest


def _leads(line: str) -> Iterator[tuple[int, int]]:
    """Give where words begin that lead to a place, and where what may be its name begins."""
    has_marks = not line.isascii()
    spots = [(spot.start(), spot.end()) for spot in _LED.finditer(line)]
    spots = [(start, end) for start, end in spots if not (has_marks and line[start:end].casefold() in _WITHOUT_MARKS)]
    yield from sorted([*spots, *((spot.start(), spot.start()) for spot in _OF_KIND.finditer(line))])


def _end(line: str, at: int) -> int:
    """Tell where a name ends: at a sign, at a word that goes on about something else, or after a few words."""
    stop = _BREAK.search(line, at)
    words = list(re.finditer(r"\S+", line[at : stop.start() if stop else len(line)]))
    end, first = at, True
    for word in words[:_LONGEST]:
        key = without_marks(word[0])
        if key in _ENDS or (first and (key in _NO_PLACE or key[0].isdigit())):
            break
        end, first = at + word.end(), False
    return end


def _is_read(line: str, mentions: Sequence[Mention], start: int, end: int) -> bool:
    """Tell whether a place was read in the words, or right after them: the commune where a hamlet lies."""
    return any(
        one.end > start and (one.start < end or (one.start < end + _NEAR and not _AND.search(line[end : one.start])))
        for one in mentions
    )


def _is_home(name: str, home: str) -> bool:
    """Tell whether the province itself is named, in words such as "tỉnh Phú Thọ"."""
    key = search_key(name)
    name_alone = key.removeprefix("tinh ").removeprefix("thanh pho ")
    return name_alone.startswith((home, joined(home))) or key in ("tinh", "tinh ta")
