"""Numbers that are well formed and plainly nobody's: Telegram ids, phones and tax codes."""

from functools import cache
from itertools import count, islice

from stdnum.vn import mst

# Telegram ids reach up to 2**40 and were issued to some 9 billion by 2026, so nobody has one of these.
FIRST_TELEGRAM_ID = 900_000_000_001
LAST_TELEGRAM_ID = 900_000_009_999
# Tax codes begin with the number of a province or with 8; no province is 99.
TAX_CODE_PREFIX = "99"


def telegram_id(number: int) -> int:
    """Give the Telegram id of the person with this number, from 1 on."""
    return FIRST_TELEGRAM_ID - 1 + number


def phone(number: int) -> str:
    """Give the phone of the person with this number in E.164: "+84900000001"."""
    return f"+84900{number:06}"


def tax_code(number: int) -> str:
    """Give the tax code of the business with this number, from 0 on, with its check digit."""
    return _tax_codes(1000)[number]


@cache
def _tax_codes(many: int) -> list[str]:
    beginnings = (f"{TAX_CODE_PREFIX}{serial:07}" for serial in count(1))
    checked = ((beginning, mst.calc_check_digit(beginning)) for beginning in beginnings)
    # One beginning in eleven has no check digit of one figure, and is never issued.
    return list(islice((beginning + digit for beginning, digit in checked if len(digit) == 1), many))
