"""The letters of charts: one font that has all of Vietnamese, and is the same on every machine."""

from functools import lru_cache
from pathlib import Path

from services.notation.spelling import nfc

# A box stands where the font has no letter: a name that begins with a picture is read all the same.
MISSING = "□"


@lru_cache(maxsize=1)
def font_file() -> Path:
    """Give the file of DejaVu Sans, which comes with matplotlib."""
    import matplotlib

    return Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"


@lru_cache(maxsize=1)
def letters() -> frozenset[int]:
    """Give all that the font can write, by code points."""
    from matplotlib.ft2font import FT2Font

    return frozenset(FT2Font(str(font_file())).get_charmap())


def legible(text: str) -> str:
    """Write a text so that every letter of it is drawn: composed (NFC), on one line, boxes for what is missing."""
    line = " ".join(nfc(text).split())
    return "".join(letter if ord(letter) in letters() else MISSING for letter in line)
