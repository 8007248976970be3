"""A phone number in a list: written for people, with a label, a remark, a second number, or as it was before 2018."""

import re
from dataclasses import dataclass
from enum import StrEnum

from services.notation.phones import PhoneInvalid, read_phone
from services.notation.spelling import tidy_line

# Mobile numbers of eleven digits and what they became from 15 September 2018: the Ministry of Information and
# Communications' plan of 29 May 2018, as Tiền Phong ("Hàng triệu thuê bao 11 số chuyển về 10 số như thế nào?") and Pháp
# Luật TP.HCM ("2 cách chuyển số điện thoại 11 số về 10 số") printed it.
NEW_PREFIXES = dict(
    re.findall(
        r"(\d{4}):(\d{3})",
        "0120:070 0121:079 0122:077 0126:076 0128:078 0123:083 0124:084 0125:085 0127:081 0129:082 0162:032 0163:033 "
        "0164:034 0165:035 0166:036 0167:037 0168:038 0169:039 0186:056 0188:058 0199:059",
    )
)
_OLD_MOBILE = re.compile(r"(?:0|\+?84)(1[2689]\d)(\d{7})")
_SEVERAL = re.compile(r"[;,/\n|&]|\b(?:ho\wc|v\w|or|and)\b|\s-\s(?=\+?0)", re.IGNORECASE)
_LABEL = re.compile(r"\A\W*(?:d[đd]|di [đd][oộ]ng|zalo|c[oố] [đd][iị]nh|s[oố]|máy bàn)\b[\s.:]*", re.IGNORECASE)
# Whose number it is, before the number: "Anh Hùng 0912…".
_WHOSE = re.compile(r"\A[^\W\d_][^\d+(]*(?=[\d+(])")
# Words in brackets or after a dash: whose number it is, or where else it is used.
_REMARK = re.compile(
    r"\s*\([^()\d]*\)\s*|\s*[-–—,:]\s*[^\W\d][^\d]*\Z|\s+(?:zalo|viber|mr|ms|anh|ch\w)\b[^\d]*\Z", re.IGNORECASE
)


class PhoneRemark(StrEnum):
    """What was done to a number that could not be taken as it was written."""

    FIRST_OF_SEVERAL = "first-of-several"
    OLD_PREFIX = "old-prefix"


@dataclass(frozen=True, slots=True)
class ReadPhone:
    """A number in the international form, and what was done to it."""

    number: str
    remarks: tuple[PhoneRemark, ...] = ()


def find_phone(text: str) -> ReadPhone:
    """Find the first number that a cell holds; raises PhoneInvalid where there is none."""
    try:
        return ReadPhone(read_phone(text))
    except PhoneInvalid:
        parts = [part for part in map(tidy_line, _SEVERAL.split(text)) if any(sign.isdigit() for sign in part)]
        if not parts:
            raise
    first = _one(parts[0])
    if len(parts) == 1:
        return first
    return ReadPhone(first.number, (*first.remarks, PhoneRemark.FIRST_OF_SEVERAL))


def _one(text: str) -> ReadPhone:
    plain = _WHOSE.sub("", _LABEL.sub("", _REMARK.sub(" ", text)).strip())
    old = _OLD_MOBILE.fullmatch(re.sub(r"[\s.\-]", "", plain))
    if old and f"0{old[1]}" in NEW_PREFIXES:
        return ReadPhone(read_phone(NEW_PREFIXES[f"0{old[1]}"] + old[2]), (PhoneRemark.OLD_PREFIX,))
    return ReadPhone(read_phone(plain))
