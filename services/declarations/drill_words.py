"""Whether a typed line is a drill: where it says so first, and where it only speaks of one."""

import re

from services.notation.spelling import nfc

# With all marks, some or none, and as the tones are heard in the south; "điện tập trung" is another word.
_DRILL = r"(?:di[eêễể]n[ _-]*t[aâậạ]p(?! trung\b)|drill|exercise)(?!\w)"
_FIRST = re.compile(
    rf"[^\w\n]*(?:(?:cuộc|buổi|đợt|tổ chức|thông báo|kịch bản|cuoc|buoi|dot|to chuc|thong bao|kich ban) )?{_DRILL}",
    re.IGNORECASE,
)
# "Diễn tập đã kết thúc, có cháy thật": what is over is no drill.
_OVER = re.compile(r"\s+(?:đã|da|vừa|vua|xong|kết thúc|ket thuc|(?:is|was|has) )", re.IGNORECASE)
_ANYWHERE = re.compile(rf"(?<!\w){_DRILL}", re.IGNORECASE)
_DENIED = re.compile(rf"(?<!\w)(?:không phải|khong phai|ko phải|ko phai|not)(?: là| la| an?)? {_DRILL}", re.IGNORECASE)


def says_drill_first(line: str) -> bool:
    """Tell whether a line begins as a drill's: "Diễn tập …", "[DIỄN TẬP] …", "Cuộc diễn tập …", "Drill: …"."""
    first = _FIRST.match(nfc(line))
    return first is not None and _OVER.match(nfc(line), first.end()) is None


def speaks_of_a_drill(line: str) -> bool:
    """Tell whether a line speaks of a drill anywhere, unless it says that it is none."""
    return _ANYWHERE.search(_DENIED.sub(" ", nfc(line))) is not None
