"""How Vietnamese was written before Unicode, as it looks where its bytes are shown in a Western code page.

TCVN3 ("ABC", the fonts .VnTime and so on) has one byte for a letter: TCVN 5712:1993, its third set. VNI (the fonts
VNI-Times and so on) has a vowel and then its marks, as its maker's table for Windows says.
"""

import re
from collections.abc import Mapping
from functools import cache

from services.notation.spelling import nfc

CODE_PAGES = ("cp1252", "latin-1", "cp1258")
_TCVN3: Mapping[int, str] = {
    first + place: letter
    for first, letters in (
        (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
        (0xB5, "àảãáạ"),
        (0xBB, "ằẳẵắ"),
        (0xC6, "ặầẩẫấậè"),
        (0xCE, "ẻẽéẹềểễếệìỉ"),
        (0xDC, "ĩíịò"),
        (0xE1, "ỏõóọồổỗốộờởỡớợù"),
        (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
    )
    for place, letter in enumerate(letters)
}
_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT, _HAT, _BREVE = "\u0300\u0309\u0303\u0301\u0323\u0302\u0306"
_VNI_TONES = {"ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_VNI_HATS = dict(zip("âáàåãä", (_HAT + tone for tone in ("", _ACUTE, _GRAVE, _HOOK, _TILDE, _DOT)), strict=True))
_VNI_BREVES = dict(zip("êéèúüë", (_BREVE + tone for tone in ("", _ACUTE, _GRAVE, _HOOK, _TILDE, _DOT)), strict=True))
_VNI_ALONE = {"ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ"}
_VNI: Mapping[str, str] = {
    **_VNI_ALONE,
    **{base + mark: nfc(_VNI_ALONE.get(base, base) + tone) for base in "aeouyôö" for mark, tone in _VNI_TONES.items()},
    **{base + mark: nfc(base + marks) for base in "aeo" for mark, marks in _VNI_HATS.items()},
    **{f"a{mark}": nfc(f"a{marks}") for mark, marks in _VNI_BREVES.items()},
}
_VNI_LETTER = re.compile("|".join(sorted(_VNI, key=len, reverse=True)), re.IGNORECASE)


def bytes_of(text: str, code_page: str) -> bytes | None:
    """Give the bytes that a code page shows as this text; None where it has other letters."""
    known = _shown_by(code_page)
    found = [known.get(letter) for letter in text]
    return bytes(byte for byte in found if byte is not None) if None not in found else None


def western(content: bytes) -> str:
    """Show bytes as a Western computer does, in Windows-1252, each as one letter."""
    return "".join(map(_WESTERN.__getitem__, content))


def utf8(content: bytes) -> str | None:
    """Read bytes that were UTF-8 all along; of an "à" a plain space may be left where a space did not break."""
    try:
        return content.replace(b"\xc3 ", b"\xc3\xa0").decode()
    except UnicodeDecodeError:
        return None


def tcvn3(content: bytes) -> str:
    """Read bytes in TCVN3. Its fonts of capitals have the bytes of small letters: what stands among capitals is one."""
    text = "".join(_TCVN3.get(byte, _WESTERN[byte]) for byte in content)
    if _is_in_capitals(text, fewest=4):
        return text.upper()
    return re.sub(r"[^\W\d_]+", lambda word: word[0].upper() if _is_in_capitals(word[0], fewest=2) else word[0], text)


def vni(content: bytes) -> str:
    """Read bytes in VNI."""
    return _VNI_LETTER.sub(_vni_letter, western(content))


def _vni_letter(found: re.Match[str]) -> str:
    letter = _VNI[found[0].lower()]
    return letter.upper() if found[0][0].isupper() else letter


def _is_in_capitals(text: str, *, fewest: int) -> bool:
    plain = [letter for letter in text if letter.isascii() and letter.isalpha()]
    return len(plain) >= fewest and all(map(str.isupper, plain))


@cache
def _shown_by(code_page: str) -> Mapping[str, int]:
    """Give the byte of each letter; a byte without any is shown as the control character of its number."""
    return {_shown(byte, code_page): byte for byte in range(256)}


def _shown(byte: int, code_page: str) -> str:
    try:
        return bytes([byte]).decode(code_page)
    except UnicodeDecodeError:
        return chr(byte)


_WESTERN = tuple(_shown(byte, "cp1252") for byte in range(256))
