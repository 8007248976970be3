"""E-mail addresses as people write them."""

import re

from services.ground.refusals import Refusal
from services.notation.spelling import tidy_line

LONGEST = 254
HOST = r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,63}"
EMAIL = re.compile(rf"[\w.+-]+@{HOST}")


class EmailInvalid(Refusal):
    """The text is no e-mail address."""


def read_email(text: str) -> str:
    """Read one address, as it is written; what stands before a colon names it. Raises EmailInvalid."""
    address = tidy_line(text).rpartition(":")[2].strip("<>.,; ")
    if len(address) > LONGEST or not EMAIL.fullmatch(address):
        raise EmailInvalid
    return address
