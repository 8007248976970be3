"""Whether a typed line is a drill: where it says so first, and where it only speaks of one."""

import re

from services.notation.spelling import nfc

# With all marks, some or none, and as the tones are heard in the south; "điện tập trung" is another word.
_DRILL = r"(?:di[eêễể]n[ _-]*t[aâậạ]p(?! trung\b)|drill|exercise)(?!\w)"
_FIRST = re.compile(
    rf"[^\w\n]*(?:(?:cuộc|buổi|đợt|tổ chức|thông báo|kịch bản|cuoc|buoi|dot|to chuc|thong bao|kich ban) )?{_DRILL}",
    re.IGNORECASE,
)
# "Diễn tập đã kết thúc, có cháy thật", "Diễn tập ứng cứu phải dừng": what is over, or was broken off, is no drill.
_STOPPED = (
    r"gián đoạn|gian doan|dừng|dung|ngừng|ngung|ngưng|hoãn|hoan|hủy|huỷ|huy|kết thúc|ket thuc|xong"
    r"|interrupted|stopped|halted|suspended|cancell?ed|aborted|called off|over"
)
_OVER = re.compile(
    rf"\s+(?:(?:đã|da|vừa|vua|bị|bi|phải|phai|tạm|tam|đang|dang|is|was|has|{_STOPPED})(?!\w)"
    rf"|(?:(?!(?:do|vì|vi|khi|on|at|in|of)\b)[^\W\d]+\s+){{1,4}}?(?:{_STOPPED})(?!\w))",
    re.IGNORECASE,
)
# What tells of something real goes before what a line begins with, unless it is only as if.
_REAL = re.compile(
    r"(?<!\w)(?:thật|that su|su co that|tinh huong that|really?|genuine)(?!\w)|(?<=\w )that(?=\s*(?:[.,;!:]|$))",
    re.IGNORECASE,
)
_AS_IF_REAL = re.compile(
    r"(?<!\w)(?:như|nhu|giống|giong|sát|sat|as|like)(?: an?)? (?:thật|that|real)(?!\w)", re.IGNORECASE
)
_ANYWHERE = re.compile(rf"(?<!\w){_DRILL}", re.IGNORECASE)
_DENIED = re.compile(rf"(?<!\w)(?:không phải|khong phai|ko phải|ko phai|not)(?: là| la| an?)? {_DRILL}", re.IGNORECASE)


def says_drill_first(line: str) -> bool:
    """Tell whether a line begins as a drill's: "Diễn tập …", "[DIỄN TẬP] …", "Cuộc diễn tập …", "Drill: …".

    A line that tells of a drill that was broken off or is over, or of something real, is none: it only speaks of one.
    """
    text = nfc(line)
    first = _FIRST.match(text)
    if first is None or _OVER.match(text, first.end()) is not None:
        return False
    return _REAL.search(_AS_IF_REAL.sub(" ", text)) is None and _DENIED.search(text) is None


def says_it_is_real(line: str) -> bool:
    """Tell whether a line says that what it tells of is real: "thật", "không phải diễn tập"."""
    text = nfc(line)
    return _DENIED.search(text) is not None or _REAL.search(_AS_IF_REAL.sub(" ", text)) is not None


def speaks_of_a_drill(line: str) -> bool:
    """Tell whether a line speaks of a drill anywhere, unless it says that it is none."""
    return _ANYWHERE.search(_DENIED.sub(" ", nfc(line))) is not None
