"""The words by which a business is found besides its name: short forms, initials, numbers."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from models.members import Sector
from services.notation.spelling import search_key
from services.notation.tax_codes import is_erased, is_personal
from services.places import communes

SECTOR_WORDS = {
    Sector.TELECOM: "vien thong vt telecommunications",
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
_ALSO_BEFORE = ("cong ti", "ct", "hai thanh vien", "1 thanh vien", "2 thanh vien")
_BEFORE_THE_NAME = re.compile(
    rf"(?:(?:{'|'.join(sorted({*chain(*_LEGAL), *_ALSO_BEFORE}, key=len, reverse=True))}) )*(?=\S)"
)
WHOLE = "="
HOME = "84"


def other_words(
    *,
    name_key: str,
    tax_code: str,
    sectors: Iterable[Sector],
    commune_code: str,
    capability_words: Iterable[str],
) -> str:
    """Write down all words of a business but its name's, each once; initials stand between `WHOLE` signs.

    A personal number is none of them: not everybody may search by a part of it.
    What is in search spelling already: `name_key` and `capability_words`.
    """
    words = [
        "" if is_erased(tax_code) or is_personal(tax_code) else "".join(digit for digit in tax_code if digit.isdigit()),
        *(f"{WHOLE}{initials}{WHOLE}" for initials in _initials(name_key)),
        *_other_forms(name_key),
        _commune_words(commune_code),
        *(SECTOR_WORDS[sector] for sector in sorted(sectors)),
        *capability_words,
    ]
    in_name = set(name_key.split())
    return " ".join(word for word in dict.fromkeys(" ".join(words).split()) if word not in in_name)


@lru_cache(maxsize=4096)
def _commune_words(code: str) -> str:
    return search_key(communes.commune(code).name)


def short_name(name: str) -> str:
    """Leave out the legal words before a name as it is written: what people call the business."""
    name_key = key_of(name)
    before = len(name_key.split()) - len(own_name(name_key).split())
    words = name.split()
    while words and before > 0:
        before -= len(_key_of_word(words.pop(0)).split())
    return " ".join(words) or name


def key_of(name: str) -> str:
    """Give a name in search spelling, as `search_key` does, with words that were seen before from memory."""
    return " ".join(key for key in map(_key_of_word, name.split()) if key)


@lru_cache(maxsize=1 << 15)
def _key_of_word(word: str) -> str:
    return search_key(word)


def own_name(name_key: str) -> str:
    """Leave out the legal words before a name in search spelling: "cong ty tnhh mtv hoa sen" gives "hoa sen"."""
    before = _BEFORE_THE_NAME.match(name_key)
    return name_key[before.end() :] if before is not None else name_key


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
