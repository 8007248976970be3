"""Whether a typed line is a drill: where it says so first, and where it only speaks of one."""

import re

from services.notation.spelling import nfc

# With all marks, some or none, and as the tones are heard in the south; "điện tập trung" is another word.
_DRILL = r"(?:di[eêễể]n[ _-]*t[aâậạ]p(?! trung\b)|drill|exercise)(?!\w)"
_FIRST = re.compile(
    rf"[^\w\n]*(?:(?:cuộc|buổi|đợt|tổ chức|thông báo|kịch bản|cuoc|buoi|dot|to chuc|thong bao|kich ban) )?{_DRILL}",
    re.IGNORECASE,
)
_ANYWHERE = re.compile(rf"(?<!\w){_DRILL}", re.IGNORECASE)
_DENIED = re.compile(rf"(?<!\w)(?:không phải|khong phai|ko phải|ko phai|not)(?: là| la| an?)? {_DRILL}", re.IGNORECASE)


def says_drill_first(line: str) -> bool:
    """Tell whether a line begins as a drill's: "Diễn tập …", "[DIỄN TẬP] …", "Cuộc diễn tập …", "Drill: …"."""
    return _FIRST.match(nfc(line)) is not None


def speaks_of_a_drill(line: str) -> bool:
    """Tell whether a line speaks of a drill anywhere, unless it says that it is none."""
    return _ANYWHERE.search(_DENIED.sub(" ", nfc(line))) is not None
