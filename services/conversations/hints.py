"""What words may mean: a button of an alert, which is offered and never pressed, a question, nothing, or no answer."""

import re

from models.responses import Answer
from services.notation.spelling import nfc, search_key

# Whoever is mentioned has said nothing by their name.
MENTION = re.compile(r"@\w+")
CLAUSES = re.compile(r"[,.;:!…](?=\s|$)|[\n–—]|\s-\s|\b(?:nhưng|nhung|song|còn|but)\b", re.IGNORECASE)
# Words that without their tones would be taken for others: "tới" (to arrive) is not "tôi" (I), nor "tối" (evening).
TAKEN_FOR_OTHERS = {
    "tôi": "minh",
    "tối": "dem",
    "tội": "loi",
    "xã": "thon",
    "đèn": "dien",
    "đen": "mau",
    "đúng": "chuan",
    "dùng": "lay",
    "dừng": "nghi",
    "dũng": "gan",
    "chữa": "sua",
    "chứa": "dung duoc",
    "chùa": "den tho",
    "à": "khong",
}
ACCENTED = re.compile(rf"\b({'|'.join(TAKEN_FOR_OTHERS)})\b")
SHORTENED_NOT = re.compile(r"n['’]t\b")

NOT = re.compile(r"\b(khong|ko|k|khg|hok|chua|chang|cha|dung|not|never|no|without|kho)\b")
# Asked, supposed, or wished of somebody else.
NOT_SAID = re.compile(r"\b(neu|khi nao|bao lau|bao gio|may gio|if|when|how long|de nghi|yeu cau|please)\b")
ASKS_AT_THE_END = re.compile(r"\b(khong|ko|chua)$")
PAST = re.compile(r"\b(truoc|roi|ago|qua|da (\w+ )?(den|toi|co mat))\b")

CANNOT = re.compile(
    r"\b((khong|ko|k) (the )?tham gia|(khong|ko|k) the(?! (khong|ko|k)\b)|cannot|can not|unable|can t)\b"
)
ELSE = (
    (Answer.REMOTE, re.compile(r"\b(tu xa|remote(ly)?)\b")),
    (Answer.READY, re.compile(r"\b(san sang|co mat ngay|dang (den|toi)|on (our|my) way|ready)\b")),
)
# An hour of the clock is no time that passes: "2 giờ chiều", "lúc 2 giờ", "2 giờ 30", "1 tiếng rưỡi".
_NO_MORE = r"\b(?! (sang|chieu|trua|dem|kem|ruoi|hom|ngay|\d+))"
TIMES = (
    (Answer.READY_120, re.compile(rf"\b(2 (gio|tieng|hours?|hrs?)|two hours|120 (phut|p|min(utes?|s)?)){_NO_MORE}")),
    (
        Answer.READY_60,
        re.compile(rf"\b(1 (gio|tieng|hour|hr)|mot (gio|tieng)|an hour|60 (phut|p|min(utes?|s)?)){_NO_MORE}"),
    ),
    (Answer.READY_30, re.compile(rf"\b(30 (phut|p|min(utes?|s)?)|30p|nua (gio|tieng)|half an hour){_NO_MORE}")),
)
AT_THE_CLOCK = re.compile(r"\b(luc|hoi|at)$")
MORE_THAN = re.compile(r"\b(\d+ (gio|tieng|hours?)|hon|tren|over|more than)$")
PASSES = re.compile(r"\b(sau|trong|vong|khoang|mat|nua|in|within|after)\b")
ARRIVES = re.compile(
    r"\b(co mat|len duong|toi noi|den noi|se (toi|den)|arriv\w+|be there|get there|there in|on (our|my) way|eta)\b"
)
# "Đến 2 giờ" and "2 giờ tới" say until when, "cho đến" and "liên quan đến" neither.
COMES = re.compile(r"(?<!lien quan )(?<!cho )(?<!sap )(?<!keo dai )\b(toi|den|come|coming)\b(?! (\d|khi|nay|luc nao))")
NOTHING_BUT_A_TIME = re.compile(r"\b(khoang|chung|tam|sau|trong|vong|nua|can|a|nhe|about|in|within|around|minutes?)\b")
# Without tones and marks: "đã rõ" and "dạ, rõ ạ" alike.
_CORE = (
    "ok|oke|okie|okay|da|vang|uh|ro|nhan|nhan tin|biet|hieu|cam on"
    "|yes|roger|copy|noted|received|understood|got it|thanks|thank you"
)
_POLITE = "a|anh|chi|em|nhe|nha|roi|cac anh|quy co quan"
_WORDS = re.compile(rf"(?:(?:{_POLITE}) )*(?:{_CORE})(?: (?:{_CORE}|{_POLITE}))*")
_SIGNS = re.compile(r"[👍👌🙏🫡✅✔\ufe0f\U0001f3fb-\U0001f3ff\s]+")
# So many words may still be a slip in a number, a time or the name of a button.
SLIP = 3
# A sentence with a number in it is likely meant for the step, unless it is long.
SLIP_WITH_NUMBER = 8
_ASKS = re.compile(
    r"\b(?:ở đâu|đi đâu|đâu (?:ạ|vậy|thế)|bao giờ|khi nào|lúc nào|bao lâu|thế nào|làm sao|tại sao|vì sao|(?:lối|đường"
    r"|ai|chỗ|nơi|cách|ngày|giờ|số|bên|đơn vị|loại) nào|(?:được|phải|đúng) (?:không|chưa)"
    r"|(?:có|đã) [^,.;]*(?:không|chưa)(?: ạ)?\W*$)",
    re.IGNORECASE,
)
# Without their marks, and in English.
_ASKS_PLAIN = re.compile(
    r"\b(?:o dau|bao gio|khi nao|bao lau|the nao|lam sao|tai sao|vi sao|loi nao|duoc khong|phai khong)\b"
    r"|^(?:what|where|when|which|who|why|how|can we|may we|should we|do we|is there|are there)\b"
)


def meant(text: str) -> Answer | None:
    """Tell which answer words resemble; None where they resemble none, deny it, or ask something."""
    clauses = [] if "?" in text else _clauses(text)
    if any(_is_said(one, CANNOT) for one in clauses):
        return Answer.CANNOT
    times = [_time(one, alone=len(clauses) == 1) for one in clauses]
    others = [answer for answer, pattern in ELSE if any(_is_said(one, pattern) for one in clauses)]
    return next((answer for answer in (*times, *others) if answer is not None), None)


def _clauses(text: str) -> list[str]:
    """Cut words where what is denied in one part says nothing of the next."""
    words = SHORTENED_NOT.sub("n not", MENTION.sub(" ", nfc(text).lower()))
    told_apart = ACCENTED.sub(lambda found: TAKEN_FOR_OTHERS[found[0]], words)
    return [key for one in CLAUSES.split(told_apart) if (key := search_key(one))]


def _is_said(clause: str, pattern: re.Pattern[str]) -> bool:
    """Tell whether a clause says something, and neither denies, asks nor supposes it."""
    found = pattern.search(clause)
    if found is None or NOT_SAID.search(clause) or ASKS_AT_THE_END.search(clause):
        return False
    return NOT.search(clause[: found.start()]) is None


def _time(clause: str, *, alone: bool) -> Answer | None:
    """Tell after how long somebody says that they arrive; `alone` if nothing else is said at all."""
    for answer, pattern in TIMES:
        if (found := pattern.search(clause)) and _is_said(clause, pattern):
            return answer if _is_arrival(clause, found, alone=alone) else None
    return None


def _is_arrival(clause: str, time: re.Match[str], *, alone: bool) -> bool:
    before, after = clause[: time.start()].strip(), clause[time.end() :].strip()
    if AT_THE_CLOCK.search(before) or MORE_THAN.search(before) or PAST.search(clause):
        return False
    rest = f"{before} {after}"
    if alone and not NOTHING_BUT_A_TIME.sub("", rest).strip():
        return True
    if "gio" in time[0].split() and not (PASSES.search(before) or after.startswith("nua")):
        return False
    after = re.sub(r"^(toi|den)\b", "", after)
    return bool(ARRIVES.search(clause) or COMES.search(f"{before} {time[0]}") or _comes_after(after))


def _comes_after(words: str) -> bool:
    """Tell whether words after a time say that somebody comes; without tones "toi" may be "tôi" unless it ends them."""
    found = COMES.search(words)
    return found is not None and (found[0] != "toi" or found.end() == len(words))


def is_bare_acknowledgement(text: str) -> bool:
    """Tell whether words only say that something was read or understood; a question never does."""
    if "?" in text:
        return False
    signs = _SIGNS.fullmatch(text) is not None
    return signs or _WORDS.fullmatch(search_key(text)) is not None


def is_question(text: str) -> bool:
    """Tell whether words ask something."""
    return "?" in text or bool(_ASKS.search(nfc(text)) or _ASKS_PLAIN.search(search_key(text)))


def is_stray(text: str) -> bool:
    """Tell whether words that a step could not read are none that it waits for: a question, or a sentence."""
    if is_question(text):
        return True
    slip = SLIP_WITH_NUMBER if re.search(r"\d", text) else SLIP
    return not text.startswith("/") and len(text.split()) > slip
