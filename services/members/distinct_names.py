"""What tells the name of a business from those of others: not its form, its trade, or where it is."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from services.members.entry_words import own_name
from services.notation.spelling import search_key
from services.places import communes, former

# What businesses of this network do and call themselves, in search spelling.
_TRADES = re.split(
    r",\s+",
    """
    an ninh, an ninh mang, an toan, an toan thong tin, bao hiem, bao mat, bao tri, bao ve, bat dong san, buu chinh,
    buu chinh so, buu cuc, buu dien, buu gui, buu pham, camera, cap quang, cho thue, chuyen doi so, chuyen giao,
    chuyen phat, chuyen phat nhanh, cntt, co dien, co khi, cong nghe, cong nghe cao, cong nghe so, cong nghe thong tin,
    cong nghiep, dao tao, dau tu, di dong, dich vu, dich vu so, dien lanh, dien luc, dien may, dien toan dam may,
    dien tu, du lich, du lieu, du lieu so, dv, giai phap, giai phap so, giao duc, giao hang, giao hang nhanh,
    giao nhan, ha tang, ha tang so, he thong, in an, internet, ke toan, kho van, ky thuat, ky thuat so, lap dat, mang,
    mang luoi, may chu, may tinh, moi truong, nang luong, nen tang, nen tang so, nghien cuu, nong nghiep, phan mem,
    phan phoi, phat trien, quan ly, quan tri, quang cao, san xuat, sua chua, sx, tai chinh, tap doan, thiet bi,
    thong tin, thong tin di dong, thuong mai, thuong mai dien tu, tin hoc, tm, tmdv, trung tam, truyen dan,
    truyen hinh, truyen hinh cap, truyen thong, tu dong hoa, tu van, ung dung, van chuyen, van tai, vat tu, ve tinh,
    vien thong, xay dung, xay lap, xd, xnk, xuat nhap khau, y te,
    va, tinh, thanh pho, khu vuc, quoc te, toan cau, viet nam, vietnam, vn,
    company, corporation, corp, group, jsc, co ltd, ltd, logistics, telecom, tech, technology, software, solutions,
    digital, express, post, media, network, online, it, ict
    """.strip(),
)
_PROVINCE = "tinh "
# Some of them say where, and not what somebody does.
_WHERE = frozenset({"va", "tinh", "thanh pho", "khu vuc", "quoc te", "toan cau", "viet nam", "vietnam", "vn"})
# Words of every day by which businesses are called as well, and what those who keep machines write of all day long.
_EVERYDAY = re.split(
    r",\s+",
    """
    ben vung, binh an, binh minh, bao dam, chat luong, chuyen nghiep, dai chung, dam bao, doan ket, doc lap, doi moi,
    dong bo, dong hanh, dong tam, hai dang, hanh phuc, hien dai, hiep luc, hoa binh, hoan thien, hop luc, hop nhat,
    hop tac, hung thinh, huu nghi, ket noi, lien ket, lien minh, nhanh, on dinh, phu hop, quan doi, quyet tam,
    sang tao, so, song song, tan tam, thang loi, thanh cong, than thien, thinh vuong, thong minh, thong nhat,
    thong suot, tien ich, tien phong, tiep suc, tiet kiem, tin cay, tin tuong, toan dien, tuong lai, tu do, uy tin,
    van hoa, vung chac, xa, xuyen suot,
    admin, android, app, backup, base, best, bluetooth, botnet, camera, chat, chip, cloud, code, computer, core, cyber,
    data, database, ddos, domain, drone, email, facebook, fax, fiber, file, firewall, gmail, google, hacker, hosting,
    hub, key, laptop, link, linux, log, login, mail, malware, messenger, microsoft, mobile, modem, net, office, offline,
    password, patch, phishing, ping, plus, pro, proxy, ransomware, reset, root, router, safe, scan, security, server,
    service, smart, soft, spam, startup, storage, switch, system, telegram, token, trojan, update, usb, user, virus,
    web, website, wifi, windows, zalo,
    ai, api, apt, attt, byod, cbcc, cccd, ceo, cio, ciso, cpu, csdl, css, cve, dhcp, dlp, dns, edr, ftp, gps, html,
    http, https, ids, imap, ioc, iot, ip, ipv4, ipv6, ips, isp, lan, lte, mac, mfa, nas, nat, ngfw, noc, ntp, otp,
    pccc, pdf, php, poe, qr, ram, rdp, rpo, rto, sha, siem, sim, sip, smb, sms, smtp, snmp, soc, sql, ssd, ssh, ssl,
    tcp, tls, tnhh, ubnd, udp, ups, url, vlan, voip, vpn, vps, waf, wan, xdr, xml, xss
    """.strip(),
)


def _any_of(phrases: Iterable[str]) -> str:
    return "|".join(sorted(phrases, key=len, reverse=True))


_ANY = _any_of(_TRADES)
_FIRST = re.compile(rf"(?:{_ANY}) ")
_LAST = re.compile(rf" (?:{_ANY}|\d+)$")
_AFTER_TRADE = re.compile(rf"(?:.* )?(?:{_any_of(set(_TRADES) - _WHERE)})")
_ALL_EVERYDAY = re.compile(rf"(?:(?:{_any_of([*_EVERYDAY, *_TRADES])}|\d+)(?: |$))+")
_SYLLABLE = re.compile("(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?")
# What else hangs on a name in an address of the web.
_HANGING = ("cong ty", "cty", "tnhh", "cp", "soft", "net", "tel", "shop", "store", "mail")
# A shorter word of another language is too easily met.
_FOREIGN = 3
# A business's seat is often said behind its name.
_BRANCH = re.compile(r"(?<=\S) (?:chi nhanh|van phong dai dien|vpdd)(?= |$).*")
# Two words may stand alone for a name, one is a word of every day.
ENOUGH = 2


@lru_cache(maxsize=1 << 13)
def distinct_name(name_key: str) -> str:
    """Leave out what says the form, the trade and the place of a business in search spelling; "" where all does so.

    "cong ty tnhh buu chinh hom thu do viet nam" gives "hom thu do". What stands behind stays unless enough is left.
    """
    key = trades_of(name_key)[-1]
    if _FIRST.fullmatch(f"{key} "):
        return ""
    while (shorter := _without_end(key)) != key and _is_enough(shorter):
        key = shorter
    return key


def trades_of(name_key: str) -> Sequence[str]:
    """Leave out the form of a business, then one word for its trade after the other, as long as something is left."""
    keys = [_BRANCH.sub("", own_name(name_key))]
    while rest := _without_first(keys[-1]):
        keys.append(rest)
    return keys


def _without_first(key: str) -> str:
    """Leave out the first trade of a key; "tỉnh" is none before what is no province ("Tinh Vân")."""
    found = _FIRST.match(f"{key} ")
    rest = own_name(key[found.end() :]) if found is not None else ""
    return "" if key.startswith(_PROVINCE) and not rest.startswith(_provinces_in_turn()) else rest


@cache
def _provinces_in_turn() -> tuple[str, ...]:
    return tuple(provinces())


def _without_end(key: str) -> str:
    without = _LAST.sub("", key)
    return without if without != key else _province_behind().sub("", key)


@cache
def _province_behind() -> re.Pattern[str]:
    return re.compile(rf" (?:{_any_of(provinces())})$")


def _is_enough(key: str) -> bool:
    """Tell whether words may stand alone for a name: two do, and one that is none of every day."""
    return words_in(key) >= ENOUGH or is_foreign(key)


def is_everyday(key: str) -> bool:
    """Tell whether all words of a key are such as people of the trade write every day."""
    return _ALL_EVERYDAY.fullmatch(key) is not None


def is_foreign(word: str) -> bool:
    """Tell whether a word of a key is none of Vietnamese, and none that people of the trade write every day."""
    return (
        len(word) >= _FOREIGN
        and not word.isdigit()
        and " " not in word
        and not is_syllable(word)
        and not is_everyday(word)
    )


def is_syllable(word: str) -> bool:
    """Tell whether a word of a key may be one of Vietnamese."""
    return _SYLLABLE.fullmatch(word) is not None


def says_where(key: str) -> bool:
    """Tell whether a key is no more than where something is: "viet nam", "phu tho"."""
    return key in _WHERE or key in places()


def is_after_trade(before: str) -> bool:
    """Tell whether the words that stand before something, in search spelling, end with a trade."""
    return _AFTER_TRADE.fullmatch(before) is not None


def may_hang_on(letters: str) -> bool:
    """Tell whether letters are what hangs on a name where all runs together: forms, trades and provinces, or none."""
    return _hanging().fullmatch(letters) is not None


@cache
def _hanging() -> re.Pattern[str]:
    joined = {one.replace(" ", "") for one in (*_TRADES, *provinces(), *_HANGING)}
    return re.compile(rf"(?:{_any_of(joined)})*")


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
