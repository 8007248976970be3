"""Tax codes (mã số thuế) as businesses write them: of a business, of its branch, of a household business."""

import re

from stdnum.exceptions import InvalidChecksum, InvalidComponent
from stdnum.util import clean
from stdnum.vn import mst

from services.ground.refusals import Refusal
from services.ground.spelling import tidy_line

BUSINESS_DIGITS = 10
BRANCH_DIGITS = 13
HOUSEHOLD_DIGITS = 12

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


def read_tax_code(text: str) -> str:
    """Read a tax code as typed, with or without spaces, dots, dashes and "MST:".

    Gives 10 digits (business), 10-3 with a dash (branch) or 12 digits (household business: the owner's
    personal number, which has no check digit; Circular 86/2024/TT-BTC). Raises `TaxCodeCharacters`,
    `TaxCodeLength`, `TaxCodeCheckDigit` or `TaxCodeNeverIssued`.
    """
    digits = clean(_LABEL.sub("", tidy_line(text)), " -.,:;/_()")
    _refuse_other_characters(digits)
    if len(digits) == HOUSEHOLD_DIGITS:
        return digits
    if len(digits) not in (BUSINESS_DIGITS, BRANCH_DIGITS):
        raise TaxCodeLength(length=len(digits))
    try:
        return mst.format(mst.validate(digits))
    except InvalidChecksum as error:
        raise TaxCodeCheckDigit(digits=digits[:BUSINESS_DIGITS]) from error
    except InvalidComponent as error:
        raise TaxCodeNeverIssued(code=mst.format(digits)) from error


def _refuse_other_characters(digits: str) -> None:
    others = dict.fromkeys(c for c in digits if c not in "0123456789")
    if others:
        raise TaxCodeCharacters(characters="".join(list(others)[:_SHOWN_CHARACTERS]))
