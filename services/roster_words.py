"""The words by which a business is found besides its name: short forms, initials, numbers."""

from collections.abc import Iterable, Iterator

from models.members import Sector
from services import communes
from services.spelling import search_key

SECTOR_WORDS = {
    Sector.TELECOM: "vien thong vt telecom telecommunications",
    Sector.POSTAL: "buu chinh bc postal",
    Sector.IT: "cong nghe thong tin cntt cong nghe so cns it digital technology",
}
# Legal words as they are written out and as people shorten them, in search spelling.
_LEGAL = (
    ("cong ty", "cty"),
    ("tong cong ty", "tct"),
    ("trach nhiem huu han", "tnhh"),
    ("mot thanh vien", "mtv"),
    ("co phan", "cp"),
    ("doanh nghiep tu nhan", "dntn"),
    ("doanh nghiep", "dn"),
    ("ho kinh doanh", "hkd"),
    ("hop tac xa", "htx"),
    ("chi nhanh", "cn"),
    ("van phong dai dien", "vpdd"),
    ("tap doan", "td"),
)
# What may stand before the name by which people know a business.
_BEFORE_THE_NAME = sorted(
    {*(form for forms in _LEGAL for form in forms), "cong ti", "ct", "hai thanh vien", "1 thanh vien", "2 thanh vien"},
    key=len,
    reverse=True,
)
WHOLE = "="
HOME = "84"


def other_words(
    *,
    name_key: str,
    tax_code: str,
    sectors: Iterable[Sector],
    commune_code: str,
    capability_names: Iterable[str],
) -> str:
    """Write down all words of a business but its name's, each after a space; initials stand between `WHOLE` signs."""
    words = [
        "".join(digit for digit in tax_code if digit.isdigit()),
        *(f"{WHOLE}{initials}{WHOLE}" for initials in _initials(name_key)),
        *_other_forms(name_key),
        search_key(communes.commune(commune_code).name),
        *(SECTOR_WORDS[sector] for sector in sorted(sectors)),
        *(search_key(name) for name in capability_names),
    ]
    return "".join(f" {word}" for word in words)


def own_name(name_key: str) -> str:
    """Leave out the legal words before a name in search spelling: "cong ty tnhh mtv hoa sen" gives "hoa sen"."""
    rest = name_key
    while True:
        before = next((words for words in _BEFORE_THE_NAME if rest.startswith(f"{words} ")), None)
        if before is None:
            return rest
        rest = rest[len(before) + 1 :]


def national_digits(phone: str) -> str:
    """Write a stored number (E.164) as it is dialled at home, digits alone: "+84912345678" gives "0912345678"."""
    digits = phone.removeprefix("+")
    return f"0{digits[len(HOME) :]}" if digits.startswith(HOME) else digits


def _initials(name_key: str) -> list[str]:
    """Give the first letters of a name's words, with and without the legal words before it."""
    wholes = ("".join(word[0] for word in key.split()) for key in (own_name(name_key), name_key))
    return [initials for initials in dict.fromkeys(wholes) if len(initials) > 1]


def _other_forms(name_key: str) -> Iterator[str]:
    """Give the legal words of a name as others may write them: short for long, and long for short."""
    padded = f" {name_key} "
    for long, short in _LEGAL:
        if f" {long} " in padded and f" {short} " not in padded:
            yield short
        elif f" {short} " in padded and f" {long} " not in padded:
            yield long
