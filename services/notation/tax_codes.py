"""Tax codes (mã số thuế) as businesses write them: of a business, of its branch, of a household business."""

import re

from stdnum.exceptions import InvalidChecksum, InvalidComponent
from stdnum.util import clean
from stdnum.vn import mst

from services.ground.refusals import Refusal
from services.notation.spelling import tidy_line

BUSINESS_DIGITS = 10
BRANCH_DIGITS = 13
HOUSEHOLD_DIGITS = 12

# Personal numbers begin with the province in which the birth was registered (001 to 096: annex 1 of Circular
# 07/2016/TT-BCA, the 63 of that time) or, of those born abroad, with a country's code, which is beyond these (Decree
# 137/2015/ND-CP, article 13). Then comes one digit for century and sex (0 and 1: born before 2000, 2 and 3: since;
# Circular 59/2021/TT-BCA, article 4), then two for the year.
_PLACE_OF_BIRTH = re.compile(
    r"0(?:0[12468]|1[0-24579]|2[024-7]|3[013-8]|4[024-689]|5[12468]|6[024678]|7[024579]|8[02-4679]|9[1-6])|[1-9]\d\d"
)
_ERASED = re.compile(r"#(\d+)")
# Who keeps a business is of age.
_BORN_BEFORE = 30
_SHORT_BRANCH = re.compile(r"\d{10}\s*[-‐-―.]\s*\d{2}\s*\Z")
_LABEL = re.compile(
    r"\A\W*(?:mst|msdn|m[aã] s[oố] (?:thu[eế]|doanh nghi[eệ]p)|tax (?:code|id|no)|tin)(?![a-z])\W*",
    re.IGNORECASE,
)
_SHOWN_CHARACTERS = 5


class TaxCodeLength(Refusal):
    """The code has neither 10, 12 nor 13 digits; `length` is the number of digits that were written."""


class TaxCodeCharacters(Refusal):
    """The code has something else than digits; `characters` are the first such ones, once each."""


class TaxCodeCheckDigit(Refusal):
    """The tenth digit does not agree with the nine before it: one is wrong; `digits` are the ten."""


class TaxCodeNeverIssued(Refusal):
    """The serial number or that of the branch is all zeros, which is never issued; `code` is the whole."""


class BranchCodeShort(Refusal):
    """A branch number has three digits, and this one has two: `digits`."""


class TaxCodeOfNobody(Refusal):
    """Twelve digits that are nobody's personal number, by province, century or year of birth: `code`."""


def read_tax_code(text: str) -> str:
    """Read a tax code as typed, with or without spaces, dots, dashes and "MST:".

    Gives 10 digits (business), 10-3 with a dash (branch) or 12 digits (household business: the owner's
    personal number, which has no check digit; Circular 86/2024/TT-BTC). Any three digits beyond the
    provinces count as a country's code, unless a zero before the whole makes it a branch's. Raises `TaxCodeCharacters`,
    `TaxCodeLength`, `TaxCodeCheckDigit`, `TaxCodeNeverIssued`, `BranchCodeShort` or `TaxCodeOfNobody`.
    """
    digits = clean(_LABEL.sub("", tidy_line(text)), " -.,:;/_()")
    _refuse_other_characters(digits)
    if len(digits) == HOUSEHOLD_DIGITS:
        return _household(digits, text)
    if len(digits) not in (BUSINESS_DIGITS, BRANCH_DIGITS):
        raise TaxCodeLength(length=len(digits))
    try:
        return mst.format(mst.validate(digits))
    except InvalidChecksum as error:
        raise TaxCodeCheckDigit(digits=digits[:BUSINESS_DIGITS]) from error
    except InvalidComponent as error:
        raise TaxCodeNeverIssued(code=mst.format(digits)) from error


def _household(digits: str, text: str) -> str:
    """Check what of a personal number can be checked: where, in which century and when its holder was born."""
    if _SHORT_BRANCH.search(tidy_line(text)):
        raise BranchCodeShort(digits=digits[BUSINESS_DIGITS:])
    century, year = digits[3], int(digits[4:6])
    is_of_this_century = century in "23" and year < _BORN_BEFORE
    if not _PLACE_OF_BIRTH.match(digits) or _lost_zero(digits) or not (century in "01" or is_of_this_century):
        raise TaxCodeOfNobody(code=digits)
    return digits


def _lost_zero(digits: str) -> bool:
    """Tell whether the digits are those of a branch whose zero was lost."""
    return not digits.startswith("0") and bool(mst.is_valid(f"0{digits}"))


def is_personal(tax_code: str) -> bool:
    """Tell whether a stored tax code is the personal number of a household's owner."""
    return len(tax_code) == HOUSEHOLD_DIGITS and tax_code.isdecimal()


def masked(personal: str) -> str:
    """Show of a personal number what tells it from its neighbours: "0252…890"."""
    return f"{personal[:4]}…{personal[-3:]}"


def erased_code(member_id: int) -> str:
    """Give what is stored where a personal number was erased; no tax code is written so."""
    return f"#{member_id}"


def is_erased(tax_code: str) -> bool:
    """Tell whether a personal number stood here and was erased."""
    return _ERASED.fullmatch(tax_code) is not None


def _refuse_other_characters(digits: str) -> None:
    others = dict.fromkeys(c for c in digits if c not in "0123456789")
    if others:
        raise TaxCodeCharacters(characters="".join(list(others)[:_SHOWN_CHARACTERS]))
