"""Phone numbers as people write them, kept in the international form (E.164)."""

import re

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat

from services.ground.refusals import Refusal
from services.notation.spelling import tidy_line

HOME_REGION = "VN"
HOME_COUNTRY_CODE = 84

_LABEL = re.compile(
    r"\A\W*(?:s[đd]t|[đd]t(?:d[đd])?|tel|phone|mobile|hotline|zalo|(?:s[oố] )?[đd]i[eệ]n tho[aạ]i|s[oố] [1-9](?=\s*:))"
    r"\b[\s.:]*",
    re.IGNORECASE,
)
_EXTENSION = re.compile(r"[\s,;(]*\b(?:m[aá]y (?:l[eẻ]|nh[aá]nh)|nh[aá]nh|ext|x)\b[\s.:]*(\d{1,6})\)?\Z", re.IGNORECASE)
# What people add in brackets, or that the number answers on Zalo too; it holds no digit.
_NOTE = re.compile(r"\s*(?:\([^()\d]*[^\W\d][^()\d]*\)|\bzalo)\Z", re.IGNORECASE)
_NUMBER = re.compile(r"\+?[\d\s().\-‐-―]*")


class PhoneInvalid(Refusal):
    """The text is no phone number that can be called; `digits` is the number of digits that were written."""


def read_phone(text: str) -> str:
    """Read one Vietnamese number, or an international one that begins with + or 00, as E.164: "+84912345678".

    An extension is left out, since E.164 has none; so is a note behind the number, such as "(Zalo)". Raises
    `PhoneInvalid`, also for numbers that only Vietnam answers at emergencies (113) and for mobile numbers of eleven
    digits, which ended in 2018.
    """
    line = tidy_line(text)
    number = _parse(_EXTENSION.sub("", _NOTE.sub("", _LABEL.sub("", line))))
    if number is None or not phonenumbers.is_valid_number(number):
        raise PhoneInvalid(digits=sum(c.isdigit() for c in line))
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def show_phone(e164: str) -> str:
    """Show a stored number as it is dialled: "0912 345 678" in Vietnam, "+1 212-555-0123" elsewhere."""
    number = phonenumbers.parse(e164)
    home = number.country_code == HOME_COUNTRY_CODE
    return phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL if home else PhoneNumberFormat.INTERNATIONAL)


def _parse(written: str) -> PhoneNumber | None:
    """Parse a text that holds only a number. Letters are not read as keys of a phone."""
    if not _NUMBER.fullmatch(written.removeprefix("(")):
        return None
    try:
        return phonenumbers.parse(written, HOME_REGION)
    except phonenumbers.NumberParseException:
        return None
