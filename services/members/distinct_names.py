"""What tells the name of a business from those of others: not its form, its trade, or where it is."""

import re
from functools import cache, lru_cache

from services.members.entry_words import own_name
from services.notation.spelling import search_key
from services.places import communes, former

# What businesses of this network do and call themselves, in search spelling.
_TRADES = re.split(
    r",\s+",
    """
    an ninh, an ninh mang, an toan, an toan thong tin, bao mat, buu chinh, buu cuc, buu dien, buu pham, bao hiem,
    cap quang, chuyen doi so, chuyen phat, chuyen phat nhanh, cong nghe, cong nghe so, cong nghe cao,
    cong nghe thong tin, cntt, cong nghiep, dao tao, dau tu, di dong, dich vu, dien luc, dien tu, du lieu,
    du lieu so, giai phap, giai phap so, giao hang, giao hang nhanh, giao nhan, ha tang, ha tang so, he thong,
    internet, ky thuat, ky thuat so, kho van, may tinh, mang, mang luoi, nang luong, nen tang, nen tang so,
    phan mem, phat trien, phan phoi, quang cao, san xuat, tap doan, thiet bi, thong tin, thong tin di dong,
    thuong mai, thuong mai dien tu, tin hoc, trung tam, truyen dan, truyen hinh, truyen thong, tu van, van chuyen,
    van tai, ve tinh, vien thong, xay dung, xuat nhap khau, va, tinh, thanh pho, khu vuc, quoc te, toan cau,
    viet nam, vietnam, vn, company, corporation, corp, group, jsc, co ltd, ltd, logistics, telecom, technology,
    software, solutions, digital, express, post, media, network, online, it, ict
    """.strip(),
)
_ANY = "|".join(sorted(_TRADES, key=len, reverse=True))
_FIRST = re.compile(rf"(?:{_ANY}) ")
_LAST = re.compile(rf" (?:{_ANY})$")
# Two words may stand alone for a name, one is a word of every day.
ENOUGH = 2


@lru_cache(maxsize=1 << 13)
def distinct_name(name_key: str) -> str:
    """Leave out what says the form, the trade and the place of a business in search spelling; "" where all does so.

    "cong ty tnhh buu chinh hom thu do viet nam" gives "hom thu do". What stands behind stays unless enough is left.
    """
    key = f"{own_name(name_key)} "
    while found := _FIRST.match(key):
        key = f"{own_name(key[found.end() :].strip())} "
    key = key.strip()
    while (shorter := _without_end(key)) != key and words_in(shorter) >= ENOUGH:
        key = shorter
    return key


def _without_end(key: str) -> str:
    without = _LAST.sub("", key)
    if without != key:
        return without
    return next((key.removesuffix(f" {place}") for place in provinces() if key.endswith(f" {place}")), key)


def words_in(key: str) -> int:
    """Count the words of a key that are more than a number."""
    return sum(not word.isdigit() for word in key.split())


@cache
def provinces() -> frozenset[str]:
    """Give what provinces of today and of then are called, in search spelling."""
    full = [search_key(one) for one in former.provinces_of_then()]
    then = {one.removeprefix("tinh ").removeprefix("thanh pho ") for one in full}
    return frozenset(then | {search_key(one.bare_name) for one in communes.provinces()})


@cache
def places() -> frozenset[str]:
    """Give what provinces and communes are called, in search spelling."""
    return provinces() | {
        search_key(one.bare_name) for province in communes.provinces() for one in communes.communes(province.code)
    }
