"""Names of businesses as they fit a line: with the legal form shortened they are cut where they are the same."""

import re

# Longer forms first: each is tried where a word begins.
_FORMS = (
    ("tổng công ty cổ phần", "TCT CP"),
    ("tổng công ty", "TCT"),
    ("công ty trách nhiệm hữu hạn một thành viên", "CT TNHH MTV"),
    ("công ty trách nhiệm hữu hạn 1 thành viên", "CT TNHH MTV"),
    ("công ty trách nhiệm hữu hạn hai thành viên trở lên", "CT TNHH"),
    ("công ty trách nhiệm hữu hạn hai thành viên", "CT TNHH"),
    ("công ty trách nhiệm hữu hạn 2 thành viên trở lên", "CT TNHH"),
    ("công ty trách nhiệm hữu hạn 2 thành viên", "CT TNHH"),
    ("công ty trách nhiệm hữu hạn", "CT TNHH"),
    ("công ty tnhh một thành viên", "CT TNHH MTV"),
    ("công ty tnhh 1 thành viên", "CT TNHH MTV"),
    ("công ty tnhh hai thành viên trở lên", "CT TNHH"),
    ("công ty tnhh hai thành viên", "CT TNHH"),
    ("công ty tnhh 2 thành viên trở lên", "CT TNHH"),
    ("công ty tnhh 2 thành viên", "CT TNHH"),
    ("công ty tnhh", "CT TNHH"),
    ("công ty cổ phần", "CTCP"),
    ("công ty cp", "CTCP"),
    ("công ty", "CT"),
    ("doanh nghiệp tư nhân", "DNTN"),
    ("hợp tác xã", "HTX"),
    ("hộ kinh doanh", "HKD"),
    ("văn phòng đại diện", "VPĐD"),
    ("chi nhánh", "CN"),
    ("tập đoàn", "TĐ"),
)
_SHORT = dict(_FORMS)
_ANY = "|".join(long.replace(" ", r"\s+") for long in _SHORT)
_FORM = re.compile(rf"(?<!\w)(?:{_ANY})(?!\w)", re.IGNORECASE)


def with_short_form(name: str) -> str:
    """Write a business's name with its legal forms shortened: "Công ty Cổ phần Hoa Sen" gives "CTCP Hoa Sen"."""
    return _FORM.sub(lambda found: _SHORT[" ".join(found[0].lower().split())], name)
